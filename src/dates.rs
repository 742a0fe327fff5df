//! Dates: every time expression, normalised to TIMEX3 and to a calendar interval.
//!
//! An ordered list of small rules proposes expressions, refiners merge and drop them, and one resolver anchors them to the
//! reference date. Nothing here reads the clock: without a reference date, given or found, relative dates stay open.

mod calendar;

use crate::span::Span;
use crate::text::Document;
use serde::{Deserialize, Serialize};

pub use calendar::{Date, DateError};

/// What a time expression denotes, as in TIMEX3.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeType {
    /// A day or a coarser part of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// TIMEX3's `mod`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Modifier {
    /// "before 2020".
    Before,
    /// "after 2020".
    After,
    /// "no earlier than".
    OnOrAfter,
    /// "no later than".
    OnOrBefore,
    /// "less than two years".
    LessThan,
    /// "more than two years".
    MoreThan,
    /// "at most two years".
    EqualOrLess,
    /// "at least two years".
    EqualOrMore,
    /// "early 2020".
    Start,
    /// "mid-2020".
    Mid,
    /// "late 2020".
    End,
    /// "about two years".
    Approx,
}

/// The rule that found an expression.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateRule {
    /// "2022-01-02".
    Iso,
}

/// One end of a range, with a value of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimePart {
    /// Where it stands.
    pub span: Span,
    /// Its TIMEX3 value.
    pub value: String,
}

/// One time expression.
#[derive(Clone, PartialEq, Debug)]
pub struct TimeExpr {
    /// Where it stands.
    pub span: Span,
    /// Date, time, duration or set.
    pub kind: TimeType,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// First day of its interval, where known.
    pub from: Option<Date>,
    /// The day after the last one of its interval, where known.
    pub to: Option<Date>,
    /// The ends of a range.
    pub parts: Vec<TimePart>,
    /// The rule that found it.
    pub rule: DateRule,
    /// Probability that span and value are right, 0 to 1.
    pub score: f32,
}

/// Where the reference date came from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReferenceSource {
    /// By the caller.
    Given,
    /// Stated by the article as its own date.
    Text,
    /// Concluded from what the text says.
    Inferred,
    /// There is none.
    None,
}

/// What relative dates were resolved against.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reference {
    /// The day, where there is one.
    pub date: Option<Date>,
    /// Where it came from.
    pub source: ReferenceSource,
}

/// Finds the time expressions of an article, in text order, and the date they were resolved against.
pub fn find(_document: &Document, given: Option<Date>) -> (Reference, Vec<TimeExpr>) {
    let source = if given.is_some() { ReferenceSource::Given } else { ReferenceSource::None };
    (Reference { date: given, source }, Vec::new())
}
