//! The tagger: which tokens are names, and of what.
//!
//! A linear-chain model reads the stretches where names can stand (`runs`), by features of each token (`features`), and reads
//! them again in the light of what it found in the whole article (`reading`). Its weights were trained by `trainer/` and
//! lie in `model/tagger.bin`. Roles and the joining of names into entities come after, and are not its business.

mod alone;
pub mod article;
pub mod attributes;
pub mod features;
mod kinds;
pub mod labels;
pub mod lattice;
pub mod model;
pub mod reading;
mod repair;
pub mod runs;
pub mod storms;

use super::Name;
use super::casing::View;
use model::Model;
use std::sync::OnceLock;

static BYTES: &[u8] = include_bytes!("../../model/tagger.bin");

/// A name less probable than this is left out: about half of F1, where F1 is highest if scores are what they say.
pub const LEAST: f32 = 0.47;

/// The model that the library comes with.
fn model() -> Option<&'static Model<'static>> {
    static MODEL: OnceLock<Option<Model<'static>>> = OnceLock::new();
    // The committed bytes always load: a test proves it.
    MODEL.get_or_init(|| Model::read(BYTES).ok()).as_ref()
}

/// The classes of a word, by the hash of its lower-case form.
pub fn word_class(word: u64) -> model::WordClass {
    model().map_or_else(model::WordClass::default, |model| model.class(word))
}

/// The names of an article, in text order, never overlapping.
pub(super) fn tag(view: &View) -> Vec<Name> {
    let Some(model) = model() else { return Vec::new() };
    let found = repair::names(view, reading::read(view, model));
    let mut names = Vec::with_capacity(found.len());
    let all = found.into_iter().map(|name| {
        let kind = kinds::of(view, &name.tokens, name.class);
        Name { kind, score: model.calibrated(name.probability), tokens: name.tokens, known: None }
    });
    names.extend(all.filter(|name| name.score >= LEAST));
    storms::add(view, &mut names);
    names
}

/// The names of an article that is already read into tokens: the tagger alone, for whoever times it.
#[cfg(feature = "training")]
pub fn names_in(document: &crate::text::Document) -> Vec<Name> {
    tag(&View::new(document))
}

#[cfg(test)]
mod tests {
    use super::model::{Model, ModelError};
    use crate::model::tests::refuse;

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn what_is_no_model_is_told_apart() {
        assert!(super::model().is_some());
        let edits = [
            ("newer", 4, 1, ModelError::Version(2)),
            ("other labels", 6, 1, ModelError::Shape),
            ("a table of another size", 13, 1, ModelError::Length),
            ("a table beyond all sizes", 15, 0x80, ModelError::Shape),
        ];
        refuse(|bytes| Model::read(bytes).err(), super::BYTES, &edits);
        let featureless = [&super::BYTES[..16], &[0; 4], &super::BYTES[20..]].concat();
        assert_eq!(Model::read(&featureless).err(), Some(ModelError::Shape));
    }
}
