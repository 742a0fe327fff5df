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
    if let Some((speaker, cue, rule)) = unlisted_verb(words, unit, stretch) {
        let mut placed = new(Some(speaker), rule);
        placed.0.cue = Some(cue);
        drafts.push(placed);
        return;
    }
    let speaker = introduced(words, unit, stretch, drafts).map(|speaker| (speaker, QuoteRule::Introduced));
    let speaker =
        speaker.or_else(|| acting_before(words, unit, first).map(|speaker| (speaker, QuoteRule::PreviousSentence)));
    let (speaker, rule) = speaker.map_or((None, QuoteRule::Unattributed), |(speaker, rule)| (Some(speaker), rule));
    drafts.push(new(speaker, rule));
}

/// “...!” scoffed Ruiz. / “...?” the mayor wondered. : a past tense beside an utterance is its cue, whatever the verb.
fn unlisted_verb(words: &Words, unit: &Unit, stretch: &Quoted) -> Option<(Range<usize>, Range<usize>, QuoteRule)> {
    let last = stretch.inside().last()?;
    if !words.is_any(last, &[",", "!", "?"]) {
        return None;
    }
    let next = stretch.tokens.end;
    let is_past = |at: usize| words.class(at) == Class::Other && words.document.word(at).ends_with("ed");
    if is_past(next) {
        let speaker = noun_phrase::after(words, next + 1, unit.tokens.end)?;
        return Some((speaker, next..next + 1, QuoteRule::SpeechCueSubject));
    }
    let verb = (next + 1..unit.tokens.end.min(next + 12)).find(|&at| is_past(at))?;
    let speaker = noun_phrase::before(words, next, verb).filter(|speaker| speaker.start == next)?;
    Some((speaker, verb..verb + 1, QuoteRule::SpeechSubjectCue))
}

/// Ruiz shrugged: “...” / Ruiz shrugged, “...” : whoever the sentence that introduces the words is about.
fn introduced(words: &Words, unit: &Unit, stretch: &Quoted, drafts: &[Placed]) -> Option<Range<usize>> {
    let mark = stretch.tokens.start.checked_sub(1)?;
    let colon = words.is(mark, ":");
    if !colon && !(words.class(mark) == Class::Comma && unit.tokens.contains(&mark)) {
        return None;
    }
    let sentence = words.document.sentences.get(words.document.sentence_of(mark))?.tokens.clone();
    let reported = drafts.iter().rev().take(4).filter_map(|(draft, _)| draft.speaker.clone());
    let reported = reported.filter(|_| colon).find(|speaker| sentence.contains(&speaker.start));
    reported.or_else(|| noun_phrase::first(words, sentence.start..mark))
}

/// Ruiz shrugged. “...” : whoever the sentence before in the paragraph is about.
fn acting_before(words: &Words, unit: &Unit, first: bool) -> Option<Range<usize>> {
    let document = words.document;
    let sentence = document.sentences.get(document.sentence_of(unit.tokens.start.checked_sub(1)?))?;
    if !first || sentence.block != unit.block {
        return None;
    }
    noun_phrase::first(words, sentence.tokens.clone())
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
