//! Annotations in the forms that people and other programs read.
//!
//! Each writer takes the article and its annotations with byte offsets, as [`annotate`](crate::annotate) gives them, and
//! returns one string. Whatever the article holds, it comes out as text: nothing in it is obeyed by a browser or a terminal.

mod brat;
mod csv;
mod escape;
mod html;
mod markdown;
pub(crate) mod segments;
mod tei;
mod text;
mod web_annotations;

pub use brat::brat;
pub use csv::{Table, csv};
pub use html::html;
pub use markdown::markdown;
pub use tei::tei;
pub use text::text;
pub use web_annotations::web_annotations;

use crate::annotations::{Annotations, Quote, Unit};
use serde::Serialize;
use std::fmt;

/// Prints the name that JSON has for a kind or a rule.
struct Name<T>(T);

impl<T: Serialize> fmt::Display for Name<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// The same annotations with offsets in code points, which Python, brat and the W3C count in.
fn codepoints(text: &str, annotations: &Annotations) -> Annotations {
    annotations.clone().convert(text, Unit::Codepoint)
}

/// The fullest name of who is credited with a quote.
fn speaker_of<'a>(annotations: &'a Annotations, quote: &'a Quote) -> Option<&'a str> {
    let speaker = quote.speaker.as_ref()?;
    let entity = speaker.entity.and_then(|id| annotations.entities.get(id));
    Some(entity.map_or(&*speaker.text, |entity| &*entity.name))
}
