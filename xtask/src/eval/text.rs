//! Measures blocks and sentences: cases, and the blocks of the reference article.

use super::{cases, print, reference};
use anyhow::Result;

pub(super) fn measure() -> Result<()> {
    print(&[reference::dated(&[("blocks", "/blocks")])?]);
    cases::measure("text")
}
