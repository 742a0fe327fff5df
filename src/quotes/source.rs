//! Attributions that name a source without a verb of their own: according to Ruiz, in her view, as Ruiz put it.

use super::QuoteRule;
use super::attribution::{Attribution, Edge, Place};
use super::cues::Frame;
use super::noun_phrase;
use super::phrases::Kind;
use super::reading::Reading;
use super::verb_phrase::VerbPhrase;
use super::words::Class;
use crate::syntax::Tag;
use std::ops::Range;

/// Whether a source is named at a token.
impl Reading<'_, '_> {
    /// "according to Ruiz", after what it reports.
    pub fn according_to(&self, at: usize) -> Option<Attribution> {
        let words = self.words;
        if !(words.is(at, "according") && words.is(at + 1, "to")) {
            return None;
        }
        let speaker = source(self, at + 2)?;
        let opens = at == self.unit.tokens.start || words.class(at - 1) == Class::Comma || self.stretch(at - 1).is_some();
        // "The work went according to plan", "sorted according to size": a measure, and nobody.
        if speaker.len() == 1 && words.tag(speaker.start) == Tag::Noun && !opens {
            return None;
        }
        let edge = self.left_edge(at).unwrap_or(Edge { stop: at, marks: None });
        let end = speaker.end;
        let place = self.place(edge, end);
        Some(Attribution {
            stop: edge.stop,
            end,
            speaker,
            cue: at..at + 2,
            place,
            rule: QuoteRule::AccordingTo,
            percent: 88,
        })
    }

    /// In Ruiz's view, the bridge is safe. / The bridge is safe, in her words.
    pub fn in_view(&self, at: usize) -> Option<Attribution> {
        let (speaker, end) = view(self, at)?;
        let opens = at == self.unit.tokens.start && self.words.class(end) == Class::Comma;
        let edge = if opens { Edge { stop: at, marks: None } } else { self.left_edge(at)? };
        if !opens && !self.ends_after(end, false) {
            return None;
        }
        let (place, cue) = (self.place(edge, end), at..at + 1);
        Some(Attribution { stop: edge.stop, end, speaker, cue, place, rule: QuoteRule::AccordingTo, percent: 70 })
    }

    /// “...,” as Ruiz put it.
    pub fn put_it(&self, at: usize) -> Option<Attribution> {
        let words = self.words;
        if !(words.is_any(at, &["put", "puts"]) && words.is(at + 1, "it")) {
            return None;
        }
        let floor = self.quoted_end_before(at).unwrap_or(self.unit.tokens.start);
        let speaker = noun_phrase::before(words, floor, at)?;
        let as_before = speaker.start.checked_sub(1).filter(|&before| before >= floor && words.is(before, "as"))?;
        let (edge, end) = (self.left_edge(as_before)?, at + 2);
        let (place, cue) = (self.place(edge, end), at..end);
        Some(Attribution { stop: edge.stop, end, speaker, cue, place, rule: QuoteRule::SpeechSubjectCue, percent: 70 })
    }

    /// As Ruiz put it, ...
    pub fn as_put(&self, phrases: &[VerbPhrase]) -> Option<Attribution> {
        let (words, unit) = (self.words, self.unit.tokens.clone());
        let start = (unit.start..unit.end.min(unit.start + 2)).find(|&at| words.is(at, "as"))?;
        let comma = (start..unit.end.min(start + 40))
            .rev()
            .find(|&at| words.class(at) == Class::Comma && self.stretch(at).is_none())?;
        let put =
            (start..comma).find(|&at| words.is_any(at, &["put", "puts"]) && words.is(at + 1, "it")).map(|at| (at, at + 2));
        let told = phrases.iter().find(|p| p.at < comma && p.verb.takes(Frame::That) && !p.passive && !p.negated);
        let (verb, end) = put.or_else(|| told.map(|p| (p.start, p.at + 1)))?;
        let comma = (end..=comma).find(|&at| words.class(at) == Class::Comma)?;
        let speaker = noun_phrase::before(words, start + 1, verb).filter(|speaker| speaker.start == start + 1)?;
        Some(Attribution {
            stop: unit.start,
            end: comma,
            speaker,
            cue: verb..end,
            place: Place::Leading,
            rule: QuoteRule::SubjectCueSpeech,
            percent: 70,
        })
    }
}

/// In Ruiz's view, ... / in her words, ...: whose view it is, and the token after it, from "in" at a token on.
fn view(reading: &Reading, at: usize) -> Option<(Range<usize>, usize)> {
    let words = reading.words;
    if !words.is(at, "in") {
        return None;
    }
    let noun = |at: usize| words.is_any(at, &["view", "words", "opinion", "telling", "account"]);
    if words.is_any(at + 1, &["his", "her", "their"]) && noun(at + 2) {
        return Some((at + 1..at + 2, at + 3));
    }
    // "In the words of Ada Finch"
    if words.is(at + 1, "the") && noun(at + 2) && words.is(at + 3, "of") {
        let holder = noun_phrase::after(words, at + 4, reading.unit.tokens.end)?;
        let end = holder.end;
        return Some((holder, end));
    }
    let clitic = (at + 2..reading.unit.tokens.end.min(at + 10)).find(|&at| words.class(at) == Class::Clitic)?;
    let holder = at + 1..clitic;
    let phrase = words.phrases.from(holder.start, Kind::Noun).filter(|phrase| phrase.end >= clitic);
    (noun(clitic + 1) && phrase.is_some()).then_some((holder, clitic + 2))
}

/// The source after "according to", with what commas tell more of it at the end of a sentence.
fn source(reading: &Reading, start: usize) -> Option<Range<usize>> {
    let (words, limit) = (reading.words, reading.unit.tokens.end);
    // "early returns": an adjective that is an adverb elsewhere.
    let noun = if words.class(start) == Class::Adverb { start + 1 } else { start };
    let first = noun_phrase::after(words, noun, limit)?;
    let end = noun_phrase::past_postmodifiers(words, first.end, limit);
    Some(start..noun_phrase::past_appositions(words, end, limit))
}
