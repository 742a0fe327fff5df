//! When, where and on what occasion something was said: what may stand between a verb and its report, and is none of it.

use super::clause_end::Bounds;
use super::noun_phrase;
use super::reading::Reading;
use super::words::Class;
use crate::lists;
use crate::syntax::Tag;

/// How far when and where something was said may reach, in tokens.
const LONGEST: usize = 40;

/// How far when and where go on.
impl Reading<'_, '_> {
    /// Past times and prepositions with their nouns: "in Lisbon on Monday, March 3".
    pub fn past_phrases(&self, from: usize) -> usize {
        let words = self.words;
        let dates = |at: usize| matches!(words.class(at), Class::Time | Class::Number);
        let (mut at, limit) = (from, self.unit.tokens.end.min(from + LONGEST));
        while at < limit {
            at = match words.class(at) {
                // "told last week that"
                _ if words.past_time(at) > at && !self.begins_noun(words.past_time(at) - 1) => words.past_time(at),
                Class::Time | Class::Adverb => at + 1,
                Class::Number | Class::Comma if at > from && dates(at - 1) && (dates(at) || dates(at + 1)) => at + 1,
                Class::Preposition if self.begins_infinitive(at) => return at,
                Class::Preposition if words.class(at + 1) == Class::Time => at + 2,
                Class::Preposition => match noun_phrase::after(words, at + 1, limit) {
                    Some(phrase) => phrase.end,
                    None => return at,
                },
                _ => return at,
            };
        }
        at
    }

    /// Past when and where something was said: "Tuesday", "on Monday in Kyiv", "in an interview with CNN".
    pub fn past_circumstance(&self, from: usize) -> usize {
        let words = self.words;
        let mut at = from;
        loop {
            match words.class(at) {
                _ if words.past_time(at) > at && !self.begins_noun(words.past_time(at) - 1) => at = words.past_time(at),
                Class::Time | Class::Adverb
                    if !self.words.is_any(at, &["there", "once", "so", "instead"]) && !self.begins_noun(at) =>
                {
                    at += 1;
                }
                Class::Preposition if words.is_any(at, &["on", "in"]) && words.class(at + 1) == Class::Time => {
                    at += 2;
                    while words.class(at) == Class::Number {
                        at += 1;
                    }
                }
                Class::Preposition if words.is_any(at, &["in", "on", "at", "during"]) && self.is_occasion(at) => {
                    let Some(phrase) = noun_phrase::after(words, at + 1, (at + 12).min(self.unit.tokens.end)) else {
                        return at;
                    };
                    // Without a comma or a pronoun after it, nothing shows where the circumstance ends.
                    match words.class(phrase.end) {
                        Class::Time | Class::Preposition | Class::Pronoun => at = phrase.end,
                        Class::Comma if self.begins_clause(phrase.end + 1) => at = phrase.end + 1,
                        _ => return from,
                    }
                }
                // "said after the vote she would leave"
                _ if words.tag(at) == Tag::Preposition && words.is_any(at, &["after", "before", "during", "following"]) => {
                    match noun_phrase::after(words, at + 1, (at + 12).min(self.unit.tokens.end)) {
                        Some(phrase) if self.clause_from(phrase.end).is_some() => return phrase.end,
                        _ => return at,
                    }
                }
                _ => return at,
            }
            if at >= self.unit.tokens.end {
                return at;
            }
        }
    }

    /// Whether a time or an adverb is no circumstance but part of a noun phrase: "Monday's vote", "first-time voters", "December
    /// cuts".
    pub fn begins_noun(&self, at: usize) -> bool {
        let words = self.words;
        let month = lists::MONTHS.contains(&words.document.lower[at]);
        matches!(words.class(at), Class::Time | Class::Adverb)
            && (matches!(words.class(at + 1), Class::Clitic | Class::Hyphen) || month && words.class(at + 1) == Class::Other)
    }

    /// "in an interview", "at a rally", "in a statement".
    pub fn is_occasion(&self, preposition: usize) -> bool {
        let end = (preposition + 6).min(self.unit.tokens.end);
        (preposition + 1..end).any(|at| lists::OCCASIONS.contains(self.words.document.word(at)))
    }
}

/// Whether there is anything else.
impl Bounds<'_, '_> {
    /// Whether a clause has nothing but an addressee, where and when: "told reporters in Lisbon on Monday, after the vote".
    pub fn says_nothing(&self, start: usize, addressee_end: usize) -> bool {
        let words = self.words;
        let next = self.past_phrases(addressee_end);
        let adds = words.class(next) == Class::Comma
            && matches!(words.class(next + 1), Class::Subordinator | Class::Preposition)
            && !words.is(next + 1, "that");
        adds || next >= self.clause_end(start)
    }
}
