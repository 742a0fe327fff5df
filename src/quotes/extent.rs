//! Extent: where speech can stand, and what becomes of quoted stretches that no reporting verb claims.
//!
//! A unit is a sentence that no quotation mark cuts: `“It is late. Go,” she said.` is one. Captions, credits and other furniture
//! carry no speech.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::marks::Quoted;
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
    (0..words.document.blocks.len()).flat_map(move |block| of_block(words, quoted, block, &mut next))
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
        if end < last.tokens.end && (cut || asked || continues(words, end)) {
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
