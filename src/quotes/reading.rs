//! What is read of one unit, before anything is found in it: its words, and which of them stand in marks.
//!
//! Nothing here changes: every method of [`Reading`], in whatever file, answers the same whenever it is asked.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::extent::Unit;
use super::marks::{self, Quoted};
use super::words::{Class, Words};
use crate::lists;
use crate::text::BlockKind;
use std::ops::Range;

/// One unit as it stands in the text.
#[derive(Clone, Copy)]
pub(super) struct Reading<'r, 'd> {
    pub words: &'r Words<'d>,
    pub unit: &'r Unit,
    /// The quoted stretches of the unit.
    pub quoted: &'r [Quoted],
    /// Whether nearly every word is capitalised.
    capitals: bool,
}

impl<'r, 'd> Reading<'r, 'd> {
    /// Reads a unit; `quoted` are the stretches of the article.
    pub fn new(words: &'r Words<'d>, unit: &'r Unit, quoted: &'r [Quoted]) -> Self {
        let capitals = words.are_capitals(unit.tokens.clone());
        Reading { words, unit, quoted: &quoted[unit.quoted.clone()], capitals }
    }
}

/// Where quoted stretches are.
impl Reading<'_, '_> {
    /// The quoted stretch a token stands in, as an index into the unit's.
    pub fn stretch(&self, token: usize) -> Option<usize> {
        marks::holding(self.quoted, token)
    }

    /// Where the last quoted stretch before a token ends.
    pub fn quoted_end_before(&self, token: usize) -> Option<usize> {
        let before = self.quoted.partition_point(|q| q.tokens.end <= token).checked_sub(1)?;
        Some(self.quoted[before].tokens.end)
    }

    /// The quoted stretch that begins at a token.
    pub fn stretch_from(&self, token: usize) -> Option<usize> {
        self.stretch(token).filter(|&s| self.quoted[s].tokens.start == token)
    }

    /// The quoted stretch that ends right before a token, a comma or dash between them or not.
    pub fn stretch_before(&self, token: usize) -> Option<usize> {
        let before = token.checked_sub(1).filter(|&t| t >= self.unit.tokens.start)?;
        self.stretch(before).or_else(|| {
            let joint = self.words.class(before) == Class::Comma || self.words.is_dash(before);
            before.checked_sub(1).filter(|&t| joint && t >= self.unit.tokens.start).and_then(|t| self.stretch(t))
        })
    }

    /// Whether the unit is a headline, by its block or by its capitals.
    pub fn is_headline(&self) -> bool {
        self.words.document.blocks[self.unit.block].kind == BlockKind::Headline || self.capitals
    }

    /// "the court", "an inquest": whether a phrase is a body that hears what somebody says.
    pub fn is_hearing(&self, phrase: &Range<usize>) -> bool {
        phrase.clone().any(|at| lists::HEARINGS.contains(&self.words.document.lower[at]))
    }
}
