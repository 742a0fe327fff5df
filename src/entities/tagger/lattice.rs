//! The lattice: the best labels of a run of tokens, and how probable each label is.
//!
//! A linear chain with what each token says (`emissions`) and what each pair of neighbours says (`transitions`). Before and
//! after the run stands a token outside any name. The tagger and its trainer both count here, and to the same bits on every machine:
//! with sums in one order and an exponential of its own.
#![expect(clippy::indexing_slicing, reason = "labels are below their number, and every row has one weight for each")]

use super::labels::{CLASSES, LABELS, OUTSIDE, Position, first, open};
pub use crate::model::tagger::Transitions;
use std::array::from_fn;

/// Log-weights of the labels of one token.
pub type Row = [f32; LABELS];

/// Labels a token may have, a bit each.
pub type Allowed = u32;
/// Any label.
pub const ANY: Allowed = (1 << LABELS) - 1;

/// Labels with which something begins, and as many after which it may: outside, single, and begin; outside, single, and end.
const STARTS: usize = 1 + 2 * CLASSES;
/// As many, and one more that is worth nothing: whole vectors.
const LANES: usize = STARTS.next_multiple_of(4);
type Starts = [f32; LANES];

const BEGIN: usize = first(Position::Begin);
const INSIDE: usize = first(Position::Inside);
const END: usize = first(Position::End);

/// The labels after which something begins, in order.
const CLOSED: [usize; STARTS] = {
    let mut closed = [OUTSIDE; STARTS];
    let mut at = 0;
    while at < STARTS {
        closed[at] = if at < BEGIN { at } else { END + at - BEGIN };
        at += 1;
    }
    closed
};

/// What one label after another is worth, where one may follow another: as logarithms for the best path, as factors for sums.
pub struct Chain {
    /// After each label that is [`CLOSED`]: what each label is worth with which something begins.
    starts: [Starts; STARTS],
    /// The same the other way round: for each label with which something begins, what it is worth after each that is [`CLOSED`].
    before: [Starts; STARTS],
    /// After a beginning and after an inside, what inside and end of each class are worth.
    on: [[[f32; CLASSES]; 2]; 2],
}

impl Chain {
    /// For the best path.
    pub fn best(transitions: &Transitions) -> Self {
        Self::new(transitions, f32::NEG_INFINITY, |weight| weight)
    }

    /// For sums over all paths.
    pub fn sums(transitions: &Transitions) -> Self {
        Self::new(transitions, 0.0, exp)
    }

    fn new(transitions: &Transitions, nothing: f32, worth: impl Fn(f32) -> f32) -> Self {
        let (mut starts, mut before) = ([[nothing; LANES]; STARTS], [[nothing; LANES]; STARTS]);
        for (row, &from) in CLOSED.iter().enumerate() {
            for to in 0..STARTS {
                starts[row][to] = worth(transitions[from][to]);
                before[to][row] = starts[row][to];
            }
        }
        let on = [BEGIN, INSIDE]
            .map(|from| [INSIDE, END].map(|to| from_fn(|class| worth(transitions[from + class][to + class]))));
        Chain { starts, before, on }
    }

    /// What one label after another is worth, one that may follow it.
    fn of(&self, from: usize, to: usize) -> f32 {
        match from {
            _ if open(from) => self.on[usize::from(from >= INSIDE)][usize::from(to >= END)][(from - 1) % CLASSES],
            _ if from >= END => self.starts[BEGIN + from - END][to],
            _ => self.starts[from][to],
        }
    }
}

/// Scratch space, kept from run to run.
#[derive(Clone, Default)]
pub struct Lattice {
    /// The scores of the best paths to each label of each token.
    best: Vec<Row>,
    /// Sums over the paths up to each token, scaled to one.
    forward: Vec<Row>,
    /// Sums over the paths after each token, scaled alike.
    backward: Vec<Row>,
    /// What each token's emissions come to as factors.
    factors: Vec<Row>,
    scales: Vec<f32>,
}

impl Lattice {
    /// The most probable labels, and the logarithm of what their path is worth. Forward, only the best scores are kept; which label each
    /// came from is asked on the way back, of those on the path alone.
    pub fn decode(&mut self, emissions: &[Row], chain: &Chain, labels: &mut Vec<u8>) -> f32 {
        labels.clear();
        self.best.clear();
        let mut before = [f32::NEG_INFINITY; LABELS];
        before[OUTSIDE] = 0.0;
        for emission in emissions {
            let mut best = [f32::NEG_INFINITY; LANES];
            for (&from, weights) in CLOSED.iter().zip(&chain.starts) {
                for (best, weight) in best.iter_mut().zip(weights) {
                    let score = before[from] + weight;
                    *best = if score > *best { score } else { *best };
                }
            }
            let mut row = [0.0; LABELS];
            row[..STARTS].copy_from_slice(&best[..STARTS]);
            for class in 0..CLASSES {
                for (to, label) in [INSIDE + class, END + class].into_iter().enumerate() {
                    let began = before[BEGIN + class] + chain.on[0][to][class];
                    let went_on = before[INSIDE + class] + chain.on[1][to][class];
                    row[label] = if went_on > began { went_on } else { began };
                }
            }
            row.iter_mut().zip(emission).for_each(|(best, emission)| *best += emission);
            self.best.push(row);
            before = row;
        }
        let (mut to, mut worth) = (OUTSIDE, None);
        for before in self.best.iter().rev() {
            let better = |best: (usize, f32), next: (usize, f32)| if next.1 > best.1 { next } else { best };
            let score = |from: usize, weight: f32| (from, before[from] + weight);
            let (from, score) = match to {
                _ if to < INSIDE => {
                    let scores = CLOSED.iter().zip(&chain.before[to]).map(|(&from, &weight)| score(from, weight));
                    scores.fold((OUTSIDE, f32::NEG_INFINITY), better)
                }
                _ => {
                    let [began, went_on] = [BEGIN, INSIDE].map(|first| first + (to - 1) % CLASSES);
                    better(score(began, chain.of(began, to)), score(went_on, chain.of(went_on, to)))
                }
            };
            to = from;
            worth = worth.or(Some(score));
            labels.push(to as u8);
        }
        labels.reverse();
        worth.unwrap_or_default()
    }

    /// Sums over all paths that keep to what is allowed; the logarithm of the whole sum. Without a path the sum is not finite.
    #[cfg(feature = "training")]
    pub fn sum(&mut self, emissions: &[Row], chain: &Chain, allowed: impl Fn(usize) -> Allowed) -> f32 {
        let sum = self.forward(emissions, chain, allowed);
        self.backward(chain);
        sum
    }

    /// The same, before the sums after each token are needed.
    #[inline(never)]
    pub fn forward(&mut self, emissions: &[Row], chain: &Chain, allowed: impl Fn(usize) -> Allowed) -> f32 {
        self.forward.clear();
        self.factors.clear();
        self.scales.clear();
        let mut sum = 0.0;
        let mut before = [0.0; LABELS];
        before[OUTSIDE] = 1.0;
        for (at, emission) in emissions.iter().enumerate() {
            let may = allowed(at);
            let emission: Row = from_fn(|label| if may >> label & 1 == 1 { emission[label] } else { f32::NEG_INFINITY });
            let top = emission.iter().fold(f32::MIN, |top, &weight| if weight > top { weight } else { top });
            let factors: Row = from_fn(|label| exp(emission[label] - top));
            let mut starts = [0.0; LANES];
            for (&from, weights) in CLOSED.iter().zip(&chain.starts) {
                starts.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += before[from] * weight);
            }
            let mut row = [0.0; LABELS];
            row[..STARTS].copy_from_slice(&starts[..STARTS]);
            for class in 0..CLASSES {
                let (began, went_on) = (before[BEGIN + class], before[INSIDE + class]);
                row[INSIDE + class] = began * chain.on[0][0][class] + went_on * chain.on[1][0][class];
                row[END + class] = began * chain.on[0][1][class] + went_on * chain.on[1][1][class];
            }
            row.iter_mut().zip(&factors).for_each(|(sum, factor)| *sum *= factor);
            let scale = total(&row);
            row.iter_mut().for_each(|sum| *sum /= scale);
            sum += libm::logf(scale) + top;
            self.factors.push(factors);
            self.scales.push(scale);
            self.forward.push(row);
            before = row;
        }
        sum + libm::logf(closing(&before, chain))
    }

    /// Sums over the paths after each token, after [`Lattice::forward`].
    #[inline(never)]
    pub fn backward(&mut self, chain: &Chain) {
        let count = self.forward.len();
        let closing = self.forward.last().map_or(1.0, |last| closing(last, chain));
        let mut after = [0.0; LABELS];
        self.backward.clear();
        CLOSED.iter().for_each(|&label| after[label] = chain.of(label, OUTSIDE) / closing);
        self.backward.resize(count, after);
        for at in (0..count.saturating_sub(1)).rev() {
            let (factors, next, scale) = (&self.factors[at + 1], &self.backward[at + 1], self.scales[at + 1]);
            let shares: Row = from_fn(|label| factors[label] * next[label] / scale);
            let mut ends = [0.0; LANES];
            for (share, weights) in shares.iter().zip(&chain.before) {
                ends.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += share * weight);
            }
            let mut row = [0.0; LABELS];
            CLOSED.iter().zip(&ends).for_each(|(&label, sum)| row[label] = *sum);
            for class in 0..CLASSES {
                let (inside, end) = (shares[INSIDE + class], shares[END + class]);
                row[BEGIN + class] = inside * chain.on[0][0][class] + end * chain.on[0][1][class];
                row[INSIDE + class] = inside * chain.on[1][0][class] + end * chain.on[1][1][class];
            }
            self.backward[at] = row;
        }
    }

    /// How probable a label is, after [`Lattice::sum`].
    #[cfg(feature = "training")]
    pub fn marginal(&self, at: usize, label: usize) -> f32 {
        self.forward[at][label] * self.backward[at][label]
    }

    /// How probable a pair of labels is, `at` and after it, after [`Lattice::sum`].
    #[cfg(feature = "training")]
    pub fn pair(&self, at: usize, from: usize, to: usize, chain: &Chain) -> f32 {
        let next = at + 1;
        self.forward[at][from] * chain.of(from, to) * self.factors[next][to] * self.backward[next][to] / self.scales[next]
    }

    /// How probable it is that just this name stands at these tokens, after [`Lattice::backward`].
    pub fn path(&self, start: usize, mut labels: impl Iterator<Item = usize>, chain: &Chain) -> f32 {
        let Some(mut from) = labels.next() else { return 0.0 };
        let (mut probability, mut at) = (self.forward[start][from], start);
        for to in labels {
            at += 1;
            probability *= chain.of(from, to) * self.factors[at][to] / self.scales[at];
            from = to;
        }
        probability * self.backward[at][from]
    }
}

/// What the sums up to the last token come to with what follows it.
fn closing(last: &Row, chain: &Chain) -> f32 {
    CLOSED.iter().map(|&label| last[label] * chain.of(label, OUTSIDE)).sum()
}

/// The sum of a row, four at a time.
fn total(row: &Row) -> f32 {
    let (fours, rest) = row.as_chunks::<4>();
    let sums = fours.iter().fold([0.0_f32; 4], |sums, four| from_fn(|lane| sums[lane] + four[lane]));
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest.iter().sum::<f32>()
}

/// The exponential of a number that is not large, to about the last bit, and 0 far below: two to a whole power, and a series for the
/// rest. A system's own differs from machine to machine, and one with questions in it cannot be taken of a whole row at once.
#[inline]
fn exp(x: f32) -> f32 {
    // Added to a small number, it leaves that number's whole part in the last bits.
    const WHOLE: f32 = 12_582_912.0;
    // The logarithm of two in two parts, of which the first has few bits.
    const LN_2: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];
    let small = x < -87.0;
    let x = if small { 0.0 } else { x };
    let shifted = x * std::f32::consts::LOG2_E + WHOLE;
    let power = shifted - WHOLE;
    let rest = x - power * LN_2[0] - power * LN_2[1];
    let series = 1.0 / 720.0;
    let series = series * rest + 1.0 / 120.0;
    let series = series * rest + 1.0 / 24.0;
    let series = series * rest + 1.0 / 6.0;
    let series = series * rest + 0.5;
    let series = (series * rest + 1.0) * rest + 1.0;
    let found = series * f32::from_bits((shifted.to_bits() << 23).wrapping_add(0x3F80_0000));
    if small { 0.0 } else { found }
}

#[cfg(test)]
mod tests {
    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn the_exponential_is_right_to_about_the_last_bit() {
        for step in -8_700..=8_700 {
            let x = step as f32 / 100.0;
            let (ours, theirs) = (f64::from(super::exp(x)), libm::exp(f64::from(x)));
            assert!((ours / theirs - 1.0).abs() < 2.5e-7, "{x}: {ours} and {theirs}");
        }
    }
}
