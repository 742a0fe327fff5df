//! What the text states of a time, and no more: the year may be missing, the week may be "next".
//!
//! Rules make these; the resolver alone turns them into values. So what is stated and what is inferred never mix.

use super::lexicon::{DayPart, Direction, Era, Holiday, Pointer, Season, Unit};
use super::quantity::Quantity;
use super::tense::Clause;
use super::value::TimeOfDay;
use super::{DateRule, Modifier};
use std::ops::Range;

/// The year, as stated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Year {
    Unstated,
    /// "2022"; "490 BC" is -490.
    Full(i32),
    /// "'98", "3/4/98".
    Short(u8),
    /// "last year's": years from the year of writing.
    Relative(i32),
    /// "of that year", "of the following year": years from the year told of.
    Told(i32),
}

/// The part of the calendar, as stated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Part {
    /// The year itself.
    Year,
    Month(u8),
    /// Month and day.
    Day(u8, u8),
    Weekday(u8),
    Weekend,
    Quarter(u8),
    Half(u8),
    Season(Season),
    Holiday(Holiday),
    /// By its first year, in full or (below 100) in two digits.
    Decade(i32),
    /// By its number.
    Century(i32),
    /// Days from the day of writing.
    Today(i8),
    /// "the quarter", "this week": a unit that a pointer picks.
    Unit(Unit),
    /// "Friday next week": of the week pointed at.
    DayOfWeek(u8),
    /// "the 15th", its month unsaid.
    DayOfMonth(u8),
    /// "the first Monday in May", "the last Friday of June": which one (0 is the last), the weekday (0 is any day), the
    /// month (0 is the one pointed at).
    Nth(u8, u8, u8),
    /// "the week of September 9".
    WeekOf(Spot),
    /// "the weekend of July 13", "Easter weekend".
    WeekendOf(Spot),
    /// "the last week of August": which one (0 is the last), the month.
    NthWeek(u8, u8),
    /// "the first weekend in May".
    NthWeekend(u8, u8),
    /// No such day: "February 30".
    Impossible,
}

/// What a week or weekend is named by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Spot {
    /// Month and day.
    Day(u8, u8),
    Holiday(Holiday),
}

/// A time of the calendar, as stated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Calendar {
    pub(super) year: Year,
    pub(super) part: Part,
    /// "Friday, October 23": the weekday beside the day.
    pub(super) weekday: Option<u8>,
    pub(super) pointer: Option<Pointer>,
    pub(super) time: Option<TimeOfDay>,
}

impl Calendar {
    pub(super) fn of(part: Part) -> Calendar {
        Calendar { year: Year::Unstated, part, weekday: None, pointer: None, time: None }
    }

    pub(super) fn in_year(self, year: Year) -> Calendar {
        Calendar { year, ..self }
    }

    pub(super) fn pointed(self, pointer: Pointer) -> Calendar {
        Calendar { pointer: Some(pointer), ..self }
    }

    pub(super) fn at(self, time: TimeOfDay) -> Calendar {
        Calendar { time: Some(time), ..self }
    }
}

/// What recurs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Recurrence {
    /// "every two weeks".
    Every(Quantity, Unit),
    /// "every Monday", "each July", "every Christmas".
    Part(Part),
    /// "every morning", "Monday nights".
    DayPart(Option<u8>, DayPart),
}

/// What an expression says.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Stated {
    Calendar(Calendar),
    /// "two weeks ago", "a day later".
    Away(Quantity, Unit, Direction),
    /// "two days before Christmas": counted from the last of these, which stands in the clause given with it.
    Anchored(Quantity, Unit, Direction, Box<(Clause, Stated)>),
    /// "three years", and where it lies, if it says ("the past three years").
    Length(Quantity, Unit, Option<Pointer>),
    /// "two years, six months", "an hour and 20 minutes": the second unit is the smaller one.
    Compound((u32, Unit), (u32, Unit)),
    Recurring(Recurrence),
    Era(Era),
    /// Two ends, each with its own tokens.
    Range(Box<Found>, Box<Found>),
}

/// An expression found by a rule.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) stated: Stated,
    pub(super) modifier: Option<Modifier>,
    pub(super) rule: DateRule,
}

impl Found {
    pub(super) fn new(tokens: Range<usize>, stated: Stated, rule: DateRule) -> Found {
        Found { tokens, stated, modifier: None, rule }
    }

    pub(super) fn calendar(tokens: Range<usize>, calendar: Calendar, rule: DateRule) -> Found {
        Found::new(tokens, Stated::Calendar(calendar), rule)
    }

    pub(super) fn modified(self, modifier: Modifier) -> Found {
        Found { modifier: Some(modifier), ..self }
    }
}
