//! Speakers: which entities the words that name a speaker stand for.
//!
//! A name stands for its own entity, names joined by "and" for each of theirs; a pronoun for the likeliest of those named before
//! that fit it, a description for the one whose role or kind it repeats. Where nothing fits there is no entity, never a guess; the
//! words that name the speaker stay. Which words these are is decided before.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

pub(super) mod genders;
mod nominal;
mod phrase;
mod plural;
mod pronoun;
mod relative;
pub(super) mod sight;

use super::antecedent::{self, Asked, Candidate, Choice};
use super::marks::Quoted;
use super::words::{Class, Words};
use crate::entities::{Entities, Form, Mention};
use crate::syntax::Tags;
use genders::Genders;
use nominal::Fit;
use pronoun::{Unnamed, Wanted};
use sight::{Sight, Spoken};
use std::ops::Range;

/// How many speakers back it is seen who has spoken.
pub(super) const SPEAKERS: usize = 100;

/// Verbs of whoever answers somebody.
const REPLIES: [&str; 5] = ["replied", "answered", "responded", "replies", "answers"];

/// How far from who said them words in marks may stand, in tokens: "asked: “...”", "“...” the judge asked".
const BESIDE: usize = 3;

/// What showed whom the words for a speaker stand for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Evidence {
    /// The words hold the name: "Mayor Ana Ruiz".
    Name,
    /// A name stands in apposition to them: "the mayor, Ana Ruiz".
    Apposition,
    /// "who", after a name.
    Relative,
    /// A pronoun, or a description of anybody ("the Spaniard"); how much likelier the one chosen was than the next.
    Pronoun { margin: f32 },
    /// A title, a function, or the noun in a name is repeated: "the mayor", "the bank".
    Role,
    /// What kind of thing it is: "the company".
    Kind,
    /// More than one speak, named or not.
    Several,
    /// Nobody is named.
    None,
}

/// Whom the words for a speaker stand for.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Credit {
    /// As indices into `Entities::entities`, each once, in the order of the words.
    pub entities: Vec<usize>,
    pub evidence: Evidence,
}

impl Credit {
    fn one(entity: usize, evidence: Evidence) -> Credit {
        Credit { entities: vec![entity], evidence }
    }
}

/// Resolves one speaker after the other, in text order.
pub(super) struct Speakers<'s, 'd, C> {
    words: &'s Words<'d>,
    tags: &'s Tags,
    quoted: &'s [Quoted],
    entities: &'s Entities,
    said: &'s [Range<usize>],
    genders: Genders,
    /// The words that name speakers, and which entities they are, newest last.
    spoke: Vec<Spoken>,
    /// Who spoke last, where nobody is named.
    unnamed: Option<Unnamed>,
    /// Where the last turn of a transcript ends, and whose it is.
    turn: Option<(usize, usize)>,
    /// The tokens of labels ("A:") that stand for known entities.
    answers: Vec<(usize, usize)>,
    /// Picks the entity that a pronoun, by its token, stands for.
    choose: C,
}

impl<'s, 'd, C: FnMut(usize, &[Candidate]) -> Option<Choice>> Speakers<'s, 'd, C> {
    /// `said` is everything that somebody says, in text order.
    pub fn new(
        words: &'s Words<'d>,
        tags: &'s Tags,
        quoted: &'s [Quoted],
        entities: &'s Entities,
        said: &'s [Range<usize>],
        answers: Vec<(usize, usize)>,
        choose: C,
    ) -> Self {
        let genders = Genders::read(words, entities);
        Speakers {
            words,
            tags,
            quoted,
            entities,
            said,
            genders,
            spoke: Vec::new(),
            unnamed: None,
            turn: None,
            answers,
            choose,
        }
    }

    fn sight<'t>(&'t self, own: &'t [Range<usize>]) -> Sight<'t, 'd> {
        let Speakers { words, tags, quoted, entities, said, genders, spoke, .. } = self;
        Sight { words, tags, quoted, entities, genders, said, own, spoke }
    }

    /// The entity of a turn's label; "I" is this one until the turn ends.
    pub fn resolve_turn(&mut self, label: &Range<usize>, end: usize) -> Credit {
        let credit = self.resolve(label, &[]);
        self.turn = credit.entities.first().map(|&entity| (end, entity));
        credit
    }

    /// A speaker's words with the whole of the name they begin in: "the Bakers, Food and Allied Workers Union".
    pub fn whole(&self, speaker: Range<usize>) -> Range<usize> {
        let mentions = &self.entities.mentions;
        let before = mentions.partition_point(|mention| mention.tokens.start < speaker.start);
        let cut = before.checked_sub(1).map(|at| &mentions[at].tokens).filter(|tokens| tokens.end > speaker.start);
        let Some(name) = cut.map(|tokens| tokens.start) else { return speaker };
        let article = name.checked_sub(1).filter(|&before| self.words.is(before, "the"));
        article.unwrap_or(name)..speaker.end
    }

    /// The entities that a speaker's words stand for, of a quote with these words; remembered for the pronouns that follow.
    pub fn resolve(&mut self, speaker: &Range<usize>, own: &[Range<usize>]) -> Credit {
        let credit = self.look_up(speaker, own).unwrap_or(Credit { entities: Vec::new(), evidence: Evidence::None });
        self.spoke.extend(credit.entities.iter().map(|&entity| (speaker.clone(), entity)));
        if !credit.entities.is_empty() {
            self.unnamed = None;
        } else if self.words.class(speaker.start) != Class::Pronoun {
            self.unnamed = Unnamed::read(self.sight(own), speaker);
        }
        credit
    }

    fn look_up(&mut self, speaker: &Range<usize>, own: &[Range<usize>]) -> Option<Credit> {
        let words = self.words;
        let first = speaker.start;
        if let Ok(answer) = self.answers.binary_search_by_key(&first, |(token, _)| *token) {
            return Some(Credit::one(self.answers[answer].1, Evidence::Name));
        }
        if let Some((end, entity)) = self.turn
            && first < end
            && speaker.len() == 1
            && words.is(first, "i")
        {
            return Some(Credit::one(entity, Evidence::Name));
        }
        let sight = self.sight(own);
        let known = sight.mention_at(first).filter(|m| m.tokens == *speaker);
        // "WHO says", and what the caller knows by a pronoun.
        if let Some(known) = known.filter(|m| m.form != Form::Nominal) {
            return Some(Credit::one(known.entity, Evidence::Name));
        }
        if speaker.len() == 1 && words.class(first) == Class::Relative {
            return relative::antecedent(sight, first).map(|entity| Credit::one(entity, Evidence::Relative));
        }
        let possessive = words.is_possessive(first);
        if speaker.len() == 1 && (words.class(first) == Class::Pronoun || possessive) {
            return plural::counted(sight, speaker).or_else(|| self.pronoun(first, own));
        }
        // "Ruiz herself".
        let reflexive = words.is_reflexive(speaker.end - 1);
        let speaker = if reflexive { first..speaker.end - 1 } else { speaker.clone() };
        let described = nominal::read(sight, &speaker);
        let counted = plural::counted(sight, &speaker);
        let apposed = || phrase::apposed(sight, &speaker);
        if let Some(found) = counted.or_else(|| described.as_ref().and_then(|_| apposed())) {
            return Some(found);
        }
        let by_kind = nominal::is_told_by_kind(sight, &speaker);
        let named = phrase::named(sight, &speaker).or_else(apposed);
        if by_kind {
            let person = Wanted::Person(None);
            let fits = |sight: Sight, m: &Mention| person.fits(sight, m) && nominal::is_of_age(sight, &speaker, m);
            return self.pick(first, own, fits).or(named);
        }
        let repeats = self.repeated(&speaker, own);
        repeats.or(named)
    }

    /// Whom a description repeats: "the minister", "the company".
    fn repeated(&mut self, speaker: &Range<usize>, own: &[Range<usize>]) -> Option<Credit> {
        let sight = self.sight(own);
        let described = nominal::read(sight, speaker)?;
        for least in [Fit::Role, Fit::Kind, Fit::Perhaps] {
            let fits = |m: &Mention| {
                described.fit(sight, m) == Some(least)
                    && (least == Fit::Role && sight.is_person(m.entity) || nominal::acts(sight, m))
            };
            let candidates = antecedent::candidates(sight, speaker.start, &Asked { fits: &fits, gender: None });
            if let Some(choice) = antecedent::best(&candidates) {
                return Some(Credit::one(choice.entity, least.evidence()));
            }
        }
        None
    }

    fn pronoun(&mut self, at: usize, own: &[Range<usize>]) -> Option<Credit> {
        let wanted = Wanted::by(&self.words.document.lower[at])?;
        let sight = self.sight(own);
        if self.unnamed.as_ref().is_some_and(|unnamed| unnamed.goes_on(sight, at, wanted)) {
            return None;
        }
        if wanted == Wanted::Plural {
            return plural::they(sight, at);
        }
        let credit = self.pick(at, own, |sight, m| wanted.fits(sight, m))?;
        if let (Some(gender), Some(&entity)) = (wanted.gender(), credit.entities.first()) {
            self.genders.learn(entity, gender);
        }
        Some(credit)
    }

    /// Who spoke last, if it was a question: whoever replies is another.
    fn asker(&self) -> Option<usize> {
        let (speaker, entity) = self.spoke.last()?;
        let next = self.quoted.partition_point(|quoted| quoted.tokens.start < speaker.start);
        let near = self.quoted[next.saturating_sub(1)..].iter().take(2).find(|quoted| {
            quoted.tokens.start.saturating_sub(speaker.end) <= BESIDE
                && speaker.start.saturating_sub(quoted.tokens.end) <= BESIDE
        })?;
        near.inside().last().filter(|&last| self.words.is(last, "?")).map(|_| *entity)
    }

    /// The likeliest of those named before a token that fit.
    fn pick(&mut self, at: usize, own: &[Range<usize>], fits: impl Fn(Sight, &Mention) -> bool) -> Option<Credit> {
        let sight = self.sight(own);
        let gender = genders::of_pronoun(&self.words.document.lower[at]);
        let asker = if self.words.is_any(at + 1, &REPLIES) { self.asker() } else { None };
        let asked = Asked { fits: &|m| fits(sight, m) && Some(m.entity) != asker, gender };
        let candidates = antecedent::candidates(sight, at, &asked);
        let choice = (self.choose)(at, &candidates)?;
        Some(Credit::one(choice.entity, Evidence::Pronoun { margin: choice.margin }))
    }
}
