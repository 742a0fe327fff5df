//! Base phrases: which words stand together as a noun phrase without its complements, as a time, or as a verb with its
//! auxiliaries.
//!
//! One pass over an article, by parts of speech and the names found in it. What belongs to a phrase beyond its head (a phrase
//! after "of", an apposition, a relative clause) is for [`super::noun_phrase`] to say: nothing is joined here.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::words::Class;
use crate::entities::{Entities, Form};
use crate::lists;
use crate::syntax::Tag;
use crate::text::{Case, Document};
use std::ops::Range;

/// The longest base phrase, in tokens: a bound on the work, beyond any real one.
const LONGEST: usize = 40;

/// Adverbs of time that the tagger takes for nouns.
const DAYS: [&str; 4] = ["today", "yesterday", "tomorrow", "tonight"];

/// The longest phrase before a subject, in tokens.
const FRONTED: usize = 8;

/// How far before its noun an adjective may stand, in tokens.
const NEAR: usize = 6;

/// Where a token stands in its base phrase, if in one: a byte, for there is one a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    Outside,
    BeginsNoun,
    InNoun,
    BeginsTime,
    InTime,
    BeginsVerb,
    InVerb,
}

/// What a base phrase is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// "the former mayor", "she", "Ana Ruiz’s lawyer".
    Noun,
    /// "last week", "Monday", "12 years".
    Time,
    /// "has since said", "to have told".
    Verb,
}

impl Kind {
    /// The places of a phrase's first token and of its others.
    fn places(self) -> (Place, Place) {
        match self {
            Kind::Noun => (Place::BeginsNoun, Place::InNoun),
            Kind::Time => (Place::BeginsTime, Place::InTime),
            Kind::Verb => (Place::BeginsVerb, Place::InVerb),
        }
    }
}

impl Place {
    fn kind(self) -> Option<Kind> {
        match self {
            Place::Outside => None,
            Place::BeginsNoun | Place::InNoun => Some(Kind::Noun),
            Place::BeginsTime | Place::InTime => Some(Kind::Time),
            Place::BeginsVerb | Place::InVerb => Some(Kind::Verb),
        }
    }
}

/// The base phrases of an article.
#[derive(Default)]
pub(super) struct Phrases {
    places: Vec<Place>,
}

impl Phrases {
    /// Reads all of them; `named` are names in marks besides those of entities.
    pub fn read(document: &Document, entities: &Entities, named: &[Range<usize>], class: &[Class], tags: &[Tag]) -> Self {
        let mut names = vec![0_u8; document.tokens.len()];
        let mentioned = entities.mentions.iter().filter(|mention| mention.form == Form::Name).map(|mention| &mention.tokens);
        // "Ruiz Tells Haddad", in a headline: no name.
        let states =
            |name: &&Range<usize>| name.len() > 2 && tags[name.start + 1..name.end - 1].iter().any(|tag| tag.is_finite());
        for name in mentioned.filter(|name| !states(name)).chain(named) {
            // The comma in “Better Idea,” is none of the name.
            let end = name.clone().find(|&at| class[at] == Class::Comma).unwrap_or(name.end);
            // Longer names than these are told by their first part: a bound on the memory.
            names[name.start] = u8::try_from(end - name.start).unwrap_or(u8::MAX);
        }
        let reader = Reader { document, class, tags, names: &names };
        let mut places = vec![Place::Outside; document.tokens.len()];
        for sentence in &document.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let limit = sentence.tokens.end.min(at + LONGEST);
                let found = reader.verb(at, limit).map(|end| (end, Kind::Verb));
                match found.or_else(|| reader.noun(at, limit)) {
                    Some((end, kind)) if end > at => {
                        let (first, others) = kind.places();
                        places[at] = first;
                        places[at + 1..end].fill(others);
                        at = end;
                    }
                    _ => at += 1,
                }
            }
        }
        Phrases { places }
    }

    /// The phrase a token stands in.
    pub fn holding(&self, token: usize) -> Option<(Range<usize>, Kind)> {
        let kind = self.places.get(token)?.kind()?;
        let (_, others) = kind.places();
        let inside = |place: &&Place| **place == others;
        let start = token - self.places[..=token].iter().rev().take_while(inside).count();
        let end = token + 1 + self.places[token + 1..].iter().take_while(inside).count();
        Some((start..end, kind))
    }

    /// The phrase of a kind that begins with a token.
    pub fn from(&self, token: usize, kind: Kind) -> Option<Range<usize>> {
        let (first, others) = kind.places();
        let begins = self.places.get(token) == Some(&first);
        begins.then(|| token..token + 1 + self.places[token + 1..].iter().take_while(|place| **place == others).count())
    }

    /// The phrase of a kind whose last token stands right before one.
    pub fn before(&self, end: usize, kind: Kind) -> Option<Range<usize>> {
        let (phrase, found) = self.holding(end.checked_sub(1)?)?;
        (found == kind && phrase.end == end).then_some(phrase)
    }
}

/// What the phrases are read from.
struct Reader<'r> {
    document: &'r Document<'r>,
    class: &'r [Class],
    tags: &'r [Tag],
    /// For the first token of each name, how many tokens it has.
    names: &'r [u8],
}

impl Reader<'_> {
    fn class(&self, token: usize) -> Class {
        self.class.get(token).copied().unwrap_or(Class::Stop)
    }

    fn tag(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or(Tag::Other)
    }

    fn is_any(&self, token: usize, words: &[&str]) -> bool {
        self.document.lower.get(token).is_some_and(|lower| words.contains(&lower))
    }

    /// Past a verb and its auxiliaries, from the first of them on.
    fn verb(&self, start: usize, limit: usize) -> Option<usize> {
        let mut at = start;
        if self.tag(at) == Tag::To {
            at = self.past_adverbs(at + 1, limit);
            if self.tag(at) != Tag::Base {
                return None;
            }
        }
        if at >= limit || !self.tag(at).is_verb() || self.names[start] > 0 {
            return None;
        }
        loop {
            let next = self.past_adverbs(at + 1, limit);
            let goes_on = self.class(at) == Class::Auxiliary
                && next < limit
                && self.names[next] == 0
                && matches!(self.tag(next), Tag::Base | Tag::PastParticiple | Tag::Gerund | Tag::Past);
            if !goes_on {
                return Some(at + 1);
            }
            at = next;
        }
    }

    fn past_adverbs(&self, from: usize, limit: usize) -> usize {
        (from..limit)
            .find(|&at| {
                !matches!(self.class(at), Class::Adverb | Class::Negation)
                    && self.tag(at) != Tag::Adverb
                    && !self.is_any(at, &["all", "both", "each"])
            })
            .unwrap_or(limit)
    }

    /// Past a base noun phrase, and whether it is a time.
    fn noun(&self, start: usize, limit: usize) -> Option<(usize, Kind)> {
        if self.tag(start) == Tag::Pronoun && self.names[start] == 0 {
            return Some((start + 1, Kind::Noun));
        }
        let mut at = self.past_quantity(start, limit);
        // Just past the last word that can be the phrase's head, or stand for it.
        let (mut head, mut stand_in) = (None, None);
        let mut time = false;
        let mut opened = at > start;
        while at < limit {
            if head == Some(at) && self.is_fronted(start, at) {
                break;
            }
            if let Some(end) = self.name_end(at, limit).filter(|_| head.is_none() || !self.begins_again(at)) {
                (head, time) = (Some(end), false);
                at = end;
                continue;
            }
            let first = at == start;
            match self.tag(at) {
                Tag::Determiner | Tag::Possessive
                    if first || head.is_none() && self.is_any(at - 1, &["all", "both", "half", "such", "many", "quite"]) =>
                {
                    opened = true;
                    // "all", "some", "this": no noun need follow. "the", "her": one must.
                    if self.tag(at) == Tag::Determiner && !self.is_any(at, &["a", "an", "the", "every", "no", "an"]) {
                        stand_in = Some(at + 1);
                    }
                }
                Tag::Number => {
                    // "In 2015 Ruiz left"
                    if head.is_some() && time && self.class(at) != Class::Number {
                        break;
                    }
                    head = Some(at + 1);
                    // "in 2015"
                    if first && self.is_year(at) && !matches!(self.tag(at + 1), Tag::Noun | Tag::NounPlural) {
                        time = true;
                        break;
                    }
                }
                Tag::Adjective => {
                    // "Attorney General Ruiz", "GOP presidential candidate", but "officials angry about", "voters last week"
                    let goes_on = self.leads_to_noun(at + 1)
                        && !time
                        && (self.tag(at - usize::from(!first)) != Tag::NounPlural || self.tag(at + 1) == Tag::Name);
                    // "the Wales international added"
                    let last = opened && self.tag(at + 1).is_finite();
                    if head == Some(at) && last {
                        head = Some(at + 1);
                        break;
                    }
                    if head == Some(at) && !goes_on && !self.is_number(at - 1) {
                        break;
                    }
                    if opened || self.is_any(at, &["many", "most", "few", "several", "half", "such"]) {
                        stand_in = Some(at + 1);
                    }
                }
                // "the injured"
                Tag::PastParticiple | Tag::Gerund
                    if !first && head.is_none() && matches!(self.tag(at - 1), Tag::Determiner | Tag::Possessive) =>
                {
                    stand_in = Some(at + 1);
                }
                Tag::PastParticiple | Tag::Gerund
                    if (opened || !first) && head.is_none_or(|head| head < at) && self.leads_to_noun(at + 1) => {}
                Tag::Adverb if (opened || first && self.is_number(at + 1)) && head.is_none() && self.qualifies(at + 1) => {}
                _ if self.is_noun(at) || self.is_time(at) => {
                    let timely = self.is_time(at);
                    if timely && head.is_some() && !time && !self.is_number(at - 1) {
                        break;
                    }
                    // "last week officials", but "a Wednesday editorial", "December cuts"
                    if time && !timely && head == Some(at) && !self.is_time_modifier(start, at) {
                        break;
                    }
                    time = timely;
                    head = Some(at + 1);
                }
                Tag::Clitic if head == Some(at) && !first => {
                    // "the mayor’s": somebody's what?
                    if !self.continues_after_clitic(at + 1) {
                        // "a friend of the couple’s, said"
                        head = if self.class(at + 1) == Class::Comma { Some(at + 1) } else { head };
                        break;
                    }
                    (head, stand_in, time) = (None, Some(at), false);
                    opened = true;
                }
                _ if self.class(at) == Class::Hyphen && !first && self.is_glued(at + 1) => {
                    // "short-term loans", "a 12-year-old boy"
                    at += 1;
                    if self.is_nominal(at) || self.tag(at) == Tag::Number {
                        head = Some(at + 1);
                    } else if opened {
                        stand_in = Some(at + 1);
                        head = None;
                    }
                    time = false;
                }
                // "nine out of ten", "one in five"
                _ if head == Some(at) && self.is_number(at - 1) && self.is_any(at, &["in", "out"]) => {
                    let of = at + 1 + usize::from(self.is_any(at + 1, &["of"]));
                    if !self.is_number(of) {
                        break;
                    }
                    at = of;
                    head = Some(of + 1);
                }
                _ if self.is_any(at, &["$", "£", "€", "¥", "#"]) && self.is_number(at + 1) => {}
                _ if self.is_any(at, &["%", "percent"]) && self.is_number(at.saturating_sub(1)) => head = Some(at + 1),
                _ if self.is_any(at, &["&", "/"]) && head == Some(at) && self.is_nominal(at + 1) => head = None,
                Tag::Conjunction if head.is_none() && !first && self.joins_adjectives(at) => {}
                _ => break,
            }
            at += 1;
        }
        let end = head.filter(|&head| head > start).or(stand_in)?;
        Some((end, if time { Kind::Time } else { Kind::Noun }))
    }

    /// Past "more than", "at least", "about" before a number.
    fn past_quantity(&self, start: usize, limit: usize) -> usize {
        let second = self.is_any(start, &["more", "less", "fewer"]) && self.is_any(start + 1, &["than"])
            || self.is_any(start, &["at"]) && self.is_any(start + 1, &["least", "most"])
            || self.is_any(start, &["up"]) && self.is_any(start + 1, &["to"]);
        let single = self.is_any(start, &["about", "around", "over", "under", "nearly", "almost", "some", "only"]);
        let third = self.is_any(start, &["no"])
            && self.is_any(start + 1, &["fewer", "less", "more"])
            && self.is_any(start + 2, &["than"]);
        let number = start
            + if third {
                3
            } else if second {
                2
            } else {
                usize::from(single)
            };
        let counted = self.is_number(number)
            || self.is_any(number, &["half", "a"])
                && self.is_any(number + 1, &["of", "the", "dozen", "third", "quarter", "hundred"]);
        if number > start && number < limit && counted { number } else { start }
    }

    /// Just past a name that begins with a token.
    fn name_end(&self, at: usize, limit: usize) -> Option<usize> {
        let end = at + usize::from(self.names[at]);
        (end > at && end <= limit).then_some(end)
    }

    /// Whether a name after a head is no part of the phrase: "In 2015 Arlo Finch".
    fn begins_again(&self, at: usize) -> bool {
        at > 0 && (self.is_year(at - 1) || self.class(at - 1) == Class::Time)
    }

    /// "In court Ruiz said", "In the witness box Ms Ruiz said": whether a sentence begins with a preposition, whose phrase ends before a
    /// name that a verb follows. Not "With the singer Ana Ruiz gone".
    fn is_fronted(&self, start: usize, at: usize) -> bool {
        let last = at - 1;
        // "On the steps of the town hall Ruiz said"
        let inside = |at: &usize| {
            !self.tag(*at).is_verb()
                && !matches!(self.class(*at), Class::Comma | Class::Stop | Class::Mark | Class::Subordinator)
        };
        let opens =
            |at: usize| self.is_capital(at) && (self.class(at) == Class::Preposition || self.tag(at) == Tag::Preposition);
        let fronted = || {
            let begin = (start.saturating_sub(FRONTED)..start).rev().find(|at| opens(*at) || !inside(at));
            begin.is_some_and(opens)
        };
        if !self.is_capital(at)
            || self.is_capital(last)
            || !matches!(self.tag(last), Tag::Noun | Tag::NounPlural)
            || !fronted()
        {
            return false;
        }
        let lower = &self.document.lower[last];
        let described = [lower, lower.strip_suffix('s').unwrap_or(lower)].iter().any(|word| {
            lists::ROLES.contains(word)
                || lists::KIN.contains(word)
                || lists::ORGANIZATION_KINDS.contains(word)
                || lists::KIND_NOUNS.contains(word)
        });
        let mut verb = at;
        while self.is_capital(verb) || self.names.get(verb).is_some_and(|&long| long > 0) {
            verb += 1;
        }
        let verb = self.past_adverbs(verb, self.tags.len().min(verb + 3));
        !(described && last > start) && self.tag(verb).is_finite()
    }

    fn is_year(&self, at: usize) -> bool {
        let word = self.document.word_or_empty(Some(at));
        word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit())
    }

    fn is_number(&self, at: usize) -> bool {
        self.tag(at) == Tag::Number
    }

    fn is_nominal(&self, at: usize) -> bool {
        self.is_noun(at) || self.names.get(at).is_some_and(|&long| long > 0)
    }

    /// "Tuesday", "week"; "yesterday", but not in "yesterday’s vote".
    fn is_time(&self, at: usize) -> bool {
        let day = || self.is_any(at, &DAYS) && self.tag(at) != Tag::Name && self.tag(at + 1) != Tag::Clitic;
        self.class(at) == Class::Time || day()
    }

    fn is_noun(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Noun | Tag::NounPlural | Tag::Name)
            || self.tag(at) == Tag::Other && matches!(self.class(at), Class::Name | Class::Other)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|token| matches!(token.case, Case::Title | Case::Upper | Case::Mixed))
    }

    fn is_glued(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Whether a participle before a token stands before a noun: "the newly elected mayor".
    fn leads_to_noun(&self, at: usize) -> bool {
        let between = |at: usize| {
            matches!(self.tag(at), Tag::Adjective | Tag::PastParticiple | Tag::Gerund | Tag::Number)
                || self.class(at) == Class::Hyphen
        };
        let noun = (at..at + NEAR).find(|&at| !between(at) || self.is_nominal(at)).unwrap_or(at);
        self.is_nominal(noun)
    }

    /// Whether an adverb before a token tells more of it within the phrase: "a very large dog", "nearly 200".
    fn qualifies(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Adjective | Tag::PastParticiple | Tag::Gerund) && self.leads_to_noun(at + 1)
            || self.is_number(at)
    }

    /// "a Wednesday editorial", "December cuts": whether a time before a noun belongs to it.
    fn is_time_modifier(&self, start: usize, noun: usize) -> bool {
        if self.is_any(noun - 1, &DAYS) {
            return false;
        }
        let article = self.is_any(start, &["a", "an", "the"]) || self.tag(start) == Tag::Possessive;
        article && !self.is_any(start + 1, &["next", "last", "same", "previous", "following", "other"])
            || noun == start + 1 && matches!(self.tag(noun), Tag::Noun | Tag::NounPlural) && !self.is_capital(noun)
    }

    fn continues_after_clitic(&self, at: usize) -> bool {
        self.is_nominal(at)
            || matches!(self.tag(at), Tag::Adjective | Tag::Number | Tag::PastParticiple | Tag::Gerund | Tag::Adverb)
            || self.class(at) == Class::Mark
    }

    /// "black and white", between adjectives before a noun.
    fn joins_adjectives(&self, at: usize) -> bool {
        let alike = |at: usize| matches!(self.tag(at), Tag::Adjective | Tag::Number | Tag::PastParticiple);
        alike(at - 1) && alike(at + 1) && (self.is_nominal(at + 2) || self.is_nominal(at + 3))
    }
}
