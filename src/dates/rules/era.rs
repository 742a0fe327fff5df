//! Past, present and future as such.

use crate::dates::DateRule;
use crate::dates::lexicon::{Era, MODALS, Pointer, Sense};
use crate::dates::reading::Reading;
use crate::dates::stated::{Found, Stated};

/// "now", "currently", "recently", "the past", "the future". Not: "a past president", "future talks", "Future Group".
pub(super) fn era(r: &Reading, at: usize) -> Option<Found> {
    let found = |era| Some(Found::new(at..at + 1, Stated::Era(era), DateRule::Era));
    let article = r.sense(at.wrapping_sub(1)) == Sense::The;
    // "Her album, Where Are We Now,".
    if r.is_named(at) {
        return None;
    }
    match r.sense(at) {
        Sense::Era(Era::Future) if r.is(at, "future") => {
            let led = article || r.is_any(at.wrapping_sub(1), &["near", "foreseeable", "distant", "immediate"]);
            (led && (!article || noun(r, at))).then(|| found(Era::Future))?
        }
        // "as soon as": a comparison.
        Sense::Era(Era::Future) if r.is(at.wrapping_sub(1), "as") => None,
        // "soon after", "soon withdrew": told of the past.
        Sense::Era(Era::Future)
            if r.is(at, "soon")
                && (r.is_any(at + 1, &["after", "afterwards", "afterward"]) || r.word(at + 1).ends_with("ed")) =>
        {
            None
        }
        // "now and then": sometimes.
        Sense::Era(Era::Present) if r.is(at + 1, "and") && r.is_any(at + 2, &["then", "again"]) => None,
        Sense::Era(era) => found(era),
        // "will one day be": some day to come.
        Sense::Number(1) if r.is(at + 1, "day") && r.is_any(at.wrapping_sub(1), &MODALS) => {
            Some(Found::new(at..at + 2, Stated::Era(Era::Future), DateRule::Era))
        }
        Sense::Pointer(Pointer::Past) if article && noun(r, at) => found(Era::Past),
        _ => None,
    }
}

/// Whether a word that may be an adjective stands as a noun: nothing follows that it could belong to.
fn noun(r: &Reading, at: usize) -> bool {
    let next = r.word(at + 1);
    !next.starts_with(char::is_alphanumeric)
        || r.is_any(
            at + 1,
            &[
                "is", "was", "has", "and", "but", "of", "as", "to", "for", "that", "if", "when", "with", "will", "by", "in",
                "on",
            ],
        )
}
