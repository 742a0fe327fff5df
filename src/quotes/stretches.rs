//! Quoted stretches that no verb claims: which of them are speech, and what tells whose.
//!
//! What may tell is asked in order, the surest first: the quote that they go on with, a headline's colon, a verb that is in no
//! list, a signature, what introduces them, the sentence before. A word or two in marks that nobody is heard to say is left alone.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::claims::Claims;
use super::continued;
use super::extent::{self, Unit};
use super::introduced::{self, Before};
use super::marks::Quoted;
use super::noun_phrase;
use super::words::{Class, Words};
use super::{Draft, QuoteRule, headlined, signed};
use crate::entities::Entities;
use crate::syntax::Tag;
use std::ops::Range;

/// A draft with the unit that it ends in.
pub(super) type Placed = (Draft, Unit);

/// How often words in marks that no verb claims are speech, in percent.
const PERCENT: u8 = 60;

/// Adds a unit's reports and its other quoted words to the article's drafts.
#[inline(never)]
pub(super) fn add(
    words: &Words,
    entities: &Entities,
    unit: &Unit,
    quoted: &[Quoted],
    mut reports: Vec<Draft>,
    drafts: &mut Vec<Placed>,
) {
    if let Some(report) = reports.first_mut() {
        continued::take_opening(words, quoted, unit, report, drafts);
    }
    let earlier = drafts.len();
    let taken = reports.iter().flat_map(|draft| draft.parts.iter().chain(&draft.speaker).chain(&draft.cue));
    let taken = Claims::of(taken);
    drafts.extend(reports.into_iter().map(|draft| (draft, unit.clone())));
    for index in unit.quoted.clone() {
        let stretch = &quoted[index].tokens;
        if !taken.overlaps(stretch)
            && !continued::goes_on(words, unit, quoted, index, drafts)
            && let Some(draft) = place(words, entities, unit, quoted, index, drafts)
        {
            drafts.push((draft, unit.clone()));
        }
    }
    drafts[earlier..].sort_by_key(|(draft, _)| draft.parts.first().map_or(0, |part| part.start));
}

/// A quoted stretch as a quote of its own, if it is one.
fn place(
    words: &Words,
    entities: &Entities,
    unit: &Unit,
    quoted: &[Quoted],
    index: usize,
    drafts: &[Placed],
) -> Option<Draft> {
    let stretch = &quoted[index];
    let quote = |speaker: Option<Range<usize>>, cue, rule| {
        let parts = vec![stretch.tokens.clone()];
        Some(Draft { parts, speaker, cue, rule, percent: PERCENT })
    };
    if let Some(speaker) = headlined::speaker(words, unit, stretch) {
        let rule = if speaker.is_some() { QuoteRule::Introduced } else { QuoteRule::Unattributed };
        return quote(speaker, None, rule);
    }
    let utterance = extent::is_utterance(words, stretch)
        || continued::answers(words, unit, stretch, drafts)
        || continued::is_side_by_side(words, unit, quoted, index);
    if !utterance && !is_short(words, unit, stretch) {
        return None;
    }
    if let Some((speaker, cue, rule)) = unlisted_verb(words, unit, stretch) {
        return quote(Some(speaker), Some(cue), rule);
    }
    if let Some(speaker) =
        signed::speaker(words, unit, stretch).or_else(|| introduced::speaker(words, unit, stretch, drafts))
    {
        return quote(Some(speaker), None, QuoteRule::Introduced);
    }
    let before = Before { words, entities, unit, quoted, index, drafts };
    let same = if utterance { continued::same_speaker(words, unit, stretch, drafts) } else { None };
    // “...,” said Ruiz. She holds two degrees. “...”: her name says more than the pronoun.
    let named = |speaker: &Range<usize>| same.is_none() || words.class(speaker.start) != Class::Pronoun;
    if let Some(speaker) = before.speaker().filter(named) {
        return quote(Some(speaker), None, QuoteRule::SentenceBefore);
    }
    let rule = if same.is_some() { QuoteRule::SameSpeaker } else { QuoteRule::Unattributed };
    if utterance { quote(same, None, rule) } else { None }
}

/// The aide disputed that: “They lied.” / He spoke. “I resign.” : a short sentence that its place shows to be said.
fn is_short(words: &Words, unit: &Unit, stretch: &Quoted) -> bool {
    let inside = stretch.inside();
    let colon = stretch.tokens.start.checked_sub(1).is_some_and(|before| words.is(before, ":"));
    let sentence = inside.end.checked_sub(1).is_some_and(|last| words.is_any(last, &[".", "!", "?"]));
    let whole = stretch.tokens == unit.tokens;
    (colon || whole) && sentence && words.is_capital(inside.start) && !extent::is_title(words, inside)
}

/// “...!” scoffed Ruiz. / “...?” the mayor wondered. : a past tense beside an utterance is its cue, whatever the verb.
fn unlisted_verb(words: &Words, unit: &Unit, stretch: &Quoted) -> Option<(Range<usize>, Range<usize>, QuoteRule)> {
    let last = stretch.inside().last()?;
    if !words.is_any(last, &[",", "!", "?"]) {
        return None;
    }
    let next = stretch.tokens.end;
    let is_past = |at: usize| words.class(at) == Class::Other && words.tag(at) == Tag::Past;
    if is_past(next) {
        let speaker = noun_phrase::after(words, next + 1, unit.tokens.end)?;
        return Some((speaker, next..next + 1, QuoteRule::SpeechCueSubject));
    }
    let verb = (next + 1..unit.tokens.end.min(next + 12)).find(|&at| is_past(at))?;
    let speaker = noun_phrase::before(words, next, verb).filter(|speaker| speaker.start == next)?;
    Some((speaker, verb..verb + 1, QuoteRule::SpeechSubjectCue))
}
