//! What is seen of an article when a speaker is looked for, and where a name stands in its clause.
//!
//! No parse: a name with its titles, and what stands directly before and after them.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

use super::genders::Genders;
use crate::entities::{Entities, EntityType, Form, Mention};
use crate::lists;
use crate::quotes::marks::{self, Quoted};
use crate::quotes::words::{Class, Words};
use crate::syntax::{Tag, Tags};
use crate::text::Case;
use std::ops::Range;

/// The longest aside after a name that is passed over, in tokens.
const ASIDE: usize = 14;

/// How many adverbs and times may stand before the verb.
const ADVERBS: usize = 4;

/// The words that named a speaker, and an entity that they stand for; one for each, where there are several.
pub(in crate::quotes) type Spoken = (Range<usize>, usize);

/// What is seen of an article when one of its speakers is resolved.
#[derive(Clone, Copy)]
pub(in crate::quotes) struct Sight<'s, 'd> {
    pub words: &'s Words<'d>,
    pub tags: &'s Tags,
    pub quoted: &'s [Quoted],
    pub entities: &'s Entities,
    pub genders: &'s Genders,
    /// Everything in the article that somebody says, in text order.
    pub said: &'s [Range<usize>],
    /// The words of the quote whose speaker is looked for.
    pub own: &'s [Range<usize>],
    /// Who has spoken so far, in text order.
    pub spoke: &'s [Spoken],
}

/// What a name is to its clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::quotes) enum Place {
    /// "Ruiz left": who a main clause is about.
    MainSubject,
    /// "After Ruiz left, ...": who a clause is about that the main clause follows.
    Opening,
    /// "..., as Ruiz left".
    SubordinateSubject,
    /// "beat Ruiz".
    Object,
    /// "Ruiz's lawyer".
    Possessor,
    /// "with Ruiz".
    Complement,
    /// Anywhere else.
    Other,
}

impl<'s> Sight<'s, '_> {
    /// The mentions that lie wholly in some tokens.
    pub fn mentions_in(&self, tokens: &Range<usize>) -> impl DoubleEndedIterator<Item = &'s Mention> + use<'s> {
        let mentions = &self.entities.mentions;
        let from = mentions.partition_point(|m| m.tokens.start < tokens.start);
        let to = mentions.partition_point(|m| m.tokens.start < tokens.end);
        let end = tokens.end;
        mentions[from..to.max(from)].iter().filter(move |m| m.tokens.end <= end)
    }

    /// The mention that holds a token.
    pub fn mention_at(&self, token: usize) -> Option<&'s Mention> {
        let mentions = &self.entities.mentions;
        let next = mentions.partition_point(|m| m.tokens.start <= token);
        mentions.get(next.checked_sub(1)?).filter(|m| m.tokens.end > token)
    }

    pub fn kind(&self, entity: usize) -> EntityType {
        self.entities.entities[entity].kind
    }

    pub fn is_person(&self, entity: usize) -> bool {
        self.kind(entity) == EntityType::Person
    }

    pub fn sentence(&self, token: usize) -> Range<usize> {
        let document = self.words.document;
        document.sentences[document.sentence_of(token)].tokens.clone()
    }

    pub fn block(&self, token: usize) -> usize {
        let document = self.words.document;
        document.sentences[document.sentence_of(token)].block
    }

    /// The words of the quote whose speaker, named at a token, does not name themselves in them: those in marks, and those that
    /// follow. "Ruiz was shocked, she said" may be said by Ruiz.
    pub fn own_beside(&self, at: usize) -> impl Iterator<Item = &'s Range<usize>> {
        self.own.iter().filter(move |part| part.start > at || marks::holding(self.quoted, part.start).is_some())
    }

    /// Whether a token lies in such words.
    pub fn is_own(&self, token: usize, at: usize) -> bool {
        self.own_beside(at).any(|part| part.contains(&token))
    }

    /// Whether somebody says a token.
    pub fn is_said(&self, token: usize) -> bool {
        let next = self.said.partition_point(|part| part.start <= token);
        self.said[..next].last().is_some_and(|part| part.end > token)
    }

    /// Whether a word is a title or function.
    pub fn is_role(&self, token: usize) -> bool {
        lists::ROLES.contains(&self.words.document.lower[token])
            || lists::ROLES.contains(self.words.document.lower[token].trim_end_matches('.'))
    }

    /// The role that the text gives somebody right before a name: "the mayor, Ana Ruiz", "Ruiz's lawyer, Pedro Lind".
    pub fn role_before(&self, mention: &Mention) -> Option<Range<usize>> {
        let roles = &self.entities.entities[mention.entity].roles;
        let next = roles.partition_point(|role| role.end <= mention.tokens.start);
        let role = roles.get(next.checked_sub(1)?)?.clone();
        let comma = role.end + 1 == mention.tokens.start && self.words.class(role.end) == Class::Comma;
        (role.end == mention.tokens.start || comma).then_some(role)
    }

    /// Where the phrase begins that a name ends: its titles, their article and whose they are.
    pub fn begin(&self, mention: &Mention) -> usize {
        let floor = self.sentence(mention.tokens.start).start;
        let mut start = self.role_before(mention).map_or(mention.tokens.start, |role| role.start);
        let modifies = |at: usize| match self.tags.get(at) {
            Tag::Noun | Tag::Name | Tag::Adjective | Tag::Clitic | Tag::Possessive | Tag::Determiner | Tag::Number => {
                self.words.class(at) != Class::Time
            }
            _ => self.words.class(at) == Class::Hyphen,
        };
        let limit = floor.max(start.saturating_sub(ASIDE));
        while start > limit && modifies(start - 1) && !self.ends_person(start, mention) {
            start -= 1;
        }
        start
    }

    /// Whether another person's name ends before a token: a phrase has one, but for whose it is.
    fn ends_person(&self, token: usize, than: &Mention) -> bool {
        let other = self.mention_at(token - 1).filter(|m| m.entity != than.entity && m.form == Form::Name);
        other.is_some_and(|m| self.is_person(m.entity)) && self.words.class(token) != Class::Clitic
    }

    /// Past a name and what is told of it before its verb: "(R-Wis.)", ", 58,", ", the mayor,", ", from York,".
    pub fn past_asides(&self, mention: &Mention) -> usize {
        let words = self.words;
        let mut at = mention.tokens.end;
        let limit = (at + 2 * ASIDE).min(self.sentence(mention.tokens.start).end);
        while at < limit {
            let closes = match words.class(at) {
                Class::Bracket if words.is(at, "(") => Class::Bracket,
                Class::Comma => Class::Comma,
                _ => break,
            };
            let close = (at + 1..limit.min(at + ASIDE)).find(|&next| words.class(next) == closes || self.is_finite(next));
            match close.filter(|&close| words.class(close) == closes) {
                Some(close) => at = close + 1,
                None => break,
            }
        }
        at
    }

    /// Whether a verb that carries a clause stands here.
    pub fn is_finite(&self, at: usize) -> bool {
        self.tags.get(at).is_finite() || self.tags.is_auxiliary(at)
    }

    /// Whether a verb stands after a name and its asides.
    fn is_subject(&self, mention: &Mention) -> bool {
        let past = self.past_asides(mention);
        let passed =
            |at: usize| matches!(self.tags.get(at), Tag::Adverb | Tag::Negation) || self.words.class(at) == Class::Time;
        let verb = (past..past + ADVERBS).find(|&at| !passed(at)).unwrap_or(past);
        // "Ruiz beat Lind": what stands between two people's names is no noun, whatever else it may be.
        let between = verb == mention.tokens.end
            && self.words.document.tokens[verb..].first().is_some_and(|token| token.case == Case::Lower)
            && self.mention_at(verb + 1).is_some_and(|other| self.is_person(other.entity) && other.tokens.start == verb + 1)
            && self.words.class(verb) == Class::Other;
        self.is_finite(verb) || between
    }

    /// What a name is to its clause.
    pub fn place(&self, mention: &Mention) -> Place {
        let words = self.words;
        if words.class(mention.tokens.end) == Class::Clitic {
            return Place::Possessor;
        }
        let begin = self.begin(mention);
        let sentence = self.sentence(begin).start;
        let subject = self.is_subject(mention);
        if begin == sentence {
            return if subject { Place::MainSubject } else { Place::Other };
        }
        let before = begin - 1;
        let tag = self.tags.get(before);
        // "After Ruiz left": such a word takes a noun as well.
        let subordinates = matches!(tag, Tag::Subordinator | Tag::Relative | Tag::RelativeAdverb | Tag::Preposition);
        match tag {
            _ if subject && subordinates && before == sentence => Place::Opening,
            _ if subject && subordinates => Place::SubordinateSubject,
            _ if subject => Place::MainSubject,
            Tag::Preposition => Place::Complement,
            _ if tag.is_verb() => Place::Object,
            _ => Place::Other,
        }
    }

    /// Whether a name stands beside another in a list: "Ruiz, Haddad and Lind".
    pub fn is_listed(&self, index: usize) -> bool {
        let joined = |before: usize, after: usize| {
            self.entities.mentions.get(before).zip(self.entities.mentions.get(after)).is_some_and(|(a, b)| self.joins(a, b))
        };
        joined(index, index + 1) || index.checked_sub(1).is_some_and(|before| joined(before, index))
    }

    /// Whether nothing but a comma or "and" stands between two people with their titles.
    pub fn joins(&self, first: &Mention, second: &Mention) -> bool {
        let words = self.words;
        let (from, to) = (first.tokens.end, self.begin(second));
        let links = |at: usize| words.class(at) == Class::Comma || words.is_any(at, &["and", "&"]);
        first.form == Form::Name
            && second.form == Form::Name
            && first.entity != second.entity
            && self.is_person(first.entity) == self.is_person(second.entity)
            && (1..=2).contains(&to.saturating_sub(from))
            && (from..to).all(links)
    }

    /// Whether a name tells whose somebody else is: "Ruiz's lawyer, Pedro Lind".
    pub fn tells_of_next(&self, index: usize) -> bool {
        let mentions = &self.entities.mentions;
        let end = mentions[index].tokens.end;
        let next = mentions[index + 1..].iter().take(3).find(|m| m.form == Form::Name && self.is_person(m.entity));
        next.is_some_and(|next| next.tokens.start < end + ASIDE && self.begin(next) <= mentions[index].tokens.start)
    }
}
