//! Features: the evidence for or against a label, each a hash of its template and of what it saw.
//!
//! The trainer and the tagger call the same function. The order of templates does not matter.

use super::tags::Label;
use super::words::Word;
use crate::text::Case;

/// A word in its place.
#[derive(Clone, Copy, Debug)]
pub struct Here {
    /// The word by itself.
    pub word: Word,
    /// How it is written, and whether that is evidence of anything.
    pub form: u8,
    /// Whether there is no white space before it.
    pub glued: bool,
}

/// Stands for what is beyond a sentence.
pub const EDGE: Here = Here { word: EDGE_WORD, form: 15, glued: false };
const EDGE_WORD: Word = Word {
    hash: 0xed9e,
    labels: 0,
    set: 1023,
    class: crate::model::tagger::WordClass { fine: 0, coarse: 0, coarsest: 0 },
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
    /// The last.
    pub last: Label,
    /// The one before it.
    pub second: Label,
    /// That of the last verb since the last punctuation mark between clauses.
    pub verb: Label,
    /// Whether a noun followed it.
    pub noun: bool,
}

/// Stands for the label before a sentence.
pub const START: Label = Label::of(63);

impl Before {
    /// At the beginning of a sentence.
    pub const fn nothing() -> Self {
        Before { last: START, second: START, verb: START, noun: false }
    }

    /// Adds a label.
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
/// The position of the word itself.
pub const THIS: usize = 2;
/// The positions whose words are always weighed by themselves.
pub const PLACES: [usize; 3] = [1, THIS, 3];

/// Receives the hashes of features.
pub trait Sink {
    /// Adds one.
    fn push(&mut self, hash: u32);
}

/// Hashes templates with what they saw.
struct Templates<'s, S> {
    sink: &'s mut S,
    template: u64,
}

impl<S: Sink> Templates<'_, S> {
    #[inline]
    fn push(&mut self, seen: u64) {
        const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
        self.template = self.template.wrapping_add(0xd6e8_feb8_6659_fd93);
        let mixed = (seen ^ self.template).wrapping_mul(FACTOR);
        self.sink.push(((mixed ^ mixed >> 29).wrapping_mul(FACTOR) >> 32) as u32);
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

/// The features of a single word at a position of the window.
pub fn alone(place: usize, here: &Here, sink: &mut impl Sink) {
    // Far from those of `together`.
    let mut sink = Templates { sink, template: (place as u64 + 1) << 32 };
    let Here { word, form, .. } = here;
    let (hash, set, form) = (word.hash, u64::from(word.set), u64::from(*form));
    let [_, two_last, three_last, four_last] = word.endings.map(u64::from);
    if place == THIS {
        let [_, _, three_first] = word.beginnings.map(u64::from);
        sink.push(two(set, form));
        sink.push(u64::from(word.class.fine));
        sink.push(two(u64::from(word.class.coarse), set));
        sink.push(two(two_last, form));
        sink.push(three_last);
        sink.push(four_last);
        sink.push(three_first);
        sink.push(two(hash, form));
    }
    sink.push(hash);
    if place.abs_diff(THIS) == 1 {
        sink.push(u64::from(word.class.fine));
        sink.push(two(three_last, form));
    }
}

/// The features of a word together with its neighbours: they come first, and are usually enough.
#[inline]
pub fn beside(window: Window, before: Before, sink: &mut impl Sink) {
    let mut sink = Templates { sink, template: 0 };
    let [_, p1, here, n1, _] = window;
    let (last, word, form) = (u64::from(before.last.number()), here.word.hash, u64::from(here.form));
    let (set, next_set) = (u64::from(here.word.set), u64::from(n1.word.set));
    sink.push(two(last, word));
    sink.push(two(p1.word.hash, word));
    sink.push(two(word, n1.word.hash));
    sink.push(three(last, set, next_set));
    sink.push(two(set, n1.word.hash));
    sink.push(three(last, u64::from(before.second.number()), set));
    sink.push(two(u64::from(before.verb.number()) * 2 + u64::from(before.noun), set));
    sink.push(three(last, u64::from(here.word.endings[1]), form));
    sink.push(three(form, u64::from(p1.form), u64::from(n1.form) | u64::from(here.glued) << 8 | u64::from(n1.glued) << 9));
}

/// Further features, used if doubt remains.
#[inline]
pub fn besides(window: Window, before: Before, sink: &mut impl Sink) {
    let [second_before, p1, here, n1, second_after] = window;
    alone(0, second_before, sink);
    alone(THIS * 2, second_after, sink);
    let mut sink = Templates { sink, template: 1 << 24 };
    let (last, second) = (u64::from(before.last.number()), u64::from(before.second.number()));
    let (word, set, next_set) = (here.word.hash, u64::from(here.word.set), u64::from(n1.word.set));
    sink.push(three(set, next_set, u64::from(second_after.word.set)));
    sink.push(two(word, next_set));
    sink.push(two(last, second));
    sink.push(three(last, second, word));
    sink.push(two(last, n1.word.hash));
    sink.push(two(second, p1.word.hash));
    sink.push(two(last, u64::from(here.word.class.fine)));
}
