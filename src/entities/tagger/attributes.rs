//! Attributes: what the features are made of, looked up once for each token that a name may stand in or beside.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::runs::Run;
use crate::entities::casing::View;
use crate::entities::names;
use crate::hashing::{self, ByHash};
use crate::lists;
use crate::model::tagger::{Model, WordClass};
use crate::text::{Case, TokenKind};
use std::ops::Index;

/// What is known of a token by itself, and of the listed name it is part of.
#[derive(Clone, Copy, Default)]
pub struct Attributes {
    /// Hash of the word in lower case.
    pub word: u64,
    /// Hash of its shape: "Xx", "X.X.", "dd".
    pub shape: u64,
    /// Its classes.
    pub class: WordClass,
    /// The lists that hold it.
    pub lists: u16,
    /// The name of several words it is part of.
    pub several: Several,
    /// What trade its word is of: a title, a kind of institution, a speaking verb; a bit each.
    pub trade: u8,
    /// Written with a capital.
    pub capital: bool,
    /// The same for tokens that are alike in their letters and in all of this but the name of several words.
    pub like: u32,
}

/// How far around a run its features look.
const REACH: usize = 2;

/// The lists that hold the name of several words a token is part of, and where in it it stands (1 first, 2 inside, 3 last).
type Several = (u16, u8);

/// The tokens of the runs and around them, looked up. By index: what is known of one, nothing of any other token.
pub struct Looked {
    /// Where each token's attributes are; 0, where nothing is known, for those that were not looked up.
    places: Vec<u32>,
    attributes: Vec<Attributes>,
}

impl Index<usize> for Looked {
    type Output = Attributes;

    fn index(&self, at: usize) -> &Attributes {
        &self.attributes[self.places[at] as usize]
    }
}

impl Looked {
    /// A number for all tokens that are alike in everything; 0 for one that was not looked up.
    pub fn place(&self, at: usize) -> u32 {
        self.places[at]
    }

    /// Of any token; of one that was not looked up, its word alone.
    pub fn or_by_word(&self, view: &View, at: usize) -> Attributes {
        if self.places[at] > 0 { self[at] } else { by_word(view, at) }
    }
}

/// Looks up the tokens of the runs and around them.
#[inline(never)]
pub fn read(view: &View, model: &Model, runs: &[Run]) -> Looked {
    let count = view.document.tokens.len();
    let mut looking = Looking {
        view,
        model,
        looked: Looked { places: vec![0; count], attributes: vec![Attributes::default()] },
        firsts: vec![0],
        known: ByHash::default(),
    };
    let mut done = 0;
    for Run { tokens: run, .. } in runs {
        for at in run.start.saturating_sub(REACH).max(done)..run.start {
            looking.look(at, (0, 0));
        }
        let mut at = run.start;
        while at < run.end {
            at += looking.together(at, run.end);
        }
        done = (run.end + REACH).min(count);
        for at in run.end..done {
            looking.look(at, (0, 0));
        }
    }
    looking.looked
}

/// Looks tokens up. Those that are written alike have the same attributes, which are kept once.
struct Looking<'l, 'd, 't, 'm> {
    view: &'l View<'d, 't>,
    model: &'l Model<'m>,
    looked: Looked,
    /// By place, the first token whose attributes are there.
    firsts: Vec<usize>,
    /// Places, by how a token is written.
    known: ByHash<u32>,
}

impl Looking<'_, '_, '_, '_> {
    fn look(&mut self, at: usize, several: Several) {
        let view = self.view;
        let written = |at: usize| (view.document.word(at), view.document.tokens[at].kind, view.listed[at].bits());
        let (word, kind, listed) = written(at);
        let marks = u64::from(listed) << 32 | u64::from(several.0) << 16 | u64::from(several.1) << 8 | kind as u64;
        let key = hashing::both(hashing::string(word), marks);
        let place = match self.known.get(&key) {
            Some(&place)
                if written(self.firsts[place as usize]) == (word, kind, listed)
                    && self.looked.attributes[place as usize].several == several =>
            {
                place
            }
            _ => {
                let place = self.firsts.len() as u32;
                self.firsts.push(at);
                self.looked.attributes.push(Attributes { several, ..in_full(view, self.model, at) });
                self.known.insert(key, place);
                place
            }
        };
        self.looked.places[at] = place;
    }

    /// Looks up the listed name of several words that begins at a token, or that token; how many it has.
    fn together(&mut self, at: usize, end: usize) -> usize {
        let view = self.view;
        let count = view.several(at, end);
        if count < 2 {
            self.look(at, (0, 0));
            return 1;
        }
        let words = (at..at + count).map(|t| (!view.document.tokens[t].glued, &view.lower[t]));
        let lists = names::longest(words).map_or(0, |(_, listed)| listed.bits());
        for step in 0..count {
            let position = if step == 0 {
                1
            } else if step + 1 == count {
                3
            } else {
                2
            };
            self.look(at + step, (lists, position));
        }
        count
    }
}

/// The hash of a token's word, as features see it: numbers are much the same, and addresses all.
pub fn word(view: &View, at: usize) -> u64 {
    match view.document.tokens[at].kind {
        TokenKind::Number => number(&view.lower[at]),
        TokenKind::Address => hashing::string("http"),
        _ => view.lower.hash(at),
    }
}

/// Whether a token is written with a capital.
pub fn capital(view: &View, at: usize) -> bool {
    !matches!(view.document.tokens[at].case, Case::None | Case::Lower)
}

fn by_word(view: &View, at: usize) -> Attributes {
    Attributes { word: word(view, at), capital: capital(view, at), ..Attributes::default() }
}

fn in_full(view: &View, model: &Model, at: usize) -> Attributes {
    let mut attributes = by_word(view, at);
    let kind = view.document.tokens[at].kind;
    attributes.shape = shape(view.document.word(at));
    attributes.lists = view.listed[at].bits();
    if kind != TokenKind::Number {
        attributes.class = model.class(attributes.word);
    }
    if kind == TokenKind::Word {
        attributes.trade = trade(&view.lower[at]);
    }
    let marks = u64::from(attributes.capital) << 24 | u64::from(attributes.trade) << 16 | u64::from(attributes.lists);
    attributes.like = (hashing::both(hashing::both(view.lower.hash(at), attributes.shape), marks) >> 32) as u32;
    attributes
}

/// Numbers are all one, but for how many digits they have and what stands between.
fn number(text: &str) -> u64 {
    let mut hash = 1;
    for byte in text.bytes().take(12) {
        hash = hashing::both(hash, u64::from(if byte.is_ascii_digit() { b'0' } else { byte }));
    }
    hash
}

fn trade(lower: &str) -> u8 {
    let lower = lower.trim_end_matches('.');
    let head = match lists::HEADS.get(lower) {
        Some(&"o") => 2,
        Some(&"p") => 4,
        Some(&"e") => 8,
        Some(_) => 16,
        None => 0,
    };
    let bit = |yes: bool, bit: u8| if yes { bit } else { 0 };
    head | bit(lists::ROLES.contains(lower), 1)
        | bit(lists::ROLE_MODIFIERS.contains(lower), 32)
        | bit(lists::PERSON_VERBS.contains(lower), 64)
}

/// Kinds of characters in order, each written at most twice in a row.
fn shape(word: &str) -> u64 {
    let (mut hash, mut last, mut times) = (7, 0, 0);
    for c in word.chars().take(24) {
        let kind = if c.is_ascii_lowercase() {
            1
        } else if c.is_ascii_uppercase() {
            2
        } else if c.is_ascii_digit() {
            3
        } else if c.is_lowercase() {
            1
        } else if c.is_uppercase() {
            2
        } else {
            u64::from(u32::from(c))
        };
        times = if kind == last { times + 1 } else { 0 };
        last = kind;
        if times < 2 {
            hash = hashing::both(hash, kind);
        }
    }
    hash
}
