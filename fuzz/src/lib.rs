//! Fuzz targets: what must hold for any bytes.
//!
//! Each target takes bytes, and panics if something does not hold. `cargo +nightly fuzz run TARGET` fuzzes one, guided by coverage;
//! `tests/replay.rs` runs all of them on the saved corpus and on random bytes, with any compiler.

#[path = "../../src/cli/stream/line.rs"]
mod line;
#[path = "../../tests/markup/mod.rs"]
mod markup;
#[path = "../../tests/properties/mod.rs"]
mod properties;
#[path = "../../tests/readers/mod.rs"]
mod readers;

use line::{Asked, Line, Members};
use newsmark::export::{self, Format, Table};
use newsmark::text::Document;
use newsmark::training::Model;
use newsmark::training::net::weights::Net;
use newsmark::training::syntax::{self, Tag};
use newsmark::{
    Annotations, Date, EntityType, KnownName, KnownNames, MentionRule, Options, Pattern, Patterns, TimeType, Unit, annotate,
};
use serde::Deserialize;
use serde_json::Value;

/// A target: its name and what it does with bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 13] = [
    ("text", text),
    ("pieces", pieces),
    ("dates", dates),
    ("quotes", quotes),
    ("syntax", syntax),
    ("options", options),
    ("names", names),
    ("patterns", patterns),
    ("layout", layout),
    ("offsets", offsets),
    ("exports", exports),
    ("lines", lines),
    ("model", model),
];

const TAGGER: &[u8] = include_bytes!("../../model/tagger.bin");
const NET: &[u8] = include_bytes!("../../model/net.bin");
const SYNTAX: &[u8] = include_bytes!("../../model/syntax.bin");
const DATES: &str = include_str!("../pieces/dates.txt");
const QUOTES: &str = include_str!("../pieces/quotes.txt");
const NEWS: &str = include_str!("../pieces/news.txt");
const LINES: &str = include_str!("../pieces/lines.txt");

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

/// Any words as a date and as the caller's names: refused with a reason, or obeyed.
pub fn options(data: &[u8]) {
    let words = String::from_utf8_lossy(data);
    let mut parts = words.split('\u{fffd}');
    let given = parts.next().unwrap_or_default();
    let date: Option<Date> = given.parse().ok();
    assert_eq!(date.map(|date| date.to_string()), date.map(|_| given.to_owned()), "a date is written in one way");
    let list = parts.map(|part| {
        let (name, aliases) = part.split_once('\n').unwrap_or((part, ""));
        let aliases = aliases.lines().map(str::to_owned).collect();
        KnownName { name: name.to_owned(), kind: EntityType::Product, aliases, case_sensitive: name.len() % 2 == 0 }
    });
    let list: Vec<KnownName> = list.collect();
    let alone: Vec<String> = list.iter().map(|known| format!("{}\n\n", known.name)).collect();
    match KnownNames::new(list) {
        Err(wrong) => assert!(wrong.index < alone.len() && !wrong.to_string().is_empty()),
        Ok(names) => {
            let text = alone.concat();
            let found = annotate(&text, &Options { date, names, ..Options::default() });
            assert!(date.is_none() || found.reference.date.as_deref() == Some(given));
            properties::offsets(&text, &found);
        }
    }
}

/// A name of the caller's that is made of the pieces of news, verbs and pronouns among them, and stands anywhere between others.
pub fn names(data: &[u8]) {
    let Some((&[kind, length], rest)) = data.split_first_chunk::<2>() else { return };
    let (name, rest) = rest.split_at(rest.len().min(2 + 2 * usize::from(length % 4)));
    let pieces = [NEWS, QUOTES];
    let name = built(name, &pieces);
    let text = rest.split(|&byte| byte == u8::MAX).map(|part| built(part, &pieces)).collect::<Vec<_>>().join(&name);
    let kind = [EntityType::Person, EntityType::Organization, EntityType::Group, EntityType::Work][usize::from(kind % 4)];
    let Ok(names) = KnownNames::new(vec![KnownName { name, kind, aliases: Vec::new(), case_sensitive: false }]) else {
        return;
    };
    let found = annotate(&text, &Options { names, ..Options::default() });
    properties::offsets(&text, &found);
}

/// Any words as patterns of the caller's, apart by line ends: refused with a reason and a place in them, or obeyed. The rest of the bytes,
/// past the first U+FFFD, are the text.
pub fn patterns(data: &[u8]) {
    const KINDS: [EntityType; 4] = [EntityType::Person, EntityType::Organization, EntityType::Work, EntityType::Other];
    let words = String::from_utf8_lossy(data);
    let (given, rest) = words.split_once('\u{fffd}').unwrap_or((&words, ""));
    let text = format!("{} {rest}", built(rest.as_bytes(), &[NEWS, QUOTES, DATES]));
    let list = given.lines().zip(KINDS.iter().cycle()).map(|(pattern, kind)| {
        let name = (pattern.len() % 3 == 0).then(|| "Tideline".to_owned());
        Pattern { kind: *kind, pattern: pattern.to_owned(), name }
    });
    let list: Vec<Pattern> = list.collect();
    match Patterns::new(list.clone()) {
        Err(wrong) => {
            let pattern = &list[wrong.index].pattern;
            assert!(wrong.at.is_none_or(|at| at <= pattern.chars().count()), "{wrong}");
            assert!(!wrong.to_string().is_empty() && wrong.pattern == *pattern);
        }
        Ok(patterns) => {
            let found = annotate(&text, &Options { patterns, ..Options::default() });
            properties::offsets(&text, &found);
            let mut end = 0;
            for mention in found.mentions.iter().filter(|mention| mention.rule == Some(MentionRule::Pattern)) {
                assert!(end <= mention.start && list.iter().any(|one| one.kind == found.entities[mention.entity].kind));
                end = mention.end;
            }
        }
    }
}

/// Lines of articles, pages and mail, quoted, indented and broken in any way.
pub fn layout(data: &[u8]) {
    let lines: Vec<&str> = LINES.lines().chain(NEWS.lines()).collect();
    let mut text = String::new();
    for two in data.chunks_exact(2).take(120) {
        text.push_str(match two[1] % 16 {
            0 => "\n\n",
            1 => "\r\n",
            2 => "\r",
            3 => "\n> ",
            4 => "\n>> ",
            5 => "\n    ",
            6 => "\n\t",
            7 => "\u{c}",
            8 => "\u{2028}",
            9 => "\n\n\n",
            10 => " ",
            11 => "",
            _ => "\n",
        });
        text.push_str(lines[(usize::from(two[0]) + 256 * usize::from(two[1] / 16)) % lines.len()]);
    }
    properties::check(&text);
}

/// Offsets that lead anywhere, in each unit: in another unit they are in the text, between characters, and the way back is the
/// same.
pub fn offsets(data: &[u8]) {
    let (ends, words) = data.split_at(data.len().min(16));
    let text = String::from_utf8_lossy(words);
    let lengths = [text.len(), text.encode_utf16().count(), text.chars().count()];
    let mut found = annotate("Ana Ruiz said on Monday: “It is late.”", &Options::default());
    for (mention, two) in found.mentions.iter_mut().zip(ends.chunks_exact(2).cycle()) {
        let (start, end) = (usize::from(two[0].min(two[1])), usize::from(two[0].max(two[1])));
        (mention.start, mention.end) = (start, end);
    }
    for unit in UNITS {
        let given = Annotations { offsets: unit, ..found.clone() };
        for (other, length) in UNITS.into_iter().zip(lengths) {
            let there = given.clone().convert(&text, other);
            for mention in &there.mentions {
                assert!(other == unit || mention.start <= mention.end && mention.end <= length, "{mention:?}");
            }
            if other == unit {
                continue;
            }
            let there_again = there.clone().convert(&text, unit).convert(&text, other);
            assert_eq!(there_again, there);
            if other == Unit::Byte {
                let mut words = there.mentions.iter().map(|mention| text.get(mention.start..mention.end));
                assert!(words.all(|words| words.is_some()), "a character is cut");
            }
        }
    }
}

const FORMATS: [Format; 9] = [
    Format::Html,
    Format::Markdown,
    Format::Tei,
    Format::WebAnnotations,
    Format::Brat,
    Format::Conll,
    Format::CsvEntities,
    Format::CsvQuotes,
    Format::CsvDates,
];
const UNITS: [Unit; 3] = [Unit::Byte, Unit::Utf16, Unit::Codepoint];

/// What every writer writes of any article, read again; and of annotations that somebody moved about.
pub fn exports(data: &[u8]) {
    let (moves, words) = data.split_at(data.len().min(24));
    let half = words.len() / 2;
    let text = format!("{}{}", built(&words[..half], &[NEWS, QUOTES, DATES]), String::from_utf8_lossy(&words[half..]));
    let found = annotate(&text, &Options::default());
    for read in [readers::tei, readers::web_annotations, readers::columns, readers::brat, readers::tables, readers::markdown]
    {
        read(&text, &found);
    }
    // Of another text: no writer may trust them.
    let other = String::from_utf8_lossy(words);
    FORMATS.iter().for_each(|format| drop(format.write(&other, &found)));
    drop(export::text(&other, &found, 80));
    let moved = moved(&text, found, moves);
    FORMATS.iter().for_each(|format| drop(format.write(&text, &moved)));
    let xml = export::tei(&text, &moved);
    assert!(roxmltree::Document::parse(&xml).is_ok(), "{xml}");
    let json = export::web_annotations(&text, &moved);
    assert!(serde_json::from_str::<Value>(&json).is_ok(), "{json}");
    for table in [Table::Entities, Table::Quotes, Table::Dates] {
        let written = export::csv(&text, &moved, table);
        assert!(csv::Reader::from_reader(written.as_bytes()).records().all(|row| row.is_ok()), "{written}");
    }
    let html = markup::Markup::read(&export::html(&text, &moved));
    assert!(html.tags.iter().all(|tag| tag.name != "script"));
}

/// Annotations with ends and entities that somebody chose, as a reader's corrections do: they lead somewhere, but that is all.
fn moved(text: &str, mut found: Annotations, moves: &[u8]) -> Annotations {
    let mut moves = moves.iter().cycle();
    let mut chosen = |among: usize| moves.next().map_or(0, |&byte| usize::from(byte) % among.max(1));
    let length = text.chars().count();
    let entities = found.entities.len();
    found = found.convert(text, Unit::Codepoint);
    let mut ends = |start: &mut usize, end: &mut usize| {
        if chosen(3) == 0 {
            *start = chosen(length);
            *end = length.min(*start + 1 + chosen(9));
        }
    };
    for mention in &mut found.mentions {
        ends(&mut mention.start, &mut mention.end);
    }
    for date in &mut found.dates {
        ends(&mut date.start, &mut date.end);
    }
    for quote in &mut found.quotes {
        ends(&mut quote.start, &mut quote.end);
        if let Some(speaker) = &mut quote.speaker {
            ends(&mut speaker.start, &mut speaker.end);
            speaker.entities.extend((entities > 0).then(|| entities - 1));
        }
    }
    for mention in &mut found.mentions {
        mention.entity = chosen(entities);
    }
    found.convert(text, Unit::Byte)
}

/// An answer without its id, which may be any JSON, such as a number beyond all range.
#[derive(Deserialize)]
struct Answered {
    error: Option<Value>,
    offsets: Option<Unit>,
}

/// Any bytes as a line of a stream, and as members of one that is well-formed: one line of JSON comes back, which says what is wrong
/// or holds annotations.
pub fn lines(data: &[u8]) {
    let words = String::from_utf8_lossy(data);
    let (first, rest) = words.split_once('\n').unwrap_or((&words, ""));
    // A line holds no newline.
    let (data, rest) = (words.replace('\n', " "), rest.replace('\n', "\t"));
    let member = |words: &str| serde_json::to_string(words).expect("a string");
    let whole = format!(r#"{{"id": {}, "text": {}, "date": {}}}"#, member(&rest), member(&words), member(first));
    let raw = format!(r#"{{"id": {first}, "text": "a", "date": {rest}}}"#).into_bytes();
    let mut asked = Asked { options: Options::default(), date: None, members: Members::default(), table: None };
    for bytes in [data.into_bytes(), whole.into_bytes(), raw] {
        let answer = Line { number: 1, bytes: Ok(bytes) }.answer(&mut asked);
        let (newline, json) = answer.output.split_last().expect("a line");
        assert!(*newline == b'\n' && !json.contains(&b'\n'), "one line");
        let read: Answered = serde_json::from_slice(json).expect("JSON");
        assert_eq!(answer.failure.is_none(), read.error.is_none());
        assert_eq!(answer.failure.is_none(), read.offsets == Some(Unit::Codepoint));
    }
}

/// Words of any kind: a token is only what it may be, and the same in a second reading; beyond the text there is nothing.
pub fn syntax(data: &[u8]) {
    let text = format!("{} {}", built(data, &[NEWS, QUOTES, DATES]), String::from_utf8_lossy(data));
    let document = Document::read(&text);
    let (tags, again) = (syntax::tag(&document), syntax::tag(&document));
    let mut words = syntax::words::Words::new(syntax::model().expect("the committed model"), syntax::word_class);
    for (at, token) in document.tokens.iter().enumerate() {
        let label = tags.label(at);
        assert_eq!(label, again.label(at), "{text}");
        // A preposition before a gerund is one that governs a clause.
        let clause = label.tag() == Tag::Subordinator;
        let may = syntax::words::labels(&words.get(&document, at), token.case);
        assert!(clause || may & syntax::only(label) != 0, "{} as {label:?} in {text}", document.word(at));
    }
    assert_eq!(tags.get(document.tokens.len()), Tag::Other);
}

/// Any bytes as a trained model, and the shipped ones with bytes changed or cut off: refused, and never trusted.
pub fn model(data: &[u8]) {
    changed(data, TAGGER, |bytes| Model::read(bytes).is_ok());
    changed(data, NET, |bytes| Net::read(bytes).is_ok());
    changed(data, SYNTAX, |bytes| syntax::model::Model::read(bytes).is_ok());
}

fn changed(data: &[u8], model: &[u8], reads: fn(&[u8]) -> bool) {
    assert!(!reads(data), "bytes of no model");
    let mut blob = model.to_vec();
    for edit in data.chunks_exact(4) {
        let at = usize::from(edit[0]) << 16 | usize::from(edit[1]) << 8 | usize::from(edit[2]);
        match blob.get_mut(at) {
            Some(byte) => *byte = edit[3],
            None => blob.truncate(at % model.len()),
        }
    }
    assert_eq!(reads(&blob), blob == model, "a changed model");
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
