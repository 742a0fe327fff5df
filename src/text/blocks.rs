//! Blocks: the parts of a text, from headline to comment form.
//!
//! `lines` has already joined lines into paragraphs. Here each paragraph gets a kind, from the signs that a reader would use: where it is, how
//! long it is, whether it ends like a sentence, its capitals, and the set phrases of newsrooms and web pages (`phrases`, `kinds`). Whatever is
//! not clearly something else is a paragraph.

mod bylines;
mod entries;
mod furniture;
mod headline;
mod kinds;
mod phrases;

use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a block of the article is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum BlockKind {
    /// The article's title or a subheading.
    Headline,
    /// Who wrote it, and often when.
    Byline,
    /// The place and day of filing a report, on a line of its own.
    Dateline,
    /// Running text.
    Paragraph,
    /// Text under a picture.
    Caption,
    /// Other contributors, and sources of text or pictures.
    Credit,
    /// What a web page adds around an article: menus, sharing, comments, subscriptions.
    Boilerplate,
}

/// A paragraph or a similar part of the article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// From its first to its last character that is not white space.
    pub span: Span,
    /// What it is for.
    pub kind: BlockKind,
    /// Its sentences, as indices into `Document::sentences`.
    pub sentences: Range<usize>,
}

/// The longest link to another article, with its description, in bytes.
const LINK: usize = 100;

impl Block {
    /// Whether none of it belongs to the article: it is boilerplate, and not a link ("Read more: ...") that continues into sentences.
    pub(super) fn is_furniture(&self, text: &str) -> bool {
        let words = self.span.of(text);
        let runs_on =
            || words.len() > LINK && words.get(..24).is_some_and(|head| head.contains(": ")) && kinds::ends_sentence(words);
        self.kind == BlockKind::Boilerplate && !runs_on()
    }
}

/// Decides what each paragraph of a text is for.
#[inline(never)]
pub(super) fn tell(text: &str, paragraphs: &[Span]) -> Vec<Block> {
    let kinds = kinds::tell(&paragraphs.iter().map(|span| span.of(text)).collect::<Vec<_>>());
    paragraphs.iter().zip(kinds).map(|(&span, kind)| Block { span, kind, sentences: 0..0 }).collect()
}
