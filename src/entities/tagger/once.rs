//! Once: the class of a name is decided once for an article, from all places where the name stands.
//!
//! The labels read each place by itself, so "Geneva" can be a singer in one and a city in the next. This module adds up what the labels say
//! in all places of a name and what the words around each place say. The words around a place count a little more for that place, because a
//! town and its team may share a name. A name keeps its class where the sum is not clear, and where lists or letters know better.
#![expect(
    clippy::indexing_slicing,
    reason = "a class is an index into the weights of all, and tokens are those of the document"
)]

use super::evidence::{self, Weights};
use super::labels::Class;
use super::reading::Labelled;
use super::repair::{LISTED, exactly};
use crate::entities::casing::View;
use crate::hashing::{ByHash, both};
use crate::lists;
use crate::room;
use crate::text::Case;

/// Added to each probability, so that no place is too sure for the others to correct.
const DOUBT: f32 = 0.02;
/// What the words around all places count, and how much more those around a place count for that place.
const AROUND: f32 = 0.5;
const OWN: f32 = 0.2;
/// How sure a name of several words must be to be left as it is.
const SURELY: f32 = 0.97;
/// The weight of a full name for the short name in brackets behind it.
const SHORT: f32 = 20.0;
/// The longest full name before one, in tokens.
const FULL: usize = 12;
/// What a person's full name counts for the surname alone, and for the first name alone.
const SURNAME: f32 = 3.0;
const FIRST_NAME: f32 = 2.5;
/// The longest full name of a person that such are taken from, in tokens.
const PERSON: usize = 3;
/// So much evidence makes a person of a full name.
const TOLD: f32 = 4.0;
/// What the evidence around a short name counts at most for the full name.
const LENT: f32 = 6.0;
/// The classes that names change between. Groups and miscellaneous names are known by their own words.
const CHANGING: [Class; 3] = [Class::Person, Class::Organization, Class::Place];
/// How much more probable another class must be for a name to change, as a logarithm.
const CLEARLY: f32 = 0.7;

/// What all places of a name tell.
#[derive(Clone, Copy, Default)]
struct Told {
    count: f32,
    /// How many places have evidence for each class. Evidence counts by the root of that, because places are not independent.
    tell: Weights,
    /// The sum of the logarithms of what each class is worth by the labels.
    labels: Weights,
    /// The same by the words around.
    around: Weights,
    /// What a longer name of a person adds to that class.
    person: f32,
}

/// Gives all places of a name one class.
pub fn decide(view: &View, names: &mut [Labelled]) {
    let names_in_all = names.len();
    let key = |name: &Labelled| name.tokens.clone().fold(0, |key, at| both(key, view.lower.hash(at)));
    let mut of_key: ByHash<usize> = ByHash::default();
    let (mut all, mut places) = (Vec::<Told>::new(), Vec::with_capacity(names.len()));
    let short: Vec<Option<Class>> = (0..names.len()).map(|index| spelt_out(view, names, index)).collect();
    let mut sentence = 0;
    for (name, short) in names.iter_mut().zip(short) {
        // A list or the grammar told it another class than its labels.
        if name.classes.iter().any(|&probability| probability > name.classes[name.class as usize]) {
            *name = Labelled::certain(name.tokens.clone(), name.class, name.probability.max(LISTED));
        }
        while view.document.sentences[sentence].tokens.end <= name.tokens.start {
            sentence += 1;
        }
        // Of several words that are surely a name of a class, those around tell nothing new.
        let street = evidence::is_street(view, &name.tokens);
        let sure = name.tokens.len() > 1 && name.classes[name.class as usize] > SURELY && !street;
        let around = || evidence::of(view, &name.tokens, &view.document.sentences[sentence].tokens);
        let mut own = if sure { Weights::default() } else { around() };
        if let Some(class) = short {
            own[class as usize] += SHORT;
        }
        let index = *of_key.entry(key(name)).or_insert(all.len());
        if index == all.len() {
            room::make(&mut all, places.len(), names_in_all);
            all.push(Told::default());
        }
        let told = &mut all[index];
        told.count += 1.0;
        told.labels.iter_mut().zip(name.classes).for_each(|(sum, probability)| *sum += libm::logf(probability + DOUBT));
        told.tell.iter_mut().zip(own).for_each(|(tell, own)| *tell += f32::from(own > 0.0));
        told.around.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        places.push((index, own));
    }
    lend(view, names, &places, &of_key, &mut all);
    for (name, (index, own)) in names.iter_mut().zip(places).filter(|(name, _)| CHANGING.contains(&name.class)) {
        let told = &all[index];
        let mut worth = told.around;
        worth.iter_mut().zip(told.tell).for_each(|(worth, tell)| *worth *= AROUND / libm::sqrtf(tell.max(1.0)));
        worth.iter_mut().zip(told.labels).for_each(|(worth, labels)| *worth += labels / told.count);
        worth[Class::Person as usize] += told.person;
        worth.iter_mut().zip(own).for_each(|(worth, own)| *worth += own * OWN);
        let worth = |class: Class| worth[class as usize];
        let best =
            CHANGING.into_iter().fold(name.class, |best, class| if worth(class) > worth(best) { class } else { best });
        // Most names stay what they are.
        if best != name.class && worth(best) - worth(name.class) > clearly(view, name, best) && !is_known(view, name, best) {
            name.class = best;
            // As sure as it is that this is a name, and that it is of this class.
            let share: f32 = CHANGING.iter().map(|&class| libm::expf(worth(class) - worth(best))).sum();
            name.probability = name.probability.max(name.classes.iter().sum::<f32>() / share);
        }
    }
}

/// "Ada Marsh" makes a person of "Marsh" elsewhere, and what the words around "Ada" say is said of "Ada Marsh" too.
fn lend(view: &View, names: &[Labelled], places: &[(usize, Weights)], of_key: &ByHash<usize>, all: &mut [Told]) {
    let short = |at: usize| of_key.get(&both(0, view.lower.hash(at))).copied();
    for (full, &(index, _)) in names.iter().zip(places) {
        let (first, last) = (full.tokens.start, full.tokens.end - 1);
        let written = |at: usize| view.document.tokens[at].case == Case::Title;
        let fits = (2..=PERSON).contains(&full.tokens.len()) && full.tokens.clone().all(written);
        if !fits || !CHANGING.contains(&full.class) || lists::HEADS.contains(&view.lower[last]) {
            continue;
        }
        let told = all[index].around;
        let is_told = told[Class::Person as usize] > TOLD && told.iter().all(|&other| other <= told[Class::Person as usize]);
        if is_told || full.class == Class::Person && full.classes[Class::Person as usize] > 0.5 {
            for (at, worth) in [(last, SURNAME), (first, FIRST_NAME)] {
                if let Some(short) = short(at) {
                    all[short].person = all[short].person.max(worth);
                }
            }
        }
        if full.class != Class::Person
            && let Some(short) = short(first)
                .filter(|_| full.tokens.len() == 2 && !view.listed[last].place() && !view.listed[last].organization())
        {
            let around = all[short].around;
            if around.iter().all(|&other| other <= around[Class::Person as usize]) {
                all[index].person = all[index].person.max(around[Class::Person as usize].min(LENT) * AROUND);
            }
        }
    }
}

/// How much more probable another class must be: less where the lists know the name as that too, more where one word would turn from a
/// person to a place.
fn clearly(view: &View, name: &Labelled, other: Class) -> f32 {
    match (name.class, other) {
        (_, Class::Place) if exactly(view, &name.tokens).place() => 0.0,
        (Class::Person, Class::Place) if name.tokens.len() == 1 => 2.0 * CLEARLY,
        _ => CLEARLY,
    }
}

/// The class of a short name in brackets, if it is that of the name before it: "the Coastal Rescue and Aid Body (Crab)".
fn spelt_out(view: &View, names: &[Labelled], index: usize) -> Option<Class> {
    let Labelled { tokens, .. } = &names[index];
    let bracket = tokens.start.checked_sub(1).filter(|&before| view.lower.is(before, "("))?;
    if tokens.len() > 1 || !view.lower.is(tokens.end, ")") {
        return None;
    }
    let short = &view.lower[tokens.start];
    let full =
        index.checked_sub(1).map(|before| &names[before]).filter(|full| full.tokens.end == bracket && full.tokens.len() > 1);
    if let Some(full) = full {
        let mut letters = full.tokens.clone().flat_map(|at| view.lower[at].chars());
        let initial = short.chars().next() == view.lower[full.tokens.start].chars().next();
        let institution = lists::HEADS.get(&view.lower[bracket - 1]) == Some(&"o");
        if initial
            && full.tokens.len() > 2
            && (institution || short.chars().all(|letter| letters.any(|other| other == letter)))
        {
            return Some(full.class);
        }
    }
    // The labels may have cut a long name: what its first or last word says.
    let start = begin_of_initials(view, short, bracket)?;
    let institution = [start, bracket - 1].into_iter().any(|at| lists::HEADS.get(&view.lower[at]) == Some(&"o"));
    institution.then_some(Class::Organization)
}

/// Where the words begin whose first letters, before a bracket, make a word. Small words may have a letter in it or none.
fn begin_of_initials(view: &View, short: &str, bracket: usize) -> Option<usize> {
    let mut letters = short.chars().rev().peekable();
    let mut first = bracket;
    while letters.peek().is_some() {
        first = first.checked_sub(1).filter(|first| bracket - first < FULL)?;
        let initial = view.lower[first].chars().next();
        match view.document.tokens[first].case {
            Case::None if matches!(&view.lower[first], "," | "&") => {}
            Case::None => return None,
            Case::Lower => drop(letters.next_if(|&letter| Some(letter) == initial)),
            _ => drop(letters.next().filter(|&letter| Some(letter) == initial)?),
        }
    }
    Some(first)
}

/// Whether lists or letters tell that a name is not of another class.
fn is_known(view: &View, name: &Labelled, other: Class) -> bool {
    let listed = exactly(view, &name.tokens);
    let acronym = name.tokens.len() == 1 && view.document.tokens[name.tokens.start].case == Case::Upper;
    let first = view.listed[name.tokens.start];
    let (given, several) = (first.male().max(first.female()) > 1, name.tokens.len() > 1);
    match (name.class, other) {
        (Class::Person, Class::Organization) => several && first.first_name(),
        (Class::Person, Class::Place) => !several && given && !first.place(),
        (Class::Organization, Class::Person) => acronym || listed.organization(),
        (Class::Organization, Class::Place) => listed.organization() && !listed.place(),
        (Class::Place, Class::Organization) => listed.place(),
        _ => false,
    }
}
