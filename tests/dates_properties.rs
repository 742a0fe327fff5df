//! What holds for dates whatever the text: order, bounds, and intervals that say what the values say.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::needless_update, reason = "options may grow")]

use newsmark::{Date, Options, TimeExpr, TimeType, annotate};
use proptest::prelude::*;

/// Words that rules look at, and some that they do not.
const WORDS: [&str; 85] = [
    "the",
    "a",
    "an",
    "of",
    "in",
    "on",
    "at",
    "to",
    "from",
    "between",
    "and",
    "or",
    "-",
    ",",
    ".",
    "'s",
    "(",
    ")",
    "last",
    "next",
    "this",
    "past",
    "coming",
    "that",
    "same",
    "following",
    "early",
    "late",
    "mid",
    "end",
    "more",
    "than",
    "about",
    "least",
    "January",
    "Feb.",
    "May",
    "Friday",
    "Mondays",
    "today",
    "yesterday",
    "week",
    "weeks",
    "year",
    "years",
    "months",
    "quarter",
    "century",
    "decades",
    "ago",
    "later",
    "earlier",
    "every",
    "daily",
    "summer",
    "night",
    "noon",
    "p.m.",
    "Christmas",
    "New",
    "Year",
    "Day",
    "three",
    "twenty",
    "half",
    "first",
    "31",
    "2022",
    "1990s",
    "10:30",
    "2021-09-03",
    "3/4/98",
    "before",
    "after",
    "15th",
    "2012/13",
    "hours",
    "small",
    "day",
    "vote",
    "the vote",
    "470s",
    "BC",
    "weekends",
    "spring",
];

fn day() -> impl Strategy<Value = Date> {
    day_of(1..10_000)
}

fn day_of(years: std::ops::Range<i32>) -> impl Strategy<Value = Date> {
    (years, 1_u8..=12, 1_u8..=31).prop_filter_map("a day of the calendar", |(y, m, d)| Date::new(y, m, d))
}

fn dates(text: &str, date: Option<Date>) -> Vec<TimeExpr> {
    annotate(text, &Options { date, ..Options::default() }).dates
}

/// The days a value names, read off its print alone; nothing for values that name none.
fn days_of(value: &str) -> Option<(String, String)> {
    let day = |text: &str| text.parse::<Date>().ok();
    if let Some((first, last)) = value.split_once('/') {
        return Some((days_of(first)?.0, days_of(last)?.1));
    }
    let value = value.split_once('T').map_or(value, |(day, _)| day);
    if let Some(only) = day(value) {
        return Some((only.to_string(), only.plus_days(1)?.to_string()));
    }
    let (year, rest) = value.split_once('-').unwrap_or((value, ""));
    let number: i32 = year.parse().ok().filter(|_| year.len() == 4)?;
    let month = |first: u8, count| {
        let first = Date::new(number, first, 1)?;
        Some((first.to_string(), first.plus_months(count)?.to_string()))
    };
    match rest.len() {
        0 => month(1, 12),
        2 if rest.starts_with('Q') => month(rest[1..].parse::<u8>().ok()? * 3 - 2, 3),
        2 if rest.starts_with('H') => month(rest[1..].parse::<u8>().ok()? * 6 - 5, 6),
        2 if rest.starts_with(|c: char| c.is_ascii_digit()) => month(rest.parse().ok()?, 1),
        3 if rest.starts_with('W') => {
            let monday = (1..=31).filter_map(|d| Date::new(number, 1, d)).find(|d| d.iso_week() == (number, 1));
            let week_1 = monday?.plus_days(1 - i32::from(monday?.weekday()))?;
            let first = week_1.plus_days((rest[1..].parse::<i32>().ok()? - 1) * 7)?;
            Some((first.to_string(), first.plus_days(7)?.to_string()))
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn any_words_give_ordered_dates_whose_intervals_agree_with_their_values(
        words in prop::collection::vec(prop::sample::select(&WORDS[..]), 0..40),
        date in prop::option::of(day()),
    ) {
        let text = words.join(" ");
        let mut end = 0;
        for found in dates(&text, date) {
            prop_assert!(end <= found.start && found.start < found.end, "{text}: order");
            prop_assert_eq!(&text[found.start..found.end], &found.text);
            end = found.end;
            if let (Some(from), Some(to)) = (&found.from, &found.to) {
                prop_assert!(from.parse::<Date>().ok() < to.parse::<Date>().ok(), "{text}: {from} before {to}");
            }
            let dated = matches!(found.kind, TimeType::Date | TimeType::Time);
            if let (true, None, Some((from, to))) = (dated, found.modifier, days_of(&found.value)) {
                prop_assert!(from >= to || (found.from, found.to) == (Some(from), Some(to)), "{text}: {}", found.value);
            }
            for part in &found.parts {
                prop_assert!(found.start <= part.start && part.start < part.end && part.end <= found.end, "{text}: part");
            }
        }
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,80}", date in prop::option::of(day())) {
        for found in dates(&text, date) {
            prop_assert_eq!(&text[found.start..found.end], &found.text);
        }
    }

    #[test]
    fn days_count_with_the_reference_date(date in day(), days in 1_i32..400) {
        let told = dates(&format!("They met {days} days ago."), Some(date));
        let then = date.plus_days(-days).map_or("XXXX-XX-XX".to_owned(), |d| d.to_string());
        prop_assert_eq!(&told[0].value, &then);
    }

    #[test]
    fn a_year_on_relative_years_and_months_are_a_year_on(year in 2_i32..9990, month in 1_u8..=12) {
        for (text, shift) in [("They met last month.", -1), ("They will meet next month.", 1), ("They met this month.", 0)] {
            let month_of = |year| dates(text, Date::new(year, month, 15))[0].value.clone();
            let expected = |year| Date::new(year, month, 1).and_then(|d| d.plus_months(shift)).map(|d| d.to_string()[..7].to_owned());
            prop_assert_eq!(Some(month_of(year)), expected(year));
            prop_assert_eq!(Some(month_of(year + 1)), expected(year + 1));
        }
    }

    #[test]
    fn a_written_day_is_the_day(date in day_of(1000..3000)) {
        let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December"];
        let (month, day, year) = (months[usize::from(date.month()) - 1], date.day(), date.year());
        for written in [format!("{month} {day}, {year}"), format!("{day} {month} {year}"), date.to_string()] {
            let found = dates(&format!("It was signed on {written} in Oslo."), None);
            prop_assert_eq!(found.len(), 1, "{}", written);
            prop_assert_eq!((&found[0].text, &found[0].value), (&written, &date.to_string()));
        }
    }
}
