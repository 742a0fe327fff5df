//! Measures dates: three corpora, whole and in halves, calibration of scores, the reference article, and cases.

use super::corpus::{Corpus, Half};
use super::{Figure, cases, parsed, print, reference, shared};
use crate::commands::command;
use anyhow::{Context, Result};
use std::collections::BTreeMap;

const SCORER: &str = "score_dates.py";
/// What scores say against how often they are right.
const CALIBRATION: &str = include_str!("date_calibration.py");

const FIGURES: &[Figure] = &[("value F1", "/value/2"), ("strict span F1", "/strict/2")];
const REFERENCE: &[Figure] = &[("dates", "/dates"), ("dates strict", "/datesStrict"), ("dates interval", "/datesInterval")];

const fn corpus(name: &'static str, gold: &'static str, half: Option<Half>) -> Corpus {
    Corpus { name, gold, scorer: SCORER, options: &[], figures: FIGURES, half }
}

const CORPORA: [Corpus; 9] = [
    corpus("dates, timebank", "data/timex/timebank.jsonl", None),
    corpus("dates, timebank, even documents", "data/timex/timebank.jsonl", Some(Half::Even)),
    corpus("dates, timebank, odd documents, held out", "data/timex/timebank.jsonl", Some(Half::Odd)),
    corpus("dates, aquaint", "data/timex/aquaint.jsonl", None),
    corpus("dates, aquaint, even documents", "data/timex/aquaint.jsonl", Some(Half::Even)),
    corpus("dates, aquaint, odd documents, held out", "data/timex/aquaint.jsonl", Some(Half::Odd)),
    corpus("dates, wikiwars", "data/timex/wikiwars.jsonl", None),
    corpus("dates, wikiwars, even documents", "data/timex/wikiwars.jsonl", Some(Half::Even)),
    corpus("dates, wikiwars, odd documents, held out", "data/timex/wikiwars.jsonl", Some(Half::Odd)),
];

pub(super) fn measure() -> Result<()> {
    let mut rows = CORPORA.iter().map(Corpus::row).collect::<Result<Vec<_>>>()?;
    rows.extend([reference::dated(REFERENCE)?, reference::undated(REFERENCE)?]);
    print(&rows);
    calibration()?;
    cases::measure("dates")
}

/// Prints the expected calibration error on each corpus, whole and held out, and what the scores of each rule say on the documents that
/// rules are made on.
fn calibration() -> Result<()> {
    let (mut errors, mut rules) = (Vec::new(), BTreeMap::<String, (u64, f64, u64)>::new());
    for corpus in CORPORA.iter().filter(|corpus| corpus.present()) {
        let gold = if corpus.half.is_some() { corpus.file("gold.jsonl") } else { shared(corpus.gold) };
        let mut measured = command(&["python3", "-c", CALIBRATION]);
        measured.arg(shared("eval").join(SCORER)).arg(gold).arg(corpus.file("predicted.jsonl"));
        let measured = parsed(&mut measured)?;
        errors.push(format!("{} {:.3}", corpus.name, measured["error"].as_f64().context("no calibration error")?));
        if corpus.half != Some(Half::Even) {
            continue;
        }
        for (rule, counted) in measured["rules"].as_object().context("no rules")? {
            let all = rules.entry(rule.clone()).or_default();
            all.0 += counted[0].as_u64().unwrap_or(0);
            all.1 += counted[1].as_f64().unwrap_or(0.0);
            all.2 += counted[2].as_u64().unwrap_or(0);
        }
    }
    if errors.is_empty() {
        return Ok(());
    }
    println!("\nexpected calibration error: {}", errors.join("; "));
    println!("\n| rule, even documents | expressions | score | right |\n|---|---|---|---|");
    for (rule, (count, said, right)) in rules {
        println!("| {rule} | {count} | {:.2} | {:.2} |", said / count as f64, right as f64 / count as f64);
    }
    Ok(())
}
