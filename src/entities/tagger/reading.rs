//! Reading an article twice: the labels of its runs, first without and then with what the first reading decided.
#![expect(clippy::indexing_slicing, reason = "a run's rows and labels are as many as its tokens")]

use super::alone::Alone;
use super::article::{Article, Decided};
use super::attributes;
use super::features::Reader;
use super::labels::{self, Class, LABELS, Position};
use super::lattice::{ANY, Chain, Lattice, Row};
use super::model::{Model, Steps, WIDTH};
use super::runs::{self, Run};
use crate::entities::casing::View;
use std::ops::Range;

/// A name as the labels have it.
#[derive(Clone, PartialEq, Debug)]
pub struct Labelled {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its class.
    pub class: Class,
    /// Probability by the model, not yet calibrated.
    pub probability: f32,
}

/// Reads an article with a model.
pub fn read(view: &View, model: &Model) -> Vec<Labelled> {
    let runs = runs::find(view);
    let attributes = attributes::read(view, model, &runs);
    let article = Article::read(view);
    let reader = Reader { view, attributes: &attributes, article: &article };
    let tokens: usize = runs.iter().map(|run| run.tokens.len()).sum();
    let mut steps: Vec<Steps> = Vec::with_capacity(tokens);
    let (mut lattice, mut rows, mut labels) = (Lattice::default(), Vec::new(), Vec::new());

    let (best, sums) = (Chain::best(&model.transitions), Chain::sums(&model.transitions));
    let (mut decided, mut alone, mut features) = (Decided::default(), Alone::default(), Vec::new());
    for Run { tokens: run, sentence } in &runs {
        let from = steps.len();
        for at in run.clone() {
            let mut row = [0; WIDTH];
            let near = reader.near(at, *sentence);
            alone.add(&reader, model, at, near, &mut row);
            features.clear();
            reader.together(at, run, *sentence, near, |feature| features.push(feature));
            model.add(&features, &mut row);
            steps.push(row);
        }
        weigh(&steps[from..], model.step, &mut rows);
        lattice.decode(&rows, &best, &mut labels);
        decide(&mut decided, view, run, &labels);
    }

    let mut names = Vec::new();
    let mut from = 0;
    for Run { tokens: run, sentence } in &runs {
        let steps = &mut steps[from..from + run.len()];
        for (at, row) in run.clone().zip(steps.iter_mut()) {
            features.clear();
            reader.decided(at, *sentence, &decided, |feature| features.push(feature));
            model.add(&features, row);
        }
        from += run.len();
        weigh(steps, model.step, &mut rows);
        lattice.decode(&rows, &best, &mut labels);
        if labels.iter().all(|&label| label as usize == labels::OUTSIDE) {
            continue;
        }
        lattice.sum(&rows, &sums, |_| ANY);
        for (tokens, class) in names_of(&labels) {
            let probability = lattice.path(tokens.start, &labels[tokens.clone()], &sums);
            names.push(Labelled { tokens: run.start + tokens.start..run.start + tokens.end, class, probability });
        }
    }
    names
}

fn weigh(steps: &[Steps], step: f32, rows: &mut Vec<Row>) {
    rows.clear();
    rows.extend(steps.iter().map(|steps| {
        let mut row = [0.0; LABELS];
        row.iter_mut().zip(steps).for_each(|(weight, &steps)| *weight = f32::from(steps) * step);
        row
    }));
}

/// Notes what a run's labels say.
pub fn decide(decided: &mut Decided, view: &View, run: &Range<usize>, labels: &[u8]) {
    for (tokens, class) in names_of(labels) {
        decided.name(view, run.start + tokens.start..run.start + tokens.end, class);
    }
    for (at, _) in run.clone().zip(labels).filter(|(_, label)| **label as usize == labels::OUTSIDE) {
        decided.outside(view, at);
    }
}

/// The names that labels mark, as ranges of them.
pub fn names_of(labels: &[u8]) -> impl Iterator<Item = (Range<usize>, Class)> {
    let mut start = 0;
    labels.iter().enumerate().filter_map(move |(at, &label)| match labels::meaning(label as usize)? {
        (_, Position::Begin) => {
            start = at;
            None
        }
        (_, Position::Inside) => None,
        (class, Position::End) => Some((start..at + 1, class)),
        (class, Position::Single) => Some((at..at + 1, class)),
    })
}
