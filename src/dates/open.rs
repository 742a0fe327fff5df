//! What cannot be anchored, as it prints: "XXXX-01-02", "XXXX-WXX-5", "P1D".

use super::lexicon::Unit;
use super::stated::{Calendar, Part, Recurrence};
use super::value::Value;

/// What is stated, with X for what is not.
pub(super) fn open(calendar: &Calendar) -> String {
    match calendar.part {
        Part::Day(month, day) => format!("XXXX-{month:02}-{day:02}"),
        Part::Month(month) => format!("XXXX-{month:02}"),
        Part::Weekday(day) | Part::DayOfWeek(day) => format!("XXXX-WXX-{day}"),
        Part::Weekend => "XXXX-WXX-WE".into(),
        Part::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Part::Half(half) => format!("XXXX-H{half}"),
        Part::Season(season) => format!("XXXX-{}", season.code()),
        Part::Holiday(holiday) => {
            holiday.fixed().map_or("XXXX-XX-XX".into(), |(month, day)| format!("XXXX-{month:02}-{day:02}"))
        }
        Part::Unit(unit) => match unit {
            Unit::Week => "XXXX-WXX",
            Unit::Month => "XXXX-XX",
            Unit::Quarter => "XXXX-QX",
            Unit::Year => "XXXX",
            Unit::Decade => "XXX",
            Unit::Century => "XX",
            _ => "XXXX-XX-XX",
        }
        .into(),
        Part::Year => "XXXX".into(),
        Part::WeekOf(_) | Part::NthWeek(..) => "XXXX-WXX".into(),
        Part::WeekendOf(_) | Part::NthWeekend(..) => "XXXX-WXX-WE".into(),
        Part::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
        Part::Nth(_, _, month @ 1..) => format!("XXXX-{month:02}-XX"),
        Part::Nth(..) | Part::Today(_) | Part::Impossible | Part::Decade(_) | Part::Century(_) => "XXXX-XX-XX".into(),
    }
}

pub(super) fn recurring(recurrence: Recurrence) -> String {
    match recurrence {
        Recurrence::Every(quantity, unit) => Value::Length(quantity, unit).to_string(),
        Recurrence::Part(part) => open(&Calendar::of(part)),
        Recurrence::DayPart(None, part) => format!("XXXX-XX-XXT{}", part.code()),
        Recurrence::DayPart(Some(day), part) => format!("XXXX-WXX-{day}T{}", part.code()),
    }
}
