//! Trains the net that is asked where the tagger is unsure: corpora, text labelled by a teacher, and the tagger in, `model/net.bin` out.
//!
//! It never sees the tagger's output, so that the two make different mistakes. It learns from whole articles, several at once, because
//! the net looks at all occurrences of a word. The sums of a step are always split in the same way, whatever runs in parallel.

mod descent;
mod examples;
mod layers;

use crate::chance::Chance;
use crate::corpora;
use crate::{Development, articles, calibration, measure, teacher};
use anyhow::{Context, Result};
use descent::Descent;
use examples::Example;
use layers::Weights;
use newsmark::training::labels::LABELS;
use newsmark::training::net::weights::{
    self, FIRST, LONGER, Net, OF_FIRST, OF_FLAGS, OF_LABELS, OF_LONGER, OF_PLACES, OF_SECOND, ROWS, SECOND, SECTIONS, WIDTH,
    rows,
};
use newsmark::training::{LEAST, Model};
use std::path::Path;
use std::time::Instant;

/// How often all labelled articles are read.
const EPOCHS: usize = 12;
/// Of a hundred steps through taught articles, how many are taken in each of these; and what one counts beside the others.
const SHARE: usize = 70;
const TAUGHT: f32 = 0.5;
/// Tokens of runs that are learnt from at once, at least.
const AT_ONCE: usize = 1200;
/// Parts of a step's articles, each with sums of its own.
const PARTS: usize = 2;

pub fn train(data: &Path, model: &Path, out: &Path) -> Result<()> {
    let began = Instant::now();
    let bytes = std::fs::read(model).with_context(|| format!("cannot read {}", model.display()))?;
    let model = Model::read(&bytes).context("the tagger cannot be read")?;
    let mut labelled = Vec::new();
    for corpus in corpora::TRAIN.iter().filter(|corpus| !teacher::has(corpus.name)) {
        let read = articles::read(data, corpus, &model)?;
        labelled.extend(read.iter().map(|article| Example::of(article, article.weight)));
    }
    let taught: Vec<Example> = teacher::read(data, &model)?.iter().map(|article| Example::of(article, 1.0)).collect();
    println!("{:5.0} s: {} labelled, {} taught articles", began.elapsed().as_secs_f64(), labelled.len(), taught.len());

    let steps = epoch(&labelled, &taught, 0).len() * EPOCHS;
    let mut descent = Descent::new(beginning(), steps);
    let mut gradients = vec![vec![[0.0; WIDTH]; ROWS]; PARTS];
    for number in 0..EPOCHS {
        let (mut losses, mut tokens) = (0.0, 0);
        let batches = epoch(&labelled, &taught, number as u64);
        for (nth, (batch, worth)) in batches.iter().enumerate() {
            let seed = (number * batches.len() + nth) as u64;
            losses += step(&descent.weights, batch, *worth, seed, &mut gradients);
            tokens += batch.iter().map(|example| example.tokens).sum::<usize>();
            descent.step(&gradients[0]);
        }
        let seconds = began.elapsed().as_secs_f64();
        println!("{seconds:5.0} s: epoch {}, loss of a token {:.4}", number + 1, losses / tokens as f64);
    }

    let development = corpora::DEVELOPMENT.iter().map(|corpus| {
        let articles = articles::read(data, corpus, &model)?.into_iter().map(|article| (article, Default::default()));
        Ok(Development { name: corpus.name, coarse: !corpus.groups, articles: articles.collect() })
    });
    let development = development.collect::<Result<Vec<_>>>()?;
    let (steps, whole) = quantised(&descent.mean);
    let bytes = weights::write([1.0, 0.0], &steps, &whole);
    let net = Net::read(&bytes).context("what was written cannot be read")?;
    println!("every name shown:");
    let judged = measure(&model, Some(&net), &development, net.calibration, 0.0);
    let line = calibration::fit(&judged);
    println!("calibration error {:.3}; without the least probable:", calibration::error(&judged, line));
    measure(&model, Some(&net), &development, line, LEAST);
    let bytes = weights::write(line, &steps, &whole);
    std::fs::write(out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
    println!("{:5.0} s: {}, {} bytes", began.elapsed().as_secs_f64(), out.display(), bytes.len());
    Ok(())
}

/// Articles that are learnt from at once, and what they count.
type Batch<'e> = (Vec<&'e Example>, f32);

/// The batches of an epoch in their order.
fn epoch<'e>(labelled: &'e [Example], taught: &'e [Example], number: u64) -> Vec<Batch<'e>> {
    let mut chance = Chance::new((number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let mut all = batches(labelled, 1.0, &mut chance);
    let mut others = batches(taught, TAUGHT, &mut chance);
    others.truncate(others.len() * SHARE / 100);
    all.extend(others);
    chance.shuffle(&mut all);
    all
}

fn batches<'e>(examples: &'e [Example], worth: f32, chance: &mut Chance) -> Vec<Batch<'e>> {
    let mut order: Vec<&Example> = examples.iter().filter(|example| example.tokens > 0).collect();
    chance.shuffle(&mut order);
    let (mut batches, mut batch, mut tokens) = (Vec::new(), Vec::new(), 0);
    for example in order {
        batch.push(example);
        tokens += example.tokens;
        if tokens >= AT_ONCE {
            batches.push((std::mem::take(&mut batch), worth));
            tokens = 0;
        }
    }
    batches
}

/// Puts the gradient of some articles into the first of `gradients`; the loss.
fn step(weights: &Weights, batch: &[&Example], worth: f32, seed: u64, gradients: &mut [Weights]) -> f64 {
    let runs: f32 = batch.iter().map(|example| example.weight * example.runs.len() as f32).sum();
    let factor = worth / runs;
    let learn = |(part, gradient): (usize, &mut Weights)| {
        gradient.fill([0.0; WIDTH]);
        let mut chance = Chance::new((seed * PARTS as u64 + part as u64 + 1).wrapping_mul(0xd6e8_feb8_6659_fd93));
        let mine = batch.iter().skip(part).step_by(PARTS);
        mine.map(|example| layers::learn(example, weights, factor, &mut chance, gradient)).sum::<f64>()
    };
    let loss = std::thread::scope(|scope| {
        let running: Vec<_> = gradients.iter_mut().enumerate().map(|part| scope.spawn(move || learn(part))).collect();
        running.into_iter().map(|thread| thread.join().expect("a part that does not panic")).sum()
    });
    if let Some((first, others)) = gradients.split_first_mut() {
        for other in others {
            let both = first.as_flattened_mut().iter_mut().zip(other.as_flattened());
            both.for_each(|(sum, number)| *sum += number);
        }
    }
    loss
}

/// Weights to begin with: small, by chance.
fn beginning() -> Weights {
    let mut chance = Chance::new(0x1234_5678_9abc_def1);
    let mut weights = vec![[0.0; WIDTH]; ROWS];
    // The sum of four numbers from 0 to 1 is spread by the root of a third.
    let small = |chance: &mut Chance| ((0..4).map(|_| chance.unit()).sum::<f32>() - 2.0) * 0.173;
    weights[..rows(OF_FLAGS).start].as_flattened_mut().iter_mut().for_each(|weight| *weight = small(&mut chance));
    let layers = [
        (OF_FLAGS, weights::FLAGS, WIDTH),
        (OF_FIRST, FIRST * WIDTH, WIDTH),
        (OF_LONGER, LONGER * WIDTH, WIDTH),
        (OF_PLACES, 2 * WIDTH, WIDTH),
        (OF_SECOND, SECOND * WIDTH, WIDTH),
        (OF_LABELS, WIDTH, LABELS),
    ];
    for (section, seen, width) in layers {
        let most = 1.0 / (seen as f32).sqrt();
        let numbers = weights[rows(section)].iter_mut().flat_map(|row| &mut row[..width]);
        numbers.for_each(|weight| *weight = (2.0 * chance.unit() - 1.0) * most);
    }
    weights
}

/// The weights in whole steps: what a step is worth in each section, so that the squares of all errors are least.
fn quantised(weights: &Weights) -> ([f32; SECTIONS.len()], Vec<[i8; WIDTH]>) {
    let mut steps = [0.0; SECTIONS.len()];
    let mut whole = Vec::with_capacity(ROWS);
    for (section, step) in steps.iter_mut().enumerate() {
        let width = if section >= OF_LABELS { LABELS } else { WIDTH };
        let numbers: Vec<f32> = weights[rows(section)].iter().flat_map(|row| &row[..width]).copied().collect();
        let most = (1 << (SECTIONS[section].bits - 1)) as f32;
        let spread = (numbers.iter().map(|number| number * number).sum::<f32>() / numbers.len() as f32).sqrt().max(1e-6);
        let round = |number: f32, step: f32| (number / step).round().clamp(-most, most - 1.0);
        let error = |step: f32| numbers.iter().map(|&number| (number - round(number, step) * step).powi(2)).sum::<f32>();
        let tries = [2.0, 2.5, 3.0, 3.5, 4.5, 6.0, 8.0, 12.0, 16.0].map(|times| times * spread / most);
        *step = tries.into_iter().min_by(|one, other| error(*one).total_cmp(&error(*other))).unwrap_or(spread);
        whole.extend(weights[rows(section)].iter().map(|row| row.map(|number| round(number, *step) as i8)));
    }
    (steps, whole)
}
