//! Lines, and which of them belong to one paragraph.
//!
//! Most texts have a paragraph a line, with or without blank lines between. Mail and old newswire are wrapped at 60 to 80
//! characters instead. A text is taken for wrapped when lines break off in the middle of a sentence; then a line is joined to
//! the one before it when its first word would not have fitted there.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "indices are below the number of lines, and text is cut at their ends"
)]

use crate::span::Span;

/// How long a wrapped line is, in characters: shorter ones are items of a list or verse, longer ones paragraphs.
const WRAPPED: std::ops::RangeInclusive<usize> = 40..=120;

struct Line {
    span: Span,
    /// In characters.
    width: usize,
    /// White space before its first character, in characters.
    indent: usize,
    /// Stands right under a line that is not blank.
    follows: bool,
}

/// The spans of the paragraphs of a text.
pub(super) fn join(text: &str) -> Vec<Span> {
    let lines = split(text);
    let width = wrap_width(text, &lines);
    let mut spans: Vec<Span> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &lines[before]);
        match (spans.last_mut(), before, width) {
            (Some(span), Some(before), _) if goes_on(text, before, line) => *span = span.cover(line.span),
            (Some(span), Some(before), Some(width)) if continues(text, before, line, width) => *span = span.cover(line.span),
            _ => spans.push(line.span),
        }
    }
    spans
}

/// The lines that are not blank. Ends of lines are "\n", "\r\n", "\r", and the rarer ones of Unicode.
fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut at, mut follows) = (0, false);
    while at < text.len() {
        let raw = &text[at..at + line_length(&text[at..])];
        let trimmed = raw.trim();
        if !trimmed.is_empty() {
            let indent = raw.len() - raw.trim_start().len();
            let span = Span::new(at + indent, at + indent + trimmed.len());
            let indent = raw.chars().take_while(|c| c.is_whitespace()).count();
            lines.push(Line { span, width: trimmed.chars().count(), indent, follows });
            follows = !raw.ends_with(['\u{2029}', '\u{C}']);
        } else if !(raw == "\n" && text[..at].ends_with('\r')) {
            follows = false;
        }
        at += raw.len();
    }
    lines
}

/// Up to and with the end of the first line.
fn line_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    // The rarer ends begin with one of two bytes that begin much else too.
    let may_end = |byte: &u8| matches!(byte, b'\n' | b'\r' | 0xB | 0xC | 0xC2 | 0xE2);
    // Sixteen at a time, which are compared at once.
    let (many, _) = bytes.as_chunks::<16>();
    let mut from = many.iter().take_while(|some| !some.iter().fold(false, |any, byte| any | may_end(byte))).count() * 16;
    while let Some(found) = bytes[from..].iter().position(may_end) {
        from += found;
        let length = match bytes[from..] {
            [0xC2, 0x85, ..] => 2,
            [0xE2, 0x80, 0xA8 | 0xA9, ..] => 3,
            [0xC2 | 0xE2, ..] => 0,
            _ => 1,
        };
        if length > 0 {
            return from + length;
        }
        from += 1;
    }
    bytes.len()
}

/// The widest line that is broken in the middle of a sentence, where enough lines are.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let (mut breaks, mut broken, mut width) = (0, 0, 0);
    for pair in lines.windows(2) {
        if pair[1].follows && WRAPPED.contains(&pair[0].width) {
            breaks += 1;
            if breaks_off(pair[0].span.of(text)) && pair[1].span.of(text).starts_with(char::is_lowercase) {
                broken += 1;
                width = width.max(pair[0].width);
            }
        }
    }
    (broken > 0 && broken * 4 >= breaks).then_some(width)
}

/// Whether a line ends in the middle of a sentence.
fn breaks_off(line: &str) -> bool {
    !line.ends_with(['.', '!', '?', '…', ':', '"', '”', '’', '\'', ')', ']', '|', '_'])
}

/// “It is late,” ⏎ said Ruiz. : whether quoted words end with a comma, and the next line says who said them.
fn goes_on(text: &str, before: &Line, line: &Line) -> bool {
    let quoted = before.span.of(text).strip_suffix(['"', '”', '’', '\'', '»']);
    let goes_on = line.follows || line.span.of(text).starts_with(char::is_lowercase);
    quoted.is_some_and(|quoted| quoted.ends_with(',')) && goes_on
}

fn continues(text: &str, before: &Line, line: &Line, width: usize) -> bool {
    let word = line.span.of(text).split_whitespace().next().unwrap_or_default();
    let starts_lower = word.starts_with(char::is_lowercase);
    line.follows
        && WRAPPED.contains(&before.width)
        && (line.indent <= before.indent || starts_lower)
        && !is_item(word)
        && (before.width + 1 + word.chars().count() > width || (starts_lower && breaks_off(before.span.of(text))))
}

/// Whether a first word is the sign of a list's item.
fn is_item(word: &str) -> bool {
    let number =
        word.strip_suffix(['.', ')']).is_some_and(|n| !n.is_empty() && n.len() < 3 && n.bytes().all(|b| b.is_ascii_digit()));
    number || matches!(word, "-" | "*" | "•" | "–" | "—" | "·" | "‣" | "▪" | "o" | ">" | "--")
}
