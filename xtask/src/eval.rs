//! Measures accuracy on the development data, stage by stage, with the scorers in `../shared`.
//!
//! Data and scorers are beside the repository and never in it. If they are missing, the output says what was left out.

mod cases;
mod corpus;
mod dates;
mod doubts;
mod entities;
mod quotes;
mod reference;
mod syntax;
mod text;

use crate::commands::{cargo, command, on_path, output, run, say};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SHARED: &str = "../shared";
const WORK: &str = "target/eval";
/// Optimised, but rebuilt in seconds; figures do not depend on the level of optimisation.
const PROFILE: &str = "quick";

/// A stage of the pipeline, and the function that measures it.
type Stage = (&'static str, fn() -> Result<()>);

const STAGES: [Stage; 5] = [
    ("text", text::measure),
    ("syntax", syntax::measure),
    ("entities", entities::measure),
    ("quotes", quotes::measure),
    ("dates", dates::measure),
];

/// Prints the figures of the stage that is named, or of all.
pub fn run_on(rest: &[String]) -> Result<()> {
    let stages = match rest {
        [] => STAGES.to_vec(),
        [name] => STAGES.into_iter().filter(|(stage, _)| stage == name).collect(),
        _ => bail!("name one stage, or none for all"),
    };
    ensure!(!stages.is_empty(), "the stages are {}", STAGES.map(|(stage, _)| stage).join(", "));
    if !Path::new(SHARED).is_dir() {
        say(format_args!("{SHARED} is not there: every figure is left out"));
        return Ok(());
    }
    ensure!(on_path(&["python3"]).is_some(), "the scorers need python3 on PATH");
    run(&mut cargo(&["build", "--profile", PROFILE, "--package", "newsmark", "--features", "cli", "--bin", "newsmark"]))?;
    fs::create_dir_all(WORK)?;
    stages.iter().try_for_each(|(_, measure)| measure())
}

/// A figure's name in the table, and where the scorer's JSON has it.
type Figure = (&'static str, &'static str);

/// A line of a table: the data, and the figures on it.
type Row = (&'static str, String);

fn print(rows: &[Row]) {
    println!("\n| data | figures |\n|---|---|");
    rows.iter().for_each(|(name, figures)| println!("| {name} | {figures} |"));
}

/// The figures of the scorer, in per cent, or a note that there is no gold data.
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

fn shared(path: &str) -> PathBuf {
    Path::new(SHARED).join(path)
}

fn missing(path: &str) -> String {
    format!("left out: {} is not there", shared(path).display())
}

fn newsmark() -> PathBuf {
    Path::new("target").join(PROFILE).join(format!("newsmark{}", std::env::consts::EXE_SUFFIX))
}

/// A scorer, still without its arguments.
fn scorer(name: &str) -> Command {
    let mut python = command(&["python3"]);
    python.arg(shared("eval").join(name));
    python
}

fn parsed(scorer: &mut Command) -> Result<Value> {
    serde_json::from_str(&output(scorer)?).context("the scorer did not print JSON")
}
