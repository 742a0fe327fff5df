//! Word lists, as tables made by `build.rs` from the `.txt` files beside the code that uses them.
//!
//! A file `src/quotes/cues.txt` is `lists::CUES` here. Words are looked up as they stand in the file: lower case, unless
//! the file says otherwise.

// What the values of some lists are written with.
use crate::dates::lexicon::{DayPart, Direction, Era, Holiday, Pointer, Season, Sense, Unit};
use crate::dates::{Modifier, tense::Cue};
use crate::text::Class;

mod place;

/// A word list: what stands with each word in its file; `()` where nothing does.
///
/// Every token is asked for in dozens of lists and is in few of them: mostly, the first slot is free, and the answer is no.
pub(crate) struct List<V: 'static> {
    /// Which slots are taken, a bit each: a power of two of them, of which at most a sixth is.
    taken: &'static [u64],
    /// How many slots are taken before each 64 of them.
    before: &'static [u16],
    /// The words one after another, in the order of their slots, and where each ends. A reference for each word would weigh more than the
    /// word does. Before the first of them stands 0.
    words: &'static str,
    ends: &'static [u16],
    values: &'static [V],
}

impl<V> List<V> {
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        self.entry(word).map(|(_, value)| value)
    }

    /// The word as the list has it, with what stands with it.
    pub(crate) fn entry(&self, word: &str) -> Option<(&'static str, &'static V)> {
        let slots = self.taken.len() * 64;
        let mut slot = place::first_slot(word.as_bytes(), slots);
        // A free slot is never far: `build.rs` saw to it.
        loop {
            let (of_64, bit) = (slot / 64, slot % 64);
            let before = self.taken.get(of_64)? & (u64::MAX >> (63 - bit));
            if before >> bit == 0 {
                return None;
            }
            let next = usize::from(*self.before.get(of_64)?) + before.count_ones() as usize;
            let (start, end) = (usize::from(*self.ends.get(next - 1)?), usize::from(*self.ends.get(next)?));
            if self.words.as_bytes().get(start..end) == Some(word.as_bytes()) {
                return Some((self.words.get(start..end)?, self.values.get(next - 1)?));
            }
            slot = (slot + 1) & (slots - 1);
        }
    }

    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

include!(concat!(env!("OUT_DIR"), "/lists.rs"));
