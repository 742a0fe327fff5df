//! Antecedents: whom a pronoun that speaks stands for, chosen among the entities named before it.
//!
//! A linear ranker: each candidate has some features, their weights (`antecedent_weights.txt`, learnt by `trainer/` from
//! PolNeAR's training part) are added up, and the highest sum wins. Gender, number and kind are no features but conditions:
//! who does not fit the pronoun is no candidate.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

use super::marks;
use super::speaker::SPEAKERS;
use super::speaker::sight::{Place, Sight};
use super::words::Class;
use crate::entities::{Form, Gender, Mention};
use crate::lists;
use crate::syntax::Tag;

/// How many sentences and mentions back a pronoun may reach.
const SENTENCES: usize = 12;
const MENTIONS: usize = 60;

/// An entity that a pronoun may stand for, with its features.
#[derive(Clone, PartialEq, Debug)]
pub struct Candidate {
    /// As an index into `Entities::entities`.
    pub entity: usize,
    /// By their names in the list of weights.
    pub features: Vec<&'static str>,
}

/// Who was chosen.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Choice {
    /// As an index into `Entities::entities`.
    pub entity: usize,
    /// How much higher its sum is than that of the next; infinite where it was the only one.
    pub margin: f32,
}

/// The best candidate.
pub fn best(candidates: &[Candidate]) -> Option<Choice> {
    best_by(candidates, |feature| lists::ANTECEDENT_WEIGHTS.get(feature).copied().unwrap_or(0.0))
}

/// The best candidate by some weights; of equals the one named last.
pub fn best_by(candidates: &[Candidate], weight: impl Fn(&str) -> f32) -> Option<Choice> {
    let sum = |candidate: &Candidate| candidate.features.iter().map(|feature| weight(feature)).sum::<f32>();
    let sums: Vec<f32> = candidates.iter().map(sum).collect();
    let (best, highest) = sums.iter().copied().enumerate().rev().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let others = sums.iter().enumerate().filter(|(index, _)| *index != best);
    let next = others.map(|(_, sum)| *sum).fold(f32::NEG_INFINITY, f32::max);
    Some(Choice { entity: candidates[best].entity, margin: highest - next })
}

/// Whom a pronoun or a description may stand for: which mentions fit, and the gender that it tells.
pub(super) struct Asked<'f> {
    pub fits: &'f dyn Fn(&Mention) -> bool,
    pub gender: Option<Gender>,
}

/// All candidates for a pronoun at a token, the one named last first.
pub(super) fn candidates(sight: Sight, at: usize, asked: &Asked) -> Vec<Candidate> {
    let document = sight.words.document;
    let mentions = &sight.entities.mentions;
    let here = document.sentence_of(at);
    let before = mentions.partition_point(|m| m.tokens.start < at);
    let first = before.saturating_sub(MENTIONS);
    let near = |index: &usize| here - document.sentence_of(mentions[*index].tokens.start) <= SENTENCES;
    // The latest mention of each, latest first, and how many there are.
    let mut latest: Vec<(usize, usize)> = Vec::new();
    for index in (first..before).rev().take_while(near).filter(|index| !sight.is_own(mentions[*index].tokens.start, at)) {
        let entity = mentions[index].entity;
        match latest.iter_mut().find(|(other, _)| mentions[*other].entity == entity) {
            Some((_, times)) => *times += 1,
            None if (asked.fits)(&mentions[index]) => latest.push((index, 1)),
            None => {}
        }
    }
    // How a first name ends decides only between people of whom nothing else is known.
    if let Some(gender) = asked.gender
        && latest.iter().any(|&(index, _)| !sight.genders.seems_other(mentions[index].entity, gender))
    {
        latest.retain(|&(index, _)| !sight.genders.seems_other(mentions[index].entity, gender));
    }
    let most = latest.iter().map(|(_, times)| *times).max();
    let mut led = false;
    let described = latest.iter().enumerate().map(|(rank, &(index, times))| {
        let mut features = place(sight, at, index, asked, first);
        features.push(pick(rank, &["latest", "second-latest", "earlier-than-two-others"]));
        features.push(pick(times.saturating_sub(1), &["named-once", "named-twice", "named-thrice-or-more"]));
        if Some(times) == most {
            features.push("most-named");
        }
        let part = sight.place(&mentions[index]);
        features.push(match part {
            Place::MainSubject => "main-subject",
            Place::Opening => "subject-of-an-opening",
            Place::SubordinateSubject => "subordinate-subject",
            Place::Object => "object",
            Place::Possessor => "possessor",
            Place::Complement => "complement",
            Place::Other => "elsewhere",
        });
        if part == Place::MainSubject && !led {
            led = true;
            features.push("latest-main-subject");
        }
        surroundings(sight, at, index, part, &mut features);
        speech(sight, at, index, &mut features);
        Candidate { entity: mentions[index].entity, features }
    });
    described.collect()
}

/// One of some names by a number, the last for all greater ones.
fn pick(number: usize, names: &[&'static str]) -> &'static str {
    names[number.min(names.len() - 1)]
}

/// How far the mention is, and whether it leads its sentence.
fn place(sight: Sight, at: usize, index: usize, asked: &Asked, first: usize) -> Vec<&'static str> {
    let document = sight.words.document;
    let mentions = &sight.entities.mentions;
    let start = mentions[index].tokens.start;
    let (here, there) = (document.sentence_of(at), document.sentence_of(start));
    let blocks = document.sentences[here].block - document.sentences[there].block;
    let sentences = [
        "this-sentence",
        "one-sentence-back",
        "two-sentences-back",
        "some-sentences-back",
        "some-sentences-back",
        "far-back",
    ];
    let mut features =
        vec![pick(here - there, &sentences), pick(blocks, &["this-paragraph", "one-paragraph-back", "paragraphs-back"])];
    // Who spoke last is named where the words for the speaker begin: "Paulsen's lawyer, Greg Santangelo".
    let speaker = sight.spoke.last().filter(|(words, _)| words.contains(&start));
    let is_head = speaker.is_none_or(|(_, entity)| *entity == mentions[index].entity);
    let begin = speaker.map_or_else(|| sight.begin(&mentions[index]), |(words, _)| words.start);
    let mut others = (first..index).rev().map(|other| (other, &mentions[other]));
    let mut others = others.by_ref().take_while(|(_, m)| document.sentence_of(m.tokens.start) == there);
    let leads = is_head
        && can_lead(sight, index)
        && !others.any(|(other, m)| m.tokens.start < begin && (asked.fits)(m) && can_lead(sight, other));
    features.push(if leads { "first-of-its-sentence" } else { "not-first" });
    // After an opening clause or circumstance the main clause opens the sentence.
    let sentence = document.sentences[there].tokens.start;
    let after_opening = leads
        && sight.words.class(begin.wrapping_sub(1)) == Class::Comma
        && matches!(sight.tags.get(sentence), Tag::Preposition | Tag::Subordinator | Tag::RelativeAdverb | Tag::Adverb);
    if is_head && can_lead(sight, index) && begin.saturating_sub(sentence) <= 2 || after_opening {
        features.push("opens-its-sentence");
    }
    features
}

/// Whether a sentence can be about somebody where they are named: not in an opening clause, in what another says, in a list, or by
/// the way ("Ruiz's lawyer, Pedro Lind", "her rival Jana Ruiz").
fn can_lead(sight: Sight, index: usize) -> bool {
    let mention = &sight.entities.mentions[index];
    !sight.tells_of_next(index)
        && !sight.is_listed(index)
        && !sight.is_said(mention.tokens.start)
        && sight.place(mention) != Place::Opening
        && !is_of_another(sight, mention)
}

/// "his wife, Naledi", "her rival Jana Ruiz"
fn is_of_another(sight: Sight, mention: &Mention) -> bool {
    sight.words.is_possessive(sight.begin(mention))
}

/// What stands around the mention.
fn surroundings(sight: Sight, at: usize, index: usize, part: Place, features: &mut Vec<&'static str>) {
    let words = sight.words;
    let mention = &sight.entities.mentions[index];
    features.extend(match words.class(mention.tokens.start.wrapping_sub(1)) {
        Class::Preposition => Some("after-preposition"),
        // "After Ruiz left, Kolb ran the mill": the comma ends an opening.
        Class::Comma if part != Place::MainSubject => Some("after-comma"),
        Class::Conjunction => Some("after-conjunction"),
        _ => None,
    });
    features.extend(match words.class(mention.tokens.end) {
        Class::Clitic => Some("before-possessive"),
        Class::Auxiliary => Some("before-auxiliary"),
        Class::Other => Some("before-word"),
        Class::Comma => Some("before-comma"),
        _ => None,
    });
    if words.verb(mention.tokens.end).is_some() {
        features.push("before-cue");
    }
    if mention.form == Form::Nominal {
        features.push("described");
    }
    if marks::holding(sight.quoted, mention.tokens.start).is_some() {
        features.push("in-marks");
    }
    if sight.is_said(mention.tokens.start) {
        features.push("in-what-is-said");
    }
    if sight.is_listed(index) {
        features.push("in-a-list");
    }
    if sight.tells_of_next(index) {
        features.push("tells-of-another");
    }
    if is_of_another(sight, mention) {
        features.push("of-another");
    }
    if sight.genders.of(mention.entity).is_none() {
        features.push("gender-unknown");
    }
    if sight.own_beside(at).any(|part| sight.mentions_in(part).any(|m| m.form == Form::Name && m.entity == mention.entity)) {
        features.push("in-own-words");
    }
    // "He said Trump would": somebody else.
    let document = words.document;
    let end = document.sentences[document.sentence_of(at)].tokens.end;
    let from = sight.entities.mentions.partition_point(|m| m.tokens.start < at);
    let rest = sight.entities.mentions[from..].iter().take_while(|m| m.tokens.start < end);
    if rest.filter(|m| m.form == Form::Name).any(|m| m.entity == mention.entity) {
        features.push("named-after");
    }
}

/// Whether the candidate has spoken.
fn speech(sight: Sight, at: usize, index: usize, features: &mut Vec<&'static str>) {
    let document = sight.words.document;
    let mention = &sight.entities.mentions[index];
    let block = |token: usize| document.sentences[document.sentence_of(token)].block;
    match sight.spoke.last() {
        Some((words, entity)) if *entity == mention.entity => {
            let names = ["spoke-last-here", "spoke-last-one-paragraph-back", "spoke-last-paragraphs-back"];
            features.push(pick(block(at).saturating_sub(block(words.start)), &names));
            if words.start > mention.tokens.start {
                features.push("spoke-since-named");
            }
        }
        // "Paulsen's lawyer, Greg Santangelo, said"
        Some((words, _)) if words.contains(&mention.tokens.start) => features.push("tells-of-who-spoke-last"),
        Some(_) => features.push("another-spoke-last"),
        None => {}
    }
    if sight.spoke.iter().rev().nth(1).is_some_and(|(_, entity)| *entity == mention.entity) {
        features.push("spoke-last-but-one");
    }
    if sight.spoke.iter().rev().take(SPEAKERS).any(|(_, entity)| *entity == mention.entity) {
        features.push("has-spoken");
    }
}
