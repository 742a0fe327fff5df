//! Hashes: of words, and of features made from them.
//!
//! The trainer and the tagger must agree on every bit, on every machine, so nothing here depends on the platform.
#![expect(clippy::indexing_slicing, reason = "a chunk has at most eight bytes")]

use std::hash::{BuildHasherDefault, Hasher};

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hash of a string.
pub fn string(text: &str) -> u64 {
    let mut hash = text.len() as u64;
    for chunk in text.as_bytes().chunks(8) {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        hash = (hash.rotate_left(23) ^ u64::from_le_bytes(bytes)).wrapping_mul(FACTOR);
    }
    finish(hash)
}

/// The hash of a feature: which template, and what it saw.
#[inline]
pub fn feature(template: u64, seen: u64) -> u64 {
    finish((seen ^ template.wrapping_mul(0xd6e8_feb8_6659_fd93)).wrapping_mul(FACTOR))
}

/// One value out of two, in which order matters.
#[inline]
pub fn both(first: u64, second: u64) -> u64 {
    (first.rotate_left(29) ^ second).wrapping_mul(FACTOR)
}

#[inline]
fn finish(hash: u64) -> u64 {
    (hash ^ hash >> 32).wrapping_mul(FACTOR)
}

/// For maps whose keys are hashes already.
#[derive(Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.0 = both(self.0, u64::from(byte)));
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// A map whose keys are hashes.
pub type ByHash<T> = std::collections::HashMap<u64, T, BuildHasherDefault<AsItIs>>;

/// A set of hashes.
pub type Hashes = std::collections::HashSet<u64, BuildHasherDefault<AsItIs>>;
