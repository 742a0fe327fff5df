//! Splits blocks into sentences.
//!
//! A sentence includes the quotation marks and brackets that close after its full stop. It continues after a stop if the following words show
//! that: a word in lower case (`"Stop!" he said`), a reporting clause after a quoted question (`"Really?" Smith asked`), a bracket that was
//! opened inside it, what an abbreviation belongs to ("Gen. Smith", "U.S. President"). After an abbreviation that can end a sentence, only a
//! function word begins a new one ("in the U.S. He"), or a subject after an address ("Durham, N.C. Ruiz stayed"). No sentence crosses a
//! block.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::class::Class;
use super::tokens::{Case, Token, TokenKind};
use crate::lists::{
    ABBREVIATIONS, CLOSED_CLASS, DIRECTIONS, EXCLAIMED_NAMES, HEADS, NAME_PARTICLES, REPORTING_VERBS, SENTENCE_STARTERS,
    STATE_ABBREVIATIONS,
};
use crate::room;
use std::ops::Range;

/// One sentence of a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// The block that contains it.
    pub block: usize,
    /// Its tokens, as indices into `Document::tokens`; never empty.
    pub tokens: Range<usize>,
}

/// The most words of a speaker's name between a quoted question and its reporting verb.
const NAME: usize = 6;

/// The number of tokens after an abbreviation that distinguish running text from a headline.
const HEADLINE: usize = 4;
/// The longest subject after an address, in tokens.
const SUBJECT: usize = 3;

/// Appends the sentences of the tokens from `first` on, all of them of one block.
#[inline(never)]
pub(super) fn split(text: &str, block: usize, tokens: &[Token], first: usize, sentences: &mut Vec<Sentence>) {
    let mut reader =
        Reader { text, tokens, start: first, worded: false, bracket: None, bracket_inside: false, quoted: false };
    let mut at = first;
    while at < tokens.len() {
        reader.pass(at);
        let mut end = at + 1;
        if let Some(stop) = reader.stop(at) {
            end = reader.closers(at);
            if end < tokens.len() && !reader.ends(stop, at, end) {
                at = end;
                continue;
            }
        }
        if end == tokens.len() || reader.stop(at).is_some() {
            let range = reader.start..end;
            room::make(sentences, tokens[range.start].span.start(), text.len());
            sentences.push(Sentence { block, tokens: range });
            reader.start = end;
            reader.bracket = None;
            reader.worded = false;
        }
        at = end;
    }
}

/// What can end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Full,
    /// "?" or "!".
    Loud,
    Ellipsis,
    /// A full stop that belongs to an abbreviation.
    Abbreviation,
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// First token of the sentence being read.
    start: usize,
    /// Whether a word of this sentence has passed.
    worded: bool,
    /// Whether one had when the open bracket was opened.
    bracket: Option<bool>,
    /// Whether the bracket that closed last was opened after the sentence's first word.
    bracket_inside: bool,
    /// Whether an odd number of straight double marks has passed in the block.
    quoted: bool,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Whether a token ends in a letter or digit, and so is not a stop, quotation mark or bracket.
    fn is_plain(&self, at: usize) -> bool {
        let last = self.tokens.get(at).and_then(|token| self.text.as_bytes().get(token.span.end().wrapping_sub(1)));
        last.is_some_and(u8::is_ascii_alphanumeric)
    }

    /// Keeps count of brackets and straight marks.
    fn pass(&mut self, at: usize) {
        if self.is_plain(at) {
            self.worded |= self.tokens[at].kind == TokenKind::Word;
            return;
        }
        match self.word(at) {
            "(" | "[" => self.bracket = Some(self.worded),
            ")" | "]" => self.bracket_inside = self.bracket.take().unwrap_or(false),
            "\"" => self.quoted = !self.quoted,
            _ => {}
        }
    }

    fn stop(&self, at: usize) -> Option<Stop> {
        if self.is_plain(at) {
            return None;
        }
        match self.word(at) {
            "." | "。" | "｡" | "।" | "۔" => Some(Stop::Full),
            "!" | "?" | "！" | "？" | "؟" | "‽" | "⁇" | "⁈" | "⁉" => Some(Stop::Loud),
            word if word.ends_with('…') || word.ends_with("..") || word.ends_with(" .") => Some(Stop::Ellipsis),
            word if word.len() > 1 && word.ends_with('.') => Some(Stop::Abbreviation),
            _ => None,
        }
    }

    /// The first token after the stop and the stops, marks and brackets that close with it.
    fn closers(&mut self, stop: usize) -> usize {
        let mut at = stop + 1;
        while let Some(token) = self.tokens.get(at) {
            let word = self.word(at);
            let opens_next = self.tokens.get(at + 1).is_some_and(|next| next.glued);
            let closes = match word {
                "." | "!" | "?" | "…" | "..." => token.glued,
                ")" | "]" | "}" => token.glued,
                "”" | "’" | "''" | "’’" | "»" | "›" | "」" | "』" => token.glued || !opens_next,
                "\"" | "'" | "“" | "‘" | "«" => match (token.glued, opens_next) {
                    (true, false) => true,
                    (false, false) => word != "\"" || self.quoted,
                    (true, true) => word == "\"" && self.quoted || self.closed_by_more(at),
                    (false, true) => false,
                },
                _ => false,
            };
            if word == "["
                && self.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number)
                && self.word(at + 2) == "]"
            {
                // A footnote: "[6]".
                at += 3;
                continue;
            }
            if !closes {
                break;
            }
            self.pass(at);
            at += 1;
        }
        at
    }

    /// Whether more closing punctuation is glued to a quotation mark: `.")`.
    fn closed_by_more(&self, at: usize) -> bool {
        matches!(self.word(at + 1), ")" | "]" | "”" | "’" | "\"" | "'" | "." | "," | ";")
    }

    /// Whether a sentence ends before the token `next`, after the stop at `at`.
    fn ends(&self, stop: Stop, at: usize, next: usize) -> bool {
        let closed = next > at + 1 && (at + 1..next).any(|c| self.tokens[c].kind == TokenKind::Mark);
        let bracketed = (at + 1..next).any(|c| matches!(self.word(c), ")" | "]"));
        let Some(begin) = self.opening(next) else { return false };
        let token = self.tokens[begin];
        let word = self.word(begin);
        // A stop with no white space after it: "3.Foo", "end.The", ".org".
        if self.glued(next) && !closed && !bracketed {
            let spaced_out =
                at.checked_sub(1).is_some_and(|before| before >= self.start && self.tokens[before].case == Case::Lower);
            let unspaced = !word.is_ascii() && !self.word(at).is_ascii();
            return unspaced || (stop != Stop::Abbreviation && spaced_out && token.case == Case::Title && word.len() > 1);
        }
        // "1. The plan": a list number.
        if at == self.start + 1 && stop == Stop::Full && self.is_list_number(self.start) {
            return false;
        }
        if bracketed && self.bracket_inside {
            return stop != Stop::Abbreviation && self.is_starter(begin);
        }
        let lower = token.case == Case::Lower;
        match stop {
            Stop::Full if lower => !closed && NAME_PARTICLES.get(word) == Some(&"begins"),
            Stop::Full => true,
            Stop::Loud if lower => false,
            Stop::Loud if closed && self.reports(begin) => false,
            Stop::Loud => self.is_starter(begin) || !self.is_exclaimed_name(at),
            Stop::Ellipsis => !lower && (closed || token.case != Case::None || token.kind == TokenKind::Number),
            Stop::Abbreviation => self.abbreviation_ends(at, begin, closed),
        }
    }

    /// The first token from `next` on that is a word or number, past opening marks, brackets, dashes and bullets; none where
    /// punctuation follows that never begins a sentence.
    fn opening(&self, next: usize) -> Option<usize> {
        let mut at = next;
        while at < self.tokens.len() && at < next + 4 {
            let token = self.tokens[at];
            match (token.kind, self.word(at)) {
                (TokenKind::Mark, _) => {}
                (TokenKind::Punctuation, "," | ";" | ":" | ")" | "]" | "/" | "%" | "&" | "." | "?" | "!") => return None,
                (TokenKind::Punctuation, "$" | "£" | "€" | "¥") => return Some(at),
                (TokenKind::Punctuation, _) => {}
                _ => return Some(at),
            }
            at += 1;
        }
        (at > next).then(|| (at - 1).min(self.tokens.len() - 1))
    }

    fn is_starter(&self, at: usize) -> bool {
        let capital = matches!(self.tokens[at].case, Case::Title | Case::Upper);
        capital && SENTENCE_STARTERS.contains(self.word(at).to_lowercase().as_str())
    }

    fn is_list_number(&self, at: usize) -> bool {
        let token = self.tokens[at];
        token.span.len() <= 3 && (token.kind == TokenKind::Number || token.span.len() == 1 && token.case == Case::Title)
    }

    /// "Yahoo!", "Jeopardy!".
    fn is_exclaimed_name(&self, at: usize) -> bool {
        self.glued(at) && at > self.start && EXCLAIMED_NAMES.contains(self.word(at - 1))
    }

    /// Whether a reporting clause begins here: a name and a verb of saying.
    fn reports(&self, begin: usize) -> bool {
        if self.is_starter(begin) {
            return false;
        }
        let mut at = begin;
        while at < begin + NAME
            && matches!(self.tokens.get(at), Some(t) if t.kind == TokenKind::Word && t.case != Case::Lower && t.case != Case::None)
        {
            at += 1;
        }
        at > begin && REPORTING_VERBS.contains(self.word(at))
    }

    fn abbreviation_ends(&self, at: usize, begin: usize, closed: bool) -> bool {
        let token = self.tokens[begin];
        if token.case == Case::Lower {
            return false;
        }
        if closed {
            return true;
        }
        let word = self.word(at);
        let bound =
            ABBREVIATIONS.get(word.trim_end_matches('.')).is_some_and(|class| *class == "bound" || *class == "number");
        self.is_running(begin + 1) && (!bound && self.is_starter(begin) || self.ends_address(at) && self.is_subject(begin))
    }

    /// "Durham, N.C." and "on Elm St.": an address goes on after a comma, or not at all.
    fn ends_address(&self, at: usize) -> bool {
        let capital = |at: usize| at >= self.start && self.tokens[at].case == Case::Title;
        let Some(before) = at.checked_sub(1).filter(|&before| before > self.start) else { return false };
        let word = self.word(at).trim_end_matches('.');
        if self.word(before) == "," {
            let initials = word.len() == 3 && word.as_bytes()[1] == b'.' && self.tokens[at].case == Case::Upper;
            return capital(before - 1) && (initials || STATE_ABBREVIATIONS.contains(word));
        }
        // "Mount St. Helens", "East St. Louis".
        let part = self.word(before).to_lowercase();
        let saint =
            word == "St" && (DIRECTIONS.contains(&part) || matches!(&*part, "mount" | "fort" | "port" | "lake" | "sault"));
        matches!(word, "St" | "Ave" | "Rd" | "Blvd" | "Pkwy" | "Hwy") && capital(before) && !saint
    }

    /// Whether a subject and its verb begin here: one to three words with capitals, the last of them no kind of place, then a word in lower
    /// case.
    fn is_subject(&self, begin: usize) -> bool {
        let capital = |at: &usize| {
            self.tokens.get(*at).is_some_and(|token| token.case == Case::Title && token.kind == TokenKind::Word)
        };
        let end = (begin..begin + SUBJECT).find(|at| !capital(at)).unwrap_or(begin + SUBJECT);
        let verb = self.tokens.get(end).is_some_and(|token| token.case == Case::Lower && token.kind == TokenKind::Word)
            && CLOSED_CLASS
                .get(self.word(end))
                .is_none_or(|class| matches!(class, Class::Auxiliary | Class::Negation | Class::Adverb));
        let kind = |at: usize| {
            let word = self.word(at).to_lowercase();
            HEADS.contains(&word) || DIRECTIONS.contains(&word)
        };
        end > begin && verb && !kind(begin) && !kind(end - 1)
    }

    /// Whether words in lower case follow soon, as they do in anything but a headline ("U.S. Will Respond").
    fn is_running(&self, from: usize) -> bool {
        let lower = |t: &Token| t.case == Case::Lower && t.span.len() > 1;
        self.tokens[from.min(self.tokens.len())..].iter().take(HEADLINE).any(lower)
    }
}
