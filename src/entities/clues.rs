//! Clues: what an undecided segment names, by its words, its neighbours, and every other place in the article that has it.
//!
//! Each clue adds to the odds of a type; the same words in one article are taken to name the same thing, so their clues add
//! up. Weights are logits by hand, meant to be replaced by a trained model.

use super::casing::{Capital, View};
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
        if score >= 0.3 {
            names.push(Name { tokens: segment.tokens.clone(), kind, score: score.min(0.99) });
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

fn own_words(view: &View, segment: &Segment, odds: &mut Odds) {
    let (start, end) = (segment.tokens.start, segment.tokens.end);
    let (first, last) = (view.listed[start], view.listed[end - 1]);
    let listed = segment.listed;
    let token = view.document.tokens[start];
    if token.kind == TokenKind::Handle {
        odds.person += 2.0;
    }
    if listed.country() {
        odds.place += 5.0;
    } else if listed.region() {
        odds.place += 4.0;
    }
    odds.place += [0.0, 1.0, 2.0, 3.0][usize::from(listed.city())];
    odds.organization += if listed.organization() { 4.5 } else { 0.0 };
    odds.group += if listed.group() { 5.0 } else { 0.0 };
    odds.person += if listed.person() { 4.5 } else { 0.0 };
    let words = segment.tokens.clone().filter(|&t| view.document.tokens[t].kind == TokenKind::Word).count();
    let acronym = end - start == 1 && token.case == Case::Upper && token.span.len() > 1;
    let upper = view.casing[view.document.sentence_of(start)] == super::casing::Casing::Upper;
    if words > 1 {
        let known = first.first_name();
        odds.person += if known && !first.common() {
            3.0
        } else if known {
            1.5
        } else {
            0.8
        };
        odds.person += 0.5 * f32::from(last.surname().min(2));
        odds.person -= if words > 3 && !known { 1.0 } else { 0.0 };
        odds.organization += if words > 3 { 1.5 } else { 0.5 };
        let initial = (start + 1..end).any(|t| view.document.tokens[t].span.len() == 2 && view.lower[t].ends_with('.'));
        odds.person += if initial { 2.0 } else { 0.0 };
        if last.common() && !last.surname() > 0 && !known {
            odds.organization += 1.0;
        }
        let hyphened = segment.tokens.clone().any(|t| view.lower[t] == "&");
        odds.organization += if hyphened { 6.0 } else { 0.0 };
    } else {
        odds.person += if first.first_name() && !first.common() { 1.0 } else { 0.0 };
        odds.person += 0.5 * f32::from(first.surname());
        if acronym && !upper {
            let place = listed.place() || listed.city() > 0;
            odds.organization += if place { 0.5 } else { 2.5 };
            odds.person -= 1.5;
        }
        if token.case == Case::Mixed {
            odds.organization += 0.8;
        }
    }
    let word = &*view.lower[end - 1];
    if end - start == 1 || !first.named() {
        let personal = [
            "ov", "ova", "ev", "eva", "enko", "sky", "ski", "skiy", "vich", "escu", "oglu", "sson", "shvili", "wicz", "yan",
            "ic", "ić",
        ];
        odds.person += if word.len() > 5 && personal.iter().any(|tail| word.ends_with(tail)) { 1.5 } else { 0.0 };
        let local = ["stan", "ville", "burg", "shire", "grad", "abad", "pur", "town", "ford", "land", "ton"];
        odds.place += if word.len() > 6 && local.iter().any(|tail| word.ends_with(tail)) { 0.8 } else { 0.0 };
    }
    odds.person += if segment.titled { 4.0 } else { 0.0 };
    let sentence = &view.document.sentences[view.document.sentence_of(start)].tokens;
    let plain = segment.tokens.clone().all(|t| view.listed[t].common() || view.document.tokens[t].case == Case::Lower);
    if view.capital[start] == Capital::Weak {
        odds.none += if words > 1 && first.first_name() { 0.5 } else { 2.5 };
    }
    if words == 1 {
        let unheard = !view.seen_inside(start) && view.begins(start, sentence) && listed == Default::default();
        odds.none += if unheard { 1.0 } else { 0.0 };
        odds.none += if plain && !listed.named() { 2.0 } else { 0.0 };
        odds.none += if token.span.len() == 1 { 3.0 } else { 0.0 };
        let plural_acronym = word.len() > 2
            && token.case == Case::Mixed
            && word.ends_with('s')
            && view.document.word(start).trim_end_matches('s').chars().all(char::is_uppercase);
        odds.none += if plural_acronym { 2.5 } else { 0.0 };
    } else if plain {
        odds.other += 1.5;
        odds.none += 0.5;
    }
    let quoted =
        |at: Option<usize>| at.and_then(|t| view.document.tokens.get(t)).is_some_and(|token| token.kind == TokenKind::Mark);
    if quoted(start.checked_sub(1)) && quoted(Some(end)) {
        odds.other += 2.5;
    }
    odds.organization -= 0.3;
    odds.none += 0.3;
}

fn neighbours(view: &View, segment: &Segment, odds: &mut Odds) {
    let sentence = &view.document.sentences[view.document.sentence_of(segment.tokens.start)].tokens;
    let word = |at: Option<usize>| at.filter(|t| sentence.contains(t)).map_or("", |t| &*view.lower[t]);
    let before = word(segment.tokens.start.checked_sub(1));
    let before2 = word(segment.tokens.start.checked_sub(2));
    let after = word(Some(segment.tokens.end));
    let after2 = word(Some(segment.tokens.end + 1));
    if before == "in" {
        odds.place += 2.0;
    } else if lists::PLACE_PREPOSITIONS.contains(before) {
        odds.place += 0.8;
    }
    match before {
        "the" => {
            let known = segment.tokens.len() > 1 && view.listed[segment.tokens.start].first_name();
            odds.person -= if known { 0.5 } else { 2.0 };
            odds.organization += 1.2;
        }
        "by" | "with" => odds.person += 0.5,
        "of" if matches!(
            before2,
            "city"
                | "town"
                | "village"
                | "capital"
                | "north"
                | "south"
                | "east"
                | "west"
                | "state"
                | "province"
                | "outskirts"
        ) =>
        {
            odds.place += 2.5
        }
        "and" | "or" => {}
        "a" | "an" => {
            odds.none += 1.0;
            odds.person -= 1.0;
        }
        "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms." | "dr" | "dr." | "sir" => odds.person += 5.0,
        _ => {}
    }
    if lists::PERSON_VERBS.contains(after)
        || lists::PERSON_VERBS.contains(before) && matches!(before2, "," | "\"" | "”" | "''")
    {
        odds.person += 1.2;
        odds.organization += 0.5;
    }
    if lists::PERSON_CONTEXT.contains(after) || after == "," && lists::PERSON_CONTEXT.contains(after2) {
        odds.person += 1.5;
    }
    if after == "," {
        let next = segment.tokens.end + 1;
        let number = sentence.contains(&next) && view.document.tokens[next].kind == TokenKind::Number;
        let age = number && after2.len() == 2 && matches!(word(Some(next + 1)), "," | ".");
        odds.person += if age { 3.0 } else { 0.0 };
        let place = sentence.contains(&next) && (view.listed[next].country() || view.listed[next].region());
        odds.place += if place && segment.tokens.len() < 3 { 1.5 } else { 0.0 };
        let role = [next, next + 1, next + 2, next + 3]
            .into_iter()
            .any(|t| sentence.contains(&t) && lists::ROLES.contains_key(&*view.lower[t]));
        odds.person +=
            if role && !place && matches!(after2, "the" | "a" | "an" | "who" | "his" | "her") { 1.5 } else { 0.0 };
    }
    if matches!(
        after,
        "airport"
            | "province"
            | "district"
            | "region"
            | "village"
            | "town"
            | "city"
            | "prison"
            | "mosque"
            | "river"
            | "valley"
            | "island"
            | "mountain"
            | "mountains"
            | "peninsula"
            | "desert"
            | "prefecture"
            | "street"
            | "peak"
            | "county"
            | "suburb"
    ) {
        odds.place += 2.5;
        odds.person -= 1.0;
    }
    if after == "-" && after2 == "based" {
        odds.place += 3.0;
    }
    if after == "(" {
        let acronym =
            sentence.contains(&(segment.tokens.end + 1)) && view.document.tokens[segment.tokens.end + 1].case == Case::Upper;
        let country = sentence.contains(&(segment.tokens.end + 1))
            && (view.listed[segment.tokens.end + 1].country() || view.lower[segment.tokens.end + 1] == "u.s.");
        odds.person += if country && segment.tokens.len() > 1 { 1.5 } else { 0.0 };
        odds.organization += if !country && acronym && after2.len() > 1 && segment.tokens.len() > 1 { 2.0 } else { 0.0 };
    }
    if matches!(
        after,
        "shares"
            | "executives"
            | "lawmakers"
            | "troops"
            | "fighters"
            | "militants"
            | "party"
            | "group"
            | "coalition"
            | "company"
            | "customers"
            | "employees"
    ) {
        odds.organization += 1.5;
    }
}
