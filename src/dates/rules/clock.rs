//! Times of the clock, with the day they are of where it stands beside them.

use super::{day, pointed};
use crate::dates::DateRule;
use crate::dates::lexicon::{DayPart, Sense};
use crate::dates::reading::Reading;
use crate::dates::stated::{Calendar, Found, Part, Stated};
use crate::dates::value::TimeOfDay;
use crate::lists::ZONES;
use crate::syntax::Tag;
use crate::text::BlockKind;

/// "10 p.m.", "10:30 a.m. EST Tuesday", "7.30pm", "14:05 GMT", "5 o'clock", "noon Thursday", "10pm tonight", "at 10:30". Not:
/// "10:30" alone (a score, a verse), "3-2", "1984".
pub(super) fn clock(r: &Reading, at: usize) -> Option<Found> {
    let (time, end) = read(r, at)?;
    let is_exact = matches!(r.sense(end - 1), Sense::Meridiem(_));
    let mut end = zone(r, end);
    let mut calendar = Calendar::of(Part::Today(0));
    let stated = if r.word(end) == "," || r.is(end, "on") { end + 1 } else { end };
    if let Some((beside, after)) = beside(r, stated) {
        calendar = beside;
        end = after;
    }
    // "10pm on Saturday night" keeps the part of the day out of the value; "8 o'clock last night" is 20:00.
    let time = match calendar.time {
        Some(TimeOfDay::Part(part)) if !is_exact => in_part(time, part),
        _ => time,
    };
    Some(Found::calendar(at..end, Calendar { time: Some(time), ..calendar }, DateRule::Clock))
}

/// "5-7pm on Friday", "from 7 to 9 p.m.", "between 6:30 and 8 p.m.": the first shares "a.m." or "p.m." with the second.
pub(super) fn clocks(r: &Reading, at: usize) -> Option<Found> {
    let (hour, minute, _) = match r.sense(at) {
        Sense::Digits(hour @ 1..=12, 1..=2) => (hour as u8, None, None),
        Sense::Number(hour @ 1..=12) => (hour, None, None),
        _ => of_figure(r.word(at)).filter(|(hour, ..)| r.sense(at) == Sense::Figure && (1..=12).contains(hour))?,
    };
    let between = r.is(at.wrapping_sub(1), "between");
    let joined = r.hyphen(at + 1) || r.is_any(at + 1, &["to", "until", "till"]) || between && r.is(at + 1, "and");
    if !joined || r.glued(at) && r.hyphen(at.wrapping_sub(1)) {
        return None;
    }
    let second = clock(r, at + 2)?;
    let Stated::Calendar(Calendar { time: Some(TimeOfDay::Clock { hour: last, .. }), .. }) = second.stated else {
        return None;
    };
    // What "p.m." stands behind, and no "17:00".
    (at + 3..=at + 4).find(|&next| matches!(r.sense(next), Sense::Meridiem(_))).filter(|&next| next < second.tokens.end)?;
    let half = |afternoon: bool| hour % 12 + if afternoon { 12 } else { 0 };
    // "11-1 p.m." begins before noon.
    let first = if last >= 12 && half(true) < last { half(true) } else { half(false) };
    let time = TimeOfDay::Clock { hour: first, minute: Some(minute.unwrap_or(0)), second: None, utc: false };
    let calendar = Calendar::of(Part::Today(0)).at(time);
    let (start, end) = (at, second.tokens.end);
    let first = Found::calendar(start..start + 1, calendar, DateRule::Clock);
    Some(Found::new(start..end, Stated::Range(Box::new(first), Box::new(second)), DateRule::Range))
}

/// "14:32", "23:10:01" where an entry of a live blog begins: alone, or with its zone or a dash behind. Not: "3:16" inside a sentence.
pub(super) fn stamp(r: &Reading, at: usize) -> Option<Found> {
    let begins = at == r.sentence.start && r.begins_block();
    if !begins || r.sense(at) != Sense::Figure || !r.word(at).contains(':') {
        return None;
    }
    let (hour, minute, second) = of_figure(r.word(at)).filter(|(hour, ..)| *hour < 24)?;
    let end = zone(r, at + 1);
    let ends = end == r.sentence.end || r.is_any(end, &["-", "–", "—", "|", ":", "•"]) && !r.glued(end);
    (ends && r.word(at).find(':') == Some(2)).then(|| {
        let time = TimeOfDay::Clock { hour, minute, second, utc: false };
        Found::calendar(at..end, Calendar::of(Part::Today(0)).at(time), DateRule::Clock)
    })
}

/// An hour of twelve as that of a part of the day.
fn in_part(time: TimeOfDay, part: DayPart) -> TimeOfDay {
    let first = match part {
        DayPart::Morning => return time,
        DayPart::Afternoon | DayPart::Evening => 1,
        DayPart::Night => 6,
    };
    match time {
        TimeOfDay::Clock { hour, minute, second, utc } if (first..12).contains(&hour) => {
            TimeOfDay::Clock { hour: hour + 12, minute, second, utc }
        }
        time => time,
    }
}

/// The day beside a time of the clock, and the token after it.
fn beside(r: &Reading, at: usize) -> Option<(Calendar, usize)> {
    if let Some(found) = day::read(r, at) {
        return Some(found);
    }
    let nth = if r.sense(at) == Sense::The { at + 1 } else { at };
    if let Some(Found { stated: Stated::Calendar(calendar), tokens, .. }) = day::nth(r, nth) {
        return Some((calendar, tokens.end));
    }
    let found = pointed::today(r, at).or_else(|| pointed::weekday(r, at)).or_else(|| pointed::time_of_day(r, at))?;
    match found.stated {
        Stated::Calendar(calendar) => Some((calendar, found.tokens.end)),
        _ => None,
    }
}

/// A time of the clock and the token after it.
fn read(r: &Reading, at: usize) -> Option<(TimeOfDay, usize)> {
    let clock = |hour, minute| TimeOfDay::Clock { hour, minute, second: None, utc: false };
    let number = |at| match r.sense(at) {
        Sense::Digits(hour @ 0..=24, 1..=2) => Some(hour as u8),
        Sense::Number(hour @ 1..=12) => Some(hour),
        _ => None,
    };
    match r.sense(at) {
        // "12 noon".
        Sense::Digits(12, 2) | Sense::Number(12) if matches!(r.sense(at + 1), Sense::Clock(_)) => return read(r, at + 1),
        Sense::Clock(hour) => return Some((clock(hour, if hour == 12 { Some(0) } else { None }), at + 1)),
        Sense::Half if r.is(at + 1, "past") => return Some((clock(number(at + 2)?, Some(30)), at + 3)),
        // "0735 GMT".
        Sense::Digits(digits @ 0..=2359, 4) if r.is_any(at + 1, &["gmt", "utc", "hours"]) && digits % 100 < 60 => {
            return Some((clock((digits / 100) as u8, Some((digits % 100) as u8)), at + 1));
        }
        _ => {}
    }
    let (hour, minute, second) = match number(at) {
        Some(hour) => (hour, None, None),
        None => of_figure(r.word(at)).filter(|_| r.sense(at) == Sense::Figure)?,
    };
    if let Sense::Meridiem(afternoon) = r.sense(at + 1)
        && (1..=12).contains(&hour)
    {
        let hour = hour % 12 + if afternoon { 12 } else { 0 };
        return Some((TimeOfDay::Clock { hour, minute: Some(minute.unwrap_or(0)), second, utc: false }, at + 2));
    }
    if r.word(at).contains('.') {
        return None;
    }
    if r.is(at + 1, "o'clock") {
        let time = clock(hour, Some(0));
        // "7 o'clock in the evening".
        return Some((if let Sense::DayPart(part) = r.sense(at + 4) { in_part(time, part) } else { time }, at + 2));
    }
    let led = is_led(r, at) || opens_entry(r, at);
    let zoned = zone(r, at + 1) > at + 1;
    (minute.is_some() && (led || zoned)).then_some((TimeOfDay::Clock { hour, minute, second, utc: false }, at + 1))
}

/// "19:40 Bridge closed": the time before the heading of an entry, or alone above one.
fn opens_entry(r: &Reading, at: usize) -> bool {
    let sentence = r.document.sentences.get(r.document.sentence_of(at));
    let block = sentence.and_then(|sentence| r.document.blocks.get(sentence.block));
    let begins = || block.is_some_and(|block| block.span.start() == r.document.span_of(at..at + 1).start());
    let kind = if r.sentence.len() > 1 { BlockKind::Headline } else { BlockKind::Byline };
    at == r.sentence.start && block.is_some_and(|block| block.kind == kind) && begins()
}

/// "at 10:30", "between 19:30 and 19:45", "from 19:50 to 20:10", "the 19:50 train", "the 19:50 to Oban".
fn is_led(r: &Reading, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let figure = |at: usize| r.sense(at) == Sense::Figure && r.word(at).contains(':');
    let departs = r.is_any(at + 1, &["train", "bus", "ferry", "sailing", "flight", "service", "departure", "showing"])
        || r.is_any(at + 1, &["to", "from"]) && r.capital(at + 2);
    r.is_any(before, &["at", "until", "by", "around", "from", "after", "before", "about"])
        || r.is(before, "between") && figure(at + 2)
        || r.is_any(before, &["and", "to"])
            && figure(at.wrapping_sub(2))
            && r.is_any(at.wrapping_sub(3), &["between", "from"])
        || r.sense(before) == Sense::The && departs
}

/// "10:30", "09:33:00"; "10.30", which is a time only where "am" or "pm" follows.
fn of_figure(word: &str) -> Option<(u8, Option<u8>, Option<u8>)> {
    let mut fields = word.split([':', '.']);
    let (hour, minute, second) = (fields.next()?, fields.next()?, fields.next());
    if fields.next().is_some() || hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    let hour = hour.parse().ok().filter(|h: &u8| *h <= 24)?;
    let minute = minute.parse().ok().filter(|m: &u8| *m < 60)?;
    let second = match second {
        Some(second) => Some(second.parse().ok().filter(|s: &u8| *s < 60 && second.len() == 2)?),
        None => None,
    };
    Some((hour, Some(minute), second))
}

/// Past the name of a zone, where one stands: "GMT", "local time", "Eastern", "Eastern Daylight Time", "Oslo time".
fn zone(r: &Reading, at: usize) -> usize {
    if !r.capital(at) {
        return if r.is(at, "local") && r.is(at + 1, "time") { at + 2 } else { at };
    }
    if ZONES.contains(r.lower(at)) {
        let next = if r.is_any(at + 1, &["standard", "daylight", "summer", "mean"]) { at + 2 } else { at + 1 };
        return if r.is(next, "time") { next + 1 } else { at + 1 };
    }
    let end = if r.is(at + 1, "time") { at + 2 } else { at + 3 };
    let named = r.tag(at) == Tag::Name
        && matches!(r.sense(at), Sense::Other | Sense::HolidayName)
        && r.is(end - 1, "time")
        && r.capital(end - 2);
    if named { end } else { at }
}
