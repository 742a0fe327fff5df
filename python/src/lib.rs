//! newsmark for Python: what Rust does of the package `newsmark`. The package's Python calls it, and nobody else.
//!
//! Offsets are Unicode code points, as Python counts. Whatever takes time is done without the interpreter's lock. Nothing here decides
//! what is found, and what a caller reads is made in Python (`newsmark/*.py`).

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
