//! Decides the kind of each block.
//!
//! Set phrases come first, whatever surrounds them. Then comes the head of the article (headline, subheading, byline, date), which
//! ends with the first paragraph of running text; then subheadings between paragraphs, and what follows the heading of a comment form.
#![expect(clippy::indexing_slicing, reason = "lines and blocks are asked for by indices below their number")]

use super::bylines::{is_described, is_name, is_placed, is_signed_off, is_staff};
use super::phrases::{Found, LINE, look};
use super::{BlockKind, entries, furniture, headline};

/// How many headings stand at the top at most.
const TITLES: usize = 3;
/// The longest heading at the top, and the longest between paragraphs, in characters.
pub(super) const TITLE: usize = 150;
pub(super) const SUBHEAD: usize = 80;
/// How far above the article its author's name alone may stand, in blocks.
const ABOVE: usize = 3;
/// The shortest block that is surely running text when it ends as a sentence, in bytes.
const RUNNING: usize = 60;

/// The kinds of the blocks with these texts.
pub(super) fn tell(blocks: &[&str]) -> Vec<BlockKind> {
    if let [_] = blocks {
        return vec![BlockKind::Paragraph];
    }
    let found: Vec<Found> = blocks.iter().map(|text| look(text)).collect();
    let mut kinds: Vec<BlockKind> = found.iter().map(|found| found.kind).collect();
    let turns = entries::are_turns(blocks);
    for (kind, block) in kinds.iter_mut().zip(blocks).filter(|(kind, _)| **kind == BlockKind::Paragraph) {
        if is_signed_off(block) {
            *kind = BlockKind::Byline;
        }
    }
    let timed = blocks.iter().filter(|block| entries::is_time(block)).nth(1).is_some();
    for at in 0..blocks.len().saturating_sub(1) {
        let under_time =
            timed && at > 0 && entries::is_time(blocks[at - 1]) && chars(blocks[at]) <= SUBHEAD && is_heading(blocks[at]);
        if kinds[at] == BlockKind::Paragraph && (entries::is_timed_heading(blocks[at]) || under_time) {
            kinds[at] = BlockKind::Headline;
        } else if kinds[at] == BlockKind::Paragraph && timed && entries::is_time(blocks[at]) {
            kinds[at] = BlockKind::Byline;
        }
    }
    let first = kinds.iter().position(|kind| *kind == BlockKind::Paragraph);
    let body = (0..blocks.len()).find(|&at| {
        let titled = first == Some(at) && is_capitalised(blocks[at]);
        kinds[at] == BlockKind::Paragraph && is_running(blocks[at]) && !titled
    });
    let body = body.unwrap_or(blocks.len());
    if !turns {
        headline::clear_above(blocks, &found, &mut kinds, body);
    }
    head(blocks, &found, &mut kinds, body, turns);
    let entries = (0..blocks.len()).find(|&at| entries::is_timed_heading(blocks[at]) || is_signed_off(blocks[at]));
    subheads(blocks, &mut kinds, body.min(entries.unwrap_or(body)));
    furniture::tell(blocks, &mut kinds, body);
    kinds
}

/// Headlines, subheading, and who wrote it when: what stands above the first paragraph.
fn head(blocks: &[&str], found: &[Found], kinds: &mut [BlockKind], body: usize, turns: bool) {
    let (mut titles, mut first_title, mut author) = (0, None, None);
    let mut over = false;
    for at in 0..body.saturating_add(1).min(blocks.len()) {
        let under_byline =
            at.checked_sub(1).is_some_and(|before| kinds[before] == BlockKind::Byline && author != Some(before));
        let beside_byline = under_byline || kinds.get(at + 1) == Some(&BlockKind::Byline);
        // A columnist's name may stand above it all.
        over |= titles > 0 && kinds[at] == BlockKind::Byline;
        if kinds[at] != BlockKind::Paragraph {
            continue;
        }
        let is_turn = turns && entries::label(blocks[at]).is_some();
        if titles > 0 && at < body && body < blocks.len() && body - at <= ABOVE && is_author(blocks[at]) {
            kinds[at] = BlockKind::Byline;
            author = Some(at);
        } else if found[at].date && at < body || (titles > 0 && beside_byline && is_name(blocks[at])) {
            kinds[at] = BlockKind::Byline;
        } else if at + 1 < blocks.len() && !over && !is_turn && is_title(blocks[at], titles > 0) {
            kinds[at] = BlockKind::Headline;
            first_title = first_title.or(Some(at));
            titles += 1;
        } else if at < body {
            // Short text that is neither: what follows is not above it all any more.
            over |= titles > 0 || ends_sentence(blocks[at]);
        }
    }
    // More short lines than a title and its subheadings are a table, a list or verse.
    if let Some(first) = first_title
        && titles > TITLES
    {
        let listed =
            |(kind, text): &(&mut BlockKind, &&str)| **kind == BlockKind::Headline && !entries::is_timed_heading(text);
        for (kind, _) in kinds[first + 1..].iter_mut().zip(&blocks[first + 1..]).filter(listed) {
            *kind = BlockKind::Paragraph;
        }
    }
}

/// Whether a line under the headline is who wrote it.
fn is_author(text: &str) -> bool {
    is_staff(text) || is_placed(text) || is_described(text)
}

/// Short lines between paragraphs.
fn subheads(blocks: &[&str], kinds: &mut [BlockKind], body: usize) {
    let mut after_running = false;
    for at in body..blocks.len().saturating_sub(1) {
        let text = blocks[at];
        let before_running = kinds[at + 1] == BlockKind::Paragraph && is_running(blocks[at + 1]);
        if kinds[at] == BlockKind::Paragraph
            && (after_running || kinds[at.saturating_sub(1)] == BlockKind::Byline)
            && before_running
            && chars(text) <= SUBHEAD
            && is_heading(text)
            && !blocks[at + 1].starts_with(char::is_lowercase)
        {
            kinds[at] = BlockKind::Headline;
        }
        if kinds[at] == BlockKind::Paragraph {
            after_running = is_running(text);
        }
    }
}

pub(super) fn chars(text: &str) -> usize {
    text.chars().count()
}

/// Whether a block ends as sentences do.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', ' '])
        .ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', ';'])
}

/// Whether a block is surely running text.
pub(super) fn is_running(text: &str) -> bool {
    (text.len() >= RUNNING && ends_sentence(text)) || text.len() > LINE
}

/// Whether a block can be a heading of any kind: it does not end as a sentence and begins with a capital, a digit or a mark.
pub(super) fn is_heading(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphanumeric());
    let begins = text.starts_with(|c: char| {
        c.is_alphanumeric() || matches!(c, '"' | '“' | '‘' | '\'' | '«' | '$' | '€' | '£' | '#' | '@' | '¿' | '¡')
    });
    begins
        && text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
        && !is_item(text)
        && !has_inner_stop(text)
        && first.is_some_and(|c| !c.is_lowercase())
        && !ends_sentence(text)
        && !text.ends_with([',', '-', '–', '—'])
}

/// Whether a sentence ends before the block does.
fn has_inner_stop(text: &str) -> bool {
    let stop = |word: &str| word.len() > 4 && word.ends_with(['.', '!', '?']) && word.starts_with(char::is_lowercase);
    text.split_whitespace().any(stop)
}

/// Whether a block begins with the number of a list's item.
fn is_item(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(text.len() - rest.len())) && rest.starts_with(['.', ')'])
}

/// Whether a block at the top is the title or, under one, a subheading.
pub(super) fn is_title(text: &str, titled: bool) -> bool {
    if chars(text) > TITLE {
        return false;
    }
    let asks = !titled && chars(text) <= SUBHEAD && text.ends_with(['?', '!']);
    is_heading(text) || (!titled && is_capitalised(text)) || asks
}

/// Whether most words of some length begin with a capital, as in "Who Will Lead the Party Now?" and "POLICE SEEK WITNESSES".
fn is_capitalised(text: &str) -> bool {
    let words = || text.split_whitespace().filter(|w| w.len() >= 4 && w.contains(char::is_alphabetic));
    let capital = |w: &&str| w.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let (all, capitals) = (words().count(), words().filter(capital).count());
    all >= 3 && chars(text) <= TITLE && capitals * 10 >= all * 8
}
