//! What a reporting verb governs: the first form of complement that fits, of those its frames allow.
//!
//! A clause with "that", words in marks, an order, a question, an infinitive, what a preposition leads to, a clause without "that", an
//! object. A verb that none of them follows reports nothing.
#![expect(clippy::indexing_slicing, reason = "indices are those of the list of stretches")]

use super::clause::Finds;
use super::clause_end::Bounds;
use super::constructions::Construction;
use super::cues::{Form, Frame, Verb};
use super::noun_phrase::LONGEST_ASIDE;
use super::phrases::Kind;
use super::reading::Reading;
use super::verb_phrase::{SURE, VerbPhrase};
use super::words::Class;
use super::{extent, noun_phrase};
use crate::syntax::Tag;
use std::ops::ControlFlow::{self, Break, Continue};
use std::ops::Range;

/// What a verb reports, found behind it.
pub(super) struct Report {
    pub tokens: Range<usize>,
    /// The token after the cue: "called for" is longer than its verb.
    pub cue_end: usize,
    pub construction: Construction,
}

/// One form tried: it breaks with a report, or with none where no other form can fit either.
pub(super) type Step<T = ()> = ControlFlow<Option<Report>, T>;

/// Verbs that report speech so often, in percent, may leave "that" out.
const OFTEN: u8 = 50;

/// Verbs that report speech in fewer cases, in percent, take a title beside them for one.
const TITLED: u8 = 60;

pub(super) fn found(construction: Construction, tokens: Range<usize>, cue_end: usize) -> Step {
    Break(Some(Report { tokens, cue_end, construction }))
}

/// What a verb reports.
impl Bounds<'_, '_> {
    /// What a verb reports, if anything.
    #[inline(never)]
    pub fn report(&self, phrase: &VerbPhrase, finds: &Finds) -> Option<Report> {
        self.complement(phrase, finds).break_value().flatten()
    }

    fn complement(&self, phrase: &VerbPhrase, finds: &Finds) -> Step {
        let (words, verb) = (self.words, phrase.verb);
        let particle = words.is_any(phrase.at + 1, &["out", "back"]);
        let cue_end = phrase.at + 1 + usize::from(particle);
        // "called off"
        if words.is(cue_end, "off") {
            return Break(None);
        }
        if verb.makes_known() {
            return words.made_known(cue_end).map_or(Break(None), |known| self.that_clause(verb, known));
        }
        self.that_clause(verb, cue_end)?;
        self.words_in_marks(verb, cue_end)?;
        self.order(verb, cue_end)?;
        let at = self.past_circumstance(self.past_addressee(phrase, cue_end)?);
        let at = self.past_stray_comma(phrase, at);
        if at >= self.unit.tokens.end || self.attributions.stops_at(at) {
            return Break(None);
        }
        if verb.takes(Frame::Question) && words.is_question_word(at) {
            return found(Construction::Question, at..self.clause_end(at), cue_end);
        }
        // "Trieste and Rijeka Agree to Share Ferry": a headline tells what is done.
        let told = !self.is_headline() || verb.percent() > OFTEN;
        if verb.takes(Frame::Infinitive) && told && self.begins_infinitive(at) {
            return found(Construction::Infinitive, at..self.clause_end(at), cue_end);
        }
        self.prepositional(verb, at)?;
        self.bare_clause(phrase, at, cue_end)?;
        self.clause_without_subject(phrase, at, cue_end, finds)?;
        self.object(phrase, at, cue_end)
    }

    /// "He said, the bridge was safe": past a comma between a verb that reports clauses, whose subject opens the unit, and its clause.
    fn past_stray_comma(&self, phrase: &VerbPhrase, at: usize) -> usize {
        let words = self.words;
        let stray = words.class(at) == Class::Comma
            && at == phrase.at + 1
            && phrase.verb.takes(Frame::Bare)
            && phrase.verb.percent() >= SURE
            && self.begins_clause(at + 1);
        let leads = |at: usize| matches!(words.class(at), Class::Conjunction | Class::Adverb | Class::Mark);
        let opens = || {
            noun_phrase::before(words, self.unit.tokens.start, phrase.start).is_some_and(|subject| {
                !words.is(subject.start, "that") && (self.unit.tokens.start..subject.start).all(leads)
            })
        };
        at + usize::from(stray && opens())
    }

    /// "said, according to ...", "said Tuesday, in a statement, that": when and where may stand between.
    fn that_clause(&self, verb: Verb, cue_end: usize) -> Step {
        match self.find_that(cue_end) {
            // "said that, according to Ruiz, ...": the attribution amid it is for others.
            Some(that) if verb.takes(Frame::That) || verb.makes_known() => {
                let end = self.clause_end(that);
                if end > that + 1 { found(Construction::ThatClause, that..end, cue_end) } else { Break(None) }
            }
            _ => Continue(()),
        }
    }

    fn words_in_marks(&self, verb: Verb, cue_end: usize) -> Step {
        let Some(stretch) = self.find_quoted(cue_end, verb.takes(Frame::Addressee)) else { return Continue(()) };
        let start = self.quoted[stretch].tokens.start;
        // She read “War and Peace” on the train.
        if verb.percent() < TITLED && start == cue_end && extent::is_title(self.words, self.quoted[stretch].inside()) {
            return Break(None);
        }
        let near = start <= cue_end + 1 && !self.words.is(cue_end, "to");
        if verb.takes(Frame::Quoted) || near {
            found(Construction::MarksAfterVerb, start..self.quoted_end(stretch), cue_end)
        } else {
            Continue(())
        }
    }

    /// Where speech ends that begins with quoted words: with them, or with the clause they stand in.
    fn quoted_end(&self, stretch: usize) -> usize {
        let quoted = &self.quoted[stretch];
        let whole = extent::is_ended(self.words, quoted) && self.words.count(quoted.inside()) > 3;
        if whole { quoted.tokens.end } else { self.clause_end(quoted.tokens.start).max(quoted.tokens.end) }
    }

    fn order(&self, verb: Verb, cue_end: usize) -> Step {
        match self.order_from(verb, cue_end) {
            Some(start) => found(Construction::Order, start..self.clause_end(start), cue_end),
            None => Continue(()),
        }
    }

    /// Past whom it is said to, where a clause follows: "told reporters the bridge".
    fn past_addressee(&self, phrase: &VerbPhrase, cue_end: usize) -> Step<usize> {
        let (words, verb) = (self.words, phrase.verb);
        if !verb.takes(Frame::Addressee) {
            return Continue(cue_end);
        }
        let Some(addressee) = noun_phrase::after(words, cue_end, self.unit.tokens.end) else { return Continue(cue_end) };
        // "The firm had, Ruiz told the jury, no staff": an attribution amid what it reports.
        let amid = self.attributions.stop_before(phrase.start).is_some_and(|stop| phrase.start - stop < 8);
        if amid && words.class(addressee.end) == Class::Comma {
            return Break(None);
        }
        // "told her son, Peter Crane, they"
        let named = noun_phrase::named_after(words, addressee.end, self.unit.tokens.end).map(|name| name + 1);
        let told =
            named.filter(|&at| self.begins_clause(at)).or_else(|| self.past_asides(addressee.end)).unwrap_or(addressee.end);
        // "asked workers if"
        let asks = verb.takes(Frame::Question) && words.is_question_word(told);
        if asks || self.begins_clause(told) {
            return Continue(told);
        }
        if verb.takes(Frame::Bare) && self.says_nothing(cue_end, addressee.end) { Break(None) } else { Continue(cue_end) }
    }

    /// "told Agnes Mbele, 81, a retired judge, he had": where a clause begins behind what commas set off after somebody.
    fn past_asides(&self, from: usize) -> Option<usize> {
        let words = self.words;
        let limit = self.unit.tokens.end.min(from + LONGEST_ASIDE);
        let comma = |at: &usize| words.class(*at) == Class::Comma;
        let next =
            |at: usize| (at + 1..limit).take_while(|&at| !words.is_finite(at) && self.stretch(at).is_none()).find(comma);
        let first = next(from).filter(|_| comma(&from))?;
        let clause = |at: usize| self.clause_from(at + 1).is_some_and(|verb| verb < limit).then_some(at + 1);
        let second = next(first).and_then(clause);
        second.or_else(|| clause(first))
    }

    /// "called for calm"
    fn prepositional(&self, verb: Verb, at: usize) -> Step {
        let words = self.words;
        if !matches!(words.class(at), Class::Preposition | Class::Subordinator)
            || !verb.takes_preposition(words.document.word(at))
        {
            return Continue(());
        }
        let object = at + 1;
        if self.begins_phrase(object) && self.is_spoken_of(verb, object) {
            found(Construction::AfterPreposition, object..self.object_end(object), object)
        } else {
            Break(None)
        }
    }

    /// "said the bridge was safe"
    fn bare_clause(&self, phrase: &VerbPhrase, at: usize, cue_end: usize) -> Step {
        let (words, verb) = (self.words, phrase.verb);
        let begins = match verb.takes(Frame::Bare) {
            true => {
                (self.begins_clause(at) || self.is_quoted_soon(at)) && (!words.is(at, "to") || self.begins_infinitive(at))
            }
            // "Most doctors agree the law should change": "that" may be left out.
            false => {
                let often = verb.takes(Frame::That) && verb.percent() >= OFTEN;
                let clause = !self.begins_infinitive(at) && words.class(at) != Class::Subordinator;
                often && clause && self.clause_from(at).is_some()
            }
        };
        if !begins {
            return Continue(());
        }
        let end = self.clause_end(at);
        // "She said she would."
        let short = words.class(at) == Class::Pronoun && words.class(at + 1) == Class::Auxiliary;
        if short || self.is_statement(at..end) { found(Construction::BareClause, at..end, cue_end) } else { Break(None) }
    }

    /// "a rule which critics said would fail": what is said lacks its subject.
    fn clause_without_subject(&self, phrase: &VerbPhrase, at: usize, cue_end: usize, finds: &Finds) -> Step {
        let words = self.words;
        let lacks = phrase.verb.takes(Frame::Bare) && words.is_finite(at) && words.verb(at).is_none();
        if !lacks || !self.is_in_relative(phrase, finds) {
            return Continue(());
        }
        let end = self.relative_end(&(at..self.clause_end(at)));
        if words.count(at..end) >= 3 { found(Construction::ClauseOfRelative, at..end, cue_end) } else { Break(None) }
    }
}

/// How what a verb governs begins.
impl Reading<'_, '_> {
    /// Where an order begins that a verb leads: "ordered the crews to leave", "called on the mayor to resign", "urged anyone who saw a van, or
    /// knows its owner, to call".
    pub fn order_from(&self, verb: Verb, cue_end: usize) -> Option<usize> {
        let words = self.words;
        if !verb.takes(Frame::Order) || words.is(cue_end, "to") {
            return None;
        }
        let start = cue_end + usize::from(words.is_any(cue_end, &["on", "upon"]));
        let whom = noun_phrase::after(words, start, self.unit.tokens.end)?;
        let told = self.begins_infinitive(self.past_participle(whom.end)) || self.is_told_later(whom.end);
        told.then_some(start)
    }

    /// Whether what somebody is told to do follows more about whom it is: relative clauses, and what commas set off.
    fn is_told_later(&self, from: usize) -> bool {
        let words = self.words;
        let (mut at, mut relative) = (from, false);
        while at < self.unit.tokens.end.min(from + LONGEST_ASIDE) && self.stretch(at).is_none() {
            if at > from && self.begins_infinitive(at) {
                let verb = matches!(words.phrases.holding(at - 1), Some((_, Kind::Verb)));
                return relative && !verb || words.class(at - 1) == Class::Comma;
            }
            at = match words.phrases.holding(at) {
                Some((verb, Kind::Verb)) if words.is_finite(verb.start) && !relative => return false,
                Some((phrase, _)) => phrase.end.max(at + 1),
                None if words.is_relative(at) => {
                    relative = true;
                    at + 1
                }
                // "before dawn": no clause.
                None if words.class(at) == Class::Subordinator && words.tag(at) != Tag::Preposition => return false,
                None if words.class(at) == Class::Stop => return false,
                None => at + 1,
            };
        }
        false
    }

    /// Past what a participle tells of a noun before it: "anyone heading into the hills this week", "all sides involved in talks".
    fn past_participle(&self, from: usize) -> usize {
        let words = self.words;
        let Some(participle) = [from - 1, from].into_iter().find(|&at| words.is_participle(at)) else { return from };
        let after = self.past_phrases(participle + 1);
        // "heading into the hills this week"
        words.past_time(after)
    }

    /// "to leave", and not "to Ruiz", "to the mayor".
    pub fn begins_infinitive(&self, at: usize) -> bool {
        let words = self.words;
        let to = at + usize::from(words.is(at, "not"));
        let verb = to + 1 + usize::from(words.class(to + 1) == Class::Adverb);
        words.tag(to) == Tag::To || words.is(to, "to") && (words.tag(verb) == Tag::Base || self.stretch_from(verb).is_some())
    }

    /// "saying Ruiz “keeps us safe”": whether words in marks follow a name at once.
    fn is_quoted_soon(&self, at: usize) -> bool {
        let next = (at..at + 6).find(|&at| self.words.class(at) != Class::Name).unwrap_or(at);
        self.stretch_from(next).is_some()
    }

    /// "that" after a verb: at once, or past an addressee and a few words of when and where.
    pub fn find_that(&self, from: usize) -> Option<usize> {
        let words = self.words;
        // Nouns may stand after a preposition, or as the addressee; elsewhere they begin a clause of their own.
        let mut nouns = words.verb(from.saturating_sub(1)).is_some_and(|verb| verb.takes(Frame::Addressee));
        // "vowed to repeal a law that": an infinitive, and not to whom it was said.
        if words.is(from, "to") && words.verb(from.saturating_sub(1)).is_some_and(|verb| verb.takes(Frame::Infinitive)) {
            return None;
        }
        let mut at = from;
        while at < self.unit.tokens.end && at < from + 24 {
            if let Some(stretch) = self.stretch(at) {
                // “State of the Union”: a title among the circumstances.
                if !nouns || words.count(self.quoted[stretch].inside()) > 6 {
                    return None;
                }
                at = self.quoted[stretch].tokens.end;
                continue;
            }
            match words.class(at) {
                // "assured the committee that month that"
                Class::Subordinator if words.is(at, "that") && self.is_that_time(at) => {}
                Class::Subordinator if words.is(at, "that") => return self.begins_that_clause(at, from).then_some(at),
                // "announced two days earlier that", "said on Monday, June 3, that"
                _ if let Some(time) = words.phrases.from(at, Kind::Time) => at = time.end - 1,
                Class::Preposition => nouns = true,
                // "said late on Monday that"
                _ if words.is_any(at, &["early", "late"]) && words.class(at + 1) == Class::Preposition => {}
                // "said on CNN, where he works, that", "said — on Twitter, as it happens — that"
                Class::Comma | Class::Stop if let Some(close) = self.aside_end(at) => at = close,
                Class::Time | Class::Adverb | Class::Comma | Class::Hyphen | Class::Clitic => {}
                _ if words.past_time(at) > at => at = words.past_time(at) - 1,
                Class::Pronoun if nouns && at == from => {}
                Class::Determiner | Class::Name | Class::Number | Class::Other | Class::Bracket if nouns => {}
                Class::Conjunction if nouns && at > from => {}
                _ => return None,
            }
            if self.cue(at).is_some_and(|verb| verb.percent() >= 80 && verb.form != Form::Base) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// The comma or dash that closes an aside which one opens, where "that" follows it.
    fn aside_end(&self, open: usize) -> Option<usize> {
        let words = self.words;
        let dash = words.is_dash(open);
        let clause = matches!(words.class(open + 1), Class::Relative | Class::Subordinator) && !words.is(open + 1, "that");
        if !dash && !clause {
            return None;
        }
        let mut inside = open + 1..self.unit.tokens.end.min(open + noun_phrase::LONGEST_ASIDE);
        let close = inside.find(|&at| if dash { words.is_dash(at) } else { words.class(at) == Class::Comma })?;
        (words.is(close + 1, "that") && (open..close).all(|at| self.stretch(at).is_none())).then_some(close)
    }

    /// "said that evening", but not "said that July was hot"
    fn is_that_time(&self, that: usize) -> bool {
        let words = self.words;
        words.class(that + 1) == Class::Time && !words.is_finite(words.past_phrase(that + 1))
    }

    /// Tells "said that the film ended" from "said in a film that ended", from "said that evening" and from "replied to that".
    fn begins_that_clause(&self, that: usize, from: usize) -> bool {
        let words = self.words;
        let verb = words.is_finite(that + 1);
        !self.is_that_time(that)
            && words.class(that - 1) != Class::Preposition
            && (that == from || !verb || words.class(that - 1) == Class::Comma)
    }

    /// Quoted words that a verb introduces: at once, after a comma or colon, or past an addressee and circumstances.
    fn find_quoted(&self, from: usize, addressee: bool) -> Option<usize> {
        let words = self.words;
        if let Some(stretch) = self.stretch_from(from) {
            return Some(stretch);
        }
        let (mut at, mut plain) = (from, !addressee);
        while at < self.unit.tokens.end && at < from + 30 {
            if let Some(stretch) = self.stretch_from(at) {
                let introduced = at > from && (words.class(at - 1) == Class::Comma || words.is(at - 1, ":"));
                if introduced || addressee && self.stretch_from(at).is_some() && !plain {
                    return Some(stretch);
                }
                return None;
            }
            match words.class(at) {
                Class::Subordinator | Class::Relative if at == from => return None,
                // "told a few jokes and called him a “fool”": the other verb's.
                Class::Conjunction if words.phrases.from(at + 1, Kind::Verb).is_some() => return None,
                Class::Auxiliary | Class::Negation => return None,
                Class::Stop if words.is(at, ":") => return self.stretch_from(at + 1),
                Class::Stop => return None,
                Class::Preposition => plain = true,
                _ => {}
            }
            if self.cue(at).is_some_and(|verb| verb.percent() >= 70 && verb.form == Form::Past) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Whether a clause with a verb of its own begins at a token, or words in marks that may stand for one.
    pub fn begins_clause(&self, at: usize) -> bool {
        let words = self.words;
        if at >= self.unit.tokens.end || words.is_relative(at) && !words.is(at, "that") {
            return false;
        }
        if self.stretch_from(at).is_some() || self.clause_from(at).is_some() {
            return true;
        }
        match words.class(at) {
            // "if the talks fail, the port will close", "even now he was late"
            Class::Subordinator | Class::Preposition => self.opening_end(at).is_some(),
            Class::Adverb | Class::Time => at < self.unit.tokens.end && self.clause_from(at + 1).is_some(),
            // "Mayor says harbour to close"
            _ => {
                self.is_headline()
                    && words
                        .phrases
                        .from(at, Kind::Noun)
                        .is_some_and(|noun| matches!(words.tag(noun.end), Tag::To | Tag::PastParticiple | Tag::Gerund))
            }
        }
    }
}
