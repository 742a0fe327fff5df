//! The model: a checked view of the trained bytes, read in place.
//!
//! What the bytes are is written once, here: the trainer writes them by [`Parts::write`], the tagger reads them by
//! [`Model::read`]. All lookups are total once a model is read.
//!
//! ```text
//! header     magic "NMTG" · version u16 · labels u8 · width of a row u8 · classes of words u32 · slots of words u32
//!            · slots of features u32 · checksum of all that follows u64
//! numbers    step f32 (what 1 in a row is worth) · calibration 2 × f32 · transitions labels × labels × f32
//! words      coarse and coarsest class of each class, 2 × u8; then slots of 3 bytes: 13 bits of hash, 11 of class
//! features   one u16 of hash for each slot (0: empty); then a row of i8 for each slot
//! ```

use super::labels::LABELS;
use super::lattice::Transitions;

const MAGIC: [u8; 4] = *b"NMTG";
/// The version this code writes and reads.
pub const VERSION: u16 = 1;
const HEADER: usize = 28;
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
    words: &'b [[u8; 3]],
    prints: &'b [[u8; 2]],
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
        let power = |slots: usize| slots.is_power_of_two() && slots < 1 << 28;
        if header[6] as usize != LABELS || header[7] as usize != WIDTH || classes > MOST_CLASSES {
            return Err(ModelError::Shape);
        }
        if !power(words) || !power(features) {
            return Err(ModelError::Shape);
        }
        if body.len() != NUMBERS + classes * 2 + words * 3 + features * (2 + WIDTH) {
            return Err(ModelError::Length);
        }
        if header[20..] != checksum(body).to_le_bytes() {
            return Err(ModelError::Checksum);
        }
        let (numbers, body) = body.split_at(NUMBERS);
        let (coarser, body) = body.split_at(classes * 2);
        let (word_slots, body) = body.split_at(words * 3);
        let (prints, rows) = body.split_at(features * 2);
        let mut floats = numbers.as_chunks::<4>().0.iter().map(|&four| f32::from_le_bytes(four));
        let mut float = || floats.next().unwrap_or_default();
        let (step, calibration) = (float(), [float(), float()]);
        let mut transitions = [[0.0; LABELS]; LABELS];
        transitions.iter_mut().flatten().for_each(|weight| *weight = float());
        let (coarser, words) = (coarser.as_chunks().0, word_slots.as_chunks().0);
        let (prints, rows) = (prints.as_chunks().0, rows.as_chunks().0);
        Ok(Model { step, calibration, transitions, coarser, words, prints, rows })
    }

    /// How often names of a probability turned out right.
    pub fn calibrated(&self, probability: f32) -> f32 {
        let p = probability.clamp(1e-4, 1.0 - 1e-4);
        let [slope, offset] = self.calibration;
        1.0 / (1.0 + (-(slope * (p / (1.0 - p)).ln() + offset)).exp())
    }

    /// The classes of a word, by the hash of its lower-case form.
    pub fn class(&self, word: u64) -> WordClass {
        let mask = self.words.len() - 1;
        let mut at = word as usize & mask;
        // Never full: the writer leaves one slot in five empty. Bounded all the same.
        for _ in 0..=mask {
            let [low, middle, high] = self.words[at];
            let slot = u32::from_le_bytes([low, middle, high, 0]);
            let fine = (slot & 0x7ff) as u16;
            if fine == 0 {
                break;
            }
            if slot >> 11 == word_print(word) {
                let [coarse, coarsest] = self.coarser.get(fine as usize - 1).copied().unwrap_or_default();
                return WordClass { fine, coarse, coarsest };
            }
            at = (at + 1) & mask;
        }
        WordClass::default()
    }

    /// Adds the weights of a feature to a row.
    #[inline]
    pub fn add(&self, feature: u64, row: &mut Steps) {
        let mask = self.prints.len() - 1;
        let (mut at, print) = (feature as usize & mask, feature_print(feature));
        for _ in 0..=mask {
            let found = u16::from_le_bytes(self.prints[at]);
            if found == print {
                for (sum, &weight) in row.iter_mut().zip(&self.rows[at]) {
                    *sum += i16::from(weight as i8);
                }
                return;
            }
            if found == 0 {
                return;
            }
            at = (at + 1) & mask;
        }
    }
}

fn word_print(word: u64) -> u32 {
    (word >> 51) as u32
}

/// Never 0, which marks an empty slot.
fn feature_print(feature: u64) -> u16 {
    ((feature >> 48) as u16).max(1)
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

        let word_slots = slots(self.words.len());
        let mut words = vec![[0; 3]; word_slots];
        for &(hash, class) in self.words {
            let at = free(hash, word_slots, |at| words[at] == [0; 3]);
            let [low, middle, high, _] = (word_print(hash) << 11 | u32::from(class)).to_le_bytes();
            words[at] = [low, middle, high];
        }
        body.extend(words.as_flattened());

        let feature_slots = slots(self.features.len());
        let (mut prints, mut rows) = (vec![[0; 2]; feature_slots], vec![[0; WIDTH]; feature_slots]);
        for (hash, row) in self.features {
            let at = free(*hash, feature_slots, |at| prints[at] == [0; 2]);
            prints[at] = feature_print(*hash).to_le_bytes();
            rows[at] = row.map(|weight| weight as u8);
        }
        body.extend(prints.as_flattened());
        body.extend(rows.as_flattened());

        let mut bytes = Vec::with_capacity(HEADER + body.len());
        bytes.extend(MAGIC);
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend([LABELS as u8, WIDTH as u8]);
        [self.coarser.len(), word_slots, feature_slots].iter().for_each(|&n| bytes.extend((n as u32).to_le_bytes()));
        bytes.extend(checksum(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }
}

/// How many slots hold so many entries: a power of two, at most four fifths full.
#[cfg(feature = "training")]
fn slots(entries: usize) -> usize {
    (entries * 5 / 4 + 1).next_power_of_two()
}

#[cfg(feature = "training")]
fn free(hash: u64, slots: usize, empty: impl Fn(usize) -> bool) -> usize {
    let mut at = hash as usize & (slots - 1);
    while !empty(at) {
        at = (at + 1) & (slots - 1);
    }
    at
}
