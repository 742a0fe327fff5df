//! Segments: capitalised sequences cut where one name ends and the next begins.
//!
//! "Ukrainian President Volodymyr Zelenskiy" is a group, a title and a person; "Organization for Security and Cooperation in
//! Europe" is one organization. What only the rest of the article can tell (is "Delta" a company?) is left open here.

mod institutions;
mod runs;
mod titles;

use super::EntityType;
use super::casing::{Capital, Casing, View};
use super::names::{self, Listed};
use crate::lists;
use crate::text::TokenKind;
use runs::Reader;
use std::ops::Range;

/// A stretch that may be a name.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub tokens: Range<usize>,
    /// What its own words say it is.
    pub kind: Option<EntityType>,
    /// How sure they are, 0 to 1.
    pub score: f32,
    /// A title stands before it.
    pub titled: bool,
    /// The lists that hold it as a whole.
    pub listed: Listed,
}

/// The longest name, in tokens: whatever is longer is a table or a heading.
const LONGEST: usize = 14;

/// Finds the segments of every sentence.
pub(super) fn find(view: &View) -> Vec<Segment> {
    let mut segments = Vec::new();
    for (sentence, casing) in view.document.sentences.iter().zip(&view.casing) {
        let reader = Reader { view, sentence: sentence.tokens.clone(), headline: *casing != Casing::Sentence };
        let mut parser = Parser { reader, titled: false, segments: &mut segments };
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            at = match parser.reader.run(at) {
                Some(run) => parser.parse(run).max(at + 1),
                None => at + 1,
            };
        }
    }
    segments
}

struct Parser<'v, 'd, 't, 's> {
    reader: Reader<'v, 'd, 't>,
    /// A title stands directly before.
    titled: bool,
    segments: &'s mut Vec<Segment>,
}

impl Parser<'_, '_, '_, '_> {
    /// Cuts a run into segments; returns where the last of them ends.
    fn parse(&mut self, run: Range<usize>) -> usize {
        let (mut at, end) = (run.start, run.end);
        self.titled = self.reader.titled_before(at);
        let mut reached = end;
        while at < end {
            if matches!(self.reader.word(at), "-" | "'s" | "'" | "&" | "the") {
                at += 1;
                continue;
            }
            let several = self.reader.view.several(at, end);
            let stop = self.reader.stop(at + several, end);
            at = None
                .or_else(|| if several == 0 { self.title(at, end) } else { None })
                .or_else(|| self.institution(at, stop, several))
                .or_else(|| self.listed_name(at, several))
                .or_else(|| self.group(at, stop))
                .or_else(|| self.place(at, stop))
                .unwrap_or_else(|| self.unknown(at, stop));
            reached = reached.max(at);
        }
        reached
    }

    /// A title; not the surname of "Stephen King" nor a part of "General Assembly".
    fn title(&mut self, at: usize, end: usize) -> Option<usize> {
        let reader = &self.reader;
        let after = reader.modified_role(at, end)?;
        let office = after < end && reader.head(after).is_some() && !reader.listed(after).first_name();
        if office {
            return None;
        }
        self.titled = true;
        let portfolio = after == end && matches!(reader.word(after), "of" | "for");
        Some(if portfolio { reader.portfolio(after) } else { after })
    }

    /// A name that its last word tells: "Russian Foreign Ministry".
    fn institution(&mut self, at: usize, stop: usize, several: usize) -> Option<usize> {
        let reader = &self.reader;
        let (last, kind) = (at..stop).rev().find_map(|t| Some((t, reader.head(t)?)))?;
        let alone = last == at && !reader.open_head(at);
        if last < at + several || alone || reader.surname_like(at, last) {
            return None;
        }
        let from = reader.strong_from(at, last)?;
        let (until, extended) = reader.extend(last + 1, kind);
        if last > from || extended || reader.listed(from).organization() {
            self.push(from..until, Some(kind), if extended { 0.8 } else { 0.75 });
        }
        self.titled = false;
        Some(until)
    }

    /// A listed name of several words.
    fn listed_name(&mut self, at: usize, several: usize) -> Option<usize> {
        if several < 2 {
            return None;
        }
        let tokens = at..at + several;
        let kind = self.kind_of(&tokens, self.reader.lists_of(tokens.clone()));
        self.push(tokens, kind, 0.88);
        self.titled = false;
        Some(at + several)
    }

    /// A nationality or another group, with the direction before it: "East African".
    fn group(&mut self, at: usize, stop: usize) -> Option<usize> {
        let reader = &self.reader;
        let listed = reader.listed(at);
        if lists::DIRECTIONS.contains(reader.word(at))
            && at + 1 < stop
            && reader.listed(at + 1).group()
            && reader.is_capital(at + 1)
        {
            self.push(at..at + 2, Some(EntityType::Group), 0.85);
            return Some(at + 2);
        }
        let person = listed.first_name() && at + 1 < stop && reader.capital(at) == Capital::Weak;
        if !listed.group() || listed.organization() || listed.region() && reader.stands_alone(at) || person {
            return None;
        }
        let weak = reader.capital(at) == Capital::Weak && listed.common();
        self.push(at..at + 1, Some(EntityType::Group), if weak { 0.6 } else { 0.9 });
        Some(at + 1)
    }

    /// A country or region before another name: "U.S. Treasury", "China's".
    fn place(&mut self, at: usize, stop: usize) -> Option<usize> {
        let reader = &self.reader;
        let listed = reader.listed(at);
        // "North Atlantic".
        let part = lists::DIRECTIONS.contains(reader.word(at)) && at + 1 < stop && reader.is_capital(at + 1);
        if part && (reader.listed(at + 1).region() || reader.listed(at + 1).country()) {
            self.push(at..at + 2, Some(EntityType::Place), 0.85);
            return Some(at + 2);
        }
        // "South of the river" names no place, "the South" does.
        let direction = matches!(reader.word(at), "south" | "north" | "east" | "west") && at + 1 >= stop;
        if direction && (at == 0 || reader.word(at - 1) != "the" || reader.word(at + 1) == "of") {
            return Some(at + 1);
        }
        // "Georgia Smith" is a person.
        let person = listed.first_name() && at + 1 < stop && reader.listed(at + 1).surname() > 0;
        if person || !(listed.country() || listed.region() && !listed.first_name()) || at + 1 >= stop || self.titled {
            return None;
        }
        self.push(at..at + 1, Some(EntityType::Place), 0.85);
        Some(at + 1)
    }

    /// What nothing above explains, up to the next name that something does.
    fn unknown(&mut self, at: usize, stop: usize) -> usize {
        let reader = &self.reader;
        let listed = reader.listed(at);
        let until = reader.unknown_end(at, stop);
        if until == at + 1 && listed.other() && listed.male().max(listed.female()) < 2 && !listed.place() && !self.titled {
            let kind = self.kind_of(&(at..until), listed);
            self.push(at..until, kind, 0.7);
            return until;
        }
        let weak = reader.capital(at) == Capital::Weak && (!self.titled || reader.headline) && !listed.first_name();
        let from = if weak { reader.strong_from(at, until.saturating_sub(1)) } else { Some(at) };
        if let Some(from) = from {
            self.push(from..until, None, 0.5);
        }
        self.titled = false;
        until
    }

    /// The type that the lists agree on, where they name one.
    fn kind_of(&self, tokens: &Range<usize>, listed: Listed) -> Option<EntityType> {
        if listed.organization() {
            Some(EntityType::Organization)
        } else if listed.other() {
            let mut name = String::new();
            for t in tokens.clone() {
                name.push_str(if t > tokens.start && !self.reader.glued(t) { " " } else { "" });
                name.push_str(self.reader.word(t));
            }
            Some(match lists::OTHER_NAMES.get(&*name).copied() {
                Some("e") => EntityType::Event,
                Some("w") => EntityType::Work,
                Some("p") => EntityType::Product,
                _ => EntityType::Other,
            })
        } else if listed.country() || listed.region() {
            Some(EntityType::Place)
        } else if listed.group() {
            Some(EntityType::Group)
        } else if listed.person() {
            Some(EntityType::Person)
        } else if listed.city() > 0 {
            Some(EntityType::Place)
        } else {
            None
        }
    }

    fn push(&mut self, mut tokens: Range<usize>, kind: Option<EntityType>, score: f32) {
        let reader = &self.reader;
        // The article is no part of a name, and neither is a possessive.
        while tokens.len() > 1 && matches!(reader.word(tokens.start), "the" | "of") {
            tokens.start += 1;
        }
        let tail = |t: usize| {
            matches!(reader.word(t), "'s" | "'" | "-" | "&") || reader.view.document.tokens[t].kind == TokenKind::Punctuation
        };
        while tokens.len() > 1 && tail(tokens.end - 1) {
            tokens.end -= 1;
        }
        let listed = reader.lists_of(tokens.clone());
        let titled = self.titled && kind.is_none_or(|kind| kind == EntityType::Person);
        self.segments.push(Segment { tokens, kind, score, titled, listed });
    }
}

impl Reader<'_, '_, '_> {
    /// Where an unknown name ends: before a group, a country, or a listed name of several words.
    fn unknown_end(&self, at: usize, stop: usize) -> usize {
        let mut t = at + 1;
        while t < stop {
            let given_before = self.listed(t - 1).first_name() && t == at + 1;
            let listed = self.listed(t);
            if !given_before && !self.glued(t) && (listed.country() || listed.group()) && listed.surname() == 0 {
                break;
            }
            let several = self.view.several(t, stop);
            if several > 1 && !self.lists_of(t..t + several).person() || self.headline && self.capital(t) == Capital::Weak {
                break;
            }
            t += 1;
        }
        while t > at + 1 && matches!(self.word(t - 1), "-" | "&" | "'s" | "'") {
            t -= 1;
        }
        t
    }

    /// Whether no noun follows that a word could specify: "the Mediterranean." but not "the Mediterranean coast".
    fn stands_alone(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        let noun = self.sentence.contains(&(at + 1)) && self.view.document.tokens[at + 1].kind == TokenKind::Word;
        !noun || lists::SENTENCE_STARTERS.contains(next) || matches!(next, "'s" | "'")
    }

    fn lists_of(&self, tokens: Range<usize>) -> Listed {
        let words = tokens.clone().map(|t| (!self.glued(t), self.word(t)));
        match names::longest(words) {
            Some((count, listed)) if count == tokens.len() => listed,
            _ => Listed::default(),
        }
    }
}
