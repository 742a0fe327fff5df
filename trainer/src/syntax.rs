//! Trains the tagger of parts of speech: treebanks in, `model/syntax.bin` out.

mod learner;
mod lexicon;
mod treebank;

use anyhow::{Context, Result};
use learner::{Learner, Settings};
use lexicon::Lexicon;
use newsmark::training::syntax::model::{Model, Parts};
use newsmark::training::syntax::{self, LABELS};
use newsmark::training::text::Document;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;
use treebank::Sentence;

/// Bits of the number of weights.
const BITS: u8 = 18;
const EPOCHS: usize = 8;
const LEARNERS: u64 = 2;
/// What the smallest difference between weights is worth.
const STEP: f32 = 0.06;
/// How many of the documents of silver are kept for measuring.
const HELD_OUT: usize = 30;

fn variable<T: std::str::FromStr>(name: &str, default: T) -> T {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// Trains, measures and writes.
pub fn train(data: &Path, out: &Path) -> Result<()> {
    let began = Instant::now();
    let mut sentences = treebank::read(data, "ewt.train", false, 1.0)?;
    sentences.extend(treebank::read(data, "gum.train", false, 1.0)?);
    let silver = treebank::read(data, "polnear_silver.train", true, variable("SILVER", 0.5))?;
    let last = silver.last().map_or(0, |sentence| sentence.document);
    let (silver, held): (Vec<_>, Vec<_>) = silver.into_iter().partition(|sentence| sentence.document + HELD_OUT <= last);
    sentences.extend(silver);
    let known: usize = sentences.iter().map(|s| s.gold.iter().filter(|(label, _)| label.is_some()).count()).sum();
    let all: usize = sentences.iter().map(|s| s.gold.len()).sum();
    println!("{:5.1} s: {} sentences, {known} of {all} tokens with labels", began.elapsed().as_secs_f64(), sentences.len());
    let lexicon = lexicon::of(&sentences);
    let (bits, epochs, learners) = (variable("BITS", BITS), variable("EPOCHS", EPOCHS), variable("LEARNERS", LEARNERS));
    let empty = Parts { sets: &lexicon.sets, lexicon: &lexicon.entries, weights: &vec![0; 1 << bits] }.write();
    let empty = Model::read(&empty).context("an empty model")?;
    let read: Vec<(Document, &Sentence)> = sentences.iter().map(|s| (Document::read(&s.text), s)).collect();
    let settings =
        Settings { rate: variable("RATE", 0.15), decay: variable("DECAY", 2e-4), kept: variable("KEPT", 65536 * 7 / 10) };
    let learned: Vec<Learner> = std::thread::scope(|scope| {
        let learn = |seed: u64| {
            let (read, empty) = (&read, &empty);
            scope.spawn(move || {
                let mut learner = Learner::new(bits, seed + 1, settings);
                for epoch in 1..=epochs {
                    let loss = learner.epoch(read, empty, syntax::word_class);
                    if epoch > epochs / 3 {
                        learner.remember();
                    }
                    if seed == 0 {
                        println!("{:5.1} s: epoch {epoch}: loss {loss:.4}", began.elapsed().as_secs_f64());
                    }
                }
                learner
            })
        };
        let running: Vec<_> = (0..learners).map(learn).collect();
        running.into_iter().map(|thread| thread.join().expect("a learner that does not panic")).collect()
    });
    let learner = learned.into_iter().reduce(Learner::joined).context("no learner")?;
    let bytes = quantised(&learner.mean(), &lexicon);
    std::fs::write(out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
    let model = Model::read(&bytes).context("what was written cannot be read")?;
    println!("{:5.1} s: {}, {} bytes", began.elapsed().as_secs_f64(), out.display(), bytes.len());
    measure("gum.dev", &treebank::read(data, "gum.dev", false, 1.0)?, &model);
    measure("ewt.dev", &treebank::read(data, "ewt.dev", false, 1.0)?, &model);
    measure("silver, held out", &held, &model);
    Ok(())
}

fn quantised(weights: &[f32], lexicon: &Lexicon) -> Vec<u8> {
    let step = variable("STEP", STEP);
    let scale = 1.0 / variable("SCALE", 1.0);
    let weights: Vec<i8> =
        weights.iter().map(|weight| libm::rintf(weight * scale / step).clamp(-127.0, 127.0) as i8).collect();
    let zeros = weights.iter().filter(|&&weight| weight == 0).count();
    println!("  {} weights, {zeros} of them 0", weights.len());
    Parts { sets: &lexicon.sets, lexicon: &lexicon.entries, weights: &weights }.write()
}

fn measure(name: &str, sentences: &[Sentence], model: &Model) {
    let (mut fine, mut universal, mut all, mut out) = (0.0, 0.0, 0.0, 0.0);
    let mut confused: BTreeMap<(u8, u8), Vec<String>> = BTreeMap::new();
    for sentence in sentences {
        let document = Document::read(&sentence.text);
        let tags = syntax::tag_by(&document, model);
        for (at, (label, exact)) in sentence.gold.iter().enumerate() {
            let (Some(gold), true) = (label, exact) else { continue };
            let found = tags.label(at);
            all += 1.0;
            let same = found.tag() == gold.tag();
            fine += f64::from(u8::from(same));
            let wanted = match sentence.universal[at].as_str() {
                "_" => treebank::universal(*gold),
                tag => tag,
            };
            universal += f64::from(u8::from(treebank::universal(found) == wanted));
            if found != *gold {
                confused.entry((gold.number(), found.number())).or_default().push(document.word(at).to_owned());
                let mask = syntax::words::labels(
                    &syntax::words::Words::new(model, syntax::word_class).get(&document, at),
                    document.tokens[at].case,
                );
                if mask >> gold.number() & 1 == 0 {
                    out += 1.0;
                }
            }
        }
    }
    println!(
        "{name}: UPOS {:.2}, fine {:.2} ({all} tokens; not in mask {:.2})",
        universal / all * 100.0,
        fine / all * 100.0,
        out / all * 100.0
    );
    if std::env::var("CONFUSED").is_ok() {
        let mut confused: Vec<_> = confused.into_iter().collect();
        confused.sort_by_key(|(_, words)| std::cmp::Reverse(words.len()));
        for ((gold, found), words) in confused.iter().take(40) {
            let kind = |number: u8| {
                format!("{:?}{}", syntax::Label::of(number).tag(), if usize::from(number) >= LABELS / 2 { "*" } else { "" })
            };
            let step = words.len().div_ceil(12);
            println!(
                "  {:4} {} as {}: {}",
                words.len(),
                kind(*gold),
                kind(*found),
                words.iter().step_by(step).cloned().collect::<Vec<_>>().join(" ")
            );
        }
    }
}
