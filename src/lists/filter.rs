//! The filter before a word list: bits set by the length and three letters of its words, so that it never turns one away.
//!
//! Compiled into `build.rs` too, so that both sides agree.

/// Where the bit of a word is: the word of 64 bits, in a filter of so many of them (a power of two), and the bit in it.
pub fn place(word: &str, size: usize) -> (usize, u32) {
    let letters = word.as_bytes();
    let [Some(&first), Some(&middle), Some(&last)] = [letters.first(), letters.get(letters.len() / 2), letters.last()]
    else {
        return (0, 0);
    };
    let seen = u32::from_le_bytes([first, middle, last, letters.len() as u8]);
    let hash = (seen ^ seen >> 15).wrapping_mul(0x9e37_79b9);
    ((hash >> 14) as usize & (size - 1), hash >> 26)
}
