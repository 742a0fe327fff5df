//! Measures entities: three corpora by type, calibration of scores, whether a name has one type throughout, and cases.

use super::corpus::Corpus;
use super::{Figure, cases, parsed, print, reference, scorer, shared};
use crate::commands::{command, output};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fs;

const SCORER: &str = "score_entities.py";
/// Expected calibration error: what scores say against how often they are right.
const CALIBRATION: &str = include_str!("entity_calibration.py");

const FIGURES: &[Figure] = &[("PER+ORG+LOC F1", "/PER+ORG+LOC/f1"), ("all F1", "/all/f1")];
const REFERENCE: &[Figure] = &[("mentions", "/mentions"), ("entities", "/entities"), ("roles", "/roles")];

const fn corpus(name: &'static str, gold: &'static str) -> Corpus {
    Corpus { name, gold, scorer: SCORER, options: &["score"], figures: FIGURES, half: None }
}

/// Newspapers of the whole world: their prose serves where no gold is needed, too.
pub(super) const WORLDWIDE: Corpus = corpus("entities, worldwide dev", "data/ner/worldwide/dev.tsv");

const CORPORA: [Corpus; 3] = [
    WORLDWIDE,
    corpus("entities, dwie dev", "data/ner/dwie/dev.tsv"),
    corpus("entities, conll2003 dev", "data/ner/conll2003/dev.tsv"),
];

pub(super) fn measure() -> Result<()> {
    let mut rows = CORPORA.iter().map(Corpus::row).collect::<Result<Vec<_>>>()?;
    rows.push(reference::dated(REFERENCE)?);
    print(&rows);
    types()?;
    if WORLDWIDE.present() {
        let (documents, predicted) = (WORLDWIDE.file("documents.jsonl"), WORLDWIDE.file("predicted.jsonl"));
        let places = output(scorer("consistency.py").arg(documents).arg(predicted).args(["--most", "0"]))?;
        println!("\nnames, worldwide dev: {}", places.trim_end());
    }
    cases::measure("names")
}

/// Prints precision, recall and F1 of each type of entity on each corpus, and how far scores are from how often they are right.
fn types() -> Result<()> {
    println!("\n| entities | type | precision | recall | F1 |\n|---|---|---|---|---|");
    let mut calibration = Vec::new();
    for corpus in CORPORA.iter().filter(|corpus| corpus.present()) {
        let scored: Value = serde_json::from_slice(&fs::read(corpus.file("scored.json"))?)?;
        for (kind, scored) in scored.as_object().context("the scorer printed no object")? {
            let figure = |name: &str| scored[name].as_f64().unwrap_or(f64::NAN);
            let (precision, recall, f1) = (figure("precision"), figure("recall"), figure("f1"));
            println!("| {} | {kind} | {precision:.1} | {recall:.1} | {f1:.1} |", corpus.name);
        }
        let mut measured = command(&["python3", "-c", CALIBRATION]);
        measured.args([shared("eval").join(SCORER), shared(corpus.gold), corpus.file("predicted.jsonl")]);
        let error = parsed(&mut measured)?.as_f64().context("no calibration error")?;
        calibration.push(format!("{} {error:.3}", corpus.name));
    }
    if !calibration.is_empty() {
        println!("\nexpected calibration error: {}", calibration.join(", "));
    }
    Ok(())
}
