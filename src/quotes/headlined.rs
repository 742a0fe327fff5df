//! Headlines that give somebody's words: whose they are stands beyond a colon.
//!
//! What announces a kind of piece ("Interview: ...", "Report on the bridge: ...") is nobody, and a title before a colon is no
//! speech.
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
/// colon or dash. Not: “Broken promises”: ...
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
    let is_label = |at: usize| lists::HEADLINE_LABELS.contains(&document.lower[at]);
    let states = stretch.inside().any(tells);
    if (words.is(colon, ":") || words.is_dash(colon)) && document.words_begin(unit.block) == stretch.tokens.start {
        let Some(last) = (colon + 1..end).take_while(|&at| words.class(at) == Class::Name).last() else {
            // “I thought I would die”: hiker’s night on ledge
            let own = stretch.inside().any(|at| words.is_any(at, &["i", "we", "my"]));
            return (states && own).then_some(None);
        };
        return (states && !is_label(colon + 1)).then_some(Some(colon + 1..last + 1));
    }
    let before = stretch.tokens.start.checked_sub(1).filter(|&at| at > start && words.is(at, ":"))?;
    let closes =
        !(before == start + 1 && is_label(start)) && colon == end && (states || !extent::is_title(words, stretch.inside()));
    // "Holt on the final:"
    let about = |at: usize| {
        at < before && words.is_any(at, &["on", "about"]) && words.class(start) == Class::Name && !is_label(start)
    };
    let phrase = noun_phrase::after(words, start, before)
        .filter(|phrase| closes && (phrase.end == before || states && about(phrase.end)));
    // "Trial hears of midnight call:": a sentence, and nobody.
    let Some(phrase) = phrase else { return (closes && states && words.has_finite(start..before)).then_some(None) };
    let named = |phrase: &Range<usize>| phrase.clone().skip(1).any(|at| words.class(at) == Class::Name);
    Some(Some(phrase).filter(|phrase| phrase.len() <= SPOKESMAN || named(phrase)))
}
