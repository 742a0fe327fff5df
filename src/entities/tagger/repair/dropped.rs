//! What is no name though labels say so: words of headlines, offices, portfolios, verbs, questions in capitals, diseases.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::classes::{exactly, is_function};
use super::{People, ends};
use crate::entities::casing::{Capital, Casing, View, word_like};
use crate::entities::tagger::labels::Class;
use crate::entities::tagger::reading::Labelled;
use crate::lists;
use crate::text::{BlockKind, Case};
use std::ops::Range;

/// Whether what labels call a name names nothing.
pub fn names_nothing(view: &View, name: &Labelled, sentence: usize, people: &People) -> bool {
    is_no_name(view, name, people)
        || is_title_words(view, &name.tokens, sentence)
        || is_office(view, name, people)
        || is_portfolio(view, name)
        || is_verb(view, name, sentence)
        || is_asked(view, name, sentence)
        || is_disease(view, name)
        || is_initials(view, name, people)
        || is_amount(view, name)
        || is_zone(view, name)
        || is_degree(view, name, people)
}

/// Whether a single word is a day, a month or another that names nothing, if nobody bears it in a longer name ("June Sun").
fn is_no_name(view: &View, name: &Labelled, people: &People) -> bool {
    let word = &view.lower[name.tokens.start];
    let document = view.document;
    let joined = || document.span_of(name.tokens.clone()).of(document.text).to_lowercase();
    if name.tokens.len() == 3 && document.tokens[name.tokens.start + 1].glued && lists::NO_NAMES.contains(&joined()) {
        return true;
    }
    name.tokens.len() == 1
        && (lists::CALENDAR_WORDS.contains(word)
            || lists::NO_NAMES.contains(word)
            || lists::POST_NOMINALS.contains(view.document.word(name.tokens.start)))
        && !(name.class == Class::Person && people.words.contains(word))
}

/// Whether these are words of a headline that are words elsewhere too ("Fire Destroys Barn").
fn is_title_words(view: &View, tokens: &Range<usize>, sentence: usize) -> bool {
    view.casing[sentence] == Casing::Title
        && view.document.blocks[view.document.sentences[sentence].block].kind != BlockKind::Boilerplate
        && tokens.clone().all(|at| view.capital[at] != Capital::Strong)
}

/// Whether this is an amount of money: "R11bn", "R5" before ".5bn".
fn is_amount(view: &View, name: &Labelled) -> bool {
    let scaled = |word: &str| {
        let digits = word.trim_start_matches(|c: char| c.is_alphabetic() || c == '.');
        let scale = digits.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        digits.len() > scale.len() && matches!(scale, "bn" | "tn" | "mn" | "m" | "k" | "billion" | "million" | "trillion")
    };
    let (at, next) = (name.tokens.start, name.tokens.end);
    let glued = |at: usize| view.document.tokens.get(at).is_some_and(|token| token.glued);
    // The tokens end before the point of "R5.5bn".
    let fraction = view.document.word_or_empty(Some(next + 1)).starts_with(|c: char| c.is_ascii_digit());
    let cut = view.lower[at].ends_with(|c: char| c.is_ascii_digit())
        && glued(next)
        && matches!(view.document.word_or_empty(Some(next)), "." | ",")
        && glued(next + 1)
        && fraction;
    name.tokens.len() == 1 && (scaled(&view.lower[at]) || cut)
}

/// Whether this is the zone of a clock time: "9:30 p.m. ET".
fn is_zone(view: &View, name: &Labelled) -> bool {
    let before = name.tokens.start.checked_sub(1).map_or("", |before| &view.lower[before]);
    let time = matches!(before, "p.m" | "a.m" | "p.m." | "a.m." | "pm" | "am")
        || before.starts_with(|c: char| c.is_ascii_digit()) && (before.contains(':') || before.ends_with('m'));
    name.tokens.len() == 1
        && view.document.tokens[name.tokens.start].case == Case::Upper
        && time
        && view.lower[name.tokens.start].len() < 5
}

/// Whether this is a degree or a licence after a person's name: ", R.N.,".
fn is_degree(view: &View, name: &Labelled, people: &People) -> bool {
    let comma = name.tokens.start.checked_sub(1).is_some_and(|before| view.lower.is(before, ","));
    if name.tokens.len() > 1 || !comma {
        return false;
    }
    let letters = view.document.word(name.tokens.start).replace('.', "");
    let honour =
        letters != "SC" && view.document.word(name.tokens.start).contains('.') && lists::POST_NOMINALS.contains(&letters);
    // "Alan Voss, B.Sc., were": after the whole name of a person.
    let word = view.document.word(name.tokens.start);
    let lettered = word.matches('.').count() > 1
        && word.split('.').all(|part| part.len() < 3)
        && people.words.contains(&view.lower[name.tokens.start.saturating_sub(2)])
        && !exactly(view, &name.tokens).place();
    honour
        || lettered
        || matches!(view.document.word_or_empty(Some(name.tokens.end)), "," | "." | "and" | "")
            && matches!(
                &*letters,
                "RN" | "MD" | "PhD" | "DDS" | "DVM" | "JD" | "MBA" | "CPA" | "LPN" | "EdD" | "PsyD" | "MPH"
            )
}

/// Whether a person is only called by an office or an address ("the Captain", "Dear Sir", "Campaigners"), which no full name ends in.
fn is_office(view: &View, name: &Labelled, people: &People) -> bool {
    // "House Majority Whip" before who it is.
    let held = || {
        name.tokens.len() > 1
            && lists::ROLES.contains(&view.lower[name.tokens.end - 1])
            && view.document.tokens.get(name.tokens.end).is_some_and(|next| next.case == Case::Title)
    };
    (name.class == Class::Person || held())
        && name.tokens.clone().all(|at| {
            let word = &view.lower[at];
            // "Baker said", but not "the Baker".
            let borne = || {
                let article =
                    at.checked_sub(1).is_some_and(|before| matches!(&view.lower[before], "the" | "a" | "an" | "dear"));
                name.tokens.len() == 1 && view.listed[at].surname() > 1 && !article
            };
            is_function(word) && !borne() || lists::ROLE_MODIFIERS.contains(word) || lists::NO_NAMES.contains(word)
        })
        && !people.bear(view, name)
}

/// Whether this is what a minister is of: "Minister of Agriculture and Light Industry".
fn is_portfolio(view: &View, name: &Labelled) -> bool {
    let low = name.tokens.start.saturating_sub(5);
    let of = (low..name.tokens.start).rev().find(|&at| matches!(&view.lower[at], "of" | "for" | "on"));
    of.is_some_and(|of| {
        matches!(name.class, Class::Organization | Class::Miscellaneous)
            && of > 0
            && (matches!(&view.lower[of - 1], "minister" | "ministers" | "secretary" | "undersecretary")
                || matches!(&view.lower[of - 1], "adviser" | "advisor" | "director" | "head" | "chief" | "deputy")
                    && view.document.tokens[of - 1].case == Case::Title)
            && (of + 1..name.tokens.end).all(|at| {
                view.listed[at].common() || word_like(&view.lower[at]) || matches!(&view.lower[at], "and" | "," | "&")
            })
    })
}

/// Whether a sentence begins with a verb that is a first name too: "Mark the page".
fn is_verb(view: &View, name: &Labelled, sentence: usize) -> bool {
    let (at, sentence) = (name.tokens.start, &view.document.sentences[sentence].tokens);
    name.class == Class::Person
        && name.tokens.len() == 1
        && view.listed[at].common()
        && view.begins(at, sentence)
        && name.tokens.end < sentence.end
        && matches!(
            &view.lower[name.tokens.end],
            "the" | "a" | "an" | "my" | "your" | "our" | "this" | "that" | "these" | "those"
        )
        && view.document.tokens[name.tokens.end].case == Case::Lower
}

/// "WHO IS RESPONSIBLE?": a question in capitals, and not the World Health Organization.
fn is_asked(view: &View, name: &Labelled, sentence: usize) -> bool {
    let tokens = &view.document.sentences[sentence].tokens;
    view.casing[sentence] == Casing::Upper
        && name.tokens == (tokens.start..tokens.start + 1)
        && view.lower.is(tokens.start, "who")
        && view.lower.is(tokens.end - 1, "?")
}

/// "Parkinson's disease": not whom it is named after.
fn is_disease(view: &View, name: &Labelled) -> bool {
    let disease = view.document.word_or_empty(Some(name.tokens.end + 1));
    name.class == Class::Person
        && view.lower.is(name.tokens.end, "'s")
        && matches!(disease, "disease" | "syndrome" | "lymphoma" | "palsy")
}

/// Whether a name is just the initials of a person before what that person says: "AR: It is safe."
fn is_initials(view: &View, name: &Labelled, people: &People) -> bool {
    let word = &view.lower[name.tokens.start];
    name.tokens.len() == 1
        && (2..=3).contains(&word.len())
        && view.document.tokens[name.tokens.start].case == Case::Upper
        && view.lower.is(name.tokens.end, ":")
        && people.initials.contains(&ends(word.chars().next(), word.chars().next_back()))
}
