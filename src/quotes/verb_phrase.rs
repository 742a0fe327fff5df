//! Reporting verbs: which words are verbs here and no nouns, names or adjectives, with their auxiliaries and adverbs.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::clause::Clauses;
use super::cues::{Form, Verb};
use super::noun_phrase;
use super::words::Class;

/// Verbs that report speech so often, in percent, need no other sign.
pub(super) const SURE: u8 = 70;

/// Verbs that an infinitive follows whose doing they only tell how often of: "likes to say". "used" is one of several senses.
const HABITS: [&str; 9] = ["continue", "continued", "continues", "like", "liked", "likes", "love", "loved", "loves"];

/// What passives tell of what somebody did before: "is supposed to have said".
const RAISED: [&str; 10] =
    ["alleged", "believed", "known", "reported", "reputed", "rumored", "rumoured", "said", "supposed", "understood"];

/// How far back a statement before its attribution shows that it has a verb, in tokens.
const STATEMENT: usize = 40;

/// How many tokens after quoted words their attribution may end.
const ATTRIBUTION: usize = 12;

/// A reporting verb with its auxiliaries and adverbs.
pub(super) struct VerbPhrase {
    pub verb: Verb,
    /// The verb itself.
    pub at: usize,
    /// Its first auxiliary or adverb.
    pub start: usize,
    /// "was told"
    pub passive: bool,
    /// "to say"
    pub infinitive: bool,
    /// "did not say"
    pub negated: bool,
}

impl Clauses<'_, '_> {
    /// Every reporting verb of the unit that stands outside marks.
    pub fn verb_phrases(&self) -> Vec<VerbPhrase> {
        let mut phrases = Vec::new();
        let mut at = self.unit.tokens.start;
        while at < self.unit.tokens.end {
            if let Some(stretch) = self.stretch(at) {
                at = self.quoted[stretch].tokens.end;
                continue;
            }
            if let Some(verb) = self.words.verb(at).filter(|verb| self.may_be_verb(at, *verb)) {
                phrases.push(self.verb_phrase(at, verb));
            }
            at += 1;
        }
        phrases
    }

    /// Rules out nouns and adjectives that look like the verb: "the report", "his claims", "a quoted price".
    pub fn may_be_verb(&self, at: usize, verb: Verb) -> bool {
        let words = self.words;
        let first = at == self.unit.tokens.start;
        let noun_before = !first
            && match words.class(at - 1) {
                Class::Determiner => {
                    // "Three in four say", "the two admit", "Two told her", and not "of four proposed bills".
                    let begins = at - 1 == self.unit.tokens.start || words.is(at - 2, "the");
                    let counts = words.is_count(at - 1) && (verb.percent() >= SURE || begins);
                    !counts && !words.is_any(at - 1, &["all", "both", "some", "many", "several", "most", "any", "each"])
                }
                Class::Preposition => verb.form != Form::Ing && !words.is(at - 1, "to"),
                Class::Clitic => verb.form == Form::Base || words.class(at.saturating_sub(2)) != Class::Pronoun,
                Class::Hyphen => true,
                _ => false,
            };
        let name = words.is_capital(at) && !first && !self.is_headline();
        // “...,” a voice in the ad states. Prices rose, analysts estimate.
        let closes = words.class(at + 1) == Class::Stop
            && words.class(at.wrapping_sub(1)) == Class::Other
            && (self.quoted_end_before(at).is_some_and(|end| at - end <= ATTRIBUTION)
                && (verb.form != Form::Base || self.is_plural(at - 1))
                || self.follows_statement(at, verb.form))
            || self.is_inverted(at, verb.form);
        // "Soviet states and neighbors", "state Senator Ruiz"
        let noun_after = words.class(at + 1) == Class::Conjunction
            || words.is(at, "state") && matches!(words.class(at + 1), Class::Name | Class::Stop);
        let subject = !first && !noun_after && self.is_subject_end(at - 1);
        let noun = verb.is_noun() && !first && !closes && !subject && !self.is_report_start(at + 1, verb.form);
        !noun_before && !name && !noun && !self.gives_name(at) && words.class(at + 1) != Class::Hyphen
    }

    /// "a firm called Anglia Pallets, which", "she's called Doreen": a participle that gives a name.
    fn gives_name(&self, at: usize) -> bool {
        let words = self.words;
        let floor = at.saturating_sub(4).max(self.unit.tokens.start);
        let past_name = (at + 1..self.unit.tokens.end.min(at + 8)).find(|&at| words.class(at) != Class::Name);
        // "A critic called Ruiz a liar"
        let says_what =
            |next: usize| matches!(words.class(next), Class::Determiner | Class::Mark | Class::Other | Class::Adverb);
        let (before, one) = (words.class(at.wrapping_sub(1)), (floor..at).any(|at| words.is_any(at, &["a", "an"])));
        words.is(at, "called")
            && words.class(at + 1) == Class::Name
            && (before == Class::Clitic || before == Class::Other && one && !past_name.is_some_and(says_what))
    }

    /// Whether a noun has the form of a plural.
    fn is_plural(&self, at: usize) -> bool {
        self.words.document.lower[at].ends_with('s')
            || self.words.is_any(at, &["people", "men", "women", "children", "police"])
    }

    /// Whether a comma and a short subject stand before a word, which agrees with it, and a clause with a verb before those.
    fn follows_statement(&self, at: usize, form: Form) -> bool {
        let words = self.words;
        let plural = self.is_plural(at - 1);
        let agrees = match form {
            Form::Base => plural,
            Form::Third => !plural && words.class(at.saturating_sub(2)) == Class::Determiner,
            _ => false,
        };
        let comma = (at.saturating_sub(4).max(self.unit.tokens.start)..at).rev().find(|&at| words.class(at) == Class::Comma);
        agrees && comma.is_some_and(|comma| (self.unit.tokens.start..comma).any(|at| words.may_be_finite(at)))
    }

    /// "The biscuit was kept dry, notes historian Ana Ruiz, the author of": whether a clause, a comma and a name with nothing else to do
    /// stand around a word.
    fn is_inverted(&self, at: usize, form: Form) -> bool {
        let (words, unit) = (self.words, &self.unit.tokens);
        let after_clause = form == Form::Third
            && at > unit.start + 1
            && words.class(at - 1) == Class::Comma
            && (at.saturating_sub(STATEMENT).max(unit.start)..at - 1).any(|at| words.may_be_finite(at));
        let subject = noun_phrase::after(words, at + 1, unit.end).filter(|_| after_clause);
        subject.is_some_and(|subject| {
            words.class(subject.end - 1) == Class::Name
                && (subject.end >= unit.end || matches!(words.class(subject.end), Class::Comma | Class::Stop))
        })
    }

    /// What shows that a word before it is a verb and no noun: "the letter states that", "the plan promises to".
    fn is_report_start(&self, at: usize, form: Form) -> bool {
        let words = self.words;
        // "a report that could", "his promise to leave": nouns. A base form needs a plural before it.
        let noun = words.is(at, "that") && words.may_be_finite(at + 1)
            || form == Form::Base && !words.document.lower[at.saturating_sub(2)].ends_with('s');
        // "rose two basis points to 2.7%"
        let figure = words.is(at, "to") && words.class(at + 1) == Class::Number;
        words.is_any(at, &["that", "to"]) && words.class(at.saturating_sub(2)) == Class::Other && !noun && !figure
            || self.stretch_from(at).is_some()
            // "Ruiz, who owns the ship, cautions that"
            || words.is(at, "that")
                && words.class(at.saturating_sub(2)) == Class::Comma
                && noun_phrase::before(words, self.unit.tokens.start, at - 1).is_some()
    }

    /// Whether a word can end a verb's subject so surely that a noun after it is none: "she claims", "to report".
    fn is_subject_end(&self, at: usize) -> bool {
        match self.words.class(at) {
            // "Insurance claims rose": a capital at the start of a sentence is no sign of a name.
            Class::Name if at == self.unit.tokens.start => self.words.class(at + 2) != Class::Other,
            Class::Pronoun | Class::Relative | Class::Name | Class::Auxiliary | Class::Negation | Class::Conjunction => true,
            Class::Preposition => self.words.is(at, "to"),
            Class::Adverb | Class::Comma => at > self.unit.tokens.start && self.is_subject_end(at - 1),
            Class::Mark => true,
            _ => false,
        }
    }

    fn verb_phrase(&self, at: usize, verb: Verb) -> VerbPhrase {
        let words = self.words;
        let (mut start, mut passive, mut infinitive, mut negated) = (at, false, false, false);
        while start > self.unit.tokens.start && at - start < 8 && self.stretch(start - 1).is_none() {
            let before = start - 1;
            match words.class(before) {
                Class::Auxiliary => {
                    passive |= verb.form == Form::Past
                        && words.is_any(before, &["is", "was", "were", "are", "be", "been", "being"]);
                }
                Class::Negation => negated = true,
                Class::Adverb => {}
                Class::Clitic if verb.form == Form::Ing || verb.form == Form::Past => {}
                Class::Determiner if words.is_any(before, &["both", "all"]) && !infinitive => {}
                Class::Preposition if words.is(before, "to") && (verb.form == Form::Base || words.is(start, "have")) => {
                    infinitive = true;
                }
                _ => break,
            }
            start = before;
        }
        // "she used to say": one verb, with her for its subject.
        if infinitive && let Some(habit) = self.habit_before(start, verb) {
            let phrase = self.verb_phrase(habit, verb);
            return VerbPhrase { at, infinitive: false, passive: false, negated: negated || phrase.negated, ..phrase };
        }
        VerbPhrase { verb, at, start, passive, infinitive, negated }
    }

    /// "used" before "to say", "likes", "went on": the verb right before a token that only tells how often or how long.
    fn habit_before(&self, infinitive: usize, said: Verb) -> Option<usize> {
        let words = self.words;
        let inside = |at: &usize| *at >= self.unit.tokens.start && self.stretch(*at).is_none();
        let before = infinitive.checked_sub(1).filter(inside)?;
        if words.is(before, "on") {
            let verb = before.checked_sub(1).filter(inside)?;
            return words.is_any(verb, &["go", "goes", "gone", "went"]).then_some(verb);
        }
        // "a word used to describe them"
        let by_whom = matches!(words.class(before.wrapping_sub(1)), Class::Pronoun | Class::Name | Class::Relative);
        let used = words.is(before, "used") && (by_whom || said.percent() >= SURE);
        // "is supposed to have said", "seems to have said"
        let past = words.is(infinitive + 1, "have");
        let raised = past
            && (RAISED.contains(&words.document.word(before)) && words.class(before.wrapping_sub(1)) == Class::Auxiliary
                || words.is_any(before, &["seems", "seemed", "appears", "appeared"]));
        (used || raised || HABITS.contains(&words.document.word(before))).then_some(before)
    }
}
