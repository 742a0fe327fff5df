//! Attributions that name a source without a verb of their own: according to Ruiz, in her view, as Ruiz put it.

use super::QuoteRule;
use super::attribution::{Attribution, Edge, Place};
use super::constructions::Construction;
use super::cues::Frame;
use super::noun_phrase;
use super::phrases::Kind;
use super::reading::Reading;
use super::verb_phrase::VerbPhrase;
use super::words::Class;
use crate::lists;
use crate::syntax::Tag;
use std::ops::Range;

/// A way to name a source without a reporting verb.
struct Source {
    construction: Construction,
    rule: QuoteRule,
    /// How often it reports speech, in percent.
    percent: u8,
    /// The words that may begin it.
    triggers: &'static [&'static str],
    find: fn(&Reading, usize) -> Option<Named>,
}

/// Asked at each token in order: the first that fits is taken.
static SOURCES: [Source; 3] = [
    Source {
        construction: Construction::AccordingTo,
        rule: QuoteRule::AccordingTo,
        percent: 88,
        triggers: &["according"],
        find: |reading, at| reading.according_to(at),
    },
    Source {
        construction: Construction::InView,
        rule: QuoteRule::AccordingTo,
        percent: 70,
        triggers: &["in"],
        find: |reading, at| reading.in_view(at),
    },
    Source {
        construction: Construction::AsPut,
        rule: QuoteRule::SpeechSubjectCue,
        percent: 70,
        triggers: &["put", "puts"],
        find: |reading, at| reading.put_it(at),
    },
];

/// What tells of things though it is nobody: "killed according to records".
const TELLING: [&str; 10] =
    ["data", "document", "figure", "poll", "police", "record", "report", "source", "statement", "survey"];

/// A source where one is named.
struct Named {
    edge: Edge,
    end: usize,
    speaker: Range<usize>,
    cue: Range<usize>,
}

/// Whether a source is named at a token.
impl Reading<'_, '_> {
    /// The attribution without a reporting verb that a token begins.
    pub fn source(&self, at: usize) -> Option<Attribution> {
        let named = |source: &'static Source| {
            let found = if self.words.is_any(at, source.triggers) { (source.find)(self, at) } else { None };
            found.map(|named| (source, named))
        };
        let (&Source { construction, rule, percent, .. }, Named { edge, end, speaker, cue }) =
            SOURCES.iter().find_map(named)?;
        let place = self.place(edge, end);
        Some(Attribution { stop: edge.stop, end, speaker, cue, place, construction, rule, percent })
    }

    /// "according to Ruiz", after what it reports.
    fn according_to(&self, at: usize) -> Option<Named> {
        let words = self.words;
        if !words.is(at + 1, "to") {
            return None;
        }
        let speaker = source(self, at + 2)?;
        let opens = at == self.unit.tokens.start || words.class(at - 1) == Class::Comma || self.stretch(at - 1).is_some();
        // "The work went according to plan", "sorted according to size": a measure, and nobody. "Rooms are priced according to the view": how it is done, unless it is somebody or something that tells.
        let bare = speaker.len() == 1 && words.tag(speaker.start) == Tag::Noun;
        let done = !opens && (bare || at > self.unit.tokens.start && words.tag(at - 1) == Tag::PastParticiple);
        let head = words.phrases.from(speaker.start, Kind::Noun).map_or(speaker.start, |noun| noun.end - 1);
        let lower = &words.document.lower[head];
        let one = [lower, lower.strip_suffix('s').unwrap_or(lower), lower.strip_suffix("es").unwrap_or(lower)];
        let tells = || {
            speaker.clone().any(|at| words.is_capital(at))
                || one.iter().any(|noun| {
                    lists::ROLES.contains(noun) || lists::ORGANIZATION_KINDS.contains(noun) || TELLING.contains(noun)
                })
        };
        if done && !tells() {
            return None;
        }
        let edge = self.left_edge(at).unwrap_or(Edge { stop: at, marks: None });
        Some(Named { edge, end: speaker.end, speaker, cue: at..at + 2 })
    }

    /// In Ruiz's view, the bridge is safe. / The bridge is safe, in her words.
    fn in_view(&self, at: usize) -> Option<Named> {
        let (speaker, end) = view(self, at)?;
        let opens = at == self.unit.tokens.start && self.words.class(end) == Class::Comma;
        let edge = if opens { Edge { stop: at, marks: None } } else { self.left_edge(at)? };
        if !opens && !self.ends_after(end, false) {
            return None;
        }
        Some(Named { edge, end, speaker, cue: at..at + 1 })
    }

    /// “...,” as Ruiz put it.
    fn put_it(&self, at: usize) -> Option<Named> {
        let words = self.words;
        if !words.puts_it(at) {
            return None;
        }
        let floor = self.quoted_end_before(at).unwrap_or(self.unit.tokens.start);
        let speaker = noun_phrase::before(words, floor, at)?;
        let as_before = speaker.start.checked_sub(1).filter(|&before| before >= floor && words.is(before, "as"))?;
        Some(Named { edge: self.left_edge(as_before)?, end: at + 2, speaker, cue: at..at + 2 })
    }

    /// As Ruiz put it, ...
    pub fn as_put(&self, phrases: &[VerbPhrase]) -> Option<Attribution> {
        let (words, unit) = (self.words, self.unit.tokens.clone());
        let start = (unit.start..unit.end.min(unit.start + 2)).find(|&at| words.is(at, "as"))?;
        let comma = (start..unit.end.min(start + 40))
            .rev()
            .find(|&at| words.class(at) == Class::Comma && self.stretch(at).is_none())?;
        let put = (start..comma).find(|&at| words.puts_it(at)).map(|at| (at, at + 2));
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
            construction: Construction::AsSaidBefore,
            rule: QuoteRule::SubjectCueSpeech,
            percent: 70,
        })
    }
}

/// In Ruiz's view, ... / in her words, ...: whose view it is, and the token after it, from "in" at a token on.
fn view(reading: &Reading, at: usize) -> Option<(Range<usize>, usize)> {
    let words = reading.words;
    let noun = |at: usize| words.is_any(at, &["view", "words", "opinion", "telling", "account"]);
    if words.is_possessive(at + 1) && noun(at + 2) {
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
