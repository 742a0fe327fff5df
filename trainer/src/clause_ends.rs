//! Learns the weights of `src/quotes/clause_end_weights.txt`, which decide where a report ends, from the quotes of PolNeAR.
//!
//! A clause counts if the library looks for the end of one that begins where annotated words do. Each joint before the annotated end is
//! an example of continuing; the joint at the end is an example of ending. Training is full-batch gradient descent, so it always gives
//! the same weights.

use anyhow::{Context, Result};
use newsmark::text::Document;
use newsmark::training::{Feature, best_by, ends, entities_in, joined, quotes_by, syntax};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

const ROUNDS: u32 = 400;
const RATE: f64 = 0.5;
/// How strongly weights are drawn to 0.
const DECAY: f64 = 0.0006;
/// Into so many parts documents fall, each judged by weights learnt from the others.
const FOLDS: usize = 5;
/// A feature met less often is not learnt.
const MET: usize = 10;
/// How many features are kept.
const FEATURES: usize = 500;

/// A clause: the document's number, the features of its joints up to its end, and whether it ends at the last of them.
struct Clause {
    document: usize,
    joints: Vec<Vec<u32>>,
    ended: bool,
}

pub fn train(data: &Path, out: &Path) -> Result<()> {
    let (clauses, names) = clauses(&data.join("quotes/polnear.train.jsonl"))?;
    let all: Vec<&Clause> = clauses.iter().collect();
    println!("{} clauses, {} end at a joint", all.len(), all.iter().filter(|clause| clause.ended).count());
    let mut right = 0;
    let never = all.iter().filter(|clause| !clause.ended).count();
    for fold in 0..FOLDS {
        let (judged, learnt): (Vec<&Clause>, Vec<&Clause>) = all.iter().partition(|clause| clause.document % FOLDS == fold);
        let weights = learn(&learnt, names.len());
        right += judged.iter().filter(|clause| is_right(clause, &weights)).count();
    }
    let share = |number: usize| 100.0 * number as f64 / all.len() as f64;
    println!(
        "ends right, each part of documents judged by the others: {:.1}%; if no joint ended one: {:.1}%",
        share(right),
        share(never)
    );
    let weights = learn(&all, names.len());
    let mut lines = String::from(
        "# What each feature of a joint weighs: see clause_end.rs. Learnt by `cargo xtask train`; not to be edited by hand.\n\
         #: f32\n",
    );
    let named: BTreeMap<&String, f64> = names.iter().zip(weights).filter(|(_, weight)| weight.abs() >= 0.005).collect();
    for (feature, weight) in &named {
        lines.push_str(&format!("{feature}\t{weight:.2}\n"));
    }
    println!("{} features", named.len());
    std::fs::write(out, lines).with_context(|| format!("cannot write {}", out.display()))
}

/// The clauses of a file, and the names of their features.
fn clauses(file: &Path) -> Result<(Vec<Clause>, Vec<String>)> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let (mut clauses, mut numbers, mut names) = (Vec::new(), HashMap::<Feature, u32>::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        let gold: Value = serde_json::from_str(line).with_context(|| format!("line {}", number + 1))?;
        let article = gold["text"].as_str().context("an article without text")?;
        let document = Document::read(article);
        let entities = entities_in(&document);
        // By the token that annotated words begin with: the token after their last word.
        let mut annotated: HashMap<usize, usize> = HashMap::new();
        let bytes: Vec<usize> = article.char_indices().map(|(at, _)| at).chain([article.len()]).collect();
        for quote in gold["quotes"].as_array().into_iter().flatten() {
            for (start, end) in parts(quote, article, &bytes) {
                let first = document.tokens.partition_point(|token| token.span.end() <= start);
                let last = document.tokens.partition_point(|token| token.span.start() < end);
                annotated.insert(first, trimmed(&document, first, last));
            }
        }
        let seen: RefCell<BTreeMap<usize, (BTreeMap<usize, Vec<Feature>>, bool)>> = RefCell::default();
        let asked = |start: usize, at: usize, features: &[Feature]| {
            let Some(&end) = annotated.get(&start).or_else(|| annotated.get(&(start + 1))) else {
                return ends(start, at, features);
            };
            let here = trimmed(&document, start, at);
            if here <= end {
                let mut seen = seen.borrow_mut();
                let (joints, ended) = seen.entry(start).or_default();
                joints.insert(at, features.to_vec());
                *ended |= here == end;
            }
            here >= end
        };
        quotes_by(&document, &entities, &syntax::tag(&document), |_, candidates| best_by(candidates, |_| 0.0), &asked);
        for (joints, ended) in seen.into_inner().into_values() {
            let mut number_of = |feature: &Feature| {
                *numbers.entry(*feature).or_insert_with(|| {
                    names.push(joined(feature, &mut String::new()).to_owned());
                    names.len() as u32 - 1
                })
            };
            let joints = joints.into_values().map(|features| features.iter().map(&mut number_of).collect()).collect();
            clauses.push(Clause { document: number, joints, ended });
        }
    }
    Ok((clauses, names))
}

/// The parts of annotated words, in bytes; parts with no word between are one.
fn parts(quote: &Value, article: &str, bytes: &[usize]) -> Vec<(usize, usize)> {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    let given = quote["parts"].as_array().map_or(&[][..], Vec::as_slice);
    for part in given {
        let byte =
            |index: usize| part[index].as_u64().and_then(|at| bytes.get(at as usize)).copied().unwrap_or(article.len());
        let (start, end) = (byte(0), byte(1));
        match parts.last_mut() {
            Some(last) if !article[last.1..start.max(last.1)].contains(char::is_alphanumeric) => last.1 = end,
            _ => parts.push((start, end)),
        }
    }
    parts
}

/// The token after the last with a letter or digit in it.
fn trimmed(document: &Document, start: usize, end: usize) -> usize {
    let worded = |at: &usize| document.word(*at).contains(char::is_alphanumeric);
    (start..end).rev().find(worded).map_or(start, |last| last + 1)
}

/// The weights that tell ends from joints to go on at, the less telling ones left out.
fn learn(clauses: &[&Clause], names: usize) -> Vec<f64> {
    let mut met = vec![0_usize; names];
    clauses.iter().flat_map(|clause| clause.joints.iter().flatten()).for_each(|&feature| met[feature as usize] += 1);
    let mut kept: BTreeSet<usize> = (0..names).filter(|&feature| met[feature] >= MET).collect();
    let weights = descend(clauses, &kept, names);
    let mut order: Vec<usize> = kept.iter().copied().collect();
    let worth = |feature: usize| weights[feature].abs() * (met[feature] as f64).sqrt();
    order.sort_by(|&a, &b| worth(b).total_cmp(&worth(a)));
    kept = order.into_iter().take(FEATURES).collect();
    descend(clauses, &kept, names)
}

fn descend(clauses: &[&Clause], kept: &BTreeSet<usize>, names: usize) -> Vec<f64> {
    let mut usable = vec![false; names];
    kept.iter().for_each(|&feature| usable[feature] = true);
    let joints: Vec<(Vec<u32>, f64)> = clauses
        .iter()
        .flat_map(|clause| {
            let last = clause.joints.len() - 1;
            clause.joints.iter().enumerate().map(move |(at, joint)| (joint, clause.ended && at == last))
        })
        .map(|(joint, ends)| {
            (joint.iter().copied().filter(|&feature| usable[feature as usize]).collect(), f64::from(u8::from(ends)))
        })
        .collect();
    let (mut weights, mut squares) = (vec![0.0_f64; names], vec![1e-6_f64; names]);
    for _ in 0..ROUNDS {
        let mut slope = vec![0.0_f64; names];
        for (joint, ends) in &joints {
            let sum: f64 = joint.iter().map(|&feature| weights[feature as usize]).sum();
            let pull = ends - 1.0 / (1.0 + libm::exp(-sum));
            joint.iter().for_each(|&feature| slope[feature as usize] += pull);
        }
        for &feature in kept {
            let step = slope[feature] / joints.len() as f64 - DECAY * weights[feature];
            squares[feature] += step * step;
            weights[feature] += RATE * step / squares[feature].sqrt();
        }
    }
    weights
}

fn is_right(clause: &Clause, weights: &[f64]) -> bool {
    let ends = |joint: &Vec<u32>| joint.iter().map(|&feature| weights[feature as usize]).sum::<f64>() > 0.0;
    let first = clause.joints.iter().position(ends);
    first == clause.ended.then_some(clause.joints.len() - 1)
}
