//! The command line: `newsmark annotate`. Offsets are Unicode code points.

use newsmark::{Annotations, Date, Options, Unit, annotate};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, Read, Write};

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
    date: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    #[serde(flatten)]
    annotations: Annotations,
}

fn run(text: &str, date: Option<&str>) -> Annotations {
    let date = date.and_then(|d| d.parse::<Date>().ok());
    annotate(text, &Options { date }).convert(text, Unit::Codepoint)
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if arguments.iter().any(|a| a == "--jsonl") {
        for line in std::io::stdin().lock().lines() {
            let Line { id, text, date } = serde_json::from_str(&line?)?;
            serde_json::to_writer(&mut out, &Answer { id, annotations: run(&text, date.as_deref()) })?;
            out.write_all(b"\n")?;
        }
    } else {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        let date = arguments.iter().position(|a| a == "--date").and_then(|i| arguments.get(i + 1));
        serde_json::to_writer_pretty(&mut out, &run(&text, date.map(String::as_str)))?;
    }
    Ok(())
}
