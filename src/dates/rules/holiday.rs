//! Named days.

use super::day;
use crate::dates::DateRule;
use crate::dates::lexicon::{Holiday, Sense};
use crate::dates::reading::Reading;
use crate::dates::stated::{Calendar, Found, Part};
use crate::lists::HOLIDAYS;

/// The longest name of the list, in tokens and in bytes.
const LONGEST: (usize, usize) = (5, 32);

/// "Christmas", "Labor Day", "New Year's Eve 2021". Not: "Easter Island", "Christmas trees" are of the day still; "new day".
pub(super) fn holiday(r: &Reading, at: usize) -> Option<Found> {
    let (holiday, end) = match r.sense(at) {
        Sense::Holiday(holiday) => named(r, at).unwrap_or((holiday, at + 1)),
        Sense::HolidayName | Sense::Month(_) if r.capital(at) => named(r, at)?,
        _ => return None,
    };
    if r.is_any(end, &["island", "parade", "tree", "trees", "card", "cards", "eggs"]) {
        return None;
    }
    let (year, end) = day::year_after(r, end);
    Some(Found::calendar(at..end, Calendar::of(Part::Holiday(holiday)).in_year(year), DateRule::Holiday))
}

/// The longest holiday of several words at a token, and the token after it.
fn named(r: &Reading, at: usize) -> Option<(Holiday, usize)> {
    let mut name = String::with_capacity(LONGEST.1);
    let mut longest = None;
    for token in at..at + LONGEST.0 {
        let word = match r.lower(token) {
            "’s" => "'s",
            "’" => "'",
            word => word,
        };
        if word.is_empty() || name.len() + word.len() >= LONGEST.1 {
            break;
        }
        if token > at {
            name.push(' ');
        }
        name.push_str(word);
        if let Some(holiday) = HOLIDAYS.get(name.as_str()).filter(|_| token > at && r.capital(token)) {
            longest = Some((*holiday, token + 1));
        }
    }
    longest
}
