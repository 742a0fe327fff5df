//! What tokens say by themselves, added up: for those met lately, at each place near another token, it is remembered.
//!
//! The words around names are few, and come again and again. What is remembered is what would be added up anew: it changes no sum.
#![expect(clippy::indexing_slicing, reason = "an index is below the number of rows")]

use super::features::{Near, PLACES, Reader};
use crate::hashing::both;
use crate::model::tagger::{Model, Steps, WIDTH};

/// How many sums are remembered: a newer one takes the place of an older.
const REMEMBERED: usize = 1 << 10;

/// Sums of the weights of tokens.
pub struct Alone {
    sums: Vec<Sum>,
    features: Vec<u64>,
}

#[derive(Clone)]
struct Sum {
    word: u64,
    /// As in `Attributes`, and the place.
    like: u32,
    place: u32,
    steps: Steps,
}

impl Default for Alone {
    fn default() -> Self {
        // No place is as large.
        let nothing = Sum { word: 0, like: 0, place: u32::MAX, steps: [0; WIDTH] };
        Alone { sums: vec![nothing; REMEMBERED], features: Vec::new() }
    }
}

impl Alone {
    /// Adds to a row what a token and those near it say by themselves.
    pub fn add(&mut self, reader: &Reader, model: &Model, at: usize, near: Near, row: &mut Steps) {
        for (place, one) in PLACES.into_iter().zip(near) {
            let slot = (both(u64::from(one.like), place as u64) >> 40) as usize % REMEMBERED;
            let sum = &mut self.sums[slot];
            if (sum.word, sum.like, sum.place) != (one.word, one.like, place as u32) {
                self.features.clear();
                reader.alone(at, place, one, |feature| self.features.push(feature));
                *sum = Sum { word: one.word, like: one.like, place: place as u32, steps: [0; WIDTH] };
                model.add(&self.features, &mut sum.steps);
            }
            row.iter_mut().zip(&sum.steps).for_each(|(row, steps)| *row += steps);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{article::Article, attributes, features::Reader, model, runs};
    use super::{Alone, PLACES, WIDTH};
    use crate::entities::casing::View;
    use crate::text::Document;

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn what_is_remembered_changes_no_sum() {
        // Alike but for one thing: a digit, a capital, the kind of token, the place in the sentence.
        let text = "Ana Ruiz of Lima met ANA RUIZ of lima in 1995. Ana Ruiz of Lima met Ana ruiz of Lima in 1996, said @Lima and \
                    #Lima. LIMA: Ruiz, Ana, 1995. Mr. Ruiz met MR. RUIZ. The U.S. met the US. McRuiz met Mcruiz.";
        let document = Document::read(text);
        let view = View::new(&document);
        let model = model().expect("the committed model");
        let runs = runs::find(&view);
        let attributes = attributes::read(&view, model, &runs);
        let article = Article::read(&view);
        let reader = Reader { view: &view, attributes: &attributes, article: &article };
        let mut alone = Alone::default();
        let mut met = 0;
        for run in &runs {
            for at in run.tokens.clone() {
                let (mut remembered, mut anew, mut features) = ([0; WIDTH], [0; WIDTH], Vec::new());
                let near = reader.near(at, run.sentence);
                alone.add(&reader, model, at, near, &mut remembered);
                PLACES.iter().for_each(|&place| reader.alone(at, place, near[place], |feature| features.push(feature)));
                model.add(&features, &mut anew);
                assert_eq!(remembered, anew, "{}", document.word(at));
                met += 1;
            }
        }
        assert!(met > 20, "{met} tokens");
    }
}
