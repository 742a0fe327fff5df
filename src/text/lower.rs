//! Every token in lower case, with straight apostrophes: the form in which all stages look words up.
//!
//! An article repeats its words. Each different word is stored once, tokens refer to it, and whatever depends on its letters alone is
//! looked up once.
#![expect(clippy::indexing_slicing, reason = "a number is that of a word")]

use super::{Case, Token};
use crate::hashing::{self, ByHash};
use crate::room;
use std::borrow::Cow;
use std::ops::Index;

/// The tokens of an article in lower case.
#[derive(Debug, Default)]
pub struct Lower<'t> {
    words: Vec<Word<'t>>,
    /// The word of each token.
    tokens: Vec<u32>,
}

/// A word in lower case. Most words of a text already are.
#[derive(Debug)]
struct Word<'t> {
    letters: Cow<'t, str>,
    hash: u64,
}

impl Lower<'_> {
    /// A token, where there is one.
    pub fn get(&self, token: usize) -> Option<&str> {
        self.word(token).map(|word| &*word.letters)
    }

    /// The hash of a token; 0 if there is none.
    pub fn hash(&self, token: usize) -> u64 {
        self.word(token).map_or(0, |word| word.hash)
    }

    /// The number of a token's word, in the order in which different words first appear.
    pub fn number(&self, token: usize) -> usize {
        self.tokens[token] as usize
    }

    /// The different words, in the order of their numbers.
    pub fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        self.words.iter().map(|word| &*word.letters)
    }

    /// Whether something holds for each different word, by number: asked once per word, not once per token.
    pub fn which(&self, holds: impl Fn(&str) -> bool) -> Vec<bool> {
        self.words().map(holds).collect()
    }

    /// Whether a token is this word.
    pub fn is(&self, token: usize, word: &str) -> bool {
        &self[token] == word
    }

    /// All tokens, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.tokens.len()).map(|token| &self[token])
    }

    fn word(&self, token: usize) -> Option<&Word<'_>> {
        self.tokens.get(token).map(|&word| &self.words[word as usize])
    }
}

impl Index<usize> for Lower<'_> {
    type Output = str;

    /// A token; "" if there is none.
    fn index(&self, token: usize) -> &str {
        self.get(token).unwrap_or_default()
    }
}

/// Builds the list, block by block.
#[derive(Default)]
pub(super) struct Lowering<'t> {
    made: Lower<'t>,
    /// The words so far, by their hashes.
    known: ByHash<u32>,
    /// The word being read.
    letters: String,
}

impl<'t> Lowering<'t> {
    /// Appends tokens.
    pub fn extend(&mut self, text: &'t str, tokens: &[Token]) {
        for token in tokens {
            let word = token.span.of(text);
            let is_lower = match token.case {
                Case::None => true,
                Case::Lower => word.is_ascii() || !word.contains('’'),
                _ => false,
            };
            if !is_lower {
                self.letters.clear();
                self.letters.push_str(word);
                if word.is_ascii() {
                    self.letters.make_ascii_lowercase();
                } else {
                    self.letters = word.to_lowercase().replace('’', "'");
                }
            }
            let letters = if is_lower { word } else { &self.letters };
            let hash = hashing::string(letters);
            let number = match self.known.get(&hash) {
                Some(&number) if self.made.words.get(number as usize).is_some_and(|known| known.letters == letters) => {
                    number
                }
                _ => {
                    let number = self.made.words.len() as u32;
                    let letters = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(self.letters.clone()) };
                    self.made.words.push(Word { letters, hash });
                    self.known.insert(hash, number);
                    number
                }
            };
            room::make(&mut self.made.tokens, token.span.start(), text.len());
            self.made.tokens.push(number);
        }
    }

    /// The finished list.
    pub fn finish(mut self) -> Lower<'t> {
        self.made.words.shrink_to_fit();
        self.made.tokens.shrink_to_fit();
        self.made
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn a_word_is_one_however_it_is_written() {
        let document = Document::read("Don’t PORT port Port’s don't");
        let lower = &document.lower;
        let numbers: Vec<usize> = (0..document.tokens.len()).map(|token| lower.number(token)).collect();
        assert_eq!(lower.iter().collect::<Vec<_>>(), ["do", "n't", "port", "port", "port", "'s", "do", "n't"]);
        assert_eq!(numbers, [0, 1, 2, 2, 2, 3, 0, 1]);
        assert_eq!(lower.words().collect::<Vec<_>>(), ["do", "n't", "port", "'s"]);
    }

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn words_of_one_hash_stay_two() {
        let words = ["harbourmasterson", "tpuehmldsrlchrkb"];
        assert_eq!(crate::hashing::string(words[0]), crate::hashing::string(words[1]));
        let document = Document::read("harbourmasterson tpuehmldsrlchrkb Harbourmasterson tpuehmldsrlchrkb");
        assert_eq!(document.lower.iter().collect::<Vec<_>>(), [words, words].concat());
    }
}
