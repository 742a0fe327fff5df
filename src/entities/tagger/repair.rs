//! Repairs: what labels leave undone where the language leaves no doubt.
//!
//! A listed name of many words is one name ("Organization for Security and Cooperation in Europe"), a company's legal form
//! belongs to the company, an honorific to no name, and an account is a name wherever it stands. Each repair is one function.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::labels::Class;
use super::reading::Labelled;
use crate::entities::casing::{Capital, Casing, View};
use crate::entities::names::{self, Listed};
use crate::lists;
use crate::text::{BlockKind, Case, TokenKind};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// How many words a listed name must have to be one name whatever its words are taken for.
const CERTAIN: usize = 4;
/// How sure a name is that a list, or a legal form, tells.
const LISTED: f32 = 0.9;
/// How sure a firm is that "&" tells.
const FIRM: f32 = 0.8;
/// How many tokens a dateline may have before its agency.
const DATELINE: usize = 12;
/// How sure an account is to be a person's.
const ACCOUNT: f32 = 0.8;

/// Repairs the names of an article, in text order.
#[inline(never)]
pub fn names(view: &View, found: Vec<Labelled>) -> Vec<Labelled> {
    let people = People::of(view, &found);
    let mut names: Vec<Labelled> = Vec::with_capacity(found.len());
    let mut sentence = 0;
    for mut name in found {
        while view.document.sentences[sentence].tokens.end <= name.tokens.start {
            sentence += 1;
        }
        untitle(view, &mut name);
        undescribed(view, &mut name, sentence, &people);
        employer(view, &mut name, &people);
        unaffiliated(view, &mut name);
        small_in_title(view, &mut name, sentence);
        let listed = exactly(view, &name.tokens);
        reclass(view, &mut name, listed, sentence);
        incorporate(view, &mut name);
        agree(&mut name, listed);
        if let Some(rest) = after_comma(view, &mut name) {
            names.extend([name, rest]);
            continue;
        }
        match names.last_mut() {
            Some(first) if hyphened(view, first, &name) => {
                *first = Labelled { tokens: first.tokens.start..name.tokens.end, ..name }
            }
            Some(company) if legal_form(view, company, &name.tokens) => {
                company.tokens.end = name.tokens.end;
                incorporate(view, company);
            }
            _ if is_no_name(view, &name, &people)
                || is_title_words(view, &name.tokens, sentence)
                || is_office(view, &name, &people)
                || is_portfolio(view, &name)
                || is_verb(view, &name, sentence)
                || is_asked(view, &name, sentence) => {}
            _ => names.push(name),
        }
    }
    listed(view, &mut names);
    firms(view, &mut names, &people);
    enumerated(view, &mut names, &people);
    accounts(view, &mut names);
    names
}

/// The persons of an article who are named in full.
struct People<'v> {
    /// The words of their names.
    words: HashSet<&'v str>,
    /// How many of the names end in a word.
    ends: HashMap<&'v str, usize>,
}

impl<'v> People<'v> {
    fn of(view: &'v View, found: &[Labelled]) -> Self {
        let mut people = People { words: HashSet::new(), ends: HashMap::new() };
        for name in found.iter().filter(|name| name.class == Class::Person && name.tokens.len() > 1) {
            people.words.extend(name.tokens.clone().map(|at| &view.lower[at]));
            *people.ends.entry(&view.lower[name.tokens.end - 1]).or_default() += 1;
        }
        people
    }

    /// Whether another full name than this one ends as it does.
    fn bear(&self, view: &View, name: &Labelled) -> bool {
        let own = usize::from(name.tokens.len() > 1);
        self.ends.get(&view.lower[name.tokens.end - 1]).is_some_and(|&count| count > own)
    }
}

/// Leaves an honorific out, what stands after a name for an office or an honour ("KC", "MP"), and the article before an institution ("An Assembly spokesman").
fn untitle(view: &View, name: &mut Labelled) {
    if name.class == Class::Organization && name.tokens.len() > 1 && matches!(&view.lower[name.tokens.start], "a" | "an") {
        name.tokens.start += 1;
    }
    while name.class == Class::Person
        && name.tokens.len() > 1
        && matches!(view.lower[name.tokens.start].trim_end_matches('.'), "mr" | "mrs" | "ms" | "dr" | "prof" | "cllr")
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

/// Leaves out the adjective that a sentence begins with before somebody named elsewhere: "Tearful Perera".
fn undescribed(view: &View, name: &mut Labelled, sentence: usize, people: &People) {
    let start = name.tokens.start;
    if name.class == Class::Person
        && name.tokens.len() > 1
        && view.capital[start] != Capital::Strong
        && !view.listed[start].first_name()
        && !lists::NAME_PARTICLES.contains(&view.lower[start])
        && view.begins(start, &view.document.sentences[sentence].tokens)
        && people.bear(view, name)
    {
        name.tokens.start += 1;
    }
}

/// "analysts at Bernstein", "a partner at Weil", "Brokerage Motilal Oswal": whom somebody works at, and what is told by its trade, is no
/// person, if nobody bears the name.
fn employer(view: &View, name: &mut Labelled, people: &People) {
    let start = name.tokens.start;
    let word = |back: usize| start.checked_sub(back).map_or("", |at| &view.lower[at]);
    let trade = matches!(
        word(1),
        "airline"
            | "automaker"
            | "bank"
            | "brokerage"
            | "carmaker"
            | "chipmaker"
            | "drugmaker"
            | "insurer"
            | "lender"
            | "retailer"
    ) && !matches!(word(2), "the" | "a" | "an");
    let works = word(1) == "at" && is_function(word(2));
    if name.class == Class::Person && (works || trade) && !people.bear(view, name) {
        name.class = Class::Organization;
    }
}

/// Whether a word tells what somebody is, or what several are: "analyst", "analysts".
fn is_function(word: &str) -> bool {
    lists::ROLES.contains(word) || lists::ROLES.contains(word.strip_suffix('s').unwrap_or(word))
}

/// Leaves a politician's party out: of "(D-Calif.)" and ", I-Vt.," the state is named.
fn unaffiliated(view: &View, name: &mut Labelled) {
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

/// Whether a single word is a day, a month or another that names nothing, if nobody bears it in a longer name ("June Sun").
fn is_no_name(view: &View, name: &Labelled, people: &People) -> bool {
    let word = &view.lower[name.tokens.start];
    name.tokens.len() == 1
        && (lists::CALENDAR_WORDS.contains(word)
            || lists::NO_NAMES.contains(word)
            || lists::POST_NOMINALS.contains(view.document.word(name.tokens.start)))
        && !(name.class == Class::Person && people.words.contains(word))
}

/// Leaves out the preposition that a headline gives a capital ("Over").
fn small_in_title(view: &View, name: &mut Labelled, sentence: usize) {
    while name.tokens.len() > 1
        && view.casing[sentence] == Casing::Title
        && lists::SMALL_IN_TITLES.contains(&view.lower[name.tokens.start])
        && view.several(name.tokens.start, name.tokens.end) == 0
    {
        name.tokens.start += 1;
    }
}

/// Whether these are words of a headline that are words elsewhere too ("Fire Destroys Barn").
fn is_title_words(view: &View, tokens: &Range<usize>, sentence: usize) -> bool {
    view.casing[sentence] == Casing::Title
        && view.document.blocks[view.document.sentences[sentence].block].kind != BlockKind::Boilerplate
        && tokens.clone().all(|at| view.capital[at] != Capital::Strong)
}

/// Whether a person is only called by an office or an address ("the Captain", "Dear Sir", "Campaigners"), which no full name ends in.
fn is_office(view: &View, name: &Labelled, people: &People) -> bool {
    name.class == Class::Person
        && name.tokens.clone().all(|at| {
            let word = &view.lower[at];
            is_function(word) || lists::ROLE_MODIFIERS.contains(word) || lists::NO_NAMES.contains(word)
        })
        && !people.bear(view, name)
}

/// Whether this is what a minister is of: "Minister of Agriculture and Light Industry".
fn is_portfolio(view: &View, name: &Labelled) -> bool {
    let low = name.tokens.start.saturating_sub(5);
    let of = (low..name.tokens.start).rev().find(|&at| matches!(&view.lower[at], "of" | "for"));
    of.is_some_and(|of| {
        matches!(name.class, Class::Organization | Class::Miscellaneous)
            && of > 0
            && matches!(&view.lower[of - 1], "minister" | "ministers" | "secretary" | "undersecretary")
            && (of + 1..name.tokens.end).all(|at| view.listed[at].common() || matches!(&view.lower[at], "and" | "," | "&"))
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

/// Gives a name its class where the lists know only one, or where the words around a place leave no other.
fn reclass(view: &View, name: &mut Labelled, listed: Listed, sentence: usize) {
    let (place, organization) = (listed.place(), listed.organization());
    let person = listed.person() || listed.other();
    match name.class {
        Class::Place if organization && !place && !person && !listed.group() => name.class = Class::Organization,
        Class::Person if listed.group() && listed.male() + listed.female() < 2 && !place && !organization && !person => {
            name.class = Class::Group
        }
        Class::Organization if place && !organization && is_located(view, &name.tokens) => name.class = Class::Place,
        Class::Miscellaneous if organization && !place && !person && !listed.group() => name.class = Class::Organization,
        // "She wrote on X": the network; it is nobody's name.
        Class::Person | Class::Miscellaneous if is_network(view, &name.tokens) => name.class = Class::Organization,
        Class::Place if !place && is_agency(view, &name.tokens, sentence) => name.class = Class::Organization,
        Class::Person | Class::Organization if is_home(view, &name.tokens) => name.class = Class::Place,
        Class::Organization if with_article(view, &name.tokens).place() => name.class = Class::Place,
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

/// The lists that hold a name together with its article: "The Hague", "the Gambia".
fn with_article(view: &View, tokens: &Range<usize>) -> Listed {
    match tokens.start.checked_sub(1) {
        Some(article) if view.lower.is(article, "the") => exactly(view, &(article..tokens.end)),
        _ => Listed::default(),
    }
}

/// The lists that hold a name as it stands.
fn exactly(view: &View, tokens: &Range<usize>) -> Listed {
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

/// "Geneva, Switzerland" is two places: what stands after the comma.
fn after_comma(view: &View, name: &mut Labelled) -> Option<Labelled> {
    let comma = name.tokens.clone().find(|&at| name.class == Class::Place && view.lower.is(at, ","))?;
    let tokens = comma + 1..name.tokens.end;
    name.tokens.end = comma;
    (!tokens.is_empty() && comma > name.tokens.start).then(|| Labelled { tokens, ..name.clone() })
}

/// "Russia" before "-NATO Council": a hyphen and an institution's last word make one name of two.
fn hyphened(view: &View, first: &Labelled, second: &Labelled) -> bool {
    let (hyphen, tokens) = (first.tokens.end, &view.document.tokens);
    second.tokens.start == hyphen + 1
        && view.lower.is(hyphen, "-")
        && tokens[hyphen].glued
        && tokens[hyphen + 1].glued
        && second.class == Class::Organization
        && second.tokens.len() > 1
        && lists::HEADS.get(&view.lower[second.tokens.end - 1]) == Some(&"o")
}

/// An organization with a company's legal form is one surely.
fn incorporate(view: &View, name: &mut Labelled) {
    let last = view.lower[name.tokens.end - 1].trim_end_matches('.');
    if name.class == Class::Organization && name.tokens.len() > 1 && lists::LEGAL_FORMS.contains(last) {
        name.probability = name.probability.max(LISTED);
    }
}

/// What the lists know under its name as just the one kind of thing is that surely ("Sunni", "Bolivia", "Isle of Wight").
fn agree(name: &mut Labelled, listed: Listed) {
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

/// "Co., Ltd." after "Jianghe Motors Group".
fn legal_form(view: &View, company: &Labelled, form: &Range<usize>) -> bool {
    let between = company.tokens.end..form.start;
    let comma = |at: usize| matches!(&view.lower[at], "," | ".");
    company.class == Class::Organization
        && (form.clone()).all(|at| comma(at) || lists::LEGAL_FORMS.contains(view.lower[at].trim_end_matches('.')))
        && between.len() <= 1
        && between.into_iter().all(comma)
}

/// Puts listed names of many words in place of what was found in them.
fn listed(view: &View, names: &mut Vec<Labelled>) {
    let mut repaired: Vec<Labelled> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        if repaired.last().is_some_and(|last| name.tokens.start < last.tokens.end) {
            continue;
        }
        let sentence = &view.document.sentences[view.document.sentence_of(name.tokens.start)];
        let count = view.several(name.tokens.start, sentence.tokens.end);
        if count >= CERTAIN && count > name.tokens.len() {
            let tokens = name.tokens.start..name.tokens.start + count;
            repaired.push(Labelled { tokens, class: name.class, probability: name.probability.max(LISTED) });
        } else {
            repaired.push(name);
        }
    }
    *names = repaired;
}

/// "in Bootle, Widnes, Crosby and Prescot": what stands between places in a list is one.
fn enumerated(view: &View, names: &mut [Labelled], people: &People) {
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

/// Makes one firm of two names with "&" between them, as a sentence joins no two people: "Bevan & Crane".
fn firms(view: &View, names: &mut Vec<Labelled>, people: &People) {
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
        names.push(Labelled { tokens: start..end, class: Class::Organization, probability });
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
fn accounts(view: &View, names: &mut Vec<Labelled>) {
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
            names.push(Labelled { tokens: at..at + 1, class: Class::Person, probability: ACCOUNT });
        }
    }
    names.extend(found);
}
