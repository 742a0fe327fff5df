//! Annotations as one HTML document: the marked article, an index of what was found, and the styles, all in one file.
//!
//! The document runs no script and loads nothing, and its own policy forbids both. Marks nest as the annotations do; where
//! annotations cross, the inner one is cut.
#![expect(
    clippy::indexing_slicing,
    reason = "annotations point to one another and into their text: `annotate` makes them so, and others are checked"
)]

mod index;

use super::escape::Escaped;
use super::fitting::fitting;
use super::segments::{Layer, Mark, Piece, flatten, marks};
use super::{Name, doubt, listed, speakers_of};
use crate::annotations::{Annotations, Entity, Quote, TimeExpr};
use crate::entities::EntityType;
use crate::span::Span;
use crate::text::BlockKind;
use std::collections::HashSet;

const STYLE: &str = include_str!("html/article.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The targets of the index: a letter for the kind, and a number. If too many annotations nest, some have no mark.
type Targets = HashSet<(char, usize)>;

/// Shows an article and its annotations as a standalone HTML document.
///
/// Annotations that belong to another text are dropped.
pub fn html(text: &str, annotations: &Annotations) -> String {
    let annotations = &*fitting(text, annotations);
    let headline = annotations.blocks.iter().position(|block| block.kind == BlockKind::Headline);
    let title =
        headline.map_or("Annotated article", |b| Span::new(annotations.blocks[b].start, annotations.blocks[b].end).of(text));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        Escaped(title.trim())
    );
    index::legend(&mut out, annotations);
    out.push_str("<article>\n");
    let blocks: Vec<_> = annotations.blocks.iter().map(|block| block.start..block.end).collect();
    let marks = marks(annotations);
    let (mut ends, mut targets) = (Vec::new(), Targets::new());
    let mut block_end = "";
    for piece in flatten(text.len(), &blocks, &marks) {
        match piece {
            Piece::Block(block) => {
                let (start, end) = block_tags(annotations.blocks[block].kind, headline == Some(block));
                out.push_str(start);
                block_end = end;
            }
            Piece::EndBlock => out.push_str(block_end),
            Piece::Open { mark, again } => {
                let target = target(annotations, &marks[mark]).filter(|_| !again);
                targets.extend(target);
                let (start, end) = mark_tags(annotations, &marks[mark], target);
                out.push_str(&start);
                ends.push(end);
            }
            Piece::Close => out.push_str(ends.pop().unwrap_or_default()),
            Piece::Text(range) => out.push_str(&Escaped(Span::new(range.start, range.end).of(text)).to_string()),
        }
    }
    out.push_str("\n</article>\n</main>\n");
    index::write(&mut out, annotations, &targets);
    out.push_str("</body>\n</html>\n");
    out
}

/// The start and end tags of a block.
fn block_tags(kind: BlockKind, is_title: bool) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Headline if is_title => ("<h1>", "</h1>"),
        BlockKind::Headline => ("<h2>", "</h2>"),
        BlockKind::Byline => ("<p class=\"byline\">", "</p>"),
        BlockKind::Dateline => ("<p class=\"dateline\">", "</p>"),
        BlockKind::Paragraph => ("<p>", "</p>"),
        BlockKind::Caption => ("<p class=\"caption\">", "</p>"),
        BlockKind::Credit => ("<p class=\"credit\">", "</p>"),
        BlockKind::Boilerplate => ("<p class=\"boilerplate\">", "</p>"),
    }
}

/// The target of the index at the first piece of a mark; for a quote, at its first part.
fn target(annotations: &Annotations, mark: &Mark) -> Option<(char, usize)> {
    let letter = match mark.layer {
        Layer::Quote => {
            let first = annotations.quotes[mark.index].parts.first()?;
            (first.start() == mark.range.start).then_some('q')
        }
        Layer::Mention => Some('m'),
        Layer::Date => Some('d'),
        Layer::Speaker | Layer::Cue | Layer::Role => None,
    };
    letter.map(|letter| (letter, mark.index))
}

/// The start and end tags of a mark.
fn mark_tags(annotations: &Annotations, mark: &Mark, target: Option<(char, usize)>) -> (String, &'static str) {
    let id = target.map_or_else(String::new, |(letter, index)| format!(" id=\"{letter}{index}\""));
    let index = mark.index;
    match mark.layer {
        Layer::Quote => {
            let quote = &annotations.quotes[index];
            let (title, doubt) = (quote_title(annotations, quote), if quote.is_any_doubtful() { " doubtful" } else { "" });
            (format!("<span class=\"quote{doubt}\"{id} title=\"{}\">", Escaped(&title)), "</span>")
        }
        Layer::Speaker => ("<span class=\"speaker\" title=\"speaker\">".to_owned(), "</span>"),
        Layer::Cue => ("<span class=\"cue\">".to_owned(), "</span>"),
        Layer::Role => {
            (format!("<span class=\"role\" title=\"{}\">", Escaped(&entity_title(&annotations.entities[index]))), "</span>")
        }
        Layer::Mention => {
            let mention = &annotations.mentions[index];
            let entity = annotations.entities.get(mention.entity);
            let (class, title) = (Name(entity.map_or(EntityType::Other, |e| e.kind)), entity.map(entity_title));
            let title = title.unwrap_or_default();
            (format!("<mark class=\"{class}\"{id} title=\"{}\">", Escaped(&title)), "</mark>")
        }
        Layer::Date => {
            let title = date_title(&annotations.dates[index]);
            (format!("<mark class=\"date\"{id} title=\"{}\">", Escaped(&title)), "</mark>")
        }
    }
}

fn entity_title(entity: &Entity) -> String {
    format!("{}: {}", Name(entity.kind), entity.name)
}

fn quote_title(annotations: &Annotations, quote: &Quote) -> String {
    let credit = credit(annotations, quote).unwrap_or("nobody is credited".to_owned());
    format!("{} quote: {credit}{}", Name(quote.kind), in_brackets(doubt(quote)))
}

fn in_brackets(note: &str) -> String {
    if note.is_empty() { String::new() } else { format!(" ({note})") }
}

/// Who is credited with a quote, if anybody is.
fn credit(annotations: &Annotations, quote: &Quote) -> Option<String> {
    quote.speaker.as_ref().map(|_| listed(&speakers_of(annotations, quote)))
}

fn date_title(date: &TimeExpr) -> String {
    let interval = match (&date.from, &date.to) {
        (Some(from), Some(to)) => format!(" (from {from}, before {to})"),
        (Some(from), None) => format!(" (from {from})"),
        (None, Some(to)) => format!(" (before {to})"),
        (None, None) => String::new(),
    };
    format!("{}: {}{interval}", Name(date.kind), date.value)
}
