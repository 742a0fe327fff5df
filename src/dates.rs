//! Dates: every time expression, normalised to TIMEX3 and to a calendar interval.
//!
//! An ordered list of small rules proposes expressions, refiners merge and drop them, and one resolver anchors them to the
//! reference date. Nothing here reads the clock: without a reference date, given or found, relative dates stay open.

mod anchors;
mod calendar;
mod count;
mod hebrew;
mod holidays;
mod interval;
pub(crate) mod lexicon;
mod names;
mod often;
mod open;
mod quantity;
mod reading;
mod reference;
mod refine;
mod resolve;
mod rules;
mod stated;
mod telling;
pub(crate) mod tense;
mod value;
mod verb;

use crate::entities::Entities;
use crate::span::Span;
use crate::syntax::Tags;
use crate::text::{BlockKind, Document};
use lexicon::Sense;
use reading::Reading;
use resolve::Resolver;
use serde::{Deserialize, Serialize};
use stated::{Found, Part, Stated, Year};
use std::ops::Range;
use telling::Place;
use tense::{Clause, Tense};
use value::Value;

pub use calendar::{Date, DateError};

/// What a time expression denotes, as in TIMEX3.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum TimeType {
    /// A day or a coarser part of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// TIMEX3's `mod`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum Modifier {
    /// "before 2020".
    Before,
    /// "after 2020".
    After,
    /// "no earlier than".
    OnOrAfter,
    /// "no later than".
    OnOrBefore,
    /// "less than two years".
    LessThan,
    /// "more than two years".
    MoreThan,
    /// "at most two years".
    EqualOrLess,
    /// "at least two years".
    EqualOrMore,
    /// "early 2020".
    Start,
    /// "mid-2020".
    Mid,
    /// "late 2020".
    End,
    /// "about two years".
    Approx,
}

/// The rule that found an expression.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DateRule {
    /// "2022-01-02".
    Iso,
    /// "1/2/2022".
    Numeric,
    /// "January 2, 2022".
    Day,
    /// "January 9-10".
    DayRange,
    /// "May", "October 1997".
    Month,
    /// "1997".
    Year,
    /// "the 1990s".
    Decade,
    /// "the 20th century".
    Century,
    /// "the third quarter", "the first half of 2022".
    Quarter,
    /// "the summer of 1989".
    Season,
    /// "Labor Day".
    Holiday,
    /// "today", "last night".
    Today,
    /// "Friday", "Friday morning".
    Weekday,
    /// "last week", "the following year".
    Pointed,
    /// "two weeks ago", "a day later".
    Away,
    /// "the past three months".
    Span,
    /// "three years", "20-year-old".
    Duration,
    /// "every Monday", "daily".
    Set,
    /// "10 p.m. Wednesday".
    Clock,
    /// "now", "the past".
    Era,
    /// "from May to July".
    Range,
    /// Somebody corrected or added the expression; never found.
    ByHand,
}

/// One end of a range, with a value of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TimePart {
    /// Where it stands.
    pub span: Span,
    /// Its TIMEX3 value.
    pub value: String,
}

/// One time expression.
#[derive(Clone, PartialEq, Debug)]
pub struct TimeExpr {
    /// Where it stands.
    pub span: Span,
    /// Date, time, duration or set.
    pub kind: TimeType,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 `mod`.
    pub modifier: Option<Modifier>,
    /// TIMEX3 `freq` of a set.
    pub freq: Option<String>,
    /// TIMEX3 `quant` of a set.
    pub quant: Option<String>,
    /// First day of its interval, where known.
    pub from: Option<Date>,
    /// The day after the last one of its interval, where known.
    pub to: Option<Date>,
    /// The ends of a range.
    pub parts: Vec<TimePart>,
    /// The rule that found it.
    pub rule: DateRule,
    /// Probability that span and value are right, 0 to 1.
    pub score: f32,
}

/// Where the reference date came from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ReferenceSource {
    /// By the caller.
    Given,
    /// Stated by the article as its own date.
    Text,
    /// Concluded from what the text says.
    Inferred,
    /// There is none.
    None,
}

/// What relative dates were resolved against.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reference {
    /// The day, where there is one.
    pub date: Option<Date>,
    /// Where it came from.
    pub source: ReferenceSource,
}

/// Finds the time expressions of an article, in text order, and the date they were resolved against.
pub fn find(document: &Document, tags: &Tags, entities: &Entities, given: Option<Date>) -> (Reference, Vec<TimeExpr>) {
    let senses = Sense::of_all(document);
    let mut stated = Vec::new();
    let mut in_sentence = Vec::new();
    for sentence in &document.sentences {
        let reading = Reading::new(document, &senses, tags, sentence);
        rules::find(&reading, &mut in_sentence);
        refine::refine(&reading, &mut in_sentence);
        stated.extend(in_sentence.drain(..).filter(|found| !names::holds(entities, found)).map(|mut found| {
            let clause = Clause::about(&reading, &found.tokens);
            refine::place(&reading, &mut found, clause.tense);
            (clause, found)
        }));
    }
    rules::numeric::order(document, &mut stated);
    rules::quarter::leave_out_games(document, &mut stated);
    anchors::anchor(document, &senses, tags, &mut stated);
    let reference = reference::find(document, given, &stated);
    let mut resolver = Resolver::new(reference.date, reference::narrative(reference.date, &stated));
    let mut places = Places::new(document);
    let mut express = |(clause, found): &(Clause, Found)| {
        resolver.move_to(places.of(&found.tokens));
        express(document, &senses, &mut resolver, found, *clause)
    };
    (reference, stated.iter().map(&mut express).collect())
}

/// Where expressions stand that are asked for in text order.
struct Places<'d> {
    document: &'d Document<'d>,
    block: usize,
    section: usize,
}

impl<'d> Places<'d> {
    fn new(document: &'d Document<'d>) -> Self {
        Places { document, block: 0, section: 0 }
    }

    fn of(&mut self, tokens: &Range<usize>) -> Place {
        let sentence = self.document.sentence_of(tokens.start);
        let Some(found) = self.document.sentences.get(sentence) else { return Place::default() };
        let block = self.document.blocks.get(found.block);
        // A title may be a year alone; a day there is when the article is from.
        let whole = found.tokens == *tokens && block.is_some_and(|block| block.sentences.len() == 1);
        // "1941: the guns come", over a section.
        let leads = block.is_some_and(|block| block.kind == BlockKind::Headline) && found.tokens.start == tokens.start;
        let heading = if found.block > 0 { whole || leads } else { whole && tokens.len() == 1 };
        // A heading begins the section under it, and is of that.
        let passed = self.document.blocks.get(self.block..=found.block).unwrap_or_default();
        self.section += passed.iter().skip(1).filter(|block| block.kind == BlockKind::Headline).count();
        self.section += usize::from(heading && !block.is_some_and(|block| block.kind == BlockKind::Headline));
        self.block = found.block;
        Place { sentence, block: found.block, section: self.section, heading }
    }
}

/// An expression as the stage gives it, resolved.
fn express(document: &Document, senses: &[Sense], resolver: &mut Resolver, found: &Found, clause: Clause) -> TimeExpr {
    let value = resolver.resolve(&found.stated, clause);
    let (from, to) = resolver.interval(found, &value, clause.tense);
    let parts = match (&found.stated, &value) {
        // "two to three weeks" is one length, told loosely: its ends are no expressions of their own.
        (Stated::Range(..), Value::Range(from, _)) if matches!(**from, Value::Length(..)) => Vec::new(),
        // "2012/13" is one word.
        (Stated::Range(first, second), _) if first.tokens == second.tokens => Vec::new(),
        (Stated::Range(first, second), Value::Range(from, to)) => [(first, from), (second, to)]
            .map(|(end, value)| TimePart { span: document.span_of(end.tokens.clone()), value: value.to_string() })
            .into(),
        _ => Vec::new(),
    };
    let (kind, value) = (kind(&found.stated, &value), value.to_string());
    let set = Some(&found.tokens).filter(|_| kind == TimeType::Set);
    TimeExpr {
        span: document.span_of(found.tokens.clone()),
        kind,
        freq: set.and_then(|set| often::freq(document, senses, set)),
        quant: set.and_then(|set| often::quant(document, senses, set, &value)),
        value,
        modifier: found.modifier,
        from,
        to,
        parts,
        rule: found.rule,
        score: found.rule.score() * if is_unsure(found, clause) { UNSURE } else { 1.0 },
    }
}

/// What is left of a score where nothing tells on which side of now a day lies.
const UNSURE: f32 = 0.85;

/// Whether an expression needs to be placed before or after now, and its clause does not say.
fn is_unsure(found: &Found, clause: Clause) -> bool {
    let Stated::Calendar(calendar) = &found.stated else { return false };
    let bare = calendar.year == Year::Unstated && calendar.pointer.is_none() && calendar.weekday.is_none();
    let placed =
        matches!(calendar.part, Part::Day(..) | Part::Month(_) | Part::Weekday(_) | Part::Season(_) | Part::Holiday(_));
    bare && placed && clause.tense == Tense::Unknown
}

/// The type of an expression.
fn kind(stated: &Stated, value: &Value) -> TimeType {
    match (stated, value) {
        (Stated::Range(first, _), Value::Range(from, _)) => kind(&first.stated, from),
        (_, Value::Length(..) | Value::Compound(..)) => TimeType::Duration,
        (_, Value::Recurring(_)) => TimeType::Set,
        (_, Value::Time(..)) => TimeType::Time,
        (Stated::Calendar(calendar), _) if calendar.time.is_some() => TimeType::Time,
        _ => TimeType::Date,
    }
}

impl DateRule {
    /// The share of the rule's expressions that are right in span and value, in the news that rules were made on: the even documents of
    /// TimeBank and AQUAINT. A rule that is seldom met there keeps some of what was thought before. `cargo xtask eval dates` prints what
    /// scores say beside what is right.
    fn score(self) -> f32 {
        match self {
            DateRule::ByHand => 1.0,
            DateRule::Day => 0.96,
            DateRule::Iso | DateRule::Numeric | DateRule::Range => 0.95,
            DateRule::Today | DateRule::Quarter => 0.93,
            DateRule::DayRange => 0.92,
            DateRule::Season => 0.89,
            DateRule::Year | DateRule::Decade => 0.88,
            DateRule::Month => 0.85,
            DateRule::Holiday => 0.84,
            DateRule::Weekday => 0.82,
            DateRule::Era => 0.72,
            DateRule::Pointed => 0.66,
            DateRule::Away => 0.64,
            DateRule::Span => 0.63,
            DateRule::Century => 0.62,
            DateRule::Set => 0.57,
            DateRule::Duration => 0.55,
            DateRule::Clock => 0.53,
        }
    }
}
