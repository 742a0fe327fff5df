//! Reporting verbs: which words are verbs here and no nouns, names or adjectives, with their auxiliaries and adverbs.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::cues::{Form, Frame, Verb};
use super::named::NAMING;
use super::noun_phrase;
use super::phrases::Kind;
use super::reading::Reading;
use super::vocabulary::{BE, HAVE};
use super::words::Class;
use crate::syntax::Tag;

/// Verbs that report speech so often, in percent, need no other sign.
pub(super) const SURE: u8 = 70;

/// Verbs that an infinitive follows whose doing they only tell how often of: "likes to say". "used" is one of several senses.
const HABITS: [&str; 9] = ["continue", "continued", "continues", "like", "liked", "likes", "love", "loved", "loves"];

/// What somebody is who then does say it: "was quick to stress".
const CARRIERS: [&str; 9] = ["able", "anxious", "careful", "eager", "keen", "pains", "proud", "quick", "swift"];

/// What passives tell of what somebody did before: "is supposed to have said".
const RAISED: [&str; 10] =
    ["alleged", "believed", "known", "reported", "reputed", "rumored", "rumoured", "said", "supposed", "understood"];

/// How far from a participle the others of its list are, in tokens.
const LISTED: usize = 20;

/// How far behind a participle the verb of its noun is looked for, in tokens.
const REDUCED: usize = 12;

/// A reporting verb with its auxiliaries and adverbs.
pub(super) struct VerbPhrase {
    pub verb: Verb,
    /// The verb itself.
    pub at: usize,
    /// Its first auxiliary or adverb.
    pub start: usize,
    /// "was told", "asked by"
    pub passive: bool,
    /// "to say"
    pub infinitive: bool,
    /// "did not say", "if she says"
    pub negated: bool,
}

/// Which words are reporting verbs.
impl Reading<'_, '_> {
    /// Every reporting verb of the unit that stands outside marks.
    pub fn verb_phrases(&self) -> Vec<VerbPhrase> {
        let mut phrases = Vec::new();
        let mut at = self.unit.tokens.start;
        while at < self.unit.tokens.end {
            if let Some(stretch) = self.stretch(at) {
                at = self.quoted[stretch].tokens.end;
                continue;
            }
            if let Some(verb) = self.cue(at) {
                phrases.push(self.verb_phrase(at, verb));
            }
            at += 1;
        }
        phrases
    }

    /// The reporting verb at a token, where the word is a verb.
    pub fn cue(&self, at: usize) -> Option<Verb> {
        let mut verb = self.words.verb(at).filter(|verb| self.is_verb(at, *verb))?;
        // "has forecast": written as its base form is.
        if verb.form == Form::Base && matches!(self.words.tag(at), Tag::Past | Tag::PastParticiple) {
            verb.form = Form::Past;
        }
        Some(verb)
    }

    /// Rules out nouns, adjectives and names that look like the verb: "the report", "his claims", "a quoted price".
    fn is_verb(&self, at: usize, verb: Verb) -> bool {
        let words = self.words;
        let fits = match verb.form {
            Form::Base => words.tag(at).is_verb() && !matches!(words.tag(at), Tag::Modal | Tag::Third | Tag::Gerund),
            Form::Third => words.tag(at) == Tag::Third,
            Form::Past => matches!(words.tag(at), Tag::Past | Tag::PastParticiple),
            Form::Ing => words.tag(at) == Tag::Gerund,
        };
        let inside_noun = matches!(words.phrases.holding(at), Some((_, Kind::Noun)));
        fits && !inside_noun && words.class(at + 1) != Class::Hyphen && !self.gives_name(at)
    }

    /// "a firm called Anglia Pallets, which", "she's called Doreen", "named “Better Idea”": a participle that gives a name.
    fn gives_name(&self, at: usize) -> bool {
        let words = self.words;
        let giving = words.is_any(at, &NAMING) && words.tag(at) == Tag::PastParticiple;
        let passive = words.is_any(at.wrapping_sub(1), &BE);
        giving && (passive || words.phrases.from(at, Kind::Verb).is_some_and(|verb| verb.len() == 1) && self.is_reduced(at))
    }

    fn verb_phrase(&self, at: usize, verb: Verb) -> VerbPhrase {
        let words = self.words;
        let group = words.phrases.holding(at).filter(|(_, kind)| *kind == Kind::Verb).map_or(at..at + 1, |(group, _)| group);
        let mut start = group.start;
        // "also claims", "both said"
        while start > self.unit.tokens.start
            && self.stretch(start - 1).is_none()
            && words.phrases.holding(start - 1).is_none()
            && matches!(words.class(start - 1), Class::Adverb | Class::Negation)
        {
            start -= 1;
        }
        let infinitive = words.tag(group.start) == Tag::To;
        let negated = (start..at).any(|at| words.class(at) == Class::Negation);
        let participle = verb.form == Form::Past && words.tag(at) == Tag::PastParticiple;
        let is_be = |at: usize| words.is_any(at, &BE);
        let perfect = (group.start..at).any(|at| words.is_any(at, &HAVE));
        // "having told": a participle.
        let mut verb = verb;
        if words.is(group.start, "having") {
            verb.form = Form::Ing;
        }
        let passive = participle && ((group.start..at).any(is_be) || group.start == at && !perfect && self.is_reduced(at));
        // "she used to say": one verb, with her for its subject.
        if infinitive && let Some(habit) = self.habit_before(start, verb) {
            let phrase = self.verb_phrase(habit, verb);
            return VerbPhrase { at, infinitive: false, passive: false, negated: negated || phrase.negated, ..phrase };
        }
        VerbPhrase {
            verb,
            at,
            start,
            passive,
            infinitive,
            negated: negated || self.is_supposed(start) || self.is_avoided(start, verb),
        }
    }

    /// "a plan announced on Monday would", "asked by a reporter": whether a participle without auxiliaries tells of the noun before it.
    /// Elsewhere it is a past tense that looks like one.
    fn is_reduced(&self, at: usize) -> bool {
        let words = self.words;
        if self.is_listed_perfect(at) {
            return false;
        }
        let subject = noun_phrase::before(words, self.unit.tokens.start, at);
        let Some(subject) = subject.filter(|_| !words.is(at + 1, "by")) else { return true };
        // "would ban the practice called fracking": the noun is another verb's object.
        let before = subject.start.checked_sub(1).filter(|&before| before >= self.unit.tokens.start);
        if let Some((verb, Kind::Verb)) = before.and_then(|before| words.phrases.holding(before)) {
            // Asked of the word alone: whether that one is a verb here would ask of the verb before it, and so on.
            return words.verb(verb.end - 1).is_none_or(|cue| !cue.takes(Frame::Bare));
        }
        // Past when and where, to the verb of the noun before it.
        let mut next = at + 1;
        while next < self.unit.tokens.end.min(at + REDUCED) && self.stretch(next).is_none() {
            next = match words.phrases.holding(next) {
                Some((time, Kind::Time)) => time.end,
                Some((verb, Kind::Verb)) => return words.is_finite(verb.start),
                Some((noun, Kind::Noun)) if words.class(next - 1) == Class::Preposition => noun.end,
                None if matches!(words.class(next), Class::Preposition | Class::Adverb | Class::Number) => next + 1,
                _ => return false,
            };
        }
        false
    }

    /// "has claimed it was rigged, spoken of a plot and called it a farce": one of several participles after one auxiliary.
    fn is_listed_perfect(&self, at: usize) -> bool {
        let words = self.words;
        let unit = &self.unit.tokens;
        let participle = |at: usize| matches!(words.tag(at), Tag::PastParticiple | Tag::Past);
        let before = at.saturating_sub(LISTED).max(unit.start)..at;
        let perfect = |at: usize| words.is_any(at, &HAVE) && (at + 1..at + 3).any(participle);
        let joined = |&at: &usize| words.class(at) == Class::Conjunction && participle(at + 1);
        // Not ", described as frivolous by critics, and".
        let active = |end: usize| words.class(end - 1) != Class::Comma && !(at..end).any(|at| words.is(at, "by"));
        at > unit.start
            && words.class(at - 1) == Class::Comma
            && before.into_iter().any(perfect)
            && (at + 1..unit.end.min(at + LISTED)).find(joined).is_some_and(active)
    }

    /// "If the premier says", "unless she says", "whoever says", "at no point did she say": what may be said, and was not.
    fn is_supposed(&self, verb: usize) -> bool {
        let words = self.words;
        let Some(subject) = noun_phrase::before(words, self.unit.tokens.start, verb) else { return false };
        let opener = subject.start.checked_sub(1).filter(|&at| at >= self.unit.tokens.start);
        let anyone = || {
            let antecedent = opener.filter(|_| words.is_relative(subject.start));
            antecedent.is_some_and(|at| words.is_any(at, &["anyone", "anybody", "nobody", "none"]))
        };
        // "Should the board announce", "Did she say"
        let inverted = || {
            opener.is_some_and(|at| {
                words.is_any(at, &["should", "would", "could", "will", "can", "did", "does", "do", "had"])
                    && (at == self.unit.tokens.start || words.class(at - 1) == Class::Mark || self.is_denied(at))
            })
        };
        words.is_any(subject.start, &["whoever", "nobody", "none", "neither", "anyone", "anybody"])
            || opener.is_some_and(|at| words.is(at, "nor"))
            || anyone()
            || inverted()
            || words.is(subject.start, "no") && !words.is(subject.start + 1, "fewer")
            || opener
                .is_some_and(|at| words.is_any(at, &["if", "imagine", "once", "suppose", "supposing", "unless", "until"]))
                && words.tag(verb) != Tag::Past
    }

    /// "At no point did", "never did": whether the unit begins with what denies the clause that is turned round at a token.
    fn is_denied(&self, auxiliary: usize) -> bool {
        let words = self.words;
        let opening = self.unit.tokens.start..auxiliary.min(self.unit.tokens.start + 4);
        let denies = |at: usize| {
            words.is_any(at, &["hardly", "neither", "never", "no", "not", "nowhere", "rarely", "seldom"])
                && !words.is_any(at + 1, &["only", "until", "since"])
        };
        opening.end == auxiliary && opening.into_iter().any(denies)
    }

    /// "without saying", "instead of saying", "stopped short of saying": what nobody said.
    fn is_avoided(&self, start: usize, verb: Verb) -> bool {
        let words = self.words;
        let back = |count: usize| start.checked_sub(count).filter(|&at| at >= self.unit.tokens.start);
        let is = |count: usize, any: &[&str]| back(count).is_some_and(|at| words.is_any(at, any));
        verb.form == Form::Ing
            && (is(1, &["without", "avoided", "avoid", "avoiding"])
                || is(1, &["of"]) && is(2, &["short", "instead"])
                || is(1, &["than"]) && is(2, &["rather"])
                || is(1, &["from"]) && is(2, &["refrained", "refrain", "refraining", "away"]))
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
        // "was quick to stress", "went so far as to suggest"
        if CARRIERS.contains(&&words.document.lower[before]) {
            let adverb = |at: &usize| matches!(words.class(*at), Class::Adverb | Class::Preposition);
            let verb = (self.unit.tokens.start..before).rev().find(|at| !adverb(at))?;
            return words.is_any(verb, &BE).then_some(verb);
        }
        if words.is(before, "as")
            && before > self.unit.tokens.start + 2
            && words.is(before - 1, "far")
            && words.is(before - 2, "so")
        {
            let verb = before - 3;
            return (inside(&verb) && words.is_any(verb, &["go", "goes", "gone", "went"])).then_some(verb);
        }
        let used = words.is(before, "used") && (by_whom || said.percent() >= SURE);
        // "is supposed to have said", "seems to have said"
        let past = words.is(infinitive + 1, "have");
        let raised = past
            && (RAISED.contains(&&words.document.lower[before]) && words.class(before.wrapping_sub(1)) == Class::Auxiliary
                || words.is_any(before, &["seems", "seemed", "appears", "appeared"]));
        (used || raised || HABITS.contains(&&words.document.lower[before])).then_some(before)
    }
}
