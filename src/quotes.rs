//! Quotes: what is said, directly or reported, and by whom.
//!
//! Extent first, from marks and clauses; then cue and speaker, by an ordered cascade of evidence. A quote nobody is credited
//! with has no speaker, never a guess; scare quotes and titles of works are not quotes.

use crate::entities::Entities;
use crate::span::Span;
use crate::text::Document;
use serde::{Deserialize, Serialize};

/// Whether the speaker's own words are given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// Wholly within quotation marks.
    Direct,
    /// Reported without marks.
    Indirect,
    /// Reported speech with quoted words in it.
    Mixed,
}

/// The evidence that chose a quote's speaker.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuoteRule {
    /// No speaker was found.
    Unattributed,
}

/// Who is credited with a quote.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Speaker {
    /// The words that name the speaker ("White House spokeswoman Jen Psaki", "he").
    pub span: Span,
    /// The entity they stand for, as an index into `Entities::entities`, where it is resolved.
    pub entity: Option<usize>,
}

/// One quote.
#[derive(Clone, PartialEq, Debug)]
pub struct Quote {
    /// Covers all parts and their quotation marks.
    pub span: Span,
    /// Its stretches of quoted or reported text, in order, disjoint, marks included.
    pub parts: Vec<Span>,
    /// Direct, indirect or mixed.
    pub kind: QuoteKind,
    /// Who said it.
    pub speaker: Option<Speaker>,
    /// The words that mark it as speech ("has told", "according to").
    pub cue: Option<Span>,
    /// What chose the speaker.
    pub rule: QuoteRule,
    /// Probability that the quote is one and its speaker right, 0 to 1.
    pub score: f32,
}

/// Finds the quotes of an article, in text order.
pub fn find(_document: &Document, _entities: &Entities) -> Vec<Quote> {
    Vec::new()
}
