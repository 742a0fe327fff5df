//! Every token in lower case, its apostrophes straight: what words are looked up by, made once for all stages.

use super::{Case, Token};
use std::borrow::Cow;
use std::ops::Index;

/// The tokens of an article in lower case. Most are so already, and are those of the text.
#[derive(Debug, Default)]
pub struct Lower<'t> {
    words: Vec<Cow<'t, str>>,
}

impl<'t> Lower<'t> {
    /// Room for so many tokens.
    pub(super) fn with_capacity(tokens: usize) -> Self {
        Lower { words: Vec::with_capacity(tokens) }
    }

    /// Gives back the room that is left.
    pub(super) fn shrink_to_fit(&mut self) {
        self.words.shrink_to_fit();
    }

    /// Appends tokens.
    pub(super) fn extend(&mut self, text: &'t str, tokens: &[Token]) {
        self.words.extend(tokens.iter().map(|token| {
            let word = token.span.of(text);
            match token.case {
                Case::None => Cow::Borrowed(word),
                Case::Lower if word.is_ascii() || !word.contains('’') => Cow::Borrowed(word),
                _ if word.is_ascii() => Cow::Owned(word.to_ascii_lowercase()),
                _ => Cow::Owned(word.to_lowercase().replace('’', "'")),
            }
        }));
    }

    /// A token, where there is one.
    pub fn get(&self, token: usize) -> Option<&str> {
        self.words.get(token).map(|word| &**word)
    }

    /// Whether a token is this word.
    pub fn is(&self, token: usize, word: &str) -> bool {
        &self[token] == word
    }

    /// All tokens, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }
}

impl Index<usize> for Lower<'_> {
    type Output = str;

    /// A token; "" where there is none.
    fn index(&self, token: usize) -> &str {
        self.words.get(token).map_or("", |word| word)
    }
}
