//! Quoted stretches that no verb claims: which of them are speech, and what tells whose.
//!
//! What may tell is asked in order, the surest first: the quote that they go on with, a headline's colon, a verb that is in no
//! list, a signature, what introduces them, the sentence before. A word or two in marks that nobody is heard to say is left alone.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::claims::Claims;
use super::constructions::Construction;
use super::continued;
use super::extent::{self, Unit};
use super::introduced::{Before, Lead};
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

/// How far behind words in marks a verb that is in no list stands, in tokens.
const NEAR: usize = 12;

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
            && let Some(draft) = (Unclaimed { words, entities, unit, quoted, index, drafts }).place()
        {
            drafts.push((draft, unit.clone()));
        }
    }
    drafts[earlier..].sort_by_key(|(draft, _)| draft.parts.first().map_or(0, |part| part.start));
}

/// A quoted stretch that no verb claims, with what stands around it.
struct Unclaimed<'a, 'd> {
    words: &'a Words<'d>,
    entities: &'a Entities,
    unit: &'a Unit,
    quoted: &'a [Quoted],
    index: usize,
    drafts: &'a [Placed],
}

/// What quoted words look like, by themselves and by their place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Look {
    /// Any words in marks.
    Words,
    /// A short sentence that its place shows to be said.
    Sentence,
    /// An utterance: speech, whoever says it.
    Utterance,
}

/// Who says the words, if anybody, and by what verb.
type Told = (Option<Range<usize>>, Option<Range<usize>>);

/// A way to tell whose quoted words are.
struct Way {
    construction: Construction,
    rule: QuoteRule,
    /// What the words must look like at least.
    least: Look,
    tells: fn(&Unclaimed) -> Option<Told>,
}

const fn way(construction: Construction, rule: QuoteRule, least: Look, tells: fn(&Unclaimed) -> Option<Told>) -> Way {
    Way { construction, rule, least, tells }
}

/// Asked in order: the first that tells is believed.
static WAYS: [Way; 13] = {
    use Construction as C;
    use Look::{Sentence, Utterance, Words};
    use QuoteRule as R;
    [
        way(C::HeadlineSpeaker, R::Introduced, Words, |it| said_by(it.headline()?)),
        way(C::HeadlineOfNobody, R::Unattributed, Words, |it| it.headline().map(|_| (None, None))),
        way(C::UnlistedVerbSubject, R::SpeechCueSubject, Sentence, |it| it.unlisted_verb_subject()),
        way(C::SubjectUnlistedVerb, R::SpeechSubjectCue, Sentence, |it| it.subject_unlisted_verb()),
        way(C::Signed, R::Introduced, Sentence, |it| said_by(signed::speaker(it.words, it.unit, it.stretch()))),
        way(C::PuttingIt, R::Introduced, Sentence, |it| said_by(it.lead()?.putting_it())),
        way(C::FirstPhrase, R::Introduced, Sentence, |it| said_by(it.lead()?.first_phrase())),
        way(C::VerbBeforeColon, R::Introduced, Sentence, |it| said_by(it.lead()?.before_verb())),
        way(C::PronounOfLastClause, R::Introduced, Sentence, |it| said_by(it.lead()?.last_pronoun())),
        way(C::SubjectOfLead, R::Introduced, Sentence, |it| said_by(it.lead()?.subject())),
        way(C::SentenceBefore, R::SentenceBefore, Sentence, |it| said_by(it.sentence_before())),
        way(C::SameSpeaker, R::SameSpeaker, Utterance, |it| said_by(it.same_speaker())),
        way(C::Unattributed, R::Unattributed, Utterance, |_| Some((None, None))),
    ]
};

fn said_by(speaker: Option<Range<usize>>) -> Option<Told> {
    Some((Some(speaker?), None))
}

/// Whether the stretch is speech, and whose.
impl Unclaimed<'_, '_> {
    /// It as a quote of its own, if it is one.
    fn place(&self) -> Option<Draft> {
        let look = self.look();
        let tells = |way: &'static Way| if way.least <= look { (way.tells)(self).map(|told| (way, told)) } else { None };
        let (way, (speaker, cue)) = WAYS.iter().find_map(tells)?;
        let parts = vec![self.stretch().tokens.clone()];
        Some(Draft { construction: way.construction, parts, speaker, cue, rule: way.rule, percent: PERCENT })
    }

    fn stretch(&self) -> &Quoted {
        &self.quoted[self.index]
    }

    fn look(&self) -> Look {
        let (words, unit, stretch) = (self.words, self.unit, self.stretch());
        if extent::is_utterance(words, stretch)
            || continued::answers(words, unit, stretch, self.drafts)
            || continued::is_side_by_side(words, unit, self.quoted, self.index)
        {
            Look::Utterance
        } else if is_short(words, unit, stretch) {
            Look::Sentence
        } else {
            Look::Words
        }
    }

    fn headline(&self) -> Option<Option<Range<usize>>> {
        headlined::speaker(self.words, self.unit, self.stretch())
    }

    fn lead(&self) -> Option<Lead<'_, '_>> {
        Lead::to(self.words, self.unit, self.stretch())
    }

    /// Alice Morrow turned to the crowd. “The port is full.” : the one whom the sentence before is about.
    fn sentence_before(&self) -> Option<Range<usize>> {
        let &Unclaimed { words, entities, unit, quoted, index, drafts } = self;
        let speaker = Before { words, entities, unit, quoted, index, drafts }.speaker()?;
        // “...,” said Ruiz. She holds two degrees. “...”: her name says more than the pronoun.
        let is_pronoun = words.class(speaker.start) == Class::Pronoun;
        let named = is_pronoun && self.look() == Look::Utterance && self.same_speaker().is_some();
        (!named).then_some(speaker)
    }

    fn same_speaker(&self) -> Option<Range<usize>> {
        continued::same_speaker(self.words, self.unit, self.stretch(), self.drafts)
    }

    /// “...!” scoffed Ruiz. : a past tense right behind an utterance is its cue, whatever the verb.
    fn unlisted_verb_subject(&self) -> Option<Told> {
        let verb = self.stretch().tokens.end;
        if !self.hands_over() || !self.is_unlisted(verb) {
            return None;
        }
        let speaker = noun_phrase::after(self.words, verb + 1, self.unit.tokens.end)?;
        Some((Some(speaker), Some(verb..verb + 1)))
    }

    /// “...?” the mayor wondered. : or one behind its subject.
    fn subject_unlisted_verb(&self) -> Option<Told> {
        let next = self.stretch().tokens.end;
        if !self.hands_over() || self.is_unlisted(next) {
            return None;
        }
        let verb = (next + 1..self.unit.tokens.end.min(next + NEAR)).find(|&at| self.is_unlisted(at))?;
        let speaker = noun_phrase::before(self.words, next, verb).filter(|speaker| speaker.start == next)?;
        Some((Some(speaker), Some(verb..verb + 1)))
    }

    /// Whether the words end so that their attribution may follow.
    fn hands_over(&self) -> bool {
        self.stretch().inside().last().is_some_and(|last| self.words.is_any(last, &[",", "!", "?"]))
    }

    fn is_unlisted(&self, at: usize) -> bool {
        self.words.class(at) == Class::Other && self.words.tag(at) == Tag::Past
    }
}

/// The aide disputed that: “They lied.” / He spoke. “I resign.” : a short sentence that its place shows to be said.
fn is_short(words: &Words, unit: &Unit, stretch: &Quoted) -> bool {
    let inside = stretch.inside();
    let colon = stretch.tokens.start.checked_sub(1).is_some_and(|before| words.is(before, ":"));
    let sentence = inside.end.checked_sub(1).is_some_and(|last| words.is_terminal(last));
    let whole = stretch.tokens == unit.tokens;
    (colon || whole) && sentence && words.is_capital(inside.start) && !extent::is_title(words, inside)
}
