//! Lengths of time.

use crate::dates::DateRule;
use crate::dates::lexicon::{Sense, Unit};
use crate::dates::quantity::{self, Quantity};
use crate::dates::reading::Reading;
use crate::dates::stated::{Found, Stated};

/// "three years", "three-year", "a week", "several months", "decades", "two to three weeks", "20-year-old".
/// Not: "a quarter" (of something), "a second", "one-day" the match; money and scores.
pub(super) fn duration(r: &Reading, at: usize) -> Option<Found> {
    if let Some(both) = between(r, at) {
        return Some(both);
    }
    // "a three-year period".
    if r.sense(at) == Sense::Article
        && let Some((quantity, unit, end)) = read(r, at + 1)
        && r.hyphen(end.wrapping_sub(2))
        && r.is(end, "period")
    {
        return Some(Found::new(at..end + 1, Stated::Length(quantity, unit, None), DateRule::Duration));
    }
    if let Some((larger, smaller, end)) = compound(r, at) {
        let end = if r.is(end, "old") { end + 1 } else { end };
        return Some(Found::new(at..end, Stated::Compound(larger, smaller), DateRule::Duration));
    }
    if let Some((quantity, unit, end)) = read(r, at) {
        // "a year-earlier loss": the article is the loss's.
        if r.hyphen(end) && matches!(r.sense(end + 1), Sense::Direction(_)) {
            return None;
        }
        let singular = matches!(r.sense(end - 1), Sense::Unit(_));
        let end = match r.past_hyphen(end) {
            past if past > end && r.is_any(past, &["old", "olds"]) => past + 1,
            past if singular && r.is(past, "long") => past + 1,
            // "a three-year period".
            _ if singular && r.hyphen(end.wrapping_sub(2)) && r.is(end, "period") => end + 1,
            _ if r.is(end, "old") => end + 1,
            _ if r.is(end, "of") && r.is(end + 1, "age") => end + 2,
            _ => end,
        };
        return Some(Found::new(at..end, Stated::Length(quantity, unit, None), DateRule::Duration));
    }
    // "day-long", "year-long".
    if let Sense::Unit(unit @ (Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) = r.sense(at)
        && r.hyphen(at + 1)
        && r.is(at + 2, "long")
    {
        return Some(Found::new(at..at + 3, Stated::Length(Quantity::whole(1), unit, None), DateRule::Duration));
    }
    // "for years", "decades of war": many of them, without a number.
    let Sense::Units(unit) = r.sense(at) else { return None };
    let clear = !matches!(unit, Unit::Second | Unit::Minute | Unit::Quarter | Unit::Millennium);
    // "on days when it rains": which days, not how long.
    let which = r.is_any(at + 1, &["when", "that", "which"]);
    // "after-hours trading", "in as many months".
    let joined = r.hyphen(at.wrapping_sub(1)) || r.sense(at.wrapping_sub(1)) == Sense::Vague;
    (clear && !which && !joined)
        .then(|| Found::new(at..at + 1, Stated::Length(Quantity::Some, unit, None), DateRule::Duration))
}

/// A quantity and its unit, and the token after them.
pub(super) fn read(r: &Reading, at: usize) -> Option<(Quantity, Unit, usize)> {
    let (quantity, next) = quantity::read(r, at)?;
    let next = match r.word(next) {
        "more" | "additional" | "extra" | "full" | "consecutive" | "straight" | "long" | "whole" | "trading"
        | "business" | "working" | "calendar" | "successive" | "further" | "other" => next + 1,
        _ => next,
    };
    let of = r.is(next, "of") && quantity == Quantity::Some;
    let next = if of { next + 1 } else { r.past_hyphen(next) };
    let article = r.sense(at) == Sense::Article && next == at + 1;
    match r.sense(next) {
        // "a quarter" and "a second" are parts and ordinals; "three second" is nothing.
        Sense::Unit(Unit::Quarter) => None,
        Sense::Units(Unit::Quarter) if r.hyphen(next.wrapping_sub(1)) || r.is(next + 1, "of") => None,
        Sense::Unit(unit) => {
            let one = quantity == Quantity::whole(1) || quantity == Quantity::Tenths(5);
            // "five year low", "8-month-old": a singular after a number is an adjective's.
            let adjective = r.hyphen(next.wrapping_sub(1)) || quantity != Quantity::Some;
            // "a year and a half".
            let half = r.is(next + 1, "and") && r.sense(next + 2) == Sense::Article && r.sense(next + 3) == Sense::Half;
            match quantity {
                Quantity::Tenths(10) if half => Some((Quantity::Tenths(15), unit, next + 4)),
                _ => (one || adjective).then_some((quantity, unit, next + 1)),
            }
        }
        Sense::Units(unit) if !article => Some((quantity, unit, next + 1)),
        Sense::Ordinal(2) if r.hyphen(next.wrapping_sub(1)) => Some((quantity, Unit::Second, next + 1)),
        _ => None,
    }
}

/// "two to three weeks", "10-15 years": a range of lengths, its ends as parts.
pub(super) fn between(r: &Reading, at: usize) -> Option<Found> {
    let (first, joint) =
        quantity::read(r, at).filter(|_| !matches!(r.sense(at), Sense::Article | Sense::Vague | Sense::Half))?;
    let joined = r.is_any(joint, &["to", "or"]) || r.hyphen(joint);
    if !joined || matches!(r.sense(joint + 1), Sense::Article | Sense::Vague | Sense::Half) {
        return None;
    }
    let (second, unit, end) = read(r, joint + 1)?;
    let (Quantity::Tenths(low), Quantity::Tenths(high)) = (first, second) else { return None };
    let one = |tokens, quantity| Found::new(tokens, Stated::Length(quantity, unit, None), DateRule::Duration);
    (low < high).then(|| {
        let ends = Stated::Range(Box::new(one(at..joint, first)), Box::new(one(joint + 1..end, second)));
        Found::new(at..end, ends, DateRule::Duration)
    })
}

/// "two years, six months", "an hour and 20 minutes", "two hours 15 minutes": both, and the token after them. Not: "two years, four
/// months after", which may be two lengths, nor what is out of order.
pub(super) fn compound(r: &Reading, at: usize) -> Option<((u32, Unit), (u32, Unit), usize)> {
    let whole = |quantity| match quantity {
        Quantity::Tenths(tenths) if tenths % 10 == 0 => Some(tenths / 10),
        _ => None,
    };
    let (larger, first, joint) = read(r, at)?;
    let next = if r.word(joint) == "," { joint + 1 } else { joint };
    let next = if r.is(next, "and") { next + 1 } else { next };
    let (smaller, second, end) = read(r, next)?;
    let (larger, smaller) = (whole(larger)?, whole(smaller)?);
    let pair = matches!(
        (first, second),
        (Unit::Year, Unit::Month | Unit::Week | Unit::Day)
            | (Unit::Month, Unit::Week | Unit::Day)
            | (Unit::Week, Unit::Day)
            | (Unit::Day, Unit::Hour)
            | (Unit::Hour, Unit::Minute)
            | (Unit::Minute, Unit::Second)
    );
    let hyphen = (at..end).any(|token| r.hyphen(token));
    let comma_and_direction = r.word(joint) == "," && matches!(r.sense(end), Sense::Direction(_)) && !r.is(next - 1, "and");
    (pair && !hyphen && !comma_and_direction).then_some(((larger, first), (smaller, second), end))
}
