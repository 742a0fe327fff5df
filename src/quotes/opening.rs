//! What a sentence opens with before its main clause: "When asked whether she would run, ...", "Though critics say it sways, ...".

use super::clause::Clauses;
use super::words::Class;

/// How far an opening may go, in tokens.
const LONGEST: usize = 60;

/// Words that begin a clause before the main one.
pub(super) const OPENERS: [&str; 10] =
    ["after", "although", "as", "because", "if", "once", "since", "though", "when", "while"];

impl Clauses<'_, '_> {
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

    /// The comma after which the main clause begins, of a sentence whose opening stands at a token: a clause with a verb follows it.
    pub fn opening_end(&self, from: usize) -> Option<usize> {
        let (words, end) = (self.words, self.unit.tokens.end);
        (from..end.min(from + LONGEST)).find(|&comma| {
            // "If the talks fail, then the port will close"
            let main = if words.class(comma + 1) == Class::Adverb { comma + 2 } else { comma + 1 };
            words.class(comma) == Class::Comma
                && self.stretch(comma).is_none()
                && !words.is_relative(main)
                && (self.stretch_from(main).is_some() || self.clause_from(main).is_some())
        })
    }
}
