//! Where a word is looked for in the table of a list: a number made of its length and its first and last letters.
//!
//! Cheaper than a hash of every letter, and good enough: words that share all of it stand side by side, and the words themselves are
//! compared in the end. Compiled into `build.rs` too, so that both sides agree.

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
