//! Annotations as TEI P5: the article's blocks with names, quotes and dates marked, and lists of the entities.
//!
//! A mark that is cut where annotations cross continues in an element whose `prev` names the one before. `from-iso` and `to-iso` are
//! the first and the last day, both inclusive, as TEI requires. A doubtful quote or credit has a low `cert`.
//! Format: <https://tei-c.org/release/doc/tei-p5-doc/en/html/>, modules core, header, namesdates, linking.
#![expect(
    clippy::indexing_slicing,
    reason = "annotations point to one another and into their text: `annotate` makes them so, and others are checked"
)]

use super::escape::Escaped;
use super::fitting::fitting;
use super::segments::{Layer, Mark, Piece, flatten, marks};
use crate::annotations::{Annotations, TimeExpr};
use crate::dates::{Date, TimeType};
use crate::entities::{EntityType, Form};
use crate::quotes::QuoteKind;
use crate::span::Span;
use crate::text::BlockKind;
use std::fmt::Write;

/// An article and its annotations as one TEI document.
///
/// Annotations that belong to another text are dropped.
pub fn tei(text: &str, annotations: &Annotations) -> String {
    let annotations = &*fitting(text, annotations);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n");
    header(&mut out, text, annotations);
    out.push_str("<text>\n<body>\n<div>\n");
    let blocks: Vec<_> = annotations.blocks.iter().map(|block| block.start..block.end).collect();
    let marks: Vec<Mark> =
        marks(annotations).into_iter().filter(|m| matches!(m.layer, Layer::Quote | Layer::Mention | Layer::Date)).collect();
    let (mut ends, mut pieces) = (Vec::new(), vec![0_usize; marks.len()]);
    let mut headed = false;
    let mut block_end = "";
    for piece in flatten(text.len(), &blocks, &marks) {
        match piece {
            Piece::Block(block) => {
                // A division begins with its heads.
                let head = annotations.blocks[block].kind == BlockKind::Headline && !headed;
                headed = true;
                let (start, end) = if head { ("<head>", "</head>") } else { ("<p>", "</p>") };
                out.push_str(start);
                block_end = end;
            }
            Piece::EndBlock => out.push_str(std::mem::take(&mut block_end)),
            Piece::Open { mark, .. } => {
                let (start, end) = element(annotations, &marks, mark, pieces[mark]);
                pieces[mark] += 1;
                out.push_str(&start);
                ends.push(end);
            }
            Piece::Close => {
                let _ = write!(out, "</{}>", ends.pop().unwrap_or("seg"));
            }
            Piece::Text(range) => {
                let words = Span::new(range.start, range.end).of(text);
                // Only white space is between blocks, and TEI allows nothing else.
                if !block_end.is_empty() || words.trim().is_empty() {
                    let _ = write!(out, "{}", Escaped(words));
                }
            }
        }
    }
    if !headed {
        out.push_str("<p/>");
    }
    out.push_str("\n</div>\n</body>\n</text>\n</TEI>\n");
    out
}

fn header(out: &mut String, text: &str, annotations: &Annotations) {
    let headline = annotations.blocks.iter().find(|block| block.kind == BlockKind::Headline);
    let title = headline.map_or("Annotated article", |block| Span::new(block.start, block.end).of(text));
    let _ = write!(
        out,
        "<teiHeader>\n<fileDesc>\n<titleStmt><title>{}</title></titleStmt>\n\
         <publicationStmt><p>Names, quotes and dates found by newsmark.</p></publicationStmt>\n\
         <sourceDesc><p>A news article, as plain text.</p></sourceDesc>\n</fileDesc>\n",
        Escaped(title)
    );
    let listed = |kind: EntityType| annotations.entities.iter().any(|entity| entity.kind == kind);
    let lists = [
        (EntityType::Person, "particDesc", "listPerson", "person", "persName"),
        (EntityType::Organization, "particDesc", "listOrg", "org", "orgName"),
        (EntityType::Place, "settingDesc", "listPlace", "place", "placeName"),
    ];
    if lists.iter().any(|(kind, ..)| listed(*kind)) || annotations.reference.date.is_some() {
        out.push_str("<profileDesc>\n");
        if let Some(date) = &annotations.reference.date {
            let _ = writeln!(out, "<creation><date when=\"{date}\"/></creation>");
        }
        for description in ["particDesc", "settingDesc"] {
            let of: Vec<_> = lists.iter().filter(|(kind, of, ..)| *of == description && listed(*kind)).collect();
            if of.is_empty() {
                continue;
            }
            let _ = writeln!(out, "<{description}>");
            for (kind, _, list, item, name) in of {
                let _ = writeln!(out, "<{list}>");
                for entity in annotations.entities.iter().filter(|entity| entity.kind == *kind) {
                    let _ = write!(out, "<{item} xml:id=\"e{}\"><{name}>{}</{name}>", entity.id, Escaped(&entity.name));
                    for role in entity.roles.iter().filter(|_| *kind == EntityType::Person) {
                        let _ = write!(out, "<occupation>{}</occupation>", Escaped(role.of(text)));
                    }
                    let _ = writeln!(out, "</{item}>");
                }
                let _ = writeln!(out, "</{list}>");
            }
            let _ = writeln!(out, "</{description}>");
        }
        out.push_str("</profileDesc>\n");
    }
    out.push_str("</teiHeader>\n");
}

/// The start tag of a piece of a mark, and the name of its element; `before` is the number of earlier pieces.
fn element(annotations: &Annotations, marks: &[Mark], number: usize, before: usize) -> (String, &'static str) {
    let mark = &marks[number];
    let (name, attributes) = match mark.layer {
        Layer::Mention => {
            let mention = &annotations.mentions[mark.index];
            let entity = annotations.entities.get(mention.entity);
            let kind = entity.map_or(EntityType::Other, |entity| entity.kind);
            let reference = if is_listed(kind) { format!(" ref=\"#e{}\"", mention.entity) } else { String::new() };
            match (kind, mention.form) {
                (EntityType::Person, Form::Name) => ("persName", reference),
                (EntityType::Organization, Form::Name) => ("orgName", reference),
                (EntityType::Place, Form::Name) => ("placeName", reference),
                (kind, Form::Name) => ("name", format!(" type=\"{}\"", super::Name(kind))),
                (kind, _) => ("rs", format!(" type=\"{}\"{reference}", super::Name(kind))),
            }
        }
        Layer::Date => {
            let date = &annotations.dates[mark.index];
            let name = if date.kind == TimeType::Time { "time" } else { "date" };
            (name, dating(date))
        }
        _ => {
            let quote = &annotations.quotes[mark.index];
            let speakers = quote.speaker.iter().flat_map(|speaker| &speaker.entities);
            let who: Vec<String> = (speakers.filter_map(|id| annotations.entities.get(*id)))
                .filter(|entity| is_listed(entity.kind))
                .map(|entity| format!("#e{}", entity.id))
                .collect();
            let who = if who.is_empty() { String::new() } else { format!(" who=\"{}\"", who.join(" ")) };
            let doubt = if quote.is_any_doubtful() { " cert=\"low\"" } else { "" };
            ("said", format!(" direct=\"{}\"{who}{doubt}", quote.kind == QuoteKind::Direct))
        }
    };
    let id = |piece: usize| if piece == 0 { format!("a{number}") } else { format!("a{number}.{piece}") };
    let prev = if before > 0 { format!(" prev=\"#{}\"", id(before - 1)) } else { String::new() };
    (format!("<{name} xml:id=\"{}\"{prev}{attributes}>", id(before)), name)
}

/// Whether the header lists entities of a kind, so that others can refer to them.
fn is_listed(kind: EntityType) -> bool {
    matches!(kind, EntityType::Person | EntityType::Organization | EntityType::Place)
}

/// The days of a date, its TIMEX3 value as `key`, and how often a set recurs as `n`.
fn dating(date: &TimeExpr) -> String {
    let mut out = format!(" key=\"{}\"", Escaped(&date.value));
    let often = [date.freq.as_deref(), date.quant.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    if !often.is_empty() {
        let _ = write!(out, " n=\"{}\"", Escaped(&often));
    }
    let last = date.to.as_deref().and_then(|to| to.parse::<Date>().ok()).and_then(|to| to.plus_days(-1));
    match (&date.from, last) {
        (Some(from), Some(last)) if *from == last.to_string() => {
            let _ = write!(out, " when-iso=\"{from}\"");
        }
        (from, last) => {
            if let Some(from) = from {
                let _ = write!(out, " from-iso=\"{from}\"");
            }
            if let Some(last) = last {
                let _ = write!(out, " to-iso=\"{last}\"");
            }
        }
    }
    out
}
