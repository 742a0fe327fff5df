//! The learner: a conditional random field by stochastic gradients, each weight with a rate of its own (AdaGrad).
//!
//! Where a corpus does not say what a token is, the gradient pulls towards all that it allows, in the proportions the model
//! itself gives them.

use crate::instances::{Features, Instance};
use newsmark::training::labels::LABELS;
use newsmark::training::lattice::{ANY, Lattice, Row, Transitions, exponentials, followers};

/// How far a first step goes.
const RATE: f32 = 0.12;
/// What each touch takes off a weight, times the rate.
const DECAY: f32 = 2e-5;

/// Weights with the squares of their gradients so far.
pub struct Learner {
    /// A row for each feature.
    pub rows: Vec<Row>,
    squares: Vec<Row>,
    /// One label after another.
    pub transitions: Transitions,
    transition_squares: Transitions,
    /// Features that take part.
    pub alive: Vec<bool>,
    lattice: Lattice,
    constrained: Lattice,
}

impl Learner {
    /// Knows nothing of so many features.
    pub fn new(features: usize) -> Self {
        Learner {
            rows: vec![[0.0; LABELS]; features],
            squares: vec![[1e-2; LABELS]; features],
            transitions: [[0.0; LABELS]; LABELS],
            transition_squares: [[1.0; LABELS]; LABELS],
            alive: vec![true; features],
            lattice: Lattice::default(),
            constrained: Lattice::default(),
        }
    }

    /// One pass over instances in a shuffled order; the mean loss of a run.
    pub fn epoch(&mut self, instances: &[&Instance], number: u64) -> f64 {
        let mut order: Vec<(u32, u32, bool)> = Vec::new();
        for (index, instance) in instances.iter().enumerate() {
            for run in 0..instance.runs.len() as u32 {
                order.push((index as u32, run, false));
                if instance.second.is_some() {
                    order.push((index as u32, run, true));
                }
            }
        }
        shuffle(&mut order, number);
        // Where there are two readings, each run is met in one of them in an epoch.
        let two = instances.iter().any(|instance| instance.second.is_some());
        let half = order.len() / if two { 2 } else { 1 };
        order.truncate(half.max(1));
        let loss: f64 = order.iter().map(|&(index, run, second)| self.step(instances[index as usize], run as usize, second)).sum();
        loss / order.len() as f64
    }

    /// What the features of some tokens add up to.
    pub fn emissions(&self, tokens: std::ops::Range<usize>, sources: &[&Features], rows: &mut Vec<Row>) {
        rows.clear();
        rows.extend(tokens.map(|token| {
            let mut sum = [0.0; LABELS];
            for feature in sources.iter().flat_map(|source| source.of(token)).filter(|&&f| self.alive[f as usize]) {
                sum.iter_mut().zip(&self.rows[*feature as usize]).for_each(|(sum, weight)| *sum += weight);
            }
            sum
        }));
    }

    fn step(&mut self, instance: &Instance, run: usize, second: bool) -> f64 {
        let run = instance.runs[run].clone();
        let mut sources = vec![&instance.first];
        sources.extend(instance.second.iter().filter(|_| second));
        let mut emissions = Vec::with_capacity(run.len());
        self.emissions(run.clone(), &sources, &mut emissions);
        let weights = exponentials(&self.transitions);
        let allowed = &instance.allowed[run.clone()];
        let (mut free, mut bound) = (std::mem::take(&mut self.lattice), std::mem::take(&mut self.constrained));
        let loss = free.sum(&emissions, &weights, |_| ANY) - bound.sum(&emissions, &weights, |at| allowed[at]);
        if loss.is_finite() && loss > 1e-4 {
            self.descend(instance.weight, run, &sources, &weights, [&free, &bound]);
        }
        (self.lattice, self.constrained) = (free, bound);
        f64::from(if loss.is_finite() { loss } else { 0.0 })
    }

    fn descend(
        &mut self,
        weight: f32,
        run: std::ops::Range<usize>,
        sources: &[&Features],
        weights: &Transitions,
        [free, bound]: [&Lattice; 2],
    ) {
        for (at, token) in run.clone().enumerate() {
            let mut gradient = [0.0; LABELS];
            for (label, gradient) in gradient.iter_mut().enumerate() {
                *gradient = weight * (free.marginal(at, label) - bound.marginal(at, label));
            }
            if gradient.iter().all(|g| g.abs() < 1e-3) {
                continue;
            }
            for &feature in sources.iter().flat_map(|source| source.of(token)) {
                let feature = feature as usize;
                if self.alive[feature] {
                    adapt(&mut self.rows[feature], &mut self.squares[feature], &gradient);
                }
            }
        }
        for at in 0..run.len().saturating_sub(1) {
            for from in 0..LABELS {
                for to in followers(from) {
                    let gradient = weight * (free.pair(at, from, to, weights) - bound.pair(at, from, to, weights));
                    one(&mut self.transitions[from][to], &mut self.transition_squares[from][to], gradient);
                }
            }
        }
    }
}

fn adapt(row: &mut Row, squares: &mut Row, gradient: &Row) {
    for ((weight, square), &gradient) in row.iter_mut().zip(squares).zip(gradient) {
        one(weight, square, gradient);
    }
}

#[inline]
fn one(weight: &mut f32, square: &mut f32, gradient: f32) {
    *square += gradient * gradient;
    let rate = RATE / square.sqrt();
    let moved = *weight - rate * gradient;
    *weight = moved - (rate * DECAY).min(moved.abs()) * moved.signum();
}

/// The same order for the same seed.
fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for end in (1..items.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        items.swap(end, (state % (end as u64 + 1)) as usize);
    }
}
