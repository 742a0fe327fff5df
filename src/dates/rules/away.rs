//! Lengths counted from a day: "two weeks ago", "a day later".

use super::{day, duration, holiday, pointed, quarter, year};
use crate::dates::DateRule;
use crate::dates::anchors::LENGTHS;
use crate::dates::lexicon::{Direction, Era, Pointer, Sense, Unit};
use crate::dates::quantity::Quantity;
use crate::dates::reading::Reading;
use crate::dates::stated::{Calendar, Found, Part, Stated, Year};
use crate::dates::tense::Clause;

/// "two weeks ago", "a day later", "a year earlier", "five days from now", "years ago". Not: "two weeks before the vote", which
/// [`anchors`](super::super::anchors) look after.
pub(super) fn away(r: &Reading, at: usize) -> Option<Found> {
    let (quantity, unit, next) = compound(r, at).or_else(|| duration::read(r, at)).or_else(|| match r.sense(at) {
        Sense::Units(unit) => Some((Quantity::Some, unit, at + 1)),
        _ => None,
    })?;
    let (direction, end) = match r.sense(next) {
        Sense::Direction(direction @ (Direction::Ago | Direction::Hence)) => (direction, next + 1),
        // "a year earlier than", "no later than": comparisons.
        Sense::Direction(direction @ (Direction::Earlier | Direction::Later)) if !r.is(next + 1, "than") => {
            (direction, next + 1)
        }
        // "five years before": not "before the vote", whose length alone is an expression.
        Sense::Direction(Direction::Before) if !r.word(next + 1).starts_with(char::is_alphanumeric) => {
            (Direction::Earlier, next + 1)
        }
        _ if r.is(next, "previously") => (Direction::Earlier, next + 1),
        _ if r.is(next, "from") && r.is_any(next + 1, &["now", "today"]) => (Direction::Hence, next + 2),
        _ => return None,
    };
    // "a week ago Monday": the Monday a week before the last one.
    if let (Quantity::Tenths(_), Unit::Week, Direction::Ago, Sense::Weekday(weekday)) =
        (quantity, unit, direction, r.sense(end))
    {
        let anchor = Box::new((Clause::BEHIND, Stated::Calendar(Calendar::of(Part::Weekday(weekday)))));
        return Some(Found::new(at..end + 1, Stated::Anchored(quantity, unit, Direction::Before, anchor), DateRule::Away));
    }
    let stated = match (quantity, direction) {
        (Quantity::Some, Direction::Later) => Stated::Era(Era::Future),
        (Quantity::Some, Direction::Ago | Direction::Earlier) => Stated::Era(Era::Past),
        (Quantity::Some, Direction::Hence) => Stated::Era(Era::Future),
        _ => Stated::Away(quantity, unit, direction),
    };
    Some(Found::new(at..end, stated, DateRule::Away))
}

/// "one year and three months", in months; "two weeks and three days", in days.
fn compound(r: &Reading, at: usize) -> Option<(Quantity, Unit, usize)> {
    let ((larger, first), (smaller, second), end) = duration::compound(r, at)?;
    let times = match (first, second) {
        (Unit::Year, Unit::Month) => 12,
        (Unit::Week, Unit::Day) => 7,
        // "eight months and two weeks ago", which is a month.
        (Unit::Year | Unit::Month, Unit::Week | Unit::Day) => return Some((Quantity::whole(larger), first, end)),
        _ => return None,
    };
    Some((Quantity::whole(larger.checked_mul(times)?.checked_add(smaller)?), second, end))
}

/// "two days before Christmas", "the day after Easter", "a week from Tuesday", "a week on Tuesday". Not: "for two years before
/// 1990", "the two years before 1990", "twice a week on Tuesday": lengths.
pub(super) fn anchored(r: &Reading, at: usize) -> Option<Found> {
    let before = at.wrapping_sub(1);
    let article = r.sense(before) == Sense::The;
    let (quantity, unit, next) = match r.sense(at) {
        Sense::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) if article => {
            (Quantity::whole(1), unit, at + 1)
        }
        _ if article || r.is_any(before, &LENGTHS) => return None,
        _ => duration::read(r, at)?,
    };
    // "eight trading days after Oct. 12": which days those are is the market's affair.
    if (at..next).any(|token| r.is_any(token, &["trading", "business", "working"])) {
        return None;
    }
    let often = r.is_any(before, &["once", "twice", "times", "days", "nights", "hours"]);
    let on =
        r.is(next, "on") && matches!(unit, Unit::Week | Unit::Fortnight) && matches!(r.sense(next + 1), Sense::Weekday(_));
    let from = on && !often || r.is(next, "from");
    let direction = match r.sense(next) {
        Sense::Direction(direction @ (Direction::Before | Direction::After)) => direction,
        _ if from && unit >= Unit::Day && unit <= Unit::Month => Direction::After,
        _ => return None,
    };
    let anchors = [day::day, holiday::holiday, pointed::weekday, pointed::pointed, day::month, year::year];
    let anchor = anchors.iter().filter_map(|rule| rule(r, next + 1)).max_by_key(|found| found.tokens.end)?;
    let Stated::Calendar(calendar) = anchor.stated else { return None };
    // "two weeks before 2020": the day is not said.
    let coarse = match calendar.part {
        Part::Year => unit < Unit::Year || from,
        Part::Month(_) => unit < Unit::Month || from,
        Part::Day(..) | Part::Weekday(_) | Part::Holiday(_) | Part::Nth(..) => unit < Unit::Day,
        _ => true,
    };
    // "two weeks from Monday to Friday".
    if coarse || from && r.is_any(anchor.tokens.end, &["to", "until", "through"]) {
        return None;
    }
    let tense = if from { Clause::AHEAD } else { Clause::about(r, &(at..anchor.tokens.end)) };
    let stated = Stated::Anchored(quantity, unit, direction, Box::new((tense, anchor.stated)));
    Some(Found::new(at..anchor.tokens.end, stated, DateRule::Away))
}

/// "Friday week", "Sunday fortnight": a week after the Friday to come. Not: "the Friday week", "Friday week 3".
pub(super) fn weekday_week(r: &Reading, at: usize) -> Option<Found> {
    let before = r.sense(at.wrapping_sub(1));
    let ends = matches!(r.sense(at + 2), Sense::Other | Sense::Direction(_)) && !r.hyphen(at + 2);
    let weeks = if r.is(at + 1, "fortnight") { 2 } else { 1 };
    if !matches!(r.sense(at), Sense::Weekday(_))
        || !r.is_any(at + 1, &["week", "fortnight"])
        || before == Sense::The
        || !ends
    {
        return None;
    }
    let Stated::Calendar(day) = pointed::weekday(r, at)?.stated else { return None };
    let anchor = Box::new((Clause::AHEAD, Stated::Calendar(day)));
    let stated = Stated::Anchored(Quantity::whole(weeks), Unit::Week, Direction::After, anchor);
    Some(Found::new(at..at + 2, stated, DateRule::Away))
}

/// "year-ago", "year-earlier", "year-ago quarter", "year-ago third quarter", before what is compared.
pub(super) fn hyphenated(r: &Reading, at: usize) -> Option<Found> {
    let Sense::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week)) = r.sense(at) else { return None };
    let Sense::Direction(direction @ (Direction::Ago | Direction::Earlier)) = r.sense(at + 2) else { return None };
    if let (true, Unit::Year, Some((part, end))) = (r.hyphen(at + 1), unit, quarter::read(r, at + 3)) {
        return Some(Found::calendar(at..end, Calendar::of(part).in_year(Year::Relative(-1)), DateRule::Quarter));
    }
    let end = if r.is_any(at + 3, &["quarter", "period"]) { at + 4 } else { at + 3 };
    r.hyphen(at + 1).then(|| Found::new(at..end, Stated::Away(Quantity::whole(1), unit, direction), DateRule::Away))
}

/// "Monday two weeks ago", "Saturday in three weeks", "the Sunday before last", "the Sunday after next", "two Mondays ago".
pub(super) fn weekday_away(r: &Reading, at: usize) -> Option<Found> {
    let found = |end, weeks, direction, pointer: Option<Pointer>, weekday| {
        let ahead = direction == Direction::After;
        let day = Calendar { pointer, ..Calendar::of(Part::Weekday(weekday)) };
        let clause = if ahead { Clause::AHEAD } else { Clause::BEHIND };
        let anchor = Box::new((clause, Stated::Calendar(day)));
        let stated = Stated::Anchored(Quantity::whole(weeks), Unit::Week, direction, anchor);
        Some(Found::new(at..end, stated, DateRule::Away))
    };
    if let Sense::Weekday(weekday) = r.sense(at) {
        let last = match r.sense(at + 1) {
            Sense::Direction(direction @ Direction::Before) if r.is(at + 2, "last") => Some((direction, Pointer::Last)),
            Sense::Direction(direction @ Direction::After) if r.is(at + 2, "next") => Some((direction, Pointer::Next)),
            _ => None,
        };
        if let Some((direction, pointer)) = last.filter(|_| !r.tag(at + 3).is_nominal()) {
            return found(at + 3, 1, direction, Some(pointer), weekday);
        }
        let ahead = r.is(at + 1, "in");
        // "Sunday, two weeks ago".
        let next = if ahead || r.word(at + 1) == "," { at + 2 } else { at + 1 };
        let (tenths, end) = match duration::read(r, next)? {
            (Quantity::Tenths(tenths), Unit::Week, end) => (tenths, end),
            (Quantity::Tenths(tenths), Unit::Fortnight, end) => (tenths.checked_mul(2)?, end),
            _ => return None,
        };
        let ago = r.sense(end) == Sense::Direction(Direction::Ago);
        return match (ahead, ago, tenths % 10) {
            (true, false, 0) => found(end, tenths / 10, Direction::After, None, weekday),
            (false, true, 0) => found(end + 1, tenths / 10, Direction::Before, None, weekday),
            _ => None,
        };
    }
    let (count, next) = match r.sense(at) {
        Sense::Digits(count @ 2..=9, 1) => (count, at + 1),
        Sense::Number(count @ 2..=9) => (count.into(), at + 1),
        _ => return None,
    };
    match (r.sense(next), r.sense(next + 1)) {
        (Sense::Weekdays(weekday), Sense::Direction(Direction::Ago)) => {
            found(next + 2, count - 1, Direction::Before, Some(Pointer::Last), weekday)
        }
        _ => None,
    }
}
