//! The net's weights: where each row of them is, and a checked view of the trained bytes.
//!
//! ```text
//! header   magic "NMNN" · version u16 · width of a row u8 · sections u8 · checksum of all that follows u64
//! numbers  calibration 2 × f32 · of each section what a step is worth, f32
//! rows     of each section, in steps of 4 or of 8 bits; of the 4 bits of a row's first half the lower ones of its bytes
//! ```
#![expect(clippy::indexing_slicing, reason = "the lengths of all parts were checked when the net was read")]

use crate::entities::tagger::labels::LABELS;
use crate::entities::tagger::lattice::Transitions;
use crate::model::{ModelError, checksum, opened};
use std::ops::Range;

const MAGIC: [u8; 4] = *b"NMNN";
/// The version this code writes and reads.
const VERSION: u16 = 1;
const HEADER: usize = 16;
const NUMBERS: usize = (2 + SECTIONS.len()) * 4;

/// Numbers in a row, and in what stands for a token at every step.
pub const WIDTH: usize = 32;
/// A row of weights.
pub type Row = [f32; WIDTH];

/// How many rows there are of words, of their ends, and of their shapes: each is found by a hash.
pub const WORDS: usize = 1 << 10;
/// See [`WORDS`].
pub const ENDS: usize = 1 << 11;
/// See [`WORDS`].
pub const SHAPES: usize = 1 << 9;
/// How many rows there are of classes of words.
pub const CLASSES: [usize; 3] = [1 << 10, 1 << 8, 1 << 6];
/// Rows for what is true of a token or not.
pub const FLAGS: usize = 64;
/// Tokens that the first layer sees.
pub const FIRST: usize = 5;
/// Tokens that the second layer sees.
pub const SECOND: usize = 3;
/// Tokens of a longer name that the first layer sees.
pub const LONGER: usize = 3;
/// What may be alike in a longer name.
pub const ALIKE: usize = 6;

/// A part of the weights: its rows, and the bits of one weight.
#[derive(Clone, Copy)]
pub struct Section {
    /// How many rows.
    pub rows: usize,
    /// 4 or 8.
    pub bits: usize,
}

/// All parts, in order; those of 4 bits first.
pub const SECTIONS: [Section; 17] = [
    Section { rows: WORDS, bits: 4 },
    Section { rows: ENDS, bits: 4 },
    Section { rows: SHAPES, bits: 4 },
    Section { rows: CLASSES[0], bits: 4 },
    Section { rows: CLASSES[1], bits: 4 },
    Section { rows: CLASSES[2], bits: 4 },
    Section { rows: FLAGS, bits: 8 },
    Section { rows: FIRST * WIDTH, bits: 8 },
    Section { rows: 1, bits: 8 },
    Section { rows: LONGER * WIDTH + ALIKE, bits: 8 },
    Section { rows: 2 * WIDTH, bits: 8 },
    Section { rows: 1, bits: 8 },
    Section { rows: SECOND * WIDTH, bits: 8 },
    Section { rows: 1, bits: 8 },
    Section { rows: WIDTH, bits: 8 },
    Section { rows: 1, bits: 8 },
    Section { rows: LABELS, bits: 8 },
];

/// The rows of a section.
pub const fn rows(section: usize) -> Range<usize> {
    let (mut at, mut start) = (0, 0);
    while at < section {
        start += SECTIONS[at].rows;
        at += 1;
    }
    start..start + SECTIONS[section].rows
}

/// The sections: two rows of each word.
pub const OF_WORDS: usize = 0;
/// Of beginnings and ends of words.
pub const OF_ENDS: usize = 1;
/// Of shapes.
pub const OF_SHAPES: usize = 2;
/// Of classes, fine, coarse, coarsest.
pub const OF_CLASSES: usize = 3;
/// What a flag adds to a token.
pub const OF_FLAGS: usize = 6;
/// From each of some tokens to the first layer.
pub const OF_FIRST: usize = 7;
/// What the first layer begins with.
pub const FIRST_BIAS: usize = 8;
/// From the tokens of a longer name to the first layer, then from what is alike in it.
pub const OF_LONGER: usize = 9;
/// From the most and the mean of all places to what is added to each.
pub const OF_PLACES: usize = 10;
/// What that begins with.
pub const PLACES_BIAS: usize = 11;
/// From each of some tokens to the second layer.
pub const OF_SECOND: usize = 12;
/// What the second layer begins with.
pub const SECOND_BIAS: usize = 13;
/// From the second layer to the labels.
pub const OF_LABELS: usize = 14;
/// What the labels begin with.
pub const LABELS_BIAS: usize = 15;
/// One label after another.
pub const OF_TRANSITIONS: usize = 16;

/// All rows.
pub const ROWS: usize = rows(OF_TRANSITIONS).end;
/// Rows of tables, whose weights stay in steps: few of them are ever asked for.
pub const TABLES: usize = rows(OF_FLAGS).start;

/// Bytes of all rows.
const BYTES: usize = {
    let (mut at, mut bits) = (0, 0);
    while at < SECTIONS.len() {
        bits += SECTIONS[at].rows * WIDTH * SECTIONS[at].bits;
        at += 1;
    }
    bits / 8
};

const _: () = assert!(LABELS <= WIDTH && WIDTH.is_multiple_of(8));
const _: () = assert!(BYTES == TABLES * WIDTH / 2 + (ROWS - TABLES) * WIDTH);

/// The trained net.
pub struct Net<'b> {
    /// Slope and offset that make a probability of a probability's logit: of all names, for the tagger and the net find them together.
    pub calibration: [f32; 2],
    /// What one label after another is worth.
    pub transitions: Transitions,
    tables: &'b [[u8; WIDTH / 2]],
    steps: [f32; SECTIONS.len()],
    /// The rows after those of the tables.
    rest: Vec<Row>,
}

impl<'b> Net<'b> {
    /// Checks the bytes once; after that nothing can fail.
    pub fn read(bytes: &'b [u8]) -> Result<Self, ModelError> {
        let (header, body) = opened::<HEADER>(bytes, MAGIC, VERSION)?;
        if header[6] as usize != WIDTH || header[7] as usize != SECTIONS.len() {
            return Err(ModelError::Shape);
        }
        if body.len() != NUMBERS + BYTES {
            return Err(ModelError::Length);
        }
        if header[8..] != checksum(body).to_le_bytes() {
            return Err(ModelError::Checksum);
        }
        let (numbers, body) = body.split_at(NUMBERS);
        let (tables, rest) = body.split_at(TABLES * WIDTH / 2);
        let mut floats = numbers.as_chunks::<4>().0.iter().map(|&four| f32::from_le_bytes(four));
        let mut float = || floats.next().unwrap_or_default();
        let calibration = [float(), float()];
        let steps = std::array::from_fn(|_| float());
        let rest: Vec<Row> = (OF_FLAGS..SECTIONS.len())
            .flat_map(|section| rows(section).map(move |row| (row, section)))
            .zip(rest.as_chunks::<WIDTH>().0)
            .map(|((_, section), row)| row.map(|byte| f32::from(byte as i8) * steps[section]))
            .collect();
        let mut net = Net { calibration, transitions: [[0.0; LABELS]; LABELS], tables: tables.as_chunks().0, steps, rest };
        for from in 0..LABELS {
            for to in 0..LABELS {
                net.transitions[from][to] = net.rest[rows(OF_TRANSITIONS).start - TABLES + from][to];
            }
        }
        Ok(net)
    }

    /// How often names of a probability turned out right.
    pub fn calibrated(&self, probability: f32) -> f32 {
        calibrated(self.calibration, probability)
    }

    /// Adds a row of a section of tables.
    #[inline]
    pub fn add(&self, section: usize, row: usize, sum: &mut Row) {
        let step = self.steps[section];
        let (low, high) = sum.split_at_mut(WIDTH / 2);
        for ((low, high), &byte) in low.iter_mut().zip(high).zip(&self.tables[row]) {
            *low += f32::from((byte & 15) as i8 - 8) * step;
            *high += f32::from((byte >> 4) as i8 - 8) * step;
        }
    }

    /// The rows of a section that is no table.
    pub fn section(&self, section: usize) -> &[Row] {
        let rows = rows(section);
        &self.rest[rows.start - TABLES..rows.end - TABLES]
    }
}

/// What a probability comes to by slope and offset.
pub fn calibrated([slope, offset]: [f32; 2], probability: f32) -> f32 {
    let p = probability.clamp(1e-4, 1.0 - 1e-4);
    1.0 / (1.0 + libm::expf(-(slope * libm::logf(p / (1.0 - p)) + offset)))
}

/// The bytes of a net: its calibration, and all of its rows in whole steps.
#[cfg(feature = "training")]
pub fn write(calibration: [f32; 2], steps: &[f32; SECTIONS.len()], weights: &[[i8; WIDTH]]) -> Vec<u8> {
    let mut body = Vec::new();
    calibration.iter().chain(steps).for_each(|number| body.extend(number.to_le_bytes()));
    let (tables, rest) = weights.split_at(TABLES);
    for row in tables {
        let (low, high) = row.split_at(WIDTH / 2);
        body.extend(low.iter().zip(high).map(|(low, high)| (low + 8) as u8 | ((high + 8) as u8) << 4));
    }
    rest.iter().for_each(|row| body.extend(row.map(|weight| weight as u8)));
    let mut bytes = Vec::with_capacity(HEADER + body.len());
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend([WIDTH as u8, SECTIONS.len() as u8]);
    bytes.extend(checksum(&body).to_le_bytes());
    bytes.extend(body);
    bytes
}
