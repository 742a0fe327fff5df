//! What the npm package has besides the page's own files: types, and the file with the wasm inside.

use crate::build;
use crate::commands::{command, run};
use crate::integrity;
use crate::setup;
use anyhow::{Context, Result};
use std::fs;

const TYPES: &str = "www/pkg/types";

/// Builds the whole package, in `www/`.
pub fn package() -> Result<()> {
    build::package()?;
    let compiler = setup::npm_tool("typescript/bin/tsc")?;
    run(command(&["node"]).arg(compiler).args(["--project", "tsconfig.types.json", "--outDir", TYPES]))?;
    // The declarations name those of the wasm's glue by where the code is.
    fs::create_dir_all(format!("{TYPES}/pkg"))?;
    fs::copy("www/pkg/newsmark.d.ts", format!("{TYPES}/pkg/newsmark.d.ts")).context("cannot copy the types of the glue")?;
    // A declaration that was written by hand is copied by nobody else.
    fs::copy("www/element/tags.d.ts", format!("{TYPES}/element/tags.d.ts")).context("cannot copy the element's types")?;
    let bundler = setup::npm_tool("esbuild/bin/esbuild")?;
    run(command(&["node"]).arg(bundler).args([
        "www/core/inline.js",
        "--bundle",
        "--format=esm",
        "--loader:.wasm=binary",
        "--minify-whitespace",
        // Browsers of the last years, not of the last months.
        "--target=es2022",
        "--log-level=warning",
        "--outfile=www/pkg/inline.js",
    ]))?;
    integrity::write()
}
