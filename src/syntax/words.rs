//! What is known of a word by its letters alone: which labels it may have, its classes, its endings.
//!
//! An article says the same words again and again, so what was looked up lately is remembered, in a table of fixed size.
#![expect(clippy::indexing_slicing, reason = "a slot is below the number of slots, a place below the length of a list")]

use super::model::Model;
use super::tags::{Label, Mask, Tag, only};
use crate::entities::WordClass;
use crate::hashing::{both, string};
use crate::text::{Case, Document, TokenKind};

/// How many words are remembered: a newer one takes the place of an older.
const REMEMBERED: usize = 1 << 10;
/// Lengths of endings and beginnings, in characters, that features are made of.
pub const ENDINGS: usize = 4;
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
/// Of these, what can be an adjective in a name: "Supreme", "United".
const DESCRIBING: Mask = only(Label::usual(Tag::Adjective)) | only(Label::usual(Tag::PastParticiple));
const NAME: Mask = only(Label::usual(Tag::Name));
const IN_NAME: Mask = only(Label::other(Tag::Name));

/// What is known of a word.
#[derive(Clone, Copy, Default, Debug)]
pub struct Word {
    /// Its hash, in lower case; numbers by their shape.
    pub hash: u64,
    /// The labels it may have.
    pub labels: Mask,
    /// Which set of labels that is; higher for words that the lexicon does not have.
    pub set: u16,
    /// Its classes.
    pub class: WordClass,
    /// Hashes of its last letters, and of its first.
    pub endings: [u32; ENDINGS],
    pub beginnings: [u32; BEGINNINGS],
}

/// The words looked up lately.
pub struct Words<'m> {
    model: &'m Model<'m>,
    class: fn(u64) -> WordClass,
    remembered: Vec<Word>,
}

impl<'m> Words<'m> {
    pub fn new(model: &'m Model<'m>, class: fn(u64) -> WordClass) -> Self {
        Words { model, class, remembered: vec![Word::default(); REMEMBERED] }
    }

    /// A token's word. Of two of one hash the first may stand for both.
    pub fn get(&mut self, document: &Document, at: usize) -> Word {
        let hash = key(document, at);
        let slot = &mut self.remembered[(hash >> 20) as usize % REMEMBERED];
        if slot.hash != hash {
            *slot = look(self.model, self.class, hash, &document.lower[at], document.tokens[at].kind);
        }
        *slot
    }
}

/// What a word may be, by how it is written here: any open word with a capital may be a name.
pub fn labels(word: &Word, case: Case) -> Mask {
    let capital = matches!(case, Case::Title | Case::Upper | Case::Mixed);
    match word.labels {
        labels if !capital || labels & OPEN == 0 => labels,
        labels if labels & DESCRIBING == 0 => labels | NAME,
        labels => labels | NAME | IN_NAME,
    }
}

/// Whether a word of these labels is open to new ones: with a capital, it may be a name.
pub fn open(labels: Mask) -> bool {
    labels & OPEN != 0
}

/// What a token is looked up by.
pub fn key(document: &Document, at: usize) -> u64 {
    match document.tokens[at].kind {
        TokenKind::Word | TokenKind::Mark | TokenKind::Punctuation => document.lower.hash(at) | 1,
        TokenKind::Number => number(&document.lower[at]),
        TokenKind::Address => string("http:") | 1,
        TokenKind::Handle => string("@handle") | 1,
        TokenKind::Hashtag => string("#tag") | 1,
    }
}

/// A number's hash: its digits are all the same, and as many as there are.
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
    both(hash, years) | 1
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

fn look(model: &Model, class: fn(u64) -> WordClass, hash: u64, letters: &str, kind: TokenKind) -> Word {
    let mut word = Word { hash, ..Word::default() };
    let known = model.set(hash);
    let set = known.unwrap_or_else(|| match kind {
        TokenKind::Word => ends(letters).find_map(|end| model.set(ending(end))).unwrap_or_default(),
        TokenKind::Mark | TokenKind::Punctuation => model.set(string(".") | 1).unwrap_or_default(),
        _ => model.set(number("1")).unwrap_or_default(),
    });
    word.labels = model.labels(set);
    word.set = u16::from(set) + if known.is_some() { 0 } else { 256 };
    word.class = class(hash_of(letters));
    let mut ends = letters.chars().rev();
    let mut sum = 1_u64;
    for place in &mut word.endings {
        sum = both(sum, ends.next().map_or(1, u64::from));
        *place = (sum >> 32) as u32;
    }
    let mut begins = letters.chars();
    let mut sum = 2_u64;
    for place in &mut word.beginnings {
        sum = both(sum, begins.next().map_or(1, u64::from));
        *place = (sum >> 32) as u32;
    }
    word
}

fn hash_of(letters: &str) -> u64 {
    string(letters)
}
