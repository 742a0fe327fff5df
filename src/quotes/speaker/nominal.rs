//! Nominals: whom "the minister", "the company", "the 36-year-old" stand for.
//!
//! A person by a role that the text gives them, an organization by the noun in its name or by its kind. Of several that fit, the
//! ranker of pronouns chooses; somebody of another rank ("the deputy minister") or from another place fits not at all, and where
//! nobody fits, nobody is named.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

use super::Evidence;
use super::sight::{Place, Sight};
use crate::entities::{EntityType, Form, Mention};
use crate::lists;
use crate::quotes::words::Class;
use std::ops::Range;

/// One token more than a phrase that tells a person by age may have: "the 36-year-old left-arm spinner".
const AGED: usize = 11;

/// The longest noun phrase that repeats somebody, in tokens: "the former secretary of state".
const LONGEST: usize = 8;

/// How far after a name an age may stand: "Ana Ruiz, 36,", "Ana Ruiz (36)".
const AGE: usize = 3;

/// How many tokens after a name say where somebody is from: "of New South Wales".
const HOME: usize = 4;

/// How many of somebody's roles are looked at, from the first and from the last.
const ROLES: usize = 8;

/// A definite noun phrase: "the former secretary of state".
pub(super) struct Nominal<'t> {
    noun: &'t str,
    modifiers: Vec<&'t str>,
    /// What it is of.
    complement: Vec<&'t str>,
}

/// What shows that somebody is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Fit {
    /// An organization that may be of the kind, for nothing tells of what kind it is.
    Perhaps,
    /// By kind.
    Kind,
    /// By role, or by the noun in the name.
    Role,
}

impl Fit {
    pub fn evidence(self) -> Evidence {
        if self == Fit::Role { Evidence::Role } else { Evidence::Kind }
    }
}

/// Reads the words for a speaker, if they are such a phrase.
pub(super) fn read<'t>(sight: Sight<'t, '_>, speaker: &Range<usize>) -> Option<Nominal<'t>> {
    let words = sight.words;
    if !words.is_any(speaker.start, &["the", "this", "that"]) || speaker.len() > LONGEST {
        return None;
    }
    let lower = &words.document.lower;
    let start = speaker.start + 1;
    let breaks = |&at: &usize| !matches!(words.class(at), Class::Other | Class::Name | Class::Hyphen | Class::Number);
    let end = (start..speaker.end).find(breaks).unwrap_or(speaker.end);
    let noun = end.checked_sub(1).filter(|&noun| noun >= start)?;
    let of = words.class(end) == Class::Preposition;
    if end < speaker.end && !of {
        return None;
    }
    let complement = (end + 1..speaker.end).filter(|&at| words.class(at) != Class::Determiner).map(|at| &lower[at]);
    Some(Nominal {
        noun: &lower[noun],
        modifiers: (start..noun).map(|at| &lower[at]).collect(),
        complement: complement.collect(),
    })
}

impl Nominal<'_> {
    /// How an entity fits, where it is mentioned.
    pub fn fit(&self, sight: Sight, mention: &Mention) -> Option<Fit> {
        let entity = mention.entity;
        match sight.kind(entity) {
            EntityType::Person => {
                let roles = &sight.entities.entities[entity].roles;
                let near = roles.iter().rev().take(ROLES).chain(roles.iter().take(ROLES));
                near.into_iter().any(|role| self.is_role(sight, role, mention)).then_some(Fit::Role)
            }
            EntityType::Organization => self.organization(sight, entity),
            _ => None,
        }
    }

    /// Whether a role is the one that the phrase repeats.
    fn is_role(&self, sight: Sight, tokens: &Range<usize>, mention: &Mention) -> bool {
        let lower = &sight.words.document.lower;
        let of = |at: &usize| matches!(&lower[*at], "of" | "for" | "to" | "at" | "in" | "on" | ",");
        let end = tokens.clone().find(of).unwrap_or(tokens.end);
        // "Gov. Ida Marsh of Maine"
        let from = mention.tokens.end;
        let home = if sight.words.is(from, "of") { from..sight.sentence(from).end.min(from + HOME) } else { from..from };
        let whole: Vec<&str> = tokens.clone().chain(home).map(|at| lower[at].trim_end_matches('.')).collect();
        // "founder and chief executive" are two of one person, "the prince and Prime Minister Ole Strand" are of two.
        let before = tokens.start.wrapping_sub(1);
        let two = sight.words.class(before) == Class::Determiner && sight.mention_at(tokens.end).is_some();
        let heads = (tokens.start..end).filter(|&at| at + 1 == end || &lower[at + 1] == "and" && !two);
        let mut start = tokens.start;
        for head in heads {
            let modifiers: Vec<&str> = (start..head).map(|at| &lower[at]).collect();
            start = head + 2;
            let noun = lower[head].trim_end_matches('.');
            let other = || lists::TITLE_FORMS.get(noun).is_some_and(|forms| forms.split(' ').any(|form| form == self.noun));
            let ranks = |word: &&&str| lists::ROLE_DISTINCTIONS.contains(word) || **word == "prime";
            let same_rank = || {
                modifiers.iter().filter(ranks).all(|word| self.modifiers.contains(word))
                    && self.modifiers.iter().filter(ranks).all(|word| modifiers.contains(word))
            };
            let told = self.modifiers.iter().chain(&self.complement).all(|word| whole.contains(word));
            // "Detective Inspector Moira Lennox" is the detective.
            let first =
                self.modifiers.is_empty() && lists::ROLES.contains(self.noun) && modifiers.first() == Some(&self.noun);
            if first && modifiers.iter().filter(ranks).count() == 0 {
                return true;
            }
            if (noun == self.noun || other()) && told && same_rank() {
                return true;
            }
        }
        false
    }

    fn organization(&self, sight: Sight, entity: usize) -> Option<Fit> {
        if !self.complement.is_empty() {
            return None;
        }
        let name = sight.entities.entities[entity].name.to_lowercase();
        let words: Vec<&str> = name.split(' ').map(|word| word.trim_end_matches(['.', ','])).collect();
        let of = words.iter().position(|word| matches!(*word, "of" | "for" | "on"));
        let head = *words[..of.unwrap_or(words.len())].last()?;
        let told = self.modifiers.iter().all(|word| words.contains(word));
        if head == self.noun && words.len() > 1 {
            return told.then_some(Fit::Role);
        }
        if lists::DESCRIPTIONS.get(&name).is_some_and(|nouns| nouns.split(' ').any(|noun| noun == self.noun)) {
            return told.then_some(Fit::Role);
        }
        let kinds = lists::ORGANIZATION_KINDS.get(self.noun)?;
        if !self.modifiers.is_empty() {
            return None;
        }
        let legal = words.len() > 1 && words.last().is_some_and(|last| lists::LEGAL_FORMS.contains(last));
        let company = matches!(self.noun, "company" | "firm" | "business");
        if words.len() > 1 && kinds.split(' ').any(|kind| kind == head) || legal && company {
            return Some(Fit::Kind);
        }
        (company && !lists::HEADS.contains(head) && !lists::DESCRIPTIONS.contains(&name)).then_some(Fit::Perhaps)
    }
}

/// Whether an organization is more than a place where something is said: it has spoken, or a clause is about it.
pub(super) fn acts(sight: Sight, mention: &Mention) -> bool {
    sight.spoke.iter().rev().take(super::SPEAKERS).any(|(_, entity)| *entity == mention.entity)
        || matches!(sight.place(mention), Place::MainSubject | Place::SubordinateSubject | Place::Possessor)
}

/// "the Spaniard", "the Wales international", "the 36-year-old striker": one person, told by nationality, party, home or age.
pub(super) fn is_told_by_kind(sight: Sight, speaker: &Range<usize>) -> bool {
    let words = sight.words;
    let mut mentions = sight.mentions_in(speaker);
    let told = match (mentions.next(), mentions.next()) {
        (None, _) => age_in(sight, speaker).is_some() && speaker.len() < AGED,
        (Some(group), None) => {
            let head = words.document.word_or_empty(speaker.end.checked_sub(1));
            let people = group.tokens == (speaker.end - 1..speaker.end)
                && sight.kind(group.entity) == EntityType::Group
                && !["s", "men", "ese", "ish", "ch"].iter().any(|plural| head.ends_with(plural));
            people || group.tokens == (speaker.start + 1..speaker.end - 1) && matches!(head, "international" | "native")
        }
        _ => false,
    };
    told && words.is(speaker.start, "the")
}

/// The age that a phrase tells: "the 36-year-old".
fn age_in<'t>(sight: Sight<'t, '_>, speaker: &Range<usize>) -> Option<&'t str> {
    let words = sight.words;
    let age = speaker.start + 1;
    let aged = words.class(age) == Class::Number && words.is(age + 2, "year") && words.is(age + 4, "old");
    aged.then(|| &words.document.lower[age])
}

/// Whether somebody may be of the age that a phrase tells, if it tells one: nobody who is told with another.
pub(super) fn is_of_age(sight: Sight, speaker: &Range<usize>, mention: &Mention) -> bool {
    let Some(age) = age_in(sight, speaker) else { return true };
    let words = sight.words;
    let opens = matches!(words.class(mention.tokens.end), Class::Comma | Class::Bracket);
    let told = mention.tokens.end + 1;
    let closes = matches!(words.class(told + 1), Class::Comma | Class::Bracket | Class::Stop);
    !(mention.form == Form::Name && opens && closes && told < mention.tokens.end + AGE && words.class(told) == Class::Number)
        || words.is(told, age)
}
