//! Whether a clause begins at a token: a subject there, and a finite verb of its own behind it.
//!
//! "the bridge that Ruiz built in May was safe" is one, with its verb "was"; "the bridge that Ruiz built in May" is a noun phrase.
#![expect(clippy::indexing_slicing, reason = "indices are those of the list of stretches")]

use super::noun_phrase::LONGEST_ASIDE;
use super::phrases::Kind;
use super::reading::Reading;
use super::words::Class;
use crate::syntax::Tag;
use std::ops::Range;

/// How far into a clause its verb is looked for, in tokens.
const LONGEST_SUBJECT: usize = 50;

/// Whether a clause begins.
impl Reading<'_, '_> {
    /// Whether a range has as many words as what is reported has, or is a subject and its verb: "He blinked", "talks continue".
    pub fn is_statement(&self, range: Range<usize>) -> bool {
        let words = self.words;
        match words.count(range.clone()) {
            2 => {
                let subject = matches!(words.tag(range.start), Tag::Name | Tag::Noun | Tag::NounPlural)
                    || words.is_subject_pronoun(range.start);
                subject && matches!(words.tag(range.start + 1), Tag::Past | Tag::Present | Tag::Third)
            }
            count => count > 2,
        }
    }

    /// The finite verb of the clause whose subject begins at a token.
    pub fn clause_from(&self, start: usize) -> Option<usize> {
        let words = self.words;
        let limit = self.unit.tokens.end.min(start + LONGEST_SUBJECT);
        // Clauses within the subject, whose verbs are still to come: "the bridge that Ruiz built".
        let (mut at, mut subject, mut inner) = (start, false, 0_usize);
        // A participle that may be a past tense, where no other verb follows: "millions lost their homes".
        let mut past = None;
        // "her son, who is seven, left": whether a clause of its own has told more of the subject.
        let mut told = false;
        while at < limit {
            if let Some(stretch) = self.stretch_from(at) {
                let inside = self.quoted[stretch].inside();
                // things “should be done”: the verb is among the words in marks.
                if subject && inner == 0 && inside.clone().take(4).any(|at| words.is_finite(at)) {
                    return Some(inside.start);
                }
                let end = self.quoted[stretch].tokens.end;
                // "a column on his “rare courage” she": two subjects, and so no clause.
                if subject && words.is_subject_pronoun(end) {
                    return past;
                }
                (at, subject) = (end, true);
                continue;
            }
            if let Some((phrase, kind)) = words.phrases.holding(at) {
                match kind {
                    Kind::Noun | Kind::Time => subject = true,
                    // "they empathize": a base form after a subject.
                    Kind::Verb if words.is_finite(phrase.start) || subject && words.tag(phrase.start) == Tag::Base => {
                        match inner.checked_sub(1) {
                            Some(rest) => (inner, told) = (rest, true),
                            None => return subject.then_some(phrase.start),
                        }
                    }
                    Kind::Verb
                        if subject
                            && inner == 0
                            && words.tag(phrase.start) == Tag::PastParticiple
                            && words.class(phrase.end) != Class::Preposition =>
                    {
                        past = past.or(Some(phrase.start));
                    }
                    // "the market estimated at a million in May, could grow"
                    Kind::Verb if subject && words.tag(phrase.start) == Tag::PastParticiple => told = true,
                    // "Closing the bridge would be wrong"
                    Kind::Verb => subject |= words.tag(phrase.start) == Tag::Gerund || words.tag(phrase.start) == Tag::To,
                }
                at = phrase.end.max(at + 1);
                continue;
            }
            at = match words.class(at) {
                _ if words.tag(at) == Tag::Existential => {
                    subject = true;
                    at + 1
                }
                Class::Preposition | Class::Adverb | Class::Negation | Class::Clitic | Class::Hyphen | Class::Number => {
                    at + 1
                }
                // The mark that closes a name: the robot “Better Idea” scored
                Class::Mark if subject => at + 1,
                // "declared a state of emergency and said": the verb is another's.
                Class::Conjunction if words.is_finite(at + 1) => return past,
                Class::Conjunction if subject => at + 1,
                _ if words.is_relative(at) && subject => {
                    inner += 1;
                    at + 1
                }
                // "What he wants is", "the way that", "the day when"
                Class::Subordinator if subject || words.is_any(at, &["what", "how", "that", "whether", "why"]) => {
                    // "Fire claims victim as state offers help"
                    let headed = words.is(at, "as") && self.is_headline();
                    let clause = headed || !matches!(words.tag(at), Tag::Preposition | Tag::Adverb);
                    (inner, subject) = (inner + usize::from(clause), true);
                    at + 1
                }
                Class::Comma if told && inner == 0 && words.is_finite(at + 1) => at + 1,
                Class::Comma if subject => match self.past_aside(at, limit) {
                    Some(next) => next,
                    None => return past,
                },
                Class::Bracket if subject => 1 + (at..limit.min(at + LONGEST_ASIDE)).find(|&at| words.closes_bracket(at))?,
                Class::Stop if subject && words.is_dash(at) => {
                    1 + (at + 1..limit.min(at + LONGEST_ASIDE)).find(|&at| words.is_dash(at))?
                }
                Class::Other | Class::Name | Class::Determiner => {
                    subject |= words.tag(at).is_nominal();
                    at + 1
                }
                _ => return past,
            };
        }
        past
    }

    /// Past an aside that a comma opens within a subject: ", the mayor,", ", who owns it,"; or past the comma of a list.
    fn past_aside(&self, comma: usize, limit: usize) -> Option<usize> {
        let words = self.words;
        let begin = comma + 1;
        let closing = (begin..limit.min(begin + LONGEST_ASIDE))
            .find(|&at| words.class(at) == Class::Comma && self.stretch(at).is_none());
        if words.is_relative(begin) {
            return closing.map(|closing| closing + 1);
        }
        // ", christened by Ruiz,": a participle that looks like a past tense.
        let participle = words.phrases.from(begin, Kind::Verb).is_some_and(|verb| verb.len() == 1);
        let plain = |closing: usize| !words.has_finite(begin + usize::from(participle)..closing);
        match closing.filter(|&closing| plain(closing)) {
            // The mark that closes “Sea Witch,” is a comma too.
            Some(closing) => Some(closing + 1 + usize::from(words.class(closing + 1) == Class::Comma)),
            // "red, white and blue": no aside, and no clause of its own.
            None => words
                .phrases
                .from(begin, Kind::Noun)
                .filter(|noun| words.class(noun.end) == Class::Conjunction)
                .map(|_| begin),
        }
    }
}
