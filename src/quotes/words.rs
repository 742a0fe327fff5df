//! What each word may be to a clause: a closed-class word, a reporting verb, a name, or anything else.
//!
//! One look at every token, so that the rules after it compare small values instead of text. Parts of speech decide what a word is
//! that may be several things; what they do not tell apart (a time, a mark, a dash) the word's letters do.

#![expect(clippy::indexing_slicing, reason = "tokens and entities are those that the lists of mentions give")]

use super::cues::{self, Verb};
use super::phrases::Phrases;
use super::retag;
use crate::entities::{Entities, EntityType, Form};
use crate::lists;
use crate::syntax::{Tag, Tags};
pub(super) use crate::text::Class;
use crate::text::{Case, Document, Token, TokenKind};
use std::ops::Range;

/// The longest headline, in tokens: a bound on the work.
const HEADLINE: usize = 100;

/// An article's tokens with what each may be.
pub(super) struct Words<'d> {
    pub document: &'d Document<'d>,
    class: Vec<Class>,
    tags: Vec<Tag>,
    /// What stands together: noun phrases, times, verbs with their auxiliaries.
    pub phrases: Phrases,
    /// By the number of a word.
    verbs: Vec<Option<Verb>>,
}

impl<'d> Words<'d> {
    #[inline(never)]
    pub fn read(document: &'d Document<'d>, tags: &Tags, entities: &Entities) -> Self {
        let lower = &document.lower;
        let closed: Vec<Option<Class>> = lower.words().map(|word| lists::CLOSED_CLASS.get(word).copied()).collect();
        // No word of a closed class is a reporting verb: a test proves it.
        let verb = |(word, closed): (&str, &Option<Class>)| if closed.is_none() { cues::verb(word) } else { None };
        let verbs: Vec<Option<Verb>> = lower.words().zip(&closed).map(verb).collect();
        let class_at = |(at, token): (usize, &Token)| {
            let glued_after = document.tokens.get(at + 1).is_some_and(|next| next.glued);
            let class = class_of(&lower[at], closed[lower.number(at)], tags.get(at), token, token.glued && glued_after);
            // "in May", "Theresa May", "Will Lund"
            let named = class == Class::Auxiliary && token.case == Case::Title && tags.get(at) == Tag::Name;
            let first = at.checked_sub(1).is_none_or(|before| tags.get(before) != Tag::Name);
            match &lower[at] {
                "may" if named && first => Class::Time,
                _ if named => Class::Name,
                _ => class,
            }
        };
        let mut class: Vec<Class> = document.tokens.iter().enumerate().map(class_at).collect();
        // "Theresa May", "Will Rogers", "April Jones": what is capitalised in a person's name is a name, whatever it is elsewhere.
        let people = entities
            .mentions
            .iter()
            .filter(|mention| mention.form == Form::Name && entities.entities[mention.entity].kind == EntityType::Person);
        for at in people.flat_map(|mention| mention.tokens.clone()) {
            if document.tokens[at].kind == TokenKind::Word && document.tokens[at].case == Case::Title {
                class[at] = Class::Name;
            }
        }
        // "the WHO said"
        let acronyms = entities.mentions.iter().filter(|mention| mention.form == Form::Name && mention.tokens.len() == 1);
        for at in acronyms.map(|mention| mention.tokens.start) {
            if document.tokens[at].case == Case::Upper {
                class[at] = Class::Name;
            }
        }
        let mut tags: Vec<Tag> = (0..document.tokens.len()).map(|at| tags.get(at)).collect();
        retag::correct(document, &mut class, |at| verbs[lower.number(at)], &mut tags);
        Words { document, class, tags, phrases: Phrases::default(), verbs }
    }

    /// The part of speech of a token.
    pub fn tag(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or(Tag::Other)
    }

    /// Whether a token is a verb that can carry a clause by itself, or a modal.
    pub fn is_finite(&self, token: usize) -> bool {
        self.tag(token).is_finite()
    }

    /// Whether a finite verb stands in a range.
    pub fn has_finite(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|at| self.is_finite(at))
    }

    /// Whether a token begins a relative clause: "who", "which", and "that" where it stands for a noun.
    pub fn is_relative(&self, token: usize) -> bool {
        self.class(token) == Class::Relative
            || self.is_any(token, &["that", "whose", "whom"]) && self.tag(token) == Tag::Relative
    }

    /// Reads what stands together, when all names are known; `named` are names in marks.
    #[inline(never)]
    pub fn read_phrases(&mut self, entities: &Entities, named: &[Range<usize>]) {
        self.phrases = Phrases::read(self.document, entities, named, &self.class, &self.tags);
    }

    /// Makes one name of some tokens: “Better Idea”, marks included. Of the comma in “Better Idea,” and its mark, both are commas.
    pub fn join_name(&mut self, tokens: Range<usize>, comma: Option<usize>) {
        let end = comma.unwrap_or(tokens.end);
        self.class[tokens.start..end].fill(Class::Name);
        self.class[end..tokens.end].fill(Class::Comma);
    }

    /// The class of a token; [`Class::Stop`] beyond the text.
    pub fn class(&self, token: usize) -> Class {
        self.class.get(token).copied().unwrap_or(Class::Stop)
    }

    /// The reporting verb a token may be.
    pub fn verb(&self, token: usize) -> Option<Verb> {
        let verb = if token < self.class.len() { self.verbs[self.document.lower.number(token)] } else { None }?;
        (!verb.makes_known() || self.made_known(token + 1).is_some()).then_some(verb)
    }

    /// Past what makes a thing known, from the token after the verb: "made it very clear", "let it be known", "let slip".
    pub fn made_known(&self, from: usize) -> Option<usize> {
        let between = |at: &usize| self.class(*at) == Class::Adverb || self.is_any(*at, &["it", "be"]);
        let at = (from..from + 4).find(|at| !between(at))?;
        self.is_any(at, &["clear", "known", "plain", "public", "slip"]).then_some(at + 1)
    }

    /// Whether a token is this word, given in lower case.
    pub fn is(&self, token: usize, word: &str) -> bool {
        self.document.lower.is(token, word)
    }

    /// Whether a token is one of these words, given in lower case.
    pub fn is_any(&self, token: usize, words: &[&str]) -> bool {
        words.contains(&&self.document.lower[token])
    }

    /// Whether a token begins with a capital.
    pub fn is_capital(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| matches!(t.case, Case::Title | Case::Upper | Case::Mixed))
    }

    /// Whether nearly every longer word is capitalised, as in a headline. Looks no further than one could reach.
    pub fn are_capitals(&self, range: Range<usize>) -> bool {
        let long = range
            .take(HEADLINE)
            .filter(|&at| matches!(self.class(at), Class::Name | Class::Other) && self.document.word(at).len() > 3);
        let (capitals, all) =
            long.fold((0, 0), |(capitals, all), at| (capitals + usize::from(self.is_capital(at)), all + 1));
        all >= 4 && capitals * 10 >= all * 9
    }

    /// Whether a relative clause without its pronoun begins at a token: "the traders I met".
    pub fn is_contact_clause(&self, token: usize) -> bool {
        (self.is_subject_pronoun(token) || self.is(token, "you"))
            && self.is_finite(token + 1)
            && token.checked_sub(1).is_some_and(|noun| matches!(self.tag(noun), Tag::Noun | Tag::NounPlural | Tag::Name))
    }

    /// Past the base phrase that begins with a token, or the token.
    pub fn past_phrase(&self, token: usize) -> usize {
        self.phrases.holding(token).map_or(token + 1, |(phrase, _)| phrase.end)
    }

    /// How many words, not marks or punctuation, stand in a range.
    pub fn count(&self, range: Range<usize>) -> usize {
        range
            .filter(|&at| {
                !matches!(self.class(at), Class::Comma | Class::Mark | Class::Bracket | Class::Hyphen | Class::Stop)
            })
            .count()
    }
}

fn class_of(lower: &str, closed: Option<Class>, tag: Tag, token: &Token, joined: bool) -> Class {
    let case = token.case;
    match token.kind {
        TokenKind::Mark => return Class::Mark,
        TokenKind::Number => return Class::Number,
        TokenKind::Address | TokenKind::Handle | TokenKind::Hashtag => return Class::Name,
        TokenKind::Punctuation => {
            return match lower {
                "," => Class::Comma,
                "(" | ")" | "[" | "]" => Class::Bracket,
                "'" | "’" => Class::Clitic,
                "-" | "‐" | "‑" if joined => Class::Hyphen,
                "&" | "%" | "$" | "£" | "€" | "/" => Class::Other,
                _ => Class::Stop,
            };
        }
        TokenKind::Word => {}
    }
    if matches!(lower, "'s" | "'") {
        return if tag.is_verb() { Class::Auxiliary } else { Class::Clitic };
    }
    let capital = matches!(case, Case::Title | Case::Upper | Case::Mixed);
    match closed {
        // "US", "IT", "May" and "March" are names by their case.
        Some(Class::Pronoun | Class::Auxiliary) if case == Case::Upper && token.span.len() > 1 && tag == Tag::Name => {
            Class::Name
        }
        // "that evening", "that is late"
        Some(Class::Subordinator) if lower == "that" && tag == Tag::Determiner => Class::Determiner,
        Some(Class::Subordinator) if lower == "that" && tag == Tag::Pronoun => Class::Pronoun,
        Some(Class::Determiner) if lower == "her" && tag == Tag::Pronoun => Class::Pronoun,
        // "has since said"
        Some(Class::Subordinator) if tag == Tag::Adverb => Class::Adverb,
        Some(class) => class,
        _ if !capital && tag == Tag::Adverb => Class::Adverb,
        _ if capital && !tag.is_verb() => Class::Name,
        _ => Class::Other,
    }
}

#[cfg(test)]
mod tests {
    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn no_word_of_a_closed_class_is_a_reporting_verb() {
        let words = include_str!("../text/closed_class.txt").lines().filter(|line| !line.starts_with('#'));
        let words: Vec<&str> = words.filter_map(|line| Some(line.split_once('\t')?.0)).collect();
        assert!(words.len() > 100);
        for word in words {
            assert_eq!(super::cues::verb(word), None, "{word}");
        }
    }
}
