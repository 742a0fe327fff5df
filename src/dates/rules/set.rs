//! Times that recur.

use crate::dates::DateRule;
use crate::dates::lexicon::{Sense, Unit};
use crate::dates::quantity::{self, Quantity};
use crate::dates::reading::Reading;
use crate::dates::stated::{Found, Part, Recurrence, Stated};

/// "every Monday", "each year", "every two weeks", "daily", "$2 million a year", "30 per day", "Mondays". Not: "each of the years",
/// "the Daily Mail", "every second" one.
pub(super) fn set(r: &Reading, at: usize) -> Option<Found> {
    let found = |end, recurrence| Some(Found::new(at..end, Stated::Recurring(recurrence), DateRule::Set));
    match r.sense(at) {
        Sense::Every => every(r, at),
        Sense::Recurring(count, unit) if !r.capital(at) && !r.capital(at + 1) => {
            found(at + 1, Recurrence::Every(Quantity::whole(count.into()), unit))
        }
        Sense::Weekdays(day) => match r.sense(at + 1) {
            _ if r.possessive(at + 1) => None,
            _ => found(at + 1, Recurrence::Part(Part::Weekday(day))),
        },
        Sense::Weekends if r.is_any(at.wrapping_sub(1), &["on", "at", "and"]) => {
            found(at + 1, Recurrence::Part(Part::Weekend))
        }
        Sense::Per => match r.sense(at + 1) {
            Sense::Unit(unit) if unit >= Unit::Day && unit != Unit::Quarter => {
                found(at + 2, Recurrence::Every(Quantity::whole(1), unit))
            }
            _ => None,
        },
        Sense::Article if rate(r, at) => match r.sense(at + 1) {
            Sense::Unit(unit) if unit != Unit::Quarter => found(at + 2, Recurrence::Every(Quantity::whole(1), unit)),
            _ => None,
        },
        _ => None,
    }
}

/// "every day", "every two weeks", "every Monday", "each July", "every summer", "every morning".
fn every(r: &Reading, at: usize) -> Option<Found> {
    let found = |end, recurrence| Some(Found::new(at..end, Stated::Recurring(recurrence), DateRule::Set));
    let next = if r.is_any(at + 1, &["single", "other"]) { at + 2 } else { at + 1 };
    let once = if r.is(at + 1, "other") { 2 } else { 1 };
    match r.sense(next) {
        // "every third Friday", "every second week".
        Sense::Ordinal(nth @ 2..=10) => match r.sense(next + 1) {
            Sense::Unit(unit) if unit >= Unit::Day => found(next + 2, Recurrence::Every(Quantity::whole(nth.into()), unit)),
            Sense::Weekday(day) => found(next + 2, Recurrence::Part(Part::Weekday(day))),
            _ => None,
        },
        Sense::Unit(Unit::Minute) => None,
        Sense::Unit(unit) => found(next + 1, Recurrence::Every(Quantity::whole(once), unit)),
        Sense::Weekday(day) => match r.sense(next + 1) {
            Sense::DayPart(part) => found(next + 2, Recurrence::DayPart(Some(day), part)),
            _ => found(next + 1, Recurrence::Part(Part::Weekday(day))),
        },
        Sense::Month(month) => found(next + 1, Recurrence::Part(Part::Month(month))),
        Sense::Season(season) => found(next + 1, Recurrence::Part(Part::Season(season))),
        Sense::DayPart(part) => found(next + 1, Recurrence::DayPart(None, part)),
        Sense::Weekend => found(next + 1, Recurrence::Part(Part::Weekend)),
        _ => {
            let (quantity, end) = quantity::read(r, next).filter(|_| r.sense(next) != Sense::Article)?;
            let Sense::Units(unit) = r.sense(end) else { return None };
            found(end + 1, Recurrence::Every(quantity, unit))
        }
    }
}

/// Whether "a year" says how often or how much a year: "$2 million a year", "twice a week", "24 hours a day".
fn rate(r: &Reading, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    // "six miles a day", "30 million viewers a week", "£26bn a year".
    let count = before.wrapping_sub(1);
    let counted = (r.word(before).ends_with('s') || r.is_any(before, &["bn", "tn", "m", "k"]))
        && (r.is_any(count, &["million", "billion", "thousand"])
            || matches!(
                r.sense(count),
                Sense::Digits(..) | Sense::Figure | Sense::Number(_) | Sense::Tens(_) | Sense::Multiplier(_)
            ));
    counted
        || r.is_any(
            before,
            &[
                "once", "twice", "times", "million", "billion", "trillion", "thousand", "dollars", "euros", "pounds", "%",
                "percent", "cents", "people", "barrels", "tons", "tonnes",
            ],
        )
        || matches!(r.sense(before), Sense::Digits(..) | Sense::Figure | Sense::Units(_) | Sense::Number(_))
}
