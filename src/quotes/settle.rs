//! What is true of every quote, whatever found it: its speaker is a noun phrase or nobody, and no two quotes cross.
//!
//! Each way to find quotes sees its own construction, and none sees all. Here all drafts of an article are seen together, once. Both
//! promises are kept for text that makes no sense too: `tests/properties/` holds them against any.
#![expect(clippy::indexing_slicing, reason = "indices are those of the list of drafts, and of parts that a draft has")]

use super::stretches::Placed;
use super::words::{Class, Words};
use super::{Draft, QuoteRule};
use crate::entities::{Entities, Form};
use crate::syntax::Tag;
use std::cmp::Reverse;
use std::ops::Range;

/// So many mentions back, a name that holds a token is looked for: descriptions may begin in it.
const NEAR: usize = 4;

/// Settles the drafts of an article, and puts them in the order of the text. `named` are names in marks.
#[inline(never)]
pub(super) fn settle(words: &Words, entities: &Entities, named: &[Range<usize>], drafts: &mut Vec<Placed>) {
    for (draft, _) in drafts.iter_mut() {
        part_with(words, draft);
        // A label stands by itself, in no sentence that could tell what its words are.
        if let Some(speaker) = draft.speaker.take_if(|_| draft.rule != QuoteRule::Turn) {
            draft.speaker = phrase(words, entities, named, speaker);
            if draft.speaker.is_none() {
                draft.rule = QuoteRule::Unattributed;
            }
        }
    }
    drafts.sort_by_key(|(draft, _)| (whole(draft).start, Reverse(whole(draft).end)));
    uncross(drafts);
}

/// “...,” said Petrov, whose aide had called it “a bomb”: words in marks that follow the speaker's directly belong to their relative clause,
/// and neither is part of what is said. Not after "Sen. Ana Ruiz, D-Vt."
fn part_with(words: &Words, draft: &mut Draft) {
    let Some(speaker) = &mut draft.speaker else { return };
    let Some(told) = draft.parts.iter().skip(1).position(|part| part.start == speaker.end) else { return };
    let relative = speaker.clone().skip(1).find(|&at| is_relative(words, at));
    if let Some(relative) = relative {
        let comma = words.class(relative - 1) == Class::Comma && relative - 1 > speaker.start;
        *speaker = speaker.start..relative - usize::from(comma);
        draft.parts.remove(told + 1);
    }
}

fn is_relative(words: &Words, at: usize) -> bool {
    matches!(words.tag(at), Tag::Relative | Tag::RelativeAdverb)
}

/// The words for a speaker without a clause of their own: "Lind (his aides were late)" is Lind; "Lind was in Oslo", before a participle,
/// is nobody. A relative clause and a name may hold any word.
fn phrase(words: &Words, entities: &Entities, named: &[Range<usize>], speaker: Range<usize>) -> Option<Range<usize>> {
    let begins = |&at: &usize| is_relative(words, at) || at > speaker.start && words.is_contact_clause(at);
    let end = speaker.clone().find(begins).unwrap_or(speaker.end);
    let clause = |&at: &usize| words.is_finite(at) && !is_named(entities, named, at);
    let Some(verb) = (speaker.start..end).find(clause) else { return Some(speaker) };
    let aside = |&at: &usize| matches!(words.class(at), Class::Comma | Class::Bracket) || words.is_dash(at);
    let cut = (speaker.start + 1..verb).find(aside)?;
    Some(speaker.start..cut)
}

/// Whether a token stands in a name.
fn is_named(entities: &Entities, named: &[Range<usize>], at: usize) -> bool {
    let mentions = &entities.mentions;
    let next = mentions.partition_point(|mention| mention.tokens.start <= at);
    let name = mentions[..next].iter().rev().take(NEAR).find(|mention| mention.form == Form::Name);
    let marked = named.partition_point(|name| name.end <= at);
    name.is_some_and(|name| name.tokens.end > at) || named.get(marked).is_some_and(|name| name.start <= at)
}

/// From the first token of a draft's parts to their last.
fn whole(draft: &Draft) -> Range<usize> {
    let (first, last) = (draft.parts.first(), draft.parts.last());
    first.map_or(0, |part| part.start)..last.map_or(0, |part| part.end)
}

/// Of two drafts that cross, leaves the one whose cue reports speech more often, and of two alike the first.
fn uncross(drafts: &mut Vec<Placed>) {
    let mut left = vec![true; drafts.len()];
    // Those that reach over where the next begins, each within the one before.
    let mut open: Vec<usize> = Vec::new();
    for at in 0..drafts.len() {
        let draft = &drafts[at].0;
        let tokens = whole(draft);
        while let Some(&outer) = open.last() {
            let other = &drafts[outer].0;
            if whole(other).end > tokens.start {
                if holds(other, &tokens) {
                    break;
                }
                if draft.percent <= other.percent {
                    left[at] = false;
                    break;
                }
                left[outer] = false;
            }
            open.pop();
        }
        if left[at] {
            open.push(at);
        }
    }
    let mut left = left.into_iter();
    drafts.retain(|_| left.next().unwrap_or(true));
}

/// Whether tokens that begin within a draft lie in one of its parts or between two.
fn holds(draft: &Draft, tokens: &Range<usize>) -> bool {
    let next = draft.parts.partition_point(|part| part.end <= tokens.start);
    let part = draft.parts.get(next);
    part.is_none_or(|part| tokens.end <= if part.start <= tokens.start { part.end } else { part.start })
}
