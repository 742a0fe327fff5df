//! Breaks the article into rows that fit a terminal, and records the column of every character.

use crate::span::Span;
use unicode_width::UnicodeWidthChar;

/// One line of the output, and the stretch of the article it shows.
pub(super) struct Row {
    /// The stretch, without the white space it was broken at.
    pub span: Span,
    /// The printed text.
    pub shown: String,
    /// The column of each byte of the stretch, and of the one after it.
    columns: Vec<usize>,
}

impl Row {
    /// The columns of the part of a span that is on this row; both equal if there is none.
    pub fn columns(&self, span: Span) -> (usize, usize) {
        let column = |offset: usize| {
            let byte = offset.clamp(self.span.start(), self.span.end()) - self.span.start();
            self.columns.get(byte).copied().unwrap_or_default()
        };
        (column(span.start()), column(span.end()))
    }
}

/// Breaks a block at white space, or within a word that is longer than `width`.
pub(super) fn of(text: &str, block: Span, width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let (mut start, mut used) = (block.start(), 0);
    // Just after the last white space, and the columns used up to there.
    let mut last_break = None;
    for (at, character) in block.of(text).char_indices() {
        let at = block.start() + at;
        let (_, columns) = visible(character);
        if used + columns > width && !character.is_whitespace() {
            let (end, used_before) = last_break.take().unwrap_or((at, used));
            rows.push(row(text, Span::new(start, end)));
            (start, used) = (end, used - used_before);
        }
        used += columns;
        if character.is_whitespace() {
            last_break = Some((at + character.len_utf8(), used));
        }
    }
    rows.push(row(text, Span::new(start, block.end())));
    rows
}

fn row(text: &str, span: Span) -> Row {
    let content = span.of(text).trim_end();
    let (mut shown, mut columns, mut column) = (String::new(), Vec::with_capacity(content.len() + 1), 0);
    for character in content.chars() {
        let (visible, width) = visible(character);
        shown.push(visible);
        columns.extend(std::iter::repeat_n(column, character.len_utf8()));
        column += width;
    }
    columns.push(column);
    Row { span: Span::new(span.start(), span.start() + content.len()), shown, columns }
}

/// The printed form of a character, and its width in columns. Characters that would move the cursor or change the direction of the
/// text are replaced.
pub(super) fn visible(character: char) -> (char, usize) {
    match character {
        c if c.is_whitespace() => (' ', 1),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => ('\u{fffd}', 1),
        c => c.width().map_or(('\u{fffd}', 1), |width| (c, width)),
    }
}
