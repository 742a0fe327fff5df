//! The tops and bottoms of printed pages: page numbers, and running heads that are the same on each page.
//!
//! This file only finds candidates. A number alone on a line can mean anything, and a repeated line can be intended; `lines` asks
//! whether it interrupts a sentence.

use super::lines::Line;
use crate::hashing::{self, Hashes};
use std::ops::Range;

/// The most lines between two pages.
const MOST: usize = 4;
/// The longest running head, in bytes.
const HEAD: usize = 90;

/// The lines between pages, each stretch with the number of a page or with a running head.
pub(super) fn find(text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    let line = |at: usize| lines.get(at).map_or("", |line| line.span.of(text));
    if !(0..lines.len()).any(|at| is_number(line(at))) && !text.contains('\u{C}') {
        return Vec::new();
    }
    let (mut once, mut again) = (Hashes::default(), Hashes::default());
    let hash = |head: &str| hashing::string(head.trim_matches(|c: char| !c.is_alphabetic()));
    for at in 0..lines.len() {
        if line(at).len() <= HEAD && !once.insert(hash(line(at))) {
            again.insert(hash(line(at)));
        }
    }
    let is_head = |at: usize| {
        let head = line(at);
        head.len() <= HEAD
            && head.contains(char::is_alphabetic)
            && !head.ends_with(['.', '?', '!', ','])
            && again.contains(&hash(head))
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let mut end = at;
        while end < lines.len() && end - at < MOST && (is_number(line(end)) || is_head(end)) {
            end += 1;
        }
        if end > at {
            found.push(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// "Page 3 of 12", "- 3 -", "3/12", "3".
pub(super) fn is_number(line: &str) -> bool {
    if line.len() > 20 {
        return false;
    }
    is_labelled(line) || {
        let bare = line.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '[' | ']' | '|' | ' '));
        is_of(bare, &['/', '|'])
    }
}

/// "Page 3", "p. 3 of 12".
pub(super) fn is_labelled(line: &str) -> bool {
    let label = ["Page ", "page ", "PAGE ", "p. ", "Pg. ", "P. "].iter().find_map(|label| line.strip_prefix(label));
    label.is_some_and(|number| is_of(&number.replace(" of ", "/"), &['/', '|']))
}

fn is_of(number: &str, separators: &[char]) -> bool {
    let digits = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = number.split(separators).map(str::trim);
    parts.next().is_some_and(digits) && parts.next().is_none_or(digits) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn numbers_of_pages() {
        for line in ["Page 3", "page 3 of 12", "- 3 -", "3", "3/12", "[ 14 ]"] {
            assert!(is_number(line), "{line}");
        }
        for line in ["Page Three", "3 boats", "3/12/2024", "12345", "", "Page"] {
            assert!(!is_number(line), "{line}");
        }
    }
}
