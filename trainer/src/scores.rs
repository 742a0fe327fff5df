//! Learns the weights of `src/quotes/span_weights.txt` and `speaker_weights.txt`, the probabilities that a quote's words and its credit
//! are right, from PolNeAR.
//!
//! The words are right if an annotated quote has the same ends. A credit is right if the same words name the speaker and their entity
//! has the annotated name. A program assigned those names, so speaker probabilities are more likely too low than too high.

use crate::annotated::Article;
use crate::antecedents::last_word;
use crate::logistic::{Example, Weights, frequent, learn, logistic, sum};
use anyhow::{Context, Result};
use newsmark::training::text::Document;
use newsmark::training::{described_quotes, entities_in, span_feature, syntax};
use serde_json::Value;
use std::path::Path;

/// A feature that fewer examples have is not learnt.
const MET: usize = 15;
/// How strongly weights are drawn to 0.
const DECAY: f64 = 6.0;
/// Into so many parts documents fall, each judged by weights learnt from the others.
const FOLDS: usize = 5;
const BINS: usize = 10;
/// What is surer is told to readers as sure.
const SURE: f64 = 0.9;
/// The smallest weight that is kept.
const LEAST: f64 = 0.005;

pub fn train(data: &Path, span_weights: &Path, speaker_weights: &Path) -> Result<()> {
    let (spans, credits) = examples(&data.join("quotes/polnear.train.jsonl"))?;
    let (weights, sums) = fit("spans", &spans)?;
    write(&weights, "a quote's words", span_weights)?;
    // A credit is told by how probable the words are, as weights say that were learnt without them.
    let credits: Vec<Example> = credits
        .into_iter()
        .map(|(span, mut example)| {
            example.features.push(span_feature(logistic(sums[span]) as f32));
            example
        })
        .collect();
    let (weights, _) = fit("credits", &credits)?;
    write(&weights, "a credit", speaker_weights)
}

/// All examples: of spans, and of credits with the number of their span.
fn examples(file: &Path) -> Result<(Vec<Example>, Vec<(usize, Example)>)> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let (mut spans, mut credits) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        let gold: Value = serde_json::from_str(line).with_context(|| format!("line {}", number + 1))?;
        let article = gold["text"].as_str().context("an article without text")?;
        let annotated = Article::read(article, &gold["quotes"]);
        let document = Document::read(article);
        let entities = entities_in(&document);
        let found = described_quotes(&document, &entities, &syntax::tag(&document));
        let parts: Vec<_> = found.iter().map(|(quote, _)| quote.parts.clone()).collect();
        for ((quote, [span, credit]), judged) in found.into_iter().zip(annotated.judge(&parts)) {
            let Some(judged) = judged else { continue };
            if quote.rule == newsmark::QuoteRule::Turn {
                continue;
            }
            spans.push(Example { document: number, features: span, right: judged.exact });
            let (Some(speaker), Some(gold)) = (&quote.speaker, judged.gold.map(|gold| &annotated.quotes[gold])) else {
                continue;
            };
            let words = speaker.span.start()..speaker.span.end();
            let same = gold.speaker.as_ref().is_some_and(|other| annotated.same_words(other, &words));
            let name = speaker.entities.first().map(|&entity| entities.entities[entity].name.as_str());
            let named = gold
                .name
                .as_deref()
                .is_none_or(|gold| last_word(name.unwrap_or(&article[words.clone()])) == last_word(gold));
            credits.push((spans.len() - 1, Example { document: number, features: credit, right: same && named }));
        }
    }
    Ok((spans, credits))
}

/// Learns from examples, and says how good what is learnt is; with the weights, each example's sum by weights learnt without its document.
fn fit(name: &str, examples: &[Example]) -> Result<(Weights, Vec<f64>)> {
    let features = frequent(examples, MET);
    let all: Vec<&Example> = examples.iter().collect();
    let mut sums = vec![0.0; examples.len()];
    for fold in 0..FOLDS {
        let learnt: Vec<&Example> = all.iter().copied().filter(|example| example.document % FOLDS != fold).collect();
        let weights = learn(&learnt, &features, DECAY);
        let judged = examples.iter().zip(&mut sums).filter(|(example, _)| example.document % FOLDS == fold);
        judged.for_each(|(example, found)| *found = sum(example, &weights));
    }
    let right = examples.iter().filter(|example| example.right).count();
    println!(
        "{name}: {} examples, {:.1}% right, {} features",
        examples.len(),
        percent(right, examples.len()),
        features.len()
    );
    let line = platt(examples, &sums);
    // Of each half by a line through the other.
    let half = |half: usize| -> Vec<usize> {
        (0..examples.len()).filter(|&at| examples[at].document / FOLDS % 2 == half).collect()
    };
    let mut crossed = sums.clone();
    for (own, other) in [(half(0), half(1)), (half(1), half(0))] {
        let line = platt_of(other.iter().map(|&at| (sums[at], examples[at].right)));
        own.iter().for_each(|&at| crossed[at] = line[0] * sums[at] + line[1]);
    }
    println!("  slope {:.3}, offset {:.3}", line[0], line[1]);
    tell("  as learnt", examples, &sums);
    tell("  calibrated", examples, &crossed);
    let mut weights = learn(&all, &features, DECAY);
    weights.values_mut().for_each(|weight| *weight *= line[0]);
    *weights.entry("=bias".to_owned()).or_default() += line[1];
    let sums = sums.iter().map(|sum| line[0] * sum + line[1]).collect();
    Ok((weights, sums))
}

fn percent(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}

/// Calibration error, loss, and what the sure are worth.
fn tell(name: &str, examples: &[Example], sums: &[f64]) {
    let mut bins = [0.0; BINS];
    let (mut loss, mut sure, mut sure_right) = (0.0, 0, 0);
    let mut low = [[0_usize; 2]; BINS];
    for (example, sum) in examples.iter().zip(sums) {
        let (chance, right) = (logistic(*sum), f64::from(u8::from(example.right)));
        let bin = ((chance * BINS as f64) as usize).min(BINS - 1);
        bins[bin] += chance - right;
        low[bin][usize::from(example.right)] += 1;
        loss -= libm::log(if example.right { chance } else { 1.0 - chance });
        sure += usize::from(chance >= SURE);
        sure_right += usize::from(chance >= SURE && example.right);
    }
    let all = examples.len().max(1) as f64;
    println!(
        "{name}: error {:.3}, loss {:.4}, {:.1}% sure, of which {:.1}% right; wrong and right by tenths {low:?}",
        bins.iter().map(|bin: &f64| bin.abs()).sum::<f64>() / all,
        loss / all,
        percent(sure, examples.len()),
        percent(sure_right, sure),
    );
}

fn platt(examples: &[Example], sums: &[f64]) -> [f64; 2] {
    platt_of(sums.iter().zip(examples).map(|(sum, example)| (*sum, example.right)))
}

/// The slope and offset that make sums most probable.
fn platt_of(judged: impl Iterator<Item = (f64, bool)>) -> [f64; 2] {
    crate::calibration::fit_sums(&judged.collect::<Vec<_>>())
}

fn write(weights: &Weights, of: &str, out: &Path) -> Result<()> {
    let mut lines = format!(
        "# What each feature of {of} weighs: see score.rs. Learnt by `cargo xtask train`; not to be edited by hand.\n#: f32\n"
    );
    for (feature, weight) in weights.iter().filter(|(_, weight)| weight.abs() >= LEAST) {
        lines.push_str(&format!("{feature}\t{weight:.2}\n"));
    }
    std::fs::write(out, lines).with_context(|| format!("cannot write {}", out.display()))
}
