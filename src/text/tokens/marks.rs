//! Distinguishes apostrophes from single quotation marks.
//!
//! An apostrophe belongs to a word or number. A closing single quotation mark never does.
#![expect(clippy::indexing_slicing, clippy::string_slice, reason = "text is cut where a character was found to begin")]

use super::TokenKind;
use super::characters::{is_alphanumeric, is_apostrophe, is_letter};
use super::scanner::Scanner;
use crate::lists::{ELISIONS, SENTENCE_STARTERS};

/// How far, in bytes, a closing mark is looked for.
const REACH: usize = 200;

impl Scanner<'_> {
    /// The length in bytes of the clitic that begins with an apostrophe here ("'s", "’ve").
    pub(super) fn clitic(&self, start: usize) -> Option<usize> {
        let apostrophe = self.char_at(start).filter(|&c| is_apostrophe(Some(c)))?;
        let rest = self.rest(start + apostrophe.len_utf8());
        let letters = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        let known = ["s", "d", "m", "ll", "re", "ve"].iter().any(|clitic| rest[..letters].eq_ignore_ascii_case(clitic));
        (known && !is_alphanumeric(rest[letters..].chars().next())).then_some(apostrophe.len_utf8() + letters)
    }

    /// The token that begins with "'", "‘" or "’" here.
    pub(super) fn apostrophe_or_mark(&mut self, start: usize, sign: char) -> (usize, TokenKind) {
        let end = start + sign.len_utf8();
        let (before, next) = (self.char_before(start), self.char_at(end));
        if next == Some(sign) {
            return (end + sign.len_utf8(), TokenKind::Mark);
        }
        if let Some(length) = self.clitic(start)
            && !matches!(before, Some('(' | '[' | '"' | '“'))
        {
            return (start + length, TokenKind::Word);
        }
        if !is_alphanumeric(before) {
            if let Some(token) = self.elision(start, end, sign) {
                return token;
            }
        } else if before.is_some_and(char::is_numeric) && next.is_some_and(char::is_numeric) {
            return (end, TokenKind::Punctuation);
        } else if !is_alphanumeric(next) && sign != '‘' {
            return self.after_word(end, before);
        }
        let begins = match before {
            None => true,
            Some(c) if c.is_whitespace() => true,
            Some('(' | '[' | '{' | '"' | '“' | '„' | '«' | '-' | '–' | '—' | '/' | '…') => is_alphanumeric(next),
            Some(_) => false,
        };
        let inside = next.is_some_and(|c| !c.is_whitespace());
        let opens = sign == '‘' || (begins && inside) || (self.open_single.is_none() && begins);
        self.open_single = opens.then_some(sign);
        (end, TokenKind::Mark)
    }

    /// "'90s", "’98", "'tis", "'n'": what is left out before.
    fn elision(&self, start: usize, end: usize, sign: char) -> Option<(usize, TokenKind)> {
        if let Some(year) = self.shape(end, "00") {
            let decade = matches!(self.char_at(year), Some('s' | 'S'));
            let year = if decade { year + 1 } else { year };
            let whole = !is_alphanumeric(self.char_at(year));
            let quoted = sign == '‘' || (sign == '\'' && self.closes_ahead(year, true));
            return (whole && (decade || !quoted)).then_some((year, TokenKind::Number));
        }
        let word = self.run(end, char::is_alphabetic);
        if matches!(self.text.get(end..word), Some("n" | "N")) && is_apostrophe(self.char_at(word)) {
            let closing = self.char_at(word).map_or(0, char::len_utf8);
            return Some((word + closing, TokenKind::Word));
        }
        // A word that is one without its apostrophe too ("'cause") may open a quotation.
        let sure = match *ELISIONS.get(&self.text.get(end..word)?.to_lowercase())? {
            "always" => true,
            _ => sign == '’' || (sign == '\'' && !self.closes_ahead(start, false)),
        };
        sure.then_some((word, TokenKind::Word))
    }

    /// A sign between a word or number and no other: possessive of a plural, a foot, or a closing mark.
    fn after_word(&mut self, end: usize, before: Option<char>) -> (usize, TokenKind) {
        let plural = matches!(before, Some('s' | 'S' | 'x' | 'z'));
        let open = self.open_single.is_some();
        if plural && (!open || self.possesses(end)) {
            return (end, TokenKind::Word);
        }
        if !open && before.is_some_and(char::is_numeric) {
            return (end, TokenKind::Punctuation);
        }
        self.open_single = None;
        (end, TokenKind::Mark)
    }

    /// Inside a quotation, whether something possessed follows and the quotation is closed only after it.
    fn possesses(&self, end: usize) -> bool {
        let rest = self.rest(end).trim_start_matches(' ');
        let letters = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
        let word = &rest[..letters];
        rest.len() < self.rest(end).len()
            && !word.is_empty()
            && !SENTENCE_STARTERS.contains(word.to_lowercase().as_str())
            && self.closes_ahead(end, true)
    }

    /// Whether a closing single mark follows before another opens; a surely closing one does not look like a possessive.
    fn closes_ahead(&self, from: usize, surely: bool) -> bool {
        let mut before = None;
        let mut chars = self.rest(from).char_indices().peekable();
        while let Some((at, c)) = chars.next()
            && at < REACH
        {
            let next = chars.peek().map(|&(_, next)| next);
            if c == '‘' {
                return false;
            }
            if is_apostrophe(Some(c)) && before.is_some() {
                let spaced = before.is_some_and(char::is_whitespace);
                if spaced && is_alphanumeric(next) {
                    return false;
                }
                let possessive = matches!(before, Some('s' | 'x' | 'z')) && next == Some(' ');
                let doubtful = surely && possessive;
                if !(spaced || is_alphanumeric(next) || doubtful) {
                    return true;
                }
            }
            before = Some(c);
        }
        false
    }

    /// Whether the straight double mark here measures inches, after feet: 5'10".
    pub(super) fn is_inch(&self, start: usize) -> bool {
        let before = self.text.as_bytes().get(start.saturating_sub(4)..start).unwrap_or_default();
        let inches = before.iter().rev().take_while(|b| b.is_ascii_digit()).count();
        match before.len().checked_sub(inches + 1).map(|feet| &before[..=feet]) {
            Some([.., foot, b'\'']) if (1..=2).contains(&inches) => foot.is_ascii_digit(),
            _ => false,
        }
    }

    /// The apostrophe that ends a word which has lost its end: "goin'", "ol'", "Guns N' Roses".
    pub(super) fn lost_end(&self, start: usize, end: usize) -> Option<usize> {
        let apostrophe = self.char_at(end).filter(|&c| is_apostrophe(Some(c)))?;
        let after = end + apostrophe.len_utf8();
        let word = self.text.get(start..end)?;
        if self.open_single.is_some() || is_alphanumeric(self.char_at(after)) || is_apostrophe(self.char_at(after)) {
            return None;
        }
        let gerund = word.len() > 3 && word.ends_with("in") && !word.contains(char::is_uppercase);
        let listed =
            matches!(word, "o" | "ol" | "Ol" | "th" | "an" | "lil" | "Lil" | "lotsa" | "N" | "n" | "po" | "mo" | "yo");
        (gerund || listed).then_some(after)
    }

    /// Whether "n't" stands here.
    pub(super) fn negation(&self, start: usize) -> Option<usize> {
        let apostrophe = self.char_at(start + 1).filter(|&c| is_apostrophe(Some(c)))?;
        let end = start + 2 + apostrophe.len_utf8();
        let fits = matches!(self.char_at(start), Some('n' | 'N')) && matches!(self.char_at(end - 1), Some('t' | 'T'));
        (fits && !is_letter(self.char_at(end))).then_some(end)
    }
}
