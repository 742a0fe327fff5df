//! Compares newsmark with other libraries that process text in a browser: size, speed, and how time grows with the text.
//!
//! All are timed in one run, on the same texts, under Node. It writes the table and the picture in `README.md`.

use crate::commands::{command, output, run, say};
use crate::{build, setup, size};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const FOLDER: &str = "benches/peers";
const PICTURE: &str = "docs/peers.svg";
/// What is found by a library of each kind, at least, in the shorter text.
const PEERS: [Peer; 5] = [
    Peer {
        name: "newsmark",
        module: "newsmark",
        finds: "names, quotes with speakers, dates with values",
        least: [20, 5, 5],
    },
    Peer { name: "wink-nlp 2.4.0", module: "wink", finds: "dates, no names", least: [0, 0, 5] },
    Peer { name: "compromise 14.17.0", module: "compromise", finds: "names, quotes", least: [10, 3, 0] },
    Peer {
        name: "… with compromise-dates 3.9.0",
        module: "compromise-dates",
        finds: "names, quotes, dates",
        least: [10, 3, 3],
    },
    Peer { name: "chrono-node 2.10.3", module: "chrono", finds: "dates", least: [0, 0, 3] },
];

/// One word of so many letters, and twice as many.
const WORD: usize = 16_000;
/// Longer than this, nobody waits.
const PATIENCE: Duration = Duration::from_secs(60);

struct Peer {
    name: &'static str,
    module: &'static str,
    finds: &'static str,
    least: [usize; 3],
}

#[derive(Deserialize)]
struct Timed {
    loaded: f64,
    milliseconds: f64,
    found: Found,
}

#[derive(Deserialize)]
struct Found {
    names: usize,
    quotes: usize,
    dates: usize,
}

/// A library's line of the table.
struct Line {
    peer: &'static Peer,
    kilobytes: usize,
    loaded: f64,
    article: f64,
    /// Megabytes a second on the long text.
    speed: Option<f64>,
    /// How many times as long a word of twice the letters takes.
    growth: Option<f64>,
}

/// Measures all, on a usual article and a long text, and writes the table and the picture.
pub fn report(article: &Path, long: &Path) -> Result<()> {
    build::package()?;
    run(command(&["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(FOLDER))?;
    let word_of = |letters: usize| super::written(&format!("a word of {letters}"), &"a".repeat(letters));
    let (word, longer) = (word_of(WORD)?, word_of(2 * WORD)?);
    let mut lines = Vec::new();
    for peer in &PEERS {
        let short = time(peer, article)?.with_context(|| format!("{} takes too long for an article", peer.name))?;
        let Found { names, quotes, dates } = short.found;
        let enough = [names, quotes, dates].iter().zip(peer.least).all(|(found, least)| *found >= least);
        ensure!(enough, "{} found {names} names, {quotes} quotes and {dates} dates", peer.name);
        let bytes = fs::metadata(long)?.len() as f64;
        let growth =
            time(peer, &word)?.zip(time(peer, &longer)?).map(|(once, twice)| twice.milliseconds / once.milliseconds);
        lines.push(Line {
            peer,
            kilobytes: weigh(peer)? / 1000,
            loaded: short.loaded,
            article: short.milliseconds,
            speed: time(peer, long)?.map(|timed| bytes / 1e3 / timed.milliseconds),
            growth,
        });
    }
    let table = table(&lines);
    println!("\n{table}");
    between(Path::new("README.md"), "peers", &table)?;
    fs::write(PICTURE, picture(&lines)).with_context(|| format!("cannot write {PICTURE}"))
}

/// Times a library on a text; nothing where it fails or takes too long.
fn time(peer: &Peer, text: &Path) -> Result<Option<Timed>> {
    let script = Path::new(FOLDER).join("time.mjs");
    say(format_args!("{}: {}", peer.name, text.display()));
    let mut node = Command::new("node");
    let mut node = node.arg(script).arg(peer.module).arg(text).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let began = Instant::now();
    while node.try_wait()?.is_none() {
        if began.elapsed() > PATIENCE {
            node.kill()?;
            node.wait()?;
            return Ok(None);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let printed = node.wait_with_output()?;
    Ok(serde_json::from_slice(&printed.stdout).ok())
}

/// What a page that uses a library downloads, after brotli.
fn weigh(peer: &Peer) -> Result<usize> {
    if peer.module == "newsmark" {
        let wasm: usize = size::brotli(&["www/pkg/newsmark_bg.wasm"])?.into_iter().sum();
        return Ok(wasm + bundled(peer, "www/core/newsmark.js")?);
    }
    bundled(peer, &format!("{FOLDER}/{}.js", peer.module))
}

/// What a script and all that it imports weigh as one file.
fn bundled(peer: &Peer, entry: &str) -> Result<usize> {
    let bundle = format!("target/bench/{}.js", peer.module);
    let mut bundler = command(&["node"]);
    bundler.arg(setup::npm_tool("esbuild/bin/esbuild")?).arg(entry);
    output(bundler.args(["--bundle", "--minify", "--format=esm", "--log-level=error", &format!("--outfile={bundle}")]))?;
    Ok(size::brotli(&[bundle])?.into_iter().sum())
}

fn table(lines: &[Line]) -> String {
    let mut table = String::from(
        "| library | finds | download, brotli | loading | a 4 KB article | 1 MB of news | a word twice as long |\n|---|---|---|---|---|---|---|\n",
    );
    for Line { peer, kilobytes, loaded, article, speed, growth } in lines {
        let speed = speed.map_or("not within a minute".to_owned(), |speed| format!("{speed:.2} MB/s"));
        let growth = growth.map_or("not within a minute".to_owned(), |growth| format!("{growth:.1} times the time"));
        let Peer { name, finds, .. } = peer;
        let _ =
            writeln!(table, "| {name} | {finds} | {kilobytes} KB | {loaded:.0} ms | {article:.1} ms | {speed} | {growth} |");
    }
    table
}

/// Bars of what a 4 KB article takes, each ten times as long as the one that takes a tenth.
fn picture(lines: &[Line]) -> String {
    let (row_height, left, width_of_all) = (34, 250, 720);
    let height = lines.len() * row_height + 40;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width_of_all} {height}\" role=\"img\" font-family=\"system-ui, sans-serif\" \
         font-size=\"14\">\n<title>Milliseconds for a 4 KB article, on a logarithmic scale</title>\n\
         <style>text {{ fill: #1f2328 }} .bar {{ fill: #8c959f }} .ours {{ fill: #0969da }} \
         @media (prefers-color-scheme: dark) {{ text {{ fill: #e6edf3 }} }}</style>\n\
         <text x=\"{left}\" y=\"20\">Milliseconds for a 4 KB article (logarithmic)</text>\n"
    );
    for (row, line) in lines.iter().enumerate() {
        let y = 32 + row * row_height;
        let width = ((line.article.log10() + 1.0).max(0.1) * 110.0).min(370.0);
        let class = if row == 0 { "bar ours" } else { "bar" };
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text><rect class=\"{class}\" x=\"{left}\" y=\"{y}\" width=\"{width:.0}\" \
             height=\"22\"/><text x=\"{:.0}\" y=\"{}\">{:.1}</text>",
            left - 10,
            y + 16,
            line.peer.name,
            left as f64 + width + 8.0,
            y + 16,
            line.article
        );
    }
    svg + "</svg>\n"
}

/// Puts a text between two comments of a file.
fn between(file: &Path, name: &str, text: &str) -> Result<()> {
    let whole = fs::read_to_string(file)?;
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = whole.split_once(&open).with_context(|| format!("{} has no {open}", file.display()))?;
    let (_, after) = rest.split_once(&close).with_context(|| format!("{} has no {close}", file.display()))?;
    Ok(fs::write(file, format!("{before}{open}{text}{close}{after}"))?)
}
