//! Trains the part-of-speech tagger: treebanks in, `model/syntax.bin` out.
//!
//! The same data give the same bytes. The tagger first trains with all features, and then continues with fewer and fewer weights, always
//! the most useful ones, so that these take over the work of the others.

mod accuracy;
mod learner;
mod lexicon;
mod tagset;
mod treebank;
mod variants;

use anyhow::{Context, Result};
use learner::Learner;
use lexicon::Lexicon;
use newsmark::training::syntax;
use newsmark::training::syntax::model::{Model, Parts};
use newsmark::training::text::Document;
use std::path::Path;
use std::time::Instant;
use treebank::Sentence;

/// Bits of the place of a weight: so many that hardly any two features share one.
const BITS: u8 = 22;
/// How many learners, each of its own order and luck, go into the mean.
const LEARNERS: u64 = 4;
const EPOCHS: usize = 6;
/// After so many epochs the weights are good enough to go into the mean.
const WARMING: usize = 2;
/// How many weights are kept, step by step, and the epochs after each.
const KEPT: [usize; 5] = [300_000, 180_000, 110_000, 80_000, 62_000];
const KEPT_EPOCHS: usize = 3;
/// What the smallest difference between weights is worth.
const STEP: f32 = 0.12;

/// Trains, measures and writes.
pub fn train(data: &Path, out: &Path) -> Result<()> {
    let began = Instant::now();
    let sentences = treebank::training(data)?;
    println!("{:5.1} s: {} sentences", began.elapsed().as_secs_f64(), sentences.len());
    let lexicon = lexicon::of(&sentences);
    // Says which labels words may have, and nothing else yet.
    let empty = written(&vec![0.0; 1 << BITS], &lexicon);
    let empty = Model::read(&empty).context("the lexicon does not make a model")?;
    let read: Vec<(Document, &Sentence)> = sentences.iter().map(|s| (Document::read(&s.text), s)).collect();
    let learn = |learners: Vec<Learner>, epochs: usize, warming: usize| -> Result<Learner> {
        let learned: Vec<Learner> = std::thread::scope(|scope| {
            let learn = |mut learner: Learner| {
                let (read, empty) = (&read, &empty);
                scope.spawn(move || {
                    for epoch in 1..=epochs {
                        learner.epoch(read, empty, syntax::word_class);
                        if epoch > warming {
                            learner.remember();
                        }
                    }
                    learner
                })
            };
            let running: Vec<_> = learners.into_iter().map(learn).collect();
            running.into_iter().map(|thread| thread.join().expect("a learner that does not panic")).collect()
        });
        let mut learner = learned.into_iter().reduce(Learner::joined).context("no learner")?;
        learner.settle();
        Ok(learner)
    };
    let development = accuracy::development(data)?;
    let show = |learner: &Learner, what: &str| -> Result<Vec<u8>> {
        let bytes = written(&learner.weights, &lexicon);
        println!("{:5.1} s: {what}, {} bytes", began.elapsed().as_secs_f64(), bytes.len());
        accuracy::print(&development, &Model::read(&bytes).context("what was written cannot be read")?);
        Ok(bytes)
    };
    let mut learner = learn((1..=LEARNERS).map(|seed| Learner::new(BITS, seed)).collect(), EPOCHS, WARMING)?;
    let mut bytes = show(&learner, "all weights")?;
    for kept in KEPT {
        learner.prune(kept);
        let again = (1..=LEARNERS).map(|seed| learner.clone().again(seed + 100)).collect();
        learner = learn(again, KEPT_EPOCHS, 0)?;
        bytes = show(&learner, &format!("{kept} weights"))?;
    }
    std::fs::write(out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
    Ok(())
}

/// Measures the tagger that the library comes with.
pub fn measure(data: &Path) -> Result<()> {
    let model = syntax::model().context("the library comes without a model")?;
    accuracy::print(&accuracy::development(data)?, model);
    Ok(())
}

fn written(weights: &[f32], lexicon: &Lexicon) -> Vec<u8> {
    let quantised = |weight: &f32| libm::rintf(weight / STEP).clamp(-127.0, 127.0) as i8;
    let weights: Vec<i8> = weights.iter().map(quantised).collect();
    Parts { sets: &lexicon.sets, lexicon: &lexicon.entries, weights: &weights }.write()
}
