//! On which side of now a clause lies: what decides whether "Friday" has been or is to come.
//!
//! The words right before an expression may say so ("since", "ahead of"); else the verb that governs it does ([`verb`](super::verb)).
//! Where neither does, nothing is said: what is nearest is then the resolver's choice.

use super::lexicon::Sense;
use super::reading::Reading;
use super::verb::{self, Governor, Says};
use crate::lists::TENSE_WORDS;
use crate::syntax::Tag;
use crate::text::BlockKind;
use std::ops::Range;

/// What the verbs about an expression say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tense {
    Past,
    Future,
    Unknown,
}

/// What a listed word tells of the time of what stands by it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cue {
    /// "due", "scheduled", "until": what follows is to come.
    Ahead,
    /// "agreed to": an infinitive behind it is to come.
    Plan,
    /// "says": in the present it tells of what has been.
    Report,
    /// "said": behind a clause it tells nothing of it.
    Said,
    /// "follows": what follows has been.
    Follow,
    /// "opens": on the calendar, in headlines too.
    Timetable,
    /// "derby": a thing on the calendar, of which "will be" tells when it is.
    Event,
}

impl Cue {
    /// What a word is listed as.
    pub(super) fn of(r: &Reading, token: usize) -> Option<Cue> {
        let word = r.lower(token);
        if word.len() <= LONGEST { TENSE_WORDS.get(word).copied() } else { None }
    }
}

/// What the clause about an expression says of its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Clause {
    pub(super) tense: Tense,
    /// Whether the verb stands right before the expression, so that no other can be meant ("met on July 4").
    pub(super) beside: bool,
    /// Whether the expression opens its sentence, so that the story is told from there on ("In 1941 ...").
    pub(super) opens: bool,
    /// What the verb says, where there is one.
    pub(super) says: Option<Says>,
    /// Whether the verb is one of saying: "said in May".
    pub(super) said: bool,
    /// Whether the expression stands in a clause set in: "founded in 1992", "which fell in 2019".
    pub(super) aside: bool,
    /// Whether the expression stands before its noun: "the 2019 treaty".
    pub(super) attribute: bool,
    /// Whether "in" or its like leads the expression.
    pub(super) placed: bool,
    /// Whether "of" leads the expression: "the census of 1931".
    pub(super) of: bool,
}

/// How many tokens may stand between a verb and the expression right after it.
const BESIDE: usize = 3;

/// How many tokens may stand between a verb in the present and a day that it puts on the calendar.
const NEAR: usize = 8;

/// How many tokens may stand before an expression that opens its sentence.
const OPENING: usize = 3;

/// How far verbs are looked for, in tokens, before and after.
const WINDOW: (usize, usize) = (24, 16);

/// The longest word of the list, in bytes.
const LONGEST: usize = 12;

impl Clause {
    /// Of what is still to come, whatever its verb.
    pub(super) const AHEAD: Clause = Clause { tense: Tense::Future, beside: true, ..Clause::NOTHING };

    /// Of what has been.
    pub(super) const BEHIND: Clause = Clause { tense: Tense::Past, ..Clause::AHEAD };

    /// Of which nothing is known.
    const NOTHING: Clause = Clause {
        tense: Tense::Unknown,
        beside: false,
        opens: false,
        says: None,
        said: false,
        aside: false,
        attribute: false,
        placed: false,
        of: false,
    };

    /// Whether the verb is a simple past, which stories are told in: no perfect, no present.
    pub(super) fn is_told(&self) -> bool {
        self.tense == Tense::Past && self.says == Some(Says::Past)
    }

    /// The clause about some tokens.
    pub(super) fn about(r: &Reading, tokens: &Range<usize>) -> Clause {
        let stretch = stretch(r, tokens);
        let one = tokens.start.wrapping_sub(1);
        let about = Clause {
            opens: tokens.start - stretch.start <= OPENING,
            attribute: r.possessive(tokens.end) || is_attribute(r, tokens),
            placed: r.is_any(one, &["in", "during", "on", "by"]) || matches!(r.sense(tokens.start), Sense::Edge(_)),
            of: r.is(one, "of"),
            ..Clause::NOTHING
        };
        if is_ahead(r, tokens.start) {
            return Clause { tense: Tense::Future, beside: true, ..about };
        }
        if r.is(one, "since") || r.is(one, "of") && r.is(one.wrapping_sub(1), "as") {
            return Clause { tense: Tense::Past, ..about };
        }
        let Some(governor) = governor(r, tokens, &stretch, about.opens) else {
            // "Replies by Friday".
            return Clause { tense: if r.is(one, "by") { Tense::Future } else { Tense::Unknown }, ..about };
        };
        let leads = governor.at < tokens.start;
        let tense = tense_of(r, governor, tokens, leads);
        Clause {
            tense: if about.attribute { of_attribute(r, tense, governor, tokens) } else { tense },
            says: Some(governor.says),
            said: matches!(Cue::of(r, governor.at), Some(Cue::Said | Cue::Report)),
            aside: leads && is_aside(r, governor, tokens.end),
            // The present perfect takes no day of the past beside it: "has set Nov. 10".
            beside: leads && tokens.start - governor.at <= BESIDE + 1 && governor.says != Says::Perfect,
            ..about
        }
    }
}

/// The clause about some tokens, as far as verbs are looked for: a semicolon ends one as a full stop does.
fn stretch(r: &Reading, tokens: &Range<usize>) -> Range<usize> {
    let first = r.sentence.start.max(tokens.start.saturating_sub(WINDOW.0));
    let semicolon = (first..tokens.start).rev().find(|&at| r.word(at) == ";");
    let last = r.sentence.end.min(tokens.end + WINDOW.1);
    let last = (tokens.end..last).find(|&at| r.word(at) == ";").unwrap_or(last);
    semicolon.map_or(r.sentence.start, |semicolon| semicolon + 1)..last
}

/// The verb that governs some tokens: the one before them, or that of the clause which they open.
fn governor(r: &Reading, tokens: &Range<usize>, stretch: &Range<usize>, opens: bool) -> Option<Governor> {
    let first = stretch.start.max(tokens.start.saturating_sub(WINDOW.0));
    // The words between the verb and the expression: "on", "by", "the night of".
    let lead = lead(r, tokens.start);
    let left = verb::before(r, first, lead, tokens.start);
    // "Until Thursday they had not met": the clause tells.
    let left = left.filter(|left| !(left.at < stretch.start + 2 && r.is(left.at, "until")));
    let left = left.map(|left| verb::missed_behind(r, left, lead).unwrap_or(left));
    let own = left.is_none_or(|left| {
        left.says == Says::Unsure || begins_clause(r, lead, tokens.end) || reports(r, left, lead, tokens.end)
    });
    let right = if own { verb::after(r, tokens.end, stretch.end, opens) } else { None };
    right.or(left).or_else(|| verb::missed(r, first, lead))
}

/// Whether a verb before an expression is that of a clause set in. "The couple wed in 2011 and parted" has none, whatever the tag; "the law
/// passed in 2019 took effect" has one.
fn is_aside(r: &Reading, governor: Governor, end: usize) -> bool {
    verb::is_set_in(r, governor.at)
        || verb::is_reduced(r, governor.at) && r.tag(end) != Tag::Conjunction
        || r.tag(end).is_finite()
}

/// The token with which what leads to an expression begins: its prepositions and articles.
fn lead(r: &Reading, start: usize) -> usize {
    let belongs = |at: usize| {
        matches!(r.tag(at), Tag::Preposition | Tag::Determiner | Tag::Subordinator)
            && !r.is_any(at, &["that", "because", "if"])
            || r.is_any(at, &["early", "late", "only", "just", "even", "in", "on", "by", "until", "till"])
    };
    let mut at = start;
    while at > r.sentence.start && start - at < 3 && belongs(at - 1) {
        at -= 1;
    }
    at
}

/// "ahead of Saturday's vote", "as early as Tuesday", "The deadline is Friday", "The talks are on Friday", "starting Monday".
fn is_ahead(r: &Reading, start: usize) -> bool {
    let (one, two) = (start.wrapping_sub(1), start.wrapping_sub(2));
    let verb = if r.is_any(one, &["on", "at"]) { two } else { one };
    r.is_any(verb, &["is", "are"])
        || r.is(one, "of") && r.is(two, "ahead")
        || r.is(one, "to") && r.is(two, "up") && r.is_any(start.wrapping_sub(4), &["run", "build", "lead"])
        || r.is(one, "as") && r.is_any(two, &["early", "soon"])
        || r.is(one, "than") && r.is_any(two, &["later"]) && r.is_any(start.wrapping_sub(3), &["no", "not"])
        || r.is_any(verb, &["starting", "beginning", "effective"])
}

/// Whether an expression opens a clause with a subject of its own: "and by 9 March the town was bare". Not: "and on Friday".
fn begins_clause(r: &Reading, lead: usize, end: usize) -> bool {
    let joint = lead.wrapping_sub(1);
    let joined = matches!(r.tag(joint), Tag::Conjunction | Tag::Subordinator) || r.is_any(joint, &[":", "—", "–"]);
    let next = if r.word(end) == "," { end + 1 } else { end };
    joined
        && matches!(r.tag(next), Tag::Determiner | Tag::Pronoun | Tag::Possessive | Tag::Name | Tag::Noun | Tag::NounPlural)
}

/// Whether a verb reports what the expression is told in: "says the vote on Sunday will be close". Not: "said on Sunday".
fn reports(r: &Reading, left: Governor, lead: usize, end: usize) -> bool {
    left.says == Says::Report && (left.at + 1..lead).any(|at| r.tag(at).is_nominal()) && r.tag(end).is_finite()
}

/// What a governing verb says of an expression.
fn tense_of(r: &Reading, governor: Governor, tokens: &Range<usize>, leads: bool) -> Tense {
    let between = if leads { governor.at + 1..tokens.start } else { 0..0 };
    match governor.says {
        Says::Ahead => Tense::Future,
        // "has called a strike for Friday".
        Says::Past | Says::Perfect
            if r.is(tokens.start.wrapping_sub(1), "for")
                && matches!(r.sense(tokens.start), Sense::Weekday(_))
                && !r.possessive(tokens.end)
                && !(r.tag(governor.at) == Tag::PastParticiple && Cue::of(r, governor.at) == Some(Cue::Ahead)) =>
        {
            Tense::Future
        }
        Says::Past | Says::Perfect if between.clone().any(|at| r.is(at, "ahead") && r.is(at + 1, "of")) => Tense::Future,
        Says::Past | Says::Perfect => Tense::Past,
        Says::Report => Tense::Past,
        Says::Unsure => Tense::Unknown,
        // "comes after an attack on Friday".
        Says::Present if between.clone().any(|at| r.is_any(at, &["after", "following", "since", "despite", "over"])) => {
            Tense::Past
        }
        Says::Present if matches!(Cue::of(r, governor.at), Some(Cue::Follow)) => Tense::Past,
        // "The attack on Friday is the third".
        Says::Present if !leads && tokens.start > r.sentence.start + 1 && !is_free(r, tokens.start) => Tense::Unknown,
        Says::Present if matches!(r.block, BlockKind::Headline | BlockKind::Caption) => {
            if matches!(Cue::of(r, governor.at), Some(Cue::Timetable | Cue::Ahead)) { Tense::Future } else { Tense::Past }
        }
        // "estimates the homes, worth a million in October, at half".
        Says::Present if between.len() > NEAR || between.clone().any(|at| r.word(at) == ",") => Tense::Unknown,
        Says::Present => Tense::Future,
    }
}

/// Whether an expression with its preposition stands at the beginning of its clause, or behind a mark: no noun's attribute.
fn is_free(r: &Reading, start: usize) -> bool {
    let before = lead(r, start).wrapping_sub(1);
    !r.tag(before).is_nominal()
}

/// Whether an expression stands before its noun: "a June agreement". Not: "on Friday officials said".
fn is_attribute(r: &Reading, tokens: &Range<usize>) -> bool {
    let noun = match r.tag(tokens.end) {
        Tag::Adjective => tokens.end + 1,
        _ => tokens.end,
    };
    matches!(r.tag(noun), Tag::Noun | Tag::NounPlural)
        && matches!(r.tag(tokens.start.wrapping_sub(1)), Tag::Determiner | Tag::Possessive | Tag::Adjective)
}

/// "Saturday's vote", "a June agreement": a verb tells of its day only where it is what happens there ("will play in Saturday's final",
/// "Friday's show begins at eight").
fn of_attribute(r: &Reading, tense: Tense, governor: Governor, tokens: &Range<usize>) -> Tense {
    if governor.at >= tokens.start {
        let begins = governor.says == Says::Present && Cue::of(r, governor.at) == Some(Cue::Timetable);
        // "Sunday's derby will be a sell-out", but not "Friday's ruling will be a blow".
        let event = tense == Tense::Future
            && Cue::of(r, tokens.end + usize::from(r.possessive(tokens.end))) == Some(Cue::Event)
            && r.is(governor.at + 1, "be")
            && r.tag(governor.at + 2) != Tag::PastParticiple;
        return if begins || event {
            Tense::Future
        } else if tense == Tense::Future {
            Tense::Unknown
        } else {
            tense
        };
    }
    let mut lead = lead(r, tokens.start)..tokens.start;
    let happens = lead.any(|at| r.is_any(at, &["in", "at", "for", "on", "into", "before", "until"]));
    if tense == Tense::Future && !happens { Tense::Unknown } else { tense }
}
