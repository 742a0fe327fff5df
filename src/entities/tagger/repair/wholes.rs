//! Wholes: names that the labels cut short, where what follows shows that all words with capitals before it are one name: "Black Sea Fleet",
//! "Summit Bancshares, Inc.", "Harbour Homes (LSE: HBH)".
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::classes::LISTED;
use super::replace;
use crate::entities::casing::{Casing, View};
use crate::entities::tagger::labels::Class;
use crate::entities::tagger::reading::Labelled;
use crate::lists;
use crate::text::{Case, TokenKind};
use std::ops::Range;

/// The longest such name, in words with capitals.
const LONGEST: usize = 7;

/// Makes one organization of all words of a unit's or a company's name.
pub fn organizations(view: &View, names: &mut Vec<Labelled>) {
    let whole = |at: usize| unit(view, at).or_else(|| company(view, at)).or_else(|| traded(view, at));
    let ends = view
        .lower
        .which(|word| word == "(" || lists::UNITS.contains(word) || lists::LEGAL_FORMS.contains(word.trim_end_matches('.')));
    let last = |at: &usize| ends[view.lower.number(*at)] && (is_capital(view, *at) || view.lower.is(*at, "("));
    let found = (0..view.document.tokens.len()).filter(last).filter_map(whole);
    let found: Vec<Labelled> = found
        .filter(|tokens| {
            // What the labels see as more of a name is more.
            let overlapping = names.partition_point(|name| name.tokens.end <= tokens.start);
            names.get(overlapping).is_none_or(|name| name.tokens.start >= tokens.start)
        })
        .map(|tokens| Labelled::certain(tokens, Class::Organization, LISTED))
        .collect();
    replace(names, found);
}

fn is_capital(view: &View, at: usize) -> bool {
    let token = view.document.tokens[at];
    token.kind == TokenKind::Word && matches!(token.case, Case::Title | Case::Upper | Case::Mixed)
}

/// Where the words with capitals begin that end with a token, in a sentence where capitals tell names.
fn start(view: &View, last: usize) -> Option<usize> {
    let sentence = view.document.sentence_of(last);
    let from = view.document.sentences[sentence].tokens.start;
    if view.casing[sentence] != Casing::Sentence {
        return None;
    }
    let mut start = last;
    while start > from && last - start < LONGEST && is_capital(view, start - 1) && !view.lower[start - 1].starts_with('\'') {
        start -= 1;
    }
    // "The", "Former" begin a sentence and no name; titles and what is before them are of somebody else.
    let begins = view.lower.is(start, "the")
        || start == from
            && (lists::CLOSED_CLASS.contains(&view.lower[start])
                || lists::ROLE_MODIFIERS.contains(&view.lower[start])
                || lists::SENTENCE_STARTERS.contains(&view.lower[start]));
    start += usize::from(begins);
    let titled = (start..last).any(|at| lists::ROLES.contains(view.lower[at].trim_end_matches('.')));
    (start < last && !titled).then_some(start)
}

/// "101st Airborne Division", "Black Sea Fleet".
fn unit(view: &View, last: usize) -> Option<Range<usize>> {
    if !lists::UNITS.contains(&view.lower[last])
        || view.document.tokens.get(last + 1).is_some() && is_capital(view, last + 1)
    {
        return None;
    }
    let numbered = |at: usize| {
        let word = &view.lower[at];
        word.starts_with(|c: char| c.is_ascii_digit()) && ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end))
    };
    let first = start(view, last);
    // Marines are soldiers too: "7th Marine Regiment".
    let from =
        first.unwrap_or_else(|| (0..last).rev().take(LONGEST).find(|&at| !is_capital(view, at)).map_or(last, |at| at + 1));
    match from.checked_sub(1).filter(|&before| numbered(before)) {
        Some(number) => Some(number..last + 1),
        None => first.map(|first| first..last + 1),
    }
}

/// "Harbour Homes (LSE: HBH)": the words before a bracket that says where the shares are traded.
fn traded(view: &View, bracket: usize) -> Option<Range<usize>> {
    let upper = |at: usize| view.document.tokens.get(at).is_some_and(|token| token.case == Case::Upper);
    let is_ticker = view.lower.is(bracket, "(")
        && upper(bracket + 1)
        && view.lower.get(bracket + 2) == Some(":")
        && upper(bracket + 3)
        && view.lower.get(bracket + 4) == Some(")");
    let last = bracket.checked_sub(1).filter(|&last| is_ticker && is_capital(view, last))?;
    Some(start(view, last).unwrap_or(last)..bracket)
}

/// "(Oslar)", "(“Trentham”)": a short name in brackets behind an organization, made of its first letters or one of its words.
pub fn shortened(view: &View, names: &mut Vec<Labelled>) {
    let mut found = Vec::new();
    for full in names.iter().filter(|name| name.class == Class::Organization && name.tokens.len() > 1) {
        let bracket = full.tokens.end;
        let mark = view.document.tokens.get(bracket + 1).is_some_and(|token| token.kind == TokenKind::Mark);
        let short = bracket + 1 + usize::from(mark);
        let closes = view.lower.is(short + 1 + usize::from(mark), ")");
        let written = view.document.tokens.get(short).is_some_and(|token| token.case == Case::Title);
        if !view.lower.is(bracket, "(") || !closes || !written {
            continue;
        }
        let word = &view.lower[short];
        let mut initials =
            full.tokens.clone().flat_map(|at| view.lower[at].split('-')).filter_map(|part| part.chars().next());
        let made = full.tokens.len() > 2 && word.chars().all(|letter| initials.any(|initial| initial == letter));
        let own = mark && full.tokens.clone().any(|at| view.lower.is(at, word));
        if made && word.chars().count() > 2 || own {
            found.push(Labelled::certain(short..short + 1, Class::Organization, LISTED));
        }
    }
    replace(names, found);
}

/// "Summit Bancshares, Inc.": the words before a legal form.
fn company(view: &View, form: usize) -> Option<Range<usize>> {
    if !lists::LEGAL_FORMS.contains(view.lower[form].trim_end_matches('.')) || view.lower[form].len() < 3 {
        return None;
    }
    let comma = form.checked_sub(1).filter(|&comma| view.lower.is(comma, ","));
    let last = comma.unwrap_or(form).checked_sub(1)?;
    if !is_capital(view, last) || view.document.sentence_of(last) != view.document.sentence_of(form) {
        return None;
    }
    Some(start(view, last)?..form + 1)
}
