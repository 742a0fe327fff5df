//! What kind of thing a name is, where a list or the words around it leave no other.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::People;
use crate::entities::casing::View;
use crate::entities::names::{self, Listed};
use crate::entities::tagger::evidence::is_street;
use crate::entities::tagger::labels::Class;
use crate::entities::tagger::reading::Labelled;
use crate::lists;
use crate::text::Case;
use std::ops::Range;

/// How sure a name is that a list, or a legal form, tells.
pub const LISTED: f32 = 0.9;

/// How many tokens a dateline may have before its agency.
const DATELINE: usize = 12;

/// What a company does, as reports put it before its name: "Carmaker Ford".
pub const TRADES: [&str; 8] =
    ["automaker", "brokerage", "carmaker", "chipmaker", "drugmaker", "insurer", "lender", "retailer"];

/// "analysts at Bernstein", "a partner at Weil", "Brokerage Motilal Oswal": whom somebody works at, and what is told by its trade, is no
/// person, if nobody bears the name.
pub fn employer(view: &View, name: &mut Labelled, people: &People) {
    let start = name.tokens.start;
    let word = |back: usize| start.checked_sub(back).map_or("", |at| &view.lower[at]);
    let trade =
        (matches!(word(1), "airline" | "bank") || TRADES.contains(&word(1))) && !matches!(word(2), "the" | "a" | "an");
    let works = word(1) == "at" && is_function(word(2));
    if name.class == Class::Person && (works || trade) && !people.bear(view, name) {
        name.class = Class::Organization;
    }
}

/// Whether a word tells what somebody is, or what several are: "analyst", "analysts".
pub fn is_function(word: &str) -> bool {
    lists::ROLES.contains(word) || lists::ROLES.contains(word.strip_suffix('s').unwrap_or(word))
}

/// Gives a name its class where the lists know only one, or where the words around a place leave no other.
pub fn reclass(view: &View, name: &mut Labelled, listed: Listed, sentence: usize) {
    let (place, organization) = (listed.place(), listed.organization());
    let person = listed.person() || listed.other();
    match name.class {
        Class::Place if organization && !place && !person && !listed.group() => name.class = Class::Organization,
        Class::Person if listed.group() && listed.male() + listed.female() < 2 && !place && !organization && !person => {
            name.class = Class::Group
        }
        Class::Organization | Class::Place
            if listed.group() && !place && !organization && !person && is_counted(view, &name.tokens) =>
        {
            name.class = Class::Group
        }
        // "Mother Jones", "Roland Garros": what the lists know as nothing else.
        Class::Person if organization && !place && !person && !listed.group() && name.tokens.len() > 1 => {
            name.class = Class::Organization
        }
        Class::Person | Class::Place
            if listed.other() && name.tokens.len() > 1 && !listed.person() && !place && !organization =>
        {
            name.class = Class::Miscellaneous
        }
        // "the Wimbledon final": where, or what is played there.
        Class::Person | Class::Organization | Class::Place | Class::Group
            if listed.other() && is_contest(view, &name.tokens) =>
        {
            name.class = Class::Miscellaneous
        }
        Class::Organization if place && !organization && is_located(view, &name.tokens) => name.class = Class::Place,
        Class::Miscellaneous if organization && !place && !person && !listed.group() => name.class = Class::Organization,
        // "She wrote on X": the network; it is nobody's name.
        Class::Person | Class::Miscellaneous if is_network(view, &name.tokens) => name.class = Class::Organization,
        Class::Place if !place && is_agency(view, &name.tokens, sentence) => name.class = Class::Organization,
        Class::Person | Class::Organization if is_home(view, &name.tokens) => name.class = Class::Place,
        Class::Organization if with_article(view, &name.tokens).place() => name.class = Class::Place,
        Class::Person | Class::Organization if !organization && is_filed_from(view, &name.tokens, sentence) => {
            name.class = Class::Place
        }
        // "Beatrice Mews", but not "Diane Lane".
        Class::Person if is_street(view, &name.tokens) && view.listed[name.tokens.end - 1].surname() == 0 => {
            name.class = Class::Place
        }
        Class::Person | Class::Organization | Class::Place if is_followers(view, &name.tokens) => name.class = Class::Group,
        Class::Person | Class::Organization if is_prize(view, &name.tokens) => name.class = Class::Miscellaneous,
        _ => {}
    }
}

/// Whether a name is "X" by itself, as something is written on it or to it.
fn is_network(view: &View, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1);
    tokens.len() == 1
        && view.document.word(tokens.start) == "X"
        && before.is_some_and(|before| matches!(&view.lower[before], "on" | "to" | "via"))
}

/// Whether a name is where somebody lives, as reports tell it after the age: ", 63, of Cromer,", and in "the Grimsby MP".
fn is_home(view: &View, tokens: &Range<usize>) -> bool {
    let word = |back: usize| tokens.start.checked_sub(back).map_or("", |at| &view.lower[at]);
    let age = word(3).len() < 3 && word(3).bytes().all(|byte| byte.is_ascii_digit());
    let resident = matches!(word(1), "of" | "from") && word(2) == "," && age && word(4) == ",";
    let seat = || matches!(view.document.word_or_empty(Some(tokens.end)), "MP" | "MPs" | "MEP" | "MSP");
    resident || seat() && exactly(view, tokens).place()
}

/// Whether a name stands in the brackets of a dateline, where agencies do: "OBAN, Nov. 23 (Island Wire) -".
fn is_agency(view: &View, tokens: &Range<usize>, sentence: usize) -> bool {
    let sentence = &view.document.sentences[sentence];
    tokens.start - sentence.tokens.start <= DATELINE
        && view.lower.is(tokens.end, ")")
        && tokens.start.checked_sub(1).is_some_and(|before| view.lower.is(before, "("))
        && tokens.end < view.document.words_begin(sentence.block)
}

/// Whether a name begins a dateline: "OBAN, Nov. 23 (Island Wire) -". Alone before the dash it may as well be who publishes.
fn is_filed_from(view: &View, tokens: &Range<usize>, sentence: usize) -> bool {
    let sentence = &view.document.sentences[sentence];
    tokens.start == sentence.tokens.start
        && matches!(view.document.word_or_empty(Some(tokens.end)), "," | "(")
        && tokens.end < view.document.words_begin(sentence.block)
}

/// Whether a name is what somebody wins: "won Wimbledon in 2015", "the Wimbledon champion".
fn is_contest(view: &View, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |before| &view.lower[before]);
    let after = view.lower.get(tokens.end).unwrap_or_default();
    matches!(before, "won" | "wins" | "win" | "winning" | "lost")
        || matches!(
            after.strip_suffix('s').unwrap_or(after),
            "champion" | "final" | "title" | "winner" | "semi-final" | "semifinal" | "crown" | "debut"
        )
}

/// "Thatcherites": who follows somebody.
fn is_followers(view: &View, tokens: &Range<usize>) -> bool {
    let word = &view.lower[tokens.start];
    tokens.len() == 1 && word.len() > 6 && ["ites", "istas", "ists"].iter().any(|tail| word.ends_with(tail))
}

/// Whether a word is used as of people: "Brits", "a Yank".
fn is_counted(view: &View, tokens: &Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |before| &view.lower[before]);
    view.lower[tokens.end - 1].ends_with('s') || matches!(before, "a" | "an")
}

/// "an Oscar", "a Tony": a prize called by a first name.
fn is_prize(view: &View, tokens: &Range<usize>) -> bool {
    let article = tokens.start.checked_sub(1).map_or("", |before| &view.lower[before]);
    tokens.len() == 1
        && matches!(article, "a" | "an")
        && matches!(&view.lower[tokens.start], "oscar" | "tony" | "emmy" | "grammy" | "obie" | "olivier")
}

/// The lists that hold a name together with its article: "The Hague", "the Gambia".
pub fn with_article(view: &View, tokens: &Range<usize>) -> Listed {
    match tokens.start.checked_sub(1) {
        Some(article) if view.lower.is(article, "the") => exactly(view, &(article..tokens.end)),
        _ => Listed::default(),
    }
}

/// The lists that hold a name as it stands.
pub fn exactly(view: &View, tokens: &Range<usize>) -> Listed {
    if tokens.len() == 1 && !matches!(view.document.tokens[tokens.start].case, Case::None | Case::Lower) {
        return view.listed[tokens.start];
    }
    let words = tokens.clone().map(|at| (!view.document.tokens[at].glued, &view.lower[at]));
    match names::longest(words) {
        Some((count, listed)) if count == tokens.len() => listed,
        _ => Listed::default(),
    }
}

/// Whether the words around a name are those around a place: "in Leeds", "the mayor of Porto", "Leeds-based".
fn is_located(view: &View, tokens: &Range<usize>) -> bool {
    let word = |at: Option<usize>| at.map_or("", |at| &view.lower[at]);
    let back = |count: usize| word(tokens.start.checked_sub(count));
    let (next, second) = (word(Some(tokens.end)), word(Some(tokens.end + 1)));
    matches!(back(1), "in" | "near" | "outside")
        || back(1) == "of"
            && matches!(back(2), "mayor" | "city" | "town" | "village" | "port" | "north" | "south" | "east" | "west")
        || next == "-" && matches!(second, "based" | "born")
}

/// An organization with a company's legal form is one surely. The form is part of its name, in small letters too: "Brook Foods plc".
pub fn incorporate(view: &View, name: &mut Labelled) {
    let next = view.lower.get(name.tokens.end).unwrap_or_default();
    if matches!(name.class, Class::Organization | Class::Person) && matches!(next, "plc" | "ltd" | "llp" | "gmbh") {
        name.class = Class::Organization;
        name.tokens.end += 1;
    }
    let last = view.lower[name.tokens.end - 1].trim_end_matches('.');
    if name.class == Class::Organization && name.tokens.len() > 1 && lists::LEGAL_FORMS.contains(last) {
        name.probability = name.probability.max(LISTED);
    }
}

/// What the lists know under its name as just the one kind of thing is that surely ("Sunni", "Bolivia", "Isle of Wight").
pub fn agree(name: &mut Labelled, listed: Listed) {
    let several = name.tokens.len() > 1;
    let alone = match (name.class, listed.group(), listed.place(), listed.organization()) {
        (Class::Group, true, false, false) | (Class::Organization, false, false, true) => true,
        (Class::Place, false, true, false) => listed.country() || several,
        _ => false,
    };
    if alone && !(listed.person() || listed.other() || listed.first_name() || listed.common()) {
        name.probability = name.probability.max(LISTED);
    }
}

/// "in Bootle, Widnes, Crosby and Prescot": what stands between places in a list is one.
pub fn enumerated(view: &View, names: &mut [Labelled], people: &People) {
    let mut first = 0;
    while first < names.len() {
        let between = |at: usize| names[at - 1].tokens.end..names[at].tokens.start;
        let comma = |at: usize| at < names.len() && between(at).len() == 1 && view.lower.is(between(at).start, ",");
        // "and", ", and"
        let and = |at: usize| {
            at < names.len() && matches!(between(at).len(), 1 | 2) && view.lower.is(names[at].tokens.start - 1, "and")
        };
        let mut last = first;
        while comma(last + 1) {
            last += 1;
        }
        let closed = last > first && and(last + 1);
        last += usize::from(closed);
        let places = names[first].class == Class::Place && names[last].class == Class::Place;
        if closed && places && names[first].tokens.start.checked_sub(1).is_some_and(|before| view.lower.is(before, "in")) {
            for name in &mut names[first + 1..last] {
                let fits = matches!(name.class, Class::Person | Class::Organization) && name.tokens.len() == 1;
                if fits && !people.bear(view, name) {
                    name.class = Class::Place;
                }
            }
        }
        first = last + 1;
    }
}
