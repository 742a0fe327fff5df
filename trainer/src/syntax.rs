//! Trains the tagger of parts of speech: treebanks in, `model/syntax.bin` out.

mod learner;
mod lexicon;
mod treebank;

use anyhow::{Context, Result};
use learner::{Learner, Settings};
use lexicon::Lexicon;
use newsmark::training::syntax::model::{Model, Parts};
use newsmark::training::syntax::{self, Label, Tag};
use newsmark::training::text::Document;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;
use treebank::Sentence;

/// Bits of the number of weights.
const BITS: u8 = 22;
const EPOCHS: usize = 6;
const LEARNERS: u64 = 2;
/// What the smallest difference between weights is worth.
const STEP: f32 = 0.06;
/// How many of the documents of silver are kept for measuring.
const HELD_OUT: usize = 30;
/// A word that is a subordinator less often than this, compared with being a preposition, is a preposition.
const RARELY: f32 = 0.12;

fn variable<T: std::str::FromStr>(name: &str, default: T) -> T {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// TEMPORARY: timing.
pub fn timed(text: &Path) -> Result<()> {
    let text = std::fs::read_to_string(text)?;
    let bytes = std::fs::read(std::env::var("MODEL").unwrap_or("model/syntax.bin".into()))?;
    let model = Model::read(&bytes).context("model")?;
    let document = Document::read(&text);
    let tokens = document.tokens.len() as f64;
    let least = |f: &mut dyn FnMut()| {
        let mut best = f64::MAX;
        for _ in 0..std::env::var("N").map_or(15, |n| n.parse().unwrap_or(15)) {
            let b = Instant::now();
            f();
            best = best.min(b.elapsed().as_secs_f64());
        }
        best * 1e9 / tokens
    };
    let mut wg = syntax::weighing::Weighing::new(&model, document.tokens.len());
    let mut asked = 0.0;
    let mut cands = 0.0;
    let words = || syntax::words::Words::new(&model, syntax::word_class);
    let mut d = syntax::decoder::Decoder::new(&document, words());
    for s in &document.sentences {
        d.sentence(
            s.tokens.clone(),
            |_, m, w, b| {
                asked += 1.0;
                cands += f64::from(m.count_ones());
                wg.best(m, w, b)
            },
            |_, _| (),
        );
    }
    println!("{tokens} tokens, asked {:.3}, labels {:.2}", asked / tokens, cands / asked);
    if std::env::var("MEASURE").is_ok() { for n in ["gum.dev", "ewt.dev"] { measure(n, &treebank::read(Path::new("../shared/data"), n, false, 1.0)?, &model); } }
    if std::env::var("ONLY").is_ok() { println!("all      {:6.1}", least(&mut || { std::hint::black_box(syntax::tag_by(&document, &model)); })); return Ok(()); }
    println!(
        "read     {:6.1}",
        least(&mut || {
            std::hint::black_box(Document::read(&text));
        })
    );
    println!(
        "words    {:6.1}",
        least(&mut || {
            let mut w = words();
            for at in 0..document.tokens.len() {
                std::hint::black_box(w.get(&document, at));
            }
        })
    );
    println!(
        "features {:6.1}",
        least(&mut || {
            let mut d = syntax::decoder::Decoder::new(&document, words());
            for s in &document.sentences {
                d.sentence(
                    s.tokens.clone(),
                    |_, m, w, b| {
                        std::hint::black_box((w, b));
                        syntax::Label::of(m.trailing_zeros() as u8)
                    },
                    |_, l| {
                        std::hint::black_box(l);
                    },
                );
            }
        })
    );
    println!(
        "all      {:6.1}",
        least(&mut || {
            std::hint::black_box(syntax::tag_by(&document, &model));
        })
    );
    Ok(())
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
    simplify(&mut sentences);
    let headlines: Vec<Sentence> = sentences.iter().enumerate().filter_map(|(number, s)| treebank::headline(s, number)).collect();
    sentences.extend(headlines);
    let known: usize = sentences.iter().map(|s| s.gold.iter().filter(|(label, _)| label.is_some()).count()).sum();
    let all: usize = sentences.iter().map(|s| s.gold.len()).sum();
    println!("{:5.1} s: {} sentences, {known} of {all} tokens with labels", began.elapsed().as_secs_f64(), sentences.len());
    let lexicon = lexicon::of(&sentences);
    let (bits, epochs, learners) = (variable("BITS", BITS), variable("EPOCHS", EPOCHS), variable("LEARNERS", LEARNERS));
    let empty = Parts { sets: &lexicon.sets, lexicon: &lexicon.entries, weights: &vec![0; 1 << bits] }.write();
    let empty = Model::read(&empty).context("an empty model")?;
    let read: Vec<(Document, &Sentence)> = sentences.iter().map(|s| (Document::read(&s.text), s)).collect();
    let settings =
        Settings { rate: variable("RATE", 0.1), decay: variable("DECAY", 3e-3), kept: variable("KEPT", 65536 * 7 / 10) };
    let run = |teams: Vec<Learner>, epochs: usize, warming: usize| -> Result<Learner> {
        let learned: Vec<Learner> = std::thread::scope(|scope| {
            let learn = |(seed, mut learner): (usize, Learner)| {
                let (read, empty) = (&read, &empty);
                scope.spawn(move || {
                    for epoch in 1..=epochs {
                        let loss = learner.epoch(read, empty, syntax::word_class);
                        if epoch > warming {
                            learner.remember();
                        }
                        if seed == 0 {
                            println!("{:5.1} s: epoch {epoch}: loss {loss:.4}", began.elapsed().as_secs_f64());
                        }
                    }
                    learner
                })
            };
            let running: Vec<_> = teams.into_iter().enumerate().map(learn).collect();
            running.into_iter().map(|thread| thread.join().expect("a learner that does not panic")).collect()
        });
        learned.into_iter().reduce(Learner::joined).context("no learner")
    };
    let teams = (0..learners).map(|seed| Learner::new(bits, seed + 1, settings)).collect();
    let mut learner = run(teams, epochs, epochs / 3)?;
    let gum = treebank::read(data, "gum.dev", false, 1.0)?;
    let ewt = treebank::read(data, "ewt.dev", false, 1.0)?;
    let show = |bytes: &[u8]| -> Result<()> {
        let model = Model::read(bytes).context("what was written cannot be read")?;
        measure("gum.dev", &gum, &model);
        measure("ewt.dev", &ewt, &model);
        measure("silver, held out", &held, &model);
        Ok(())
    };
    show(&quantised(&learner.mean(), &lexicon))?;
    for kept in variable("KEEP", String::from("300000,70000")).split(',').filter_map(|k| k.parse::<usize>().ok()) {
        learner.prune(kept, variable("POWER", 0.25));
        let teams = (0..learners).map(|seed| learner.clone().again(seed + 100)).collect();
        learner = run(teams, variable("EPOCHS2", 4), 0)?;
        println!("pruned to {kept}");
        show(&quantised(&learner.mean(), &lexicon))?;
    }
    let bytes = quantised(&learner.mean(), &lexicon);
    std::fs::write(out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
    println!("{:5.1} s: {}, {} bytes", began.elapsed().as_secs_f64(), out.display(), bytes.len());
    Ok(())
}

/// Words that are nearly always prepositions are learnt as nothing else: that they govern a clause where a gerund follows needs no
/// learning.
fn simplify(sentences: &mut [Sentence]) {
    let (preposition, subordinator) = (Label::usual(Tag::Preposition), Label::usual(Tag::Subordinator));
    let mut counts: BTreeMap<String, [f32; 2]> = BTreeMap::new();
    let word = |document: &Document, at: usize| document.lower[at].to_owned();
    for sentence in &*sentences {
        let document = Document::read(&sentence.text);
        for (at, (label, _)) in sentence.gold.iter().enumerate() {
            match label {
                Some(label) if *label == preposition => counts.entry(word(&document, at)).or_default()[0] += 1.0,
                Some(label) if *label == subordinator => counts.entry(word(&document, at)).or_default()[1] += 1.0,
                _ => {}
            }
        }
    }
    for sentence in sentences {
        let document = Document::read(&sentence.text);
        for (at, (label, _)) in sentence.gold.iter_mut().enumerate() {
            let rarely = |[often, rarely]: &[f32; 2]| *rarely < RARELY * often;
            if *label == Some(subordinator) && counts.get(&document.lower[at]).is_some_and(rarely) {
                *label = Some(preposition);
            }
        }
    }
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
            if found != *gold {
                if std::env::var("MISSES").is_ok() {
                    println!("MISS {name} {:?} {:?} {} | {}", gold, found, document.word(at), sentence.text);
                }
            }
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
                format!("{:?}{}", syntax::Label::of(number).tag(), if syntax::Label::of(number).is_other() { "*" } else { "" })
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
