//! Tags that only the place of an attribution shows: “...,” Ruiz notes. Prices rose, analysts estimate. According to exit polls, ...
//!
//! The tagger sees a few words to each side, and takes "notes" and "estimate" for nouns there. No other tag is changed.
#![expect(clippy::indexing_slicing, reason = "indices are those of the document; there is a tag for each token")]

use super::cues::{Form, Frame, Verb};
use super::words::Class;
use crate::syntax::Tag;
use crate::text::{Case, Document};
use std::ops::Range;

/// The longest subject of an attribution that follows what it reports, in tokens.
const SUBJECT: usize = 6;

/// Corrects the tags of an article.
pub(super) fn correct(document: &Document, class: &mut [Class], verb: impl Fn(usize) -> Option<Verb>, tags: &mut [Tag]) {
    for sentence in &document.sentences {
        for at in sentence.tokens.clone() {
            if let Some(tag) = verb(at).and_then(|verb| no_noun(document, class, tags, &sentence.tokens, at, verb)) {
                tags[at] = tag;
            }
            if let Some(tag) = verb(at).and_then(|verb| leading(document, class, tags, &sentence.tokens, at, verb)) {
                tags[at] = tag;
            }
            // "called her a liar"
            if document.lower.is(at, "her") && at + 1 < sentence.tokens.end && tags[at + 1] == Tag::Determiner {
                (tags[at], class[at]) = (Tag::Pronoun, Class::Pronoun);
            }
            // "has since said"
            if document.lower.is(at, "since") && at > sentence.tokens.start && at + 1 < sentence.tokens.end {
                let perfect = ["has", "have", "had"].iter().any(|word| document.lower.is(at - 1, word));
                if perfect && tags[at + 1].is_verb() {
                    (tags[at], class[at]) = (Tag::Adverb, Class::Adverb);
                }
            }
            if document.lower.is(at, "according") && at + 2 < sentence.tokens.end && document.lower.is(at + 1, "to") {
                tags[at + 1] = Tag::Preposition;
                if tags[at + 2] == Tag::Base {
                    tags[at + 2] = Tag::Noun;
                }
            }
            if let Some(form) = verb(at).map(|verb| verb.form)
                && let Some(tag) = attributing(document, class, tags, &sentence.tokens, at, form)
            {
                tags[at] = tag;
            }
        }
    }
}

/// "Aides say she will quit": the tag of a word that is never a noun, after what can be its subject.
fn no_noun(
    document: &Document,
    class: &[Class],
    tags: &[Tag],
    sentence: &Range<usize>,
    at: usize,
    verb: Verb,
) -> Option<Tag> {
    let before = at.checked_sub(1).filter(|&before| before >= sentence.start)?;
    let subject = matches!(tags[before], Tag::Noun | Tag::NounPlural | Tag::Name | Tag::Pronoun | Tag::Relative);
    let noun = matches!(tags[at], Tag::Noun | Tag::NounPlural | Tag::Adjective) && document.tokens[at].case == Case::Lower;
    let joined = class.get(at + 1) == Some(&Class::Hyphen);
    (subject && noun && !joined && !verb.is_noun()).then_some(match verb.form {
        Form::Base => Tag::Present,
        Form::Third => Tag::Third,
        Form::Past => Tag::Past,
        Form::Ing => Tag::Gerund,
    })
}

/// "The union estimates that", "Ruiz, who had left, cautions that", "prices fell, notes Ana Ruiz": the tag of a verb that a noun would leave
/// its clause without.
fn leading(
    document: &Document,
    class: &[Class],
    tags: &[Tag],
    sentence: &Range<usize>,
    at: usize,
    verb: Verb,
) -> Option<Tag> {
    let (before, next) = (at.checked_sub(1).filter(|&before| before >= sentence.start)?, at + 1);
    let tag = match (verb.form, tags[at]) {
        (Form::Third, Tag::NounPlural) => Tag::Third,
        (Form::Base, Tag::Noun) => Tag::Present,
        _ => return None,
    };
    let states = |range: Range<usize>| range.into_iter().any(|at| tags[at].is_finite());
    let subject = match tags[before] {
        Tag::Noun | Tag::Name => tag == Tag::Third,
        Tag::NounPlural | Tag::Number => tag == Tag::Present,
        _ => class[before] == Class::Comma,
    };
    let opening = (sentence.start..at).find(|&at| class[at] == Class::Comma).unwrap_or(at);
    let reports = next < sentence.end && verb.takes(Frame::That) && document.lower.is(next, "that");
    let inverts = tag == Tag::Third
        && class[before] == Class::Comma
        && next < sentence.end
        && matches!(tags[next], Tag::Name | Tag::Noun | Tag::Determiner)
        && states(sentence.start..before);
    (subject && reports && !states(sentence.start..opening) || inverts).then_some(tag)
}

/// The tag of a verb that ends its sentence or is cut off by a comma, after quoted words or a clause and a subject that agrees with it.
fn attributing(
    document: &Document,
    class: &[Class],
    tags: &[Tag],
    sentence: &Range<usize>,
    at: usize,
    form: Form,
) -> Option<Tag> {
    if !matches!(tags[at], Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Base) || at == sentence.start {
        return None;
    }
    let closes =
        at + 1 >= sentence.end || matches!(class[at + 1], Class::Comma | Class::Stop) && !document.lower.is(at + 1, "-");
    let tag = match (form, tags[at - 1]) {
        (Form::Third, Tag::Noun | Tag::Name) => Tag::Third,
        (Form::Base, Tag::NounPlural) => Tag::Present,
        (Form::Past, Tag::Noun | Tag::NounPlural | Tag::Name) => Tag::Past,
        _ => return None,
    };
    let floor = at.saturating_sub(SUBJECT).max(sentence.start);
    let edge = (floor..at).rev().find(|&at| matches!(class[at], Class::Comma | Class::Mark))?;
    let subject = edge + 1..at;
    let nominal = |at: usize| {
        matches!(
            tags[at],
            Tag::Name | Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Number
        ) || class[at] == Class::Hyphen
    };
    let stated = class[edge] == Class::Mark || (sentence.start..edge).any(|at| tags[at].is_finite());
    (closes && stated && !subject.is_empty() && subject.into_iter().all(nominal)).then_some(tag)
}
