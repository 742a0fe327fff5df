//! The text of an element as a reader would see it, and where each stretch of it stands in the page.
//!
//! Blocks come out as paragraphs, spaces as one, and what is hidden, can be edited or belongs to a form not at all. A text without any
//! elements is taken as it is, so that its blank lines make paragraphs. Text in the shadow roots of other elements is not read.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "stretches of a page's text were noted while it was read"
)]

use super::error;
use js_sys::{Array, JsString, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, Element, Node, Text, Window};

/// Elements whose words are no part of the text.
const SILENT: &str = "script, style, noscript, template, textarea, select, button, label, legend, datalist, output, meter, progress, \
     svg, math, iframe, object, canvas, audio, video, rt, rp, news-mark, [hidden], [contenteditable]:not([contenteditable=false i])";

/// Reads the text of an element of a page.
#[wasm_bindgen(js_name = readPage, unchecked_return_type = "PageText")]
pub fn read_page(root: &Element) -> Result<Object, JsValue> {
    let window = root.owner_document().and_then(|document| document.default_view());
    let window = window.ok_or_else(|| JsError::new("the element is in no window"))?;
    let mut reader = Reader::default();
    if root.child_element_count() == 0 {
        reader.take_all(root);
    } else {
        reader.walk(root, &window)?;
    }
    reader.finish()
}

/// A stretch of the text that stands in one text node as it is.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub node: u32,
    /// Where in the node.
    pub from: u32,
    /// Where in the text.
    pub start: u32,
    pub length: u32,
}

/// A part of a text node.
pub(super) struct Stretch {
    pub node: u32,
    pub from: u32,
    pub to: u32,
}

/// What [`read_page`] gave, with its way back. A plain object in JavaScript, so that it keeps no node alive by itself.
pub(super) struct PageText {
    pub text: JsString,
    nodes: Array,
    /// In the order of the text; between two there may be a break, which stands in no node.
    pub runs: Vec<Run>,
}

impl PageText {
    pub fn of(value: &JsValue) -> Result<PageText, JsValue> {
        let field = |name: &str| Reflect::get(value, &name.into());
        let wrong = |_| error("text", "this is no text of a page");
        let runs: Uint32Array = field("runs")?.dyn_into().map_err(wrong)?;
        let runs = runs.to_vec();
        let (runs, _) = runs.as_chunks::<4>();
        let run = |&[node, from, start, length]: &[u32; 4]| Run { node, from, start, length };
        Ok(PageText {
            text: field("text")?.dyn_into().map_err(wrong)?,
            nodes: field("nodes")?.dyn_into().map_err(wrong)?,
            runs: runs.iter().map(run).collect(),
        })
    }

    pub fn node(&self, index: u32) -> Text {
        self.nodes.get(index).unchecked_into()
    }

    /// The text nodes' parts that a stretch of the text lies in.
    pub fn stretches(&self, start: u32, end: u32) -> Vec<Stretch> {
        let first = self.runs.partition_point(|run| run.start + run.length <= start);
        let mut found: Vec<Stretch> = Vec::new();
        for run in self.runs[first..].iter().take_while(|run| run.start < end) {
            let from = run.from + start.saturating_sub(run.start);
            let to = run.from + run.length.min(end - run.start);
            match found.last_mut() {
                Some(last) if last.node == run.node => last.to = to,
                _ => found.push(Stretch { node: run.node, from, to }),
            }
        }
        found
    }

    /// Where in the text a place in a node is; in white space that was left out, there is none.
    pub fn offset(&self, node: &Node, offset: u32) -> Option<u32> {
        let node = u32::try_from(self.nodes.index_of(node, 0)).ok()?;
        let first = self.runs.partition_point(|run| run.node < node);
        let mut runs = self.runs[first..].iter().take_while(|run| run.node == node);
        let run = runs.find(|run| run.from <= offset && offset <= run.from + run.length)?;
        Some(run.start + (offset - run.from))
    }
}

/// Where the walk is: an element whose children are being read.
struct Frame {
    is_block: bool,
    /// White space is kept as it is.
    keeps: bool,
    is_invisible: bool,
}

#[derive(Default)]
struct Reader {
    text: String,
    /// Of the text, in UTF-16 code units.
    length: u32,
    nodes: Array,
    runs: Vec<Run>,
    /// Line ends that stand before the next word, if one comes.
    breaks: usize,
    /// The white space before the next word, as node and offset.
    space: Option<(u32, u32)>,
}

impl Reader {
    /// Takes all text nodes of an element that has no elements.
    fn take_all(&mut self, root: &Element) {
        let mut next = root.first_child();
        while let Some(node) = next {
            next = node.next_sibling();
            if let Ok(text) = node.dyn_into::<Text>() {
                let index = self.nodes.push(&text) - 1;
                self.take(index, 0, &text.data());
            }
        }
    }

    /// Reads what is below an element. No recursion: pages nest as deeply as they like.
    fn walk(&mut self, root: &Element, window: &Window) -> Result<(), JsValue> {
        let mut frames = vec![frame(&style(window, root)?)?];
        let mut node: Node = root.clone().into();
        let mut child = node.first_child();
        loop {
            let Some(next) = child else {
                if frames.pop().is_some_and(|frame| frame.is_block) {
                    self.breaks = 2;
                }
                if frames.is_empty() {
                    return Ok(());
                }
                child = node.next_sibling();
                match node.parent_node() {
                    Some(parent) => node = parent,
                    None => return Ok(()),
                }
                continue;
            };
            if next.node_type() == Node::TEXT_NODE {
                if let Some(frame) = frames.last().filter(|frame| !frame.is_invisible) {
                    self.read(next.unchecked_ref(), frame.keeps);
                }
            } else if next.node_type() == Node::ELEMENT_NODE {
                let element: &Element = next.unchecked_ref();
                if element.local_name() == "br" {
                    self.breaks = (self.breaks + 1).min(2);
                } else if !element.matches(SILENT)? {
                    let style = style(window, element)?;
                    if style.get_property_value("display")? != "none" {
                        let frame = frame(&style)?;
                        if frame.is_block {
                            self.breaks = 2;
                        }
                        frames.push(frame);
                        child = next.first_child();
                        node = next;
                        continue;
                    }
                }
            }
            child = next.next_sibling();
        }
    }

    fn read(&mut self, node: &Text, keeps: bool) {
        let data = node.data();
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C');
        let words = data.trim_matches(is_space);
        if words.is_empty() && (data.is_empty() || self.breaks > 0 || self.text.is_empty()) {
            return;
        }
        let index = self.nodes.push(node) - 1;
        if keeps {
            return self.take(index, 0, &data);
        }
        let mut at = 0;
        let mut rest = data.as_str();
        while !rest.is_empty() {
            let spaces = rest.len() - rest.trim_start_matches(is_space).len();
            if spaces > 0 {
                self.space = self.space.or(Some((index, at)));
            }
            // White space of HTML is ASCII: as many code units as bytes.
            at += spaces as u32;
            rest = &rest[spaces..];
            // Spaces between words that are one already need no new stretch.
            let mut end = 0;
            for (index, c) in rest.char_indices() {
                let is_lone = c == ' ' && !rest[index + 1..].starts_with(is_space) && index + 1 < rest.len();
                if is_space(c) && !is_lone {
                    break;
                }
                end = index + c.len_utf8();
            }
            if end > 0 {
                self.take(index, at, &rest[..end]);
            }
            at += rest[..end].encode_utf16().count() as u32;
            rest = &rest[end..];
        }
    }

    /// Adds a part of a node as it is, after what stands before it.
    fn take(&mut self, node: u32, from: u32, part: &str) {
        if !self.text.is_empty() {
            if self.breaks > 0 {
                self.text.extend(std::iter::repeat_n('\n', self.breaks));
                self.length += self.breaks as u32;
            } else if let Some((node, from)) = self.space {
                self.add(node, from, " ");
            }
        }
        self.breaks = 0;
        self.space = None;
        self.add(node, from, part);
    }

    fn add(&mut self, node: u32, from: u32, part: &str) {
        let length = part.encode_utf16().count() as u32;
        self.runs.push(Run { node, from, start: self.length, length });
        self.text += part;
        self.length += length;
    }

    fn finish(self) -> Result<Object, JsValue> {
        let runs: Vec<u32> = self.runs.iter().flat_map(|run| [run.node, run.from, run.start, run.length]).collect();
        let page = Object::new();
        Reflect::set(&page, &"text".into(), &self.text.into())?;
        Reflect::set(&page, &"nodes".into(), &self.nodes)?;
        Reflect::set(&page, &"runs".into(), &Uint32Array::from(runs.as_slice()))?;
        Ok(page)
    }
}

fn style(window: &Window, element: &Element) -> Result<CssStyleDeclaration, JsValue> {
    window.get_computed_style(element)?.ok_or_else(|| JsError::new("the element has no style").into())
}

fn frame(style: &CssStyleDeclaration) -> Result<Frame, JsValue> {
    let display = style.get_property_value("display")?;
    let white_space = style.get_property_value("white-space")?;
    Ok(Frame {
        is_block: !["inline", "contents", "ruby"].iter().any(|inline| display.starts_with(inline)),
        keeps: white_space.starts_with("pre") || white_space.starts_with("break-spaces"),
        is_invisible: matches!(style.get_property_value("visibility")?.as_str(), "hidden" | "collapse"),
    })
}
