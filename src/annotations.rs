//! The output: exactly the shapes that JSON and TypeScript show.
//!
//! The stages' own types point into the article. Here text is copied for the first time, so that an [`Annotations`] can be
//! stored and sent without its article. `start` and `end` are half-open, in the unit that [`Annotations::offsets`] names.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

use crate::dates::{self, Modifier, ReferenceSource, TimeType};
use crate::entities::{Entities, EntityType, Form, MentionRule};
use crate::quotes::{self, QuoteKind, QuoteRule};
use crate::span::Span;
use crate::text::{BlockKind, Document, Reading};
use serde::{Deserialize, Serialize};

/// The version of the output format.
pub(crate) const SCHEMA: u32 = 2;

/// Below this score a quote or its credit is more often wrong than right, and is shown as doubtful; `www/reading/credit.js` has the same.
const DOUBTFUL: f32 = 0.5;

/// The unit of every `start` and `end`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Unit {
    /// UTF-8 bytes, as in Rust.
    #[serde(rename = "byte")]
    Byte,
    /// UTF-16 code units, as in JavaScript: `text.slice(start, end)` is the span.
    #[serde(rename = "utf-16")]
    Utf16,
    /// Unicode code points, as in Python and in W3C Web Annotation.
    #[serde(rename = "codepoint")]
    Codepoint,
}

/// Everything found in one article.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Annotations {
    /// Version of the output format: 2.
    pub schema: u32,
    /// The unit of every offset below.
    pub offsets: Unit,
    /// The language of the text, as far as its words show: ISO 639-1 ("en", "de"), or "und" for an unidentified language other than
    /// English. Null if there are too few words to tell. Only English text has entities, quotes and dates.
    pub language: Option<String>,
    /// The day that relative dates count from.
    pub reference: Reference,
    /// The article's paragraphs and other blocks, in text order.
    pub blocks: Vec<Block>,
    /// One for each person, organisation or other thing that is named, in order of first mention.
    pub entities: Vec<Entity>,
    /// Every mention of an entity, in text order.
    pub mentions: Vec<Mention>,
    /// Who said what, in text order.
    pub quotes: Vec<Quote>,
    /// Time expressions, in text order.
    pub dates: Vec<TimeExpr>,
}

/// The day that relative dates count from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reference {
    /// `YYYY-MM-DD`, or null.
    pub date: Option<String>,
    /// Where the date came from.
    pub source: ReferenceSource,
}

/// A paragraph or other block.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Block {
    /// Its first character.
    pub start: usize,
    /// Just past its last character.
    pub end: usize,
    /// What it is for.
    pub kind: BlockKind,
}

/// A person, organisation or other thing.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Entity {
    /// Its index in [`Annotations::entities`].
    pub id: usize,
    /// What kind of thing it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// Its fullest name in the text.
    pub name: String,
    /// Titles and functions that the text gives it.
    pub roles: Vec<Span>,
    /// Its mentions, as indices into [`Annotations::mentions`].
    pub mentions: Vec<usize>,
}

/// One mention of an entity.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Mention {
    /// Its first character.
    pub start: usize,
    /// Just past its last character.
    pub end: usize,
    /// The text between.
    pub text: String,
    /// The `id` of its entity.
    pub entity: usize,
    /// Name, nominal or pronoun.
    pub form: Form,
    /// Whether one of the caller's names or patterns found it. Null if neither did.
    pub rule: Option<MentionRule>,
    /// Probability that span, type and entity are right.
    pub score: f32,
}

/// One quote.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Quote {
    /// Its first character.
    pub start: usize,
    /// Just past its last character.
    pub end: usize,
    /// The text between.
    pub text: String,
    /// Its stretches of quoted or reported text, without speaker and cue in between.
    pub parts: Vec<Span>,
    /// Direct, indirect or mixed.
    pub kind: QuoteKind,
    /// Who said it; null if nobody is credited.
    pub speaker: Option<Speaker>,
    /// The words that mark it as speech.
    pub cue: Option<Span>,
    /// The evidence that chose the speaker.
    pub rule: QuoteRule,
    /// Probability that exactly these words are a quote.
    pub score: f32,
}

/// Who is credited with a quote.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Speaker {
    /// First character of the words that name the speaker.
    pub start: usize,
    /// Just past their last character.
    pub end: usize,
    /// The text between.
    pub text: String,
    /// The `id` of each entity that speaks ("Ruiz and Lind" are two), or none if they are not named.
    pub entities: Vec<usize>,
    /// Probability that the credit is right.
    pub score: f32,
}

/// One time expression.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TimeExpr {
    /// Its first character.
    pub start: usize,
    /// Just past its last character.
    pub end: usize,
    /// The text between.
    pub text: String,
    /// Date, time, duration or set.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 `mod`.
    #[serde(rename = "mod")]
    pub modifier: Option<Modifier>,
    /// TIMEX3 `freq` of a set: how many times in each ("twice a month" is 2X a month).
    pub freq: Option<String>,
    /// TIMEX3 `quant` of a set: EVERY, EACH, EVERY OTHER, EVERY THIRD and so on.
    pub quant: Option<String>,
    /// First day of its interval, `YYYY-MM-DD`; null where open or unknown.
    pub from: Option<String>,
    /// The day after its last; null where open or unknown.
    pub to: Option<String>,
    /// The ends of a range.
    #[serde(default)]
    pub parts: Vec<TimePart>,
    /// The rule that found it.
    pub rule: dates::DateRule,
    /// Probability that span and value are right.
    pub score: f32,
}

/// One end of a range.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TimePart {
    /// Its first character.
    pub start: usize,
    /// Just past its last character.
    pub end: usize,
    /// Its TIMEX3 value.
    pub value: String,
}

impl Quote {
    /// Whether its words are doubtful: perhaps no quote, or one with other ends.
    pub(crate) fn is_doubtful(&self) -> bool {
        self.score < DOUBTFUL
    }

    /// Whether its speaker is doubtful.
    pub(crate) fn is_credit_doubtful(&self) -> bool {
        self.speaker.as_ref().is_some_and(|speaker| speaker.score < DOUBTFUL)
    }

    /// Whether anything of it is doubtful.
    pub(crate) fn is_any_doubtful(&self) -> bool {
        self.is_doubtful() || self.is_credit_doubtful()
    }
}

impl Annotations {
    /// Makes the output of what the stages found in what was read of a text.
    pub(crate) fn assemble(
        document: &Document,
        reading: &Reading,
        reference: dates::Reference,
        found: Entities,
        quotes: Vec<quotes::Quote>,
        dates: Vec<dates::TimeExpr>,
    ) -> Annotations {
        let place = |span: Span| {
            let span = reading.given(span);
            (span.start(), span.end(), span.of(reading.given_text()).to_owned())
        };
        let spans = |spans: Vec<Span>| spans.into_iter().map(|span| reading.given(span)).collect::<Vec<_>>();
        let mut entities: Vec<Entity> = (found.entities.into_iter().enumerate())
            .map(|(id, e)| {
                let roles = e.roles.into_iter().map(|role| reading.given(document.span_of(role))).collect();
                Entity { id, kind: e.kind, name: e.name, roles, mentions: Vec::new() }
            })
            .collect();
        let mut mentions = Vec::with_capacity(found.mentions.len());
        for (index, m) in found.mentions.into_iter().enumerate() {
            entities[m.entity].mentions.push(index);
            let (start, end, text) = place(m.span);
            mentions.push(Mention { start, end, text, entity: m.entity, form: m.form, rule: m.rule, score: m.score });
        }
        let speaker = |s: quotes::Speaker| {
            let (start, end, text) = place(s.span);
            Speaker { start, end, text, entities: s.entities, score: s.score }
        };
        let quote = |q: quotes::Quote| {
            let (start, end, text) = place(q.span);
            let (speaker, cue) = (q.speaker.map(speaker), q.cue.map(|cue| reading.given(cue)));
            Quote { start, end, text, parts: spans(q.parts), kind: q.kind, speaker, cue, rule: q.rule, score: q.score }
        };
        let part = |p: dates::TimePart| {
            let span = reading.given(p.span);
            TimePart { start: span.start(), end: span.end(), value: p.value }
        };
        let date = |d: dates::TimeExpr| {
            let (start, end, text) = place(d.span);
            TimeExpr {
                start,
                end,
                text,
                kind: d.kind,
                value: d.value,
                modifier: d.modifier,
                freq: d.freq,
                quant: d.quant,
                from: d.from.map(|d| d.to_string()),
                to: d.to.map(|d| d.to_string()),
                parts: d.parts.into_iter().map(part).collect(),
                rule: d.rule,
                score: d.score,
            }
        };
        Annotations {
            schema: SCHEMA,
            offsets: Unit::Byte,
            language: document.language.map(str::to_owned),
            reference: Reference { date: reference.date.map(|d| d.to_string()), source: reference.source },
            blocks: blocks_of(document, reading),
            entities,
            mentions,
            quotes: quotes.into_iter().map(quote).collect(),
            dates: dates.into_iter().map(date).collect(),
        }
    }
}

/// The blocks as they stand in the given text. What was read over between two, marks of quoting for instance, is of the second, so that
/// only white space is in no block.
fn blocks_of(document: &Document, reading: &Reading) -> Vec<Block> {
    let given = reading.given_text();
    let mut blocks: Vec<Block> = Vec::with_capacity(document.blocks.len());
    let mut covered = 0;
    for block in &document.blocks {
        let span = reading.given(block.span);
        let before = given.get(covered..span.start()).unwrap_or_default();
        let start = span.start().saturating_sub(before.trim_start().len());
        blocks.push(Block { start, end: span.end(), kind: block.kind });
        covered = span.end();
    }
    let rest = given.get(covered..).unwrap_or_default();
    let end = given.trim_end().len();
    if !rest.trim().is_empty() {
        match blocks.last_mut() {
            Some(last) => last.end = end,
            None => blocks.push(Block { start: end.saturating_sub(rest.trim().len()), end, kind: BlockKind::Paragraph }),
        }
    }
    blocks
}
