//! The matcher of the caller's own patterns, as a wasm of its own: most pages have no patterns, and need not wait for it.
//!
//! It knows nothing of articles. The core passes it the text, and turns its matches into names.
#![cfg(target_arch = "wasm32")]

#[path = "../../src/matcher.rs"]
mod matcher;

use matcher::{Match, Matcher};
use std::cell::RefCell;
use std::ops::Range;
use wasm_bindgen::prelude::*;

thread_local! {
    /// The patterns of the last call, and what they were compiled to: the next article mostly comes with the same.
    static LAST: RefCell<(Vec<String>, Matcher)> = RefCell::default();
}

/// Finds patterns in stretches of a text: for each match the number of its pattern, and the bytes where it begins and ends. A stretch is
/// given by two bytes.
///
/// @throws {string} what is wrong with a pattern
#[wasm_bindgen(js_name = findMatches)]
pub fn find_matches(patterns: Vec<String>, text: &str, stretches: &[u32]) -> Result<Vec<u32>, JsValue> {
    LAST.with_borrow_mut(|(last, matcher)| {
        if *last != patterns {
            *matcher = Matcher::new(patterns.iter().map(String::as_str)).map_err(|wrong| wrong.to_string())?;
            *last = patterns;
        }
        let (ends, _) = stretches.as_chunks::<2>();
        let stretches: Vec<Range<usize>> = ends.iter().map(|[start, end]| *start as usize..*end as usize).collect();
        // Offsets have 32 bits in wasm.
        let packed = |(pattern, Range { start, end }): Match| [pattern as u32, start as u32, end as u32];
        Ok(matcher.find(text, &stretches).into_iter().flat_map(packed).collect())
    })
}
