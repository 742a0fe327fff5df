//! Weighing: chooses the best of the labels that a word can have, in its context.
//!
//! The feature sums of recent words, at each position near another word, are cached, because words recur. A cached sum is exactly what
//! would be computed again, so caching changes no result.
#![expect(clippy::indexing_slicing, reason = "a slot is below the number of slots, a label below that of labels")]

use super::features::{self, Before, Here, PLACES, Sink, Window};
use super::model::{FREE, Found, Model, Sums, WIDTH};
use super::tags::{LABELS, Label, Mask, Tag, only};
use crate::hashing::both;

/// The most sums to cache for each position; a newer one replaces an older one.
const REMEMBERED: usize = 1 << 11;
/// The fewest.
const FEW: usize = 1 << 6;

/// The lead, in steps, with which the best label is taken without further features.
const DOUBT: i16 = 20;
/// The lead with which the words by themselves are enough: no token of `xtask eval` is labelled worse for it.
const SURE: i16 = 26;
/// After an auxiliary, only the full features distinguish these: "has also said".
const PARTICIPLES: Mask = only(Label::usual(Tag::Past)) | only(Label::usual(Tag::PastParticiple));

/// Weighs labels by a model.
pub struct Weighing<'m> {
    model: &'m Model<'m>,
    /// Each sum, with its word and position.
    remembered: Vec<(u64, [i16; LABELS])>,
    /// The number of sums for each position.
    slots: usize,
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
    /// Creates a cache for a text of so many tokens.
    pub fn new(model: &'m Model<'m>, tokens: usize) -> Self {
        let slots = (tokens / 4).clamp(FEW, REMEMBERED).next_power_of_two();
        // No key is 0.
        Weighing { model, remembered: vec![(0, [0; LABELS]); slots * PLACES.len()], slots, hashes: Vec::new(), found: FREE }
    }

    /// The best of some labels of the middle word.
    pub fn best(&mut self, labels: Mask, window: Window, before: Before) -> Label {
        let slots = PLACES.map(|place| self.slot(place, window[place]));
        let mut sums = [0; WIDTH];
        each(labels, |label| {
            sums[label] = slots.iter().fold(0, |sum: i16, &slot| sum.wrapping_add(self.remembered[slot].1[label]));
        });
        let (best, lead) = first(labels, &sums);
        let auxiliary = before.verb.is_auxiliary() && !before.noun;
        if lead > SURE && !(auxiliary && labels & PARTICIPLES == PARTICIPLES) {
            return best;
        }
        self.hashes.clear();
        features::beside(window, before, &mut self.hashes);
        self.model.add(&self.hashes, &mut self.found, &mut sums);
        let (best, lead) = first(labels, &sums);
        if lead > DOUBT {
            return best;
        }
        self.hashes.clear();
        features::besides(window, before, &mut self.hashes);
        self.model.add(&self.hashes, &mut self.found, &mut sums);
        first(labels, &sums).0
    }

    /// The cache slot of a word at a position.
    fn slot(&mut self, place: usize, here: &Here) -> usize {
        let key = both(here.word.hash, u64::from(here.form) << 3 | place as u64) | 1;
        // Each position has a part of its own, so words of one window never replace each other.
        let slot = (place - 1) * self.slots + ((key >> 40) as usize & (self.slots - 1));
        if self.remembered[slot].0 != key {
            self.hashes.clear();
            features::alone(place, here, &mut self.hashes);
            let mut sums = [0; WIDTH];
            self.model.add(&self.hashes, &mut self.found, &mut sums);
            let (remembered, sum) = &mut self.remembered[slot];
            *remembered = key;
            sum.iter_mut().zip(sums).for_each(|(kept, sum)| *kept = sum);
        }
        slot
    }
}

/// The best of some labels, and its lead over the next.
fn first(labels: Mask, sums: &Sums) -> (Label, i16) {
    let (mut best, mut most, mut next) = (0, i16::MIN, i16::MIN);
    each(labels, |label| {
        let sum = sums[label];
        if sum > most {
            (best, next, most) = (label, most, sum);
        } else {
            next = next.max(sum);
        }
    });
    (Label::of(best as u8), most.saturating_sub(next))
}

/// Each of some labels.
#[inline]
fn each(mut labels: Mask, mut visit: impl FnMut(usize)) {
    while labels != 0 {
        visit(labels.trailing_zeros() as usize);
        labels &= labels - 1;
    }
}
