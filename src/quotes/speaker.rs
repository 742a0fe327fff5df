//! Speakers: which entity the words that name a speaker stand for.
//!
//! A name stands for its own entity, a pronoun for the likeliest of those named before that fit it, a description for the one
//! entity whose role it repeats. Where nothing fits there is no entity; the words that name the speaker stay.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

use super::antecedent::{self, Candidate, Sight};
use super::marks::{self, Quoted};
use super::words::{Class, Words};
use crate::entities::{Entities, Entity, EntityType, Form, Gender, Mention, gender};
use crate::lists;
use std::ops::Range;

/// How many mentions back a description may reach.
const REACH: usize = 40;

/// Verbs of whoever answers somebody.
const REPLIES: [&str; 5] = ["replied", "answered", "responded", "replies", "answers"];

/// How far from who said them words in marks may stand, in tokens: "asked: “...”", "“...” the judge asked".
const BESIDE: usize = 3;

/// One token more than a phrase that tells a person by age may have: "the 36-year-old left-arm spinner".
const AGED: usize = 11;

/// Resolves one speaker after the other, in text order.
pub(super) struct Speakers<'s, 'd, C> {
    words: &'s Words<'d>,
    quoted: &'s [Quoted],
    entities: &'s Entities,
    /// The words that name speakers, and which entities they are, newest last.
    spoke: Vec<(Range<usize>, usize)>,
    /// Who spoke last, where nobody is named: the words ("a spokesman for the port") and what pronoun they ask for.
    unnamed: Option<(Range<usize>, Option<Gender>)>,
    /// Where the last turn of a transcript ends, and whose it is.
    turn: Option<(usize, usize)>,
    /// The tokens of labels ("A:") that stand for known entities.
    answers: Vec<(usize, usize)>,
    /// Picks the entity that a pronoun, by its token, stands for.
    choose: C,
}

/// What a pronoun asks of whom it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Wanted {
    Person(Option<Gender>),
    Plural,
    Thing,
}

impl<'s, 'd, C: FnMut(usize, &[Candidate]) -> Option<usize>> Speakers<'s, 'd, C> {
    pub fn new(
        words: &'s Words<'d>,
        quoted: &'s [Quoted],
        entities: &'s Entities,
        answers: Vec<(usize, usize)>,
        choose: C,
    ) -> Self {
        Speakers { words, quoted, entities, spoke: Vec::new(), unnamed: None, turn: None, answers, choose }
    }

    /// The entity of a turn's label; "I" is this one until the turn ends.
    pub fn resolve_turn(&mut self, label: &Range<usize>, end: usize) -> Option<usize> {
        let entity = self.resolve(label);
        self.turn = entity.map(|entity| (end, entity));
        entity
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

    /// The entity that a speaker's words stand for; remembered for the pronouns that follow.
    pub fn resolve(&mut self, speaker: &Range<usize>) -> Option<usize> {
        let entity = self.look_up(speaker);
        if let Some(entity) = entity {
            self.spoke.push((speaker.clone(), entity));
            self.unnamed = None;
        } else if self.words.class(speaker.start) != Class::Pronoun {
            self.unnamed = self.unnamed(speaker);
        }
        entity
    }

    fn look_up(&mut self, speaker: &Range<usize>) -> Option<usize> {
        let words = self.words;
        let first = speaker.start;
        if let Ok(answer) = self.answers.binary_search_by_key(&first, |(token, _)| *token) {
            return Some(self.answers[answer].1);
        }
        if let Some((end, entity)) = self.turn
            && first < end
            && speaker.len() == 1
            && words.is(first, "i")
        {
            return Some(entity);
        }
        if speaker.len() == 1 && words.class(first) == Class::Relative {
            return self.antecedent(first);
        }
        let possessive = speaker.len() == 1 && words.is_any(first, &["his", "her", "their"]);
        if speaker.len() == 1 && words.class(first) == Class::Pronoun || possessive {
            let known = self.mentions_in(speaker).find(|m| m.form == Form::Pronoun).map(|m| m.entity);
            return known.or_else(|| self.pronoun(first));
        }
        // "Ruiz herself".
        let reflexive = words.is_any(speaker.end - 1, &["himself", "herself", "itself", "themselves"]);
        let speaker = if reflexive { first..speaker.end - 1 } else { speaker.clone() };
        let named = self.named(&speaker).or_else(|| self.apposed(&speaker)).or_else(|| self.described(&speaker));
        if self.is_told_by_kind(&speaker) { self.pick(first, Wanted::Person(None)).or(named) } else { named }
    }

    /// Whom an apposition after the phrase names: "said the mayor, Ana Ruiz.", "according to the agency, UNHCR,".
    fn apposed(&self, speaker: &Range<usize>) -> Option<usize> {
        let words = self.words;
        let comma = speaker.end;
        if words.class(comma) != Class::Comma || words.class(speaker.start) == Class::Pronoun {
            return None;
        }
        let mention = self.mentions_in(&(comma + 1..comma + 7)).next()?;
        let ends = matches!(words.class(mention.tokens.end), Class::Comma | Class::Stop | Class::Mark);
        let speaks = match self.entities.entities[mention.entity].kind {
            EntityType::Person => true,
            EntityType::Organization => mention.tokens.start == comma + 1,
            _ => false,
        };
        // "actress Jamie Lee Curtis": nothing but a function stands before the name.
        let led = (comma + 1..mention.tokens.start).all(|at| matches!(words.class(at), Class::Other | Class::Name));
        (ends && speaks && led && mention.form == Form::Name && mention.tokens.start <= comma + 3).then_some(mention.entity)
    }

    fn mentions_in(&self, tokens: &Range<usize>) -> impl Iterator<Item = &'s Mention> {
        let mentions = &self.entities.mentions;
        let from = mentions.partition_point(|m| m.tokens.start < tokens.start);
        let end = tokens.end;
        mentions[from..].iter().take_while(move |m| m.tokens.start < end).filter(move |m| m.tokens.end <= end)
    }

    /// The nearest entity before a relative pronoun: "Ruiz, who said".
    fn antecedent(&self, at: usize) -> Option<usize> {
        let before = self.entities.mentions.partition_point(|m| m.tokens.start < at);
        let mention = self.entities.mentions.get(before.checked_sub(1)?)?;
        // A name may hold the word: "The Who".
        let near = at.checked_sub(mention.tokens.end).is_some_and(|between| between <= 2);
        (near && can_speak(&self.entities.entities[mention.entity])).then_some(mention.entity)
    }

    /// The entity whose name is the phrase's head: "White House spokeswoman Jen Psaki", not "an aide to Joe Biden".
    fn named(&self, speaker: &Range<usize>) -> Option<usize> {
        let words = self.words;
        let mut start = speaker.start;
        while start < speaker.end {
            let end = (start + 1..speaker.end)
                .find(|&at| {
                    matches!(
                        words.class(at),
                        Class::Comma
                            | Class::Preposition
                            | Class::Relative
                            | Class::Bracket
                            | Class::Conjunction
                            | Class::Stop
                    ) && !self.mentions_in(speaker).any(|m| m.tokens.contains(&at))
                })
                .unwrap_or(speaker.end);
            let core = start..end;
            if words.class(end) == Class::Conjunction && end < speaker.end && words.is(end, "and")
                || self.is_list(end, speaker)
            {
                return None;
            }
            // "Joanna Reid KC"
            let ends = |m: &&Mention| {
                let person = self.entities.entities[m.entity].kind == EntityType::Person;
                m.tokens.end == end
                    || person && (m.tokens.end..end).all(|at| lists::POST_NOMINALS.contains(words.document.word(at)))
            };
            let head = self.mentions_in(&core).filter(|m| m.form != Form::Pronoun).filter(ends).last();
            if let Some(head) = head.filter(|m| can_speak(&self.entities.entities[m.entity])) {
                return Some(head.entity);
            }
            // An apposition may bring the name: "the group's president, Kristen Day,".
            let comma = (end..speaker.end).find(|&at| words.class(at) == Class::Comma)?;
            // "the President, in a statement signed by his aide, Ana Ruiz,": whom an aside names.
            if words.class(comma + 1) == Class::Preposition {
                return None;
            }
            start = comma + 1;
        }
        None
    }

    /// Whether a comma stands in a list: "Ruiz, Haddad and Lind".
    fn is_list(&self, comma: usize, speaker: &Range<usize>) -> bool {
        let next = self.mentions_in(&(comma + 1..speaker.end)).next().filter(|m| m.tokens.start == comma + 1);
        self.words.class(comma) == Class::Comma && next.is_some_and(|next| self.words.is(next.tokens.end, "and"))
    }

    /// "the spokeswoman": the one entity with that role.
    fn described(&self, speaker: &Range<usize>) -> Option<usize> {
        let words = self.words;
        if !words.is_any(speaker.start, &["the", "this", "that"]) || speaker.len() > 4 {
            return None;
        }
        let head = words.document.word(speaker.end - 1);
        let text = words.document.text;
        let has_role = |entity: &Entity| {
            entity
                .roles
                .iter()
                .any(|role| role.of(text).rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(head)))
        };
        let before = self.entities.mentions.partition_point(|m| m.tokens.start < speaker.start);
        let nearest = self.entities.mentions[before.saturating_sub(REACH)..before].iter().rev();
        nearest.map(|m| m.entity).find(|&entity| has_role(&self.entities.entities[entity]))
    }

    /// "the Spaniard", "the Wales international", "the 36-year-old striker": one person, told by nationality, party, home or age.
    fn is_told_by_kind(&self, speaker: &Range<usize>) -> bool {
        let words = self.words;
        let mut mentions = self.mentions_in(speaker);
        let told = match (mentions.next(), mentions.next()) {
            (None, _) => {
                let age = speaker.start + 1;
                let aged = words.class(age) == Class::Number && words.is(age + 2, "year") && words.is(age + 4, "old");
                aged && speaker.len() < AGED
            }
            (Some(group), None) => {
                let head = words.document.word_or_empty(speaker.end.checked_sub(1));
                let people = group.tokens == (speaker.end - 1..speaker.end)
                    && self.entities.entities[group.entity].kind == EntityType::Group
                    && !["s", "men", "ese", "ish", "ch"].iter().any(|plural| head.ends_with(plural));
                people || group.tokens == (speaker.start + 1..speaker.end - 1) && matches!(head, "international" | "native")
            }
            _ => false,
        };
        told && words.is(speaker.start, "the")
    }

    /// "A spokesman for the port", "his brother": one person without a name, by a function.
    fn unnamed(&self, speaker: &Range<usize>) -> Option<(Range<usize>, Option<Gender>)> {
        let words = self.words;
        let function = speaker
            .clone()
            .skip(1)
            .take_while(|&at| {
                !matches!(words.class(at), Class::Preposition | Class::Comma | Class::Relative | Class::Bracket)
            })
            .filter_map(|at| if words.is(at, "source") { Some(&"") } else { lists::ROLES.get(&words.document.lower[at]) })
            .last()?;
        // "the senator" is mostly one who is named.
        let one = words.is_any(speaker.start, &["a", "an", "one", "another", "my", "his", "her", "their", "our"]);
        one.then(|| (speaker.clone(), gender::of_role(function)))
    }

    /// "A spokesman said it was safe. He added ...": whether whoever spoke without a name in this paragraph goes on, since
    /// nobody whom the pronoun fits is named in between.
    fn goes_on_unnamed(&self, at: usize, wanted: Wanted) -> bool {
        let Some((unnamed, function)) = &self.unnamed else { return false };
        // "A source said no. “It is late,” they said."
        let agrees = match wanted {
            Wanted::Person(gender) => function.is_none() || *function == gender,
            Wanted::Plural => true,
            Wanted::Thing => false,
        };
        let document = self.words.document;
        let block = |token: usize| document.sentences[document.sentence_of(token)].block;
        let fits = |m: &Mention| {
            let is_said = marks::holding(self.quoted, m.tokens.start).is_some();
            !is_said && wanted.fits(&self.entities.entities[m.entity])
        };
        block(unnamed.start) == block(at)
            && agrees
            && self.mentions_in(&(unnamed.end..at)).nth(REACH).is_none()
            && !self.mentions_in(&(unnamed.end..at)).any(fits)
    }

    fn pronoun(&mut self, at: usize) -> Option<usize> {
        let words = self.words;
        let wanted = Wanted::by(words, at)?;
        if self.goes_on_unnamed(at, wanted) {
            return None;
        }
        self.pick(at, wanted)
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

    /// The likeliest of those named before a token.
    fn pick(&mut self, at: usize, wanted: Wanted) -> Option<usize> {
        let sight = Sight { words: self.words, quoted: self.quoted, entities: self.entities, spoke: &self.spoke };
        let asker = if self.words.is_any(at + 1, &REPLIES) { self.asker() } else { None };
        let mut candidates = antecedent::candidates(sight, at, wanted);
        candidates.retain(|candidate| Some(candidate.entity) != asker);
        (self.choose)(at, &candidates)
    }
}

fn can_speak(entity: &Entity) -> bool {
    !matches!(entity.kind, EntityType::Event)
}

impl Wanted {
    fn by(words: &Words, pronoun: usize) -> Option<Wanted> {
        let wanted = [
            ("he", Wanted::Person(Some(Gender::Male))),
            ("his", Wanted::Person(Some(Gender::Male))),
            ("she", Wanted::Person(Some(Gender::Female))),
            ("her", Wanted::Person(Some(Gender::Female))),
            ("they", Wanted::Plural),
            ("their", Wanted::Plural),
            ("it", Wanted::Thing),
        ];
        wanted.into_iter().find(|(word, _)| words.is(pronoun, word)).map(|(_, wanted)| wanted)
    }

    pub fn fits(self, entity: &Entity) -> bool {
        match self {
            Wanted::Person(gender) => {
                let agrees = gender.is_none() || entity.gender.is_none() || entity.gender == gender;
                entity.kind == EntityType::Person && agrees && !entity.plural
            }
            Wanted::Plural => entity.plural || entity.kind == EntityType::Group,
            Wanted::Thing => entity.kind == EntityType::Organization,
        }
    }
}
