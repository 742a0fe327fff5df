//! Reads the caller's own names and patterns from files.

use super::about;
use newsmark::{KnownNames, Patterns};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::error::Error;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Reads a JSON array of names; none if there is no file.
pub fn names(file: Option<&Path>) -> io::Result<KnownNames> {
    list(file, "names", KnownNames::new)
}

/// Reads a JSON array of patterns; none if there is no file.
pub fn patterns(file: Option<&Path>) -> io::Result<Patterns> {
    list(file, "patterns", Patterns::new)
}

/// Reads a JSON array into a list, or reports the invalid entry.
fn list<T: DeserializeOwned, L: Default, E: Error>(
    file: Option<&Path>,
    of: &str,
    make: impl FnOnce(Vec<T>) -> Result<L, E>,
) -> io::Result<L> {
    let Some(file) = file else { return Ok(L::default()) };
    let invalid = |problem: String| io::Error::new(ErrorKind::InvalidData, problem);
    let read = || -> io::Result<L> {
        let entries: Vec<Value> = serde_json::from_slice(&fs::read(file)?)
            .map_err(|error| invalid(format!("not a JSON array of {of}: {error}")))?;
        let mut list = Vec::with_capacity(entries.len());
        for (index, entry) in entries.into_iter().enumerate() {
            let shown = entry.to_string();
            list.push(serde_json::from_value(entry).map_err(|error| invalid(format!("{of}[{index}] ({shown}): {error}")))?);
        }
        make(list).map_err(|error| invalid(error.to_string()))
    };
    read().map_err(|error| about(&file.display().to_string(), error))
}
