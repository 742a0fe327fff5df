//! Dates in digits alone.
#![expect(clippy::string_slice, reason = "the lengths of digits and their separators were looked at before")]

use crate::dates::DateRule;
use crate::dates::calendar::Date;
use crate::dates::lexicon::Sense;
use crate::dates::reading::Reading;
use crate::dates::stated::{Calendar, Found, Part, Stated, Year};
use crate::dates::tense::Clause;
use crate::dates::value::TimeOfDay;
use crate::text::Document;

/// "2022-01-02", "2022-01-02T14:05Z", "20220102T140500Z". Not: "555-01-02", "2022-13-45", a version "2022.1.2".
pub(super) fn iso(r: &Reading, at: usize) -> Option<Found> {
    let Sense::Figure = r.sense(at) else { return None };
    let extended = of_basic(r.word(at));
    let word = extended.as_deref().unwrap_or(r.word(at));
    let day: Date = word.get(..10)?.parse().ok()?;
    let calendar = Calendar::of(Part::Day(day.month(), day.day())).in_year(Year::Full(day.year()));
    let rest = &word[10..];
    let (time, end) = match rest.strip_prefix('T') {
        Some(clock) => (stamp(clock), at + 1),
        None if !rest.is_empty() => return None,
        None => (None, at + 1),
    };
    let calendar = time.map_or(calendar, |time| calendar.at(time));
    Some(Found::calendar(at..end, calendar, DateRule::Iso))
}

/// "20220102T140500Z" as "2022-01-02T14:05:00Z".
fn of_basic(word: &str) -> Option<String> {
    let (day, clock) = word.split_once('T').filter(|(day, clock)| day.len() == 8 && clock.len() >= 4)?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let (time, zone) = clock.split_at(clock.bytes().take_while(u8::is_ascii_digit).count());
    (digits(day) && matches!(time.len(), 4 | 6)).then(|| {
        let seconds = if time.len() == 6 { format!(":{}", &time[4..]) } else { String::new() };
        format!("{}-{}-{}T{}:{}{seconds}{zone}", &day[..4], &day[4..6], &day[6..], &time[..2], &time[2..4])
    })
}

/// The clock of a stamp: "14:05", "14:05:33Z". A zone other than Z is left out.
fn stamp(text: &str) -> Option<TimeOfDay> {
    let field = |i: usize| text.get(i..i + 2)?.parse::<u8>().ok();
    let has = |i: usize| text.as_bytes().get(i) == Some(&b':');
    let hour = field(0).filter(|h| *h < 24)?;
    let minute = if has(2) { field(3).filter(|m| *m < 60) } else { None };
    let second = if has(5) { field(6).filter(|s| *s < 60) } else { None };
    Some(TimeOfDay::Clock { hour, minute, second, utc: text.ends_with('Z') })
}

/// "1/2/2022", "25/12/98", "02.01.2022". Month first, unless only day first makes a date (or
/// another date of the document does: [`order`]). Not: "24/7", "1/2", "3.14.15".
pub(super) fn slashed(r: &Reading, at: usize) -> Option<Found> {
    let Sense::Figure = r.sense(at) else { return None };
    let word = r.word(at);
    let mark = if word.contains('/') { '/' } else { '.' };
    let mut fields = word.split(mark);
    let (first, second, third) = (fields.next()?, fields.next()?, fields.next()?);
    // "2022/01/02".
    if mark == '/' && first.len() == 4 && fields.next().is_none() {
        let year: i32 = first.parse().ok().filter(|year| (1000..=2999).contains(year))?;
        let (month, day): (u8, u8) = (second.parse().ok()?, third.parse().ok()?);
        let part = Date::new(year, month, day).map(|_| Part::Day(month, day))?;
        return Some(Found::calendar(at..at + 1, Calendar::of(part).in_year(Year::Full(year)), DateRule::Numeric));
    }
    if fields.next().is_some() || first.len() > 2 || second.len() > 2 {
        return None;
    }
    let (first, second): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
    let year = match third.len() {
        4 => Year::Full(third.parse().ok().filter(|y| (1000..=2999).contains(y))?),
        2 if mark == '/' => Year::Short(third.parse().ok()?),
        _ => return None,
    };
    let american = mark == '/' && (1..=12).contains(&first);
    let (month, day) = if american && second <= 31 { (first, second) } else { (second, first) };
    let exists = |month: u8, day: u8| Date::new(2000, month, day).is_some();
    let part = exists(month, day).then_some(Part::Day(month, day))?;
    Some(Found::calendar(at..at + 1, Calendar::of(part).in_year(year), DateRule::Numeric))
}

/// "2012/13": a season or a financial year, a range without parts, since it is one word. Not: "24/7", "2012/2", a fraction.
pub(super) fn school_year(r: &Reading, at: usize) -> Option<Found> {
    let Sense::Figure = r.sense(at) else { return None };
    let (first, second) = r.word(at).split_once('/')?;
    if first.len() != 4 || !matches!(second.len(), 2 | 4) {
        return None;
    }
    // "2024/2025".
    let whole = second.len() == 4;
    let (first, second): (i32, i32) = (first.parse().ok()?, second.parse().ok()?);
    let second = if whole && second == first + 1 { second % 100 } else { second };
    let year = |year| Found::calendar(at..at + 1, Calendar::of(Part::Year).in_year(Year::Full(year)), DateRule::Year);
    ((1800..=2100).contains(&first) && (first + 1) % 100 == second).then(|| {
        let ends = Stated::Range(Box::new(year(first)), Box::new(year(first + 1)));
        Found::new(at..at + 1, ends, DateRule::Range)
    })
}

/// Reads dates like "1/2/2022" with the day first where the document has others that can be read so only ("25/12/2021"), and
/// none that can have only the month first.
pub(in crate::dates) fn order(document: &Document, stated: &mut [(Clause, Found)]) {
    let fields = |found: &Found| {
        let mut fields = document.word(found.tokens.start).split('/').map(|field| field.parse::<u32>().ok());
        // Not "2022/01/02".
        let both = Some((fields.next()??, fields.next()??));
        both.filter(|(first, _)| *first <= 31 && found.rule == DateRule::Numeric)
    };
    let beyond_months =
        |pick: fn((u32, u32)) -> u32| stated.iter().filter_map(|(_, found)| fields(found)).any(|both| pick(both) > 12);
    if !beyond_months(|(first, _)| first) || beyond_months(|(_, second)| second) {
        return;
    }
    for (_, found) in stated {
        if let (Some((day, month @ ..=12)), Stated::Calendar(calendar)) = (fields(found), &mut found.stated) {
            calendar.part = Part::Day(month as u8, day as u8);
        }
    }
}
