//! Annotations that come from JavaScript: from `annotate`, or edited by somebody. They are checked once, here, so that later code can rely
//! on every offset and index.

use super::error;
use crate::annotations::{Annotations, SCHEMA, Unit};
use crate::export::fitting::first_wrong;
use js_sys::{JsString, Reflect};
use wasm_bindgen::prelude::*;

/// Reads annotations of a text, with offsets in UTF-16 code units.
pub fn annotations(value: JsValue, text: &JsString) -> Result<Annotations, JsValue> {
    let schema = Reflect::get(&value, &"schema".into()).ok().and_then(|schema| schema.as_f64());
    if let Some(other) = schema.filter(|schema| *schema != f64::from(SCHEMA)) {
        return Err(error(
            "annotations",
            &format!("these annotations have schema {other}, and this version reads schema {SCHEMA}"),
        ));
    }
    let annotations: Annotations = serde_wasm_bindgen::from_value(value)
        .map_err(|wrong| error("annotations", &format!("these are not annotations: {wrong}")))?;
    if annotations.offsets != Unit::Utf16 {
        return Err(error("annotations", "the offsets of annotations must be UTF-16 code units"));
    }
    let length = text.length() as usize;
    match first_wrong(&annotations, |offset| offset <= length) {
        None => Ok(annotations),
        Some(wrong) => {
            Err(error("annotations", &format!("{wrong} is out of range: the annotations belong to a different text")))
        }
    }
}
