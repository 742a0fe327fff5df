//! Speed, native and in wasm under Node, and the size of what ships.
//!
//! Both benchmarks get the same two texts and must find the same in them: the counts and a sum over all offsets are compared.
//! Stages alone are timed by the native benchmark compiled to wasm as well, for WASI.

use crate::commands::{cargo, command, output, say, shown};
use crate::{build, setup, size};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ARTICLES: &str = "tests/articles";
const WORK: &str = "target/bench";
/// A usual article, and one that shows whether time grows with the text alone.
const SIZES: [(&str, usize); 2] = [("4 KB", 4_000), ("1 MB", 1_000_000)];

/// What repeats in texts of 1 MB that no article is like, but on which time must not grow faster either.
const HOSTILE: [(&str, &str); 3] = [("digits", "7"), ("of the", "of the "), ("1/1/", "1/1/")];

/// What a benchmark prints for a text.
#[derive(Deserialize)]
struct Measured {
    /// Median time of one call.
    milliseconds: f64,
    /// Entities, mentions, quotes, dates, and the sum of their ends in UTF-16 code units.
    found: [u64; 5],
}

/// Median times of single stages: reading the text, and from its tokens the tagger and the dates.
#[derive(Deserialize)]
struct Stages {
    text: f64,
    tagger: f64,
    dates: f64,
}

/// Measures and prints.
pub fn report() -> Result<()> {
    let size = build::package()?.size;
    let texts = texts()?;
    let (native, wasm): (Vec<Measured>, Vec<Measured>) =
        (measure(&mut native_benchmark(&[]), &texts)?, measure(&mut command(&["node", "benches/annotate.mjs"]), &texts)?);

    println!("\n{:12} {:>10} {:>10} {:>10} {:>10}", "", "native ms", "MB/s", "wasm ms", "MB/s");
    let names = SIZES.iter().map(|(name, _)| name).chain(HOSTILE.iter().map(|(name, _)| name));
    for ((name, text), (native, wasm)) in names.zip(&texts).zip(native.iter().zip(&wasm)) {
        let found = [native.found, wasm.found];
        ensure!(found[0] == found[1], "native and wasm differ on the {name} text: {found:?}");
        let bytes = fs::metadata(text)?.len() as f64;
        let speed = |milliseconds: f64| bytes / 1e3 / milliseconds;
        let (n, w) = (native.milliseconds, wasm.milliseconds);
        println!("{name:12} {n:>10.3} {:>10.2} {w:>10.3} {:>10.2}", speed(n), speed(w));
    }
    let longer = &texts[SIZES.len() - 1..SIZES.len()];
    setup::rust_target(setup::WASI)?;
    let (mut alone, mut alone_in_wasm) = (native_benchmark(&[]), native_benchmark(&["--target", setup::WASI]));
    let native_stages: Vec<Stages> = measure(alone.arg("--stages"), longer)?;
    let wasm_stages: Vec<Stages> = measure(alone_in_wasm.arg("--stages"), longer)?;
    let bytes = fs::metadata(&longer[0])?.len() as f64;
    for (n, w) in native_stages.iter().zip(&wasm_stages) {
        for (stage, n, w) in [("text", n.text, w.text), ("tagger", n.tagger, w.tagger), ("dates", n.dates, w.dates)] {
            println!("{stage:12} {n:>10.3} {:>10.2} {w:>10.3} {:>10.2}", bytes / 1e3 / n, bytes / 1e3 / w);
        }
    }
    let whole = native.get(SIZES.len() - 1).context("no text was measured")?;
    let [entities, mentions, quotes, dates, _] = whole.found;
    println!("found in the longer text: {entities} entities, {mentions} mentions, {quotes} quotes, {dates} dates\n");
    size::report(&size)
}

/// The native benchmark, with what Cargo is told besides.
fn native_benchmark(options: &[&str]) -> Command {
    let mut benchmark =
        cargo(&["bench", "--quiet", "--package", "newsmark", "--features", "training", "--bench", "annotate"]);
    benchmark.args(options).arg("--");
    benchmark
}

fn measure<T: DeserializeOwned>(benchmark: &mut Command, texts: &[PathBuf]) -> Result<Vec<T>> {
    say(shown(benchmark.args(texts)));
    let printed = output(benchmark)?;
    let measured: Vec<T> = serde_json::from_str(&printed).with_context(|| format!("not a benchmark's JSON: {printed}"))?;
    ensure!(measured.len() == texts.len(), "the benchmark left out a text");
    Ok(measured)
}

/// The project's own articles, one after the other and again, cut to size between paragraphs; and the hostile texts.
fn texts() -> Result<Vec<PathBuf>> {
    let mut articles = Vec::new();
    for entry in Path::new(ARTICLES).read_dir().with_context(|| format!("cannot read {ARTICLES}"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "txt") {
            articles.push(path);
        }
    }
    articles.sort();
    let articles = articles.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?.join("\n\n");
    ensure!(!articles.is_empty(), "{ARTICLES} holds no article");
    fs::create_dir_all(WORK)?;
    let written = |name: &str, text: &str| -> Result<PathBuf> {
        let path = std::env::current_dir()?.join(WORK).join(format!("{}.txt", name.replace([' ', '/'], "-")));
        fs::write(&path, text)?;
        Ok(path)
    };
    let cut = |(name, size): (&str, usize)| -> Result<PathBuf> {
        let repeated = format!("{articles}\n\n").repeat(size / articles.len() + 1);
        let end = (0..=size).rev().find(|&at| repeated.get(at..).is_some_and(|rest| rest.starts_with("\n\n")));
        written(name, &repeated[..end.context("an article without paragraphs")?])
    };
    let hostile = HOSTILE.into_iter().map(|(name, part)| written(name, &part.repeat(1_000_000 / part.len())));
    SIZES.into_iter().map(cut).chain(hostile).collect()
}
