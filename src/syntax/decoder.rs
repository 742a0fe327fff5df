//! The decoder: reads each sentence once, from left to right, and gives each word its best label, given the labels before it.
//!
//! A word with only one possible label gets it at once.
#![expect(clippy::indexing_slicing, reason = "indices are those of the document; a place in the ring is below its size")]

use super::features::{self, Before, EDGE, Here, Window};
use super::tags::{Label, Mask};
use super::words::{self, Words};
use crate::text::{Case, Document, TokenKind};
use std::ops::Range;

/// The number of words that are looked up ahead.
const AHEAD: usize = 2;
/// At least as many words as a window needs, and a power of two.
const RING: usize = 8;

/// Reads the sentences of a document, and asks for a label wherever a word has several.
pub struct Decoder<'d, 't, 'm> {
    document: &'d Document<'t>,
    words: Words<'m>,
    ring: [Here; RING],
}

impl<'d, 't, 'm> Decoder<'d, 't, 'm> {
    /// At the document's beginning.
    pub fn new(document: &'d Document<'t>, words: Words<'m>) -> Self {
        Decoder { document, words, ring: [EDGE; RING] }
    }

    /// Returns the words that were looked up.
    #[cfg(feature = "training")]
    pub fn into_words(self) -> Words<'m> {
        self.words
    }

    /// Labels a sentence from left to right. `choose` picks one of several labels, given the words around the token and the labels before.
    pub fn sentence(
        &mut self,
        tokens: Range<usize>,
        mut choose: impl FnMut(usize, Mask, Window, Before) -> Label,
        mut tell: impl FnMut(usize, Label),
    ) {
        let style = style(self.document, tokens.clone());
        self.ring = [EDGE; RING];
        let mut before = Before::nothing();
        for ahead in tokens.start..tokens.end.saturating_add(AHEAD) {
            self.ring[ahead % RING] = if ahead < tokens.end { self.look(ahead, &tokens, style) } else { EDGE };
            let Some(at) = ahead.checked_sub(AHEAD).filter(|at| tokens.contains(at)) else { continue };
            let here = &self.ring[at % RING];
            let labels = words::labels(&here.word, self.document.tokens[at].case);
            let label = if labels.count_ones() < 2 {
                Label::of(labels.trailing_zeros() as u8)
            } else {
                let near = |step: usize| &self.ring[(at + RING + step - AHEAD) % RING];
                choose(at, labels, [near(0), near(1), here, near(3), near(4)], before)
            };
            before.push(label);
            tell(at, label);
        }
    }

    fn look(&mut self, at: usize, sentence: &Range<usize>, style: u8) -> Here {
        let token = self.document.tokens[at];
        let word = self.words.get(self.document, at);
        Here { word, form: features::form(token.case, at == sentence.start, style), glued: token.glued }
    }
}

/// How a sentence is capitalised: as usual (0), Like a Headline (1) or IN CAPITALS (2).
fn style(document: &Document, tokens: Range<usize>) -> u8 {
    let (mut small, mut title, mut upper) = (0_usize, 0_usize, 0_usize);
    for token in &document.tokens[tokens] {
        if token.kind == TokenKind::Word && token.span.len() > 3 {
            match token.case {
                Case::Lower => small += 1,
                Case::Title | Case::Mixed => title += 1,
                Case::Upper => upper += 1,
                Case::None => {}
            }
        }
    }
    match (small * 4 < title + upper && title + upper > 2, upper > title) {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => 2,
    }
}
