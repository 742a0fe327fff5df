//! Lengths told from something that happened: "two weeks before the vote" is a day where the text says when the vote is.
//!
//! The day is that of the last date before it whose sentence names the same thing, else of the first after it. Without one, the length alone stays what is found;
//! the day of writing is never put in its place.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "indices are those of the lists here and of the document; a word is cut where its ending was found"
)]

use super::lexicon::{Direction, POSSESSIVES, Sense};
use super::stated::{Calendar, Found, Part, Stated};
use super::tense::Clause;
use crate::lists;
use crate::syntax::Tags;
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// How many expressions before and after are looked at, and how many words a phrase may have before its noun.
const NEAREST: usize = 40;
const PHRASE: usize = 3;

/// How far from a date its sentence may name the thing, in tokens.
const AROUND: usize = 40;

/// Words before a length that stays one: "for two weeks after the vote".
pub(super) const LENGTHS: [&str; 5] = ["for", "over", "of", "within", "spent"];

/// Anchors the lengths of a document.
#[inline(never)]
pub(super) fn anchor(document: &Document, senses: &[Sense], tags: &Tags, stated: &mut [(Clause, Found)]) {
    for index in 0..stated.len() {
        let (_, found) = &stated[index];
        let Stated::Length(quantity, unit, None) = found.stated else { continue };
        let Some(Sense::Direction(direction @ (Direction::Before | Direction::After))) = senses.get(found.tokens.end) else {
            continue;
        };
        let before = found.tokens.start.checked_sub(1).map_or("", |before| &document.lower[before]);
        if LENGTHS.contains(&before) || senses[found.tokens.start] == Sense::The {
            continue;
        }
        let next = stated.get(index + 1).map_or(usize::MAX, |(_, next)| next.tokens.start);
        let Some(phrase) = event(document, tags, found.tokens.end + 1).filter(|phrase| phrase.end <= next) else { continue };
        let head = document.word(phrase.end - 1);
        let Some(date) = naming(document, stated, index, head, &phrase) else { continue };
        let anchor = Box::new((stated[date].0, stated[date].1.stated.clone()));
        let (_, found) = &mut stated[index];
        found.tokens.end = phrase.end;
        found.stated = Stated::Anchored(quantity, unit, *direction, anchor);
    }
}

/// The noun phrase at a token that names an event: an article and its noun, with nothing after it that makes a clause of it.
fn event(document: &Document, tags: &Tags, at: usize) -> Option<Range<usize>> {
    let sentence = document.sentences.get(document.sentence_of(at))?.tokens.clone();
    let word = |token: usize| if sentence.contains(&token) { document.word(token) } else { "" };
    if word(at) != "the" && !POSSESSIVES.contains(&word(at)) {
        return None;
    }
    let noun = |token: &usize| {
        sentence.contains(token)
            && document.tokens[*token].kind == TokenKind::Word
            && !lists::CLOSED_CLASS.contains(word(*token))
    };
    let end = (at + 1..).take(PHRASE).take_while(noun).last()? + 1;
    let clause = noun(&end) || tags.get(end).is_finite();
    (!clause).then_some(at..end)
}

/// The date in whose sentence a word stands, outside a phrase: the last one before an expression, else the first after it.
fn naming(
    document: &Document,
    stated: &[(Clause, Found)],
    index: usize,
    head: &str,
    phrase: &Range<usize>,
) -> Option<usize> {
    let told = |&other: &usize| {
        let (_, found) = &stated[other];
        let sentence = &document.sentences[document.sentence_of(found.tokens.start)].tokens;
        let near =
            sentence.start.max(found.tokens.start.saturating_sub(AROUND))..sentence.end.min(found.tokens.end + AROUND);
        is_day(&found.stated)
            && near.into_iter().any(|token| !phrase.contains(&token) && is_form(document.word(token), head))
    };
    let (first, last) = (index.saturating_sub(NEAREST), stated.len().min(index + NEAREST));
    let before = (first..index).rev().find(told);
    before.or_else(|| (index + 1..last).find(told))
}

/// Whether a word is a noun or the regular verb of it: "vote", "votes", "voted".
fn is_form(word: &str, noun: &str) -> bool {
    let ending = word.get(noun.len()..).unwrap_or("-");
    matches!(ending, "" | "s" | "d" | "ed") && word[..noun.len()].eq_ignore_ascii_case(noun)
}

/// Whether an expression is a day of the calendar.
fn is_day(stated: &Stated) -> bool {
    matches!(
        stated,
        Stated::Calendar(Calendar {
            part: Part::Day(..) | Part::Weekday(_) | Part::DayOfWeek(_) | Part::Today(_) | Part::Holiday(_) | Part::Nth(..),
            time: None,
            ..
        })
    )
}
