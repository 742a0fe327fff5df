//! Storms: "Hurricane Milton", "Tropical Storm Hilda", and then "Milton" alone.
//!
//! The corpora hardly name any, and where they do, the annotation leaves the kind of storm out. A storm is told by the word
//! before its name, and no name by itself: "Hurricane season" and "Storm Lake" name none.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use crate::entities::casing::{Capital, View};
use crate::entities::{EntityType, Name};
use crate::lists;
use crate::text::Case;
use std::collections::HashSet;

/// How sure a name is that stands so.
const SCORE: f32 = 0.9;

/// Names the storms of an article, and calls nothing else what is short for one.
pub(super) fn add(view: &View, names: &mut Vec<Name>) {
    let found: Vec<usize> = (0..view.document.tokens.len()).filter(|&at| is_storm(view, at)).collect();
    if found.is_empty() {
        return;
    }
    let mut rest = std::mem::take(names).into_iter().peekable();
    for &at in &found {
        let tropical = at.checked_sub(1).filter(|&before| view.lower.is(before, "tropical"));
        let tokens = tropical.unwrap_or(at)..at + 2;
        names.extend(std::iter::from_fn(|| rest.next_if(|name| name.tokens.end <= tokens.start)));
        // "Storm Thorgerson" is a person, where it is found to be one.
        let person = |name: &Name| name.kind == EntityType::Person && name.tokens.contains(&at);
        if tropical.is_some() || !view.lower.is(at, "storm") || !rest.peek().is_some_and(person) {
            while rest.next_if(|name| name.tokens.start < tokens.end).is_some() {}
            names.push(Name { tokens, kind: EntityType::Event, score: SCORE, known: None, exact: None });
        }
    }
    names.extend(rest);
    let words: HashSet<&str> = found.iter().map(|&at| &view.lower[at + 1]).collect();
    for name in names.iter_mut().filter(|name| name.tokens.len() == 1) {
        if words.contains(&view.lower[name.tokens.start]) {
            name.kind = EntityType::Event;
        }
    }
}

/// Whether a word is a kind of storm that bears a name.
pub fn is_kind(lower: &str) -> bool {
    matches!(lower, "hurricane" | "typhoon" | "cyclone" | "storm")
}

/// Whether a word says that the one name after it is a storm's.
fn is_storm(view: &View, at: usize) -> bool {
    let tokens = &view.document.tokens;
    let title = |at: usize| tokens.get(at).is_some_and(|token| token.case == Case::Title);
    let strong = |at: usize| title(at) && view.capital[at] == Capital::Strong;
    title(at)
        && is_kind(&view.lower[at])
        && strong(at + 1)
        && !strong(at + 2)
        && !view.listed[at + 1].common()
        && !lists::HEADS.contains(&view.lower[at + 1])
}
