//! The learner: a conditional random field trained by stochastic gradient descent with AdaGrad.
//!
//! Half of the features of each run are dropped at random in training, so that the model relies on none alone. The final weights are
//! the mean over epochs. Where a corpus does not say what a token is, the gradient pulls towards everything that it allows, in the
//! proportions that the model itself gives them.

use crate::chance::Chance;
use crate::instances::{Features, Instance};
use newsmark::training::labels::{LABELS, legal};
use newsmark::training::lattice::{ANY, Chain, Lattice, Row, Transitions};
use std::ops::Range;

/// How far a first step goes.
const RATE: f32 = 0.06;
/// What each touch takes off a weight, times its rate: what is not needed goes to zero.
const DECAY: f32 = 1e-3;
/// Of 65,536 features, how many are left in.
const KEPT: u64 = 32_768;

/// Weights with the squares of their gradients so far.
#[derive(Clone)]
pub struct Learner {
    /// A row for each feature.
    pub rows: Vec<Row>,
    squares: Vec<Row>,
    /// One label after another.
    pub transitions: Transitions,
    transition_squares: Transitions,
    /// Features that take part.
    pub alive: Vec<bool>,
    /// Sums of the weights over some epochs, and how many.
    sums: (Vec<Row>, Transitions, f32),
    chance: Chance,
    free: Lattice,
    bound: Lattice,
}

impl Learner {
    /// Knows nothing of so many features.
    pub fn new(features: usize) -> Self {
        let nothing = [[0.0; LABELS]; LABELS];
        Learner {
            rows: vec![[0.0; LABELS]; features],
            squares: vec![[1e-2; LABELS]; features],
            transitions: nothing,
            transition_squares: [[1.0; LABELS]; LABELS],
            alive: vec![true; features],
            sums: (vec![[0.0; LABELS]; features], nothing, 0.0),
            chance: Chance::new(0x9e37_79b9_7f4a_7c15),
            free: Lattice::default(),
            bound: Lattice::default(),
        }
    }

    /// One pass over all runs in a shuffled order; the mean loss of a run. Where there are two readings, each pass takes one
    /// half of all pairs of run and reading.
    pub fn epoch(&mut self, instances: &[&Instance], number: u64) -> f64 {
        let mut order: Vec<(u32, u32, bool)> = Vec::new();
        for (index, instance) in instances.iter().enumerate() {
            for run in 0..instance.runs.len() as u32 {
                order.push((index as u32, run, false));
                order.extend(instance.second.is_some().then_some((index as u32, run, true)));
            }
        }
        self.chance = Chance::new(number.wrapping_mul(0xd6e8_feb8_6659_fd93));
        Chance::new(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)).shuffle(&mut order);
        if instances.iter().any(|instance| instance.second.is_some()) {
            order.truncate(order.len() / 2);
        }
        let loss = |&(index, run, second): &(u32, u32, bool)| self.step(instances[index as usize], run as usize, second);
        order.iter().map(loss).sum::<f64>() / order.len() as f64
    }

    /// Takes the weights as they are now into the mean.
    pub fn remember(&mut self) {
        let add = |sums: &mut [Row], rows: &[Row]| {
            sums.as_flattened_mut().iter_mut().zip(rows.as_flattened()).for_each(|(sum, weight)| *sum += weight);
        };
        add(&mut self.sums.0, &self.rows);
        add(&mut self.sums.1, &self.transitions);
        self.sums.2 += 1.0;
    }

    /// One mean of what two learners remembered.
    pub fn joined(mut self, other: Self) -> Self {
        let add = |sums: &mut [Row], others: &[Row]| {
            sums.as_flattened_mut().iter_mut().zip(others.as_flattened()).for_each(|(sum, other)| *sum += other);
        };
        add(&mut self.sums.0, &other.sums.0);
        add(&mut self.sums.1, &other.sums.1);
        self.sums.2 += other.sums.2;
        self
    }

    /// Puts the mean of what was remembered in place of the weights, and begins a new mean.
    pub fn settle(&mut self) {
        let count = std::mem::take(&mut self.sums.2);
        let put = |rows: &mut [Row], sums: &mut [Row]| {
            for (weight, sum) in rows.as_flattened_mut().iter_mut().zip(sums.as_flattened_mut()) {
                *weight = std::mem::take(sum) / count;
            }
        };
        put(&mut self.rows, &mut self.sums.0);
        put(&mut self.transitions, &mut self.sums.1);
    }

    /// What the features of some tokens add up to.
    pub fn emissions(&self, tokens: Range<usize>, sources: &[&Features], rows: &mut Vec<Row>) {
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
        let mut sources = vec![self.thinned(&instance.first, run.clone())];
        if let Some(features) = instance.second.as_ref().filter(|_| second) {
            sources.push(self.thinned(features, run));
        }
        let sources: Vec<&Features> = sources.iter().collect();
        let mut emissions = Vec::with_capacity(allowed.len());
        self.emissions(0..allowed.len(), &sources, &mut emissions);
        let chain = Chain::sums(&self.transitions);
        let (mut free, mut bound) = (std::mem::take(&mut self.free), std::mem::take(&mut self.bound));
        let loss = free.sum(&emissions, &chain, |_| ANY) - bound.sum(&emissions, &chain, |at| allowed[at]);
        if loss.is_finite() && loss > 1e-4 {
            self.descend(instance.weight, allowed.len(), &sources, &chain, [&free, &bound]);
        }
        (self.free, self.bound) = (free, bound);
        f64::from(if loss.is_finite() { loss } else { 0.0 })
    }

    /// The features of a run without those left out this time.
    fn thinned(&mut self, source: &Features, run: Range<usize>) -> Features {
        let mut copy = Features::default();
        for token in run {
            source.of(token).iter().filter(|_| self.chance.next() >> 48 < KEPT).for_each(|&feature| copy.push(feature));
            copy.end();
        }
        copy
    }

    fn descend(&mut self, weight: f32, tokens: usize, sources: &[&Features], chain: &Chain, [free, bound]: [&Lattice; 2]) {
        for at in 0..tokens {
            let mut gradient = [0.0; LABELS];
            for (label, gradient) in gradient.iter_mut().enumerate() {
                *gradient = weight * (free.marginal(at, label) - bound.marginal(at, label));
            }
            if gradient.iter().all(|g| g.abs() < 1e-3) {
                continue;
            }
            for &feature in sources.iter().flat_map(|source| source.of(at)) {
                let feature = feature as usize;
                if self.alive[feature] {
                    let both = self.rows[feature].iter_mut().zip(&mut self.squares[feature]);
                    both.zip(gradient).for_each(|((weight, square), gradient)| adapt(weight, square, gradient, DECAY));
                }
            }
        }
        for at in 0..tokens.saturating_sub(1) {
            for from in 0..LABELS {
                for to in (0..LABELS).filter(|&to| legal(from, to)) {
                    let gradient = weight * (free.pair(at, from, to, chain) - bound.pair(at, from, to, chain));
                    adapt(&mut self.transitions[from][to], &mut self.transition_squares[from][to], gradient, 0.0);
                }
            }
        }
    }
}

#[inline]
fn adapt(weight: &mut f32, square: &mut f32, gradient: f32, decay: f32) {
    *square += gradient * gradient;
    let rate = RATE / square.sqrt();
    let moved = *weight - rate * gradient;
    *weight = moved - (rate * decay).min(moved.abs()) * moved.signum();
}
