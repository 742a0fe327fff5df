//! Quotes: what is said, directly or reported, and by whom.
//!
//! Extent first, from marks and clauses; then cue and speaker, by an ordered cascade of evidence. A quote nobody is credited
//! with has no speaker, never a guess; scare quotes and titles of works are not quotes.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

pub(crate) mod antecedent;
mod attributed;
mod attribution;
mod circumstance;
mod claims;
mod clause;
pub(crate) mod clause_end;
mod complement;
mod constructions;
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
mod reading;
mod reported;
mod retag;
pub(crate) mod score;
mod settle;
mod signed;
mod source;
mod speaker;
mod stretches;
mod subject;
mod turns;
mod verb_phrase;
mod vocabulary;
mod words;

use crate::entities::Entities;
use crate::span::Span;
#[cfg(feature = "training")]
use crate::syntax::Tag;
use crate::syntax::Tags;
use crate::text::Document;
pub use constructions::Construction;
use marks::Quoted;
use score::Seen;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use words::Words;

/// Whether the speaker's own words are given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
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
#[non_exhaustive]
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
    /// What found it; for tests and for counting.
    pub construction: Construction,
}

/// A quote in the making, in tokens.
#[derive(Clone, PartialEq, Debug)]
struct Draft {
    construction: Construction,
    /// In order, disjoint, never empty.
    parts: Vec<Range<usize>>,
    speaker: Option<Range<usize>>,
    cue: Option<Range<usize>>,
    rule: QuoteRule,
    /// How often the cue reports speech, in percent.
    percent: u8,
}

/// Finds the quotes of an article, in text order, without those that are too improbable to be shown.
pub fn find(document: &Document, entities: &Entities, tags: &Tags) -> Vec<Quote> {
    let scored = |mut quote: Quote, seen: &Seen| {
        quote.score = seen.span();
        let shown = seen.is_shown(quote.score);
        if let Some(speaker) = &mut quote.speaker {
            speaker.score = seen.credit(quote.score);
        }
        shown.then_some(quote)
    };
    read(document, entities, tags, |_, candidates| antecedent::best(candidates), &clause_end::ends, scored)
}

/// All quotes, where `choose` picks the entity that a pronoun stands for, and `ends` says whether a clause ends: what the weights of
/// [`antecedent`] and [`clause_end`] are learnt with.
#[cfg(feature = "training")]
pub fn find_by(
    document: &Document,
    entities: &Entities,
    tags: &Tags,
    choose: impl FnMut(usize, &[antecedent::Candidate]) -> Option<antecedent::Choice>,
    ends: &clause_end::Ends,
) -> Vec<Quote> {
    read(document, entities, tags, choose, ends, |quote, _| Some(quote))
}

/// The parts of speech that the stage goes by: the tagger's, corrected where a wider view shows more.
#[cfg(feature = "training")]
pub fn tags(document: &Document, entities: &Entities, tags: &Tags) -> Vec<Tag> {
    let words = Words::read(document, tags, entities);
    (0..document.tokens.len()).map(|at| words.tag(at)).collect()
}

/// All quotes, however improbable, each with the names of its features, of the words and of the credit: what the weights of [`score`]
/// are learnt with.
#[cfg(feature = "training")]
pub fn described(document: &Document, entities: &Entities, tags: &Tags) -> Vec<(Quote, [Vec<String>; 2])> {
    let choose = |_, candidates: &[antecedent::Candidate]| antecedent::best(candidates);
    read(document, entities, tags, choose, &clause_end::ends, |quote, seen| Some((quote, seen.named())))
}

/// Finds the quotes, and makes of each, as yet without scores, what `finish` does.
fn read<R>(
    document: &Document,
    entities: &Entities,
    tags: &Tags,
    choose: impl FnMut(usize, &[antecedent::Candidate]) -> Option<antecedent::Choice>,
    ends: &clause_end::Ends,
    finish: impl Fn(Quote, &Seen) -> Option<R>,
) -> Vec<R> {
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
    settle::settle(&words, entities, &names, &mut drafts);
    let said: Vec<Range<usize>> = drafts.iter().flat_map(|(draft, _)| draft.parts.iter().cloned()).collect();
    let mut speakers = speaker::Speakers::new(&words, tags, &quoted, entities, &said, answers, choose);
    let mut found = Vec::with_capacity(drafts.len());
    for (index, (draft, unit)) in drafts.iter().enumerate() {
        let speaker = credited(draft, &mut speakers);
        let seen = Seen {
            words: &words,
            quoted: &quoted,
            entities,
            draft,
            kind: kind(&words, &quoted, draft),
            unit: &unit.tokens,
            before: index.checked_sub(1).map(|before| &drafts[before].0),
            after: drafts.get(index + 1).map(|(after, _)| after),
            speaker: speaker.as_ref().map(|(tokens, credit)| (tokens, credit)),
        };
        found.extend(unscored(&seen, &names).and_then(|quote| finish(quote, &seen)));
    }
    found
}

/// All the words for a draft's speaker, and whom they stand for.
#[inline(never)]
fn credited<C: FnMut(usize, &[antecedent::Candidate]) -> Option<antecedent::Choice>>(
    draft: &Draft,
    speakers: &mut speaker::Speakers<C>,
) -> Option<(Range<usize>, speaker::Credit)> {
    let tokens = draft.speaker.clone()?;
    let whole = speakers.whole(tokens.clone());
    let apart = draft.parts.iter().all(|part| part.end <= whole.start || part.start >= tokens.start);
    let tokens = if apart { whole } else { tokens };
    let credit = match (draft.rule, draft.parts.last()) {
        (QuoteRule::Turn, Some(speech)) => speakers.resolve_turn(&tokens, speech.end),
        _ => speakers.resolve(&tokens, &draft.parts),
    };
    Some((tokens, credit))
}

/// A draft as a quote, its scores still open.
#[inline(never)]
fn unscored(seen: &Seen, names: &[Range<usize>]) -> Option<Quote> {
    let (document, draft) = (seen.words.document, seen.draft);
    let whole = |tokens: Range<usize>| {
        let others = draft.parts.iter().chain(&draft.speaker).chain(&draft.cue).map(|other| other.start);
        let limit = others.filter(|&start| start >= tokens.end).min().unwrap_or(usize::MAX);
        document.span_of(named::whole(names, tokens, limit))
    };
    let parts: Vec<Span> = draft.parts.iter().map(|part| whole(part.clone())).collect();
    let span = parts.iter().copied().reduce(Span::cover)?;
    let speaker = seen.speaker.map(|(tokens, credit)| Speaker {
        span: whole(tokens.clone()),
        entities: credit.entities.clone(),
        score: 0.0,
    });
    let cue = draft.cue.clone().map(|cue| document.span_of(cue));
    Some(Quote {
        span,
        parts,
        kind: seen.kind,
        speaker,
        cue,
        rule: draft.rule,
        score: 0.0,
        construction: draft.construction,
    })
}

/// Direct where every word stands in marks, indirect where none does.
fn kind(words: &Words, quoted: &[Quoted], draft: &Draft) -> QuoteKind {
    if draft.rule == QuoteRule::Turn {
        return QuoteKind::Direct;
    }
    let (mut inside, mut all) = (0, 0);
    for part in &draft.parts {
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
