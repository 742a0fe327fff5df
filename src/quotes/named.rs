//! Words in marks that name something and that nobody says: nicknames and titles of works.
//!
//! To everything after, such words are one name: a phrase goes on over their marks, and no quote begins there. Only what its
//! neighbours show to be a name is taken out: “a disgrace” after "called" stays somebody's words.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::extent;
use super::marks::Quoted;
use super::words::{Class, Words};
use crate::entities::{Entities, EntityType, Form};
use crate::lists;
use crate::text::BlockKind;
use std::ops::Range;

/// The most words of a title in marks.
const TITLE: usize = 9;

/// The most words of a nickname.
const NICKNAME: usize = 3;

/// Participles that a name follows: a robot, named “Better Idea,” scored.
pub(super) const NAMING: [&str; 9] =
    ["named", "called", "nicknamed", "dubbed", "christened", "codenamed", "titled", "entitled", "subtitled"];

/// Makes names of the stretches that are names. Gives the others, and the tokens of the names.
#[inline(never)]
pub(super) fn take_out(words: &mut Words, entities: &Entities, mut quoted: Vec<Quoted>) -> (Vec<Quoted>, Vec<Range<usize>>) {
    let mut names = Vec::new();
    let mut named_before: Option<usize> = None;
    quoted.retain(|stretch| {
        // “Austin” and “Lisbon”
        let joined = named_before.is_some_and(|end| (end..stretch.tokens.start).all(|at| joins(words, at)));
        let named = stretch.opened && stretch.closed && is_name(words, entities, stretch, joined);
        named_before = named.then_some(stretch.tokens.end);
        if named {
            let name = bare(words, stretch.inside());
            let comma = Some(name.end).filter(|&at| words.class(at) == Class::Comma && at < stretch.inside().end);
            words.join_name(stretch.tokens.clone(), comma);
            names.push(stretch.tokens.clone());
        }
        !named
    });
    (quoted, names)
}

/// Words with the whole of the name in marks that they end in, if it ends before `limit`: the hacker known as “Corky,”
pub(super) fn whole(names: &[Range<usize>], words: Range<usize>, limit: usize) -> Range<usize> {
    let last = names.partition_point(|name| name.end < words.end);
    let name = names.get(last).filter(|name| words.start <= name.start && name.start < words.end && name.end <= limit);
    words.start..name.map_or(words.end, |name| name.end)
}

/// Whether the words are all of the title of a work: "wrote “The Mill” there" reports nothing.
fn is_work(entities: &Entities, inside: &Range<usize>) -> bool {
    let first = entities.mentions.partition_point(|mention| mention.tokens.start < inside.start);
    entities
        .mentions
        .get(first)
        .is_some_and(|mention| mention.tokens == *inside && entities.entities[mention.entity].kind == EntityType::Work)
}

fn joins(words: &Words, at: usize) -> bool {
    matches!(words.class(at), Class::Comma) || words.is_any(at, &["and", "or"])
}

fn is_name(words: &Words, entities: &Entities, stretch: &Quoted, joined: bool) -> bool {
    let inside = bare(words, stretch.inside());
    let count = words.count(inside.clone());
    let (before, after) = (stretch.tokens.start.wrapping_sub(1), stretch.tokens.end);
    if is_work(entities, &inside) {
        return true;
    }
    if count == 0 || count > TITLE || inside.clone().any(|at| words.is_terminal(at)) || stretch.tokens.start == 0 {
        return false;
    }
    if is_nickname(words, entities, stretch, count) {
        return true;
    }
    let titled = words.is_capital(inside.start) && extent::is_title(words, inside.clone()) && !is_headline(words, before);
    // "a project called “Missing Map”" is left to the verb, which knows whether it gives a name.
    let reports = words.verb(before).is_some() && words.class(before.wrapping_sub(1)) != Class::Comma;
    let introduced = words.is_any(before, &NAMING) && !reports
        || words.is(before, "as") && words.is(before.wrapping_sub(1), "known")
        || count > 1 && words.is_any(before, &["of", "in", "on", "from", "for"])
        || lists::WORKS.contains(&words.document.lower[before]) && !reports;
    let owned = matches!(words.class(before), Class::Determiner | Class::Clitic);
    let noun_after = words.class(after) == Class::Other && after < words.document.tokens.len();
    // "its new bus the “Whale.”"
    let whole = words.is(before, "the") && words.is_capital(inside.start);
    titled && (introduced || joined || owned && (count > 1 || noun_after || whole))
}

/// Dwight “Corky” Brannigan: between a first name and a last one.
fn is_nickname(words: &Words, entities: &Entities, stretch: &Quoted, count: usize) -> bool {
    let tokens = &stretch.tokens;
    let before = entities.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    let whole = before.checked_sub(1).map(|at| &entities.mentions[at]);
    let mentioned = whole.is_some_and(|mention| mention.form == Form::Name && mention.tokens.end > tokens.end);
    let name = |at: usize| words.class(at) == Class::Name && words.is_capital(at) && words.verb(at).is_none();
    let between = name(tokens.start - 1) && name(tokens.end) && !is_headline(words, tokens.end);
    let plain = stretch.inside().all(|at| !matches!(words.class(at), Class::Comma | Class::Stop));
    // “the Mallet”
    let inside = stretch.inside();
    let first = inside.start + usize::from(words.is(inside.start, "the") && inside.len() > 1);
    mentioned || between && plain && count <= NICKNAME && words.is_capital(first)
}

/// What stands in marks, without the comma or full stop at its end.
fn bare(words: &Words, inside: Range<usize>) -> Range<usize> {
    let stop = |&last: &usize| words.class(last) == Class::Comma || words.is(last, ".");
    let end = inside.clone().last().filter(stop).unwrap_or(inside.end);
    inside.start..end
}

/// Whether a token stands in a headline, where capitals show nothing.
fn is_headline(words: &Words, at: usize) -> bool {
    let document = words.document;
    let Some(sentence) = document.sentences.get(document.sentence_of(at)) else { return false };
    document.blocks[sentence.block].kind == BlockKind::Headline || words.are_capitals(sentence.tokens.clone())
}
