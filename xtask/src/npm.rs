//! Adds what the npm package has besides its modules: types, licences, hashes, and the file with the wasm inside.

use crate::commands::{command, run};
use crate::integrity;
use crate::setup;
use crate::{build, bundle};
use anyhow::{Context, Result};
use std::fs;

const TYPES: &str = "www/pkg/types";
/// Declarations that were written by hand, which TypeScript does not copy.
const BY_HAND: [&str; 4] = ["core/newsmark.d.cts", "core/wasm.d.ts", "element/jsx.d.ts", "element/tags.d.ts"];
/// With the sources of the name lists, which the wasm holds.
const LICENCES: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE.md"];

/// Builds the whole package, in `www/`.
pub fn package() -> Result<()> {
    let folder = build::package()?.build.out_dir;
    let compiler = setup::npm_tool("typescript/bin/tsc")?;
    run(command(&["node"]).arg(compiler).args(["--project", "tsconfig.types.json", "--outDir", TYPES]))?;
    // The declarations name those of the wasm's glue by where the code is.
    fs::create_dir_all(format!("{TYPES}/pkg"))?;
    fs::copy("www/pkg/newsmark.d.ts", format!("{TYPES}/pkg/newsmark.d.ts")).context("cannot copy the types of the glue")?;
    for written in BY_HAND {
        let to = format!("{TYPES}/{written}");
        fs::copy(format!("www/{written}"), &to).with_context(|| format!("cannot write {to}"))?;
    }
    for licence in LICENCES {
        fs::copy(licence, folder.join(licence)).with_context(|| format!("cannot copy {licence}"))?;
    }
    bundle::inline(&folder)?;
    integrity::write()
}
