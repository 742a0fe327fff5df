//! Measures speed, native, in wasm under Node and in Chromium, and the size of what ships.
//!
//! All benchmarks get the same two texts and must find the same in them: counts and a sum over all offsets are compared. The native
//! benchmark, compiled to wasm for WASI, also times each stage alone.

mod peers;

use crate::browser::Browser;
use crate::commands::{cargo, command, output, run as run_command, say, shown};
use crate::serve::Site;
use crate::{build, setup, size};
use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ARTICLES: &str = "tests/articles";
const WORK: &str = "target/bench";
/// A usual article, and one that shows whether time grows with the text alone.
const SIZES: [(&str, usize); 2] = [("4 KB", 4_000), ("1 MB", 1_000_000)];

/// The texts for the page.
const PAGE_SIZES: [(&str, usize); 2] = [("4 KB", 4_000), ("400 KB", 400_000)];

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

/// Median times of single stages: reading the text, and from its tokens the parts of speech, the tagger and the dates.
#[derive(Deserialize)]
struct Stages {
    text: f64,
    syntax: f64,
    tagger: f64,
    dates: f64,
}

/// What the page takes, in milliseconds: from navigation to the first mark, which is served, to those that its core makes, and to
/// the first of the element on a plain page; and for each text.
#[derive(Deserialize)]
struct Page {
    page: Loads,
    core: Loads,
    element: Loads,
    /// Until a call on 4 MB in a worker is given up after it is aborted, at worst.
    abort: f64,
    texts: Vec<Rendered>,
}

/// Without and with what the browser has cached.
#[derive(Deserialize)]
struct Loads {
    cold: f64,
    warm: f64,
}

/// One text in the page: annotating it, rendering it, and rendering it again when a letter was typed.
#[derive(Deserialize)]
struct Rendered {
    annotate: f64,
    render: f64,
    again: f64,
    marks: usize,
}

/// Many articles in the page: until all are read and people joined, the processor's time for that, and the longest that the page was busy
/// with one thing.
#[derive(Deserialize)]
struct Dossier {
    articles: usize,
    milliseconds: f64,
    processor: f64,
    longest: f64,
    people: usize,
}

/// Marks in a page of a site, in milliseconds: from the first call to the marks, and what the page's thread does for one digit that changes
/// in a long page.
#[derive(Deserialize)]
struct Marking {
    first: f64,
    tick: f64,
    characters: usize,
}

/// Runs `bench`, `bench --check` or `bench --peers`.
pub fn run(rest: &[String]) -> Result<()> {
    match rest {
        [] => report(),
        [only] if only == "--check" => check(),
        [only] if only == "--peers" => {
            let texts = cuts(&SIZES)?;
            peers::report(&texts[0], &texts[1])
        }
        _ => bail!("bench takes --check, --peers or nothing"),
    }
}

/// Counts instructions and memory in a wasm runtime: the same on every machine.
fn check() -> Result<()> {
    const GROWTH: [&str; 4] = ["--manifest-path", "growth/Cargo.toml", "--target-dir", "target/growth"];
    setup::rust_target(setup::WASI)?;
    let guest = format!("target/growth/{}/release/guest.wasm", setup::WASI);
    run_command(cargo(&["build", "--locked", "--release", "--bin", "guest", "--target", setup::WASI]).args(GROWTH))?;
    run_command(cargo(&["run", "--locked", "--bin", "newsmark-growth"]).args(GROWTH).args(["--", &guest, "--long"]))
}

/// Measures and prints.
fn report() -> Result<()> {
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
        for (stage, n, w) in [
            ("text", n.text, w.text),
            ("syntax", n.syntax, w.syntax),
            ("tagger", n.tagger, w.tagger),
            ("dates", n.dates, w.dates),
        ] {
            println!("{stage:12} {n:>10.3} {:>10.2} {w:>10.3} {:>10.2}", bytes / 1e3 / n, bytes / 1e3 / w);
        }
    }
    let whole = native.get(SIZES.len() - 1).context("no text was measured")?;
    let [entities, mentions, quotes, dates, _] = whole.found;
    println!("found in the longer text: {entities} entities, {mentions} mentions, {quotes} quotes, {dates} dates\n");
    page(&size.shipped)?;
    size::report(&size)
}

/// Runs a benchmark in Chromium, with the page served.
fn in_browser<T: DeserializeOwned>(script: &str, texts: &[PathBuf], site: &Site, browser: &Browser) -> Result<T> {
    let mut benchmark = command(&["node", script]);
    benchmark
        .args(texts)
        .env("NEWSMARK_URL", site.url())
        .env("NEWSMARK_BROWSER", &browser.program)
        .env("NEWSMARK_BROWSER_ARGS", browser.arguments());
    say(shown(&benchmark));
    serde_json::from_str(&output(&mut benchmark)?).context("not a benchmark's JSON")
}

/// The page in Chromium.
fn page(shipped: &Path) -> Result<()> {
    setup::npm_tools()?;
    let browser = Browser::ready()?;
    let site = Site::open(shipped, 0)?;
    let texts = cuts(&PAGE_SIZES)?;
    let page: Page = in_browser("benches/page.mjs", &texts, &site, &browser)?;
    let loads = [
        ("the page, navigation to the first mark, which is served", &page.page),
        ("the page, navigation to the marks of its own core", &page.core),
        ("the element on a plain page, navigation to the first mark", &page.element),
    ];
    for (what, Loads { cold, warm }) in loads {
        println!("{what}: {cold:.0} ms cold, {warm:.0} ms warm");
    }
    println!("4 MB in a worker, given up at most {:.1} ms after it is aborted", page.abort);
    for ((name, _), text) in PAGE_SIZES.iter().zip(&page.texts) {
        ensure!(text.marks > 0, "nothing was marked in the {name} text");
        let Rendered { annotate, render, again, marks } = text;
        println!(
            "{name} in the page: annotated in {annotate:.1} ms, rendered in {render:.1} ms ({marks} marks), a letter typed {again:.1} ms"
        );
    }
    let Marking { first, tick, characters } = in_browser("benches/marking.mjs", &texts[1..], &site, &browser)?;
    println!("mark() on a page of a site, the first call to the marks: {first:.0} ms");
    println!("a digit that changes in a page of {characters} characters that is watched: {tick:.0} ms, drawing and all");
    let Dossier { articles, milliseconds, processor, longest, people } =
        in_browser("benches/dossier.mjs", &texts[..1], &site, &browser)?;
    ensure!(people > 0, "nobody was found in the dossier");
    println!(
        "a dossier of {articles} articles of 4 KB: read and joined in {milliseconds:.0} ms, {processor:.0} ms of all processors, the page busy for at most {longest:.0} ms at a time"
    );
    println!();
    Ok(())
}

/// The native benchmark, with further arguments for Cargo.
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

/// The texts for both benchmarks: articles, and the hostile ones.
fn texts() -> Result<Vec<PathBuf>> {
    let hostile = HOSTILE.iter().map(|(name, part)| written(name, &part.repeat(1_000_000 / part.len())));
    cuts(&SIZES)?.into_iter().map(Ok).chain(hostile).collect()
}

/// The project's own articles, one after the other and again, cut to each size between paragraphs.
fn cuts(sizes: &[(&str, usize)]) -> Result<Vec<PathBuf>> {
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
    let cut = |(name, size): &(&str, usize)| -> Result<PathBuf> {
        let repeated = format!("{articles}\n\n").repeat(size / articles.len() + 1);
        let end = (0..=*size).rev().find(|&at| repeated.get(at..).is_some_and(|rest| rest.starts_with("\n\n")));
        written(name, &repeated[..end.context("an article without paragraphs")?])
    };
    sizes.iter().map(cut).collect()
}

fn written(name: &str, text: &str) -> Result<PathBuf> {
    fs::create_dir_all(WORK)?;
    let path = std::env::current_dir()?.join(WORK).join(format!("{}.txt", name.replace([' ', '/'], "-")));
    fs::write(&path, text)?;
    Ok(path)
}
