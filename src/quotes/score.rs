//! Scores: how probable it is that a quote's words are a quote with these ends, and that its credit is right.
//!
//! Two logistic regressions. What is seen of a quote (its verb and what it governs, what stands at its ends, how its speaker was
//! found) gives features; their weights (`span_weights.txt`, `speaker_weights.txt`, learnt by `trainer/` from PolNeAR's training part) are added
//! up. Features name few words besides verbs and the small words of grammar, so that they hold for news of any place. Nothing is
//! changed here: a quote that is wrong is only told to be.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

mod credit;
mod extent;
mod features;

use super::marks::Quoted;
use super::speaker::Credit;
use super::words::Words;
use super::{Draft, QuoteKind, QuoteRule};
use crate::entities::Entities;
use crate::lists;
pub(super) use features::Features;
use std::ops::Range;

/// Below this, reported words are shown to nobody. Words in marks are, for what is between marks stands there to be seen.
const FLOOR: f32 = 0.2;

/// A quote as it is judged, in tokens, with what stands beside it.
pub(super) struct Seen<'s, 'd> {
    pub words: &'s Words<'d>,
    pub quoted: &'s [Quoted],
    pub entities: &'s Entities,
    pub draft: &'s Draft,
    pub kind: QuoteKind,
    /// The sentence or sentences that it was found in.
    pub unit: &'s Range<usize>,
    /// The quotes before and after it.
    pub before: Option<&'s Draft>,
    pub after: Option<&'s Draft>,
    /// All the words for the speaker, and whom they stand for.
    pub speaker: Option<(&'s Range<usize>, &'s Credit)>,
}

impl Seen<'_, '_> {
    /// The probability that the words are a quote with these ends.
    pub fn span(&self) -> f32 {
        match self.draft.rule {
            // No corpus with dialogues is learnt from.
            QuoteRule::Turn => f32::from(self.draft.percent) / 100.0,
            _ => probability(&lists::SPAN_WEIGHTS, |features| extent::tell(self, features)),
        }
    }

    /// The probability that the credit is right, of a quote whose words are so probable.
    pub fn credit(&self, span: f32) -> f32 {
        match self.draft.rule {
            QuoteRule::Turn => f32::from(self.draft.percent) / 100.0,
            _ => probability(&lists::SPEAKER_WEIGHTS, |features| {
                credit::tell(self, features);
                credit::tell_span(span, features);
            }),
        }
    }

    /// Whether a quote whose words are so probable is shown at all.
    pub fn is_shown(&self, span: f32) -> bool {
        span >= FLOOR || self.kind == QuoteKind::Direct
    }

    /// The names of its features, of the words and of the credit.
    #[cfg(feature = "training")]
    pub fn named(&self) -> [Vec<String>; 2] {
        let (mut span, mut speaker) = (Vec::new(), Vec::new());
        extent::tell(self, &mut Features::new(&mut |feature| span.push(feature.to_owned())));
        credit::tell(self, &mut Features::new(&mut |feature| speaker.push(feature.to_owned())));
        [span, speaker]
    }
}

/// The feature by which the probability of a quote's words tells of its credit.
#[cfg(feature = "training")]
pub fn span_feature(span: f32) -> String {
    let mut found = String::new();
    credit::tell_span(span, &mut Features::new(&mut |feature| feature.clone_into(&mut found)));
    found
}

/// The probability that some features give by their weights.
fn probability(weights: &lists::List<f32>, tell: impl Fn(&mut Features)) -> f32 {
    let mut sum = 0.0;
    tell(&mut Features::new(&mut |feature| sum += weights.get(feature).copied().unwrap_or(0.0)));
    1.0 / (1.0 + libm::expf(-sum))
}
