//! Numbered lists: entities with their mentions, quotes with their speakers, dates with their values.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "places are those that were given out here, and text is cut between characters"
)]

use super::rows::visible;
use super::{entity_label, line};
use crate::annotations::{Annotations, Entity, Quote, TimeExpr};
use crate::entities::Form;
use crate::export::Name;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The column of names, after the label and the kind.
const INDENT: usize = 20;

/// Appends the lists; empty ones are left out.
pub(super) fn write(out: &mut String, text: &str, annotations: &Annotations, width: usize) {
    let given = match &annotations.reference.date {
        Some(date) => format!("{date}, {}", Name(annotations.reference.source)),
        None => "none".to_owned(),
    };
    line(out, format_args!("\nReference date: {given}"));
    if !annotations.entities.is_empty() {
        line(out, format_args!("\nEntities"));
        annotations.entities.iter().for_each(|entity| write_entity(out, text, annotations, entity));
    }
    if !annotations.quotes.is_empty() {
        line(out, format_args!("\nQuotes"));
        for (index, quote) in annotations.quotes.iter().enumerate() {
            write_quote(out, annotations, index, quote, width);
        }
    }
    if !annotations.dates.is_empty() {
        line(out, format_args!("\nDates"));
        annotations.dates.iter().enumerate().for_each(|(index, date)| write_date(out, index, date));
    }
}

fn write_entity(out: &mut String, text: &str, annotations: &Annotations, entity: &Entity) {
    let (label, kind) = (entity_label(annotations, entity.id), Name(entity.kind).to_string());
    let roles: String = entity.roles.iter().map(|role| format!(", {}", printable(role.of(text)))).collect();
    line(out, format_args!("  {label:<4} {kind:<12} {}{roles}", printable(&entity.name)));
    let mentions = entity.mentions.iter().filter_map(|&m| annotations.mentions.get(m));
    let named: Vec<String> = mentions
        .map(|mention| match mention.form {
            Form::Name => printable(&mention.text),
            form => format!("{} ({})", printable(&mention.text), Name(form)),
        })
        .collect();
    // A single mention is already on the line above.
    if named != [printable(&entity.name)] {
        line(out, format_args!("{:INDENT$}{}", "", counted(named).join(", ")));
    }
}

/// Each text once, in the order of first appearance, with how often it appears.
fn counted(texts: Vec<String>) -> Vec<String> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut counts: Vec<(String, usize)> = Vec::new();
    for text in texts {
        match places.entry(text) {
            Entry::Occupied(place) => counts[*place.get()].1 += 1,
            Entry::Vacant(place) => {
                counts.push((place.key().clone(), 1));
                place.insert(counts.len() - 1);
            }
        }
    }
    counts.into_iter().map(|(text, count)| if count > 1 { format!("{text} ×{count}") } else { text }).collect()
}

fn write_quote(out: &mut String, annotations: &Annotations, index: usize, quote: &Quote, width: usize) {
    let speaker = match &quote.speaker {
        None => "nobody".to_owned(),
        Some(speaker) => {
            let entities = speaker.entities.iter().filter_map(|id| annotations.entities.get(*id));
            let named: String =
                entities.map(|e| format!("{} {}, ", entity_label(annotations, e.id), printable(&e.name))).collect();
            format!("{named}“{}”", printable(&speaker.text))
        }
    };
    let (label, kind, rule) = (format!("q{index}"), Name(quote.kind).to_string(), Name(quote.rule));
    line(out, format_args!("  {label:<4} {kind:<12} {speaker}, {rule}"));
    line(out, format_args!("{:INDENT$}{}", "", shortened(&printable(&quote.text), width.saturating_sub(INDENT).max(20))));
}

fn write_date(out: &mut String, index: usize, date: &TimeExpr) {
    let (label, kind) = (format!("d{index}"), Name(date.kind).to_string());
    let modifier = date.modifier.map(|modifier| format!(" {}", Name(modifier))).unwrap_or_default();
    let often: String = [&date.freq, &date.quant].into_iter().flatten().map(|word| format!(" {word}")).collect();
    let interval = match (&date.from, &date.to) {
        (None, None) => String::new(),
        (from, to) => format!(" [{}, {})", from.as_deref().unwrap_or(""), to.as_deref().unwrap_or("")),
    };
    let (value, text, rule) = (&date.value, printable(&date.text), Name(date.rule));
    line(out, format_args!("  {label:<4} {kind:<12} {value}{modifier}{often}{interval} “{text}”, {rule}"));
}

/// A text on one line, white space made single, without characters that a terminal would interpret.
fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(|character| visible(character).0));
    }
    out
}

/// At most `columns` of a text, an ellipsis at its end if some is left out.
fn shortened(text: &str, columns: usize) -> String {
    let mut used = 0;
    for (at, character) in text.char_indices() {
        used += visible(character).1;
        if used > columns {
            let mut kept = text[..at].to_owned();
            kept.pop();
            return kept.trim_end().to_owned() + "…";
        }
    }
    text.to_owned()
}
