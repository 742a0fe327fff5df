//! The verb that governs an expression, and what it says of its time.
//!
//! Reads off the tags: an auxiliary, a modal or a participle with what belongs to it is one verb; clauses set in between commas
//! are stepped over. What no finite verb says, the verb above it does ("saw him leave", "hired and fired").

use super::lexicon::MODALS;
use super::reading::Reading;
use super::tense::Cue;
use crate::syntax::Tag;
use crate::text::BlockKind;

/// What a verb says of the time of its clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Says {
    /// "met", "was met", "had met".
    Past,
    /// "has met".
    Perfect,
    /// "will meet", "is to meet", "is due".
    Ahead,
    /// "meets", "is meeting", "is met".
    Present,
    /// "says".
    Report,
    /// "could not", "was due".
    Unsure,
}

/// A verb that governs an expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Governor {
    pub(super) at: usize,
    pub(super) says: Says,
}

/// How many adverbs and the like may stand inside a verb.
const INSIDE: usize = 4;

/// How many tokens a clause set in between commas has at most.
const ASIDE: usize = 16;

/// The verb that governs what stands at a token, between `first` and it; `lead` is where its prepositions begin.
pub(super) fn before(r: &Reading, first: usize, lead: usize, end: usize) -> Option<Governor> {
    let mut at = end;
    let mut bare = None;
    while at > first {
        at -= 1;
        if let Some(open) = aside_before(r, first, at, lead) {
            at = open;
            continue;
        }
        match verb(r, at) {
            Read::Says(says) => return Some(Governor { at, says }),
            // "Join us on Saturday".
            Read::Bare => bare = Some(at),
            Read::Onward | Read::NoVerb => {}
        }
    }
    let at = bare?;
    match r.tag(at.wrapping_sub(1)) {
        _ if at == r.sentence.start => Some(Governor { at, says: Says::Ahead }),
        // "Lawmakers debate the bill", taken for an infinitive.
        Tag::NounPlural => Some(Governor { at, says: Says::Present }),
        _ => None,
    }
}

/// The first verb that can carry a clause from a token on, clauses set in aside. Behind what does not open its sentence, a comma and a
/// verb of speech are not that clause's.
pub(super) fn after(r: &Reading, start: usize, end: usize, opens: bool) -> Option<Governor> {
    let mut at = start;
    let (mut set_in, mut comma) = (false, false);
    while at < end {
        comma |= r.word(at) == ",";
        if r.word(at) == "," && opens_aside(r, at + 1) {
            at = (at + 1..end).find(|&close| r.word(close) == ",")?;
        } else if r.tag(at) == Tag::Relative {
            // "the man who was held will appear": the verb after next carries the clause.
            set_in = true;
        } else if comma && !opens && matches!(Cue::of(r, at), Some(Cue::Said | Cue::Report)) {
            // "votes on Sunday, officials said".
            return None;
        } else if r.tag(at).is_finite()
            && !std::mem::take(&mut set_in)
            && let Read::Says(says) = verb(r, at)
        {
            return Some(Governor { at, says });
        }
        at += 1;
    }
    None
}

/// The verb of a sentence in which the tagger sees none: a word behind its subject that can be one ("Norway votes on Monday.").
pub(super) fn missed(r: &Reading, first: usize, lead: usize) -> Option<Governor> {
    let ends = r.sentence.end.checked_sub(1).is_some_and(|last| matches!(r.word(last), "." | "!" | "?"));
    // "Polls open Sunday", over a report.
    if r.block == BlockKind::Headline {
        let opens = |at: &usize| Cue::of(r, *at) == Some(Cue::Timetable) && r.tag(at.wrapping_sub(1)).is_nominal();
        return (first + 1..lead).rev().find(opens).map(|at| Governor { at, says: Says::Present });
    }
    if !ends || r.block != BlockKind::Paragraph {
        return None;
    }
    let subject = |at: usize| matches!(r.tag(at), Tag::Noun | Tag::NounPlural | Tag::Name | Tag::Pronoun | Tag::Conjunction);
    // "The phone ships", "Schools reopen".
    let agrees = |at: usize| match r.tag(at) {
        Tag::NounPlural => matches!(r.tag(at - 1), Tag::Noun | Tag::Name) && r.lower(at).ends_with('s'),
        Tag::Noun => r.tag(at - 1) == Tag::NounPlural,
        _ => false,
    };
    // "Moss Rovers host Lund".
    let names = |at: usize| r.tag(at - 1) == Tag::Name && r.tag(at + 1) == Tag::Name && !r.capital(at);
    let can = |at: &usize| {
        matches!(r.tag(*at), Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Adverb)
            && subject(at.wrapping_sub(1))
            && (r.can_be(*at, &[Tag::Past, Tag::Present, Tag::Third]) == Some(true) || names(*at) || agrees(*at))
    };
    let one = (first + 1..lead).rev().find(can)?;
    // "The quake struck", taken for a noun.
    Some(Governor { at: one, says: if r.can_be(one, &[Tag::Past]) == Some(true) { Says::Past } else { Says::Present } })
}

/// A verb taken for a noun between a clause set in and an expression, or behind "and": "The firm, which lost money, reports on Friday",
/// "opened in May and closes on Sunday".
pub(super) fn missed_behind(r: &Reading, left: Governor, lead: usize) -> Option<Governor> {
    let can = |at: usize| {
        matches!(r.tag(at), Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Base)
            && r.can_be(at, &[Tag::Present, Tag::Third]) == Some(true)
    };
    let present = |at: usize| Some(Governor { at, says: Says::Present });
    let last = lead.wrapping_sub(1);
    if left.at < last && can(last) && r.tag(last.wrapping_sub(1)) == Tag::Conjunction {
        return present(last);
    }
    let comma = (left.at..lead).find(|&at| r.word(at) == ",").filter(|_| is_set_in(r, left.at))?;
    if can(comma + 1) && comma + 1 < lead { present(comma + 1) } else { None }
}

/// The comma that opens a clause which a comma at a token closes: "the teachers, who struck in May, on Friday".
fn aside_before(r: &Reading, first: usize, comma: usize, lead: usize) -> Option<usize> {
    let closes = comma + 1 == lead || matches!(r.tag(comma + 1), Tag::Preposition | Tag::To);
    if r.word(comma) != "," || !closes {
        return None;
    }
    let from = first.max(comma.saturating_sub(ASIDE));
    // "the case, filed in 2019 and revised in March, on Friday".
    let opens = |open: &usize| {
        let bare = r.tag(open + 1) == Tag::PastParticiple && comma + 1 == lead;
        r.word(*open) == "," && (bare || opens_aside(r, open + 1))
    };
    let mut commas = (from..comma).rev().filter(|&open| r.word(open) == ",").take(2);
    commas.find(opens)
}

/// Whether what stands behind a comma is a clause set in.
fn opens_aside(r: &Reading, at: usize) -> bool {
    let at = if r.tag(at) == Tag::Preposition { at + 1 } else { at };
    matches!(r.tag(at), Tag::Relative | Tag::RelativeAdverb) || r.is_any(at, &["who", "which", "whose", "where"])
}

/// Whether a verb is that of a clause set in: "which fell in 2019", ", founded in 1992", "(built in 1920)".
pub(super) fn is_set_in(r: &Reading, at: usize) -> bool {
    let begin = r.sentence.start.max(at.saturating_sub(INSIDE + 2));
    let mut before = (begin..at).rev().take_while(|&at| r.word(at) != ",");
    let relative = before.any(|at| matches!(r.tag(at), Tag::Relative | Tag::RelativeAdverb) || r.word(at) == "(");
    relative || r.tag(at) == Tag::PastParticiple && r.word(past_adverbs(r, at)) == ","
}

/// Whether a participle describes the noun before it: "the tower built in 1920".
pub(super) fn is_reduced(r: &Reading, at: usize) -> bool {
    let lead = past_adverbs(r, at);
    r.tag(at) == Tag::PastParticiple && lead < at && r.tag(lead).is_nominal()
}

/// What a token says as a verb.
enum Read {
    Says(Says),
    /// No verb that carries a clause: the one before it tells.
    Onward,
    /// A base form that nothing leads.
    Bare,
    NoVerb,
}

fn verb(r: &Reading, at: usize) -> Read {
    // "It rained until Sunday".
    let lead = at.wrapping_sub(1);
    let simple = r.tag(lead) == Tag::Past && !r.is_auxiliary(lead) && Cue::of(r, lead).is_none();
    let until = simple && r.is_any(at, &["until", "till"]);
    if until {
        return Read::Says(Says::Past);
    }
    // "set off a row": no day is set.
    let settled = !r.is(at, "set") || r.is_any(at + 1, &["to", "for"]);
    // "a vote due on Friday", "open until Sunday".
    if settled && matches!(Cue::of(r, at), Some(Cue::Ahead)) && !r.tag(at).is_finite() && r.tag(at) != Tag::Base {
        return Read::Says(listed(r, at));
    }
    match r.tag(at) {
        Tag::Modal => Read::Says(modal(r, at)),
        Tag::Past if r.is_auxiliary(at) => Read::Says(was(r, at)),
        // "planned a march on Saturday".
        Tag::Past if r.is_any(at, &["planned", "scheduled", "rescheduled", "slated", "extended"]) => Read::Says(Says::Ahead),
        Tag::Past => Read::Says(Says::Past),
        Tag::Third | Tag::Present if r.is_auxiliary(at) => Read::Says(is(r, at)),
        Tag::Third | Tag::Present => match Cue::of(r, at) {
            Some(Cue::Report) => Read::Says(Says::Report),
            _ => Read::Says(Says::Present),
        },
        Tag::PastParticiple => participle(r, at),
        Tag::Base => base(r, at),
        Tag::Gerund => gerund(r, at),
        _ => Read::NoVerb,
    }
}

/// The first token before a verb that is no adverb.
fn past_adverbs(r: &Reading, at: usize) -> usize {
    let mut before = at.wrapping_sub(1);
    for _ in 0..INSIDE {
        if !matches!(r.tag(before), Tag::Adverb | Tag::Negation) {
            break;
        }
        before = before.wrapping_sub(1);
    }
    before
}

/// The first token after a verb that is no adverb.
fn next(r: &Reading, at: usize) -> usize {
    (at + 1..at + 1 + INSIDE).find(|&next| !matches!(r.tag(next), Tag::Adverb | Tag::Negation)).unwrap_or(at + 1)
}

/// "will meet", "would meet", "could meet"; "may have met", "could not be reached".
fn modal(r: &Reading, at: usize) -> Says {
    let have = (at + 1..=at + INSIDE).find(|&next| r.is(next, "have"));
    if have.is_some_and(|have| r.tag(next(r, have)) == Tag::PastParticiple)
        && !r.is_any(at, &["will", "shall", "'ll", "’ll"])
    {
        return Says::Past;
    }
    // "could not open the door", "could be found on Friday".
    let next = next(r, at);
    let able = r.tag(at + 1) == Tag::Negation || r.is(next, "be") && r.tag(self::next(r, next)) == Tag::PastParticiple;
    if able && r.is(at, "could") { Says::Unsure } else { Says::Ahead }
}

/// "was", "were", "had", "did".
fn was(r: &Reading, at: usize) -> Says {
    let next = next(r, at);
    // "was to open on Friday", "was expected on Friday": by then it may have been.
    if r.is_any(at, &["was", "were"]) && (r.tag(next) == Tag::To || matches!(Cue::of(r, next), Some(Cue::Ahead))) {
        return Says::Unsure;
    }
    Says::Past
}

/// "is", "are", "has", "have", "does".
fn is(r: &Reading, at: usize) -> Says {
    let next = next(r, at);
    let ahead = r.tag(next) == Tag::To || r.is(next, "going") || matches!(Cue::of(r, next), Some(Cue::Ahead));
    match r.tag(next) {
        _ if r.is_any(at, &["has", "have", "'ve", "’ve"]) && !ahead => Says::Perfect,
        Tag::PastParticiple if r.is_any(at, &["has", "have", "'ve", "’ve"]) => Says::Perfect,
        _ if ahead => Says::Ahead,
        _ => Says::Present,
    }
}

/// A participle or adjective that looks ahead, by its auxiliary: "had been scheduled" was to be then.
fn listed(r: &Reading, at: usize) -> Says {
    let before = past_adverbs(r, at);
    if r.is(before, "been") && r.is(past_adverbs(r, before), "had") {
        return Says::Past;
    }
    if r.is_any(before, &["was", "were"]) { was(r, before) } else { Says::Ahead }
}

/// "met" by its auxiliaries: "will be met", "has met", "was met"; alone it has been ("a man arrested on Friday").
fn participle(r: &Reading, at: usize) -> Read {
    let mut before = past_adverbs(r, at);
    let mut perfect = false;
    for _ in 0..3 {
        perfect |= r.is(before, "have");
        match r.lower(before) {
            "been" | "be" | "have" => before = past_adverbs(r, before),
            "being" => {
                let above = past_adverbs(r, before);
                if r.is_any(above, &["after", "since"]) {
                    return Read::Says(Says::Past);
                }
                before = above;
            }
            _ => break,
        }
    }
    match r.tag(before) {
        Tag::To => return Read::Says(infinitive(r, before)),
        Tag::Modal => return Read::Says(modal(r, before)),
        Tag::Past if r.is_auxiliary(before) => return Read::Says(was(r, before)),
        Tag::Third | Tag::Present if r.is_auxiliary(before) => return Read::Says(is(r, before)),
        // "start getting beaten": as what is above.
        _ if r.is_any(before, &["get", "gets", "getting", "got"]) => return Read::Onward,
        // "hired and fired": as the first of them.
        Tag::Conjunction => return Read::Onward,
        _ if perfect => return Read::Says(Says::Perfect),
        _ => {}
    }
    // "Schools reopen", taken for a participle.
    let present = r.can_be(at, &[Tag::Present]) == Some(true) && r.can_be(at, &[Tag::Past]) == Some(false);
    if present && before + 1 == at && r.tag(before) == Tag::NounPlural {
        return Read::Says(Says::Present);
    }
    Read::Says(Says::Past)
}

/// "meet" by what leads it: "will meet", "to meet", "did not meet".
fn base(r: &Reading, at: usize) -> Read {
    let before = past_adverbs(r, at);
    match r.tag(before) {
        Tag::To => Read::Says(infinitive(r, before)),
        Tag::Modal => Read::Says(modal(r, before)),
        _ if r.is(before, "did") => Read::Says(Says::Past),
        _ if r.is_any(before, &["do", "does"]) => Read::Says(Says::Present),
        _ => Read::Bare,
    }
}

/// "is meeting" and "was meeting"; "after meeting" has been.
fn gerund(r: &Reading, at: usize) -> Read {
    let before = past_adverbs(r, at);
    match r.tag(before) {
        Tag::Past if r.is_auxiliary(before) => Read::Says(Says::Past),
        Tag::Third | Tag::Present if r.is_auxiliary(before) => Read::Says(Says::Present),
        _ if r.is_any(before, &["be"]) => base(r, before),
        _ if r.is_any(before, &["after", "since"]) => Read::Says(Says::Past),
        _ if r.is_any(before, &["of", "for", "from", "over"]) => Read::Says(Says::Unsure),
        _ => Read::Onward,
    }
}

/// "to meet" by what leads to it: "plans to meet", "is to meet", "agreed to meet"; "managed to meet".
fn infinitive(r: &Reading, to: usize) -> Says {
    let lead = past_adverbs(r, to);
    if matches!(Cue::of(r, lead), Some(Cue::Ahead)) {
        return listed(r, lead);
    }
    if matches!(Cue::of(r, lead), Some(Cue::Plan)) {
        return Says::Ahead;
    }
    match r.tag(lead) {
        Tag::Third | Tag::Present => Says::Ahead,
        Tag::Past if r.is_any(lead, &["was", "were"]) => Says::Unsure,
        Tag::Past => Says::Past,
        Tag::PastParticiple | Tag::Gerund | Tag::Base => match verb(r, lead) {
            Read::Says(Says::Perfect) => Says::Past,
            Read::Says(Says::Present) => Says::Ahead,
            Read::Says(says) => says,
            _ => Says::Unsure,
        },
        // "asked him to appear", "a bid to win".
        _ => object(r, lead, to),
    }
}

/// The verb before the object of an infinitive: "ordered the firm to pay", "flew to Rome to meet".
fn object(r: &Reading, end: usize, to: usize) -> Says {
    for at in (r.sentence.start.max(end.saturating_sub(INSIDE * 2))..=end).rev() {
        if matches!(Cue::of(r, at), Some(Cue::Plan | Cue::Ahead)) {
            return Says::Ahead;
        }
        match r.tag(at) {
            Tag::Modal | Tag::Third | Tag::Present => return Says::Ahead,
            Tag::Past | Tag::PastParticiple if r.is(to + 1, "be") => return Says::Ahead,
            Tag::Past | Tag::PastParticiple => return Says::Past,
            Tag::Base if MODALS.contains(&r.lower(past_adverbs(r, at))) => return Says::Ahead,
            Tag::Punctuation => break,
            _ => {}
        }
    }
    // "Mayor to open bridge".
    if r.block == BlockKind::Headline || r.is(to + 1, "be") { Says::Ahead } else { Says::Unsure }
}
