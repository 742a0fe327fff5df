//! Recognises blocks by their own words: set phrases of newsrooms and web pages, names of agencies, picture credits.
#![expect(clippy::string_slice, reason = "text is cut where a character was found to begin")]

use super::BlockKind;
use crate::lists::{AGENCIES, BOILERPLATE, CREDIT_WORDS, OPENINGS, PICTURE_SIGNS, SHARING};
use crate::patterns::{bylines, publication};
use crate::text::dateline::is_dateline;
use crate::text::pages::is_labelled;

/// The longest block, in bytes, that can be anything but a paragraph.
pub(super) const LINE: usize = 400;
/// The longest signature of an agency, in bytes.
const SIGNATURE: usize = 80;

/// The longest set phrase of a web page, in bytes.
const BUTTON: usize = 100;

/// What a block's own words say of it.
pub(super) struct Found {
    pub(super) kind: BlockKind,
    /// Only a date, which in the head of the article is when it was published.
    pub(super) date: bool,
}

/// Reads a block's own words.
pub(super) fn look(block: &str) -> Found {
    let text =
        block.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}'));
    let found = |kind| Found { kind, date: false };
    if text.len() > LINE {
        return found(BlockKind::Paragraph);
    }
    let opening = opening(text);
    if text.len() <= LINE / 3 && !text.ends_with(". ") {
        let signed = matches!(bylines::DFA.longest(text), Some((bylines::BYLINE, _))) || opening == Some(BlockKind::Byline);
        if signed && opening != Some(BlockKind::Credit) && !text.ends_with('.') {
            return found(BlockKind::Byline);
        }
        match publication::DFA.longest(text) {
            Some((publication::DATE, _)) => return Found { kind: BlockKind::Paragraph, date: true },
            Some((publication::PUBLISHED, _)) => return found(BlockKind::Byline),
            _ => {}
        }
        if is_dateline(text) {
            return found(BlockKind::Dateline);
        }
    }
    let kind = if is_button(text) || is_labelled(text) || counts_responses(text) || follows_someone(text) || disclaims(text)
    {
        BlockKind::Boilerplate
    } else if let Some(kind) = opening.filter(|kind| *kind != BlockKind::Byline) {
        match kind {
            BlockKind::Credit if !is_of_names(text) && text.contains(": ") => BlockKind::Caption,
            BlockKind::Credit if !is_of_names(text) => BlockKind::Paragraph,
            kind => kind,
        }
    } else if is_signature(text) || contributed(text) {
        BlockKind::Credit
    } else if !text.contains('"') && !text.contains('“') && is_under_picture(text) {
        BlockKind::Caption
    } else {
        BlockKind::Paragraph
    };
    found(kind)
}

/// What the first words of a line, up to six of them, say of it.
fn opening(text: &str) -> Option<BlockKind> {
    let text = text.trim_start_matches(['*', '>', '»', '►', '▶', '•', '-', '–', '—', '|', '_', ' ', '[', '→', '+']);
    let start = text.char_indices().nth(LINE / 8).map_or(text, |(end, _)| &text[..end]);
    let lower = if start.is_ascii() { start.to_ascii_lowercase() } else { start.replace('’', "'").to_lowercase() };
    let mut ends =
        lower.char_indices().filter(|(_, c)| c.is_whitespace() || matches!(c, ':' | '(' | '©' | '.' | '!' | ';' | '?'));
    let mut kind = None;
    for _ in 0..8 {
        let (end, next) =
            ends.next().map_or((lower.len(), 0), |(at, c)| (at, if c.is_whitespace() { 0 } else { c.len_utf8() }));
        for phrase in [end, end + next].into_iter().take(1 + next.min(1)).map(|end| &lower[..end]) {
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

/// Whether a block is made of names rather than of sentences, as credits are.
fn is_of_names(text: &str) -> bool {
    let plain = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.len() > 3 && word.starts_with(char::is_lowercase) && !CREDIT_WORDS.contains(word)
    };
    text.split_whitespace().filter(plain).count() <= 2 || text.starts_with("This ")
}

/// Rights and consent.
fn disclaims(text: &str) -> bool {
    let copyright = text.get(..10).is_some_and(|start| start.eq_ignore_ascii_case("copyright "));
    let consents =
        || ["you agree", "you consent", "you accept", "you acknowledge"].iter().any(|phrase| text.contains(phrase));
    (copyright && text[10..].starts_with(|c: char| c.is_ascii_digit()))
        || text.contains("ll rights reserved")
        || (text.starts_with("By ") && consents())
}

/// "12 comments", "3 min read", "1.2K shares".
fn counts_responses(text: &str) -> bool {
    let mut words = text.split([' ', '-', '\u{A0}']);
    if !words.next().is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()) && number.len() < 7) {
        return false;
    }
    let unit = words.next().unwrap_or_default().to_lowercase();
    let read = words.next().is_some_and(|word| matches!(word.to_lowercase().as_str(), "read" | "listen" | "watch"));
    let responses = matches!(unit.as_str(), "comment" | "comments" | "shares" | "likes" | "views" | "replies" | "responses");
    let time = matches!(unit.as_str(), "min" | "mins" | "minute" | "minutes") && read;
    words.next().is_none() && ((responses && !read) || time)
}

/// "Follow Jane Doe on Twitter @janedoe."
fn follows_someone(text: &str) -> bool {
    if !text.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("follow ")) || text.len() > LINE / 2 {
        return false;
    }
    let mut words = text.split_whitespace().skip_while(|word| *word != "on");
    let place = words.nth(1).unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    SHARING.contains(place.as_str())
}

/// An agency's name alone: "(Reuters)", "AFP/Getty Images".
fn is_signature(text: &str) -> bool {
    if text.len() > SIGNATURE {
        return false;
    }
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
    let picture = text.split_whitespace().any(is_sourced)
        && text.split_whitespace().all(|word| word.starts_with(|c: char| !c.is_lowercase()));
    words.peek().is_some() && (picture || (words.all(known) && (named || text.contains("Associated Press"))))
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
    let brackets = text.contains('(') || text.contains('[');
    let bracketed = brackets
        && text.split(['(', '[']).skip(1).any(|rest| {
            let inside = rest.split([')', ']']).next().unwrap_or_default().trim().to_lowercase();
            let begins =
                inside.split_once(':').is_some_and(|(label, _)| PICTURE_SIGNS.contains(format!("{label}:").as_str()));
            begins || PICTURE_SIGNS.contains(inside.as_str())
        });
    let sourced = text.contains('/') && text.rsplit(' ').take(3).any(is_sourced);
    let label = |word| matches!(word, "Photograph:" | "Photo:" | "Picture:" | "Image:" | "Credit:" | "PHOTO:");
    let labelled = text.contains(':') && text.rsplit(' ').take(8).any(label);
    let sides = text.contains("(L)") && text.contains("(R)");
    bracketed || sourced || labelled || sides || is_placed(text) || ends_with_maker(text)
}

/// "Ana Ruiz, left, with her team": who is where in a picture, in a line that is not a sentence.
fn is_placed(text: &str) -> bool {
    let ends = text.ends_with(['.', '!', '?', ':', ',']);
    let sides = [
        ", left,",
        ", right,",
        ", centre,",
        ", center,",
        ", pictured",
        ", second left",
        ", second right",
        ", second from",
        ", third from",
        ", far left",
        ", far right",
        ", above,",
        ", below,",
        "from left",
        "left to right",
        "(left)",
        "(right)",
        "(centre)",
        "(center)",
    ];
    text.len() <= LINE / 2 && !ends && sides.iter().any(|side| text.contains(side))
}

/// "Cars on the bridge. Jane Doe for The Courier", "... (Photo by Jane Doe)": whether a line ends with who made the picture.
fn ends_with_maker(text: &str) -> bool {
    const MAKERS: [&str; 12] = [
        "photo",
        "photos",
        "photograph",
        "photographs",
        "picture",
        "pictures",
        "image",
        "images",
        "illustration",
        "courtesy",
        "credit",
        "pic",
    ];
    let bracketed = text.strip_suffix([')', ']']).and_then(|text| text.rsplit_once(['(', '[']));
    if let Some((before, inside)) = bracketed {
        let lower = inside.to_lowercase();
        let mut words = lower.split([' ', ':', '/']);
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let made = MAKERS.contains(&first)
            && matches!(second, "by" | "from" | "via" | "courtesy" | "credit" | "of" | "supplied" | "provided" | "");
        return !before.is_empty() && inside.len() <= SIGNATURE && (made || is_maker(inside));
    }
    let Some((_, maker)) = text.rsplit_once(". ").or_else(|| text.rsplit_once(" | ")) else { return false };
    let lower = maker.to_lowercase();
    let courtesy =
        ["courtesy of ", "courtesy: ", "credit: ", "photo by ", "photograph by ", "picture by ", "image by ", "photos by "];
    if maker.len() <= SIGNATURE && courtesy.iter().any(|start| lower.starts_with(start)) {
        return true;
    }
    !maker.ends_with(['.', '?', '!']) && is_maker(maker)
}

/// "Jane Doe for The Courier", "Jane Doe / The Courier": a name, and whom it is for.
fn is_maker(text: &str) -> bool {
    let Some((name, medium)) = text.split_once(" for ").or_else(|| text.split_once('/')).or_else(|| text.split_once(" | "))
    else {
        return false;
    };
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let plain = |word: &str| word.chars().all(|c| c.is_alphabetic() || "-.'’".contains(c));
    (2..=3).contains(&name.split_whitespace().count())
        && name.split_whitespace().all(|word| capital(word) && plain(word))
        && (1..=5).contains(&medium.split_whitespace().count())
        && medium.split_whitespace().all(|word| capital(word) || matches!(word, "the" | "of"))
}

/// A button, a menu entry or a row of them.
fn is_button(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let mut words = bare
        .split(|c: char| c.is_whitespace() || matches!(c, '|' | '·' | '•' | '/' | ','))
        .filter(|w| !w.is_empty())
        .peekable();
    (bare.len() <= BUTTON && BOILERPLATE.contains(bare.to_lowercase().as_str()))
        || (bare.len() > 1 && words.peek().is_some() && words.all(|word| SHARING.contains(word.to_lowercase().as_str())))
}

/// "AFP/Getty", "REUTERS/Doe": a picture's makers.
fn is_sourced(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let agency = |part: &str| part.len() > 1 && AGENCIES.contains(part.to_lowercase().as_str());
    match (word.split_once('/'), word.rsplit_once('/')) {
        (Some((first, _)), Some((_, last))) => {
            matches!(first, "REUTERS" | "EPA" | "EPA-EFE" | "AFP" | "Photo" | "ANADOLU")
                || (agency(last) && !word.starts_with("RFE/"))
        }
        _ => false,
    }
}
