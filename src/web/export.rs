//! The article and its annotations as a file of some format, for JavaScript.

use super::{error, read_options};
use crate::annotate;
use crate::export::Format;
use js_sys::JsString;
use wasm_bindgen::prelude::*;

/// Annotates an article and writes it in a format. Half a surrogate pair in the text comes out as U+FFFD.
///
/// @throws {AnnotateError} where `text` is not a string, `format` none of the formats, or `options` what `annotate` would refuse.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_param_type = "ExportFormat")] format: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AnnotateOptions | null")] options: JsValue,
) -> Result<String, JsValue> {
    let original: &JsString = text.dyn_ref().ok_or_else(|| error("text", "the text must be a string"))?;
    let format: Format =
        serde_wasm_bindgen::from_value(format).map_err(|wrong| error("format", &format!("no such format: {wrong}")))?;
    let options = read_options(&options)?;
    let text = String::from(original);
    Ok(format.write(&text, &annotate(&text, &options)))
}
