//! Days of the proleptic Gregorian calendar, years 1 to 9999. No clock, no time zones.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, 0001-01-01 to 9999-12-31. Ordered in time; printed and read as `2022-01-03`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

/// A text that is not a day of the calendar written `YYYY-MM-DD`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DateError(String);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a calendar date of the form YYYY-MM-DD: {:?}", self.0)
    }
}

impl std::error::Error for DateError {}

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        exists.then_some(Date { year, month, day })
    }
}

/// How many days a month has; `month` is 1 to 12.
fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        let field = |range: std::ops::Range<usize>| {
            let digits = text.get(range)?;
            digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<i32>().ok())?
        };
        let bytes = text.as_bytes();
        let parsed = (bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-')
            .then(|| Date::new(field(0..4)?, u8::try_from(field(5..7)?).ok()?, u8::try_from(field(8..10)?).ok()?))
            .flatten();
        parsed.ok_or_else(|| DateError(text.chars().take(40).collect()))
    }
}
