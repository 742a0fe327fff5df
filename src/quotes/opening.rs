//! What a sentence opens with before its main clause: "When asked whether she would run, ...", "Though critics say it sways, ...".

#![expect(clippy::indexing_slicing, reason = "indices are those of the list of stretches")]

use super::reading::Reading;
use super::vocabulary::OPENERS;
use super::words::Class;

/// How far an opening may go, in tokens.
const LONGEST: usize = 60;

/// What comes before the main clause.
impl Reading<'_, '_> {
    /// Whether nothing, or just "when", stands before a token in its unit.
    pub fn opens_sentence(&self, at: usize) -> bool {
        let start = self.unit.tokens.start;
        at == start || at == start + 1 && self.words.is_any(start, &OPENERS)
    }

    /// Whether the sentence opens with the clause of a token: its main clause is still to come.
    pub fn opens_with_circumstance(&self, at: usize) -> bool {
        let start = self.unit.tokens.start;
        self.opens_sentence(at) || (start..start + 2).any(|at| self.words.is_any(at, &OPENERS))
    }

    /// "Though critics say it sways, the bridge is safe": whether the clause of a subject comes before the main one.
    pub fn opens_subordinate(&self, subject: usize) -> bool {
        let (words, start) = (self.words, self.unit.tokens.start);
        let Some(at) = subject.checked_sub(1).filter(|&at| at >= start) else { return false };
        let opens = at == start || words.class(at - 1) == Class::Conjunction;
        opens && words.is_any(at, &OPENERS)
    }

    /// Where a sentence's opening ends that stands at a token: at the comma after which a clause with a verb of its own follows.
    pub fn opening_end(&self, from: usize) -> Option<usize> {
        self.opening(from).map(|(end, _)| end)
    }

    /// Where an opening ends, and where the main clause begins: past a comma, or past quoted words that end with one.
    pub fn opening(&self, from: usize) -> Option<(usize, usize)> {
        let (words, limit) = (self.words, self.unit.tokens.end.min(from + LONGEST));
        let mut at = from;
        while at < limit {
            let (end, next) = match self.stretch(at) {
                Some(stretch) => {
                    let quoted = &self.quoted[stretch];
                    at = quoted.tokens.end;
                    let comma = quoted.inside().last().is_some_and(|last| words.class(last) == Class::Comma);
                    if !comma {
                        continue;
                    }
                    (at, at)
                }
                None if words.class(at) == Class::Comma => {
                    at += 1;
                    (at - 1, at)
                }
                None => {
                    at += 1;
                    continue;
                }
            };
            // "If the talks fail, then the port will close"
            let main = if words.class(next) == Class::Adverb { next + 1 } else { next };
            let begins = self.stretch_from(main).is_some() || self.clause_from(main).is_some();
            if main < self.unit.tokens.end && !words.is_relative(main) && begins {
                return Some((end, main));
            }
        }
        None
    }
}
