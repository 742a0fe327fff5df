//! Features: names made of what is seen, told one after the other.

use crate::quotes::marks::{self, Quoted};
use crate::quotes::words::{Class, Words};
use crate::syntax::Tag;
use std::fmt::Write as _;
use std::ops::Range;

/// Takes features as names, "group=value". A list finds names soonest by their first and last letters, so these should differ.
pub(in crate::quotes) struct Features<'f> {
    name: String,
    sink: &'f mut dyn FnMut(&str),
}

impl<'f> Features<'f> {
    pub fn new(sink: &'f mut dyn FnMut(&str)) -> Self {
        Features { name: String::with_capacity(64), sink }
    }

    /// One feature of a group.
    pub fn tell(&mut self, group: &str, values: &[&str]) {
        self.name.clear();
        self.name.push_str(group);
        for value in values {
            self.name.push('=');
            self.name.push_str(value);
        }
        (self.sink)(&self.name);
    }

    /// The same, for a number besides.
    pub fn number(&mut self, group: &str, value: &str, number: impl Into<u32>) {
        self.name.clear();
        // Writing to a string cannot fail.
        let _ = write!(self.name, "{}={value}={group}", number.into());
        (self.sink)(&self.name);
    }

    /// A feature that is there or not.
    pub fn flag(&mut self, name: &str, is: bool) {
        if is {
            (self.sink)(name);
        }
    }
}

/// One of some names by a number, the last for all greater ones.
pub(super) fn bucket(number: usize, bounds: &[usize]) -> &'static str {
    const NAMES: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let at = bounds.partition_point(|&bound| bound <= number);
    NAMES.get(at).copied().unwrap_or("9")
}

/// What a token is to its neighbours: a small word itself, a mark, or a part of speech; nothing outside a range.
pub(super) fn token<'w>(words: &'w Words, within: &Range<usize>, at: Option<usize>) -> &'w str {
    let Some(at) = at.filter(|at| within.contains(at)) else { return "none" };
    match words.class(at) {
        Class::Comma => "comma",
        Class::Mark => "mark",
        Class::Bracket => "bracket",
        Class::Hyphen => "hyphen",
        Class::Clitic => "clitic",
        Class::Stop if words.is_terminal(at) => "stop",
        Class::Stop if words.is_dash(at) => "dash",
        Class::Stop => "colon",
        Class::Time => "time",
        Class::Name => "name",
        Class::Preposition | Class::Conjunction | Class::Subordinator | Class::Relative => &words.document.lower[at],
        _ => tag(words.tag(at)),
    }
}

pub(super) fn tag(tag: Tag) -> &'static str {
    match tag {
        Tag::Other => "other",
        Tag::Noun => "noun",
        Tag::NounPlural => "nouns",
        Tag::Name => "name",
        Tag::Pronoun => "pronoun",
        Tag::Possessive => "possessive",
        Tag::Determiner => "determiner",
        Tag::Adjective => "adjective",
        Tag::Adverb => "adverb",
        Tag::Negation => "negation",
        Tag::Particle => "particle",
        Tag::Preposition => "preposition",
        Tag::Subordinator => "subordinator",
        Tag::Conjunction => "conjunction",
        Tag::Number => "number",
        Tag::Modal => "modal",
        Tag::Base => "base",
        Tag::Present => "present",
        Tag::Third => "third",
        Tag::Past => "past",
        Tag::PastParticiple => "participle",
        Tag::Gerund => "gerund",
        Tag::To => "to",
        Tag::Relative => "relative",
        Tag::RelativeAdverb => "where",
        Tag::Existential => "there",
        Tag::Clitic => "clitic",
        Tag::Interjection => "yes",
        Tag::Symbol => "symbol",
        Tag::Punctuation => "punctuation",
    }
}

/// Whether a token stands in marks.
pub(super) fn is_marked(quoted: &[Quoted], at: usize) -> bool {
    marks::holding(quoted, at).is_some()
}
