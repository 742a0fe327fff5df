//! `cargo xtask …`: sets up, builds, tests, serves, measures and releases newsmark.
//!
//! Every task does its own set-up, says what it does, and is cheap to run again. Nothing in this crate ships.

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
mod release;
mod serve;
mod setup;
mod site;
mod size;
mod styles;
mod test;
mod train;

use anyhow::{Result, bail};
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask TASK

  serve [--port N]   Build the wasm package and serve the page on a loopback port
  test [RUNNER…]     Run all tests, or only those of: native, node, chromium, page, extension, package, python
  check              Check versions, formatting, clippy, JavaScript types and lint, file length and download size
  build              Build the npm package in www/: the wasm, its types, and the file with everything inside
  extension [--pictures]
                     Build the browser extension, for Chromium and Firefox, as zips in target/; or make its icons and pictures anew
  site               Write the page, the examples and the documents to target/site, for any web server
  release --check    Check everything about a release that can be checked without publishing
  audit              Check licences and sources of all crates, write a bill of materials, compare two builds
  eval [STAGE]       Measure accuracy on the development data in ../shared: text, syntax, entities, quotes or dates, or all
  bench              Measure speed, native and in wasm, and the size of every file that ships
  bench --check      Count instructions and memory: news against the last figure, adversarial texts against their bounds
  bench --peers      Compare speed, size and growth with other libraries; write the table and picture in README.md
  fuzz TARGET [SECONDS]
                     Fuzz a target of fuzz/; the tests replay the saved corpus
  names              Compile model/names.fst from the lists in ../shared/data/gazetteers
  train [--data DIR] [--check]
                     Train all models and weights from ../shared/data (takes minutes), or compare them with the committed ones
  test-runner FILE   Run a wasm test binary; Cargo calls this

Each task installs what it needs. See CONTRIBUTING.md.";

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
    let Some((task, rest)) = arguments.split_first() else { bail!("no task given\n\n{USAGE}") };
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
        "site" => alone(rest, site::build),
        "release" => release::run_on(rest),
        "help" | "--help" | "-h" => alone(rest, || {
            println!("{USAGE}");
            Ok(())
        }),
        _ => bail!("unknown task {task:?}\n\n{USAGE}"),
    }
}

/// Runs a task that takes no arguments.
fn alone(rest: &[String], task: impl FnOnce() -> Result<()>) -> Result<()> {
    if let Some(unknown) = rest.first() {
        bail!("unexpected argument {unknown:?}\n\n{USAGE}");
    }
    task()
}
