//! Which times are no times, since they stand in a name: "USA Today", "Huddersfield Thursday", "April Smith".
//!
//! Asks the names that were found. A year in a name is a year still ("the 2019 Open Act"), and a holiday a holiday.

use super::stated::{Calendar, Found, Part, Stated, Year};
use crate::entities::{Entities, EntityType, Form};
use std::ops::Range;

/// A name must be so probable.
const SURE: f32 = 0.5;

/// So probable where the time begins it: "Recently UN troops" may be two things.
const LEADING: f32 = 0.8;

/// How many mentions that begin before an expression are looked at.
const NEAR: usize = 3;

/// Whether an expression is part of a name.
pub(super) fn holds(entities: &Entities, found: &Found) -> bool {
    if let Stated::Calendar(Calendar { year: Year::Full(_), .. } | Calendar { part: Part::Holiday(_), .. }) = found.stated {
        return false;
    }
    let tokens = &found.tokens;
    let before = entities.mentions.partition_point(|mention| mention.tokens.start <= tokens.start);
    let near = entities.mentions.iter().take(before).rev().take(NEAR);
    near.filter(|mention| mention.form == Form::Name && mention.score >= SURE).any(|mention| {
        let kind = entities.entities.get(mention.entity).map(|entity| entity.kind);
        let leads = mention.tokens.start == tokens.start && mention.score < LEADING;
        kind.is_some_and(|kind| !(leads && kind == EntityType::Organization) && is_named(kind, &mention.tokens, tokens))
    })
}

/// Whether a name of a kind makes a time in it no time. A day behind a person is when: "said Ana Ruiz Thursday".
fn is_named(kind: EntityType, name: &Range<usize>, tokens: &Range<usize>) -> bool {
    let inside = name.start <= tokens.start && tokens.end <= name.end && name.len() > tokens.len();
    match kind {
        EntityType::Organization | EntityType::Work | EntityType::Product => inside,
        EntityType::Person => inside && name.start == tokens.start,
        EntityType::Place | EntityType::Group | EntityType::Event | EntityType::Other => false,
    }
}
