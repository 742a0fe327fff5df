//! Turns: what somebody says in a transcript or an interview, after a label: "RUIZ: It is safe.", "Q: Is it safe?"
//!
//! Who was named in full is labelled by initials afterwards ("AR: It is."). Labels are trusted together or not at all: an article has turns where at least two labels name a person or ask and answer,
//! and what follows them reads as speech. "Photo: Ana Ruiz", "Ruiz: 12 points" and a single headline are no turns.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::words::{Class, Words};
use super::{Draft, QuoteRule};
use crate::entities::{Entities, EntityType, Form};
use crate::hashing::{self, ByHash, Hashes};
use crate::text::{BlockKind, Case, TokenKind};
use std::ops::Range;

/// The longest label, in tokens: "SEN. ANA M. RUIZ (D-N.Y.):".
const LABEL: usize = 10;

/// How many turns before and after a label may have the same.
const NEAR: usize = 10;

/// What people who talk to each other say, in half of their turns at least, and lists of people do not.
const ADDRESS: [&str; 10] = ["i", "we", "you", "me", "us", "my", "our", "your", "?", "let's"];

/// How many turns make a dialogue.
const DIALOGUE: usize = 2;

/// What a label's turn is worth as evidence, in percent.
const PERCENT: u8 = 90;

/// A block that somebody speaks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Turn {
    pub block: usize,
    label: Range<usize>,
    pub speech: Range<usize>,
    /// Whether the label names a person, asks, answers, or stands in capitals again and again.
    sure: bool,
}

impl Turn {
    pub fn draft(&self) -> Draft {
        let (parts, speaker) = (vec![self.speech.clone()], Some(self.label.clone()));
        Draft { parts, speaker, cue: None, rule: QuoteRule::Turn, percent: PERCENT }
    }
}

/// The turns of an article, in text order, and of each answer ("A:", or by initials) the token and the entity that gives it.
#[inline(never)]
pub(super) fn read(words: &Words, entities: &Entities) -> (Vec<Turn>, Vec<(usize, usize)>) {
    let turns: Vec<Turn> = (0..words.document.blocks.len()).filter_map(|block| turn(words, entities, block)).collect();
    let text = |turn: &Turn| words.document.span_of(turn.label.clone()).of(words.document.text);
    let near = |at: usize| turns[at.saturating_sub(NEAR)..].iter().take(2 * NEAR);
    let repeated: Vec<bool> =
        (0..turns.len()).map(|at| near(at).filter(|turn| text(turn) == text(&turns[at])).count() > 1).collect();
    let short: Hashes = turns.iter().filter_map(|turn| initials(words, &turn.label)).collect();
    let people = if short.is_empty() { ByHash::default() } else { initials_of_people(entities) };
    let who = |turn: &Turn| people.get(&initials(words, &turn.label)?).copied().flatten();
    let turns: Vec<Turn> = turns
        .into_iter()
        .zip(repeated)
        .filter_map(|(mut turn, repeated)| {
            let capitals = turn.label.clone().all(|at| matches!(words.document.tokens[at].case, Case::Upper | Case::None));
            turn.sure |= capitals && repeated || who(&turn).is_some() || short.contains(&first_letters(words, &turn.label));
            (turn.sure || repeated).then_some(turn)
        })
        .collect();
    let sure: Vec<&Turn> = turns.iter().filter(|turn| turn.sure).collect();
    let spoken = sure.iter().filter(|turn| reads_as_speech(words, &turn.speech)).count();
    let addressed = sure.iter().filter(|turn| turn.speech.clone().any(|at| words.is_any(at, &ADDRESS))).count();
    if spoken < DIALOGUE || addressed * 2 < sure.len() {
        return (Vec::new(), Vec::new());
    }
    let answers = |turn: &Turn| words.is_any(turn.label.start, &["a", "answer"]);
    let interviewee = if turns.iter().any(answers) { interviewee(words, entities, &turns) } else { None };
    let known = |turn: &Turn| Some((turn.label.start, if answers(turn) { interviewee? } else { who(turn)? }));
    let answers = turns.iter().filter_map(known).collect();
    (turns, answers)
}

/// The letters of a label of two or three capitals, hashed: "AR".
fn initials(words: &Words, label: &Range<usize>) -> Option<u64> {
    let word = words.document.word(label.start);
    let short = label.len() == 1 && (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    short.then(|| hashing::string(&words.document.lower[label.start]))
}

/// The first letters of a label's words, hashed.
fn first_letters(words: &Words, label: &Range<usize>) -> u64 {
    let words = label.clone().filter(|&at| words.is_capital(at)).map(|at| &words.document.lower[at]);
    hashing::string(&words.filter_map(|word| word.chars().next()).collect::<String>())
}

/// Each person's initials, first and last or all of them, hashed, and whose they are if nobody else has them.
fn initials_of_people(entities: &Entities) -> ByHash<Option<usize>> {
    let mut people = ByHash::default();
    for (index, entity) in entities.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityType::Person) {
        let letters = entity.name.split([' ', '-']).filter_map(|word| word.chars().next());
        let all: String = letters.flat_map(char::to_lowercase).collect();
        let (Some(first), Some(last)) = (all.chars().next(), all.chars().skip(1).last()) else { continue };
        for key in [String::from_iter([first, last]), all] {
            let one = |known: &mut Option<usize>| *known = known.filter(|&known| known == index);
            people.entry(hashing::string(&key)).and_modify(one).or_insert(Some(index));
        }
    }
    people
}

/// A block that begins with a label.
fn turn(words: &Words, entities: &Entities, block: usize) -> Option<Turn> {
    let document = words.document;
    if !matches!(document.blocks[block].kind, BlockKind::Paragraph | BlockKind::Headline) {
        return None;
    }
    let sentences = &document.sentences[document.blocks[block].sentences.clone()];
    let (start, end) = (document.words_begin(block), sentences.last()?.tokens.end);
    let colon = (start..end.min(start + LABEL)).find(|&at| words.is(at, ":"))?;
    let (label, speech) = (start..colon, colon + 1..end);
    let capital = |at: usize| match document.tokens[at].kind {
        TokenKind::Word => words.is_capital(at) || words.is_any(at, &["de", "van", "von", "al", "bin", "of", "the"]),
        _ => matches!(document.word(at), "." | "-" | "(" | ")" | "[" | "]" | "'" | "’"),
    };
    let marked = words.class(speech.start) == Class::Mark;
    if label.is_empty() || speech.is_empty() || marked || document.tokens[speech.start].glued || !label.clone().all(capital)
    {
        return None;
    }
    let asks = label.len() == 1 && words.is_any(start, &["q", "a", "question", "answer"]);
    let first = entities.mentions.partition_point(|m| m.tokens.start < start);
    let named = entities.mentions[first..]
        .iter()
        .take_while(|m| m.tokens.end <= colon)
        .any(|m| m.form == Form::Name && entities.entities[m.entity].kind == EntityType::Person);
    Some(Turn { block, label, speech, sure: asks || named })
}

/// Whether words are a sentence: something in them can only stand in a clause, and they end as a sentence does.
fn reads_as_speech(words: &Words, speech: &Range<usize>) -> bool {
    let clause =
        |at: usize| matches!(words.class(at), Class::Pronoun | Class::Auxiliary | Class::Negation | Class::Subordinator);
    let last = speech.end - 1;
    let ended = words.is_terminal(last) || words.class(last) == Class::Mark;
    ended && speech.clone().any(clause)
}

/// Who answers: the person named most often outside the turns, if before the first of them.
fn interviewee(words: &Words, entities: &Entities, turns: &[Turn]) -> Option<usize> {
    let document = words.document;
    let mut times = vec![0; entities.entities.len()];
    let first = turns.first()?.label.start;
    let mut before = Vec::new();
    for mention in &entities.mentions {
        let block = document.sentences[document.sentence_of(mention.tokens.start)].block;
        let byline = document.blocks[block].kind == BlockKind::Byline;
        let person = entities.entities[mention.entity].kind == EntityType::Person;
        if person && !byline && turns.binary_search_by_key(&block, |turn| turn.block).is_err() {
            times[mention.entity] += 1;
            if mention.tokens.start < first {
                before.push(mention.entity);
            }
        }
    }
    let most = before.iter().map(|&entity| times[entity]).max()?;
    before.retain(|&entity| times[entity] == most);
    before.dedup();
    if let [only] = before[..] { Some(only) } else { None }
}
