//! Annotations that come from JavaScript: `annotate`'s own, or what somebody made of them. They are checked here once, so
//! that nothing after has to ask whether an offset or an index leads anywhere.

use super::error;
use crate::annotations::{Annotations, Unit};
use js_sys::JsString;
use wasm_bindgen::prelude::*;

/// Reads annotations of a text, with offsets in UTF-16 code units.
pub fn annotations(value: JsValue, text: &JsString) -> Result<Annotations, JsValue> {
    let annotations: Annotations = serde_wasm_bindgen::from_value(value)
        .map_err(|wrong| error("annotations", &format!("these are no annotations: {wrong}")))?;
    if annotations.offsets != Unit::Utf16 {
        return Err(error("annotations", "the annotations' offsets must be UTF-16 code units"));
    }
    match first_wrong(&annotations, text.length() as usize) {
        None => Ok(annotations),
        Some(wrong) => Err(error("annotations", &format!("{wrong} leads nowhere: the annotations are not of this text"))),
    }
}

/// The first offset or index that leads nowhere.
fn first_wrong(annotations: &Annotations, length: usize) -> Option<String> {
    let Annotations { blocks, entities, mentions, quotes, dates, .. } = annotations;
    let is_span = |start: usize, end: usize| start <= end && end <= length;
    let is_entity = |id: usize| id < entities.len();
    let wrong = |list: &str, index: Option<usize>| index.map(|index| format!("{list}[{index}]"));
    wrong("blocks", blocks.iter().position(|b| !is_span(b.start, b.end)))
        .or_else(|| {
            let mut entities = entities.iter().enumerate();
            let index = entities.position(|(index, entity)| {
                entity.id != index
                    || entity.roles.iter().any(|role| !is_span(role.start(), role.end()))
                    || entity.mentions.iter().any(|&mention| mention >= mentions.len())
            });
            wrong("entities", index)
        })
        .or_else(|| wrong("mentions", mentions.iter().position(|m| !is_span(m.start, m.end) || !is_entity(m.entity))))
        .or_else(|| {
            let index = quotes.iter().position(|quote| {
                !is_span(quote.start, quote.end)
                    || quote.parts.iter().chain(&quote.cue).any(|span| !is_span(span.start(), span.end()))
                    || quote.speaker.iter().any(|s| !is_span(s.start, s.end) || !s.entity.is_none_or(is_entity))
            });
            wrong("quotes", index)
        })
        .or_else(|| {
            let index = dates.iter().position(|date| {
                !is_span(date.start, date.end) || date.parts.iter().any(|part| !is_span(part.start, part.end))
            });
            wrong("dates", index)
        })
}
