//! The learner: a multinomial logistic model by stochastic gradients, each weight with a rate of its own (AdaGrad).
//!
//! It reads as the tagger will: from left to right, after its own decisions, so that it learns to go on after its mistakes.

use super::treebank::Sentence;
use newsmark::training::syntax::decoder::Decoder;
use newsmark::training::syntax::features::{self, Before, Sink, Window};
use newsmark::training::syntax::model::Model;
use newsmark::training::syntax::words::Words;
use newsmark::training::syntax::{Label, Mask};
use newsmark::training::text::Document;

/// Weights with the squares of their gradients so far.
#[derive(Clone)]
pub struct Learner {
    pub weights: Vec<f32>,
    squares: Vec<f32>,
    sums: Vec<f32>,
    count: f32,
    chance: u64,
    dropped: Vec<usize>,
    pub settings: Settings,
}

/// Most features of a word.
const MOST: usize = 64;

/// The features of a word.
struct Hashes {
    hashes: [u32; MOST],
    count: usize,
}

impl Sink for Hashes {
    fn push(&mut self, hash: u32) {
        self.hashes[self.count] = hash;
        self.count += 1;
    }
}

/// All features of the middle word.
fn read(window: Window, before: Before, sink: &mut Hashes) {
    (1..4).for_each(|place| features::alone(place, window[place], sink));
    features::beside(window, before, sink);
    features::besides(window, before, sink);
}

/// What is tried.
#[derive(Clone, Copy)]
pub struct Settings {
    pub rate: f32,
    pub decay: f32,
    /// Of 65,536 features, how many are left in.
    pub kept: u64,
}

impl Learner {
    pub fn new(bits: u8, seed: u64, settings: Settings) -> Self {
        let size = 1 << bits;
        let chance = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        Learner {
            weights: vec![0.0; size],
            squares: vec![0.5; size],
            sums: vec![0.0; size],
            count: 0.0,
            chance,
            settings,
            dropped: std::env::var("DROP").unwrap_or_default().split(',').filter_map(|n| n.parse().ok()).collect(),
        }
    }

    /// The same, in an order of its own from here on.
    pub fn again(mut self, seed: u64) -> Self {
        self.chance = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        self
    }

    fn next(&mut self) -> u64 {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        self.chance
    }

    /// One pass over all sentences in a shuffled order.
    pub fn epoch<'m>(&mut self, sentences: &[(Document, &Sentence)], model: &'m Model<'m>, class: ClassOf) -> f64 {
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        for end in (1..order.len()).rev() {
            order.swap(end, (self.next() % (end as u64 + 1)) as usize);
        }
        let (mut loss, mut asked) = (0.0, 0.0_f64);
        let mut words = Some(Words::new(model, class));
        for index in order {
            let (document, sentence) = &sentences[index];
            let mut decoder = Decoder::new(document, words.take().expect("given back"));
            for part in &document.sentences {
                let choose = |at: usize, mask: Mask, window: Window, before: Before| {
                    let mut hashes = Hashes { hashes: [0; MOST], count: 0 };
                    read(window, before, &mut hashes);
                    let (label, lost) =
                        self.step(mask, &hashes.hashes[..hashes.count], sentence.gold[at].0, sentence.weight);
                    loss += f64::from(lost);
                    asked += 1.0;
                    label
                };
                decoder.sentence(part.tokens.clone(), choose, |_, _| ());
            }
            words = Some(decoder.into_words());
        }
        loss / asked
    }

    fn step(&mut self, mask: Mask, hashes: &[u32], gold: Option<Label>, weight: f32) -> (Label, f32) {
        let size = self.weights.len() - 1;
        let mut kept = [true; MOST];
        for &dropped in &self.dropped {
            kept[dropped] = false;
        }
        let learns = gold.filter(|gold| mask >> gold.number() & 1 == 1);
        if learns.is_some() && self.settings.kept < 65536 {
            for kept in &mut kept {
                *kept &= self.next() >> 48 < self.settings.kept;
            }
        }
        let mut labels = [0_u8; 64];
        let mut scores = [0.0_f32; 64];
        let mut count = 0;
        let mut rest = mask;
        while rest != 0 {
            labels[count] = rest.trailing_zeros() as u8;
            rest &= rest - 1;
            let mut sum = 0.0;
            for (&hash, &kept) in hashes.iter().zip(&kept) {
                if kept {
                    sum += self.weights[(hash as usize & size) ^ usize::from(labels[count])];
                }
            }
            scores[count] = sum;
            count += 1;
        }
        let (mut best, mut most) = (0, f32::MIN);
        for at in 0..count {
            if scores[at] > most {
                (best, most) = (at, scores[at]);
            }
        }
        let label = Label::of(labels[best]);
        let Some(gold) = learns else { return (label, 0.0) };
        let mut all = 0.0;
        for score in &mut scores[..count] {
            *score = libm::expf(*score - most);
            all += *score;
        }
        let mut loss = 0.0;
        for at in 0..count {
            let right = labels[at] == gold.number();
            let p = scores[at] / all;
            if right {
                loss = -libm::logf(p.max(1e-9));
            }
            let gradient = weight * (p - f32::from(u8::from(right)));
            if gradient.abs() < 1e-3 {
                continue;
            }
            for (&hash, &kept) in hashes.iter().zip(&kept) {
                if kept {
                    let place = (hash as usize & size) ^ usize::from(labels[at]);
                    let square = &mut self.squares[place];
                    *square += gradient * gradient;
                    let rate = self.settings.rate / square.sqrt();
                    let moved = self.weights[place] - rate * gradient;
                    self.weights[place] = moved - (rate * self.settings.decay).min(moved.abs()) * moved.signum();
                }
            }
        }
        (label, loss)
    }

    /// Takes the weights as they are now into the mean.
    pub fn remember(&mut self) {
        self.sums.iter_mut().zip(&self.weights).for_each(|(sum, weight)| *sum += weight);
        self.count += 1.0;
    }

    /// Keeps the most useful weights, as the mean has them, and forgets the others for good.
    pub fn prune(&mut self, kept: usize, power: f32) {
        self.weights = self.mean();
        let useful = |weight: f32, square: f32| weight.abs() * libm::powf(square, power);
        let mut order: Vec<f32> = self.weights.iter().zip(&self.squares).map(|(&w, &s)| useful(w, s)).collect();
        order.sort_by(|a, b| b.total_cmp(a));
        let least = order.get(kept).copied().unwrap_or(0.0);
        for (weight, square) in self.weights.iter_mut().zip(&mut self.squares) {
            if useful(*weight, *square) <= least {
                *weight = 0.0;
                *square = f32::INFINITY;
            }
        }
        self.sums.fill(0.0);
        self.count = 0.0;
    }

    /// One mean of what two learners remembered.
    pub fn joined(mut self, other: Self) -> Self {
        self.sums.iter_mut().zip(&other.sums).for_each(|(sum, other)| *sum += other);
        self.count += other.count;
        self
    }

    /// The mean of what was remembered.
    pub fn mean(&self) -> Vec<f32> {
        self.sums.iter().map(|sum| sum / self.count).collect()
    }
}

/// The classes of a word by its hash.
pub type ClassOf = fn(u64) -> newsmark::training::model::WordClass;
