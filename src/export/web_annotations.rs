//! Annotations in the W3C Web Annotation Data Model, as JSON-LD: one page of annotations, each with selectors that locate its words
//! in the article.
//!
//! Positions are Unicode code points, as the model requires. Identifiers and the source are relative: they resolve against the
//! address that the file is served from, where `article` stands for the article.
//! Format: <https://www.w3.org/TR/annotation-model/>.
#![expect(
    clippy::string_slice,
    reason = "annotations point to one another and into their text: `annotate` makes them so, and others are checked"
)]

use super::fitting::fitting;
use super::{Name, codepoints, doubt, speakers_of};
use crate::annotations::Annotations;
use crate::span::Span;
use std::fmt::{self, Write};

/// The number of characters of context on either side of a quote selector.
const CONTEXT: usize = 32;

/// The annotations of an article.
///
/// Annotations that belong to another text are dropped.
pub fn web_annotations(text: &str, annotations: &Annotations) -> String {
    let annotations = &*fitting(text, annotations);
    let at = codepoints(text, annotations);
    let mut page = Page { text, out: String::new() };
    page.out.push_str(
        "{\n\"@context\": \"http://www.w3.org/ns/anno.jsonld\",\n\"id\": \"#annotations\",\n\"type\": \"AnnotationPage\",\n\"items\": [",
    );
    for (index, (mention, at)) in annotations.mentions.iter().zip(&at.mentions).enumerate() {
        let Some(entity) = annotations.entities.get(mention.entity) else { continue };
        let bodies = [("tagging", Name(entity.kind).to_string()), ("identifying", entity.name.clone())];
        page.item(
            &format!("mention-{index}"),
            "identifying",
            &bodies,
            &[(Span::new(mention.start, mention.end), at.start..at.end)],
        );
    }
    for (index, (quote, at)) in annotations.quotes.iter().zip(&at.quotes).enumerate() {
        let mut bodies = vec![("tagging", format!("{} quote", Name(quote.kind)))];
        bodies.extend(speakers_of(annotations, quote).into_iter().map(|name| ("identifying", name.to_owned())));
        bodies.extend(quote.is_any_doubtful().then(|| ("assessing", doubt(quote).to_owned())));
        let parts: Vec<_> = quote.parts.iter().zip(&at.parts).map(|(part, at)| (*part, at.start()..at.end())).collect();
        page.item(&format!("quote-{index}"), "highlighting", &bodies, &parts);
    }
    for (index, (date, at)) in annotations.dates.iter().zip(&at.dates).enumerate() {
        let bodies = [("tagging", Name(date.kind).to_string()), ("identifying", date.value.clone())];
        page.item(&format!("date-{index}"), "identifying", &bodies, &[(Span::new(date.start, date.end), at.start..at.end)]);
    }
    page.out.push_str("\n]\n}\n");
    page.out
}

struct Page<'t> {
    text: &'t str,
    out: String,
}

impl Page<'_> {
    /// Appends an annotation of some stretches, each in bytes and in code points. Writing to a string cannot fail.
    fn item(&mut self, id: &str, motivation: &str, bodies: &[(&str, String)], stretches: &[(Span, std::ops::Range<usize>)]) {
        let out = &mut self.out;
        out.push_str(if out.ends_with('[') { "\n" } else { ",\n" });
        let _ = write!(out, "{{\"id\": \"#{id}\", \"type\": \"Annotation\", \"motivation\": \"{motivation}\", \"body\": [");
        for (index, (purpose, value)) in bodies.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            let value = Quoted(value);
            let _ = write!(out, "{comma}{{\"type\": \"TextualBody\", \"purpose\": \"{purpose}\", \"value\": {value}}}");
        }
        out.push_str("], \"target\": [");
        for (index, (span, points)) in stretches.iter().enumerate() {
            let (before, after) = (&self.text[..span.start()], &self.text[span.end()..]);
            let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
            let end = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
            let _ = write!(
                out,
                "{}{{\"source\": \"article\", \"selector\": [{{\"type\": \"TextQuoteSelector\", \"exact\": {}, \"prefix\": {}, \
                 \"suffix\": {}}}, {{\"type\": \"TextPositionSelector\", \"start\": {}, \"end\": {}}}]}}",
                if index == 0 { "" } else { ", " },
                Quoted(span.of(self.text)),
                Quoted(&before[start..]),
                Quoted(&after[..end]),
                points.start,
                points.end
            );
        }
        out.push_str("]}");
    }
}

/// A string of JSON.
struct Quoted<'t>(&'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' | '\\' => write!(f, "\\{c}")?,
                '\n' => f.write_str("\\n")?,
                // "</script>" ends a script element that the JSON may be put into.
                '<' => f.write_str("\\u003c")?,
                c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => write!(f, "\\u{:04x}", u32::from(c))?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}
