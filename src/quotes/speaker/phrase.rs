//! Phrases: whom the words for a speaker name themselves.
//!
//! Read from the left, noun phrase by noun phrase: the name that is a phrase's head ("White House spokeswoman Jen Psaki"), the names
//! joined to it ("Ruiz, Haddad and Lind"), or, where the head is a function, the name in apposition ("the group's president, Kristen
//! Day"). A name inside a complement or an aside ("an aide to Joe Biden", "led by Joe Biden") names nobody who speaks.

use super::sight::Sight;
use super::{Credit, Evidence};
use crate::entities::{EntityType, Form, Mention};
use crate::lists;
use crate::quotes::words::Class;
use std::ops::Range;

/// How far after a phrase a name in apposition may begin: a comma, an article and a word.
const APPOSED: usize = 3;

/// Who is named in a speaker's words, or right after them.
pub(super) fn named(sight: Sight, speaker: &Range<usize>) -> Option<Credit> {
    let mut reader = Reader { sight, speaker, at: speaker.start, entities: Vec::new(), others: false };
    let evidence = reader.read()?;
    let several = reader.entities.len() > 1 || reader.others;
    let evidence = if several { Evidence::Several } else { evidence };
    (!reader.entities.is_empty()).then_some(Credit { entities: reader.entities, evidence })
}

/// Whom an apposition after the words names: "said the mayor, Ana Ruiz.", "according to the agency, UNHCR,".
pub(super) fn apposed(sight: Sight, speaker: &Range<usize>) -> Option<Credit> {
    let words = sight.words;
    let comma = speaker.end;
    if words.class(comma) != Class::Comma || words.class(speaker.start) == Class::Pronoun {
        return None;
    }
    let mention = sight.mentions_in(&(comma + 1..comma + 7)).next()?;
    let ends = matches!(words.class(mention.tokens.end), Class::Comma | Class::Stop | Class::Mark);
    let speaks = match sight.kind(mention.entity) {
        EntityType::Person => true,
        EntityType::Organization => mention.tokens.start == comma + 1,
        _ => false,
    };
    // "actress Jamie Lee Curtis": nothing but a function stands before the name.
    let led = (comma + 1..mention.tokens.start).all(|at| matches!(words.class(at), Class::Other | Class::Name));
    let near = mention.tokens.start <= comma + APPOSED;
    (ends && speaks && led && near && mention.form == Form::Name && !sight.is_own(mention.tokens.start, speaker.start))
        .then(|| Credit { entities: vec![mention.entity], evidence: Evidence::Apposition })
}

/// A noun phrase up to what ends it.
struct Phrase<'s> {
    tokens: Range<usize>,
    /// The name that is its head.
    head: Option<&'s Mention>,
}

struct Reader<'s, 'd, 'a> {
    sight: Sight<'s, 'd>,
    speaker: &'a Range<usize>,
    at: usize,
    entities: Vec<usize>,
    /// Whether somebody without a name speaks as well: "Ruiz and her lawyers".
    others: bool,
}

impl<'s> Reader<'s, '_, '_> {
    fn read(&mut self) -> Option<Evidence> {
        let mut phrase = self.phrase(self.at);
        let mut evidence = Evidence::Name;
        // Where what the function is of ends.
        let mut complement = None;
        while phrase.head.is_none() {
            let words = self.sight.words;
            let end = phrase.tokens.end;
            if end >= self.speaker.end {
                return None;
            }
            match words.class(end) {
                // "An aide to Ruiz and Lind": both are told of; "The mayor of York and Lind" are two.
                Class::Conjunction if complement.is_some_and(|of| !self.is_name_of_thing(of)) && self.is_and(end) => {
                    let next = self.phrase(end + 1);
                    phrase.tokens.end = next.tokens.end.max(end + 1);
                }
                Class::Conjunction if self.is_and(end) => {
                    complement = None;
                    let next = self.phrase(end + 1);
                    // "Chef and host Omar Tadesse" is one, "The mayor and Omar Tadesse" are two.
                    let one = self.is_bare(&next) && (next.head.is_none() || self.is_function(&phrase));
                    self.others |= !one;
                    phrase = next;
                }
                Class::Preposition => {
                    let of = self.phrase(end + 1);
                    match self.after_complement(&phrase, &of) {
                        Some(head) => phrase = Phrase { tokens: of.tokens, head: Some(head) },
                        // What the function is of goes on: "of the corps in the state".
                        None => {
                            phrase.tokens.end = of.tokens.end.max(end + 1);
                            complement = Some(of.tokens.end);
                        }
                    }
                }
                Class::Comma => {
                    let next = self.phrase(end + 1);
                    // "A spokesman for the mayor, Ana Ruiz": which of the two is she?
                    let either = complement.is_some_and(|of: usize| self.sight.is_role(of - 1));
                    if self.is_aside(&next) || either {
                        return None;
                    }
                    if next.head.is_some_and(|head| !self.can_be_apposed(head)) {
                        return None;
                    }
                    evidence = Evidence::Apposition;
                    phrase = next;
                }
                Class::Bracket => phrase.tokens.end = self.past_bracket(end),
                _ => return None,
            }
        }
        self.at = phrase.tokens.end;
        // "Iranian and Tajik officials": no names of anybody.
        let people = |phrase: &Phrase| phrase.head.is_some_and(|head| self.sight.kind(head.entity) == EntityType::Group);
        if people(&phrase) && self.is_and(self.at) && self.phrase(self.at + 1).head.is_none() {
            return None;
        }
        self.entities.extend(phrase.head.map(|head| head.entity));
        let head = phrase.head?;
        while self.at < self.speaker.end {
            self.joined(head)?;
        }
        Some(evidence)
    }

    /// Takes in what follows a name: others that speak with them, or what is told of them. `None` never: what is not understood
    /// ends the phrase.
    fn joined(&mut self, first: &Mention) -> Option<()> {
        let words = self.sight.words;
        let at = self.at;
        let next = self.phrase(at + 1);
        match words.class(at) {
            Class::Conjunction if self.is_and(at) => self.add(&next),
            Class::Other if words.is(at, "&") => self.add(&next),
            // ", and Ruiz", after an aside or in a list.
            Class::Comma if self.is_and(at + 1) => {
                let next = self.phrase(at + 2);
                if next.head.is_some() { self.add(&next) } else { self.at = self.speaker.end }
            }
            Class::Comma if next.head.is_some() && self.is_listed(first, next.tokens.end) => self.add(&next),
            Class::Comma | Class::Preposition => {
                // "Ruiz of the Harbour Party and Lind of the union".
                let end = next.tokens.end.max(at + 1);
                let two = self.is_and(end) && words.class(at) == Class::Preposition && self.sight.is_person(first.entity);
                let inside = next.head.is_none_or(|inside| !self.sight.is_person(inside.entity));
                let other = self.phrase(end + 1).head.filter(|other| self.sight.is_person(other.entity));
                let joins = two && inside && other.is_some();
                let skips = self.is_and(end) && !joins;
                self.at = if skips { self.phrase(end + 1).tokens.end.max(end + 1) } else { end };
            }
            Class::Bracket => self.at = self.past_bracket(at),
            Class::Relative => {
                // What a clause tells of them ends at its comma, if anything does.
                let comma = (at..self.speaker.end).find(|&next| words.class(next) == Class::Comma);
                self.at = comma.unwrap_or(self.speaker.end);
            }
            _ => self.at = self.speaker.end,
        }
        Some(())
    }

    fn add(&mut self, phrase: &Phrase) {
        self.at = phrase.tokens.end.max(self.at + 1);
        match phrase.head {
            Some(head) if !self.entities.contains(&head.entity) => self.entities.push(head.entity),
            Some(_) => {}
            None => self.others = true,
        }
    }

    /// The noun phrase that begins at a token, and the name that is its head.
    fn phrase(&self, start: usize) -> Phrase<'s> {
        let words = self.sight.words;
        let ends = |&at: &usize| {
            let class = words.class(at);
            let breaks = matches!(
                class,
                Class::Comma | Class::Preposition | Class::Relative | Class::Bracket | Class::Conjunction | Class::Stop
            );
            breaks && self.sight.mention_at(at).is_none_or(|m| m.tokens.start < self.speaker.start)
        };
        let start = start.min(self.speaker.end);
        let end = (start..self.speaker.end).find(ends).unwrap_or(self.speaker.end);
        let tokens = start..end;
        // "Joanna Reid KC"
        let closes = |m: &&Mention| {
            let honours = |at| lists::POST_NOMINALS.contains(words.document.word(at));
            m.tokens.end == end || self.sight.is_person(m.entity) && (m.tokens.end..end).all(honours)
        };
        let mut names = self.sight.mentions_in(&tokens).filter(|m| m.form != Form::Pronoun).filter(closes);
        let head = names.next_back().filter(|m| self.sight.kind(m.entity) != EntityType::Event);
        Phrase { tokens, head }
    }

    fn is_and(&self, at: usize) -> bool {
        at < self.speaker.end && self.sight.words.is(at, "and")
    }

    /// Whether the name of no person ends before a token.
    fn is_name_of_thing(&self, end: usize) -> bool {
        let name = end.checked_sub(1).and_then(|last| self.sight.mention_at(last));
        name.is_some_and(|name| name.form == Form::Name && !self.sight.is_person(name.entity))
    }

    /// Whether no article or possessive leads a phrase, and it is no name alone: "host Omar Tadesse", "chief executive".
    fn is_bare(&self, phrase: &Phrase) -> bool {
        let Range { start, end } = phrase.tokens;
        let led = matches!(self.sight.words.class(start), Class::Determiner | Class::Pronoun) || start == end;
        !led && phrase.head.is_none_or(|head| head.tokens.start > start)
    }

    /// Whether a phrase is a function of one person without an article: "Chef".
    fn is_function(&self, phrase: &Phrase) -> bool {
        let led = self.sight.words.class(phrase.tokens.start) == Class::Determiner;
        !led && phrase.tokens.clone().last().is_some_and(|last| self.sight.is_role(last))
    }

    /// The person right after what a function is of: "MP for Keighley Yasmin Dar", "President of Ukraine Volodymyr Zelensky".
    fn after_complement(&self, function: &Phrase, complement: &Phrase<'s>) -> Option<&'s Mention> {
        let head = complement.head.filter(|head| self.sight.is_person(head.entity))?;
        let place = head.tokens.start.checked_sub(1).filter(|place| complement.tokens.contains(place))?;
        let inside = self.sight.words.class(place) == Class::Name && !self.sight.is_role(place);
        (inside && self.is_function(function)).then_some(head)
    }

    /// Whether what follows a comma tells of the phrase before it and names nobody: "in a statement", "led by Ruiz", "who is ill".
    fn is_aside(&self, phrase: &Phrase) -> bool {
        let words = self.sight.words;
        let first = phrase.tokens.start;
        let participle = words.is_participle(first);
        phrase.tokens.is_empty() && !self.is_and(first) || participle || words.class(first) == Class::Adverb
    }

    fn can_be_apposed(&self, head: &Mention) -> bool {
        matches!(self.sight.kind(head.entity), EntityType::Person | EntityType::Organization)
    }

    /// Whether a list of names, of people as the first or not, goes on after a phrase until "and" and its last name.
    fn is_listed(&self, first: &Mention, mut end: usize) -> bool {
        let alike = |phrase: &Phrase| {
            phrase.head.is_some_and(|head| self.sight.is_person(head.entity) == self.sight.is_person(first.entity))
        };
        loop {
            if self.sight.words.class(end) == Class::Comma && end < self.speaker.end {
                end += 1;
            } else if !self.is_and(end) {
                return false;
            }
            if self.is_and(end) {
                return alike(&self.phrase(end + 1));
            }
            let next = self.phrase(end);
            if !alike(&next) {
                return false;
            }
            end = next.tokens.end;
        }
    }

    fn past_bracket(&self, open: usize) -> usize {
        let words = self.sight.words;
        let close = (open + 1..self.speaker.end).find(|&at| words.class(at) == Class::Bracket);
        close.map_or(self.speaker.end, |close| close + 1)
    }
}
