//! Converts the caller's arguments for Rust: a text, a day, names and patterns.

use newsmark::{Date, KnownNames, Options, Patterns};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyString};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt::Display;

/// A Python string as UTF-8, read where it is. Half a surrogate pair is read as one U+FFFD, so that offsets stay right.
pub fn text(given: &Bound<'_, PyString>) -> PyResult<PyBackedStr> {
    if let Ok(text) = PyBackedStr::try_from(given.clone()) {
        return Ok(text);
    }
    let encoded = given.call_method1("encode", ("utf-32-le", "surrogatepass"))?.cast_into::<PyBytes>()?;
    let character = |bytes: &[u8; 4]| char::from_u32(u32::from_le_bytes(*bytes)).unwrap_or(char::REPLACEMENT_CHARACTER);
    let whole: String = encoded.as_bytes().as_chunks().0.iter().map(character).collect();
    PyBackedStr::try_from(PyString::new(given.py(), &whole))
}

/// A day written `YYYY-MM-DD`.
pub fn day(written: Option<&str>) -> PyResult<Option<Date>> {
    written.map(str::parse).transpose().map_err(|error| invalid("date is ", error))
}

/// What holds for every text of a call: names and patterns come as JSON arrays.
pub fn options(names: Option<&str>, patterns: Option<&str>, everything: bool) -> PyResult<Options> {
    let names = KnownNames::new(list("names", names)?).map_err(|error| invalid("", error))?;
    let patterns = Patterns::new(list("patterns", patterns)?).map_err(|error| invalid("", error))?;
    Ok(Options { date: None, names, patterns, everything })
}

/// The entries of a JSON array, or which one is wrong.
fn list<T: DeserializeOwned>(of: &str, json: Option<&str>) -> PyResult<Vec<T>> {
    let Some(json) = json else { return Ok(Vec::new()) };
    let entries: Vec<Value> = serde_json::from_str(json).map_err(|error| invalid("", error))?;
    let entry = |(index, entry): (usize, Value)| {
        let shown = entry.to_string();
        serde_json::from_value(entry).map_err(|error| invalid(&format!("{of}[{index}] ({shown}): "), error))
    };
    entries.into_iter().enumerate().map(entry).collect()
}

/// What is wrong, as Python's `ValueError`.
pub fn invalid(about: &str, problem: impl Display) -> PyErr {
    PyValueError::new_err(format!("{about}{problem}"))
}
