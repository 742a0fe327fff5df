//! What a time expression denotes once it is anchored: its TIMEX3 value and its interval of days.
//!
//! The interval is always read off the value, so the two cannot disagree.

use super::calendar::Date;
use super::lexicon::{DayPart, Era, Season, Unit};
use super::quantity::Quantity;
use std::fmt;

/// A stretch of the calendar; years before Christ are negative and have no interval. An unknown year prints as `XXXX` and has no interval.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum When {
    Day(Date),
    /// ISO year and week.
    Week(i32, u8),
    /// Saturday and Sunday of an ISO week.
    Weekend(i32, u8),
    Month(i32, u8),
    Quarter(i32, u8),
    Half(i32, u8),
    Season(i32, Season),
    Year(i32),
    /// By its first year.
    Decade(i32),
    /// By its number: the 20th is 20, the 5th before Christ -5.
    Century(i32),
}

/// A time of day, as stated; no zone is guessed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TimeOfDay {
    Part(DayPart),
    /// Hour, minute and second, the last two where stated; whether it is of the zone Z.
    Clock {
        hour: u8,
        minute: Option<u8>,
        second: Option<u8>,
        utc: bool,
    },
}

/// A value, all of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Value {
    When(When),
    /// What cannot be anchored, as it prints: "XXXX-01-02", "XXXX-WXX-5".
    Open(String),
    Time(Option<Date>, TimeOfDay),
    Length(Quantity, Unit),
    /// "two years, six months".
    Compound((u32, Unit), (u32, Unit)),
    /// What recurs, as it prints: "P1D", "XXXX-WXX-1".
    Recurring(String),
    Era(Era),
    Range(Box<Value>, Box<Value>),
}

impl When {
    /// First day and the day after the last one.
    pub(super) fn interval(self) -> (Option<Date>, Option<Date>) {
        let months = |year, month: u8, count| {
            let from = Date::new(year, month, 1);
            (from, from.and_then(|d| d.plus_months(count)))
        };
        let days = |from: Option<Date>, count| (from, from.and_then(|d| d.plus_days(count)));
        match self {
            When::Day(day) => (Some(day), day.plus_days(1)),
            When::Week(year, week) => days(Date::of_iso_week(year, week), 7),
            When::Weekend(year, week) => days(Date::of_iso_week(year, week).and_then(|d| d.plus_days(5)), 2),
            When::Month(year, month) => months(year, month, 1),
            When::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            When::Half(year, half) => months(year, half * 6 - 5, 6),
            When::Season(year, season) => months(year, season.first_month(), 3),
            When::Year(year) => months(year, 1, 12),
            When::Decade(..0) => (None, None),
            When::Decade(year) => (Date::new(year.max(1), 1, 1), Date::new(year + 10, 1, 1)),
            When::Century(..=0) => (None, None),
            When::Century(number) => (Date::new(((number - 1) * 100).max(1), 1, 1), Date::new(number * 100, 1, 1)),
        }
    }

    /// The unit it is one of, or the next larger one.
    pub(super) fn unit(self) -> Unit {
        match self {
            When::Day(_) => Unit::Day,
            When::Week(..) | When::Weekend(..) => Unit::Week,
            When::Month(..) => Unit::Month,
            When::Quarter(..) | When::Season(..) => Unit::Quarter,
            When::Half(..) | When::Year(_) => Unit::Year,
            When::Decade(_) => Unit::Decade,
            When::Century(_) => Unit::Century,
        }
    }

    /// The year it begins in, as it prints.
    pub(super) fn year(self) -> i32 {
        match self {
            When::Day(day) => day.year(),
            When::Week(year, _) | When::Weekend(year, _) | When::Month(year, _) | When::Quarter(year, _) => year,
            When::Half(year, _) | When::Season(year, _) | When::Year(year) | When::Decade(year) => year,
            When::Century(number) if number < 0 => number * 100,
            When::Century(number) => (number - 1) * 100,
        }
    }
}

impl Season {
    /// The month the season begins in; winter begins in the December of its year.
    pub(super) fn first_month(self) -> u8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Fall => 9,
            Season::Winter => 12,
        }
    }

    pub(super) fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Fall => "FA",
            Season::Winter => "WI",
        }
    }
}

impl DayPart {
    pub(super) fn code(self) -> &'static str {
        match self {
            DayPart::Morning => "MO",
            DayPart::Afternoon => "AF",
            DayPart::Evening => "EV",
            DayPart::Night => "NI",
        }
    }
}

impl Unit {
    /// The designator in a period, and whether it is of the time part.
    pub(super) fn code(self) -> (&'static str, bool) {
        match self {
            Unit::Second => ("S", true),
            Unit::Minute => ("M", true),
            Unit::Hour => ("H", true),
            Unit::Day => ("D", false),
            Unit::Week | Unit::Fortnight => ("W", false),
            Unit::Month => ("M", false),
            Unit::Quarter => ("Q", false),
            Unit::Year => ("Y", false),
            Unit::Decade => ("DE", false),
            Unit::Century => ("CE", false),
            Unit::Millennium => ("ML", false),
        }
    }
}

/// A year as TIMEX3 has it: "1990", "BC0490".
struct Year(i32);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0 < 0 { "BC" } else { "" })?;
        write!(f, "{:04}", self.0.unsigned_abs())
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Day(day) => write!(f, "{day}"),
            When::Week(year, week) => write!(f, "{}-W{week:02}", Year(*year)),
            When::Weekend(year, week) => write!(f, "{}-W{week:02}-WE", Year(*year)),
            When::Month(year, month) => write!(f, "{}-{month:02}", Year(*year)),
            When::Quarter(year, quarter) => write!(f, "{}-Q{quarter}", Year(*year)),
            When::Half(year, half) => write!(f, "{}-H{half}", Year(*year)),
            When::Season(year, season) => write!(f, "{}-{}", Year(*year), season.code()),
            When::Year(year) => write!(f, "{}", Year(*year)),
            When::Decade(year) if *year < 0 => write!(f, "BC{:03}", -year / 10),
            When::Decade(year) => write!(f, "{:03}", year / 10),
            When::Century(number) if *number < 0 => write!(f, "BC{:02}", -number - 1),
            When::Century(number) => write!(f, "{:02}", number - 1),
        }
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimeOfDay::Part(part) => write!(f, "T{}", part.code()),
            TimeOfDay::Clock { hour, minute, second, utc } => {
                write!(f, "T{hour:02}")?;
                if let Some(minute) = minute {
                    write!(f, ":{minute:02}")?;
                }
                if let Some(second) = second {
                    write!(f, ":{second:02}")?;
                }
                f.write_str(if *utc { "Z" } else { "" })
            }
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::When(when) => when.fmt(f),
            Value::Open(text) | Value::Recurring(text) => f.write_str(text),
            Value::Time(Some(day), time) => write!(f, "{day}{time}"),
            Value::Time(None, time) => write!(f, "XXXX-XX-XX{time}"),
            Value::Length(quantity, unit) => length(f, *quantity, *unit),
            Value::Compound((larger, first), (smaller, second)) => {
                let ((first, clock), (second, of_time)) = (first.code(), second.code());
                let lead = if clock { "PT" } else { "P" };
                write!(f, "{lead}{larger}{first}{}{smaller}{second}", if of_time && !clock { "T" } else { "" })
            }
            Value::Era(Era::Past) => f.write_str("PAST_REF"),
            Value::Era(Era::Present) => f.write_str("PRESENT_REF"),
            Value::Era(Era::Future) => f.write_str("FUTURE_REF"),
            Value::Range(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

fn length(f: &mut fmt::Formatter<'_>, quantity: Quantity, unit: Unit) -> fmt::Result {
    let (code, of_time) = unit.code();
    f.write_str(if of_time { "PT" } else { "P" })?;
    match quantity {
        Quantity::Tenths(tenths) => {
            let tenths = u64::from(tenths) * if unit == Unit::Fortnight { 2 } else { 1 };
            write!(f, "{}", tenths / 10)?;
            if tenths % 10 != 0 {
                write!(f, ".{}", tenths % 10)?;
            }
        }
        Quantity::Some => f.write_str("X")?,
    }
    f.write_str(code)
}

impl Value {
    /// The days it covers: the first, and the one after the last; null where open or unknown.
    pub(super) fn interval(&self) -> (Option<Date>, Option<Date>) {
        match self {
            Value::When(when) => when.interval(),
            // Midnight as "24:00" belongs to the day it ends.
            Value::Time(day, _) => day.map_or((None, None), |d| When::Day(d).interval()),
            Value::Range(from, to) => match (from.interval().0, to.interval().1) {
                (Some(from), Some(to)) if from >= to => (None, None),
                ends => ends,
            },
            Value::Open(_) | Value::Length(..) | Value::Compound(..) | Value::Recurring(_) | Value::Era(_) => (None, None),
        }
    }
}
