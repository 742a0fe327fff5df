//! Learns the weights of `src/quotes/antecedent_weights.txt`, which decide whom "he" and "she" refer to, from the speakers of PolNeAR.
//!
//! A pronoun counts if it speaks in the annotation and the library also finds it speaking. A candidate is right if the last word of its
//! name is that of the annotated name. A program made that annotation: a name that appears within the quote itself, or after the
//! pronoun, is nearly always wrong, and is not used. What an unknown gender means is learnt from people whose gender is hidden. Training
//! is full-batch gradient ascent, so it always gives the same weights.

use anyhow::{Context, Result};
use newsmark::text::Document;
use newsmark::training::{Candidate, best_by, ends, entities_in, quotes_by, syntax};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

const ROUNDS: u32 = 600;
const RATE: f64 = 6.0;
/// How strongly weights are drawn to 0.
const DECAY: f64 = 0.0005;
/// Into so many parts documents fall, each judged by weights learnt from the others.
const FOLDS: usize = 5;

/// Of so many people the gender of one is hidden.
const HIDDEN: usize = 3;

type Weights = BTreeMap<&'static str, f64>;

/// A pronoun: the document's number, its candidates, and which of them are right.
#[derive(Clone)]
struct Case {
    document: usize,
    /// Whether the gender of some people was hidden.
    hidden: bool,
    candidates: Vec<Candidate>,
    right: Vec<bool>,
}

pub fn train(data: &Path, out: &Path) -> Result<()> {
    let file = data.join("quotes/polnear.train.jsonl");
    // Who spoke last is seen through weights as well: first through none, then through those learnt so.
    let first = cases(&file, &Weights::new(), None)?;
    let first = learn(&first.iter().collect::<Vec<_>>());
    let cases = [cases(&file, &first, None)?, cases(&file, &first, Some(HIDDEN))?].concat();
    let all: Vec<&Case> = cases.iter().collect();
    let shown: Vec<&Case> = all.iter().filter(|case| !case.hidden).copied().collect();
    let usable = shown.iter().filter(|case| case.right.contains(&true)).count();
    println!("{} pronouns that speak, {usable} with the right name among their candidates", shown.len());
    let mut right = 0;
    for fold in 0..FOLDS {
        let (judged, learnt): (Vec<&Case>, Vec<&Case>) = all.iter().partition(|case| case.document % FOLDS == fold);
        let weights = learn(&learnt);
        right += judged.iter().filter(|case| !case.hidden && is_right(case, &weights)).count();
    }
    println!("right, each part of documents judged by the others: {:.1}%", 100.0 * right as f64 / shown.len() as f64);
    let weights = learn(&all);
    let mut lines = String::from(
        "# What each feature of a candidate weighs: see antecedent.rs. Learnt by `cargo xtask train`; not to be edited by hand.\n\
         #: f32\n",
    );
    for (feature, weight) in &weights {
        lines.push_str(&format!("{feature}\t{weight:.2}\n"));
    }
    std::fs::write(out, lines).with_context(|| format!("cannot write {}", out.display()))
}

/// The pronouns of a file, those before each resolved by some weights; the gender of one in so many people is hidden.
fn cases(file: &Path, weights: &Weights, hidden: Option<usize>) -> Result<Vec<Case>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut cases = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let gold: Value = serde_json::from_str(line).with_context(|| format!("line {}", number + 1))?;
        let article = gold["text"].as_str().context("an article without text")?;
        let mut speakers: HashMap<usize, String> = HashMap::new();
        for quote in gold["quotes"].as_array().into_iter().flatten() {
            if let (Some(start), Some(name)) = (quote["speaker"]["start"].as_u64(), quote["speaker_canonical"].as_str()) {
                let name = last_word(name);
                let said = quote["text"].as_str().unwrap_or_default().to_lowercase();
                let before = quote["kind"] == "indirect" && quote["start"].as_u64() < Some(start);
                if before || !said.split(|c: char| !c.is_alphanumeric()).any(|word| word == name) {
                    speakers.insert(start as usize, name);
                }
            }
        }
        let document = Document::read(article);
        let mut entities = entities_in(&document);
        for (index, entity) in entities.entities.iter_mut().enumerate() {
            entity.gender = entity.gender.filter(|_| hidden.is_none_or(|hidden| index % hidden != number % hidden));
        }
        let mut pronouns = Vec::new();
        quotes_by(
            &document,
            &entities,
            &syntax::tag(&document),
            |token, candidates| {
                pronouns.push((token, candidates.to_vec()));
                best_by(candidates, |feature| weights.get(feature).map_or(0.0, |&weight| weight as f32))
            },
            &ends,
        );
        for (token, candidates) in pronouns {
            let start = article[..document.tokens[token].span.start()].chars().count();
            let Some(name) = speakers.get(&start).filter(|_| !candidates.is_empty()) else { continue };
            let right = candidates.iter().map(|c| last_word(&entities.entities[c.entity].name) == *name).collect();
            cases.push(Case { document: number, hidden: hidden.is_some(), candidates, right });
        }
    }
    Ok(cases)
}

/// The last word of a name, small, without "Jr." and its like.
pub fn last_word(name: &str) -> String {
    let name = name.split(',').next().unwrap_or(name);
    let name = name.strip_suffix("'s").or(name.strip_suffix("’s")).unwrap_or(name);
    let mut words =
        name.split_whitespace().rev().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    words.find(|word| !matches!(word.as_str(), "" | "jr" | "sr" | "ii" | "iii")).unwrap_or_default()
}

/// The chance of each candidate.
fn chances(case: &Case, weights: &Weights) -> Vec<f64> {
    let sums =
        case.candidates.iter().map(|c| c.features.iter().map(|f| weights.get(f).copied().unwrap_or(0.0)).sum::<f64>());
    let sums: Vec<f64> = sums.collect();
    let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = sums.iter().map(|sum| libm::exp(sum - most)).collect();
    let total: f64 = powers.iter().sum();
    powers.iter().map(|power| power / total).collect()
}

/// The weights that give the right candidates the highest chance.
fn learn(cases: &[&Case]) -> Weights {
    let cases: Vec<&&Case> = cases.iter().filter(|case| case.right.contains(&true)).collect();
    let mut weights = Weights::new();
    for round in 0..ROUNDS {
        let mut slope = Weights::new();
        for case in &cases {
            let chances = chances(case, &weights);
            let right: f64 = chances.iter().zip(&case.right).filter(|(_, right)| **right).map(|(chance, _)| chance).sum();
            for ((candidate, chance), is_right) in case.candidates.iter().zip(&chances).zip(&case.right) {
                let pull = if *is_right { chance / right } else { 0.0 } - chance;
                candidate.features.iter().for_each(|feature| *slope.entry(feature).or_default() += pull);
            }
        }
        let rate = RATE / f64::from(round + 10).sqrt();
        for (feature, slope) in slope {
            let weight = weights.entry(feature).or_default();
            *weight += rate * (slope / cases.len() as f64 - DECAY * *weight);
        }
    }
    weights
}

fn is_right(case: &Case, weights: &Weights) -> bool {
    let chances = chances(case, weights);
    let best = chances.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map(|(index, _)| index);
    best.is_some_and(|best| case.right[best])
}
