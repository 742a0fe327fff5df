//! Several: whom "they", "both", "the two" and "the couple" stand for.
//!
//! Those who were named together last, or the one group or organization that the sentence before is about. Where that sentence is
//! about people without a name, so are they, and nobody named earlier is taken for them.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

use super::sight::{Place, Sight};
use super::{Credit, Evidence};
use crate::entities::{EntityType, Form, Mention};
use crate::lists;
use crate::quotes::words::Class;
use std::ops::Range;

/// How many sentences back those named together may stand.
const SENTENCES: usize = 4;

/// How many paragraphs back "they" may reach.
const BLOCKS: usize = 1;

/// The people who are named together, or alone, in a sentence before a token.
fn together(sight: Sight, sentence: &Range<usize>, before: usize) -> Vec<Vec<usize>> {
    let mentions = &sight.entities.mentions;
    let from = mentions.partition_point(|m| m.tokens.start < sentence.start);
    let to = mentions.partition_point(|m| m.tokens.start < sentence.end.min(before));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut last: Option<&Mention> = None;
    for mention in
        mentions[from..to.max(from)].iter().filter(|m| m.form == Form::Name && !sight.is_own(m.tokens.start, before))
    {
        match (last, groups.last_mut()) {
            (Some(before), Some(group)) if sight.joins(before, mention) => group.push(mention.entity),
            _ => groups.push(vec![mention.entity]),
        }
        last = Some(mention);
    }
    groups
}

/// "the couple", "both", "the two men": the two named together last, or the only two in the last sentence that names anybody.
pub(super) fn counted(sight: Sight, speaker: &Range<usize>) -> Option<Credit> {
    let words = sight.words;
    let first = speaker.start;
    let number = match speaker.len() {
        1 if words.is(first, "both") => 2,
        2 | 3 if words.is_any(first, &["the", "both"]) => {
            let head = &words.document.lower[first + 1];
            let people = speaker.len() == 2 || is_people(sight, speaker.end - 1);
            match head {
                "two" if people => 2,
                "three" if people => 3,
                "couple" | "pair" | "duo" if speaker.len() == 2 => 2,
                "trio" if speaker.len() == 2 => 3,
                _ => return None,
            }
        }
        _ => return None,
    };
    let document = words.document;
    let here = document.sentence_of(first);
    let near = document.sentences[here.saturating_sub(SENTENCES)..=here].iter().rev();
    for sentence in near {
        let groups = together(sight, &sentence.tokens, first);
        let people = |group: &&Vec<usize>| group.iter().all(|&entity| sight.is_person(entity));
        if let Some(group) = groups.iter().filter(people).rev().find(|group| group.len() == number) {
            return Some(Credit { entities: group.clone(), evidence: Evidence::Several });
        }
        let mut all: Vec<usize> = groups.iter().flatten().copied().filter(|&entity| sight.is_person(entity)).collect();
        all.sort_unstable();
        all.dedup();
        if !all.is_empty() {
            return (all.len() == number).then_some(Credit { entities: all, evidence: Evidence::Several });
        }
    }
    None
}

/// Whether a noun is of people: "men", "leaders".
fn is_people(sight: Sight, at: usize) -> bool {
    let word = &sight.words.document.lower[at];
    let plural_role = word.strip_suffix('s').is_some_and(|one| lists::ROLES.contains(one));
    plural_role || matches!(word, "men" | "women" | "people" | "brothers" | "sisters" | "friends")
}

/// "they"
pub(super) fn they(sight: Sight, at: usize) -> Option<Credit> {
    let document = sight.words.document;
    let here = document.sentence_of(at);
    let several = |entities: Vec<usize>| Some(Credit { entities, evidence: Evidence::Several });
    let sentences = document.sentences[here.saturating_sub(2)..=here].iter().rev();
    for sentence in sentences.filter(|sentence| sight.block(at) - sentence.block <= BLOCKS) {
        let tokens = sentence.tokens.start..sentence.tokens.end.min(at);
        // Who spoke there, then whom it is about.
        let spoke = sight.spoke.iter().rev().take_while(|(words, _)| words.start >= tokens.start);
        let mut spoke: Vec<usize> = spoke.filter(|(words, _)| words.start < tokens.end).map(|(_, entity)| *entity).collect();
        spoke.reverse();
        spoke.dedup();
        if spoke.len() > 1 || spoke.first().is_some_and(|&entity| is_several(sight, entity)) {
            return several(spoke);
        }
        let groups = together(sight, &tokens, at);
        let speak = |entity: &usize| matches!(sight.kind(*entity), EntityType::Person | EntityType::Organization);
        if let Some(group) = groups.iter().rev().find(|group| group.len() > 1 && group.iter().all(speak)) {
            return several(group.clone());
        }
        let subject = sight
            .mentions_in(&tokens)
            .filter(|m| !sight.is_own(m.tokens.start, at))
            .find(|m| m.form != Form::Pronoun && sight.place(m) == Place::MainSubject);
        match subject {
            Some(subject) if is_several(sight, subject.entity) => {
                return Some(Credit { entities: vec![subject.entity], evidence: Evidence::Pronoun { margin: 0.0 } });
            }
            // "Residents left." and "Its authors met.": people without a name.
            None if tokens.end == sentence.tokens.end && opens_with_noun(sight, tokens.start) => return None,
            _ => {}
        }
    }
    None
}

fn is_several(sight: Sight, entity: usize) -> bool {
    let known = &sight.entities.entities[entity];
    known.plural || matches!(known.kind, EntityType::Organization)
}

/// Whether a sentence begins with a noun phrase that is no name.
fn opens_with_noun(sight: Sight, start: usize) -> bool {
    !matches!(sight.words.class(start), Class::Mark | Class::Pronoun) && sight.mention_at(start).is_none()
}
