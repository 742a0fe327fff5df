//! Where one name is two, and two are one: places after places, hyphens, legal forms, listed names, firms; and accounts, which
//! are names wherever they stand.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::People;
use super::classes::{self, LISTED};
use super::replace;
use crate::entities::casing::{Casing, View};
use crate::entities::tagger::labels::Class;
use crate::entities::tagger::reading::Labelled;
use crate::lists;
use crate::text::{Case, TokenKind};
use std::ops::Range;

/// How many words a listed name must have to be one name whatever its words are taken for.
const CERTAIN: usize = 4;

/// How sure a firm is that "&" tells.
const FIRM: f32 = 0.8;

/// How sure an account is to be a person's.
const ACCOUNT: f32 = 0.8;

/// "Geneva, Switzerland" is two places: what stands after the comma.
pub fn after_comma(view: &View, name: &mut Labelled) -> Option<Labelled> {
    let comma = name.tokens.clone().find(|&at| name.class == Class::Place && view.lower.is(at, ","))?;
    let tokens = comma + 1..name.tokens.end;
    name.tokens.end = comma;
    (!tokens.is_empty() && comma > name.tokens.start).then(|| Labelled { tokens, ..name.clone() })
}

/// "Russia" before "-NATO Council": a hyphen and an institution's last word make one name of two.
pub fn hyphened(view: &View, first: &Labelled, second: &Labelled) -> bool {
    let (hyphen, tokens) = (first.tokens.end, &view.document.tokens);
    second.tokens.start == hyphen + 1
        && view.lower.is(hyphen, "-")
        && tokens[hyphen].glued
        && tokens[hyphen + 1].glued
        && second.class == Class::Organization
        && second.tokens.len() > 1
        && lists::HEADS.get(&view.lower[second.tokens.end - 1]) == Some(&"o")
}

/// "Marks-Hadley": takes in the word with a capital that a hyphen joins to a name's first.
pub fn before_hyphen(view: &View, name: &mut Labelled) {
    let Some(first) = name.tokens.start.checked_sub(2) else { return };
    let tokens = &view.document.tokens;
    // Not "R-Neb.".
    let capital =
        |at: usize| tokens[at].kind == TokenKind::Word && tokens[at].case == Case::Title && view.lower[at].len() > 2;
    if view.lower.is(first + 1, "-")
        && tokens[first + 1].glued
        && tokens[first + 2].glued
        && capital(first)
        && capital(first + 2)
        && name.class != Class::Group
        && !view.listed[first].group()
        && view.document.sentence_of(first) == view.document.sentence_of(first + 2)
    {
        name.tokens.start = first;
    }
}

/// "Co., Ltd." after "Jianghe Motors Group".
pub fn legal_form(view: &View, company: &Labelled, form: &Range<usize>) -> bool {
    let between = company.tokens.end..form.start;
    let comma = |at: usize| matches!(&view.lower[at], "," | ".");
    company.class == Class::Organization
        && (form.clone()).all(|at| comma(at) || lists::LEGAL_FORMS.contains(view.lower[at].trim_end_matches('.')))
        && between.len() <= 1
        && between.into_iter().all(comma)
}

/// Puts listed names of many words in place of what was found in them.
pub fn listed(view: &View, names: &mut Vec<Labelled>) {
    let mut repaired: Vec<Labelled> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        if repaired.last().is_some_and(|last| name.tokens.start < last.tokens.end) {
            continue;
        }
        let sentence = &view.document.sentences[view.document.sentence_of(name.tokens.start)];
        let count = view.several(name.tokens.start, sentence.tokens.end);
        if count >= CERTAIN && count > name.tokens.len() {
            let tokens = name.tokens.start..name.tokens.start + count;
            repaired.push(Labelled { tokens, probability: name.probability.max(LISTED), ..name });
        } else {
            repaired.push(name);
        }
    }
    *names = repaired;
}

/// "the Museum of Wool and Weaving": what follows "and" is of the institution too, if it is no name by itself.
pub fn coordinated(view: &View, names: &mut [Labelled]) {
    for index in 0..names.len() {
        let Labelled { tokens, class, .. } = &names[index];
        let of = tokens.clone().rev().find(|&at| view.lower.is(at, "of")).filter(|&of| of > tokens.start);
        let (and, last) = (tokens.end, tokens.end + 1);
        let heads = |of: usize| lists::HEADS.get(&view.lower[of - 1]).is_some_and(|kind| matches!(*kind, "o" | "p"));
        let free = names.get(index + 1).is_none_or(|next| next.tokens.start > last);
        if of.is_some_and(heads)
            && matches!(class, Class::Organization | Class::Place)
            && free
            && view.lower.get(and) == Some("and")
            && view.document.tokens.get(last).is_some_and(|token| token.case == Case::Title)
            && view.document.tokens.get(last + 1).is_none_or(|token| token.case != Case::Title)
            && !(view.listed[last].named() || view.listed[last].first_name() || lists::HEADS.contains(&view.lower[last]))
            && view.document.sentence_of(last) == view.document.sentence_of(and)
        {
            names[index].tokens.end = last + 1;
        }
    }
}

/// "the Economist": one word that the lists know with its article as an organization.
pub fn with_article(view: &View, names: &mut Vec<Labelled>) {
    let begins = view.lower.which(|word| word == "the");
    let articles = (0..view.document.tokens.len().saturating_sub(1)).filter(|&at| begins[view.lower.number(at)]);
    let capital =
        |at: usize| view.document.tokens.get(at).is_some_and(|token| matches!(token.case, Case::Title | Case::Mixed));
    let found = articles.filter(|&at| {
        capital(at + 1)
            && !capital(at + 2)
            && view.casing[view.document.sentence_of(at)] == Casing::Sentence
            && classes::with_article(view, &(at + 1..at + 2)).organization()
    });
    let free = |at: &usize| {
        let next = names.partition_point(|name| name.tokens.end <= *at);
        names.get(next).is_none_or(|name| name.tokens.start > at + 1)
    };
    let found = found.filter(free).map(|at| Labelled::certain(at + 1..at + 2, Class::Organization, LISTED)).collect();
    replace(names, found);
}

/// Makes one firm of two names with "&" between them, as a sentence joins no two people: "Bevan & Crane".
pub fn firms(view: &View, names: &mut Vec<Labelled>, people: &People) {
    let mut signs = (0..view.document.tokens.len()).filter(|&at| view.lower.is(at, "&")).peekable();
    if signs.peek().is_none() {
        return;
    }
    let mut found = std::mem::take(names).into_iter().peekable();
    let is_partner = |name: &Labelled| matches!(name.class, Class::Person | Class::Organization);
    for and in signs {
        names.extend(std::iter::from_fn(|| found.next_if(|name| name.tokens.end <= and)));
        // Of "Lee & Bevan & Crane" in one name, the second sign is in it already.
        if names.last().is_some_and(|name| name.tokens.end > and) {
            continue;
        }
        let first = names.last().filter(|name| name.tokens.end == and);
        let second = found.peek().filter(|name| name.tokens.start <= and + 1);
        let named = first.is_some() || second.is_some();
        if !first.is_none_or(is_partner) || !second.is_none_or(is_partner) || !are_partners(view, and, named, people) {
            continue;
        }
        let start = first.or(second).map_or(and - 1, |name| name.tokens.start.min(and - 1));
        if second.is_some_and(|name| name.tokens.end > and + 2 && name.tokens.start > start) {
            continue;
        }
        names.truncate(names.len() - usize::from(first.is_some()));
        let second = found.next_if(|name| name.tokens.start <= and + 1);
        let (end, probability) = second.map_or((and + 2, FIRM), |name| (name.tokens.end, name.probability.max(FIRM)));
        names.push(Labelled::certain(start..end, Class::Organization, probability));
    }
    names.extend(found);
}

/// Whether the words on both sides of "&" are written as names in a sentence, and are not two people's.
fn are_partners(view: &View, and: usize, named: bool, people: &People) -> bool {
    let sentence = view.document.sentence_of(and);
    let tokens = &view.document.sentences[sentence].tokens;
    let both = [and.wrapping_sub(1), and + 1];
    let written = |at: &usize| tokens.contains(at) && view.document.tokens[*at].case == Case::Title;
    view.casing[sentence] == Casing::Sentence
        && both.iter().all(written)
        && (named || both.iter().any(|&at| !view.listed[at].common()))
        && !both.iter().all(|&at| people.ends.contains_key(&view.lower[at]))
}

/// Adds the accounts ("@JaneDoe") that stand in no name.
pub fn accounts(view: &View, names: &mut Vec<Labelled>) {
    let tokens = view.document.tokens.iter().enumerate();
    let mut accounts = tokens.filter(|(_, token)| token.kind == TokenKind::Handle).map(|(at, _)| at).peekable();
    if accounts.peek().is_none() {
        return;
    }
    let found = std::mem::replace(names, Vec::with_capacity(names.len() + accounts.clone().count()));
    let mut found = found.into_iter().peekable();
    for at in accounts {
        names.extend(std::iter::from_fn(|| found.next_if(|name| name.tokens.end <= at)));
        if found.peek().is_none_or(|name| name.tokens.start > at) {
            names.push(Labelled::certain(at..at + 1, Class::Person, ACCOUNT));
        }
    }
    names.extend(found);
}
