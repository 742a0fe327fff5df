//! The article as text: blocks, which contain sentences, which contain tokens.
//!
//! All later stages build on these three lists. This stage knows nothing of names, speech or dates. It never changes the text, and
//! covers all of it: every character that is not white space belongs to exactly one token.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

mod blocks;
mod class;
mod dateline;
mod hyphens;
mod language;
mod lines;
mod lower;
mod noise;
mod pages;
mod quoting;
mod reading;
mod sentences;
mod tokens;

use crate::span::Span;
use std::ops::Range;

pub use blocks::{Block, BlockKind};
pub(crate) use class::Class;
pub use lower::Lower;
use lower::Lowering;
pub use reading::Reading;
pub use sentences::Sentence;
pub use tokens::{Case, Token, TokenKind};

/// An article with its blocks, sentences and tokens, each in text order.
#[derive(Debug)]
pub struct Document<'t> {
    /// The clean text.
    pub text: &'t str,
    /// Paragraphs and the like. They do not overlap, and only white space is between them.
    pub blocks: Vec<Block>,
    /// Sentences; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// Tokens; none crosses a sentence.
    pub tokens: Vec<Token>,
    /// The tokens in lower case.
    pub lower: Lower<'t>,
    /// The language of most of it, ISO 639-1 or "und"; none if too little tells, or nobody asked.
    pub language: Option<&'static str>,
}

impl<'t> Document<'t> {
    /// Reads a text literally, every character of it. Linear in its length, for any text.
    pub fn read(text: &'t str) -> Self {
        let blocks = blocks::tell(text, &lines::spans(text));
        Self::of_blocks(text, blocks, &[])
    }

    /// Reads the clean text, and splits only an article's English blocks into tokens: boilerplate and other languages keep their blocks, without
    /// tokens.
    pub fn of(reading: &'t Reading) -> Self {
        let text = reading.text();
        let blocks = blocks::tell(text, reading.paragraphs());
        let mut unread: Vec<bool> = blocks.iter().map(|block| block.is_furniture(text)).collect();
        let document = Self::of_blocks(text, blocks, &unread);
        let told = language::tell(&document);
        if !told.foreign.contains(&true) {
            return Document { language: told.language, ..document };
        }
        unread.iter_mut().zip(told.foreign).for_each(|(unread, foreign)| *unread |= foreign);
        Document { language: told.language, ..Self::of_blocks(text, document.blocks, &unread) }
    }

    /// Reads the whole clean text, including boilerplate and other languages, as if it were an article in English.
    pub fn of_everything(reading: &'t Reading) -> Self {
        let text = reading.text();
        let document = Self::of_blocks(text, blocks::tell(text, reading.paragraphs()), &[]);
        Document { language: language::tell(&document).language, ..document }
    }

    /// Reads all blocks except those that are left unread.
    fn of_blocks(text: &'t str, mut blocks: Vec<Block>, unread: &[bool]) -> Self {
        let (mut tokens, mut sentences, mut lower) = (Vec::new(), Vec::new(), Lowering::default());
        for (index, block) in blocks.iter_mut().enumerate() {
            let (first_token, first_sentence) = (tokens.len(), sentences.len());
            if unread.get(index) != Some(&true) {
                tokens::split(text, block.span, &mut tokens);
                lower.extend(text, &tokens[first_token..]);
                sentences::split(text, index, &tokens, first_token, &mut sentences);
            }
            block.sentences = first_sentence..sentences.len();
        }
        tokens.shrink_to_fit();
        Document { text, blocks, sentences, tokens, lower: lower.finish(), language: None }
    }

    /// The text of a token.
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.text)
    }

    /// The text of a token, or "" if there is no such token: for looking around near the edges of a sentence.
    pub fn word_or_empty(&self, token: Option<usize>) -> &'t str {
        token.and_then(|t| self.tokens.get(t)).map_or("", |t| t.span.of(self.text))
    }

    /// The span from the first to the last of some tokens; empty at the text's start if there are none.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if !tokens.is_empty() => first.span.cover(last.span),
            _ => Span::new(0, 0),
        }
    }

    /// The tokens that lie entirely inside a span.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start() < span.start());
        let end = self.tokens.partition_point(|t| t.span.end() <= span.end());
        start..end.max(start)
    }

    /// The tokens that overlap a span.
    pub fn tokens_at(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.end() <= span.start());
        let end = self.tokens.partition_point(|t| t.span.start() < span.end());
        start..end.max(start)
    }

    /// The token with which the words of a block begin, past a dateline before them: "KYIV, Jan 2 (Agency) - Troops moved".
    pub fn words_begin(&self, block: usize) -> usize {
        dateline::words_begin(self, block)
    }

    /// The sentence that contains a token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= token)
    }
}
