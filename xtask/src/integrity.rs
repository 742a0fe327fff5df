//! Writes the hashes of the package's files to `pkg/integrity.json`, for the `integrity` of an import map.
//!
//! Format: <https://www.w3.org/TR/sri-2/>.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha384};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The package.
const PACKAGE: &str = "www";

/// Writes and prints the hash of every module and of the wasm.
pub fn write() -> Result<()> {
    let manifest: Value = serde_json::from_slice(&fs::read(Path::new(PACKAGE).join("package.json"))?)?;
    let files = manifest["files"].as_array().context("package.json has no files")?;
    let mut hashes = BTreeMap::new();
    for path in files.iter().filter_map(Value::as_str) {
        match path.strip_prefix('!') {
            None => add(Path::new(PACKAGE), path, &mut hashes)?,
            // What the package is without; a star at the end stands for anything.
            Some(other) => match other.strip_suffix('*') {
                Some(start) => hashes.retain(|file, _| !file.starts_with(start)),
                None => drop(hashes.remove(other)),
            },
        }
    }
    for (file, hash) in &hashes {
        println!("{hash} {file}");
    }
    let file = Path::new(PACKAGE).join("pkg/integrity.json");
    fs::write(&file, serde_json::to_string_pretty(&hashes)? + "\n")
        .with_context(|| format!("cannot write {}", file.display()))
}

fn add(package: &Path, name: &str, hashes: &mut BTreeMap<String, String>) -> Result<()> {
    let path = package.join(name);
    if path.is_dir() {
        for entry in path.read_dir().with_context(|| format!("cannot read {}", path.display()))? {
            add(package, &format!("{name}/{}", entry?.file_name().to_string_lossy()), hashes)?;
        }
    } else if [".js", ".cjs", ".wasm"].iter().any(|kind| name.ends_with(kind)) {
        let hash = STANDARD.encode(Sha384::digest(fs::read(path)?));
        hashes.insert(name.to_owned(), format!("sha384-{hash}"));
    }
    Ok(())
}
