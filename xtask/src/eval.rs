//! Accuracy on the development data, by the scorers that decide, in one table.
//!
//! Data and scorers lie beside the repository and never in it. What is not there is left out, and the table says so.

mod syntax;

use crate::commands::{cargo, command, on_path, output, run, say};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

const SHARED: &str = "../shared";
const ENTITY_SCORER: &str = "score_entities.py";
/// Expected calibration error of entities: what scores say against how often they are right.
const CALIBRATION: &str = include_str!("eval/calibration.py");
const WORK: &str = "target/eval";
const ARTICLE: &str = "data/reference/article.txt";
const ARTICLE_GOLD: &str = "data/reference/gold.json";

/// A figure's name in the table, and where the scorer's JSON has it.
type Figure = (&'static str, &'static str);

/// A corpus, the scorer for it, and the figures to show.
struct Corpus {
    name: &'static str,
    gold: &'static str,
    scorer: &'static str,
    options: &'static [&'static str],
    figures: &'static [Figure],
    /// Which of the documents, in the order of their names: rules are found on the even ones, the odd ones are held out.
    half: Option<Half>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Even,
    Odd,
}

const ENTITIES: &[Figure] = &[("PER+ORG+LOC F1", "/PER+ORG+LOC/f1"), ("all F1", "/all/f1")];
const DATES: &[Figure] = &[("value F1", "/value/2"), ("strict span F1", "/strict/2")];
const QUOTES: &[Figure] = &[
    ("overlap F1", "/overlap/2"),
    ("exact F1", "/exact/2"),
    ("found and attributed F1", "/e2e/2"),
    ("quoted regions found and attributed F1", "/segments/e2e/2"),
    ("right name", "/attr_name_acc"),
];
const REFERENCE: &[Figure] = &[
    ("mentions", "/mentions"),
    ("entities", "/entities"),
    ("roles", "/roles"),
    ("quotes found", "/quotesFound"),
    ("quotes", "/quotes"),
    ("dates", "/dates"),
    ("dates strict", "/datesStrict"),
    ("dates interval", "/datesInterval"),
    ("blocks", "/blocks"),
];
const REFERENCE_DATES: &[Figure] =
    &[("dates", "/dates"), ("dates strict", "/datesStrict"), ("dates interval", "/datesInterval")];

const fn entities(name: &'static str, gold: &'static str) -> Corpus {
    Corpus { name, gold, scorer: ENTITY_SCORER, options: &["score"], figures: ENTITIES, half: None }
}

const fn dates(name: &'static str, gold: &'static str, half: Option<Half>) -> Corpus {
    Corpus { name, gold, scorer: "score_dates.py", options: &[], figures: DATES, half }
}

const CORPORA: [Corpus; 13] = [
    entities("entities, worldwide dev", "data/ner/worldwide/dev.tsv"),
    entities("entities, dwie dev", "data/ner/dwie/dev.tsv"),
    entities("entities, conll2003 dev", "data/ner/conll2003/dev.tsv"),
    dates("dates, timebank", "data/timex/timebank.jsonl", None),
    dates("dates, timebank, even documents", "data/timex/timebank.jsonl", Some(Half::Even)),
    dates("dates, timebank, odd documents, held out", "data/timex/timebank.jsonl", Some(Half::Odd)),
    dates("dates, aquaint", "data/timex/aquaint.jsonl", None),
    dates("dates, aquaint, even documents", "data/timex/aquaint.jsonl", Some(Half::Even)),
    dates("dates, aquaint, odd documents, held out", "data/timex/aquaint.jsonl", Some(Half::Odd)),
    dates("dates, wikiwars", "data/timex/wikiwars.jsonl", None),
    dates("dates, wikiwars, even documents", "data/timex/wikiwars.jsonl", Some(Half::Even)),
    dates("dates, wikiwars, odd documents, held out", "data/timex/wikiwars.jsonl", Some(Half::Odd)),
    Corpus {
        name: "quotes, polnear dev, speech",
        gold: "data/quotes/polnear.dev.jsonl",
        scorer: "score_quotes.py",
        options: &["--speech"],
        figures: QUOTES,
        half: None,
    },
];

/// The reference article: with its date given, and with none.
const ARTICLES: [(&str, &[&str], &[Figure]); 2] = [
    ("reference article, dated 2022-01-03", &["--date", "2022-01-03"], REFERENCE),
    ("reference article, no date given", &[], REFERENCE_DATES),
];

/// Prints the table.
pub fn table() -> Result<()> {
    let mut rows = Vec::new();
    if Path::new(SHARED).is_dir() {
        ensure!(on_path(&["python3"]).is_some(), "the scorers need python3 on PATH");
        run(&mut cargo(&["build", "--release", "--package", "newsmark", "--features", "cli", "--bin", "newsmark"]))?;
        fs::create_dir_all(WORK)?;
        for corpus in &CORPORA {
            rows.push((corpus.name, shown_or_missing(corpus.gold, corpus.figures, 1.0, || corpus.score())?));
        }
        for (name, options, figures) in ARTICLES {
            rows.push((name, shown_or_missing(ARTICLE_GOLD, figures, 100.0, || score_article(options))?));
        }
    } else {
        say(format_args!("{SHARED} is not there: every figure is left out"));
        rows.extend(
            CORPORA.iter().map(|corpus| corpus.name).chain(ARTICLES.map(|(name, ..)| name)).map(|n| (n, missing(""))),
        );
    }
    println!("\n| data | figures |\n|---|---|");
    rows.iter().for_each(|(name, figures)| println!("| {name} | {figures} |"));
    syntax::print(&shared("data"))?;
    types()
}

fn shared(path: &str) -> PathBuf {
    Path::new(SHARED).join(path)
}

fn missing(path: &str) -> String {
    format!("left out: {} is not there", shared(path).display())
}

/// The figures out of what the scorer says, in per cent; or that there is no gold.
fn shown_or_missing(gold: &str, figures: &[Figure], scale: f64, score: impl FnOnce() -> Result<Value>) -> Result<String> {
    if !shared(gold).is_file() {
        return Ok(missing(gold));
    }
    let scored = score().with_context(|| format!("scoring {gold}"))?;
    let mut shown = Vec::new();
    for (name, pointer) in figures {
        let figure = scored.pointer(pointer).and_then(Value::as_f64);
        let figure = figure.with_context(|| format!("scoring {gold}: the scorer printed no {pointer}"))?;
        shown.push(format!("{name} {:.1}", figure * scale));
    }
    Ok(shown.join(", "))
}

/// Prints precision, recall and F1 of each type of entity on each corpus, and how far scores are from how often they are right.
fn types() -> Result<()> {
    println!("\n| entities | type | precision | recall | F1 |\n|---|---|---|---|---|");
    let mut calibration = Vec::new();
    for corpus in CORPORA.iter().filter(|corpus| corpus.scorer == ENTITY_SCORER && shared(corpus.gold).is_file()) {
        let (gold, predicted) = (shared(corpus.gold), corpus.file("predicted.jsonl"));
        let scorer = shared("eval").join(ENTITY_SCORER);
        let scored: Value = serde_json::from_slice(&fs::read(corpus.file("scored.json"))?)?;
        for (kind, scored) in scored.as_object().context("the scorer printed no object")? {
            let figure = |name: &str| scored[name].as_f64().unwrap_or(f64::NAN);
            let (precision, recall, f1) = (figure("precision"), figure("recall"), figure("f1"));
            println!("| {} | {kind} | {precision:.1} | {recall:.1} | {f1:.1} |", corpus.name);
        }
        let error = parsed(command(&["python3", "-c", CALIBRATION]).arg(&scorer).arg(gold).arg(predicted))?;
        calibration.push(format!("{} {:.3}", corpus.name, error.as_f64().context("no calibration error")?));
    }
    if !calibration.is_empty() {
        println!("\nexpected calibration error: {}", calibration.join(", "));
    }
    Ok(())
}

impl Corpus {
    /// A file of the work on this corpus.
    fn file(&self, suffix: &str) -> PathBuf {
        Path::new(WORK).join(format!("{}.{suffix}", self.name.replace([',', ' '], "-")))
    }

    fn score(&self) -> Result<Value> {
        say(self.name);
        let (mut gold, scorer) = (shared(self.gold), shared("eval").join(self.scorer));
        if let Some(half) = self.half {
            let part = half.of(&fs::read_to_string(&gold)?)?;
            gold = self.file("gold.jsonl");
            fs::write(&gold, part)?;
        }
        let (documents, predicted) = (self.file("documents.jsonl"), self.file("predicted.jsonl"));
        fs::write(&documents, output(command(&["python3"]).arg(&scorer).arg("docs").arg(&gold))?)?;
        let mut newsmark = newsmark();
        fs::write(&predicted, output(newsmark.arg("--jsonl").stdin(File::open(&documents)?))?)?;
        let mut scores = command(&["python3"]);
        // A word is a mode and comes first, an option may come last.
        let (modes, options): (Vec<&str>, Vec<&str>) = self.options.iter().partition(|option| !option.starts_with("--"));
        let scored = parsed(scores.arg(&scorer).args(modes).arg(&gold).arg(&predicted).args(options).arg("--json"))?;
        fs::write(self.file("scored.json"), scored.to_string())?;
        Ok(scored)
    }
}

impl Half {
    /// The lines of a gold file whose documents are of this half.
    fn of(self, gold: &str) -> Result<String> {
        let mut lines = gold
            .lines()
            .map(|line| Ok((serde_json::from_str::<Value>(line)?["doc_id"].to_string(), line)))
            .collect::<Result<Vec<(String, &str)>>>()?;
        lines.sort();
        let skipped = usize::from(self == Half::Odd);
        Ok(lines.into_iter().skip(skipped).step_by(2).map(|(_, line)| format!("{line}\n")).collect())
    }
}

fn score_article(options: &[&str]) -> Result<Value> {
    let predicted = Path::new(WORK).join("reference.json");
    fs::write(&predicted, output(newsmark().args(options).arg(shared(ARTICLE)))?)?;
    let scorer = shared("eval/score_reference.py");
    parsed(command(&["python3"]).arg(scorer).arg(shared(ARTICLE_GOLD)).arg(predicted).arg("--json"))
}

fn newsmark() -> std::process::Command {
    command(&[
        Path::new("target/release").join(format!("newsmark{}", std::env::consts::EXE_SUFFIX)).as_os_str(),
        "annotate".as_ref(),
    ])
}

fn parsed(scorer: &mut std::process::Command) -> Result<Value> {
    serde_json::from_str(&output(scorer)?).context("the scorer did not print JSON")
}
