//! Clues: what an undecided segment names, by its words, its neighbours, and every other place in the article that has it.
//!
//! Each clue adds to the odds of a type; the same words in one article are taken to name the same thing, so their clues add
//! up. Weights are logits by hand, meant to be replaced by a trained model.

use super::casing::{Capital, Casing, View};
use super::names::Listed;
use super::segments::Segment;
use super::{EntityType, Name};
use crate::lists;
use crate::text::{Case, TokenKind};
use std::collections::HashMap;

/// Log-odds of the types that context can tell apart.
#[derive(Clone, Copy, Default, Debug)]
struct Odds {
    person: f32,
    organization: f32,
    place: f32,
    group: f32,
    /// A work, a product, anything else.
    other: f32,
    /// Against being a name at all.
    none: f32,
}

impl Odds {
    fn add(&mut self, other: Odds) {
        self.person += other.person;
        self.organization += other.organization;
        self.place += other.place;
        self.group += other.group;
        self.other += other.other;
        self.none += other.none;
    }

    fn best(&self) -> (EntityType, f32) {
        let types = [
            (EntityType::Person, self.person),
            (EntityType::Organization, self.organization),
            (EntityType::Place, self.place),
            (EntityType::Group, self.group),
            (EntityType::Other, self.other),
        ];
        let best = types.into_iter().fold(types[0], |best, next| if next.1 > best.1 { next } else { best });
        let total: f32 = types.iter().map(|(_, odds)| (odds - best.1).exp()).sum::<f32>() + (self.none - best.1).exp();
        if self.none > best.1 { (EntityType::Other, 0.0) } else { (best.0, 1.0 / total) }
    }
}

/// What the article as a whole says of a word.
#[derive(Default)]
struct Whole<'k> {
    /// Clues by the words of a segment.
    odds: HashMap<&'k str, Odds>,
    /// Last words of persons' names of several words.
    surnames: HashMap<&'k str, u32>,
    /// First words of them.
    given: HashMap<&'k str, u32>,
    /// First words and acronyms of organizations' names.
    organizations: HashMap<String, u32>,
}

/// Decides what each segment is, and drops those that are no names.
pub(super) fn decide(view: &View, segments: Vec<Segment>) -> Vec<Name> {
    let keys: Vec<String> = segments.iter().map(|segment| key(view, segment)).collect();
    let mut whole = Whole::default();
    for (segment, key) in segments.iter().zip(&keys) {
        let odds = clues(view, segment);
        whole.odds.entry(key).or_default().add(odds);
    }
    for (segment, key) in segments.iter().zip(&keys) {
        let kind = segment.kind.unwrap_or_else(|| whole.odds[&**key].best().0);
        if segment.tokens.len() > 1 {
            let (first, last) = (&*view.lower[segment.tokens.start], &*view.lower[segment.tokens.end - 1]);
            match kind {
                EntityType::Person => {
                    *whole.surnames.entry(last).or_default() += 1;
                    *whole.given.entry(first).or_default() += 1;
                }
                EntityType::Organization => {
                    *whole.organizations.entry(initials(view, segment)).or_default() += 1;
                    if !view.listed[segment.tokens.start].named() && !view.listed[segment.tokens.start].common() {
                        *whole.organizations.entry(first.to_owned()).or_default() += 1;
                    }
                }
                _ => {}
            }
        }
    }
    let mut names = Vec::with_capacity(segments.len());
    for (segment, key) in segments.iter().zip(&keys) {
        let mut odds = whole.odds[&**key];
        if segment.tokens.len() == 1 {
            let bearer = whole.surnames.contains_key(&**key);
            odds.person += if !bearer {
                0.0
            } else if segment.listed.place() {
                2.0
            } else {
                4.0
            };
            odds.person += if whole.given.contains_key(&**key) { 1.5 } else { 0.0 };
            odds.organization += if whole.organizations.contains_key(&**key) { 3.0 } else { 0.0 };
        }
        let (kind, score) = match segment.kind {
            Some(kind) if segment.tokens.len() > 1 || !matches!(kind, EntityType::Place) => (kind, segment.score),
            _ => odds.best(),
        };
        if score >= 0.36 {
            names.push(Name { tokens: segment.tokens.clone(), kind, score: score * 0.95 });
        }
    }
    names
}

fn key(view: &View, segment: &Segment) -> String {
    let mut key = String::new();
    for t in segment.tokens.clone() {
        if t > segment.tokens.start && !view.document.tokens[t].glued {
            key.push(' ');
        }
        key.push_str(&view.lower[t]);
    }
    key
}

fn initials(view: &View, segment: &Segment) -> String {
    let capital = segment.tokens.clone().filter(|&t| view.document.tokens[t].case != Case::Lower);
    capital.filter_map(|t| view.lower[t].chars().next()).filter(|c| c.is_alphanumeric()).collect()
}

fn clues(view: &View, segment: &Segment) -> Odds {
    let mut odds = Odds::default();
    own_words(view, segment, &mut odds);
    neighbours(view, segment, &mut odds);
    odds
}

/// What the segment's own words tell.
fn own_words(view: &View, segment: &Segment, odds: &mut Odds) {
    let (start, end) = (segment.tokens.start, segment.tokens.end);
    let (listed, token) = (segment.listed, view.document.tokens[start]);
    odds.person += if token.kind == TokenKind::Handle { 2.0 } else { 0.0 };
    odds.person += if listed.person() { 4.5 } else { 0.0 };
    odds.person += if segment.titled { 4.0 } else { 0.0 };
    odds.organization += if listed.organization() { 4.5 } else { 0.0 };
    odds.group += if listed.group() { 5.0 } else { 0.0 };
    odds.place += if listed.country() {
        5.0
    } else if listed.region() {
        4.0
    } else {
        0.0
    };
    odds.place += f32::from(listed.city());
    let words = segment.tokens.clone().filter(|&t| view.document.tokens[t].kind == TokenKind::Word).count();
    if words > 1 {
        several_words(view, segment, words, odds);
    } else {
        one_word(view, segment, odds);
    }
    let last = &*view.lower[end - 1];
    if words < 2 || !view.listed[start].named() {
        odds.person += if ends_in(last, &lists::SURNAME_ENDINGS) { 1.5 } else { 0.0 };
        odds.place += if ends_in(last, &lists::PLACE_ENDINGS) { 0.8 } else { 0.0 };
    }
    if view.capital[start] == Capital::Weak {
        odds.none += if words > 1 && view.listed[start].first_name() { 0.5 } else { 2.5 };
    }
    let quoted =
        |at: Option<usize>| at.and_then(|t| view.document.tokens.get(t)).is_some_and(|token| token.kind == TokenKind::Mark);
    odds.other += if quoted(start.checked_sub(1)) && quoted(Some(end)) { 2.5 } else { 0.0 };
    // Of names that nothing explains, persons are the most.
    odds.organization -= 0.3;
    odds.none += 0.3;
}

fn several_words(view: &View, segment: &Segment, words: usize, odds: &mut Odds) {
    let (start, end) = (segment.tokens.start, segment.tokens.end);
    let (first, last) = (view.listed[start], view.listed[end - 1]);
    let initial = |t: usize| view.lower[t].chars().count() == 2 && view.lower[t].ends_with('.');
    let known = first.first_name();
    odds.person += if known && !first.common() || initial(start) {
        3.0
    } else if known {
        1.5
    } else {
        0.8
    };
    odds.person += 0.5 * f32::from(last.surname().min(2));
    odds.person += if (start + 1..end).any(initial) { 2.0 } else { 0.0 };
    odds.person -= if words > 3 && !known { 1.0 } else { 0.0 };
    odds.place += if lists::PLACE_BEGINNINGS.contains(&*view.lower[start]) { 2.5 } else { 0.0 };
    odds.organization += if words > 3 { 1.5 } else { 0.5 };
    odds.organization += if last.common() && last.surname() == 0 && !known { 1.0 } else { 0.0 };
    odds.organization += if segment.tokens.clone().any(|t| view.lower[t] == "&") { 6.0 } else { 0.0 };
    if segment.tokens.clone().all(|t| view.listed[t].common() || view.document.tokens[t].case == Case::Lower) {
        odds.other += 1.5;
        odds.none += 0.5;
    }
}

fn one_word(view: &View, segment: &Segment, odds: &mut Odds) {
    let start = segment.tokens.start;
    let (listed, token, first) = (segment.listed, view.document.tokens[start], view.listed[start]);
    let sentence = view.document.sentence_of(start);
    odds.person += if first.first_name() && !first.common() { 1.0 } else { 0.0 };
    odds.person += 0.5 * f32::from(first.surname());
    if token.case == Case::Upper && token.span.len() > 1 && view.casing[sentence] != Casing::Upper {
        odds.organization += if listed.place() || listed.city() > 0 { 0.5 } else { 2.5 };
        odds.person -= 1.5;
    }
    odds.organization += if token.case == Case::Mixed { 0.8 } else { 0.0 };
    let begins = view.begins(start, &view.document.sentences[sentence].tokens);
    let unheard = begins && !view.seen_inside(start) && listed == Listed::default();
    odds.none += if unheard { 1.0 } else { 0.0 };
    odds.none += if first.common() && !listed.named() { 2.0 } else { 0.0 };
    odds.none += if token.span.len() == 1 { 3.0 } else { 0.0 };
    // "MPs", "NFTs": several of a kind.
    let acronyms = view
        .document
        .word(start)
        .strip_suffix('s')
        .is_some_and(|stem| stem.len() > 1 && stem.chars().all(char::is_uppercase));
    odds.none += if acronyms { 2.5 } else { 0.0 };
}

/// Whether one of these endings, of two to six bytes, ends a word longer than itself.
fn ends_in(word: &str, endings: &phf::Set<&'static str>) -> bool {
    word.len() > 5
        && (2..=6).any(|long| {
            word.get(word.len().saturating_sub(long)..).is_some_and(|tail| tail.len() < word.len() && endings.contains(tail))
        })
}

/// What the words around it tell.
fn neighbours(view: &View, segment: &Segment, odds: &mut Odds) {
    let (start, end) = (segment.tokens.start, segment.tokens.end);
    let sentence = &view.document.sentences[view.document.sentence_of(start)].tokens;
    let word = |at: usize| if sentence.contains(&at) { &*view.lower[at] } else { "" };
    let listed = |at: usize| if sentence.contains(&at) { view.listed[at] } else { Listed::default() };
    let before = if start > sentence.start { word(start - 1) } else { "" };
    let before2 = if start > sentence.start + 1 { word(start - 2) } else { "" };
    let (after, after2) = (word(end), word(end + 1));
    let several = end - start > 1;
    match before {
        "in" => odds.place += 2.0,
        "the" => {
            odds.person -= if several && view.listed[start].first_name() { 0.5 } else { 2.0 };
            odds.organization += 1.2;
        }
        "a" | "an" => {
            odds.none += 1.0;
            odds.person -= 1.0;
        }
        "by" | "with" => odds.person += 0.5,
        "of" if lists::DIRECTIONS.contains(before2)
            || matches!(lists::HEADS.get(before2), Some(&"p"))
            || matches!(before2, "capital" | "outskirts") =>
        {
            odds.place += 2.5;
        }
        _ if lists::PLACE_PREPOSITIONS.contains(before) => odds.place += 0.8,
        _ => {}
    }
    let inverted = lists::PERSON_VERBS.contains(before) && matches!(before2, "," | "\"" | "”" | "''");
    if lists::PERSON_VERBS.contains(after) || inverted {
        odds.person += 1.2;
        odds.organization += 0.5;
    }
    if lists::PERSON_CONTEXT.contains(after) || after == "," && lists::PERSON_CONTEXT.contains(after2) {
        odds.person += 1.5;
    }
    match lists::HEADS.get(after) {
        Some(&"p") => {
            odds.place += 2.5;
            odds.person -= 1.0;
        }
        Some(&"o") => odds.organization += 0.8,
        _ => odds.organization += if lists::ORGANIZATION_NOUNS.contains(after) { 1.5 } else { 0.0 },
    }
    match after {
        "," => {
            let number = sentence.contains(&(end + 1)) && view.document.tokens[end + 1].kind == TokenKind::Number;
            odds.person += if number && after2.len() == 2 && matches!(word(end + 2), "," | ".") { 3.0 } else { 0.0 };
            let place = listed(end + 1).country() || listed(end + 1).region();
            odds.place += if place && end - start < 3 { 1.5 } else { 0.0 };
            let role = (end + 1..end + 5).any(|t| lists::ROLES.contains_key(word(t)));
            let apposed = role && !place && matches!(after2, "the" | "a" | "an" | "who" | "his" | "her");
            odds.person += if apposed { 1.5 } else { 0.0 };
        }
        "-" if after2 == "based" => odds.place += 3.0,
        "(" if several => {
            let country = listed(end + 1).country() || after2 == "u.s.";
            let acronym =
                sentence.contains(&(end + 1)) && view.document.tokens[end + 1].case == Case::Upper && after2.len() > 1;
            odds.person += if country { 1.5 } else { 0.0 };
            odds.organization += if acronym && !country { 2.0 } else { 0.0 };
        }
        _ => {}
    }
}
