//! What can be checked without running the program. Every check runs; the task fails if any of them did.

use crate::commands::{cargo, command, output, run, say};
use crate::config::Config;
use crate::{build, setup, size};
use anyhow::{Result, bail};
use std::fs;

const MOST_LINES: usize = 500;
const COUNTED: [&str; 7] = ["rs", "js", "mjs", "ts", "css", "html", "py"];

/// A check's name, and what it runs.
type Check = (&'static str, fn() -> Result<()>);

/// Runs all checks.
pub fn everything() -> Result<()> {
    let checks: [Check; 6] = [
        ("formatting", formatting),
        ("clippy, native", clippy_native),
        ("clippy, wasm", clippy_wasm),
        ("file length", file_length),
        ("JavaScript types", javascript_types),
        ("size budget", size_budget),
    ];
    let mut failed = Vec::new();
    for (name, check) in checks {
        println!("\n----- {name} -----");
        if let Err(error) = check() {
            println!("error: {error:#}");
            failed.push(name);
        }
    }
    println!();
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    say("all checks passed");
    Ok(())
}

fn formatting() -> Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))
}

fn clippy_native() -> Result<()> {
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--all-features", "--", "--deny", "warnings"]))
}

fn clippy_wasm() -> Result<()> {
    setup::rust_target(setup::WASM)?;
    let words = ["clippy", "--package", "newsmark", "--lib", "--tests", "--features", "web", "--target", setup::WASM];
    run(cargo(&words).args(["--", "--deny", "warnings"]))
}

fn file_length() -> Result<()> {
    // As git lists them: what is ignored is generated.
    let files = output(&mut command(&["git", "ls-files", "--cached", "--others", "--exclude-standard"]))?;
    let mut long = Vec::new();
    for file in files.lines().filter(|file| file.rsplit_once('.').is_some_and(|(_, kind)| COUNTED.contains(&kind))) {
        // Git also lists what has been deleted and not yet committed.
        let lines = fs::read_to_string(file).map_or(0, |text| text.lines().count());
        if lines > MOST_LINES {
            long.push(format!("{file} has {lines} lines"));
        }
    }
    if !long.is_empty() {
        bail!("more than {MOST_LINES} lines: {}", long.join(", "));
    }
    Ok(())
}

fn javascript_types() -> Result<()> {
    // The page's types include those of the package.
    build::package()?;
    let compiler = setup::npm_tool("typescript/bin/tsc")?;
    // A service worker has other globals than a page.
    ["tsconfig.json", "tsconfig.service-worker.json"]
        .iter()
        .try_for_each(|project| run(command(&["node"]).arg(&compiler).args(["--project", project])))
}

fn size_budget() -> Result<()> {
    Config::read()?.agrees_with_cargo_toml()?;
    size::report(&build::package()?.size)
}
