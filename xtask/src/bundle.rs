//! The page's scripts and style sheets, each as one file, and the wasm's glue with what it imports: what a browser asks for, instead of
//! files that lead to one another.

use crate::commands::{command, run};
use crate::setup;
use anyhow::Result;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The scripts that a browser starts, and the file made of each; what they share is a file of its own, which the second takes from the
/// browser's cache.
const SCRIPTS: [(&str, &str); 2] = [("page", "www/page/page.js"), ("worker", "www/core/worker-thread.js")];
const SHARED: &str = "core";

/// The style sheets, and the file made of them.
const SHEETS: (&str, &str) = ("page", "www/style/index.css");

/// Writes the bundles into the package's folder.
pub fn write(folder: &Path) -> Result<()> {
    let entry = |(name, entry): (&str, &str)| format!("{name}={entry}");
    let mut scripts = bundler()?;
    scripts.args(SCRIPTS.map(entry)).arg("--splitting").arg(format!("--chunk-names={SHARED}"));
    run(scripts.arg("--minify").arg(format!("--outdir={}", folder.display())))?;
    run(bundler()?.arg(entry(SHEETS)).arg("--minify").arg(format!("--outdir={}", folder.display())))
}

/// Puts the scripts that wasm-bindgen's glue imports into the glue itself.
pub fn glue(folder: &Path, name: &str) -> Result<()> {
    let glue = folder.join(name).with_extension("js");
    run(bundler()?.arg(&glue).arg(format!("--outfile={}", glue.display())).arg("--allow-overwrite"))?;
    Ok(fs::remove_dir_all(folder.join("snippets"))?)
}

fn bundler() -> Result<Command> {
    let mut bundle = command(&["node"]);
    bundle.arg(setup::npm_tool("esbuild/bin/esbuild")?);
    // Browsers of the last years, not of the last months.
    bundle.args(["--bundle", "--format=esm", "--target=es2022", "--log-level=warning"]);
    Ok(bundle)
}
