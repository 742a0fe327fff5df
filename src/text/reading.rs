//! The text that the stages read: the given text, without what a copy, a mail program or a printer inserted.
//!
//! Wrapped lines become one line and broken words become whole; mail quoting, invisible characters and page numbers disappear (`lines`,
//! `quoting`, `noise`, `pages`, `hyphens`). Every stage thus reads the same article, however it was copied. A text with none of this, as most
//! are, is read in place.
//!
//! Results refer to the given text: [`Reading::given`] maps every span back. Nothing is corrected, only left out.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "text is cut at the ends of lines and of noise; pieces cover what is read"
)]

use super::hyphens::Words;
use super::lines::{self, Cleaning, Line};
use super::noise;
use crate::span::Span;
use std::borrow::Cow;
use std::ops::Range;

/// A clean text, with the way back to the given text.
#[derive(Debug)]
pub struct Reading<'t> {
    given: &'t str,
    text: Cow<'t, str>,
    /// The paragraphs of the clean text.
    paragraphs: Vec<Span>,
    /// The origin of each piece of the clean text; empty if the given text is read in place.
    pieces: Vec<Piece>,
}

/// A piece of the clean text.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Its start in the clean text.
    at: usize,
    /// Its start in the given text.
    start: usize,
    /// Its end in the given text, if it replaces something.
    end: Option<usize>,
}

impl<'t> Reading<'t> {
    /// Reads a text, without everything that is not part of it.
    pub fn of(given: &'t str) -> Self {
        let (lines, found) = lines::paragraphs(given, Cleaning::Full);
        let paragraphs = found.iter().map(|range| lines[range.start].span.cover(lines[range.end - 1].span));
        let plain = found.len() == lines.len() && noise::next(given, 0).is_none();
        if plain {
            let paragraphs = paragraphs.collect();
            return Reading { given, text: Cow::Borrowed(given), paragraphs, pieces: Vec::new() };
        }
        let mut copy = Copy { given, text: String::with_capacity(given.len()), pieces: Vec::new(), words: None };
        let mut paragraphs = Vec::with_capacity(found.len());
        let mut end_before = 0;
        for range in found {
            let lines = &lines[range];
            copy.separate(end_before..lines[0].span.start());
            let start = copy.text.len();
            copy.paragraph(lines);
            end_before = lines[lines.len() - 1].span.end();
            // An HTML entity can stand for a space at either end.
            let read = copy.text[start..].trim();
            if !read.is_empty() {
                let start = copy.text.len() - copy.text[start..].trim_start().len();
                paragraphs.push(Span::new(start, start + read.len()));
            }
        }
        Reading { given, text: Cow::Owned(copy.text), paragraphs, pieces: copy.pieces }
    }

    /// The clean text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its paragraphs.
    pub(super) fn paragraphs(&self) -> &[Span] {
        &self.paragraphs
    }

    /// Maps a span of the clean text to the given text.
    pub fn given(&self, span: Span) -> Span {
        if self.pieces.is_empty() {
            return span;
        }
        let start = self.piece(span.start()).map_or(0, |piece| match piece.end {
            Some(_) => piece.start,
            None => piece.start + (span.start() - piece.at),
        });
        let Some(last) = span.end().checked_sub(1).filter(|_| !span.is_empty()) else { return Span::new(start, start) };
        let end = self.piece(last).map_or(start, |piece| piece.end.unwrap_or(piece.start + (span.end() - piece.at)));
        Span::new(start, end.min(self.given.len()))
    }

    /// The given text.
    pub fn given_text(&self) -> &'t str {
        self.given
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        self.pieces.partition_point(|piece| piece.at <= at).checked_sub(1).map(|index| &self.pieces[index])
    }
}

/// Builds the clean text.
struct Copy<'t> {
    given: &'t str,
    text: String,
    pieces: Vec<Piece>,
    /// The words of the text, read on first use.
    words: Option<Words>,
}

impl Copy<'_> {
    /// The gap between two paragraphs.
    fn separate(&mut self, gap: Range<usize>) {
        if !self.text.is_empty() {
            self.stand_for("\n\n", gap);
        }
    }

    fn paragraph(&mut self, lines: &[Line]) {
        let mut before: Option<&Line> = None;
        for line in lines.iter().filter(|line| !line.skipped) {
            if let Some(before) = before {
                self.join(before.span, line.span);
            }
            self.copy(line.span);
            before = Some(line);
        }
    }

    /// Joins two lines: with a space between them, or within a broken word.
    fn join(&mut self, before: Span, line: Span) {
        let (ended, begun) = (before.of(self.given), line.of(self.given));
        let hyphen = ended.chars().next_back().filter(|c| matches!(c, '-' | '\u{2010}' | '\u{AD}'));
        let word = hyphen.map(|hyphen| &ended[..ended.len() - hyphen.len_utf8()]);
        match (hyphen, word) {
            (Some(hyphen), Some(word))
                if word.ends_with(char::is_alphanumeric) && begun.starts_with(char::is_alphanumeric) =>
            {
                let given = self.given;
                let words = self.words.get_or_insert_with(|| Words::of(given));
                // A soft hyphen is gone already.
                if hyphen != '\u{AD}' && !words.keep_hyphen(word, begun) {
                    self.text.truncate(self.text.len() - hyphen.len_utf8());
                }
            }
            _ => self.stand_for(" ", before.end()..line.start()),
        }
    }

    /// Appends a stretch of the text, without its noise.
    fn copy(&mut self, span: Span) {
        let (mut at, text) = (span.start(), &self.given[..span.end()]);
        while let Some(found) = noise::next(text, at) {
            self.push(at..found.start);
            if let Some(c) = found.read_as {
                self.stand_for(c.encode_utf8(&mut [0; 4]), found.start..found.end);
            }
            at = found.end;
        }
        self.push(at..span.end());
    }

    /// Appends a stretch of the text unchanged.
    fn push(&mut self, given: Range<usize>) {
        if !given.is_empty() {
            self.pieces.push(Piece { at: self.text.len(), start: given.start, end: None });
            self.text.push_str(&self.given[given]);
        }
    }

    /// Appends other characters in place of a stretch.
    fn stand_for(&mut self, read: &str, given: Range<usize>) {
        self.pieces.push(Piece { at: self.text.len(), start: given.start, end: Some(given.end) });
        self.text.push_str(read);
    }
}
