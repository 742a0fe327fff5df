//! Who said what, as Markdown: one section for each speaker, with paraphrases kept apart from the speaker's own words.
//!
//! Every character that CommonMark could read as markup is escaped.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "annotations point to one another and into their text: `annotate` makes them so, and others are checked"
)]

use super::fitting::fitting;
use super::{Name, listed, speakers_of};
use crate::annotations::{Annotations, Quote};
use crate::quotes::QuoteKind;
use crate::span::Span;
use crate::text::BlockKind;
use std::fmt::{self, Write};

/// The quotes of an article by speaker, in the order in which the speakers first speak.
///
/// Annotations that belong to another text are dropped.
pub fn markdown(text: &str, annotations: &Annotations) -> String {
    let annotations = &*fitting(text, annotations);
    let mut out = String::new();
    let headline = annotations.blocks.iter().find(|block| block.kind == BlockKind::Headline);
    let title = headline.map_or("Who said what", |block| Span::new(block.start, block.end).of(text));
    line(&mut out, format_args!("# {}", Escaped(title)));
    if let Some(date) = &annotations.reference.date {
        line(&mut out, format_args!("\nArticle of {date} ({}).", Name(annotations.reference.source)));
    }
    let mut speakers: Vec<(Option<usize>, &str, Vec<&Quote>)> = Vec::new();
    for quote in &annotations.quotes {
        let named = quote.speaker.iter().flat_map(|speaker| &speaker.entities).map(|id| Some(*id));
        let entities = named.chain([None]);
        let names = speakers_of(annotations, quote);
        // A quote with several speakers appears under each.
        for (entity, name) in entities.zip(if names.is_empty() { vec![""] } else { names }) {
            match speakers.iter_mut().find(|(other, label, _)| *other == entity && (entity.is_some() || *label == name)) {
                Some((_, _, quotes)) => quotes.push(quote),
                None => speakers.push((entity, name, vec![quote])),
            }
        }
    }
    for (entity, name, quotes) in speakers {
        let roles = entity.map_or(&[][..], |id| &annotations.entities[id].roles);
        match (name, roles.first()) {
            ("", _) => line(&mut out, format_args!("\n## Nobody is credited\n")),
            (_, Some(role)) => line(&mut out, format_args!("\n## {}, {}\n", Escaped(name), Escaped(role.of(text)))),
            _ => line(&mut out, format_args!("\n## {}\n", Escaped(name))),
        }
        for quote in quotes {
            let parts: Vec<String> = quote.parts.iter().map(|part| Escaped(part.of(text)).to_string()).collect();
            let reported = if quote.kind == QuoteKind::Direct { "" } else { " *(reported)*" };
            let mut others = speakers_of(annotations, quote);
            others.retain(|other| *other != name);
            let with = if others.is_empty() { String::new() } else { format!(" *(with {})*", Escaped(&listed(&others))) };
            let doubt = if quote.is_any_doubtful() { " *(uncertain)*" } else { "" };
            line(&mut out, format_args!("- {}{reported}{with}{doubt}", parts.join(" … ")));
        }
    }
    out
}

/// Appends a line. Writing to a string cannot fail.
fn line(out: &mut String, content: fmt::Arguments<'_>) {
    let _ = writeln!(out, "{content}");
}

/// A text on one line, with all markup escaped.
struct Escaped<'t>(&'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, word) in self.0.split_whitespace().enumerate() {
            f.write_str(if index == 0 { "" } else { " " })?;
            for (at, c) in word.char_indices() {
                let escaped = match c {
                    // These begin headings or lists only at the start of a line, but any word can start a line.
                    '-' | '+' | '=' => at == 0,
                    '.' | ')' => at > 0 && word[..at].bytes().all(|b| b.is_ascii_digit()),
                    ',' | '\'' | '"' | ';' | ':' | '?' | '/' | '%' | '$' | '(' | '@' | '^' => false,
                    c => c.is_ascii_punctuation(),
                };
                f.write_str(if escaped { "\\" } else { "" })?;
                f.write_char(if c.is_control() { '\u{fffd}' } else { c })?;
            }
        }
        Ok(())
    }
}
