//! Addresses that stand for who works there: "No. 10 declined to comment". A number is one of these only as somebody who speaks or acts, or where
//! the article speaks of Downing Street; "the No. 10 seed" is none.

#![expect(clippy::indexing_slicing, reason = "a word's number is below the number of words")]

use crate::entities::casing::View;
use crate::entities::{EntityType, Name};
use crate::lists;
use crate::room;
use std::ops::Range;

/// How sure such an address is.
const SCORE: f32 = 0.75;

/// Adds the places of "No. 10" and "No. 11".
pub(super) fn add(view: &View, names: &mut Vec<Name>) {
    let begins = view.lower.which(|word| matches!(word, "no" | "no." | "number"));
    let tokens = (0..view.document.tokens.len()).filter(|&at| begins[view.lower.number(at)]);
    let addresses: Vec<Range<usize>> = tokens.filter_map(|at| address(view, at)).collect();
    if addresses.is_empty() {
        return;
    }
    let street = || view.lower.words().any(|word| word == "downing");
    if !addresses.iter().any(|tokens| acts(view, tokens)) && !street() {
        return;
    }
    let free = |tokens: &Range<usize>| {
        let index = names.partition_point(|name| name.tokens.end <= tokens.start);
        names.get(index).is_none_or(|name| name.tokens.start >= tokens.end)
    };
    let found = addresses.into_iter().filter(|tokens| stands_alone(view, tokens) && free(tokens));
    let found = found
        .map(|tokens| Name { tokens, kind: EntityType::Organization, score: SCORE, known: None, exact: None })
        .collect();
    room::merge(names, found, |name| name.tokens.start);
}

/// "No. 10", "No 11", "Number 10", after such a word.
fn address(view: &View, at: usize) -> Option<Range<usize>> {
    if !view.document.word(at).starts_with('N') {
        return None;
    }
    let number = at + 1 + usize::from(view.lower.get(at + 1) == Some("."));
    matches!(view.lower.get(number)?, "10" | "11" | "ten").then_some(at..number + 1)
}

/// Whether who works there does something: "No 10 declined to comment", "a source in No. 10".
fn acts(view: &View, tokens: &Range<usize>) -> bool {
    let back = |count: usize| tokens.start.checked_sub(count).and_then(|at| view.lower.get(at)).unwrap_or_default();
    let next = view.lower.get(tokens.end).unwrap_or_default();
    let speaks = next == "'s"
        || lists::PERSON_VERBS.contains(next)
        || matches!(next, "declined" | "refused" | "referred" | "backed" | "rejected" | "briefed");
    let within = matches!(back(1), "in" | "inside" | "at")
        && matches!(
            back(2),
            "source" | "sources" | "officials" | "staff" | "aides" | "advisers" | "insiders" | "nobody" | "those" | "anyone"
        );
    speaks || within
}

/// Whether none stands before it that is numbered: "the No. 10 seed", "bus No. 10". A family may live "at No. 10", its staff work there.
fn stands_alone(view: &View, tokens: &Range<usize>) -> bool {
    match tokens.start.checked_sub(1).and_then(|at| view.lower.get(at)).unwrap_or_default() {
        "at" => acts(view, tokens),
        before => !matches!(
            before,
            "the" | "a" | "world" | "ranked" | "seed" | "bus" | "route" | "number" | "platform" | "his" | "her"
        ),
    }
}
