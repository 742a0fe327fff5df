//! Annotations in a page's own text, where it stands: the text of an element as it is read, the way back from its offsets to the
//! page's text nodes, and marks around them for who asks for elements.
//!
//! The page is only read here, but for [`wrap_marks`], which [`unwrap_marks`] undoes to the same nodes. Which colours marks have, and
//! what happens when one is pointed at, is left to style sheets and scripts.
#![expect(clippy::indexing_slicing, reason = "indices are below the lengths of the lists that they are of")]

mod reading;
mod wrapping;

pub use reading::read_page;
pub use wrapping::{unwrap_marks, wrap_marks};

use super::{entity_class, error, given};
use crate::annotations::Annotations;
use crate::export::segments::{Layer, Mark, marks};
use crate::{EntityType, QuoteKind};
use js_sys::{Array, Object, Reflect};
use reading::PageText;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use web_sys::{Node, StaticRange, StaticRangeInit};

/// The ranges of every mark, by what is marked: the name of an entity's type, `quote`, `reported`, `doubtful` (a quote that may be
/// none, or somebody else's) or `date`.
///
/// @throws {NewsmarkError} where `annotations` are none of the page's text.
#[wasm_bindgen(js_name = markRanges, unchecked_return_type = "Record<string, StaticRange[]>")]
pub fn mark_ranges(
    #[wasm_bindgen(unchecked_param_type = "PageText")] page: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Annotations")] annotations: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string[]")] kinds: Vec<String>,
) -> Result<Object, JsValue> {
    let page = PageText::of(page)?;
    let annotations = given::annotations(annotations, &page.text)?;
    let mut found: BTreeMap<&str, Array> = BTreeMap::new();
    for mark in shown(&annotations, &kinds) {
        let ranges = found.entry(class(&annotations, &mark)).or_default();
        add_ranges(ranges, &page, mark.range.start as u32, mark.range.end as u32)?;
    }
    let object = Object::new();
    for (kind, ranges) in found {
        Reflect::set(&object, &kind.into(), &ranges)?;
    }
    Ok(object)
}

/// The ranges of one stretch of the page's text: one for each text node that it lies in.
#[wasm_bindgen(js_name = rangesOf, unchecked_return_type = "StaticRange[]")]
pub fn ranges_of(
    #[wasm_bindgen(unchecked_param_type = "PageText")] page: &JsValue,
    start: u32,
    end: u32,
) -> Result<Array, JsValue> {
    let ranges = Array::new();
    add_ranges(&ranges, &PageText::of(page)?, start, end)?;
    Ok(ranges)
}

/// The offset in the page's text of a place in one of its text nodes; undefined where there is none.
#[wasm_bindgen(js_name = offsetOf)]
pub fn offset_of(
    #[wasm_bindgen(unchecked_param_type = "PageText")] page: &JsValue,
    node: &Node,
    offset: u32,
) -> Result<Option<u32>, JsValue> {
    Ok(PageText::of(page)?.offset(node, offset))
}

fn add_ranges(ranges: &Array, page: &PageText, start: u32, end: u32) -> Result<(), JsValue> {
    for stretch in page.stretches(start, end) {
        let node = page.node(stretch.node);
        ranges.push(&StaticRange::new(&StaticRangeInit::new(&node, stretch.to, &node, stretch.from))?.into());
    }
    Ok(())
}

/// The marks that show: speakers, cues and roles are no marks of their own.
fn shown(annotations: &Annotations, kinds: &[String]) -> Vec<Mark> {
    let mut marks = marks(annotations);
    marks.retain(|mark| match mark.layer {
        Layer::Quote => kinds.iter().any(|kind| kind == "quote"),
        Layer::Mention | Layer::Date => kinds.iter().any(|kind| kind == class(annotations, mark)),
        Layer::Speaker | Layer::Cue | Layer::Role => false,
    });
    marks
}

fn class(annotations: &Annotations, mark: &Mark) -> &'static str {
    match mark.layer {
        Layer::Mention => {
            let entity = annotations.mentions[mark.index].entity;
            entity_class(annotations.entities.get(entity).map_or(EntityType::Other, |entity| entity.kind))
        }
        Layer::Date => "date",
        _ => match &annotations.quotes[mark.index] {
            quote if quote.is_any_doubtful() => "doubtful",
            quote if quote.kind == QuoteKind::Direct => "quote",
            _ => "reported",
        },
    }
}
