//! Repeated: places of a name that the labels missed.
//!
//! A name that is marked at least twice is a name wherever the same words stand with the same capitals. Next to another capital they may belong
//! to a longer name ("the New York Jewish Week"), so they are left alone. Frequent words are left alone too.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use crate::entities::casing::{Capital, Casing, View};
use crate::entities::{EntityType, Name};
use crate::hashing::{self, ByHash, both};
use crate::room;
use crate::text::{Case, TokenKind};
use std::ops::Range;

/// How often a name must be marked.
const OFTEN: u16 = 2;
/// The longest name that is looked for, in tokens.
const LONGEST: usize = 4;
/// How sure a place is that is found so.
const SURE: f32 = 0.8;

/// Adds the places of names that are marked often enough.
pub(super) fn add(view: &View, names: &mut Vec<Name>) {
    let key = |tokens: Range<usize>| tokens.fold(0, |key, at| both(key, hashing::string(view.document.word(at))));
    let mut marked: ByHash<(u16, EntityType)> = ByHash::default();
    // Whether a name begins with a word, by its number.
    let mut begins = vec![false; view.lower.words().len()];
    for name in names.iter().filter(|name| name.tokens.len() <= LONGEST) {
        let (count, kind) = marked.entry(key(name.tokens.clone())).or_insert((0, name.kind));
        // A title or a ship of several words is one name at first sight.
        let clear = matches!(name.kind, EntityType::Work | EntityType::Product) && name.tokens.len() > 1;
        *count = count.saturating_add(if clear { OFTEN } else { 1 });
        *kind = name.kind;
        begins[view.lower.number(name.tokens.start)] = true;
    }
    let capital = |at: usize| {
        let token = view.document.tokens[at];
        token.kind == TokenKind::Word && !matches!(token.case, Case::None | Case::Lower)
    };
    let mut found = Vec::new();
    let mut rest = names.iter().peekable();
    for sentence in &view.document.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            while rest.next_if(|name| name.tokens.end <= at).is_some() {}
            if let Some(name) = rest.peek().filter(|name| name.tokens.start <= at) {
                at = name.tokens.end;
                continue;
            }
            let free = rest.peek().map_or(sentence.tokens.end, |name| name.tokens.start.min(sentence.tokens.end));
            let (start, last) = (sentence.tokens.start, sentence.tokens.end);
            let other = |at: usize| (start..last).contains(&at) && capital(at);
            // "Star of David", "Fox and Friends" may be names themselves.
            let links = |at: usize| (start..last).contains(&at) && matches!(&view.lower[at], "of" | "and" | "&" | "-");
            let alone = |end: usize| {
                let the = at == start + 1 && view.lower.is(start, "the");
                let before = at > start && (other(at - 1) && !the || links(at - 1) && at > start + 1 && other(at - 2));
                let linked = at > start + 1 && links(at - 1) && names_end(names, at - 1);
                let after = other(end)
                    || view.lower.get(end) == Some("-")
                    || links(end) && other(end + 1) && !names_begin(names, end + 1);
                (!before || names_end(names, at) || linked) && !after
            };
            let strong = view.capital[at] == Capital::Strong && begins[view.lower.number(at)];
            let common = view.listed[at].common();
            let known = |end: usize| {
                let often = marked.get(&key(at..end)).filter(|(count, _)| *count >= OFTEN && (!common || end > at + 1));
                often.map(|(_, kind)| (end, *kind))
            };
            let longest = strong.then(|| (at + 1..=free.min(at + LONGEST)).rev().find_map(known)).flatten();
            match longest.filter(|(end, _)| alone(*end)) {
                Some((end, kind)) => {
                    found.push(Name { tokens: at..end, kind, score: SURE, known: None, exact: None });
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    room::merge(names, found, |name| name.tokens.start);
}

/// Adds the names of the text that a headline has by other capitals, and persons whom it calls by one word of their names: "HALDEN QUITS" and
/// "Verona Opens Up", where the text says "Ida Halden" and "Verona Hale".
pub(super) fn in_headlines(view: &View, names: &mut Vec<Name>) {
    if view.casing.iter().all(|casing| *casing == Casing::Sentence) {
        return;
    }
    let key = |tokens: Range<usize>| tokens.fold(0, |key, at| both(key, view.lower.hash(at)));
    let mut known: ByHash<EntityType> = ByHash::default();
    for name in names.iter().filter(|name| name.tokens.len() <= LONGEST) {
        known.insert(key(name.tokens.clone()), name.kind);
        if name.kind == EntityType::Person && name.tokens.len() > 1 {
            for at in [name.tokens.start, name.tokens.end - 1] {
                known.entry(key(at..at + 1)).or_insert(EntityType::Person);
            }
        }
    }
    let mut found = Vec::new();
    for (sentence, _) in view.document.sentences.iter().zip(&view.casing).filter(|(_, casing)| **casing != Casing::Sentence)
    {
        let (start, last) = (sentence.tokens.start, sentence.tokens.end);
        let mut at = start;
        while at < last {
            let first = names.partition_point(|name| name.tokens.end <= at);
            let free = names.get(first).map_or(last, |name| name.tokens.start.min(last));
            if free <= at {
                at = names[first].tokens.end;
                continue;
            }
            // Another word that is a name may make a longer one of it.
            let strong = |at: usize| (start..last).contains(&at) && view.capital[at] == Capital::Strong;
            let alone = |end: usize| !(strong(end) || at > start && strong(at - 1));
            let fits = strong(at) && !view.listed[at].common();
            let longest = (at + 1..=free.min(at + LONGEST)).rev().find_map(|end| Some((end, *known.get(&key(at..end))?)));
            match longest.filter(|(end, _)| fits && alone(*end)) {
                Some((end, kind)) => {
                    found.push(Name { tokens: at..end, kind, score: SURE, known: None, exact: None });
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    room::merge(names, found, |name| name.tokens.start);
}

/// Whether a name begins with a token.
fn names_begin(names: &[Name], at: usize) -> bool {
    names.binary_search_by_key(&at, |name| name.tokens.start).is_ok()
}

/// Whether a name ends before a token.
fn names_end(names: &[Name], at: usize) -> bool {
    names.binary_search_by_key(&at, |name| name.tokens.end).is_ok()
}
