//! The walk of one sentence in `ARCHITECTURE.md` shows what the pipeline really makes of it.
#![cfg(not(target_arch = "wasm32"))]

use newsmark::text::Document;
use newsmark::{Options, Unit, annotate};
use std::fmt::Write;

const SENTENCE: &str = "“It’s ours,” Mayor Ana Ruiz said on Monday.";
const DATE: &str = "2024-03-14";

/// What each stage has made of the sentence, a line each.
fn walk() -> String {
    let document = Document::read(SENTENCE);
    let found = annotate(SENTENCE, &Options { date: DATE.parse().ok(), ..Options::default() });
    let mut out = format!("text       {SENTENCE}\n");
    let mut say = |stage: &str, what: String| writeln!(out, "{stage:10} {what}").expect("a string");
    for block in &document.blocks {
        say(
            "block",
            format!("{:?} {}..{}, {} sentence", block.kind, block.span.start(), block.span.end(), block.sentences.len()),
        );
    }
    let tokens: Vec<&str> = (0..document.tokens.len()).map(|token| document.word(token)).collect();
    say("tokens", tokens.join(" · "));
    for mention in &found.mentions {
        let entity = &found.entities[mention.entity];
        let roles: Vec<&str> = entity.roles.iter().map(|role| role.of(SENTENCE)).collect();
        let (kind, form) = (entity.kind, mention.form);
        say(
            "mention",
            format!("{} {}..{}, {form:?}, {kind:?}, role {}", mention.text, mention.start, mention.end, roles.join(", ")),
        );
    }
    for quote in &found.quotes {
        let parts: Vec<&str> = quote.parts.iter().map(|part| part.of(SENTENCE)).collect();
        let speaker = quote.speaker.as_ref().expect("a speaker");
        let cue = quote.cue.expect("a cue").of(SENTENCE);
        let (kind, rule) = (quote.kind, quote.rule);
        say("quote", format!("{kind:?} {}, cue {cue}, speaker {} by {rule:?}", parts.join(" "), speaker.text));
    }
    for date in &found.dates {
        let [from, to] = [&date.from, &date.to].map(|day| day.as_deref().unwrap_or("open"));
        say(
            "date",
            format!(
                "{} {}..{}, {} from {from} before {to}, by {:?}",
                date.text, date.start, date.end, date.value, date.rule
            ),
        );
    }
    for (unit, name) in [(Unit::Byte, "bytes"), (Unit::Utf16, "UTF-16"), (Unit::Codepoint, "points")] {
        let date = &found.clone().convert(SENTENCE, unit).dates[0];
        say(name, format!("{} {}..{}", date.text, date.start, date.end));
    }
    out
}

#[test]
fn the_walk_is_what_happens() {
    let architecture = std::fs::read_to_string("ARCHITECTURE.md").expect("ARCHITECTURE.md");
    let (_, rest) = architecture.split_once("## One sentence\n").expect("the walk's heading");
    let (_, rest) = rest.split_once("```\n").expect("the walk");
    let (shown, _) = rest.split_once("```").expect("the walk's end");
    assert_eq!(shown, walk());
}
