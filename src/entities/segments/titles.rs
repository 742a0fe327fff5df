//! Titles: the words of rank and office before a name, and where they end.
//!
//! A title names nobody: "Prime Minister" is skipped, and the person after it is all the surer for it.

use super::LONGEST;
use super::runs::Reader;
use crate::lists;

impl Reader<'_, '_, '_> {
    pub(super) fn role(&self, at: usize) -> bool {
        lists::ROLES.contains_key(self.word(at))
    }

    /// A title, abbreviated or not.
    pub(super) fn title(&self, at: usize) -> bool {
        self.role(at) || lists::ROLES.contains_key(self.word(at).trim_end_matches('.'))
    }

    /// A title in lower case, with or without what it is of, directly before: "spokesman", "the president".
    pub(super) fn titled_before(&self, at: usize) -> bool {
        at > self.sentence.start && !self.glued(at) && {
            let before = self.word(at - 1);
            lists::ROLES.contains_key(before)
                || lists::ROLES.contains_key(before.trim_end_matches('.'))
                || before == "-" && at >= self.sentence.start + 2 && lists::ROLES.contains_key(self.word(at - 2))
        }
    }

    /// Where a title with words before it ends: "Prime Minister", "Acting Deputy Foreign Minister".
    pub(super) fn modified_role(&self, at: usize, end: usize) -> Option<usize> {
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
    pub(super) fn stop(&self, at: usize, end: usize) -> usize {
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
    pub(super) fn modified_head(&self, at: usize, end: usize) -> bool {
        let mut t = at;
        while t < end && lists::ROLE_MODIFIERS.contains(self.word(t)) {
            t += 1;
        }
        t > at && t < end && self.head(t).is_some()
    }

    /// Past the portfolio of a title, which names nothing: "of Agriculture and Light Industry".
    pub(super) fn portfolio(&self, at: usize) -> usize {
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
}
