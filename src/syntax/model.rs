//! The model: a checked view of the trained bytes, read in place.
//!
//! What the bytes are is written once, here: the trainer writes them by [`Parts::write`], the tagger reads them by
//! [`Model::read`]. All lookups are total once a model is read.
//!
//! ```text
//! header   magic "NMPS" · version u16 · bits of a place u8 · sets of labels u8 · entries of the lexicon u32 · weights u32
//!          · checksum of all that follows u64
//! sets     the labels a word may have, u64 each
//! lexicon  a table of words and of endings; then the set of each, u8
//! weights  how many each row has, u8; then the place of each in its row, u8, row after row; then i8 each
//! ```
//!
//! The hash of a feature gives a row, and the order in which labels have places in it. So a weight is found without anything written of
//! its feature: two that share a place share a weight, which is learnt so, and few do.
#![expect(clippy::indexing_slicing, reason = "the lengths of all parts were checked when the model was read")]

use super::tags::{LABELS, Mask};
use crate::model::{MOST_ENTRIES, ModelError, Table, checksum, opened};

const MAGIC: [u8; 4] = *b"NMPS";
/// The version this code writes and reads.
const VERSION: u16 = 2;
const HEADER: usize = 24;
/// The most bits of a position.
const MOST_BITS: u8 = 24;
/// Hash bits that distinguish entries of the lexicon; its verdict on a word is hardly ever weighed.
const PRINT: u32 = 12;
/// Bits of a position in a row; there are more positions than labels.
const ROW: u8 = 6;
/// Positions in a row.
pub const WIDTH: usize = 1 << ROW;

/// Sums of weights, in steps, for each label, and for numbers that no label has: hash collisions end up there.
pub type Sums = [i16; WIDTH];

/// Few rows have more weights.
const AT_ONCE: usize = 4;
/// The number of features that are added at once.
const HASHES: usize = 32;
/// Space for the weights of features: which they are, and the hash of the feature.
pub type Found = [(u32, u32); HASHES * AT_ONCE];
/// Free space.
pub const FREE: Found = [(0, 0); HASHES * AT_ONCE];

/// A trained model.
pub struct Model<'b> {
    sets: Vec<Mask>,
    lexicon: Table,
    set_of: &'b [u8],
    /// The start of each row's weights, and in the lowest eight bits their number.
    rows: Vec<u32>,
    places: &'b [u8],
    weights: &'b [u8],
}

impl<'b> Model<'b> {
    /// Checks the bytes once; after that nothing can fail.
    pub fn read(bytes: &'b [u8]) -> Result<Self, ModelError> {
        let (header, body) = opened::<HEADER>(bytes, MAGIC, VERSION)?;
        let (bits, sets) = (header[6], usize::from(header[7]));
        let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]) as usize;
        let (entries, count) = (number(8), number(12));
        if !(ROW..=MOST_BITS).contains(&bits) || entries.max(count) > MOST_ENTRIES {
            return Err(ModelError::Shape);
        }
        let rows = 1 << (bits - ROW);
        if body.len() != sets * 8 + Table::size(entries, PRINT) + entries + rows + count * 2 {
            return Err(ModelError::Length);
        }
        if header[16..] != checksum(body).to_le_bytes() {
            return Err(ModelError::Checksum);
        }
        let (sets, body) = body.split_at(sets * 8);
        let (lexicon, body) = Table::read(body, entries, PRINT)?;
        let (set_of, body) = body.split_at(entries);
        let (counts, body) = body.split_at(rows);
        let (places, weights) = body.split_at(count);
        let mut start = 0;
        let rows: Vec<u32> = counts
            .iter()
            .map(|&count| {
                let row = start << 8 | u32::from(count);
                start += u32::from(count);
                row
            })
            .collect();
        if start as usize != count {
            return Err(ModelError::Shape);
        }
        let sets: Vec<Mask> = sets.as_chunks().0.iter().map(|&eight| u64::from_le_bytes(eight)).collect();
        // An empty set would leave a word without a label.
        if sets.iter().any(|&set| set == 0 || set >> LABELS != 0) || set_of.iter().any(|&set| usize::from(set) >= sets.len())
        {
            return Err(ModelError::Shape);
        }
        Ok(Model { sets, lexicon, set_of, rows, places, weights })
    }

    /// The number of the label set of a word or an ending, by its hash.
    pub fn set(&self, hash: u64) -> Option<u8> {
        self.lexicon.find(hash).map(|at| self.set_of[at])
    }

    /// The labels of a set.
    pub fn labels(&self, set: u8) -> Mask {
        self.sets.get(usize::from(set)).copied().unwrap_or(1)
    }

    /// Adds the weights of some features to the sums of the labels.
    ///
    /// In two steps, each for all features, because the branch predictor cannot guess how many weights a feature has. `found` is space for them.
    #[inline(never)]
    pub fn add(&self, hashes: &[u32], found: &mut Found, sums: &mut Sums) {
        for hashes in hashes.chunks(HASHES) {
            let mut count = 0;
            for &hash in hashes {
                let row = self.rows[(hash >> ROW) as usize & (self.rows.len() - 1)];
                let (start, weights) = (row >> 8, (row & 0xff) as usize);
                if let Some(room) = found.get_mut(count..count + AT_ONCE) {
                    (start..).zip(room).for_each(|(at, room)| *room = (at, hash));
                }
                count += weights.min(AT_ONCE);
                (AT_ONCE..weights).for_each(|step| self.add_one(start + step as u32, hash, sums));
            }
            found[..count].iter().for_each(|&(at, hash)| self.add_one(at, hash, sums));
        }
    }

    #[inline]
    fn add_one(&self, at: u32, hash: u32, sums: &mut Sums) {
        let at = at as usize;
        let label = (u32::from(self.places[at]) ^ hash) as usize % WIDTH;
        sums[label] = sums[label].wrapping_add(i16::from(self.weights[at] as i8));
    }
}

/// The parts of a model, for the trainer that writes one.
#[cfg(feature = "training")]
pub struct Parts<'p> {
    /// The sets of labels.
    pub sets: &'p [Mask],
    /// Hash and set of each word and ending.
    pub lexicon: &'p [(u64, u8)],
    /// As many as a power of two; most are 0.
    pub weights: &'p [i8],
}

#[cfg(feature = "training")]
impl Parts<'_> {
    /// The bytes of the model.
    pub fn write(&self) -> Vec<u8> {
        let mut body = Vec::new();
        self.sets.iter().for_each(|set| body.extend(set.to_le_bytes()));
        let lexicon = crate::model::table(self.lexicon, PRINT, &mut body);
        body.extend(lexicon.iter().map(|&&(_, set)| set));
        let kept = |row: &[i8]| row.iter().filter(|&&weight| weight != 0).count() as u8;
        body.extend(self.weights.chunks(WIDTH).map(kept));
        let kept = || self.weights.iter().enumerate().filter(|(_, weight)| **weight != 0);
        body.extend(kept().map(|(place, _)| (place % WIDTH) as u8));
        body.extend(kept().map(|(_, &weight)| weight as u8));
        let mut bytes = Vec::with_capacity(HEADER + body.len());
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend([self.weights.len().ilog2() as u8, self.sets.len() as u8]);
        [lexicon.len(), kept().count()].iter().for_each(|&count| bytes.extend((count as u32).to_le_bytes()));
        bytes.extend(checksum(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }
}
