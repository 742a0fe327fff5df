//! The caller's own names, from a file.

use super::about;
use newsmark::{KnownName, KnownNames};
use serde_json::Value;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Reads a JSON array of names, or says which entry cannot be used.
pub fn read(file: &Path) -> io::Result<KnownNames> {
    let invalid = |problem: String| io::Error::new(ErrorKind::InvalidData, problem);
    let names = || -> io::Result<KnownNames> {
        let entries: Vec<Value> = serde_json::from_slice(&fs::read(file)?)
            .map_err(|error| invalid(format!("not a JSON array of names: {error}")))?;
        let mut names = Vec::with_capacity(entries.len());
        for (index, entry) in entries.into_iter().enumerate() {
            let shown = entry.to_string();
            let name: KnownName =
                serde_json::from_value(entry).map_err(|error| invalid(format!("names[{index}] ({shown}): {error}")))?;
            names.push(name);
        }
        KnownNames::new(names).map_err(|error| invalid(error.to_string()))
    };
    names().map_err(|error| about(&file.display().to_string(), error))
}
