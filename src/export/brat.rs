//! Annotations as brat standoff: the `.ann` file that accompanies the article's `.txt`.
//!
//! It has text-bound annotations (`T`) for mentions, quotes, speakers and dates; `SpokenBy` relations from quote to speaker;
//! equivalences (`*`) for coreference; attributes for kinds, and notes for values. Offsets are Unicode code points. A span over several
//! lines is given line by line, as brat requires.
//! Format: <https://brat.nlplab.org/standoff.html>.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "annotations point to one another and into their text: `annotate` makes them so, and others are checked"
)]

use super::fitting::fitting;
use super::{Name, codepoints};
use crate::annotations::Annotations;
use crate::entities::EntityType;
use crate::span::Span;
use std::fmt::{self, Write};

/// The standoff of an article.
///
/// Annotations that belong to another text are dropped.
pub fn brat(text: &str, annotations: &Annotations) -> String {
    let annotations = &*fitting(text, annotations);
    let mut standoff = Standoff { text, out: String::new(), spans: 0, others: 0 };
    let at = codepoints(text, annotations);
    let mut mentions = Vec::with_capacity(annotations.mentions.len());
    for (mention, at) in annotations.mentions.iter().zip(&at.mentions) {
        let kind = annotations.entities.get(mention.entity).map_or(EntityType::Other, |entity| entity.kind);
        mentions.push(standoff.span(&capital(Name(kind)), &[(Span::new(mention.start, mention.end), at.start)]));
    }
    for entity in annotations.entities.iter().filter(|entity| entity.mentions.len() > 1) {
        let same: Vec<String> = entity.mentions.iter().map(|&mention| format!("T{}", mentions[mention])).collect();
        standoff.line(format_args!("*\tCoref {}", same.join(" ")));
    }
    for (quote, at) in annotations.quotes.iter().zip(&at.quotes) {
        let parts: Vec<(Span, usize)> = quote.parts.iter().zip(&at.parts).map(|(part, at)| (*part, at.start())).collect();
        let id = standoff.span("Quote", &parts);
        standoff.other('A', format_args!("Kind T{id} {}", Name(quote.kind)));
        if quote.is_doubtful() {
            standoff.other('A', format_args!("Doubtful T{id}"));
        }
        if let (Some(speaker), Some(at)) = (&quote.speaker, &at.speaker) {
            let words = standoff.span("Speaker", &[(Span::new(speaker.start, speaker.end), at.start)]);
            if quote.is_credit_doubtful() {
                standoff.other('A', format_args!("Doubtful T{words}"));
            }
            standoff.other('R', format_args!("SpokenBy Arg1:T{id} Arg2:T{words}"));
        }
    }
    for (date, at) in annotations.dates.iter().zip(&at.dates) {
        let id = standoff.span(&capital(Name(date.kind)), &[(Span::new(date.start, date.end), at.start)]);
        standoff.other('#', format_args!("AnnotatorNotes T{id}\t{}", date.value));
    }
    standoff.out
}

fn capital(name: impl fmt::Display) -> String {
    let mut name = name.to_string();
    name[..1].make_ascii_uppercase();
    name
}

struct Standoff<'t> {
    text: &'t str,
    out: String,
    spans: usize,
    others: usize,
}

impl Standoff<'_> {
    /// Writes a text-bound annotation of some stretches, each with the code point it begins at; its number.
    fn span(&mut self, kind: &str, stretches: &[(Span, usize)]) -> usize {
        self.spans += 1;
        let (mut offsets, mut words) = (Vec::new(), Vec::new());
        for (span, start) in stretches {
            let mut at = *start;
            for line in span.of(self.text).split_inclusive(['\n', '\r']) {
                let shown = line.trim_end_matches(['\n', '\r']);
                if !shown.trim().is_empty() {
                    offsets.push(format!("{at} {}", at + shown.chars().count()));
                    words.push(shown.to_owned());
                }
                at += line.chars().count();
            }
        }
        let id = self.spans;
        self.line(format_args!("T{id}\t{kind} {}\t{}", offsets.join(";"), words.join(" ")));
        id
    }

    fn other(&mut self, letter: char, content: fmt::Arguments<'_>) {
        self.others += 1;
        let id = self.others;
        self.line(format_args!("{letter}{id}\t{content}"));
    }

    /// Appends a line. Writing to a string cannot fail.
    fn line(&mut self, content: fmt::Arguments<'_>) {
        let _ = writeln!(self.out, "{content}");
    }
}
