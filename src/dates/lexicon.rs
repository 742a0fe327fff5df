//! What a word can say about time: one look-up a token, so that rules see senses and not spellings.
//!
//! A sense is what a word says where it does speak of time; whether it does ("may", "march", "second") is the rules' affair.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a token is not empty, and text is cut where a character was found to begin"
)]

use super::Modifier;
use crate::lists::TIME_WORDS;
use crate::text::{Case, Document, Token, TokenKind};

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// A season of the northern year, as news uses the words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

/// A part of the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// Past, present or future as such.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Era {
    Past,
    Present,
    Future,
}

/// How a word points at a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Pointer {
    /// "this week".
    This,
    /// "the current week".
    Current,
    /// "last week".
    Last,
    /// "the past week": the stretch up to now, not the calendar's week.
    Past,
    /// "next week".
    Next,
    /// "the coming week".
    Coming,
    /// "in recent weeks".
    Recent,
    /// "the previous week": before a date in the text.
    Previous,
    /// "the following week": after a date in the text.
    Following,
    /// "that week": one just spoken of.
    That,
    /// "the same week".
    Same,
    /// "the latest quarter".
    Latest,
}

/// Which way a length is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Direction {
    /// Back from the day of writing.
    Ago,
    /// Back from a date in the text.
    Earlier,
    /// On from a date in the text.
    Later,
    /// Back from what follows.
    Before,
    /// On from what follows.
    After,
    /// On from the day of writing.
    Hence,
}

/// A day that has a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Holiday {
    NewYearsDay,
    NewYearsEve,
    MartinLutherKingDay,
    ValentinesDay,
    PresidentsDay,
    SaintPatricksDay,
    GoodFriday,
    Easter,
    EasterMonday,
    MayDay,
    MothersDay,
    MemorialDay,
    Juneteenth,
    IndependenceDay,
    LaborDay,
    ColumbusDay,
    Halloween,
    ElectionDay,
    VeteransDay,
    ArmisticeDay,
    Thanksgiving,
    ChristmasEve,
    Christmas,
    BoxingDay,
    GroundhogDay,
    Epiphany,
    BurnsNight,
    AustraliaDay,
    HolocaustRemembranceDay,
    WaitangiDay,
    SaintDavidsDay,
    WomensDay,
    AprilFoolsDay,
    EarthDay,
    SaintGeorgesDay,
    AnzacDay,
    KingsDay,
    CincoDeMayo,
    VeDay,
    FlagDay,
    CanadaDay,
    BastilleDay,
    Assumption,
    AllSaintsDay,
    AllSoulsDay,
    BonfireNight,
    RemembranceDay,
    SaintAndrewsDay,
    SaintStephensDay,
    ShroveTuesday,
    AshWednesday,
    MotheringSunday,
    PalmSunday,
    MaundyThursday,
    HolySaturday,
    AscensionDay,
    Pentecost,
    WhitMonday,
    CorpusChristi,
    FathersDay,
    VictoriaDay,
    IndigenousPeoplesDay,
    RemembranceSunday,
    BlackFriday,
    CyberMonday,
    GivingTuesday,
    Passover,
    Purim,
    Shavuot,
    RoshHashanah,
    YomKippur,
    Sukkot,
    Hanukkah,
    OrthodoxEaster,
    OrthodoxChristmas,
}

/// What a token can say about time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sense {
    /// Nothing.
    Other,
    /// Digits alone: their number and how many they are ("05" is 5, two digits).
    Digits(u32, u8),
    /// A number with more in it than digits: "1.5", "10:30", "2021-09-03", "1/2/2022".
    Figure,
    /// "one" to "nineteen".
    Number(u8),
    /// "twenty" to "ninety".
    Tens(u8),
    /// "dozen", "hundred", "thousand".
    Multiplier(u16),
    /// "first", "21st".
    Ordinal(u8),
    /// "several", "few".
    Vague,
    /// "final": the last of what follows.
    Final,
    Half,
    /// "a", "an".
    Article,
    The,
    Month(u8),
    /// Monday is 1.
    Weekday(u8),
    Weekdays(u8),
    /// "Mon", "Sat": a weekday only before a day.
    ShortWeekday(u8),
    Unit(Unit),
    Units(Unit),
    Weekend,
    Weekends,
    /// "the nineties" is 90, "the 1990s" 1990.
    Decade(u16),
    Season(Season),
    Seasons(Season),
    DayPart(DayPart),
    DayParts(DayPart),
    /// "noon" is 12, "midnight" 24.
    Clock(u8),
    /// Whether it is after noon.
    Meridiem(bool),
    /// Days from the day of writing.
    Day(i8),
    Tonight,
    Pointer(Pointer),
    These,
    Direction(Direction),
    Edge(Modifier),
    Every,
    /// "per", before the unit of a rate.
    Per,
    Recurring(u8, Unit),
    Era(Era),
    Holiday(Holiday),
    /// "Q3".
    Quarter(u8),
    /// "H1".
    HalfYear(u8),
    /// The first word of a holiday of several ("Labor Day").
    HolidayName,
}

/// Verbs before another that tell of what may be or is to come.
pub(super) const MODALS: [&str; 11] =
    ["will", "'ll", "’ll", "would", "shall", "should", "may", "might", "can", "could", "must"];

/// Words that say whose something is.
pub(super) const POSSESSIVES: [&str; 7] = ["my", "your", "his", "her", "its", "our", "their"];

impl Sense {
    /// The sense of each token.
    pub(super) fn of_all(document: &Document) -> Vec<Sense> {
        let lower = &document.lower;
        let listed: Vec<Sense> = lower.words().map(|word| TIME_WORDS.get(word).copied().unwrap_or(Sense::Other)).collect();
        let of = |(at, token): (usize, &Token)| match token.kind {
            TokenKind::Number => of_number(document.word(at).trim_start_matches(['\'', '’', '‘'])),
            TokenKind::Word | TokenKind::Punctuation | TokenKind::Mark => {
                of_word(&lower[at], listed[lower.number(at)], token.case)
            }
            TokenKind::Address | TokenKind::Handle | TokenKind::Hashtag => Sense::Other,
        };
        document.tokens.iter().enumerate().map(of).collect()
    }
}

fn of_word(lower: &str, listed: Sense, case: Case) -> Sense {
    if lower.starts_with(['\'', '’', '‘']) {
        return of_number(lower.trim_start_matches(['\'', '’', '‘']));
    }
    // "FY2022".
    if let Some(year) = lower.strip_prefix("fy").filter(|year| matches!(year.len(), 2 | 4) && case == Case::Upper) {
        return match of_number(year) {
            Sense::Digits(year, 2) => Sense::Digits(2000 + year, 4),
            year => year,
        };
    }
    match listed {
        // "may", "march", "dec", "sat." are the calendar's only with a capital.
        Sense::Month(_) | Sense::Weekday(_) | Sense::ShortWeekday(_) | Sense::Weekdays(_) | Sense::Holiday(_)
            if !matches!(case, Case::Title | Case::Upper) =>
        {
            Sense::Other
        }
        // "PAST", "NOW" in a headline are words; "MAY" and "MON" are not to be trusted without more, and rules ask for it.
        sense => sense,
    }
}

fn of_number(word: &str) -> Sense {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return Sense::Other;
    }
    let value = if digits <= 9 { word[..digits].parse().unwrap_or(0) } else { return Sense::Other };
    match &word[digits..] {
        "" => Sense::Digits(value, digits as u8),
        // "1H 2024", "2Q 2024".
        "H" if matches!(value, 1..=2) && digits == 1 => Sense::HalfYear(value as u8),
        "Q" if matches!(value, 1..=4) && digits == 1 => Sense::Quarter(value as u8),
        "st" | "nd" | "rd" | "th" if value > 0 && value <= 255 => Sense::Ordinal(value as u8),
        "s" | "'s" | "’s" if value % 10 == 0 && (digits == 2 || digits == 3 || digits == 4 && value >= 1000) => {
            Sense::Decade(value as u16)
        }
        _ => Sense::Figure,
    }
}

#[cfg(test)]
mod tests {
    use super::Sense;
    use crate::lists;

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn months_are_those_of_all_stages() {
        let listed = include_str!("time_words.txt").lines().filter_map(|line| line.split_once('\t'));
        let months: Vec<&str> =
            listed.filter(|(_, sense)| sense.starts_with("Sense::Month(")).map(|(word, _)| word).collect();
        assert!(months.len() > 12);
        assert!(months.iter().all(|month| lists::MONTHS.contains(month)));
        let all = include_str!("../text/months.txt").lines().filter(|line| !line.starts_with('#'));
        assert!(all.into_iter().all(|month| matches!(lists::TIME_WORDS.get(month), Some(Sense::Month(_)))));
    }
}
