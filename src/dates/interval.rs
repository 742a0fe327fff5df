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
    let Quantity::Tenths(tenths) = quantity else { return None };
    let count = i32::try_from(tenths / 10).ok()?.checked_mul(sign)?;
    match unit {
        Unit::Day => day.plus_days(count),
        Unit::Week => day.plus_days(count.checked_mul(7)?),
        Unit::Fortnight => day.plus_days(count.checked_mul(14)?),
        Unit::Month => day.plus_months(count),
        Unit::Quarter => day.plus_months(count.checked_mul(3)?),
        Unit::Year => day.plus_months(count.checked_mul(12)?),
        Unit::Decade => day.plus_months(count.checked_mul(120)?),
        _ => None,
    }
}
