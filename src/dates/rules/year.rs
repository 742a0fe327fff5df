//! Years, decades and centuries.

use super::day;
use crate::dates::DateRule;
use crate::dates::lexicon::{POSSESSIVES, Sense, Unit};
use crate::dates::reading::Reading;
use crate::dates::stated::{Calendar, Found, Part, Stated, Year};
use crate::lists::MEASURES;
use crate::syntax::Tag;

/// "2022", "in 1066", "490 BC", "AD 79", "nineteen ninety-seven", "the year 2000", "'98", "fiscal 1989". Not: "2000 troops", "1984 people", "$1999",
/// "No. 2022", "Boeing 2000", "1,999".
pub(super) fn year(r: &Reading, at: usize) -> Option<Found> {
    let found = |end, year| Some(Found::calendar(at..end, Calendar::of(Part::Year).in_year(year), DateRule::Year));
    if let Some((year, end)) = day::before_christ(r, at) {
        return found(end, year);
    }
    match r.sense(at) {
        // "499-490 BC": both ends are before Christ.
        Sense::Digits(first @ 1..=9999, ..) if r.hyphen(at + 1) && day::before_christ(r, at + 2).is_some() => {
            let (last, end) = day::before_christ(r, at + 2)?;
            let one = |tokens, year| Found::calendar(tokens, Calendar::of(Part::Year).in_year(year), DateRule::Year);
            let ends =
                Stated::Range(Box::new(one(at..at + 1, Year::Full(-(first as i32)))), Box::new(one(at + 2..end, last)));
            Some(Found::new(at..end, ends, DateRule::Range))
        }
        Sense::Digits(year @ 1..=9999, ..) if day::is_after_christ(r, at.wrapping_sub(1)) && !r.glued(at) => {
            found(at + 1, Year::Full(year as i32))
        }
        // "from 499 to 493 BC", "in 496 and 495 BC".
        Sense::Digits(first @ 1..=9999, digits)
            if r.is_any(at + 1, &["to", "and", "or", "until"])
                && matches!(r.sense(at + 2), Sense::Digits(last, same) if last < first && same == digits)
                && day::before_christ(r, at + 2).is_some() =>
        {
            found(at + 1, Year::Full(-(first as i32)))
        }
        Sense::Digits(year, 4) if is_year(r, at, year) => found(at + 1, Year::Full(year as i32)),
        Sense::Digits(year, 2) if r.word(at).starts_with(['\'', '’', '‘']) => found(at + 1, Year::Short(year as u8)),
        Sense::Unit(Unit::Year) => match r.sense(at + 1) {
            Sense::Digits(year @ 1..=9999, 3..=4) => found(at + 2, Year::Full(year as i32)),
            _ if r.is(at + 1, "two") && r.is(at + 2, "thousand") => found(at + 3, Year::Full(2000)),
            _ => None,
        },
        Sense::Number(15..=19) | Sense::Tens(20) => {
            let (year, end) = day::spoken_year(r, at)?;
            found(end, Year::Full(year))
        }
        _ => None,
    }
}

/// Whether four digits are a year.
fn is_year(r: &Reading, at: usize, year: u32) -> bool {
    let (before, next) = (at.wrapping_sub(1), at + 1);
    // A heading.
    if r.sentence.len() == 1 {
        return (1000..=2100).contains(&year);
    }
    // “1984”: a title.
    if matches!(r.word(before), "\"" | "“" | "‘" | "'") && matches!(r.word(next), "\"" | "”" | "’" | "'") {
        return false;
    }
    let prefixed = r.is_any(at.wrapping_sub(2), &["mid", "early", "late", "pre", "post"]) && r.hyphen(before);
    let spanned = r.hyphen(before) && matches!(r.sense(at.wrapping_sub(2)), Sense::Digits(1000..=2999, 4));
    if r.glued(at) && !prefixed && !spanned && !matches!(r.word(before), "(" | "[" | "\"" | "“" | "‘" | "'" | "/" | "—")
    {
        return false;
    }
    let spans = r.hyphen(next) && r.glued(next + 1) && matches!(r.sense(next + 1), Sense::Digits(1000..=2999, 4));
    // "In January, 1900 jobs went".
    let subject = r.word(before) == "," && r.tag(next) == Tag::NounPlural && !r.capital(next) && r.tag(next + 1).is_finite();
    let counts = subject
        || matches!(r.sense(next), Sense::Units(_) | Sense::Unit(_) | Sense::Multiplier(_) | Sense::Meridiem(_))
        || r.is_any(
            next,
            &[
                "%", "percent", "people", "men", "women", "troops", "dollars", "million", "billion", "miles", "feet",
                "meters", "metres", "gmt", "hours", "points", "votes",
            ],
        );
    let labels = r.is_any(
        before,
        &[
            "$", "£", "€", "#", "no.", "no", "number", "flight", "room", "page", "at", "than", "about", "some", "nearly",
            "over", "only", "section", "article", "chapter", "suite", "box", "model", "route", "highway",
        ],
    );
    // "before about 1810", "in around 1790": nothing that is counted follows.
    let near = r.is_any(before, &["about", "around"])
        && r.is_any(at.wrapping_sub(2), &["in", "since", "until", "before", "after"])
        && (!r.word(next).starts_with(char::is_alphabetic) || r.is_any(next, &["and", "to", "until", "when", "onwards"]));
    if near && !counts && (1000..2100).contains(&year) {
        return true;
    }
    if counts
        || labels && !(r.is_any(before, &["than", "about", "over"]) && (1900..2050).contains(&year))
        || labels && r.is_any(before, &["$", "£", "€", "#"])
    {
        return false;
    }
    let led = r.is_any(
        before,
        &[
            "in", "since", "of", "until", "till", "from", "by", "during", "before", "after", "around", "circa", "between",
            "to", "through", "for", "early", "late", "mid", "fiscal", "fy", "the", "(",
        ],
    ) || r.is(before, "and") && matches!(r.sense(at.wrapping_sub(2)), Sense::Digits(_, 4))
        || prefixed
        || spanned;
    let plural = r.word(next).len() > 4 && r.word(next).ends_with('s') && !r.capital(next) && !r.glued(next);
    match year {
        1900..=2049 => led || !plural,
        1600..=1899 if spans || r.is_any(before, &["late", "early", "of", "around", "through", "after"]) => !plural,
        1000..=2100 => {
            r.is_any(
                before,
                &["in", "since", "until", "from", "by", "during", "before", "after", "circa", "between", "(", "and"],
            ) && !plural
                || spanned
        }
        _ => false,
    }
}

/// "the 1990s", "the nineties", "'60s", "mid-90s", "the nineteen-eighties", "the swinging sixties", "the 1800s". Not: "in his nineties" (an
/// age), "temperatures in the 90s", "an index in the low 90s".
pub(super) fn decade(r: &Reading, at: usize) -> Option<Found> {
    // "nineteen-eighties".
    if let Sense::Number(century @ 15..=19) = r.sense(at)
        && let Sense::Decade(tens @ 20..=90) = r.sense(r.past_hyphen(at + 1))
    {
        let decade = Part::Decade(i32::from(century) * 100 + i32::from(tens));
        return Some(Found::calendar(at..r.past_hyphen(at + 1) + 1, Calendar::of(decade), DateRule::Decade));
    }
    let Sense::Decade(year) = r.sense(at) else { return None };
    let before = r.word(at.wrapping_sub(1));
    let age = r.is_any(at.wrapping_sub(1), &POSSESSIVES) || r.is_any(at.wrapping_sub(2), &POSSESSIVES);
    if day::is_before_christ(r, at + 1) && year >= 10 {
        return Some(Found::calendar(at..at + 2, Calendar::of(Part::Decade(-i32::from(year))), DateRule::Decade));
    }
    let edge = |at: usize| matches!(r.sense(at), Sense::Edge(_));
    // "the swinging sixties".
    let described = r.word(at).starts_with(char::is_alphabetic)
        && r.sense(at.wrapping_sub(2)) == Sense::The
        && matches!(r.tag(at.wrapping_sub(1)), Tag::Adjective | Tag::Gerund | Tag::PastParticiple | Tag::Noun)
        && !r.is_any(at.wrapping_sub(1), &["low", "high", "lower", "upper"]);
    let marked = year >= 1000 || r.word(at).starts_with(['\'', '’', '‘']) || matches!(before, "'" | "’" | "‘");
    let led = marked
        || described
        || matches!(r.sense(at.wrapping_sub(1)), Sense::The | Sense::Edge(_))
        || r.hyphen(at.wrapping_sub(1)) && edge(at.wrapping_sub(2));
    // "the 1800s" are a century; "the 2000s" are mostly ten years.
    let (part, rule) = match i32::from(year) {
        year @ 1000..2000 if year % 100 == 0 => (Part::Century(year / 100 + 1), DateRule::Century),
        // "the 00s", "the 10s".
        year @ (0 | 10) => (Part::Decade(2000 + year), DateRule::Decade),
        year => (Part::Decade(year), DateRule::Decade),
    };
    (led && !age && (marked || !is_measured(r, at))).then(|| {
        let start = if described { at - 1 } else { at };
        Found::calendar(start..at + 1, Calendar::of(part), rule)
    })
}

/// How far around tens what is measured in them is looked for, in tokens.
const MEASURED: usize = 12;

/// How far before tens the verb is looked for, in tokens.
const AHEAD: usize = 5;

/// What figures do: "fell into the 90s".
const MOVES: [&str; 18] = [
    "climb", "climbed", "climbs", "creep", "crept", "dip", "dipped", "dropped", "fall", "falls", "fell", "plunged", "rise",
    "rose", "sank", "slid", "slipped", "soared",
];

/// Whether tens are of a temperature, a score or the like: "lows in the 20s", "the index sank into the 90s", "shot in the 70s".
fn is_measured(r: &Reading, at: usize) -> bool {
    let near = r.sentence.start.max(at.saturating_sub(MEASURED))..r.sentence.end.min(at + MEASURED);
    let listed = |at: usize| MEASURES.contains(r.lower(at));
    let ages = r.is_any(at.wrapping_sub(1), &["their"]) || r.is(at + 1, "and") && r.is_any(at + 2, &["over", "older", "up"]);
    // "unemployment is in the mid-30s".
    let rate = |at: usize| r.is_any(at, &["unemployment", "rate", "rates", "approval", "turnout", "percent"]);
    let joined = r.hyphen(at.wrapping_sub(1)) && near.clone().any(rate);
    // "It will be in the 70s", "slid into the 80s".
    let before = at.saturating_sub(AHEAD).max(r.sentence.start)..at;
    let ahead = before.clone().any(|at| r.tag(at) == Tag::Modal && r.is_any(at, &["will", "'ll", "’ll"]));
    let moved = r.is(at.wrapping_sub(2), "into") && before.clone().any(|at| MOVES.contains(&r.lower(at)));
    ages || joined || ahead || moved || near.into_iter().any(listed)
}

/// "the 20th century", "21st-century". Not: "the first century of Test cricket".
pub(super) fn century(r: &Reading, at: usize) -> Option<Found> {
    let Sense::Ordinal(number @ 1..=30) = r.sense(at) else { return None };
    let next = r.past_hyphen(at + 1);
    let (Sense::Unit(Unit::Century) | Sense::Units(Unit::Century)) = r.sense(next) else { return None };
    let before_christ = day::is_before_christ(r, next + 1);
    let (number, end) = if before_christ { (-i32::from(number), next + 2) } else { (number.into(), next + 1) };
    Some(Found::calendar(at..end, Calendar::of(Part::Century(number)), DateRule::Century))
}
