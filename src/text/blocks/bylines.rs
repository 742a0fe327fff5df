//! Bylines that consist of a name only: "Jane Doe", "Jane Doe in Kyiv", "Our Foreign Staff", "– Jane Doe, 6:58 p.m."
//!
//! `phrases` recognises bylines with "by". A name alone is a byline only in the head of an article or at the end of an entry; the caller
//! checks that.

use super::kinds::{SUBHEAD, chars};
use crate::entities::{is_first_name, is_frequent_word, is_listed_place};
use crate::syntax;

/// The most words of a byline with a place.
const WORDS: usize = 10;

/// "Jane Doe", "Jane Doe, Kyiv correspondent": a name and perhaps what its bearer does.
pub(super) fn is_name(text: &str) -> bool {
    let name = text.split([',', '|', '(']).next().unwrap_or_default();
    let mut words = name.split_whitespace();
    let capitals = words.clone().filter(|w| w.starts_with(char::is_uppercase)).count();
    chars(text) <= SUBHEAD
        && (2..=4).contains(&capitals)
        && words.all(|w| !w.contains(|c: char| c.is_ascii_digit() || c == ':'))
        && capitals == name.split_whitespace().count()
}

/// Whether a block is the name of a person and of nothing else, as far as its words show: "Nora Pell", not "Health News".
pub(super) fn is_person(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else { return false };
    let count = words.clone().count() + 1;
    let plain = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.contains(char::is_lowercase)
            && word.chars().all(|c| c.is_alphabetic() || "-.'’".contains(c))
    };
    let initial = |word: &str| word.len() == 2 && word.starts_with(char::is_uppercase) && word.ends_with('.');
    let lower = first.to_lowercase();
    (2..=4).contains(&count)
        && !is_listed_place(&text.to_lowercase())
        && plain(first)
        && (is_first_name(&lower) || is_no_word(first))
        && words.clone().all(|word| initial(word) || plain(word))
        && words
            .clone()
            .last()
            .is_some_and(|last| plain(last) && (is_no_word(last) || (is_first_name(&lower) && count == 2 && !is_desk(last))))
}

/// Whether a capitalised word is not a known English word.
fn is_no_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    !is_frequent_word(&lower) && !syntax::is_in_lexicon(&lower)
}

/// "Our Foreign Staff", "Staff and agencies", "Business Correspondent": people of a newsroom without a name.
pub(super) fn is_staff(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let all = || {
        text.split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase) || matches!(word, "and" | "own" | "&" | "agencies" | "staff"))
    };
    let begins = ["Our ", "Staff ", "News ", "Web ", "Online ", "Agence ", "From our ", "From our own "]
        .iter()
        .any(|start| text.starts_with(start));
    let set = text.starts_with("Special to ") || matches!(text, "The Editorial Board" | "Editorial Board" | "The Editors");
    set || (2..=5).contains(&count) && is_desk(last) && begins && (all() || text.starts_with("From "))
}

fn is_desk(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "staff"
            | "correspondent"
            | "correspondents"
            | "reporter"
            | "reporters"
            | "desk"
            | "writer"
            | "writers"
            | "agencies"
            | "team"
            | "newsroom"
            | "bureau"
            | "editor"
            | "editors"
            | "columnist"
    )
}

/// "Jane Doe in Kyiv", "Jane Doe in Kyiv and John Roe in Oslo", "Jane Doe and John Roe": names of persons, each with where they wrote.
pub(super) fn is_placed(text: &str) -> bool {
    let count = text.split_whitespace().count();
    if count > WORDS || text.contains(['.', ':', '?', '!', '"', '“']) {
        return false;
    }
    let text = text.strip_prefix("From ").unwrap_or(text);
    let mut parts = text.split(" and ").flat_map(|part| part.split(" & ")).peekable();
    parts.peek().is_some()
        && parts.all(|part| {
            let (name, place) = part.split_once(" in ").or_else(|| part.split_once(" at ")).unwrap_or((part, ""));
            let (name, place) = name.split_once(',').map_or((name, place), |(name, _)| (name, place));
            is_person(name.trim())
                && place.split_whitespace().all(|word| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the"))
        })
}

/// "Jane Doe Staff Writer", "Jane Doe | The Courier", "Text: Jane Doe", "Jane Doe @jdoe": a name with what its bearer does or where.
pub(super) fn is_described(text: &str) -> bool {
    if chars(text) > SUBHEAD || text.ends_with(['.', '?', '!', ':', ',']) {
        return false;
    }
    let labelled = text
        .split_once(": ")
        .filter(|(label, _)| matches!(*label, "Text" | "Words" | "Story" | "Author" | "Reporter" | "Writer" | "Report"));
    let bare = labelled.map_or(text, |(_, name)| name);
    let name = bare.split(['|', '•', '@', '/', '–', '—']).next().unwrap_or_default().trim();
    if is_person(name) {
        return true;
    }
    // The first words are the name, and the last says what its bearer does.
    let words: Vec<&str> = name.split_whitespace().collect();
    (3..=6).contains(&words.len())
        && words.last().is_some_and(|last| is_desk(last))
        && (2..=3).any(|count| words.get(..count).is_some_and(|words| is_person(&words.join(" "))))
}

/// "– Jane Doe, 6:58 p.m.", "Jane Doe, 18:58": who wrote an entry, and at what time.
pub(super) fn is_signed_off(text: &str) -> bool {
    if text.len() > 2 * SUBHEAD {
        return false;
    }
    let bare = text.trim_start_matches(['-', '–', '—', '―', ' ']);
    let Some((name, time)) = bare.rsplit_once(", ").or_else(|| bare.rsplit_once(" at ")) else { return false };
    is_name(name) && super::entries::time(time).is_some_and(|end| time.get(end..).is_some_and(|rest| rest.trim().len() <= 5))
}

#[cfg(test)]
mod tests {
    use super::{is_described, is_person, is_placed, is_signed_off, is_staff};

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn who_wrote_it() {
        for line in ["Nora Pell", "Ana Ruiz", "Tomas O. Brekke", "Grace Lindqvist"] {
            assert!(is_person(line), "{line}");
        }
        for line in [
            "Health News",
            "Sri Lanka",
            "The Courier",
            "Press Releases",
            "Ferry Sinks",
            "Nora",
            "Latest from Kyiv",
            "POLICE STATE",
        ] {
            assert!(!is_person(line), "{line}");
        }
        for line in [
            "Our Foreign Staff",
            "Our Own Correspondent",
            "Staff and agencies",
            "Special to the Times",
            "News Desk",
            "Staff Writer",
        ] {
            assert!(is_staff(line), "{line}");
        }
        for line in ["Hospital Staff", "Our Man in Havana", "Staff walk out", "Desk"] {
            assert!(!is_staff(line), "{line}");
        }
        for line in ["Nora Pell in Geneva", "Nora Pell in Geneva and Jan Novak in Oslo", "Ana Ruiz and Jan Novak"] {
            assert!(is_placed(line), "{line}");
        }
        for line in ["Ferry Disaster in Norway", "Storm in Geneva", "Nora Pell in tears", "Pell in Geneva"] {
            assert!(!is_placed(line), "{line}");
        }
        for line in ["Nora Pell Staff Writer", "Nora Pell | The Courier", "Words: Nora Pell", "Nora Pell @norapell"] {
            assert!(is_described(line), "{line}");
        }
        for line in ["Bridge Traffic Desk", "Nora Pell says no", "Bridge: Nora Pell", "Health News | The Courier"] {
            assert!(!is_described(line), "{line}");
        }
        assert!(is_signed_off("– Nora Pell, 9:05 p.m.") && is_signed_off("Nora Pell, 21:05"));
        assert!(!is_signed_off("– Nora Pell, mayor") && !is_signed_off("The vote is at 9:05 p.m."));
    }
}
