//! The reading view: an article as blocks of text with its annotations as inline elements.
//!
//! Text goes into the page only as text nodes cut from the caller's own string, so markup in an article stays text, and the text
//! of the view is the article to the last code unit: `root.textContent === text`. What is shown, hidden or coloured is left to
//! style sheets, and what happens on a click to scripts; both find their way by these:
//!
//! | element | class | data |
//! |---|---|---|
//! | `h2`, `h3`, `p` | the block's kind | `data-said-by`: names of those quoted in it |
//! | `mark` | `mention`, form, type | `data-mention`, `data-entity` |
//! | `mark` | `quote`, kind | `data-quote` |
//! | `mark` | `date`, TIMEX3 type | `data-date` |
//! | `span` | `speaker`, `cue` | `data-quote` |
//! | `span` | `role` | `data-entity` |
//!
//! Every `mark` is focusable, once: where one is cut in pieces, the later pieces have the class `again` instead.
//!
//! An element that is filled again keeps what is the same at its beginning and at its end: while somebody types, the paragraph
//! typed in is made anew and the rest stands. One that was served full, with what this code made elsewhere, keeps that as well.
#![expect(
    clippy::indexing_slicing,
    reason = "annotations point to one another and into their text: `annotate` makes them so, and others are checked"
)]

mod view;

use super::given;
use crate::export::segments::{flatten, marks};
use js_sys::{JsString, WeakMap};
use std::ops::Range;
use view::{Item, View};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

thread_local! {
    /// What each node that was made here shows: an [`Item`]'s two hashes.
    static SHOWN: WeakMap = WeakMap::new();
}

/// Fills `root` with the article and its marks. The previous content of `root` is replaced, except for nodes that would be the
/// same.
///
/// @throws {NewsmarkError} if `annotations` do not belong to `text`.
#[wasm_bindgen]
pub fn render(
    root: &Element,
    text: &JsString,
    #[wasm_bindgen(unchecked_param_type = "Annotations")] annotations: JsValue,
) -> Result<(), JsValue> {
    let annotations = given::annotations(annotations, text)?;
    let document = root.owner_document().ok_or_else(|| JsError::new("the element is not in a document"))?;
    let blocks: Vec<Range<usize>> = annotations.blocks.iter().map(|block| block.start..block.end).collect();
    let marks = marks(&annotations);
    let pieces = flatten(text.length() as usize, &blocks, &marks);
    let view = View::new(document.clone(), text, &annotations, &marks, &pieces);
    let items = view.items();

    let old = nodes_of(root);
    take_over(&view, &items, &old)?;
    let shown: Vec<Option<(u64, u64)>> = old.iter().map(recall).collect();
    let is_same = |item: &Item, shown: &Option<(u64, u64)>| shown.is_some_and(|(shown, _)| item.shown == Some(shown));
    let head = items.iter().zip(&shown).take_while(|(item, shown)| is_same(item, shown)).count();
    let (rest, rest_shown) = (&items[head..], &shown[head..]);
    let tail = rest.iter().rev().zip(rest_shown.iter().rev()).take_while(|(item, shown)| is_same(item, shown)).count();

    let made = document.create_document_fragment();
    for item in &rest[..rest.len() - tail] {
        let node = view.make(item)?;
        remember(&node, item);
        made.append_child(&node)?;
    }
    if head + tail == 0 {
        root.replace_children_with_node_1(&made);
        return Ok(());
    }
    for gone in &old[head..old.len() - tail] {
        root.remove_child(gone)?;
    }
    root.insert_before(&made, old[old.len() - tail..].first())?;
    let kept = items[..head].iter().zip(&old[..head]);
    for (item, node) in kept.chain(items[items.len() - tail..].iter().zip(&old[old.len() - tail..])) {
        if recall(node).is_none_or(|(_, indices)| indices != item.indices) {
            view.number(item, node)?;
            remember(node, item);
        }
    }
    Ok(())
}

/// Records nodes that were not made here, but look as if they were.
fn take_over(view: &View, items: &[Item], nodes: &[Node]) -> Result<(), JsValue> {
    if items.len() == nodes.len() && nodes.iter().all(|node| recall(node).is_none()) {
        for (item, node) in items.iter().zip(nodes) {
            if node.is_equal_node(Some(&view.make(item)?)) {
                remember(node, item);
            }
        }
    }
    Ok(())
}

fn nodes_of(root: &Element) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut next = root.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        nodes.push(node);
    }
    nodes
}

/// What a node shows. JavaScript has no integers of 64 bits that fit an object's key, so the two are kept as text.
fn recall(node: &Node) -> Option<(u64, u64)> {
    let kept = SHOWN.with(|shown| shown.get(node)).as_string()?;
    let (shown, indices) = kept.split_once(' ')?;
    Some((shown.parse().ok()?, indices.parse().ok()?))
}

fn remember(node: &Node, item: &Item) {
    if let Some(shown) = item.shown {
        SHOWN.with(|kept| kept.set(node, &format!("{shown} {}", item.indices).into()));
    }
}
