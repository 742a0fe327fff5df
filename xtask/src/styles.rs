//! Writes the element's style sheet as a module with the text of `www/style/`, because a script tag cannot import CSS.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The files that the element shares with the page, and its own, in the order in which they apply.
const SHEETS: [&str; 8] = ["tokens", "base", "marks", "panel", "card", "element", "overlay", "media"];

/// Writes `style.js` into the package's folder, if it is not there as it should be.
pub fn write(folder: &Path) -> Result<()> {
    let mut css = String::new();
    for name in SHEETS {
        let path = format!("www/style/{name}.css");
        css += &fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))?;
    }
    // A string of JSON is one of JavaScript, too.
    let module =
        format!("// Made by `cargo xtask build` of www/style/.\nexport default {};\n", serde_json::to_string(&css)?);
    let path = folder.join("style.js");
    if fs::read_to_string(&path).is_ok_and(|written| written == module) {
        return Ok(());
    }
    fs::write(&path, module).with_context(|| format!("cannot write {}", path.display()))
}
