//! The article's blocks: headline, byline, dateline, paragraphs, captions, credits, boilerplate.

use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a block of the article is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The article's title or a subheading.
    Headline,
    /// Who wrote it, and often when.
    Byline,
    /// The place and day a report was filed, where it stands on a line of its own.
    Dateline,
    /// Running text.
    Paragraph,
    /// Text under a picture.
    Caption,
    /// Who else contributed, and where text or pictures are from.
    Credit,
    /// What a web page adds around an article: menus, sharing, comments, subscriptions.
    Boilerplate,
}

/// A paragraph-like stretch of the article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// From its first to its last character that is not white space.
    pub span: Span,
    /// What it is for.
    pub kind: BlockKind,
    /// Its sentences, as indices into `Document::sentences`.
    pub sentences: Range<usize>,
}

/// The blocks of a text.
pub(super) fn find(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            blocks.push(Block {
                span: Span::new(start, start + trimmed.len()),
                kind: BlockKind::Paragraph,
                sentences: 0..0,
            });
        }
        at += line.len();
    }
    blocks
}
