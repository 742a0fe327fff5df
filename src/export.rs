//! Writes annotations as files for people and other programs.
//!
//! Each writer takes the article and its annotations, as [`annotate`](crate::annotate) returns them or in another unit, and returns one
//! string. It drops annotations that do not belong to the article. All text of the article is escaped, so no browser or terminal interprets
//! it.

mod brat;
mod conll;
mod csv;
mod escape;
pub(crate) mod fitting;
mod html;
mod markdown;
pub(crate) mod segments;
mod tei;
mod text;
mod web_annotations;

pub use brat::brat;
pub use conll::conll;
pub use csv::{Table, csv, csv_header, csv_rows};
pub use html::html;
pub use markdown::markdown;
pub use tei::tei;
pub use text::text;
pub use web_annotations::web_annotations;

use crate::annotations::{Annotations, Quote, Unit};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The file formats. For JSON, serialise [`Annotations`]; for a terminal, use [`text()`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
#[non_exhaustive]
pub enum Format {
    /// The marked article, as one self-contained HTML document
    Html,
    /// Who said what, by speaker
    Markdown,
    /// The article as TEI P5
    Tei,
    /// W3C Web Annotations, as JSON-LD
    WebAnnotations,
    /// brat standoff, to go with the text file
    Brat,
    /// One token per line with its name tag, to train a tagger
    Conll,
    /// A table of entities
    CsvEntities,
    /// A table of quotes
    CsvQuotes,
    /// A table of dates
    CsvDates,
}

impl Format {
    /// Writes the article and its annotations in this format. Annotations that belong to another text are dropped.
    pub fn write(self, text: &str, annotations: &Annotations) -> String {
        match self {
            Format::Html => html(text, annotations),
            Format::Markdown => markdown(text, annotations),
            Format::Tei => tei(text, annotations),
            Format::WebAnnotations => web_annotations(text, annotations),
            Format::Brat => brat(text, annotations),
            Format::Conll => conll(text, annotations),
            Format::CsvEntities => csv(text, annotations, Table::Entities),
            Format::CsvQuotes => csv(text, annotations, Table::Quotes),
            Format::CsvDates => csv(text, annotations, Table::Dates),
        }
    }
}

/// Prints a kind or a rule by its name in JSON.
pub(crate) struct Name<T>(pub(crate) T);

impl<T: Serialize> fmt::Display for Name<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// The same annotations with offsets in code points, as Python, brat and the W3C count.
fn codepoints(text: &str, annotations: &Annotations) -> Annotations {
    annotations.clone().convert(text, Unit::Codepoint)
}

/// The fullest name of everyone credited with a quote, or the words for the speaker if nobody is named.
pub(crate) fn speakers_of<'a>(annotations: &'a Annotations, quote: &'a Quote) -> Vec<&'a str> {
    let Some(speaker) = &quote.speaker else { return Vec::new() };
    if speaker.entities.is_empty() {
        return vec![&speaker.text];
    }
    speaker.entities.iter().filter_map(|id| annotations.entities.get(*id)).map(|entity| &*entity.name).collect()
}

/// The note that follows a doubtful quote in formats for people.
fn doubt(quote: &Quote) -> &'static str {
    match (quote.is_doubtful(), quote.is_credit_doubtful()) {
        (false, false) => "",
        (true, false) => "uncertain quote",
        (false, true) => "uncertain speaker",
        (true, true) => "uncertain quote and speaker",
    }
}

/// Names as a sentence lists them: "Ruiz, Lind and Ott".
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
