//! The day an article is of: given, stated by the article itself, or concluded from what it says.
//!
//! Stated means where articles state it: beside "Published" or "Updated", on a line of its own, in a byline or dateline, in the
//! address that it was pasted with.
//! Concluded means that the text tells of a part of its own year as just past ("early in 2022"), and of a day. A full date in
//! the text is no evidence: news seldom states its own, and mostly dates what is long past.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::calendar::Date;
use super::lexicon::{Direction, Pointer};
use super::stated::{Calendar, Found, Part, Stated, Year};
use super::tense::{Clause, Tense};
use super::{Modifier, Reference, ReferenceSource};
use crate::text::{BlockKind, Document, TokenKind};

/// How many sentences at the beginning and the end may state the article's own date.
const EDGE: usize = 12;

/// The most tokens of a line that is an address ("Source: example.org/2022/01/03/storm"), and not a sentence with a link in it.
const ADDRESS_LINE: usize = 4;

/// The reference date and where it came from.
#[inline(never)]
pub(super) fn find(document: &Document, given: Option<Date>, stated: &[(Clause, Found)]) -> Reference {
    let reference = |date, source| Reference { date: Some(date), source };
    if let Some(date) = given {
        return reference(date, ReferenceSource::Given);
    }
    if let Some(date) = of_itself(document, stated) {
        return reference(date, ReferenceSource::Text);
    }
    if let Some(date) = concluded(stated) {
        return reference(date, ReferenceSource::Inferred);
    }
    Reference { date: None, source: ReferenceSource::None }
}

/// The calendar's part of an expression.
fn calendar(found: &Found) -> Option<&Calendar> {
    match &found.stated {
        Stated::Calendar(calendar) => Some(calendar),
        Stated::Away(..)
        | Stated::Anchored(..)
        | Stated::Length(..)
        | Stated::Compound(..)
        | Stated::Recurring(_)
        | Stated::Era(_)
        | Stated::Range(..) => None,
    }
}

/// The day an expression states in full.
fn full_day(found: &Found) -> Option<Date> {
    match calendar(found)? {
        Calendar { year: Year::Full(year), part: Part::Day(month, day), .. } => Date::new(*year, *month, *day),
        _ => None,
    }
}

/// The date that the article states as its own.
fn of_itself(document: &Document, stated: &[(Clause, Found)]) -> Option<Date> {
    let last = document.sentences.len().saturating_sub(EDGE);
    let mut filed = None;
    for (_, found) in stated {
        let at = document.sentence_of(found.tokens.start);
        if at >= EDGE && at < last {
            continue;
        }
        let Some(sentence) = document.sentences.get(at) else { continue };
        let block = &document.blocks[sentence.block];
        let Some(day) = full_day(found) else { continue };
        let lead = found.tokens.start.saturating_sub(6).max(sentence.tokens.start);
        let said = (lead..found.tokens.start).any(|token| {
            matches!(&document.lower[token], "published" | "updated" | "posted" | "filed" | "modified" | "date" | "issued")
        });
        let alone = block.sentences.len() == 1 && sentence.tokens.len() <= found.tokens.len() + 6 && at < EDGE;
        let placed = matches!(block.kind, BlockKind::Byline | BlockKind::Dateline)
            || found.tokens.end <= document.words_begin(sentence.block);
        if said {
            return Some(day);
        }
        if alone || placed {
            filed = filed.or(Some(day));
        }
    }
    filed.or_else(|| addressed(document))
}

/// The day in an address pasted above or below the article: "example.org/2022/01/03/storm", "example.org/storm-2022-01-03".
fn addressed(document: &Document) -> Option<Date> {
    let count = document.sentences.len();
    let edges = (0..count.min(EDGE)).chain(count.saturating_sub(EDGE).max(EDGE)..count);
    let lines = edges.filter_map(|at| document.sentences.get(at)).filter(|sentence| sentence.tokens.len() <= ADDRESS_LINE);
    let tokens = lines.flat_map(|sentence| sentence.tokens.clone());
    tokens.filter(|token| document.tokens[*token].kind == TokenKind::Address).find_map(|token| in_path(document.word(token)))
}

/// The first day written year first in a path.
fn in_path(address: &str) -> Option<Date> {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i32>().ok())?;
    let mut fields = ["", "", ""];
    for field in address.split(['/', '-', '_', '.', '?', '=']) {
        fields = [fields[1], fields[2], field];
        if fields.map(str::len) == [4, 2, 2]
            && let [Some(year @ 1990..=2100), Some(month), Some(day)] = fields.map(digits)
            && let Some(date) = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
        {
            return Some(date);
        }
    }
    None
}

/// The latest day not told as to come in the year that the text shows to be its own.
fn concluded(stated: &[(Clause, Found)]) -> Option<Date> {
    let year = own_year(stated)?;
    let days =
        stated.iter().filter(|(clause, _)| clause.tense != Tense::Future).filter_map(|(_, found)| match calendar(found)? {
            Calendar { year: Year::Unstated, part: Part::Day(month, day), .. } => Date::new(year.number, *month, *day),
            Calendar { year: Year::Full(stated), part: Part::Day(month, day), .. } if *stated == year.number => {
                Date::new(year.number, *month, *day)
            }
            _ => None,
        });
    days.filter(|day| year.months.contains(&day.month())).max()
}

/// The year of writing and the months of it that have been.
struct OwnYear {
    number: i32,
    months: std::ops::RangeInclusive<u8>,
}

/// The latest year of the text, where it is told of as current: "early in 2022" as past, beside days without a year.
fn own_year(stated: &[(Clause, Found)]) -> Option<OwnYear> {
    let years = stated.iter().filter_map(|(clause, found)| match calendar(found)? {
        Calendar { year: Year::Full(year @ 1900..=2099), part, .. } if clause.tense != Tense::Future => {
            Some((*year, part, found))
        }
        _ => None,
    });
    let number = years.clone().map(|(year, _, _)| year).max()?;
    let bare_days = stated.iter().any(|(_, found)| {
        matches!(calendar(found), Some(Calendar { year: Year::Unstated, part: Part::Day(..) | Part::Weekday(_), .. }))
    });
    years.filter(|(year, _, _)| *year == number && bare_days).find_map(|(_, part, found)| {
        let months = match (part, found.modifier) {
            (Part::Year, Some(Modifier::Start)) => 1..=4,
            (Part::Year, Some(Modifier::Mid)) => 1..=8,
            (Part::Year, Some(Modifier::End)) => 1..=12,
            _ => return None,
        };
        Some(OwnYear { number, months })
    })
}

/// Whether an expression is told from the day of writing: "yesterday", "last year", "two weeks ago". Not: "Friday", "today",
/// which are told in stories too.
fn is_deictic(found: &Found) -> bool {
    let pointed = |calendar: &Calendar| {
        matches!(calendar.part, Part::Today(-1 | 1))
            || matches!(calendar.pointer, Some(Pointer::Last | Pointer::This | Pointer::Next | Pointer::Coming))
    };
    matches!(found.stated, Stated::Away(_, _, Direction::Ago | Direction::Hence)) || calendar(found).is_some_and(pointed)
}

/// Whether the text tells mostly of other years than that of writing: then a day without a year is of the year told of. Where
/// nobody knows when it was written, it is enough that the first date it tells is a full one, and that fewer are told from the
/// day of writing than in full.
pub(super) fn narrative(reference: Option<Date>, stated: &[(Clause, Found)]) -> bool {
    let full_year = |found| match calendar(found)? {
        Calendar { year: Year::Full(year), part: Part::Day(..) | Part::Month(_), .. } => Some(*year),
        _ => None,
    };
    let full = stated.iter().filter_map(|(_, found)| full_year(found));
    let Some(reference) = reference else {
        let first = stated.iter().map(|(_, found)| found).find(|found| calendar(found).is_some());
        let (full, deictic) = (full.count(), stated.iter().filter(|(_, found)| is_deictic(found)).count());
        return full > deictic && (full >= 4 || first.and_then(full_year).is_some());
    };
    let (near, far): (Vec<i32>, Vec<i32>) = full.partition(|year| (year - reference.year()).abs() <= 1);
    far.len() >= 4 && far.len() > near.len()
}
