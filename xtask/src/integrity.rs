//! Hashes of the package's files, as Subresource Integrity takes them: in `pkg/integrity.json`, for the `integrity` of an import map.
//!
//! Source: <https://www.w3.org/TR/sri-2/>.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The package, and in it the folders whose code a page may load.
const PACKAGE: &str = "www";
const FOLDERS: [&str; 5] = ["core", "element", "marking", "pkg", "reading"];

/// What the page is made of, and the package is without.
const OF_THE_PAGE: [&str; 2] = ["pkg/page.js", "pkg/worker.js"];

/// Writes and prints the hash of every module and of the wasm.
pub fn write() -> Result<()> {
    let mut hashes = BTreeMap::new();
    for folder in FOLDERS {
        add(Path::new(PACKAGE), folder, &mut hashes)?;
    }
    for (file, hash) in &hashes {
        println!("{hash} {file}");
    }
    let file = Path::new(PACKAGE).join("pkg/integrity.json");
    fs::write(&file, serde_json::to_string_pretty(&hashes)? + "\n")
        .with_context(|| format!("cannot write {}", file.display()))
}

fn add(package: &Path, folder: &str, hashes: &mut BTreeMap<String, String>) -> Result<()> {
    let path = package.join(folder);
    for entry in path.read_dir().with_context(|| format!("cannot read {}", path.display()))? {
        let entry = entry?;
        let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            add(package, &name, hashes)?;
        } else if (name.ends_with(".js") || name.ends_with(".wasm")) && !OF_THE_PAGE.contains(&name.as_str()) {
            let hash = STANDARD.encode(Sha384::digest(fs::read(entry.path())?));
            hashes.insert(name, format!("sha384-{hash}"));
        }
    }
    Ok(())
}
