//! The properties themselves: [`check`] fails where the annotations of a text break one.

mod quotes;

use crate::markup::Markup;
use newsmark::text::{Document, Reading};
use newsmark::{Annotations, Date, Form, Mention, Options, ReferenceSource, Span, TimeExpr, Unit, annotate, export};

/// Annotates a text, with a date and without, and checks all that must be true.
pub fn check(text: &str) {
    layers(text);
    reading(text);
    for date in [None, Date::new(2024, 2, 29)] {
        let found = annotate(text, &Options { date, ..Options::default() });
        assert_eq!(
            found,
            annotate(text, &Options { date, ..Options::default() }),
            "the same text gives the same annotations"
        );
        offsets(text, &found);
        blocks(text, &found);
        entities(&found);
        quotes::check(text, &found);
        found.dates.iter().for_each(one_date);
        ordered("mentions", found.mentions.iter().map(|m| (m.start, m.end)));
        ordered("quotes", found.quotes.iter().map(|q| (q.start, q.end)));
        apart("dates", found.dates.iter().map(|d| (d.start, d.end)));
        match found.reference.source {
            ReferenceSource::None => assert_eq!(found.reference.date, None),
            _ => assert!(found.reference.date.as_deref().is_some_and(|date| date.parse::<Date>().is_ok())),
        }
        assert!(date.is_none() || found.reference.date == date.map(|date| date.to_string()), "what is given is used");
        let json = serde_json::to_string(&found).expect("JSON");
        assert_eq!(serde_json::from_str::<Annotations>(&json).expect("the shapes"), found);
        exports(text, &found);
    }
}

/// Blocks, sentences and tokens.
fn layers(text: &str) {
    let document = Document::read(text);
    let mut covered = 0;
    for (index, token) in document.tokens.iter().enumerate() {
        let between = text.get(covered..token.span.start()).expect("tokens are in order and whole characters");
        assert!(between.chars().all(char::is_whitespace), "{between:?} is in no token");
        // Only ". . ." reaches across white space, with the invisible characters that belong to its dots.
        let seen = |c: char| c.is_alphanumeric() || c.is_ascii_punctuation() && c != '.';
        let reaches = |c: char| c.is_whitespace() && document.word(index).contains(seen);
        assert!(!document.word(index).is_empty() && !document.word(index).contains(reaches));
        let block_before = index.checked_sub(1).map(|before| document.sentences[document.sentence_of(before)].block);
        let block = document.sentences[document.sentence_of(index)].block;
        assert_eq!(token.glued, block_before == Some(block) && between.is_empty(), "glued: {:?}", document.word(index));
        covered = token.span.end();
    }
    let rest = text.get(covered..).expect("the last token ends in the text");
    assert!(rest.chars().all(char::is_whitespace), "{rest:?} is in no token");
    let (mut token, mut sentence) = (0, 0);
    for (index, block) in document.blocks.iter().enumerate() {
        assert_eq!(block.sentences.start, sentence, "sentences of blocks follow one another");
        sentence = block.sentences.end;
        for sentence in &document.sentences[block.sentences.clone()] {
            assert_eq!((sentence.block, sentence.tokens.start), (index, token), "tokens of sentences follow one another");
            let span = document.span_of(sentence.tokens.clone());
            assert!(!sentence.tokens.is_empty() && block.span.contains(span));
            assert_eq!(document.tokens_in(span), sentence.tokens);
            token = sentence.tokens.end;
        }
    }
    assert_eq!((token, sentence), (document.tokens.len(), document.sentences.len()), "all are in a block");
}

/// What ends a line, as the reading of lines has it.
const LINE_ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Whether letters are those of a given stretch. Where lines end in it, others may stand between: a running head within a broken word.
fn is_read(read: &str, given: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<Vec<_>>();
    let (read, given) = (letters(read), (letters(given), given.contains(LINE_ENDS)));
    match given {
        (given, false) => read == given,
        (given, true) => {
            let mut given = given.into_iter();
            read.into_iter().all(|letter| given.any(|other| other == letter))
        }
    }
}

/// What is read stands in the text, in order, and all of it; a word that is broken at the end of a page may have a running head in it.
fn reading(text: &str) {
    let reading = Reading::of(text);
    let document = Document::of_everything(&reading);
    let mut covered = 0;
    for (index, token) in document.tokens.iter().enumerate() {
        let span = reading.given(token.span);
        assert!(covered <= span.start() && text.get(span.start()..span.end()).is_some_and(|given| !given.is_empty()));
        let given = span.of(text);
        assert!(given.contains('&') || is_read(document.word(index), given), "{given:?}");
        covered = span.end();
    }
}

/// Every stretch there is, with the text that it says it holds.
fn stretches(found: &Annotations) -> Vec<(usize, usize, Option<&str>)> {
    let span = |span: &Span| (span.start(), span.end(), None);
    let mut all: Vec<_> = found.blocks.iter().map(|b| (b.start, b.end, None)).collect();
    all.extend(found.mentions.iter().map(|m| (m.start, m.end, Some(m.text.as_str()))));
    all.extend(found.entities.iter().flat_map(|e| &e.roles).map(span));
    for quote in &found.quotes {
        all.push((quote.start, quote.end, Some(&quote.text)));
        all.extend(quote.parts.iter().chain(&quote.cue).map(span));
        all.extend(quote.speaker.iter().map(|s| (s.start, s.end, Some(s.text.as_str()))));
    }
    for date in &found.dates {
        all.push((date.start, date.end, Some(&date.text)));
        all.extend(date.parts.iter().map(|p| (p.start, p.end, None)));
    }
    all
}

/// In all three units, the stretch of the text is the text of the stretch.
pub fn offsets(text: &str, found: &Annotations) {
    assert_eq!(found.offsets, Unit::Byte);
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let codepoints: Vec<char> = text.chars().collect();
    let [in_utf16, in_codepoints] = [Unit::Utf16, Unit::Codepoint].map(|unit| found.clone().convert(text, unit));
    assert_eq!((in_utf16.offsets, in_codepoints.offsets), (Unit::Utf16, Unit::Codepoint));
    let others = stretches(&in_utf16).into_iter().zip(stretches(&in_codepoints));
    for ((start, end, holds), (other16, other)) in stretches(found).into_iter().zip(others) {
        let slice = text.get(start..end).expect("in the text and on character boundaries");
        assert!(!slice.is_empty(), "nothing is found at {start}");
        assert!(
            !slice.starts_with(char::is_whitespace) && !slice.ends_with(char::is_whitespace),
            "{slice:?} is not trimmed"
        );
        assert!(holds.is_none_or(|holds| holds == slice), "{holds:?} is {slice:?}");
        let slice16 = String::from_utf16(&utf16[other16.0..other16.1]).expect("no pair is split");
        assert_eq!((slice16.as_str(), other16.2), (slice, holds));
        assert_eq!((codepoints[other.0..other.1].iter().collect::<String>().as_str(), other.2), (slice, holds));
    }
}

fn blocks(text: &str, found: &Annotations) {
    apart("blocks", found.blocks.iter().map(|b| (b.start, b.end)));
    let ends = [0].into_iter().chain(found.blocks.iter().map(|b| b.end));
    let starts = found.blocks.iter().map(|b| b.start).chain([text.len()]);
    for (end, start) in ends.zip(starts) {
        assert!(text[end..start].chars().all(char::is_whitespace), "{:?} is in no block", &text[end..start]);
    }
}

/// Entities and mentions know each other, and a name is not in another.
fn entities(found: &Annotations) {
    for (id, entity) in found.entities.iter().enumerate() {
        assert_eq!(entity.id, id);
        let mentions: Vec<&Mention> = entity.mentions.iter().map(|&mention| &found.mentions[mention]).collect();
        assert!(mentions.iter().all(|mention| mention.entity == id), "{entity:?}");
        assert!(entity.mentions.is_sorted_by(|a, b| a < b), "{entity:?}");
        // Lines and invisible characters may come between the letters of a name.
        let name = |m: &&&Mention| m.form == Form::Name && is_read(&entity.name, Reading::of(&m.text).text());
        assert!(mentions.iter().any(|m| name(&m)), "{entity:?} is named so: {mentions:?}");
    }
    assert_eq!(found.entities.iter().map(|e| e.mentions.len()).sum::<usize>(), found.mentions.len());
    assert!(found.entities.iter().map(|e| e.mentions[0]).is_sorted(), "entities are in order of first mention");
    assert!(found.mentions.iter().all(|m| (0.0..=1.0).contains(&m.score)));
    apart("names", found.mentions.iter().filter(|m| m.form == Form::Name).map(|m| (m.start, m.end)));
}

fn one_date(date: &TimeExpr) {
    let [from, to] = [&date.from, &date.to].map(|day| day.as_ref().map(|day| day.parse::<Date>().expect("a day")));
    assert!(from.zip(to).is_none_or(|(from, to)| from < to), "{date:?}");
    assert!(!date.value.is_empty() && (0.0..=1.0).contains(&date.score), "{date:?}");
    apart("ends", date.parts.iter().map(|p| (p.start, p.end)));
    assert!(date.parts.iter().all(|p| date.start <= p.start && p.end <= date.end && !p.value.is_empty()), "{date:?}");
}

fn ordered(what: &str, stretches: impl Iterator<Item = (usize, usize)>) {
    assert!(stretches.map(|(start, _)| start).is_sorted(), "{what} are in text order");
}

fn apart(what: &str, stretches: impl Iterator<Item = (usize, usize)>) {
    let mut last = 0;
    for (start, end) in stretches {
        assert!(last <= start && start < end, "{what} overlap at {start}");
        last = end;
    }
}

/// The article is shown whole, and nothing of it is obeyed.
fn exports(text: &str, found: &Annotations) {
    let html = export::html(text, found);
    Markup::read(&html).check();
    let article =
        html.split_once("<article>\n").and_then(|(_, rest)| rest.split_once("\n</article>")).expect("an article").0;
    let shown = text
        .replace('\r', "\n")
        .replace(|c: char| c.is_control() && c != '\n' && c != '\t' || matches!(c, '\u{fffe}' | '\u{ffff}'), "\u{fffd}");
    assert_eq!(Markup::read(article).text, shown);
    let in_terminal = export::text(text, found, 80);
    assert!(!in_terminal.contains(|c: char| c.is_control() && c != '\n'));
}
