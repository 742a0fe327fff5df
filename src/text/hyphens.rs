//! Words broken at the end of a line: decides whether the hyphen belongs to the word.
//!
//! The best evidence is the same word elsewhere in the text. After that, it matters which of the pieces are words, according to the
//! lexicon. Hyphens in the middle of a line are never considered.

use crate::entities::is_frequent_word;
use crate::hashing::{self, Hashes};
use crate::syntax;

/// Endings to strip before looking a word up in the lexicon.
const ENDINGS: [&str; 6] = ["s", "es", "ed", "ing", "ly", "er"];
/// First parts that keep their hyphen before a word.
const PREFIXES: [&str; 12] = ["self", "ex", "vice", "non", "pro", "anti", "mid", "half", "well", "post", "pre", "all"];

/// The words of a text, including their hyphens.
#[derive(Default)]
pub(super) struct Words {
    hashes: Hashes,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut hashes = Hashes::default();
        for word in text.split(|c: char| !(c.is_alphabetic() || c == '-')) {
            let word = word.trim_matches('-');
            if !word.is_empty() {
                hashes.insert(hashing::string(&word.to_lowercase()));
            }
        }
        Words { hashes }
    }

    fn have(&self, word: &str) -> bool {
        self.hashes.contains(&hashing::string(word))
    }

    /// Whether the hyphen between two lines is part of the word, given the text before and after it.
    pub(super) fn keep_hyphen(&self, before: &str, after: &str) -> bool {
        let left = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let right = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        if left.is_empty() || right.is_empty() {
            return true;
        }
        let shouted =
            !left.contains(char::is_lowercase) && !right.contains(char::is_lowercase) && left.chars().nth(1).is_some();
        if right.starts_with(char::is_uppercase) && !shouted {
            return true;
        }
        let (left, right) = (left.to_lowercase(), right.to_lowercase());
        let (joined, apart) = (format!("{left}{right}"), format!("{left}-{right}"));
        if self.have(&joined) || self.have(&apart) {
            return !self.have(&joined);
        }
        let both = PREFIXES.contains(&&*left) || (is_word(&left) && left.len() > 2);
        !is_word(&joined) && both && is_word(&right) && right.len() > 2
    }
}

fn is_word(word: &str) -> bool {
    let known = |word: &str| is_frequent_word(word) || syntax::is_in_lexicon(word);
    known(word) || ENDINGS.iter().any(|ending| word.strip_suffix(ending).is_some_and(|stem| stem.len() > 3 && known(stem)))
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn whose_hyphen_it_is() {
        let text = "The by-law was a by-product of the lighthouse, said the co-owner.";
        let cases = [
            ("the govern", "ment said", false),
            ("the depart", "ments of", false),
            ("on Wednes", "day", false),
            ("Gov. Ana Ru", "iz", false),
            ("the light", "house", false),
            ("the by", "law", true),
            ("a co", "owner", true),
            ("a long", "term plan", true),
            ("a fifty", "year-old boat", true),
            ("a fifty-year", "old boat", true),
            ("in a self", "made boat", true),
            ("Jean", "Luc", true),
            ("an Anglo", "Danish firm", true),
            ("THE GOVERN", "MENT", false),
            ("a 20", "year-old", true),
        ];
        for (before, after, expected) in cases {
            assert_eq!(Words::of(text).keep_hyphen(before, after), expected, "{before}-{after}");
        }
    }
}
