//! Where a name begins and ends: honorifics, parties and adjectives are no part of it, the article of "The Hague" is.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::People;
use super::classes::{TRADES, with_article};
use crate::entities::casing::{Capital, Casing, View};
use crate::entities::tagger::labels::Class;
use crate::entities::tagger::reading::Labelled;
use crate::lists;
use crate::text::Case;

/// Leaves an honorific out, what stands after a name for an office or an honour ("KC", "MP"), and the article before an
/// institution ("An Assembly spokesman").
pub fn untitle(view: &View, name: &mut Labelled) {
    if name.class == Class::Organization && name.tokens.len() > 1 && matches!(&view.lower[name.tokens.start], "a" | "an") {
        name.tokens.start += 1;
    }
    while name.class == Class::Person
        && name.tokens.len() > 1
        && matches!(
            view.lower[name.tokens.start].trim_end_matches('.'),
            "mr" | "mrs" | "ms" | "dr" | "prof" | "cllr" | "sir" | "dame"
        )
    {
        name.tokens.start += 1;
    }
    while name.class == Class::Person
        && name.tokens.len() > 1
        && lists::POST_NOMINALS.contains(view.document.word(name.tokens.end - 1))
    {
        name.tokens.end -= 1;
    }
}

/// Takes in the article of a place that has one, written large amid a sentence: "The Hague".
pub fn article(view: &View, name: &mut Labelled, sentence: usize) {
    let Some(before) = name.tokens.start.checked_sub(1) else { return };
    if name.class == Class::Place
        && view.document.tokens[before].case == Case::Title
        && view.casing[sentence] == Casing::Sentence
        && !view.begins(before, &view.document.sentences[sentence].tokens)
        && with_article(view, &name.tokens).place()
    {
        name.tokens.start = before;
    }
}

/// Leaves out the word that a sentence begins with before a name: the adjective of somebody named elsewhere ("Tearful Perera"), the
/// trade of a company ("Carmaker Ford").
pub fn undescribed(view: &View, name: &mut Labelled, sentence: usize, people: &People) {
    let start = name.tokens.start;
    if name.tokens.len() == 1 || !view.begins(start, &view.document.sentences[sentence].tokens) {
        return;
    }
    let adjective = name.class == Class::Person
        && view.capital[start] != Capital::Strong
        && !view.listed[start].first_name()
        && !lists::NAME_PARTICLES.contains(&view.lower[start])
        && people.bear(view, name);
    let trade = matches!(name.class, Class::Organization | Class::Person) && TRADES.contains(&&view.lower[start]);
    name.tokens.start += usize::from(adjective || trade);
}

/// Leaves a politician's party out: of "(D-Calif.)" and ", I-Vt.," the state is named.
pub fn unaffiliated(view: &View, name: &mut Labelled) {
    let (start, state) = (name.tokens.start, name.tokens.start + 2);
    let word = |at: Option<usize>| at.map_or("", |at| view.document.word(at));
    if name.tokens.len() > 2
        && matches!(word(start.checked_sub(1)), "(" | ",")
        && matches!(word(Some(start)), "D" | "R" | "I" | "L")
        && word(Some(start + 1)) == "-"
        && view.document.tokens[state].glued
    {
        *name = Labelled { tokens: state..name.tokens.end, class: Class::Place, ..*name };
    }
}

/// Leaves out the preposition that a headline gives a capital ("Over").
pub fn small_in_title(view: &View, name: &mut Labelled, sentence: usize) {
    while name.tokens.len() > 1
        && view.casing[sentence] == Casing::Title
        && lists::SMALL_IN_TITLES.contains(&view.lower[name.tokens.start])
        && view.several(name.tokens.start, name.tokens.end) == 0
    {
        name.tokens.start += 1;
    }
}

/// Ends a name of a headline before the verb: "Natasha Wants", where "Natasha" is a name in the text. What is another name after the verb
/// is given back: "Wigan Stun Rangers".
pub fn headline(view: &View, name: &mut Labelled, sentence: usize, people: &People) -> Option<Labelled> {
    let (first, second) = (name.tokens.start, name.tokens.start + 1);
    let alone = |at: usize| people.alone.contains(&view.lower[at]);
    if view.casing[sentence] == Casing::Title
        && (3..=5).contains(&name.tokens.len())
        && alone(first)
        && alone(name.tokens.end - 1)
        && !(second..name.tokens.end - 1).any(alone)
        && view.several(first, name.tokens.end) == 0
    {
        let last = Labelled { tokens: name.tokens.end - 1..name.tokens.end, ..name.clone() };
        name.tokens.end = second;
        return Some(last);
    }
    // "Alice Munday Boating Death", where the text has Alice Munday.
    if view.casing[sentence] == Casing::Title
        && name.class == Class::Person
        && name.tokens.len() == 3
        && people.ends.contains_key(&view.lower[second])
        && people.ends.get(&view.lower[second + 1]).is_none_or(|&count| count < 2)
        && view.listed[second + 1].surname() == 0
    {
        name.tokens.end = second + 1;
        return None;
    }
    if view.casing[sentence] == Casing::Title
        && name.tokens.len() > 1
        && first == view.document.sentences[sentence].tokens.start
        && (people.alone.contains(&view.lower[first]) || people.words.contains(&view.lower[first]))
        && view.capital[second] == Capital::Weak
        && view.several(first, name.tokens.end) == 0
        && !lists::HEADS.contains(&view.lower[name.tokens.end - 1])
    {
        name.tokens.end = second;
    }
    None
}
