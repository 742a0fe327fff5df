//! Feasts of the Hebrew calendar, by their day of the Gregorian one. A feast begins on the evening before the day given.
//!
//! By the arithmetic of the calendar (Reingold and Dershowitz, Calendrical Calculations): a year begins with the new moon of
//! Tishri, put off by a day or two where feasts would fall on days they must not.

use super::calendar::Date;

/// How many days after Passover the next year begins, always.
const FROM_PASSOVER: i32 = 163;

/// The first day of the first year, in days since 1970-01-01.
const EPOCH: i32 = -1_373_427 - 719_163;

/// Years of the calendar in which a Gregorian year ends begin so many later.
const YEARS: i32 = 3761;

/// Rosh Hashanah of a Gregorian year.
pub(super) fn new_year(year: i32) -> Option<Date> {
    Date::from_days_since_epoch(begins(year.checked_add(YEARS)?)?)
}

/// Passover of a Gregorian year.
pub(super) fn passover(year: i32) -> Option<Date> {
    new_year(year)?.plus_days(-FROM_PASSOVER)
}

/// The first day of Hanukkah in a Gregorian year.
pub(super) fn hanukkah(year: i32) -> Option<Date> {
    let year = year.checked_add(YEARS)?;
    let (first, next) = (begins(year)?, begins(year + 1)?);
    // The second month has 30 days in the longest years.
    let second = if (next - first) % 10 == 5 { 30 } else { 29 };
    Date::from_days_since_epoch(first + 30 + second + 24)
}

/// The first day of a year, in days since 1970-01-01.
fn begins(year: i32) -> Option<i32> {
    let (before, day, after) = (elapsed(year - 1)?, elapsed(year)?, elapsed(year + 1)?);
    let put_off = match (after - day, day - before) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    i32::try_from(day + put_off).ok()?.checked_add(EPOCH)
}

/// The days from the calendar's beginning to the new moon that begins a year.
fn elapsed(year: i32) -> Option<i64> {
    let months = (235 * i64::from(year)).checked_sub(234)?.div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    Some(if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day })
}

#[cfg(test)]
mod tests {
    use super::{hanukkah, new_year, passover};

    /// As published for these years.
    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn feasts_are_where_they_were_kept() {
        let kept = [
            (1998, "1998-04-11", "1998-09-21", "1998-12-14"),
            (2016, "2016-04-23", "2016-10-03", "2016-12-25"),
            (2020, "2020-04-09", "2020-09-19", "2020-12-11"),
            (2023, "2023-04-06", "2023-09-16", "2023-12-08"),
            (2024, "2024-04-23", "2024-10-03", "2024-12-26"),
        ];
        for (year, spring, autumn, winter) in kept {
            let found = [passover(year), new_year(year), hanukkah(year)].map(|day| day.map(|day| day.to_string()));
            assert_eq!(found, [spring, autumn, winter].map(|day| Some(day.to_owned())), "{year}");
        }
    }
}
