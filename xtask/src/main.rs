//! `cargo xtask …`: sets up, builds, tests, serves and measures newsmark.
//!
//! Every task does its own set-up, says what it does, and can be run again at no cost. Nothing here is part of what ships.

mod audit;
mod bench;
mod browser;
mod build;
mod bundle;
mod check;
mod commands;
mod config;
mod eval;
mod extension;
mod fuzz;
mod integrity;
mod names;
mod npm;
mod python;
mod serve;
mod setup;
mod size;
mod styles;
mod test;
mod train;

use anyhow::{Result, bail};
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask TASK

  serve [--port N]   build the wasm package and serve the page on a loopback port
  test [RUNNER…]     run every test, or only those of: native, node, chromium, page, extension, package, python
  check              formatting, clippy, the JavaScript type check, file length, size budget
  audit              licences and sources of all crates, a bill of materials, and two builds that must be one
  build              the npm package in www/: the wasm, its types, the file with all inside
  extension [--pictures]
                     the browser extension, for Chromium and Firefox, as zips in target/; or its icons and its pictures anew
  eval [ROOM]        accuracy on the development data in ../shared, of one room alone or of all: text, entities, quotes, dates
  bench              speed, native and in wasm, and the size of each file that ships
  bench --check      instructions and memory, counted: news against the last figure, hostile texts against their bounds
  bench --peers      speed, size and growth beside other libraries, as a table and a picture in README.md
  fuzz TARGET [SECONDS]
                     a target of fuzz/, driven by coverage; the tests replay the saved corpus
  names              model/names.fst, from the lists in ../shared/data/gazetteers
  train [--data DIR] [--check]
                     model/tagger.bin, model/net.bin, model/syntax.bin and the weights for ends of clauses, pronouns and scores, from ../shared/data (some minutes); or compare
  test-runner FILE   what Cargo calls to run a wasm test binary

Each task sets up what it needs. See CONTRIBUTING.md.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((task, rest)) = arguments.split_first() else { bail!("which task?\n\n{USAGE}") };
    if task != "test-runner" {
        // Cargo runs a test binary from its package's folder, everything else starts at the root of the repository.
        std::env::set_current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))?;
    }
    match task.as_str() {
        "serve" => serve::run(rest),
        "test" => test::run(rest),
        "test-runner" => test::run_wasm_binary(rest),
        "check" => alone(rest, check::everything),
        "audit" => alone(rest, audit::everything),
        "extension" => extension::run_on(rest),
        "eval" => eval::run_on(rest),
        "bench" => bench::run(rest),
        "fuzz" => fuzz::run_target(rest),
        "train" => train::run_on(rest),
        "names" => alone(rest, || names::run(Path::new("../shared/data/gazetteers"))),
        "build" => alone(rest, npm::package),
        "help" | "--help" | "-h" => alone(rest, || {
            println!("{USAGE}");
            Ok(())
        }),
        _ => bail!("there is no task {task:?}\n\n{USAGE}"),
    }
}

/// Runs a task that takes no arguments.
fn alone(rest: &[String], task: impl FnOnce() -> Result<()>) -> Result<()> {
    if let Some(unknown) = rest.first() {
        bail!("this task takes no {unknown:?}\n\n{USAGE}");
    }
    task()
}
