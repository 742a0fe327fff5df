//! Features: what speaks for or against a label of a word, each a hash of its template and of what it saw.
//!
//! The trainer and the tagger call the same function, in which the order of templates does not matter.
#![expect(clippy::indexing_slicing, reason = "a window has a place for each step")]

use super::tags::Label;
use super::words::Word;
use crate::text::Case;

/// How many features a word has.
pub const FEATURES: usize = 42;
/// Their hashes.
pub type Hashes = [u32; FEATURES];

/// A word where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Here {
    pub word: Word,
    /// How it is written, and whether that tells anything.
    pub form: u8,
    /// No white space before it.
    pub glued: bool,
}

/// Stands for what is beyond a sentence.
pub const EDGE: Here = Here { word: EDGE_WORD, form: 15, glued: false };
const EDGE_WORD: Word = Word {
    hash: 0xed9e,
    labels: 0,
    set: 1023,
    class: crate::entities::WordClass { fine: 0, coarse: 0, coarsest: 0 },
    endings: [0xed9e; super::words::ENDINGS],
    beginnings: [0xed9e; super::words::BEGINNINGS],
};

/// How a word is written, in a small number: its case, whether it is the first of its sentence, how the sentence is written.
pub fn form(case: Case, first: bool, style: u8) -> u8 {
    let case = match case {
        Case::None => 0,
        Case::Lower => 1,
        Case::Title => 2,
        Case::Upper => 3,
        Case::Mixed => 4,
    };
    (case + 5 * u8::from(first)) | style << 4
}

/// The labels given before, in the same sentence.
#[derive(Clone, Copy, Default)]
pub struct Before {
    /// The last and the one before it.
    pub last: Label,
    pub second: Label,
    /// The last verb's, since the last mark that parts clauses.
    pub verb: Label,
    /// Whether a noun stood after it.
    pub noun: bool,
}

/// Stands for the label before a sentence.
pub const START: Label = Label::of(31);

impl Before {
    /// At the beginning of a sentence.
    pub const fn nothing() -> Self {
        Before { last: START, second: START, verb: START, noun: false }
    }

    /// Takes in a label.
    pub fn push(&mut self, label: Label) {
        self.second = self.last;
        self.last = label;
        let tag = label.tag();
        if tag.is_verb() {
            self.verb = label;
            self.noun = false;
        } else if matches!(tag, super::Tag::Subordinator | super::Tag::Relative | super::Tag::RelativeAdverb) {
            self.verb = label;
            self.noun = false;
        } else if tag.is_nominal() {
            self.noun = true;
        }
    }
}

/// The words around one, from the second before it to the second after.
pub type Window<'w> = [&'w Here; 5];

struct Sink<'h> {
    hashes: &'h mut Hashes,
    at: usize,
}

impl Sink<'_> {
    #[inline]
    fn push(&mut self, seen: u64) {
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        let template = (self.at as u64 + 1).wrapping_mul(0xd6e8_feb8_6659_fd93);
        if let Some(place) = self.hashes.get_mut(self.at) {
            let mixed = (seen ^ template).wrapping_mul(FACTOR);
            *place = ((mixed ^ mixed >> 29).wrapping_mul(FACTOR) >> 32) as u32;
        }
        self.at += 1;
    }
}

#[inline]
fn two(a: u64, b: u64) -> u64 {
    (a.rotate_left(31) ^ b).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

#[inline]
fn three(a: u64, b: u64, c: u64) -> u64 {
    two(two(a, b), c)
}

/// The features of the middle word.
#[inline]
pub fn read(window: Window, before: Before, hashes: &mut Hashes) {
    let [p2, p1, here, n1, n2] = window;
    let word = |here: &Here| here.word.hash;
    let set = |here: &Here| u64::from(here.word.set);
    let fine = |here: &Here| u64::from(here.word.class.fine);
    let coarse = |here: &Here| u64::from(here.word.class.coarse);
    let coarsest = |here: &Here| u64::from(here.word.class.coarsest);
    let (t1, t2) = (u64::from(before.last.number()), u64::from(before.second.number()));
    let verb = u64::from(before.verb.number()) * 2 + u64::from(before.noun);
    let w0 = word(here);
    let ends = here.word.endings.map(u64::from);
    let form0 = u64::from(here.form);
    let mut sink = Sink { hashes, at: 0 };
    // The word itself.
    sink.push(w0);
    sink.push(two(set(here), form0));
    sink.push(fine(here));
    sink.push(two(coarse(here), set(here)));
    sink.push(two(ends[1], form0));
    sink.push(ends[2]);
    sink.push(ends[3]);
    sink.push(u64::from(here.word.beginnings[1]));
    sink.push(u64::from(here.word.beginnings[2]));
    sink.push(two(w0, form0));
    // Beside it.
    sink.push(word(p1));
    sink.push(word(n1));
    sink.push(two(word(p1), w0));
    sink.push(two(w0, word(n1)));
    sink.push(word(p2));
    sink.push(word(n2));
    sink.push(two(word(p2), word(p1)));
    sink.push(two(word(n1), word(n2)));
    sink.push(three(set(here), set(n1), set(n2)));
    sink.push(two(w0, set(n1)));
    sink.push(two(set(n1), t1));
    sink.push(fine(p1));
    sink.push(fine(n1));
    sink.push(three(coarsest(p1), coarsest(here), coarsest(n1)));
    sink.push(two(coarse(here), coarse(n1)));
    sink.push(two(coarse(p1), coarse(here)));
    sink.push(two(u64::from(n1.word.endings[2]), u64::from(n1.form)));
    sink.push(u64::from(p1.word.endings[2]));
    sink.push(three(form0, u64::from(p1.form), u64::from(n1.form) | u64::from(here.glued) << 8 | u64::from(n1.glued) << 9));
    // After what was decided.
    sink.push(t1);
    sink.push(two(t1, t2));
    sink.push(two(t1, w0));
    sink.push(three(t1, t2, w0));
    sink.push(three(t1, t2, set(here)));
    sink.push(two(t1, word(n1)));
    sink.push(three(t1, set(here), set(n1)));
    sink.push(two(t2, word(p1)));
    sink.push(two(t1, fine(here)));
    sink.push(three(t1, ends[1], form0));
    sink.push(two(verb, set(here)));
    sink.push(three(verb, t1, set(here)));
    sink.push(three(t1, coarsest(here), set(n1)));
    debug_assert_eq!(sink.at, FEATURES, "one place for each");
}
