//! Keys: what two spellings of one name have in common, and which of them is the fuller.
//!
//! Conservative by design: only differences that never tell two names apart are levelled (accents, the ends of Slavic names
//! in English, umlauts written out, company suffixes). What no rule explains stands in `aliases.txt`.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::EntityType;
use super::casing::View;
use super::folding::fold;
use crate::lists;
use std::ops::Range;

/// The words of a name as they are compared, honorific endings and company suffixes left off.
pub(super) fn words(view: &View, tokens: &Range<usize>, kind: EntityType) -> Vec<String> {
    let mut words: Vec<String> = Vec::with_capacity(tokens.len());
    let mut compound = 0;
    for t in tokens.clone() {
        let word = &view.lower[t];
        if word == "-" {
            compound = compound.max(1);
            continue;
        }
        if matches!(word, "'s" | "'" | "&" | "and" | "," | "the") && kind != EntityType::Person {
            continue;
        }
        // "al-Assad" and "Assad" are one surname.
        let article = matches!(word, "al" | "el" | "ul" | "as" | "ash" | "an" | "ar" | "at" | "ad" | "az");
        if article && kind == EntityType::Person && t + 1 < tokens.end && view.lower.is(t + 1, "-") {
            continue;
        }
        // "NATO-Russia" and "Russia-NATO" are one compound; the order of its parts tells nothing.
        let joined = view.document.tokens[t].glued && compound > 0;
        let word = level(word, kind);
        let at = match words.last() {
            Some(last) if joined && kind != EntityType::Person && *last > word => words.len() - 1,
            _ => words.len(),
        };
        words.insert(at, word);
        compound = 0;
    }
    let ending = |word: &str| match kind {
        EntityType::Person => matches!(word, "jr" | "sr" | "ii" | "iii" | "iv"),
        EntityType::Organization => {
            lists::LEGAL_FORMS.contains(word) || matches!(word, "corporation" | "company" | "limited" | "group")
        }
        _ => false,
    };
    while words.len() > 1 && words.last().is_some_and(|word| ending(word)) {
        words.pop();
    }
    words
}

/// One word, levelled.
fn level(word: &str, kind: EntityType) -> String {
    let letters = word.chars().flat_map(fold).filter(|c| *c != '.');
    let mut word = String::with_capacity(word.len());
    word.extend(letters);
    match kind {
        EntityType::Person => {
            for umlaut in [b"oe", b"ue", b"ae"] {
                if word.len() > 4
                    && let Some(at) = word.as_bytes().windows(2).position(|pair| pair == umlaut)
                {
                    word.remove(at + 1);
                }
            }
            for tail in ["yy", "iy", "ii", "ij", "ey", "ei", "y"] {
                if word.len() > 4 && word.ends_with(tail) {
                    word.truncate(word.len() - tail.len());
                    word.push('i');
                    break;
                }
            }
        }
        EntityType::Group if word.len() > 4 && word.ends_with('s') && !word.ends_with("ss") => {
            word.pop();
        }
        _ => {}
    }
    word
}

/// The name a key stands for, by the alias list or by itself.
pub(super) fn canonical(key: String) -> String {
    lists::ALIASES.get(&key).map_or(key, |full| (*full).to_owned())
}

/// Whether two first names can be of one person: the same, an initial of the other, or its short form.
pub(super) fn first_names_agree(one: &str, other: &str) -> bool {
    let full = |name: &str| lists::NICKNAMES.get(name).map_or_else(|| name.to_owned(), |full| (*full).to_owned());
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    one == other || initial(one, other) || initial(other, one) || full(one) == full(other)
}

/// Whether what stands between two persons' first and last names can be of one person: nothing beside something, or the same,
/// or initials of it. "George W. Bush" is not "George H.W. Bush".
pub(super) fn middle_names_agree(one: &[String], other: &[String]) -> bool {
    let middle = |words: &[String]| words.get(1..words.len().saturating_sub(1)).unwrap_or_default().to_vec();
    let (one, other) = (middle(one), middle(other));
    let begins = |(one, other): (&String, &String)| one.starts_with(&**other) || other.starts_with(&**one);
    one.is_empty() || other.is_empty() || one.iter().zip(&other).all(begins)
}

/// The acronyms a name of several words makes: its initials without and with its small words.
pub(super) fn acronyms(view: &View, tokens: &Range<usize>) -> [String; 2] {
    let (mut short, mut long) = (String::new(), String::new());
    let parts = tokens.clone().flat_map(|t| view.lower[t].split('-'));
    for word in parts {
        let Some(first) = word.chars().next().filter(|c| c.is_alphanumeric()) else { continue };
        let first: String = fold(first).collect();
        if !lists::ACRONYM_LINK_WORDS.contains(word) {
            short.push_str(&first);
        }
        long.push_str(&first);
    }
    [short, long]
}

/// A name with single spaces between its words.
pub(super) fn in_one_line(name: &str) -> String {
    let spaces = name.bytes().zip(name.bytes().skip(1)).any(|pair| pair == (b' ', b' '));
    if !spaces && name.chars().all(|c| c == ' ' || !c.is_whitespace()) {
        return name.to_owned();
    }
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether one way to write a name is fuller than another: more words, then not in capitals, then longer.
pub(super) fn fuller(one: &str, other: &str) -> bool {
    let rank = |name: &str| {
        let capitals = name.chars().any(char::is_lowercase);
        (
            !name.starts_with('@'),
            name.split([' ', '-']).count().min(if capitals { 99 } else { 1 }),
            capitals,
            name.chars().count(),
        )
    };
    rank(one) > rank(other)
}
