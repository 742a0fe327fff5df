//! Regular expressions for lines of text, compiled to DFAs by `build.rs` from the `.re` files next to the code that uses them.
//!
//! Matching is linear in the text, whatever the text, and needs no set-up. There are no captures: a match says that something is
//! there and how long it is, never what is inside.

use regex_automata::dfa::{Automaton, sparse::DFA};
use regex_automata::util::start;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/patterns.rs"));

/// The patterns of one file, named by the constants next to it.
pub(crate) struct Patterns {
    bytes: &'static [u8],
    dfa: OnceLock<Option<DFA<&'static [u8]>>>,
}

impl Patterns {
    const fn new(bytes: &'static [u8]) -> Self {
        Patterns { bytes, dfa: OnceLock::new() }
    }

    /// The longest match of any pattern that begins at the start of `text`: its pattern and its length in bytes. Of patterns
    /// that match equally far, the first in the file.
    pub(crate) fn longest(&self, text: &str) -> Option<(usize, usize)> {
        // The bytes from build.rs always load: a test loads every file.
        let dfa = self.dfa.get_or_init(|| DFA::from_bytes(self.bytes).ok().map(|(dfa, _)| dfa)).as_ref()?;
        let mut state = dfa.start_state(&start::Config::new().anchored(regex_automata::Anchored::Yes)).ok()?;
        let mut longest = None;
        for (at, &byte) in text.as_bytes().iter().enumerate() {
            state = dfa.next_state(state, byte);
            if dfa.is_special_state(state) {
                if dfa.is_match_state(state) {
                    longest = Some((dfa.match_pattern(state, 0).as_usize(), at));
                } else if dfa.is_dead_state(state) || dfa.is_quit_state(state) {
                    return longest;
                }
            }
        }
        state = dfa.next_eoi_state(state);
        if dfa.is_match_state(state) {
            longest = Some((dfa.match_pattern(state, 0).as_usize(), text.len()));
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use super::{bylines, datelines, publication};

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn every_file_loads_and_the_longest_match_wins() {
        assert_eq!(bylines::DFA.longest("By Jane Doe"), Some((bylines::BYLINE, 11)));
        assert_eq!(datelines::DFA.longest("KYIV, Jan 2 (Reuters)"), Some((datelines::DATELINE, 21)));
        assert_eq!(publication::DFA.longest("3 January 2022, 10:00 GMT"), Some((publication::DATE, 25)));
        assert_eq!(publication::DFA.longest("Updated: 3 Jan 2022"), Some((publication::PUBLISHED, 19)));
        assert_eq!(bylines::DFA.longest("By then he had left"), None);
    }
}
