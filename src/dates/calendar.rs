//! Days of the proleptic Gregorian calendar, years 1 to 9999. No clock, no time zones.
#![expect(clippy::indexing_slicing, reason = "its length was looked at before")]

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

    /// The year, 1 to 9999.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01, negative before.
    pub fn days_since_epoch(self) -> i32 {
        // Years are counted from March, so that the leap day comes last; eras are 400 years of 146,097 days.
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let month = (i32::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The day so many days after 1970-01-01, if it is of the years 1 to 9999.
    pub fn from_days_since_epoch(days: i32) -> Option<Date> {
        let days = days.checked_add(719_468)?;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (year, month) = (year + era * 400, if month < 10 { month + 3 } else { month - 9 });
        Date::new(if month <= 2 { year + 1 } else { year }, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The nth weekday of a month (1 is the first, 0 the last; weekday 0 is any day).
    pub(crate) fn nth_in_month(year: i32, month: u8, nth: u8, weekday: u8) -> Option<Date> {
        let last = Date::new(year, month, days_in_month(year, month))?;
        let day = match (nth, weekday) {
            (0, 0) => last,
            (0, weekday) => last.plus_days(-6)?.on_or_after(weekday)?,
            (nth, 0) => Date::new(year, month, nth)?,
            (nth, weekday) => Date::new(year, month, 1)?.on_or_after(weekday)?.plus_days((i32::from(nth) - 1) * 7)?,
        };
        (day <= last).then_some(day)
    }

    /// The first such weekday on or after the day.
    pub(crate) fn on_or_after(self, weekday: u8) -> Option<Date> {
        self.plus_days((i32::from(weekday) - i32::from(self.weekday())).rem_euclid(7))
    }

    /// The day of the week, Monday 1 to Sunday 7.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        (self.days_since_epoch() + 3).rem_euclid(7) as u8 + 1
    }

    /// The day so many days later, or earlier where negative.
    pub fn plus_days(self, days: i32) -> Option<Date> {
        Date::from_days_since_epoch(self.days_since_epoch().checked_add(days)?)
    }

    /// The same day so many months later, or the month's last day where it has no such day.
    pub fn plus_months(self, months: i32) -> Option<Date> {
        let index = (self.year * 12 + i32::from(self.month) - 1).checked_add(months)?;
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) as u8 + 1);
        (1..=9999).contains(&year).then(|| Date { year, month, day: self.day.min(days_in_month(year, month)) })
    }

    /// ISO year and week: weeks begin on Monday, and week 1 holds the year's first Thursday.
    pub fn iso_week(self) -> (i32, u8) {
        let thursday = self.days_since_epoch() + 4 - i32::from(self.weekday());
        // The years' edges have no Thursday of their own beyond them: week 1 and 52 are then what is left.
        let Some(thursday) = Date::from_days_since_epoch(thursday) else { return (self.year, 52) };
        (thursday.year, ((thursday.day_of_year() - 1) / 7 + 1) as u8)
    }

    /// The Monday of an ISO week.
    pub fn of_iso_week(year: i32, week: u8) -> Option<Date> {
        let january_4 = Date::new(year, 1, 4)?;
        let monday = january_4.plus_days(1 - i32::from(january_4.weekday()))?.plus_days((i32::from(week) - 1) * 7)?;
        (monday.iso_week() == (year, week)).then_some(monday)
    }

    fn day_of_year(self) -> i32 {
        (1..self.month).map(|month| i32::from(days_in_month(self.year, month))).sum::<i32>() + i32::from(self.day)
    }
}

/// How many days a month has; `month` is 1 to 12.
pub(super) fn days_in_month(year: i32, month: u8) -> u8 {
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

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    /// Every day of 1900 to 2100, against a calendar that others keep.
    #[test]
    fn agrees_with_jiff_on_every_day_of_two_centuries() {
        let mut theirs = jiff::civil::date(1900, 1, 1);
        while theirs.year() <= 2100 {
            let (year, month, day) = (i32::from(theirs.year()), theirs.month() as u8, theirs.day() as u8);
            let ours = Date::new(year, month, day).expect("a day of the calendar");
            assert_eq!(Date::from_days_since_epoch(ours.days_since_epoch()), Some(ours), "{ours}: there and back");
            assert_eq!(ours.weekday(), theirs.weekday().to_monday_one_offset() as u8, "{ours}: weekday");
            let week = theirs.iso_week_date();
            assert_eq!(ours.iso_week(), (i32::from(week.year()), week.week() as u8), "{ours}: week");
            let monday = theirs.checked_sub(jiff::Span::new().days(i64::from(ours.weekday()) - 1)).expect("a Monday");
            let (year, number) = ours.iso_week();
            assert_eq!(Date::of_iso_week(year, number).map(|d| d.to_string()), Some(monday.to_string()), "{ours}: Monday");
            for months in [-13, -1, 1, 11, 25_i32] {
                let there = theirs.checked_add(jiff::Span::new().months(i64::from(months))).expect("in range").to_string();
                assert_eq!(ours.plus_months(months).map(|d| d.to_string()), Some(there), "{ours} and {months} months");
            }
            theirs = theirs.tomorrow().expect("a next day");
        }
    }

    #[test]
    fn ends_where_years_have_five_digits() {
        let (first, last) = (Date::new(1, 1, 1).expect("first"), Date::new(9999, 12, 31).expect("last"));
        assert_eq!((first.plus_days(-1), last.plus_days(1)), (None, None));
        assert_eq!((first.plus_months(-1), last.plus_months(1)), (None, None));
        assert_eq!((Date::new(0, 1, 1), Date::new(2023, 2, 29)), (None, None));
        assert_eq!((first.iso_week(), last.iso_week()), ((1, 1), (9999, 52)));
    }
}
