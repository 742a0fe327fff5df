//! Quoted stretches that no verb claims: parts of the quote before them, words after a colon, or nobody's.
//!
//! A word or two in marks that nobody is heard to say is a title, a nickname or a scare quote, and left alone.

use super::extent::{self, Unit};
use super::marks::Quoted;
use super::noun_phrase;
use super::words::{Class, Words};
use super::{Draft, QuoteRule};
use std::ops::Range;

/// A draft with the unit that it ends in.
pub(super) type Placed = (Draft, Unit);

/// Adds a unit's reports and its other quoted words to the article's drafts.
pub(super) fn add(words: &Words, unit: &Unit, quoted: &[Quoted], reports: Vec<Draft>, drafts: &mut Vec<Placed>) {
    let earlier = drafts.len();
    drafts.extend(reports.into_iter().map(|draft| (draft, unit.clone())));
    for stretch in &quoted[unit.quoted.clone()] {
        let claimed = drafts[earlier..].iter().any(|(draft, _)| {
            draft.parts.iter().any(|part| part.start < stretch.tokens.end && stretch.tokens.start < part.end)
        });
        let within = |range: &Option<Range<usize>>| range.as_ref().is_some_and(|r| r.contains(&stretch.tokens.start));
        if claimed || drafts[earlier..].iter().any(|(draft, _)| within(&draft.speaker) || within(&draft.cue)) {
            continue;
        }
        place(words, unit, stretch, drafts);
    }
    drafts[earlier..].sort_by_key(|(draft, _)| draft.parts.first().map_or(0, |part| part.start));
}

fn place(words: &Words, unit: &Unit, stretch: &Quoted, drafts: &mut Vec<Placed>) {
    let tokens = stretch.tokens.clone();
    let utterance = extent::is_utterance(words, stretch);
    let first = tokens.start == unit.tokens.start;
    let new = |speaker: Option<Range<usize>>, rule| {
        let draft = Draft { parts: vec![tokens.clone()], speaker, cue: None, rule, percent: 60 };
        (draft, unit.clone())
    };
    // “A,” she said. “B.”
    let latest = drafts.iter().rposition(|(draft, _)| draft.parts.last().is_some_and(|part| part.end <= tokens.start));
    if first && let Some(latest) = latest {
        let (draft, place) = &drafts[latest];
        let end = draft.parts.last().map_or(0, |part| part.end);
        let same_block = place.block == unit.block;
        let speech = ends_in_marks(words, end);
        let runs_on = place.block + 1 == unit.block && unit.quoted.start > 0 && first_of_block(words, unit);
        if draft.speaker.is_some() && utterance_or_ended(words, stretch, utterance) {
            if same_block && speech {
                let (draft, place) = &mut drafts[latest];
                draft.parts.push(tokens);
                place.tokens.end = unit.tokens.end;
                return;
            }
            if (same_block || runs_on && speech) && utterance {
                let speaker = draft.speaker.clone();
                drafts.push(new(speaker, QuoteRule::SameSpeaker));
                return;
            }
        }
    }
    if !utterance {
        return;
    }
    // Ruiz shrugged: “...”, in one sentence or over two.
    let before = tokens.start.checked_sub(1).filter(|&at| words.is(at, ":"));
    if let Some(colon) = before {
        let sentence = &words.document.sentences[words.document.sentence_of(colon)];
        let reported = drafts[..]
            .iter()
            .rev()
            .take(4)
            .find(|(draft, _)| draft.speaker.as_ref().is_some_and(|s| sentence.tokens.contains(&s.start)));
        let speaker = reported
            .and_then(|(draft, _)| draft.speaker.clone())
            .or_else(|| noun_phrase::first(words, sentence.tokens.start..colon));
        let rule = if speaker.is_some() { QuoteRule::Colon } else { QuoteRule::Unattributed };
        drafts.push(new(speaker, rule));
        return;
    }
    // Ruiz shrugged. “...”
    let previous = unit.tokens.start.checked_sub(1).map(|at| words.document.sentence_of(at));
    let acting = previous
        .map(|sentence| &words.document.sentences[sentence])
        .filter(|sentence| first && sentence.block == unit.block)
        .and_then(|sentence| noun_phrase::first(words, sentence.tokens.clone()));
    let rule = if acting.is_some() { QuoteRule::PreviousSentence } else { QuoteRule::Unattributed };
    drafts.push(new(acting, rule));
}

/// Whether the token before `end` closes quoted words.
fn ends_in_marks(words: &Words, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| words.class(last) == Class::Mark)
}

fn utterance_or_ended(words: &Words, stretch: &Quoted, utterance: bool) -> bool {
    utterance || stretch.inside().last().is_some_and(|last| words.is_any(last, &[".", "!", "?", ","]))
}

fn first_of_block(words: &Words, unit: &Unit) -> bool {
    let document = words.document;
    document.sentences.get(document.blocks[unit.block].sentences.start).is_some_and(|s| s.tokens.start == unit.tokens.start)
}
