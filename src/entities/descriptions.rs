//! Descriptions: definite noun phrases that repeat an entity ("the president", "the party", "the alliance").
//!
//! The text itself must have said what the noun stands for: a role of a person, the head of a name ("Workers' Party"), a
//! noun beside it ("the NATO alliance"); a short list knows the rest. A description is joined to the one entity that it
//! fits, named not long before. Where two fit, or the text speaks of another of the kind ("a second party"), it is left
//! alone: a missing link is better than a wrong one.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

use super::casing::View;
use super::{Entities, EntityType, Form, Mention};
use crate::hashing::{self, ByHash};
use crate::lists;
use crate::text::{Class, TokenKind};
use std::ops::Range;

/// How many sentences back the entity must have been mentioned.
const REACH: usize = 6;
/// How many modifiers may stand between "the" and the noun.
const MODIFIERS: usize = 3;
/// Of two random draws of 40 from the 361 descriptions joined in `worldwide` train, five were wrong or doubtful to a reader.
const SCORE: f32 = 0.9;

/// What a noun may stand for.
struct Descriptor<'v> {
    entity: usize,
    /// The words before the noun, where the text gave it.
    modifiers: Vec<&'v str>,
}

/// Adds the descriptions of an article to its mentions, in text order.
pub(super) fn add(view: &View, entities: &mut Entities) {
    let finder = Finder::new(view, entities);
    let found = finder.find(entities);
    if !found.is_empty() {
        entities.mentions.extend(found);
        entities.mentions.sort_by_key(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)));
    }
}

struct Finder<'v, 'd, 't> {
    view: &'v View<'d, 't>,
    /// By the hash of the noun.
    nouns: ByHash<Vec<Descriptor<'v>>>,
    /// For each token, whether it is of a name, or of a role, which describes the name it stands beside.
    taken: Vec<bool>,
}

impl<'v, 'd, 't> Finder<'v, 'd, 't> {
    #[inline(never)]
    fn new(view: &'v View<'d, 't>, entities: &Entities) -> Self {
        let taken = vec![false; view.document.tokens.len()];
        let mut finder = Finder { view, nouns: ByHash::default(), taken };
        for (index, entity) in entities.entities.iter().enumerate() {
            for role in &entity.roles {
                finder.role(index, role.clone());
            }
            let key = super::spelling::canonical(entity.name.to_lowercase());
            for noun in lists::DESCRIPTIONS.get(&key).into_iter().flat_map(|nouns| nouns.split(' ')) {
                finder.describe(noun, index, Vec::new());
            }
        }
        for mention in &entities.mentions {
            finder.taken[mention.tokens.clone()].fill(true);
            match entities.entities[mention.entity].kind {
                EntityType::Person | EntityType::Group => {}
                _ => finder.name(mention),
            }
        }
        finder
    }

    fn word(&self, at: usize) -> &'v str {
        &self.view.lower[at]
    }

    fn describe(&mut self, noun: &'v str, entity: usize, modifiers: Vec<&'v str>) {
        let known = self.nouns.entry(hashing::string(noun)).or_default();
        if !known.iter().any(|other| other.entity == entity && other.modifiers == modifiers) {
            known.push(Descriptor { entity, modifiers });
        }
    }

    /// "President of Ukraine": the noun is the last word of a title before what it is of.
    fn role(&mut self, entity: usize, tokens: Range<usize>) {
        // "The council's president" describes the president; "the council" describes on.
        let owner = tokens.clone().rev().find(|&at| matches!(self.word(at), "'s" | "'"));
        self.taken[owner.unwrap_or(tokens.start)..tokens.end].fill(true);
        let of = |at: &usize| matches!(self.word(*at), "of" | "for" | "to" | "at" | "in" | "on" | ",");
        let end = tokens.clone().find(of).unwrap_or(tokens.end);
        let Some(noun) = end.checked_sub(1).filter(|noun| tokens.contains(noun)) else { return };
        if lists::ROLES.contains(self.word(noun)) {
            let modifiers = (tokens.start..noun).map(|at| self.word(at)).collect();
            self.describe(self.word(noun), entity, modifiers);
        }
    }

    /// "Workers' Party" is a party, "Ministry of Defence" a ministry, and "the NATO alliance" an alliance.
    fn name(&mut self, mention: &Mention) {
        let Range { start, end } = mention.tokens;
        let link = (start + 1..end).find(|&at| matches!(self.word(at), "of" | "for" | "on"));
        let noun = self.word(link.unwrap_or(end) - 1);
        if end - start > 1 && lists::HEADS.get(noun).is_some_and(|kind| matches!(*kind, "o" | "p" | "e")) {
            self.describe(noun, mention.entity, Vec::new());
        }
        let beside = self.word(end);
        if self.word(start.wrapping_sub(1)) == "the"
            && lists::HEADS.get(beside) == Some(&"o")
            && self.view.document.tokens[end].case == crate::text::Case::Lower
            && self.ends(end + 1)
        {
            self.describe(beside, mention.entity, Vec::new());
        }
    }

    /// Whether a noun phrase can end before this token.
    fn ends(&self, at: usize) -> bool {
        let Some(token) = self.view.document.tokens.get(at) else { return true };
        match token.kind {
            TokenKind::Word => {
                let word = self.word(at);
                let closed = lists::CLOSED_CLASS.get(word).is_some_and(|class| *class != Class::Time) && word != "of";
                // A past form is a verb, or a participle after the noun.
                closed
                    || word.ends_with("ed")
                    || lists::PERSON_VERBS.contains(word)
                    || lists::DESCRIPTION_ENDS.contains(word)
            }
            TokenKind::Number | TokenKind::Address | TokenKind::Handle | TokenKind::Hashtag => false,
            _ => !matches!(self.word(at), "-" | "/" | "&" | "(" | "["),
        }
    }

    #[inline(never)]
    fn find(&self, entities: &Entities) -> Vec<Mention> {
        let sentences = &self.view.document.sentences;
        let mut found: Vec<Mention> = Vec::new();
        // For each entity the sentence of its last mention; for each noun that of the last other thing of its kind.
        let mut last: Vec<Option<usize>> = vec![None; entities.entities.len()];
        let mut others: ByHash<usize> = ByHash::default();
        let mut names = entities.mentions.iter().peekable();
        for (number, sentence) in sentences.iter().enumerate() {
            for at in sentence.tokens.clone() {
                while let Some(name) = names.next_if(|name| name.tokens.start <= at) {
                    last[name.entity] = Some(number);
                }
                match self.word(at) {
                    "a" | "an" | "another" | "each" | "every" | "any" | "no" | "which" => {
                        if let Some(noun) = self.noun(at + 1, sentence.tokens.end) {
                            others.insert(self.view.lower.hash(noun), number);
                        }
                        continue;
                    }
                    "the" => {}
                    _ => continue,
                }
                let Some(noun) = self.noun(at + 1, sentence.tokens.end) else { continue };
                if self.taken[at..=noun].contains(&true) {
                    continue;
                }
                let modifiers: Vec<&str> = (at + 1..noun).map(|token| self.word(token)).collect();
                let Some(entity) = self.described(noun, &modifiers) else { continue };
                let near = last[entity].is_some_and(|said| {
                    said + REACH >= number && others.get(&self.view.lower.hash(noun)).is_none_or(|&other| other < said)
                });
                if near {
                    last[entity] = Some(number);
                    let tokens = at..noun + 1;
                    let span = self.view.document.span_of(tokens.clone());
                    found.push(Mention { tokens, span, entity, form: Form::Nominal, rule: None, score: SCORE });
                }
            }
        }
        found
    }

    /// The described noun of a phrase whose modifiers, if any, begin here.
    fn noun(&self, from: usize, end: usize) -> Option<usize> {
        let mut nouns = (from..end.min(from + MODIFIERS + 1))
            .take_while(|&at| self.view.document.tokens[at].kind == TokenKind::Word && !self.word(at).starts_with('\''));
        nouns.find(|&at| self.nouns.contains_key(&self.view.lower.hash(at)) && self.ends(at + 1))
    }

    /// The one entity that a noun with these modifiers stands for.
    fn described(&self, noun: usize, modifiers: &[&str]) -> Option<usize> {
        let fits = |descriptor: &&Descriptor| {
            modifiers.iter().all(|word| descriptor.modifiers.contains(word))
                && descriptor
                    .modifiers
                    .iter()
                    .all(|word| !lists::ROLE_DISTINCTIONS.contains(word) || modifiers.contains(word))
        };
        let mut fitting =
            self.nouns.get(&self.view.lower.hash(noun))?.iter().filter(fits).map(|descriptor| descriptor.entity);
        let first = fitting.next()?;
        fitting.all(|other| other == first).then_some(first)
    }
}
