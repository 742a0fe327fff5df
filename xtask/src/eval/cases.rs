//! Runs small cases, each a text with its expected annotations, and counts the correct ones by kind.

use super::{missing, newsmark, parsed, scorer, shared};
use anyhow::{Context, Result};
use serde_json::Value;

pub(super) fn measure(name: &str) -> Result<()> {
    let file = format!("cases/{name}.jsonl");
    if !shared(&file).is_file() {
        println!("\ncases of {name}: {}", missing(&file));
        return Ok(());
    }
    let tally = parsed(scorer("check_cases.py").arg(newsmark()).arg(shared(&file)).arg("--json"))?;
    println!("\n| cases of {name} | right | all |\n|---|---|---|");
    for (kind, counts) in tally["kinds"].as_object().context("no kinds of cases")? {
        println!("| {kind} | {} | {} |", counts[0], counts[1]);
    }
    let (right, all) = (&tally["right"], &tally["all"]);
    let share = 100.0 * number(right)? / number(all)?.max(1.0);
    println!("| all kinds, {share:.1} % | {right} | {all} |");
    Ok(())
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().context("a count of cases is no number")
}
