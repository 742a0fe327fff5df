//! What the letters of a word alone say about it: its possible labels, its classes, its endings.
//!
//! An article repeats its words, so recent lookups are cached, in a table of fixed size.
#![expect(clippy::indexing_slicing, reason = "a slot is below the number of slots, a place below the length of a list")]

use super::model::Model;
use super::tags::{Label, Mask, Tag, only};
use crate::hashing::{both, string};
use crate::model::tagger::WordClass;
use crate::text::{Case, Document, TokenKind};

/// The number of cached words; a newer one replaces an older one.
const REMEMBERED: usize = 1 << 11;
/// An offset for the label sets of words that are not in the lexicon.
const UNKNOWN: u16 = 256;
/// The longest ending, in characters.
pub const ENDINGS: usize = 4;
/// The longest beginning, in characters.
pub const BEGINNINGS: usize = 3;

/// Labels that new words can have.
const OPEN: Mask = only(Label::usual(Tag::Noun))
    | only(Label::usual(Tag::NounPlural))
    | only(Label::usual(Tag::Adjective))
    | only(Label::usual(Tag::Base))
    | only(Label::usual(Tag::Present))
    | only(Label::usual(Tag::Third))
    | only(Label::usual(Tag::Past))
    | only(Label::usual(Tag::PastParticiple))
    | only(Label::usual(Tag::Gerund));
/// Those of them that can be an adjective in a name: "Supreme", "United".
const DESCRIBING: Mask = only(Label::usual(Tag::Adjective)) | only(Label::usual(Tag::PastParticiple));
const NAME: Mask = only(Label::usual(Tag::Name));
const IN_NAME: Mask = only(Label::other(Tag::Name));

/// What is known about a word.
#[derive(Clone, Copy, Default, Debug)]
pub struct Word {
    /// Its hash, in lower case; numbers by their shape.
    pub hash: u64,
    /// The labels that it can have.
    pub labels: Mask,
    /// The number of that label set; higher for words that are not in the lexicon.
    pub set: u16,
    /// Its classes.
    pub class: WordClass,
    /// Hashes of its last letters, from one letter on.
    pub endings: [u32; ENDINGS],
    /// Hashes of its first letters, from one letter on.
    pub beginnings: [u32; BEGINNINGS],
}

/// The cache of recent words.
pub struct Words<'m> {
    model: &'m Model<'m>,
    class: fn(u64) -> WordClass,
    remembered: Vec<Word>,
}

impl<'m> Words<'m> {
    /// Creates a cache from a model, and from a function that returns the classes of a word by its hash.
    pub fn new(model: &'m Model<'m>, class: fn(u64) -> WordClass) -> Self {
        Words { model, class, remembered: vec![Word::default(); REMEMBERED] }
    }

    /// A token's word. If two words share a hash, the first can stand for both.
    pub fn get(&mut self, document: &Document, at: usize) -> Word {
        let hash = key(document, at);
        let slot = (hash >> 20) as usize % REMEMBERED;
        if self.remembered[slot].hash != hash {
            self.remembered[slot] = self.look(hash, document, at);
        }
        self.remembered[slot]
    }

    fn look(&self, hash: u64, document: &Document, at: usize) -> Word {
        let letters = &document.lower[at];
        let known = self.model.set(hash);
        let set = known.unwrap_or_else(|| self.unknown(letters, document.tokens[at].kind));
        let (mut endings, mut beginnings) = ([0; ENDINGS], [0; BEGINNINGS]);
        cumulate(letters.chars().rev(), 1, &mut endings);
        cumulate(letters.chars(), 2, &mut beginnings);
        Word {
            hash,
            labels: self.model.labels(set),
            set: u16::from(set) + if known.is_some() { 0 } else { UNKNOWN },
            class: (self.class)(document.lower.hash(at)),
            endings,
            beginnings,
        }
    }

    /// The label set of a token that is not in the lexicon: that of its longest known ending.
    fn unknown(&self, letters: &str, kind: TokenKind) -> u8 {
        let set = match kind {
            TokenKind::Word => ends(letters).find_map(|end| self.model.set(ending(end))),
            TokenKind::Mark | TokenKind::Punctuation => self.model.set(string(".")),
            _ => self.model.set(number("1")),
        };
        set.unwrap_or_default()
    }
}

/// Hashes of the first character, of the first two, and so on; short words are padded with nothing.
fn cumulate(mut characters: impl Iterator<Item = char>, seed: u64, hashes: &mut [u32]) {
    let mut sum = seed;
    for hash in hashes {
        sum = both(sum, characters.next().map_or(1, u64::from));
        *hash = (sum >> 32) as u32;
    }
}

/// The labels of a word as written here: any open-class word with a capital can be a name.
pub fn labels(word: &Word, case: Case) -> Mask {
    let capital = matches!(case, Case::Title | Case::Upper | Case::Mixed);
    match word.labels {
        labels if !capital || labels & OPEN == 0 => labels,
        labels if labels & DESCRIBING == 0 => labels | NAME,
        labels => labels | NAME | IN_NAME,
    }
}

/// Whether these labels are those of an open class: with a capital, such a word can be a name.
#[cfg(feature = "training")]
pub fn open(labels: Mask) -> bool {
    labels & OPEN != 0
}

/// The key that a token is looked up by.
pub fn key(document: &Document, at: usize) -> u64 {
    match document.tokens[at].kind {
        TokenKind::Word | TokenKind::Mark | TokenKind::Punctuation => document.lower.hash(at),
        TokenKind::Number => number(&document.lower[at]),
        TokenKind::Address => string("http:"),
        TokenKind::Handle => string("@handle"),
        TokenKind::Hashtag => string("#tag"),
    }
}

/// The hash of a number, in which all digits count as the same.
fn number(letters: &str) -> u64 {
    let mut hash = 7;
    let mut before = 0;
    for byte in letters.bytes() {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte };
        if byte != b'0' || before != b'0' {
            hash = both(hash, u64::from(byte));
        }
        before = byte;
    }
    let years = u64::from(letters.len() == 4 && (letters.starts_with("19") || letters.starts_with("20")));
    both(hash, years)
}

/// The hash that an ending has in the lexicon.
pub fn ending(letters: &str) -> u64 {
    both(string(letters), 0x0065_6e64)
}

/// The ends of a word, from the longest.
pub fn ends(letters: &str) -> impl Iterator<Item = &str> {
    let starts = [4, 3, 2, 1].map(|count| letters.char_indices().rev().nth(count - 1).map(|(at, _)| at));
    starts.into_iter().flatten().map(|at| letters.get(at..).unwrap_or_default()).chain([""])
}
