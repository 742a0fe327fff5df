//! The tagger: which tokens are names, and of what.

use super::Name;
use crate::text::Document;

/// The names of an article, in text order, never overlapping.
pub(super) fn tag(_document: &Document) -> Vec<Name> {
    Vec::new()
}
