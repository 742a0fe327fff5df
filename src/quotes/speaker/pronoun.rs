//! Pronouns: what "he", "she" and "it" ask of whom they stand for, and when that is somebody without a name.

use super::nominal;
use super::sight::Sight;
use crate::entities::gender;
use crate::entities::{EntityType, Form, Gender, Mention};
use crate::lists;
use crate::quotes::words::Class;
use std::ops::Range;

/// How many names may stand between somebody without a name and the pronoun.
const BETWEEN: usize = 40;

/// What a pronoun asks of whom it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wanted {
    Person(Option<Gender>),
    Plural,
    Thing,
}

impl Wanted {
    pub fn by(pronoun: &str) -> Option<Wanted> {
        match pronoun {
            "he" | "his" => Some(Wanted::Person(Some(Gender::Male))),
            "she" | "her" => Some(Wanted::Person(Some(Gender::Female))),
            "they" | "their" => Some(Wanted::Plural),
            "it" => Some(Wanted::Thing),
            _ => None,
        }
    }

    pub fn gender(self) -> Option<Gender> {
        if let Wanted::Person(gender) = self { gender } else { None }
    }

    pub fn fits(self, sight: Sight, mention: &Mention) -> bool {
        let entity = mention.entity;
        match self {
            Wanted::Person(gender) => {
                let known = sight.genders.of(entity);
                sight.is_person(entity) && (gender.is_none() || known.is_none() || known == gender)
            }
            Wanted::Plural => matches!(sight.kind(entity), EntityType::Organization | EntityType::Group),
            Wanted::Thing => sight.kind(entity) == EntityType::Organization && nominal::acts(sight, mention),
        }
    }
}

/// Somebody who spoke and has no name: the words ("a spokesman for the port"), and what pronoun they ask for.
pub(super) struct Unnamed {
    pub words: Range<usize>,
    wanted: Wanted,
}

impl Unnamed {
    /// "A spokesman for the port", "his brother": one person by a function; "The emergency service": a thing.
    pub fn read(sight: Sight, speaker: &Range<usize>) -> Option<Unnamed> {
        let words = sight.words;
        let lower = &words.document.lower;
        let ends =
            |at: usize| matches!(words.class(at), Class::Preposition | Class::Comma | Class::Relative | Class::Bracket);
        let phrase = speaker.clone().skip(1).take_while(|&at| !ends(at));
        let role = |at: usize| if words.is(at, "source") { Some(&"") } else { lists::ROLES.get(&lower[at]) };
        let last = phrase.clone().last()?;
        let wanted = match phrase.filter_map(role).last() {
            Some(function) => {
                // "the senator" is mostly one who is named.
                let one = ["a", "an", "one", "another", "my", "his", "her", "their", "our"];
                words.is_any(speaker.start, &one).then(|| Wanted::Person(gender::of_role(function)))?
            }
            None if lower[last].ends_with('s') && !lower[last].ends_with("ss") => return None,
            None => Wanted::Thing,
        };
        Some(Unnamed { words: speaker.clone(), wanted })
    }

    /// "A spokesman said it was safe. He added ...": whether whoever spoke without a name in this paragraph goes on, since
    /// nobody whom the pronoun fits is named in between.
    pub fn goes_on(&self, sight: Sight, at: usize, wanted: Wanted) -> bool {
        // "A source said no. “It is late,” they said."
        let agrees = match (self.wanted, wanted) {
            (Wanted::Person(told), Wanted::Person(asked)) => told.is_none() || told == asked,
            (Wanted::Person(_), Wanted::Plural) | (Wanted::Thing, Wanted::Thing) => true,
            _ => false,
        };
        let between = self.words.end..at;
        let fits = |m: &Mention| m.form != Form::Pronoun && !sight.is_said(m.tokens.start) && wanted.fits(sight, m);
        sight.block(self.words.start) == sight.block(at)
            && agrees
            && sight.mentions_in(&between).nth(BETWEEN).is_none()
            && !sight.mentions_in(&between).any(fits)
    }
}
