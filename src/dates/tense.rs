//! On which side of now a clause lies: what decides whether "Friday" has been or is to come.

use super::reading::Reading;
use crate::lists::TENSE_WORDS;
use crate::text::Case;
use std::ops::Range;

/// What the verbs about an expression say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How far verbs are looked for, in tokens, before and after.
const WINDOW: (usize, usize) = (12, 8);

/// The longest word of the list, in bytes.
const LONGEST: usize = 12;

impl Tense {
    /// The tense of the clause about some tokens: of the nearest verb before them, or else of the first after them.
    pub(super) fn about(r: &Reading, tokens: &Range<usize>) -> Tense {
        let first = r.sentence.start.max(tokens.start.saturating_sub(WINDOW.0));
        let last = r.sentence.end.min(tokens.end + WINDOW.1);
        let before = (first..tokens.start).rev().map(|token| of(r, token));
        let after = (tokens.end..last).map(|token| of(r, token));
        before.chain(after).find(|tense| *tense != Tense::Unknown).unwrap_or(Tense::Unknown)
    }
}

/// What one word says.
fn of(r: &Reading, token: usize) -> Tense {
    let word = r.word(token);
    if !matches!(r.document.tokens[token].case, Case::Lower | Case::Title) && !word.starts_with(['\'', '’']) {
        return Tense::Unknown;
    }
    // "to" is a verb's only before one: "to meet", not "to Geneva" nor "to the".
    if word == "to" {
        let next = r.word(token + 1);
        let verb = next.starts_with(char::is_lowercase)
            && !matches!(next, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "this");
        return if verb && next.len() > 1 && !next.ends_with('s') { Tense::Future } else { Tense::Unknown };
    }
    if word.len() <= LONGEST
        && let Some(tense) = TENSE_WORDS.get(word)
    {
        return *tense;
    }
    let past = word.len() > 4 && word.ends_with("ed") && r.document.tokens[token].case == Case::Lower;
    if past { Tense::Past } else { Tense::Unknown }
}
