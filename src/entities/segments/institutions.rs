//! Institutions: names told by their last word, and what may follow it.
//!
//! "Foreign Ministry", "Organization for Security and Cooperation in Europe", "Gulf of Mexico". A head alone ("the Council")
//! names nothing unless a list has it.

use super::LONGEST;
use super::runs::Reader;
use crate::entities::EntityType;
use crate::entities::casing::Capital;
use crate::lists;

impl Reader<'_, '_, '_> {
    pub(super) fn head(&self, at: usize) -> Option<EntityType> {
        match *lists::HEADS.get(self.word(at).trim_end_matches('.'))? {
            "o" => Some(EntityType::Organization),
            "p" => Some(EntityType::Place),
            "e" => Some(EntityType::Event),
            _ => Some(EntityType::Other),
        }
    }

    /// Words such as "Congress" that name an institution by themselves, or begin "Ministry of …".
    pub(super) fn open_head(&self, at: usize) -> bool {
        self.listed(at).organization() || matches!(self.word(at + 1), "of" | "for" | "on") && self.capital_after_link(at + 1)
    }

    pub(super) fn capital_after_link(&self, at: usize) -> bool {
        self.is_capital(at + 1) || self.word(at + 1) == "the" && self.is_capital(at + 2)
    }

    /// "John Park", "Tiger Woods": a first name before a word that is a surname as well.
    pub(super) fn surname_like(&self, at: usize, last: usize) -> bool {
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

    /// Past a company's legal form, after a comma or none.
    fn company_suffix(&self, at: usize) -> Option<usize> {
        let at = at + usize::from(self.word(at) == ",");
        let form = self.word(at).trim_end_matches('.');
        let suffix = matches!(form, "co" | "ltd" | "inc" | "corp" | "llc" | "plc" | "holding" | "holdings");
        (suffix && self.is_capital(at)).then_some(at + 1)
    }

    /// Past what may follow a head: "of Health and Human Services", "for Security and Cooperation in Europe".
    pub(super) fn extend(&self, mut at: usize, kind: EntityType) -> (usize, bool) {
        let start = at;
        let mut linked = false;
        // "Jianghuai Group Co., Ltd."
        if kind == EntityType::Organization {
            while let Some(next) = self.company_suffix(at) {
                at = next;
            }
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
                "," => linked && kind == EntityType::Organization && self.listing(at),
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
                && !(self.listed(end - 1).place() && self.head(end).is_none())
            {
                end += 1;
            }
            at = end;
            linked = true;
        }
        (at, linked)
    }

    /// Whether a comma goes on with the fields of a ministry: "of Agriculture, Fisheries and Water".
    pub(super) fn listing(&self, comma: usize) -> bool {
        let plain = |t: usize| self.is_capital(t) && self.listed(t).common() && !self.listed(t).named();
        let and = (comma + 1..comma + 8).find(|&t| !plain(t) && self.word(t) != ",");
        plain(comma - 1) && and.is_some_and(|t| t > comma + 1 && self.word(t) == "and" && plain(t + 1))
    }

    /// The first token from which a name may run to `last`: a sentence's first word belongs only to an institution's name.
    pub(super) fn strong_from(&self, at: usize, last: usize) -> Option<usize> {
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
}
