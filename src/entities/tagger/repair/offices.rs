//! Offices: where the title of an office ends and the name of who holds it begins.
//!
//! In "Minister of State for Home Affairs Abdul Karim" all words have capitals, and only the given name shows where the person begins.
//! An office with nobody's name after it is left as it is.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::replace;
use crate::entities::casing::{Casing, View};
use crate::entities::tagger::labels::Class;
use crate::entities::tagger::reading::Labelled;
use crate::lists;
use crate::text::{Case, TokenKind};
use std::ops::Range;

/// How sure a person is that an office and a given name tell.
const HOLDER: f32 = 0.8;
/// How far an office is followed, in tokens.
const REACH: usize = 14;

/// Names who holds an office whose title has a portfolio: "Shadow Minister for Farming and Fisheries Tom Reyes".
pub fn holders(view: &View, names: &mut Vec<Labelled>) {
    let holders = (0..view.document.tokens.len()).filter_map(|at| holder(view, names, at));
    let holders: Vec<Range<usize>> = holders.collect();
    replace(names, holders.into_iter().map(|person| Labelled::certain(person, Class::Person, HOLDER)).collect());
}

/// The person after an office that begins with a token.
fn holder(view: &View, names: &[Labelled], at: usize) -> Option<Range<usize>> {
    let word = |at: usize| view.lower.get(at).unwrap_or_default();
    let capital = view.document.tokens.get(at + 2)?.case == Case::Title;
    if !capital || !matches!(word(at + 1), "of" | "for" | "on") || !lists::ROLES.contains(word(at)) {
        return None;
    }
    let sentence = view.document.sentence_of(at);
    let end = view.document.sentences[sentence].tokens.end;
    if view.casing[sentence] != Casing::Sentence {
        return None;
    }
    let is_capital = |at: usize| {
        let token = view.document.tokens[at];
        token.kind == TokenKind::Word && token.case == Case::Title && !view.lower[at].starts_with('\'')
    };
    let links = |at: usize| matches!(word(at), "and" | "of" | "for" | "the" | "&");
    let office = at + 2..end.min(at + REACH);
    let last = office.clone().find(|&at| !is_capital(at) && !links(at)).unwrap_or(office.end);
    let first = last.checked_sub(2).filter(|&first| first > at + 2)?;
    let person = first..last;
    let labelled = || {
        let name = names.get(names.partition_point(|name| name.tokens.end < last));
        name.is_some_and(|name| name.class == Class::Person && name.tokens.end == last && name.tokens.start < first)
    };
    let given = (view.listed[first].first_name() || labelled()) && !view.listed[first].place();
    let before = view.listed[first - 1];
    let plural = word(first - 1).len() > 4 && word(first - 1).ends_with('s');
    // "councillor for Thirsk Hugh Lacey": of a seat the place may be any.
    let seat = matches!(word(at), "councillor" | "mp" | "msp" | "senator" | "candidate" | "bishop" | "vicar" | "mayor");
    let portfolio = !before.first_name() && (before.common() || before.named() || plural || seat);
    let surname = !lists::HEADS.contains(word(last - 1)) && !view.listed[last - 1].common();
    (person.clone().all(is_capital) && given && portfolio && surname).then_some(person)
}

/// Leaves the words of a rank or an office out before a given name: "Lieutenant Colonel Sara Pratt", "Senate Majority Whip Ruth Gallego". Royal
/// titles stay.
pub fn unranked(view: &View, name: &mut Labelled) {
    let is_rank = |at: usize| {
        let word = view.lower[at].trim_end_matches('.');
        (lists::ROLES.contains(word) || lists::ROLE_MODIFIERS.contains(word))
            && !is_royal(word)
            && (!view.listed[at].first_name() || matches!(word, "imam" | "rabbi" | "mullah" | "ayatollah" | "sergeant"))
    };
    let given = (name.tokens.start..name.tokens.end).find(|&at| !is_rank(at)).unwrap_or(name.tokens.end);
    let ranks = name.tokens.start..given;
    let named = given + 1 < name.tokens.end && view.listed[given].first_name();
    let ends = ranks.clone().last().is_some_and(|last| lists::ROLES.contains(view.lower[last].trim_end_matches('.')));
    // "Supt Anand", "Staff Sergeant Tui Parata": a rank that is nobody's name.
    let surname = || {
        given < name.tokens.end
            && view.document.tokens[given].kind == TokenKind::Word
            && ranks.clone().all(|at| {
                (view.listed[at].surname() == 0 || given + 2 == name.tokens.end) && !lists::KIN.contains(&view.lower[at])
            })
    };
    // "Senate Majority Whip Ruth Gallego": an office of a body, and who holds it.
    let held = name.tokens.end.saturating_sub(2);
    if name.class == Class::Organization
        && held > name.tokens.start + 1
        && lists::ROLES.contains(&view.lower[held - 1])
        && view.listed[held].first_name()
        && !view.listed[held].place()
        && !view.listed[held + 1].common()
        && !lists::HEADS.contains(&view.lower[held + 1])
    {
        name.tokens.start = held;
        name.class = Class::Person;
    }
    if matches!(name.class, Class::Person | Class::Place) && ends && (named || name.class == Class::Person && surname()) {
        name.tokens.start = given;
        name.class = Class::Person;
    }
}

fn is_royal(word: &str) -> bool {
    matches!(
        word,
        "king"
            | "queen"
            | "prince"
            | "princess"
            | "pope"
            | "emperor"
            | "empress"
            | "lord"
            | "lady"
            | "sir"
            | "dame"
            | "saint"
            | "duke"
    )
}
