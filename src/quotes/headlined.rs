//! Headlines that give somebody's words: whose they are stands beyond a colon.
//!
//! What announces a kind of piece ("Interview: ...") is nobody, and a title before a colon is no speech.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::extent::{self, Unit};
use super::marks::Quoted;
use super::noun_phrase;
use super::words::{Class, Words};
use crate::lists;
use crate::text::BlockKind;
use std::ops::Range;

/// The longest phrase without a name that tells whose words a headline gives, in tokens: "Mother of missing hiker".
const SPOKESMAN: usize = 4;

/// “I never wanted it”: Ana Ruiz on fame. / Mother of hiker: “Every hour matters” : whose words a headline gives stands beyond their
/// colon. Not: “Broken promises”: ...
pub(super) fn speaker(words: &Words, unit: &Unit, stretch: &Quoted) -> Option<Option<Range<usize>>> {
    let document = words.document;
    let (start, colon, end) = (unit.tokens.start, stretch.tokens.end, unit.tokens.end);
    if document.blocks[unit.block].kind != BlockKind::Headline {
        return None;
    }
    if words.count(stretch.inside()) < 3 {
        return None;
    }
    let tells = |at: usize| words.class(at) == Class::Pronoun || words.is_finite(at);
    let states = stretch.inside().any(tells);
    if words.is(colon, ":") && document.words_begin(unit.block) == stretch.tokens.start {
        let last = (colon + 1..end).take_while(|&at| words.class(at) == Class::Name).last()?;
        return states.then_some(Some(colon + 1..last + 1));
    }
    let before = stretch.tokens.start.checked_sub(1).filter(|&at| at > start && words.is(at, ":"))?;
    let label = before == start + 1 && lists::HEADLINE_LABELS.contains(&words.document.lower[start]);
    let closes = !label && colon == end && (states || !extent::is_title(words, stretch.inside()));
    let phrase = noun_phrase::after(words, start, before).filter(|phrase| closes && phrase.end == before)?;
    // "Trial hears of midnight call": a sentence, and nobody.
    let named = |phrase: &Range<usize>| phrase.clone().skip(1).any(|at| words.class(at) == Class::Name);
    Some(Some(phrase).filter(|phrase| phrase.len() <= SPOKESMAN || named(phrase)))
}
