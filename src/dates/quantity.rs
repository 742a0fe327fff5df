//! How many: the numbers in front of units, in figures and in words.

use super::lexicon::Sense;
use super::reading::Reading;

/// How many of something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Quantity {
    /// In tenths, so that "two and a half" is 25.
    Tenths(u32),
    /// "several".
    Some,
}

impl Quantity {
    pub(super) fn whole(count: u32) -> Quantity {
        Quantity::Tenths(count.saturating_mul(10))
    }
}

/// Reads a quantity at a token: it and the token after it. "a" and "an" count as one; "the" is no quantity.
///
/// Not: a number with a sign of money or percent beside it.
pub(super) fn read(r: &Reading, at: usize) -> Option<(Quantity, usize)> {
    if r.is_any(at.wrapping_sub(1), &["$", "£", "€", "¥", "#"]) {
        return None;
    }
    match r.sense(at) {
        Sense::Article => match r.sense(at + 1) {
            Sense::Vague if r.is(at + 1, "couple") => {
                Some((Quantity::whole(2), if r.is(at + 2, "of") { at + 3 } else { at + 2 }))
            }
            Sense::Vague if r.is(at + 1, "few") => Some((Quantity::Some, at + 2)),
            Sense::Multiplier(n) => Some((Quantity::whole(n.into()), at + 2)),
            Sense::Half => Some((Quantity::Tenths(5), at + 2)),
            _ if r.is(at + 1, "number") && r.is(at + 2, "of") => Some((Quantity::Some, at + 3)),
            _ => Some((Quantity::whole(1), at + 1)),
        },
        // "the third in as many months": as many as were said.
        Sense::Vague if r.is(at, "couple") || r.is(at, "many") && r.is(at.wrapping_sub(1), "as") => None,
        Sense::Vague => Some((Quantity::Some, at + 1)),
        Sense::Half => match r.sense(at + 1) {
            Sense::Article => Some((Quantity::Tenths(5), at + 2)),
            _ if r.hyphen(at + 1) => Some((Quantity::Tenths(5), at + 2)),
            _ => None,
        },
        Sense::Digits(value, _) => and_a_half(r, value, at + 1),
        Sense::Figure => figure(r.word(at)).map(|quantity| (quantity, at + 1)),
        _ => {
            let (value, next) = in_words(r, at)?;
            and_a_half(r, value, next)
        }
    }
}

/// "two and a half".
fn and_a_half(r: &Reading, value: u32, next: usize) -> Option<(Quantity, usize)> {
    let half = r.is(next, "and") && r.sense(next + 1) == Sense::Article && r.sense(next + 2) == Sense::Half;
    let tenths = value.checked_mul(10)?;
    Some(if half { (Quantity::Tenths(tenths.checked_add(5)?), next + 3) } else { (Quantity::Tenths(tenths), next) })
}

/// "1,000" and "1.5".
fn figure(word: &str) -> Option<Quantity> {
    if let Some((whole, tenth)) = word.split_once('.') {
        let (whole, tenth): (u32, u32) = (whole.parse().ok()?, tenth.parse().ok().filter(|t| *t < 10)?);
        return Some(Quantity::Tenths(whole.checked_mul(10)?.checked_add(tenth)?));
    }
    let (head, tail) = word.split_once(',')?;
    let thousands =
        (head.len() <= 3 && tail.len() == 3).then(|| Some((head.parse::<u32>().ok()?, tail.parse::<u32>().ok()?)))?;
    thousands.map(|(head, tail)| Quantity::whole(head * 1000 + tail))
}

/// A whole number in words, up to 9999 ("twenty-four", "three hundred and sixty-five"): it and the token after it.
pub(super) fn in_words(r: &Reading, at: usize) -> Option<(u32, usize)> {
    let (mut value, mut next) = below_hundred(r, at)?;
    for _ in 0..2 {
        let Sense::Multiplier(times) = r.sense(r.past_hyphen(next)) else { break };
        value *= u32::from(times);
        next = r.past_hyphen(next) + 1;
        let rest = if r.is(next, "and") { next + 1 } else { next };
        if times >= 100
            && let Some((more, end)) = below_hundred(r, rest)
        {
            value += more;
            next = end;
        }
    }
    (value <= 9999).then_some((value, next))
}

/// "one" to "ninety-nine".
pub(super) fn below_hundred(r: &Reading, at: usize) -> Option<(u32, usize)> {
    match r.sense(at) {
        Sense::Number(value) => Some((value.into(), at + 1)),
        Sense::Tens(tens) => match r.sense(r.past_hyphen(at + 1)) {
            Sense::Number(value) if value < 10 => Some((u32::from(tens) + u32::from(value), r.past_hyphen(at + 1) + 1)),
            _ => Some((tens.into(), at + 1)),
        },
        _ => None,
    }
}
