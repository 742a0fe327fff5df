//! Attributions that follow what they report, or stand in its midst: “...,” Ruiz said; the bridge, said Ruiz, will open.
//!
//! They are found before anything is reported: what an attribution stands beside is no part of another report.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::QuoteRule;
use super::constructions::Construction;
use super::cues::{Form, Frame};
use super::noun_phrase;
use super::phrases::Kind;
use super::reading::Reading;
use super::verb_phrase::VerbPhrase;
use super::words::Class;
use crate::lists;
use crate::syntax::Tag;
use std::ops::Range;

/// How far into a statement its verb is looked for, in tokens.
const STATEMENT: usize = 40;
/// Verbs that report speech so often, in percent, may follow what they lead with "that".
const AFTER: u8 = 50;

/// Where an attribution stands to what it reports.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// According to Ruiz, ... / As Ruiz put it, ...
    Leading,
    /// “...,” Ruiz said: the stretch right before it, as an index into the unit's.
    AfterMarks(usize),
    /// It had frozen, and, as Ruiz put it, “...”: the stretch right after it.
    BeforeMarks(usize),
    /// The bridge will open, Ruiz said.
    AfterClause,
    /// The bridge, Ruiz said, will open.
    Amid,
}

/// An attribution, not yet joined with what it reports.
pub(super) struct Attribution {
    /// The first token that is no longer reported: the comma before the attribution, or its first word.
    pub stop: usize,
    /// Just past its last word.
    pub end: usize,
    pub speaker: Range<usize>,
    pub cue: Range<usize>,
    pub place: Place,
    pub construction: Construction,
    pub rule: QuoteRule,
    pub percent: u8,
}

/// What ends before an attribution.
#[derive(Clone, Copy)]
pub(super) struct Edge {
    /// The first token that is no longer reported.
    pub stop: usize,
    /// The quoted stretch that ends there.
    pub marks: Option<usize>,
}

/// The attributions of a unit, in text order.
pub(super) struct Attributions(Vec<Attribution>);

/// Which attribution is next to a token.
impl Attributions {
    #[inline(never)]
    pub fn read(reading: &Reading, phrases: &[VerbPhrase]) -> Self {
        let mut found: Vec<Attribution> = phrases
            .iter()
            .filter(|phrase| !phrase.passive && !phrase.infinitive && !phrase.negated && phrase.verb.form != Form::Ing)
            .filter_map(|phrase| reading.speaker_first(phrase).or_else(|| reading.verb_first(phrase)))
            .collect();
        found.extend(reading.as_put(phrases));
        let mut at = reading.unit.tokens.start;
        while at < reading.unit.tokens.end {
            if let Some(stretch) = reading.stretch(at) {
                at = reading.quoted[stretch].tokens.end;
                continue;
            }
            found.extend(reading.source(at));
            at += 1;
        }
        found.sort_by_key(|f| f.stop);
        found.dedup_by_key(|f| f.stop);
        Attributions(found)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Attribution> {
        self.0.iter()
    }

    /// Where the first stops what is reported behind a token.
    pub fn stop_after(&self, token: usize) -> Option<usize> {
        self.0.get(self.0.partition_point(|found| found.stop <= token)).map(|found| found.stop)
    }

    /// Where the last stops what is reported before a token.
    pub fn stop_before(&self, token: usize) -> Option<usize> {
        let last = self.0.partition_point(|found| found.stop < token).checked_sub(1)?;
        self.0.get(last).map(|found| found.stop)
    }

    /// Whether one stops what is reported at a token.
    pub fn stops_at(&self, token: usize) -> bool {
        self.0.binary_search_by_key(&token, |found| found.stop).is_ok()
    }

    /// Whether one ends right before a token.
    pub fn ends_at(&self, token: usize) -> bool {
        self.0.get(self.0.partition_point(|found| found.end < token)).is_some_and(|found| found.end == token)
    }

    /// The speaker of the last that ends before a token.
    pub fn speaker_before(&self, token: usize) -> Option<&Range<usize>> {
        let last = self.0.partition_point(|found| found.end <= token).checked_sub(1)?;
        self.0.get(last).map(|found| &found.speaker)
    }
}

/// What an attribution is, and whether one stands at a verb.
impl Reading<'_, '_> {
    /// Where what stands before an attribution ends: after quoted words, or at a comma or dash.
    pub fn left_edge(&self, attribution: usize) -> Option<Edge> {
        if attribution <= self.unit.tokens.start {
            return None;
        }
        let before = attribution - 1;
        if let Some(stretch) = self.stretch_before(attribution) {
            return Some(Edge { stop: self.quoted[stretch].tokens.end, marks: Some(stretch) });
        }
        (self.words.class(before) == Class::Comma || self.words.is_dash(before))
            .then_some(Edge { stop: before, marks: None })
    }

    /// Where an attribution stands that begins at an edge and ends before a token.
    pub fn place(&self, edge: Edge, end: usize) -> Place {
        let comma = self.words.class(end) == Class::Comma;
        let next = end + 1;
        if let Some(stretch) = edge.marks {
            return Place::AfterMarks(stretch);
        }
        // "But according to Ruiz, it will not."
        if edge.stop == self.unit.tokens.start || self.words.is(edge.stop, "according") && self.opens(edge.stop) {
            return Place::Leading;
        }
        match self.stretch_from(next).filter(|_| comma) {
            Some(stretch) => Place::BeforeMarks(stretch),
            None if comma
                && self.words.class(edge.stop) == Class::Comma
                && next < self.unit.tokens.end
                && self.is_continuation(next) =>
            {
                Place::Amid
            }
            None => Place::AfterClause,
        }
    }

    /// “...,” said Ruiz.
    fn verb_first(&self, phrase: &VerbPhrase) -> Option<Attribution> {
        // "say experts": the base form, of the surest verb alone.
        let base = phrase.verb.form == Form::Base && !self.words.is(phrase.at, "say");
        if phrase.start != phrase.at || base {
            return None;
        }
        let edge = self.left_edge(phrase.at)?;
        let mut speaker = noun_phrase::after(self.words, phrase.at + 1, self.unit.tokens.end)?;
        // "says one lawyer watching from afar"
        let past = noun_phrase::past_postmodifiers(self.words, speaker.end, self.unit.tokens.end);
        if self.words.tag(speaker.end) == Tag::Gerund && self.ends_after(past, false) {
            speaker.end = past;
        }
        // Ruiz, the mayor, said ...: the verb already has its subject.
        let subject = || noun_phrase::before(self.words, self.unit.tokens.start, phrase.start);
        if edge.marks.is_none() && subject().is_some_and(|subject| !self.is_told_last(phrase, &subject, &speaker)) {
            return None;
        }
        let fits = match edge.marks {
            Some(stretch) => {
                phrase.verb.takes(Frame::Quoted)
                    && (self.closes_with_punctuation(stretch) || self.ends_after(speaker.end, true))
            }
            None => {
                phrase.verb.takes(Frame::Bare)
                    && self.words.class(speaker.end - 1) != Class::Determiner
                    && self.ends_after(speaker.end, false)
                    && (self.clause_before(edge.stop)
                        || self.resumes_after(speaker.end) && self.clause_from(speaker.end + 1).is_some()
                        // "Because of this, explained Ruiz, “the bridge is safe”"
                        || self.words.class(speaker.end) == Class::Comma && self.stretch_from(speaker.end + 1).is_some())
            }
        };
        // “...” criticised the plan: what follows is an object, not a speaker, unless the verb can invert.
        let inverts = phrase.verb.percent() >= 40
            && !(edge.marks.is_none() && phrase.verb.takes(Frame::Object) && phrase.verb.percent() < 60);
        let end = noun_phrase::past_appositions(self.words, speaker.end, self.unit.tokens.end);
        let speaker = speaker.start..end;
        (fits && inverts).then(|| Attribution {
            stop: edge.stop,
            end,
            speaker,
            cue: phrase.at..phrase.at + 1,
            place: self.place(edge, end),
            construction: match edge.marks {
                Some(_) => Construction::VerbSubjectAfterMarks,
                None => Construction::VerbSubjectAfterClause,
            },
            rule: QuoteRule::SpeechCueSubject,
            percent: phrase.verb.percent(),
        })
    }

    /// "The firm will appeal, challenging the verdict, said its lawyer.": whether what stands before a verb is a statement, and not its
    /// subject: the verb reports no noun phrase, and after it stands nothing but one, for somebody. Not "and his deputy, who was late, said
    /// nothing".
    fn is_told_last(&self, phrase: &VerbPhrase, subject: &Range<usize>, speaker: &Range<usize>) -> bool {
        let (words, start) = (self.words, self.unit.tokens.start);
        // "told Reuters": to whom it was said.
        let names = phrase.verb.takes(Frame::Object) || phrase.verb.takes(Frame::Addressee);
        if !phrase.verb.takes(Frame::Bare)
            || names
            || !self.ends_after(speaker.end, false)
            || !self.is_somebody(speaker.start)
        {
            return false;
        }
        let joined = subject.start > start && words.class(subject.start - 1) == Class::Conjunction;
        let verb = self.clause_from(start).or_else(|| self.clause_from(self.opening(start)?.1));
        !joined && verb.is_some_and(|verb| verb < phrase.start)
    }

    /// Whether a base phrase that begins at a token can be somebody: "Ruiz", "officials", "its lawyer", and not "nothing", "goodbye", "a prayer".
    fn is_somebody(&self, at: usize) -> bool {
        let words = self.words;
        let Some(head) = words.phrases.from(at, Kind::Noun).map(|base| base.end - 1) else { return false };
        match words.tag(head) {
            Tag::Name => true,
            Tag::NounPlural | Tag::Noun => {
                let bare = head == at && words.tag(head) == Tag::Noun && !words.is_capital(head);
                !bare && !lists::OBJECT_NOUNS.contains(&words.document.lower[head])
            }
            _ => false,
        }
    }

    /// “...,” Ruiz said.
    fn speaker_first(&self, phrase: &VerbPhrase) -> Option<Attribution> {
        let floor = self.quoted_end_before(phrase.start).unwrap_or(self.unit.tokens.start);
        let mut speaker = noun_phrase::before(self.words, floor, phrase.start)?;
        // "the court heard": nobody is named who said it.
        let heard = phrase.verb.takes(Frame::Heard);
        if self.words.class(speaker.start) == Class::Relative || heard && !self.is_hearing(&speaker) {
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
        let edge = self.left_edge(if as_before { speaker.start - 1 } else { speaker.start })?;
        // “Why?” She replied that ...: the verb leads a report of its own.
        if phrase.verb.takes(Frame::That) && self.find_that(phrase.at + 1).is_some()
            || self.order_from(phrase.verb, phrase.at + 1).is_some()
        {
            return None;
        }
        // "Ruiz pointed out"
        let mut end = phrase.at + 1 + usize::from(self.words.tag(phrase.at + 1) == Tag::Particle);
        let fits = match edge.marks {
            Some(stretch) => {
                // On Fox's “Late Night,” Ruiz said he would go: the words in marks belong to what stands before them.
                let start = self.quoted[stretch].tokens.start;
                let belongs = start > self.unit.tokens.start
                    && matches!(self.words.class(start - 1), Class::Clitic | Class::Preposition)
                    && (self.begins_clause(phrase.at + 1) || self.words.is_any(phrase.at + 1, &["to", "of", "for"]));
                // "Calling it “a farce”, Ruiz vowed to appeal": the participle leads them.
                let led = start > self.unit.tokens.start
                    && self.words.verb(self.unit.tokens.start).is_some_and(|verb| verb.form == Form::Ing);
                if belongs || led {
                    return None;
                }
                let ended = self.closes_with_punctuation(stretch) || self.words.class(speaker.start - 1) == Class::Comma;
                (ended || self.quoted[stretch].tokens.start == self.unit.tokens.start) && self.ends_after(end, true)
            }
            None => {
                let bare = phrase.verb.takes(Frame::Bare)
                    || heard
                    || phrase.verb.takes(Frame::After)
                    || phrase.verb.takes(Frame::That)
                        && (phrase.verb.takes(Frame::Quoted) || phrase.verb.percent() >= AFTER);
                let told = phrase.verb.takes(Frame::Addressee) || self.is_headline();
                let addressee = noun_phrase::after(self.words, end, self.unit.tokens.end).filter(|_| told);
                end = addressee.map_or(end, |addressee| addressee.end);
                // "Ruiz, the mayor, said: ...": what is said is still to come.
                // "prices will rise, economists said as they met"
                let while_told = || {
                    self.words.is_any(end, &["after", "as", "before", "when", "while"])
                        && self.clause_from(self.unit.tokens.start).is_some_and(|verb| verb < edge.stop)
                };
                bare && !self.words.is(end, ":")
                    && (self.ends_after(end, false) || while_told())
                    && (self.clause_before(edge.stop) || self.resumes_after(end))
            }
        };
        fits.then(|| Attribution {
            stop: edge.stop,
            end,
            speaker,
            cue: phrase.start..phrase.at + 1,
            place: self.place(edge, end),
            construction: match edge.marks {
                _ if heard => Construction::Heard,
                Some(_) => Construction::SubjectVerbAfterMarks,
                None => Construction::SubjectVerbAfterClause,
            },
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
        self.is_statement(start..stop.min(start + 12)) && !self.is_introduction(stop)
    }

    /// Whether the unit begins with when, where or why: what comes before an attribution is then no statement. "At least 17
    /// people were hurt" is one: a verb stands in it.
    pub fn is_introduction(&self, stop: usize) -> bool {
        let start = self.unit.tokens.start;
        // "When the lights went out, the crowd left": after the comma stands a clause of its own.
        let goes_on = || self.opening_end(start).is_some_and(|comma| comma < stop);
        match self.words.class(start) {
            // "That criticism was fair", "What he wants is clear": no clause of another.
            Class::Subordinator => !self.words.is_any(start, &["that", "what", "how", "why", "whether"]) && !goes_on(),
            Class::Preposition => !self.words.has_finite(start..stop.min(start + STATEMENT)),
            // "Then, after a long silence, she answered."
            Class::Adverb
                if self.words.class(start + 1) == Class::Comma
                    && matches!(self.words.class(start + 2), Class::Preposition | Class::Subordinator) =>
            {
                !self.words.has_finite(start..stop.min(start + STATEMENT))
            }
            _ => self.words.verb(start).is_some_and(|v| v.form == Form::Ing || v.form == Form::Past),
        }
    }

    /// Whether a clause begins with an attribution: after "But", "that", a colon or a bracket.
    fn opens(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        at > self.unit.tokens.start
            && self.stretch(before).is_none()
            && (matches!(self.words.class(before), Class::Conjunction | Class::Subordinator)
                || self.words.opens_bracket(before)
                || self.words.is(before, ":"))
    }

    /// Whether a clause begins at a token whose verb reports: what follows an attribution is then another.
    fn reports_anew(&self, at: usize) -> bool {
        let words = self.words;
        let verb = self.clause_from(at).and_then(|verb| words.phrases.holding(verb)).map(|(verb, _)| verb.end - 1);
        verb.and_then(|verb| self.cue(verb)).is_some_and(|cue| cue.percent() >= AFTER)
    }

    /// After an attribution amid a clause: whether the clause goes on, instead of a new one that tells more of the speaker.
    fn is_continuation(&self, at: usize) -> bool {
        let words = self.words;
        match words.class(at) {
            Class::Relative | Class::Stop | Class::Comma | Class::Time | Class::Bracket => false,
            Class::Preposition => !self.is_occasion(at) && !words.is_any(at, &["according", "following", "including"]),
            Class::Subordinator => !words.is_contrast(at) && !words.is_any(at, &["when", "as"]),
            // "Frost is likely, the Met Office says, and it advises drivers to"
            Class::Conjunction if self.reports_anew(at + 1) => false,
            _ => words.verb(at).is_none_or(|verb| verb.form != Form::Ing),
        }
    }
}
