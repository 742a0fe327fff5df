//! On which day a holiday falls: by its day of the year, its weekday in a month, its distance from Easter, or the Hebrew calendar.
//!
//! Feasts that the sight of the moon decides (Eid) or whose calendar needs tables (the Lunar New Year, Diwali) are not known here.

use super::calendar::Date;
use super::hebrew;
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
            Holiday::GroundhogDay => (2, 2),
            Holiday::Epiphany => (1, 6),
            Holiday::BurnsNight => (1, 25),
            Holiday::AustraliaDay => (1, 26),
            Holiday::HolocaustRemembranceDay => (1, 27),
            Holiday::WaitangiDay => (2, 6),
            Holiday::SaintDavidsDay => (3, 1),
            Holiday::WomensDay => (3, 8),
            Holiday::AprilFoolsDay => (4, 1),
            Holiday::EarthDay => (4, 22),
            Holiday::SaintGeorgesDay => (4, 23),
            Holiday::AnzacDay => (4, 25),
            Holiday::KingsDay => (4, 27),
            Holiday::CincoDeMayo => (5, 5),
            Holiday::VeDay => (5, 8),
            Holiday::FlagDay => (6, 14),
            Holiday::CanadaDay => (7, 1),
            Holiday::BastilleDay => (7, 14),
            Holiday::Assumption => (8, 15),
            Holiday::AllSaintsDay => (11, 1),
            Holiday::AllSoulsDay => (11, 2),
            Holiday::BonfireNight => (11, 5),
            Holiday::RemembranceDay => (11, 11),
            Holiday::SaintAndrewsDay => (11, 30),
            Holiday::SaintStephensDay => (12, 26),
            Holiday::OrthodoxChristmas => (1, 7),
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
            Holiday::ShroveTuesday => easter(year)?.plus_days(-47),
            Holiday::AshWednesday => easter(year)?.plus_days(-46),
            Holiday::MotheringSunday => easter(year)?.plus_days(-21),
            Holiday::PalmSunday => easter(year)?.plus_days(-7),
            Holiday::MaundyThursday => easter(year)?.plus_days(-3),
            Holiday::HolySaturday => easter(year)?.plus_days(-1),
            Holiday::AscensionDay => easter(year)?.plus_days(39),
            Holiday::Pentecost => easter(year)?.plus_days(49),
            Holiday::WhitMonday => easter(year)?.plus_days(50),
            Holiday::CorpusChristi => easter(year)?.plus_days(60),
            Holiday::FathersDay => Date::new(year, 6, 15)?.on_or_after(7),
            Holiday::VictoriaDay => Date::new(year, 5, 18)?.on_or_after(1),
            Holiday::IndigenousPeoplesDay => Date::new(year, 10, 8)?.on_or_after(1),
            Holiday::RemembranceSunday => Date::new(year, 11, 8)?.on_or_after(7),
            Holiday::BlackFriday => Date::new(year, 11, 22)?.on_or_after(4)?.plus_days(1),
            Holiday::CyberMonday => Date::new(year, 11, 22)?.on_or_after(4)?.plus_days(4),
            Holiday::GivingTuesday => Date::new(year, 11, 22)?.on_or_after(4)?.plus_days(5),
            Holiday::OrthodoxEaster => orthodox_easter(year),
            Holiday::Passover => hebrew::passover(year),
            Holiday::Purim => hebrew::passover(year)?.plus_days(-30),
            Holiday::Shavuot => hebrew::passover(year)?.plus_days(50),
            Holiday::RoshHashanah => hebrew::new_year(year),
            Holiday::YomKippur => hebrew::new_year(year)?.plus_days(9),
            Holiday::Sukkot => hebrew::new_year(year)?.plus_days(14),
            Holiday::Hanukkah => hebrew::hanukkah(year),
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

/// Easter Sunday of the Julian calendar (Meeus), by its day of the Gregorian one.
fn orthodox_easter(year: i32) -> Option<Date> {
    let d = (19 * (year % 19) + 15) % 30;
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    let (month, day) = ((d + e + 114) / 31, (d + e + 114) % 31 + 1);
    let behind = year / 100 - year / 400 - 2;
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?.plus_days(behind)
}

#[cfg(test)]
mod tests {
    use super::Holiday;

    /// As published for these years.
    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn feasts_are_where_they_were_kept() {
        let kept = [
            (Holiday::OrthodoxEaster, 2021, "2021-05-02"),
            (Holiday::OrthodoxEaster, 2024, "2024-05-05"),
            (Holiday::OrthodoxEaster, 2025, "2025-04-20"),
            (Holiday::AshWednesday, 2024, "2024-02-14"),
            (Holiday::Pentecost, 2023, "2023-05-28"),
            (Holiday::VictoriaDay, 2024, "2024-05-20"),
            (Holiday::RemembranceSunday, 2023, "2023-11-12"),
            (Holiday::CyberMonday, 2024, "2024-12-02"),
            (Holiday::YomKippur, 2023, "2023-09-25"),
            (Holiday::Purim, 2024, "2024-03-24"),
            (Holiday::Shavuot, 2024, "2024-06-12"),
            (Holiday::MotheringSunday, 2024, "2024-03-10"),
        ];
        for (holiday, year, day) in kept {
            assert_eq!(holiday.in_year(year).map(|day| day.to_string()).as_deref(), Some(day), "{holiday:?}");
        }
    }
}
