//! What the whole article tells of a word: how it is written elsewhere, which longer names have it, and what the first reading
//! took it for.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::attributes::{capital, word};
use super::labels::{CLASSES, Class};
use crate::entities::casing::{Casing, View};
use crate::hashing::{ByHash, both};
use std::ops::Range;

/// The longest capitalised sequence that is remembered.
const LONGEST: usize = 6;

/// A capitalised sequence of two words or more.
#[derive(Clone)]
pub struct Longer {
    /// Its tokens.
    pub tokens: Range<u32>,
    /// The word asked for is its first.
    pub first: bool,
    /// The word asked for is its last.
    pub last: bool,
}

/// How the words of an article are written.
pub struct Article {
    /// By the number of a word: times in lower case, times capitalised where that tells.
    written: Vec<(u16, u16)>,
    longer: ByHash<Longer>,
}

impl Article {
    /// Reads the whole article.
    pub fn read(view: &View) -> Self {
        let written = vec![(0, 0); view.lower.words().len()];
        let mut article = Article { written, longer: ByHash::default() };
        for (sentence, casing) in view.document.sentences.iter().zip(&view.casing) {
            if *casing != Casing::Sentence {
                continue;
            }
            let mut start = sentence.tokens.start;
            for at in sentence.tokens.clone() {
                let is_capital = capital(view, at);
                if view.document.tokens[at].kind != crate::text::TokenKind::Word {
                    start = at + 1;
                } else if !is_capital {
                    let times = &mut article.written[view.lower.number(at)];
                    times.0 = times.0.saturating_add(1);
                    start = at + 1;
                } else if !view.begins(at, &sentence.tokens) {
                    let times = &mut article.written[view.lower.number(at)];
                    times.1 = times.1.saturating_add(1);
                }
                let ends = sentence.tokens.end == at + 1 || !capital(view, at + 1);
                if is_capital && ends && at > start && at - start < LONGEST {
                    article.remember(view, start..at + 1);
                }
            }
        }
        article
    }

    fn remember(&mut self, view: &View, tokens: Range<usize>) {
        for at in tokens.clone() {
            let new = Longer {
                tokens: tokens.start as u32..tokens.end as u32,
                first: at == tokens.start,
                last: at + 1 == tokens.end,
            };
            let old = self.longer.entry(word(view, at)).or_insert_with(|| new.clone());
            if new.tokens.len() > old.tokens.len() {
                *old = new;
            }
        }
    }

    /// How a word, by its number, is written elsewhere, in a small number.
    pub fn seen(&self, word: usize) -> u64 {
        let (small, capital) = self.written[word];
        u64::from(small.min(2)) * 3 + u64::from(capital.min(2))
    }

    /// The longest capitalised sequence with a word.
    pub fn longer(&self, word: u64) -> Option<&Longer> {
        self.longer.get(&word)
    }
}

/// What the first reading took a word for, over the article.
#[derive(Clone, Copy, Default)]
struct Tally {
    classes: [u16; CLASSES],
    outside: u16,
    /// The longest name that has it: tokens, class, and position.
    longest: (u8, u8, u8),
}

/// The decisions of the first reading.
#[derive(Default)]
pub struct Decided {
    tallies: ByHash<Tally>,
}

impl Decided {
    /// Takes in a name.
    pub fn name(&mut self, view: &View, tokens: Range<usize>, class: Class) {
        let length = tokens.len().min(9) as u8;
        for at in tokens.clone().filter(|&at| capital(view, at)) {
            let tally = self.tallies.entry(word(view, at)).or_default();
            let count = &mut tally.classes[class as usize];
            *count = count.saturating_add(1);
            if length > tally.longest.0 {
                let position = u8::from(at == tokens.start) + 2 * u8::from(at + 1 == tokens.end);
                tally.longest = (length, class as u8 + 1, position);
            }
        }
    }

    /// Takes in a capitalised token outside any name.
    pub fn outside(&mut self, view: &View, at: usize) {
        if capital(view, at) {
            let tally = self.tallies.entry(word(view, at)).or_default();
            tally.outside = tally.outside.saturating_add(1);
        }
    }

    /// What a word mostly is, and how clearly, in a small number; 0 where it was never met.
    pub fn of(&self, word: u64) -> u64 {
        let Some(tally) = self.tallies.get(&word) else { return 0 };
        let (mut best, mut most, mut all) = (0, tally.outside, u32::from(tally.outside));
        for (class, &count) in (1..).zip(&tally.classes) {
            all += u32::from(count);
            if count > most {
                (best, most) = (class, count);
            }
        }
        let clear = match u32::from(most) * 4 {
            share if share == all * 4 => 2 + u64::from(all.min(3)),
            share if share >= all * 3 => 1,
            _ => 0,
        };
        1 + best * 6 + clear
    }

    /// The longest name that has a word: its class, length and the word's place in it, in one number.
    pub fn longest(&self, word: u64) -> u64 {
        self.tallies.get(&word).map_or(0, |tally| {
            let (length, class, position) = tally.longest;
            both(both(u64::from(length.min(3)), u64::from(class)), u64::from(position))
        })
    }
}
