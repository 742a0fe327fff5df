//! What each block is for.
//!
//! Set phrases come first, whatever stands around them; then the head of the article (headline, subheading, byline, date), which
//! ends with the first paragraph of running text; then subheadings between paragraphs, and what follows the heading of a comment form.

use super::BlockKind;
use crate::lists::{AGENCIES, BOILERPLATE, OPENINGS, PICTURE_SIGNS, SHARING};
use crate::patterns::{bylines, datelines, publication};

/// The longest block, in bytes, that can be anything but a paragraph.
const LINE: usize = 400;
/// The longest heading at the top, and the longest between paragraphs, in characters.
const TITLE: usize = 200;
const SUBHEAD: usize = 80;
/// The shortest block that is surely running text when it ends as a sentence, in bytes.
const RUNNING: usize = 60;

/// The kinds of the blocks with these texts.
pub(super) fn tell(blocks: &[&str]) -> Vec<BlockKind> {
    if let [_] = blocks {
        return vec![BlockKind::Paragraph];
    }
    let found: Vec<Found> = blocks.iter().map(|text| look(text)).collect();
    let mut kinds: Vec<BlockKind> = found.iter().map(|found| found.kind).collect();
    let body = (0..blocks.len()).find(|&at| kinds[at] == BlockKind::Paragraph && is_running(blocks[at]));
    head(blocks, &found, &mut kinds, body.unwrap_or(blocks.len()));
    subheads(blocks, &mut kinds, body.unwrap_or(blocks.len()));
    tail(blocks, &mut kinds);
    kinds
}

/// What a block's own words say of it.
struct Found {
    kind: BlockKind,
    /// Only a date, which in the head of the article is when it was published.
    date: bool,
}

fn look(block: &str) -> Found {
    let text =
        block.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}'));
    let found = |kind| Found { kind, date: false };
    if text.len() > LINE {
        return found(BlockKind::Paragraph);
    }
    if text.len() <= LINE / 3 && !text.ends_with(". ") {
        if bylines::DFA.longest(text).is_some() && !text.ends_with('.') {
            return found(BlockKind::Byline);
        }
        match publication::DFA.longest(text) {
            Some((publication::DATE, _)) => return Found { kind: BlockKind::Paragraph, date: true },
            Some(_) => return found(BlockKind::Byline),
            None => {}
        }
        if datelines::DFA.longest(text).is_some() {
            return found(BlockKind::Dateline);
        }
    }
    let kind = if is_button(text) || counts_responses(text) || follows_someone(text) || text.contains("ll rights reserved") {
        BlockKind::Boilerplate
    } else if let Some(kind) = opening(text) {
        kind
    } else if is_signature(text) || contributed(text) {
        BlockKind::Credit
    } else if !text.contains(['"', '“']) && is_under_picture(text) {
        BlockKind::Caption
    } else {
        BlockKind::Paragraph
    };
    found(kind)
}

/// What the first words of a line, up to six of them, say of it.
fn opening(text: &str) -> Option<BlockKind> {
    let text = text.trim_start_matches(['*', '>', '»', '►', '▶', '•', '-', '–', '—', '|', '_', ' ', '[', '→', '+']);
    let lower: String =
        text.chars().take(LINE / 8).map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase).collect();
    let mut ends = lower.char_indices().filter(|(_, c)| c.is_whitespace() || matches!(c, ':' | '(' | '©' | '.' | '!' | ';'));
    let mut kind = None;
    for _ in 0..8 {
        let (end, next) =
            ends.next().map_or((lower.len(), 0), |(at, c)| (at, if c.is_whitespace() { 0 } else { c.len_utf8() }));
        for phrase in [&lower[..end], &lower[..end + next]] {
            kind = match OPENINGS.get(phrase).copied() {
                Some("byline") => Some(BlockKind::Byline),
                Some("caption") => Some(BlockKind::Caption),
                Some("credit") => Some(BlockKind::Credit),
                Some(_) => Some(BlockKind::Boilerplate),
                None => kind,
            };
        }
        if end == lower.len() {
            break;
        }
    }
    kind
}

/// "12 comments", "3 min read", "1.2K shares".
fn counts_responses(text: &str) -> bool {
    let mut words = text.split([' ', '-', '\u{A0}']);
    let number = words.next().is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()) && n.len() < 7);
    let unit = words.next().unwrap_or_default().to_lowercase();
    let read = words.next().is_some_and(|word| matches!(word.to_lowercase().as_str(), "read" | "listen" | "watch"));
    let responses = matches!(unit.as_str(), "comment" | "comments" | "shares" | "likes" | "views" | "replies" | "responses");
    let time = matches!(unit.as_str(), "min" | "mins" | "minute" | "minutes") && read;
    number && words.next().is_none() && ((responses && !read) || time)
}

/// "Follow Jane Doe on Twitter @janedoe."
fn follows_someone(text: &str) -> bool {
    let follow = text.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("follow "));
    let mut words = text.split_whitespace().skip_while(|word| *word != "on");
    let place = words.nth(1).unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    follow && text.len() <= LINE / 2 && SHARING.contains(place.as_str())
}

/// An agency's name alone: "(Reuters)", "AFP/Getty Images".
fn is_signature(text: &str) -> bool {
    let words = text
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | '&' | '(' | ')' | '[' | ']' | '–' | '—' | '_' | '|'));
    let mut words = words.map(|word| word.trim_matches(['.', '-', ';', ':'])).filter(|word| !word.is_empty()).peekable();
    let known = |word: &str| {
        let word = word.to_lowercase();
        AGENCIES.contains(word.as_str())
            || matches!(word.as_str(), "and" | "images" | "press" | "associated" | "the" | "photo" | "file")
    };
    let named = text
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| word.len() > 1 && AGENCIES.contains(word.to_lowercase().as_str()));
    text.len() <= SUBHEAD && words.peek().is_some() && words.all(known) && (named || text.contains("Associated Press"))
}

/// "John Roe in Kyiv contributed to this report."
fn contributed(text: &str) -> bool {
    let tail = text.trim_end_matches(['.', ')', ']', ' ']);
    tail.ends_with("contributed reporting")
        || ["report", "story", "article", "piece", "reporting"].iter().any(|noun| {
            tail.strip_suffix(noun)
                .is_some_and(|rest| rest.ends_with("contributed to this ") || rest.ends_with("contributed to the "))
        })
}

/// Whether brackets or a source at the end show that a block stands under a picture.
fn is_under_picture(text: &str) -> bool {
    let bracketed = text.split(['(', '[']).skip(1).any(|rest| {
        let inside = rest.split([')', ']']).next().unwrap_or_default().trim().to_lowercase();
        let begins = inside.split_once(':').is_some_and(|(label, _)| PICTURE_SIGNS.contains(format!("{label}:").as_str()));
        begins || PICTURE_SIGNS.contains(inside.as_str())
    });
    let sourced = text.rsplit(' ').take(5).any(|word| {
        let mut parts = word.trim_matches(|c: char| !c.is_alphanumeric()).split('/').filter(|part| !part.is_empty());
        let signed =
            parts.clone().count() > 1 && parts.any(|part| part.len() > 1 && AGENCIES.contains(part.to_lowercase().as_str()));
        signed && !word.starts_with("RFE/RL") && !word.contains("://")
    });
    let labelled = text
        .rsplit(' ')
        .take(8)
        .any(|word| matches!(word, "Photograph:" | "Photo:" | "Picture:" | "Image:" | "Credit:" | "PHOTO:"));
    bracketed || sourced || labelled
}

/// A button, a menu entry or a row of them.
fn is_button(text: &str) -> bool {
    let text = text.to_lowercase();
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let mut words = bare
        .split(|c: char| c.is_whitespace() || matches!(c, '|' | '·' | '•' | '/' | ','))
        .filter(|w| !w.is_empty())
        .peekable();
    BOILERPLATE.contains(bare) || (words.peek().is_some() && words.all(|word| SHARING.contains(word)))
}

/// Headlines, subheading, and who wrote it when: what stands above the first paragraph.
fn head(blocks: &[&str], found: &[Found], kinds: &mut [BlockKind], body: usize) {
    let mut titled = false;
    let mut signed = false;
    for at in 0..body.saturating_add(1).min(blocks.len()) {
        let beside_byline = at.checked_sub(1).is_some_and(|before| kinds[before] == BlockKind::Byline)
            || kinds.get(at + 1) == Some(&BlockKind::Byline);
        signed |= kinds[at] == BlockKind::Byline;
        if kinds[at] != BlockKind::Paragraph {
            continue;
        }
        if found[at].date && at < body {
            kinds[at] = BlockKind::Byline;
        } else if titled && beside_byline && is_name(blocks[at]) {
            kinds[at] = BlockKind::Byline;
        } else if at + 1 < blocks.len() && !signed && is_title(blocks[at], titled) {
            kinds[at] = BlockKind::Headline;
            titled = true;
        } else if at < body {
            // Short text that is neither: what follows is not above it all any more.
            signed |= titled || ends_sentence(blocks[at]);
        }
    }
}

/// Short lines between paragraphs.
fn subheads(blocks: &[&str], kinds: &mut [BlockKind], body: usize) {
    let mut after_running = false;
    for at in body..blocks.len().saturating_sub(1) {
        let text = blocks[at];
        let before_running = kinds[at + 1] == BlockKind::Paragraph && is_running(blocks[at + 1]);
        if kinds[at] == BlockKind::Paragraph && after_running && before_running && chars(text) <= SUBHEAD && is_heading(text)
        {
            kinds[at] = BlockKind::Headline;
        }
        if kinds[at] == BlockKind::Paragraph {
            after_running = is_running(text);
        }
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

fn chars(text: &str) -> usize {
    text.chars().count()
}

/// Whether a block ends as sentences do.
fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', ' '])
        .ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', ';'])
}

/// Whether a block is surely running text.
fn is_running(text: &str) -> bool {
    (text.len() >= RUNNING && ends_sentence(text) && !is_capitalised(text)) || text.len() > LINE
}

/// Whether a block can be a heading of any kind: it does not end as a sentence and begins with a capital, a digit or a mark.
fn is_heading(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphanumeric());
    let begins = text.starts_with(|c: char| {
        c.is_alphanumeric() || matches!(c, '"' | '“' | '‘' | '\'' | '«' | '$' | '€' | '£' | '#' | '@' | '¿' | '¡')
    });
    begins
        && !is_item(text)
        && first.is_some_and(|c| !c.is_lowercase())
        && !ends_sentence(text)
        && !text.ends_with([',', '-', '–', '—'])
}

/// Whether a block begins with the number of a list's item.
fn is_item(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(text.len() - rest.len())) && rest.starts_with(['.', ')'])
}

/// Whether a block at the top is the title or, under one, a subheading.
fn is_title(text: &str, titled: bool) -> bool {
    if chars(text) > TITLE {
        return false;
    }
    let asks = !titled && chars(text) <= SUBHEAD && text.ends_with(['?', '!']);
    is_heading(text) || is_capitalised(text) || asks
}

/// Whether most words of some length begin with a capital, as in "Who Will Lead the Party Now?" and "POLICE SEEK WITNESSES".
fn is_capitalised(text: &str) -> bool {
    let words = || text.split_whitespace().filter(|w| w.len() >= 4 && w.contains(char::is_alphabetic));
    let capital = |w: &&str| w.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let (all, capitals) = (words().count(), words().filter(capital).count());
    all >= 3 && chars(text) <= TITLE && capitals * 10 >= all * 8
}

/// "Jane Doe", "Jane Doe, Kyiv correspondent": a name and perhaps what its bearer does.
fn is_name(text: &str) -> bool {
    let name = text.split([',', '|', '(']).next().unwrap_or_default();
    let mut words = name.split_whitespace();
    let capitals = words.clone().filter(|w| w.starts_with(char::is_uppercase)).count();
    chars(text) <= SUBHEAD
        && (2..=4).contains(&capitals)
        && words.all(|w| !w.contains(|c: char| c.is_ascii_digit() || c == ':'))
        && capitals == name.split_whitespace().count()
}
