//! Turns overlapping annotations into properly nested pieces, for every output that marks the article itself.
//!
//! Annotations overlap freely: a person inside a quote, a quote over two paragraphs. Elements cannot, so marks are cut where they cross,
//! and only there. [`flatten`] returns the article as a flat list of [`Piece`]s in which every `Open` has its `Close`. The longer mark
//! encloses the shorter one; where two cross, the one of the inner layer is cut.
//!
//! Offsets can be in any unit, as long as all are in the same one. This file never reads the text, and knows nothing of HTML.
#![expect(
    clippy::indexing_slicing,
    reason = "annotations point to one another and into their text: `annotate` makes them so, and others are checked"
)]

use crate::annotations::Annotations;
use std::cmp::Reverse;
use std::ops::Range;

/// The deepest nesting of marks. Deeper ones are left out, so that no input takes more than linear time.
const DEPTH: usize = 8;

/// What a mark stands for, from the outermost layer to the innermost.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Layer {
    /// A part of a quote; the index is the quote's.
    Quote,
    /// The words that name a quote's speaker; the index is the quote's.
    Speaker,
    /// The words that mark a quote as speech; the index is the quote's.
    Cue,
    /// A title or function; the index is the entity's.
    Role,
    /// A mention; the index is its own.
    Mention,
    /// A time expression; the index is its own.
    Date,
}

/// A stretch of the article to mark.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Mark {
    /// Its range.
    pub range: Range<usize>,
    /// What it stands for.
    pub layer: Layer,
    /// Its index within the layer.
    pub index: usize,
}

/// A step through the article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Piece {
    /// A block begins, given by its index.
    Block(usize),
    /// The block ends; all its marks are closed.
    EndBlock,
    /// A mark begins, given by its index among the marks; `again` if it continues after a cut.
    Open { mark: usize, again: bool },
    /// The mark opened last ends.
    Close,
    /// Text, inside everything that is open.
    Text(Range<usize>),
}

/// Everything in the annotations that is shown in the text.
pub(crate) fn marks(annotations: &Annotations) -> Vec<Mark> {
    let mark = |start, end, layer, index| Mark { range: start..end, layer, index };
    let mut marks = Vec::with_capacity(annotations.mentions.len() + annotations.quotes.len() * 3 + annotations.dates.len());
    for (index, quote) in annotations.quotes.iter().enumerate() {
        marks.extend(quote.parts.iter().map(|part| mark(part.start(), part.end(), Layer::Quote, index)));
        marks.extend(quote.speaker.iter().map(|speaker| mark(speaker.start, speaker.end, Layer::Speaker, index)));
        marks.extend(quote.cue.iter().map(|cue| mark(cue.start(), cue.end(), Layer::Cue, index)));
    }
    for (index, entity) in annotations.entities.iter().enumerate() {
        marks.extend(entity.roles.iter().map(|role| mark(role.start(), role.end(), Layer::Role, index)));
    }
    marks.extend((annotations.mentions.iter().enumerate()).map(|(i, m)| mark(m.start, m.end, Layer::Mention, i)));
    marks.extend((annotations.dates.iter().enumerate()).map(|(i, d)| mark(d.start, d.end, Layer::Date, i)));
    marks
}

/// The article of `length` as pieces. `blocks` are in text order; marks show only inside them, and need no order.
///
/// The text pieces together are the whole article, whatever the marks are. Takes time linear in blocks and marks, except for
/// sorting the marks.
pub(crate) fn flatten(length: usize, blocks: &[Range<usize>], marks: &[Mark]) -> Vec<Piece> {
    let mut order: Vec<usize> = (0..marks.len()).filter(|&m| !marks[m].range.is_empty()).collect();
    order.sort_unstable_by_key(|&m| (marks[m].range.start, Reverse(marks[m].range.end), marks[m].layer, m));
    let mut coming = order.into_iter().peekable();
    let mut sweep =
        Sweep { marks, pieces: Vec::new(), at: 0, wanted: Vec::new(), open: Vec::new(), cut: vec![false; marks.len()] };
    for (index, block) in blocks.iter().enumerate() {
        let block = block.start.max(sweep.at).min(length)..block.end.min(length);
        if block.is_empty() {
            continue;
        }
        sweep.bare_text(block.start);
        sweep.pieces.push(Piece::Block(index));
        sweep.end_until(block.start);
        while let Some(mark) = coming.next_if(|&m| marks[m].range.start < block.end) {
            sweep.begin(mark, block.start);
        }
        sweep.end_until(block.end);
        sweep.marked_text(block.end);
        sweep.close_to(0);
        sweep.pieces.push(Piece::EndBlock);
    }
    sweep.bare_text(length);
    sweep.pieces
}

/// The state between two positions of the text.
struct Sweep<'m> {
    marks: &'m [Mark],
    pieces: Vec<Piece>,
    /// The end of the text written so far.
    at: usize,
    /// The marks around the next character, outermost first.
    wanted: Vec<usize>,
    /// The marks that are open; follows `wanted` only when text is written, so that no mark opens around nothing.
    open: Vec<usize>,
    /// Which marks were opened before.
    cut: Vec<bool>,
}

impl Sweep<'_> {
    /// Adds a mark at its start, or at the start of the block if the mark begins earlier.
    fn begin(&mut self, mark: usize, block_start: usize) {
        let Mark { range, layer, .. } = &self.marks[mark];
        let start = range.start.max(block_start);
        if range.end <= start {
            return;
        }
        self.end_until(start);
        self.marked_text(start);
        if self.wanted.len() < DEPTH {
            let is_cut = |&&other: &&usize| self.marks[other].range.end < range.end && self.marks[other].layer > *layer;
            let cut = self.wanted.iter().rev().take_while(is_cut).count();
            self.wanted.insert(self.wanted.len() - cut, mark);
        }
    }

    /// Writes the text up to each mark that ends by `to`, and drops that mark.
    fn end_until(&mut self, to: usize) {
        let marks = self.marks;
        while let Some(end) = self.wanted.iter().map(|&m| marks[m].range.end).min().filter(|&end| end <= to) {
            self.marked_text(end);
            self.wanted.retain(|&m| marks[m].range.end > end);
        }
    }

    fn marked_text(&mut self, to: usize) {
        if to <= self.at {
            return;
        }
        let kept = self.open.iter().zip(&self.wanted).take_while(|(open, wanted)| open == wanted).count();
        self.close_to(kept);
        for &mark in &self.wanted[kept..] {
            self.pieces.push(Piece::Open { mark, again: self.cut[mark] });
            self.cut[mark] = true;
            self.open.push(mark);
        }
        self.bare_text(to);
    }

    fn bare_text(&mut self, to: usize) {
        if to > self.at {
            self.pieces.push(Piece::Text(self.at..to));
            self.at = to;
        }
    }

    fn close_to(&mut self, depth: usize) {
        self.pieces.extend(self.open.drain(depth..).map(|_| Piece::Close));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    /// Blocks as `{…}`, marks as `[index …]`, a mark that continues after a cut as `[+index …]`.
    fn shown(text: &str, blocks: &[Range<usize>], marks: &[(Range<usize>, Layer)]) -> String {
        let marks: Vec<Mark> = (marks.iter().enumerate())
            .map(|(index, (range, layer))| Mark { range: range.clone(), layer: *layer, index })
            .collect();
        (flatten(text.len(), blocks, &marks).into_iter())
            .map(|piece| match piece {
                Piece::Block(_) => "{".to_owned(),
                Piece::EndBlock => "}".to_owned(),
                Piece::Open { mark, again } => format!("[{}{mark} ", if again { "+" } else { "" }),
                Piece::Close => "]".to_owned(),
                Piece::Text(range) => text[range].to_owned(),
            })
            .collect()
    }

    #[wasm_bindgen_test(unsupported = test)]
    fn marks_nest_and_are_cut_only_where_they_cross() {
        use Layer::{Date, Mention, Quote, Role};
        #[rustfmt::skip]
        let table: &[(&str, &[(Range<usize>, Layer)], &str)] = &[
            ("no mark",                     &[],                                    "{abcdefgh}"),
            ("one mark",                    &[(2..4, Mention)],                     "{ab[0 cd]efgh}"),
            ("a mark around all",           &[(0..8, Quote)],                       "{[0 abcdefgh]}"),
            ("in any order",                &[(5..6, Date), (2..4, Mention)],       "{ab[1 cd]e[0 f]gh}"),
            ("side by side",                &[(2..4, Mention), (4..6, Mention)],    "{ab[0 cd][1 ef]gh}"),
            ("one inside another",          &[(0..8, Quote), (2..4, Mention)],      "{[0 ab[1 cd]efgh]}"),
            ("same start",                  &[(2..4, Mention), (2..6, Quote)],      "{ab[1 [0 cd]ef]gh}"),
            ("same end",                    &[(2..6, Quote), (4..6, Date)],         "{ab[0 cd[1 ef]]gh}"),
            ("same range: by layer",        &[(2..4, Date), (2..4, Quote)],         "{ab[1 [0 cd]]efgh}"),
            ("the longer is outside",       &[(2..7, Mention), (3..5, Quote)],      "{ab[0 c[1 de]fg]h}"),
            ("crossing, inner layer later", &[(1..4, Quote), (3..6, Mention)],      "{a[0 bc[1 d]][+1 ef]gh}"),
            ("crossing, inner layer first", &[(1..4, Mention), (3..6, Quote)],      "{a[0 bc][1 [+0 d]ef]gh}"),
            ("crossing in one layer",       &[(1..4, Role), (3..6, Role)],          "{a[0 bc[1 d]][+1 ef]gh}"),
            ("three that cross",            &[(0..4, Quote), (2..6, Role), (3..8, Date)],
                                                                                    "{[0 ab[1 c[2 d]]][+1 [+2 ef]][+2 gh]}"),
            ("an empty mark is no mark",    &[(3..3, Mention)],                     "{abcdefgh}"),
            ("past the end",                &[(6..99, Mention)],                    "{abcdef[0 gh]}"),
            ("all past the end",            &[(20..99, Mention)],                   "{abcdefgh}"),
        ];
        for (name, marks, expected) in table {
            assert_eq!(shown("abcdefgh", std::slice::from_ref(&(0..8)), marks), *expected, "{name}");
        }
    }

    #[wasm_bindgen_test(unsupported = test)]
    fn marks_show_only_inside_blocks() {
        use Layer::{Mention, Quote};
        let text = "abc..def..ghi.";
        let blocks = [0..3, 5..8, 10..13];
        #[rustfmt::skip]
        let table: &[(&str, &[(Range<usize>, Layer)], &str)] = &[
            ("over all blocks",         &[(1..12, Quote)],                  "{a[0 bc]}..{[+0 def]}..{[+0 gh]i}."),
            ("ends between blocks",     &[(1..4, Quote)],                   "{a[0 bc]}..{def}..{ghi}."),
            ("starts between blocks",   &[(4..6, Quote)],                   "{abc}..{[0 d]ef}..{ghi}."),
            ("only between blocks",     &[(3..5, Quote)],                   "{abc}..{def}..{ghi}."),
            ("nested over two blocks",  &[(0..8, Quote), (1..7, Mention)],  "{[0 a[1 bc]]}..{[+0 [+1 de]f]}..{ghi}."),
        ];
        for (name, marks, expected) in table {
            assert_eq!(shown(text, &blocks, marks), *expected, "{name}");
        }
        assert_eq!(
            shown("abcd", &[2..3, 1..4, 9..12, Range { start: 4, end: 2 }], &[]),
            "ab{c}{d}",
            "blocks that do not fit are clipped"
        );
    }

    #[wasm_bindgen_test(unsupported = test)]
    fn any_marks_give_the_whole_text_well_nested_in_linear_size() {
        let length = 4000;
        let blocks: Vec<_> = (0..length / 10).map(|b| b * 10..b * 10 + 9).collect();
        let layers = [Layer::Quote, Layer::Role, Layer::Mention, Layer::Date];
        let marks: Vec<Mark> = (0..length)
            .map(|i| Mark { range: i * 7919 % length..i * 104_729 % (length + 50), layer: layers[i % 4], index: i })
            .chain((0..length).map(|i| Mark { range: i..length, layer: layers[i % 4], index: i }))
            .collect();
        let pieces = flatten(length, &blocks, &marks);
        let (mut at, mut depth) = (0, 0);
        for piece in &pieces {
            match piece {
                Piece::Text(range) => {
                    assert!(range.start == at && range.end > at, "text goes on where it stopped");
                    at = range.end;
                }
                Piece::Open { .. } => depth += 1,
                Piece::Close => depth -= 1,
                Piece::Block(_) | Piece::EndBlock => assert_eq!(depth, 0, "marks end with their block"),
            }
            assert!((0..=DEPTH as i32).contains(&depth));
        }
        assert_eq!((at, depth), (length, 0));
        assert!(pieces.len() <= length * (2 * DEPTH + 3), "{} pieces", pieces.len());
    }
}
