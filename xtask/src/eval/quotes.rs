//! Measures quotes: a news corpus, the reference article, calibration of scores, quotes that a parser doubts, and cases.

use super::corpus::Corpus;
use super::{Figure, cases, doubts, newsmark, parsed, print, reference, shared};
use crate::commands::{cargo, command, run};
use anyhow::{Context, Result};
use serde_json::Value;

const SCORER: &str = "score_quotes.py";
/// What both scores of a quote say against how often they are right, and how good those are that say they are.
const CALIBRATION: &str = include_str!("quote_calibration.py");

const FIGURES: &[Figure] = &[
    ("overlap F1", "/overlap/2"),
    ("exact F1", "/exact/2"),
    ("found and attributed F1", "/e2e/2"),
    ("clean F1", "/clean/2"),
    ("right phrase", "/phrase_acc"),
    ("right name", "/attr_name_acc"),
    ("quoted regions found and attributed F1", "/segments/e2e/2"),
];
const REFERENCE: &[Figure] = &[("quotes found", "/quotesFound"), ("quotes", "/quotes"), ("quotes clean", "/quotesClean")];

const fn corpus(name: &'static str, gold: &'static str) -> Corpus {
    Corpus { name, gold, scorer: SCORER, options: &["--speech"], figures: FIGURES, half: None }
}

const DEV: Corpus = corpus("quotes, polnear dev, speech", "data/quotes/polnear.dev.jsonl");
/// Rules are found in it and weights learnt from it.
const TRAIN: Corpus = corpus("quotes, polnear train, speech", "data/quotes/polnear.train.jsonl");

pub(super) fn measure() -> Result<()> {
    print(&[DEV.row()?, TRAIN.row()?, reference::dated(REFERENCE)?]);
    let cases = shared("cases/quotes.jsonl");
    if DEV.present() && cases.is_file() {
        let mut measured = command(&["python3", "-c", CALIBRATION]);
        measured.args([shared("eval"), shared(DEV.gold), DEV.file("predicted.jsonl"), newsmark(), cases]);
        calibration(&parsed(&mut measured)?)?;
    }
    if TRAIN.present() {
        constructions()?;
    }
    doubts::measure()?;
    cases::measure("quotes")
}

/// Prints how often each construction is found, and how often rightly: the trainer compares, as it alone knows what found a quote.
fn constructions() -> Result<()> {
    println!("\nconstructions, polnear train");
    run(cargo(&["run", "--release", "--quiet", "--package", "trainer", "--", "constructions"]).arg(shared(TRAIN.gold)))
}

/// Prints what the calibration says.
fn calibration(measured: &Value) -> Result<()> {
    let figure = |name: &str| measured[name].as_f64().with_context(|| format!("the calibration has no {name}"));
    println!("\nexpected calibration error, polnear dev: quote {:.3}, speaker {:.3}", figure("quote")?, figure("speaker")?);
    let share = |name: &str, of: &str| Ok::<_, anyhow::Error>(100.0 * figure(name)? / figure(of)?.max(1.0));
    println!(
        "both scores 0.9 or more, polnear dev: {} quotes, attributed {:.1} %, right phrase and name {:.1} %, clean {:.1} %",
        figure("sure")?,
        share("attributed", "sure")?,
        share("credited", "sure")?,
        share("clean", "sure")?
    );
    let (sure, right) = (figure("sureInCases")?, share("rightInCases", "sureInCases")?);
    println!("both scores 0.9 or more, cases: {sure} quotes, right {right:.1} %");
    Ok(())
}
