//! Days, weekdays and units that a word points at: "last week", "this morning", "the following day".

use super::{day, duration, stretch};
use crate::dates::lexicon::{DayPart, Direction, Era, MODALS, POSSESSIVES, Pointer, Sense, Unit};
use crate::dates::quantity::{self, Quantity};
use crate::dates::reading::Reading;
use crate::dates::stated::{Calendar, Found, Part, Stated, Year};
use crate::dates::value::TimeOfDay;
use crate::dates::{DateRule, Modifier};

/// "today", "yesterday morning", "tomorrow night", "tonight". Not: "the Today programme", "USA Today".
pub(super) fn today(r: &Reading, at: usize) -> Option<Found> {
    let (calendar, end) = match r.sense(at) {
        // "the day after tomorrow", "the day before yesterday".
        Sense::Unit(Unit::Day) => match (r.sense(at + 1), r.sense(at + 2)) {
            (Sense::Direction(Direction::After), Sense::Day(1)) => (Calendar::of(Part::Today(2)), at + 3),
            (Sense::Direction(Direction::Before), Sense::Day(-1)) => (Calendar::of(Part::Today(-2)), at + 3),
            _ => return None,
        },
        Sense::Day(_) if r.is_named(at) => return None,
        // "mid-afternoon yesterday".
        Sense::DayPart(part) if matches!(r.sense(at + 1), Sense::Day(-1..=1)) => {
            let Sense::Day(days) = r.sense(at + 1) else { return None };
            (Calendar::of(Part::Today(days)).at(TimeOfDay::Part(part)), at + 2)
        }
        Sense::Day(days) => (Calendar::of(Part::Today(days)), at + 1),
        Sense::Tonight => (Calendar::of(Part::Today(0)).at(TimeOfDay::Part(DayPart::Night)), at + 1),
        _ => return None,
    };
    let (calendar, end) = with_day_part(r, calendar, end);
    Some(Found::calendar(at..end, calendar, DateRule::Today))
}

/// The part of the day after a day.
fn with_day_part(r: &Reading, calendar: Calendar, at: usize) -> (Calendar, usize) {
    match r.sense(at) {
        Sense::DayPart(part) if calendar.time.is_none() => (calendar.at(TimeOfDay::Part(part)), at + 1),
        _ => (calendar, at),
    }
}

/// "night of 13 February", "early morning hours of April 30", "early hours of Monday", "evening of the 19th".
/// Not: "night of terror", "night of the long knives".
pub(super) fn part_of_day(r: &Reading, at: usize) -> Option<Found> {
    let part = match r.sense(at) {
        Sense::DayPart(part) => part,
        Sense::Units(Unit::Hour) if r.is_any(at.wrapping_sub(1), &["early", "small"]) => DayPart::Morning,
        _ => return None,
    };
    let of = if r.is(at + 1, "hours") { at + 2 } else { at + 1 };
    if !r.is(of, "of") {
        return None;
    }
    let small = r.is(at.wrapping_sub(1), "small");
    let (calendar, end) = match r.sense(of + 1) {
        Sense::Weekday(weekday) if day::read(r, of + 1).is_none() => (Calendar::of(Part::Weekday(weekday)), of + 2),
        Sense::The => match r.sense(of + 2) {
            Sense::Ordinal(day @ 1..=31) => (Calendar::of(Part::DayOfMonth(day)), of + 3),
            _ => return None,
        },
        _ => day::read(r, of + 1)?,
    };
    let start = if small { at - 1 } else { at };
    Some(Found::calendar(start..end, calendar.at(TimeOfDay::Part(part)), DateRule::Today))
}

/// "Friday", "Friday morning", "Fri.", "Friday next week". Not: "Black Friday", "Friday the song" in quotation marks, "Mon" the people, "Sheffield Wednesday".
pub(super) fn weekday(r: &Reading, at: usize) -> Option<Found> {
    let Sense::Weekday(day) = r.sense(at) else { return None };
    // "The Sunday Times", "the Mail on Sunday", "Sunday Morning Live", "Bloody Sunday": names.
    let named = r.is_any(at + 1, &["times", "telegraph", "mirror", "post", "mail", "express", "herald", "sun"])
        && r.capital(at + 1)
        || r.is(at.wrapping_sub(1), "on") && r.word(at.wrapping_sub(2)) == "Mail"
        || matches!(r.sense(at + 1), Sense::DayPart(_)) && r.is_named(at + 1);
    if named || r.is_any(at.wrapping_sub(1), &["black", "bloody", "cyber", "super", "palm", "ash", "sheffield"]) {
        return None;
    }
    let (calendar, end) = with_day_part(r, Calendar::of(Part::Weekday(day)), at + 1);
    let (calendar, end) = match day::pointed(r, end, Unit::Week) {
        Some((pointer, end)) => (Calendar { part: Part::DayOfWeek(day), ..calendar }.pointed(pointer), end),
        None => (calendar, end),
    };
    Some(Found::calendar(at..end, calendar, DateRule::Weekday))
}

/// "this morning", "last night", "that evening". Not: "the last night of the festival", "her last night in office"; "night" alone.
pub(super) fn time_of_day(r: &Reading, at: usize) -> Option<Found> {
    let Sense::Pointer(pointer) = r.sense(at) else { return None };
    let Sense::DayPart(part) = r.sense(at + 1) else { return None };
    let before = at.wrapping_sub(1);
    let determined =
        matches!(r.sense(before), Sense::The | Sense::Article) || r.possessive(before) || r.is_any(before, &POSSESSIVES);
    let calendar = match pointer {
        Pointer::This => Calendar::of(Part::Today(0)),
        Pointer::Last if determined => return None,
        Pointer::Last => Calendar::of(Part::Today(-1)),
        Pointer::That | Pointer::Same => Calendar::of(Part::Unit(Unit::Day)).pointed(Pointer::That),
        Pointer::Previous => Calendar::of(Part::Unit(Unit::Day)).pointed(Pointer::Previous),
        Pointer::Following | Pointer::Next => Calendar::of(Part::Unit(Unit::Day)).pointed(Pointer::Following),
        _ => return None,
    };
    Some(Found::calendar(at..at + 2, calendar.at(TimeOfDay::Part(part)), DateRule::Today))
}

/// "last week", "this summer", "next Friday", "the past three months", "the coming weeks", "these days".
/// Not: "that second", "the last word", "last but one".
pub(super) fn pointed(r: &Reading, at: usize) -> Option<Found> {
    // "this past week", "this coming Friday".
    if let (Sense::Pointer(Pointer::This), Sense::Pointer(Pointer::Past | Pointer::Coming)) = (r.sense(at), r.sense(at + 1))
    {
        return pointed(r, at + 1).map(|found| Found { tokens: at..found.tokens.end, ..found });
    }
    // "that same day".
    if let (Sense::Pointer(Pointer::That | Pointer::This), Sense::Pointer(Pointer::Same)) = (r.sense(at), r.sense(at + 1)) {
        return pointed(r, at + 1).map(|found| Found { tokens: at..found.tokens.end, ..found });
    }
    let Sense::Pointer(pointer) = r.sense(at) else {
        return (r.is(at, "these") && r.is(at + 1, "days"))
            .then(|| Found::new(at..at + 2, Stated::Era(Era::Present), DateRule::Era));
    };
    // "in the drama Next Winter".
    if r.is_named(at) && r.capital(at + 1) {
        return None;
    }
    let next = if r.is_any(at + 1, &["full", "fiscal", "calendar", "financial"]) { at + 2 } else { at + 1 };
    // "the last week of the trial": of what follows, not before now.
    let article = matches!(r.sense(at.wrapping_sub(1)), Sense::The) || r.is_any(at.wrapping_sub(1), &POSSESSIVES);
    if article && pointer == Pointer::Last && matches!(r.sense(next), Sense::Unit(_)) && r.is(next + 1, "of") {
        return None;
    }
    // "the next day" is the one after the day told of; the day after today is "tomorrow".
    let pointer = match (pointer, r.sense(next)) {
        (Pointer::Next, Sense::Unit(Unit::Day)) => Pointer::Following,
        _ => pointer,
    };
    let found = |part, end| Some(Found::calendar(at..end, Calendar::of(part).pointed(pointer), DateRule::Pointed));
    match r.sense(next) {
        Sense::Unit(Unit::Second | Unit::Minute | Unit::Hour | Unit::Fortnight | Unit::Millennium) => None,
        // "that day", "the following day"; "this day" and "last day" are no days of the calendar.
        Sense::Unit(Unit::Day)
            if matches!(
                pointer,
                Pointer::This | Pointer::Last | Pointer::Past | Pointer::Coming | Pointer::Latest | Pointer::Current
            ) =>
        {
            None
        }
        // "the past decade" is ten years up to now, not the 1990s.
        Sense::Unit(unit @ (Unit::Decade | Unit::Century)) if spans(pointer) => {
            Some(Found::new(at..next + 1, Stated::Length(Quantity::whole(1), unit, Some(pointer)), DateRule::Span))
        }
        Sense::Unit(_) if r.capital(at) && r.capital(next) && at != r.sentence.start => None,
        // "last week on Monday".
        Sense::Unit(Unit::Week)
            if r.is(next + 1, "on")
                && matches!(r.sense(next + 2), Sense::Weekday(_))
                && matches!(pointer, Pointer::Last | Pointer::Next | Pointer::This) =>
        {
            let Sense::Weekday(day) = r.sense(next + 2) else { return None };
            let (calendar, end) = with_day_part(r, Calendar::of(Part::DayOfWeek(day)).pointed(pointer), next + 3);
            Some(Found::calendar(at..end, calendar, DateRule::Pointed))
        }
        Sense::Unit(unit) if pointer != Pointer::Recent => found(Part::Unit(unit), next + 1),
        _ if pointer == Pointer::Latest && r.is(next, "period") => found(Part::Unit(Unit::Quarter), next + 1),
        Sense::Weekend => found(Part::Weekend, next + 1),
        Sense::Month(month) => match day::read(r, next) {
            Some((calendar, end)) => Some(Found::calendar(at..end, calendar.pointed(pointer), DateRule::Pointed)),
            None => found(Part::Month(month), next + 1),
        },
        Sense::Weekday(day) => {
            let (calendar, end) = with_day_part(r, Calendar::of(Part::Weekday(day)).pointed(pointer), next + 1);
            Some(Found::calendar(at..end, calendar, DateRule::Pointed))
        }
        Sense::Season(season) => found(Part::Season(season), next + 1),
        Sense::Holiday(holiday) => found(Part::Holiday(holiday), next + 1),
        _ if pointer == Pointer::Last && is_lasting(r, at) => None,
        Sense::Units(unit) if spans(pointer) => {
            Some(Found::new(at..next + 1, Stated::Length(Quantity::Some, unit, Some(pointer)), DateRule::Span))
        }
        _ if spans(pointer) || matches!(pointer, Pointer::Previous | Pointer::Following) => length(r, at, next, pointer),
        _ => None,
    }
}

/// "is expected to last three weeks": a verb.
fn is_lasting(r: &Reading, last: usize) -> bool {
    let before = last.wrapping_sub(1);
    r.is_any(before, &MODALS) || r.is_any(before, &["to", "not", "n't"])
}

/// Whether a pointer may stand before a length that reaches up to now or begins now.
fn spans(pointer: Pointer) -> bool {
    matches!(pointer, Pointer::Last | Pointer::Past | Pointer::Next | Pointer::Coming | Pointer::Recent | Pointer::Latest)
}

/// "the past three months", "the next few days", "last couple of weeks", "the next 12 to 18 months".
fn length(r: &Reading, at: usize, next: usize, pointer: Pointer) -> Option<Found> {
    if let Some(both) = duration::between(r, next) {
        return Some(Found { tokens: at..both.tokens.end, ..both });
    }
    let (quantity, end) = if r.is(next, "couple") && r.is(next + 1, "of") {
        (Quantity::whole(2), next + 2)
    } else if r.is(next, "few") {
        (Quantity::Some, next + 1)
    } else {
        quantity::read(r, next).filter(|_| r.sense(next) != Sense::Article)?
    };
    let (Sense::Units(unit) | Sense::Unit(unit)) = r.sense(r.past_hyphen(end)) else { return None };
    let end = r.past_hyphen(end) + 1;
    Some(Found::new(at..end, Stated::Length(quantity, unit, Some(pointer)), DateRule::Span))
}

/// "last year's third quarter", "this year's". Not: "last week's game", which is last week alone.
pub(super) fn possessive(r: &Reading, at: usize) -> Option<Found> {
    let Sense::Pointer(pointer) = r.sense(at) else { return None };
    let (Sense::Unit(Unit::Year), true) = (r.sense(at + 1), r.possessive(at + 2)) else { return None };
    let years = match pointer {
        Pointer::This | Pointer::Current => 0,
        Pointer::Last => -1,
        Pointer::Next => 1,
        _ => return None,
    };
    let (part, end) = super::quarter::read(r, at + 3)?;
    Some(Found::calendar(at..end, Calendar::of(part).in_year(Year::Relative(years)), DateRule::Quarter))
}

/// "the quarter", "the end of the year", "the weekend": the one now, or the one just spoken of. Not: "the day" of something,
/// "the year he came", "the week-long strike".
pub(super) fn definite(r: &Reading, at: usize) -> Option<Found> {
    let Sense::The = r.sense(at) else { return None };
    let next = if r.is_any(at + 1, &["full", "fiscal", "whole", "entire"]) { at + 2 } else { at + 1 };
    // "the weekend of July 13", "the week beginning 3 June".
    if matches!(r.sense(next), Sense::Weekend | Sense::Unit(Unit::Week)) && stretch::stretch(r, next).is_some() {
        return None;
    }
    // "the year ended March 31": a year long, and not the calendar's.
    if let Sense::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week)) = r.sense(next)
        && r.is_any(next + 1, &["ended", "ending"])
    {
        let length = Stated::Length(Quantity::whole(1), unit, None);
        return Some(Found::new(at..next + 1, length, DateRule::Duration));
    }
    // "the quarter a year ago".
    if matches!(r.sense(next), Sense::Unit(Unit::Quarter)) || r.is(next, "period") {
        let ago = matches!(r.sense(next + 3), Sense::Direction(Direction::Ago | Direction::Earlier));
        let year = r.sense(next + 1) == Sense::Article && r.sense(next + 2) == Sense::Unit(Unit::Year);
        if ago && year {
            let away = Stated::Away(Quantity::whole(1), Unit::Year, Direction::Ago);
            return Some(Found::new(at..next + 4, away, DateRule::Away));
        }
    }
    let part = match r.sense(next) {
        Sense::Weekend => Part::Weekend,
        Sense::Unit(Unit::Quarter) if !r.is(next + 1, "of") => Part::Unit(Unit::Quarter),
        Sense::Unit(unit @ (Unit::Decade | Unit::Century)) if edged(r, at) => Part::Unit(unit),
        Sense::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week)) if edged(r, at) || definite_unit(r, at, next) => {
            Part::Unit(unit)
        }
        _ => return None,
    };
    // "Player of the Year".
    let prize = r.is(at.wrapping_sub(1), "of") && r.capital(at.wrapping_sub(2)) && r.capital(next) && !r.capital(at);
    let named = prize || r.is_named(next);
    let free = !named
        && !r.hyphen(next + 1)
        && !matches!(r.sense(next + 1), Sense::Digits(..) | Sense::Number(_) | Sense::Tens(_) | Sense::Direction(_));
    free.then(|| Found::calendar(at..next + 1, Calendar::of(part), DateRule::Pointed))
}

/// Whether "the end of" stands before an article.
fn edged(r: &Reading, at: usize) -> bool {
    r.is(at.wrapping_sub(1), "of") && matches!(r.sense(at.wrapping_sub(2)), Sense::Edge(_))
}

/// Whether "the year" stands for the year now: "of the year", "for the year", with nothing after it that says which one.
fn definite_unit(r: &Reading, at: usize, next: usize) -> bool {
    let led = r.is_any(at.wrapping_sub(1), &["of", "for", "in", "during", "this", "over", "throughout"]);
    let told = r.is_any(next + 1, &["of", "that", "when", "in", "he", "she", "they", "it", "to", "we", "i", "since"]);
    let within = r.is(at.wrapping_sub(1), "in") && r.is_any(at.wrapping_sub(2), &["later", "earlier", "late", "early"]);
    within || led && !told
}

/// "the year before last", "the week before last", "the night before last".
pub(super) fn before_last(r: &Reading, at: usize) -> Option<Found> {
    let stated = match r.sense(at) {
        Sense::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year)) => {
            Stated::Away(Quantity::whole(2), unit, Direction::Ago)
        }
        Sense::DayPart(part @ DayPart::Night) => Stated::Calendar(Calendar::of(Part::Today(-2)).at(TimeOfDay::Part(part))),
        _ => return None,
    };
    let last = r.sense(at + 1) == Sense::Direction(Direction::Before)
        && r.is(at + 2, "last")
        && r.sense(at.wrapping_sub(1)) == Sense::The
        && r.sense(at + 3) == Sense::Other;
    last.then(|| Found::new(at..at + 3, stated, DateRule::Pointed))
}

/// "year-end", "year end", "the year's end".
pub(super) fn year_end(r: &Reading, at: usize) -> Option<Found> {
    let Sense::Unit(unit @ (Unit::Year | Unit::Month)) = r.sense(at) else { return None };
    let end = if r.possessive(at + 1) { at + 2 } else { r.past_hyphen(at + 1) };
    r.is(end, "end")
        .then(|| Found::calendar(at..end + 1, Calendar::of(Part::Unit(unit)), DateRule::Pointed).modified(Modifier::End))
}
