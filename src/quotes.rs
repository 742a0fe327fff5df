//! Quotes: what is said, directly or reported, and by whom.
//!
//! Extent first, from marks and clauses; then cue and speaker, by an ordered cascade of evidence. A quote nobody is credited
//! with has no speaker, never a guess; scare quotes and titles of works are not quotes.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

pub(crate) mod antecedent;
mod attribution;
mod circumstance;
mod clause;
pub(crate) mod clause_end;
mod complement;
mod continued;
mod cues;
mod extent;
mod headlined;
mod introduced;
mod labels;
mod marks;
mod named;
mod noun_phrase;
mod object;
mod opening;
mod passive;
mod phrases;
mod reported;
mod retag;
mod signed;
mod source;
mod speaker;
mod stretches;
mod subject;
mod turns;
mod verb_phrase;
mod words;

use crate::entities::Entities;
use crate::span::Span;
use crate::syntax::Tags;
use crate::text::Document;
use marks::Quoted;
use serde::{Deserialize, Serialize};
use std::ops::Range;
pub(crate) use words::Class;
use words::Words;

/// Whether the speaker's own words are given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// Wholly within quotation marks, or a turn of a transcript.
    Direct,
    /// Reported without marks.
    Indirect,
    /// Reported speech with quoted words in it.
    Mixed,
}

/// The evidence that chose a quote's speaker.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuoteRule {
    /// “...,” Ruiz said.
    SpeechSubjectCue,
    /// “...,” said Ruiz.
    SpeechCueSubject,
    /// Ruiz said that ...
    SubjectCueSpeech,
    /// According to Ruiz, ...
    AccordingTo,
    /// Asked by Ruiz whether ...: the verb is passive, and its speaker stands after "by", or nowhere.
    PassiveCue,
    /// Ruiz said ..., adding that ...: the verb has no subject of its own.
    SharedSubject,
    /// Ruiz shrugged: “...” / “...” — Ana Ruiz
    Introduced,
    /// RUIZ: ... / Q: ..., in a transcript or an interview.
    Turn,
    /// Ruiz turned to the crowd. “...”
    SentenceBefore,
    /// Words in marks that go on, in the next paragraph, with what somebody said.
    SameSpeaker,
    /// No speaker was found.
    Unattributed,
    /// Somebody corrected or added the quote; never found.
    ByHand,
}

/// Who is credited with a quote.
#[derive(Clone, PartialEq, Debug)]
pub struct Speaker {
    /// The words that name the speaker ("White House spokeswoman Jen Psaki", "he").
    pub span: Span,
    /// The entities they stand for, each once, as indices into `Entities::entities`; none where that is not known.
    pub entities: Vec<usize>,
    /// Probability that the credit is right, 0 to 1.
    pub score: f32,
}

/// One quote.
#[derive(Clone, PartialEq, Debug)]
pub struct Quote {
    /// Covers all parts and their quotation marks.
    pub span: Span,
    /// Its stretches of quoted or reported text, in order, disjoint, marks included.
    pub parts: Vec<Span>,
    /// Direct, indirect or mixed.
    pub kind: QuoteKind,
    /// Who said it.
    pub speaker: Option<Speaker>,
    /// The words that mark it as speech ("has told", "according to").
    pub cue: Option<Span>,
    /// What chose the speaker.
    pub rule: QuoteRule,
    /// Probability that the words are a quote with these ends, 0 to 1.
    pub score: f32,
}

/// A quote in the making, in tokens.
#[derive(Clone, PartialEq, Debug)]
struct Draft {
    /// In order, disjoint, never empty.
    parts: Vec<Range<usize>>,
    speaker: Option<Range<usize>>,
    cue: Option<Range<usize>>,
    rule: QuoteRule,
    /// How often the cue reports speech, in percent.
    percent: u8,
}

/// Finds the quotes of an article, in text order.
pub fn find(document: &Document, entities: &Entities, tags: &Tags) -> Vec<Quote> {
    find_by(document, entities, tags, |_, candidates| antecedent::best(candidates), &clause_end::ends)
}

/// The same, where `choose` picks the entity that a pronoun stands for, and `ends` says whether a clause ends: what the weights of
/// [`antecedent`] and [`clause_end`] are learnt with.
pub fn find_by(
    document: &Document,
    entities: &Entities,
    tags: &Tags,
    choose: impl FnMut(usize, &[antecedent::Candidate]) -> Option<antecedent::Choice>,
    ends: &clause_end::Ends,
) -> Vec<Quote> {
    let mut words = Words::read(document, tags, entities);
    let (quoted, names) = named::take_out(&mut words, entities, marks::pair(document));
    words.read_phrases(entities, &names);
    let mut drafts = Vec::new();
    let (turns, answers) = turns::read(&words, entities);
    let mut spoken = turns.iter().peekable();
    let mut told = 0;
    for unit in extent::units(&words, &quoted) {
        while let Some(turn) = spoken.next_if(|turn| turn.block <= unit.block) {
            drafts.push((turn.draft(), unit.clone()));
            told = turn.end();
        }
        // Whatever is repeated in a turn belongs to it.
        if unit.tokens.start < told {
            continue;
        }
        let reports = clause::reports(&words, &unit, &quoted, ends);
        stretches::add(&words, entities, &unit, &quoted, reports, &mut drafts);
    }
    let said: Vec<Range<usize>> = drafts.iter().flat_map(|(draft, _)| draft.parts.iter().cloned()).collect();
    let mut speakers = speaker::Speakers::new(&words, tags, &quoted, entities, &said, answers, choose);
    drafts.into_iter().filter_map(|(draft, _)| finish(&words, &quoted, &names, draft, &mut speakers)).collect()
}

#[inline(never)]
fn finish<C: FnMut(usize, &[antecedent::Candidate]) -> Option<antecedent::Choice>>(
    words: &Words,
    quoted: &[Quoted],
    names: &[Range<usize>],
    draft: Draft,
    speakers: &mut speaker::Speakers<C>,
) -> Option<Quote> {
    let document = words.document;
    let whole = |tokens: Range<usize>| {
        let others = draft.parts.iter().chain(&draft.speaker).chain(&draft.cue).map(|other| other.start);
        let limit = others.filter(|&start| start >= tokens.end).min().unwrap_or(usize::MAX);
        document.span_of(named::whole(names, tokens, limit))
    };
    let parts: Vec<Span> = draft.parts.iter().map(|part| whole(part.clone())).collect();
    let span = parts.iter().copied().reduce(Span::cover)?;
    let kind = match draft.rule {
        QuoteRule::Turn => QuoteKind::Direct,
        _ => kind(words, quoted, &draft.parts),
    };
    let score = score(draft.rule, kind, draft.percent);
    let speaker = draft.speaker.clone().map(|tokens| {
        let name = speakers.whole(tokens.clone());
        let apart = draft.parts.iter().all(|part| part.end <= name.start || part.start >= tokens.start);
        let tokens = if apart { name } else { tokens };
        let credit = match (draft.rule, draft.parts.last()) {
            (QuoteRule::Turn, Some(speech)) => speakers.resolve_turn(&tokens, speech.end),
            _ => speakers.resolve(&tokens, &draft.parts),
        };
        Speaker { span: whole(tokens), entities: credit.entities, score }
    });
    Some(Quote { span, parts, kind, speaker, cue: draft.cue.map(|cue| document.span_of(cue)), rule: draft.rule, score })
}

/// Direct where every word stands in marks, indirect where none does.
fn kind(words: &Words, quoted: &[Quoted], parts: &[Range<usize>]) -> QuoteKind {
    let (mut inside, mut all) = (0, 0);
    for part in parts {
        all += words.count(part.clone());
        let first = quoted.partition_point(|q| q.tokens.end <= part.start);
        for stretch in quoted[first..].iter().take_while(|q| q.tokens.start < part.end) {
            inside += words.count(stretch.tokens.start.max(part.start)..stretch.tokens.end.min(part.end));
        }
    }
    match inside {
        0 => QuoteKind::Indirect,
        n if n == all => QuoteKind::Direct,
        _ => QuoteKind::Mixed,
    }
}

/// The share of quotes found in this way that are quotes with the right speaker, counted on training data; `percent` is how
/// often the verb reports speech.
fn score(rule: QuoteRule, kind: QuoteKind, percent: u8) -> f32 {
    let verb = f32::from(percent) / 100.0;
    match (rule, kind) {
        (QuoteRule::SpeechSubjectCue | QuoteRule::SpeechCueSubject, QuoteKind::Direct) => 0.95,
        (QuoteRule::SpeechSubjectCue | QuoteRule::SpeechCueSubject, QuoteKind::Mixed) => 0.78,
        (QuoteRule::SpeechSubjectCue | QuoteRule::SpeechCueSubject, QuoteKind::Indirect) => 0.81,
        (QuoteRule::SubjectCueSpeech, QuoteKind::Direct) => 0.91,
        (QuoteRule::SubjectCueSpeech, QuoteKind::Mixed) => 0.35 + 0.6 * verb,
        (QuoteRule::SubjectCueSpeech, QuoteKind::Indirect) => 0.2 + 0.7 * verb,
        (QuoteRule::AccordingTo, QuoteKind::Mixed) => 0.78,
        (QuoteRule::AccordingTo, _) => 0.85,
        (QuoteRule::PassiveCue, _) => 0.82,
        (QuoteRule::SharedSubject, QuoteKind::Direct) => 0.78,
        (QuoteRule::SharedSubject, QuoteKind::Mixed) => 0.84,
        (QuoteRule::SharedSubject, QuoteKind::Indirect) => 0.1 + 0.62 * verb,
        (QuoteRule::Introduced, _) => 0.62,
        (QuoteRule::SentenceBefore, _) => 0.5,
        (QuoteRule::SameSpeaker, _) => 0.54,
        (QuoteRule::Turn, _) => verb,
        (QuoteRule::Unattributed, _) => 0.05,
        (QuoteRule::ByHand, _) => 1.0,
    }
}
