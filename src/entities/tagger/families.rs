//! Families: "the Hensleys", the plural of a surname that the article or the lists know. What else may be called so, a team above all, is left
//! alone: a name that only the lists know must be nothing else.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use crate::entities::casing::{Casing, View};
use crate::entities::names;
use crate::entities::{EntityType, Name};
use crate::hashing::{Hashes, string};
use crate::room;
use crate::text::Case;

/// How sure a family is of whom the article names somebody in full, and one that only the lists know.
const NAMED: f32 = 0.85;
const LISTED: f32 = 0.7;
/// The shortest plural, in bytes.
const SHORTEST: usize = 5;

/// Adds the families of an article.
pub(super) fn add(view: &View, all: &mut Vec<Name>) {
    let full = all.iter().filter(|name| name.kind == EntityType::Person && name.tokens.len() > 1);
    let surnames: Hashes = full.map(|name| string(&view.lower[name.tokens.end - 1])).collect();
    let mut added = Vec::new();
    for at in 1..view.document.tokens.len() {
        let word = &view.lower[at];
        if view.document.tokens[at].case != Case::Title
            || word.len() < SHORTEST
            || !word.ends_with('s')
            || !view.lower.is(at - 1, "the")
        {
            continue;
        }
        let sentence = view.document.sentence_of(at);
        let last = at + 1 == view.document.sentences[sentence].tokens.end;
        // "the Hensleys Trust"
        if view.casing[sentence] != Casing::Sentence || !last && view.document.tokens[at + 1].case == Case::Title {
            continue;
        }
        let mut surname = [word.strip_suffix('s'), word.strip_suffix("es")].into_iter().flatten();
        let known = |surname: &str| {
            let listed = names::look_up(surname);
            listed.person() && !listed.place() && !listed.organization() && !view.listed[at].named()
        };
        let score = if surname.clone().any(|surname| surnames.contains(&string(surname))) {
            NAMED
        } else if surname.any(known) {
            LISTED
        } else {
            continue;
        };
        let index = all.partition_point(|name| name.tokens.end <= at);
        match all.get_mut(index).filter(|name| name.tokens.start <= at) {
            Some(name)
                if name.tokens == (at..at + 1)
                    && (score == NAMED || name.score < score)
                    && name.kind != EntityType::Group =>
            {
                (name.kind, name.score) = (EntityType::Person, score)
            }
            Some(_) => {}
            None => added.push(Name { tokens: at..at + 1, kind: EntityType::Person, score, known: None, exact: None }),
        }
    }
    room::merge(all, added, |name| name.tokens.start);
}
