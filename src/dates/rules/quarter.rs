//! Quarters and halves of a year.

use super::{day, stretch};
use crate::dates::DateRule;
use crate::dates::lexicon::{Sense, Unit};
use crate::dates::reading::Reading;
use crate::dates::stated::{Calendar, Found, Part, Stated, Year};
use crate::dates::tense::Clause;
use crate::lists::{self, FIGURES};
use crate::text::Document;

/// How many words of games make an article one of a game.
const GAME: usize = 3;

/// "the third quarter of 1990", "third-quarter", "Q3 2022", "the 1988 second quarter", "the first half of 2022", "fiscal 1989".
/// Not: "a quarter of voters", "the second half" of a match.
pub(super) fn quarter(r: &Reading, at: usize) -> Option<Found> {
    if let Sense::Digits(year @ 1900..=2099, 4) = r.sense(at) {
        // "the 1988 period", "the 1988 quarter": that of the year before which is compared with.
        let alike = r.is_any(at + 1, &["period", "quarter"]) && r.is(at.wrapping_sub(1), "the");
        let (part, end) = if alike { (Part::Unit(Unit::Quarter), at + 2) } else { read(r, at + 1)? };
        return Some(Found::calendar(at..end, Calendar::of(part).in_year(Year::Full(year as i32)), DateRule::Quarter));
    }
    let (part, end) = read(r, at)?;
    let (year, end) = stretch::year(r, end).unwrap_or_else(|| day::year_after(r, end));
    // "first-half sales for 2024".
    if let (Part::Half(_) | Part::Quarter(_), Year::Unstated, true) =
        (part, year, (r.hyphen(at + 1) || end == at + 1) && FIGURES.contains(r.lower(end)))
    {
        let stated = (end + 1..end + 3).find_map(|of| {
            let year = match r.sense(of + 1) {
                Sense::Digits(year @ 1900..=2100, 4) if r.is_any(of, &["for", "in", "of"]) => Year::Full(year as i32),
                _ => return None,
            };
            Some(year)
        });
        let calendar = Calendar::of(part).in_year(stated.unwrap_or(Year::Unstated));
        return Some(Found::calendar(at..end, calendar, DateRule::Quarter));
    }
    let alone = matches!(part, Part::Half(_)) && year == Year::Unstated;
    (!alone).then(|| Found::calendar(at..end, Calendar::of(part).in_year(year), DateRule::Quarter))
}

/// A quarter or half without its year, and the token after it.
pub(super) fn read(r: &Reading, at: usize) -> Option<(Part, usize)> {
    // "H1 2024", "1H24": a half only with its year.
    if let Sense::HalfYear(half) = r.sense(at)
        && (r.capital(at) || r.word(at).ends_with('H'))
        && (matches!(r.sense(at + 1), Sense::Digits(1900..=2100, 4))
            || r.is_any(at + 1, &["of", "fy"])
            || FIGURES.contains(r.lower(at + 1)))
    {
        return Some((Part::Half(half), at + 1));
    }
    if let Sense::Quarter(quarter) = r.sense(at) {
        return Some((Part::Quarter(quarter), at + 1));
    }
    let at = if r.is(at, "fiscal") { r.past_hyphen(at + 1) } else { at };
    let Sense::Ordinal(number) = r.sense(at) else { return None };
    let next = r.past_hyphen(at + 1);
    let next = if r.is(next, "fiscal") { next + 1 } else { next };
    match r.sense(next) {
        // "the second and fourth quarters".
        Sense::Units(Unit::Quarter) if number <= 4 && listed(r, at.wrapping_sub(2)) => {
            Some((Part::Quarter(number), next + 1))
        }
        _ if number <= 4 && listed(r, at) && r.sense(at + 3) == Sense::Units(Unit::Quarter) => {
            Some((Part::Quarter(number), at + 1))
        }
        Sense::Unit(Unit::Quarter) if number <= 4 => Some((Part::Quarter(number), next + 1)),
        Sense::Half if number <= 2 => Some((Part::Half(number), next + 1)),
        _ => None,
    }
}

/// Whether an ordinal is the first of two: "second and fourth".
fn listed(r: &Reading, at: usize) -> bool {
    let ordinal = |at| matches!(r.sense(at), Sense::Ordinal(1..=4));
    ordinal(at) && r.is_any(at + 1, &["and", "or"]) && ordinal(at + 2)
}

/// Leaves out the quarters of a game: "scored 14 in the fourth quarter".
pub(in crate::dates) fn leave_out_games(document: &Document, stated: &mut Vec<(Clause, Found)>) {
    let unstated = |found: &Found| {
        let Stated::Calendar(calendar) = found.stated else { return false };
        matches!(calendar, Calendar { part: Part::Quarter(_), year: Year::Unstated, pointer: None, .. })
    };
    let is_game = || document.lower.iter().filter(|word| lists::GAME_WORDS.contains(word)).count() >= GAME;
    if stated.iter().any(|(_, found)| unstated(found)) && is_game() {
        stated.retain(|(_, found)| !unstated(found));
    }
}
