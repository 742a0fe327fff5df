//! The page's scripts and style sheets, each as one file: what a reader's browser asks for, instead of dozens that lead to one another.

use crate::commands::{command, run};
use crate::setup;
use anyhow::Result;
use std::path::Path;

/// What is bundled, and the file it makes.
const BUNDLES: [(&str, &str); 3] =
    [("www/page/page.js", "page.js"), ("www/core/worker-thread.js", "worker.js"), ("www/style/index.css", "page.css")];

/// Writes the bundles into the package's folder.
pub fn write(folder: &Path) -> Result<()> {
    let bundler = setup::npm_tool("esbuild/bin/esbuild")?;
    for (entry, made) in BUNDLES {
        let mut bundle = command(&["node"]);
        bundle.arg(&bundler).arg(entry).arg(format!("--outfile={}", folder.join(made).display()));
        // Browsers of the last years, not of the last months.
        run(bundle.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"]))?;
    }
    Ok(())
}
