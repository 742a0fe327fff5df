//! Converts offsets. This is the one place where UTF-8 bytes become UTF-16 code units or code points, and back.
//!
//! One pass over the text records the count at every 64th byte; after that, each offset takes at most 64 bytes of counting. The whole is
//! linear in the text, however many offsets there are and in whatever order they come. Converting from a unit other than bytes takes a
//! binary search for each offset as well.
#![expect(clippy::indexing_slicing, reason = "an offset is held to the length of its text first")]

use crate::annotations::{Annotations, Unit};
use crate::span::Span;

const STRIDE: usize = 64;

/// One text, measured in one unit.
struct Ruler<'t> {
    bytes: &'t [u8],
    unit: Unit,
    /// The number of units before byte `i * STRIDE`; empty if units are bytes.
    before: Vec<usize>,
}

impl<'t> Ruler<'t> {
    fn new(text: &'t str, unit: Unit) -> Self {
        let mut before = Vec::new();
        if unit != Unit::Byte && !text.is_ascii() {
            before.reserve_exact(text.len() / STRIDE + 1);
            let mut count = 0;
            for chunk in text.as_bytes().chunks(STRIDE) {
                before.push(count);
                count += units(chunk, unit);
            }
            before.push(count);
        }
        Ruler { bytes: text.as_bytes(), unit, before }
    }

    /// The offset of a byte.
    fn at_byte(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes.len());
        match self.before.get(byte / STRIDE) {
            Some(count) => count + units(&self.bytes[byte / STRIDE * STRIDE..byte], self.unit),
            None => byte,
        }
    }

    /// The byte at an offset; for an offset inside a character, its first byte.
    fn byte_at(&self, offset: usize) -> usize {
        let Some(stride) = self.before.partition_point(|count| *count <= offset).checked_sub(1) else {
            return offset.min(self.bytes.len());
        };
        let mut count = self.before[stride];
        let start = (stride * STRIDE).min(self.bytes.len());
        let past = self.bytes[start..].iter().position(|byte| {
            count += units(std::slice::from_ref(byte), self.unit);
            count > offset
        });
        past.map_or(self.bytes.len(), |past| start + past)
    }
}

/// The number of units of the characters that begin in `bytes`.
fn units(bytes: &[u8], unit: Unit) -> usize {
    let begins = |b: u8| usize::from(b & 0xC0 != 0x80);
    match unit {
        Unit::Byte => bytes.len(),
        Unit::Codepoint => bytes.iter().map(|&b| begins(b)).sum(),
        Unit::Utf16 => bytes.iter().map(|&b| begins(b) + usize::from(b >= 0xF0)).sum(),
    }
}

impl Annotations {
    /// The same annotations with offsets in `unit`; `text` is the article they were made from.
    ///
    /// An offset inside a character moves to its beginning; an offset past the end of the text moves to the end.
    pub fn convert(mut self, text: &str, unit: Unit) -> Annotations {
        if self.offsets == unit {
            return self;
        }
        let (given, wanted) = (Ruler::new(text, self.offsets), Ruler::new(text, unit));
        let at = |offset: usize| wanted.at_byte(given.byte_at(offset));
        let span = |span: &mut Span| *span = Span::new(at(span.start()), at(span.end()));
        let ends = |start: &mut usize, end: &mut usize| {
            *start = at(*start);
            *end = at(*end);
        };
        self.offsets = unit;
        self.blocks.iter_mut().for_each(|b| ends(&mut b.start, &mut b.end));
        self.entities.iter_mut().flat_map(|e| &mut e.roles).for_each(span);
        self.mentions.iter_mut().for_each(|m| ends(&mut m.start, &mut m.end));
        for quote in &mut self.quotes {
            ends(&mut quote.start, &mut quote.end);
            quote.parts.iter_mut().chain(&mut quote.cue).for_each(span);
            quote.speaker.iter_mut().for_each(|s| ends(&mut s.start, &mut s.end));
        }
        for date in &mut self.dates {
            ends(&mut date.start, &mut date.end);
            date.parts.iter_mut().for_each(|p| ends(&mut p.start, &mut p.end));
        }
        self
    }
}
