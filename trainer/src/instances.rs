//! Prepares the training instances: the runs of all articles with their features as numbers, for many epochs.

use crate::articles::Article;
use newsmark::training::article::Decided;
use newsmark::training::hashing::{ByHash, Hashes};
use newsmark::training::lattice::Allowed;
use newsmark::training::runs::Run;
use std::ops::Range;

/// Numbers of features, in the order of their hashes: the same whatever the order of templates, so that a code that is put in another
/// order trains the same model.
pub struct Numbering {
    numbers: ByHash<u32>,
    /// The hash of each feature.
    pub hashes: Vec<u64>,
}

impl Numbering {
    /// Numbers features.
    pub fn of(features: Hashes) -> Self {
        let mut hashes = Vec::from_iter(features);
        hashes.sort_unstable();
        let numbers = hashes.iter().zip(0..).map(|(&hash, number)| (hash, number)).collect();
        Numbering { numbers, hashes }
    }

    /// The number of a feature.
    pub fn get(&self, feature: u64) -> Option<u32> {
        self.numbers.get(&feature).copied()
    }
}

/// The features of the tokens of one article's runs, those of each token in order.
#[derive(Default)]
pub struct Features {
    numbers: Vec<u32>,
    ends: Vec<u32>,
}

impl Features {
    /// The features of a token, counted over all runs.
    pub fn of(&self, token: usize) -> &[u32] {
        let start = if token == 0 { 0 } else { self.ends[token - 1] };
        &self.numbers[start as usize..self.ends[token] as usize]
    }

    pub fn push(&mut self, feature: u32) {
        self.numbers.push(feature);
    }

    pub fn end(&mut self) {
        let start = self.ends.last().map_or(0, |&end| end as usize);
        self.numbers[start..].sort_unstable();
        self.ends.push(self.numbers.len() as u32);
    }
}

/// What an article says of itself: the features of the first reading.
pub fn first(article: &Article, mut sink: impl FnMut(Option<u64>)) {
    let reader = article.reader();
    for Run { tokens: run, sentence } in &article.runs {
        for at in run.clone() {
            reader.features(at, run, *sentence, |feature| sink(Some(feature)));
            sink(None);
        }
    }
}

/// What its first reading adds.
pub fn second(article: &Article, decided: &Decided, mut sink: impl FnMut(Option<u64>)) {
    let reader = article.reader();
    for Run { tokens: run, sentence } in &article.runs {
        for at in run.clone() {
            reader.decided(at, *sentence, decided, |feature| sink(Some(feature)));
            sink(None);
        }
    }
}

/// Keeps the features that are numbered.
pub fn numbered(numbering: &Numbering, each: impl FnOnce(&mut dyn FnMut(Option<u64>))) -> Features {
    let mut features = Features::default();
    each(&mut |feature| match feature {
        Some(feature) => features.numbers.extend(numbering.get(feature)),
        None => features.end(),
    });
    features
}

/// An article ready to be learnt from.
pub struct Instance {
    /// How much it counts.
    pub weight: f32,
    /// Its runs, as ranges of its tokens counted over all runs.
    pub runs: Vec<Range<usize>>,
    /// The labels each token may have.
    pub allowed: Vec<Allowed>,
    /// Features of the first reading.
    pub first: Features,
    /// What the first reading's decisions add; none before there are any.
    pub second: Option<Features>,
}

/// The runs of an article as ranges of its tokens counted over all runs.
pub fn counted(runs: &[Run]) -> Vec<Range<usize>> {
    let mut from = 0;
    let count = |run: &Run| {
        from += run.tokens.len();
        from - run.tokens.len()..from
    };
    runs.iter().map(count).collect()
}
