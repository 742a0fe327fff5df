//! Sentences: where one ends and the next begins.

use super::tokens::Token;
use crate::span::Span;
use std::ops::Range;

/// One sentence of a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// The block it stands in.
    pub block: usize,
    /// Its tokens, as indices into `Document::tokens`; never empty.
    pub tokens: Range<usize>,
}

/// Appends the sentences of the tokens from `first` on, all of them of one block.
pub(super) fn split(text: &str, block: usize, tokens: &[Token], first: usize, sentences: &mut Vec<Sentence>) {
    let mut start = first;
    for at in first..tokens.len() {
        let ends = matches!(tokens[at].span.of(text), "." | "!" | "?") && tokens.get(at + 1).is_none_or(|next| !next.glued);
        if ends || at + 1 == tokens.len() {
            sentences.push(Sentence { span: tokens[start].span.cover(tokens[at].span), block, tokens: start..at + 1 });
            start = at + 1;
        }
    }
}
