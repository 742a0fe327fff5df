//! The page's scripts and style sheets, each as one file, and the wasm's glue with what it imports: what a browser asks for, instead of
//! files that lead to one another.

use crate::commands::{command, run};
use crate::setup;
use anyhow::Result;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What is bundled, and the file it makes.
const BUNDLES: [(&str, &str); 3] =
    [("www/page/page.js", "page.js"), ("www/core/worker-thread.js", "worker.js"), ("www/style/index.css", "page.css")];

/// Writes the bundles into the package's folder.
pub fn write(folder: &Path) -> Result<()> {
    for (entry, made) in BUNDLES {
        run(bundler(Path::new(entry), &folder.join(made))?.arg("--minify"))?;
    }
    Ok(())
}

/// Puts the scripts that wasm-bindgen's glue imports into the glue itself.
pub fn glue(folder: &Path, name: &str) -> Result<()> {
    let glue = folder.join(name).with_extension("js");
    run(bundler(&glue, &glue)?.arg("--allow-overwrite"))?;
    Ok(fs::remove_dir_all(folder.join("snippets"))?)
}

fn bundler(entry: &Path, made: &Path) -> Result<Command> {
    let mut bundle = command(&["node"]);
    bundle.arg(setup::npm_tool("esbuild/bin/esbuild")?).arg(entry).arg(format!("--outfile={}", made.display()));
    // Browsers of the last years, not of the last months.
    bundle.args(["--bundle", "--format=esm", "--target=es2022", "--log-level=warning"]);
    Ok(bundle)
}
