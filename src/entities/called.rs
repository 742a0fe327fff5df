//! Called: names that the text itself says to be somebody's: "full name Ada Marsh", "born Ada Marsh in 1990", "(née Marsh)".
//!
//! The words before such a name leave no doubt that it is a person's, and of which person mostly the same sentence tells. Names are taken as they
//! are written; what somebody is called ("known as the Fox") is not looked for, for it may be anything.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::casing::{Casing, View};
use super::{EntityType, Name, tagger};
use crate::lists;
use crate::room;
use crate::text::{Case, TokenKind};
use std::ops::Range;

/// How sure such a name is.
const SCORE: f32 = 0.85;
/// The longest one, in tokens.
const LONGEST: usize = 5;
/// How far behind a name the comma is looked for that a clause begins after, in tokens.
const REACH: usize = 12;
/// How many words stand at most between somebody's two names.
const BETWEEN: usize = 5;

/// Adds the names that the text says outright, and makes persons of those that were taken for something else.
pub(super) fn add(view: &View, names: &mut Vec<Name>) {
    let told = told(view);
    if told.is_empty() {
        return;
    }
    let mut added = Vec::new();
    for Told { tokens, .. } in told {
        let first = names.partition_point(|name| name.tokens.end <= tokens.start);
        match names.get_mut(first).filter(|name| name.tokens.start < tokens.end) {
            Some(name) if name.tokens == tokens => {
                name.kind = EntityType::Person;
                name.score = name.score.max(SCORE);
            }
            Some(_) => {}
            None => added.push(Name { tokens, kind: EntityType::Person, score: SCORE, known: None, exact: None }),
        }
    }
    room::merge(names, added, |name| name.tokens.start);
}

/// Two names of one person, as indices.
pub(super) struct Pair {
    /// The name that the text says outright.
    pub told: usize,
    /// Another of the same person.
    pub other: usize,
    /// Whether the person goes by the other.
    pub is_former: bool,
}

/// Which names are said to be the same person's.
pub(super) fn pairs(view: &View, names: &[Name]) -> Vec<Pair> {
    let person = |index: &usize| names.get(*index).is_some_and(|name| name.kind == EntityType::Person);
    let mut pairs = Vec::new();
    for Told { tokens, is_former } in told(view) {
        let index = names.partition_point(|name| name.tokens.start < tokens.start);
        if names.get(index).is_none_or(|name| name.tokens != tokens) {
            continue;
        }
        let sentence = view.document.sentence_of(tokens.start);
        let start = view.document.sentences[sentence].tokens.start;
        let before = index.checked_sub(1).filter(person).filter(|&before| {
            let end = names[before].tokens.end;
            end > start
                && end <= tokens.start
                && tokens.start - end <= BETWEEN
                && (end..tokens.start).all(|at| leads(view, at))
        });
        // "Born Ada Marsh in 1990, Lil Kestrel grew up in Leeds", "Born Ada Marsh, she": whom the sentence before begins with.
        let begins = || {
            let (words, end) = (&view.lower, view.document.sentences[sentence].tokens.end);
            let comma = (tokens.end..end.min(tokens.end + REACH)).find(|&at| words.is(at, ","))?;
            if tokens.start > start + 1 {
                return None;
            }
            if let Ok(next) = names.binary_search_by_key(&(comma + 1), |name| name.tokens.start) {
                return Some(next).filter(person);
            }
            let last = sentence.checked_sub(1).map(|last| &view.document.sentences[last].tokens)?;
            let first = names.partition_point(|name| name.tokens.start < last.start);
            let pronoun = matches!(words.get(comma + 1), Some("he" | "she"));
            Some(first).filter(|first| pronoun && person(first) && names[*first].tokens.end <= last.end)
        };
        pairs.extend(before.or_else(begins).map(|other| Pair { told: index, other, is_former }));
    }
    pairs
}

/// A name that words before it tell.
struct Told {
    tokens: Range<usize>,
    /// Whether it is another than the one that the person goes by.
    is_former: bool,
}

/// The names that words before them tell, in text order.
fn told(view: &View) -> Vec<Told> {
    let cues = view.lower.which(|word| word == "name" || is_cue(word));
    let mut told = Vec::new();
    if !cues.contains(&true) {
        return told;
    }
    for (index, sentence) in view.document.sentences.iter().enumerate() {
        if view.casing[index] == Casing::Sentence {
            let sentence = &sentence.tokens;
            told.extend(sentence.clone().filter(|&at| cues[view.lower.number(at)]).filter_map(|at| {
                let tokens = name(view, follows(view, at, sentence)?, sentence)?;
                let is_former = !view.lower.is(at.saturating_sub(1), "full");
                Some(Told { tokens, is_former })
            }));
        }
    }
    told
}

/// Words before another name of a person: "born Ada Marsh".
pub(super) fn is_cue(word: &str) -> bool {
    matches!(word, "born" | "née" | "né" | "nee" | "aka" | "a.k.a" | "a.k.a.")
}

/// What "name" is one of a person with: "real name".
pub(super) fn qualifies_name(word: &str) -> bool {
    matches!(word, "full" | "real" | "birth" | "given" | "legal" | "maiden")
}

/// The token after words that say a person's name: "full name", "real name is", "née", "born", but not "Leeds-born".
fn follows(view: &View, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let word = |at: usize| if sentence.contains(&at) { &view.lower[at] } else { "" };
    let before = word(at.wrapping_sub(1));
    match word(at) {
        "name" if qualifies_name(before) => Some(at + 1 + usize::from(matches!(word(at + 1), "is" | "was" | ":"))),
        cue if is_cue(cue) && before != "-" => Some(at + 1),
        _ => None,
    }
}

/// Whether a word can stand between somebody's two names: "Lil Kestrel, whose real name is Ada Marsh".
fn leads(view: &View, at: usize) -> bool {
    let word = &view.lower[at];
    !word.contains(char::is_alphanumeric)
        || is_cue(word)
        || qualifies_name(word)
        || matches!(word, "who" | "whose" | "his" | "her" | "name" | "is" | "was" | "or" | "'s")
}

/// The name of a person that begins with a token: words with capitals, of which the lists have no place, body or month, and which end as a name
/// in such a place does: "the company was born Acme Widgets and grew" has none.
fn name(view: &View, start: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let is_capital = |at: &usize| {
        let token = view.document.tokens[*at];
        sentence.contains(at) && token.kind == TokenKind::Word && matches!(token.case, Case::Title | Case::Mixed)
    };
    let end = (start..sentence.end).find(|at| !is_capital(at)).unwrap_or(sentence.end);
    let maiden = start.checked_sub(1).is_some_and(|before| view.lower[before].starts_with('n'));
    if !(if maiden { 1 } else { 2 }..=LONGEST).contains(&(end - start)) {
        return None;
    }
    let listed = tagger::exactly(view, &(start..end));
    let other = (start..end).any(|at| lists::CALENDAR_WORDS.contains(&view.lower[at]))
        || listed.place()
        || listed.organization()
        || lists::HEADS.contains(&view.lower[end - 1]);
    let next = if end < sentence.end { &view.lower[end] } else { "" };
    let ends = !next.contains(char::is_alphanumeric) || matches!(next, "in" | "on" | "at" | "to" | "near");
    (!other && (ends || view.listed[start].first_name())).then_some(start..end)
}
