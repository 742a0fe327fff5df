//! Quotation marks: which of them open and close a stretch of quoted words.
//!
//! Marks are paired within a block and only there: a mark left open ends with its block, so that nothing is ever swallowed.
//! Only outermost stretches are given; what is quoted inside belongs to them. Whether anybody says the words is not asked here.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use crate::room;
use crate::text::{Document, TokenKind};
use std::collections::VecDeque;
use std::ops::Range;

/// A stretch of text in quotation marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Quoted {
    /// Its tokens, marks included.
    pub tokens: Range<usize>,
    /// Whether a mark closes it; if not, it ends with its block, or before the next opening mark.
    pub closed: bool,
}

impl Quoted {
    /// The tokens between the marks.
    pub fn inside(&self) -> Range<usize> {
        let end = if self.closed { self.tokens.end - 1 } else { self.tokens.end };
        self.tokens.start + 1..end.max(self.tokens.start + 1)
    }
}

/// The stretch that holds a token, as an index into stretches in text order.
pub(super) fn holding(quoted: &[Quoted], token: usize) -> Option<usize> {
    let at = quoted.partition_point(|stretch| stretch.tokens.end <= token);
    quoted.get(at).filter(|stretch| stretch.tokens.start <= token).map(|_| at)
}

/// Marks that can close one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Guillemet,
    SingleGuillemet,
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Mark {
    token: usize,
    family: Family,
    opens: bool,
    closes: bool,
}

/// The outermost quoted stretches of an article, in text order.
#[inline(never)]
pub(super) fn pair(document: &Document) -> Vec<Quoted> {
    let mut quoted = Vec::new();
    for block in &document.blocks {
        let Some(first) = document.sentences.get(block.sentences.start) else { continue };
        let Some(last) = block.sentences.end.checked_sub(1).and_then(|s| document.sentences.get(s)) else { continue };
        let tokens = first.tokens.start..last.tokens.end;
        let marks = tokens.clone().filter_map(|at| read(document, at, &tokens));
        pair_block(marks, tokens.end, document.tokens.len(), &mut quoted);
    }
    quoted
}

/// What the mark at a token can do, judged by its shape and by the white space around it.
fn read(document: &Document, at: usize, block: &Range<usize>) -> Option<Mark> {
    let token = document.tokens[at];
    if token.kind != TokenKind::Mark {
        return None;
    }
    let shape = document.word(at);
    let family = match shape {
        "‘" | "’" | "'" | "‚" | "‛" | "`" => Family::Single,
        "«" | "»" => Family::Guillemet,
        "‹" | "›" => Family::SingleGuillemet,
        _ => Family::Double,
    };
    let before = (at > block.start).then(|| document.tokens[at - 1]);
    let after = (at + 1 < block.end).then(|| document.tokens[at + 1]);
    let is_word = |kind: TokenKind| !matches!(kind, TokenKind::Mark | TokenKind::Punctuation);
    let space_before = !token.glued || before.is_none();
    let space_after = after.is_none_or(|next| !next.glued);
    let leads = after.is_some_and(|next| next.glued);
    let word_after = after.is_some_and(|next| next.glued && is_word(next.kind));
    // A bracket or dash before, and a word after, opens as white space does.
    let open_before = space_before
        || before.is_some_and(|b| {
            !is_word(b.kind) && !matches!(document.word(at - 1), "." | "," | "!" | "?" | "…" | ":" | ";" | ")" | "]")
        });
    let (opens, closes) = match shape {
        "“" | "‘" | "„" | "‚" | "‟" | "‛" | "``" | "`" => {
            (!space_after || space_before, space_after && !space_before)
        }
        "”" | "’" => (space_before && word_after, !(space_before && word_after)),
        "«" | "‹" | "»" | "›" => (open_before && leads || matches!(shape, "«" | "‹") && space_before, true),
        _ => (open_before && (leads || space_before && !space_after), !(space_before && leads)),
    };
    Some(Mark { token: at, family, opens, closes })
}

/// Appends the stretches of a block that ends at a token, of so many.
fn pair_block(mut marks: impl Iterator<Item = Mark>, end: usize, tokens: usize, quoted: &mut Vec<Quoted>) {
    // Those that may close the first of them, and it.
    let mut near = VecDeque::new();
    loop {
        near.extend(marks.by_ref().take(MOST_INSIDE + 1 - near.len()));
        let Some(&open) = near.front() else { return };
        if !open.opens {
            near.pop_front();
            continue;
        }
        room::make(quoted, open.token, tokens);
        let past = match close_of(&near) {
            Close::At(close) => {
                quoted.push(Quoted { tokens: open.token..near[close].token + 1, closed: true });
                close + 1
            }
            // A single mark that nothing closes is an apostrophe, or a slip.
            _ if open.family == Family::Single => 1,
            Close::Reopened(next) => {
                quoted.push(Quoted { tokens: open.token..near[next].token, closed: false });
                next
            }
            Close::Never => {
                quoted.push(Quoted { tokens: open.token..end, closed: false });
                return;
            }
        };
        near.drain(..past);
    }
}

/// Where an opened mark ends.
enum Close {
    /// At this mark.
    At(usize),
    /// Nowhere; this mark opens the next stretch.
    Reopened(usize),
    /// Nowhere in the block.
    Never,
}

/// How many marks may stand inside a quoted stretch: far more than any text has, few enough to stay linear.
const MOST_INSIDE: usize = 64;

/// Where the first of some marks closes.
fn close_of(marks: &VecDeque<Mark>) -> Close {
    let family = marks[0].family;
    let mut depth = 1_usize;
    let mut reopened = None;
    for (at, mark) in marks.iter().enumerate().skip(1) {
        if mark.family != family {
            continue;
        }
        if mark.closes && !(mark.opens && depth == 0) {
            depth -= 1;
            if depth == 0 {
                return Close::At(at);
            }
        } else if mark.opens {
            // The same kind of mark opened within: nested, if the rest closes both; else the first was never closed.
            depth += 1;
            reopened = reopened.or(Some(at));
        }
    }
    match reopened {
        Some(at) => Close::Reopened(at),
        None => Close::Never,
    }
}
