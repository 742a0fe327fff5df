//! Seasons.

use super::day;
use crate::dates::DateRule;
use crate::dates::lexicon::{Season, Sense};
use crate::dates::reading::Reading;
use crate::dates::stated::{Calendar, Found, Part, Year};
use crate::lists::SESSIONS;
use crate::syntax::Tag;

/// "the summer of 1989", "summer 2020", "in the spring", "by autumn". Not: "the fall of Rome", "Spring Hill", "prices fall".
pub(super) fn season(r: &Reading, at: usize) -> Option<Found> {
    // "2018 winter".
    if let (Sense::Digits(year @ 1900..=2100, 4), Sense::Season(season)) = (r.sense(at), r.sense(at + 1))
        && !r.capital(at + 1)
    {
        let calendar = Calendar::of(Part::Season(season)).in_year(Year::Full(year as i32));
        return Some(Found::calendar(at..at + 2, calendar, DateRule::Season));
    }
    let Sense::Season(season) = r.sense(at) else { return None };
    let (year, end) = day::year_after(r, at + 1);
    // "Prices may fall next year": a verb, where nothing before it says otherwise.
    let verb = r.is_any(at, &["fall", "spring"])
        && matches!(r.sense(at + 1), Sense::Pointer(_))
        && !(r.sense(at.wrapping_sub(1)) == Sense::The || r.is_any(at.wrapping_sub(1), &["in", "by", "since", "until"]));
    if year != Year::Unstated && !verb {
        return Some(Found::calendar(at..end, Calendar::of(Part::Season(season)).in_year(year), DateRule::Season));
    }
    let article = r.sense(at.wrapping_sub(1)) == Sense::The;
    let lead = at.wrapping_sub(if article { 2 } else { 1 });
    let led = r.is_any(
        lead,
        &["in", "by", "since", "during", "until", "till", "through", "throughout", "over", "for", "this", "into"],
    ) || matches!(r.sense(lead), Sense::Edge(_));
    let name =
        r.capital(at + 1) || r.is(at + 1, "of") || (r.capital(at) && at != r.sentence.start && season != Season::Summer);
    // "in fall" is as likely a fall in something.
    let plain = article || !r.is(at, "fall");
    // "spent the winter in Oslo": with the article and no noun after it, a season is the season; a spring may be a coil.
    let noun = article
        && !matches!(season, Season::Fall | Season::Spring)
        && (!r.word(at + 1).starts_with(char::is_alphanumeric)
            || r.is_any(at + 1, &["and", "in", "at", "with", "before", "after", "when", "as", "for", "there"]));
    // "in the spring and summer", "summer and autumn of 2021".
    let listed = r.is_any(at.wrapping_sub(1), &["and", "or"])
        && matches!(r.sense(at.wrapping_sub(2)), Sense::Season(_))
        && (r.sense(at.wrapping_sub(3)) == Sense::The || r.is(at.wrapping_sub(3), "in"))
        && !r.word(at + 1).starts_with(char::is_alphanumeric);
    // "the spring session": what is held or happens in a season.
    let session = (article || r.tag(at.wrapping_sub(1)) == Tag::Possessive || r.possessive(at.wrapping_sub(1)))
        && SESSIONS.contains(r.lower(at + 1));
    let led = led || noun || listed || session;
    let plain = plain || listed || session;
    (led && plain && !name && !r.hyphen(at + 1))
        .then(|| Found::calendar(at..at + 1, Calendar::of(Part::Season(season)), DateRule::Season))
}
