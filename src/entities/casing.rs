//! What a capital letter tells: nothing at the start of a sentence or in a headline, unless the rest of the article agrees.
//!
//! Reads the whole article once, before any name is looked for, and then says of each token whether its capital is evidence
//! of a name. What is a name, and of what, it does not decide.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::names::{self, Listed};
use crate::hashing::{self, ByHash, Hashes};
use crate::lists;
use crate::text::{BlockKind, Case, Document, Lower, Token, TokenKind};
use std::borrow::Cow;
use std::ops::Range;

/// The longest listed name that is looked for, in tokens.
const SEVERAL: usize = 8;

/// How a sentence is capitalised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Casing {
    /// Names and first words only.
    Sentence,
    /// "Like a Headline".
    Title,
    /// "ALL IN CAPITALS".
    Upper,
}

/// What the capital of a token is worth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Capital {
    /// Not capitalised, or for a reason other than a name.
    No,
    /// Capitalised where every word is: a name only if what follows is one too.
    Weak,
    /// Evidence of a name.
    Strong,
}

/// The article's tokens in the light of the whole article.
pub struct View<'d, 't> {
    /// The article.
    pub document: &'d Document<'t>,
    /// Its tokens in lower case.
    pub lower: &'d Lower<'t>,
    /// The lists that hold each capitalised token.
    pub listed: Vec<Listed>,
    /// How many tokens from each make a listed name of several words, to the end of its sentence; 0 where they make none.
    several: Vec<u8>,
    /// For each token.
    pub capital: Vec<Capital>,
    /// For each sentence.
    pub casing: Vec<Casing>,
    /// By the number of a word, whether it was seen in lower case.
    small: Vec<bool>,
    /// Hashes of capitalised words seen inside a sentence, as they are written.
    inside: Hashes,
}

impl<'d, 't> View<'d, 't> {
    /// Reads an article.
    #[inline(never)]
    pub fn new(document: &'d Document<'t>) -> Self {
        let lower = &document.lower;
        // A name is seldom written once.
        let mut known: ByHash<(Listed, bool)> = ByHash::default();
        let looked_up = document.tokens.iter().enumerate().map(|(at, token)| match token.case {
            Case::None | Case::Lower => Default::default(),
            _ => {
                let next = document.tokens.get(at + 1);
                let after = next.and_then(|next| if next.glued { lower[at + 1].bytes().next() } else { Some(b' ') });
                let seen = hashing::both(lower.hash(at), after.map_or(256, u64::from));
                *known.entry(seen).or_insert_with(|| names::look_up_before(&lower[at], after))
            }
        });
        // For now 1 where a listed name may go on.
        let (listed, several): (Vec<Listed>, Vec<u8>) =
            looked_up.map(|(listed, goes_on)| (listed, u8::from(goes_on))).unzip();
        let mut view = View {
            document,
            lower,
            listed,
            several,
            capital: vec![Capital::No; document.tokens.len()],
            casing: Vec::with_capacity(document.sentences.len()),
            small: vec![false; lower.words().len()],
            inside: Hashes::default(),
        };
        for sentence in &document.sentences {
            for at in sentence.tokens.clone() {
                if view.several[at] > 0 {
                    view.several[at] = view.longest(at, sentence.tokens.end);
                }
            }
            let casing = view.casing_of(sentence.tokens.clone(), document.blocks[sentence.block].kind);
            view.casing.push(casing);
            if casing == Casing::Sentence {
                view.gather(sentence.tokens.clone());
            }
        }
        for (index, sentence) in document.sentences.iter().enumerate() {
            if document.blocks[sentence.block].kind != BlockKind::Boilerplate {
                view.weigh(index, sentence.tokens.clone());
            }
        }
        view
    }

    /// Where a sentence begins anew: its first word, and the first after an opening quotation mark, a colon or a bullet.
    pub fn begins(&self, token: usize, sentence: &Range<usize>) -> bool {
        let mut at = token;
        while at > sentence.start {
            at -= 1;
            match self.document.tokens[at].kind {
                TokenKind::Word | TokenKind::Address | TokenKind::Handle | TokenKind::Hashtag => return false,
                TokenKind::Number => return at == sentence.start && !self.document.tokens[token].glued,
                TokenKind::Mark => return at + 1 == token && self.document.tokens[token].glued || at == sentence.start,
                _ if matches!(&self.lower[at], ":" | "•" | "*" | "?" | "!" | "..." | "…") => return true,
                _ if at + 3 < token => return false,
                _ => {}
            }
        }
        true
    }

    fn casing_of(&self, tokens: Range<usize>, kind: BlockKind) -> Casing {
        let case = |at: &usize| match self.document.tokens[*at] {
            Token { kind: TokenKind::Word, case, .. } if !self.lower[*at].starts_with('\'') => case,
            _ => Case::None,
        };
        let length = |at: usize| self.document.tokens[at].span.len();
        let (mut any, mut upper) = (0, 0);
        for at in tokens.clone() {
            let case = case(&at);
            any += usize::from(case != Case::None);
            upper += usize::from(case == Case::Upper && length(at) > 1);
        }
        if any >= 2 && upper * 10 >= any * 7 {
            return Casing::Upper;
        }
        // A sentence that ends with a full stop is none in title case, whatever its words.
        if tokens.clone().last().is_some_and(|last| self.lower.is(last, ".")) {
            return Casing::Sentence;
        }
        let (mut capitals, mut lower, mut common) = (0, 0, 0);
        for at in tokens.clone() {
            match case(&at) {
                Case::None => {}
                Case::Lower => lower += usize::from(!lists::SMALL_IN_TITLES.contains(&self.lower[at])),
                _ if at > tokens.start && length(at) > 3 => {
                    capitals += 1;
                    common += usize::from(self.common(at) && !lists::ROLES.contains(&self.lower[at]));
                }
                _ => {}
            }
        }
        let short = capitals == 2 && lower == 0 && (kind == BlockKind::Headline || common == 2);
        if (capitals > 2 || short) && common > 0 && lower * 3 <= capitals && common * 4 >= capitals {
            Casing::Title
        } else {
            Casing::Sentence
        }
    }

    /// A frequent English word, or the third person of one ("Wins").
    fn common(&self, at: usize) -> bool {
        let word = &self.lower[at];
        let third = || word.len() > 4 && word.strip_suffix('s').is_some_and(|stem| names::look_up(stem).common());
        self.listed[at].common() || !self.listed[at].named() && third()
    }

    fn gather(&mut self, tokens: Range<usize>) {
        for at in tokens.clone() {
            let token = self.document.tokens[at];
            match token.case {
                Case::Lower => {
                    self.small[self.lower.number(at)] = true;
                }
                Case::Title | Case::Upper | Case::Mixed if !self.begins(at, &tokens) => {
                    self.inside.insert(hashing::string(token.span.of(self.document.text)));
                }
                _ => {}
            }
        }
    }

    #[inline(never)]
    fn weigh(&mut self, sentence: usize, tokens: Range<usize>) {
        let mut at = tokens.start;
        while at < tokens.end {
            // A listed name of several words is a name wherever it stands.
            let several = self.several(at, tokens.end);
            if several > 1 {
                self.capital[at..at + several].fill(Capital::Strong);
                at += several;
                continue;
            }
            self.capital[at] = self.worth(at, &tokens, self.casing[sentence]);
            at += 1;
        }
    }

    /// How many tokens from here make a listed name of two or more capitalised words; 0 where they make none before `end`.
    pub fn several(&self, at: usize, end: usize) -> usize {
        let count = self.several[at];
        // Of a name that is cut short, another may be left.
        usize::from(if at + usize::from(count) > end { self.longest(at, end) } else { count })
    }

    fn longest(&self, at: usize, end: usize) -> u8 {
        if self.document.tokens[at].kind != TokenKind::Word {
            return 0;
        }
        let words = (at..end.min(at + SEVERAL)).map(|t| (!self.document.tokens[t].glued, &self.lower[t]));
        match names::longest(words) {
            Some((count, listed)) if count > 1 && listed.named() => {
                let last = self.document.tokens[at + count - 1];
                if matches!(last.case, Case::Lower) { 0 } else { count as u8 }
            }
            _ => 0,
        }
    }

    fn worth(&self, at: usize, sentence: &Range<usize>, casing: Casing) -> Capital {
        let token = self.document.tokens[at];
        let word = token.span.of(self.document.text);
        let (lower, listed) = (&self.lower[at], self.listed[at]);
        if token.kind == TokenKind::Handle {
            return Capital::Strong;
        }
        let named = match token.case {
            Case::None | Case::Lower => false,
            Case::Mixed => word.starts_with(char::is_uppercase) || word.chars().nth(1).is_some_and(char::is_uppercase),
            Case::Title | Case::Upper => true,
        };
        if token.kind != TokenKind::Word
            || !named
            || lists::CALENDAR_WORDS.contains(lower)
            || lists::NO_NAMES.contains(lower)
        {
            return Capital::No;
        }
        if lower.starts_with('\'') || lower == "n't" {
            return Capital::No;
        }
        let small = || self.small[self.lower.number(at)];
        let inside = || self.inside.contains(&hashing::string(word));
        match casing {
            Casing::Sentence if !self.begins(at, sentence) => {
                let grammar = lists::SENTENCE_STARTERS.contains(lower) && token.case == Case::Title && !listed.named();
                if grammar { Capital::No } else { Capital::Strong }
            }
            Casing::Sentence => {
                if lists::SENTENCE_STARTERS.contains(lower) && !(token.case == Case::Upper && token.span.len() > 1) {
                    Capital::No
                } else if token.case == Case::Upper && token.span.len() > 1 || listed.named() && !listed.common() {
                    Capital::Strong
                } else if listed.common() || small() || word_like(lower) && !listed.first_name() {
                    let name = inside() && !small();
                    if name { Capital::Strong } else { Capital::Weak }
                } else {
                    Capital::Strong
                }
            }
            Casing::Title => {
                if inside() && !small() || listed.named() && !listed.common() {
                    Capital::Strong
                } else if lists::SENTENCE_STARTERS.contains(lower) {
                    Capital::No
                } else if self.common(at) || small() {
                    Capital::Weak
                } else {
                    Capital::Strong
                }
            }
            Casing::Upper => {
                let known = inside() || self.inside.contains(&hashing::string(&title(lower)));
                if lists::SENTENCE_STARTERS.contains(lower) && lower != "us" {
                    Capital::No
                } else if known || listed.named() && !listed.common() {
                    Capital::Strong
                } else if self.common(at) || small() {
                    Capital::Weak
                } else {
                    Capital::Strong
                }
            }
        }
    }
}

/// A word with its apostrophes straight.
pub(super) fn straight(word: &str) -> Cow<'_, str> {
    if word.contains('’') { Cow::Owned(word.replace('’', "'")) } else { Cow::Borrowed(word) }
}

fn title(lower: &str) -> String {
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a word ends as English derives its words, and names hardly ever do.
pub(super) fn word_like(lower: &str) -> bool {
    let tails = [
        "ing", "ingly", "ly", "ness", "ment", "ments", "tion", "tions", "sion", "ities", "ity", "ized", "ised", "able",
        "ible", "ful", "less", "teen", "ty",
    ];
    lower.len() > 5 && tails.iter().any(|tail| lower.ends_with(tail))
}
