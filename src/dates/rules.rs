//! The rules, in order: each looks at one place in a sentence and says what time is stated there, if any.
//!
//! Of the rules that match at a place, the one that reaches furthest wins, the first of the list where they reach equally
//! far. A rule looks at a bounded number of tokens, so all of them together are linear in the text. Rules say only what
//! stands there: year and anchor are the resolver's.

mod away;
mod clock;
pub(super) mod day;
mod duration;
mod era;
mod holiday;
pub(super) mod numeric;
mod pointed;
pub(super) mod quarter;
mod season;
mod set;
mod stretch;
mod year;

use super::lexicon::Sense;
use super::reading::Reading;
use super::stated::Found;

type Rule = fn(&Reading, usize) -> Option<Found>;

/// All rules, in order.
const RULES: [Rule; 36] = [
    numeric::iso,
    numeric::slashed,
    numeric::school_year,
    clock::clock,
    clock::clocks,
    clock::stamp,
    day::day,
    day::days,
    day::month,
    day::nth,
    day::of_month,
    day::weekday_number,
    stretch::stretch,
    pointed::time_of_day,
    pointed::pointed,
    pointed::possessive,
    pointed::definite,
    pointed::year_end,
    pointed::before_last,
    pointed::part_of_day,
    pointed::today,
    pointed::weekday,
    quarter::quarter,
    holiday::holiday,
    season::season,
    away::away,
    away::hyphenated,
    away::anchored,
    away::weekday_week,
    away::weekday_away,
    era::era,
    set::set,
    duration::duration,
    year::decade,
    year::century,
    year::year,
];

/// The expressions of a sentence, in text order, without overlaps.
pub(super) fn find(r: &Reading, found: &mut Vec<Found>) {
    let mut at = r.sentence.start;
    while at < r.sentence.end {
        let longest = match r.sense(at) {
            Sense::Other => None,
            // "all", "black", "king": mostly no names of days.
            Sense::HolidayName if !r.capital(at) => None,
            Sense::The | Sense::Article if !is_about_time(r, at + 1) => None,
            _ => RULES.iter().filter_map(|rule| rule(r, at)).reduce(|a, b| if b.tokens.end > a.tokens.end { b } else { a }),
        };
        match longest {
            Some(one) => {
                at = one.tokens.end.max(at + 1);
                found.push(one);
            }
            None => at += 1,
        }
    }
}

/// How far behind an article a word stands that makes an expression of time of it: "the last two full fiscal years".
const BEHIND: usize = 6;

/// Whether any of the next words can speak of time. Of most articles none does, and no rule need look at them.
fn is_about_time(r: &Reading, from: usize) -> bool {
    (from..from + BEHIND).any(|at| !matches!(r.sense(at), Sense::Other | Sense::The | Sense::Article | Sense::HolidayName))
}
