//! The slot of a word in the table of a list: a number made from its length and its first and last letters.
//!
//! That is cheaper than hashing every letter, and good enough: words with the same number are stored side by side, and the lookup
//! compares the words themselves. `build.rs` compiles this file too, so both sides agree.

/// Where the search for a word begins in a table of so many slots, a power of two.
pub fn first_slot(word: &[u8], slots: usize) -> usize {
    let (head, tail) = match (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        (Some(head), Some(tail)) => (u32::from_le_bytes(*head), u32::from_le_bytes(*tail)),
        _ => match *word {
            [a, b, c] => (u32::from_le_bytes([a, b, c, 0]), 0),
            [a, b] => (u32::from_le_bytes([a, b, 0, 0]), 0),
            [a] => (u32::from(a), 0),
            _ => (0, 0),
        },
    };
    let seen = u64::from(head) << 32 | u64::from(tail ^ (word.len() as u32) << 24);
    let hash = (seen ^ seen >> 29).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash >> 40) as usize & (slots - 1)
}
