//! Texts made of entries: live blogs, whose headings begin with a time, and transcripts, whose paragraphs begin with a speaker.

#![expect(clippy::string_slice, reason = "text is cut where a character was found to begin")]

use super::kinds::{TITLE, chars, is_heading};
use crate::hashing::{self, Hashes};

/// The longest label of a speaker, in words.
const LABEL: usize = 4;

/// Where a time of day ends that a text begins with: "19:40", "09:05:30", "7.45pm", "6:58 p.m. EST".
pub(super) fn time(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hour = digits(text);
    let rest = text.get(hour..)?;
    let mut end = hour;
    let separated = rest.starts_with([':', '.']) && digits(&rest[1..]) == 2;
    if separated {
        end += 3;
        let rest = text.get(end..)?;
        if rest.starts_with(':') && digits(&rest[1..]) == 2 {
            end += 3;
        }
    }
    let rest = text.get(end..)?;
    let blank = usize::from(rest.starts_with([' ', '\u{A0}']) && rest.is_char_boundary(1));
    let half = ["a.m.", "p.m.", "am", "pm", "AM", "PM", "A.M.", "P.M."]
        .iter()
        .find(|half| rest.get(blank..).is_some_and(|rest| rest.starts_with(**half)));
    if let Some(half) = half {
        end += blank + half.len();
    }
    let hours = text.get(..hour)?.parse().is_ok_and(|hours: u8| hours < 24);
    let whole = !text.get(end..)?.starts_with(char::is_alphanumeric);
    let sure = half.is_some() || (separated && text.get(hour..)?.starts_with(':'));
    ((1..=2).contains(&hour) && hours && sure && whole).then_some(end)
}

/// "19:40 Bridge closed": the heading of an entry.
pub(super) fn is_timed_heading(text: &str) -> bool {
    let Some(end) = time(text) else { return false };
    let heading = text.get(end..).unwrap_or_default();
    let zone = |rest: &str| {
        ["GMT", "BST", "EST", "EDT", "CET", "UTC", "PST", "PDT"]
            .iter()
            .find_map(|zone| rest.strip_prefix(*zone).map(str::len))
    };
    let heading = heading.trim_start_matches([' ', '-', '–', '—', '|', ':']);
    let heading = zone(heading).and_then(|left| heading.get(heading.len() - left..)).unwrap_or(heading);
    let heading = heading.trim_start_matches([' ', '-', '–', '—', '|', ':']);
    chars(text) <= TITLE && is_heading(heading)
}

/// "14:32", "10.45am BST": the time of an entry, on a line of its own.
pub(super) fn is_time(text: &str) -> bool {
    let rest = text.len() <= 20 && time(text).is_some();
    let zone = |word: &str| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    rest && time(text).and_then(|end| text.get(end..)).is_some_and(|rest| rest.split_whitespace().all(zone))
}

/// Whether the paragraphs of a text begin with who speaks: "Q: … A: …", "ANA RUIZ: …". Two labels at least, and one comes again or
/// they are most of the text.
pub(super) fn are_turns(blocks: &[&str]) -> bool {
    let (mut labels, mut again, mut known) = (0, false, Hashes::default());
    for label in blocks.iter().filter_map(|block| label(block)) {
        labels += 1;
        again |= !known.insert(hashing::string(label));
    }
    labels >= 3 && (again || labels * 2 > blocks.len())
}

/// The label of a speaker that a block begins with.
pub(super) fn label(block: &str) -> Option<&str> {
    let head = block.char_indices().nth(40).map_or(block, |(end, _)| &block[..end]);
    let (label, _) = head.split_once(':')?;
    let rest = block.get(label.len() + 1..)?;
    let mut words = label.split_whitespace();
    let named = words.clone().count() <= LABEL
        && words.all(|word| word.starts_with(|c: char| c.is_uppercase()))
        && !label.contains(|c: char| c.is_numeric() || matches!(c, '"' | '“' | '‘' | ',' | '.'));
    (named && !label.is_empty() && rest.starts_with(char::is_whitespace) && !rest.trim().is_empty()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::{are_turns, is_timed_heading, time};

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn times_before_a_heading() {
        let cases = [
            ("19:40 Bridge closed", Some(5)),
            ("09:05:30 Schools", Some(8)),
            ("7.45pm: Polls close", Some(6)),
            ("6:58 p.m.", Some(9)),
            ("9 p.m. Polls close", Some(6)),
            ("7.45 Polls close", None),
            ("25:10 Ferries", None),
            ("3 ferries stopped", None),
            ("3-1", None),
            ("", None),
        ];
        for (text, end) in cases {
            assert_eq!(time(text), end, "{text}");
        }
        assert!(is_timed_heading("19:40 GMT – Polls close in the north"));
        assert!(!is_timed_heading("19:40 GMT"));
        assert!(!is_timed_heading("19:40 was when the polls closed in the north."));
    }

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn turns_of_a_transcript() {
        assert!(are_turns(&["Q: Why now?", "Ruiz: It was time.", "Q: And then?", "Ruiz: We go on."]));
        assert!(!are_turns(&["Ruiz: ‘It was time’", "The mayor went home.", "She was tired."]));
        assert!(!are_turns(&[
            "Time: 3 p.m.",
            "Place: Oslo",
            "The mayor will speak.",
            "All are welcome.",
            "Come early.",
            "Bring food.",
            "Sit."
        ]));
    }
}
