//! The Rust side of the Python package `newsmark`. Only the package's Python code calls it.
//!
//! Offsets are Unicode code points, as Python counts. Anything slow runs without the interpreter's lock. Nothing here decides what is
//! found, and `newsmark/*.py` makes what callers read.

mod found;
mod given;
mod many;
mod tables;

/// The module `newsmark._newsmark`.
#[pyo3::pymodule(name = "_newsmark")]
mod module {
    #[pymodule_export]
    use crate::found::{Found, annotate};
    #[pymodule_export]
    use crate::many::{Many, annotate_many};
    #[pymodule_export]
    use crate::tables::Tables;
}
