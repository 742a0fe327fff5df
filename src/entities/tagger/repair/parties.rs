//! Parties: the word for a party before those who belong to it: "a Tory councillor", "Labour Treasury minister". Elsewhere such a word may be
//! any other. And who follows somebody: "Bevanites".
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::replace;
use crate::entities::casing::{Casing, View};
use crate::entities::names;
use crate::entities::tagger::labels::Class;
use crate::entities::tagger::reading::Labelled;
use crate::hashing::{Hashes, string};
use crate::lists;
use crate::text::Case;
use std::cell::OnceCell;
use std::ops::Range;

/// How sure such a party is.
const SCORE: f32 = 0.85;
/// What the labels are less sure of than this is no reason against a party.
const UNSURE: f32 = 0.5;

/// Names the parties of their members, and ends a longer name before a body that the party is no part of: "Labour Treasury minister".
pub fn members(view: &View, names: &mut Vec<Labelled>) {
    let begins = view.lower.which(|word| lists::PARTIES.contains(word) || word == "lib" || word.ends_with("ites"));
    // What the article's own words can make a follower of; asked for where there is one.
    let words: OnceCell<Hashes> = OnceCell::new();
    let words = || words.get_or_init(|| view.lower.words().map(string).collect());
    let begins = |at: usize| begins[view.lower.number(at)] && view.document.tokens[at].case == Case::Title;
    let found: Vec<Labelled> = (0..view.document.tokens.len())
        .filter(|&at| begins(at))
        .filter_map(|at| followers(view, at, words).or_else(|| party(view, at)))
        .map(|tokens| Labelled::certain(tokens, Class::Group, SCORE))
        .collect();
    let found = found.into_iter().filter(|party| {
        let at = names.partition_point(|name| name.tokens.end <= party.tokens.start);
        match names.get_mut(at).filter(|name| name.tokens.start < party.tokens.end) {
            // "Labour Treasury" before "minister".
            Some(name) if name.tokens.start == party.tokens.start && name.tokens.end == party.tokens.end + 1 => {
                *name = party.clone();
                false
            }
            // What is an organization already stays one.
            Some(name) if name.tokens == party.tokens && name.class == Class::Organization => {
                name.probability = name.probability.max(SCORE);
                false
            }
            // "Christian Democrat" stays whole.
            Some(name) => name.probability < UNSURE || name.tokens == party.tokens,
            None => true,
        }
    });
    let found = found.collect();
    replace(names, found);
}

/// "Bevanites": after a surname that the lists know, or the article tells.
fn followers<'w>(view: &View, at: usize, words: impl Fn() -> &'w Hashes) -> Option<Range<usize>> {
    let surname = view.lower[at].strip_suffix("ites")?;
    let sentence = view.document.sentence_of(at);
    let known = || {
        let listed = names::look_up(surname);
        // A sentence may begin with "Ammonites".
        let begins = view.begins(at, &view.document.sentences[sentence].tokens);
        listed.person() || !begins && listed.surname() > 0 || words().contains(&string(surname))
    };
    (surname.len() > 2 && view.casing[sentence] == Casing::Sentence && !view.listed[at].common() && known())
        .then_some(at..at + 1)
}

/// The party that begins with a token.
fn party(view: &View, at: usize) -> Option<Range<usize>> {
    let sentence = view.document.sentence_of(at);
    let limit = view.document.sentences[sentence].tokens.end;
    let word = |at: usize| if at < limit { &view.lower[at] } else { "" };
    let title = |at: usize| at < limit && view.document.tokens[at].case == Case::Title;
    let end = match (word(at), word(at + 1)) {
        ("lib", "dem") | ("liberal", "democrat") if title(at + 1) => at + 2,
        (word, _) if lists::PARTIES.contains(word) => at + 1,
        _ => return None,
    };
    // The Labour Minister is one of work.
    let member = |at: usize| lists::PARTY_MEMBERS.contains(word(at)) && !(word(at) == "minister" && title(at));
    // "Labour Treasury minister"
    let body =
        || matches!(word(end), "cabinet" | "treasury" | "government" | "senate" | "house" | "shadow") && member(end + 1);
    (view.casing[sentence] == Casing::Sentence && (member(end) || body())).then_some(at..end)
}
