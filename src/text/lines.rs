//! Splits the text into lines, and decides which of them form one paragraph.
//!
//! Most texts have one paragraph per line, with or without blank lines between. Mail, PDF and old newswire are wrapped at 30 to 120
//! characters instead. A text counts as wrapped if lines break off in the middle of a sentence. Then a line is joined to the one before
//! if its first word would not have fitted there, or if the line before cannot end there. A word broken by a hyphen continues in any text,
//! even past a page number.
//!
//! Quote marks of mail (`quoting`) are not part of a line. Nothing is removed here: `Reading` makes the text that is read.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "indices are below the number of lines, and text is cut at their ends"
)]

use super::noise::is_noise;
use super::{pages, quoting};
use crate::lists::CLOSED_CLASS;
use crate::span::Span;
use crate::text::Class;
use std::ops::Range;

/// The widths of a wrapped text, in characters. Narrower texts are lists or verse; wider ones have one paragraph per line.
const WRAPPED: std::ops::RangeInclusive<usize> = 24..=120;
/// The narrowest lines of quoted mail.
const QUOTED: usize = 12;
/// Below this width, most lines must also be full.
const NARROW: usize = 40;

/// A line that is not blank.
pub(super) struct Line {
    /// Without the white space and quote marks around it.
    pub(super) span: Span,
    /// In characters.
    width: usize,
    /// White space before its first character, in characters.
    indent: usize,
    /// Whether it follows a non-blank line of the same quoting depth directly.
    follows: bool,
    /// Its quoting depth.
    depth: usize,
    /// Whether it is a page number or running head in the middle of a paragraph, and so not part of the text.
    pub(super) skipped: bool,
}

impl Line {
    fn is_full(&self, next: &str, width: usize) -> bool {
        self.width + 1 + next.chars().count() > width
    }

    /// Whether it is nearly as wide as the text.
    fn is_wide(&self, width: usize) -> bool {
        self.width * 4 >= width * 3
    }
}

/// How a text is wrapped.
#[derive(Clone, Copy)]
struct Wrapping {
    /// In characters.
    width: usize,
    /// Whether nearly all lines that end in the middle of a sentence are full.
    throughout: bool,
}

/// How much around the words is skipped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cleaning {
    /// Only white space.
    None,
    /// Also quote marks, invisible characters at line ends, and page numbers.
    Full,
}

/// The paragraphs of a text, read literally.
pub(super) fn spans(text: &str) -> Vec<Span> {
    let (lines, paragraphs) = paragraphs(text, Cleaning::None);
    paragraphs.into_iter().map(|range| lines[range.start].span.cover(lines[range.end - 1].span)).collect()
}

/// The lines of a text, and its paragraphs, each a range of lines.
pub(super) fn paragraphs(text: &str, cleaning: Cleaning) -> (Vec<Line>, Vec<Range<usize>>) {
    let mut lines = split(text, cleaning);
    // For the text's own lines, and for those that it quotes.
    let wrappings = [wrapping(text, &lines, false), wrapping(text, &lines, true)];
    let wrapping = |line: &Line| wrappings[usize::from(line.depth > 0)];
    let breaks = if cleaning == Cleaning::Full { pages::find(text, &lines) } else { Vec::new() };
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut breaks = breaks.into_iter().peekable();
    // The number of the last item of a list.
    let mut item = 0;
    let mut at = 0;
    while at < lines.len() {
        let before = at.checked_sub(1);
        if let Some(page) = breaks.next_if(|page| page.start == at)
            && let (Some(before), Some(next)) = (before, lines.get(page.end))
            && crosses_page(text, &lines[before], next, wrapping(next))
            && let Some(paragraph) = paragraphs.last_mut()
        {
            lines[page.clone()].iter_mut().for_each(|line| line.skipped = true);
            paragraph.end = page.end + 1;
            at = page.end + 1;
            continue;
        }
        let line_before = before.map_or("", |before| lines[before].span.of(text));
        if is_item(line_before, item)
            && let Some(number) = item_number(line_before)
        {
            item = number;
        }
        let joins = before.is_some_and(|before| {
            let first = paragraphs.last().map_or(before, |paragraph| paragraph.start);
            let (first, before, line) = (&lines[first], &lines[before], &lines[at]);
            goes_on(text, before, line)
                || (line.follows && is_hyphenated(before.span.of(text), line.span.of(text)))
                || wrapping(line).is_some_and(|wrapping| continues(text, first, before, line, wrapping, item))
        });
        match paragraphs.last_mut() {
            Some(paragraph) if joins => paragraph.end = at + 1,
            _ => paragraphs.push(at..at + 1),
        }
        at += 1;
    }
    (lines, paragraphs)
}

/// The lines that are not blank. Ends of lines are "\n", "\r\n", "\r", and the rarer ones of Unicode.
fn split(text: &str, cleaning: Cleaning) -> Vec<Line> {
    let quoted = cleaning == Cleaning::Full && quoting::is_used(text);
    let mut lines: Vec<Line> = Vec::new();
    let (mut at, mut follows) = (0, false);
    while at < text.len() {
        let raw = &text[at..at + line_length(&text[at..])];
        let (marks, depth) = if quoted { quoting::marks(raw) } else { (0, 0) };
        let inner = &raw[marks..];
        // A soft hyphen at the end means that the word continues; at the beginning it means nothing.
        let begun = if cleaning == Cleaning::None { inner.trim_start() } else { inner.trim_start_matches(is_blank) };
        let trimmed = match cleaning {
            Cleaning::None => begun.trim_end(),
            Cleaning::Full => begun.trim_end_matches(|c| is_blank(c) && c != '\u{AD}'),
        };
        if !trimmed.trim_matches(is_blank).is_empty() || (cleaning == Cleaning::None && !trimmed.is_empty()) {
            let start = at + marks + (inner.len() - begun.len());
            let span = Span::new(start, start + trimmed.len());
            let indent = inner.chars().take_while(|c| c.is_whitespace()).count();
            let follows_now = follows && lines.last().is_some_and(|before| before.depth == depth);
            let width = trimmed.chars().count();
            lines.push(Line { span, width, indent, follows: follows_now, depth, skipped: false });
            follows = !raw.ends_with(['\u{2029}', '\u{C}']);
        } else if !(raw == "\n" && text[..at].ends_with('\r')) {
            follows = false;
        }
        at += raw.len();
    }
    lines
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_noise(c)
}

/// The length of the first line, including its end.
fn line_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    // The rarer line ends begin with one of two bytes that begin many other characters too.
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

/// The widest line that is broken in the middle of a sentence, if enough lines are.
fn wrapping(text: &str, lines: &[Line], quoted: bool) -> Option<Wrapping> {
    let (mut breaks, mut broken, mut width) = (0, 0, 0);
    // Mail is wrapped, whatever else is wide.
    let narrowest = if quoted { QUOTED } else { *WRAPPED.start() };
    let widths = narrowest..=*WRAPPED.end();
    let is_pair = |pair: &&[Line]| pair[1].follows && (pair[0].depth > 0) == quoted && widths.contains(&pair[0].width);
    let pairs = || lines.windows(2).filter(is_pair);
    for pair in pairs() {
        breaks += 1;
        let (before, next) = (pair[0].span.of(text), pair[1].span.of(text));
        if breaks_off(before) && (next.starts_with(char::is_lowercase) || ends_open(before)) {
            broken += 1;
            width = width.max(pair[0].width);
        }
    }
    if broken == 0 || broken * 4 < breaks {
        return None;
    }
    let open = || pairs().filter(|pair| breaks_off(pair[0].span.of(text)));
    let is_full = |line: &Line, next: &str| line.is_full(first_word(next), width) || (quoted && line.is_wide(width));
    let full = open().filter(|pair| is_full(&pair[0], pair[1].span.of(text)));
    let throughout = full.count() * 10 >= open().count() * 7;
    (throughout || width >= NARROW).then_some(Wrapping { width, throughout })
}

fn first_word(line: &str) -> &str {
    line.split_whitespace().next().unwrap_or_default()
}

/// Whether a line ends in the middle of a sentence.
fn breaks_off(line: &str) -> bool {
    !line.ends_with(['.', '!', '?', '…', ':', '"', '”', '’', '\'', ')', ']', '|', '_'])
}

/// Whether a line ends with a word that cannot end a sentence or heading: "of", "the", "and".
fn ends_open(line: &str) -> bool {
    let word = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    !word.contains(char::is_uppercase)
        && match CLOSED_CLASS.get(word) {
            Some(Class::Conjunction) => word != "yet",
            Some(Class::Determiner) => matches!(word, "the" | "a" | "an" | "his" | "their" | "its" | "our" | "my" | "your"),
            Some(Class::Preposition) => matches!(word, "of" | "at" | "from" | "with" | "into" | "to" | "for"),
            _ => word == "to",
        }
}

/// “It is late,” ⏎ said Ruiz. : whether quoted words end with a comma, and the next line says who said them.
fn goes_on(text: &str, before: &Line, line: &Line) -> bool {
    let quoted = before.span.of(text).strip_suffix(['"', '”', '’', '\'', '»']);
    let goes_on = line.follows || line.span.of(text).starts_with(char::is_lowercase);
    before.depth == line.depth && quoted.is_some_and(|quoted| quoted.ends_with(',')) && goes_on
}

/// "depart-" ⏎ "ment": whether a word is broken at the end of a line.
fn is_hyphenated(before: &str, line: &str) -> bool {
    let word = before.strip_suffix(['-', '\u{2010}', '\u{AD}']);
    word.is_some_and(|word| {
        word.ends_with(char::is_alphanumeric)
            && (line.starts_with(char::is_alphabetic)
                && (!word.ends_with(char::is_numeric) || line.starts_with(char::is_lowercase))
                || line.starts_with(char::is_numeric))
    })
}

fn continues(
    text: &str,
    first: &Line,
    before: &Line,
    line: &Line,
    Wrapping { width, throughout }: Wrapping,
    item: u8,
) -> bool {
    let (ended, begun) = (before.span.of(text), line.span.of(text));
    let word = first_word(begun);
    let starts_lower = word.starts_with(char::is_lowercase);
    let open = breaks_off(ended)
        && (starts_lower
            || ends_open(ended)
            || (throughout && before.is_wide(width) && word.starts_with(char::is_alphanumeric)));
    line.follows
        && before.width <= *WRAPPED.end()
        && (before.width * 2 >= width || (throughout && breaks_off(ended)))
        && (line.indent <= before.indent || starts_lower)
        // A dash or a number can start a line by chance, but not in a list.
        && (!is_item(begun, item) || (breaks_off(ended) && before.is_full(word, width) && !is_item(first.span.of(text), item)))
        && (before.is_full(word, width) || open)
}

/// Whether a paragraph continues after the end of a page.
fn crosses_page(text: &str, before: &Line, next: &Line, wrapping: Option<Wrapping>) -> bool {
    let (ended, begun) = (before.span.of(text), next.span.of(text));
    let wide = wrapping.is_some_and(|wrapping| before.is_wide(wrapping.width));
    before.depth == next.depth
        && breaks_off(ended)
        && !is_item(begun, 0)
        && (begun.starts_with(char::is_lowercase) || (wide && (ends_open(ended) || before.follows)))
}

/// Whether a line begins like a list item; a numbered item must follow the number before.
fn is_item(line: &str, item_before: u8) -> bool {
    let word = first_word(line);
    item_number(line).is_some_and(|number| number <= 1 || number == item_before + 1)
        || matches!(word, "-" | "*" | "•" | "–" | "—" | "·" | "‣" | "▪" | "o" | ">" | "--")
}

/// The list number that a line begins with.
fn item_number(line: &str) -> Option<u8> {
    let word = first_word(line);
    let digits = word.strip_suffix(['.', ')']).filter(|digits| digits.len() < 3 && word.len() < line.len())?;
    digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))
}
