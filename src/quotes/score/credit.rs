//! What tells whether a credit is right: the words for the speaker, and the entity behind them.
#![expect(clippy::indexing_slicing, reason = "entities are those that the lists of mentions give")]

use super::Seen;
use super::extent;
use super::features::{Features, bucket, is_marked, tag, token};
use crate::entities::{EntityType, Form, Mention};
use crate::quotes::speaker::Evidence;
use crate::quotes::words::Class;
use crate::syntax::word_class;
use crate::text::BlockKind;
use std::ops::Range;

/// How far from its verb a speaker is looked at, in tokens.
const FAR: usize = 60;

pub(super) fn kind(kind: Option<EntityType>) -> &'static str {
    match kind {
        Some(EntityType::Person) => "person",
        Some(EntityType::Organization) => "organization",
        Some(EntityType::Place) => "place",
        Some(_) => "another",
        None => "nobody",
    }
}

/// Tells all of it but how probable the words are.
#[inline(never)]
pub(super) fn tell(seen: &Seen, features: &mut Features) {
    let Some((speaker, credit)) = seen.speaker else { return };
    let words = seen.words;
    let (rule, quote) = (extent::rule(seen.draft.rule), extent::kind(seen.kind));
    features.tell("", &["bias"]);
    features.tell("rule", &[quote, rule]);
    if let Some((_, verb)) = extent::verb(seen) {
        features.tell("verb", &[verb.lemma()]);
        features.tell("cue", &[rule, bucket(usize::from(verb.percent()) / 10, &[5, 6, 7, 8, 9])]);
    }
    let form = form(seen, speaker);
    features.tell("form", &[form]);
    features.tell("how", &[rule, form]);
    features.tell("starts", &[token(words, speaker, Some(speaker.start))]);
    features.tell("tags", &[tag(words.tag(speaker.start)), tag(words.tag(speaker.end - 1))]);
    features.tell("precedes", &[rule, token(words, seen.unit, speaker.start.checked_sub(1))]);
    features.tell("before", &[form, token(words, seen.unit, speaker.start.checked_sub(1))]);
    features.tell("follows", &[rule, token(words, seen.unit, Some(speaker.end))]);
    features.tell("next", &[form, token(words, seen.unit, Some(speaker.end))]);
    features.tell("past", &[token(words, seen.unit, Some(speaker.end)), token(words, seen.unit, Some(speaker.end + 1))]);
    features.flag("opens-unit", speaker.start == seen.unit.start);
    features.flag("other-sentence", !seen.unit.contains(&speaker.start));
    phrase(seen, speaker, features);
    distance(seen, speaker, features);
    mentions(seen, speaker, features);
    evidence(seen, form, features);
    let known = credit.entities.first().map(|&entity| seen.entities.entities[entity].kind);
    features.tell("kind", &[form, kind(known)]);
    features.tell("several", &[form, bucket(credit.entities.len(), &[1, 2, 3])]);
    if known.is_none() {
        features.number("class", "head", word_class(words.document.lower.hash(speaker.end - 1)).coarsest);
    }
    for (name, other) in [("before", seen.before), ("after", seen.after)] {
        let other = other.and_then(|other| other.speaker.as_ref());
        features.tell(
            "neighbour",
            &[
                name,
                match other {
                    Some(other) if other.start >= speaker.start && other.end <= speaker.end => "same",
                    Some(other) if other.start < speaker.end && other.end > speaker.start => "overlaps",
                    Some(other) if seen.unit.contains(&other.start) => "another",
                    _ => "none",
                },
            ],
        );
    }
}

/// Tells how probable the words are.
pub(super) fn tell_span(span: f32, features: &mut Features) {
    // Between 0 and 1, so that the number is a small one.
    features.number("span", "words", (span.clamp(0.0, 1.0) * 10.0) as u32);
}

/// What the words for a speaker are.
fn form(seen: &Seen, speaker: &Range<usize>) -> &'static str {
    let words = seen.words;
    let names = mentions_in(seen, speaker).filter(|mention| mention.form == Form::Name).count();
    let first = words.class(speaker.start);
    match (speaker.len(), names) {
        (1, _) if first == Class::Relative => "relative",
        (1, _) if first == Class::Pronoun => "pronoun",
        (1, 0) => "word",
        (_, 0) if words.tag(speaker.start) == crate::syntax::Tag::Possessive => "of-pronoun",
        (_, 0) => "nominal",
        (_, 1) if mentions_in(seen, speaker).any(|mention| mention.tokens == *speaker) => "name",
        (_, 1) => "with-name",
        _ => "several-names",
    }
}

fn mentions_in<'s>(seen: &'s Seen, tokens: &Range<usize>) -> impl Iterator<Item = &'s Mention> + use<'s> {
    let mentions = &seen.entities.mentions;
    let from = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    let end = tokens.end;
    mentions[from..].iter().take_while(move |mention| mention.tokens.start < end)
}

/// What stands in the words for the speaker.
fn phrase(seen: &Seen, speaker: &Range<usize>, features: &mut Features) {
    let words = seen.words;
    features.tell("length", &[bucket(words.count(speaker.clone()), &[2, 3, 4, 5, 7, 10, 14, 20])]);
    let within = || speaker.clone().take(FAR);
    let commas = within().filter(|&at| words.class(at) == Class::Comma).count();
    features.tell("commas", &[bucket(commas, &[1, 2, 3])]);
    for at in within() {
        match words.class(at) {
            Class::Preposition
            | Class::Conjunction
            | Class::Relative
            | Class::Subordinator
            | Class::Bracket
            | Class::Stop
            | Class::Mark => {
                features.tell("holds", &[token(words, speaker, Some(at))]);
            }
            Class::Comma => features.tell("comma-then", &[token(words, speaker, Some(at + 1))]),
            _ => {}
        }
    }
    features.flag("verb-inside", within().any(|at| words.is_finite(at)));
    features.flag("in-marks", is_marked(seen.quoted, speaker.start));
    features.flag("time-inside", within().any(|at| words.class(at) == Class::Time));
}

/// How far the speaker is from the verb and from what is said.
fn distance(seen: &Seen, speaker: &Range<usize>, features: &mut Features) {
    let words = seen.words;
    let rule = extent::rule(seen.draft.rule);
    let Some(cue) = &seen.draft.cue else {
        let apart = seen.draft.parts.first().map_or(0, |part| part.start.abs_diff(speaker.end));
        return features.tell("apart", &[rule, bucket(apart, &[1, 3, 8, 16, 32])]);
    };
    let between = if speaker.end <= cue.start { speaker.end..cue.start } else { cue.end..speaker.start.max(cue.end) };
    features.tell("gap", &[rule, bucket(between.len(), &[1, 2, 4, 8, 16])]);
    let side = if speaker.start < cue.start { "left" } else { "right" };
    features.tell("side", &[side]);
    let near = || between.clone().take(FAR);
    features.tell("commas-between", &[bucket(near().filter(|&at| words.class(at) == Class::Comma).count(), &[1, 2, 3])]);
    features.tell("verbs-between", &[rule, bucket(near().filter(|&at| words.is_finite(at)).count(), &[1, 2])]);
    // Another noun phrase, right before the verb.
    let other = cue.start.checked_sub(1).filter(|before| between.contains(before));
    features.tell("beside", &[rule, token(words, &between, other)]);
}

/// How the names at its ends fit the words.
fn mentions(seen: &Seen, speaker: &Range<usize>, features: &mut Features) {
    let mentions = &seen.entities.mentions;
    let next = mentions.partition_point(|mention| mention.tokens.start < speaker.start);
    let cut = next.checked_sub(1).is_some_and(|at| mentions[at].tokens.end > speaker.start);
    features.flag("cuts-first-name", cut);
    let last = mentions_in(seen, speaker).filter(|mention| mention.form == Form::Name).last();
    features.flag("cuts-last-name", last.is_some_and(|mention| mention.tokens.end > speaker.end));
    features.flag("ends-with-name", last.is_some_and(|mention| mention.tokens.end == speaker.end));
    let behind = mentions_in(seen, &(speaker.end..speaker.end + 2)).next();
    features.flag("name-behind", behind.is_some_and(|mention| mention.form == Form::Name));
}

/// What showed whom the words stand for.
fn evidence(seen: &Seen, form: &str, features: &mut Features) {
    let Some((speaker, credit)) = seen.speaker else { return };
    let name = match credit.evidence {
        Evidence::Name => "name",
        Evidence::Apposition => "apposition",
        Evidence::Relative => "relative",
        Evidence::Pronoun { .. } => "pronoun",
        Evidence::Role => "role",
        Evidence::Kind => "kind",
        Evidence::Several => "several",
        Evidence::None => "none",
    };
    features.tell("evidence", &[form, name]);
    features.flag("headline", is_headline(seen, speaker.start));
    if let Some(&entity) = credit.entities.first().filter(|_| !matches!(credit.evidence, Evidence::Name | Evidence::Several))
    {
        antecedent(seen, name, speaker.start, entity, features);
    }
    if let Evidence::Pronoun { margin } = credit.evidence {
        let steps = if margin.is_finite() { (margin.clamp(0.0, 4.0) * 4.0) as u32 } else { 99 };
        features.number("margin", "pronoun", steps.min(12));
    }
}

fn is_headline(seen: &Seen, at: usize) -> bool {
    let document = seen.words.document;
    document.blocks[document.sentences[document.sentence_of(at)].block].kind == BlockKind::Headline
}

/// Whom a pronoun or a description stands for: how far before it, and who else is named there.
fn antecedent(seen: &Seen, evidence: &str, at: usize, entity: usize, features: &mut Features) {
    let document = seen.words.document;
    let mentions = &seen.entities.mentions;
    let kind = |mention: &Mention| seen.entities.entities[mention.entity].kind;
    let before = mentions.partition_point(|mention| mention.tokens.start < at);
    let names = || mentions[..before].iter().rev().filter(|mention| mention.form == Form::Name);
    let here = document.sentence_of(at);
    let back = names().take(FAR).find(|mention| mention.entity == entity);
    let back = back.map_or(9, |mention| here - document.sentence_of(mention.tokens.start));
    features.tell("back", &[evidence, bucket(back, &[1, 2, 3, 5, 9])]);
    let near = names().take_while(|mention| at - mention.tokens.start <= FAR);
    let mut rivals: Vec<usize> = near
        .filter(|mention| mention.entity != entity && kind(mention) == seen.entities.entities[entity].kind)
        .map(|mention| mention.entity)
        .collect();
    rivals.sort_unstable();
    rivals.dedup();
    let own = seen.entities.entities[entity].gender;
    let alike = |rival: &&usize| {
        let other = seen.entities.entities[**rival].gender;
        own.is_none() || other.is_none() || own == other
    };
    features.tell("rivals", &[evidence, bucket(rivals.iter().filter(alike).count(), &[1, 2, 3, 5])]);
    features.tell("gender", &[evidence, if own.is_some() { "known" } else { "unknown" }]);
    let said = seen.draft.parts.iter().any(|part| mentions_in(seen, part).any(|mention| mention.entity == entity));
    features.flag("named-in-own-words", said);
    let spoke = seen.before.and_then(|before| before.speaker.as_ref());
    let again = spoke.is_some_and(|speaker| mentions_in(seen, speaker).any(|mention| mention.entity == entity));
    features.tell("again", &[evidence, if again { "spoke" } else { "another" }]);
}
