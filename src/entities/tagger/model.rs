//! The model: a checked view of the trained bytes, read in place.
//!
//! What the bytes are is written once, here: the trainer writes them by [`Parts::write`], the tagger reads them by
//! [`Model::read`]. All lookups are total once a model is read.
//!
//! ```text
//! header     magic "NMTG" · version u16 · labels u8 · width of a row u8 · classes of words u32 · words u32 · features u32
//!            · checksum of all that follows u64
//! numbers    step f32 (what 1 in a row is worth) · calibration 2 × f32 · transitions labels × labels × f32
//! classes    coarse and coarsest class of each class, 2 × u8
//! words      a table; then the class of each word, u16
//! features   a table; then a row of i8 for each feature
//! a table    how many entries each bucket has, u8; then 16 bits of hash of each entry, u16, bucket after bucket
//! ```
#![expect(clippy::indexing_slicing, reason = "the lengths of all parts were checked when the model was read")]

use super::labels::LABELS;
use super::lattice::Transitions;

const MAGIC: [u8; 4] = *b"NMTG";
/// The version this code writes and reads.
pub const VERSION: u16 = 3;
const HEADER: usize = 28;
/// Most words, and most features, there can be: a place and eight bits are 32.
const MOST_ENTRIES: usize = 1 << 24;
const NUMBERS: usize = 12 + LABELS * LABELS * 4;
/// Bytes of a row of weights: the labels, and room to a whole number of vectors.
pub const WIDTH: usize = 24;
/// Most classes of words there can be: 0 stands for none.
pub const MOST_CLASSES: usize = (1 << 11) - 1;

/// Why bytes are no model.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ModelError {
    /// They do not begin as a model does.
    NoModel,
    /// They are of another version of the format.
    Version(u16),
    /// Their shapes do not fit this code.
    Shape,
    /// They end too early, or too late.
    Length,
    /// They were changed since they were written.
    Checksum,
}

impl std::fmt::Display for ModelError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            ModelError::NoModel => f.write_str("not a model"),
            ModelError::Version(version) => write!(f, "a model of version {version}, not {VERSION}"),
            ModelError::Shape => f.write_str("a model of other shapes"),
            ModelError::Length => f.write_str("a model cut short or with bytes to spare"),
            ModelError::Checksum => f.write_str("a damaged model"),
        }
    }
}

impl std::error::Error for ModelError {}

/// A row of weights, in steps.
pub type Steps = [i16; WIDTH];

/// The classes of a word, from fine to coarsest; 0 where the word has none.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct WordClass {
    /// One of a thousand.
    pub fine: u16,
    /// One of some hundreds.
    pub coarse: u8,
    /// One of some dozens.
    pub coarsest: u8,
}

/// A trained model.
pub struct Model<'b> {
    /// What 1 in a row is worth.
    pub step: f32,
    /// Slope and offset that make a probability of a probability's logit.
    pub calibration: [f32; 2],
    /// What one label after another is worth.
    pub transitions: Transitions,
    coarser: &'b [[u8; 2]],
    words: Table<'b>,
    classes: &'b [[u8; 2]],
    features: Table<'b>,
    rows: &'b [[u8; WIDTH]],
}

impl<'b> Model<'b> {
    /// Checks the bytes once; after that nothing can fail.
    pub fn read(bytes: &'b [u8]) -> Result<Self, ModelError> {
        let (header, body) = bytes.split_first_chunk::<HEADER>().ok_or(ModelError::Length)?;
        let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]) as usize;
        if header[..4] != MAGIC {
            return Err(ModelError::NoModel);
        }
        let version = u16::from_le_bytes([header[4], header[5]]);
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let (classes, words, features) = (number(8), number(12), number(16));
        if header[6] as usize != LABELS || header[7] as usize != WIDTH || classes > MOST_CLASSES {
            return Err(ModelError::Shape);
        }
        if words.max(features) > MOST_ENTRIES || features == 0 {
            return Err(ModelError::Shape);
        }
        let tables = Table::size(words) + words * 2 + Table::size(features) + features * WIDTH;
        if body.len() != NUMBERS + classes * 2 + tables {
            return Err(ModelError::Length);
        }
        if header[20..] != checksum(body).to_le_bytes() {
            return Err(ModelError::Checksum);
        }
        let (numbers, body) = body.split_at(NUMBERS);
        let (coarser, body) = body.split_at(classes * 2);
        let (classes_of, (words, body)) = (words * 2, Table::read(body, words)?);
        let (classes, body) = body.split_at(classes_of);
        let (features, rows) = Table::read(body, features)?;
        let mut floats = numbers.as_chunks::<4>().0.iter().map(|&four| f32::from_le_bytes(four));
        let mut float = || floats.next().unwrap_or_default();
        let (step, calibration) = (float(), [float(), float()]);
        let mut transitions = [[0.0; LABELS]; LABELS];
        transitions.iter_mut().flatten().for_each(|weight| *weight = float());
        let (coarser, classes, rows) = (coarser.as_chunks().0, classes.as_chunks().0, rows.as_chunks().0);
        Ok(Model { step, calibration, transitions, coarser, words, classes, features, rows })
    }

    /// How often names of a probability turned out right.
    pub fn calibrated(&self, probability: f32) -> f32 {
        let p = probability.clamp(1e-4, 1.0 - 1e-4);
        let [slope, offset] = self.calibration;
        1.0 / (1.0 + libm::expf(-(slope * libm::logf(p / (1.0 - p)) + offset)))
    }

    /// The classes of a word, by the hash of its lower-case form.
    pub fn class(&self, word: u64) -> WordClass {
        let class = self.words.find(word).map_or(0, |at| u16::from_le_bytes(self.classes[at]));
        let coarser = usize::from(class).checked_sub(1).and_then(|at| self.coarser.get(at));
        coarser.map_or_else(WordClass::default, |&[coarse, coarsest]| WordClass { fine: class, coarse, coarsest })
    }

    /// Adds the weights of some features to a row.
    ///
    /// In three steps, each for all features: whether a feature has weights is no processor's to guess, and none waits for another.
    #[inline(never)]
    pub fn add(&self, features: &[u64], row: &mut Steps) {
        const AT_ONCE: usize = 64;
        let mut places = [0; AT_ONCE];
        for features in features.chunks(AT_ONCE) {
            places.iter_mut().zip(features).for_each(|(place, &feature)| *place = self.features.place(feature));
            let mut count = 0;
            for at in 0..features.len() {
                let found = self.features.find_in(places[at], features[at]);
                // The row's number takes the room of a place that is done with.
                places[count] = found.unwrap_or_default() as u32;
                count += usize::from(found.is_some());
            }
            places[..count].iter().for_each(|&at| add(row, &self.rows[at as usize]));
        }
    }
}

/// Apart, so that the row is added as three vectors: in the loop, the compiler would keep it number by number.
#[inline(never)]
fn add(row: &mut Steps, weights: &[u8; WIDTH]) {
    for (sum, &weight) in row.iter_mut().zip(weights) {
        *sum += i16::from(weight as i8);
    }
}

/// Where the entry of a hash is: its low bits choose a bucket, its highest sixteen are compared with those of the bucket's entries.
struct Table<'b> {
    /// Where each bucket begins, and in the lowest eight bits how many entries it has.
    places: Vec<u32>,
    /// The prints of all entries, and after them whatever the model goes on with.
    prints: &'b [u8],
}

impl<'b> Table<'b> {
    /// How many buckets so many entries have.
    fn buckets(entries: usize) -> usize {
        (entries / 3 + 1).next_power_of_two()
    }

    /// Bytes of a table.
    fn size(entries: usize) -> usize {
        Self::buckets(entries) + entries * 2
    }

    /// The table that the bytes begin with, and what follows it.
    fn read(bytes: &'b [u8], entries: usize) -> Result<(Self, &'b [u8]), ModelError> {
        let (counts, prints) = bytes.split_at_checked(Self::buckets(entries)).ok_or(ModelError::Length)?;
        let (_, rest) = prints.split_at_checked(entries * 2).ok_or(ModelError::Length)?;
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
        Ok((Table { places, prints }, rest))
    }

    fn find(&self, hash: u64) -> Option<usize> {
        self.find_in(self.place(hash), hash)
    }

    /// The bucket of a hash, as in `places`.
    #[inline]
    fn place(&self, hash: u64) -> u32 {
        self.places[hash as usize & (self.places.len() - 1)]
    }

    /// Compares four prints at a time: one by one, the processor would guess wrong about once a look-up when to stop.
    #[inline]
    fn find_in(&self, place: u32, hash: u64) -> Option<usize> {
        const ONES: u64 = 0x0001_0001_0001_0001;
        let (mut at, mut left) = ((place >> 8) as usize, place & 0xff);
        let print = print(hash) * ONES;
        loop {
            let differ = self.four(at) ^ print;
            // The highest bit of each sixteen that are all 0; above the first such sixteen, of some others too.
            let same = differ.wrapping_sub(ONES) & !differ & ONES << 15;
            // Four where none is the same.
            let nth = same.trailing_zeros() / 16;
            // One question, which nearly always has one answer: few buckets have more than four entries.
            if (nth < 4) | (left <= 4) {
                return (nth < left).then_some(at + nth as usize);
            }
            at += 4;
            left -= 4;
        }
    }

    /// Four prints from one on; past the last, whatever follows: there is a row of weights at least.
    #[inline]
    fn four(&self, at: usize) -> u64 {
        self.prints.get(at * 2..).and_then(<[u8]>::first_chunk).map_or(0, |&four| u64::from_le_bytes(four))
    }
}

/// What of a hash is written beside its entry.
fn print(hash: u64) -> u64 {
    hash >> 48
}

fn checksum(bytes: &[u8]) -> u64 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let step = |hash: u64, value: u64| (hash.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let hash = chunks.iter().fold(bytes.len() as u64, |hash, &chunk| step(hash, u64::from_le_bytes(chunk)));
    rest.iter().fold(hash, |hash, &byte| step(hash, u64::from(byte)))
}

/// What a model is made of, for whoever writes one.
#[cfg(feature = "training")]
pub struct Parts<'p> {
    /// As in [`Model`].
    pub step: f32,
    /// As in [`Model`].
    pub calibration: [f32; 2],
    /// As in [`Model`].
    pub transitions: &'p Transitions,
    /// Coarse and coarsest class of each fine one.
    pub coarser: &'p [[u8; 2]],
    /// Hash and fine class, from 1, of each word.
    pub words: &'p [(u64, u16)],
    /// Hash and row of each feature.
    pub features: &'p [(u64, [i8; WIDTH])],
}

#[cfg(feature = "training")]
impl Parts<'_> {
    /// The bytes of the model.
    pub fn write(&self) -> Vec<u8> {
        let mut body = Vec::new();
        body.extend(self.step.to_le_bytes());
        self.calibration.iter().for_each(|number| body.extend(number.to_le_bytes()));
        self.transitions.iter().flatten().for_each(|weight| body.extend(weight.to_le_bytes()));
        self.coarser.iter().for_each(|pair| body.extend(pair));

        let words = table(self.words, &mut body);
        words.iter().for_each(|&&(_, class)| body.extend(class.to_le_bytes()));
        let features = table(self.features, &mut body);
        features.iter().for_each(|(_, row)| body.extend(row.map(|weight| weight as u8)));

        let mut bytes = Vec::with_capacity(HEADER + body.len());
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend([LABELS as u8, WIDTH as u8]);
        [self.coarser.len(), words.len(), features.len()].iter().for_each(|&n| bytes.extend((n as u32).to_le_bytes()));
        bytes.extend(checksum(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }
}

/// Writes the table of some entries; the entries in its order. Of two that it could not tell apart the first stays.
#[cfg(feature = "training")]
fn table<'e, T>(entries: &'e [(u64, T)], body: &mut Vec<u8>) -> Vec<&'e (u64, T)> {
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
            ordered.iter().for_each(|(hash, _)| body.extend((print(*hash) as u16).to_le_bytes()));
            return ordered;
        }
        count = ordered.len();
    }
}
