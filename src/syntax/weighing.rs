//! Weighing: which of the labels that a word may have is the best where it stands.
//!
//! What a word says by itself, at each place near another, is remembered for the words met lately: they come again and again. What is
//! remembered is what would be added up anew, so it changes no sum.
#![expect(clippy::indexing_slicing, reason = "a slot is below the number of slots, a label below that of labels")]

use super::features::{self, Before, Here, Sink, THIS, Window};
use super::model::{FREE, Found, Model, Sums};
use super::tags::{LABELS, Label, Mask};
use crate::hashing::both;

/// How many sums are remembered for each place: a newer one takes the place of an older.
const REMEMBERED: usize = 1 << 10;

/// Weighs labels by a model.
pub struct Weighing<'m> {
    model: &'m Model<'m>,
    /// Of which word and place each sum is, and the sum.
    remembered: Vec<(u64, Sums)>,
    hashes: Vec<u32>,
    found: Found,
}

impl Sink for Vec<u32> {
    #[inline]
    fn push(&mut self, hash: u32) {
        Vec::push(self, hash);
    }
}

impl<'m> Weighing<'m> {
    /// Nothing is remembered yet.
    pub fn new(model: &'m Model<'m>) -> Self {
        // No key is 0.
        Weighing { model, remembered: vec![(0, [0; LABELS]); REMEMBERED * 3], hashes: Vec::new(), found: FREE }
    }

    /// The best of some labels of the middle word.
    pub fn best(&mut self, labels: Mask, window: Window, before: Before) -> Label {
        let [second_before, before_it, here, after_it, second_after] = window;
        let slots = [self.slot(1, before_it), self.slot(THIS, here), self.slot(3, after_it)];
        self.hashes.clear();
        // Those far away have little to say.
        features::alone(0, second_before, &mut self.hashes);
        features::alone(4, second_after, &mut self.hashes);
        features::together(window, before, &mut self.hashes);
        let mut sums = [0; LABELS];
        self.model.add(&self.hashes, &mut self.found, &mut sums);
        let (mut rest, mut best, mut most) = (labels, 0, i16::MIN);
        while rest != 0 {
            let label = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            let sum = slots.iter().fold(sums[label], |sum, &slot| sum.wrapping_add(self.remembered[slot].1[label]));
            if sum > most {
                (best, most) = (label, sum);
            }
        }
        Label::of(best as u8)
    }

    /// Where the sum of a word at a place is remembered.
    fn slot(&mut self, place: usize, here: &Here) -> usize {
        let key = both(here.word.hash, u64::from(here.form) << 3 | place as u64) | 1;
        // Each place has a part of its own: no word of a window takes the place of another.
        let slot = (place - 1) * REMEMBERED + (key >> 40) as usize % REMEMBERED;
        if self.remembered[slot].0 != key {
            self.hashes.clear();
            features::alone(place, here, &mut self.hashes);
            let mut sums = [0; LABELS];
            self.model.add(&self.hashes, &mut self.found, &mut sums);
            self.remembered[slot] = (key, sums);
        }
        slot
    }
}
