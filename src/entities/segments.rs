//! Segments: capitalised sequences cut where one name ends and the next begins.
//!
//! "Ukrainian President Volodymyr Zelenskiy" is a group, a title and a person; "Organization for Security and Cooperation in
//! Europe" is one organization. What only the rest of the article can tell (is "Delta" a company?) is left open here.

use super::EntityType;
use super::casing::{Capital, Casing, View};
use super::names::{self, Listed};
use crate::lists;
use crate::text::{Case, TokenKind};
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
        let headline = *casing != Casing::Sentence;
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let parser = Parser { view, sentence: sentence.tokens.clone(), headline };
            match parser.run(at) {
                Some(run) => {
                    at = run.end.max(at + 1);
                    at = at.max(parser.parse(run, &mut segments));
                }
                None => at += 1,
            }
        }
    }
    segments
}

struct Parser<'v, 'd, 't> {
    view: &'v View<'d, 't>,
    sentence: Range<usize>,
    /// Every word is capitalised here.
    headline: bool,
}

impl Parser<'_, '_, '_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { &self.view.lower[at] } else { "" }
    }

    fn glued(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.view.document.tokens[at].glued
    }

    fn capital(&self, at: usize) -> Capital {
        if self.sentence.contains(&at) { self.view.capital[at] } else { Capital::No }
    }

    fn is_capital(&self, at: usize) -> bool {
        self.capital(at) != Capital::No
    }

    fn listed(&self, at: usize) -> Listed {
        self.view.listed.get(at).copied().unwrap_or_default()
    }

    fn role(&self, at: usize) -> bool {
        lists::ROLES.contains_key(self.word(at))
    }

    /// A title, abbreviated or not.
    fn title(&self, at: usize) -> bool {
        self.role(at) || lists::ROLES.contains_key(self.word(at).trim_end_matches('.'))
    }

    fn head(&self, at: usize) -> Option<EntityType> {
        match *lists::HEADS.get(self.word(at).trim_end_matches('.'))? {
            "o" => Some(EntityType::Organization),
            "p" => Some(EntityType::Place),
            "e" => Some(EntityType::Event),
            _ => Some(EntityType::Other),
        }
    }

    /// "al-", "el-" and their like before a name.
    fn article(&self, at: usize) -> bool {
        matches!(self.word(at), "al" | "el" | "ul" | "as" | "ash" | "an" | "ar" | "at" | "ad" | "az")
            && self.word(at + 1) == "-"
            && self.glued(at + 1)
            && self.glued(at + 2)
            && self.is_capital(at + 2)
    }

    /// The capitalised sequence that begins here.
    fn run(&self, start: usize) -> Option<Range<usize>> {
        let lower_start = !self.is_capital(start)
            && (self.article(start)
                || matches!(self.word(start), "bin" | "ibn" | "van" | "von" | "de" | "al" | "el" | "abu")
                    && self.view.document.tokens[start].case == Case::Lower
                    && self.capital(start + 1) == Capital::Strong
                    && !self.glued(start + 1)
                    && !self.listed(start + 1).country());
        if !self.is_capital(start) && !lower_start {
            return None;
        }
        let mut end = if self.article(start) {
            start + 3
        } else if lower_start {
            start + 2
        } else {
            start + 1
        };
        while end - start < LONGEST {
            if self.is_capital(end) && !self.glued(end) {
                // "Mayor of Paris Anne Hidalgo": a listed name of several words stands by itself.
                end += 1;
            } else if self.word(end) == "-" && self.glued(end) && self.glued(end + 1) && self.is_capital(end + 1) {
                end += 2;
            } else if self.word(end) == "-" && self.glued(end) && self.syllable(end + 1) {
                end += 2;
            } else if self.article(end) {
                end += 3;
            } else if matches!(self.word(end), "&" | "-")
                && !self.glued(end)
                && self.is_capital(end + 1)
                && self.word(end) == "&"
            {
                end += 2;
            } else if self.particle(end) && self.is_capital(end + 1) {
                end += 2;
            } else if self.particle(end) && self.particle(end + 1) && self.is_capital(end + 2) {
                end += 3;
            } else if self.possessive_inside(start, end) {
                end += 2;
            } else {
                break;
            }
        }
        Some(start..end)
    }

    /// The second half of "Jae-in": glued, in lower case, and no English word.
    fn syllable(&self, at: usize) -> bool {
        let word = self.word(at);
        self.glued(at)
            && self.view.document.tokens[at].case == Case::Lower
            && word.len() < 8
            && self.word(at + 1) != "-"
            && !names::look_up(word).common()
            && !lists::SENTENCE_STARTERS.contains(word)
    }

    fn particle(&self, at: usize) -> bool {
        let word = self.word(at);
        lists::NAME_PARTICLES_INSIDE.contains(word)
            && !self.glued(at)
            && (word.len() > 1 || self.listed(at.saturating_sub(1)) == Listed::default())
            && self.view.document.tokens[at].case == Case::Lower
    }

    /// "People's Party", "Workers' Union", "St. John's College": a possessive that is part of a name.
    fn possessive_inside(&self, start: usize, at: usize) -> bool {
        let clitic = matches!(self.word(at), "'s" | "'") && self.glued(at);
        if !clitic || !self.is_capital(at + 1) || at == start {
            return false;
        }
        let owner = self.word(at - 1);
        let plural =
            self.word(at) == "'" && (at + 1..at + 4).take_while(|&t| self.is_capital(t)).any(|t| self.head(t).is_some());
        let group = plural
            || matches!(
                owner,
                "people"
                    | "peoples"
                    | "women"
                    | "men"
                    | "children"
                    | "workers"
                    | "farmers"
                    | "teachers"
                    | "veterans"
                    | "journalists"
                    | "lawyers"
                    | "students"
                    | "peasants"
                    | "consumers"
                    | "physicians"
                    | "ladies"
                    | "girls"
                    | "boys"
                    | "users"
                    | "writers"
                    | "employers"
                    | "employees"
                    | "taxpayers"
                    | "pirates"
                    | "citizens"
                    | "martyrs"
                    | "soldiers"
                    | "mothers"
            );
        group
            || self.view.several(start, at + 4) > at + 1 - start
            || owner.len() < 12 && self.acronym(at - 1) && self.head(at + 2).is_some() && self.is_capital(at + 2)
    }

    fn acronym(&self, at: usize) -> bool {
        self.sentence.contains(&at)
            && self.view.document.tokens[at].case == Case::Upper
            && self.view.document.tokens[at].span.len() > 1
    }

    /// Cuts a run into segments; returns where the last of them ends.
    fn parse(&self, run: Range<usize>, segments: &mut Vec<Segment>) -> usize {
        let (mut at, end) = (run.start, run.end);
        let mut titled = self.titled_before(at);
        let mut reached = end;
        while at < end {
            if matches!(self.word(at), "-" | "'s" | "'" | "&") || self.word(at) == "the" {
                at += 1;
                continue;
            }
            let several = self.view.several(at, end);
            let stop = self.stop(at + several, end);
            let head = (at..stop).rev().find_map(|t| Some((t, self.head(t)?)));
            // A title, not the surname of "Stephen King" nor a part of "General Assembly".
            if several == 0 && (self.role(at) || self.modified_role(at, end).is_some()) {
                let after = self.modified_role(at, end).unwrap_or(at + 1);
                let office = self.head(after).is_some() && after < end && !self.listed(after).first_name();
                if !office {
                    titled = true;
                    at = after;
                    if at == end && matches!(self.word(at), "of" | "for") {
                        reached = reached.max(self.portfolio(at));
                    }
                    continue;
                }
            }
            if let Some((last, kind)) = head
                && last + 1 > at + several
                && !(last == at && !self.open_head(at))
                && !self.surname_like(at, last)
                && self.strong_from(at, last).is_some()
            {
                let from = self.strong_from(at, last).unwrap_or(at);
                let (until, extended) = self.extend(last + 1, kind);
                let whole = from..until;
                let alone = last == from && !extended;
                if !alone || self.listed(from).organization() {
                    let score = if extended { 0.85 } else { 0.8 };
                    self.push(segments, whole, Some(kind), score, false);
                }
                titled = false;
                at = until;
                reached = reached.max(until);
                continue;
            }
            if several > 1 {
                let listed = self.lists_of(at..at + several);
                let kind = self.kind_of(at..at + several, listed);
                let until = at + several;
                self.push(segments, at..until, kind, 0.9, titled);
                titled = false;
                at = until;
                continue;
            }
            let listed = self.listed(at);
            let single = self.glued(at + 1) && self.word(at + 1) == "-" || at + 1 >= stop;
            let direction = matches!(
                self.word(at),
                "north"
                    | "south"
                    | "east"
                    | "west"
                    | "central"
                    | "southeast"
                    | "southern"
                    | "northern"
                    | "eastern"
                    | "western"
            );
            if direction && at + 1 < stop && self.listed(at + 1).group() && self.is_capital(at + 1) {
                self.push(segments, at..at + 2, Some(EntityType::Group), 0.85, false);
                at += 2;
                continue;
            }
            if listed.group()
                && !listed.organization()
                && !(listed.region() && self.stands_alone(at))
                && !(listed.first_name() && !single && self.capital(at) == Capital::Weak)
            {
                if self.capital(at) == Capital::Strong || listed.group() && !listed.common() {
                    self.push(segments, at..at + 1, Some(EntityType::Group), 0.9, false);
                } else {
                    self.push(segments, at..at + 1, Some(EntityType::Group), 0.6, false);
                }
                at += 1;
                continue;
            }
            if matches!(self.word(at), "south" | "north" | "east" | "west")
                && (self.word(at.wrapping_sub(1)) != "the" || self.word(at + 1) == "of")
                && at + 1 >= stop
            {
                at += 1;
                continue;
            }
            if (listed.country() || listed.region() && !listed.first_name()) && at + 1 < stop && !titled {
                self.push(segments, at..at + 1, Some(EntityType::Place), 0.85, false);
                at += 1;
                continue;
            }
            let until = self.unknown_end(at, stop);
            if until == at + 1 && listed.other() && listed.male().max(listed.female()) < 2 && !listed.place() && !titled {
                self.push(segments, at..until, self.kind_of(at..until, listed), 0.7, false);
                at = until;
                continue;
            }
            let from = if self.capital(at) == Capital::Weak && !titled && !self.listed(at).first_name() {
                self.strong_from(at, until.saturating_sub(1))
            } else {
                Some(at)
            };
            if let Some(from) = from {
                self.push(segments, from..until, None, 0.5, titled);
            }
            titled = false;
            at = until;
        }
        reached
    }

    /// The first token from which a name may run to `last`: a sentence's first word belongs only to an institution's name.
    fn strong_from(&self, at: usize, last: usize) -> Option<usize> {
        let strong = (at..=last).find(|&t| self.capital(t) == Capital::Strong);
        match self.capital(at) {
            Capital::Weak
                if !self.headline
                    && self.head(last).is_some()
                    && last > at
                    && !lists::SENTENCE_STARTERS.contains(self.word(at)) =>
            {
                if self.sentence.start == at || strong.is_some() { Some(at) } else { None }
            }
            _ => strong,
        }
    }

    /// A title in lower case, with or without what it is of, directly before: "spokesman", "the president".
    fn titled_before(&self, at: usize) -> bool {
        at > self.sentence.start && !self.glued(at) && {
            let before = self.word(at - 1);
            lists::ROLES.contains_key(before)
                || lists::ROLES.contains_key(before.trim_end_matches('.'))
                || before == "-" && at >= self.sentence.start + 2 && lists::ROLES.contains_key(self.word(at - 2))
        }
    }

    /// Where a title with words before it ends: "Prime Minister", "Acting Deputy Foreign Minister".
    fn modified_role(&self, at: usize, end: usize) -> Option<usize> {
        let mut t = at;
        while t < end && t < at + 5 && (lists::ROLE_MODIFIERS.contains(self.word(t)) || self.word(t) == "-") {
            t += 1;
        }
        // Words such as "general" specify a title and are one.
        while t > at && !(t < end && self.title(t)) && self.title(t - 1) {
            t -= 1;
        }
        if t < end && self.title(t) {
            t += 1;
            // "Vice President", "Secretary General", "Major General".
            while t < end && self.role(t) && self.head(t).is_none() {
                t += 1;
            }
            // "Secretary of State", "Chief of Staff".
            if self.word(t) == "of"
                && matches!(self.word(t + 1), "state" | "staff" | "defense" | "defence" | "homeland" | "war")
                && self.is_capital(t + 1)
            {
                t += 2 + usize::from(self.word(t + 1) == "homeland");
            }
            return Some(t.min(self.sentence.end));
        }
        None
    }

    /// The next title in a run: names end before it.
    fn stop(&self, at: usize, end: usize) -> usize {
        let mut t = at.max(1);
        while t < end {
            if t > at && (self.role(t) || self.modified_role(t, end).is_some()) && !self.listed(t).named() {
                let last = t + 1 == end;
                let surname = last && t >= 1 && self.listed(t - 1).first_name() && self.listed(t).surname() > 0;
                let institution = self.role(t) && self.head(t + 1).is_some() && t + 1 < end;
                if !surname && !institution && !self.modified_head(t, end) {
                    return t;
                }
            }
            t += 1;
        }
        end
    }

    /// "Foreign" in "Russian Foreign Ministry" modifies an institution, not a title.
    fn modified_head(&self, at: usize, end: usize) -> bool {
        let mut t = at;
        while t < end && lists::ROLE_MODIFIERS.contains(self.word(t)) {
            t += 1;
        }
        t > at && t < end && !self.role(t)
    }

    /// Words such as "Congress" that name an institution by themselves, or begin "Ministry of …".
    fn open_head(&self, at: usize) -> bool {
        self.listed(at).organization() || matches!(self.word(at + 1), "of" | "for" | "on") && self.capital_after_link(at + 1)
    }

    fn capital_after_link(&self, at: usize) -> bool {
        self.is_capital(at + 1) || self.word(at + 1) == "the" && self.is_capital(at + 2)
    }

    /// "John Park", "Tiger Woods": a first name before a word that is a surname as well.
    fn surname_like(&self, at: usize, last: usize) -> bool {
        let head_is_surname = self.listed(last).surname() > 0;
        let given = self.listed(at).first_name() && !self.listed(at).place() && !self.listed(at).common();
        last > at
            && last - at <= 2
            && given
            && head_is_surname
            && !self.listed(at).group()
            && self.head(last) != Some(EntityType::Event)
            && !matches!(self.word(last), "university" | "bank" | "hospital" | "airport" | "street" | "bridge" | "park" | "house" if last - at == 2)
    }

    /// Past what may follow a head: "of Health and Human Services", "for Security and Cooperation in Europe".
    fn extend(&self, mut at: usize, kind: EntityType) -> (usize, bool) {
        let start = at;
        let mut linked = false;
        // "Group Co., Ltd."
        while kind == EntityType::Organization {
            let next = at + usize::from(self.word(at) == ",");
            let suffix = matches!(
                self.word(next).trim_end_matches('.'),
                "co" | "ltd" | "inc" | "corp" | "llc" | "plc" | "holding" | "holdings"
            );
            if !suffix || !self.is_capital(next) {
                break;
            }
            at = next + 1;
        }
        while at < self.sentence.end && at - start < LONGEST {
            let link = self.word(at);
            let the = usize::from(self.word(at + 1) == "the");
            let next = at + 1 + the;
            let ok = match link {
                "of" => true,
                "for" | "on" | "against" => kind != EntityType::Place,
                "and" => {
                    linked
                        && the == 0
                        && !self.listed(next).named()
                        && !self.acronym(next)
                        && !self.listed(at - 1).place()
                        && self.head(next).is_none()
                        && !self.role(next)
                }
                "in" => {
                    linked
                        && kind == EntityType::Organization
                        && self.listed(next).region()
                        && !self.listed(next).country()
                        && self.word(start) != "of"
                }
                _ => false,
            };
            if !ok || !self.is_capital(next) || self.glued(next) || self.role(next) && !self.listed(next).common() {
                break;
            }
            if link == "of" && (self.role(next) || self.modified_role(next, next + 4).is_some_and(|t| self.is_capital(t))) {
                break;
            }
            let mut end = next + 1;
            while self.is_capital(end)
                && !self.glued(end)
                && !self.role(end)
                && end - start < LONGEST
                && !(self.listed(end - 1).place() && !self.head(end).is_some())
            {
                end += 1;
            }
            at = end;
            linked = true;
        }
        (at, linked)
    }

    /// Whether a comma goes on with the fields of a ministry: "of Agriculture, Fisheries and Water".
    fn listing(&self, comma: usize) -> bool {
        let plain = |t: usize| self.is_capital(t) && self.listed(t).common() && !self.listed(t).named();
        let and = (comma + 1..comma + 8).find(|&t| !plain(t) && self.word(t) != ",");
        plain(comma - 1) && and.is_some_and(|t| t > comma + 1 && self.word(t) == "and" && plain(t + 1))
    }

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

    /// The type that the lists agree on, where they name one.
    fn kind_of(&self, tokens: Range<usize>, listed: Listed) -> Option<EntityType> {
        if listed.organization() {
            Some(EntityType::Organization)
        } else if listed.other() {
            let mut name = String::new();
            for t in tokens.clone() {
                name.push_str(if t > tokens.start && !self.glued(t) { " " } else { "" });
                name.push_str(self.word(t));
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

    /// Whether no noun follows that a word could specify: "the Mediterranean." but not "the Mediterranean coast".
    fn stands_alone(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        let noun = self.sentence.contains(&(at + 1)) && self.view.document.tokens[at + 1].kind == TokenKind::Word;
        !noun || lists::SENTENCE_STARTERS.contains(next) || matches!(next, "'s" | "'")
    }

    /// Past the portfolio of a title, which names nothing: "of Agriculture and Light Industry".
    fn portfolio(&self, at: usize) -> usize {
        let mut end = at;
        let mut t = at;
        while t < self.sentence.end && t - at < LONGEST {
            let word = self.word(t);
            if matches!(word, "of" | "for" | "and" | "," | "the" | "&") {
                t += 1;
            } else if self.is_capital(t)
                && self.listed(t).common()
                && !self.listed(t).named()
                && !self.listed(t).first_name()
                && self.head(t).is_none()
                && self.view.several(t, self.sentence.end) == 0
            {
                t += 1;
                end = t;
            } else {
                break;
            }
        }
        end
    }

    fn lists_of(&self, tokens: Range<usize>) -> Listed {
        let words = tokens.clone().map(|t| (!self.glued(t), self.word(t)));
        match names::longest(words) {
            Some((count, listed)) if count == tokens.len() => listed,
            _ => Listed::default(),
        }
    }

    fn push(
        &self,
        segments: &mut Vec<Segment>,
        mut tokens: Range<usize>,
        kind: Option<EntityType>,
        score: f32,
        titled: bool,
    ) {
        // The article is no part of a name, and neither is a possessive.
        while tokens.len() > 1 && self.word(tokens.start) == "the" {
            tokens.start += 1;
        }
        let tail = |t: usize| {
            matches!(self.word(t), "'s" | "'" | "-" | "&") || self.view.document.tokens[t].kind == TokenKind::Punctuation
        };
        while tokens.len() > 1 && tail(tokens.end - 1) {
            tokens.end -= 1;
        }
        let listed = self.lists_of(tokens.clone());
        segments.push(Segment { tokens, kind, score, titled, listed });
    }
}
