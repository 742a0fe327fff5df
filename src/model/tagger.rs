//! The tagger's model: a checked view of the trained bytes, read in place but for the rows of weights, which are packed. With it come the classes of words, which other stages ask for too.
//!
//! What the bytes are is written once, here: the trainer writes them by [`Parts::write`], the tagger reads them by
//! [`Model::read`]. All lookups are total once a model is read.
//!
//! ```text
//! header     magic "NMTG" · version u16 · labels u8 · width of a row u8 · classes of words u32 · words u32 · features u32
//!            · checksum of all that follows u64
//! numbers    step f32 (what 1 in a row is worth) · transitions labels × labels × f32
//! classes    coarse and coarsest class of each class, 2 × u8
//! words      a table with 8 bits of each hash; then the class of each word, u16
//! features   a table with 12 bits of each hash; then which weights of its row are not 0, a bit each: the first byte of all features,
//!            the second, the third; then these weights, i8, row after row
//! a table    how many entries each bucket has, u8; then some highest bits of the hash of each entry, bucket after bucket, packed
//! ```
#![expect(clippy::indexing_slicing, reason = "the lengths of all parts were checked when the model was read")]

pub use super::ModelError;
#[cfg(feature = "training")]
use super::table;
use super::{MOST_ENTRIES, Table, checksum, opened};
use std::sync::OnceLock;

static BYTES: &[u8] = include_bytes!("../../model/tagger.bin");

const MAGIC: [u8; 4] = *b"NMTG";
/// The version this code writes and reads.
pub const VERSION: u16 = 6;
/// Labels of a token; which they are, `entities/tagger/labels.rs` says.
pub const LABELS: usize = 21;
const HEADER: usize = 28;
const NUMBERS: usize = 4 + LABELS * LABELS * 4;
/// Bits of hash that tell words and features of one bucket apart. Hashes compress to nothing, so these are what a table weighs. A word that
/// has no class seems to have one in a hundred times at most, a feature without weights in a thousand.
const WORD_BITS: u32 = 8;
const FEATURE_BITS: u32 = 12;
/// Bytes of a row of weights: the labels, and room to a whole number of vectors.
pub const WIDTH: usize = 24;
/// Bytes with one bit for each weight of a row. Two of three weights are 0; stored this way, they compress to five sixths of the size of whole rows.
const MASK: usize = WIDTH / 8;
/// Most classes of words there can be: 0 stands for none.
pub const MOST_CLASSES: usize = (1 << 11) - 1;

/// What one label after another is worth.
pub type Transitions = [[f32; LABELS]; LABELS];

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
    /// What one label after another is worth.
    pub transitions: Transitions,
    coarser: &'b [[u8; 2]],
    words: Table,
    classes: &'b [[u8; 2]],
    features: Table,
    rows: Vec<[u8; WIDTH]>,
}

impl<'b> Model<'b> {
    /// Checks the bytes once; after that nothing can fail.
    pub fn read(bytes: &'b [u8]) -> Result<Self, ModelError> {
        let (header, body) = opened::<HEADER>(bytes, MAGIC, VERSION)?;
        let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]) as usize;
        let (classes, words, features) = (number(8), number(12), number(16));
        if header[6] as usize != LABELS || header[7] as usize != WIDTH || classes > MOST_CLASSES {
            return Err(ModelError::Shape);
        }
        if words.max(features) > MOST_ENTRIES || features == 0 {
            return Err(ModelError::Shape);
        }
        let tables = Table::size(words, WORD_BITS) + words * 2 + Table::size(features, FEATURE_BITS) + features * MASK;
        // So many bytes, and the weights that the masks, which are the last of these, say there are.
        let fixed = NUMBERS + classes * 2 + tables;
        let masks = body.get(fixed - features * MASK..fixed).ok_or(ModelError::Length)?;
        if body.len() - fixed != masks.iter().map(|mask| mask.count_ones() as usize).sum::<usize>() {
            return Err(ModelError::Length);
        }
        if header[20..] != checksum(body).to_le_bytes() {
            return Err(ModelError::Checksum);
        }
        let (numbers, body) = body.split_at(NUMBERS);
        let (coarser, body) = body.split_at(classes * 2);
        let (classes_of, (words, body)) = (words * 2, Table::read(body, words, WORD_BITS)?);
        let (classes, body) = body.split_at(classes_of);
        let count = features;
        let (features, body) = Table::read(body, features, FEATURE_BITS)?;
        let (masks, weights) = body.split_at(count * MASK);
        let rows = unpacked(masks, weights).ok_or(ModelError::Length)?;
        let mut floats = numbers.as_chunks::<4>().0.iter().map(|&four| f32::from_le_bytes(four));
        let mut float = || floats.next().unwrap_or_default();
        let step = float();
        let mut transitions = [[0.0; LABELS]; LABELS];
        transitions.iter_mut().flatten().for_each(|weight| *weight = float());
        let (coarser, classes) = (coarser.as_chunks().0, classes.as_chunks().0);
        Ok(Model { step, transitions, coarser, words, classes, features, rows })
    }

    /// The classes of a word, by the hash of its lower-case form.
    pub fn class(&self, word: u64) -> WordClass {
        let class = self.words.find(word).map_or(0, |at| u16::from_le_bytes(self.classes[at]));
        let coarser = usize::from(class).checked_sub(1).and_then(|at| self.coarser.get(at));
        coarser.map_or_else(WordClass::default, |&[coarse, coarsest]| WordClass { fine: class, coarse, coarsest })
    }

    /// Adds the weights of some features to a row.
    ///
    /// In three steps, each for all features: branch prediction cannot help with whether a feature has weights, so lookups do not wait for each other.
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

/// The rows whose weights are given but for zeros; nothing where these are not as many as the masks say.
fn unpacked(masks: &[u8], mut weights: &[u8]) -> Option<Vec<[u8; WIDTH]>> {
    let count = masks.len() / MASK;
    let mut rows = vec![[0; WIDTH]; count];
    for (at, row) in rows.iter_mut().enumerate() {
        for (byte, eight) in row.as_chunks_mut::<8>().0.iter_mut().enumerate() {
            let mut left = masks[byte * count + at];
            while left > 0 {
                let (&weight, rest) = weights.split_first()?;
                eight[left.trailing_zeros() as usize] = weight;
                weights = rest;
                left &= left - 1;
            }
        }
    }
    weights.is_empty().then_some(rows)
}

/// Apart, so that the row is added as three vectors: in the loop, the compiler would keep it number by number.
#[inline(never)]
fn add(row: &mut Steps, weights: &[u8; WIDTH]) {
    for (sum, &weight) in row.iter_mut().zip(weights) {
        *sum += i16::from(weight as i8);
    }
}

/// The model that the library comes with.
pub fn model() -> Option<&'static Model<'static>> {
    static MODEL: OnceLock<Option<Model<'static>>> = OnceLock::new();
    // The committed bytes always load: a test proves it.
    MODEL.get_or_init(|| Model::read(BYTES).ok()).as_ref()
}

/// The classes of a word, by the hash of its lower-case form.
pub fn word_class(word: u64) -> WordClass {
    model().map_or_else(WordClass::default, |model| model.class(word))
}

/// The parts of a model, for the trainer that writes one.
#[cfg(feature = "training")]
pub struct Parts<'p> {
    /// As in [`Model`].
    pub step: f32,
    /// As in [`Model`].
    pub transitions: &'p Transitions,
    /// Coarse and coarsest class of each fine one.
    pub coarser: &'p [[u8; 2]],
    /// Hash and fine class, from 1, of each word, the most frequent first.
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
        self.transitions.iter().flatten().for_each(|weight| body.extend(weight.to_le_bytes()));
        self.coarser.iter().for_each(|pair| body.extend(pair));

        let words = table(self.words, WORD_BITS, &mut body);
        words.iter().for_each(|&&(_, class)| body.extend(class.to_le_bytes()));
        let features = table(self.features, FEATURE_BITS, &mut body);
        for eight in 0..MASK {
            let bits = |row: &[i8; WIDTH]| (0..8).fold(0, |bits, at| bits | u8::from(row[eight * 8 + at] != 0) << at);
            body.extend(features.iter().map(|(_, row)| bits(row)));
        }
        features
            .iter()
            .for_each(|(_, row)| body.extend(row.iter().filter(|&&weight| weight != 0).map(|&weight| weight as u8)));

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

#[cfg(test)]
mod tests {
    use super::{Model, ModelError};
    use crate::model::tests::refuse;

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn what_is_no_model_is_told_apart() {
        assert!(super::model().is_some());
        let edits = [
            ("newer", 4, 1, ModelError::Version(7)),
            ("other labels", 6, 1, ModelError::Shape),
            ("a table of another size", 13, 1, ModelError::Length),
            ("a table beyond all sizes", 15, 0x80, ModelError::Shape),
        ];
        refuse(|bytes| Model::read(bytes).err(), super::BYTES, &edits);
        let featureless = [&super::BYTES[..16], &[0; 4], &super::BYTES[20..]].concat();
        assert_eq!(Model::read(&featureless).err(), Some(ModelError::Shape));
    }
}
