//! Verbs that lead what they report: Ruiz said that ..., told reporters “...”, denied the accusations.
#![expect(clippy::indexing_slicing, reason = "indices are those of the list of attributions")]

use super::clause::Finds;
use super::clause_end::Bounds;
use super::cues::{Form, Frame};
use super::noun_phrase;
use super::phrases::Kind;
use super::verb_phrase::VerbPhrase;
use super::vocabulary::OPENERS;
use super::words::Class;
use super::{Draft, QuoteRule};
use crate::lists;
use crate::syntax::Tag;
use std::ops::Range;

/// How far before an infinitive its verb stands, in tokens.
const CARRIER: usize = 10;

/// Verbs that report speech so often, in percent, report what somebody came forward to say.
const CLAIMED: u8 = 60;

/// How far back the subordinate clause begins whose second verb reports, in tokens.
const SUBORDINATE: usize = 30;

/// How somebody is reached who is then told something: "messaged her sister to say".
const CONTACTED: [&str; 7] = ["called", "contacted", "emailed", "messaged", "phoned", "rang", "texted"];

/// Whose verb it is.
enum Subject {
    /// The noun phrase before it, or before the verb that begins at a token: "Ruiz said", "Ruiz never stopped saying".
    Own(usize),
    /// Whoever spoke before: "Ruiz said it was late, adding".
    Shared,
    /// Its own, or else whoever spoke before: "Ruiz denied it, spoke of a plot and called him a liar".
    Listed,
    /// "Warning that it was late, Ruiz left."
    OfMainClause,
    Nobody,
}

/// What verbs lead, and whose they are.
impl Bounds<'_, '_> {
    /// "Allies stepped in to say it was late", "she wrote to us to complain": where the verb begins whose doing was to say so, and not what
    /// somebody wanted, refused or was asked to say.
    fn purpose(&self, phrase: &VerbPhrase) -> Option<usize> {
        let words = self.words;
        let floor = self.unit.tokens.start.max(phrase.start.saturating_sub(CARRIER));
        let mut end = phrase.start;
        while end > floor {
            let at = end - 1;
            end = match words.phrases.holding(at) {
                Some((verb, Kind::Verb)) => {
                    let done = verb.len() == 1 && matches!(words.tag(at), Tag::Past | Tag::PastParticiple);
                    let unreal = lists::UNREAL_VERBS.contains(&words.document.lower[at]);
                    return (done && !unreal && phrase.verb.percent() >= CLAIMED).then_some(verb.start);
                }
                Some((noun, _)) if words.class(noun.start.wrapping_sub(1)) == Class::Preposition => noun.start - 1,
                // "messaged her sister to say"
                Some((noun, Kind::Noun)) if noun.start > floor && words.is_any(noun.start - 1, &CONTACTED) => noun.start,
                None if matches!(words.tag(at), Tag::Particle | Tag::Adverb | Tag::Preposition) => at,
                _ => return None,
            };
        }
        None
    }

    /// What follows a verb, where the verb and its subject say that it is speech.
    #[inline(never)]
    pub fn leading_report(&self, phrase: &VerbPhrase, finds: &Finds) -> Option<Draft> {
        if self.is_told(phrase) {
            return self.told(phrase, finds);
        }
        if phrase.verb.takes(Frame::Heard) {
            return self.heard(phrase, finds);
        }
        if phrase.passive || phrase.negated || finds.is_taken(phrase.at) {
            return None;
        }
        let mut report = self.report(phrase, finds)?;
        let (mut speaker, rule) = self.subject(phrase, self.stretch_from(report.tokens.start).is_some(), finds)?;
        if self.words.class(speaker.start) == Class::Relative {
            match self.inside_relative(&speaker) {
                Some(own) => speaker = own,
                None => speaker.end = speaker.start + 1,
            }
            report.tokens.end = self.relative_end(&report.tokens);
        } else if self.is_in_aside(&speaker) {
            report.tokens.end = self.relative_end(&report.tokens);
        }
        if self.opens_subordinate(speaker.start) || speaker.start > report.tokens.start {
            report.tokens.end = self.opening_end(report.tokens.start).unwrap_or(report.tokens.end).min(report.tokens.end);
        }
        if report.tokens.is_empty() || finds.is_taken(report.tokens.start) {
            return None;
        }
        Some(Draft {
            construction: report.construction,
            parts: vec![report.tokens],
            speaker: Some(speaker),
            cue: Some(phrase.start..report.cue_end),
            rule,
            percent: phrase.verb.percent(),
        })
    }

    /// The subject that a relative clause has besides its pronoun: "which officials said", and not "who wrote a book saying".
    fn inside_relative(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let words = self.words;
        let own = phrase.start + 1..phrase.end;
        let last = own.clone().last()?;
        let named = matches!(words.class(last), Class::Name | Class::Other | Class::Pronoun);
        // "which mirrors a claim": a verb, where one of several is said to do it.
        (named && !words.has_finite(own.clone())).then_some(own)
    }

    /// "Ruiz, who said the bridge was safe, resigned": a relative clause ends where the main clause goes on.
    pub fn relative_end(&self, report: &Range<usize>) -> usize {
        let words = self.words;
        // ", resigned.": a past tense that looks like an adjective.
        let past = |at: usize| {
            words.tag(at) == Tag::Adjective && words.document.lower[at].ends_with("ed") && words.is_terminal(at + 1)
        };
        let goes_on = |at: usize| words.phrases.from(at, Kind::Verb).is_some() && words.tag(at) != Tag::Gerund || past(at);
        let ends = |&at: &usize| words.class(at) == Class::Comma && self.stretch(at).is_none() && goes_on(at + 1);
        report.clone().find(ends).unwrap_or(report.end)
    }

    /// Whose verb it is, by its form and by what stands before it.
    fn kind_of_subject(&self, phrase: &VerbPhrase, quoted: bool) -> Subject {
        let (words, start) = (self.words, self.unit.tokens.start);
        let Some(before) = phrase.start.checked_sub(1).filter(|&at| at >= start) else {
            return if phrase.verb.form == Form::Ing && !phrase.infinitive {
                Subject::OfMainClause
            } else {
                Subject::Nobody
            };
        };
        if phrase.infinitive {
            let goes_on = quoted || words.is_any(before, &["on", "continuing"]);
            return if goes_on { Subject::Shared } else { self.purpose(phrase).map_or(Subject::Nobody, Subject::Own) };
        }
        let finite = |at: usize| matches!(words.class(at), Class::Auxiliary | Class::Clitic);
        // "…, having told fans that her voice was gone"
        if words.is(phrase.start, "having") && words.class(before) == Class::Comma {
            return Subject::Shared;
        }
        match phrase.verb.form {
            Form::Ing if before == start && matches!(words.class(start), Class::Preposition | Class::Subordinator) => {
                Subject::OfMainClause
            }
            Form::Ing if !(phrase.start..phrase.at).any(finite) => match self.phase_start(before) {
                Some(verb) if verb > start && !self.joins(verb - 1) => Subject::Own(verb),
                Some(_) => Subject::Shared,
                None => self.kind_of_participle(phrase.start),
            },
            _ if words.class(before) == Class::Conjunction => Subject::Shared,
            // "repeated the feat, then repeated that"
            _ if words.is(phrase.start, "then") && words.class(before) == Class::Comma => Subject::Shared,
            _ if self.is_listed(phrase) => Subject::Listed,
            _ => Subject::Own(phrase.start),
        }
    }

    /// Whether a verb stands between others of one subject: after a comma that ends no attribution, and before "and" and a verb.
    fn is_listed(&self, phrase: &VerbPhrase) -> bool {
        let (words, comma) = (self.words, phrase.start - 1);
        // "spoken of a plot and called": a past tense may be a participle, and looks like one.
        let past = |at: usize| matches!(words.tag(at), Tag::Past | Tag::PastParticiple);
        let alike = |at: usize| words.tag(at) == words.tag(phrase.at) || past(at) && past(phrase.at);
        let verb = |at: usize| words.class(at) == Class::Conjunction && alike(at + 1);
        words.class(comma) == Class::Comma
            && !self.attributions.ends_at(comma)
            && (phrase.at + 1..self.unit.tokens.end.min(phrase.at + SUBORDINATE)).any(verb)
    }

    /// ", which Ruiz calls “the dullest”, ": whether a comma and a relative pronoun stand right before a subject.
    fn is_in_aside(&self, subject: &Range<usize>) -> bool {
        let words = self.words;
        let relative = subject.start.checked_sub(1).filter(|&at| at > self.unit.tokens.start && words.is_relative(at));
        relative.is_some_and(|relative| words.class(relative - 1) == Class::Comma)
    }

    /// The words for whoever's verb it is.
    fn subject(&self, phrase: &VerbPhrase, quoted: bool, finds: &Finds) -> Option<(Range<usize>, QuoteRule)> {
        match self.kind_of_subject(phrase, quoted) {
            Subject::Own(end) => Some((self.own_subject(phrase, end, finds)?, QuoteRule::SubjectCueSpeech)),
            Subject::Listed => match self.own_subject(phrase, phrase.start, finds) {
                Some(own) => Some((own, QuoteRule::SubjectCueSpeech)),
                None => Some((self.shared_subject(phrase, finds)?, QuoteRule::SharedSubject)),
            },
            Subject::Shared => Some((self.shared_subject(phrase, finds)?, QuoteRule::SharedSubject)),
            Subject::OfMainClause => Some((self.after_opening(phrase)?, QuoteRule::SharedSubject)),
            Subject::Nobody => None,
        }
    }

    /// The noun phrase before a verb that begins at a token.
    fn own_subject(&self, phrase: &VerbPhrase, end: usize, finds: &Finds) -> Option<Range<usize>> {
        let words = self.words;
        let floor = self.subject_floor(end, finds);
        // "with the teachers saying"
        let opens = |at: usize| at == self.unit.tokens.start || matches!(words.class(at - 1), Class::Comma | Class::Mark);
        let with = (floor..end).rev().take(SUBORDINATE).find(|&at| words.is(at, "with") && opens(at));
        let floor = with.filter(|_| phrase.verb.form == Form::Ing).map_or(floor, |with| with + 1);
        noun_phrase::before(words, floor, end).or_else(|| self.before_relative(end, finds))
    }

    /// Whoever spoke last in the unit, or else whom its clause is about.
    fn shared_subject(&self, phrase: &VerbPhrase, finds: &Finds) -> Option<Range<usize>> {
        // "Taxes must rise, Ruiz said, adding": the attribution's own report is found later.
        let attributed = self.attributions.speaker_before(phrase.start);
        let spoke = attributed.into_iter().chain(finds.speaker_before(phrase.start)).max_by_key(|speaker| speaker.end);
        let first = || noun_phrase::first(self.words, self.unit.tokens.clone()).filter(|s| s.end <= phrase.start);
        spoke.cloned().or_else(|| self.subject_of_subordinate(phrase.start)).or_else(first)
    }

    /// "Warning that it was late, Ruiz left", "After saying she was tired, Ruiz left": the subject of the main clause, to which a participle
    /// leads.
    fn after_opening(&self, phrase: &VerbPhrase) -> Option<Range<usize>> {
        let (_, main) = self.opening(phrase.at)?;
        let verb = self.clause_from(main)?;
        noun_phrase::before(self.words, main, verb)
    }

    /// "Ruiz has never stopped saying", "they came out saying": where the verb begins that ends at a token and that a participle
    /// follows, with its auxiliaries and adverbs.
    fn phase_start(&self, last: usize) -> Option<usize> {
        let words = self.words;
        let particle = words.is_any(last, &["up", "out", "on", "off", "by", "forward"]);
        let verb = if particle { last.checked_sub(1)? } else { last };
        let floor = self.unit.tokens.start;
        if verb < floor || !lists::PHASE_VERBS.contains(words.document.word(verb)) {
            return None;
        }
        let joined = |at: &usize| matches!(words.class(*at), Class::Auxiliary | Class::Negation | Class::Adverb);
        Some((floor..verb).rev().take_while(joined).last().unwrap_or(verb))
    }

    /// Whether a participle after a token has the subject of the clause: "..., adding", "by saying", "to keep saying".
    fn joins(&self, at: usize) -> bool {
        let class = self.words.class(at);
        matches!(class, Class::Comma | Class::Conjunction | Class::Preposition | Class::Subordinator | Class::Mark)
    }

    /// "Shares fell after the company cut its outlook and said": whose clause it is, where a subordinate one goes on.
    fn subject_of_subordinate(&self, verb: usize) -> Option<Range<usize>> {
        let words = self.words;
        let clause = (self.unit.tokens.start..verb).rev().take(SUBORDINATE).take_while(|&at| {
            words.class(at) != Class::Comma && words.class(at) != Class::Stop && self.stretch(at).is_none()
        });
        // "as the most qualified candidate", "as of Monday": more than a conjunction.
        let begins = |&at: &usize| {
            !words.is(at, "as") && words.is_any(at, &OPENERS) || words.is(at, "as") && words.class(at + 1) == Class::Name
        };
        let start = clause.into_iter().find(begins)? + 1;
        // "he" is as likely whom the main clause is about.
        let phrase = noun_phrase::after(words, start, verb).filter(|_| words.class(start) != Class::Pronoun)?;
        words.is_finite(phrase.end).then_some(phrase)
    }

    /// "Ruiz, who said the bridge was safe, said ...": who stands before a relative clause with a report of its own.
    fn before_relative(&self, end: usize, finds: &Finds) -> Option<Range<usize>> {
        let words = self.words;
        let (relative, said) = finds.relative_before(end)?;
        let goes_on = words.class(end - 1) == Class::Comma && !words.has_finite(said..end.min(said + SUBORDINATE));
        let relative = Some(relative).filter(|_| goes_on)?;
        let comma = relative.checked_sub(1).filter(|&at| at > self.unit.tokens.start && words.class(at) == Class::Comma)?;
        noun_phrase::before(words, self.unit.tokens.start, comma)
    }

    /// Whose a participle is that begins at a token: "..., adding", "by saying", "officials saying", "a statement saying".
    fn kind_of_participle(&self, start: usize) -> Subject {
        let (words, mut before) = (self.words, start - 1);
        // "a statement today declaring"
        while let Some(time) =
            words.phrases.before(before + 1, Kind::Time).filter(|time| time.start > self.unit.tokens.start)
        {
            before = time.start - 1;
        }
        // ", at one point calling"
        let circumstance = (before.saturating_sub(4).max(self.unit.tokens.start)..before).any(|at| {
            words.class(at) == Class::Comma && words.class(at + 1) == Class::Preposition && !words.is(at + 1, "with")
        });
        match words.class(before) {
            _ if self.joins(before) => Subject::Shared,
            Class::Other if circumstance || lists::OCCASIONS.contains(words.document.word(before)) => Subject::Shared,
            Class::Name | Class::Number | Class::Other => Subject::Own(start),
            _ => Subject::Nobody,
        }
    }

    /// The first token that a subject before `end` may hold: nothing quoted, nothing already reported.
    fn subject_floor(&self, end: usize, finds: &Finds) -> usize {
        self.unit.tokens.start.max(self.quoted_end_before(end).unwrap_or(0)).max(finds.unsaid_from(end))
    }

    /// Whether a verb and its subject stand right after a relative pronoun: "which critics said".
    pub fn is_in_relative(&self, phrase: &VerbPhrase, finds: &Finds) -> bool {
        let words = self.words;
        let subject = noun_phrase::before(words, self.subject_floor(phrase.start, finds), phrase.start);
        let relative = |at: usize| words.class(at) == Class::Relative || words.is_any(at, &["that", "what", "who", "which"]);
        subject.is_some_and(|subject| {
            relative(subject.start) || subject.start > self.unit.tokens.start && relative(subject.start - 1)
        })
    }
}
