//! Quotation marks: which of them open and close a stretch of quoted words.
//!
//! Marks are paired within a block. A mark left open goes on in the next block where that opens anew, or closes what it never
//! opened; otherwise it ends with its block, or with its sentence where the block goes on for long. Only outermost stretches are given; what is
//! quoted inside belongs to them. Whether anybody says the words is not asked here.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use crate::lists::REPORTING_VERBS;
use crate::room;
use crate::text::{Case, Document, Sentence, TokenKind};
use std::collections::VecDeque;
use std::ops::Range;

/// A stretch of text in quotation marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Quoted {
    /// Its tokens, marks included.
    pub tokens: Range<usize>,
    /// Whether a mark opens it; if not, it goes on with the stretch before it, from its block's first word.
    pub opened: bool,
    /// Whether a mark closes it; if not, it ends with its block or its sentence.
    pub closed: bool,
}

impl Quoted {
    /// The tokens between the marks.
    pub fn inside(&self) -> Range<usize> {
        let start = self.tokens.start + usize::from(self.opened);
        let end = self.tokens.end - usize::from(self.closed);
        start..end.max(start)
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
    /// Whether it looks the same opening and closing.
    straight: bool,
    /// Whether white space stands on both sides, so that only another mark tells what it does.
    spaced: bool,
    /// Whether it begins its block, or what a colon leads to.
    led: bool,
}

/// How many paragraphs without any mark may stand between a mark and the one that closes it.
const MOST_BETWEEN: usize = 3;

/// The outermost quoted stretches of an article, in text order.
#[inline(never)]
pub(super) fn pair(document: &Document) -> Vec<Quoted> {
    let mut quoted = Vec::new();
    // The family that the last stretch was left open in, and the blocks without marks since.
    let mut open: Option<(Family, Vec<Range<usize>>)> = None;
    for (index, block) in document.blocks.iter().enumerate() {
        let Some(first) = document.sentences.get(block.sentences.start) else { continue };
        let Some(last) = block.sentences.end.checked_sub(1).and_then(|s| document.sentences.get(s)) else { continue };
        let mut tokens = first.tokens.start..last.tokens.end;
        if let Some((family, mut between)) = open.take() {
            let mark = tokens.clone().find_map(|at| read(document, at, &tokens));
            let words = document.words_begin(index);
            match mark {
                None if between.len() < MOST_BETWEEN => {
                    between.push(tokens);
                    open = Some((family, between));
                    continue;
                }
                Some(mark)
                    if mark.family == family && mark.closes && !mark.opens && goes_on(document, words..mark.token) =>
                {
                    let middle = between.into_iter().map(|tokens| Quoted { tokens, opened: false, closed: false });
                    quoted.extend(middle);
                    quoted.push(Quoted { tokens: words..mark.token + 1, opened: false, closed: true });
                    tokens.start = mark.token + 1;
                }
                Some(mark) if between.is_empty() && mark.family == family && mark.opens && mark.token == words => {}
                _ => end_unclosed(document, &mut quoted),
            }
        }
        let marks = tokens.clone().filter_map(|at| read(document, at, &tokens));
        open = pair_block(document, marks, tokens.end, &mut quoted).map(|family| (family, Vec::new()));
    }
    if open.is_some() {
        end_unclosed(document, &mut quoted);
    }
    quoted
}

/// Whether the words before a mark that closes what it did not open are more than the name of who said it, below their words: Ana
/// Ruiz, mayor of Solvik.”
fn goes_on(document: &Document, tokens: Range<usize>) -> bool {
    let capital = |at: &usize| matches!(document.tokens[*at].case, Case::Title | Case::Upper | Case::Mixed);
    let name = tokens.clone().take_while(capital).count();
    let after = tokens.start + name;
    !tokens.is_empty() && !(name > 1 && (after == tokens.end || matches!(document.word(after), "," | "." | "(")))
}

/// Ends the last stretch, which nothing closes: where a closing mark was forgotten at the end of a paragraph, with that; where a
/// long paragraph goes on to tell who says what, with the sentence that it begins in.
fn end_unclosed(document: &Document, quoted: &mut [Quoted]) {
    let Some(last) = quoted.last_mut() else { return };
    let own = document.sentence_of(last.tokens.start);
    let rest = document.sentences.get(own + 1..).unwrap_or_default();
    let rest = rest.iter().take_while(|sentence| sentence.tokens.start < last.tokens.end).take(LONGEST + 1);
    let told = |sentence: &Sentence| sentence.tokens.clone().any(|at| REPORTING_VERBS.contains(&document.lower[at]));
    let (sentences, told) = rest.fold((0, false), |(sentences, so_far), next| (sentences + 1, so_far || told(next)));
    if sentences > LONGEST || sentences > FORGOTTEN && told {
        last.tokens.end = document.sentences.get(own).map_or(last.tokens.end, |own| own.tokens.end);
    }
}

/// How many sentences may follow one in which a mark opens that nothing closes, whatever they tell, and how many at all.
const FORGOTTEN: usize = 3;
const LONGEST: usize = 12;

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
        // " We won ": which of two a mark with space on both sides is, is told by whether one is open.
        "\"" if space_before && space_after => (true, true),
        // "We won, "she said: the space of the mark stands on its wrong side.
        "\"" if space_before && leads && is_attributed(document, at, block) => (true, true),
        _ => (open_before && (leads || space_before && !space_after), !(space_before && leads)),
    };
    let straight = matches!(shape, "\"" | "'" | "''");
    let led = at == block.start || document.word(at - 1) == ":";
    Some(Mark { token: at, family, opens, closes, straight, spaced: space_before && space_after, led })
}

/// Whether the words before a mark end with punctuation, and those after it say who said them: "she said", "said Ruiz".
fn is_attributed(document: &Document, mark: usize, block: &Range<usize>) -> bool {
    let ended = mark > block.start && matches!(document.word(mark - 1), "," | "?" | "!" | "." | "…");
    let lower = document.tokens.get(mark + 1).is_some_and(|next| next.case == Case::Lower);
    let verb = (mark + 1..block.end).take(3).find(|&at| REPORTING_VERBS.contains(&document.lower[at]));
    ended && verb.is_some_and(|verb| lower || verb > mark + 1)
}

/// Appends the stretches of a block that ends at a token. Gives the family of the last where the block leaves it open.
fn pair_block(
    document: &Document,
    mut marks: impl Iterator<Item = Mark>,
    end: usize,
    quoted: &mut Vec<Quoted>,
) -> Option<Family> {
    // Those that may close the first of them, and it.
    let mut near = VecDeque::new();
    loop {
        near.extend(marks.by_ref().take(MOST_INSIDE + 1 - near.len()));
        let &open = near.front()?;
        if !open.opens {
            near.pop_front();
            continue;
        }
        room::make(quoted, open.token, document.tokens.len());
        let past = match close_of(&near) {
            Close::At(close) => {
                quoted.push(Quoted { tokens: open.token..near[close].token + 1, opened: true, closed: true });
                close + 1
            }
            // A single mark that nothing closes is an apostrophe, or a slip; one with space around it is nothing.
            _ if open.family == Family::Single || open.spaced && open.closes => 1,
            Close::Reopened(next) => {
                quoted.push(Quoted { tokens: open.token..near[next].token, opened: true, closed: false });
                end_unclosed(document, quoted);
                next
            }
            Close::Never => {
                quoted.push(Quoted { tokens: open.token..end, opened: true, closed: false });
                return Some(open.family);
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
    // What only another mark makes one is closed by the next or by none.
    if marks[0].spaced && marks[0].closes {
        let next = marks.iter().skip(1).position(|mark| mark.family == family);
        return next.filter(|&next| marks[next + 1].closes).map_or(Close::Never, |next| Close::At(next + 1));
    }
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
            // "It is no “justice” any more: what other marks set off is nested, and the first is still open.
            if depth == 1 && marks[0].led && reopened.is_some_and(|open: usize| marks[open].straight != marks[0].straight) {
                reopened = None;
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
