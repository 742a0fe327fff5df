//! Counting units of time from a day: "two weeks ago", "next month", "a year and a half later".

use super::calendar::Date;
use super::lexicon::{Direction, Unit};
use super::quantity::Quantity;
use super::value::{Value, When};

/// What lies so long before or after a day.
pub(super) fn counted(from: Option<Date>, quantity: Quantity, unit: Unit, direction: Direction) -> Value {
    let Quantity::Tenths(tenths) = quantity else { return Value::Open("XXXX-XX-XX".into()) };
    let (tenths, unit) = in_whole_units(tenths, unit);
    let count = i32::try_from(tenths / 10).unwrap_or(i32::MAX);
    let count = if matches!(direction, Direction::Ago | Direction::Earlier | Direction::Before) { -count } else { count };
    let when = from.and_then(|day| match unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Week => day.plus_days(count.checked_mul(7)?).map(When::Day),
        Unit::Fortnight => day.plus_days(count.checked_mul(14)?).map(When::Day),
        Unit::Decade => shift(day, Unit::Year, count.checked_mul(10)?),
        Unit::Century => shift(day, Unit::Year, count.checked_mul(100)?),
        Unit::Millennium => shift(day, Unit::Year, count.checked_mul(1000)?),
        unit => shift(day, unit, count),
    });
    match (when, unit) {
        (Some(when), _) => Value::When(when),
        (None, Unit::Second | Unit::Minute | Unit::Hour) => length(quantity, unit),
        (None, Unit::Month) => Value::Open("XXXX-XX".into()),
        (None, Unit::Quarter) => Value::Open("XXXX-QX".into()),
        (None, Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium) => Value::Open("XXXX".into()),
        (None, _) => Value::Open("XXXX-XX-XX".into()),
    }
}

/// "a year and a half" is eighteen months, "half a century" fifty years, "a month and a half" six weeks and three days.
fn in_whole_units(tenths: u32, unit: Unit) -> (u32, Unit) {
    let times = |count| tenths.saturating_mul(count);
    match unit {
        _ if tenths.is_multiple_of(10) => (tenths, unit),
        Unit::Millennium => (times(1000), Unit::Year),
        Unit::Century => (times(100), Unit::Year),
        Unit::Decade => (times(10), Unit::Year),
        Unit::Year => (times(12), Unit::Month),
        Unit::Month => (times(30), Unit::Day),
        // Half a week is four days begun.
        Unit::Week | Unit::Fortnight => (times(if unit == Unit::Week { 7 } else { 14 }).saturating_add(9), Unit::Day),
        unit => (tenths, unit),
    }
}

/// A decade is ten years; all other units print as they are.
pub(super) fn length(quantity: Quantity, unit: Unit) -> Value {
    match (quantity, unit) {
        (Quantity::Tenths(tenths), Unit::Decade) => Value::Length(Quantity::Tenths(tenths.saturating_mul(10)), Unit::Year),
        (Quantity::Tenths(tenths), Unit::Century) => Value::Length(Quantity::Tenths(tenths.saturating_mul(100)), Unit::Year),
        _ => Value::Length(quantity, unit),
    }
}

/// The unit so many units from the one a day is in. On a Sunday, the week is the one about to begin.
pub(super) fn shift(day: Date, unit: Unit, count: i32) -> Option<When> {
    Some(match unit {
        Unit::Day => When::Day(day.plus_days(count)?),
        Unit::Week => {
            let day = if day.weekday() == 7 { day.plus_days(1)? } else { day };
            let (year, week) = day.plus_days(count.checked_mul(7)?)?.iso_week();
            When::Week(year, week)
        }
        Unit::Month => {
            let month = day.plus_months(count)?;
            When::Month(month.year(), month.month())
        }
        Unit::Quarter => {
            let month = day.plus_months(count.checked_mul(3)?)?;
            When::Quarter(month.year(), month.month().div_ceil(3))
        }
        Unit::Year => year(day.year().checked_add(count)?)?,
        Unit::Decade => When::Decade((day.year() / 10 + count) * 10),
        Unit::Century => When::Century((day.year() - 1) / 100 + 1 + count),
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Fortnight | Unit::Millennium => return None,
    })
}

/// A year of the calendar, before (below 0) or after the birth of Christ; there is no year 0.
pub(super) fn year(year: i32) -> Option<When> {
    ((-9999..=9999).contains(&year) && year != 0).then_some(When::Year(year))
}
