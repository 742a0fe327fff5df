//! The bindings for JavaScript: strings and plain objects in and out, and nothing that a caller must free. No other part of the library knows
//! JavaScript.
//!
//! Offsets are UTF-16 code units of the caller's own string, so `text.slice(start, end)` is the span. `web/types.d.ts` has the types for
//! TypeScript.

mod export;
mod given;
mod packed;
mod patterns;
mod render;

pub use export::export_as;
pub use render::render;

use crate::annotator::annotate_by;
use crate::text::Reading;
use crate::{Date, EntityType, KnownName, KnownNames, Options, Pattern, Unit};
use js_sys::{Array, Error, Function, JSON, JsString, Reflect};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("web/types.d.ts");

/// Finds the entities, quotes and dates of an article.
///
/// `matcher` is `findMatches` of the wasm for patterns, if there are any.
///
/// @throws {NewsmarkError} if `text` is not a string, `options.date` is not a calendar date, or an entry of `options.names` or
/// `options.patterns` is invalid.
#[wasm_bindgen(unchecked_return_type = "Annotations")]
pub fn annotate(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AnnotateOptions | null")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Matcher | null")] matcher: Option<Function>,
) -> Result<JsValue, JsValue> {
    let original: &JsString = text.dyn_ref().ok_or_else(|| error("text", "the text must be a string"))?;
    let Given { options, patterns, progress, limit } = read_options(&options)?;
    if f64::from(original.length()) > limit {
        return Err(error("length", &format!("the text is longer than the limit of {limit} UTF-16 code units")));
    }
    // UTF-8 has no lone surrogates: each becomes U+FFFD, which is one UTF-16 code unit as well, so that offsets stay right.
    let text = String::from(original);
    // Errors of the caller's function belong to the caller: the work continues, and the first error is thrown when it is done.
    let mut told = Ok(JsValue::UNDEFINED);
    let find = patterns::finder(&patterns, matcher);
    let annotations = annotate_by(&text, &options, &patterns, find, |done| {
        if let (Some(progress), Ok(_)) = (&progress, &told) {
            told = progress.call1(&JsValue::UNDEFINED, &done.into());
        }
    })?;
    told?;
    Ok(packed::objects(&annotations.convert(&text, Unit::Utf16), original))
}

/// The clean text that the stages read: lines joined into paragraphs, broken words whole, page numbers removed.
#[wasm_bindgen(js_name = asRead)]
pub fn as_read(text: &str) -> String {
    Reading::of(text).text().to_owned()
}

/// The default limit on the length of a text, in UTF-16 code units.
const LIMIT: f64 = 10_000_000.0;

/// The options of a call.
struct Given {
    options: Options,
    patterns: Vec<Pattern>,
    /// Called with the share of the work that is done.
    progress: Option<Function>,
    limit: f64,
}

fn read_options(options: &JsValue) -> Result<Given, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Given { options: Options::default(), patterns: Vec::new(), progress: None, limit: LIMIT });
    }
    if !options.is_object() {
        return Err(error("options", "the options must be an object, such as { date: \"2022-01-03\" }"));
    }
    let given = |name: &str| {
        let value = Reflect::get(options, &name.into());
        value.map(|value| Some(value).filter(|value| !value.is_undefined() && !value.is_null()))
    };
    let date = given("date")?.map(|date| read_date(&date)).transpose()?;
    let names = given("names")?.map(|names| read_names(&names)).transpose()?.unwrap_or_default();
    let patterns = given("patterns")?.map(|patterns| read_list(&patterns, "patterns", PATTERNS)).transpose()?;
    let progress = given("progress")?.map(|function| function.dyn_into());
    let progress = progress.transpose().map_err(|_| error("options", "options.progress must be a function"))?;
    let limit = given("limit")?.map_or(Some(LIMIT), |limit| limit.as_f64().filter(|limit| *limit >= 0.0));
    let limit = limit.ok_or_else(|| error("options", "options.limit must be a number of UTF-16 code units"))?;
    let everything = given("everything")?.is_some_and(|everything| everything.is_truthy());
    let options = Options { date, names, everything, ..Options::default() };
    Ok(Given { options, patterns: patterns.unwrap_or_default(), progress, limit })
}

fn read_date(date: &JsValue) -> Result<Date, JsValue> {
    let date = date.as_string().ok_or_else(|| error("date", "options.date must be a string of the form YYYY-MM-DD"))?;
    date.parse().map_err(|wrong| error("date", &format!("options.date is {wrong}")))
}

/// Examples of names and patterns, for error messages.
const NAMES: &str = r#"[{ name: "Ana Ruiz", type: "person" }]"#;
const PATTERNS: &str = r#"[{ type: "other", pattern: "No\\. \\d+" }]"#;

fn read_list<T: DeserializeOwned>(list: &JsValue, of: &str, such_as: &str) -> Result<Vec<T>, JsValue> {
    if !Array::is_array(list) {
        return Err(error(of, &format!("options.{of} must be an array, such as {such_as}")));
    }
    let read = |(index, entry): (usize, JsValue)| {
        serde_wasm_bindgen::from_value(entry.clone()).map_err(|wrong| {
            let shown = JSON::stringify(&entry).map(String::from).unwrap_or_default();
            error(of, &format!("options.{of}[{index}] ({shown}): {wrong}"))
        })
    };
    Array::from(list).iter().enumerate().map(read).collect()
}

fn read_names(names: &JsValue) -> Result<KnownNames, JsValue> {
    let list: Vec<KnownName> = read_list(names, "names", NAMES)?;
    KnownNames::new(list).map_err(|wrong| error("names", &format!("options.{wrong}")))
}

/// The CSS class of an entity type.
fn entity_class(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "person",
        EntityType::Organization => "organization",
        EntityType::Place => "place",
        EntityType::Group => "group",
        EntityType::Event => "event",
        EntityType::Work => "work",
        EntityType::Product => "product",
        EntityType::Other => "other",
    }
}

/// A `NewsmarkError`.
fn error(kind: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name("NewsmarkError");
    // A new object takes any property.
    let _ = Reflect::set(&error, &"kind".into(), &kind.into());
    error.into()
}
