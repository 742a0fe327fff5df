//! Runs: the stretches of a sentence that names can stand in. Everything else is outside any name without a further look.
//!
//! A name has a capital or a digit in it, and one that grammar does not ask for: "The" before "bridge", "I" and "Monday" begin
//! none. Around and between such tokens a few others count in: particles ("bin", "von"),
//! what joins ("of the", "&"), and what is glued on ("al-", "-hye").
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use crate::entities::casing::View;
use crate::lists;
use crate::room;
use crate::text::{Case, TokenKind};
use std::ops::Range;

/// How many tokens without a capital may stand between two with one.
const GAP: usize = 3;
/// The longest run, in tokens: beyond it, a list of names without end, a new one begins. The lattice needs memory for each token of one.
pub const LONGEST: usize = 200;

/// A stretch that names can stand in.
pub struct Run {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The sentence they are of.
    pub sentence: usize,
}

/// The runs of an article, in text order.
pub fn find(view: &View) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (number, sentence) in view.document.sentences.iter().enumerate() {
        let first = runs.len();
        let capitals = sentence.tokens.clone().filter(|&at| capital(view, at) && !is_of_grammar(view, at, &sentence.tokens));
        for at in capitals {
            let start = before(view, at, sentence.tokens.start);
            let end = after(view, at + 1, sentence.tokens.end);
            let start = match runs[first..].last_mut().map(|run| &mut run.tokens) {
                Some(tokens) if start <= tokens.end + GAP && end - tokens.start <= LONGEST => {
                    tokens.end = end;
                    continue;
                }
                Some(tokens) if end <= tokens.end => continue,
                Some(tokens) => start.max(tokens.end),
                None => start,
            };
            room::make(&mut runs, at, view.document.tokens.len());
            runs.push(Run { tokens: start..end, sentence: number });
        }
    }
    runs
}

fn capital(view: &View, at: usize) -> bool {
    let token = view.document.tokens[at];
    match token.kind {
        TokenKind::Word => !matches!(token.case, Case::None | Case::Lower) && !view.lower[at].starts_with('\''),
        TokenKind::Handle | TokenKind::Hashtag => true,
        TokenKind::Number => !matches!(token.case, Case::None | Case::Lower),
        _ => false,
    }
}

/// Whether grammar alone explains a capital: that of a small word at the beginning of a sentence, of "I", of a day or a month
/// (of three letters it may be anything: "Sun", "May"). Beside another capital ("The Hague", "Black Friday") it may be part of a name.
fn is_of_grammar(view: &View, at: usize, sentence: &Range<usize>) -> bool {
    let word = &view.lower[at];
    let known = lists::SENTENCE_STARTERS.contains(word) && view.begins(at, sentence)
        || lists::CALENDAR_WORDS.contains(word) && word.len() > 3
        || word == "i";
    known
        && view.document.tokens[at].case == Case::Title
        && !(at > sentence.start && capital(view, at - 1))
        && !(at + 1 < sentence.end && capital(view, at + 1))
}

/// Where a run with this capital begins.
fn before(view: &View, at: usize, sentence: usize) -> usize {
    let mut start = at;
    let glued = |t: usize| view.document.tokens[t].glued;
    while start > sentence && at - start < GAP {
        let previous = &view.lower[start - 1];
        let kind = view.document.tokens[start - 1].kind;
        let listed = lists::NAME_PARTICLES.contains(previous) || lists::DIRECTIONS.contains(previous);
        let number = start == at && kind == TokenKind::Number && !glued(start);
        let hyphen = previous == "-";
        let hyphened = start < at && view.lower.is(start, "-") && kind == TokenKind::Word;
        if hyphen || hyphened || listed || number {
            start -= 1;
        } else {
            break;
        }
    }
    // A hyphen alone begins nothing.
    if start < at && view.lower.is(start, "-") { start + 1 } else { start }
}

/// Where a run with the capital before `from` ends: past what is glued on by hyphens, and past a number.
fn after(view: &View, from: usize, sentence: usize) -> usize {
    let mut end = from;
    let tokens = &view.document.tokens;
    while end + 1 < sentence && end < from + 6 && view.lower.is(end, "-") && tokens[end].glued == tokens[end + 1].glued {
        end += 2;
    }
    if end < sentence && tokens[end].kind == TokenKind::Number && !tokens[end].glued { end + 1 } else { end }
}
