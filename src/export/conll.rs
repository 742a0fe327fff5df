//! The names of an article as training data for a tagger: one token per line, with its IOB2 tag.
//!
//! Empty lines separate sentences. Only names are labelled, with the labels of OntoNotes; descriptions, pronouns, quotes and dates are
//! not.
//! Format: <https://www.clips.uantwerpen.be/conll2003/ner/>, with a tab between the two columns.
#![expect(
    clippy::indexing_slicing,
    reason = "annotations point to one another and into their text: `annotate` makes them so, and others are checked"
)]

use super::fitting::fitting;
use crate::annotations::Annotations;
use crate::entities::{EntityType, Form};
use crate::span::Span;
use crate::text::Document;

/// The columns of an article.
///
/// Annotations that belong to another text are dropped.
pub fn conll(text: &str, annotations: &Annotations) -> String {
    let annotations = &*fitting(text, annotations);
    let document = Document::read(text);
    let mut tags = vec![None; document.tokens.len()];
    for mention in annotations.mentions.iter().filter(|mention| mention.form == Form::Name) {
        let Some(entity) = annotations.entities.get(mention.entity) else { continue };
        let tokens = document.tokens_in(Span::new(mention.start, mention.end));
        for (at, tag) in tags[tokens].iter_mut().enumerate() {
            *tag = Some((if at == 0 { 'B' } else { 'I' }, label(entity.kind)));
        }
    }
    let mut out = "-DOCSTART-\tO\n".to_owned();
    for sentence in &document.sentences {
        out.push('\n');
        for token in sentence.tokens.clone() {
            out += document.word(token);
            match tags[token] {
                Some((place, label)) => out.extend(['\t', place, '-'].into_iter().chain(label.chars())),
                None => out += "\tO",
            }
            out.push('\n');
        }
    }
    out
}

fn label(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "PERSON",
        EntityType::Organization => "ORG",
        EntityType::Place => "LOC",
        EntityType::Group => "NORP",
        EntityType::Event => "EVENT",
        EntityType::Product => "PRODUCT",
        EntityType::Work | EntityType::Other => "MISC",
    }
}
