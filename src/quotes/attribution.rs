//! Attributions that follow what they report, or stand in its midst: “...,” Ruiz said; the bridge, said Ruiz, will open.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::clause::Clauses;
use super::cues::{Form, Frame};
use super::noun_phrase;
use super::verb_phrase::{SURE, VerbPhrase};
use super::words::Class;
use super::{Draft, QuoteRule};
use crate::syntax::Tag;
use std::ops::Range;

/// How far into a statement its verb is looked for, in tokens.
const STATEMENT: usize = 40;
/// Verbs that report speech so often, in percent, may follow what they lead with "that".
const AFTER: u8 = 50;
/// A unit with more reports than these is no sentence that somebody tells as a whole: a bound on the work.
const MOST_NESTED: usize = 16;
/// What goes on after "according to Ruiz," without an auxiliary and for fewer tokens than this is no clause.
const SHORT: usize = 8;

/// An attribution, not yet joined with what it reports.
pub(super) struct Following {
    /// The first token that is no longer reported: the comma before the attribution, or its first word.
    pub stop: usize,
    /// Just past its last word.
    pub end: usize,
    pub speaker: Range<usize>,
    pub cue: Range<usize>,
    /// The quoted stretch right before it, as an index into the unit's.
    pub quoted: Option<usize>,
    pub rule: QuoteRule,
    pub percent: u8,
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
    pub fn left_edge(&self, attribution: usize) -> Option<(usize, Option<usize>)> {
        if attribution <= self.unit.tokens.start {
            return None;
        }
        let before = attribution - 1;
        if let Some(stretch) = self.stretch_before(attribution) {
            return Some((self.quoted[stretch].tokens.end, Some(stretch)));
        }
        (self.words.class(before) == Class::Comma || self.words.is_dash(before)).then_some((before, None))
    }

    /// “...,” said Ruiz.
    fn verb_first(&self, phrase: &VerbPhrase) -> Option<Following> {
        // "say experts": the base form, of the surest verb alone.
        let base = phrase.verb.form == Form::Base && !self.words.is(phrase.at, "say");
        if phrase.start != phrase.at || base {
            return None;
        }
        let (stop, quoted) = self.left_edge(phrase.at)?;
        let mut speaker = noun_phrase::after(self.words, phrase.at + 1, self.unit.tokens.end)?;
        // "says one lawyer watching from afar"
        let past = noun_phrase::past_postmodifiers(self.words, speaker.end, self.unit.tokens.end);
        if self.words.tag(speaker.end) == Tag::Gerund && self.ends_after(past, false) {
            speaker.end = past;
        }
        // Ruiz, the mayor, said ...: the verb already has its subject.
        if quoted.is_none()
            && noun_phrase::before(self.words, self.unit.tokens.start, phrase.start).is_some()
            && !self.is_told_last(phrase, stop, &speaker)
        {
            return None;
        }
        let fits = match quoted {
            Some(stretch) => {
                phrase.verb.takes(Frame::Quoted)
                    && (self.closes_with_punctuation(stretch) || self.ends_after(speaker.end, true))
            }
            None => {
                phrase.verb.takes(Frame::Bare)
                    && self.words.class(speaker.end - 1) != Class::Determiner
                    && self.ends_after(speaker.end, false)
                    && (self.clause_before(stop)
                        || self.resumes_after(speaker.end) && self.clause_from(speaker.end + 1).is_some()
                        // "Because of this, explained Ruiz, “the bridge is safe”"
                        || self.words.class(speaker.end) == Class::Comma && self.stretch_from(speaker.end + 1).is_some())
            }
        };
        // “...” criticised the plan: what follows is an object, not a speaker, unless the verb can invert.
        let inverts = phrase.verb.percent() >= 40
            && !(quoted.is_none() && phrase.verb.takes(Frame::Object) && phrase.verb.percent() < 60);
        let end = noun_phrase::past_appositions(self.words, speaker.end, self.unit.tokens.end);
        let speaker = speaker.start..end;
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

    /// "The firm will appeal, challenging the verdict, said its lawyer.": a verb that reports no noun phrase, and after it nothing but one.
    /// So what stands before it is a statement, and not its subject.
    fn is_told_last(&self, phrase: &VerbPhrase, stop: usize, speaker: &Range<usize>) -> bool {
        let start = self.unit.tokens.start;
        let verb = self.clause_from(start).or_else(|| self.clause_from(self.opening(start)?.1));
        let stated = verb.is_some_and(|verb| verb < stop);
        stated && phrase.verb.takes(Frame::Bare) && !phrase.verb.takes(Frame::Object) && self.ends_after(speaker.end, false)
    }

    /// “...,” Ruiz said.
    fn speaker_first(&self, phrase: &VerbPhrase) -> Option<Following> {
        let floor = self.quoted_end_before(phrase.start).unwrap_or(self.unit.tokens.start);
        let mut speaker = noun_phrase::before(self.words, floor, phrase.start)?;
        if matches!(self.words.class(speaker.start), Class::Relative) {
            return None;
        }
        // "The council voted to close it, its leader, Ana Ruiz, said": nothing follows, so that what begins the sentence is said.
        if speaker.start == self.unit.tokens.start && self.ends_after(phrase.at + 1, false) {
            let stated = |&at: &usize| self.words.class(at) == Class::Comma && self.words.has_finite(speaker.start..at);
            let comma = speaker.clone().find(stated);
            speaker = comma.and_then(|comma| noun_phrase::before(self.words, comma + 1, phrase.start)).unwrap_or(speaker);
        }
        // “...,” as Ruiz put it.
        let as_before = speaker.start > floor && self.words.is(speaker.start - 1, "as");
        let (stop, quoted) = self.left_edge(if as_before { speaker.start - 1 } else { speaker.start })?;
        // “Why?” She replied that ...: the verb leads a report of its own.
        if phrase.verb.takes(Frame::That) && self.find_that(phrase.at + 1).is_some() || self.orders(phrase) {
            return None;
        }
        // "Ruiz pointed out"
        let mut end = phrase.at + 1 + usize::from(self.words.tag(phrase.at + 1) == Tag::Particle);
        let fits = match quoted {
            Some(stretch) => {
                // On Fox's “Late Night,” Ruiz said he would go: the words in marks belong to what stands before them.
                let start = self.quoted[stretch].tokens.start;
                let belongs = start > self.unit.tokens.start
                    && matches!(self.words.class(start - 1), Class::Clitic | Class::Preposition)
                    && (self.begins_clause(phrase.at + 1) || self.words.is_any(phrase.at + 1, &["to", "of", "for"]));
                if belongs {
                    return None;
                }
                let ended = self.closes_with_punctuation(stretch) || self.words.class(speaker.start - 1) == Class::Comma;
                (ended || self.quoted[stretch].tokens.start == self.unit.tokens.start) && self.ends_after(end, true)
            }
            None => {
                let bare = phrase.verb.takes(Frame::Bare)
                    || phrase.verb.takes(Frame::After)
                    || phrase.verb.takes(Frame::That)
                        && (phrase.verb.takes(Frame::Quoted) || phrase.verb.percent() >= AFTER);
                let told = phrase.verb.takes(Frame::Addressee) || self.is_headline();
                let addressee = noun_phrase::after(self.words, end, self.unit.tokens.end).filter(|_| told);
                end = addressee.map_or(end, |addressee| addressee.end);
                // "Ruiz, the mayor, said: ...": what is said is still to come.
                bare && !self.words.is(end, ":")
                    && self.ends_after(end, false)
                    && (self.clause_before(stop) || self.resumes_after(end))
            }
        };
        fits.then(|| Following {
            stop,
            end,
            speaker,
            cue: phrase.start..phrase.at + 1,
            quoted,
            rule: QuoteRule::SpeechSubjectCue,
            percent: phrase.verb.percent(),
        })
    }

    fn closes_with_punctuation(&self, stretch: usize) -> bool {
        let (words, quoted) = (self.words, &self.quoted[stretch]);
        // A nested quotation closes first: “He said ‘Go.’”
        let closes = |last: usize| {
            words.is_terminal(last) || words.is_dash(last) || matches!(words.class(last), Class::Comma | Class::Mark)
        };
        quoted.inside().last().is_some_and(closes) || words.class(quoted.tokens.end) == Class::Comma
    }

    /// Whether nothing that could be reported follows a verb: the clause ends, or goes on with when, where and to whom.
    pub fn ends_after(&self, at: usize, quoted: bool) -> bool {
        if at >= self.unit.tokens.end || self.stretch(at).is_some() {
            return true;
        }
        match self.words.class(at) {
            Class::Stop | Class::Comma | Class::Time | Class::Bracket | Class::Relative => true,
            Class::Preposition => quoted || !self.words.is_any(at, &["of", "to", "for"]),
            Class::Adverb => self.ends_after(at + 1, quoted),
            _ if self.words.past_time(at) > at => true,
            Class::Conjunction => quoted,
            // "Ruiz said while opening the bridge"
            Class::Subordinator => {
                let participle = matches!(self.words.tag(at + 1), Tag::Gerund | Tag::PastParticiple);
                (quoted || participle) && !self.words.is(at, "that")
            }
            Class::Other | Class::Name | Class::Pronoun | Class::Determiner | Class::Number => quoted,
            _ => false,
        }
    }

    /// "In contrast, Ruiz said, the bridge will open": the report comes after an attribution amid it.
    fn resumes_after(&self, at: usize) -> bool {
        let next = at + 1;
        let goes_on = self.begins_clause(next) || self.words.phrases.holding(next).is_some();
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
        // "When the lights went out, the crowd left": after the comma stands a clause of its own.
        let goes_on = || self.opening_end(start).is_some_and(|comma| comma < stop);
        match self.words.class(start) {
            // "That criticism was fair", "What he wants is clear": no clause of another.
            Class::Subordinator => !self.words.is_any(start, &["that", "what", "how", "why", "whether"]) && !goes_on(),
            Class::Preposition => !self.words.has_finite(start..stop.min(start + STATEMENT)),
            _ => self.words.verb(start).is_some_and(|v| v.form == Form::Ing || v.form == Form::Past),
        }
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
        let own_verb = (from..to).take(40).any(|at| self.cue(at).is_some_and(|verb| verb.percent() >= 50));
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
                matches!(words.class(phrase.end), Class::Comma | Class::Conjunction)
                    || phrase.into_iter().any(|at| words.class(at) == Class::Conjunction)
            });
        (words.class(comma) == Class::Comma && next < end && !is_listed).then_some(next)
    }

    /// Makes a draft of a clause without marks and the attribution after or amid it.
    #[inline(never)]
    pub fn take_clause(&mut self, found: &Following) {
        let unit = self.unit.tokens.clone();
        // "According to Ruiz, the bridge will open." "But according to Ruiz, it will not."
        if found.stop == unit.start || self.words.is(found.stop, "according") && self.opens(found.stop) {
            let start = if self.words.class(found.end) == Class::Comma {
                self.apposition_end(found.end + 1).unwrap_or(found.end + 1)
            } else if self.words.is(found.end, ":") {
                found.end + 1
            } else if self.clause_from(found.end).is_some() {
                // "According to police the driver had left."
                found.end
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
        if self.take_nested(found) {
            return;
        }
        let begin = self.clause_start(found.stop);
        let rest = self.rest(found);
        // "If the plan fails, Ruiz said, the bridge will close", but "In an interview, Ruiz said, ...".
        let said = !self.is_introduction(found.stop) || rest.is_some() && self.is_said(begin);
        // "nuns who, he noted, had walked": the clause that goes on is the relative one.
        let relative = self.words.class(found.stop.saturating_sub(1)) == Class::Relative;
        let front = (said && begin < found.stop && !relative).then_some(begin..found.stop);
        self.push_clause(found, front.into_iter().chain(rest).collect());
    }

    /// "The firm is losing money and insists it can pay, a source said": makes a draft of a clause that holds reports of its own, with their
    /// speakers. A bare noun phrase or infinitive in it is no report then: it is told once, by whoever tells all of it.
    fn take_nested(&mut self, found: &Following) -> bool {
        let words = self.words;
        if self.drafts.len() > MOST_NESTED {
            return false;
        }
        let start = (self.unit.tokens.start..found.stop)
            .find(|&at| !matches!(words.class(at), Class::Conjunction | Class::Comma | Class::Stop | Class::Mark))
            .unwrap_or(found.stop);
        let inside = |range: &Range<usize>| start <= range.start && range.end <= found.stop;
        let within = |draft: &Draft| draft.parts.iter().any(|part| part.start < found.stop);
        let nests = |draft: &&Draft| {
            draft.parts.iter().all(inside)
                && draft.speaker.as_ref().is_some_and(inside)
                && self.stretch(draft.parts[0].start).is_none()
        };
        let nested: Vec<&Draft> = self.drafts.iter().filter(|draft| within(draft)).collect();
        let ends = self.words.class(found.end) != Class::Comma;
        if nested.is_empty() || !ends || !nested.iter().all(nests) || self.clause_from(start).is_none() {
            return false;
        }
        // "Ruiz said it was late, according to the Herald": where her words were read, and no report of its own.
        if found.rule == QuoteRule::AccordingTo {
            return true;
        }
        let weak = |draft: &Draft| draft.percent < SURE && !draft.parts.iter().any(|part| words.has_finite(part.clone()));
        let (start, stop) = (start, found.stop);
        self.drafts.retain(|draft| !draft.parts.iter().any(|part| part.start < stop) || !weak(draft));
        let clause = start..stop;
        self.push(found.draft(vec![clause]));
        true
    }

    /// What goes on after an attribution amid a clause: "The bridge, Ruiz said, will open."
    fn rest(&self, found: &Following) -> Option<Range<usize>> {
        let next = found.end + 1;
        let class = |at: usize| self.words.class(at);
        let resumed = class(found.end) == Class::Comma && class(found.stop) == Class::Comma;
        if !resumed || next >= self.unit.tokens.end || !self.is_continuation(next) {
            return None;
        }
        let rest = next..self.clause_end(next);
        // "said the mayor, Ana Ruiz", "said Ana Ruiz, the mayor", "according to Ana Ruiz, a lawyer": an apposition.
        let short = found.rule == QuoteRule::AccordingTo && rest.len() < SHORT;
        let inverted = (found.rule == QuoteRule::SpeechCueSubject || short)
            && matches!(class(next), Class::Name | Class::Determiner | Class::Number | Class::Other)
            && !rest.clone().any(|at| matches!(class(at), Class::Auxiliary | Class::Negation));
        let named = rest.clone().all(|at| matches!(class(at), Class::Name | Class::Stop | Class::Number));
        (!inverted && !named).then_some(rest)
    }

    /// Whether when, where or why at the beginning of a sentence is part of what is said, and not of where it was said.
    fn is_said(&self, at: usize) -> bool {
        matches!(self.words.class(at), Class::Subordinator | Class::Preposition)
            && !self.is_occasion(at)
            && self.words.verb(at + 1).is_none()
    }

    /// Whether a clause begins with an attribution: after "But", "that", a colon or a bracket.
    fn opens(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        at > self.unit.tokens.start
            && self.stretch(before).is_none()
            && (matches!(self.words.class(before), Class::Conjunction | Class::Subordinator)
                || self.words.is_any(before, &["(", "[", ":"]))
    }

    /// After an attribution amid a clause: whether the clause goes on, instead of a new one that tells more of the speaker.
    fn is_continuation(&self, at: usize) -> bool {
        let words = self.words;
        match words.class(at) {
            Class::Relative | Class::Stop | Class::Comma | Class::Time | Class::Bracket => false,
            Class::Preposition => !self.is_occasion(at) && !words.is_any(at, &["according", "following", "including"]),
            Class::Subordinator => !words.is_contrast(at) && !words.is_any(at, &["when", "as"]),
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
