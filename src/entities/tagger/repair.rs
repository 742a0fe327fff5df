//! Repairs: what labels leave undone where the language leaves no doubt.
//!
//! A listed name of many words is one name ("Organization for Security and Cooperation in Europe"), a company's legal form
//! belongs to the company, an honorific to no name, and an account is a name wherever it stands. Each repair is one function.

use super::labels::Class;
use super::reading::Labelled;
use crate::entities::casing::View;
use crate::lists;
use crate::text::TokenKind;
use std::ops::Range;

/// How many words a listed name must have to be one name whatever its words are taken for.
const CERTAIN: usize = 4;
/// How sure a name is that a list tells.
const LISTED: f32 = 0.9;

/// Repairs the names of an article, in text order.
pub fn names(view: &View, found: Vec<Labelled>) -> Vec<Labelled> {
    let mut names: Vec<Labelled> = Vec::with_capacity(found.len());
    for mut name in found {
        untitle(view, &mut name);
        if let Some(rest) = after_comma(view, &mut name) {
            names.extend([name, rest]);
            continue;
        }
        match names.last_mut() {
            Some(first) if hyphened(view, first, &name) => {
                *first = Labelled { tokens: first.tokens.start..name.tokens.end, ..name }
            }
            Some(company) if legal_form(view, company, &name.tokens) => company.tokens.end = name.tokens.end,
            _ if is_no_name(view, &name.tokens) => {}
            _ => names.push(name),
        }
    }
    listed(view, &mut names);
    accounts(view, &mut names);
    names
}

/// Leaves an honorific out.
fn untitle(view: &View, name: &mut Labelled) {
    while name.class == Class::Person
        && name.tokens.len() > 1
        && matches!(view.lower[name.tokens.start].trim_end_matches('.'), "mr" | "mrs" | "ms" | "dr" | "prof")
    {
        name.tokens.start += 1;
    }
}

/// Whether a single word is a day, a month or another that names nothing.
fn is_no_name(view: &View, tokens: &Range<usize>) -> bool {
    let word = &*view.lower[tokens.start];
    tokens.len() == 1 && (lists::CALENDAR_WORDS.contains(word) || lists::NO_NAMES.contains(word))
}

/// "Geneva, Switzerland" is two places: what stands after the comma.
fn after_comma(view: &View, name: &mut Labelled) -> Option<Labelled> {
    let comma = name.tokens.clone().find(|&at| name.class == Class::Place && view.lower[at] == ",")?;
    let tokens = comma + 1..name.tokens.end;
    name.tokens.end = comma;
    (!tokens.is_empty() && comma > name.tokens.start).then(|| Labelled { tokens, ..name.clone() })
}

/// "Russia" before "-NATO Council": a hyphen and an institution's last word make one name of two.
fn hyphened(view: &View, first: &Labelled, second: &Labelled) -> bool {
    let (hyphen, tokens) = (first.tokens.end, &view.document.tokens);
    second.tokens.start == hyphen + 1
        && view.lower[hyphen] == "-"
        && tokens[hyphen].glued
        && tokens[hyphen + 1].glued
        && second.class == Class::Organization
        && second.tokens.len() > 1
        && lists::HEADS.get(&*view.lower[second.tokens.end - 1]) == Some(&"o")
}

/// "Ltd." after "Jianghe Motors Group Co.,".
fn legal_form(view: &View, company: &Labelled, form: &Range<usize>) -> bool {
    let between = company.tokens.end..form.start;
    company.class == Class::Organization
        && form.len() == 1
        && matches!(view.lower[form.start].trim_end_matches('.'), "co" | "ltd" | "inc" | "corp" | "llc" | "plc")
        && between.len() <= 1
        && between.into_iter().all(|at| view.lower[at] == ",")
}

/// Puts listed names of many words in place of what was found in them.
fn listed(view: &View, names: &mut Vec<Labelled>) {
    let mut repaired: Vec<Labelled> = Vec::new();
    for name in names.drain(..) {
        if repaired.last().is_some_and(|last| name.tokens.start < last.tokens.end) {
            continue;
        }
        let sentence = &view.document.sentences[view.document.sentence_of(name.tokens.start)];
        let count = view.several(name.tokens.start, sentence.tokens.end);
        if count >= CERTAIN && count > name.tokens.len() {
            let tokens = name.tokens.start..name.tokens.start + count;
            repaired.push(Labelled { tokens, class: name.class, probability: name.probability.max(LISTED) });
        } else {
            repaired.push(name);
        }
    }
    *names = repaired;
}

/// Adds the accounts ("@JaneDoe") that stand in no name.
fn accounts(view: &View, names: &mut Vec<Labelled>) {
    for at in (0..view.document.tokens.len()).filter(|&at| view.document.tokens[at].kind == TokenKind::Handle) {
        let place = names.partition_point(|name| name.tokens.end <= at);
        if names.get(place).is_none_or(|name| name.tokens.start > at) {
            names.insert(place, Labelled { tokens: at..at + 1, class: Class::Person, probability: 0.6 });
        }
    }
}
