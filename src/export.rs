//! Annotations in the forms that people and other programs read.
//!
//! Each writer takes the article and its annotations with byte offsets, as [`annotate`](crate::annotate) gives them, and
//! returns one string. Whatever the article holds, it comes out as text: nothing in it is obeyed by a browser or a terminal.

mod html;
pub(crate) mod segments;
mod text;

pub use html::html;
pub use text::text;

use serde::Serialize;
use std::fmt;

/// Prints the name that JSON has for a kind or a rule.
struct Name<T>(T);

impl<T: Serialize> fmt::Display for Name<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}
