//! The caller's own names, found wherever they are written.
//!
//! A name is compared token by token, never inside a word; of several that fit, the longest is taken. What is short for a
//! known name ("Ruiz" for "Ana Ruiz") is joined to it by coreference, as for any other name.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

use super::casing::{View, straight};
use super::{EntityType, Name};
use crate::text::Document;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// One thing that the caller knows by name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownName {
    /// What its entity is called, and the first way it may be written.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// Other ways it may be written.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether capitals must be as given: "US" but not "us".
    #[serde(default, rename = "caseSensitive")]
    pub case_sensitive: bool,
}

/// A list of known names that was checked. Empty by default.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct KnownNames {
    names: Vec<(String, EntityType)>,
    /// All ways to write them, by their first word.
    spellings: HashMap<String, Vec<Spelling>>,
}

/// One way to write a name.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Spelling {
    name: usize,
    lower: Vec<String>,
    /// The words as they must be written, where capitals matter.
    exact: Option<Vec<String>>,
}

/// Why a list of names cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownNameError {
    /// The entry that is wrong, counted from 0.
    pub index: usize,
    /// Its name.
    pub name: String,
    problem: Problem,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Problem {
    NoWord(String),
    Twice(String, String),
}

impl fmt::Display for KnownNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "names[{}] ({:?}): ", self.index, self.name)?;
        match &self.problem {
            Problem::NoWord(spelling) => write!(f, "there is no letter or digit in {spelling:?}"),
            Problem::Twice(spelling, other) => write!(f, "{spelling:?} is already a name of {other:?}"),
        }
    }
}

impl std::error::Error for KnownNameError {}

impl KnownNames {
    /// Checks a list: every name and alias has a letter or digit, and none belongs to two entries.
    pub fn new(list: impl IntoIterator<Item = KnownName>) -> Result<Self, KnownNameError> {
        let mut known = KnownNames::default();
        for (index, entry) in list.into_iter().enumerate() {
            known.names.push((entry.name.clone(), entry.kind));
            for written in [&entry.name].into_iter().chain(&entry.aliases) {
                known.add(index, written, entry.case_sensitive).map_err(|problem| KnownNameError {
                    index,
                    name: entry.name.clone(),
                    problem,
                })?;
            }
        }
        Ok(known)
    }

    fn add(&mut self, name: usize, written: &str, case_sensitive: bool) -> Result<(), Problem> {
        let document = Document::read(written);
        let all: Vec<String> = document.lower.iter().map(str::to_owned).collect();
        let first = all.first().filter(|_| written.chars().any(char::is_alphanumeric));
        let first = first.ok_or_else(|| Problem::NoWord(written.to_owned()))?.clone();
        let words = (0..document.tokens.len()).map(|t| straight(document.word(t)).into_owned());
        let exact = case_sensitive.then(|| words.collect());
        let spellings = self.spellings.entry(first).or_default();
        let same =
            |other: &&Spelling| other.lower == all && (other.exact == exact || other.exact.is_none() || exact.is_none());
        match spellings.iter().find(same).map(|other| other.name) {
            Some(other) if other != name => return Err(Problem::Twice(written.to_owned(), self.names[other].0.clone())),
            Some(_) => {}
            None => spellings.push(Spelling { name, lower: all, exact }),
        }
        Ok(())
    }

    /// What a known name is called, and what it is.
    pub(super) fn get(&self, known: usize) -> (&str, EntityType) {
        let (name, kind) = &self.names[known];
        (name, *kind)
    }

    /// How many things are known.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// Where an article names them.
    pub(super) fn found(&self, view: &View) -> Vec<Name> {
        let mut found = Vec::new();
        if self.names.is_empty() {
            return found;
        }
        let mut at = 0;
        while at < view.document.tokens.len() {
            let longest = self.longest(view, at);
            at += longest.map_or(1, |spelling| spelling.lower.len());
            if let Some(spelling) = longest {
                let tokens = at - spelling.lower.len()..at;
                found.push(Name {
                    tokens,
                    kind: self.get(spelling.name).1,
                    score: 1.0,
                    known: Some(spelling.name),
                    exact: None,
                });
            }
        }
        found
    }

    fn longest(&self, view: &View, at: usize) -> Option<&Spelling> {
        let document = view.document;
        let fits = |spelling: &&Spelling| {
            let tokens = at..at + spelling.lower.len();
            tokens.clone().map(|t| view.lower.get(t)).eq(spelling.lower.iter().map(|word| Some(&**word)))
                && document.sentence_of(at) == document.sentence_of(tokens.end - 1)
                && spelling.exact.as_ref().is_none_or(|exact| {
                    tokens.map(|t| straight(document.word(t))).eq(exact.iter().map(|word| Cow::Borrowed(&**word)))
                })
        };
        self.spellings.get(&view.lower[at])?.iter().filter(fits).max_by_key(|spelling| spelling.lower.len())
    }
}
