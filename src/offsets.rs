//! Offsets in another unit: the one place where UTF-8 bytes become UTF-16 code units or code points.
//!
//! One pass over the text notes the count at every 64th byte; after that each offset is answered by counting at most 64
//! bytes. So the whole is linear in the text, however many offsets there are and in whatever order they come.

use crate::annotations::{Annotations, Unit};
use crate::span::Span;

const STRIDE: usize = 64;

/// Answers byte offsets of one text in another unit.
struct Converter<'t> {
    bytes: &'t [u8],
    unit: Unit,
    /// How many units stand before byte `i * STRIDE`; empty where the text is all ASCII and nothing changes.
    before: Vec<usize>,
}

impl<'t> Converter<'t> {
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
        Converter { bytes: text.as_bytes(), unit, before }
    }

    fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes.len());
        match self.before.get(byte / STRIDE) {
            Some(count) => count + units(&self.bytes[byte / STRIDE * STRIDE..byte], self.unit),
            None => byte,
        }
    }
}

/// How many units the characters beginning in `bytes` take.
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
    /// Converts from bytes, the unit that [`annotate`](crate::annotate) gives; annotations in any other unit stay as they are.
    pub fn convert(mut self, text: &str, unit: Unit) -> Annotations {
        if self.offsets != Unit::Byte {
            return self;
        }
        let converter = Converter::new(text, unit);
        let span = |span: &mut Span| *span = Span::new(converter.at(span.start()), converter.at(span.end()));
        let ends = |start: &mut usize, end: &mut usize| {
            *start = converter.at(*start);
            *end = converter.at(*end);
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
