//! Where what is reported ends: at which comma, conjunction, dash or other joint the narrator speaks again.
//!
//! Each joint is asked, from left to right, and the first at which the sum of its features' weights is above 0 is the end. The
//! weights (`clause_end_weights.txt`) are learnt by `trainer/` from PolNeAR's training part. No joint is sought in marks or brackets.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

mod features;

use super::attribution::Attributions;
use super::cues::{Form, Frame};
use super::extent;
use super::phrases::Kind;
use super::reading::Reading;
use super::vocabulary::BE;
use super::words::Class;
use crate::syntax::Tag;
use features::Said;
pub use features::{Ends, ends};
#[cfg(feature = "training")]
pub use features::{Feature, joined};
use std::ops::Deref;

/// The longest reported clause, in tokens outside marks: a bound on the work, beyond any real one.
const LONGEST: usize = 240;
/// Verbs that report speech so often, in percent, tell of a report of their own after "before".
const ADDS: u8 = 60;
/// Verbs that report speech so often, in percent, begin a report with any subject.
const SAYS: u8 = 80;
/// The most joints asked: another such bound.
const MOST: usize = 32;
/// How far after a joint a verb is looked for, in tokens.
const NEAR: usize = 16;

/// What a statement leads to, and not what it states. In PolNeAR's training part none of these stands in what is said.
const CONSEQUENCES: [&str; 10] = [
    "contradicting",
    "contrasting",
    "dashing",
    "drawing",
    "ending",
    "fueling",
    "fuelling",
    "prompting",
    "provoking",
    "sparking",
];

/// A unit whose attributions are known, so that it can be said where its clauses end. What is asked of the unit alone is asked of its
/// [`Reading`].
#[derive(Clone, Copy)]
pub(super) struct Bounds<'r, 'd> {
    pub reading: Reading<'r, 'd>,
    pub attributions: &'r Attributions,
    /// Whether a clause ends at a joint.
    pub ends: &'r Ends<'r>,
}

impl<'r, 'd> Deref for Bounds<'r, 'd> {
    type Target = Reading<'r, 'd>;

    fn deref(&self) -> &Self::Target {
        &self.reading
    }
}

/// A joint: what it is, and the first word after its comma.
struct Joint {
    kind: &'static str,
    at: usize,
    opener: usize,
}

/// Where clauses end.
impl Bounds<'_, '_> {
    /// Where a clause that begins at a token ends.
    pub fn clause_end(&self, start: usize) -> usize {
        self.end_of(start, false)
    }

    /// Where a reported noun phrase ends.
    pub fn object_end(&self, start: usize) -> usize {
        self.end_of(start, true)
    }

    fn end_of(&self, start: usize, object: bool) -> usize {
        let words = self.words;
        let stop = self.attributions.stop_after(start);
        let limit = stop.unwrap_or(self.unit.tokens.end).min(self.unit.tokens.end).min(start + LONGEST);
        let said = self.said(start, object);
        let (mut at, mut depth, mut asked) = (start, 0_usize, 0);
        // Where quoted words ended last, and the word that a comma was asked with.
        let (mut marks, mut opener) = (start, start);
        while at < limit && asked < MOST {
            if let Some(stretch) = self.stretch(at) {
                at = self.quoted[stretch].tokens.end;
                marks = at;
                continue;
            }
            // No clause ends before its own verb: "Brandt, her deputy, had served".
            if depth == 0
                && at > opener.max(said.verb)
                && let Some(joint) = self.joint(at, marks == at)
            {
                let alike = marks == at && self.goes_on_alike(&joint, limit);
                let sure = !alike && self.is_sure_end(&said, &joint, object, limit);
                if sure || !alike && (self.ends)(start, at, &self.features(&said, &joint, asked, limit)) {
                    return self.trim_end(start, at);
                }
                (asked, opener) = (asked + 1, joint.opener);
            }
            match words.class(at) {
                Class::Bracket if words.opens_bracket(at) => depth += 1,
                Class::Bracket if depth == 0 => return self.trim_end(start, at),
                Class::Bracket => depth -= 1,
                _ => {}
            }
            at += 1;
        }
        self.trim_end(start, limit.max(start))
    }

    /// "was “a mess”, the chair was “asleep” and": whether another clause of the same kind follows quoted words.
    fn goes_on_alike(&self, joint: &Joint, limit: usize) -> bool {
        let words = self.words;
        let from = joint.opener + usize::from(words.class(joint.opener) == Class::Conjunction);
        let verb = self.clause_from(from).filter(|&verb| verb < limit && words.is_any(verb, &BE));
        verb.is_some_and(|verb| self.stretch_from(verb + 1).is_some())
    }

    /// Whether nothing said can follow a joint, whatever the weights say: they have seen too few of these.
    fn is_sure_end(&self, said: &Said, joint: &Joint, object: bool, limit: usize) -> bool {
        let words = self.words;
        let next = joint.opener + 1;
        match joint.kind {
            // "denounced the sale last week", "called it “late” on Monday"
            "time" | "preposition-time" | "marks" | "occasion" if object && self.tells_when(joint.at) => {
                !self.leads_to_marks(joint.at)
            }
            // ", as though it had been stolen", ", before adding"
            "comma" if words.is(joint.opener, "as") => words.is_any(next, &["though", "if"]),
            // ", prompting its shares to fall": what came of saying it.
            "comma" if words.is_any(joint.opener, &CONSEQUENCES) && words.tag(joint.opener) == Tag::Gerund => true,
            "comma" if words.is_any(joint.opener, &["before", "after"]) => {
                self.cue(next).is_some_and(|verb| verb.form == Form::Ing && verb.percent() >= ADDS)
            }
            // "bookings had doubled, which sent shares up": told of the whole clause, for no noun stands before it.
            "comma-relative" if words.is(joint.opener, "which") && !object => {
                matches!(words.phrases.holding(joint.at - 1), Some((_, Kind::Verb))) && self.stretch(joint.at - 1).is_none()
            }
            // "claimed the count was rigged, spoken of a plot and called"
            "comma" if matches!(words.tag(joint.opener), Tag::Past | Tag::PastParticiple) => {
                let governs = self.reports_at(joint.opener, Some(joint.opener), limit);
                matches!(governs, Some("surely-governs" | "maybe-governs"))
            }
            // "describing it as “a trap” was sent"
            "marks" if object && words.is_finite(joint.at) => {
                !(said.start..joint.at).any(|at| words.is_relative(at) || words.is(at, "that"))
            }
            "colon" => words.is(joint.at, ";"),
            // he said it was “too late,” the crowd left
            "marks" => {
                let ended = self.stretch(joint.at - 1).is_some_and(|stretch| extent::is_ended(words, &self.quoted[stretch]));
                let next = self.quoted.partition_point(|quoted| quoted.tokens.start <= joint.at);
                let later = self.quoted.get(next).is_some_and(|quoted| quoted.tokens.start < limit);
                // "his ‘rare courage’ she was"
                let subject = words.is_subject_pronoun(joint.at);
                (ended || subject) && !later && self.clause_from(joint.at).is_some()
            }
            // "Mayor hints at new bridge as protests grow"
            "subordinator" => object && words.is(joint.at, "as") && self.is_headline(),
            "conjunction" | "comma-conjunction" if self.others_report(joint.opener + 1, limit) => true,
            "conjunction" | "comma-conjunction" => {
                let verb = words.phrases.from(joint.opener + 1, Kind::Verb).map(|verb| verb.start);
                let verb = verb.filter(|&verb| verb < limit && (words.is_finite(verb) || words.tag(verb) == Tag::Base));
                // "vowed to leave and accused him": no verb for it to go on from.
                // "declared a state of emergency and said": no object goes on with a verb.
                let other = object || said.frame == "infinitive" && !words.has_finite(said.start..joint.at);
                // "insisted the ship was sound and say the crew was warned"
                verb.is_some_and(|verb| other || self.reports_at(joint.opener, Some(verb), limit) == Some("surely-governs"))
            }
            _ => false,
        }
    }

    /// "and the union said it was late": whether somebody else's report begins at a token.
    fn others_report(&self, at: usize, limit: usize) -> bool {
        let words = self.words;
        let Some((verb, _)) = self.clause_from(at).and_then(|verb| words.phrases.holding(verb)) else { return false };
        let says = self.cue(verb.end - 1).is_some_and(|cue| cue.percent() >= SAYS && cue.takes(Frame::Bare));
        verb.end < limit && says && (words.is(verb.end, "that") || self.clause_from(verb.end).is_some())
    }

    /// "called the claim Friday a “lie”", "described it in a tweet as “late”": whether words in marks follow when and where.
    fn leads_to_marks(&self, at: usize) -> bool {
        let words = self.words;
        let plain = |&at: &usize| !matches!(words.class(at), Class::Comma | Class::Stop) && !words.is_finite(at);
        let marks = (at..self.unit.tokens.end.min(at + NEAR)).take_while(plain).find(|&at| self.stretch_from(at).is_some());
        marks.is_some_and(|marks| words.class(marks - 1) == Class::Determiner || words.is(marks - 1, "as"))
    }

    /// Whether a token begins when or on what occasion something was said: "last week", "on Monday", "in an interview".
    fn tells_when(&self, at: usize) -> bool {
        let words = self.words;
        let time = |at: usize| words.phrases.from(at, Kind::Time).is_some();
        let preposition = words.is_any(at, &["on", "in", "at", "during", "since", "between", "from"]);
        let counted = at > 0 && words.class(at - 1) == Class::Number;
        let led = at > 0 && words.class(at - 1) == Class::Preposition;
        time(at) && !counted && !led || preposition && (time(at + 1) || self.is_occasion(at))
    }

    /// What joins a clause to the next, at a token; `marks`: quoted words end right before it.
    fn joint(&self, at: usize, marks: bool) -> Option<Joint> {
        let words = self.words;
        let outside = words.phrases.holding(at).is_none_or(|(phrase, _)| phrase.start == at);
        let kind = match words.class(at) {
            // "May 3, 2019"
            Class::Comma
                if words.class(at + 1) == Class::Number && matches!(words.class(at - 1), Class::Number | Class::Time) =>
            {
                return None;
            }
            Class::Comma => {
                let opener = at + 1;
                let kind = match words.class(opener) {
                    Class::Conjunction => "comma-conjunction",
                    _ if words.is_relative(opener) => "comma-relative",
                    _ => "comma",
                };
                return Some(Joint { kind, at, opener });
            }
            _ if !outside => return None,
            Class::Conjunction => "conjunction",
            Class::Bracket if words.opens_bracket(at) => "bracket",
            Class::Stop if words.is_dash(at) => return Some(Joint { kind: "dash", at, opener: at + 1 }),
            Class::Stop if words.is_any(at, &[";", ":"]) => return Some(Joint { kind: "colon", at, opener: at + 1 }),
            _ if marks => "marks",
            _ if words.is_relative(at) => "relative",
            Class::Subordinator => "subordinator",
            Class::Time => "time",
            _ if words.phrases.from(at, Kind::Time).is_some() => "time",
            Class::Preposition if self.is_occasion(at) => "occasion",
            Class::Preposition if words.tag(at) != Tag::To && words.phrases.from(at + 1, Kind::Time).is_some() => {
                "preposition-time"
            }
            Class::Preposition
                if words.is_any(at, &["after", "before", "during", "following", "amid", "despite", "since"]) =>
            {
                "preposition"
            }
            _ if words.tag(at) == Tag::Gerund && words.phrases.before(at, Kind::Noun).is_some() => "gerund",
            _ => return None,
        };
        Some(Joint { kind, at, opener: at })
    }

    /// Closing punctuation and dangling conjunctions are not reported.
    fn trim_end(&self, start: usize, mut end: usize) -> usize {
        while end > start
            && self.stretch(end - 1).is_none()
            && (matches!(self.words.class(end - 1), Class::Comma | Class::Conjunction)
                || self.words.class(end - 1) == Class::Stop && !self.words.is_any(end - 1, &["%", "$"]))
        {
            end -= 1;
        }
        end
    }
}
