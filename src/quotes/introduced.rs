//! Quoted words that the sentence before them introduces, at a colon, at a comma, or with its full stop.
//!
//! A colon or comma hands over to whoever the sentence is about. A full stop does so only where the sentence is about one
//! person alone; across paragraphs, where it tells besides that this person spoke or wrote.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::cues::Frame;
use super::extent::Unit;
use super::marks::Quoted;
use super::noun_phrase;
use super::stretches::Placed;
use super::words::{Class, Words};
use crate::entities::{Entities, EntityType, Form, Mention};
use crate::lists;
use crate::syntax::Tag;
use crate::text::BlockKind;
use std::ops::Range;

/// Within how many tokens a clause that opens a sentence ends.
const OPENING: usize = 40;

/// The longest sentence, in tokens, that tells of whoever speaks next.
const NARRATION: usize = 48;

/// The most words of a title before a name.
const TITLES: usize = 4;

/// Words beside those of [`lists::OCCASIONS`] that tell that somebody speaks or writes.
const SPEAKING: [&str; 14] = [
    "asked",
    "spoke",
    "speaks",
    "speaking",
    "talked",
    "talks",
    "talking",
    "addressed",
    "addresses",
    "posted",
    "posts",
    "tweeted",
    "lectern",
    "podium",
];

/// The sentence that leads to words in marks, by a colon or a comma: Ruiz shrugged: “...”
pub(super) struct Lead<'a, 'd> {
    words: &'a Words<'d>,
    sentence: Range<usize>,
    /// The colon or comma.
    mark: usize,
    /// Where its main clause begins: "When Lind died, Ruiz released a statement: “...”".
    main: usize,
}

impl<'a, 'd> Lead<'a, 'd> {
    /// The lead to a stretch.
    pub fn to(words: &'a Words<'d>, unit: &Unit, stretch: &Quoted) -> Option<Self> {
        let mark = stretch.tokens.start.checked_sub(1)?;
        let comma = words.class(mark) == Class::Comma && unit.tokens.contains(&mark);
        if !(comma || words.is(mark, ":")) {
            return None;
        }
        let sentence = words.document.sentences.get(words.document.sentence_of(mark))?.tokens.clone();
        let comma = sentence.clone().take(OPENING).find(|&at| words.class(at) == Class::Comma);
        let main = match (words.class(sentence.start), comma) {
            (Class::Subordinator, Some(comma)) if comma < mark => comma + 1,
            _ => sentence.start,
        };
        Some(Lead { words, sentence, mark, main })
    }
}

/// Whoever a lead is about.
impl Lead<'_, '_> {
    fn has_colon(&self) -> bool {
        self.words.is(self.mark, ":")
    }

    /// "Another put it more bluntly: “...”"
    pub fn putting_it(&self) -> Option<Range<usize>> {
        let words = self.words;
        let puts = |&at: &usize| words.puts_it(at);
        let put = (self.main..self.mark).rev().take(OPENING).find(puts)?;
        noun_phrase::before(words, self.main, put)
    }

    /// “From the report: “...””, “Stated Ana Ruiz: “...””, “Here's Ruiz in 1992: “...””, “Said Ruiz, “...””: the phrase after the first word.
    pub fn first_phrase(&self) -> Option<Range<usize>> {
        let (words, start) = (self.words, self.sentence.start);
        let verb = words.verb(start);
        let led = self.has_colon() && (verb.is_some() || words.is_any(start, &["from", "here"]))
            || verb.is_some_and(|verb| verb.percent() >= 80 && !verb.takes(Frame::Addressee));
        let be = matches!(words.class(start + 1), Class::Clitic | Class::Auxiliary);
        let next = start + if be { 2 } else { 1 };
        noun_phrase::after(words, next, self.mark).filter(|_| led)
    }

    /// "..., and Ruiz responded: “...”": the subject of a verb right before the colon.
    pub fn before_verb(&self) -> Option<Range<usize>> {
        let words = self.words;
        let verb = self.mark.saturating_sub(1);
        let before = words.class(verb.saturating_sub(1));
        // "a string of tweets:", "The Washington Post:"
        let noun = words.is_capital(verb)
            || matches!(before, Class::Preposition | Class::Hyphen)
            || before == Class::Determiner && verb > self.sentence.start + 1;
        let past = words.class(verb) == Class::Other && matches!(words.tag(verb), Tag::Past | Tag::PastParticiple);
        // "Ruiz was less convinced: “...”" has no subject right before the participle.
        let active = |phrase: &Range<usize>| words.class(phrase.start.wrapping_sub(1)) != Class::Auxiliary;
        let verbal = self.has_colon() && !noun && (words.verb(verb).is_some() || past);
        noun_phrase::before(words, self.sentence.start, verb).filter(|_| verbal).filter(active)
    }

    /// "The lights were on and I thought: “...”": the pronoun that is the subject of the last clause.
    pub fn last_pronoun(&self) -> Option<Range<usize>> {
        let words = self.words;
        let joined = |at: usize| matches!(words.class(at), Class::Conjunction | Class::Comma | Class::Subordinator);
        let subject = |&at: &usize| words.is_subject_pronoun(at) && joined(at - 1);
        (self.main + 1..self.mark).rev().take(OPENING).find(subject).map(|at| at..at + 1)
    }

    /// The subject of its main clause.
    pub fn subject(&self) -> Option<Range<usize>> {
        noun_phrase::first(self.words, self.main..self.mark)
    }
}

/// A stretch with what may stand before it.
pub(super) struct Before<'a, 'd> {
    pub words: &'a Words<'d>,
    pub entities: &'a Entities,
    pub unit: &'a Unit,
    pub quoted: &'a [Quoted],
    pub index: usize,
    pub drafts: &'a [Placed],
}

/// Whom the clauses of a sentence are about.
#[derive(Default)]
struct Subjects {
    /// The entity of the person named, or none where a description tells it, and the words that do.
    told: Option<(Option<usize>, Range<usize>)>,
    pronoun: Option<usize>,
    /// Whether two are.
    several: bool,
}

impl Subjects {
    fn add(&mut self, entity: Option<usize>, tokens: Range<usize>) {
        self.several |= self.told.as_ref().is_some_and(|(known, _)| *known != entity);
        self.told.get_or_insert((entity, tokens));
    }
}

impl Before<'_, '_> {
    /// Alice Morrow turned to the crowd. “The port is full.” : the one person whom the sentence right before the words is about.
    pub fn speaker(&self) -> Option<Range<usize>> {
        let (words, document) = (self.words, self.words.document);
        let tokens = &self.quoted[self.index].tokens;
        let sentence = document.sentence_of(tokens.start).checked_sub(1).map(|before| &document.sentences[before])?;
        let narration = sentence.tokens.clone();
        let same_block = sentence.block == self.unit.block;
        // “How are you?” “I am fine,” he replied.: a dialogue of two.
        let asks = self.quoted[self.index].inside().last().is_some_and(|last| words.is_any(last, &["?", "!"]));
        let answered = asks && self.quoted.get(self.index + 1).is_some_and(|next| next.tokens.start == tokens.end);
        let whole = *tokens == self.unit.tokens && narration.end == tokens.start && !answered;
        let plain = words.is(narration.end - 1, ".")
            && narration.len() <= NARRATION
            && document.blocks[sentence.block].kind == BlockKind::Paragraph
            && !narration.clone().any(|at| words.class(at) == Class::Mark);
        let reported = || {
            let reaches = |(draft, _): &Placed| draft.parts.iter().any(|part| part.end > narration.start);
            self.drafts.iter().rev().take(OPENING).any(reaches)
        };
        let speaks =
            || narration.clone().any(|at| words.is_any(at, &SPEAKING) || lists::OCCASIONS.contains(&document.lower[at]));
        if !whole || !plain || reported() || !(same_block || speaks()) {
            return None;
        }
        self.sole_subject(narration)
    }

    /// The one person whom a sentence's clauses have for a subject.
    fn sole_subject(&self, sentence: Range<usize>) -> Option<Range<usize>> {
        let words = self.words;
        let mut subjects = Subjects::default();
        for at in sentence.clone() {
            let begins = at == sentence.start
                || matches!(words.class(at - 1), Class::Comma | Class::Conjunction | Class::Subordinator)
                || words.is(at - 1, ";");
            if begins {
                self.add_subject(at, sentence.end, &mut subjects);
            }
        }
        let people = self.people(sentence.clone());
        let first = people.clone().next().map(|mention| mention.entity);
        let others = people.clone().any(|mention| Some(mention.entity) != first);
        match (subjects.told, subjects.pronoun) {
            _ if subjects.several => None,
            // "Morrow looked at Teague, and he shrugged."
            (Some(_), Some(_)) if others => None,
            (Some((_, tokens)), _) => Some(tokens),
            (None, pronoun) => pronoun.map(|at| at..at + 1),
        }
    }

    /// Adds the subject of the clause that may begin at a token, if it is a person.
    fn add_subject(&self, at: usize, end: usize, subjects: &mut Subjects) {
        let words = self.words;
        if words.is_any(at, &["he", "she", "i"]) {
            subjects.several |= subjects.pronoun.is_some_and(|other| !words.is(at, &words.document.lower[other]));
            subjects.pronoun = Some(at);
            return;
        }
        if words.is_any(at, &["they", "we"]) {
            subjects.several = true;
            return;
        }
        // "Mayor", "the mayor": a title before a name, and not "the oversized".
        let titled = |from: usize, to: usize| {
            let role = (from..to).any(|at| lists::ROLES.contains(&words.document.lower[at]));
            let titles = |at: usize| match words.class(at) {
                Class::Name => true,
                Class::Other | Class::Determiner => role,
                _ => false,
            };
            to - from <= TITLES && (from..to).all(titles)
        };
        let named = self.people(at..end).next().filter(|mention| titled(at, mention.tokens.start));
        let (entity, phrase) = match named {
            Some(mention) => (Some(mention.entity), at..mention.tokens.end),
            None => {
                let is_role = |&role: &usize| lists::ROLES.contains(&words.document.lower[role]);
                let Some(role) = (at + 1..end.min(at + TITLES)).find(is_role) else { return };
                // "another major challenge was": the role's word tells of the next.
                let next = role + 1;
                let goes_on = !words.is_finite(next + 1) || words.is_finite(next);
                if words.class(at) != Class::Determiner || !titled(at, next) || !goes_on {
                    return;
                }
                (None, at..role + 1)
            }
        };
        match words.class(phrase.end) {
            Class::Conjunction
                if words.is(phrase.end, "and") && matches!(words.class(phrase.end + 1), Class::Name | Class::Determiner) =>
            {
                subjects.several = true;
            }
            Class::Auxiliary | Class::Adverb => subjects.add(entity, phrase),
            Class::Other if !words.is_capital(phrase.end) => subjects.add(entity, phrase),
            // "Ana Ruiz, the mayor, walked"
            Class::Comma => {
                let aside = |&at: &usize| words.class(at) == Class::Comma;
                let closing = (phrase.end + 1..end.min(phrase.end + OPENING)).find(aside);
                let goes_on =
                    closing.is_some_and(|at| matches!(words.class(at + 1), Class::Other | Class::Auxiliary | Class::Adverb));
                if goes_on && self.people(phrase.end + 1..end).next().is_none_or(|next| next.tokens.start > phrase.end + 1) {
                    subjects.add(entity, phrase);
                }
            }
            _ => {}
        }
    }

    /// The people named in a range of tokens.
    fn people(&self, tokens: Range<usize>) -> impl Iterator<Item = &Mention> + Clone {
        let entities = self.entities;
        let from = entities.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        let within = entities.mentions[from..].iter().take_while(move |mention| mention.tokens.start < tokens.end);
        within.filter(|mention| mention.form == Form::Name && entities.entities[mention.entity].kind == EntityType::Person)
    }
}
