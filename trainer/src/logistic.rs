//! Logistic regression over binary features, with weights regularised towards 0. It is deterministic: it always gives the same weights.

use std::collections::BTreeMap;

/// Rounds over all examples.
const ROUNDS: u32 = 400;

/// What is told of something, and whether it was right.
pub struct Example {
    /// The document it is from.
    pub document: usize,
    pub features: Vec<String>,
    pub right: bool,
}

pub type Weights = BTreeMap<String, f64>;

/// The features that enough examples have.
pub fn frequent(examples: &[Example], least: usize) -> Vec<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for example in examples {
        let mut own: Vec<&str> = example.features.iter().map(String::as_str).collect();
        own.sort_unstable();
        own.dedup();
        own.into_iter().for_each(|feature| *counts.entry(feature).or_default() += 1);
    }
    counts.into_iter().filter(|(_, count)| *count >= least).map(|(feature, _)| feature).collect()
}

/// The weights of some features that make what is right most probable; `decay` is how strongly they are drawn to 0.
pub fn learn(examples: &[&Example], features: &[&str], decay: f64) -> Weights {
    let number: BTreeMap<&str, usize> = features.iter().enumerate().map(|(number, feature)| (*feature, number)).collect();
    let rows: Vec<Vec<usize>> = examples
        .iter()
        .map(|example| example.features.iter().filter_map(|feature| number.get(feature.as_str()).copied()).collect())
        .collect();
    // No step is so long that the loss could rise: each feature's slope changes at most by this much.
    let mut bound = vec![decay; features.len()];
    for row in &rows {
        row.iter().for_each(|&feature| bound[feature] += 0.25 * row.len() as f64);
    }
    let (mut weights, mut ahead) = (vec![0.0_f64; features.len()], vec![0.0_f64; features.len()]);
    let mut momentum = 1.0_f64;
    for _ in 0..ROUNDS {
        let mut slope: Vec<f64> = ahead.iter().map(|weight| decay * weight).collect();
        for (row, example) in rows.iter().zip(examples) {
            let sum: f64 = row.iter().map(|&feature| ahead[feature]).sum();
            let pull = logistic(sum) - f64::from(u8::from(example.right));
            row.iter().for_each(|&feature| slope[feature] += pull);
        }
        let next_momentum = (1.0 + (1.0 + 4.0 * momentum * momentum).sqrt()) / 2.0;
        let carried = (momentum - 1.0) / next_momentum;
        momentum = next_momentum;
        for feature in 0..weights.len() {
            let new = ahead[feature] - slope[feature] / bound[feature];
            ahead[feature] = new + carried * (new - weights[feature]);
            weights[feature] = new;
        }
    }
    features.iter().zip(weights).map(|(feature, weight)| ((*feature).to_owned(), weight)).collect()
}

pub fn logistic(sum: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-sum))
}

/// The sum that an example has.
pub fn sum(example: &Example, weights: &Weights) -> f64 {
    example.features.iter().filter_map(|feature| weights.get(feature)).sum()
}
