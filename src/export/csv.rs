//! Annotations as tables: comma-separated values (RFC 4180), one table each for entities, quotes and dates. A table can cover one
//! article, or many with a column that says which article a row belongs to.
//!
//! Offsets are Unicode code points. A cell that a spreadsheet would read as a formula gets an apostrophe in front.
#![expect(
    clippy::indexing_slicing,
    reason = "annotations point to one another and into their text: `annotate` makes them so, and others are checked"
)]

use super::fitting::fitting;
use super::{Name, codepoints, speakers_of};
use crate::annotations::Annotations;
use std::fmt::{self, Write};

/// The three tables.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Table {
    /// One row for each entity.
    Entities,
    /// One row for each quote.
    Quotes,
    /// One row for each time expression.
    Dates,
}

impl Table {
    fn columns(self) -> &'static [&'static str] {
        match self {
            Table::Entities => &["id", "type", "name", "roles", "mentions", "start", "end"],
            Table::Quotes => {
                &["text", "kind", "speaker", "entities", "cue", "start", "end", "rule", "score", "speaker_score"]
            }
            Table::Dates => {
                &["text", "type", "value", "mod", "from", "to", "start", "end", "rule", "score", "freq", "quant"]
            }
        }
    }
}

/// One table of annotations, with a header.
///
/// Annotations that belong to another text are dropped.
pub fn csv(text: &str, annotations: &Annotations, table: Table) -> String {
    let mut out = String::new();
    row(&mut out, None, table.columns());
    rows(&mut out, text, annotations, table, None);
    out
}

/// The header of a table of many articles: a column `doc`, then those of [`csv`]. The rows are [`csv_rows`] of each article.
pub fn csv_header(table: Table) -> String {
    let mut out = String::new();
    row(&mut out, Some("doc"), table.columns());
    out
}

/// The rows of one article, named `doc`, in a table of many.
///
/// Annotations that belong to another text are dropped.
pub fn csv_rows(doc: &str, text: &str, annotations: &Annotations, table: Table) -> String {
    let mut out = String::new();
    rows(&mut out, text, annotations, table, Some(doc));
    out
}

fn rows(out: &mut String, text: &str, annotations: &Annotations, table: Table, doc: Option<&str>) {
    let annotations = &*fitting(text, annotations);
    let at = codepoints(text, annotations);
    match table {
        Table::Entities => {
            for entity in &annotations.entities {
                let roles: Vec<&str> = entity.roles.iter().map(|role| role.of(text)).collect();
                let first = entity.mentions.first().map(|&mention| &at.mentions[mention]);
                row(
                    out,
                    doc,
                    &[
                        &entity.id.to_string(),
                        &Name(entity.kind).to_string(),
                        &entity.name,
                        &roles.join("; "),
                        &entity.mentions.len().to_string(),
                        &first.map_or(String::new(), |m| m.start.to_string()),
                        &first.map_or(String::new(), |m| m.end.to_string()),
                    ],
                );
            }
        }
        Table::Quotes => {
            for (quote, at) in annotations.quotes.iter().zip(&at.quotes) {
                let speaker = quote.speaker.as_ref();
                let ids: Vec<String> = speaker.iter().flat_map(|s| &s.entities).map(usize::to_string).collect();
                let parts: Vec<&str> = quote.parts.iter().map(|part| part.of(text)).collect();
                row(
                    out,
                    doc,
                    &[
                        &parts.join(" … "),
                        &Name(quote.kind).to_string(),
                        &speakers_of(annotations, quote).join("; "),
                        &ids.join("; "),
                        quote.cue.map_or("", |cue| cue.of(text)),
                        &at.start.to_string(),
                        &at.end.to_string(),
                        &Name(quote.rule).to_string(),
                        &score(quote.score),
                        &speaker.map_or(String::new(), |speaker| score(speaker.score)),
                    ],
                );
            }
        }
        Table::Dates => {
            for (date, at) in annotations.dates.iter().zip(&at.dates) {
                row(
                    out,
                    doc,
                    &[
                        &date.text,
                        &Name(date.kind).to_string(),
                        &date.value,
                        &date.modifier.map_or(String::new(), |modifier| Name(modifier).to_string()),
                        date.from.as_deref().unwrap_or_default(),
                        date.to.as_deref().unwrap_or_default(),
                        &at.start.to_string(),
                        &at.end.to_string(),
                        &Name(date.rule).to_string(),
                        &score(date.score),
                        date.freq.as_deref().unwrap_or_default(),
                        date.quant.as_deref().unwrap_or_default(),
                    ],
                );
            }
        }
    }
}

fn score(score: f32) -> String {
    format!("{score:.2}")
}

/// Appends a row. Writing to a string cannot fail.
fn row(out: &mut String, doc: Option<&str>, cells: &[&str]) {
    for (index, cell) in doc.iter().chain(cells).enumerate() {
        let _ = write!(out, "{}{}", if index == 0 { "" } else { "," }, Cell(cell));
    }
    out.push_str("\r\n");
}

/// A cell, quoted if anything in it could be misread.
struct Cell<'t>(&'t str);

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let formula = self.0.trim_start().starts_with(['=', '+', '-', '@']);
        let plain = self.0.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b' '));
        if plain && !formula && self.0.trim() == self.0 {
            return f.write_str(self.0);
        }
        let shown: String = self.0.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        write!(f, "\"{}{}\"", if formula { "'" } else { "" }, shown.replace('"', "\"\""))
    }
}
