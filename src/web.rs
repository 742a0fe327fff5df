//! The only part that knows JavaScript.

mod render;

use crate::{Options, annotate as annotate_text};
use wasm_bindgen::prelude::*;

/// Annotates a text.
#[wasm_bindgen]
pub fn annotate(text: &str) -> Result<JsValue, JsError> {
    Ok(serde_wasm_bindgen::to_value(&annotate_text(text, &Options::default()))?)
}
