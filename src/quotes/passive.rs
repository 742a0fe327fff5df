//! Reports whose verb is passive: asked whether ..., Ruiz was told by the mayor that ...
//!
//! Who speaks stands after "by", or is not said: then the report has no speaker. Whoever was asked or told is none.

use super::clause::Finds;
use super::clause_end::Bounds;
use super::constructions::Construction;
use super::cues::{Form, Frame};
use super::noun_phrase;
use super::verb_phrase::VerbPhrase;
use super::{Draft, QuoteRule};

/// What passive verbs report.
impl Bounds<'_, '_> {
    /// Whether a verb says that somebody was asked or told: after an auxiliary, or at the beginning of a sentence ("When asked").
    pub fn is_told(&self, phrase: &VerbPhrase) -> bool {
        phrase.verb.form == Form::Past
            && (phrase.verb.takes(Frame::Addressee)
                && (phrase.passive || self.opens_sentence(phrase.start) || self.follows_when(phrase.start))
                || phrase.passive && self.is_said_of_it(phrase))
    }

    /// "it was claimed that", "it is said that": nobody who said it.
    fn is_said_of_it(&self, phrase: &VerbPhrase) -> bool {
        let words = self.words;
        let it = phrase.start.checked_sub(1).is_some_and(|at| at >= self.unit.tokens.start && words.is(at, "it"));
        it && phrase.verb.takes(Frame::That) && words.is(phrase.at + 1, "that")
    }

    /// What a court heard: nobody is named who said it.
    pub fn heard(&self, phrase: &VerbPhrase, finds: &Finds) -> Option<Draft> {
        let words = self.words;
        let that = self.find_that(phrase.at + 1)?;
        let body = noun_phrase::before(words, self.unit.tokens.start, phrase.start);
        if phrase.passive || phrase.negated || finds.is_taken(that) || !body.is_some_and(|body| self.is_hearing(&body)) {
            return None;
        }
        let said = that..self.clause_end(that);
        let cue = Some(phrase.start..phrase.at + 1);
        let percent = phrase.verb.percent();
        (said.len() > 2).then(|| Draft {
            construction: Construction::Heard,
            parts: vec![said],
            speaker: None,
            cue,
            rule: QuoteRule::PassiveCue,
            percent,
        })
    }

    /// Whether "when" stands right before a token: "he said when asked".
    fn follows_when(&self, at: usize) -> bool {
        at > self.unit.tokens.start && self.words.is(at - 1, "when")
    }

    /// What somebody was asked or told.
    pub fn told(&self, phrase: &VerbPhrase, finds: &Finds) -> Option<Draft> {
        let (words, mut at) = (self.words, phrase.at + 1);
        let mut speaker = None;
        if words.is(at, "by") {
            speaker = noun_phrase::after(words, at + 1, self.unit.tokens.end);
            at = speaker.as_ref().map_or(at, |speaker| speaker.end);
            // "by the chair, Ruth Lind, why"
            if let Some(end) = noun_phrase::named_after(words, at, self.unit.tokens.end) {
                at = end + 1;
                speaker = speaker.map(|speaker| speaker.start..end);
            }
        }
        at = self.past_phrases(at);
        let verb = phrase.verb;
        let asks = verb.takes(Frame::Question) && words.is_question_word(at);
        let tells = verb.takes(Frame::That) && (words.is(at, "that") || self.clause_from(at).is_some());
        if !(asks || tells) || phrase.negated || finds.is_taken(at) {
            return None;
        }
        let end = match self.opening_end(at) {
            Some(end) if self.opens_with_circumstance(phrase.start) => end,
            _ if self.opens_sentence(phrase.start) => return None,
            _ => self.clause_end(at),
        };
        let said = at..end;
        (said.len() > 1).then(|| Draft {
            construction: Construction::Passive,
            parts: vec![said],
            speaker,
            cue: Some(phrase.start..phrase.at + 1),
            rule: QuoteRule::PassiveCue,
            percent: verb.percent(),
        })
    }
}
