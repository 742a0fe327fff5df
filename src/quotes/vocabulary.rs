//! Small words that rules ask for by their letters, each set once.
//!
//! What a class or a part of speech tells is asked of [`Words`] and not listed here.

use super::words::{Class, Words};
use crate::syntax::Tag;
use std::ops::Range;

/// Words that begin a clause before the main one, or behind it.
pub(super) const OPENERS: [&str; 12] =
    ["after", "although", "as", "because", "before", "if", "once", "since", "though", "until", "when", "while"];

/// Auxiliaries of the passive.
pub(super) const BE: [&str; 11] = ["is", "was", "were", "are", "be", "been", "being", "'s", "'re", "'m", "got"];

/// Auxiliaries of the perfect.
pub(super) const HAVE: [&str; 6] = ["has", "have", "had", "having", "'ve", "’ve"];

/// Which small word a token is.
impl Words<'_> {
    /// Whether a token is a dash, and no hyphen that joins two words.
    pub fn is_dash(&self, token: usize) -> bool {
        self.class(token) == Class::Stop && self.is_any(token, &["—", "–", "―", "--", "-"])
    }

    /// Whether a token ends a sentence.
    pub fn is_terminal(&self, token: usize) -> bool {
        self.is_any(token, &[".", "!", "?", "…", "..."])
    }

    /// Whether a token opens a bracket.
    pub fn opens_bracket(&self, token: usize) -> bool {
        self.is_any(token, &["(", "["])
    }

    /// Whether a token closes a bracket.
    pub fn closes_bracket(&self, token: usize) -> bool {
        self.is_any(token, &[")", "]"])
    }

    /// Tokens from the last to the first, but for those in brackets: "(NYSE: CRNL)".
    pub fn outside_brackets(&self, tokens: Range<usize>) -> impl Iterator<Item = usize> {
        let mut depth = 0_usize;
        tokens.rev().filter(move |&at| {
            if self.closes_bracket(at) {
                depth += 1;
            } else if self.opens_bracket(at) {
                depth = depth.saturating_sub(1);
            } else {
                return depth == 0;
            }
            false
        })
    }

    /// Whether a token sets the clause it begins against another.
    pub fn is_contrast(&self, token: usize) -> bool {
        self.is_any(token, &["while", "although", "though", "whereas"])
    }

    /// Whether a token may begin an indirect question.
    pub fn is_question_word(&self, token: usize) -> bool {
        self.is_any(token, &["whether", "if", "how", "what", "why", "who", "where", "when"])
    }

    /// Whether a token is a pronoun that only a subject can be: "he", "they", and not "it", "you".
    pub fn is_subject_pronoun(&self, token: usize) -> bool {
        self.is_any(token, &["he", "i", "she", "they", "we"])
    }

    /// Whether a token says whose something is: "his", "their".
    pub fn is_possessive(&self, token: usize) -> bool {
        self.is_any(token, &["his", "her", "their"])
    }

    /// Whether a token repeats the phrase before it: "Ruiz herself".
    pub fn is_reflexive(&self, token: usize) -> bool {
        self.is_any(token, &["himself", "herself", "itself", "themselves"])
    }

    /// Whether "put it" begins at a token.
    pub fn puts_it(&self, token: usize) -> bool {
        self.is_any(token, &["put", "puts"]) && self.is(token + 1, "it")
    }

    /// Whether a token is a participle, or a past tense that may be one: "heading", "involved".
    pub fn is_participle(&self, token: usize) -> bool {
        self.class(token) == Class::Other && matches!(self.tag(token), Tag::Gerund | Tag::PastParticiple | Tag::Past)
    }

    /// Past a time that a word opens which is none by itself: "last week", "earlier this month", "late Tuesday".
    pub fn past_time(&self, token: usize) -> usize {
        let opens = |&at: &usize| self.is_any(at, &["last", "next", "this", "early", "earlier", "late", "later"]);
        let time = (token..token + 3).find(|at| !opens(at)).unwrap_or(token);
        if time > token && self.class(time) == Class::Time { time + 1 } else { token }
    }
}
