//! What all trained models share: the errors of loading one, a checksum, and hash tables that are read in place.
//!
//! The formats themselves are documented where they are read: `model/tagger.rs` and `syntax/model.rs`.
#![expect(clippy::indexing_slicing, reason = "the lengths of all parts were checked when the model was read")]

pub mod tagger;

/// Most entries a table can have: a place and eight bits are 32.
pub const MOST_ENTRIES: usize = 1 << 24;

/// Why bytes cannot be loaded as a model.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ModelError {
    /// They do not begin like a model.
    NoModel,
    /// They have another version of the format.
    Version(u16),
    /// Their dimensions do not fit this code.
    Shape,
    /// There are too few or too many.
    Length,
    /// They were changed after they were written.
    Checksum,
}

impl std::fmt::Display for ModelError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            ModelError::NoModel => f.write_str("not a model file"),
            ModelError::Version(version) => write!(f, "model version {version} is not supported"),
            ModelError::Shape => f.write_str("the model has unexpected dimensions"),
            ModelError::Length => f.write_str("the model file is too short or too long"),
            ModelError::Checksum => f.write_str("the model file is damaged"),
        }
    }
}

impl std::error::Error for ModelError {}

/// The header of a model of this kind and version, of `N` bytes, and what follows it.
pub fn opened<const N: usize>(bytes: &[u8], magic: [u8; 4], version: u16) -> Result<(&[u8; N], &[u8]), ModelError> {
    let (header, body) = bytes.split_first_chunk::<N>().ok_or(ModelError::Length)?;
    let [first, second, third, fourth, low, high, ..] = header[..] else { return Err(ModelError::Length) };
    if [first, second, third, fourth] != magic {
        return Err(ModelError::NoModel);
    }
    match u16::from_le_bytes([low, high]) {
        found if found == version => Ok((header, body)),
        other => Err(ModelError::Version(other)),
    }
}

/// Where the entry of a hash is: its low bits choose a bucket, its highest are compared with those of the bucket's entries.
pub struct Table {
    /// Where each bucket begins, and in the lowest eight bits how many entries it has.
    places: Vec<u32>,
    /// The prints of all entries, and after them a few that no hash has.
    prints: Vec<u16>,
    /// How far down a hash's print is.
    shift: u32,
}

/// Read together.
const AT_ONCE: usize = 4;

impl Table {
    /// The number of buckets for a number of entries.
    fn buckets(entries: usize) -> usize {
        (entries / 3 + 1).next_power_of_two()
    }

    /// The size of a table in bytes, with prints of so many bits, at most sixteen.
    pub fn size(entries: usize, bits: u32) -> usize {
        Self::buckets(entries) + (entries * bits as usize).div_ceil(8)
    }

    /// The table at the start of the bytes, and the rest of them.
    pub fn read(bytes: &[u8], entries: usize, bits: u32) -> Result<(Self, &[u8]), ModelError> {
        let (counts, rest) = bytes.split_at_checked(Self::buckets(entries)).ok_or(ModelError::Length)?;
        let packed = (entries * bits as usize).div_ceil(8);
        let (packed, rest) = rest.split_at_checked(packed).ok_or(ModelError::Length)?;
        let mut start = 0;
        let places = counts.iter().map(|&count| {
            let place = start << 8 | u32::from(count);
            start += u32::from(count);
            place
        });
        let places = places.collect();
        if start as usize != entries {
            return Err(ModelError::Shape);
        }
        Ok((Table { places, prints: unpacked(packed, entries, bits), shift: u64::BITS - bits }, rest))
    }

    pub fn find(&self, hash: u64) -> Option<usize> {
        self.find_in(self.place(hash), hash)
    }

    /// The bucket of a hash, as in `places`.
    #[inline]
    pub fn place(&self, hash: u64) -> u32 {
        self.places[hash as usize & (self.places.len() - 1)]
    }

    /// Compares four prints at a time: one by one, the branch predictor would miss about once per lookup.
    #[inline]
    pub fn find_in(&self, place: u32, hash: u64) -> Option<usize> {
        const ONES: u64 = 0x0001_0001_0001_0001;
        let (mut at, mut left) = ((place >> 8) as usize, place & 0xff);
        let print = (hash >> self.shift) * ONES;
        loop {
            let differ = self.four(at) ^ print;
            // The highest bit of each sixteen that are all 0; above the first such sixteen, of some others too.
            let same = differ.wrapping_sub(ONES) & !differ & ONES << 15;
            // Four if none is equal.
            let nth = same.trailing_zeros() / 16;
            // This branch is nearly always predicted: few buckets have more than four entries.
            if (nth < 4) | (left <= 4) {
                return (nth < left).then_some(at + nth as usize);
            }
            at += AT_ONCE;
            left -= AT_ONCE as u32;
        }
    }

    /// Four prints from one on.
    #[inline]
    fn four(&self, at: usize) -> u64 {
        self.prints.get(at..).and_then(<[u16]>::first_chunk).map_or(0, |&[first, second, third, fourth]| {
            u64::from(first) | u64::from(second) << 16 | u64::from(third) << 32 | u64::from(fourth) << 48
        })
    }
}

/// The size of the prints of so many entries, each with so many bits, padded so that the last can be read with three others.
fn unpacked(packed: &[u8], entries: usize, bits: u32) -> Vec<u16> {
    let mask = (1 << bits) - 1;
    let mut bytes = packed.iter();
    let (mut waiting, mut held) = (0_u32, 0);
    let mut prints = Vec::with_capacity(entries + AT_ONCE);
    for _ in 0..entries {
        while held < bits {
            waiting |= u32::from(bytes.next().copied().unwrap_or_default()) << held;
            held += 8;
        }
        prints.push((waiting & mask) as u16);
        waiting >>= bits;
        held -= bits;
    }
    prints.extend([0; AT_ONCE]);
    prints
}

/// A checksum of bytes.
pub fn checksum(bytes: &[u8]) -> u64 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let step = |hash: u64, value: u64| (hash.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let hash = chunks.iter().fold(bytes.len() as u64, |hash, &chunk| step(hash, u64::from_le_bytes(chunk)));
    rest.iter().fold(hash, |hash, &byte| step(hash, u64::from(byte)))
}

/// Writes the table of some entries, with prints of so many bits; the entries in its order. Of two that it could not tell apart the
/// first stays.
#[cfg(feature = "training")]
pub fn table<'e, T>(entries: &'e [(u64, T)], bits: u32, body: &mut Vec<u8>) -> Vec<&'e (u64, T)> {
    let print = |hash: u64| hash >> (u64::BITS - bits);
    let mut count = entries.len();
    loop {
        // Dropping an entry may halve the buckets, which may bring two others together.
        let buckets = Table::buckets(count);
        let place = |hash: u64| (hash as usize & (buckets - 1), print(hash));
        let mut ordered: Vec<&(u64, T)> = entries.iter().collect();
        ordered.sort_by_key(|(hash, _)| place(*hash));
        ordered.dedup_by_key(|(hash, _)| place(*hash));
        if Table::buckets(ordered.len()) == buckets {
            let mut counts = vec![0_u8; buckets];
            ordered.iter().for_each(|(hash, _)| counts[place(*hash).0] += 1);
            body.extend(counts);
            body.extend(packed(ordered.iter().map(|(hash, _)| print(*hash) as u32), bits));
            return ordered;
        }
        count = ordered.len();
    }
}

/// Prints one after another, lowest bits first.
#[cfg(feature = "training")]
fn packed(prints: impl Iterator<Item = u32>, bits: u32) -> Vec<u8> {
    let (mut bytes, mut waiting, mut held) = (Vec::new(), 0_u32, 0);
    for print in prints {
        waiting |= print << held;
        held += bits;
        while held >= 8 {
            bytes.push(waiting as u8);
            waiting >>= 8;
            held -= 8;
        }
    }
    bytes.extend((held > 0).then_some(waiting as u8));
    bytes
}

/// What the tests of all models share.
#[cfg(test)]
pub mod tests {
    use super::ModelError;

    /// A model is rejected if it is empty, another file, cut short or damaged, or if one byte of it has changed bits.
    pub fn refuse(read: fn(&[u8]) -> Option<ModelError>, bytes: &[u8], edits: &[(&str, usize, u8, ModelError)]) {
        assert_eq!(read(bytes), None);
        assert_eq!(read(&[]), Some(ModelError::Length));
        assert_eq!(read(&bytes[..bytes.len() - 1]), Some(ModelError::Length), "cut short");
        let all =
            [("another file", 0, 1, ModelError::NoModel), ("a changed weight", bytes.len() - 9, 1, ModelError::Checksum)];
        for (name, at, bits, expected) in all.iter().chain(edits) {
            let mut changed = bytes.to_vec();
            changed[*at] ^= bits;
            assert_eq!(read(&changed).as_ref(), Some(expected), "{name}");
        }
    }
}
