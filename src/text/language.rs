//! Decides whether a text is English, block by block and as a whole.
//!
//! newsmark reads English; of other languages it only needs to know that they are not English. Closed-class words and letters of other scripts
//! show that. The language is named if its words identify it clearly. A few words are too little to decide: they get the language of the
//! surrounding text, or none if there is no such text.

use super::class::Class;
use super::tokens::{Token, TokenKind};
use super::{Block, Document};
use crate::entities::is_frequent_word;
use crate::lists::{CLOSED_CLASS, FOREIGN_WORDS};
use crate::syntax;
use std::ops::Range;

/// The fewest words of a block that show its language.
const FEW: usize = 8;
/// The fewest words of a text that show its language.
const SOME: usize = 4;
/// The fewest lower-case words that show that a text without English closed-class words is not English.
const ENOUGH: usize = 12;

/// The evidence of a word for a language.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// A word of English that hardly any other language has.
    English,
    /// A word of the given other languages.
    Foreign(&'static str),
    None,
}

/// The evidence of all words in a stretch of text.
#[derive(Clone, Copy, Default)]
struct Counts {
    words: usize,
    english: usize,
    foreign: usize,
    /// Letters of Latin script, and of others.
    latin: usize,
    other: usize,
    /// Lower-case words, and how many of them are known English words of any kind.
    lower: usize,
    known: usize,
}

impl Counts {
    fn add(&mut self, other: &Counts) {
        self.words += other.words;
        self.english += other.english;
        self.foreign += other.foreign;
        self.latin += other.latin;
        self.other += other.other;
        self.lower += other.lower;
        self.known += other.known;
    }

    fn is_other_script(&self) -> bool {
        self.other > self.latin && self.other > 1
    }

    fn is_foreign(&self, few: usize) -> bool {
        let told = self.foreign >= 2 && self.foreign >= self.english * 2 && self.foreign * 10 >= self.words;
        // No closed-class words of English and hardly any English words: a language that is in no list.
        let unknown = self.lower >= ENOUGH && self.english * 33 < self.words && self.known * 3 < self.lower;
        self.is_other_script() || (self.words >= few && (told || unknown))
    }

    fn is_english(&self, few: usize) -> bool {
        self.words >= few && self.english >= 1 && self.english > self.foreign && self.english * 25 >= self.words
    }
}

/// The language of a text, and which of its blocks are not English.
pub(super) struct Told {
    pub(super) language: Option<&'static str>,
    pub(super) foreign: Vec<bool>,
}

/// Decides the language of a document and of its blocks.
#[inline(never)]
pub(super) fn tell(document: &Document) -> Told {
    let signs: Vec<Sign> = document.lower.words().map(sign).collect();
    let counts: Vec<Counts> =
        document.blocks.iter().map(|block| count(document, tokens_of(document, block), &signs)).collect();
    let mut all = Counts::default();
    counts.iter().for_each(|counts| all.add(counts));
    let foreign_text = all.is_foreign(SOME) && !all.is_english(SOME);
    let foreign = counts.iter().map(|counts| match foreign_text {
        true => !counts.is_english(FEW),
        false => counts.is_foreign(FEW) && !counts.is_english(FEW),
    });
    let language = match foreign_text {
        true => Some(most(document, &signs, &all)),
        false => all.is_english(SOME).then_some("en"),
    };
    Told { language, foreign: foreign.collect() }
}

fn tokens_of(document: &Document, block: &Block) -> Range<usize> {
    let sentences = document.sentences.get(block.sentences.clone()).unwrap_or_default();
    match (sentences.first(), sentences.last()) {
        (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
        _ => 0..0,
    }
}

fn sign(word: &str) -> Sign {
    if is_sure_english(word) {
        return Sign::English;
    }
    FOREIGN_WORDS.get(word).map_or(Sign::None, |languages| Sign::Foreign(languages))
}

/// English closed-class words that no other language shares.
fn is_sure_english(word: &str) -> bool {
    let shared = matches!(
        word,
        "a" | "i"
            | "in"
            | "is"
            | "was"
            | "to"
            | "on"
            | "no"
            | "so"
            | "as"
            | "an"
            | "or"
            | "he"
            | "we"
            | "am"
            | "do"
            | "will"
            | "at"
            | "per"
            | "via"
            | "may"
            | "near"
            | "long"
            | "like"
            | "one"
            | "ten"
            | "six"
            | "can"
            | "her"
            | "over"
            | "for"
            | "under"
            | "by"
            | "have"
            | "had"
            | "all"
            | "most"
            | "also"
            | "are"
            | "me"
            | "my"
            | "at."
            | "jan."
            | "april"
            | "august"
            | "september"
            | "november"
            | "dec."
            | "mar."
            | "ca"
            | "wo"
            | "'d"
            | "'m"
    );
    !shared && (word == "said" || CLOSED_CLASS.get(word).is_some_and(|class| *class != Class::Time))
}

fn count(document: &Document, range: Range<usize>, signs: &[Sign]) -> Counts {
    let Document { text, tokens, lower, .. } = document;
    let mut counts = Counts::default();
    for at in range.clone() {
        let Some(token) = tokens.get(at).filter(|token| token.kind == TokenKind::Word) else { continue };
        let word = token.span.of(text);
        if word.is_ascii() {
            counts.latin += word.len();
        } else {
            let other = word.chars().filter(|c| is_other_script(*c)).count();
            counts.other += other;
            counts.latin += word.chars().count() - other;
        }
        counts.words += 1;
        match signs.get(lower.number(at)) {
            Some(Sign::English) => counts.english += 1,
            Some(Sign::Foreign(_)) => counts.foreign += 1,
            _ => {}
        }
    }
    // Looks words up only if there is little other evidence.
    if counts.words >= FEW && counts.english * 33 < counts.words {
        for at in range {
            let is_lower =
                |token: &&Token| token.kind == TokenKind::Word && token.span.of(text).starts_with(char::is_lowercase);
            if tokens.get(at).filter(is_lower).is_some() {
                counts.lower += 1;
                counts.known += usize::from(is_known(&lower[at]));
            }
        }
    }
    counts
}

fn is_known(word: &str) -> bool {
    let known = |word: &str| is_frequent_word(word) || syntax::is_in_lexicon(word);
    known(word) || word.strip_suffix('s').is_some_and(known)
}

fn is_other_script(c: char) -> bool {
    c >= '\u{370}' && c.is_alphabetic() && !('\u{1E00}'..='\u{1EFF}').contains(&c)
}

/// The language of most words, if one language has more than any other; otherwise "und", undetermined.
fn most(document: &Document, signs: &[Sign], all: &Counts) -> &'static str {
    let Document { text, tokens, lower, .. } = document;
    if all.is_other_script() {
        let scripts = tokens.iter().flat_map(|token| token.span.of(text).chars()).filter(|c| is_other_script(*c)).take(200);
        let (mut han, mut kana) = (0, 0);
        for c in scripts {
            match c {
                '\u{370}'..='\u{3FF}' => return "el",
                '\u{590}'..='\u{5FF}' => return "he",
                '\u{E00}'..='\u{E7F}' => return "th",
                '\u{AC00}'..='\u{D7AF}' => return "ko",
                '\u{3040}'..='\u{30FF}' => kana += 1,
                '\u{4E00}'..='\u{9FFF}' => han += 1,
                _ => {}
            }
        }
        return if kana > 0 {
            "ja"
        } else if han > 0 {
            "zh"
        } else {
            "und"
        };
    }
    let mut found: Vec<(&'static str, usize)> = Vec::new();
    for at in 0..tokens.len() {
        let Some(Sign::Foreign(languages)) = signs.get(lower.number(at)) else { continue };
        for language in languages.split(' ') {
            match found.iter_mut().find(|(known, _)| *known == language) {
                Some((_, count)) => *count += 1,
                None => found.push((language, 1)),
            }
        }
    }
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    match found[..] {
        [(language, first), (_, second), ..] if first > second && first > 1 => language,
        [(language, 2..)] => language,
        _ => "und",
    }
}
