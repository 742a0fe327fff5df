//! Annotations as plain text: the article with labels under its lines, then a numbered list of what was found.
//!
//! It is made for terminals, and for reviewing changes in a diff. Labels stand under their words as far as columns can be counted;
//! right-to-left writing and joined emoji may shift them. Scores are left out.
#![expect(
    clippy::indexing_slicing,
    reason = "annotations point to one another and into their text: `annotate` makes them so, and others are checked"
)]

mod lists;
mod rows;

use super::Name;
use super::fitting::fitting;
use super::segments::{Layer, marks};
use crate::annotations::Annotations;
use crate::entities::{EntityType, Form};
use crate::span::Span;
use crate::text::BlockKind;
use rows::Row;
use std::fmt::{self, Write};

const LEGEND: &str = "\
Labels under the text: p person, o organization, l place, g group, e event,
w work, m product, x other, with the entity's number: p1=== by name, p1~~~ by
other words, p1--- a title or function. d1=== a date. q1\"\"\" a quote, s1...
the words for its speaker, c1... those that tell it is said.
";

/// Shows an article and its annotations in lines of at most `width` columns, if labels and long names let it.
///
/// Annotations that belong to another text are dropped. Control characters are shown as `\u{fffd}`.
pub fn text(text: &str, annotations: &Annotations, width: usize) -> String {
    let annotations = &*fitting(text, annotations);
    let mut out = String::from(LEGEND);
    let labels = labels(annotations);
    let mut coming = labels.iter().peekable();
    let mut active: Vec<&Label> = Vec::new();
    for block in &annotations.blocks {
        out.push('\n');
        if block.kind != BlockKind::Paragraph {
            line(&mut out, format_args!("[{}]", Name(block.kind)));
        }
        for row in rows::of(text, Span::new(block.start, block.end), width.saturating_sub(2).max(20)) {
            line(&mut out, format_args!("| {}", row.shown));
            while let Some(label) = coming.next_if(|label| label.span.start() < row.span.end()) {
                active.push(label);
            }
            active.retain(|label| label.span.end() > row.span.start());
            let (speech, names): (Vec<&Label>, Vec<&Label>) = active.iter().partition(|label| label.of_speech);
            for lane in lanes(&row, &names).iter().chain(&lanes(&row, &speech)) {
                line(&mut out, format_args!("  {lane}"));
            }
        }
    }
    lists::write(&mut out, text, annotations, width);
    out
}

/// Appends a line. Writing to a string cannot fail.
fn line(out: &mut String, content: fmt::Arguments<'_>) {
    let _ = writeln!(out, "{content}");
}

/// A label under some words.
struct Label {
    span: Span,
    /// Letter and number.
    name: String,
    /// The character that fills it up to the end of the words.
    fill: char,
    of_speech: bool,
}

/// The labels of all annotations, in text order.
fn labels(annotations: &Annotations) -> Vec<Label> {
    let entity = |id: usize| entity_label(annotations, id);
    let mut labels: Vec<Label> = (marks(annotations).into_iter())
        .map(|mark| {
            let i = mark.index;
            let (name, fill) = match mark.layer {
                Layer::Quote => (format!("q{i}"), '"'),
                Layer::Speaker => (format!("s{i}"), '.'),
                Layer::Cue => (format!("c{i}"), '.'),
                Layer::Role => (entity(i), '-'),
                Layer::Mention if annotations.mentions[i].form == Form::Name => {
                    (entity(annotations.mentions[i].entity), '=')
                }
                Layer::Mention => (entity(annotations.mentions[i].entity), '~'),
                Layer::Date => (format!("d{i}"), '='),
            };
            let of_speech = matches!(mark.layer, Layer::Quote | Layer::Speaker | Layer::Cue);
            Label { span: Span::new(mark.range.start, mark.range.end), name, fill, of_speech }
        })
        .collect();
    labels.sort_by_key(|label| (label.span.start(), std::cmp::Reverse(label.span.end())));
    labels
}

/// An entity's letter and number.
fn entity_label(annotations: &Annotations, id: usize) -> String {
    let letter = match annotations.entities.get(id).map_or(EntityType::Other, |entity| entity.kind) {
        EntityType::Person => 'p',
        EntityType::Organization => 'o',
        EntityType::Place => 'l',
        EntityType::Group => 'g',
        EntityType::Event => 'e',
        EntityType::Work => 'w',
        EntityType::Product => 'm',
        EntityType::Other => 'x',
    };
    format!("{letter}{id}")
}

/// The lines of labels under a row of text: each label goes on the first line with enough space.
fn lanes(row: &Row, labels: &[&Label]) -> Vec<String> {
    let mut lanes: Vec<(usize, String)> = Vec::new();
    for label in labels {
        let (from, to) = row.columns(label.span);
        if from == to {
            continue;
        }
        let free = lanes.iter().position(|(end, _)| *end < from).unwrap_or_else(|| {
            lanes.push((0, String::new()));
            lanes.len() - 1
        });
        let (end, lane) = &mut lanes[free];
        lane.extend(std::iter::repeat_n(' ', from - *end));
        lane.push_str(&label.name);
        lane.extend(std::iter::repeat_n(label.fill, (to - from).saturating_sub(label.name.len())));
        *end = to.max(from + label.name.len());
    }
    lanes.into_iter().map(|(_, lane)| lane).collect()
}
