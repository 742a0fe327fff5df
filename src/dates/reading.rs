//! The tokens of one sentence with their senses: what rules look at.
//!
//! Any token outside the sentence is [`Sense::Other`] and reads "", so rules may look around without care for the edges.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::lexicon::Sense;
use crate::syntax::{self, Label, Tag, Tags, words};
use crate::text::{BlockKind, Case, Document, Sentence, TokenKind};
use std::ops::Range;

/// How far around a word its sentence is looked at for small ones, in tokens.
const AROUND: usize = 8;

/// A sentence, seen through the senses of its words.
#[derive(Clone, Debug)]
pub(super) struct Reading<'d> {
    pub(super) document: &'d Document<'d>,
    senses: &'d [Sense],
    tags: &'d Tags,
    pub(super) sentence: Range<usize>,
    /// What the block is for that the sentence stands in.
    pub(super) block: BlockKind,
    /// Whether it is the first of its block.
    begins: bool,
}

impl<'d> Reading<'d> {
    pub(super) fn new(document: &'d Document<'d>, senses: &'d [Sense], tags: &'d Tags, sentence: &Sentence) -> Self {
        let block = &document.blocks[sentence.block];
        let first = document.sentences.get(block.sentences.start).map(|first| first.tokens.start);
        let begins = first == Some(sentence.tokens.start);
        Reading { document, senses, tags, sentence: sentence.tokens.clone(), block: block.kind, begins }
    }

    /// Whether the sentence is the first of its block.
    pub(super) fn begins_block(&self) -> bool {
        self.begins
    }

    /// What a token of this sentence is; [`Tag::Other`] beyond it.
    pub(super) fn tag(&self, token: usize) -> Tag {
        if self.sentence.contains(&token) { self.tags.get(token) } else { Tag::Other }
    }

    /// Whether a token of this sentence is an auxiliary, a copula or a modal.
    pub(super) fn is_auxiliary(&self, token: usize) -> bool {
        self.sentence.contains(&token) && self.tags.is_auxiliary(token)
    }

    /// The sense of a token of this sentence.
    pub(super) fn sense(&self, token: usize) -> Sense {
        if self.sentence.contains(&token) { self.senses[token] } else { Sense::Other }
    }

    /// A token of this sentence, as it is written.
    pub(super) fn word(&self, token: usize) -> &'d str {
        if self.sentence.contains(&token) { self.document.word(token) } else { "" }
    }

    /// A token of this sentence in lower case.
    pub(super) fn lower(&self, token: usize) -> &'d str {
        if self.sentence.contains(&token) { &self.document.lower[token] } else { "" }
    }

    /// Whether a token is a word, given in lower case.
    pub(super) fn is(&self, token: usize, word: &str) -> bool {
        self.lower(token) == word
    }

    /// Whether a token is one of some words, given in lower case.
    pub(super) fn is_any(&self, token: usize, words: &[&str]) -> bool {
        words.contains(&self.lower(token))
    }

    /// Whether no white space stands before a token.
    pub(super) fn glued(&self, token: usize) -> bool {
        self.sentence.contains(&token) && self.document.tokens[token].glued
    }

    /// Whether a word of this sentence can be one of some things elsewhere: "votes" and "host" can be verbs. None where the word is not known.
    pub(super) fn can_be(&self, token: usize, tags: &[Tag]) -> Option<bool> {
        let labels = || syntax::model().and_then(|model| Some(model.labels(model.set(words::key(self.document, token))?)));
        let labels = self.sentence.contains(&token).then(labels).flatten();
        labels.map(|labels| tags.iter().any(|tag| labels >> Label::usual(*tag).number() & 1 == 1))
    }

    /// The token after `token`, past a hyphen between them where there is one.
    pub(super) fn past_hyphen(&self, token: usize) -> usize {
        if self.hyphen(token) { token + 1 } else { token }
    }

    /// Whether a token is a hyphen or dash that joins words.
    pub(super) fn hyphen(&self, token: usize) -> bool {
        matches!(self.word(token), "-" | "‐" | "‑" | "–")
    }

    /// Whether a token is a possessive ending.
    pub(super) fn possessive(&self, token: usize) -> bool {
        matches!(self.word(token), "'s" | "’s" | "'" | "’")
    }

    /// Whether the token is capitalised.
    pub(super) fn capital(&self, token: usize) -> bool {
        self.word(token).starts_with(char::is_uppercase)
    }

    /// Whether a word that is no name elsewhere is written as one: with a capital, behind another word, where words have none.
    pub(super) fn is_named(&self, token: usize) -> bool {
        let around = token.saturating_sub(AROUND).max(self.sentence.start)..(token + AROUND).min(self.sentence.end);
        let word = |at: &usize| self.document.tokens[*at].kind == TokenKind::Word;
        let small = |at: usize| self.document.tokens[at].case == Case::Lower && self.word(at).len() > 3;
        let case = self.sentence.contains(&token).then(|| self.document.tokens[token].case);
        case == Some(Case::Title)
            && token.checked_sub(1).filter(|before| self.sentence.contains(before)).is_some_and(|before| word(&before))
            && around.filter(word).any(small)
    }
}
