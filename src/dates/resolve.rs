//! Resolution: the one place where what is stated becomes a value, against the reference date and the dates before it.
//!
//! Works through the expressions in text order and remembers the last date spoken of, which "a day later" counts from.
//! Without a reference date, what needs one keeps an open value ("XXXX-WXX-5").

use super::calendar::Date;
use super::count::{counted, length, shift, year};
use super::lexicon::{Direction, Pointer, Unit};
use super::open::{open, recurring};
use super::quantity::Quantity;
use super::stated::{Calendar, Part, Stated, Year};
use super::telling::{Place, Telling};
use super::tense::{Clause, Tense};
use super::value::{TimeOfDay, Value, When};
use super::verb::Says;

/// Beyond how many days from the day of writing a date without its year is not placed by a verb further off.
const FAR: i32 = 290;

/// Within how many days a date to come needs no other word: "preferred shares on Oct. 31", written on the 27th, is no past.
const AT_HAND: i32 = 14;

/// The same for a quarter to come: "expects to report a third-quarter loss" is said within weeks of its end.
const FAR_QUARTER: i32 = 200;

/// Beyond how many years a year alone does not move a story.
const PASSING: i32 = 5;

/// How many days a story may step back within its year; a month further back is that of the next year.
const BACK: i32 = 210;

/// A day named in the text.
#[derive(Clone, Copy, Debug)]
struct NamedDay {
    day: Date,
    place: Place,
    tense: Tense,
}

/// The state of resolution at a place in the text.
#[derive(Clone, Debug)]
pub(super) struct Resolver {
    /// The day of writing.
    reference: Option<Date>,
    /// The last date spoken of.
    last: Option<When>,
    /// A year named in passing; the story moves to it when it is confirmed.
    aside: Option<i32>,
    /// The last day spoken of that is not after the day of writing.
    day: Option<Date>,
    /// The last quarter spoken of: what a report of earnings compares with.
    quarter: Option<(i32, u8)>,
    /// Whether the text tells of other years than that of writing, so that a missing year is that of the date before.
    narrative: bool,
    /// Which year is told of where the expression stands.
    telling: Telling,
    /// The day that clock times beside it are of.
    named: Option<NamedDay>,
}

impl Resolver {
    pub(super) fn new(reference: Option<Date>, narrative: bool) -> Resolver {
        Resolver {
            reference,
            last: None,
            aside: None,
            day: None,
            quarter: None,
            narrative,
            telling: Telling::default(),
            named: None,
        }
    }

    /// Goes on to where the next expression stands.
    pub(super) fn move_to(&mut self, place: Place) {
        self.telling.move_to(place);
    }

    /// The day of writing.
    pub(super) fn reference(&self) -> Option<Date> {
        self.reference
    }

    /// The day of what is being told: the last one spoken of, else that of writing.
    pub(super) fn told_day(&self) -> Option<Date> {
        self.day.or(self.reference)
    }

    /// The value of an expression, which becomes the last one spoken of.
    pub(super) fn resolve(&mut self, stated: &Stated, clause: Clause) -> Value {
        let value = self.value(stated, clause);
        // "For the nine months": what follows compares with those.
        if matches!(
            stated,
            Stated::Length(Quantity::Tenths(60 | 90), Unit::Month, _) | Stated::Length(Quantity::Tenths(10), Unit::Year, _)
        ) {
            self.quarter = None;
        }
        let spoken_of = match &value {
            Value::When(when) => Some(*when),
            Value::Time(Some(day), _) => Some(When::Day(*day)),
            _ => None,
        };
        if let Some(When::Day(day)) = spoken_of
            && self.reference.is_none_or(|reference| day <= reference)
        {
            self.day = Some(day);
        }
        if let Some(when) = spoken_of {
            self.telling.hear(stated, clause, when, self.reference);
            if let When::Day(day) = when {
                self.named = Some(NamedDay { day, place: self.telling.place(), tense: clause.tense });
            }
            // Two things compared with "a year earlier" are compared with the same year.
            let compared = matches!(
                stated,
                Stated::Away(_, Unit::Year, Direction::Ago | Direction::Earlier) if !self.narrative
            );
            if !compared && !self.in_passing(when, clause) {
                self.last = Some(when);
            }
            // What "a year earlier" gives is compared with, not reported on.
            if let (When::Quarter(year, quarter), Stated::Calendar(calendar)) = (when, stated)
                && (calendar.year == Year::Unstated || calendar.part != Part::Unit(Unit::Quarter))
            {
                self.quarter = Some((year, quarter));
            }
        }
        value
    }

    /// Whether a story names a year that it does not move to: "as papers showed in 2005", "cut off in 1976".
    fn in_passing(&mut self, when: When, clause: Clause) -> bool {
        let far = |from: i32| (when.year() - from).abs() > if clause.opens { PASSING } else { 0 };
        let aside = self.narrative
            && matches!(when, When::Year(_))
            && self.last.is_some_and(|last| far(last.year()))
            && self.aside.is_none_or(far);
        self.aside = aside.then(|| when.year());
        aside
    }

    /// The first day of the last date spoken of, where it is as fine as what is counted from it: which day comes after "2003",
    /// nobody can tell.
    fn last_as_fine_as(&self, unit: Unit) -> Option<Date> {
        self.last.filter(|last| last.unit() <= unit).and_then(|last| last.interval().0)
    }

    /// The day that what has no day of its own is counted from: the last one of a story, else the day of writing.
    fn now(&self) -> Option<Date> {
        self.last.filter(|_| self.narrative).and_then(|last| last.interval().0).or(self.reference)
    }

    fn value(&mut self, stated: &Stated, clause: Clause) -> Value {
        match stated {
            Stated::Calendar(calendar) => self.calendar(calendar, clause),
            Stated::Away(quantity, unit, direction) => self.away(*quantity, *unit, *direction),
            Stated::Anchored(quantity, unit, direction, anchor) => {
                let (clause, anchor) = anchor.as_ref();
                let anchor = self.resolve(anchor, *clause);
                counted(anchor.interval().0, *quantity, *unit, *direction)
            }
            Stated::Length(quantity, unit, _) => length(*quantity, *unit),
            Stated::Compound(larger, smaller) => Value::Compound(*larger, *smaller),
            Stated::Recurring(recurrence) => Value::Recurring(recurring(*recurrence)),
            Stated::Era(era) => Value::Era(*era),
            Stated::Range(first, second) => self.range(&first.stated, &second.stated, clause),
        }
    }

    /// The ends share the year that one of them states, and the day that the second one does.
    fn range(&mut self, first: &Stated, second: &Stated, clause: Clause) -> Value {
        let (mut first, mut second) = (first.clone(), second.clone());
        if let (Stated::Calendar(a), Stated::Calendar(b)) = (&mut first, &mut second) {
            if a.year == Year::Unstated && a.part != Part::Year {
                a.year = b.year;
            }
            // "from midnight to 4 a.m.".
            if let (Some(TimeOfDay::Clock { hour: hour @ 24, minute, .. }), Some(_)) = (&mut a.time, b.time) {
                (*hour, *minute) = (0, Some(0));
            }
            // "9 a.m. to 5 p.m. Friday", "Friday, 9 a.m. to 5 p.m.".
            match (a.time.is_some() && a.part == Part::Today(0), b.time.is_some() && b.part == Part::Today(0)) {
                (true, false) => *a = Calendar { time: a.time, ..*b },
                (false, true) if a.time.is_some() => *b = Calendar { time: b.time, ..*a },
                _ => {}
            }
        }
        let from = self.resolve(&first, clause);
        let begun = self.last;
        let mut to = self.resolve(&second, clause);
        // A story of "1939-1945" is told from its beginning.
        if let Value::When(When::Year(_)) = from {
            self.last = begun;
        }
        // "from November to February", "Thursday night through Saturday": the second end never lies before the first.
        if let Stated::Calendar(last) = &second
            && let (Some(begin), Some(until)) = (from.interval().0, to.interval().1)
            && until <= begin
        {
            let next = Calendar { pointer: None, ..*last }.in_year(Year::Full(begin.year() + 1));
            let a_week_on = matches!(last.part, Part::Weekday(_)).then(|| until.plus_days(6)).flatten();
            to = match (a_week_on, last.time) {
                (Some(day), Some(time)) => Value::Time(Some(day), time),
                (Some(day), None) => Value::When(When::Day(day)),
                (None, _) => self.calendar(&next, clause),
            };
        }
        Value::Range(Box::new(from), Box::new(to))
    }

    fn calendar(&self, calendar: &Calendar, clause: Clause) -> Value {
        let when = self.when(calendar, clause);
        match (calendar.time, when) {
            (None, Some(when)) => Value::When(when),
            (None, None) => Value::Open(open(calendar)),
            (Some(time), Some(When::Day(day))) => Value::Time(Some(day), time),
            (Some(time), _) => match open(calendar).as_str() {
                "XXXX-XX-XX" => Value::Time(None, time),
                day => Value::Open(format!("{day}{time}")),
            },
        }
    }

    fn when(&self, calendar: &Calendar, clause: Clause) -> Option<When> {
        let year = self.year(calendar.year);
        match calendar.part {
            Part::Impossible => None,
            Part::Today(0) if self.narrative && matches!(calendar.time, Some(TimeOfDay::Clock { .. })) => {
                self.last.filter(|last| matches!(last, When::Day(_))).or(self.reference.map(When::Day))
            }
            Part::Today(0) if matches!(calendar.time, Some(TimeOfDay::Clock { .. })) && self.named_day(clause).is_some() => {
                self.named_day(clause).map(When::Day)
            }
            Part::Today(days) => self.reference?.plus_days(days.into()).map(When::Day),
            Part::Decade(year) if !(0..100).contains(&year) => Some(When::Decade(year)),
            Part::Decade(year) => Some(When::Decade(1900 + year)),
            Part::Century(number) => Some(When::Century(number)),
            Part::Weekday(day) => self.weekday(day, calendar.pointer, clause),
            Part::DayOfWeek(day) => match self.unit(Unit::Week, calendar.pointer)? {
                When::Week(year, week) => Date::of_iso_week(year, week)?.plus_days(i32::from(day) - 1).map(When::Day),
                _ => None,
            },
            Part::Weekend => self.weekend(calendar.pointer, clause.tense),
            // "the 1988 period": the quarter that is reported on, in that year.
            Part::Unit(Unit::Quarter) if year.is_some() => {
                let year = year?;
                Some(self.quarter.map_or(When::Year(year), |(_, quarter)| When::Quarter(year, quarter)))
            }
            Part::Unit(unit) => self.unit(unit, calendar.pointer),
            Part::Nth(nth, weekday, 0) => match self.unit(Unit::Month, calendar.pointer)? {
                When::Month(year, month) => Date::nth_in_month(year, month, nth, weekday).map(When::Day),
                _ => None,
            },
            Part::DayOfMonth(day) => self.day_of_month(day, calendar, clause.tense),
            Part::Year => Some(When::Year(year?)),
            part => match year {
                Some(year) => in_year(part, year),
                None if calendar.year != Year::Unstated => None,
                None if calendar.pointer.is_none() && calendar.weekday.is_none() && self.is_told() => {
                    let near = self.completed(part, calendar, clause);
                    let within = |year| in_year(part, year);
                    self.telling.told(part, clause, self.reference, near, within).or(near)
                }
                None => self.completed(part, calendar, clause),
            },
        }
    }

    /// The day that a clock time without one is of: the one named in its sentence, or in the one before and told in the same tense.
    fn named_day(&self, clause: Clause) -> Option<Date> {
        let (named, here) = (self.named?, self.telling.place());
        let near = named.place.sentence == here.sentence
            || named.place.sentence + 1 == here.sentence && named.place.block == here.block;
        let alike = named.tense == clause.tense || clause.tense == Tense::Unknown;
        // "a midnight curfew" is of no day.
        (near && alike && !clause.attribute).then_some(named.day)
    }

    /// Whether what stands here is of a year told, and not of a story told throughout, which the dates before it tell.
    fn is_told(&self) -> bool {
        !self.narrative || self.telling.under_heading()
    }

    /// The year, where it is stated.
    fn year(&self, year: Year) -> Option<i32> {
        match year {
            Year::Unstated => None,
            Year::Full(year) => Some(year),
            Year::Short(short) => {
                let latest = self.reference.map_or(2035, |d| d.year() + 10);
                let year = latest / 100 * 100 + i32::from(short);
                Some(if year > latest { year - 100 } else { year })
            }
            Year::Relative(years) => Some(self.now()?.year() + years),
            Year::Told(years) => Some(self.last.map(When::year).or(self.reference.map(Date::year))? + years),
        }
    }

    /// A part of the calendar without its year: the one that the pointer, the tense or else the distance picks.
    fn completed(&self, part: Part, calendar: &Calendar, clause: Clause) -> Option<When> {
        let told = self.last.filter(|_| calendar.pointer.is_none() && self.narrative);
        if let Some(last) = told {
            let when = in_year(part, last.year());
            let passed = matches!(last, When::Day(_) | When::Month(..) | When::Season(..))
                && matches!((when.and_then(|when| when.interval().0), last.interval().0), (Some(when), Some(last))
                    if last.days_since_epoch() - when.days_since_epoch() > BACK);
            return if passed { in_year(part, last.year() + 1) } else { when };
        }
        let told = matches!(calendar.pointer, Some(Pointer::That | Pointer::Same | Pointer::Following | Pointer::Previous));
        let day = self.last.filter(|_| told).and_then(|last| last.interval().0).or(self.now())?;
        let fits = (-8..=8).filter_map(|years| in_year(part, day.year() + years));
        // A day named beside its weekday is of a year in which it falls on it.
        let of_weekday = |when: &When| match (calendar.weekday, when.interval().0) {
            (Some(weekday), Some(first)) => first.weekday() == weekday,
            _ => true,
        };
        let near: Vec<(When, Date, Date)> =
            fits.filter(of_weekday).filter_map(|when| Some((when, when.interval().0?, when.interval().1?))).collect();
        let before = |limit: Date| near.iter().rfind(|(_, _, to)| *to <= limit);
        let after = |limit: Date| near.iter().find(|(_, from, _)| *from > limit);
        let nearest = || near.iter().min_by_key(|(_, from, to)| distance(day, *from, *to));
        let picked = match (calendar.pointer, clause.tense) {
            (Some(Pointer::Last | Pointer::Past | Pointer::Latest | Pointer::Previous), _) => before(day),
            (Some(Pointer::Next | Pointer::Coming | Pointer::Following), _) => after(day),
            (Some(Pointer::This | Pointer::Current | Pointer::That | Pointer::Same), _) => {
                near.iter().find(|(when, _, _)| when.year() == day.year())
            }
            (_, _) if calendar.weekday.is_some() => nearest(),
            (_, Tense::Past) => near.iter().rfind(|(_, from, _)| *from <= day),
            (_, Tense::Future) => near.iter().find(|(_, _, to)| *to > day),
            (_, Tense::Unknown) => nearest(),
        };
        // "met on July 4", "expires on 3 March": no other date's verb.
        let sure = |near: &(When, Date, Date)| match clause.tense {
            Tense::Past => distance(day, near.1, near.2) > AT_HAND,
            Tense::Future => matches!(part, Part::Day(..) | Part::Month(_) | Part::Holiday(_)),
            Tense::Unknown => false,
        };
        let soon = matches!((part, clause.tense), (Part::Quarter(_), Tense::Future));
        let limit = if soon { FAR_QUARTER } else { FAR };
        // A verb further off may be another date's: what is near beats what its tense picks.
        match (picked, nearest()) {
            (Some(far), Some(near))
                if !(clause.beside && sure(near)) && calendar.pointer.is_none() && distance(day, far.1, far.2) > limit =>
            {
                Some(near.0)
            }
            (picked, _) => picked.map(|(when, _, _)| *when),
        }
    }

    fn weekday(&self, weekday: u8, pointer: Option<Pointer>, clause: Clause) -> Option<When> {
        let anaphoric = matches!(pointer, Some(Pointer::Following | Pointer::Previous | Pointer::That | Pointer::Same));
        let is_told = self.last.is_some() && (anaphoric || self.narrative);
        let base = self.last_as_fine_as(Unit::Week).filter(|_| is_told);
        let day = if is_told { base } else { self.reference }?;
        // Days back to the last such day (0 is today), and on to the next one.
        let back = (i32::from(day.weekday()) - i32::from(weekday)).rem_euclid(7);
        let on = (7 - back) % 7;
        let days = match (pointer, clause.tense) {
            (Some(Pointer::Last | Pointer::Past | Pointer::Previous), _) => -(if back == 0 { 7 } else { back }),
            (Some(Pointer::Next | Pointer::Coming | Pointer::Following), _) => {
                if on == 0 {
                    7
                } else {
                    on
                }
            }
            (Some(Pointer::This | Pointer::Current), Tense::Past) | (None, Tense::Past) => -back,
            (Some(Pointer::This | Pointer::Current), _) | (None, Tense::Future) => on,
            _ if base.is_some() => on,
            // "was due on Friday".
            _ if clause.says == Some(Says::Unsure) && on < back => on,
            _ => -back,
        };
        day.plus_days(days).map(When::Day)
    }

    /// "the 15th": of the month told of where a story is told, else the one that the tense picks.
    fn day_of_month(&self, day: u8, calendar: &Calendar, tense: Tense) -> Option<When> {
        let (pointer, weekday) = (calendar.pointer, calendar.weekday);
        let told = self.last.filter(|_| self.narrative || self.reference.is_none()).and_then(|when| when.interval().0);
        let now = told.or(self.reference)?;
        let of = |months: i32| {
            let month = Date::new(now.year(), now.month(), 1)?.plus_months(months)?;
            Date::new(month.year(), month.month(), day)
        };
        // "Friday 13th" may be months away.
        let reach = if weekday.is_some() { 12 } else { 2 };
        let near = (-reach..=reach).filter_map(of).filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday));
        let nearest = |near: &mut dyn Iterator<Item = Date>| {
            near.min_by_key(|date| (date.days_since_epoch() - now.days_since_epoch()).abs())
        };
        let picked = match (pointer, tense) {
            (Some(Pointer::Last | Pointer::Previous), _) => of(-1),
            (Some(Pointer::Next | Pointer::Coming | Pointer::Following), _) => of(1),
            (Some(_), _) => of(0),
            (None, _) if told.is_some() && weekday.is_none() => of(0),
            (None, Tense::Past) => near.rev().find(|date| *date <= now),
            (None, Tense::Future) => near.into_iter().find(|date| *date >= now),
            (None, Tense::Unknown) => nearest(&mut near.into_iter()),
        };
        picked.map(When::Day)
    }

    fn weekend(&self, pointer: Option<Pointer>, tense: Tense) -> Option<When> {
        let day = self.reference?;
        let (year, week) = day.iso_week();
        let monday = Date::of_iso_week(year, week)?;
        let weeks = match (pointer, tense) {
            (Some(Pointer::Last | Pointer::Past), _) => -1,
            (Some(Pointer::Next), _) => 1,
            (None, Tense::Past | Tense::Unknown) if day.weekday() < 6 => -1,
            _ => 0,
        };
        let (year, week) = monday.plus_days(weeks * 7)?.iso_week();
        Some(When::Weekend(year, week))
    }

    /// "this week", "the following year", "the quarter".
    fn unit(&self, unit: Unit, pointer: Option<Pointer>) -> Option<When> {
        let told = |count| self.told(unit, count);
        let near = |count| if self.narrative { told(count) } else { shift(self.reference?, unit, count) };
        match (pointer, self.quarter) {
            (Some(Pointer::This | Pointer::Current), _) => near(0),
            (None, Some((year, quarter))) if unit == Unit::Quarter => Some(When::Quarter(year, quarter)),
            (None, _) => near(0),
            (Some(Pointer::Latest | Pointer::Last | Pointer::Past | Pointer::Recent), _) => near(-1),
            (Some(Pointer::Next | Pointer::Coming), _) => near(1),
            (Some(Pointer::Previous), _) => told(-1),
            (Some(Pointer::Following), _) => told(1),
            (Some(Pointer::That | Pointer::Same), _) => told(0),
        }
    }

    /// The unit so many units from the last date spoken of, or from the day of writing where there is none.
    fn told(&self, unit: Unit, count: i32) -> Option<When> {
        match (self.last, unit) {
            (None, _) => shift(self.reference?, unit, count),
            (Some(last), Unit::Year) => year(last.year().checked_add(count)?),
            (Some(_), _) => shift(self.last_as_fine_as(unit)?, unit, count),
        }
    }

    /// "two weeks ago", "a day later".
    fn away(&self, quantity: Quantity, unit: Unit, direction: Direction) -> Value {
        // In a report of earnings "a year earlier" is the same quarter of the year before.
        if let (Some((year, quarter)), Quantity::Tenths(10), Unit::Year, Direction::Ago | Direction::Earlier) =
            (self.quarter, quantity, unit, direction)
        {
            return Value::When(When::Quarter(year - 1, quarter));
        }
        let told = matches!(direction, Direction::Earlier | Direction::Later | Direction::Before | Direction::After);
        let from = match self.last {
            Some(_) if told => self.last_as_fine_as(unit),
            None if told => self.reference,
            _ => self.now(),
        };
        counted(from, quantity, unit, direction)
    }
}

/// How many days a day is from the middle of a stretch.
fn distance(day: Date, from: Date, to: Date) -> i32 {
    ((from.days_since_epoch() + to.days_since_epoch() - 1) / 2 - day.days_since_epoch()).abs()
}

/// A part of the calendar in a year.
fn in_year(part: Part, year: i32) -> Option<When> {
    Some(match part {
        Part::Month(month) => When::Month(year, month),
        Part::Day(month, day) => When::Day(Date::new(year, month, day)?),
        Part::Quarter(quarter) => When::Quarter(year, quarter),
        Part::Half(half) => When::Half(year, half),
        Part::Season(season) => When::Season(year, season),
        Part::Holiday(holiday) => When::Day(holiday.in_year(year)?),
        Part::WeekOf(spot) => {
            let (year, week) = spot.in_year(year)?.iso_week();
            When::Week(year, week)
        }
        // That of a Monday or Tuesday is the one before.
        Part::WeekendOf(spot) => {
            let (year, week) = spot.in_year(year)?.plus_days(-2)?.iso_week();
            When::Weekend(year, week)
        }
        // A week is of the month that its Thursday is of, as ISO weeks are of years.
        Part::NthWeek(nth, month) => {
            let (year, week) = Date::nth_in_month(year, month, nth, 4)?.iso_week();
            When::Week(year, week)
        }
        Part::NthWeekend(nth, month) => {
            let (year, week) = Date::nth_in_month(year, month, nth, 6)?.iso_week();
            When::Weekend(year, week)
        }
        Part::Nth(nth, weekday, month) => When::Day(Date::nth_in_month(year, month, nth, weekday)?),
        _ => return None,
    })
}
