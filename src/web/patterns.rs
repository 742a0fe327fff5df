//! Passes the caller's patterns to the wasm that matches them, `patterns/`, and its matches back. The call comes in the middle of the work,
//! because only then is the clean text known.

use super::error;
use crate::Pattern;
use js_sys::{Array, Function, Uint32Array};
use std::ops::Range;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const MATCHER: &str =
    "/** Finds patterns in stretches of a text, which are given as two bytes each: three numbers a match. */
export type Matcher = (patterns: string[], text: string, stretches: Uint32Array) => Uint32Array;";

/// Finds the matches of some patterns.
pub fn finder(
    patterns: &[Pattern],
    matcher: Option<Function>,
) -> impl FnOnce(&str, &[Range<usize>]) -> Result<Vec<(usize, Range<usize>)>, JsValue> {
    move |text, stretches| {
        let missing = || error("patterns", "patterns are matched by a file of their own: await loadPatterns() first");
        let matcher = matcher.ok_or_else(missing)?;
        let expressions: Array = patterns.iter().map(|pattern| JsValue::from(&*pattern.pattern)).collect();
        // Offsets have 32 bits in wasm.
        let ends: Vec<u32> = stretches.iter().flat_map(|range| [range.start as u32, range.end as u32]).collect();
        let ends = Uint32Array::from(&*ends);
        let found = matcher.call3(&JsValue::UNDEFINED, &expressions, &text.into(), &ends)?;
        let found = Uint32Array::from(found).to_vec();
        let whole = |&index: &u32| index as usize;
        let (threes, _) = found.as_chunks::<3>();
        Ok(threes.iter().map(|[pattern, start, end]| (whole(pattern), whole(start)..whole(end))).collect())
    }
}
