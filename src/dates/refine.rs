//! Refiners: widen an expression by the words that belong to it, and join the two ends of a range.
//!
//! They see the expressions of one sentence, in order, and never move one past another.
#![expect(clippy::indexing_slicing, reason = "the index is below the number of what was found")]

use super::lexicon::{Pointer, Sense, Unit};
use super::quantity::Quantity;
use super::reading::Reading;
use super::rules::day::is_after_christ;
use super::stated::{Calendar, Found, Part, Stated, Year};
use super::tense::Tense;
use super::value::TimeOfDay;
use super::{DateRule, Modifier};
use crate::lists;
use crate::syntax::Tag;
use crate::text::TokenKind;
use std::ops::Range;

/// All refiners, in order.
#[inline(never)]
pub(super) fn refine(r: &Reading, found: &mut Vec<Found>) {
    found.retain(|one| !titled(r, &one.tokens) && !is_work(r, &one.tokens));
    found.iter_mut().for_each(|one| school_years(r, one));
    // The second of "1998-'99" is a year by itself as well.
    found.dedup_by(|next, one| next.tokens.start < one.tokens.end);
    for index in 0..found.len() {
        let floor = index.checked_sub(1).map_or(r.sentence.start, |before| found[before].tokens.end);
        modify(r, &mut found[index], floor);
        lead(r, &mut found[index], floor);
        widen(r, &mut found[index], floor);
    }
    share_years(r, found);
    join_clocks(r, found);
    join_ranges(r, found);
}

/// "Sunday at noon", "June 21, 10:30 a.m. EST", "Friday's 9 a.m." meeting: one time, of that day.
fn join_clocks(r: &Reading, found: &mut Vec<Found>) {
    found.dedup_by(|clock, day| {
        let (Stated::Calendar(a), Stated::Calendar(b)) = (&day.stated, &clock.stated) else { return false };
        let dayless = matches!(b.time, Some(TimeOfDay::Clock { .. })) && b.part == Part::Today(0);
        let of_day = matches!(
            a.part,
            Part::Day(..)
                | Part::Weekday(_)
                | Part::DayOfWeek(_)
                | Part::DayOfMonth(_)
                | Part::Today(_)
                | Part::Holiday(_)
                | Part::Nth(..)
        ) && !matches!(a.time, Some(TimeOfDay::Clock { .. }));
        // The day and its time are told of together where little stands between them.
        let between = day.tokens.end..clock.tokens.start;
        let near = between.len() <= 2
            && between.clone().all(|at| {
                r.is_any(at, &["at", ",", "around", "about", "by", "until", "from", "between"]) || r.possessive(at)
            })
            && !(between.len() == 2 && r.possessive(between.start));
        let joined = dayless && of_day && near && day.modifier.is_none();
        if joined {
            day.tokens.end = clock.tokens.end;
            day.stated = Stated::Calendar(Calendar { time: b.time, ..*a });
            day.rule = DateRule::Clock;
        }
        joined
    });
}

/// How far the marks around a title may be from the expression in it, in tokens.
const TITLE: usize = 4;

/// Whether an expression stands in a title in quotation marks: “60 Minutes”, "White Christmas". Words of speech are not
/// all capitalised, or have punctuation among them.
fn titled(r: &Reading, tokens: &Range<usize>) -> bool {
    let mark = |at: &usize| r.document.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Mark);
    let opening = (tokens.start.saturating_sub(TITLE)..tokens.start).rev().find(mark).filter(|&mark| r.glued(mark + 1));
    let closing = (tokens.end..tokens.end + TITLE).find(mark).filter(|&mark| r.glued(mark));
    let (Some(opening), Some(closing)) = (opening, closing) else { return false };
    if !matches!((r.word(opening), r.word(closing)), ("“", "”") | ("‘", "’") | ("«", "»") | ("\"", "\"") | ("'", "'"))
    {
        return false;
    }
    let word = |at: usize| r.capital(at) || r.word(at).starts_with(|c: char| c.is_ascii_digit()) || r.possessive(at);
    let small = |at: usize| at > opening + 1 && lists::SMALL_IN_TITLES.contains(r.word(at));
    // “Hello, Monday”, but not “Friday, Saturday,” he said.
    let comma = |at: usize| r.word(at) == "," && at + 1 < closing && at > opening + 1;
    (opening + 1..closing).all(|at| r.sentence.contains(&at) && (word(at) || small(at) || comma(at)))
        && (opening + 1..closing).any(|at| r.capital(at))
}

/// Whether an expression stands in a title behind what it is the title of: "the drama Next Winter", "her single, Yesterday Is Gone,".
/// Not: "finished the novel Friday", "the show on Sunday".
fn is_work(r: &Reading, tokens: &Range<usize>) -> bool {
    let small = |at: usize| lists::SMALL_IN_TITLES.contains(r.word(at)) && !r.is_any(at, &["on", "at", "by", "for"]);
    let mut first = tokens.start;
    while first > r.sentence.start && tokens.start - first < TITLE && (r.capital(first - 1) || small(first - 1)) {
        first -= 1;
    }
    let comma = r.word(first.wrapping_sub(1)) == ",";
    let noun = first.wrapping_sub(if comma { 2 } else { 1 });
    let noun = r.word(noun);
    // A programme or magazine may be an organization's name too, and bears a title all the same.
    let titled = lists::KIND_NOUNS.get(noun).is_some_and(|kind| kind.starts_with('w'))
        || matches!(noun, "programme" | "program" | "magazine");
    if !r.capital(first) || !titled {
        return false;
    }
    let mut end = tokens.start;
    while r.capital(end) || small(end) && r.capital(end + 1) {
        end += 1;
    }
    let day = |at: usize| matches!(r.sense(at), Sense::Weekday(_) | Sense::Month(_) | Sense::Holiday(_));
    // "the novel Friday", "the album in May"; "the album, Friday".
    let several = end - first > 1 && !(first..end).all(|at| day(at) || matches!(r.sense(at), Sense::DayPart(_)));
    let pointed = matches!(r.sense(first), Sense::Pointer(_) | Sense::Day(_) | Sense::Era(_));
    (several || pointed) && (!comma || r.is_any(end, &[",", ")", "?", "!", ";", "."]))
}

/// "1998-99", "2009-10": two years, the second in two digits.
fn school_years(r: &Reading, one: &mut Found) {
    let Stated::Calendar(Calendar { year: Year::Full(year), part: Part::Year, .. }) = one.stated else { return };
    let end = one.tokens.end;
    let Sense::Digits(short, 2) = r.sense(end + 1) else { return };
    let second = year / 100 * 100 + short as i32;
    if !r.hyphen(end) || !r.glued(end + 1) || !(year + 1..=year + 20).contains(&second) || r.hyphen(end + 2) {
        return;
    }
    let last = Found::calendar(end + 1..end + 2, Calendar::of(Part::Year).in_year(Year::Full(second)), DateRule::Year);
    let tokens = one.tokens.start..end + 2;
    *one = Found::new(tokens, Stated::Range(Box::new(one.clone()), Box::new(last)), DateRule::Range);
}

/// "early", "the end of", "more than", "about", "earlier", "or so".
fn modify(r: &Reading, one: &mut Found, floor: usize) {
    match &one.stated {
        // "the next year or so".
        Stated::Calendar(Calendar { part: Part::Unit(_), pointer: Some(_), .. })
            if r.is(one.tokens.end, "or") && r.is(one.tokens.end + 1, "so") =>
        {
            one.tokens.end += 2;
            one.modifier = Some(Modifier::Approx);
        }
        Stated::Calendar(calendar) if !matches!(calendar.time, Some(TimeOfDay::Clock { .. })) => edge(r, one, floor),
        Stated::Length(..) | Stated::Compound(..) | Stated::Away(..) => measure(r, one, floor),
        _ => {}
    }
}

/// "early 2022", "mid-1980s", "late in May", "the end of the year", "earlier this week", "later that year".
fn edge(r: &Reading, one: &mut Found, floor: usize) {
    let start = one.tokens.start;
    // The words between: a hyphen, "in", "of", and an article.
    let mut at = start;
    if r.sense(at.wrapping_sub(1)) == Sense::The {
        at -= 1;
    }
    if r.hyphen(at.wrapping_sub(1)) || r.is_any(at.wrapping_sub(1), &["in", "of"]) {
        at -= 1;
    }
    let bare = at == start || r.hyphen(at);
    let Some(word) = at.checked_sub(1).filter(|word| *word >= floor) else { return };
    match r.sense(word) {
        Sense::Edge(modifier) => {
            let noun = r.is_any(word, &["beginning", "start", "middle", "end"]);
            let linked = r.is(at, "of") || !noun && (bare || r.is(at, "in") || r.sense(at) == Sense::The && at == start - 1);
            if linked {
                one.tokens.start = word;
                one.modifier = Some(modifier);
            }
        }
        // "earlier this week", but "earlier Friday" says of a day only that it was before something.
        _ if r.is_any(word, &["earlier", "later"]) && (at == start || r.is(at, "in")) && !is_day(one) => {
            one.tokens.start = word
        }
        _ => {}
    }
}

fn is_day(one: &Found) -> bool {
    matches!(&one.stated, Stated::Calendar(Calendar { part: Part::Weekday(_) | Part::Day(..), time: None, .. }))
}

/// Where a length lies that "in" stands before: "for the second time in three weeks" looks back from what is told, "will be
/// ready in three weeks" ahead.
#[inline(never)]
pub(super) fn place(r: &Reading, one: &mut Found, tense: Tense) {
    let Stated::Length(_, _, pointer @ None) = &mut one.stated else { return };
    let lead = one.tokens.start.wrapping_sub(1);
    if !r.is(lead, "in") {
        return;
    }
    let superlative = |word: &str| word.len() > 5 && word.ends_with("est") && word.starts_with(char::is_lowercase);
    let back = (1..=8).map(|back| lead.wrapping_sub(back)).any(|token| {
        matches!(r.sense(token), Sense::Ordinal(_)) || superlative(r.word(token)) || r.is_any(token, &["worst", "best"])
    });
    *pointer = match tense {
        _ if back => Some(Pointer::Previous),
        Tense::Future => Some(Pointer::Coming),
        Tense::Past | Tense::Unknown => None,
    };
}

/// "more than three years", "about two weeks ago", "at least a day", "a year or so", "the first nine months".
fn measure(r: &Reading, one: &mut Found, floor: usize) {
    let start = one.tokens.start;
    let (one_back, two_back) = (start.wrapping_sub(1), start.wrapping_sub(2));
    let word = |at| r.word(at).to_ascii_lowercase();
    let than = word(one_back) == "than";
    let (modifier, width) = match (word(two_back).as_str(), word(one_back).as_str()) {
        ("no" | "not", "longer") => return,
        ("more" | "longer" | "greater", "than") => match r.is(start.wrapping_sub(3), "no") {
            true => (Modifier::EqualOrLess, 3),
            false => (Modifier::MoreThan, 2),
        },
        ("less" | "fewer" | "shorter", "than") => (Modifier::LessThan, 2),
        ("at", "least") => (Modifier::EqualOrMore, 2),
        ("at", "most") | ("up", "to") => (Modifier::EqualOrLess, 2),
        (_, "over") if !than => (Modifier::MoreThan, 1),
        (_, "under") => (Modifier::LessThan, 1),
        (_, "nearly" | "almost") => (Modifier::LessThan, 1),
        (_, "about" | "around" | "approximately" | "roughly") => (Modifier::Approx, 1),
        _ => {
            // "a year or so", "a year or two".
            let two = r.is(one.tokens.end + 1, "two") && r.sense(start) == Sense::Article;
            if r.is(one.tokens.end, "or") && (two || r.is(one.tokens.end + 1, "so")) {
                one.tokens.end += 2;
                one.modifier = Some(Modifier::Approx);
            }
            return;
        }
    };
    // "over the past year", "over three years": only the second measures.
    if start.checked_sub(width).is_some_and(|from| from >= floor) && !matches!(one.stated, Stated::Length(_, _, Some(_))) {
        one.tokens.start = start - width;
        one.modifier = Some(modifier);
    }
}

/// "the near future", "more recently", "right now", "AD 79", "fiscal 1989", "fiscal-first quarter".
fn lead(r: &Reading, one: &mut Found, floor: usize) {
    let start = one.tokens.start;
    let word = start.wrapping_sub(if r.hyphen(start.wrapping_sub(1)) { 2 } else { 1 });
    if word < floor || word >= start {
        return;
    }
    let leads = match &one.stated {
        Stated::Era(_) => {
            r.is(start, "future") && r.is_any(word, &["near", "foreseeable", "distant", "immediate"])
                || r.is(start, "recently") && r.is_any(word, &["more", "most"])
                || r.is(start, "now") && r.is(word, "right")
        }
        Stated::Calendar(Calendar { part: Part::Year | Part::Quarter(_), .. }) => {
            r.is_any(word, &["fiscal", "fy"])
                || r.is(word, "financial") && r.is(start, "year")
                || is_after_christ(r, word) && r.word(word + 1).starts_with(|c: char| c.is_ascii_digit())
        }
        _ => false,
    };
    if leads {
        one.tokens.start = word;
    }
}

/// "the last week", "the 1990s", "the end of May", "the first nine months": the article belongs to the expression.
fn widen(r: &Reading, one: &mut Found, floor: usize) {
    let start = one.tokens.start;
    if let Stated::Length(quantity, _, None) = one.stated
        && quantity != Quantity::Some
        && one.modifier.is_none()
        && !r.hyphen(one.tokens.end.wrapping_sub(2))
        && matches!(r.sense(start.wrapping_sub(1)), Sense::Ordinal(1))
        && r.sense(start.wrapping_sub(2)) == Sense::The
        && start >= floor + 2
    {
        one.tokens.start = start - 2;
        return;
    }
    let Some(article) = start.checked_sub(1).filter(|a| *a >= floor && r.sense(*a) == Sense::The) else { return };
    let takes = match &one.stated {
        Stated::Calendar(calendar) => {
            let edged = matches!(r.sense(start), Sense::Edge(_));
            calendar.pointer.is_some()
                || edged
                || matches!(r.sense(start), Sense::DayPart(_))
                || r.is(start, "small")
                || match calendar.part {
                    Part::Quarter(_) => !r.hyphen(one.tokens.end.wrapping_sub(2)),
                    Part::Half(_) | Part::Season(_) | Part::Decade(_) | Part::Unit(_) | Part::Weekend => true,
                    Part::Today(2 | -2) | Part::DayOfMonth(_) | Part::Nth(..) => true,
                    Part::WeekOf(_) | Part::WeekendOf(_) | Part::NthWeek(..) | Part::NthWeekend(..) => true,
                    Part::Month(_) | Part::Day(..) => {
                        r.is_any(start, &["last", "final"]) || matches!(r.sense(start + 1), Sense::Unit(_))
                    }
                    Part::Century(_) => !r.hyphen(one.tokens.end.wrapping_sub(2)),
                    Part::Year => r.sense(start) == Sense::Unit(Unit::Year),
                    _ => false,
                }
        }
        Stated::Length(quantity, _, pointer) => {
            pointer.is_some() || !r.hyphen(one.tokens.end.wrapping_sub(2)) || *quantity == Quantity::Some
        }
        Stated::Compound(..) => true,
        Stated::Era(_) => r.is_any(one.tokens.end - 1, &["past", "future"]),
        Stated::Away(..) => r.is_any(one.tokens.end - 1, &["quarter", "period", "last"]),
        Stated::Anchored(..) => true,
        Stated::Recurring(_) => matches!(r.sense(start), Sense::Ordinal(_) | Sense::Pointer(_)),
        // "the next 12 to 18 months".
        Stated::Range(..) => matches!(r.sense(start), Sense::Pointer(_) | Sense::Ordinal(1) | Sense::Final),
    };
    if takes {
        one.tokens.start = article;
    }
}

/// "from May to July", "between 1914 and 1918", "Monday through Friday", "1914-1918": one range, its ends as parts.
fn join_ranges(r: &Reading, found: &mut Vec<Found>) {
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for one in found.drain(..) {
        match joined.last_mut() {
            Some(before) if linked(r, before, &one) => {
                let tokens = before.tokens.start..one.tokens.end;
                let ends = Stated::Range(Box::new(before.clone()), Box::new(one));
                *before = Found::new(tokens, ends, DateRule::Range);
            }
            _ => joined.push(one),
        }
    }
    *found = joined;
}

/// "in April and June 1955", "the spring and summer of 2021": the first is of the year that the second states.
fn share_years(r: &Reading, found: &mut [Found]) {
    for index in (1..found.len()).rev() {
        let (before, after) = found.split_at_mut(index);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        let (Stated::Calendar(a), Stated::Calendar(b)) = (&mut first.stated, &second.stated) else { continue };
        let by_noun = beside_noun(r, &first.tokens, &second.tokens);
        match (a.part, a.year, b.part, b.year) {
            // "the July 7 bombings in 2005".
            (Part::Day(..), Year::Unstated, Part::Year, Year::Full(_)) if by_noun => {
                a.year = b.year;
                continue;
            }
            // "won the 2019 election in May".
            (Part::Year, year @ Year::Full(_), Part::Month(_) | Part::Day(..), Year::Unstated) if by_noun => {
                if let Some(Stated::Calendar(b)) = found.get_mut(index).map(|second| &mut second.stated) {
                    b.year = year;
                }
                continue;
            }
            _ => {}
        }
        let listed = second.tokens.start == first.tokens.end + 1 && r.is_any(first.tokens.end, &["and", "or", ","]);
        let unstated = a.year == Year::Unstated && a.pointer.is_none() && a.time.is_none();
        let year = match (a.part, b.part, b.year) {
            (Part::Month(first), Part::Month(second), Year::Full(year)) => year - i32::from(first > second),
            (Part::Day(a, first), Part::Day(b, second), Year::Full(year)) if (a, first) < (b, second) => year,
            (Part::Season(_), Part::Season(_), Year::Full(year)) => year,
            (Part::Quarter(first), Part::Quarter(second), Year::Full(year)) if first < second => year,
            _ => continue,
        };
        if listed && unstated {
            a.year = Year::Full(year);
        }
    }
}

/// Whether nothing but a noun and a preposition stands between two expressions.
fn beside_noun(r: &Reading, first: &Range<usize>, second: &Range<usize>) -> bool {
    let mut between = first.end..second.start.saturating_sub(1);
    (1..=3).contains(&between.len())
        && r.is_any(between.end, &["in", "on", "of"])
        && between.all(|at| matches!(r.tag(at), Tag::Noun | Tag::NounPlural | Tag::Name | Tag::Adjective))
}

/// Whether two neighbours are the ends of one range.
fn linked(r: &Reading, first: &Found, second: &Found) -> bool {
    let (Stated::Calendar(a), Stated::Calendar(b)) = (&first.stated, &second.stated) else { return false };
    if second.tokens.start != first.tokens.end + 1 || grain(a) == 0 || grain(a) != grain(b) || a.pointer.is_some() {
        return false;
    }
    let (joint, before) = (first.tokens.end, first.tokens.start.wrapping_sub(1));
    // "from Monday to Friday", "Monday from 9 a.m. to 5 p.m.".
    let led = |by: &str| r.is(before, by) || first.tokens.clone().any(|token| r.is(token, by));
    let years = a.part == Part::Year;
    let ordered = !years || matches!((a.year, b.year), (Year::Full(a), Year::Full(b)) if a < b);
    ordered
        && match r.word(joint).to_ascii_lowercase().as_str() {
            "and" => led("between"),
            "to" | "until" | "till" => led("from") || !years && !matches!(a.time, Some(TimeOfDay::Clock { .. })),
            "through" | "-" | "–" | "—" => true,
            "into" => matches!((a.part, b.part), (Part::Weekday(_), Part::Weekday(_))),
            _ => false,
        }
}

/// Which stretches can be ends of one range; 0 for none.
fn grain(calendar: &Calendar) -> u8 {
    match (calendar.part, calendar.time) {
        (Part::Day(..) | Part::Weekday(_), None) => 1,
        (Part::Month(_), None) => 2,
        (Part::Year, None) => 3,
        (Part::Season(_), None) => 4,
        (_, Some(TimeOfDay::Clock { .. })) => 5,
        (Part::Day(..) | Part::Weekday(_), Some(TimeOfDay::Part(_))) => 6,
        _ => 0,
    }
}
