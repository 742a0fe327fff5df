//! Evidence: what the words around a name say about its class.
//!
//! Each cue adds a weight, a logarithm of odds, to one class. No cue decides alone: `once` adds the weights of all places of a name to what
//! the labels say. Cues never look at the words of the name itself, which the labels know, but for the last word of a street's name.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::labels::{CLASSES, Class};
use crate::entities::called;
use crate::entities::casing::View;
use crate::lists;
use crate::text::{Case, Class as WordClass, TokenKind};
use std::ops::Range;

/// How far from a name its pronoun is looked for, in tokens.
const REACH: usize = 16;

/// What people do from one place to another, and clubs' players do not: they "move".
const JOURNEYS: [&str; 8] = ["cycled", "drove", "flew", "marched", "sailed", "traveled", "travelled", "walked"];

/// The longest agency of a dateline, in tokens.
const AGENCY: usize = 5;

/// A weight for each class.
pub type Weights = [f32; CLASSES];

/// The evidence around a name in a sentence.
pub fn of(view: &View, name: &Range<usize>, sentence: &Range<usize>) -> Weights {
    let word = |at: Option<usize>| at.filter(|at| sentence.contains(at)).map_or("", |at| &view.lower[at]);
    let around = Around {
        view,
        name,
        sentence,
        before: [1, 2, 3].map(|count| word(name.start.checked_sub(count))),
        after: [0, 1, 2].map(|count| word(Some(name.end + count))),
    };
    let mut weights = Weights::default();
    for (class, weight, holds) in CUES {
        if holds(&around) {
            weights[*class as usize] += weight;
        }
    }
    weights
}

/// The words around a name, in its sentence; none beyond its ends.
struct Around<'a, 'd, 't> {
    view: &'a View<'d, 't>,
    name: &'a Range<usize>,
    sentence: &'a Range<usize>,
    /// The nearest first.
    before: [&'a str; 3],
    after: [&'a str; 3],
}

type Cue = (Class, f32, fn(&Around<'_, '_, '_>) -> bool);

/// A class, the weight that a cue adds to it, and whether the cue is there. The weights were set by hand.
const CUES: &[Cue] = &[
    // "the singer Geneva", "his sister Marta".
    (Class::Person, 4.5, |it| it.is_function_before()),
    // "Ruiz, 41,", "Geneva turned 28".
    (Class::Person, 9.5, |it| it.after[0] == "turned" && it.is_small(it.name.end + 1)),
    (Class::Person, 9.5, |it| {
        it.after[0] == ","
            && it.is_small(it.name.end + 1)
            && it.after[2] == ","
            && it.before[0] != "in"
            && !it.is_small(it.name.start.wrapping_sub(1))
    }),
    (Class::Person, 3.0, |it| it.after[0] == "," && it.is_small(it.name.end + 1) && it.after[2] == "."),
    (Class::Person, 4.0, |it| {
        it.before[0] == "," && matches!(it.before[2], "at" | "now" | "aged") && it.is_small(it.name.start.wrapping_sub(2))
    }),
    // "Geneva is 24.", "Geneva was nine when".
    (Class::Person, 4.5, |it| {
        matches!(it.after[0], "is" | "was")
            && (it.is_small(it.name.end + 1)
                || it.after[2] == "when" && lists::CLOSED_CLASS.get(it.after[1]) == Some(&WordClass::Determiner))
            && matches!(it.after[2], "." | "," | "and" | "years" | "when")
    }),
    (Class::Person, 1.5, |it| it.after[0] == "who" || it.after[0] == "," && it.after[1] == "who"),
    // "“It took years,” Geneva says."
    (Class::Person, 2.0, |it| lists::PERSON_VERBS.contains(it.after[0])),
    (Class::Person, 3.0, |it| it.is_mark(it.name.start) && lists::PERSON_VERBS.contains(it.after[0])),
    (Class::Person, 2.0, |it| lists::PERSON_VERBS.contains(it.before[0]) && matches!(it.after[0], "." | "," | "")),
    (Class::Person, 2.5, |it| {
        matches!(
            it.after[0],
            "knew"
                | "thought"
                | "felt"
                | "smiled"
                | "laughed"
                | "married"
                | "remembers"
                | "cried"
                | "wept"
                | "sang"
                | "grinned"
                | "nodded"
                | "shrugged"
                | "sighed"
                | "woke"
                | "sat"
                | "learned"
                | "learnt"
                | "laughs"
                | "smiles"
                | "walked"
        )
    }),
    // "Vienna, a 22-year-old drag artist,".
    (Class::Person, 8.0, |it| it.is_aged()),
    // "Georgia is the youngest skater in the squad."
    (Class::Person, 4.5, |it| it.is_somebody()),
    // "“…,” laughs Geneva,"
    (Class::Person, 4.0, |it| {
        it.is_mark(it.name.start.wrapping_sub(1))
            && matches!(it.before[0], "laughs" | "smiles" | "jokes" | "recalls" | "laughed")
    }),
    // "Geneva, a mother of three,"
    (Class::Person, 7.0, |it| {
        it.after[0] == ","
            && matches!(it.after[1], "a" | "an")
            && (it.name.end + 2..it.name.end + 6).any(|at| lists::KIN.contains(it.word(at)) && it.word(at + 1) == "of")
    }),
    // "Geneva's sister", "Geneva has two sisters".
    (Class::Person, 5.5, |it| it.after[0] == "'s" && it.is_lower(it.name.end + 1) && lists::KIN.contains(it.after[1])),
    (Class::Person, 5.5, |it| {
        // A town has children and families too.
        let own = |word: &&str| lists::KIN.contains(word) && !matches!(*word, "children" | "kids" | "family" | "parents");
        matches!(it.after[0], "has" | "had") && [it.after[2], it.word(it.name.end + 3)].iter().any(own)
    }),
    (Class::Person, 5.5, |it| it.is_he_or_she()),
    // "Geneva — real name Ada Marsh —"
    (Class::Person, 6.0, |it| {
        matches!(it.after[0], "(" | "," | "—" | "–" | "-")
            && (called::is_cue(it.after[1]) || called::qualifies_name(it.after[1]) && it.after[2] == "name")
    }),
    // "Call Childline on 0800 1111".
    (Class::Organization, 4.0, |it| {
        matches!(it.before[0], "call" | "ring" | "phone" | "contact")
            && it.after[0] == "on"
            && it.after[1].starts_with(|c: char| c.is_ascii_digit())
    }),
    // "OBAN (Island Wire) -".
    (Class::Place, 8.0, |it| it.is_dateline()),
    // "in Leeds".
    (Class::Place, 3.5, |it| it.before[0] == "in" && !takes_in(it.before[1])),
    (Class::Place, 3.5, |it| matches!(it.before[0], "near" | "outside" | "across" | "throughout" | "around")),
    (Class::Place, 4.0, |it| {
        it.before[0] == "to"
            && (JOURNEYS.contains(&it.before[1])
                || matches!(
                    it.before[1],
                    "moved" | "went" | "came" | "returned" | "fled" | "visit" | "trip" | "flight" | "flights"
                ))
    }),
    // "drove to Bolton from Wigan".
    (Class::Place, 6.0, |it| it.before[0] == "from" && it.is_journey()),
    // "The contract went to Oduya-Lind".
    (Class::Organization, 6.0, |it| it.before[0] == "to" && matches!(it.before[1], "went" | "awarded") && it.is_contract()),
    (Class::Place, 2.9, |it| it.after[0] == "where" || it.after[0] == "," && it.after[1] == "where"),
    (Class::Place, 4.5, |it| {
        matches!(it.before[0], "northern" | "southern" | "eastern" | "western" | "central" | "capital" | "downtown")
    }),
    // "the mayor of Porto", "the MP for Grimsby".
    (Class::Place, 4.5, |it| {
        it.before[0] == "of"
            && matches!(
                it.before[1],
                "mayor" | "city" | "town" | "village" | "port" | "people" | "streets" | "outskirts" | "state"
            )
    }),
    (Class::Place, 4.5, |it| {
        it.before[0] == "for" && matches!(it.before[1], "mp" | "msp" | "mep" | "senator" | "congressman" | "congresswoman")
    }),
    (Class::Place, 4.0, |it| it.after[0] == "-" && matches!(it.after[1], "based" | "born")),
    (Class::Place, 3.5, |it| matches!(it.after[0], "district" | "region" | "area" | "airport" | "province" | "county")),
    // "in Rose Lane", "Rose Lane was shut".
    (Class::Place, 5.0, |it| {
        is_street(it.view, it.name) && matches!(it.before[0], "in" | "on" | "along" | "off" | "closed" | "blocked")
    }),
    (Class::Place, 8.0, |it| is_street(it.view, it.name) && it.is_shut()),
    // "Burnley beat Wigan 3-1".
    (Class::Organization, 3.5, |it| it.is_score(it.name.end)),
    (Class::Organization, 9.0, |it| {
        matches!(it.after[0], "beat" | "beats" | "crushed" | "defeated" | "edged" | "routed" | "stunned" | "thrashed")
            && (1..6).any(|count| it.is_score(it.name.end + count))
    }),
    // "Oduya-Lind, which dug the tunnel": no person.
    (Class::Person, -4.5, |it| it.after[0] == "," && it.after[1] == "which"),
    // "Brandt-Aveling, which makes blades,".
    (Class::Organization, 5.5, |it| {
        it.after[0] == ","
            && it.after[1] == "which"
            && matches!(
                it.after[2],
                "makes" | "supplies" | "employs" | "owns" | "sells" | "operates" | "builds" | "publishes"
            )
    }),
    // "Baker-Osei, the maker of tyres,", "published by Penguin".
    (Class::Organization, 9.0, |it| it.is_business()),
    (Class::Organization, 5.0, |it| {
        it.before[0] == "by" && matches!(it.before[1], "published" | "manufactured" | "distributed")
    }),
    // "the firm Edelman", but not "the firm Ruiz built".
    (Class::Organization, 4.3, |it| {
        matches!(it.before[0], "company" | "firm" | "newspaper" | "agency" | "giant" | "group" | "club" | "broadcaster")
            && closes(it.after[0])
    }),
    (Class::Organization, 3.2, |it| it.before[0] == "in" && takes_in(it.before[1])),
    (Class::Organization, 3.2, |it| {
        it.before[0] == "of"
            && matches!(it.before[1], "director" | "founder" | "ceo" | "chairman" | "chair" | "head" | "shares" | "members")
    }),
    (Class::Organization, 3.2, |it| {
        matches!(
            it.after[0],
            "shares" | "members" | "officials" | "statement" | "spokesman" | "spokeswoman" | "chairman" | "executives"
        )
    }),
    (Class::Organization, 2.6, |it| it.before[0] == "told" && matches!(it.after[0], "that" | "." | "")),
];

impl Around<'_, '_, '_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { &self.view.lower[at] } else { "" }
    }

    fn is_lower(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.view.document.tokens[at].case == Case::Lower
    }

    fn is_small(&self, at: usize) -> bool {
        let word = self.word(at);
        matches!(word.len(), 1 | 2) && word.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// "the singer Geneva", but not "the official Gazette", "a major Capitol Hill role", "rivals Leicestershire".
    fn is_function_before(&self) -> bool {
        let word = self.before[0];
        lists::ROLES.contains(word.trim_end_matches('.'))
            && !matches!(
                word,
                "official" | "general" | "major" | "principal" | "marine" | "rival" | "chief" | "executive" | "star"
            )
            && !matches!(self.before[1], "of" | "for")
    }

    /// ", a 22-year-old drag artist", but not ", a 22-year-old company".
    fn is_aged(&self) -> bool {
        let age = self.name.end + 2;
        let tail = ["-", "year", "-", "old"].iter().zip(age + 1..).all(|(word, at)| self.word(at) == *word);
        let body = |at: usize| lists::ORGANIZATION_KINDS.contains(self.word(at));
        self.after[0] == ","
            && matches!(self.after[1], "a" | "an" | "the")
            && self.is_small(age)
            && tail
            && !(age + 5..age + 8).any(body)
    }

    /// "is the youngest skater", but not "is a member": what a country or a club is too.
    fn is_somebody(&self) -> bool {
        let role = |at: &usize| lists::ROLES.contains(self.word(*at)) && self.is_lower(*at);
        let first = self.name.end + 2;
        matches!(self.after[0], "is" | "was")
            && matches!(self.after[1], "a" | "an" | "the")
            && (first..first + 3).find(role).is_some_and(|at| {
                (first..at).all(|before| self.is_lower(before) && !closes(self.word(before)))
                    && closes(self.word(at + 1))
                    && !matches!(
                        self.word(at),
                        "champion"
                            | "favourite"
                            | "favorite"
                            | "founder"
                            | "host"
                            | "leader"
                            | "member"
                            | "partner"
                            | "rival"
                            | "winner"
                            | "star"
                            | "official"
                            | "major"
                            | "chief"
                            | "general"
                            | "principal"
                            | "ally"
                    )
            })
    }

    /// Whether somebody travels before a name: "drove to Bolton from".
    fn is_journey(&self) -> bool {
        let from = self.name.start.saturating_sub(5).max(self.sentence.start);
        (from..self.name.start).any(|at| JOURNEYS.contains(&self.word(at)))
    }

    fn is_contract(&self) -> bool {
        let from = self.name.start.saturating_sub(REACH).max(self.sentence.start);
        (from..self.name.start).any(|at| matches!(self.word(at), "contract" | "contracts" | "tender"))
    }

    /// "When she was ten, Geneva moved", "Geneva left with her father": a subject, and a pronoun that can mean nobody else.
    fn is_he_or_she(&self) -> bool {
        let (name, words) = (self.name, &self.view.lower);
        let begins = name.start == self.sentence.start;
        let subordinate = || {
            self.before[0] == ","
                && lists::CLOSED_CLASS.get(self.word(self.sentence.start)) == Some(&WordClass::Subordinator)
        };
        let verb = self.after[0].starts_with(char::is_alphabetic)
            && lists::CLOSED_CLASS
                .get(self.after[0])
                .is_none_or(|class| matches!(class, WordClass::Auxiliary | WordClass::Adverb))
            && self.view.document.tokens.get(name.end).is_some_and(|token| token.case == Case::Lower);
        if !verb || !(begins || subordinate()) {
            return false;
        }
        let other = |at: usize| {
            let (word, token) = (&words[at], self.view.document.tokens[at]);
            !name.contains(&at)
                && (lists::ROLES.contains(word.strip_suffix('s').unwrap_or(word))
                    || token.kind == TokenKind::Mark
                    || at > self.sentence.start && matches!(token.case, Case::Title | Case::Upper | Case::Mixed))
        };
        let pronoun = |at: &usize| match &words[*at] {
            "he" | "she" => *at < name.start || lists::CLOSED_CLASS.get(self.word(at - 1)) == Some(&WordClass::Subordinator),
            "his" | "her" => *at > name.end && lists::KIN.contains(self.word(at + 1)),
            "himself" | "herself" => *at > name.end,
            _ => false,
        };
        let reach = name.start.saturating_sub(REACH).max(self.sentence.start)..self.sentence.end.min(name.end + REACH);
        reach.clone().find(pronoun).is_some_and(|at| !(at.min(name.start)..at.max(name.end)).any(other))
    }

    /// "Baker-Osei, the maker of tyres", "Baker-Osei, a tyre firm,".
    fn is_business(&self) -> bool {
        let noun = |at: &usize| {
            let word = self.word(*at);
            matches!(word, "maker" | "manufacturer" | "supplier" | "insurer")
                || lists::ORGANIZATION_KINDS.contains(word)
                    && !matches!(word, "side" | "team" | "party" | "court" | "school" | "force" | "paper" | "daily")
        };
        let first = self.name.end + 2;
        self.after[0] == ","
            && matches!(self.after[1], "a" | "an" | "the")
            && (first..first + 3).find(noun).is_some_and(|at| {
                closes(self.word(at + 1)) && (first..at).all(|before| self.is_lower(before) && !closes(self.word(before)))
            })
    }

    /// "Rose Lane was shut at noon", but not "Diane Lane was shut out".
    fn is_shut(&self) -> bool {
        let adverb = usize::from(lists::CLOSED_CLASS.get(self.after[1]) == Some(&WordClass::Adverb));
        let (verb, next) = (self.word(self.name.end + 1 + adverb), self.word(self.name.end + 2 + adverb));
        matches!(self.after[0], "was" | "is" | "were")
            && matches!(verb, "closed" | "shut" | "blocked" | "reopened" | "cordoned" | "evacuated")
            && next != "out"
    }

    /// Whether a dateline begins here, with its agency in brackets.
    fn is_dateline(&self) -> bool {
        let closing = (self.name.end + 1..self.name.end + AGENCY).find(|&at| self.word(at) == ")");
        self.name.start == self.sentence.start
            && self.after[0] == "("
            && closing.is_some_and(|at| matches!(self.word(at + 1), "-" | "–" | "—" | "--"))
    }

    /// Whether a quotation mark stands before a token.
    fn is_mark(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|at| self.sentence.contains(at));
        before.is_some_and(|before| self.view.document.tokens[before].kind == TokenKind::Mark)
    }

    /// "2-0".
    fn is_score(&self, at: usize) -> bool {
        let goals = |at| self.is_small(at);
        goals(at) && matches!(self.word(at + 1), "-" | "–") && goals(at + 2)
    }
}

/// Whether a name ends as streets do, and as no institution does: "Rose Lane", but not "Crown Court".
pub fn is_street(view: &View, name: &Range<usize>) -> bool {
    let last = view.lower[name.end - 1].trim_end_matches('.');
    name.len() > 1 && lists::STREETS.contains(last) && lists::HEADS.get(last) != Some(&"o")
}

/// Whether a word after a name, or the end, shows that no clause goes on there of which the name is the subject: "the film Ruiz made".
pub(super) fn closes(word: &str) -> bool {
    let joins = |class: &WordClass| {
        matches!(class, WordClass::Preposition | WordClass::Conjunction | WordClass::Relative | WordClass::Subordinator)
    };
    !word.contains(char::is_alphanumeric) || lists::CLOSED_CLASS.get(word).is_some_and(joins)
}

/// Whether somebody has this in a company: "a stake in".
fn takes_in(word: &str) -> bool {
    matches!(
        word,
        "stake"
            | "stakes"
            | "share"
            | "shares"
            | "position"
            | "interest"
            | "shareholder"
            | "shareholders"
            | "investor"
            | "investors"
            | "investment"
            | "investments"
            | "invest"
            | "invested"
            | "invests"
            | "faith"
            | "confidence"
            | "trust"
            | "believe"
            | "believes"
    )
}
