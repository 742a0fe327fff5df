//! Hashes of words, and of features made from them.
//!
//! The trainer and the tagger must agree on every bit, on every machine, so nothing here depends on the platform.

use std::hash::{BuildHasherDefault, Hasher};

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hash of a string.
pub fn string(text: &str) -> u64 {
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    let step = |hash: u64, bytes: u64| (hash.rotate_left(23) ^ bytes).wrapping_mul(FACTOR);
    let hash = eights.iter().fold(text.len() as u64, |hash, &eight| step(hash, u64::from_le_bytes(eight)));
    finish(if rest.is_empty() { hash } else { step(hash, fewer(rest)) })
}

/// Fewer than eight bytes as one number, zeros after the last. Two reads that may overlap, instead of a copy.
fn fewer(bytes: &[u8]) -> u64 {
    if let (Some(&first), Some(&last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(first)) | u64::from(u32::from_le_bytes(last)) << ((bytes.len() - 4) * 8);
    }
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u64::from(byte))
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

#[cfg(test)]
mod tests {
    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn fewer_than_eight_bytes_are_a_number_with_zeros_behind() {
        let bytes = [0x81, 2, 0x83, 4, 0x85, 6, 0x87];
        for length in 0..=bytes.len() {
            let mut eight = [0; 8];
            eight[..length].copy_from_slice(&bytes[..length]);
            assert_eq!(super::fewer(&bytes[..length]), u64::from_le_bytes(eight), "{length} bytes");
        }
    }
}
