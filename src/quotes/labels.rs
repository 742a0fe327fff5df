//! Labels: what stands before a turn of a transcript and tells whose it is: "RUIZ:", "Q.", "Dr Ana Ruiz (chair):".
//!
//! A label is a name, a title and a name, a part in a dialogue, or a question's or answer's sign. Whether there is a dialogue at
//! all is not asked here: "Photo:" and "Results:" look the same.
#![expect(clippy::indexing_slicing, reason = "indices are those of the document and of the lists of names")]

use super::words::{Class, Words};
use crate::entities::{Entities, EntityType, Form, Mention};
use crate::lists;
use crate::text::{BlockKind, Case, TokenKind};
use std::ops::Range;

/// The longest label, in tokens: "SEN. ANA M. RUIZ (D-N.Y.):", "Ana Ruiz, chair of the harbour board of Solvik:".
const LABEL: usize = 14;

/// Small words in a name.
const PARTICLES: [&str; 7] = ["de", "van", "von", "al", "bin", "of", "the"];

/// What stands before a turn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Label {
    pub tokens: Range<usize>,
    /// The first token of what is said.
    pub speech: usize,
    /// Whether it alone shows that somebody speaks: it names a person or a part in a dialogue, asks or answers.
    pub sure: bool,
    /// Whether it is the sign of a question or answer without a colon, which only its like beside it makes a label: "Q."
    pub bare: bool,
}

/// The label that a block begins with.
pub(super) fn of_block(words: &Words, entities: &Entities, block: usize) -> Option<Label> {
    let document = words.document;
    if !matches!(document.blocks[block].kind, BlockKind::Paragraph | BlockKind::Headline) {
        return None;
    }
    let end = document.sentences[document.blocks[block].sentences.clone()].last()?.tokens.end;
    let start = past_stars(words, document.words_begin(block), end);
    let label = sign(words, start).or_else(|| before_colon(words, entities, start, end))?;
    let speech = past_stars(words, label.speech, end);
    (speech < end && words.class(speech) != Class::Mark).then_some(Label { speech, ..label })
}

/// Past the stars and underscores that make words bold: "**Ana Ruiz:** We did."
fn past_stars(words: &Words, from: usize, end: usize) -> usize {
    (from..end).find(|&at| !is_star(words, at)).unwrap_or(end)
}

fn is_star(words: &Words, at: usize) -> bool {
    words.is_any(at, &["*", "**", "_", "__"])
}

/// "Q:", "Q.", "A —": the sign of a question or an answer.
fn sign(words: &Words, start: usize) -> Option<Label> {
    let one = |tokens: Range<usize>, speech, bare| Some(Label { tokens, speech, sure: true, bare });
    if !words.is_capital(start) {
        return None;
    }
    if words.is_any(start, &["q.", "a."]) {
        return one(start..start + 1, start + 1, true);
    }
    if !words.is_any(start, &["q", "a", "question", "answer"]) {
        return None;
    }
    let next = start + 1;
    let short = words.document.word(start).len() == 1;
    match words.class(next) {
        _ if words.is(next, ":") => one(start..next, next + 1, false),
        Class::Stop if short && (words.is(next, ".") || words.is_dash(next)) => one(start..next, next + 1, true),
        _ => None,
    }
}

/// "Ruiz:", "President Lund:", "Ana Ruiz, the mayor:", "THE COURT:", "Interviewer:"
fn before_colon(words: &Words, entities: &Entities, start: usize, end: usize) -> Option<Label> {
    let document = words.document;
    let colon = (start..end.min(start + LABEL)).find(|&at| words.is(at, ":"))?;
    let last = (start..colon).rev().find(|&at| !is_star(words, at))? + 1;
    let tokens = start..last;
    let first = entities.mentions.partition_point(|m| m.tokens.start < start);
    let is_person = |m: &&Mention| m.form == Form::Name && entities.entities[m.entity].kind == EntityType::Person;
    let person = entities.mentions[first..].iter().take_while(|m| m.tokens.end <= last).find(is_person);
    // What follows the name, set off from it, tells what its bearer is.
    let name_end = person.map_or(last, |person| person.tokens.end);
    let set_off = matches!(words.class(name_end), Class::Comma | Class::Bracket);
    let named = if set_off { start..name_end } else { tokens.clone() };
    let in_name = |at: usize| match document.tokens[at].kind {
        TokenKind::Word => words.is_capital(at) || words.is_any(at, &PARTICLES),
        _ => matches!(document.word(at), "." | "-" | "(" | ")" | "[" | "]" | "'" | "’"),
    };
    let in_title = |at: usize| {
        !matches!(
            words.class(at),
            Class::Auxiliary | Class::Pronoun | Class::Relative | Class::Subordinator | Class::Mark | Class::Stop
        )
    };
    if document.tokens[past_stars(words, colon + 1, end)..end]
        .first()
        .is_none_or(|next| next.glued && !is_star(words, colon + 1))
        || !named.clone().all(in_name)
        || !(named.end..last).all(in_title)
        || lists::HEADLINE_LABELS.contains(&document.lower[start])
    {
        return None;
    }
    let sure = person.is_some() || is_part(words, &tokens);
    Some(Label { tokens, speech: colon + 1, sure, bare: false })
}

/// "Interviewer", "THE COURT", "Judge": a part in a dialogue.
fn is_part(words: &Words, label: &Range<usize>) -> bool {
    let head = label.start + usize::from(words.is(label.start, "the"));
    head + 1 == label.end && lists::DIALOGUE_PARTS.contains(&words.document.lower[head])
}

/// Whether nothing in a label is in small letters.
pub(super) fn is_capitals(words: &Words, label: &Range<usize>) -> bool {
    label.clone().all(|at| matches!(words.document.tokens[at].case, Case::Upper | Case::None))
}
