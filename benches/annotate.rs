//! Times `annotate`, or with `--stages` single stages of it, on the texts whose files are named, and prints what it measured as
//! JSON; `cargo xtask bench` runs it, natively and compiled to wasm.

use newsmark::text::Document;
use newsmark::training::{dates_in, entities_in, names_in, syntax};
use newsmark::{Annotations, Options, Unit, annotate};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Long enough for caches and branch predictors, short enough to wait for.
const WARM_UP: Duration = Duration::from_millis(500);
const MEASURE: Duration = Duration::from_secs(3);
const AT_LEAST: usize = 3;

fn main() {
    // Cargo adds `--bench`.
    let (flags, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let measure = if flags.iter().any(|flag| flag == "--stages") { stages } else { whole };
    let measured: Vec<String> = files.iter().map(|file| measure(&std::fs::read_to_string(file).expect("a text"))).collect();
    println!("[{}]", measured.join(","));
}

fn whole(text: &str) -> String {
    let once = || annotate(black_box(text), &Options::default());
    let found = found(&once().convert(text, Unit::Utf16));
    format!(r#"{{"milliseconds":{},"found":{found:?}}}"#, milliseconds(once))
}

/// The stages that need nothing but the text, each alone.
fn stages(text: &str) -> String {
    let document = Document::read(text);
    let read = milliseconds(|| Document::read(black_box(text)).tokens.len());
    let tagger = milliseconds(|| names_in(black_box(&document)));
    let syntax = milliseconds(|| syntax::tag(black_box(&document)));
    let (tags, entities) = (syntax::tag(&document), entities_in(&document));
    let dates = milliseconds(|| dates_in(black_box(&document), &tags, &entities, None));
    format!(r#"{{"text":{read},"syntax":{syntax},"tagger":{tagger},"dates":{dates}}}"#)
}

/// The median time of a call.
fn milliseconds<T>(once: impl Fn() -> T) -> f64 {
    let mut times = Vec::new();
    let began = Instant::now();
    while times.len() < AT_LEAST || began.elapsed() < WARM_UP + MEASURE {
        let start = Instant::now();
        black_box(once());
        if began.elapsed() > WARM_UP {
            times.push(start.elapsed());
        }
    }
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1e3
}

/// Counts, and the sum of all ends: two builds that differ in an annotation differ here.
fn found(a: &Annotations) -> [usize; 5] {
    let ends: usize = (a.blocks.iter().map(|b| b.end))
        .chain(a.mentions.iter().map(|m| m.end))
        .chain(a.quotes.iter().map(|q| q.end))
        .chain(a.dates.iter().map(|d| d.end))
        .sum();
    [a.entities.len(), a.mentions.len(), a.quotes.len(), a.dates.len(), ends]
}
