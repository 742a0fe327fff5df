//! What the net sees of a token: rows of its tables, and flags. The trainer and the tagger call the same functions.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::weights::{self, CLASSES, ENDS, SHAPES, WORDS};
use crate::entities::tagger::article::Longer;
use crate::entities::tagger::features::Reader;
use crate::hashing::{both, feature};
use crate::text::BlockKind;

/// How many rows there are of a token, two of its word first.
pub const INPUTS: usize = 12;
/// Of which section each is.
pub const OF: [usize; INPUTS] = {
    use weights::{OF_CLASSES, OF_ENDS, OF_SHAPES, OF_WORDS};
    [
        OF_WORDS,
        OF_WORDS,
        OF_ENDS,
        OF_ENDS,
        OF_ENDS,
        OF_ENDS,
        OF_ENDS,
        OF_ENDS,
        OF_SHAPES,
        OF_CLASSES,
        OF_CLASSES + 1,
        OF_CLASSES + 2,
    ]
};
/// How many places of a word are looked at, the first in the article: more say little that is new.
pub const PLACES: usize = 8;
/// Letters of a beginning or an end, at most.
const LETTERS: usize = 3;

/// Flags, by their first bits: lists that hold the word; lists that hold the name of several words it is part of, and where in that
/// it stands; its trade; how its word is written in the article; a capital.
const LISTS: u32 = 0;
const SEVERAL: u32 = 16;
const PART: u32 = 32;
const TRADE: u32 = 35;
const SEEN: u32 = 42;
const WRITTEN: u32 = 51;
/// Those of its place: what its capital is worth, whether it begins a sentence, is glued on, how its sentence is written, whether it
/// stands elsewhere than in a paragraph; and that there is a token at all.
const CAPITAL: u32 = 52;
const BEGINS: u32 = 55;
const GLUED: u32 = 56;
const CASING: u32 = 57;
const APART: u32 = 60;
const ANY: u32 = 61;

/// A token by itself, the same wherever in the article one is written like it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Input {
    /// Rows of the tables.
    pub rows: [u16; INPUTS],
    /// Bits, one for each flag.
    pub flags: u64,
}

/// What is known of a token by itself. It was looked up.
pub fn alone(reader: &Reader, at: usize) -> Input {
    let attributes = &reader.attributes[at];
    let seen = reader.article.seen(reader.view.lower.number(at));
    let mut rows = [0; INPUTS];
    let mut put = |nth: usize, row: usize| rows[nth] = (weights::rows(OF[nth]).start + row) as u16;
    let upper = |hash: u64, rows: usize| (hash >> (u64::BITS - rows.trailing_zeros())) as usize;
    put(0, upper(feature(200, attributes.word), WORDS));
    put(1, upper(feature(201, attributes.word), WORDS));
    let capital = u64::from(attributes.capital);
    let digit = |letter: char| u64::from(if letter.is_ascii_digit() { '0' } else { letter });
    let mut ends = |first: usize, letters: &mut dyn Iterator<Item = char>| {
        let mut hash = capital;
        for nth in first..first + LETTERS {
            hash = letters.next().map_or(hash, |letter| both(hash, digit(letter)));
            put(nth, upper(feature(200 + nth as u64, hash), ENDS));
        }
    };
    let word = &reader.view.lower[at];
    ends(2, &mut word.chars());
    ends(2 + LETTERS, &mut word.chars().rev());
    put(8, upper(feature(208, attributes.shape), SHAPES));
    let class = attributes.class;
    for (level, class) in [class.fine, u16::from(class.coarse), u16::from(class.coarsest)].into_iter().enumerate() {
        put(9 + level, usize::from(class) % CLASSES[level]);
    }
    let (several, part) = attributes.several;
    let flags = u64::from(attributes.lists) << LISTS
        | u64::from(several) << SEVERAL
        | u64::from(part > 0) << (PART + u32::from(part.saturating_sub(1)).min(2))
        | u64::from(attributes.trade & 0x7f) << TRADE
        | 1 << (SEEN + (seen as u32).min(8))
        | capital << WRITTEN
        | 1 << ANY;
    Input { rows, flags }
}

/// What the place of a token says.
pub fn here(reader: &Reader, at: usize, sentence: usize) -> u64 {
    let view = reader.view;
    let here = &view.document.sentences[sentence];
    let apart = view.document.blocks[here.block].kind != BlockKind::Paragraph;
    1 << (CAPITAL + view.capital[at] as u32)
        | u64::from(view.begins(at, &here.tokens)) << BEGINS
        | u64::from(view.document.tokens[at].glued) << GLUED
        | 1 << (CASING + view.casing[sentence] as u32)
        | u64::from(apart) << APART
}

/// The longest name in the article that has a word.
#[derive(Clone, Copy)]
pub struct Longest {
    /// Where it begins. In the run that it stands in, it says nothing.
    pub start: usize,
    /// Its first token, its last, and the one before it, where they were looked up.
    pub tokens: [Option<usize>; weights::LONGER],
    /// What is alike, as bits.
    pub alike: u8,
}

impl Longest {
    /// The longest name with a token's word.
    pub fn of(reader: &Reader, at: usize) -> Option<Self> {
        let &Longer { ref tokens, first, last } = reader.article.longer(reader.attributes[at].word)?;
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        let places = [Some(start), Some(end - 1), start.checked_sub(1)];
        let tokens = places.map(|place| place.filter(|&place| reader.attributes.place(place) > 0));
        let bit = |yes: bool, nth: u32| u8::from(yes) << nth;
        let alike = 1 | bit(first, 1) | bit(last, 2) | 1 << ((end - start).clamp(2, 4) + 1);
        Some(Longest { start, tokens, alike })
    }
}
