//! The model: a checked view of the trained bytes, read in place.
//!
//! What the bytes are is written once, here: the trainer writes them by [`Parts::write`], the tagger reads them by
//! [`Model::read`]. All lookups are total once a model is read.
//!
//! ```text
//! header   magic "NMPS" · version u16 · bits of the number of weights u8 · sets of labels u8 · entries of the lexicon u32
//!          · checksum of all that follows u64
//! sets     the labels a word may have, u64 each
//! lexicon  a table of words and of endings; then the set of each, u8
//! weights  i8 each
//! ```
//!
//! A weight is found by the hash of what it is for and by nothing else: two that share a place share a weight, and learnt together.
#![expect(clippy::indexing_slicing, reason = "the lengths of all parts were checked when the model was read")]

use super::tags::{LABELS, Mask};
use crate::model::{MOST_ENTRIES, ModelError, Table, checksum};

const MAGIC: [u8; 4] = *b"NMPS";
/// The version this code writes and reads.
const VERSION: u16 = 1;
const HEADER: usize = 20;
/// Most bits of the number of weights.
const MOST_BITS: u8 = 24;

/// A trained model.
pub struct Model<'b> {
    sets: Vec<Mask>,
    lexicon: Table<'b>,
    set_of: &'b [u8],
    weights: &'b [u8],
}

impl<'b> Model<'b> {
    /// Checks the bytes once; after that nothing can fail.
    pub fn read(bytes: &'b [u8]) -> Result<Self, ModelError> {
        let (header, body) = bytes.split_first_chunk::<HEADER>().ok_or(ModelError::Length)?;
        if header[..4] != MAGIC {
            return Err(ModelError::NoModel);
        }
        let version = u16::from_le_bytes([header[4], header[5]]);
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let (bits, sets) = (header[6], usize::from(header[7]));
        let entries = u32::from_le_bytes([header[8], header[9], header[10], header[11]]) as usize;
        if !(LABELS.ilog2() as u8..=MOST_BITS).contains(&bits) || entries > MOST_ENTRIES {
            return Err(ModelError::Shape);
        }
        if body.len() != sets * 8 + Table::size(entries) + entries + (1 << bits) {
            return Err(ModelError::Length);
        }
        if header[12..] != checksum(body).to_le_bytes() {
            return Err(ModelError::Checksum);
        }
        let (sets, body) = body.split_at(sets * 8);
        let (lexicon, body) = Table::read(body, entries)?;
        let (set_of, weights) = body.split_at(entries);
        let sets: Vec<Mask> = sets.as_chunks().0.iter().map(|&eight| u64::from_le_bytes(eight)).collect();
        // A set of no label would leave a word without any.
        if sets.contains(&0) || set_of.iter().any(|&set| usize::from(set) >= sets.len()) {
            return Err(ModelError::Shape);
        }
        Ok(Model { sets, lexicon, set_of, weights })
    }

    /// The number of the set of labels that a word or an ending has, by its hash.
    pub fn set(&self, hash: u64) -> Option<u8> {
        self.lexicon.find(hash).map(|at| self.set_of[at])
    }

    /// The labels of a set.
    pub fn labels(&self, set: u8) -> Mask {
        self.sets.get(usize::from(set)).copied().unwrap_or(1)
    }

    /// The place of the weights of a feature, by its hash.
    pub fn place(&self, hash: u32) -> u32 {
        hash & (self.weights.len() - 1) as u32
    }

    /// The weight for a label at a place. All labels of a feature lie in 64 bytes, in an order of its own, so that features share
    /// bytes evenly although few labels are frequent.
    #[inline]
    pub fn weight(&self, place: u32, label: u8) -> i32 {
        i32::from(self.weights[(place ^ u32::from(label)) as usize] as i8)
    }
}

/// What a model is made of, for whoever writes one.
#[cfg(feature = "training")]
pub struct Parts<'p> {
    /// The sets of labels.
    pub sets: &'p [Mask],
    /// Hash and set of each word and ending.
    pub lexicon: &'p [(u64, u8)],
    /// As many as a power of two.
    pub weights: &'p [i8],
}

#[cfg(feature = "training")]
impl Parts<'_> {
    /// The bytes of the model.
    pub fn write(&self) -> Vec<u8> {
        let mut body = Vec::new();
        self.sets.iter().for_each(|set| body.extend(set.to_le_bytes()));
        let lexicon = crate::model::table(self.lexicon, &mut body);
        body.extend(lexicon.iter().map(|&&(_, set)| set));
        body.extend(self.weights.iter().map(|&weight| weight as u8));
        let mut bytes = Vec::with_capacity(HEADER + body.len());
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend([self.weights.len().ilog2() as u8, self.sets.len() as u8]);
        bytes.extend((lexicon.len() as u32).to_le_bytes());
        bytes.extend(checksum(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }
}
