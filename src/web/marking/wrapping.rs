//! Marks as elements around a page's text, and back.
//!
//! A text node that holds a mark gives way to new nodes with the same text. It is kept, so that the page gets the very same node back.
#![expect(clippy::indexing_slicing, reason = "stretches of a page's text were noted while it was read")]

use super::{PageText, class, given, shown};
use crate::export::segments::{Piece, flatten};
use js_sys::{Array, Object, Reflect};
use std::ops::Range;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Text};

/// Puts an element of the class `newsmark-KIND` around every mark in the page; see [`mark_ranges`](super::mark_ranges).
///
/// @throws {NewsmarkError} where `annotations` are none of the page's text.
#[wasm_bindgen(js_name = wrapMarks, unchecked_return_type = "WrappedText[]")]
pub fn wrap_marks(
    #[wasm_bindgen(unchecked_param_type = "PageText")] page: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Annotations")] annotations: JsValue,
    #[wasm_bindgen(unchecked_param_type = "string[]")] kinds: Vec<String>,
) -> Result<Array, JsValue> {
    let page = PageText::of(page)?;
    let annotations = given::annotations(annotations, &page.text)?;
    let marks = shown(&annotations, &kinds);
    // Marks are cut at the ends of nodes as at the ends of blocks.
    let nodes: Vec<&[_]> = page.runs.chunk_by(|one, other| one.node == other.node).collect();
    let stretches: Vec<Range<usize>> = (nodes.iter())
        .map(|runs| {
            let (first, last) = (runs[0], runs[runs.len() - 1]);
            first.start as usize..(last.start + last.length) as usize
        })
        .collect();
    let pieces = flatten(page.text.length() as usize, &stretches, &marks);

    let wrapped = Array::new();
    let mut pieces = pieces.as_slice();
    while let Some((piece, rest)) = pieces.split_first() {
        pieces = rest;
        let Piece::Block(index) = piece else { continue };
        let length = rest.iter().position(|piece| *piece == Piece::EndBlock).unwrap_or(rest.len());
        let (inside, rest) = rest.split_at(length);
        pieces = rest;
        if !inside.iter().any(|piece| matches!(piece, Piece::Open { .. })) {
            continue;
        }
        let runs = nodes[*index];
        let node = page.node(runs[0].node);
        // White space that was left out stays with what stands before it.
        let place = |offset: usize| {
            let run = runs.partition_point(|run| (run.start + run.length) as usize <= offset).min(runs.len() - 1);
            runs[run].from + (offset as u32 - runs[run].start)
        };
        let parts = parts(&node, runs[0].from, inside, place, |mark| class(&annotations, &marks[mark]))?;
        put(&node, &parts)?;
        let entry = Object::new();
        Reflect::set(&entry, &"node".into(), &node)?;
        Reflect::set(&entry, &"parts".into(), &parts.iter().collect::<Array>())?;
        wrapped.push(&entry);
    }
    Ok(wrapped)
}

/// Takes the elements away again: what has not been changed since is as it was, node by node; elsewhere the text stays as it is now.
#[wasm_bindgen(js_name = unwrapMarks)]
pub fn unwrap_marks(#[wasm_bindgen(unchecked_param_type = "WrappedText[]")] wrapped: Array) -> Result<(), JsValue> {
    for entry in wrapped {
        let node: Text = Reflect::get(&entry, &"node".into())?.unchecked_into();
        let parts = Array::from(&Reflect::get(&entry, &"parts".into())?);
        let parts: Vec<Node> = parts.iter().map(JsCast::unchecked_into).collect();
        let is_whole = parts.windows(2).all(|pair| pair[0].next_sibling().as_ref() == Some(&pair[1]));
        let text: String = parts.iter().filter_map(Node::text_content).collect();
        let parent = parts.first().and_then(Node::parent_node);
        match parent {
            Some(parent) if is_whole && text == node.data() => {
                parent.insert_before(&node, parts.first())?;
                for part in &parts {
                    parent.remove_child(part)?;
                }
            }
            _ => parts.iter().try_for_each(unwrap)?,
        }
    }
    Ok(())
}

/// A text node's text as new nodes; `start` is where the first piece begins.
fn parts(
    node: &Text,
    start: u32,
    pieces: &[Piece],
    place: impl Fn(usize) -> u32,
    class: impl Fn(usize) -> &'static str,
) -> Result<Vec<Node>, JsValue> {
    let document = node.owner_document().ok_or_else(|| JsError::new("the text is in no document"))?;
    let mut parts: Vec<Node> = Vec::new();
    let mut open: Vec<Element> = Vec::new();
    let mut rest: Text = node.clone_node()?.unchecked_into();
    let mut at = 0;
    let mut cut = |to: u32| -> Result<Text, JsValue> {
        let after = rest.split_text(to - at)?;
        at = to;
        Ok(std::mem::replace(&mut rest, after))
    };
    if start > 0 {
        parts.push(cut(start)?.into());
    }
    for piece in pieces {
        let made: Node = match piece {
            Piece::Open { mark, .. } => {
                let element = document.create_element("mark")?;
                element.set_class_name(&format!("newsmark-{}", class(*mark)));
                open.push(element);
                continue;
            }
            Piece::Text(range) => cut(place(range.end))?.into(),
            Piece::Close => match open.pop() {
                Some(element) => element.into(),
                None => continue,
            },
            Piece::Block(_) | Piece::EndBlock => continue,
        };
        match open.last() {
            Some(parent) => drop(parent.append_child(&made)?),
            None => parts.push(made),
        }
    }
    if rest.length() > 0 {
        parts.push(rest.into());
    }
    Ok(parts)
}

/// Puts new nodes in a node's place.
fn put(node: &Text, parts: &[Node]) -> Result<(), JsValue> {
    let Some(parent) = node.parent_node() else { return Ok(()) };
    for part in parts {
        parent.insert_before(part, Some(node))?;
    }
    parent.remove_child(node).map(|_| ())
}

/// Lets what stands in an element of ours stand in its place.
fn unwrap(part: &Node) -> Result<(), JsValue> {
    let Some(parent) = part.parent_node().filter(|_| part.node_type() == Node::ELEMENT_NODE) else { return Ok(()) };
    let text = part.text_content().unwrap_or_default();
    if let Some(document) = part.owner_document() {
        parent.insert_before(&document.create_text_node(&text), Some(part))?;
    }
    parent.remove_child(part).map(|_| ())
}
