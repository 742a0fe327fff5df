//! Word lists, as tables that `build.rs` makes from the `.txt` files next to the code that uses them.
//!
//! The file `src/quotes/cues.txt` is `lists::CUES` here. Lookups compare words exactly as the file has them: in lower case, unless
//! the file says otherwise.

// The values of some lists use these types.
use crate::dates::lexicon::{DayPart, Direction, Era, Holiday, Pointer, Season, Sense, Unit};
use crate::dates::{Modifier, tense::Cue};
use crate::text::Class;

mod place;

/// A word list: maps each word to its value in the file, or to `()` if it has none.
///
/// Every token is looked up in dozens of lists and is in few of them. Usually the first slot is free, and the answer is no.
pub(crate) struct List<V: 'static> {
    /// One bit per slot, set if it is taken. The number of slots is a power of two, and at most a sixth of them are taken.
    taken: &'static [u64],
    /// The number of taken slots before each group of 64.
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

    /// The word as the list has it, with its value.
    pub(crate) fn entry(&self, word: &str) -> Option<(&'static str, &'static V)> {
        let slots = self.taken.len() * 64;
        let mut slot = place::first_slot(word.as_bytes(), slots);
        // A free slot is never far: `build.rs` makes sure of that.
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
