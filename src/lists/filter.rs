//! A filter before a word list: bits set by the length and three letters of its words. It never turns a listed word away.
//!
//! Compiled into `build.rs` too, so that both sides agree.

/// The filter of some words: eight bits for each.
#[allow(dead_code, reason = "the library only reads what `build.rs` makes")]
pub fn of(words: &[&str]) -> Vec<u64> {
    let mut filter = vec![0; (words.len() / 8).max(1).next_power_of_two()];
    for word in words {
        let (at, bit) = place(word, filter.len());
        filter[at] |= 1 << bit;
    }
    filter
}

/// Whether a word may be in the list of a filter.
#[allow(dead_code, reason = "build.rs asks nothing")]
pub fn may_have(filter: &[u64], word: &str) -> bool {
    let (at, bit) = place(word, filter.len());
    filter[at] >> bit & 1 == 1
}

/// Where the bit of a word is, in a filter of so many words of 64 bits, a power of two.
fn place(word: &str, size: usize) -> (usize, u32) {
    let letters = word.as_bytes();
    let [Some(&first), Some(&middle), Some(&last)] = [letters.first(), letters.get(letters.len() / 2), letters.last()]
    else {
        return (0, 0);
    };
    let seen = u32::from_le_bytes([first, middle, last, letters.len() as u8]);
    let hash = (seen ^ seen >> 15).wrapping_mul(0x9e37_79b9);
    ((hash >> 6) as usize >> 8 & (size - 1), hash >> 26)
}
