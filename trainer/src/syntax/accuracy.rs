//! Measures how often the tagger is right on text that it never saw.

use super::treebank::{self, Sentence};
use anyhow::Result;
use newsmark::training::syntax::model::Model;
use newsmark::training::syntax::{Label, Tag, tag_by};
use newsmark::training::text::Document;
use std::path::Path;

/// A corpus to measure on, by name.
pub type Corpus = (&'static str, Vec<Sentence>);

/// The corpora, none of which is learnt from.
pub fn development(data: &Path) -> Result<Vec<Corpus>> {
    let (_, held_out) = treebank::silver(data)?;
    Ok(vec![
        ("gum.dev", treebank::read(data, "gum.dev", false, 0.0)?),
        ("ewt.dev", treebank::read(data, "ewt.dev", false, 0.0)?),
        ("news, held out (silver)", held_out),
    ])
}

/// Prints for each corpus how many of the tokens that it shares with the product are right: by the 17 parts of speech of Universal
/// Dependencies, and by the product's own tags.
pub fn print(corpora: &[Corpus], model: &Model) {
    for (name, sentences) in corpora {
        let (mut universal, mut fine, mut all) = (0, 0, 0);
        for sentence in sentences {
            let document = Document::read(&sentence.text);
            let tags = tag_by(&document, model);
            for (at, known) in sentence.gold.iter().enumerate() {
                if let (Some(label), Some(part)) = (known.label, &known.universal) {
                    let found = tags.label(at);
                    // Silver has none.
                    let part = if part == "_" { universal_of(label) } else { part.as_str() };
                    all += 1;
                    universal += usize::from(universal_of(found) == part);
                    fine += usize::from(found.tag() == label.tag());
                }
            }
        }
        let percent = |count: usize| count as f64 / all as f64 * 100.0;
        let (universal, fine) = (percent(universal), percent(fine));
        println!("  parts of speech, {name}: {universal:.2} % of 17, {fine:.2} % of the tags, in {all} tokens");
    }
}

/// The part of speech of Universal Dependencies that a label stands for.
fn universal_of(label: Label) -> &'static str {
    match label.tag() {
        Tag::Other => "X",
        Tag::Noun | Tag::NounPlural => "NOUN",
        Tag::Name if label.is_other() => "ADJ",
        Tag::Name => "PROPN",
        Tag::Relative if label.is_other() => "DET",
        Tag::Pronoun | Tag::Possessive | Tag::Relative | Tag::Existential => "PRON",
        Tag::Determiner => "DET",
        Tag::Adjective => "ADJ",
        Tag::Adverb | Tag::RelativeAdverb => "ADV",
        Tag::Negation | Tag::To | Tag::Clitic => "PART",
        Tag::Particle | Tag::Preposition => "ADP",
        Tag::Subordinator => "SCONJ",
        Tag::Conjunction => "CCONJ",
        Tag::Number => "NUM",
        Tag::Interjection => "INTJ",
        Tag::Symbol => "SYM",
        Tag::Punctuation => "PUNCT",
        _ if label.is_auxiliary() => "AUX",
        _ => "VERB",
    }
}
