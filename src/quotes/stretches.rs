//! Quoted stretches that no verb claims: parts of the quote before them, words after a colon, or nobody's.
//!
//! A word or two in marks that nobody is heard to say is a title, a nickname or a scare quote, and left alone.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::cues::Frame;
use super::extent::{self, Unit};
use super::marks::Quoted;
use super::noun_phrase;
use super::words::{Class, Words};
use super::{Draft, QuoteRule};
use crate::lists;
use crate::syntax::Tag;
use crate::text::BlockKind;
use std::ops::Range;

/// A draft with the unit that it ends in.
pub(super) type Placed = (Draft, Unit);

/// Adds a unit's reports and its other quoted words to the article's drafts.
#[inline(never)]
pub(super) fn add(words: &Words, unit: &Unit, quoted: &[Quoted], reports: Vec<Draft>, drafts: &mut Vec<Placed>) {
    let earlier = drafts.len();
    let mut taken: Vec<Range<usize>> =
        reports.iter().flat_map(|draft| draft.parts.iter().chain(&draft.speaker).chain(&draft.cue)).cloned().collect();
    taken.sort_unstable_by_key(|range| range.start);
    drafts.extend(reports.into_iter().map(|draft| (draft, unit.clone())));
    for index in unit.quoted.clone() {
        let stretch = &quoted[index].tokens;
        let near = &taken[..taken.partition_point(|range| range.start < stretch.end)];
        // What is taken hardly overlaps: the few that begin last are the ones that can reach the stretch.
        if !near.iter().rev().take(4).any(|range| range.end > stretch.start) {
            place(words, unit, quoted, index, drafts);
        }
    }
    drafts[earlier..].sort_by_key(|(draft, _)| draft.parts.first().map_or(0, |part| part.start));
}

/// Adds one quoted stretch to the quote it goes on with, or as a quote of its own, or not at all.
fn place(words: &Words, unit: &Unit, quoted: &[Quoted], index: usize, drafts: &mut Vec<Placed>) {
    let stretch = &quoted[index];
    let tokens = stretch.tokens.clone();
    let utterance = extent::is_utterance(words, stretch);
    let first = tokens.start == unit.tokens.start;
    let colon = tokens.start.checked_sub(1).is_some_and(|before| words.is(before, ":"));
    let new = |speaker: Option<Range<usize>>, cue, rule| {
        let draft = Draft { parts: vec![tokens.clone()], speaker, cue, rule, percent: 60 };
        (draft, unit.clone())
    };
    // “A,” she said. “B.”
    // “A,” she said when asked whether. “B.”: she goes on, and not who asked.
    let latest = drafts.iter().rev().take(NEAR).position(|(draft, _)| {
        draft.rule != QuoteRule::PassiveCue && draft.parts.last().is_some_and(|part| part.end <= tokens.start)
    });
    let latest = latest.map(|back| drafts.len() - 1 - back).filter(|_| first && !colon);
    if let Some(latest) = latest.filter(|_| utterance || ends_in_punctuation(words, stretch)) {
        let (draft, before) = &mut drafts[latest];
        let end = draft.parts.last().map_or(0, |part| part.end);
        let speech = draft.speaker.is_some() && ends_in_marks(words, end);
        // A quote that the next paragraph opens anew was left open in this one.
        let reopened = index > 0 && !quoted[index - 1].closed && quoted[index - 1].tokens.end == end;
        // “A,” she said. She shrugged. “B.”: two.
        let adjoins = before.block == unit.block && before.tokens.end == unit.tokens.start;
        if adjoins && speech || before.block + 1 == unit.block && reopened {
            draft.parts.push(tokens);
            *before = unit.clone();
            return;
        }
    }
    if let Some(speaker) = headlined(words, unit, stretch) {
        let rule = if speaker.is_some() { QuoteRule::Introduced } else { QuoteRule::Unattributed };
        return drafts.push(new(speaker, None, rule));
    }
    // "The aide disputed that: “They lied.”"
    let inside = stretch.inside();
    let short = colon
        && words.is_capital(inside.start)
        && inside.end.checked_sub(1).is_some_and(|last| words.is_any(last, &[".", "!", "?"]))
        && !extent::is_title(words, inside);
    if !utterance && !short {
        return;
    }
    if let Some((speaker, cue, rule)) = unlisted_verb(words, unit, stretch) {
        drafts.push(new(Some(speaker), Some(cue), rule));
    } else if let Some(speaker) = signed(words, unit, stretch) {
        drafts.push(new(Some(speaker), None, QuoteRule::Introduced));
    } else if let Some(speaker) = introduced(words, unit, stretch, drafts) {
        drafts.push(new(Some(speaker), None, QuoteRule::Introduced));
    } else if let Some(speaker) = gestured(words, unit, stretch) {
        drafts.push(new(Some(speaker), None, QuoteRule::Introduced));
    } else if let Some(speaker) = latest.and_then(|latest| same_speaker(words, unit, stretch, &drafts[..=latest])) {
        drafts.push(new(Some(speaker), None, QuoteRule::SameSpeaker));
    } else if utterance {
        drafts.push(new(None, None, QuoteRule::Unattributed));
    }
}

/// The longest signature below a quote, its dash counted, in tokens.
const SIGNATURE: usize = 16;

/// The longest phrase without a name that tells whose words a headline gives, in tokens: "Mother of missing hiker".
const SPOKESMAN: usize = 4;

/// The longest sentence that only tells of what a speaker did, in tokens: "Ruiz shakes her head."
const GESTURE: usize = 7;

/// Within how many tokens a clause that opens a sentence ends.
const OPENING: usize = 40;

/// How many drafts back the one before a stretch is looked for.
const NEAR: usize = 8;

/// The speaker who goes on, in this paragraph or the next, with words that nothing else attributes; the other of two, where a
/// paragraph asks and the next answers, or the other way round.
fn same_speaker(words: &Words, unit: &Unit, stretch: &Quoted, drafts: &[Placed]) -> Option<Range<usize>> {
    let ((draft, before), earlier) = drafts.split_last()?;
    let end = draft.parts.last().map_or(0, |part| part.end);
    let next_block = before.block + 1 == unit.block && first_of_block(words, unit) && ends_in_marks(words, end);
    let asks = |last: usize| words.is(last, "?");
    let turns = next_block && end > 1 && asks(end - 2) != stretch.inside().last().is_some_and(asks);
    let name = |speaker: &Range<usize>| words.document.span_of(speaker.clone()).of(words.document.text);
    let speaker = draft.speaker.clone().filter(|_| before.block == unit.block || next_block)?;
    let is_other = |(draft, unit): &&Placed| {
        unit.block + 1 >= before.block && draft.speaker.as_ref().is_some_and(|other| name(other) != name(&speaker))
    };
    let other = earlier.iter().rev().take(NEAR).find(is_other).filter(|_| turns);
    other.map_or(Some(speaker), |(draft, _)| draft.speaker.clone())
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

/// “...” — Ana Ruiz, mayor of Solvik: a dash and a name after words that are a paragraph by themselves, in it or in the next.
fn signed(words: &Words, unit: &Unit, stretch: &Quoted) -> Option<Range<usize>> {
    let document = words.document;
    let end_of =
        |block: usize| document.sentences[document.blocks.get(block)?.sentences.clone()].last().map(|s| s.tokens.end);
    let end = end_of(unit.block)?;
    let dash = stretch.tokens.end;
    let begins = words.document.words_begin(unit.block) == stretch.tokens.start;
    let limit = if dash == end { end_of(unit.block + 1)? } else { end };
    let named = words.class(dash + 1) == Class::Name && words.is_dash(dash);
    if !begins || !named || dash + 1 >= limit || limit - dash > SIGNATURE {
        return None;
    }
    let last = (dash + 1..limit).find(|&at| matches!(words.class(at), Class::Comma | Class::Stop)).unwrap_or(limit);
    Some(dash + 1..last)
}

/// “I never wanted it”: Ana Ruiz on fame. / Mother of hiker: “Every hour matters” : whose words a headline gives stands beyond their
/// colon. Not: “Broken promises”: ...
fn headlined(words: &Words, unit: &Unit, stretch: &Quoted) -> Option<Option<Range<usize>>> {
    let document = words.document;
    let (start, colon, end) = (unit.tokens.start, stretch.tokens.end, unit.tokens.end);
    if document.blocks[unit.block].kind != BlockKind::Headline {
        return None;
    }
    if words.count(stretch.inside()) < 3 {
        return None;
    }
    let tells = |at: usize| words.class(at) == Class::Pronoun || words.is_finite(at);
    let states = stretch.inside().any(tells);
    if words.is(colon, ":") && document.words_begin(unit.block) == stretch.tokens.start {
        let last = (colon + 1..end).take_while(|&at| words.class(at) == Class::Name).last()?;
        return states.then_some(Some(colon + 1..last + 1));
    }
    let before = stretch.tokens.start.checked_sub(1).filter(|&at| at > start && words.is(at, ":"))?;
    let label = before == start + 1 && lists::HEADLINE_LABELS.contains(&words.document.lower[start]);
    let closes = !label && colon == end && (states || !extent::is_title(words, stretch.inside()));
    let phrase = noun_phrase::after(words, start, before).filter(|phrase| closes && phrase.end == before)?;
    // "Trial hears of midnight call": a sentence, and nobody.
    let named = |phrase: &Range<usize>| phrase.clone().skip(1).any(|at| words.class(at) == Class::Name);
    Some(Some(phrase).filter(|phrase| phrase.len() <= SPOKESMAN || named(phrase)))
}

/// Ruiz shrugged: “...” / Ruiz shrugged, “...” : whoever the sentence that introduces the words is about.
fn introduced(words: &Words, unit: &Unit, stretch: &Quoted, drafts: &[Placed]) -> Option<Range<usize>> {
    let mark = stretch.tokens.start.checked_sub(1)?;
    let colon = words.is(mark, ":");
    let comma = words.class(mark) == Class::Comma && unit.tokens.contains(&mark);
    if !(colon || comma) {
        return None;
    }
    let sentence = words.document.sentences.get(words.document.sentence_of(mark))?.tokens.clone();
    let reported = drafts.iter().rev().take(4).filter_map(|(draft, _)| draft.speaker.clone());
    let reported = reported.filter(|_| colon).find(|speaker| sentence.contains(&speaker.start));
    // “From the report: “...””, “Stated Ana Ruiz: “...””, “Here's Ruiz in 1992: “...””, “Said Ruiz, “...””: the phrase after the
    // first word.
    let verb = words.verb(sentence.start);
    let led = colon && (verb.is_some() || words.is_any(sentence.start, &["from", "here"]))
        || verb.is_some_and(|verb| verb.percent() >= 80 && !verb.takes(Frame::Addressee));
    let after_first = || {
        let be = matches!(words.class(sentence.start + 1), Class::Clitic | Class::Auxiliary);
        let next = sentence.start + if be { 2 } else { 1 };
        noun_phrase::after(words, next, mark).filter(|_| led)
    };
    // "..., and Ruiz responded: “...”": the verb before the colon has its subject before it.
    let verb = mark.saturating_sub(1);
    let verbal =
        words.verb(verb).is_some() || words.class(verb) == Class::Other && words.document.word(verb).ends_with("ed");
    // "Ruiz was less convinced: “...”" has no subject right before the participle.
    let active = |phrase: &Range<usize>| words.class(phrase.start.wrapping_sub(1)) != Class::Auxiliary;
    let before_verb = || noun_phrase::before(words, sentence.start, verb).filter(|_| colon && verbal).filter(active);
    // "When Lind died, Ruiz released a statement: “...”".
    let main =
        match (words.class(sentence.start), sentence.clone().take(OPENING).find(|&at| words.class(at) == Class::Comma)) {
            (Class::Subordinator, Some(comma)) if comma < mark => comma + 1,
            _ => sentence.start,
        };
    // "The lights were on and I thought: “...”": the last clause has a subject of its own.
    let last = || {
        let joined = |at: usize| matches!(words.class(at), Class::Conjunction | Class::Comma | Class::Subordinator);
        let subject = |&at: &usize| words.is_any(at, &["i", "he", "she", "they", "we"]) && joined(at - 1);
        (main + 1..mark).rev().take(OPENING).find(subject).map(|at| at..at + 1)
    };
    // "Another put it more bluntly: “...”"
    let put = (main..mark).rev().take(OPENING).find(|&at| words.is_any(at, &["put", "puts"]) && words.is(at + 1, "it"));
    let putting = || put.and_then(|put| noun_phrase::before(words, main, put));
    reported
        .or_else(putting)
        .or_else(after_first)
        .or_else(before_verb)
        .or_else(last)
        .or_else(|| noun_phrase::first(words, main..mark))
}

/// Ruiz shrugged. “...” : whoever the short sentence right before the words is about.
fn gestured(words: &Words, unit: &Unit, stretch: &Quoted) -> Option<Range<usize>> {
    let document = words.document;
    let own = document.sentence_of(stretch.tokens.start);
    let before = own.checked_sub(1).filter(|&before| document.sentences[before].block == unit.block)?;
    let sentence = document.sentences[before].tokens.clone();
    let first = sentence.start;
    let begun = stretch.tokens.start == unit.tokens.start && sentence.end == unit.tokens.start;
    let person = words.class(first) == Class::Name || words.is_any(first, &["he", "she", "they"]);
    let short = sentence.len() <= GESTURE && !sentence.clone().any(|at| words.class(at) == Class::Mark);
    let stated = words.is(sentence.end.checked_sub(1)?, ".");
    if begun && person && short && stated { noun_phrase::first(words, sentence) } else { None }
}

/// Whether the token before `end` closes quoted words.
fn ends_in_marks(words: &Words, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| words.class(last) == Class::Mark)
}

fn ends_in_punctuation(words: &Words, stretch: &Quoted) -> bool {
    stretch.inside().last().is_some_and(|last| words.is_any(last, &[".", "!", "?", ","]))
}

fn first_of_block(words: &Words, unit: &Unit) -> bool {
    let document = words.document;
    document.sentences.get(document.blocks[unit.block].sentences.start).is_some_and(|s| s.tokens.start == unit.tokens.start)
}
