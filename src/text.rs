//! The article as text: blocks, in them sentences, in them tokens.
//!
//! Everything later stands on these three lists. This stage knows nothing of names, speech or dates; it never changes the
//! text, and it covers all of it: every character that is not white space belongs to exactly one token.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

mod blocks;
mod class;
mod dateline;
mod hyphens;
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
    /// The article, unchanged.
    pub text: &'t str,
    /// Paragraph-like stretches. They do not overlap; white space lies between them.
    pub blocks: Vec<Block>,
    /// Sentences; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// Tokens; none crosses a sentence.
    pub tokens: Vec<Token>,
    /// The tokens in lower case.
    pub lower: Lower<'t>,
}

impl<'t> Document<'t> {
    /// Reads a text as it stands, every character of it. Linear in its length, for any text.
    pub fn read(text: &'t str) -> Self {
        Self::of_paragraphs(text, &lines::spans(text))
    }

    /// Reads what is read of a text.
    pub fn of(reading: &'t Reading) -> Self {
        Self::of_paragraphs(reading.text(), reading.paragraphs())
    }

    fn of_paragraphs(text: &'t str, paragraphs: &[Span]) -> Self {
        let mut blocks = blocks::tell(text, paragraphs);
        let (mut tokens, mut sentences, mut lower) = (Vec::new(), Vec::new(), Lowering::default());
        for (index, block) in blocks.iter_mut().enumerate() {
            let (first_token, first_sentence) = (tokens.len(), sentences.len());
            tokens::split(text, block.span, &mut tokens);
            lower.extend(text, &tokens[first_token..]);
            sentences::split(text, index, &tokens, first_token, &mut sentences);
            block.sentences = first_sentence..sentences.len();
        }
        tokens.shrink_to_fit();
        Document { text, blocks, sentences, tokens, lower: lower.finish() }
    }

    /// The text of a token.
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.text)
    }

    /// The text of a token, or "" where there is no such token: for looking around near the edges of a sentence.
    pub fn word_or_empty(&self, token: Option<usize>) -> &'t str {
        token.and_then(|t| self.tokens.get(t)).map_or("", |t| t.span.of(self.text))
    }

    /// The span from the first to the last of some tokens; empty at the text's start where there are none.
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if !tokens.is_empty() => first.span.cover(last.span),
            _ => Span::new(0, 0),
        }
    }

    /// The tokens that lie wholly inside a span.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start() < span.start());
        let end = self.tokens.partition_point(|t| t.span.end() <= span.end());
        start..end.max(start)
    }

    /// The token with which the words of a block begin, past a dateline before them: "KYIV, Jan 2 (Agency) - Troops moved".
    pub fn words_begin(&self, block: usize) -> usize {
        dateline::words_begin(self, block)
    }

    /// The sentence a token stands in.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= token)
    }
}
