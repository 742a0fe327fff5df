//! The days an expression covers: those of its value, and for lengths and eras those that its words reach over.

use super::Modifier;
use super::calendar::Date;
use super::lexicon::{Era, Pointer, Unit};
use super::quantity::Quantity;
use super::resolve::Resolver;
use super::stated::{Found, Stated};
use super::tense::Tense;
use super::value::{Value, When};

impl Resolver {
    /// The first day and the day after the last one, each null where open or unknown.
    pub(super) fn interval(&self, found: &Found, value: &Value, tense: Tense) -> (Option<Date>, Option<Date>) {
        let today = self.reference();
        match (&found.stated, value) {
            (Stated::Length(quantity, unit, Some(Pointer::Previous)), _) => match self.told_day() {
                Some(day) => (moved(day, *quantity, *unit, -1), Some(day)),
                None => (None, None),
            },
            (Stated::Length(quantity, unit, Some(pointer)), _) => match (today, ahead(*pointer)) {
                (None, _) => (None, None),
                (Some(day), true) => (Some(day), moved(day, *quantity, *unit, 1)),
                (Some(day), false) => (moved(day, *quantity, *unit, -1), Some(day)),
            },
            (Stated::Era(_), Value::Era(Era::Past)) => (None, today),
            (Stated::Era(_), Value::Era(Era::Future)) => (today, None),
            (Stated::Era(_), Value::Era(Era::Present)) => today.map_or((None, None), |day| When::Day(day).interval()),
            // "came early in 2022", told in its first days: no later than those.
            (_, Value::When(_)) if found.modifier == Some(Modifier::Start) && tense == Tense::Past => {
                let (from, to) = value.interval();
                let told = today.and_then(|day| day.plus_days(1)).filter(|day| from.is_some_and(|from| *day > from));
                (from, to.map(|to| told.map_or(to, |told| told.min(to))))
            }
            _ => value.interval(),
        }
    }
}

/// Whether a length so pointed lies ahead.
fn ahead(pointer: Pointer) -> bool {
    matches!(pointer, Pointer::Next | Pointer::Coming | Pointer::Following)
}

/// The day so long after or before a day; null where the length is vague.
fn moved(day: Date, quantity: Quantity, unit: Unit, sign: i32) -> Option<Date> {
    let Quantity::Tenths(tenths @ 1..) = quantity else { return None };
    let tenths = i32::try_from(tenths).ok()?;
    let (months, days) = match unit {
        Unit::Day => (0, 1),
        Unit::Week => (0, 7),
        Unit::Fortnight => (0, 14),
        Unit::Month => (1, 0),
        Unit::Quarter => (3, 0),
        Unit::Year => (12, 0),
        Unit::Decade => (120, 0),
        _ => return None,
    };
    // Half a week is four days begun, half a month fifteen.
    let months = tenths.checked_mul(months)?;
    let days = tenths.checked_mul(days)?.checked_add(9)? / 10 + months % 10 * 3;
    day.plus_months(months / 10 * sign)?.plus_days(days * sign)
}
