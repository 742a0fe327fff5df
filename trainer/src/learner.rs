//! The learner: a conditional random field by stochastic gradients, each weight with a rate of its own (AdaGrad).
//!
//! Where a corpus does not say what a token is, the gradient pulls towards all that it allows, in the proportions the model
//! itself gives them.

use crate::instances::{Features, Instance};
use newsmark::training::labels::LABELS;
use newsmark::training::lattice::{ANY, Lattice, Row, Transitions, exponentials, followers};

pub fn env(name: &str, default: f32) -> f32 { std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default) }

/// Weights with the squares of their gradients so far.
pub struct Learner {
    /// A row for each feature.
    pub rows: Vec<Row>,
    squares: Vec<Row>,
    /// One label after another.
    pub transitions: Transitions,
    transition_squares: Transitions,
    rate: f32, decay: f32, drop: f32, l2: f32, coin: u64,
    /// Features that take part.
    pub alive: Vec<bool>,
    sums: Vec<Row>, transition_sums: Transitions, snapshots: f32,
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
            rate: env("RATE", 0.06), decay: env("DECAY", 2e-5), drop: env("DROP", 0.5), l2: env("L2", 0.0), coin: 1,
            alive: vec![true; features],
            sums: Vec::new(), transition_sums: [[0.0; LABELS]; LABELS], snapshots: 0.0,
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

    /// Remembers the weights as they are now.
    pub fn snapshot(&mut self) {
        self.sums.resize(self.rows.len(), [0.0; LABELS]);
        let all = |sums: &mut [Row], rows: &[Row]| {
            sums.as_flattened_mut().iter_mut().zip(rows.as_flattened()).for_each(|(sum, weight)| *sum += weight);
        };
        all(&mut self.sums, &self.rows);
        all(&mut self.transition_sums, &self.transitions);
        self.snapshots += 1.0;
    }

    /// Puts the mean of what was remembered in place of the weights.
    pub fn settle(&mut self) {
        let all = |rows: &mut [Row], sums: &mut [Row]| {
            for (weight, sum) in rows.as_flattened_mut().iter_mut().zip(sums.as_flattened_mut()) {
                *weight = *sum / self.snapshots;
                *sum = 0.0;
            }
        };
        all(&mut self.rows, &mut self.sums);
        all(&mut self.transitions, &mut self.transition_sums);
        self.snapshots = 0.0;
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
        let allowed = &instance.allowed[run.clone()];
        let mut sources = vec![&instance.first];
        sources.extend(instance.second.iter().filter(|_| second));
        let mut emissions = Vec::with_capacity(run.len());
        self.coin = self.coin.wrapping_mul(0x9e3779b97f4a7c15).wrapping_add(12345);
        let dropped: Vec<Features> = sources.iter().map(|source| self.thinned(source, run.clone())).collect();
        let sources: Vec<&Features> = dropped.iter().collect();
        let run = 0..run.len();
        self.emissions(run.clone(), &sources, &mut emissions);
        let weights = exponentials(&self.transitions);
        let (mut free, mut bound) = (std::mem::take(&mut self.lattice), std::mem::take(&mut self.constrained));
        let loss = free.sum(&emissions, &weights, |_| ANY) - bound.sum(&emissions, &weights, |at| allowed[at]);
        if loss.is_finite() && loss > 1e-4 {
            self.descend(instance.weight, run, &sources, &weights, [&free, &bound]);
        }
        (self.lattice, self.constrained) = (free, bound);
        f64::from(if loss.is_finite() { loss } else { 0.0 })
    }

    /// A copy with some features left out.
    fn thinned(&mut self, source: &Features, run: std::ops::Range<usize>) -> Features {
        let limit = ((1.0 - self.drop) * 65536.0) as u64;
        let mut copy = Features::default();
        for token in run {
            for &feature in source.of(token) {
                self.coin ^= self.coin << 13;
                self.coin ^= self.coin >> 7;
                self.coin ^= self.coin << 17;
                if self.coin >> 48 < limit {
                    copy.push(feature);
                }
            }
            copy.end();
        }
        copy
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
                    adapt(&mut self.rows[feature], &mut self.squares[feature], &gradient, [self.rate, self.decay, self.l2]);
                }
            }
        }
        for at in 0..run.len().saturating_sub(1) {
            for from in 0..LABELS {
                for to in followers(from) {
                    let gradient = weight * (free.pair(at, from, to, weights) - bound.pair(at, from, to, weights));
                    one(&mut self.transitions[from][to], &mut self.transition_squares[from][to], gradient, [self.rate, 0.0, 0.0]);
                }
            }
        }
    }
}

fn adapt(row: &mut Row, squares: &mut Row, gradient: &Row, knobs: [f32; 3]) {
    for ((weight, square), &gradient) in row.iter_mut().zip(squares).zip(gradient) {
        one(weight, square, gradient, knobs);
    }
}

#[inline]
fn one(weight: &mut f32, square: &mut f32, gradient: f32, [rate, decay, l2]: [f32; 3]) {
    let gradient = gradient + l2 * *weight;
    *square += gradient * gradient;
    let rate = rate / square.sqrt();
    let moved = *weight - rate * gradient;
    *weight = moved - (rate * decay).min(moved.abs()) * moved.signum();
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
