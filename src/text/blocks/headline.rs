//! Finds which of the lines above an article is its headline, and which belong to the page: the site's name, a menu, a section.
//!
//! The article itself is the best evidence: a headline shares its words. After that, a headline is longer than a menu entry, and closer
//! to the article. A line above it is dropped only for a reason: it is one of many short lines, stands among boilerplate, or
//! has one or two words that the article does not contain.

use super::BlockKind;
use super::bylines::is_person;
use super::kinds::is_title;
use super::phrases::Found;
use crate::hashing::{self, Hashes};

/// How many blocks of the article are read for its words, and how many bytes of each.
const READ: usize = 4;
const READ_BYTES: usize = 600;
/// The fewest letters of a word that tells what a text is about, and how many of them are compared: "ferry" and "ferries" are one.
const TELLING: usize = 4;
const STEM: usize = 4;
/// The most words of a menu's entry, and of a site's name.
const ENTRY: usize = 3;
const SITE: usize = 5;
/// More short lines than this, one after another, are a menu.
const MENU: usize = 3;

/// Tells the page's own lines above the headline, and who wrote it where that stands above it too. `body` is where running text begins.
pub(super) fn clear_above(blocks: &[&str], found: &[Found], kinds: &mut [BlockKind], body: usize) {
    let top = body.min(blocks.len());
    if top < 2 || body >= blocks.len() {
        return;
    }
    for at in 0..top {
        if kinds[at] == BlockKind::Paragraph && is_row(blocks[at]) {
            kinds[at] = BlockKind::Boilerplate;
        }
    }
    let words = article_words(blocks, body);
    let shared: Vec<usize> =
        blocks[..top].iter().map(|block| telling(block).filter(|stem| words.contains(stem)).count()).collect();
    let score = |at: usize| {
        let count = blocks[at].split_whitespace().count();
        shared[at].min(3) * 2 + count.min(5)
    };
    let candidates = (0..top).filter(|&at| kinds[at] == BlockKind::Paragraph && is_title(blocks[at], false));
    // Of equals the first.
    let Some(best) = candidates.rev().max_by_key(|&at| score(at)) else { return };
    let is_own = |kind: &BlockKind| *kind == BlockKind::Boilerplate;
    let (first_own, last_own) = (kinds[..best].iter().position(is_own), kinds[..best].iter().rposition(is_own));
    let among_own = |at: usize| first_own.is_some_and(|first| first < at) || last_own.is_some_and(|last| last >= at);
    let own: Vec<bool> = (0..best)
        .map(|at| {
            let count = blocks[at].split_whitespace().count();
            // A headline that the article does not know is none to clear a table for.
            let menu = shared[best] > 1 && in_menu(blocks, at, best);
            kinds[at] == BlockKind::Paragraph
                && score(at) < score(best)
                && !blocks[at].ends_with(['.', '!', '?', ','])
                && (menu
                    || (count <= SITE && among_own(at) && shared[at] < 2)
                    || (count < ENTRY && (shared[at] == 0 || count == 1) && shared[best] > 1))
        })
        .collect();
    for at in 0..best {
        // What stands under a dateline or byline is of the article.
        if blocks[at].starts_with("By ") || matches!(kinds[at], BlockKind::Byline | BlockKind::Dateline) {
            break;
        }
        if kinds[at] == BlockKind::Paragraph && is_person(blocks[at]) && !in_menu(blocks, at, best) {
            kinds[at] = BlockKind::Byline;
        } else if own[at] && !found[at].date {
            kinds[at] = BlockKind::Boilerplate;
        }
    }
}

/// "Local | Weather | Letters": entries of a menu in one line.
fn is_row(block: &str) -> bool {
    let mut parts = block.split(['|', '›', '»', '·', '•', '>']).map(str::trim).filter(|part| !part.is_empty());
    let short = parts.clone().all(|part| part.split_whitespace().count() <= ENTRY);
    block.len() <= 200 && parts.nth(2).is_some() && short
}

/// Whether a block is one of several short ones in a row.
fn in_menu(blocks: &[&str], at: usize, end: usize) -> bool {
    let is_short = |at: &usize| blocks[*at].split_whitespace().count() <= ENTRY && !blocks[*at].ends_with(['.', '!', '?']);
    let before = (0..at).rev().take(MENU).take_while(is_short).count();
    let after = (at + 1..end).take(MENU).take_while(is_short).count();
    is_short(&at) && before + after + 1 >= MENU
}

/// The telling words of the article's first blocks.
fn article_words(blocks: &[&str], body: usize) -> Hashes {
    let first = blocks[body..].iter().filter(|block| block.len() > 40).take(READ);
    first
        .flat_map(|block| {
            telling((0..=READ_BYTES.min(block.len())).rev().find_map(|end| block.get(..end)).unwrap_or_default())
        })
        .collect()
}

/// The beginnings of the words of a text that tell what it is about.
fn telling(text: &str) -> impl Iterator<Item = u64> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= TELLING);
    words.filter_map(|word| {
        let lower = word.to_lowercase();
        let stem: String = lower.chars().take(STEM).collect();
        let plain = matches!(
            lower.as_str(),
            "with"
                | "from"
                | "that"
                | "this"
                | "have"
                | "after"
                | "over"
                | "about"
                | "will"
                | "what"
                | "when"
                | "more"
                | "says"
                | "said"
        );
        (!plain).then(|| hashing::string(&stem))
    })
}
