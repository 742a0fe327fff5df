//! Repairs: what labels leave undone where the language leaves no doubt.
//!
//! A listed name of many words is one name ("Organization for Security and Cooperation in Europe"), a company's legal form
//! belongs to the company, an honorific to no name, and an account is a name wherever it stands. Each repair is one
//! function, in the file that says what it changes.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

mod bounds;
mod classes;
pub use classes::{LISTED, exactly};
mod dropped;
mod joined;
mod offices;
mod parties;
mod wholes;

use super::labels::Class;
use super::reading::Labelled;
use crate::entities::casing::{Casing, View};
use crate::hashing::{Hashes, both};
use std::collections::{HashMap, HashSet};

/// Repairs the names of an article, in text order.
#[inline(never)]
pub fn names(view: &View, found: Vec<Labelled>) -> Vec<Labelled> {
    let people = People::of(view, &found);
    let mut names: Vec<Labelled> = Vec::with_capacity(found.len());
    let mut sentence = 0;
    for mut name in found {
        while view.document.sentences[sentence].tokens.end <= name.tokens.start {
            sentence += 1;
        }
        bounds::untitle(view, &mut name);
        offices::unranked(view, &mut name);
        let other = bounds::headline(view, &mut name, sentence, &people);
        bounds::undescribed(view, &mut name, sentence, &people);
        classes::employer(view, &mut name, &people);
        bounds::unaffiliated(view, &mut name);
        bounds::small_in_title(view, &mut name, sentence);
        bounds::article(view, &mut name, sentence);
        joined::before_hyphen(view, &mut name);
        let listed = classes::exactly(view, &name.tokens);
        classes::reclass(view, &mut name, listed, sentence);
        classes::incorporate(view, &mut name);
        classes::agree(&mut name, listed);
        if let Some(rest) = joined::after_comma(view, &mut name) {
            names.extend([name, rest]);
            continue;
        }
        if let Some(other) = other {
            names.extend([name, other]);
            continue;
        }
        match names.last_mut() {
            Some(first) if joined::hyphened(view, first, &name) => {
                *first = Labelled { tokens: first.tokens.start..name.tokens.end, ..name }
            }
            Some(company) if joined::legal_form(view, company, &name.tokens) => {
                company.tokens.end = name.tokens.end;
                classes::incorporate(view, company);
            }
            _ if dropped::names_nothing(view, &name, sentence, &people) => {}
            _ => names.push(name),
        }
    }
    wholes::organizations(view, &mut names);
    wholes::shortened(view, &mut names);
    parties::members(view, &mut names);
    offices::holders(view, &mut names);
    joined::listed(view, &mut names);
    joined::coordinated(view, &mut names);
    joined::with_article(view, &mut names);
    joined::firms(view, &mut names, &people);
    classes::enumerated(view, &mut names, &people);
    joined::accounts(view, &mut names);
    names
}

/// Puts names in place of what was found in them, in text order. A name that is found already and is surer stays, and so does one that
/// reaches further.
fn replace(names: &mut Vec<Labelled>, better: Vec<Labelled>) {
    if better.is_empty() {
        return;
    }
    let mut rest = std::mem::take(names).into_iter().peekable();
    for new in better {
        names.extend(std::iter::from_fn(|| rest.next_if(|name| name.tokens.end <= new.tokens.start)));
        if names.last().is_some_and(|last| last.tokens.end > new.tokens.start) {
            continue;
        }
        let within: Vec<Labelled> = std::iter::from_fn(|| rest.next_if(|name| name.tokens.start < new.tokens.end)).collect();
        match &within[..] {
            [same] if same.tokens == new.tokens && same.class == new.class && same.probability > new.probability => {
                names.extend(within);
            }
            [.., last] if last.tokens.end > new.tokens.end => names.extend(within),
            _ => names.push(new),
        }
    }
    names.extend(rest);
}

/// Two letters as one number.
fn ends(first: Option<char>, last: Option<char>) -> u64 {
    both(first.map_or(0, u64::from), last.map_or(0, u64::from))
}

/// The persons of an article who are named in full.
struct People<'v> {
    /// The words of their names.
    words: HashSet<&'v str>,
    /// How many of the names end in a word.
    ends: HashMap<&'v str, usize>,
    /// Words that are names by themselves in sentences.
    alone: HashSet<&'v str>,
    /// The first letters of their first and last words, hashed.
    initials: Hashes,
}

impl<'v> People<'v> {
    fn of(view: &'v View, found: &[Labelled]) -> Self {
        let mut people =
            People { words: HashSet::new(), ends: HashMap::new(), alone: HashSet::new(), initials: Hashes::default() };
        let alone = found.iter().filter(|name| {
            name.tokens.len() == 1 && view.casing[view.document.sentence_of(name.tokens.start)] == Casing::Sentence
        });
        people.alone.extend(alone.map(|name| &view.lower[name.tokens.start]));
        for name in found.iter().filter(|name| name.class == Class::Person && name.tokens.len() > 1) {
            people.words.extend(name.tokens.clone().map(|at| &view.lower[at]));
            let [first, last] = [name.tokens.start, name.tokens.end - 1].map(|at| view.lower[at].chars().next());
            people.initials.insert(ends(first, last));
            *people.ends.entry(&view.lower[name.tokens.end - 1]).or_default() += 1;
        }
        people
    }

    /// Whether another full name than this one ends as it does.
    fn bear(&self, view: &View, name: &Labelled) -> bool {
        let own = usize::from(name.tokens.len() > 1);
        self.ends.get(&view.lower[name.tokens.end - 1]).is_some_and(|&count| count > own)
    }
}
