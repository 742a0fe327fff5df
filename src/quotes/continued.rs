//! Words in marks that go on with what was said before: as parts of the same quote, or as the next turn of a dialogue.
//!
//! Parts follow their quote with nothing between, or were left open in the paragraph before. A paragraph of nothing but quoted
//! words has whoever spoke last; where one asks and the next answers, the other of two.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::cues::Form;
use super::extent::{self, Unit};
use super::marks::Quoted;
use super::stretches::Placed;
use super::words::{Class, Words};
use super::{Draft, QuoteRule};
use std::ops::Range;

/// How often a verb reports speech, in percent, that shows an attribution after a comma.
const REPORTS: u8 = 80;

/// How many drafts back the one before a stretch is looked for.
const NEAR: usize = 8;

/// “It is late. ¶ “I am going home,” Ruiz said. : gives a report what was left open in the paragraph before, if nobody has it.
pub(super) fn take_opening(words: &Words, quoted: &[Quoted], unit: &Unit, report: &mut Draft, drafts: &mut Vec<Placed>) {
    let begins = report.parts.first().is_some_and(|part| part.start == unit.tokens.start);
    let open = unit.quoted.start.checked_sub(1).map(|before| &quoted[before]).filter(|before| begins && !before.closed);
    let left = |(draft, _): &mut Placed| {
        draft.speaker.is_none() && draft.parts.last().map(|part| part.end) == open.map(|open| open.tokens.end)
    };
    // "We looked, said Lind. ¶ "Applying was hard," Ruiz said.: a mark was forgotten, and the first words are another's.
    let reported = |part: &Range<usize>| {
        let reports = |at: usize| words.verb(at).is_some_and(|verb| verb.form == Form::Past && verb.percent() >= REPORTS);
        part.clone().any(|at| words.class(at) == Class::Comma && (at + 1..part.end.min(at + 4)).any(reports))
    };
    let left = |placed: &mut Placed| left(placed) && !placed.0.parts.iter().any(reported);
    if let Some((opening, _)) = drafts.pop_if(left) {
        report.parts.splice(0..0, opening.parts);
    }
}

/// Adds a stretch to the quote that it goes on with, if there is one: “A,” she said. “B.”
pub(super) fn goes_on(words: &Words, unit: &Unit, quoted: &[Quoted], index: usize, drafts: &mut [Placed]) -> bool {
    let stretch = &quoted[index];
    let Some(latest) = latest(words, unit, stretch, drafts) else { return false };
    if stretch.opened && !extent::is_utterance(words, stretch) && !ends_in_punctuation(words, stretch) {
        return false;
    }
    let (draft, before) = &mut drafts[latest];
    let end = draft.parts.last().map_or(0, |part| part.end);
    let speech = draft.speaker.is_some() && ends_in_marks(words, end);
    // A quote that the next paragraph opens anew was left open in this one.
    let open = index > 0 && !quoted[index - 1].closed && quoted[index - 1].tokens.end == end;
    // “A,” she said. She shrugged. “B.”: two.
    let adjoins = before.block == unit.block && before.tokens.end == unit.tokens.start;
    let goes_on = adjoins && speech || open && before.block < unit.block;
    if goes_on {
        draft.parts.push(stretch.tokens.clone());
        *before = unit.clone();
    }
    goes_on
}

/// The quote before a stretch that begins its unit. “A,” she said when asked whether. “B.”: she goes on, and not who asked.
fn latest(words: &Words, unit: &Unit, stretch: &Quoted, drafts: &[Placed]) -> Option<usize> {
    let start = stretch.tokens.start;
    let colon = start.checked_sub(1).is_some_and(|before| words.is(before, ":"));
    if start != unit.tokens.start || colon {
        return None;
    }
    let back = drafts.iter().rev().take(NEAR).position(|(draft, _)| {
        draft.rule != QuoteRule::PassiveCue && draft.parts.last().is_some_and(|part| part.end <= start)
    });
    back.map(|back| drafts.len() - 1 - back)
}

/// “Even then.” : whether a paragraph of quoted words alone follows one that ends in them, so that it is speech however short.
pub(super) fn answers(words: &Words, unit: &Unit, stretch: &Quoted, drafts: &[Placed]) -> bool {
    let whole = stretch.tokens == unit.tokens && is_whole_block(words, unit);
    let Some((draft, before)) =
        drafts.last().filter(|_| whole && extent::is_ended(words, stretch) && !is_long_title(words, stretch))
    else {
        return false;
    };
    let end = draft.parts.last().map_or(0, |part| part.end);
    before.block + 1 == unit.block && end + AFTER > unit.tokens.start && spoken(words, draft)
}

/// “Who is there?” “Only me.” : whether a whole sentence in marks stands right beside another.
pub(super) fn is_side_by_side(words: &Words, unit: &Unit, quoted: &[Quoted], index: usize) -> bool {
    let document = words.document;
    let is_sentence = |stretch: &Quoted| {
        let begins = document.sentences.get(document.sentence_of(stretch.tokens.start));
        begins.is_some_and(|sentence| sentence.block == unit.block && sentence.tokens.start == stretch.tokens.start)
            && stretch.opened
            && stretch.closed
            && !is_long_title(words, stretch)
    };
    let ends = |stretch: &Quoted| stretch.inside().last().is_some_and(|last| words.is_terminal(last));
    let stretch = &quoted[index];
    let after_one = index
        .checked_sub(1)
        .map(|before| &quoted[before])
        .is_some_and(|before| before.tokens.end == stretch.tokens.start && is_sentence(before) && ends(before));
    let before_one =
        || quoted.get(index + 1).is_some_and(|after| after.tokens.start == stretch.tokens.end && is_sentence(after));
    is_sentence(stretch) && (after_one || ends(stretch) && before_one())
}

/// “All Bets Are Off.” : what a paper sets above a paragraph.
fn is_long_title(words: &Words, stretch: &Quoted) -> bool {
    words.count(stretch.inside()) > 2 && extent::is_title(words, stretch.inside())
}

/// How many tokens after quoted words may say who said them, before the next paragraph.
const AFTER: usize = 12;

fn spoken(words: &Words, draft: &Draft) -> bool {
    draft.parts.last().is_some_and(|part| ends_in_marks(words, part.end))
}

fn is_whole_block(words: &Words, unit: &Unit) -> bool {
    let document = words.document;
    let sentences = &document.sentences[document.blocks[unit.block].sentences.clone()];
    let (first, last) = (sentences.first(), sentences.last());
    first.zip(last).is_some_and(|(first, last)| unit.tokens == (first.tokens.start..last.tokens.end))
}

/// The speaker who goes on, in this paragraph or the next, with words that nothing else attributes; the other of two, where a
/// paragraph asks and the next answers, or the other way round.
pub(super) fn same_speaker(words: &Words, unit: &Unit, stretch: &Quoted, drafts: &[Placed]) -> Option<Range<usize>> {
    let latest = latest(words, unit, stretch, drafts)?;
    let ((draft, before), earlier) = drafts[..=latest].split_last()?;
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

/// Whether the token before `end` closes quoted words.
fn ends_in_marks(words: &Words, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| words.class(last) == Class::Mark)
}

fn ends_in_punctuation(words: &Words, stretch: &Quoted) -> bool {
    stretch.inside().last().is_some_and(|last| words.is_terminal(last) || words.class(last) == Class::Comma)
}

fn first_of_block(words: &Words, unit: &Unit) -> bool {
    let document = words.document;
    document.sentences.get(document.blocks[unit.block].sentences.start).is_some_and(|s| s.tokens.start == unit.tokens.start)
}
