//! Which year a stretch of the text tells of: the one that a day or month without a year belongs to.
//!
//! A stretch begins with a year that is told ("In 2013 the family moved"), or with a heading of one ("1936"), and lasts while what
//! follows is told in the same tense, a few sentences on. It does not begin with a year that only describes something ("the 2019
//! treaty", "founded in 1992"), and what is told of today leaves it. Nothing is decided here where the text says nothing: then the
//! resolver counts from the day of writing.

use super::calendar::Date;
use super::lexicon::{Era, Pointer};
use super::stated::{Calendar, Part, Stated, Year};
use super::tense::{Clause, Tense};
use super::value::When;
use super::verb::Says;

/// How many sentences on a stretch lasts without another date of it.
const LASTS: usize = 2;

/// Within how many days of the day of writing a date is rather of these days than of the year told.
const THESE_DAYS: i32 = 14;

/// How many days back within its year a stretch may step from one sentence to the next.
const BACK: i32 = 62;

/// Of so many years before that of writing nobody says things now: "wrote" is then what was done.
const LONG_AGO: i32 = 25;

/// How many days named in full are remembered.
const NAMED: usize = 16;

/// Where an expression stands.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Place {
    pub(super) sentence: usize,
    pub(super) block: usize,
    /// How many headlines stand before.
    pub(super) section: usize,
    /// Whether the expression is all of its block: a heading.
    pub(super) heading: bool,
}

/// How a stretch is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mode {
    /// "In 2013 the family moved".
    Past,
    /// "In 2030 the fair will move".
    Future,
    /// "speaks in Lima on March 7, 2023": the day of writing of what stands around it.
    Present,
    /// "the May 2019 raids": days of that month only.
    Month,
    /// "the census of 1931": its own sentence only.
    Sentence,
    /// Under a heading of the year.
    Heading,
}

/// A stretch that tells of a year.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    when: When,
    mode: Mode,
    /// Whether its year stands first in its sentence.
    opens: bool,
    /// Where its last date stands.
    place: Place,
}

/// A day named in full, and the sentence that names it.
#[derive(Clone, Copy, Debug)]
struct Named {
    day: (u8, u8),
    year: i32,
    sentence: usize,
}

/// What is told where.
#[derive(Clone, Debug, Default)]
pub(super) struct Telling {
    stretch: Option<Stretch>,
    /// Days named in full.
    named: Vec<Named>,
    place: Place,
}

impl Telling {
    /// Goes on to where the next expression stands.
    pub(super) fn move_to(&mut self, place: Place) {
        self.place = place;
        let left = |stretch: &Stretch| match stretch.mode {
            Mode::Heading => stretch.place.section != place.section,
            Mode::Present => stretch.place.block != place.block,
            Mode::Sentence => stretch.place.sentence != place.sentence,
            Mode::Past | Mode::Future | Mode::Month => place.sentence > stretch.place.sentence + LASTS,
        };
        self.stretch = self.stretch.filter(|stretch| !left(stretch));
    }

    /// Where the expression stands.
    pub(super) fn place(&self) -> Place {
        self.place
    }

    /// Hears what an expression says, once it is known when that is.
    pub(super) fn hear(&mut self, stated: &Stated, clause: Clause, when: When, reference: Option<Date>) {
        let Stated::Calendar(calendar) = stated else {
            return self.leave(matches!(stated, Stated::Era(Era::Present) | Stated::Away(..)));
        };
        match calendar.year {
            Year::Full(year) => {
                if let Part::Day(month, day) = calendar.part {
                    if self.named.len() == NAMED {
                        self.named.remove(0);
                    }
                    self.named.push(Named { day: (month, day), year, sentence: self.place.sentence });
                }
                if let Some(mode) = self.mode(calendar, clause, when, reference) {
                    // A year further on in what is told frames as the one before did.
                    let opens = clause.opens || self.stretch.is_some_and(|stretch| stretch.mode == Mode::Past);
                    self.stretch = Some(Stretch { when, mode, opens, place: self.place });
                }
            }
            Year::Unstated if self.tells(when) => {
                if let Some(stretch) = self.stretch.as_mut() {
                    let heading = stretch.mode == Mode::Heading;
                    stretch.place = self.place;
                    // "The census of 1931 was taken on 3 May": from here on that is told.
                    if matches!(stretch.mode, Mode::Sentence | Mode::Month) && clause.is_told() {
                        stretch.mode = Mode::Past;
                    }
                    stretch.when = if heading && stretch.when.year() != when.year() { stretch.when } else { when };
                }
            }
            _ => self.leave(
                !matches!(calendar.part, Part::Unit(_))
                    || matches!(calendar.pointer, Some(Pointer::This | Pointer::Last | Pointer::Next)),
            ),
        }
    }

    /// Whether a heading says which year is told of.
    pub(super) fn under_heading(&self) -> bool {
        self.stretch.is_some_and(|stretch| stretch.mode == Mode::Heading)
    }

    /// Leaves a stretch; a heading is left by another one only.
    fn leave(&mut self, leaves: bool) {
        if leaves {
            self.stretch = self.stretch.filter(|stretch| stretch.mode == Mode::Heading);
        }
    }

    fn tells(&self, when: When) -> bool {
        self.stretch.is_some_and(|stretch| (0..=1).contains(&(when.year() - stretch.when.year())))
    }

    /// How a year that is stated begins a stretch, if it does.
    fn mode(&self, calendar: &Calendar, clause: Clause, when: When, reference: Option<Date>) -> Option<Mode> {
        if self.place.heading {
            // "1941-42" is told from its beginning.
            let begun = self.stretch.is_some_and(|stretch| stretch.mode == Mode::Heading && stretch.place == self.place);
            return (!begun).then_some(Mode::Heading);
        }
        let reference = reference?;
        let first = when.interval().0;
        let past = first.map_or(when.year() < reference.year(), |first| first <= reference);
        // A year told in a section says when that was, and the section goes on in its own.
        if self.stretch.is_some_and(|stretch| stretch.mode == Mode::Heading) {
            return None;
        }
        match calendar.part {
            Part::Day(..) if past && clause.says == Some(Says::Present) => Some(Mode::Present),
            Part::Day(..) | Part::Month(_) if clause.attribute => Some(Mode::Month),
            _ if clause.aside || clause.attribute => None,
            Part::Year if clause.of => Some(Mode::Sentence),
            Part::Year if !clause.placed => None,
            Part::Day(..) | Part::Month(_) | Part::Season(_) | Part::Year => match clause.tense {
                Tense::Past if past && clause.is_told() => Some(Mode::Past),
                Tense::Unknown if past && calendar.part != Part::Year => Some(Mode::Past),
                Tense::Future if !past || when.year() == reference.year() => Some(Mode::Future),
                _ => None,
            },
            _ => None,
        }
    }

    /// When a part of the calendar without its year is told to be; none where the text does not say. `near` is when it would be by the day of
    /// writing, `within` puts it in a year.
    pub(super) fn told(
        &self,
        part: Part,
        clause: Clause,
        reference: Option<Date>,
        near: Option<When>,
        within: impl Fn(i32) -> Option<When>,
    ) -> Option<When> {
        let these_days = |near: When| {
            let days = near.interval().0?.days_since_epoch() - reference?.days_since_epoch();
            Some(days.abs() <= THESE_DAYS)
        };
        let these_days = near.and_then(these_days).unwrap_or(false);
        if let (Part::Day(month, day), Some(reference)) = (part, reference)
            && let Some(named) = self.named.iter().rfind(|named| named.day == (month, day))
            && let Some(again) = within(named.year)
            && !(clause.tense == Tense::Future && again.interval().0.is_some_and(|first| first < reference))
            && (!these_days || self.place.sentence <= named.sentence + LASTS)
        {
            return Some(again);
        }
        let stretch = self.stretch?;
        let same = stretch.place.sentence == self.place.sentence;
        let month =
            |when: When| when.interval().0.filter(|_| matches!(when, When::Day(_) | When::Month(..))).map(Date::month);
        let same_month = matches!(part, Part::Day(of, _) if month(stretch.when) == Some(of));
        let fits = match stretch.mode {
            Mode::Heading => clause.tense != Tense::Future,
            Mode::Present => true,
            Mode::Month => same_month && clause.tense != Tense::Future && !these_days,
            Mode::Sentence => clause.tense != Tense::Future && !clause.said,
            Mode::Future => clause.tense == Tense::Future || same && clause.tense == Tense::Unknown,
            Mode::Past if same => {
                let year = matches!(stretch.when, When::Year(_));
                clause.tense != Tense::Future
                    && !clause.said
                    && clause.says != Some(Says::Perfect)
                    && !(year && these_days && !stretch.opens)
            }
            Mode::Past => {
                let old = reference.is_some_and(|reference| reference.year() - stretch.when.year() >= LONG_AGO);
                let framed = stretch.opens || !matches!(stretch.when, When::Year(_));
                let told = clause.is_told() || clause.opens && clause.tense == Tense::Unknown;
                told && (old || !clause.said) && framed && !these_days
            }
        };
        if !fits {
            return None;
        }
        if stretch.mode == Mode::Present {
            return self.around(stretch.when, clause, within);
        }
        let when = within(stretch.when.year())?;
        let fine = matches!(stretch.when, When::Day(_) | When::Month(..) | When::Season(..));
        let back = if same { 0 } else { BACK };
        let steps_back = match (when.interval(), stretch.when.interval().0) {
            ((Some(_), Some(end)), Some(last)) => fine && last.days_since_epoch() - end.days_since_epoch() >= back,
            _ => false,
        };
        let when = if steps_back && stretch.mode != Mode::Heading { within(stretch.when.year() + 1)? } else { when };
        // What has been told has been.
        let later = matches!((when.interval().0, reference), (Some(first), Some(reference)) if first > reference);
        (stretch.mode == Mode::Future || !later).then_some(when)
    }

    /// The one around a day that the text gives as its own.
    fn around(&self, own: When, clause: Clause, within: impl Fn(i32) -> Option<When>) -> Option<When> {
        let own = own.interval().0?;
        let years = (-1..=1).filter_map(|years| within(own.year() + years));
        let fits = |when: &When| match (when.interval().0, clause.tense) {
            (Some(first), Tense::Past) => first <= own,
            (Some(first), Tense::Future) => first >= own,
            _ => true,
        };
        years.filter(fits).min_by_key(|when| {
            when.interval().0.map_or(i32::MAX, |first| (first.days_since_epoch() - own.days_since_epoch()).abs())
        })
    }
}
