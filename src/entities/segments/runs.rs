//! Runs: capitalised sequences, with the small words that names have inside.
//!
//! "Ursula von der Leyen", "Johnson & Johnson", "Moon Jae-in" and "Magistrates' Court" are whole here; where one name ends and
//! the next begins is decided later.

use crate::entities::casing::{Capital, View};
use crate::entities::names::{self, Listed};
use crate::lists;
use crate::text::Case;
use std::ops::Range;

use super::LONGEST;

/// One sentence, for looking around in.
pub(super) struct Reader<'v, 'd, 't> {
    pub view: &'v View<'d, 't>,
    pub sentence: Range<usize>,
    /// Every word is capitalised here.
    pub headline: bool,
}

impl Reader<'_, '_, '_> {
    pub(super) fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { &self.view.lower[at] } else { "" }
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.view.document.tokens[at].glued
    }

    pub(super) fn capital(&self, at: usize) -> Capital {
        if self.sentence.contains(&at) { self.view.capital[at] } else { Capital::No }
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.capital(at) != Capital::No
    }

    pub(super) fn listed(&self, at: usize) -> Listed {
        self.view.listed.get(at).copied().unwrap_or_default()
    }

    pub(super) fn acronym(&self, at: usize) -> bool {
        self.sentence.contains(&at)
            && self.view.document.tokens[at].case == Case::Upper
            && self.view.document.tokens[at].span.len() > 1
    }

    /// "al-", "el-" and their like before a name.
    pub(super) fn article(&self, at: usize) -> bool {
        matches!(self.word(at), "al" | "el" | "ul" | "as" | "ash" | "an" | "ar" | "at" | "ad" | "az")
            && self.word(at + 1) == "-"
            && self.glued(at + 1)
            && self.glued(at + 2)
            && self.is_capital(at + 2)
    }

    /// The capitalised sequence that begins here.
    pub(super) fn run(&self, start: usize) -> Option<Range<usize>> {
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
            } else if self.numeral(end) {
                end += 1;
                break;
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

    /// The second half of "Jong-un" and "Jae-in": glued, in lower case, and no English word unless the first half is none.
    pub(super) fn syllable(&self, at: usize) -> bool {
        let word = self.word(at);
        let first = &self.view.document.tokens[at - 2];
        if self.glued(at) && word == "in" && first.case == Case::Title && !self.listed(at - 2).common() {
            return true;
        }
        self.glued(at)
            && self.view.document.tokens[at].case == Case::Lower
            && word.len() < 8
            && self.word(at + 1) != "-"
            && !names::look_up(word).common()
            && !lists::SENTENCE_STARTERS.contains(word)
    }

    /// "II" after a name.
    fn numeral(&self, at: usize) -> bool {
        self.acronym(at) && self.word(at).chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
    }

    pub(super) fn particle(&self, at: usize) -> bool {
        let word = self.word(at);
        lists::NAME_PARTICLES_INSIDE.contains(word)
            && !self.glued(at)
            && (word.len() > 1 || self.listed(at.saturating_sub(1)) == Listed::default())
            && self.view.document.tokens[at].case == Case::Lower
    }

    /// "People's Party", "Workers' Union", "St. John's College": a possessive that is part of a name.
    pub(super) fn possessive_inside(&self, start: usize, at: usize) -> bool {
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
}
