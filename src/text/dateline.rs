//! The dateline that opens a report, and where the report's own words begin after it.
//!
//! A dateline on a line of its own is a block ([`super::BlockKind::Dateline`]). This one precedes the first sentence without belonging to
//! it, although no full stop separates them.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::{BlockKind, Document};
use crate::lists::AGENCIES;
use crate::patterns::datelines;

/// The longest dateline before a report, in bytes; a limit, because every paragraph is searched for one.
const LONGEST: usize = 240;

/// Whether a line is a dateline and nothing else.
pub fn is_dateline(text: &str) -> bool {
    match datelines::DFA.longest(text) {
        Some((datelines::DATELINE, _)) => true,
        Some((datelines::SIGNED, _)) => is_signed(text),
        _ => false,
    }
}

/// Where the words of a paragraph begin past a dateline: in the first letter, or the first byte, of a token.
fn inline(text: &str) -> Option<usize> {
    let head = (0..=LONGEST.min(text.len())).rev().find_map(|end| text.get(..end))?;
    match datelines::DFA.longest(head) {
        Some((datelines::INLINE, end)) => Some(end),
        Some((datelines::INLINE_SIGNED, end)) => is_signed(text).then_some(end),
        _ => None,
    }
}

/// Whether the text in the first brackets is, or could be, the name of an agency: "(dpa)", "(RFE/RL)", "(ABC)".
fn is_signed(text: &str) -> bool {
    let inside = text.split(['(', ')']).nth(1).unwrap_or_default();
    let letters = |part: &str| part.len() <= 5 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    inside.split('/').all(|part| letters(part) || AGENCIES.contains(part.to_lowercase().as_str()))
}

/// The token with which the words of a block begin, past a dateline: "KYIV, Jan 2 (Reuters) - Troops moved".
pub fn words_begin(document: &Document, block: usize) -> usize {
    let block = &document.blocks[block];
    let Some(sentence) = document.sentences.get(block.sentences.start).filter(|_| !block.sentences.is_empty()) else {
        return 0;
    };
    let first = sentence.tokens.start;
    let text = block.span.of(document.text);
    match inline(text).filter(|_| block.kind == BlockKind::Paragraph) {
        Some(end) => {
            let begun = block.span.start() + end;
            let after = first + document.tokens[sentence.tokens.clone()].partition_point(|token| token.span.end() < begun);
            if after < sentence.tokens.end { after } else { first }
        }
        None => first,
    }
}
