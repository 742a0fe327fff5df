//! Kinds: what a miscellaneous name is of, by its words and the marks around it.
//!
//! The corpora tell happenings, works and products apart too seldom to learn from; a list and the last word do it where they
//! can. What neither explains stays [`EntityType::Other`].
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::labels::Class;
use crate::entities::EntityType;
use crate::entities::casing::View;
use crate::lists;
use crate::text::TokenKind;
use std::ops::Range;

/// The type of a name of a class.
pub fn of(view: &View, tokens: &Range<usize>, class: Class) -> EntityType {
    match class {
        Class::Person => EntityType::Person,
        Class::Organization => EntityType::Organization,
        Class::Place => EntityType::Place,
        Class::Group => EntityType::Group,
        Class::Miscellaneous => miscellaneous(view, tokens),
    }
}

fn miscellaneous(view: &View, tokens: &Range<usize>) -> EntityType {
    // A year before or after the name of a happening is part of it, but of no list.
    let number = |at: usize| view.document.tokens[at].kind == TokenKind::Number;
    let (mut start, mut end) = (tokens.start, tokens.end);
    if end - start > 1 && number(start) {
        start += 1;
    }
    if end - start > 1 && number(end - 1) {
        end -= 1;
    }
    match listed(view, start..end) {
        Some("e") => return EntityType::Event,
        Some("w") => return EntityType::Work,
        Some("p") => return EntityType::Product,
        Some(_) => return EntityType::Other,
        None => {}
    }
    let happening = |at: usize| lists::HEADS.get(&view.lower[at]) == Some(&"e");
    let mark = |at: Option<usize>| {
        at.and_then(|at| view.document.tokens.get(at)).is_some_and(|token| token.kind == TokenKind::Mark)
    };
    let quoted = mark(tokens.start.checked_sub(1)) && mark(Some(tokens.end));
    // "Meridian (2024)".
    let word = |at: usize| view.document.word_or_empty(Some(at));
    let year = word(tokens.end + 1);
    let dated = word(tokens.end) == "("
        && word(tokens.end + 2) == ")"
        && year.len() == 4
        && year.bytes().all(|byte| byte.is_ascii_digit());
    // "War and Peace" in quotation marks is a book, a quoted "Winter Games" are not.
    if happening(end - 1) || !quoted && (start..end).any(happening) {
        EntityType::Event
    } else if quoted || dated {
        EntityType::Work
    } else {
        EntityType::Other
    }
}

/// What `other_names.txt` says of a name.
fn listed(view: &View, tokens: Range<usize>) -> Option<&'static str> {
    let mut name = String::new();
    for at in tokens.clone() {
        if at > tokens.start && !view.document.tokens[at].glued {
            name.push(' ');
        }
        name.push_str(&view.lower[at]);
    }
    lists::OTHER_NAMES.get(&name).copied()
}
