//! Measures the reference article, with its date given and without.

use super::{Figure, Row, WORK, newsmark, parsed, scorer, shared, shown_or_missing};
use crate::commands::{command, output};
use anyhow::Result;
use serde_json::Value;
use std::fs;
use std::path::Path;

const ARTICLE: &str = "data/reference/article.txt";
const GOLD: &str = "data/reference/gold.json";

pub(super) fn dated(figures: &[Figure]) -> Result<Row> {
    Ok(("reference article, dated 2022-01-03", shown(figures, &["--date", "2022-01-03"])?))
}

pub(super) fn undated(figures: &[Figure]) -> Result<Row> {
    Ok(("reference article, no date given", shown(figures, &[])?))
}

fn shown(figures: &[Figure], options: &[&str]) -> Result<String> {
    shown_or_missing(GOLD, figures, 100.0, || score(options))
}

fn score(options: &[&str]) -> Result<Value> {
    let predicted = Path::new(WORK).join("reference.json");
    fs::write(&predicted, output(command(&[newsmark()]).arg("annotate").args(options).arg(shared(ARTICLE)))?)?;
    parsed(scorer("score_reference.py").arg(shared(GOLD)).arg(predicted).arg("--json"))
}
