//! Extent: where speech can stand.
//!
//! A unit is a sentence that no quotation mark cuts: `“It is late. Go,” she said.` is one. So is one that a line breaks before its
//! quoted words (`Ruiz stated, ¶ “It is late.”`). Two quoted stretches side by side are two units, for two people say them.
//! Captions, credits and other furniture carry no speech.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::cues::{Form, Frame};
use super::marks::Quoted;
use super::noun_phrase;
use super::words::{Class, Words};
use crate::text::BlockKind;
use std::ops::Range;

/// A sentence, or several where quoted words run over their ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Unit {
    pub tokens: Range<usize>,
    pub block: usize,
    /// The quoted stretches in it, as indices into the article's.
    pub quoted: Range<usize>,
}

/// The units of an article, in text order.
pub(super) fn units(words: &Words, quoted: &[Quoted]) -> impl Iterator<Item = Unit> {
    let mut next = 0;
    let mut units =
        (0..words.document.blocks.len()).flat_map(move |block| of_block(words, quoted, block, &mut next)).peekable();
    std::iter::from_fn(move || {
        let mut unit = units.next()?;
        if let Some(next) = units.next_if(|next| leads_to(words, quoted, &unit, next)) {
            unit = Unit { tokens: unit.tokens.start..next.tokens.end, quoted: unit.quoted.start..next.quoted.end, ..next };
        }
        Some(unit)
    })
}

/// Robert Keller stated, ¶ “The boy was picked up.” : whether a block breaks off at a comma or colon right before quoted words.
fn leads_to(words: &Words, quoted: &[Quoted], unit: &Unit, next: &Unit) -> bool {
    let begins =
        quoted.get(next.quoted.start).is_some_and(|stretch| stretch.opened && stretch.tokens.start == next.tokens.start);
    let last = unit.tokens.end - 1;
    let breaks_off = words.class(last) == Class::Comma || words.is(last, ":");
    let (one, other) = (&words.document.blocks[unit.block], &words.document.blocks[next.block]);
    let adjoins = unit.block + 1 == next.block && unit.tokens.end == next.tokens.start;
    // What says itself something in marks does not introduce more.
    let breaks_off = breaks_off && unit.quoted.is_empty() && unit.tokens.len() <= INTRODUCTION;
    begins && breaks_off && adjoins && one.kind == BlockKind::Paragraph && other.kind == BlockKind::Paragraph
}

/// The units of a block; `next` is the first quoted stretch that no block before it has.
#[inline(never)]
fn of_block(words: &Words, quoted: &[Quoted], index: usize, next: &mut usize) -> Vec<Unit> {
    let document = words.document;
    let block = &document.blocks[index];
    let mut units = Vec::new();
    let sentences = &document.sentences[block.sentences.clone()];
    let Some(last) = sentences.last() else { return units };
    let mut start = document.words_begin(index);
    let mut first = *next;
    for sentence in sentences {
        let end = sentence.tokens.end;
        while quoted.get(*next).is_some_and(|q| q.tokens.end <= end) {
            *next += 1;
        }
        let cut = quoted.get(*next).is_some_and(|q| q.tokens.start < end);
        let asked = *next > first && quoted[*next - 1].tokens.end == end && !ends_statement(words, &quoted[*next - 1]);
        // “How are you?” “I am fine,” he replied.
        let answered = quoted.get(*next).is_some_and(|q| q.tokens.start == end);
        let goes_on = asked && !answered || attributes(words, quoted, first..*next, end);
        if end < last.tokens.end && (cut || goes_on || continues(words, end)) {
            continue;
        }
        if carries_speech(block.kind) {
            units.push(Unit { tokens: start..end, block: index, quoted: first..*next });
        }
        (start, first) = (end, *next);
    }
    units
}

fn carries_speech(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Headline | BlockKind::Paragraph)
}

/// “We never will.” Ruiz told the crowd. : whether a sentence after quoted words only says who said them.
fn attributes(words: &Words, quoted: &[Quoted], before: Range<usize>, start: usize) -> bool {
    let document = words.document;
    let ends = before.clone().last().is_some_and(|last| quoted[last].tokens.end == start);
    let Some(sentence) = document.sentences.get(document.sentence_of(start)).filter(|_| ends) else { return false };
    let end = sentence.tokens.end;
    let limit = end.saturating_sub(1).min(start + ATTRIBUTION);
    if sentence.tokens.start != start || end > start + ATTRIBUTION || !words.is(end - 1, ".") {
        return false;
    }
    let reports = |at: &usize| words.verb(*at).is_some_and(|verb| verb.form == Form::Past && verb.percent() >= 60);
    let Some(at) = (start + 1..limit).find(reports) else { return false };
    let subject = noun_phrase::before(words, start, at).is_some_and(|subject| subject.start == start);
    let told =
        noun_phrase::after(words, at + 1, limit).filter(|_| words.verb(at).is_some_and(|verb| verb.takes(Frame::Addressee)));
    let rest = told.map_or(at + 1, |told| told.end);
    let circumstance =
        matches!(words.class(rest), Class::Preposition | Class::Time | Class::Adverb) && !words.is(rest, "to");
    subject && (rest >= limit || circumstance) && !(rest..limit).any(|at| words.class(at) == Class::Mark)
}

/// The longest piece of a sentence that introduces quoted words in the next paragraph, in tokens.
const INTRODUCTION: usize = 40;

/// The longest sentence that only says who said the words before it, in tokens.
const ATTRIBUTION: usize = 14;

/// Whether quoted words end with a full stop; after "?", "!" and "," an attribution may follow: “Why?” Ruiz asked.
fn ends_statement(words: &Words, quoted: &Quoted) -> bool {
    quoted.inside().last().is_some_and(|last| words.is_any(last, &[".", "…", "..."]))
}

/// Whether a sentence goes on with a small letter: “Why?” he asked.
fn continues(words: &Words, next: usize) -> bool {
    matches!(words.class(next), Class::Other | Class::Auxiliary | Class::Preposition | Class::Conjunction | Class::Pronoun)
        && !words.is_capital(next)
}

/// Whether quoted words end as a sentence does, or with the comma before their attribution.
pub(super) fn is_ended(words: &Words, quoted: &Quoted) -> bool {
    quoted.inside().last().is_some_and(|last| words.is_terminal(last) || words.class(last) == Class::Comma)
}

/// Whether quoted words are a whole utterance, not a word or two that somebody would put marks around for another reason.
pub(super) fn is_utterance(words: &Words, quoted: &Quoted) -> bool {
    let inside = quoted.inside();
    let count = words.count(inside.clone());
    let sentence = is_ended(words, quoted) && words.is_capital(inside.start);
    !is_title(words, inside) && (count >= 8 || count >= 3 && sentence)
}

/// “Meet the Press”, “Crashing the Party”: every word that a title capitalises is capitalised.
pub(super) fn is_title(words: &Words, inside: Range<usize>) -> bool {
    let small = inside
        .clone()
        .filter(|&at| matches!(words.class(at), Class::Other | Class::Auxiliary | Class::Pronoun))
        .any(|at| !words.is_capital(at));
    !small && words.count(inside) <= 12
}
