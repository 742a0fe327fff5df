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
    /// For each slot the entry that stands there, counted from 1, or 0: a power of two of them, of which at most a third is taken.
    slots: &'static [u16],
    entries: &'static [(&'static str, V)],
}

impl<V> List<V> {
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        self.entry(word).map(|(_, value)| value)
    }

    /// The word as the list has it, with what stands with it.
    pub(crate) fn entry(&self, word: &str) -> Option<&'static (&'static str, V)> {
        let mut slot = place::first_slot(word.as_bytes(), self.slots.len());
        // A free slot is never far: `build.rs` saw to it.
        loop {
            let entry = usize::from(*self.slots.get(slot)?).checked_sub(1)?;
            match self.entries.get(entry) {
                Some(entry) if entry.0 == word => return Some(entry),
                _ => slot = (slot + 1) & (self.slots.len() - 1),
            }
        }
    }

    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

include!(concat!(env!("OUT_DIR"), "/lists.rs"));
