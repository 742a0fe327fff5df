//! Roles: the titles and functions that the text gives a person, and the gender they tell.
//!
//! Read from the words beside a name: before it ("U.S. President", "President of Ukraine", "The Ukrainian ambassador to the
//! United States,") and after it in apposition (", Ukraine's ambassador to the United States"). An honorific alone ("Mr.") is
//! no role. What a relative clause or a whole sentence says of someone is left alone.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::casing::View;
use super::{EntityType, Gender, Name, gender};
use crate::lists;
use crate::text::{Case, TokenKind};
use std::ops::Range;

/// How far a role may reach from its name, in tokens.
const REACH: usize = 14;

/// What stands beside a person's name.
#[derive(Default)]
pub(super) struct Beside {
    /// Titles and functions, as tokens.
    pub roles: Vec<Range<usize>>,
    /// What honorifics and titles tell.
    pub gender: Option<Gender>,
}

/// Reads the roles of one mention of a person, among the names of its article in text order.
#[inline(never)]
pub(super) fn beside(view: &View, names: &[Name], mention: &Range<usize>) -> Beside {
    let sentence = view.document.sentences[view.document.sentence_of(mention.start)].tokens.clone();
    let reader = Reader { view, names, sentence };
    let mut beside = Beside::default();
    for role in [reader.before(mention), reader.after(mention.end)].into_iter().flatten() {
        let mut genders = role.clone().filter_map(|t| reader.gender(t));
        beside.gender = beside.gender.or(genders.next_back());
        if role.clone().any(|t| !reader.honorific(t)) {
            beside.roles.push(role);
        }
    }
    beside
}

/// Whether what stands before a name goes with a given name: "Sir Alan", "his sister Marta".
pub(super) fn goes_with_given_name(view: &View, name: usize) -> bool {
    let word = |back: usize| name.checked_sub(back).map_or("", |at| &view.lower[at]);
    // "his sister, Marta,"
    let before = if word(1) == "," { word(2) } else { word(1) };
    matches!(before, "sir" | "dame" | "wife" | "husband" | "son" | "daughter" | "brother" | "sister" | "mother" | "father")
}

struct Reader<'v, 'd, 't> {
    view: &'v View<'d, 't>,
    names: &'v [Name],
    sentence: Range<usize>,
}

impl Reader<'_, '_, '_> {
    /// The name that ends before a token.
    fn name_before(&self, token: usize) -> Option<&Name> {
        let found = self.names.binary_search_by_key(&token, |name| name.tokens.end);
        found.ok().map(|index| &self.names[index])
    }

    /// The name that begins with a token.
    fn name_at(&self, token: usize) -> Option<&Name> {
        let found = self.names.binary_search_by_key(&token, |name| name.tokens.start);
        found.ok().map(|index| &self.names[index])
    }

    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { &self.view.lower[at] } else { "" }
    }

    fn role(&self, at: usize) -> Option<&'static str> {
        let word = self.word(at);
        lists::ROLES.get(word).or_else(|| lists::ROLES.get(word.trim_end_matches('.'))).copied()
    }

    fn gender(&self, at: usize) -> Option<Gender> {
        gender::of_role(self.role(at)?)
    }

    fn honorific(&self, at: usize) -> bool {
        matches!(self.word(at).trim_end_matches('.'), "mr" | "mrs" | "ms" | "miss")
    }

    fn modifier(&self, at: usize) -> bool {
        lists::ROLE_MODIFIERS.contains(self.word(at)) || self.role(at).is_some()
    }

    /// The role that ends directly before a name, or before a comma before it.
    fn before(&self, mention: &Range<usize>) -> Option<Range<usize>> {
        let name = mention.start;
        let comma = name > self.sentence.start + 2 && self.word(name - 1) == ",";
        let end = if comma { name - 1 } else { name };
        let head = self.head_before(end, comma)?;
        let start = self.start_of(head);
        // Before a comma only a phrase with its own article: "The ambassador, Ana Ruiz," but not "with the president, Ana Ruiz";
        // or one that is of somebody: "his spokeswoman, Ines Duarte,"; or where the sentence ends with the name.
        let possessive = |at: usize| matches!(self.word(at), "his" | "her" | "its" | "their" | "'s" | "'");
        let owned = (start.saturating_sub(1).max(self.sentence.start)..head).any(possessive);
        let last = matches!(self.word(mention.end), "." | ";" | "");
        let whole = !comma
            || owned
            || last && start > self.sentence.start && self.determiner(start - 1)
            || start == self.sentence.start
            || start == self.sentence.start + 1 && self.determiner(self.sentence.start);
        whole.then_some(start..end)
    }

    fn determiner(&self, at: usize) -> bool {
        matches!(self.word(at), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our")
    }

    /// The role's noun, directly before `end` or before what it is of: "President of Ukraine", "ambassador to the United States".
    fn head_before(&self, end: usize, comma: bool) -> Option<usize> {
        let last = end.checked_sub(1).filter(|t| self.sentence.contains(t))?;
        if self.role(last).is_some() {
            return Some(last);
        }
        // Back over "of X", "to the X", "for X and Y".
        let floor = end.saturating_sub(REACH).max(self.sentence.start);
        let mut at = end;
        while at > floor {
            let inner = match self.name_before(at) {
                Some(name) if name.kind != EntityType::Person => name.tokens.start,
                _ if comma && self.view.document.tokens[at - 1].case == Case::Lower && !self.verb(at - 1) => at - 1,
                // "Minister of Agriculture and Light Industry": a portfolio.
                _ if self.view.document.tokens[at - 1].case == Case::Title && at > self.sentence.start + 1 => at - 1,
                _ => return None,
            };
            let mut link = inner;
            if link > floor && self.word(link - 1) == "the" {
                link -= 1;
            }
            if link > floor + 1
                && matches!(self.word(link - 1), "of" | "to" | "for" | "at" | "in" | "on")
                && self.role(link - 2).is_some()
            {
                return Some(link - 2);
            }
            if link > floor && matches!(self.word(link - 1), "of" | "to" | "for" | "at" | "in" | "on" | "and") {
                link -= 1;
            }
            at = link;
        }
        None
    }

    fn verb(&self, at: usize) -> bool {
        let word = self.word(at);
        lists::PERSON_VERBS.contains(word)
            || matches!(
                word,
                "is" | "was"
                    | "are"
                    | "were"
                    | "has"
                    | "have"
                    | "had"
                    | "will"
                    | "would"
                    | "that"
                    | "who"
                    | "which"
                    | "when"
                    | "while"
                    | "as"
                    | "by"
                    | "with"
                    | "from"
            )
    }

    /// Where a role begins whose noun is `head`: back over modifiers, names of offices and nations, "founder and".
    fn start_of(&self, head: usize) -> usize {
        let floor = head.saturating_sub(REACH).max(self.sentence.start);
        let mut at = head;
        while at > floor {
            let before = at - 1;
            if let Some(name) = self.name_before(at)
                && name.kind != EntityType::Person
                && name.tokens.start >= floor
            {
                at = name.tokens.start;
            } else if self.word(before) == "of" && before > floor && at < head && self.role(before - 1).is_some() {
                // "Chief of Staff Major General".
                at = before - 1;
            } else if self.modifier(before) || self.word(before) == "-" && self.view.document.tokens[before].glued {
                at = before;
            } else if matches!(self.word(before), "'s" | "'")
                && let Some(owner) = self.name_before(before)
                && (owner.kind != EntityType::Person || owner.tokens.start >= floor)
            {
                // "Vladimir Putin's spokesman": a person's name is taken in here, and nowhere else.
                at = if owner.kind == EntityType::Person { owner.tokens.start } else { before };
            } else if matches!(self.word(before), "'s" | "'")
                && before > floor + 1
                && self.word(before - 2) == "the"
                && self.view.document.tokens[before - 1].case == Case::Lower
            {
                // "The council's president".
                at = before - 1;
            } else if matches!(self.word(before), "and" | "&")
                && before > floor
                && self.role(before - 1).is_some()
                && self.name_at(at).is_none()
            {
                at = before;
            } else {
                break;
            }
        }
        while at < head && (matches!(self.word(at), "-" | "and" | "&" | "then" | "'s" | "'") || self.honorific(at)) {
            at += 1;
        }
        at
    }

    /// The role in apposition after a name: ", the White House spokeswoman,".
    fn after(&self, name: usize) -> Option<Range<usize>> {
        if self.word(name) != "," {
            return None;
        }
        let start = name + 1 + usize::from(self.determiner(name + 1));
        let limit = (start + REACH).min(self.sentence.end);
        let (mut head, mut at) = (None, start);
        while at < limit {
            if let Some(found) = self.name_at(at) {
                if found.kind == EntityType::Person {
                    return None;
                }
                at = found.tokens.end;
                continue;
            }
            let token = self.view.document.tokens[at];
            let word = self.word(at);
            if head.is_none() && self.role(at).is_some() {
                head = Some(at);
            } else if word == ","
                || matches!(word, "." | ";" | ":" | "(" | ")" | "--" | "—" | "–")
                || token.kind == TokenKind::Mark
                || self.verb(at)
            {
                break;
            } else if head.is_none() && !self.modifier(at) && !matches!(word, "'s" | "'" | "-" | "and") && at > start + 2 {
                return None;
            }
            at += 1;
        }
        let head = head?;
        let closed = matches!(self.word(at), "," | "." | ";" | "(" | "--" | "—" | "–")
            || matches!(self.word(at), "who" | "which")
            || at >= self.sentence.end;
        (closed && head < at).then_some(start..at)
    }
}
