//! Relatives: whom "who" and "which" stand for.
//!
//! For "who" the person, not the school, state or party that an aside tells of: "Malik Jefferson, a ninth grader at Jefferson High
//! School, who said". Where a function without a name stands in between, it is meant, and nobody is named.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

use super::sight::Sight;
use crate::entities::{EntityType, Mention};
use crate::quotes::words::Class;

/// How far before the word its antecedent may end, in tokens.
const REACH: usize = 24;

/// How far before the word a name may end that is the antecedent whatever it is.
const BESIDE: usize = 2;

pub(super) fn antecedent(sight: Sight, at: usize) -> Option<usize> {
    let mentions = &sight.entities.mentions;
    let next = mentions.partition_point(|m| m.tokens.start < at);
    let floor = sight.sentence(at).start.max(at.saturating_sub(REACH));
    let nearest = mentions[..next].last()?;
    // A name may hold the word: "The Who".
    let beside = at.checked_sub(nearest.tokens.end).is_some_and(|between| between <= BESIDE);
    let person = sight.words.is(at, "who");
    let kind = sight.kind(nearest.entity);
    if beside && (!person || kind == EntityType::Person) {
        return (kind != EntityType::Event).then_some(nearest.entity);
    }
    if !person {
        return None;
    }
    let before = mentions[..next].iter().rev().take_while(|m| m.tokens.start >= floor);
    let told =
        before.filter(|m| sight.is_person(m.entity)).find(|m| m.tokens.end < at).filter(|m| is_told_until(sight, m, at));
    // "Democrats, who said"
    let group = beside && matches!(kind, EntityType::Group | EntityType::Organization);
    told.map(|m| m.entity).or_else(|| group.then_some(nearest.entity))
}

/// Whether everything from a name to the word tells of whom it names: an aside in brackets or between commas, or a complement.
fn is_told_until(sight: Sight, mention: &Mention, at: usize) -> bool {
    let words = sight.words;
    let from = mention.tokens.end;
    let opens = matches!(words.class(from), Class::Comma | Class::Bracket | Class::Preposition);
    let verb = (from..at).any(|token| sight.is_finite(token));
    // "Ruiz with the mayor of York, who": the mayor.
    let other = words.class(from) == Class::Preposition && (from..at).any(|token| sight.is_role(token));
    opens && !verb && !other
}
