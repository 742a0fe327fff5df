//! Genders: who of an article's people is "he" and who is "she".
//!
//! Titles and first names tell it of most. Of the others the article does: by a pronoun that can be nobody else, and by those that
//! were resolved before. How a first name ends is a guess, and only weighed.
#![expect(clippy::indexing_slicing, reason = "one entry for each entity of the article")]

use crate::entities::{Entities, EntityType, Form, Gender};
use crate::quotes::words::Words;

/// How many people's names a sentence may have for its pronouns to tell of one.
const ALONE: usize = 1;

/// The genders of an article's people.
pub(in crate::quotes) struct Genders {
    known: Vec<Option<Gender>>,
    presumed: Vec<Option<Gender>>,
}

impl Genders {
    #[inline(never)]
    pub fn read(words: &Words, entities: &Entities) -> Genders {
        let mut known: Vec<Option<Gender>> = entities.entities.iter().map(|entity| entity.gender).collect();
        let unknown = |(entity, gender): (&crate::entities::Entity, &Option<Gender>)| {
            entity.kind == EntityType::Person && gender.is_none()
        };
        let presumed =
            entities.entities.iter().zip(&known).map(|pair| if unknown(pair) { ending(&pair.0.name) } else { None });
        let presumed = presumed.collect();
        if entities.entities.iter().zip(&known).any(unknown) {
            for (entity, [male, female]) in votes(words, entities).into_iter().enumerate() {
                if known[entity].is_none() && male != female && male.min(female) == 0 {
                    known[entity] = Some(if male > female { Gender::Male } else { Gender::Female });
                }
            }
        }
        Genders { known, presumed }
    }

    /// What is known of somebody.
    pub fn of(&self, entity: usize) -> Option<Gender> {
        self.known[entity]
    }

    /// Whether somebody's name ends as those of the other gender do, and nothing else is known.
    pub fn seems_other(&self, entity: usize, gender: Gender) -> bool {
        self.known[entity].is_none() && self.presumed[entity].is_some_and(|presumed| presumed != gender)
    }

    /// A pronoun that stood for somebody tells it from there on.
    pub fn learn(&mut self, entity: usize, gender: Gender) {
        self.known[entity].get_or_insert(gender);
    }
}

/// The gender that a pronoun asks for.
pub(in crate::quotes) fn of_pronoun(word: &str) -> Option<Gender> {
    match word {
        "he" | "his" | "him" | "himself" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

/// For each entity how many sentences have nobody else in them, and a pronoun of a gender after the name.
fn votes(words: &Words, entities: &Entities) -> Vec<[u32; 2]> {
    let document = words.document;
    let mut votes = vec![[0, 0]; entities.entities.len()];
    let is_person = |entity: usize| entities.entities[entity].kind == EntityType::Person;
    let mut people = entities.mentions.iter().filter(|m| m.form == Form::Name && is_person(m.entity)).peekable();
    for sentence in &document.sentences {
        let (mut only, mut count) = (None, 0);
        while let Some(person) = people.next_if(|m| m.tokens.start < sentence.tokens.end) {
            if only.is_none_or(|(entity, _)| entity != person.entity) {
                count += 1;
            }
            only = only.or(Some((person.entity, person.tokens.end)));
        }
        let Some((entity, end)) = only.filter(|_| count == ALONE) else { continue };
        let mut told = (end..sentence.tokens.end).filter_map(|at| of_pronoun(&document.lower[at]));
        if let Some(gender) = told.next()
            && told.all(|other| other == gender)
        {
            votes[entity][usize::from(gender == Gender::Female)] += 1;
        }
    }
    votes
}

/// What the ending of a first name suggests: most in "-a" are women's and most in "-o" men's, in most languages of Europe, Africa and Asia.
fn ending(name: &str) -> Option<Gender> {
    let (first, _) = name.split_once(' ')?;
    match first.chars().next_back() {
        Some('a') => Some(Gender::Female),
        Some('o') => Some(Gender::Male),
        _ => None,
    }
}
