//! The reports of one unit, put together in three passes: what attributions say of quoted words, what verbs lead, and what attributions
//! say of words without marks.
//!
//! A unit is read once ([`Reading`]), then its attributions are found, then it is known where clauses end ([`Bounds`]). What depends on
//! earlier finds is given them ([`Finds`]).

use super::attribution::{Attributions, Place};
use super::claims::Claims;
use super::clause_end::{Bounds, Ends};
use super::extent::Unit;
use super::marks::Quoted;
use super::reading::Reading;
use super::verb_phrase::SURE;
use super::words::{Class, Words};
use super::{Draft, QuoteRule};
use std::ops::Range;

/// The reports of one unit, in text order.
pub(super) fn reports(words: &Words, unit: &Unit, quoted: &[Quoted], ends: &Ends) -> Vec<Draft> {
    let reading = Reading::new(words, unit, quoted);
    let verbs = reading.verb_phrases();
    let attributions = Attributions::read(&reading, &verbs);
    let bounds = Bounds { reading, attributions: &attributions, ends };
    let mut finds = Finds::default();
    for attribution in attributions.iter() {
        if let Place::AfterMarks(stretch) = attribution.place
            && let Some(draft) = bounds.quoted_report(attribution, stretch, &finds)
        {
            finds.add(draft);
        }
    }
    finds.begin_pass();
    for verb in &verbs {
        if let Some(draft) = bounds.leading_report(verb, &finds) {
            finds.lead(words, draft);
        }
    }
    finds.begin_pass();
    for attribution in attributions.iter().filter(|found| !matches!(found.place, Place::AfterMarks(_))) {
        bounds.report_clause(attribution, &mut finds);
    }
    let mut drafts = finds.drafts;
    drafts.sort_by_key(|d| d.parts.first().map_or(usize::MAX, |p| p.start));
    drafts
}

/// What has been found in a unit so far.
#[derive(Default)]
pub(super) struct Finds {
    pub drafts: Vec<Draft>,
    /// The tokens of all parts.
    said: Claims,
    /// The tokens of all cues.
    cues: Claims,
    /// Who is said to say what verbs lead, the latest last.
    speakers: Vec<Range<usize>>,
    /// The last relative pronoun that is said to say something, and where its report ends.
    relative: Option<(usize, usize)>,
}

/// What later finds may go on from.
impl Finds {
    pub fn add(&mut self, draft: Draft) {
        draft.parts.iter().for_each(|part| self.said.add(part));
        draft.cue.iter().for_each(|cue| self.cues.add(cue));
        self.drafts.push(draft);
    }

    /// Adds what a verb leads.
    fn lead(&mut self, words: &Words, draft: Draft) {
        if let Some(speaker) = &draft.speaker {
            // "Asked by a reporter who would sing, she laughed and said": not whoever asked.
            if draft.rule != QuoteRule::PassiveCue {
                self.speakers.push(speaker.clone());
            }
            if let Some(last) = draft.parts.last().filter(|_| speaker.len() == 1)
                && words.class(speaker.start) == Class::Relative
            {
                self.relative = Some((speaker.start, last.end));
            }
        }
        self.add(draft);
    }

    /// Adds a clause that tells as a whole what other reports are part of. A bare noun phrase or infinitive in it is no report then: it is
    /// told once, by whoever tells all of it.
    pub fn add_whole(&mut self, words: &Words, draft: Draft, clause: &Range<usize>) {
        let weak = |draft: &Draft| draft.percent < SURE && !draft.parts.iter().any(|part| words.has_finite(part.clone()));
        self.drafts.retain(|draft| !draft.parts.iter().any(|part| part.start < clause.end) || !weak(draft));
        self.add(draft);
    }

    fn begin_pass(&mut self) {
        self.said.settle();
        self.cues.settle();
    }

    /// Whether a token is said by somebody, or part of a cue.
    pub fn is_taken(&self, token: usize) -> bool {
        self.said.holds(token) || self.cues.holds(token)
    }

    /// Where what is neither said nor a cue begins, up to a token.
    pub fn free_from(&self, token: usize) -> usize {
        self.said.free_from(token).max(self.cues.free_from(token))
    }

    /// Where what nobody says begins, up to a token.
    pub fn unsaid_from(&self, token: usize) -> usize {
        self.said.free_from(token)
    }

    /// The last speaker of what a verb leads who is named before a token.
    pub fn speaker_before(&self, token: usize) -> Option<&Range<usize>> {
        // Only the subject of a main clause is named behind its verb, and only the first verbs of a unit have that.
        self.speakers.iter().rev().find(|speaker| speaker.end <= token)
    }

    /// The last relative pronoun that is said to say something, and where what it says ends, before a token.
    pub fn relative_before(&self, token: usize) -> Option<(usize, usize)> {
        self.relative.filter(|&(_, end)| end < token)
    }
}
