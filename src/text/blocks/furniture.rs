//! Boilerplate that only its surroundings give away: the ends of a page, comments, lines that appear twice.
//!
//! A line counts as boilerplate only if it is short, or if its neighbours are boilerplate. The topic of a text is never a reason: an
//! article about cookies stays an article.
#![expect(clippy::indexing_slicing, reason = "blocks are asked for by indices below their number")]

use super::BlockKind;
use super::kinds::{TITLE, chars, ends_sentence, is_running};
use crate::lists::FURNITURE_WORDS;

/// The most words of a line that asks readers for something.
const ASKING: usize = 14;
/// The most words of a line that is said twice, one right after the other.
const TWICE: usize = 3;

/// Tells what stands below the article, and lines that are said twice.
pub(super) fn tell(blocks: &[&str], kinds: &mut [BlockKind], body: usize) {
    let last_running =
        (0..blocks.len()).rfind(|&at| kinds[at] == BlockKind::Paragraph && is_running(blocks[at]) && !asks(blocks[at]));
    for at in 0..blocks.len() {
        if kinds[at] == BlockKind::Paragraph && last_running.is_some_and(|last| at > last) && asks(blocks[at]) {
            kinds[at] = BlockKind::Boilerplate;
        }
    }
    twice(blocks, kinds);
    comments(blocks, kinds, body);
    tail(blocks, kinds);
}

/// "Read on with our app", "Seen something? Write to us": whether a short line asks its readers for something.
fn asks(text: &str) -> bool {
    let count = text.split_whitespace().count();
    if count > ASKING || text.contains(['"', '“', '‘']) {
        return false;
    }
    let lower = text.to_lowercase();
    let mut words =
        lower.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’'))).filter(|word| !word.is_empty());
    let begins = words.clone().next().is_some_and(|first| FURNITURE_WORDS.get(first) == Some(&"asks"));
    // "To continue reading, subscribe today".
    let condition = lower.starts_with("to ")
        && words.clone().skip(1).take(6).filter(|word| FURNITURE_WORDS.get(word) == Some(&"asks")).count() > 1
        && lower.contains("subscri");
    let about = words.clone().filter(|word| FURNITURE_WORDS.get(word) == Some(&"about")).count();
    let reader = words.any(|word| matches!(word, "you" | "your" | "us" | "our" | "we" | "my"));
    let address = text.contains('@') || lower.contains("http") || lower.contains("www.");
    condition
        || (about > 0 && (begins || reader || count <= 4))
        || (about > 1)
        || (begins && reader && (count <= 8 || text.contains('?')) && !text.ends_with('.'))
        || (address && (begins || reader))
}

/// A short line that comes twice, one right after the other, is a picture's description.
fn twice(blocks: &[&str], kinds: &mut [BlockKind]) {
    for at in 1..blocks.len() {
        let short = blocks[at].split_whitespace().count() <= TWICE && blocks[at].chars().any(char::is_alphabetic);
        let ends = blocks[at].ends_with(['.', '!', '?', ':', '…', ',']);
        if short && !ends && blocks[at] == blocks[at - 1] {
            for kind in &mut kinds[at - 1..=at] {
                if matches!(kind, BlockKind::Paragraph | BlockKind::Headline) {
                    *kind = BlockKind::Boilerplate;
                }
            }
        }
    }
}

/// What readers wrote below an article, from its heading on, where each has buttons or an age.
fn comments(blocks: &[&str], kinds: &mut [BlockKind], body: usize) {
    let of_one = |text: &str| {
        if text.len() > 40 {
            return false;
        }
        let lower = text.to_lowercase();
        matches!(lower.as_str(), "reply" | "like" | "report" | "report comment" | "recommend" | "report abuse")
            || (lower.ends_with(" ago") && lower.starts_with(|c: char| c.is_ascii_digit()) && lower.len() < 20)
    };
    let is_heading = |text: &str| {
        let lower = text.to_lowercase();
        let counted = lower.split_whitespace().count() <= 3
            && (lower.ends_with("comments") || lower.ends_with("comment") || lower.starts_with("comments"));
        counted || matches!(lower.as_str(), "join the conversation" | "responses" | "discussion" | "what readers say")
    };
    // Two buttons follow wherever the last but one is yet to come.
    let last_but_one = (0..blocks.len()).rev().filter(|&at| of_one(blocks[at])).nth(1).unwrap_or_default();
    let from = (body + 1..last_but_one).find(|&at| kinds[at] == BlockKind::Boilerplate && is_heading(blocks[at]));
    if let Some(from) = from {
        kinds[from..].fill(BlockKind::Boilerplate);
    }
}

/// Below the last paragraph, short lines that follow boilerplate are more of it: titles of other articles, fields of a form.
fn tail(blocks: &[&str], kinds: &mut [BlockKind]) {
    let last =
        (0..blocks.len()).rfind(|&at| kinds[at] == BlockKind::Paragraph && ends_sentence(blocks[at])).map_or(0, |at| at + 1);
    for at in last.max(1)..blocks.len() {
        if kinds[at] == BlockKind::Paragraph && kinds[at - 1] == BlockKind::Boilerplate && chars(blocks[at]) <= TITLE {
            kinds[at] = BlockKind::Boilerplate;
        }
    }
}
