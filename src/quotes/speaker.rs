//! Speakers: which entity the words that name a speaker stand for.
//!
//! A name stands for its own entity, a pronoun for the nearest speaker or subject that fits it, a description for the one
//! entity whose role it repeats. Where nothing fits there is no entity; the words that name the speaker stay.

use super::words::{Class, Words};
use crate::entities::{Entities, Entity, EntityType, Form, Gender, Mention};
use std::ops::Range;

/// How many mentions back a pronoun may reach.
const REACH: usize = 40;

/// Resolves one speaker after the other, in text order.
pub(super) struct Speakers<'s, 'd> {
    words: &'s Words<'d>,
    entities: &'s Entities,
    /// The last speakers, newest last.
    recent: Vec<(usize, usize)>,
}

/// What a pronoun asks of whom it stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Person(Gender),
    Plural,
    Thing,
}

impl<'s, 'd> Speakers<'s, 'd> {
    pub fn new(words: &'s Words<'d>, entities: &'s Entities) -> Self {
        Speakers { words, entities, recent: Vec::new() }
    }

    /// The entity that a speaker's words stand for; remembered for the pronouns that follow.
    pub fn resolve(&mut self, speaker: &Range<usize>) -> Option<usize> {
        let entity = self.look_up(speaker);
        if let Some(entity) = entity {
            self.recent.push((speaker.start, entity));
        }
        entity
    }

    fn look_up(&self, speaker: &Range<usize>) -> Option<usize> {
        let words = self.words;
        let first = speaker.start;
        if speaker.len() == 1 && words.class(first) == Class::Relative {
            return self.antecedent(first);
        }
        if speaker.len() == 1 && words.class(first) == Class::Pronoun {
            let known = self.mentions_in(speaker).find(|m| m.form == Form::Pronoun).map(|m| m.entity);
            return known.or_else(|| self.pronoun(first));
        }
        self.named(speaker).or_else(|| self.described(speaker))
    }

    fn mentions_in(&self, tokens: &Range<usize>) -> impl Iterator<Item = &'s Mention> {
        let mentions = &self.entities.mentions;
        let from = mentions.partition_point(|m| m.tokens.start < tokens.start);
        let end = tokens.end;
        mentions[from..].iter().take_while(move |m| m.tokens.start < end).filter(move |m| m.tokens.end <= end)
    }

    /// The nearest entity before a relative pronoun: "Ruiz, who said".
    fn antecedent(&self, at: usize) -> Option<usize> {
        let before = self.entities.mentions.partition_point(|m| m.tokens.start < at);
        let mention = self.entities.mentions.get(before.checked_sub(1)?)?;
        let near = at - mention.tokens.end <= 2;
        (near && can_speak(&self.entities.entities[mention.entity])).then_some(mention.entity)
    }

    /// The entity whose name is the phrase's head: "White House spokeswoman Jen Psaki", not "an aide to Joe Biden".
    fn named(&self, speaker: &Range<usize>) -> Option<usize> {
        let words = self.words;
        let mut start = speaker.start;
        while start < speaker.end {
            let end = (start + 1..speaker.end)
                .find(|&at| {
                    matches!(
                        words.class(at),
                        Class::Comma
                            | Class::Preposition
                            | Class::Relative
                            | Class::Bracket
                            | Class::Conjunction
                            | Class::Stop
                    ) && !self.mentions_in(speaker).any(|m| m.tokens.contains(&at))
                })
                .unwrap_or(speaker.end);
            let core = start..end;
            if words.class(end) == Class::Conjunction && end < speaker.end && words.is(end, "and") {
                return None;
            }
            let head = self.mentions_in(&core).filter(|m| m.form != Form::Pronoun && m.tokens.end == end).last();
            if let Some(head) = head.filter(|m| can_speak(&self.entities.entities[m.entity])) {
                return Some(head.entity);
            }
            // An apposition may bring the name: "the group's president, Kristen Day,".
            let comma = (end..speaker.end).find(|&at| words.class(at) == Class::Comma)?;
            start = comma + 1;
        }
        None
    }

    /// "the spokeswoman": the one entity with that role.
    fn described(&self, speaker: &Range<usize>) -> Option<usize> {
        let words = self.words;
        if !words.is_any(speaker.start, &["the", "this", "that"]) || speaker.len() > 4 {
            return None;
        }
        let head = words.document.word(speaker.end - 1);
        let text = words.document.text;
        let has_role = |entity: &Entity| {
            entity
                .roles
                .iter()
                .any(|role| role.of(text).rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(head)))
        };
        let before = self.entities.mentions.partition_point(|m| m.tokens.start < speaker.start);
        let nearest = self.entities.mentions[before.saturating_sub(REACH)..before].iter().rev();
        nearest.map(|m| m.entity).find(|&entity| has_role(&self.entities.entities[entity]))
    }

    fn pronoun(&self, at: usize) -> Option<usize> {
        let words = self.words;
        let wanted = if words.is(at, "he") {
            Wanted::Person(Gender::Male)
        } else if words.is(at, "she") {
            Wanted::Person(Gender::Female)
        } else if words.is(at, "they") {
            Wanted::Plural
        } else if words.is(at, "it") {
            Wanted::Thing
        } else {
            return None;
        };
        let document = words.document;
        let sentence = document.sentence_of(at);
        let fits = |entity: usize| fits(&self.entities.entities[entity], wanted);
        // The subject of this sentence, if the pronoun is not it.
        let start = document.sentences.get(sentence).map_or(0, |s| s.tokens.start);
        let here = self.mentions_in(&(start..at)).map(|m| m.entity).find(|&e| fits(e));
        if here.is_some() {
            return here;
        }
        // The last speaker, while near; else the first that fits in the sentences before, nearest sentence first.
        let block = document.sentences.get(sentence).map_or(0, |s| s.block);
        let block_of = |token: usize| document.sentences.get(document.sentence_of(token)).map_or(0, |s| s.block);
        let speaker = self.recent.last().filter(|(token, entity)| block_of(*token) + 1 >= block && fits(*entity));
        if let Some((token, entity)) = speaker {
            // Somebody who acts after that speaker spoke takes the pronoun.
            let between =
                (document.sentence_of(*token) + 1..sentence).rev().find_map(|s| self.subject_of(s)).filter(|&e| fits(e));
            return Some(between.unwrap_or(*entity));
        }
        let before = self.entities.mentions.partition_point(|m| m.tokens.start < start);
        let reach = &self.entities.mentions[before.saturating_sub(REACH)..before];
        let nearest = reach.iter().rev().find(|m| fits(m.entity))?;
        let same = document.sentence_of(nearest.tokens.start);
        reach.iter().find(|m| document.sentence_of(m.tokens.start) == same && fits(m.entity)).map(|m| m.entity)
    }

    /// The name a sentence begins with.
    fn subject_of(&self, sentence: usize) -> Option<usize> {
        let tokens = &self.words.document.sentences.get(sentence)?.tokens;
        let head = tokens.start..tokens.end.min(tokens.start + 8);
        self.mentions_in(&head).find(|m| self.entities.entities[m.entity].kind == EntityType::Person).map(|m| m.entity)
    }
}

fn can_speak(entity: &Entity) -> bool {
    !matches!(entity.kind, EntityType::Event)
}

fn fits(entity: &Entity, wanted: Wanted) -> bool {
    match wanted {
        Wanted::Person(gender) => {
            entity.kind == EntityType::Person && entity.gender.is_none_or(|g| g == gender) && !entity.plural
        }
        Wanted::Plural => entity.plural || entity.kind == EntityType::Group,
        Wanted::Thing => entity.kind == EntityType::Organization,
    }
}
