//! How often something recurs, in TIMEX3's words: `freq` ("twice a month" is 2X a month) and `quant` ("every", "each", "every other").
//!
//! Read off the words of a set and those before it, once it was found. What is counted loosely ("two or three times") has no `freq`.

use super::lexicon::Sense;
use crate::text::Document;
use std::ops::Range;

/// The words between a count and its set: "three times a week".
const TIMES: [&str; 2] = ["times", "time"];

/// Words that make one count of two: "two or three times".
const LOOSE: [&str; 5] = ["or", "to", "and", "-", "–"];

/// How many times in each of what a set is of, as TIMEX3 has it: "2X".
pub(super) fn freq(document: &Document, senses: &[Sense], set: &Range<usize>) -> Option<String> {
    let sentence = document.sentences.get(document.sentence_of(set.start))?.tokens.start;
    // The token so far before the set.
    let before = |steps| set.start.checked_sub(steps).filter(|at| *at >= sentence);
    let is_any = |at: usize, words: &[&str]| words.iter().any(|word| document.lower.is(at, word));
    let at = before(1)?;
    let count = match () {
        () if is_any(at, &["once"]) => 1,
        () if is_any(at, &["twice"]) => 2,
        () if is_any(at, &["thrice"]) => 3,
        () if is_any(at, &TIMES) => {
            let at = before(2)?;
            let is_up_to = before(4).is_some_and(|at| is_any(at, &["up"]));
            let is_loose = !is_up_to && before(3).is_some_and(|at| is_any(at, &LOOSE));
            match senses.get(at)? {
                _ if is_loose => return None,
                Sense::Digits(count, _) => *count,
                Sense::Number(count) => (*count).into(),
                Sense::Tens(count) => (*count).into(),
                _ => return None,
            }
        }
        () => return None,
    };
    Some(format!("{count}X"))
}

/// The words that say of which of what recurs a set is, as they stand, in capitals: "EVERY", "EACH", "EVERY OTHER". What doubles a length,
/// as in "every other week", is in its value.
pub(super) fn quant(document: &Document, senses: &[Sense], set: &Range<usize>, value: &str) -> Option<String> {
    if senses.get(set.start) != Some(&Sense::Every) {
        return None;
    }
    let first = document.lower.get(set.start)?;
    let second = document.lower.get(set.start + 1).unwrap_or_default();
    let is_nth = second == "other" || matches!(senses.get(set.start + 1), Some(Sense::Ordinal(_)));
    let words = if is_nth && !value.starts_with('P') { format!("{first} {second}") } else { first.to_owned() };
    Some(words.to_uppercase())
}
