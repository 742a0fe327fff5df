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

use crate::annotations::Annotations;
use crate::export::segments::{Layer, Mark, Piece, flatten, marks};
use crate::{BlockKind, EntityType, Form, QuoteKind, TimeType, Unit};
use js_sys::JsString;
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

/// Fills `root` with the article, its annotations marked. What `root` held before is replaced in one step.
#[wasm_bindgen]
pub fn render(
    root: &Element,
    text: &JsString,
    #[wasm_bindgen(unchecked_param_type = "Annotations")] annotations: JsValue,
) -> Result<(), JsValue> {
    let annotations: Annotations = serde_wasm_bindgen::from_value(annotations)?;
    if annotations.offsets != Unit::Utf16 {
        return Err(JsError::new("only annotations with offsets in UTF-16 code units can be rendered").into());
    }
    let document = root.owner_document().ok_or_else(|| JsError::new("the element is in no document"))?;
    let blocks: Vec<Range<usize>> = annotations.blocks.iter().map(|block| block.start..block.end).collect();
    let marks = marks(&annotations);
    let fragment = document.create_document_fragment();
    let mut view = View { document, text, annotations: &annotations, seen_headline: false };
    view.fill(&fragment, flatten(text.length() as usize, &blocks, &marks), &marks)?;
    root.replace_children_with_node_1(&fragment);
    Ok(())
}

struct View<'a> {
    document: Document,
    text: &'a JsString,
    annotations: &'a Annotations,
    seen_headline: bool,
}

impl<'a> View<'a> {
    fn fill(&mut self, root: &Node, pieces: Vec<Piece>, marks: &[Mark]) -> Result<(), JsValue> {
        let mut parents: Vec<Node> = Vec::new();
        let mut quoted: Vec<&str> = Vec::new();
        for piece in pieces {
            let parent = parents.last().unwrap_or(root);
            let element = match piece {
                Piece::Text(range) => {
                    parent.append_child(&self.slice(range))?;
                    continue;
                }
                Piece::Close => {
                    parents.pop();
                    continue;
                }
                Piece::EndBlock => {
                    if let Some(block) = parents.pop().filter(|_| !quoted.is_empty()) {
                        block.unchecked_ref::<Element>().set_attribute("data-said-by", &quoted.join(", "))?;
                        quoted.clear();
                    }
                    continue;
                }
                Piece::Block(index) => self.block(index)?,
                Piece::Open { mark, again } => {
                    let mark = &marks[mark];
                    if mark.layer == Layer::Quote {
                        quoted.extend(self.speaker(mark.index).filter(|name| !quoted.contains(name)));
                    }
                    self.mark(mark, again)?
                }
            };
            parent.append_child(&element)?;
            parents.push(element.into());
        }
        Ok(())
    }

    fn slice(&self, range: Range<usize>) -> Text {
        // JavaScript strings are shorter than 2^32, so nothing is cut off here.
        let slice = self.text.slice(range.start as u32, range.end as u32);
        self.document.unchecked_ref::<TextMaker>().text_node(&slice)
    }

    /// The name to show for whom a quote is credited to.
    fn speaker(&self, quote: usize) -> Option<&'a str> {
        let annotations = self.annotations;
        let speaker = annotations.quotes.get(quote)?.speaker.as_ref()?;
        Some(speaker.entity.and_then(|e| annotations.entities.get(e)).map_or(&speaker.text, |entity| &entity.name))
    }

    fn block(&mut self, index: usize) -> Result<Element, JsValue> {
        let kind = self.annotations.blocks[index].kind;
        let tag = match kind {
            BlockKind::Headline if self.seen_headline => "h3",
            BlockKind::Headline => "h2",
            _ => "p",
        };
        self.seen_headline |= kind == BlockKind::Headline;
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
        let (tag, class, data) = match mark.layer {
            Layer::Quote => ("mark", quote_class(self.annotations.quotes[mark.index].kind).to_owned(), "data-quote"),
            Layer::Date => ("mark", format!("date {}", time_class(self.annotations.dates[mark.index].kind)), "data-date"),
            Layer::Mention => ("mark", self.mention_class(mark.index), "data-mention"),
            Layer::Speaker => ("span", "speaker".to_owned(), "data-quote"),
            Layer::Cue => ("span", "cue".to_owned(), "data-quote"),
            Layer::Role => ("span", "role".to_owned(), "data-entity"),
        };
        let element = self.document.create_element(tag)?;
        element.set_class_name(&if again { class + " again" } else { class });
        element.set_attribute(data, &mark.index.to_string())?;
        if mark.layer == Layer::Mention {
            element.set_attribute("data-entity", &self.annotations.mentions[mark.index].entity.to_string())?;
        }
        if tag == "mark" && !again {
            element.set_attribute("tabindex", "-1")?;
        }
        Ok(element)
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
