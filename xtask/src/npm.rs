//! What the npm package has besides its modules: types, licences, hashes, and the file with the wasm inside.

use crate::commands::{command, run};
use crate::integrity;
use crate::setup;
use crate::{build, bundle};
use anyhow::{Context, Result};
use std::fs;

const TYPES: &str = "www/pkg/types";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// Builds the whole package, in `www/`.
pub fn package() -> Result<()> {
    let folder = build::package()?.build.out_dir;
    let compiler = setup::npm_tool("typescript/bin/tsc")?;
    run(command(&["node"]).arg(compiler).args(["--project", "tsconfig.types.json", "--outDir", TYPES]))?;
    // The declarations name those of the wasm's glue by where the code is.
    fs::create_dir_all(format!("{TYPES}/pkg"))?;
    fs::copy("www/pkg/newsmark.d.ts", format!("{TYPES}/pkg/newsmark.d.ts")).context("cannot copy the types of the glue")?;
    // A declaration that was written by hand is copied by nobody else.
    fs::copy("www/element/tags.d.ts", format!("{TYPES}/element/tags.d.ts")).context("cannot copy the element's types")?;
    for licence in LICENCES {
        fs::copy(licence, folder.join(licence)).with_context(|| format!("cannot copy {licence}"))?;
    }
    bundle::inline(&folder)?;
    integrity::write()
}
