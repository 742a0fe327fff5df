//! On which side of now a clause lies: what decides whether "Friday" has been or is to come.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::lexicon::MODALS;
use super::reading::Reading;
use crate::lists::TENSE_WORDS;
use crate::text::Case;
use std::ops::Range;

/// What the verbs about an expression say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tense {
    Past,
    Future,
    Unknown,
}

/// What the clause about an expression says of its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Clause {
    pub(super) tense: Tense,
    /// Whether the verb stands right before the expression, so that no other can be meant ("met on July 4").
    pub(super) beside: bool,
    /// Whether the expression opens its sentence, so that the story is told from there on ("In 1941 ...").
    pub(super) opens: bool,
}

/// How many tokens may stand between a verb and the expression right after it.
const BESIDE: usize = 3;

/// How many tokens may stand before an expression that opens its sentence.
const OPENING: usize = 3;

/// How far verbs are looked for, in tokens, before and after.
const WINDOW: (usize, usize) = (16, 8);

/// The longest word of the list, in bytes.
const LONGEST: usize = 12;

impl Clause {
    /// Of what is still to come, whatever its verb.
    pub(super) const AHEAD: Clause = Clause { tense: Tense::Future, beside: true, opens: false };

    /// The clause about some tokens: its tense is that of the nearest verb before them, or else of the first after them.
    pub(super) fn about(r: &Reading, tokens: &Range<usize>) -> Clause {
        let first = r.sentence.start.max(tokens.start.saturating_sub(WINDOW.0));
        // A semicolon begins a clause as a full stop does.
        let semicolon = (first..tokens.start).rev().find(|&at| r.word(at) == ";");
        let begin = semicolon.map_or(r.sentence.start, |semicolon| semicolon + 1);
        let first = first.max(begin);
        let opens = tokens.start - begin <= OPENING;
        let last = r.sentence.end.min(tokens.end + if opens { WINDOW.0 } else { WINDOW.1 });
        let last = (tokens.end..last).find(|&at| r.word(at) == ";").unwrap_or(last);
        // "as early as Tuesday", "as soon as next week"; "The deadline is Friday", "The talks are on Friday".
        let start = tokens.start.wrapping_sub(1);
        let verb = if r.is_any(start, &["on", "at"]) { start.wrapping_sub(1) } else { start };
        let soon = r.is(start, "as") && r.is_any(start.wrapping_sub(1), &["early", "soon"]);
        if soon || r.is_any(verb, &["is", "are"]) {
            return Clause { opens, ..Clause::AHEAD };
        }
        // "Wednesday's ruling": a verb tells of the ruling's day nothing.
        if r.possessive(tokens.end) {
            return Clause { tense: Tense::Unknown, beside: false, opens };
        }
        let known = |token: &usize| of(r, *token) != Tense::Unknown;
        let verb = (first..tokens.start).rev().find(known).or_else(|| (tokens.end..last).find(known));
        Clause {
            tense: verb.map_or(Tense::Unknown, |verb| of(r, verb)),
            opens,
            // The present perfect takes no day of the past beside it: "has set Nov. 10".
            beside: verb.is_some_and(|verb| {
                verb < tokens.start && tokens.start - verb <= BESIDE + 1 && !r.is_any(verb, &["has", "have"])
            }),
        }
    }
}

/// What one word says.
fn of(r: &Reading, token: usize) -> Tense {
    let word = r.word(token);
    if !matches!(r.document.tokens[token].case, Case::Lower | Case::Title) && !word.starts_with(['\'', '’']) {
        return Tense::Unknown;
    }
    // "is to meet", "plans to meet": not "has to", "went to".
    if word == "to" {
        let lead = r.word(token.wrapping_sub(1));
        let ahead = matches!(
            lead,
            "is" | "are"
                | "set"
                | "due"
                | "expected"
                | "scheduled"
                | "plans"
                | "plan"
                | "planning"
                | "preparing"
                | "hopes"
                | "intends"
                | "likely"
                | "ready"
        );
        // "had been scheduled to expire": it was to be then.
        let past = (2..=3).any(|back| r.is(token.wrapping_sub(back), "been") && r.is(token.wrapping_sub(back + 1), "had"));
        return match (ahead, past) {
            (true, true) => Tense::Past,
            (true, false) => Tense::Future,
            (false, _) => Tense::Unknown,
        };
    }
    let listed = if word.len() <= LONGEST { TENSE_WORDS.get(word).copied() } else { None };
    match listed {
        // "had been set to expire".
        Some(Tense::Future) if r.is(token.wrapping_sub(1), "to") && of(r, token - 1) == Tense::Past => Tense::Past,
        Some(Tense::Past) if !AUXILIARIES.contains(&word) => participle(r, token),
        Some(tense) => tense,
        None if word.len() > 4 && word.ends_with("ed") && r.document.tokens[token].case == Case::Lower => {
            participle(r, token)
        }
        None => Tense::Unknown,
    }
}

/// Verbs of the list that stand for themselves, whatever comes before them.
const AUXILIARIES: [&str; 8] = ["was", "were", "had", "has", "have", "did", "been", "since"];

/// "met", but "will be met": the auxiliaries before a participle tell its tense, past adverbs and further forms of "be".
fn participle(r: &Reading, token: usize) -> Tense {
    for back in 1..=4 {
        match r.word(token.wrapping_sub(back)) {
            // "could not be reached Wednesday" and "could be held Wednesday" look alike.
            "is" | "are" | "being" | "could" => return Tense::Unknown,
            word if word == "to" || MODALS.contains(&word) => return Tense::Future,
            "be" | "been" | "have" | "not" | "also" => {}
            word if word.ends_with("ly") => {}
            _ => break,
        }
    }
    Tense::Past
}
