//! Entities: who and what is named, with every mention of the same thing joined.
//!
//! The tagger proposes names one by one; coreference joins them into entities and finds their roles; descriptions that repeat
//! one are added. None of them guesses: a word that is not named in the text is not an entity, and a definite description is
//! joined only on clear evidence.

mod called;
pub mod casing;
mod coreference;
mod descriptions;
mod folding;
pub(crate) mod gender;
mod given;
mod known;
mod names;
pub(crate) mod patterns;
mod roles;
mod spelling;
pub mod tagger;

pub use known::{KnownName, KnownNameError, KnownNames};
pub use patterns::{Matched, Pattern};

use crate::span::Span;
use crate::text::Document;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Whether this is a frequent word of news that is no name, in lower case.
pub(crate) fn is_frequent_word(word: &str) -> bool {
    names::look_up(word).common()
}

/// Whether this is a first name, in lower case.
pub(crate) fn is_first_name(word: &str) -> bool {
    names::look_up(word).first_name()
}

/// Whether this is a place that is known by this name, in lower case.
pub(crate) fn is_listed_place(name: &str) -> bool {
    names::look_up(name).place()
}

/// What kind of thing an entity is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum EntityType {
    /// A human being, real or invented.
    Person,
    /// A company, party, ministry, team, agency or alliance.
    Organization,
    /// A country, city, region, river, building.
    Place,
    /// A nationality, religious or political group, as adjective or noun ("Ukrainian", "Republicans").
    Group,
    /// A named happening ("World War II").
    Event,
    /// A book, film, law, programme.
    Work,
    /// A thing made to be sold or used.
    Product,
    /// A name of anything else.
    Other,
}

/// How a mention names its entity.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Form {
    /// By a name: "Joe Biden", "NATO".
    Name,
    /// By a description: "the president", "the alliance".
    Nominal,
    /// By a pronoun: "he", "it".
    Pronoun,
}

/// What of the caller's found a mention.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MentionRule {
    /// A name that they know.
    Known,
    /// A pattern of theirs.
    Pattern,
}

/// What the text shows of a person's gender: evidence for pronouns, never output.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gender {
    /// "he".
    Male,
    /// "she".
    Female,
}

/// A name found by the tagger, not yet joined to an entity.
#[derive(Clone, PartialEq, Debug)]
pub struct Name {
    /// Its tokens: the name alone, without title, role, article or possessive.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: EntityType,
    /// Probability that span and type are right, 0 to 1.
    pub score: f32,
    /// The thing of the caller's that it names, as an index into what they know.
    pub known: Option<usize>,
    /// Where it stands, if a pattern of the caller's says so: that may be a part of its tokens.
    pub exact: Option<Span>,
}

/// One place in the text where an entity is mentioned.
#[derive(Clone, PartialEq, Debug)]
pub struct Mention {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Where it stands.
    pub span: Span,
    /// The entity, as an index into [`Entities::entities`].
    pub entity: usize,
    /// How it names it.
    pub form: Form,
    /// What of the caller's found it.
    pub rule: Option<MentionRule>,
    /// Probability that span, type and entity are right, 0 to 1.
    pub score: f32,
}

/// One thing in the world that the article names.
#[derive(Clone, PartialEq, Debug)]
pub struct Entity {
    /// What kind of thing it is.
    pub kind: EntityType,
    /// Its fullest name in the text, white space made single.
    pub name: String,
    /// Titles and functions the text gives it ("U.S. President"), as tokens.
    pub roles: Vec<Range<usize>>,
    /// Evidence for "he" or "she".
    pub gender: Option<Gender>,
    /// Evidence for "they": the name is of several people or things.
    pub plural: bool,
}

/// All entities of an article and their mentions, in text order.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Entities {
    /// One for each thing, in the order of first mention.
    pub entities: Vec<Entity>,
    /// All mentions, in text order; name mentions do not overlap.
    pub mentions: Vec<Mention>,
}

/// Finds the entities of an article, among them all that the caller knows by name or by pattern.
pub fn find(document: &Document, known: &KnownNames, matched: Matched) -> Entities {
    let view = casing::View::new(document);
    let mut given = given::Given::new(known);
    let names = given.prevail(&view, tagger::tag(&view), matched);
    let mut entities = coreference::join(&view, names, &given);
    descriptions::add(&view, &mut entities);
    entities
}
