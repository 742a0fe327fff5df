//! Fuzz targets: what must hold for any bytes whatsoever.
//!
//! Each target takes bytes and panics where something does not hold. `cargo +nightly fuzz run TARGET` drives one by
//! coverage; `tests/replay.rs` gives all of them the saved corpus, and as many bytes at random, on any compiler.

#[path = "../../tests/markup/mod.rs"]
mod markup;
#[path = "../../tests/properties/mod.rs"]
mod properties;

use newsmark::training::Model;
use newsmark::{Date, Options, TimeType, annotate};

/// A target: its name and what it does with bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 5] =
    [("text", text), ("pieces", pieces), ("dates", dates), ("quotes", quotes), ("model", model)];

const MODEL: &[u8] = include_bytes!("../../model/tagger.bin");
const DATES: &str = include_str!("../pieces/dates.txt");
const QUOTES: &str = include_str!("../pieces/quotes.txt");
const NEWS: &str = include_str!("../pieces/news.txt");

/// Any bytes, read as UTF-8.
pub fn text(data: &[u8]) {
    properties::check(&String::from_utf8_lossy(data));
}

/// Words, names, marks, dates and breaks of news, in any order.
pub fn pieces(data: &[u8]) {
    properties::check(&built(data, &[NEWS, QUOTES, DATES]));
}

/// Marks, names and cues.
pub fn quotes(data: &[u8]) {
    properties::check(&built(data, &[QUOTES]));
}

/// Words that speak of time, against any day of writing: values and intervals stand within the calendar, and a length or
/// a set has no value of a day.
pub fn dates(data: &[u8]) {
    let Some((head, rest)) = data.split_first_chunk::<4>() else { return };
    let date = Date::new(i32::from(u16::from_le_bytes([head[0], head[1]])) % 10_001, head[2], head[3]);
    let text = built(rest, &[DATES]);
    let found = annotate(&text, &Options { date, ..Options::default() });
    let mut end = 0;
    for time in &found.dates {
        assert!(end <= time.start && time.start < time.end, "{text}: order");
        assert_eq!(text.get(time.start..time.end), Some(time.text.as_str()));
        end = time.end;
        let days = [&time.from, &time.to].map(|day| day.as_ref().map(|day| day.parse::<Date>().expect("a day")));
        if let [Some(from), Some(to)] = days {
            assert!(from < to, "{text}: {from} before {to}");
        }
        let length = time.value.starts_with('P') && !time.value.ends_with("_REF");
        assert_eq!(length, matches!(time.kind, TimeType::Duration) || length && time.kind == TimeType::Set, "{time:?}");
        let mut part_end = time.start;
        for part in &time.parts {
            assert!(part_end <= part.start && part.start < part.end && part.end <= time.end, "{text}: part");
            part_end = part.end;
        }
    }
}

/// Any bytes as a trained model, and the shipped one with bytes changed or cut off: refused, and never trusted.
pub fn model(data: &[u8]) {
    assert!(Model::read(data).is_err(), "bytes of no model");
    let mut blob = MODEL.to_vec();
    for edit in data.chunks_exact(4) {
        let at = usize::from(edit[0]) << 16 | usize::from(edit[1]) << 8 | usize::from(edit[2]);
        match blob.get_mut(at) {
            Some(byte) => *byte = edit[3],
            None => blob.truncate(at % MODEL.len()),
        }
    }
    assert_eq!(Model::read(&blob).is_ok(), blob == MODEL, "a changed model");
}

/// A text from lines of lists: two bytes each choose a line and what stands before it.
fn built(data: &[u8], lists: &[&str]) -> String {
    let lines: Vec<&str> = lists.iter().flat_map(|list| list.lines()).collect();
    let mut text = String::new();
    for two in data.chunks_exact(2).take(200) {
        text.push_str(match two[1] % 8 {
            0 => "",
            1 => "\n",
            2 => "\n\n",
            _ => " ",
        });
        text.push_str(lines[(usize::from(two[0]) + 256 * usize::from(two[1] / 8)) % lines.len()]);
    }
    text
}
