//! The tagger: which tokens are names, and of what.
//!
//! Three steps over the whole article: what capitals are worth (`casing`), where names begin and end (`segments`), and what
//! they name (`clues`). Roles and the joining of names into entities come after, and are not its business.

pub mod article;
pub mod attributes;
pub mod features;
pub mod hashing;
pub mod labels;
pub mod lattice;
pub mod model;
pub mod reading;
pub mod runs;

use super::Name;
use super::{casing::View, clues, segments};

/// The names of an article, in text order, never overlapping.
pub(super) fn tag(view: &View) -> Vec<Name> {
    clues::decide(view, segments::find(view))
}
