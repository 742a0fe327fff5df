//! Days and months of the calendar by the month's name.

use crate::dates::DateRule;
use crate::dates::calendar::days_in_month;
use crate::dates::lexicon::{Pointer, Sense, Unit};
use crate::dates::quantity;
use crate::dates::quantity::Quantity;
use crate::dates::reading::Reading;
use crate::dates::stated::{Calendar, Found, Part, Recurrence, Stated, Year};
use crate::syntax::Tag;

/// "January 2", "Jan. 2, 2022", "2nd of January", "Friday, 2 January 2022", "January 9-10". Not: "May 200 people", "in March 3.5%".
pub(super) fn day(r: &Reading, at: usize) -> Option<Found> {
    let (calendar, end) = read(r, at)?;
    month_first(r, at, end, calendar).or_else(|| Some(Found::calendar(at..end, calendar, DateRule::Day)))
}

/// "9-10 January", "9 to 10 January 2022": one range, its ends as parts.
pub(super) fn days(r: &Reading, at: usize) -> Option<Found> {
    let first = day_number(r, at)?;
    let (second, end) = plain(r, at + 2).filter(|_| joint(r, at + 1) && !matches!(r.sense(at + 2), Sense::Month(_)))?;
    let Part::Day(month, last) = second.part else { return None };
    let one = |tokens, day| Found::calendar(tokens, Calendar::of(Part::Day(month, day)).in_year(second.year), DateRule::Day);
    (first < last).then(|| {
        let ends = Stated::Range(Box::new(one(at..at + 1, first)), Box::new(one(at + 2..end, last)));
        Found::new(at..end, ends, DateRule::DayRange)
    })
}

/// Whether a token joins two days.
fn joint(r: &Reading, at: usize) -> bool {
    r.hyphen(at) || r.word(at) == "—" || r.is_any(at, &["to", "and", "through", "until", "or"])
}

/// A day of the calendar at a token, by its month's name: it and the token after it.
pub(super) fn read(r: &Reading, at: usize) -> Option<(Calendar, usize)> {
    if let Sense::Weekday(weekday) | Sense::ShortWeekday(weekday) = r.sense(at) {
        let next = if r.word(at + 1) == "," { at + 2 } else { at + 1 };
        let next = if r.is(next, "the") { next + 1 } else { next };
        let (calendar, end) = plain(r, next)?;
        return Some((Calendar { weekday: Some(weekday), ..calendar }, end));
    }
    plain(r, at)
}

fn plain(r: &Reading, at: usize) -> Option<(Calendar, usize)> {
    let (month, day, end) = match r.sense(at) {
        Sense::Month(month) => {
            // "Jun-18-2020", where the year follows; "May-10" may be anything.
            let joined = r.hyphen(at + 1) && r.hyphen(at + 3) && matches!(r.sense(at + 4), Sense::Digits(1000..=2100, 4));
            let at_day = if r.is(at + 1, "the") || joined { at + 2 } else { at + 1 };
            let day = day_number(r, at_day)?;
            // "May 10 people" is a day; "May 10 percent", "May 10,000" and "May 10-year" are not.
            if is_amount(r, at_day + 1) {
                return None;
            }
            (month, day, at_day + 1)
        }
        // "2012-Nov-19".
        Sense::Digits(year @ 1000..=2100, 4) if joins(r, at + 1) && joins(r, at + 3) => {
            let (Sense::Month(month), Some(day)) = (r.sense(at + 2), day_number(r, at + 4)) else { return None };
            let part = if day > days_in_month(year as i32, month) { Part::Impossible } else { Part::Day(month, day) };
            return Some((Calendar::of(part).in_year(Year::Full(year as i32)), at + 5));
        }
        Sense::Digits(..) | Sense::Ordinal(_) => {
            let day = day_number(r, at)?;
            let slash = r.word(at + 1) == "/" && joins(r, at + 1) && joins(r, at + 3);
            let at_month = if r.is(at + 1, "of") || slash { at + 2 } else { r.past_hyphen(at + 1) };
            let Sense::Month(month) = r.sense(at_month) else { return None };
            // "3 May": as likely a score and a name; a day where "of", a year or the month's own clear name says so.
            (month, day, at_month + 1)
        }
        _ => return None,
    };
    let (year, end) = year_after(r, end);
    let longest = match year {
        Year::Full(year) => days_in_month(year, month),
        _ => days_in_month(2000, month),
    };
    let part = if day > longest { Part::Impossible } else { Part::Day(month, day) };
    Some((Calendar::of(part).in_year(year), end))
}

/// Whether a hyphen or slash joins what stands around it into one date: "19-Nov-2012".
fn joins(r: &Reading, at: usize) -> bool {
    (r.hyphen(at) || r.word(at) == "/") && r.glued(at) && r.glued(at + 1)
}

/// Whether the word after a number makes it an amount, not a day.
fn is_amount(r: &Reading, after: usize) -> bool {
    r.is_any(after, &["%", "percent", "million", "billion"])
}

/// A day of the month: "2", "2nd", "second"; not "02:30" nor "1,000".
fn day_number(r: &Reading, at: usize) -> Option<u8> {
    match r.sense(at) {
        Sense::Digits(day @ 1..=31, 1..=2) => Some(day as u8),
        Sense::Ordinal(day @ 1..=31) => Some(day),
        _ => None,
    }
}

/// The year after a day, month or season, with or without a comma: it and the token after it.
pub(super) fn year_after(r: &Reading, at: usize) -> (Year, usize) {
    if let Some(pointed) = pointed_year(r, at) {
        return pointed;
    }
    // "19-Nov-2012", "19/Nov/2012", "19-Nov-12".
    if joins(r, at) && !r.hyphen(at + 2) {
        match r.sense(at + 1) {
            Sense::Digits(year @ 1000..=2100, 4) => return (Year::Full(year as i32), at + 2),
            Sense::Digits(year @ 0..=99, 2)
                if day_number(r, at.wrapping_sub(3)).is_some() && joins(r, at.wrapping_sub(2)) =>
            {
                return (Year::Short(year as u8), at + 2);
            }
            _ => {}
        }
    }
    let next = if r.word(at) == "," || r.is(at, "of") { at + 1 } else { at };
    if let Some(before) = before_christ(r, next) {
        return before;
    }
    match r.sense(next) {
        Sense::Digits(year @ 1000..=2999, 4) if !r.glued(next) && !counts(r, at, next, year) => {
            (Year::Full(year as i32), next + 1)
        }
        Sense::Digits(year @ 0..=99, 2) if r.word(next).starts_with(['\'', '’', '‘']) => {
            (Year::Short(year as u8), next + 1)
        }
        _ => match spoken_year(r, next) {
            Some((year, end)) if next == at => (Year::Full(year), end),
            _ => (Year::Unstated, at),
        },
    }
}

/// Whether four digits behind a day count what follows: "On May 3, 1200 workers", "In March, 2000 people". Not: "May 3, 1998 workers".
fn counts(r: &Reading, at: usize, number: usize, year: u32) -> bool {
    let noun = r.tag(number + 1);
    let counted = noun == Tag::NounPlural && !r.capital(number + 1)
        || matches!(noun, Tag::Adjective | Tag::Noun | Tag::Gerund | Tag::PastParticiple)
            && r.tag(number + 2) == Tag::NounPlural
            && !r.capital(number + 2);
    // "By 21 August, 1750 homes had lost power": else the verb would have no subject.
    let subject = || {
        let lead = (r.sentence.start..at).take(4).all(|at| !r.tag(at).is_nominal() || r.tag(at) == Tag::Name);
        lead && noun == Tag::NounPlural && (r.tag(number + 2).is_finite() || r.tag(number + 2) == Tag::Past)
    };
    counted && (number > at && (year.is_multiple_of(100) || year < 1900 && subject()) || !(1700..=2050).contains(&year))
}

/// "last year", "of that year", "of the following year": it and the token after it. Not: "last year's".
pub(super) fn pointed_year(r: &Reading, at: usize) -> Option<(Year, usize)> {
    let (pointer, end) = pointed(r, at, Unit::Year)?;
    let year = match pointer {
        Pointer::That | Pointer::Same => Year::Told(0),
        Pointer::Previous => Year::Told(-1),
        Pointer::Following => Year::Told(1),
        Pointer::This | Pointer::Current => Year::Relative(0),
        Pointer::Last => Year::Relative(-1),
        Pointer::Next | Pointer::Coming => Year::Relative(1),
        Pointer::Past | Pointer::Recent | Pointer::Latest => return None,
    };
    Some((year, end))
}

/// What points at the year or week of a day before it, with or without "of", and the token after the unit.
pub(super) fn pointed(r: &Reading, at: usize, unit: Unit) -> Option<(Pointer, usize)> {
    let next = if r.is(at, "of") { at + 1 } else { at };
    let next = if r.sense(next) == Sense::The { next + 1 } else { next };
    match (r.sense(next), r.sense(next + 1)) {
        (Sense::Pointer(pointer), Sense::Unit(found)) if found == unit && !r.possessive(next + 2) => {
            Some((pointer, next + 2))
        }
        _ => None,
    }
}

/// "490 BC", "44 B.C.": a year before Christ and the token after it.
pub(super) fn before_christ(r: &Reading, at: usize) -> Option<(Year, usize)> {
    let Sense::Digits(year @ 1..=9999, ..) = r.sense(at) else { return None };
    if is_after_christ(r, at + 1) {
        return Some((Year::Full(year as i32), at + 2));
    }
    is_before_christ(r, at + 1).then(|| (Year::Full(-(year as i32)), at + 2))
}

/// Whether a token counts years back from the birth of Christ: "490 BC", "the 470s B.C."
pub(super) fn is_before_christ(r: &Reading, at: usize) -> bool {
    ["BC", "BCE", "B.C.", "B.C", "B.C.E."].contains(&r.word(at))
}

/// Whether a token counts years from the birth of Christ on: "79 AD", "AD 79".
pub(in crate::dates) fn is_after_christ(r: &Reading, at: usize) -> bool {
    ["AD", "A.D.", "A.D", "CE", "C.E."].contains(&r.word(at))
}

/// "nineteen ninety-seven", "two thousand and one", "two thousand": a year in words and the token after it.
pub(super) fn spoken_year(r: &Reading, at: usize) -> Option<(i32, usize)> {
    match r.sense(at) {
        Sense::Number(century @ 15..=19) => {
            let (rest, end) = quantity::below_hundred(r, r.past_hyphen(at + 1)).filter(|(rest, _)| *rest >= 10)?;
            Some((i32::from(century) * 100 + rest as i32, end))
        }
        Sense::Tens(20) => {
            let (rest, end) = quantity::below_hundred(r, at + 1).filter(|(rest, _)| *rest >= 10)?;
            Some((2000 + rest as i32, end))
        }
        _ => None,
    }
}

/// "the first Monday in May", "the last Friday of June 2022", "the last day of August", "the first Friday of next month".
/// Not: "the first day of the May talks".
pub(super) fn nth(r: &Reading, at: usize) -> Option<Found> {
    let nth = match r.sense(at) {
        Sense::Ordinal(nth @ 1..=5) => nth,
        Sense::Pointer(Pointer::Last) => 0,
        _ => return None,
    };
    let weekday = match r.sense(at + 1) {
        Sense::Weekday(weekday) => weekday,
        Sense::Unit(Unit::Day) if nth < 2 => 0,
        _ => return None,
    };
    if !r.is_any(at + 2, &["of", "in"]) {
        return None;
    }
    let found = |end, stated, rule| Some(Found::new(at..end, stated, rule));
    let month = match (r.sense(at + 3), r.sense(at + 4)) {
        (Sense::Month(month), _) if day_number(r, at + 4).is_none() => month,
        (Sense::Pointer(pointer), Sense::Unit(Unit::Month)) => {
            return found(
                at + 5,
                Stated::Calendar(Calendar::of(Part::Nth(nth, weekday, 0)).pointed(pointer)),
                DateRule::Day,
            );
        }
        // "the last Sunday of the month".
        (Sense::The, Sense::Unit(Unit::Month)) => {
            let calendar = Calendar::of(Part::Nth(nth, weekday, 0)).pointed(Pointer::This);
            return found(at + 5, Stated::Calendar(calendar), DateRule::Day);
        }
        // "the first Friday of every month".
        (Sense::Every, Sense::Unit(unit @ (Unit::Month | Unit::Quarter | Unit::Year))) => {
            return found(at + 5, Stated::Recurring(Recurrence::Every(Quantity::whole(1), unit)), DateRule::Set);
        }
        _ => return None,
    };
    let (year, end) = year_after(r, at + 4);
    Some(Found::calendar(at..end, Calendar::of(Part::Nth(nth, weekday, month)).in_year(year), DateRule::Day))
}

/// "on the 15th", "the 1st of next month". Not: "the 15th floor", "finished 5th", "the fifth".
pub(super) fn of_month(r: &Reading, at: usize) -> Option<Found> {
    let Sense::Ordinal(day @ 1..=31) = r.sense(at) else { return None };
    if r.sense(at.wrapping_sub(1)) != Sense::The || !r.word(at).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let found = |end, calendar| Some(Found::calendar(at..end, calendar, DateRule::Day));
    let calendar = Calendar::of(Part::DayOfMonth(day));
    if r.is(at + 1, "of") {
        let next = if r.sense(at + 2) == Sense::The { at + 3 } else { at + 2 };
        return match (r.sense(next), r.sense(next + 1)) {
            (Sense::Pointer(pointer), Sense::Unit(Unit::Month)) => found(next + 2, calendar.pointed(pointer)),
            (Sense::Unit(Unit::Month), _) => found(next + 1, calendar.pointed(Pointer::That)),
            _ => None,
        };
    }
    // "on the 15th and the 16th": a day where a day can stand, and no noun after it.
    let led = r.is_any(at.wrapping_sub(2), &["on", "until", "till", "by", "since", "from", "before", "after"]);
    let joined = r.is_any(at.wrapping_sub(2), &["and", "or", "to"])
        && matches!(r.sense(at.wrapping_sub(3)), Sense::Ordinal(_))
        && r.sense(at.wrapping_sub(4)) == Sense::The;
    let ends = !r.word(at + 1).starts_with(char::is_alphanumeric)
        || r.is_any(at + 1, &["and", "or", "to", "but", "when", "at", "in", "for", "with", "as", "after", "before"]);
    if (led || joined) && ends && !r.hyphen(at + 1) { found(at + 1, calendar) } else { None }
}

/// "Friday 17th", "Thursday, the 23rd", "Mon 6th": of the month in which it is such a day. Not: "Friday 17th-placed Moss".
pub(super) fn weekday_number(r: &Reading, at: usize) -> Option<Found> {
    let (Sense::Weekday(weekday) | Sense::ShortWeekday(weekday)) = r.sense(at) else { return None };
    let next = if r.word(at + 1) == "," { at + 2 } else { at + 1 };
    let next = if r.sense(next) == Sense::The { next + 1 } else { next };
    let Sense::Ordinal(day @ 1..=31) = r.sense(next) else { return None };
    let noun = matches!(r.tag(next + 1), Tag::Noun | Tag::NounPlural | Tag::Adjective) || r.hyphen(next + 1);
    let digits = r.word(next).starts_with(|c: char| c.is_ascii_digit());
    let calendar = Calendar { weekday: Some(weekday), ..Calendar::of(Part::DayOfMonth(day)) };
    (digits && !noun).then(|| Found::calendar(at..next + 1, calendar, DateRule::Day))
}

/// "January 9-10, 2022", "January 9 and 10": one range, its ends as parts.
fn month_first(r: &Reading, at: usize, end: usize, calendar: Calendar) -> Option<Found> {
    let Sense::Month(month) = r.sense(at) else { return None };
    let between = at + 2;
    if !joint(r, between) || end != between {
        return None;
    }
    let second = day_number(r, between + 1)?;
    let Part::Day(_, first) = calendar.part else { return None };
    if first >= second || second > days_in_month(2000, month) || is_amount(r, between + 2) {
        return None;
    }
    if !r.hyphen(between) && matches!(r.sense(between + 2), Sense::Units(_) | Sense::Unit(_)) {
        return None;
    }
    let (year, end) = year_after(r, between + 2);
    let one = |tokens, day| Found::calendar(tokens, Calendar::of(Part::Day(month, day)).in_year(year), DateRule::Day);
    let ends = Stated::Range(Box::new(one(at..between, first)), Box::new(one(between + 1..end, second)));
    Some(Found::new(at..end, ends, DateRule::DayRange))
}

/// "October 1997", "January", "in May". Not: "may", "march", "Mar" without a number, "April Smith", "May said",
/// "the October Revolution".
pub(super) fn month(r: &Reading, at: usize) -> Option<Found> {
    let Sense::Month(month) = r.sense(at) else { return None };
    let (year, end) = year_after(r, at + 1);
    if year == Year::Unstated && !stands_alone(r, at, month) {
        return None;
    }
    // "January - March 2021": the refiner joins them.
    Some(Found::calendar(at..end, Calendar::of(Part::Month(month)).in_year(year), DateRule::Month))
}

/// Whether a month's name with nothing after it is the month.
fn stands_alone(r: &Reading, at: usize, month: u8) -> bool {
    let before = at.wrapping_sub(1);
    let led = r.is_any(
        before,
        &[
            "in", "since", "until", "till", "by", "during", "from", "of", "to", "through", "between", "late", "early",
            "mid", "before", "after", "for", "and", "or", "around",
        ],
    ) || r.hyphen(before) && !matches!(r.sense(before.wrapping_sub(1)), Sense::Other)
        || matches!(r.sense(before), Sense::Pointer(_) | Sense::Every | Sense::Month(_));
    let name = r.capital(at + 1) && !matches!(r.sense(at + 1), Sense::Month(_) | Sense::Pointer(_));
    if name && r.is(before, "the") {
        return false;
    }
    match r.word(at).len() {
        // "Jan", "Mar", "Dec": first names and words as well.
        3 if month != 5 => led && !name,
        _ if month == 5 || month == 3 => led && !name && !r.is_any(before, &["to", "and", "or", "for"]),
        // "April Smith", "Ann and June Carter".
        _ if matches!(month, 4 | 6 | 8) && name => led && !r.is_any(before, &["to", "and", "or", "for", "of", "by", "from"]),
        _ => true,
    }
}
