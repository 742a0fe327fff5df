//! On which day a holiday falls.

use super::calendar::Date;
use super::lexicon::Holiday;
use super::stated::Spot;

impl Holiday {
    /// Its month and day, where it has the same ones every year.
    pub(super) fn fixed(self) -> Option<(u8, u8)> {
        Some(match self {
            Holiday::NewYearsDay => (1, 1),
            Holiday::NewYearsEve => (12, 31),
            Holiday::ValentinesDay => (2, 14),
            Holiday::SaintPatricksDay => (3, 17),
            Holiday::MayDay => (5, 1),
            Holiday::Juneteenth => (6, 19),
            Holiday::IndependenceDay => (7, 4),
            Holiday::Halloween => (10, 31),
            Holiday::VeteransDay | Holiday::ArmisticeDay => (11, 11),
            Holiday::ChristmasEve => (12, 24),
            Holiday::Christmas => (12, 25),
            Holiday::BoxingDay => (12, 26),
            _ => return None,
        })
    }

    /// Its day in a year; where countries differ, as in the United States.
    pub(super) fn in_year(self, year: i32) -> Option<Date> {
        if let Some((month, day)) = self.fixed() {
            return Date::new(year, month, day);
        }
        match self {
            Holiday::MartinLutherKingDay => Date::new(year, 1, 15)?.on_or_after(1),
            Holiday::PresidentsDay => Date::new(year, 2, 15)?.on_or_after(1),
            Holiday::GoodFriday => easter(year)?.plus_days(-2),
            Holiday::EasterMonday => easter(year)?.plus_days(1),
            Holiday::MothersDay => Date::new(year, 5, 8)?.on_or_after(7),
            Holiday::MemorialDay => Date::new(year, 5, 25)?.on_or_after(1),
            Holiday::LaborDay => Date::new(year, 9, 1)?.on_or_after(1),
            Holiday::ColumbusDay => Date::new(year, 10, 8)?.on_or_after(1),
            Holiday::ElectionDay => Date::new(year, 11, 2)?.on_or_after(2),
            Holiday::Thanksgiving => Date::new(year, 11, 22)?.on_or_after(4),
            _ => easter(year),
        }
    }
}

impl Spot {
    /// Its day in a year.
    pub(super) fn in_year(self, year: i32) -> Option<Date> {
        match self {
            Spot::Day(month, day) => Date::new(year, month, day),
            Spot::Holiday(holiday) => holiday.in_year(year),
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}
