//! Tags that only the wider place of a word shows: “...,” Ruiz notes. Prices rose, analysts estimate. According to exit polls, ...
//!
//! The tagger sees a few words to each side, and takes "notes" and "estimate" for nouns there, and "people briefed on the plan said" for
//! two past tenses. Only reporting verbs, past tenses after a noun, and the small words "her", "since" and "to" are looked at. It looks no
//! further than a fixed number of tokens.
#![expect(clippy::indexing_slicing, reason = "indices are those of the document; there is a tag for each token")]

use super::cues::{Form, Frame, Verb};
use super::vocabulary::HAVE;
use super::words::Class;
use crate::lists;
use crate::syntax::Tag;
use crate::text::{Case, Document};
use std::ops::Range;

/// The longest subject of an attribution that follows what it reports, in tokens.
const SUBJECT: usize = 6;
/// Words before a noun that may begin a clause with it.
const CLAUSES: [&str; 7] = ["after", "as", "before", "since", "than", "until", "while"];
/// How far a verb stands from a participle before it, in tokens.
const AHEAD: usize = 24;
/// How far back a sentence is seen, in tokens: a bound on the work.
const SEEN: usize = 60;

/// Corrects the tags of an article.
pub(super) fn correct(document: &Document, class: &mut [Class], verb: impl Fn(usize) -> Option<Verb>, tags: &mut [Tag]) {
    for sentence in &document.sentences {
        let end = sentence.tokens.end;
        for at in sentence.tokens.clone() {
            let view = View { document, class, tags, start: sentence.tokens.start.max(at.saturating_sub(SEEN)), end };
            let tag = match verb(at) {
                Some(verb) => view
                    .role(at)
                    .or_else(|| view.no_noun(at, verb))
                    .or_else(|| view.leading(at, verb))
                    .or_else(|| view.inverted(at, verb))
                    .or_else(|| view.closing(at, verb)),
                None => view
                    .role(at)
                    .or_else(|| view.reduced(at))
                    .or_else(|| view.after_pronoun(at))
                    .or_else(|| view.sole_verb(at, &verb)),
            };
            if let Some(tag) = tag {
                tags[at] = tag;
            }
            small_word(document, class, tags, at, &sentence.tokens);
        }
    }
}

/// "called her a liar", "has since said", "according to exit polls".
fn small_word(document: &Document, class: &mut [Class], tags: &mut [Tag], at: usize, sentence: &Range<usize>) {
    let (next, lower) = (at + 1, &document.lower);
    if next >= sentence.end {
        return;
    }
    if lower.is(at, "her") && tags[next] == Tag::Determiner {
        (tags[at], class[at]) = (Tag::Pronoun, Class::Pronoun);
    } else if lower.is(at, "since") && at > sentence.start && tags[next].is_verb() {
        if HAVE.contains(&&lower[at - 1]) {
            (tags[at], class[at]) = (Tag::Adverb, Class::Adverb);
        }
    } else if lower.is(at, "to") && tags[next] == Tag::Base {
        tags[at] = Tag::To;
    } else if lower.is(at, "according") && lower.is(next, "to") {
        tags[next] = Tag::Preposition;
        if let Some(tag) = tags[..sentence.end].get_mut(next + 1).filter(|tag| **tag == Tag::Base) {
            *tag = Tag::Noun;
        }
    }
}

/// What is seen of a sentence when one of its verbs is looked at.
struct View<'v> {
    document: &'v Document<'v>,
    class: &'v [Class],
    tags: &'v [Tag],
    start: usize,
    end: usize,
}

impl View<'_> {
    /// "the chief constable, however,", "a judge advocate told": the tag of what somebody is, before a comma or a verb.
    fn role(&self, at: usize) -> Option<Tag> {
        let before = self.before(at)?;
        let other = !matches!(self.tags[at], Tag::Noun | Tag::NounPlural | Tag::Name);
        let phrase = matches!(self.tags[before], Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Noun)
            && (at.saturating_sub(3).max(self.start)..at)
                .any(|at| matches!(self.tags[at], Tag::Determiner | Tag::Possessive));
        let adverbs = |at: &usize| self.class[*at] != Class::Adverb;
        let next = (at + 1..self.end.min(at + 3)).find(adverbs);
        let ends = next.is_some_and(|next| self.class[next] == Class::Comma || self.tags[next].is_finite());
        let role = || lists::ROLES.contains(&self.document.lower[at]);
        (other && phrase && ends && self.document.tokens[at].case == Case::Lower && role()).then_some(Tag::Noun)
    }

    /// "Aides say she will quit": the tag of a word that is never a noun, after what can be its subject.
    fn no_noun(&self, at: usize, verb: Verb) -> Option<Tag> {
        let before = self.before(at)?;
        let subject = matches!(self.tags[before], Tag::Noun | Tag::NounPlural | Tag::Name | Tag::Pronoun | Tag::Relative);
        let noun = matches!(self.tags[at], Tag::Noun | Tag::NounPlural | Tag::Adjective)
            && self.document.tokens[at].case == Case::Lower;
        let joined = self.class.get(at + 1) == Some(&Class::Hyphen);
        (subject && noun && !joined && !verb.is_noun()).then_some(match verb.form {
            Form::Base => Tag::Present,
            Form::Third => Tag::Third,
            Form::Past => Tag::Past,
            Form::Ing => Tag::Gerund,
        })
    }

    /// "The union estimates that", "Ruiz, who had left, cautions that", "prices fell, notes Ana Ruiz": the tag of a verb that a noun would
    /// leave its clause without. Not "the claims that were paid".
    fn leading(&self, at: usize, verb: Verb) -> Option<Tag> {
        let mut before = self.before(at)?;
        // "The manual clearly states that"
        if self.class[before] == Class::Adverb {
            before = self.before(before)?;
        }
        let next = at + 1;
        let tag = match (verb.form, self.tags[at]) {
            (Form::Third, Tag::NounPlural) => Tag::Third,
            (Form::Base, Tag::Noun) => Tag::Present,
            _ => return None,
        };
        let subject = match self.tags[before] {
            Tag::Noun | Tag::Name => tag == Tag::Third,
            // "The manual states that"
            Tag::Adjective => tag == Tag::Third && self.before(before).is_some_and(|at| self.tags[at] == Tag::Determiner),
            Tag::NounPlural | Tag::Number => tag == Tag::Present,
            _ => self.class[before] == Class::Comma,
        };
        let opening = (self.start..at).find(|&at| self.class[at] == Class::Comma).unwrap_or(at);
        let relative = self.tags.get(next + 1).is_some_and(|tag| tag.is_finite());
        let reports = next < self.end && verb.takes(Frame::That) && self.document.lower.is(next, "that") && !relative;
        let inverts = tag == Tag::Third
            && self.class[before] == Class::Comma
            && next < self.end
            && matches!(self.tags[next], Tag::Name | Tag::Noun | Tag::Determiner)
            && self.states(self.start..before);
        (subject && reports && !self.states(self.start..opening) || inverts).then_some(tag)
    }

    /// The tag of a verb that ends its sentence or is cut off by a comma, after quoted words or a clause and a subject that agrees with it.
    fn closing(&self, at: usize, verb: Verb) -> Option<Tag> {
        let before = self.before(at)?;
        if !matches!(self.tags[at], Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Base) {
            return None;
        }
        let next = at + 1;
        let closes =
            next >= self.end || matches!(self.class[next], Class::Comma | Class::Stop) && !self.document.lower.is(next, "-");
        let tag = match (verb.form, self.tags[before]) {
            (Form::Third, Tag::Noun | Tag::Name) => Tag::Third,
            (Form::Base, Tag::NounPlural) => Tag::Present,
            (Form::Past, Tag::Noun | Tag::NounPlural | Tag::Name) => Tag::Past,
            _ => return None,
        };
        let floor = at.saturating_sub(SUBJECT).max(self.start);
        let edge = (floor..at).rev().find(|&at| matches!(self.class[at], Class::Comma | Class::Mark))?;
        let mut subject = edge + 1..at;
        let nominal = |at: usize| {
            matches!(
                self.tags[at],
                Tag::Name | Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Number
            ) || self.class[at] == Class::Hyphen
        };
        let stated = self.class[edge] == Class::Mark || self.states(self.start..edge);
        (closes && stated && !subject.is_empty() && subject.all(nominal)).then_some(tag)
    }

    /// "it sacrifices authority", "there remains a gap": the tag of a verb that looks like a plural, after what is a subject and nothing else.
    fn after_pronoun(&self, at: usize) -> Option<Tag> {
        let before = self.before(at).filter(|_| self.tags[at] == Tag::NounPlural)?;
        let subject = ["he", "it", "she"].contains(&&self.document.lower[before]) || self.tags[before] == Tag::Existential;
        let clause = self.before(before).is_none_or(|at| self.tags[at] != Tag::Preposition);
        (subject && clause && self.document.tokens[at].case == Case::Lower).then_some(Tag::Third)
    }

    /// "The judge freed both men", "the bank froze the account", "a dose costs about $3": the tag of a verb that looks like a noun, after its
    /// subject and before the words of another noun phrase, in a clause that has no other.
    fn sole_verb(&self, at: usize, verb: impl Fn(usize) -> Option<Verb>) -> Option<Tag> {
        let before = self.before(at).filter(|_| self.document.tokens[at].case == Case::Lower)?;
        let next = self.tags[at + 1..self.end].first()?;
        let object = matches!(next, Tag::Determiner | Tag::Possessive | Tag::Pronoun);
        let tag = match (self.tags[before], self.tags[at]) {
            (Tag::Noun | Tag::NounPlural | Tag::Name, Tag::Noun) if self.is_past(at) && object => return Some(Tag::Past),
            (Tag::Noun | Tag::Name, Tag::NounPlural) => Tag::Third,
            (Tag::NounPlural, Tag::Noun) => Tag::Present,
            (Tag::Noun, Tag::Noun) => Tag::Past,
            _ => return None,
        };
        let measure = || {
            let counted = |at: usize| self.tags[at] == Tag::Number || ["$", "£", "€"].contains(&&self.document.lower[at]);
            let about = ["about", "almost", "around", "nearly", "roughly"].contains(&&self.document.lower[at + 1]);
            about && at + 2 < self.end && counted(at + 2) && tag == Tag::Third
        };
        if !object && !measure() {
            return None;
        }
        let edge = |at: &usize| {
            matches!(self.class[*at], Class::Comma | Class::Stop | Class::Mark)
                || matches!(self.tags[*at], Tag::Subordinator | Tag::Relative | Tag::RelativeAdverb)
        };
        // "Lind said the vaccine costs"
        let said = |at: usize| self.tags[at].is_finite() && verb(at).is_some_and(|verb| verb.takes(Frame::Bare));
        let from = (self.start..at).rev().find(|at| edge(at) || said(*at)).map_or(self.start, |edge| edge + 1);
        let limit = self.end.min(at + SEEN);
        let to = (at + 1..limit).find(edge).unwrap_or(limit);
        let determined = || matches!(self.tags[from], Tag::Determiner | Tag::Possessive | Tag::NounPlural | Tag::Name);
        let timed = self.class.get(at + 2) == Some(&Class::Time) || self.class[at] == Class::Time;
        (!timed && determined() && !self.states(from..to)).then_some(tag)
    }

    fn is_past(&self, at: usize) -> bool {
        let word = &self.document.lower[at];
        word.ends_with("ed") && word.len() > 4
    }

    /// "The lock was picked, explained Ana Ruiz": the tag of a reporting verb that looks like a participle, between a comma or mark and
    /// a name.
    fn inverted(&self, at: usize, verb: Verb) -> Option<Tag> {
        let before = self.before(at).filter(|_| self.tags[at] == Tag::PastParticiple)?;
        let named = self.tags[at + 1..self.end].first() == Some(&Tag::Name);
        let told = verb.takes(Frame::Bare) && !verb.takes(Frame::Addressee);
        (named && told && matches!(self.class[before], Class::Comma | Class::Mark)).then_some(Tag::Past)
    }

    /// "People briefed on the plan say", "Ruiz, booked late, told her": the tag of a past tense that would leave the next one without a
    /// subject. Not "Prices rose on Monday, analysts say", which has two.
    fn reduced(&self, at: usize) -> Option<Tag> {
        if self.tags[at] != Tag::Past || self.class[at] == Class::Auxiliary {
            return None;
        }
        let before = self.before(at)?;
        let aside = self.class[before] == Class::Comma;
        let noun = if aside { self.before(before)? } else { before };
        let opening = (self.start..noun).rev().find(|&at| self.class[at] == Class::Comma).unwrap_or(self.start);
        let clause = |at: usize| {
            self.tags[at].is_finite() || matches!(self.tags[at], Tag::Subordinator | Tag::Relative | Tag::RelativeAdverb)
        };
        if !matches!(self.tags[noun], Tag::Noun | Tag::NounPlural | Tag::Name | Tag::Number) || (opening..noun).any(clause) {
            return None;
        }
        let (first, end) = (at + 1, self.end.min(at + AHEAD));
        let verb = (first..end).find(|&at| !self.goes_on(at))?;
        let (verb, comma) = if self.class[verb] == Class::Comma { (verb + 1, true) } else { (verb, false) };
        // "The results published this week, revealed that": the comma is a stray one.
        let stray = || comma && verb + 1 < end && self.document.lower.is(verb + 1, "that");
        let adverbial = first < verb
            && (matches!(self.tags[first], Tag::Preposition | Tag::Adverb)
                || self.tags[first] == Tag::Particle
                    && matches!(self.tags[first + 1..verb].first(), Some(Tag::Preposition))
                || (first..first + 2).any(|at| at < verb && self.class[at] == Class::Time));
        let closed = comma == aside || stray();
        let finite = verb < end && self.tags[verb].is_finite() && self.document.tokens[verb].case == Case::Lower;
        (adverbial && closed && finite).then_some(Tag::PastParticiple)
    }

    /// Whether a token can stand in what tells more of a participle: "on the plan", "late last year"; and not with a subject after it, as in
    /// "after the storm", "of the way Trump", "into the claims the board".
    fn goes_on(&self, at: usize) -> bool {
        let before = self.tags[at - 1];
        let noun = matches!(before, Tag::Noun | Tag::NounPlural | Tag::Name);
        match self.tags[at] {
            Tag::Determiner | Tag::Possessive => !noun || self.class.get(at + 1) == Some(&Class::Time),
            Tag::Name => !matches!(before, Tag::Noun | Tag::NounPlural) || self.class[at] == Class::Time,
            Tag::Preposition => !CLAUSES.contains(&&self.document.lower[at]),
            Tag::Noun | Tag::NounPlural | Tag::Adjective | Tag::Adverb | Tag::Particle | Tag::Number | Tag::Clitic => true,
            _ => matches!(self.class[at], Class::Hyphen | Class::Time),
        }
    }

    /// The token before one, within what is seen.
    fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|&before| before >= self.start)
    }

    /// Whether a finite verb stands in a range.
    fn states(&self, mut range: Range<usize>) -> bool {
        range.any(|at| self.tags[at].is_finite())
    }
}
