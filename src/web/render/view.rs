//! The elements of the reading view, made block by block.
#![expect(
    clippy::indexing_slicing,
    reason = "annotations point to one another and into their text: `annotate` makes them so, and others are checked"
)]

use crate::annotations::Annotations;
use crate::export::segments::{Layer, Mark, Piece};
use crate::export::speakers_of;
use crate::web::entity_class;
use crate::{BlockKind, EntityType, Form, QuoteKind, TimeType};
use js_sys::JsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node, Text};

#[wasm_bindgen]
extern "C" {
    /// A document as a maker of text nodes from JavaScript's own strings, which may hold what UTF-8 cannot: lone surrogates.
    type TextMaker;

    #[wasm_bindgen(method, js_name = createTextNode)]
    fn text_node(this: &TextMaker, data: &JsString) -> Text;
}

/// A child node of the root: a block, or the text between two blocks.
pub(super) struct Item {
    /// Its pieces, as indices into all of them.
    pieces: Range<usize>,
    /// The same for nodes that look the same: everything of it but the indices that lead from it to the annotations. None where
    /// what looks the same here may not be: half a surrogate pair.
    pub shown: Option<u64>,
    /// Those indices.
    pub indices: u64,
}

pub(super) struct View<'a> {
    pub document: Document,
    pub text: &'a JsString,
    pub annotations: &'a Annotations,
    pub marks: &'a [Mark],
    pub pieces: &'a [Piece],
    /// The block of the first headline, the article's own.
    title: Option<usize>,
}

impl<'a> View<'a> {
    pub fn new(
        document: Document,
        text: &'a JsString,
        annotations: &'a Annotations,
        marks: &'a [Mark],
        pieces: &'a [Piece],
    ) -> Self {
        let title = pieces.iter().find_map(|piece| match piece {
            Piece::Block(index) if annotations.blocks[*index].kind == BlockKind::Headline => Some(*index),
            _ => None,
        });
        View { document, text, annotations, marks, pieces, title }
    }

    /// The nodes that the article becomes.
    pub fn items(&self) -> Vec<Item> {
        // Each lone surrogate has become U+FFFD, which is one unit as well.
        let units: Vec<u16> = String::from(self.text).encode_utf16().collect();
        let mut items = Vec::new();
        let mut start = 0;
        let mut hashes = Hashes::default();
        let mut depth = 0usize;
        for (index, piece) in self.pieces.iter().enumerate() {
            match piece {
                Piece::Text(range) => hashes.text(&units[range.clone()]),
                Piece::Block(block) => {
                    depth += 1;
                    (self.annotations.blocks[*block].kind as u8, self.title == Some(*block)).hash(&mut hashes.shown);
                }
                Piece::Open { mark, again } => {
                    depth += 1;
                    let mark = &self.marks[*mark];
                    (self.element_of(mark).class, again).hash(&mut hashes.shown);
                    if mark.layer == Layer::Quote {
                        self.said_by(mark.index).hash(&mut hashes.shown);
                    }
                    (mark.index, self.entity(mark)).hash(&mut hashes.indices);
                }
                Piece::Close | Piece::EndBlock => {
                    depth -= 1;
                    "end".hash(&mut hashes.shown);
                }
            }
            if depth == 0 {
                let Hashes { shown, indices, is_unsure } = std::mem::take(&mut hashes);
                let shown = (!is_unsure).then(|| shown.finish());
                items.push(Item { pieces: start..index + 1, shown, indices: indices.finish() });
                start = index + 1;
            }
        }
        items
    }

    /// Makes an item's node.
    pub fn make(&self, item: &Item) -> Result<Node, JsValue> {
        let mut parents: Vec<Element> = Vec::new();
        let mut quoted: Vec<String> = Vec::new();
        for piece in &self.pieces[item.pieces.clone()] {
            let element = match piece {
                Piece::Text(range) => {
                    let text = self.slice(range.clone());
                    let Some(parent) = parents.last() else { return Ok(text.into()) };
                    parent.append_child(&text)?;
                    continue;
                }
                Piece::Close => {
                    parents.pop();
                    continue;
                }
                Piece::EndBlock => break,
                Piece::Block(index) => self.block(*index)?,
                Piece::Open { mark, again } => {
                    let mark = &self.marks[*mark];
                    if mark.layer == Layer::Quote {
                        for name in self.said_by(mark.index) {
                            if !quoted.contains(&name) {
                                quoted.push(name);
                            }
                        }
                    }
                    self.mark(mark, *again)?
                }
            };
            if let Some(parent) = parents.last() {
                parent.append_child(&element)?;
            }
            parents.push(element);
        }
        let block = parents.into_iter().next().ok_or_else(|| JsError::new("a block has no element"))?;
        if !quoted.is_empty() {
            block.set_attribute("data-said-by", &quoted.join(", "))?;
        }
        Ok(block.into())
    }

    /// Gives the marks of an item's node, which looks right, their indices.
    pub fn number(&self, item: &Item, node: &Node) -> Result<(), JsValue> {
        if node.node_type() != Node::ELEMENT_NODE {
            return Ok(());
        }
        // An element of another document's window is none of this window's class.
        let block: &Element = node.unchecked_ref();
        let elements = block.query_selector_all("mark, span")?;
        let marks = self.pieces[item.pieces.clone()].iter().filter_map(|piece| match piece {
            Piece::Open { mark, .. } => Some(&self.marks[*mark]),
            _ => None,
        });
        for (at, mark) in marks.enumerate() {
            if let Some(element) = elements.item(at as u32) {
                self.set_indices(element.unchecked_ref(), mark)?;
            }
        }
        Ok(())
    }

    fn slice(&self, range: Range<usize>) -> Text {
        // JavaScript strings are shorter than 2^32, so nothing is cut off here.
        let slice = self.text.slice(range.start as u32, range.end as u32);
        self.document.unchecked_ref::<TextMaker>().text_node(&slice)
    }

    /// The names to show as speakers of a quote, each with a question mark if that is doubtful.
    fn said_by(&self, quote: usize) -> Vec<String> {
        let quote = &self.annotations.quotes[quote];
        let sign = if quote.is_credit_doubtful() { "?" } else { "" };
        speakers_of(self.annotations, quote).into_iter().map(|name| format!("{name}{sign}")).collect()
    }

    fn block(&self, index: usize) -> Result<Element, JsValue> {
        let kind = self.annotations.blocks[index].kind;
        let tag = match kind {
            BlockKind::Headline if self.title == Some(index) => "h2",
            BlockKind::Headline => "h3",
            _ => "p",
        };
        let element = self.document.create_element(tag)?;
        element.set_class_name(match kind {
            BlockKind::Headline => "headline",
            BlockKind::Byline => "byline",
            BlockKind::Dateline => "dateline",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Caption => "caption",
            BlockKind::Credit => "credit",
            BlockKind::Boilerplate => "boilerplate",
        });
        Ok(element)
    }

    fn mark(&self, mark: &Mark, again: bool) -> Result<Element, JsValue> {
        let Kind { tag, class } = self.element_of(mark);
        let element = self.document.create_element(tag)?;
        element.set_class_name(&if again { format!("{class} again") } else { class });
        self.set_indices(&element, mark)?;
        if tag == "mark" && !again {
            element.set_attribute("tabindex", "-1")?;
        }
        Ok(element)
    }

    fn set_indices(&self, element: &Element, mark: &Mark) -> Result<(), JsValue> {
        let data = match mark.layer {
            Layer::Quote | Layer::Speaker | Layer::Cue => "data-quote",
            Layer::Date => "data-date",
            Layer::Mention => "data-mention",
            Layer::Role => "data-entity",
        };
        element.set_attribute(data, &mark.index.to_string())?;
        match self.entity(mark) {
            Some(entity) => element.set_attribute("data-entity", &entity.to_string()),
            None => Ok(()),
        }
    }

    /// The entity of a mention.
    fn entity(&self, mark: &Mark) -> Option<usize> {
        (mark.layer == Layer::Mention).then(|| self.annotations.mentions[mark.index].entity)
    }

    fn element_of(&self, mark: &Mark) -> Kind {
        let (tag, class) = match mark.layer {
            Layer::Quote => {
                let quote = &self.annotations.quotes[mark.index];
                ("mark", format!("{}{}", quote_class(quote.kind), if quote.is_any_doubtful() { " doubtful" } else { "" }))
            }
            Layer::Date => ("mark", format!("date {}", time_class(self.annotations.dates[mark.index].kind))),
            Layer::Mention => ("mark", self.mention_class(mark.index)),
            Layer::Speaker => ("span", "speaker".to_owned()),
            Layer::Cue => ("span", "cue".to_owned()),
            Layer::Role => ("span", "role".to_owned()),
        };
        Kind { tag, class }
    }

    fn mention_class(&self, index: usize) -> String {
        let mention = &self.annotations.mentions[index];
        let form = match mention.form {
            Form::Name => "name",
            Form::Nominal => "nominal",
            Form::Pronoun => "pronoun",
        };
        let kind = self.annotations.entities.get(mention.entity).map_or(EntityType::Other, |entity| entity.kind);
        format!("mention {form} {}", entity_class(kind))
    }
}

/// The element for a mark.
struct Kind {
    tag: &'static str,
    class: String,
}

/// The two hashes of an item in the making.
#[derive(Default)]
struct Hashes {
    shown: DefaultHasher,
    indices: DefaultHasher,
    is_unsure: bool,
}

impl Hashes {
    fn text(&mut self, units: &[u16]) {
        units.hash(&mut self.shown);
        // What stands for one lone surrogate may stand for another.
        self.is_unsure |= units.contains(&0xFFFD);
    }
}

fn quote_class(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "quote direct",
        QuoteKind::Indirect => "quote indirect",
        QuoteKind::Mixed => "quote mixed",
    }
}

fn time_class(kind: TimeType) -> &'static str {
    match kind {
        TimeType::Date => "day",
        TimeType::Time => "time",
        TimeType::Duration => "duration",
        TimeType::Set => "set",
    }
}
