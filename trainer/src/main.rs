//! Trains all models: corpora in, `model/tagger.bin` out; the net (`net`); and the weights that resolve speaking pronouns and score
//! quotes. `cargo xtask train` runs it, and `model/README.md` describes the result.
//!
//! The same data give the same bytes. The tagger is trained in three steps. First, two models, each trained on half of the articles, read
//! the other half, so that the second pass is trained on decisions as wrong as they will be in use. Then one model learns both passes from
//! everything. Finally it is pruned to its most useful features, and continues training.

mod annotated;
mod antecedents;
mod articles;
mod calibration;
mod chance;
mod clause_ends;
mod constructions;
mod corpora;
mod instances;
mod learner;
mod logistic;
mod net;
mod scores;
mod syntax;
mod teacher;
mod words;

use anyhow::{Context, Result, bail};
use articles::{Article, Counts};
use instances::{Features, Instance, Numbering, numbered};
use learner::Learner;
use newsmark::training::article::Decided;
use newsmark::training::hashing::{ByHash, Hashes};
use newsmark::training::labels::{Class, LABELS};
use newsmark::training::lattice::{Chain, Lattice};
use newsmark::training::model::{Parts, WIDTH};
use newsmark::training::net::weights::{Net, calibrated};
use newsmark::training::runs::Run;
use newsmark::training::{LEAST, Model, reading};
use std::ops::{Range, RangeInclusive};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// A feature met less often is not learnt.
const MET: u32 = 3;
const HALF_EPOCHS: u64 = 3;
/// How many learners, each of its own order and luck, go into the mean.
const LEARNERS: usize = 16;
/// After so many epochs the weights are good enough to go into the mean.
const WARMING: u64 = 1;
const EPOCHS: u64 = 4;
const PRUNED_EPOCHS: u64 = 3;
/// How many features the model keeps.
const FEATURES: usize = 69_000;
/// What the smallest difference between weights is worth.
const STEP: f32 = 0.1;
/// What weights of features count for once all of them speak: they were learnt while half were silent, the transitions were not.
const ALL_SPEAK: f32 = 0.85;

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    match arguments.as_slice() {
        [syntax, data] if syntax.as_os_str() == "syntax" => syntax::measure(data),
        [syntax, data, model] if syntax.as_os_str() == "syntax" => syntax::train(data, model),
        [counted, gold] if counted.as_os_str() == "constructions" => constructions::measure(gold),
        [ends, data, weights] if ends.as_os_str() == "clause-ends" => clause_ends::train(data, weights),
        [scores, data, spans, speakers] if scores.as_os_str() == "scores" => scores::train(data, spans, speakers),
        [net, data, model, out] if net.as_os_str() == "net" => net::train(data, model, out),
        [data, vectors, model] => train(data, vectors, model),
        [data, weights] => antecedents::train(data, weights),
        _ => bail!(
            "trainer DATA VECTORS MODEL, trainer net DATA MODEL NET, trainer DATA WEIGHTS, or trainer scores DATA SPANS SPEAKERS; `cargo xtask train` knows them"
        ),
    }
}

/// What a development corpus is, and how it is compared.
struct Development {
    name: &'static str,
    coarse: bool,
    articles: Vec<(Article, Features)>,
}

fn train(data: &Path, vectors: &Path, out: &Path) -> Result<()> {
    let began = Instant::now();
    let words = words::classes(vectors)?;
    let bytes = words.model();
    let lookup = Model::read(&bytes).context("the classes of words do not make a model")?;
    println!("{:5.0} s: classes of words", began.elapsed().as_secs_f64());

    let mut articles = Vec::new();
    for corpus in corpora::TRAIN {
        let read = articles::read(data, corpus, &lookup)?;
        let (names, lost): (usize, usize) = read.iter().fold((0, 0), |(n, l), a| (n + a.gold.len(), l + a.lost));
        println!("  {}: {} articles, {names} names, of which no run holds {lost}", corpus.name, read.len());
        articles.extend(read);
    }
    let numbering = number(&articles);
    let mut instances: Vec<Instance> = articles.iter().map(|article| instance(article, &numbering)).collect();
    let development = corpora::DEVELOPMENT.iter().map(|corpus| {
        let read = articles::read(data, corpus, &lookup)?;
        let with_features = |article: Article| {
            let features = numbered(&numbering, |sink| instances::first(&article, sink));
            (article, features)
        };
        let articles = read.into_iter().map(with_features).collect();
        Ok(Development { name: corpus.name, coarse: !corpus.groups, articles })
    });
    let development = development.collect::<Result<Vec<_>>>()?;
    println!("{:5.0} s: {} articles, {} features", began.elapsed().as_secs_f64(), articles.len(), numbering.hashes.len());

    let halves: Vec<Vec<usize>> = (0..2).map(|half| (0..articles.len()).filter(|i| i % 2 == half).collect()).collect();
    let learners: Vec<Learner> = std::thread::scope(|scope| {
        let learn = |half: &Vec<usize>| {
            let half: Vec<&Instance> = half.iter().map(|&index| &instances[index]).collect();
            let features = numbering.hashes.len();
            scope.spawn(move || {
                let mut learner = Learner::new(features);
                for epoch in 1..=HALF_EPOCHS {
                    let loss = learner.epoch(&half, epoch);
                    println!("  half a model, epoch {epoch}: loss {loss:.4}");
                }
                learner
            })
        };
        let running: Vec<_> = halves.iter().map(learn).collect();
        running.into_iter().map(|thread| thread.join().expect("a learner that does not panic")).collect()
    });
    for (learner, others) in learners.iter().zip(halves.iter().rev()) {
        for &index in others {
            let decided = first_reading(learner, &articles[index], &instances[index].first);
            instances[index].second = Some(numbered(&numbering, |sink| instances::second(&articles[index], &decided, sink)));
        }
    }
    drop(learners);
    println!("{:5.0} s: first readings", began.elapsed().as_secs_f64());

    let all: Vec<&Instance> = instances.iter().collect();
    let untaught = (0..LEARNERS).map(|_| Learner::new(numbering.hashes.len())).collect();
    let mut learner = mean(untaught, &all, 1..=EPOCHS, WARMING, began)?;
    println!("{:5.0} s: their mean:", began.elapsed().as_secs_f64());
    show(&learner, &numbering, &development);
    prune(&mut learner, FEATURES);
    println!("pruned to {FEATURES} features:");
    show(&learner, &numbering, &development);
    let learner = mean(vec![learner; LEARNERS], &all, EPOCHS + 1..=EPOCHS + PRUNED_EPOCHS, 0, began)?;
    println!("{:5.0} s: their mean:", began.elapsed().as_secs_f64());
    show(&learner, &numbering, &development);

    let bytes = quantised(&learner, &numbering, &words);
    let model = Model::read(&bytes).context("what was written cannot be read")?;
    println!("as it will run:");
    let judged = measure(&model, None, &development, [1.0, 0.0], 0.0);
    let line = calibration::fit(&judged);
    let (odd, even): (Vec<_>, Vec<_>) = judged.chunks(50).enumerate().partition(|(number, _)| number % 2 == 1);
    let [odd, even] = [odd, even].map(|half| half.into_iter().flat_map(|(_, names)| names.to_vec()).collect::<Vec<_>>());
    println!(
        "calibration error {:.3}; calibrated on one half, {:.3} on the other",
        calibration::error(&judged, [1.0, 0.0]),
        calibration::error(&odd, calibration::fit(&even)),
    );
    println!("without the least probable:");
    measure(&model, None, &development, line, LEAST);
    std::fs::write(out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
    println!("{:5.0} s: {}, {} bytes", began.elapsed().as_secs_f64(), out.display(), bytes.len());
    Ok(())
}

/// The mean of some learners, each of which learns on in its own order, over the epochs after the first few.
fn mean(
    learners: Vec<Learner>,
    all: &[&Instance],
    epochs: RangeInclusive<u64>,
    warming: u64,
    began: Instant,
) -> Result<Learner> {
    let learners: Vec<Learner> = std::thread::scope(|scope| {
        let learn = |(seed, mut learner): (u64, Learner)| {
            let epochs = epochs.clone();
            scope.spawn(move || {
                for (count, epoch) in (1..).zip(epochs) {
                    let loss = learner.epoch(all, epoch + seed * 100);
                    if count > warming {
                        learner.remember();
                    }
                    println!("{:5.0} s: learner {seed}, epoch {epoch}: loss {loss:.4}", began.elapsed().as_secs_f64());
                }
                learner
            })
        };
        let running: Vec<_> = (0..).zip(learners).map(learn).collect();
        running.into_iter().map(|thread| thread.join().expect("a learner that does not panic")).collect()
    });
    let mut learner = learners.into_iter().reduce(Learner::joined).context("no learner")?;
    learner.settle();
    Ok(learner)
}

/// Numbers the features that are met often enough.
fn number(articles: &[Article]) -> Numbering {
    let mut counts: ByHash<u32> = ByHash::default();
    for article in articles {
        instances::first(article, |feature| {
            if let Some(feature) = feature {
                *counts.entry(feature).or_default() += 1;
            }
        });
    }
    let often = counts.into_iter().filter(|(_, count)| *count >= MET);
    let mut features: Hashes = often.map(|(feature, _)| feature).collect();
    // The second reading's features are few, and are met with the true decisions as with any others.
    for article in articles {
        let mut decided = Decided::default();
        for (tokens, classes) in &article.gold {
            decided.name(&article.view, tokens.clone(), classes[0]);
        }
        instances::second(article, &decided, |feature| features.extend(feature));
    }
    Numbering::of(features)
}

fn instance(article: &Article, numbering: &Numbering) -> Instance {
    Instance {
        weight: article.weight,
        runs: instances::counted(&article.runs),
        allowed: article.allowed.clone(),
        first: numbered(numbering, |sink| instances::first(article, sink)),
        second: None,
    }
}

/// What a learner decides at its first reading of an article.
fn first_reading(learner: &Learner, article: &Article, features: &Features) -> Decided {
    let (mut lattice, mut rows, mut labels) = (Lattice::default(), Vec::new(), Vec::new());
    let chain = Chain::best(&learner.transitions);
    let mut decided = Decided::default();
    for (Run { tokens: run, .. }, counted) in article.runs.iter().zip(instances::counted(&article.runs)) {
        learner.emissions(counted, &[features], &mut rows);
        lattice.decode(&rows, &chain, &mut labels);
        reading::decide(&mut decided, &article.view, run, &labels);
    }
    decided
}

/// The names that a learner finds, after its first and after its second reading.
fn names(learner: &Learner, numbering: &Numbering, article: &Article, first: &Features) -> [Vec<(Range<usize>, Class)>; 2] {
    let decided = first_reading(learner, article, first);
    let second = numbered(numbering, |sink| instances::second(article, &decided, sink));
    let read = |sources: &[&Features]| {
        let (mut lattice, mut rows, mut labels, mut names) = (Lattice::default(), Vec::new(), Vec::new(), Vec::new());
        let chain = Chain::best(&learner.transitions);
        for (Run { tokens: run, .. }, counted) in article.runs.iter().zip(instances::counted(&article.runs)) {
            learner.emissions(counted, sources, &mut rows);
            lattice.decode(&rows, &chain, &mut labels);
            let found = reading::names_of(&labels);
            names.extend(found.map(|(tokens, class)| (run.start + tokens.start..run.start + tokens.end, class)));
        }
        names
    };
    [read(&[first]), read(&[first, &second])]
}

fn show(learner: &Learner, numbering: &Numbering, development: &[Development]) {
    for corpus in development {
        let mut counts = [Counts::default(); 2];
        for (article, features) in &corpus.articles {
            for (counts, names) in counts.iter_mut().zip(names(learner, numbering, article, features)) {
                counts.add(article, corpus.coarse, &names);
            }
        }
        println!("    {:10} first {}   second {}", corpus.name, counts[0].shown(), counts[1].shown());
    }
}

/// Measures the model as the tagger will run it, with a net or without, where names are left out that are less probable than `least` by
/// a line; what it believes of each name, and whether that is right.
fn measure(model: &Model, net: Option<&Net>, development: &[Development], line: [f32; 2], least: f32) -> Vec<(f32, bool)> {
    let mut judged = Vec::new();
    for corpus in development {
        let mut counts = Counts::default();
        for (article, _) in &corpus.articles {
            let mut found = reading::read(&article.view, model, net);
            found.retain(|name| calibrated(line, name.probability) >= least);
            let names: Vec<_> = found.iter().map(|name| (name.tokens.clone(), name.class)).collect();
            let right = counts.add(article, corpus.coarse, &names);
            judged.extend(found.iter().zip(right).filter_map(|(name, right)| Some((name.probability, right?))));
        }
        println!("    {:10} {}", corpus.name, counts.shown());
    }
    judged
}

/// Keeps the features whose weights are largest.
fn prune(learner: &mut Learner, keep: usize) {
    let worth = |row: &[f32; LABELS]| row.iter().map(|weight| weight * weight).sum::<f32>();
    let mut all: Vec<(f32, usize)> = learner.rows.iter().enumerate().map(|(feature, row)| (worth(row), feature)).collect();
    all.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    for &(_, feature) in all.iter().skip(keep) {
        learner.alive[feature] = false;
    }
}

/// The model's bytes, its weights in whole steps.
fn quantised(learner: &Learner, numbering: &Numbering, words: &words::Words) -> Vec<u8> {
    let alive = || learner.rows.iter().enumerate().filter(|(feature, _)| learner.alive[*feature]);
    let whole = |weight: &f32| (weight / STEP).round().clamp(-127.0, 127.0) as i8;
    let rows = alive().map(|(feature, row)| {
        let mut steps = [0; WIDTH];
        steps.iter_mut().zip(row).for_each(|(steps, weight)| *steps = whole(weight));
        (numbering.hashes[feature], steps)
    });
    let features: Vec<_> = rows.filter(|(_, steps)| steps.iter().any(|&step| step != 0)).collect();
    println!("{} features, a step is {STEP}", features.len());
    Parts {
        step: STEP * ALL_SPEAK,
        transitions: &learner.transitions,
        coarser: &words.coarser,
        words: &words.words,
        features: &features,
    }
    .write()
}
