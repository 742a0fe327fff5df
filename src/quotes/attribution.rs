//! Attributions that follow what they report, or stand in its midst: “...,” Ruiz said; the bridge, said Ruiz, will open;
//! according to Ruiz.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::clause::{Clauses, VerbPhrase};
use super::cues::{Form, Frame};
use super::noun_phrase;
use super::words::Class;
use super::{Draft, QuoteRule};
use crate::lists;
use std::ops::Range;

/// How far into a statement its verb is looked for, in tokens.
const STATEMENT: usize = 24;

/// An attribution, not yet joined with what it reports.
pub(super) struct Following {
    /// The first token that is no longer reported: the comma before the attribution, or its first word.
    pub stop: usize,
    /// Just past its last word.
    end: usize,
    speaker: Range<usize>,
    cue: Range<usize>,
    /// The quoted stretch right before it, as an index into the unit's.
    pub quoted: Option<usize>,
    rule: QuoteRule,
    percent: u8,
}

impl Following {
    /// What it reports: these parts.
    fn draft(&self, parts: Vec<Range<usize>>) -> Draft {
        let (speaker, cue) = (Some(self.speaker.clone()), Some(self.cue.clone()));
        Draft { parts, speaker, cue, rule: self.rule, percent: self.percent }
    }
}

/// The attributions of a unit, in text order.
#[inline(never)]
pub(super) fn following(clauses: &Clauses, phrases: &[VerbPhrase]) -> Vec<Following> {
    let mut found: Vec<Following> = phrases
        .iter()
        .filter(|phrase| !phrase.passive && !phrase.infinitive && !phrase.negated && phrase.verb.form != Form::Ing)
        .filter_map(|phrase| clauses.speaker_first(phrase).or_else(|| clauses.verb_first(phrase)))
        .collect();
    found.extend(clauses.as_put(phrases));
    let mut at = clauses.unit.tokens.start;
    while at < clauses.unit.tokens.end {
        if let Some(stretch) = clauses.stretch(at) {
            at = clauses.quoted[stretch].tokens.end;
            continue;
        }
        found.extend(clauses.according_to(at).or_else(|| clauses.in_view(at)).or_else(|| clauses.put_it(at)));
        at += 1;
    }
    found.sort_by_key(|f| f.stop);
    found.dedup_by_key(|f| f.stop);
    found
}

impl Clauses<'_, '_> {
    /// Where what stands before an attribution ends: after quoted words, or at a comma or dash.
    fn left_edge(&self, attribution: usize) -> Option<(usize, Option<usize>)> {
        if attribution <= self.unit.tokens.start {
            return None;
        }
        let before = attribution - 1;
        if let Some(stretch) = self.stretch_before(attribution) {
            return Some((self.quoted[stretch].tokens.end, Some(stretch)));
        }
        (self.words.class(before) == Class::Comma || self.is_dash(before)).then_some((before, None))
    }

    /// “...,” said Ruiz.
    fn verb_first(&self, phrase: &VerbPhrase) -> Option<Following> {
        if phrase.start != phrase.at || phrase.verb.form == Form::Base {
            return None;
        }
        let (stop, quoted) = self.left_edge(phrase.at)?;
        // Ruiz, the mayor, said ...: the verb already has its subject.
        if quoted.is_none() && noun_phrase::before(self.words, self.unit.tokens.start, phrase.start).is_some() {
            return None;
        }
        let speaker = noun_phrase::after(self.words, phrase.at + 1, self.unit.tokens.end)?;
        let fits = match quoted {
            Some(stretch) => {
                phrase.verb.takes(Frame::Quoted)
                    && (self.closes_with_punctuation(stretch) || self.ends_after(speaker.end, true))
            }
            None => phrase.verb.takes(Frame::Bare) && self.ends_after(speaker.end, false) && self.clause_before(stop),
        };
        // “...” criticised the plan: what follows is an object, not a speaker, unless the verb can invert.
        let inverts = phrase.verb.percent() >= 40
            && !(quoted.is_none() && phrase.verb.takes(Frame::Object) && phrase.verb.percent() < 60);
        let end = speaker.end;
        (fits && inverts).then(|| Following {
            stop,
            end,
            speaker,
            cue: phrase.at..phrase.at + 1,
            quoted,
            rule: QuoteRule::SpeechCueSubject,
            percent: phrase.verb.percent(),
        })
    }

    /// “...,” Ruiz said.
    fn speaker_first(&self, phrase: &VerbPhrase) -> Option<Following> {
        let floor = self.quoted_end_before(phrase.start).unwrap_or(self.unit.tokens.start);
        let speaker = noun_phrase::before(self.words, floor, phrase.start)?;
        if matches!(self.words.class(speaker.start), Class::Relative) {
            return None;
        }
        // “...,” as Ruiz put it.
        let as_before = speaker.start > floor && self.words.is(speaker.start - 1, "as");
        let (stop, quoted) = self.left_edge(if as_before { speaker.start - 1 } else { speaker.start })?;
        // “Why?” She replied that ...: the verb leads a report of its own.
        if phrase.verb.takes(Frame::That) && self.find_that(phrase.at + 1).is_some() {
            return None;
        }
        let fits = match quoted {
            Some(stretch) => {
                let ended = self.closes_with_punctuation(stretch) || self.words.class(speaker.start - 1) == Class::Comma;
                (ended || self.quoted[stretch].tokens.start == self.unit.tokens.start)
                    && self.ends_after(phrase.at + 1, true)
            }
            None => {
                let bare =
                    phrase.verb.takes(Frame::Bare) || phrase.verb.takes(Frame::That) && phrase.verb.takes(Frame::Quoted);
                let told = phrase.verb.takes(Frame::Addressee) || self.is_headline();
                let addressee = noun_phrase::after(self.words, phrase.at + 1, self.unit.tokens.end).filter(|_| told);
                let end = addressee.map_or(phrase.at + 1, |addressee| addressee.end);
                bare && self.ends_after(end, false) && (self.clause_before(stop) || self.resumes_after(end))
            }
        };
        fits.then(|| Following {
            stop,
            end: phrase.at + 1,
            speaker,
            cue: phrase.start..phrase.at + 1,
            quoted,
            rule: QuoteRule::SpeechSubjectCue,
            percent: phrase.verb.percent(),
        })
    }

    /// “...,” as Ruiz put it.
    fn put_it(&self, at: usize) -> Option<Following> {
        let words = self.words;
        if !(words.is_any(at, &["put", "puts"]) && words.is(at + 1, "it")) {
            return None;
        }
        let floor = self.quoted_end_before(at).unwrap_or(self.unit.tokens.start);
        let speaker = noun_phrase::before(words, floor, at)?;
        let as_before = speaker.start.checked_sub(1).filter(|&before| before >= floor && words.is(before, "as"))?;
        let (stop, quoted) = self.left_edge(as_before)?;
        let cue = at..at + 2;
        Some(Following { stop, end: at + 2, speaker, cue, quoted, rule: QuoteRule::SpeechSubjectCue, percent: 70 })
    }

    /// As Ruiz put it, ...
    fn as_put(&self, phrases: &[VerbPhrase]) -> Option<Following> {
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
        Some(Following {
            stop: unit.start,
            end: comma,
            speaker,
            cue: verb..end,
            quoted: None,
            rule: QuoteRule::SubjectCueSpeech,
            percent: 70,
        })
    }

    /// "according to Ruiz", after what it reports.
    fn according_to(&self, at: usize) -> Option<Following> {
        let words = self.words;
        if !(words.is(at, "according") && words.is(at + 1, "to")) {
            return None;
        }
        let speaker = source(self, at + 2)?;
        // "The work went according to plan."
        if speaker.len() == 1 && words.is_any(speaker.start, &["plan", "plans", "schedule", "custom", "tradition", "script"])
        {
            return None;
        }
        let (stop, quoted) =
            if at == self.unit.tokens.start { (at, None) } else { self.left_edge(at).unwrap_or((at, None)) };
        let end = speaker.end;
        Some(Following { stop, end, speaker, cue: at..at + 2, quoted, rule: QuoteRule::AccordingTo, percent: 88 })
    }

    /// In Ruiz's view, the bridge is safe. / The bridge is safe, in her words.
    fn in_view(&self, at: usize) -> Option<Following> {
        let (speaker, end) = view(self, at)?;
        let opens = at == self.unit.tokens.start && self.words.class(end) == Class::Comma;
        let (stop, quoted) = if opens { (at, None) } else { self.left_edge(at)? };
        if !opens && !self.ends_after(end, false) {
            return None;
        }
        let cue = at..at + 1;
        Some(Following { stop, end, speaker, cue, quoted, rule: QuoteRule::AccordingTo, percent: 70 })
    }

    fn closes_with_punctuation(&self, stretch: usize) -> bool {
        let quoted = &self.quoted[stretch];
        let last = quoted.inside().last();
        last.is_some_and(|last| self.words.is_any(last, &[",", ".", "!", "?", "…", "...", "—", "–", "--", "-"]))
            // A nested quotation closes first: “He said ‘Go.’”
            || last.is_some_and(|last| self.words.class(last) == Class::Mark)
            || matches!(self.words.class(quoted.tokens.end), Class::Comma)
    }

    /// Whether nothing that could be reported follows a verb: the clause ends, or goes on with when, where and to whom.
    fn ends_after(&self, at: usize, quoted: bool) -> bool {
        if at >= self.unit.tokens.end || self.stretch(at).is_some() {
            return true;
        }
        match self.words.class(at) {
            Class::Stop | Class::Comma | Class::Time | Class::Bracket => true,
            Class::Preposition => quoted || !self.words.is_any(at, &["of", "to", "for"]),
            Class::Adverb => self.ends_after(at + 1, quoted),
            Class::Conjunction => quoted,
            Class::Subordinator => quoted && !self.words.is(at, "that"),
            Class::Other | Class::Name | Class::Pronoun | Class::Determiner | Class::Number => quoted,
            _ => false,
        }
    }

    /// "In contrast, Ruiz said, the bridge will open": the report comes after an attribution amid it.
    fn resumes_after(&self, at: usize) -> bool {
        let next = at + 1;
        let goes_on = self.begins_clause(next) || self.words.class(next) == Class::Auxiliary;
        self.words.class(at) == Class::Comma && goes_on && self.stretch(next).is_none() && self.is_continuation(next)
    }

    /// Whether a clause long enough to be a statement ends at `stop`, and is no mere introduction ("In a letter,").
    fn clause_before(&self, stop: usize) -> bool {
        let start = self.unit.tokens.start;
        self.words.count(start..stop.min(start + 12)) >= 3 && !self.is_introduction(stop)
    }

    /// Whether the unit begins with when, where or why: what comes before an attribution is then no statement. "At least 17
    /// people were hurt" is one: a verb stands in it.
    fn is_introduction(&self, stop: usize) -> bool {
        let start = self.unit.tokens.start;
        let states = |at: usize| {
            let word = self.words.document.word(at);
            self.words.class(at) == Class::Auxiliary || lists::DESCRIPTION_ENDS.contains(word) || word.ends_with("ed")
        };
        self.words.class(start) == Class::Subordinator
            || self.words.class(start) == Class::Preposition && !(start..stop.min(start + STATEMENT)).any(states)
            || self.words.verb(start).is_some_and(|v| v.form == Form::Ing || v.form == Form::Past)
    }

    /// Makes a draft of quoted words and the attribution after them, with what is quoted further on in the unit.
    pub fn take_quoted(&mut self, found: &Following, next_stop: Option<usize>) {
        let Some(stretch) = found.quoted else { return };
        let tokens = self.quoted[stretch].tokens.clone();
        if self.claimed(tokens.start) {
            return;
        }
        let first = self.clause_start(tokens.start)..tokens.end;
        let mut parts = vec![first];
        let limit = next_stop.unwrap_or(self.unit.tokens.end);
        let mut end = found.end;
        for later in self.quoted[stretch + 1..].iter().filter(|q| q.tokens.end <= limit) {
            if !self.continues_speech(end, later.tokens.start) {
                break;
            }
            parts.push(later.tokens.clone());
            end = later.tokens.end;
        }
        self.push(found.draft(parts));
    }

    /// Where the clause with these quoted words begins: Biden “reaffirmed ...,” Psaki said.
    fn clause_start(&self, quoted: usize) -> usize {
        let words = self.words;
        let mut start = quoted;
        while start > self.unit.tokens.start && !self.claimed(start - 1) && quoted - start < 60 {
            let before = start - 1;
            if words.is_any(before, &[";", ":"]) && self.stretch(before).is_none() {
                break;
            }
            start = before;
        }
        while start < quoted && matches!(words.class(start), Class::Conjunction | Class::Comma | Class::Stop) {
            start += 1;
        }
        start
    }

    /// Whether quoted words further on in the unit go on with what was said: “A,” she said, “and B.”
    fn continues_speech(&self, from: usize, to: usize) -> bool {
        let words = self.words;
        let Some(before) = to.checked_sub(1).filter(|&b| b >= from) else { return true };
        let joined = matches!(words.class(before), Class::Comma | Class::Stop | Class::Conjunction);
        let own_verb = (from..to)
            .take(40)
            .any(|at| words.verb(at).is_some_and(|verb| verb.percent() >= 50 && self.may_be_verb(at, verb)));
        joined && !own_verb
    }

    /// Past an apposition and its comma: "according to the treasurer, Ivo Lund, it costs more". What stands in a list is none.
    fn apposition_end(&self, at: usize) -> Option<usize> {
        let (words, end) = (self.words, self.unit.tokens.end);
        let comma = if words.class(at) == Class::Relative {
            (at..end.min(at + 24)).find(|&at| words.class(at) == Class::Comma)?
        } else {
            noun_phrase::after(words, at, end)?.end
        };
        let next = comma + 1;
        let is_listed = words.class(next) == Class::Conjunction
            || noun_phrase::after(words, next, end).is_some_and(|phrase| {
                words.class(phrase.end) == Class::Comma || phrase.into_iter().any(|at| words.class(at) == Class::Conjunction)
            });
        (words.class(comma) == Class::Comma && next < end && !is_listed).then_some(next)
    }

    /// Makes a draft of a clause without marks and the attribution after or amid it.
    #[inline(never)]
    pub fn take_clause(&mut self, found: &Following) {
        let unit = self.unit.tokens.clone();
        // "According to Ruiz, the bridge will open."
        if found.stop == unit.start {
            let start = if self.words.class(found.end) == Class::Comma {
                self.apposition_end(found.end + 1).unwrap_or(found.end + 1)
            } else if self.words.is(found.end, ":") {
                found.end + 1
            } else {
                match (found.end..unit.end.min(found.end + 24)).find(|&at| self.words.class(at) == Class::Comma) {
                    Some(comma) => comma + 1,
                    None => return,
                }
            };
            let end = self.clause_end(start);
            let clause = start..end;
            return self.push_clause(found, vec![clause]);
        }
        // It had frozen, and, as Ruiz put it, “the valley fell silent”.
        let next = found.end + 1;
        if self.words.class(found.end) == Class::Comma
            && let Some(stretch) = self.stretch_from(next)
        {
            let words = self.quoted[stretch].tokens.clone();
            return self.push_clause(found, vec![words]);
        }
        // Somebody else's words stand in the clause: they are the report, and this only says where it was read.
        if self.first_end.is_some_and(|end| end <= found.stop) {
            return;
        }
        let begin = self.clause_start(found.stop);
        let clause = begin..found.stop;
        let mut parts = if self.is_introduction(found.stop) { Vec::new() } else { vec![clause] };
        // The bridge, Ruiz said, will open.
        let resumed = self.words.class(found.end) == Class::Comma && self.words.class(found.stop) == Class::Comma;
        if resumed && next < unit.end && self.is_continuation(next) {
            let rest = next..self.clause_end(next);
            // "said the mayor, Ana Ruiz", "said Ana Ruiz, the mayor": an apposition.
            let class = |at: usize| self.words.class(at);
            let inverted = found.rule == QuoteRule::SpeechCueSubject
                && matches!(class(next), Class::Name | Class::Determiner | Class::Number)
                && !rest.clone().any(|at| matches!(class(at), Class::Auxiliary | Class::Negation));
            let named = rest.clone().all(|at| matches!(class(at), Class::Name | Class::Stop | Class::Number));
            if !inverted && !named {
                parts.push(rest);
            }
        }
        self.push_clause(found, parts);
    }

    /// After an attribution amid a clause: whether the clause goes on, instead of a new one that tells more of the speaker.
    fn is_continuation(&self, at: usize) -> bool {
        let words = self.words;
        match words.class(at) {
            Class::Relative | Class::Stop | Class::Comma | Class::Time | Class::Bracket => false,
            Class::Preposition => !self.is_occasion(at) && !words.is_any(at, &["according", "following", "including"]),
            Class::Subordinator => !words.is_any(at, &["while", "although", "though", "whereas", "when", "as"]),
            _ => words.verb(at).is_none_or(|verb| verb.form != Form::Ing),
        }
    }

    fn push_clause(&mut self, found: &Following, parts: Vec<Range<usize>>) {
        let fresh = !parts.is_empty() && parts.iter().all(|part| !part.is_empty() && !self.claimed(part.start));
        if fresh && parts.iter().map(|part| self.words.count(part.clone())).sum::<usize>() >= 3 {
            self.push(found.draft(parts));
        }
    }
}

/// In Ruiz's view, ... / in her words, ...: whose view it is, and the token after it, from "in" at a token on.
fn view(clauses: &Clauses, at: usize) -> Option<(Range<usize>, usize)> {
    let words = clauses.words;
    if !words.is(at, "in") {
        return None;
    }
    let noun = |at: usize| words.is_any(at, &["view", "words", "opinion", "telling", "account"]);
    if words.is_any(at + 1, &["his", "her", "their"]) && noun(at + 2) {
        return Some((at + 1..at + 2, at + 3));
    }
    let clitic = (at + 2..clauses.unit.tokens.end.min(at + 10)).find(|&at| words.class(at) == Class::Clitic)?;
    let holder = noun_phrase::after(words, at + 1, clitic).filter(|holder| holder.end == clitic)?;
    noun(clitic + 1).then_some((holder, clitic + 2))
}

/// The source after "according to": a longer phrase than a speaker after "said" may be.
fn source(clauses: &Clauses, start: usize) -> Option<Range<usize>> {
    let words = clauses.words;
    let first = noun_phrase::after(words, start, clauses.unit.tokens.end)?;
    let mut end = first.end;
    while end < clauses.unit.tokens.end && end - start < 24 && clauses.stretch(end).is_none() {
        let inside = matches!(
            words.class(end),
            Class::Preposition
                | Class::Other
                | Class::Name
                | Class::Determiner
                | Class::Number
                | Class::Clitic
                | Class::Hyphen
        ) || matches!(words.class(end), Class::Time | Class::Adverb | Class::Relative | Class::Auxiliary);
        if !inside {
            break;
        }
        end += 1;
    }
    while end > first.end
        && matches!(words.class(end - 1), Class::Time | Class::Preposition | Class::Determiner | Class::Number)
    {
        end -= 1;
    }
    Some(start..end)
}
