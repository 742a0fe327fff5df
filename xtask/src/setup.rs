//! Installs the wasm target and the npm tools. `browser.rs` finds or installs the browser.
//!
//! Each step first checks whether it is done, says what it does, and explains what you have to do if it cannot.

use crate::commands::{command, on_path, output, run, say};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// The target that the library is built for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The wasm target that has files and a clock, for benchmarks.
pub const WASI: &str = "wasm32-wasip1";

const NODE_AT_LEAST: u32 = 20;

/// Makes sure that Rust can compile to a target.
pub fn rust_target(target: &str) -> Result<()> {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let libraries = output(&mut command(&[rustc.as_str(), "--print", "target-libdir", "--target", target]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    say(format_args!("the Rust target {target} is missing"));
    if on_path(&["rustup"]).is_none() {
        bail!("rustup is missing: install the target {target} the way you installed Rust, or see https://rustup.rs");
    }
    run(&mut command(&["rustup", "target", "add", target]))
}

/// Makes sure that Node is new enough.
pub fn node() -> Result<()> {
    let advice =
        || format!("Node {NODE_AT_LEAST} or newer with npm is needed: https://nodejs.org, or your system's packages");
    let version = output(&mut command(&["node", "--version"])).with_context(advice)?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE_AT_LEAST) {
        bail!("{}; this one is {}", advice(), version.trim());
    }
    Ok(())
}

/// Makes sure that node_modules has the npm tools of package-lock.json, each at its pinned version.
pub fn npm_tools() -> Result<()> {
    node()?;
    let (wanted, installed) = (Path::new("package-lock.json"), Path::new("node_modules/.installed-lock.json"));
    let lock = std::fs::read(wanted).context("cannot read package-lock.json")?;
    if std::fs::read(installed).is_ok_and(|found| found == lock) {
        return Ok(());
    }
    say("installing the npm tools of package-lock.json");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(&mut command(&[npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    std::fs::write(installed, lock).context("cannot note what is installed")
}

/// The script of an npm tool, for Node to run.
pub fn npm_tool(path: &str) -> Result<PathBuf> {
    npm_tools()?;
    let script = Path::new("node_modules").join(path);
    if !script.is_file() {
        bail!("{} is missing: remove node_modules and run this again", script.display());
    }
    Ok(script)
}
