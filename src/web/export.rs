//! Writes the article and its annotations in a file format, for JavaScript.

use super::{error, given};
use crate::Unit;
use crate::export::Format;
use js_sys::JsString;
use wasm_bindgen::prelude::*;

/// Writes an article and its annotations, as found or as corrected, in a format. Half a surrogate pair in the text becomes
/// U+FFFD.
///
/// @throws {NewsmarkError} if `text` is not a string, `annotations` do not belong to it, or `format` is unknown.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_param_type = "Annotations")] annotations: JsValue,
    #[wasm_bindgen(unchecked_param_type = "ExportFormat")] format: JsValue,
) -> Result<String, JsValue> {
    let original: &JsString = text.dyn_ref().ok_or_else(|| error("text", "the text must be a string"))?;
    let format: Format =
        serde_wasm_bindgen::from_value(format).map_err(|wrong| error("format", &format!("unknown format: {wrong}")))?;
    let annotations = given::annotations(annotations, original)?;
    let text = String::from(original);
    Ok(format.write(&text, &annotations.convert(&text, Unit::Byte)))
}
