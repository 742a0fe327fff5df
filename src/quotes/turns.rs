//! Turns: what somebody says in a transcript or an interview, after a label: "RUIZ: It is safe.", "Q: Is it safe?"
//!
//! Labels are trusted together or not at all: an article has turns where one asks and the next answers, or where at least two
//! labels tell who speaks and what follows them reads as speech. Who was named in full is labelled by initials afterwards ("AR: It
//! is."). A paragraph without a label goes on with the turn before it. Everything in a turn belongs to it, whoever's words it
//! repeats. "Photo: Ana Ruiz", "Ruiz: 12 points" and a single headline are no turns.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::constructions::Construction;
use super::cues::Form as VerbForm;
use super::extent;
use super::labels::{self, Label};
use super::words::{Class, Words};
use super::{Draft, QuoteRule};
use crate::entities::{Entities, EntityType, Form};
use crate::hashing::{self, ByHash, Hashes};
use crate::text::BlockKind;
use std::ops::Range;

/// How many turns before and after a label may have the same.
const NEAR: usize = 10;

/// What people who talk to each other say, in half of their turns at least, and lists of people do not.
const ADDRESS: [&str; 10] = ["i", "we", "you", "me", "us", "my", "our", "your", "?", "let's"];

/// How many turns make a dialogue.
const DIALOGUE: usize = 2;

/// How many turns make a text in which hardly anything else is told.
const TRANSCRIPT: usize = 6;

/// How many paragraphs may go on with one turn.
const PARAGRAPHS: usize = 12;

/// How often a reporting verb tells speech, in percent, that shows a paragraph to be told by somebody else.
const NARRATED: u8 = 80;

/// What a label's turn is worth as evidence, in percent.
const PERCENT: u8 = 90;

/// What somebody says after a label.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Turn {
    pub block: usize,
    label: Label,
    /// What is said, a part for each paragraph.
    parts: Vec<Range<usize>>,
}

impl Turn {
    pub fn draft(&self) -> Draft {
        let (parts, speaker) = (self.parts.clone(), Some(self.label.tokens.clone()));
        Draft { construction: Construction::Turn, parts, speaker, cue: None, rule: QuoteRule::Turn, percent: PERCENT }
    }

    /// Just past what is said.
    pub fn end(&self) -> usize {
        self.parts.last().map_or(self.label.speech, |part| part.end)
    }

    fn speech(&self) -> Range<usize> {
        self.label.speech..self.end()
    }
}

/// The turns of an article, in text order, and of each answer ("A:", or by initials) the token and the entity that gives it.
#[inline(never)]
pub(super) fn read(words: &Words, entities: &Entities) -> (Vec<Turn>, Vec<(usize, usize)>) {
    let mut turns: Vec<Turn> = (0..words.document.blocks.len()).filter_map(|block| turn(words, entities, block)).collect();
    // "A. Ruiz came." begins no answer where no "Q." asks.
    let bare = |turns: &[Turn], sign: &str| {
        turns.iter().any(|turn| turn.label.bare && words.document.lower[turn.label.tokens.start].starts_with(sign))
    };
    if !(bare(&turns, "q") && bare(&turns, "a")) {
        turns.retain(|turn| !turn.label.bare);
    }
    let text = |turn: &Turn| words.document.span_of(turn.label.tokens.clone()).of(words.document.text);
    let near = |at: usize| turns[at.saturating_sub(NEAR)..].iter().take(2 * NEAR);
    let repeated: Vec<bool> =
        (0..turns.len()).map(|at| near(at).filter(|turn| text(turn) == text(&turns[at])).count() > 1).collect();
    let adjoining: Vec<bool> = (0..turns.len()).map(|at| faces_capitals(words, &turns, at)).collect();
    let short: Hashes = turns.iter().filter_map(|turn| initials(words, &turn.label.tokens)).collect();
    let people = if short.is_empty() { ByHash::default() } else { initials_of_people(entities) };
    let who = |turn: &Turn| people.get(&initials(words, &turn.label.tokens)?).copied().flatten();
    let mut turns: Vec<Turn> = turns
        .into_iter()
        .zip(repeated.into_iter().zip(adjoining))
        .filter_map(|(mut turn, (repeated, adjoining))| {
            let label = &mut turn.label;
            let capitals = labels::is_capitals(words, &label.tokens);
            label.sure |= capitals && repeated || adjoining || short.contains(&first_letters(words, &label.tokens));
            turn.label.sure |= who(&turn).is_some();
            (turn.label.sure || repeated).then_some(turn)
        })
        .collect();
    if !is_dialogue(words, &turns) {
        return (Vec::new(), Vec::new());
    }
    go_on(words, entities, &mut turns);
    let answers = |turn: &Turn| words.is_any(turn.label.tokens.start, &["a", "a.", "answer"]);
    let interviewee = if turns.iter().any(answers) { interviewee(words, entities, &turns) } else { None };
    let known = |turn: &Turn| Some((turn.label.tokens.start, if answers(turn) { interviewee? } else { who(turn)? }));
    let answers = turns.iter().filter_map(known).collect();
    (turns, answers)
}

/// Whether people talk to each other: one asks and the next answers, or their turns read as speech.
fn is_dialogue(words: &Words, turns: &[Turn]) -> bool {
    let sure: Vec<&Turn> = turns.iter().filter(|turn| turn.label.sure).collect();
    let spoken = sure.iter().filter(|turn| reads_as_speech(words, &turn.speech())).count();
    let addressed = sure.iter().filter(|turn| turn.speech().any(|at| words.is_any(at, &ADDRESS))).count();
    let asked = |pair: &[&Turn]| {
        let [asks, answers] = pair else { return false };
        let said = |turn: &Turn| {
            ended(words, &turn.speech()) && !(turn.speech().len() > 3 && extent::is_title(words, turn.speech()))
        };
        words.is(asks.end() - 1, "?")
            && answers.block == asks.block + 1
            && !is_same(words, &asks.label.tokens, &answers.label.tokens)
            && said(asks)
            && ended(words, &answers.speech())
    };
    sure.windows(2).any(asked) || spoken >= DIALOGUE && addressed * 2 >= sure.len()
}

fn is_same(words: &Words, one: &Range<usize>, other: &Range<usize>) -> bool {
    let text = |label: &Range<usize>| words.document.span_of(label.clone()).of(words.document.text);
    text(one) == text(other)
}

/// MR. KELLER: Where were you? ¶ MS. LIND: At home. : whether another label in capitals stands right before or after.
fn faces_capitals(words: &Words, turns: &[Turn], at: usize) -> bool {
    let shouts = |turn: &Turn| labels::is_capitals(words, &turn.label.tokens) && reads_as_speech(words, &turn.speech());
    let turn = &turns[at];
    let beside = |other: Option<&Turn>| {
        other.is_some_and(|other| {
            other.block.abs_diff(turn.block) == 1
                && labels::is_capitals(words, &other.label.tokens)
                && !is_same(words, &other.label.tokens, &turn.label.tokens)
        })
    };
    shouts(turn) && (beside(at.checked_sub(1).and_then(|before| turns.get(before))) || beside(turns.get(at + 1)))
}

/// Adds to turns the paragraphs without a label that go on with them.
fn go_on(words: &Words, entities: &Entities, turns: &mut [Turn]) {
    let starts: Vec<usize> = turns.iter().map(|turn| turn.block).collect();
    let speakers = speakers(entities, turns);
    let transcript = turns.len() >= TRANSCRIPT;
    for (index, turn) in turns.iter_mut().enumerate() {
        // Who has asked waits for an answer.
        if words.is(turn.end() - 1, "?") {
            continue;
        }
        let next = starts.get(index + 1).copied();
        let limit = next.unwrap_or(words.document.blocks.len()).min(turn.block + 1 + PARAGRAPHS);
        for block in turn.block + 1..limit {
            match paragraph(words, block) {
                Some(part) if is_spoken(words, entities, &speakers, &part, transcript && next.is_some()) => {
                    turn.parts.push(part)
                }
                _ => break,
            }
        }
    }
}

/// The people whom labels name.
fn speakers(entities: &Entities, turns: &[Turn]) -> Vec<usize> {
    let mut speakers: Vec<usize> = Vec::new();
    for turn in turns {
        let label = &turn.label.tokens;
        let first = entities.mentions.partition_point(|mention| mention.tokens.start < label.start);
        let within = entities.mentions[first..].iter().take_while(|mention| mention.tokens.end <= label.end);
        speakers.extend(within.map(|mention| mention.entity));
    }
    speakers.sort_unstable();
    speakers.dedup();
    speakers
}

/// The words of a paragraph.
fn paragraph(words: &Words, block: usize) -> Option<Range<usize>> {
    let document = words.document;
    let end = document.sentences[document.blocks[block].sentences.clone()].last()?.tokens.end;
    let part = document.words_begin(block)..end;
    (document.blocks[block].kind == BlockKind::Paragraph && !part.is_empty()).then_some(part)
}

/// Whether a paragraph without a label is spoken and not told: nobody of the dialogue is named in it or said to speak, and
/// somebody is addressed, or hardly anything but the dialogue stands in the text.
fn is_spoken(words: &Words, entities: &Entities, speakers: &[usize], part: &Range<usize>, transcript: bool) -> bool {
    let first = entities.mentions.partition_point(|mention| mention.tokens.start < part.start);
    let mut within = entities.mentions[first..].iter().take_while(|mention| mention.tokens.start < part.end);
    let named = within.any(|mention| mention.form == Form::Name && speakers.binary_search(&mention.entity).is_ok());
    let told = |at: usize| {
        let verb = words
            .verb(at)
            .is_some_and(|verb| verb.percent() >= NARRATED && matches!(verb.form, VerbForm::Past | VerbForm::Third));
        verb && (words.class(at - 1) == Class::Name || words.is_any(at - 1, &["he", "she", "they"]))
    };
    let addressed = part.clone().any(|at| words.is_any(at, &ADDRESS));
    let opens = matches!(words.class(part.start), Class::Mark | Class::Bracket);
    ended(words, part) && !opens && !named && (addressed || transcript) && !(part.start + 1..part.end).any(told)
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
    let label = labels::of_block(words, entities, block)?;
    let document = words.document;
    let end = document.sentences[document.blocks[block].sentences.clone()].last()?.tokens.end;
    let speech = label.speech..end;
    Some(Turn { block, label, parts: vec![speech] })
}

/// Whether words are a sentence: something in them can only stand in a clause, and they end as a sentence does.
fn reads_as_speech(words: &Words, speech: &Range<usize>) -> bool {
    let clause =
        |at: usize| matches!(words.class(at), Class::Pronoun | Class::Auxiliary | Class::Negation | Class::Subordinator);
    ended(words, speech) && speech.clone().any(clause)
}

/// Whether words end as a sentence does.
fn ended(words: &Words, speech: &Range<usize>) -> bool {
    let last = speech.end - 1;
    words.is_terminal(last) || words.class(last) == Class::Mark
}

/// Who answers: the person named most often outside the turns, if before the first of them.
fn interviewee(words: &Words, entities: &Entities, turns: &[Turn]) -> Option<usize> {
    let document = words.document;
    let mut times = vec![0; entities.entities.len()];
    let first = turns.first()?.label.tokens.start;
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
