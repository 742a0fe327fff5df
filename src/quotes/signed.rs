//! Signatures: the name below quoted words, or behind them, after a dash.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::extent::Unit;
use super::marks::Quoted;
use super::words::{Class, Words};
use std::ops::Range;

/// The longest signature below a quote, its dash counted, in tokens.
const SIGNATURE: usize = 16;

/// “...” — Ana Ruiz, mayor of Solvik: a dash and a name after words that are a paragraph by themselves, in it or in the next.
pub(super) fn speaker(words: &Words, unit: &Unit, stretch: &Quoted) -> Option<Range<usize>> {
    let document = words.document;
    let end_of =
        |block: usize| document.sentences[document.blocks.get(block)?.sentences.clone()].last().map(|s| s.tokens.end);
    let end = end_of(unit.block)?;
    let dash = stretch.tokens.end;
    let begins = words.document.words_begin(unit.block) == stretch.tokens.start;
    let limit = if dash == end { end_of(unit.block + 1)? } else { end };
    let named = words.class(dash + 1) == Class::Name && words.is_dash(dash);
    if !begins || !named || dash + 1 >= limit || limit - dash > SIGNATURE {
        return None;
    }
    let last = (dash + 1..limit).find(|&at| matches!(words.class(at), Class::Comma | Class::Stop)).unwrap_or(limit);
    Some(dash + 1..last)
}
