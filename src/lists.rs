//! Word lists, as perfect-hash tables made by `build.rs` from the `.txt` files beside the code that uses them.
//!
//! A file `src/quotes/cues.txt` is `lists::CUES` here. Words are looked up as they stand in the file: lower case, unless
//! the file says otherwise.

// What the values of the lists of dates are written with.
use crate::dates::lexicon::{DayPart, Direction, Era, Holiday, Pointer, Season, Sense, Unit};
use crate::dates::{Modifier, tense::Tense};

mod filter;

/// A word list: what stands with each word in its file; `()` where nothing does.
///
/// Every token is asked for in dozens of lists and is in few of them, so a filter by a few of its letters goes before the hash.
pub(crate) struct List<V: 'static> {
    filter: &'static [u64],
    words: phf::Map<&'static str, V>,
}

impl<V> List<V> {
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        let (at, bit) = filter::place(word, self.filter.len());
        if self.filter[at] >> bit & 1 == 1 { self.words.get(word) } else { None }
    }

    pub(crate) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

include!(concat!(env!("OUT_DIR"), "/lists.rs"));
