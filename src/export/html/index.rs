//! The legend before the article, and the index after it.

use super::{Targets, credit, date_title, in_brackets};
use crate::annotations::Annotations;
use crate::entities::EntityType;
use crate::export::escape::Escaped;
use crate::export::{Name, doubt};
use std::fmt::{Display, Write};

/// Writes the legend, for the types that occur.
pub(super) fn legend(out: &mut String, annotations: &Annotations) {
    use EntityType::{Event, Group, Organization, Other, Person, Place, Product, Work};
    let mut kinds: Vec<String> = [Person, Organization, Place, Group, Event, Work, Product, Other]
        .into_iter()
        .filter(|kind| annotations.entities.iter().any(|entity| entity.kind == *kind))
        .map(|kind| format!("<mark class=\"{0}\">{0}</mark>", Name(kind)))
        .collect();
    if !annotations.dates.is_empty() {
        kinds.push("<mark class=\"date\">date</mark>".to_owned());
    }
    if !annotations.quotes.is_empty() {
        kinds.push("<span class=\"quote\">quote</span>".to_owned());
    }
    if !kinds.is_empty() {
        let _ = writeln!(out, "<p class=\"legend\">{}</p>", kinds.join(" "));
    }
}

/// Lists entities, quotes and dates, each with a link to its mark, if it has one.
pub(super) fn write(out: &mut String, annotations: &Annotations, targets: &Targets) {
    let link = |letter: char, index: usize, text: &str| {
        let text = Escaped(text);
        if targets.contains(&(letter, index)) {
            format!("<a href=\"#{letter}{index}\">{text}</a>")
        } else {
            text.to_string()
        }
    };
    let entities = annotations.entities.iter().filter_map(|entity| {
        let first = entity.mentions.first()?;
        let (name, kind) = (link('m', *first, &entity.name), Name(entity.kind));
        let times = if entity.mentions.len() == 1 { String::new() } else { format!(", {} times", entity.mentions.len()) };
        Some(format!("{name} {kind}{times}"))
    });
    let quotes = annotations.quotes.iter().enumerate().map(|(index, quote)| {
        let speaker = credit(annotations, quote).unwrap_or("Nobody is credited".to_owned());
        format!("<b>{}</b> {}{}", Escaped(&speaker), link('q', index, &quote.text), in_brackets(doubt(quote)))
    });
    let dates = annotations
        .dates
        .iter()
        .enumerate()
        .map(|(index, date)| format!("{} {}", link('d', index, &date.text), Escaped(&date_title(date))));
    let mut lists = String::new();
    section(&mut lists, "Who and what", entities);
    section(&mut lists, "Who said what", quotes);
    section(&mut lists, "When", dates);
    if !lists.is_empty() {
        let _ = write!(out, "<aside>\n{lists}</aside>\n");
    }
}

fn section(out: &mut String, title: &str, items: impl Iterator<Item = impl Display>) {
    let items: String = items.map(|item| format!("<li>{item}</li>\n")).collect();
    if !items.is_empty() {
        let _ = write!(out, "<section>\n<h2>{title}</h2>\n<ul>\n{items}</ul>\n</section>\n");
    }
}
