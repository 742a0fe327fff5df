//! Weeks, weekends and months "of" something: "the week of September 9", "the last three months of the year".

use super::day;
use crate::dates::DateRule;
use crate::dates::lexicon::{Pointer, Sense, Unit};
use crate::dates::quantity::{self, Quantity};
use crate::dates::reading::Reading;
use crate::dates::stated::{Calendar, Found, Part, Spot, Stated, Year};
use crate::syntax::Tag;

/// "week of September 9", "weekend of July 13", "week of Thanksgiving", "Easter weekend", "the last week of August", "the first
/// weekend in May 2022", "the last month of 2019", "the first three months of the year". Not: "the last week of the war", "the
/// first week of school".
pub(super) fn stretch(r: &Reading, at: usize) -> Option<Found> {
    match r.sense(at) {
        Sense::Unit(Unit::Week) | Sense::Weekend => of_day(r, at),
        Sense::Ordinal(nth @ 1..=5) => numbered(r, at, nth).or_else(|| months(r, at, nth == 1)),
        Sense::Pointer(Pointer::Last) => numbered(r, at, 0).or_else(|| months(r, at, false)),
        Sense::Final => numbered(r, at, 0).or_else(|| months(r, at, false)),
        Sense::Holiday(_) | Sense::HolidayName => of_holiday(r, at),
        _ => None,
    }
}

/// "week of September 9".
fn of_day(r: &Reading, at: usize) -> Option<Found> {
    // "the week beginning 3 June".
    let begins = r.sense(at) != Sense::Weekend && r.is_any(at + 1, &["beginning", "starting", "commencing", "ending"]);
    if !r.is(at + 1, "of") && !begins {
        return None;
    }
    // "the weekend of 8 and 9 June": by the first day.
    let days = || match day::days(r, at + 2)? {
        Found { stated: Stated::Range(first, _), tokens, .. } => match first.stated {
            Stated::Calendar(calendar) => Some((calendar, tokens.end)),
            _ => None,
        },
        _ => None,
    };
    let (calendar, end) = match day::read(r, at + 2).or_else(days) {
        Some(read) => read,
        None => match super::holiday::holiday(r, at + 2)? {
            Found { stated: Stated::Calendar(calendar), tokens, .. } => (calendar, tokens.end),
            _ => return None,
        },
    };
    let spot = match calendar.part {
        Part::Day(month, day) => Spot::Day(month, day),
        Part::Holiday(holiday) => Spot::Holiday(holiday),
        _ => return None,
    };
    let part = if r.sense(at) == Sense::Weekend { Part::WeekendOf(spot) } else { Part::WeekOf(spot) };
    // "the week of September 9-13".
    let end = if r.hyphen(end) && matches!(r.sense(end + 1), Sense::Digits(1..=31, 1..=2)) { end + 2 } else { end };
    Some(Found::calendar(at..end, Calendar::of(part).in_year(calendar.year), DateRule::Pointed))
}

/// "Thanksgiving weekend", "Labor Day weekend", "Christmas week".
fn of_holiday(r: &Reading, at: usize) -> Option<Found> {
    let named = super::holiday::holiday(r, at)?;
    let (Stated::Calendar(Calendar { part: Part::Holiday(holiday), year: Year::Unstated, .. }), end) =
        (named.stated, named.tokens.end)
    else {
        return None;
    };
    let part = match r.sense(end) {
        Sense::Weekend => Part::WeekendOf(Spot::Holiday(holiday)),
        Sense::Unit(Unit::Week) => Part::WeekOf(Spot::Holiday(holiday)),
        _ => return None,
    };
    let (year, end) = day::year_after(r, end + 1);
    Some(Found::calendar(at..end, Calendar::of(part).in_year(year), DateRule::Holiday))
}

/// "last week of August", "first weekend in May 2022", "last month of 2019", "last day of the year".
fn numbered(r: &Reading, at: usize, nth: u8) -> Option<Found> {
    let next = if r.is(at + 1, "full") { at + 2 } else { at + 1 };
    if !r.is_any(next + 1, &["of", "in"]) {
        return None;
    }
    let found = |end, part, year| Some(Found::calendar(at..end, Calendar::of(part).in_year(year), DateRule::Pointed));
    let of_year = |month| year(r, next + 1).map(|(year, end)| (month, year, end));
    let (part, month, stated, end) = match r.sense(next) {
        Sense::Unit(Unit::Month) => {
            let (month, stated, end) = of_year(if nth == 0 { 12 } else { nth })?;
            return found(end, Part::Month(month), stated);
        }
        // "the last quarter of 2023".
        Sense::Unit(Unit::Quarter) if nth == 0 => {
            let (quarter, stated, end) = of_year(4)?;
            return found(end, Part::Quarter(quarter), stated);
        }
        Sense::Unit(Unit::Day) if nth < 2 => {
            let (day, stated, end) = of_year(if nth == 0 { 31 } else { 1 })?;
            return found(end, Part::Day(if nth == 0 { 12 } else { 1 }, day), stated);
        }
        sense @ (Sense::Unit(Unit::Week) | Sense::Weekend) => {
            let (month, stated, end) = match r.sense(next + 2) {
                Sense::Month(month) => {
                    let (year, end) = day::year_after(r, next + 3);
                    (month, year, end)
                }
                _ if nth < 2 => of_year(if nth == 0 { 12 } else { 1 })?,
                _ => return None,
            };
            (sense, month, stated, end)
        }
        _ => return None,
    };
    let part = if part == Sense::Weekend { Part::NthWeekend(nth, month) } else { Part::NthWeek(nth, month) };
    found(end, part, stated)
}

/// "first three months of the year", "last six months of 2022", "first two quarters of 2022": from the first of them to the last, or the quarter or half
/// that they are.
fn months(r: &Reading, at: usize, first: bool) -> Option<Found> {
    let (Quantity::Tenths(tenths), end) = quantity::read(r, at + 1)? else { return None };
    let (of, all): (fn(u8) -> Part, u8) = match r.sense(end) {
        Sense::Units(Unit::Month) => (Part::Month, 12),
        Sense::Units(Unit::Quarter) => (Part::Quarter, 4),
        _ => return None,
    };
    let count = u8::try_from(tenths / 10).ok().filter(|count| (2..all).contains(count) && tenths % 10 == 0)?;
    let (year, end) = year(r, end + 1)?;
    let found = |part| Found::calendar(at..end, Calendar::of(part).in_year(year), DateRule::Pointed);
    // Three months from an end of the year are a quarter, six a half.
    match (all, count) {
        (12, 3) => return Some(found(Part::Quarter(if first { 1 } else { 4 }))),
        (12, 6) | (4, 2) => return Some(found(Part::Half(if first { 1 } else { 2 }))),
        _ => {}
    }
    let one = |number| found(of(number));
    let (from, to) = if first { (1, count) } else { (all + 1 - count, all) };
    Some(Found::new(at..end, Stated::Range(Box::new(one(from)), Box::new(one(to))), DateRule::Pointed))
}

/// "of 2019", "of the year", "of last year": the year and the token after it.
pub(super) fn year(r: &Reading, at: usize) -> Option<(Year, usize)> {
    if !r.is_any(at, &["of", "in"]) {
        return None;
    }
    if let Some(pointed) = day::pointed_year(r, at + 1) {
        return Some(pointed);
    }
    match (r.sense(at + 1), r.sense(at + 2)) {
        (Sense::Digits(year @ 1000..=2100, 4), _) => Some((Year::Full(year as i32), at + 2)),
        (_, Sense::Digits(year @ 1900..=2100, 4)) if r.is_any(at + 1, &["fiscal", "financial"]) => {
            Some((Year::Full(year as i32), at + 3))
        }
        // "of the year", and no more: not "of the year he came".
        (Sense::The, Sense::Unit(Unit::Year))
            if !r.capital(at + 2) && !r.possessive(at + 3) && !begins_relative(r, at + 3) =>
        {
            Some((Year::Relative(0), at + 3))
        }
        _ => None,
    }
}

/// "of the year he came", "of the year when it fell".
fn begins_relative(r: &Reading, at: usize) -> bool {
    matches!(r.tag(at), Tag::Pronoun | Tag::Relative | Tag::RelativeAdverb | Tag::Name)
}
