//! Measures the parts of speech, by the trainer, which alone reads treebanks.

use crate::commands::{cargo, run};
use anyhow::Result;

/// Prints how often they are right on the development data; nothing where there are no treebanks.
pub fn measure() -> Result<()> {
    let data = super::shared("data");
    if data.join("syntax").is_dir() {
        run(cargo(&["run", "--release", "--quiet", "--package", "trainer", "--", "syntax"]).arg(data))?;
    }
    Ok(())
}
