//! Reports whose verb is passive: asked whether ..., Ruiz was told by the mayor that ...
//!
//! Who speaks stands after "by", or is not said: then the report has no speaker. Whoever was asked or told is none.

use super::clause::{Clauses, VerbPhrase};
use super::cues::{Form, Frame};
use super::noun_phrase;
use super::words::Class;
use super::{Draft, QuoteRule};

/// How far a sentence's opening may go before its main clause, in tokens.
const LONGEST_OPENING: usize = 60;

impl Clauses<'_, '_> {
    /// Whether a verb says that somebody was asked or told: after an auxiliary, or at the beginning of a sentence ("When asked").
    pub fn is_told(&self, phrase: &VerbPhrase) -> bool {
        phrase.verb.form == Form::Past
            && phrase.verb.takes(Frame::Addressee)
            && (phrase.passive || self.opens_sentence(phrase.start) || self.follows_when(phrase.start))
    }

    /// Whether "when" stands right before a token: "he said when asked".
    fn follows_when(&self, at: usize) -> bool {
        at > self.unit.tokens.start && self.words.is(at - 1, "when")
    }

    fn is_circumstance(&self, at: usize) -> bool {
        self.words.is_any(at, &["when", "if", "once", "after"])
    }

    /// Whether nothing but "when" stands before a token in its unit.
    fn opens_sentence(&self, at: usize) -> bool {
        let start = self.unit.tokens.start;
        at == start || at == start + 1 && self.is_circumstance(start)
    }

    /// Whether the sentence opens with the clause of a token: its main clause is still to come.
    fn opens_with_circumstance(&self, at: usize) -> bool {
        let start = self.unit.tokens.start;
        self.opens_sentence(at) || (start..start + 2).any(|at| self.is_circumstance(at))
    }

    /// Makes a draft of what somebody was asked or told.
    pub fn take_told(&mut self, phrase: &VerbPhrase) {
        let (words, mut at) = (self.words, phrase.at + 1);
        let mut speaker = None;
        if words.is(at, "by") {
            speaker = noun_phrase::after(words, at + 1, self.unit.tokens.end);
            at = speaker.as_ref().map_or(at, |speaker| speaker.end);
        }
        let verb = phrase.verb;
        let asks = verb.takes(Frame::Question) && words.is_question_word(at);
        let tells = verb.takes(Frame::That) && words.is(at, "that");
        if !(asks || tells) || phrase.negated || self.claimed(at) {
            return;
        }
        let end = match self.opening_end(at) {
            Some(end) if self.opens_with_circumstance(phrase.start) => end,
            _ if self.opens_sentence(phrase.start) => return,
            _ => self.clause_end(at),
        };
        let said = at..end;
        if said.len() < 2 {
            return;
        }
        self.push(Draft {
            parts: vec![said],
            speaker,
            cue: Some(phrase.start..phrase.at + 1),
            rule: QuoteRule::PassiveCue,
            percent: verb.percent(),
        });
    }

    /// The comma after which the main clause begins: "Asked whether he would run, the mayor smiled".
    fn opening_end(&self, from: usize) -> Option<usize> {
        let (words, end) = (self.words, self.unit.tokens.end);
        (from..end.min(from + LONGEST_OPENING)).find(|&comma| {
            words.class(comma) == Class::Comma
                && self.stretch(comma).is_none()
                // A verb that was taken for the subject's last noun counts too: "Johnson demurred".
                && noun_phrase::after(words, comma + 1, end).is_some_and(|subject| {
                    (subject.start + 1..subject.end + 2).any(|at| words.verb(at).is_some() || words.may_be_finite(at))
                })
        })
    }
}
