//! Parts of speech: the grammatical role of each word in its sentence.
//!
//! A small linear model reads each sentence once, from left to right. The lexicon says which labels a word can have, so the model is
//! asked only about ambiguous words. `trainer/` trained it; it is stored in `model/syntax.bin`. It does not find phrases or clauses.

pub mod decoder;
pub mod features;
pub mod model;
mod tags;
pub mod weighing;
pub mod words;

use crate::hashing;
pub use crate::model::tagger::word_class;
use crate::text::Document;
use model::Model;
use std::sync::OnceLock;
#[cfg(feature = "training")]
pub use tags::{LABELS, Mask, only};
pub use tags::{Label, Tag};
use weighing::Weighing;

static BYTES: &[u8] = include_bytes!("../model/syntax.bin");

/// A preposition stands at most so many words before the gerund it governs.
const BETWEEN: usize = 3;

/// The model that the library comes with.
pub fn model() -> Option<&'static Model<'static>> {
    static MODEL: OnceLock<Option<Model<'static>>> = OnceLock::new();
    // The committed bytes always load: a test proves it.
    MODEL.get_or_init(|| Model::read(BYTES).ok()).as_ref()
}

/// Whether the lexicon has this word, in lower case.
pub fn is_in_lexicon(word: &str) -> bool {
    model().is_some_and(|model| model.set(hashing::string(word)).is_some())
}

/// The tags of an article's tokens.
#[derive(Debug, Default)]
pub struct Tags {
    labels: Vec<Label>,
}

impl Tags {
    /// What a token is; [`Tag::Other`] if there is none.
    pub fn get(&self, token: usize) -> Tag {
        self.labels.get(token).copied().unwrap_or_default().tag()
    }

    /// Whether a token is an auxiliary or a copula: "has" in "has opened", "is" in "is open", and modals.
    pub fn is_auxiliary(&self, token: usize) -> bool {
        self.labels.get(token).copied().unwrap_or_default().is_auxiliary()
    }

    /// The same, with its kind.
    #[cfg(feature = "training")]
    pub fn label(&self, token: usize) -> Label {
        self.labels.get(token).copied().unwrap_or_default()
    }
}

/// The tags of all tokens. Linear in the text; a byte for each token.
#[inline(never)]
pub fn tag(document: &Document) -> Tags {
    model().map_or_else(Tags::default, |model| tag_by(document, model))
}

/// The tags of all tokens by a model.
pub fn tag_by(document: &Document, model: &Model) -> Tags {
    let mut labels = Vec::with_capacity(document.tokens.len());
    let words = words::Words::new(model, word_class);
    let mut decoder = decoder::Decoder::new(document, words);
    let mut weighing = Weighing::new(model, document.tokens.len());
    for sentence in &document.sentences {
        // Every token is of a sentence, and they come in order.
        decoder.sentence(
            sentence.tokens.clone(),
            |_, mask, window, before| weighing.best(mask, window, before),
            |_, label| {
                labels.push(label);
                clause_after_preposition(&mut labels);
            },
        );
    }
    Tags { labels }
}

/// A preposition governs a clause where a gerund follows, adverbs aside: "before opening", "of not opening".
fn clause_after_preposition(labels: &mut [Label]) {
    let Some((last, before)) = labels.split_last_mut() else { return };
    if last.tag() != Tag::Gerund {
        return;
    }
    let between = |label: &Label| matches!(label.tag(), Tag::Adverb | Tag::Negation);
    let near = before.iter_mut().rev().take(BETWEEN).find(|label| !between(label));
    if let Some(label) = near.filter(|label| label.tag() == Tag::Preposition) {
        *label = Label::usual(Tag::Subordinator);
    }
}

#[cfg(test)]
mod tests;
