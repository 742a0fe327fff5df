//! The scanner: reads one token after another. Each kind of token has a file of its own.

use super::TokenKind;
use super::characters::{extends, is_alphanumeric, is_invisible, is_letter, is_plain_mark};

/// Walks over the text of one block; yields start, end and kind of its tokens.
pub(super) struct Scanner<'t> {
    pub(super) text: &'t str,
    /// Where the next token may begin.
    pub(super) at: usize,
    /// The single quotation mark that is open here.
    pub(super) open_single: Option<char>,
    /// No address begins before this offset: what was looked through for one is not looked through again.
    pub(super) no_address_before: usize,
    /// No web address with its scheme begins before this offset, likewise.
    pub(super) no_page_before: usize,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Scanner { text, at: 0, open_single: None, no_address_before: 0, no_page_before: 0 }
    }

    /// The text from an offset on; empty past the end.
    pub(super) fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    pub(super) fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(&byte) if byte < 0x80 => Some(byte as char),
            _ => self.rest(at).chars().next(),
        }
    }

    pub(super) fn char_before(&self, at: usize) -> Option<char> {
        self.text.get(..at).and_then(|before| before.chars().next_back())
    }

    /// The offset just past the run of characters of a class that begins at `at`.
    pub(super) fn run(&self, at: usize, class: impl Fn(char) -> bool) -> usize {
        let mut end = at;
        while let Some(&byte) = self.text.as_bytes().get(end)
            && byte < 0x80
        {
            if !class(byte as char) {
                return end;
            }
            end += 1;
        }
        while let Some(c) = self.char_at(end)
            && class(c)
        {
            end += c.len_utf8();
        }
        end
    }

    fn token(&mut self, first: char) -> (usize, TokenKind) {
        let start = self.at;
        if let Some(end) = self.plain_word(start) {
            return (end, TokenKind::Word);
        }
        if let Some(end) = self.address(start) {
            return end;
        }
        if is_letter(Some(first)) {
            return (self.word(start), TokenKind::Word);
        }
        // No letter, so a number.
        if is_alphanumeric(Some(first)) {
            return (self.number(start), TokenKind::Number);
        }
        let single = start + first.len_utf8();
        match first {
            '\'' | '‘' | '’' => self.apostrophe_or_mark(start, first),
            '`' if self.char_at(single) == Some('`') => (single + 1, TokenKind::Mark),
            '`' => {
                self.open_single = Some('\'');
                (single, TokenKind::Mark)
            }
            '"' if self.is_inch(start) => (single, TokenKind::Punctuation),
            c if is_plain_mark(c) => (single, TokenKind::Mark),
            '@' | '#' => self.handle_or_hashtag(start, first),
            '.' | '…' => self.stops(start),
            '-' | '*' | '=' | '_' | '~' | '+' => (self.run(start, |c| c == first), TokenKind::Punctuation),
            c if is_regional(c) && self.char_at(single).is_some_and(is_regional) => (single + 4, TokenKind::Punctuation),
            c if c.is_ascii() || is_invisible(c) => (single, TokenKind::Punctuation),
            _ => (self.sequence(single), TokenKind::Punctuation),
        }
    }

    /// "." alone, ".22", or an ellipsis of any make.
    fn stops(&self, start: usize) -> (usize, TokenKind) {
        let mut end = self.run(start, |c| c == '.' || c == '…');
        if end == start + 1 {
            if self.char_at(end).is_some_and(|c| c.is_ascii_digit()) && !is_alphanumeric(self.char_before(start)) {
                return (self.number(end), TokenKind::Number);
            }
            let mut dots = 1;
            while let Some(space @ (' ' | '\u{A0}' | '\u{2009}' | '\u{202F}')) = self.char_at(end)
                && self.char_at(end + space.len_utf8()) == Some('.')
            {
                end += space.len_utf8() + 1;
                dots += 1;
            }
            if dots < 3 {
                end = start + 1;
            }
        }
        (end, TokenKind::Punctuation)
    }

    /// The end of a symbol with what extends it and what is joined to it (emoji).
    fn sequence(&self, mut end: usize) -> usize {
        loop {
            end = self.run(end, extends);
            let joined = self.char_before(end) == Some('\u{200D}');
            match self.char_at(end) {
                Some(c) if joined && !c.is_ascii() && !c.is_whitespace() && !c.is_alphanumeric() => end += c.len_utf8(),
                _ => return end,
            }
        }
    }
}

fn is_regional(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

impl Iterator for Scanner<'_> {
    type Item = (usize, usize, TokenKind);

    fn next(&mut self) -> Option<Self::Item> {
        self.at = self.run(self.at, char::is_whitespace);
        let start = self.at;
        let first = self.char_at(start)?;
        let (end, kind) = self.token(first);
        // Combining marks never stand alone, whatever they follow.
        self.at = self.run(end.max(start + first.len_utf8()), extends);
        Some((start, self.at, kind))
    }
}
