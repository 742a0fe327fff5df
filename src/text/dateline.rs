//! The dateline that opens a report: where a paragraph's own words begin after it.
//!
//! A dateline on a line of its own is a block ([`super::BlockKind::Dateline`]); this one stands before the first sentence, which
//! it is no part of, though no full stop ends it.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::{BlockKind, Document};
use crate::patterns::datelines;

/// The token with which the words of a block begin, past a dateline: "KYIV, Jan 2 (Reuters) - Troops moved".
pub fn words_begin(document: &Document, block: usize) -> usize {
    let block = &document.blocks[block];
    let Some(sentence) = document.sentences.get(block.sentences.start).filter(|_| !block.sentences.is_empty()) else {
        return 0;
    };
    let first = sentence.tokens.start;
    let text = block.span.of(document.text);
    match datelines::DFA.longest(text) {
        Some((datelines::INLINE, end)) if block.kind == BlockKind::Paragraph => {
            // The match ends in the first letter, or in the first byte, of the token that follows.
            let begun = block.span.start() + end;
            let after = first + document.tokens[sentence.tokens.clone()].partition_point(|token| token.span.end() < begun);
            if after < sentence.tokens.end { after } else { first }
        }
        _ => first,
    }
}
