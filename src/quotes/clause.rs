//! One unit as clauses: its quoted stretches, what is reported in it, and where a reported clause ends.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::clause_end::Ends;
use super::extent::Unit;
use super::marks::{self, Quoted};
use super::words::{Class, Words};
use super::{Draft, attribution};
use crate::text::BlockKind;
use std::ops::Range;

/// One unit with what has been found in it.
pub(super) struct Clauses<'w, 'd> {
    pub words: &'w Words<'d>,
    pub unit: &'w Unit,
    /// The quoted stretches of the unit.
    pub quoted: &'w [Quoted],
    /// Tokens at which a leading report must end, in order: where an attribution that follows it begins.
    pub stops: Vec<usize>,
    /// Where each attribution that follows what it reports ends, and its speaker, in order.
    pub attributed: Vec<(usize, Range<usize>)>,
    pub drafts: Vec<Draft>,
    /// Whether nearly every word is capitalised.
    capitals: bool,
    /// Whether a clause ends at a joint.
    pub ends: &'w Ends<'w>,
}

/// The reports of one unit, in text order.
pub(super) fn reports(words: &Words, unit: &Unit, quoted: &[Quoted], ends: &Ends) -> Vec<Draft> {
    let mut clauses = Clauses {
        words,
        unit,
        quoted: &quoted[unit.quoted.clone()],
        stops: Vec::new(),
        attributed: Vec::new(),
        drafts: Vec::new(),
        capitals: words.are_capitals(unit.tokens.clone()),
        ends,
    };
    let phrases = clauses.verb_phrases();
    let following = attribution::following(&clauses, &phrases);
    clauses.stops = following.iter().map(|f| f.stop).collect();
    clauses.attributed = following.iter().map(|f| (f.end, f.speaker.clone())).collect();
    for (at, found) in following.iter().enumerate().filter(|(_, f)| f.quoted.is_some()) {
        clauses.take_quoted(found, following.get(at + 1).map(|f| f.stop));
    }
    for phrase in &phrases {
        clauses.take_leading(phrase);
    }
    for found in following.iter().filter(|f| f.quoted.is_none()) {
        clauses.take_clause(found);
    }
    let mut drafts = clauses.drafts;
    drafts.sort_by_key(|d| d.parts.first().map_or(usize::MAX, |p| p.start));
    drafts
}

impl Clauses<'_, '_> {
    /// The quoted stretch a token stands in, as an index into the unit's.
    pub fn stretch(&self, token: usize) -> Option<usize> {
        marks::holding(self.quoted, token)
    }

    /// Where the last quoted stretch before a token ends.
    pub fn quoted_end_before(&self, token: usize) -> Option<usize> {
        let before = self.quoted.partition_point(|q| q.tokens.end <= token).checked_sub(1)?;
        Some(self.quoted[before].tokens.end)
    }

    pub fn push(&mut self, draft: Draft) {
        self.drafts.push(draft);
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

    /// Whether an earlier find of this unit holds the token.
    pub fn claimed(&self, token: usize) -> bool {
        // The latest finds are the nearest: looking at a few keeps this constant.
        self.drafts.iter().rev().take(8).any(|draft| {
            draft.parts.iter().any(|part| part.contains(&token))
                || draft.cue.as_ref().is_some_and(|cue| cue.contains(&token))
        })
    }

    /// Whether the unit is a headline, by its block or by its capitals.
    pub fn is_headline(&self) -> bool {
        self.words.document.blocks[self.unit.block].kind == BlockKind::Headline || self.capitals
    }
}
