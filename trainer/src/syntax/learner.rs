//! The learner: a multinomial logistic model trained by stochastic gradient descent with AdaGrad.
//!
//! It reads as the tagger will, from left to right and after its own decisions, so it learns to continue after mistakes. Random
//! features of each word are dropped in training, so that the model relies on none alone. The final weights are the mean over
//! epochs.

use super::treebank::Sentence;
use newsmark::training::model::WordClass;
use newsmark::training::syntax::decoder::Decoder;
use newsmark::training::syntax::features::{self, Before, Sink, Window};
use newsmark::training::syntax::model::Model;
use newsmark::training::syntax::words::Words;
use newsmark::training::syntax::{LABELS, Label, Mask};
use newsmark::training::text::Document;

/// How far a first step goes.
const RATE: f32 = 0.1;
/// What each touch takes off a weight, times its rate: what is not needed goes to zero.
const DECAY: f32 = 3e-3;
/// Of 65,536 features, how many are left in.
const KEPT: u64 = 65_536 * 7 / 10;
/// A gradient smaller than this moves nothing.
const LEAST: f32 = 1e-3;
/// How much a weight that is often learnt from is more useful than another of its size: a power of the sum of its squared gradients.
const OFTEN: f32 = 0.25;
/// Most features of a word.
const MOST: usize = 40;

/// Weights with the squares of their gradients so far.
#[derive(Clone)]
pub struct Learner {
    /// By their places.
    pub weights: Vec<f32>,
    squares: Vec<f32>,
    /// Sums of the weights over some epochs, and how many.
    sums: (Vec<f32>, f32),
    chance: u64,
}

impl Learner {
    /// Knows nothing; places have so many bits.
    pub fn new(bits: u8, seed: u64) -> Self {
        let size = 1 << bits;
        Learner { weights: vec![0.0; size], squares: vec![0.5; size], sums: (vec![0.0; size], 0.0), chance: chance(seed) }
    }

    /// The same, in an order of its own from here on.
    pub fn again(mut self, seed: u64) -> Self {
        self.chance = chance(seed);
        self
    }

    /// One pass over all sentences in a shuffled order. The model says which labels words may have.
    pub fn epoch(&mut self, sentences: &[(Document, &Sentence)], model: &Model, class: fn(u64) -> WordClass) {
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        for end in (1..order.len()).rev() {
            order.swap(end, (self.next() % (end as u64 + 1)) as usize);
        }
        let mut words = Words::new(model, class);
        for index in order {
            let (document, sentence) = &sentences[index];
            let mut decoder = Decoder::new(document, words);
            for part in &document.sentences {
                let choose = |at: usize, labels: Mask, window: Window, before: Before| {
                    self.step(labels, &Features::read(window, before), sentence.gold[at].label, sentence.weight)
                };
                decoder.sentence(part.tokens.clone(), choose, |_, _| ());
            }
            words = decoder.into_words();
        }
    }

    /// Takes the weights as they are now into the mean.
    pub fn remember(&mut self) {
        self.sums.0.iter_mut().zip(&self.weights).for_each(|(sum, weight)| *sum += weight);
        self.sums.1 += 1.0;
    }

    /// One mean of what two learners remembered.
    pub fn joined(mut self, other: Self) -> Self {
        self.sums.0.iter_mut().zip(&other.sums.0).for_each(|(sum, other)| *sum += other);
        self.sums.1 += other.sums.1;
        self
    }

    /// Puts the mean of what was remembered in place of the weights, and begins a new mean.
    pub fn settle(&mut self) {
        let count = std::mem::take(&mut self.sums.1);
        self.weights.iter_mut().zip(&mut self.sums.0).for_each(|(weight, sum)| *weight = std::mem::take(sum) / count);
    }

    /// Keeps the most useful weights, and forgets the others for good.
    pub fn prune(&mut self, kept: usize) {
        let useful = |(weight, square): (&f32, &f32)| weight.abs() * libm::powf(*square, OFTEN);
        let mut order: Vec<f32> = self.weights.iter().zip(&self.squares).map(useful).collect();
        order.sort_by(|a, b| b.total_cmp(a));
        let least = order.get(kept).copied().unwrap_or_default();
        for (weight, square) in self.weights.iter_mut().zip(&mut self.squares) {
            if useful((&*weight, &*square)) <= least {
                // No step moves it any more.
                (*weight, *square) = (0.0, f32::INFINITY);
            }
        }
    }

    /// Chooses the best label, and learns from what the word is, where it is known.
    fn step(&mut self, labels: Mask, features: &Features, gold: Option<Label>, weight: f32) -> Label {
        let gold = gold.filter(|gold| labels >> gold.number() & 1 == 1);
        let mut hashes = [0; MOST];
        let mut count = 0;
        for &hash in &features.hashes[..features.count] {
            hashes[count] = hash as usize & (self.weights.len() - 1);
            count += usize::from(gold.is_none() || self.next() >> 48 < KEPT);
        }
        let hashes = &hashes[..count];
        let of = |label: usize| hashes.iter().map(move |&hash| hash ^ label);
        let (mut scores, mut best) = ([f32::MIN; LABELS], 0);
        for label in (0..LABELS).filter(|&label| labels >> label & 1 == 1) {
            scores[label] = of(label).map(|place| self.weights[place]).sum();
            if scores[label] > scores[best] || scores[best] == f32::MIN {
                best = label;
            }
        }
        let Some(gold) = gold else { return Label::of(best as u8) };
        let most = scores[best];
        let shares = scores.map(|score| if score == f32::MIN { 0.0 } else { libm::expf(score - most) });
        let all: f32 = shares.iter().sum();
        for label in (0..LABELS).filter(|&label| labels >> label & 1 == 1) {
            let right = f32::from(u8::from(label == usize::from(gold.number())));
            let gradient = weight * (shares[label] / all - right);
            if gradient.abs() >= LEAST {
                of(label).for_each(|place| self.adapt(place, gradient));
            }
        }
        Label::of(best as u8)
    }

    #[inline]
    fn adapt(&mut self, place: usize, gradient: f32) {
        let (weight, square) = (&mut self.weights[place], &mut self.squares[place]);
        *square += gradient * gradient;
        let rate = RATE / square.sqrt();
        let moved = *weight - rate * gradient;
        *weight = moved - (rate * DECAY).min(moved.abs()) * moved.signum();
    }

    /// Numbers that look random, the same ones every time.
    fn next(&mut self) -> u64 {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        self.chance
    }
}

fn chance(seed: u64) -> u64 {
    seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1
}

/// The features of a word.
struct Features {
    hashes: [u32; MOST],
    count: usize,
}

impl Features {
    /// All that the tagger may ask of the middle word.
    fn read(window: Window, before: Before) -> Self {
        let mut features = Features { hashes: [0; MOST], count: 0 };
        features::PLACES.iter().for_each(|&place| features::alone(place, window[place], &mut features));
        features::beside(window, before, &mut features);
        features::besides(window, before, &mut features);
        features
    }
}

impl Sink for Features {
    fn push(&mut self, hash: u32) {
        self.hashes[self.count] = hash;
        self.count += 1;
    }
}
