//! The lattice: the best labels of a run of tokens, and how probable each label is.
//!
//! A linear chain with what each token says (`emissions`) and what each pair of neighbours says (`transitions`). Before and
//! after the run stands a token outside any name. The tagger and its trainer both count here, with the exponentials of `libm`:
//! a system's own differ in their last bit, and so would scores and weights.
#![expect(clippy::indexing_slicing, reason = "labels are below their number, and every row has one weight for each")]

use super::labels::{LABELS, OUTSIDE, continues, legal, open};

/// Log-weights of the labels of one token.
pub type Row = [f32; LABELS];
/// Log-weights of one label after another.
pub type Transitions = [Row; LABELS];

/// Labels a token may have, a bit each.
pub type Allowed = u32;
/// Any label.
pub const ANY: Allowed = (1 << LABELS) - 1;

/// What is added to the weight of one label after another: nothing, or so much that it never comes about. Adding to whole rows is
/// quicker than asking of each pair.
const LEGAL: Transitions = {
    let mut table = [[f32::NEG_INFINITY; LABELS]; LABELS];
    let mut from = 0;
    while from < LABELS {
        let mut to = 0;
        while to < LABELS {
            if legal(from, to) {
                table[from][to] = 0.0;
            }
            to += 1;
        }
        from += 1;
    }
    table
};

/// The labels that may follow a label.
pub fn followers(from: usize) -> impl Iterator<Item = usize> {
    (0..LABELS).filter(move |&to| legal(from, to))
}

/// Scratch space, kept from run to run.
#[derive(Clone, Default)]
pub struct Lattice {
    best: Vec<Row>,
    back: Vec<[u8; LABELS]>,
    /// Sums over the paths up to each token, scaled to one.
    pub forward: Vec<Row>,
    /// Sums over the paths after each token, scaled alike.
    pub backward: Vec<Row>,
    /// What each token's emissions come to as factors.
    pub factors: Vec<Row>,
    scales: Vec<f32>,
}

impl Lattice {
    /// The most probable labels.
    pub fn decode(&mut self, emissions: &[Row], transitions: &Transitions, labels: &mut Vec<u8>) {
        labels.clear();
        self.best.clear();
        self.back.clear();
        let mut before = [f32::NEG_INFINITY; LABELS];
        before[OUTSIDE] = 0.0;
        for emission in emissions {
            let (mut best, mut back) = ([f32::NEG_INFINITY; LABELS], [0_u32; LABELS]);
            for (from, so_far) in before.iter().enumerate().filter(|(_, so_far)| so_far.is_finite()) {
                let (weights, legal) = (&transitions[from], &LEGAL[from]);
                for to in 0..LABELS {
                    let score = so_far + weights[to] + legal[to];
                    let better = score > best[to];
                    best[to] = if better { score } else { best[to] };
                    back[to] = if better { from as u32 } else { back[to] };
                }
            }
            best.iter_mut().zip(emission).for_each(|(best, emission)| *best += emission);
            self.best.push(best);
            self.back.push(back.map(|from| from as u8));
            before = best;
        }
        let Some(last) = self.best.last() else { return };
        let ends = (0..LABELS).filter(|&label| !open(label));
        let score = |label: usize| last[label] + transitions[label][OUTSIDE];
        let mut label = ends.fold(OUTSIDE, |best, next| if score(next) > score(best) { next } else { best });
        for back in self.back.iter().rev() {
            labels.push(label as u8);
            label = back[label] as usize;
        }
        labels.reverse();
    }

    /// Sums over all paths that keep to what is allowed; the logarithm of the whole sum. `weights` are the exponentials of
    /// the transitions. Without a path the sum is not finite.
    pub fn sum(&mut self, emissions: &[Row], weights: &Transitions, allowed: impl Fn(usize) -> Allowed) -> f32 {
        let count = emissions.len();
        self.forward.clear();
        self.backward.clear();
        self.factors.clear();
        self.scales.clear();
        let mut total = 0.0;
        let mut before = [0.0; LABELS];
        before[OUTSIDE] = 1.0;
        for (at, emission) in emissions.iter().enumerate() {
            let may = allowed(at);
            let top = (0..LABELS).filter(|label| may >> label & 1 == 1).map(|l| emission[l]).fold(f32::MIN, f32::max);
            let mut factors = [0.0; LABELS];
            for label in (0..LABELS).filter(|label| may >> label & 1 == 1) {
                factors[label] = libm::expf(emission[label] - top);
            }
            let mut row = [0.0; LABELS];
            for from in 0..LABELS {
                // What is not legal weighs nothing.
                if before[from] > 0.0 {
                    row.iter_mut().zip(&weights[from]).for_each(|(sum, weight)| *sum += before[from] * weight);
                }
            }
            row.iter_mut().zip(&factors).for_each(|(sum, factor)| *sum *= factor);
            let scale: f32 = row.iter().sum();
            row.iter_mut().for_each(|sum| *sum /= scale);
            total += libm::logf(scale) + top;
            self.factors.push(factors);
            self.scales.push(scale);
            self.forward.push(row);
            before = row;
        }
        let closing: f32 = (0..LABELS).filter(|&l| !open(l)).map(|l| before[l] * weights[l][OUTSIDE]).sum();
        total += libm::logf(closing);
        let mut after = [0.0; LABELS];
        for label in (0..LABELS).filter(|&label| !open(label)) {
            after[label] = weights[label][OUTSIDE] / closing;
        }
        self.backward.resize(count, after);
        for at in (0..count.saturating_sub(1)).rev() {
            let (factors, next, scale) = (&self.factors[at + 1], self.backward[at + 1], self.scales[at + 1]);
            let mut row = [0.0; LABELS];
            for (from, sum) in row.iter_mut().enumerate() {
                let mut shares = weights[from];
                shares
                    .iter_mut()
                    .zip(factors)
                    .zip(&next)
                    .for_each(|((share, factor), next)| *share = *share * factor * next);
                *sum = shares.iter().sum::<f32>() / scale;
            }
            self.backward[at] = row;
        }
        total
    }

    /// How probable a label is, after [`Lattice::sum`].
    #[cfg(feature = "training")]
    pub fn marginal(&self, at: usize, label: usize) -> f32 {
        self.forward[at][label] * self.backward[at][label]
    }

    /// How probable a pair of labels is, `at` and after it, after [`Lattice::sum`].
    #[cfg(feature = "training")]
    pub fn pair(&self, at: usize, from: usize, to: usize, weights: &Transitions) -> f32 {
        let next = at + 1;
        self.forward[at][from] * weights[from][to] * self.factors[next][to] * self.backward[next][to] / self.scales[next]
    }

    /// How probable it is that just this name stands at these tokens, after [`Lattice::sum`].
    pub fn path(&self, start: usize, labels: &[u8], weights: &Transitions) -> f32 {
        let first = labels[0] as usize;
        let mut probability = self.forward[start][first];
        for (step, pair) in labels.windows(2).enumerate() {
            let (from, to) = (pair[0] as usize, pair[1] as usize);
            let next = start + step + 1;
            probability *= weights[from][to] * self.factors[next][to] / self.scales[next];
        }
        probability * self.backward[start + labels.len() - 1][labels[labels.len() - 1] as usize]
    }
}

/// The exponentials of some transitions; 0 where they are not legal.
pub fn exponentials(transitions: &Transitions) -> Transitions {
    let mut weights = [[0.0; LABELS]; LABELS];
    for (from, row) in weights.iter_mut().enumerate() {
        for to in followers(from) {
            debug_assert!(continues(to) == open(from));
            row[to] = libm::expf(transitions[from][to]);
        }
    }
    weights
}
