//! One unit as clauses: its quoted stretches, what is reported in it, and where a reported clause ends.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::cues::{Form, Frame, Verb};
use super::extent::{self, Unit};
use super::marks::{self, Quoted};
use super::noun_phrase;
use super::opening::OPENERS;
use super::phrases::Kind;
use super::words::{Class, Words};
use super::{Draft, attribution};
use crate::text::BlockKind;
use std::ops::Range;

/// The longest reported clause, in tokens outside marks: a bound on the work, beyond any real one.
const LONGEST_CLAUSE: usize = 400;

/// One unit with what has been found in it.
pub(super) struct Clauses<'w, 'd> {
    pub words: &'w Words<'d>,
    pub unit: &'w Unit,
    /// The quoted stretches of the unit.
    pub quoted: &'w [Quoted],
    /// Tokens at which a leading report must end, in order: where an attribution that follows it begins.
    pub stops: Vec<usize>,
    /// Where each attribution that follows what it reports ends, and its speaker, in order.
    pub attributed: Vec<(usize, Range<usize>)>,
    pub drafts: Vec<Draft>,
    /// Whether nearly every word is capitalised.
    capitals: bool,
    /// The end of the report that ends first.
    pub first_end: Option<usize>,
}

/// The reports of one unit, in text order.
pub(super) fn reports(words: &Words, unit: &Unit, quoted: &[Quoted]) -> Vec<Draft> {
    let mut clauses = Clauses {
        words,
        unit,
        quoted: &quoted[unit.quoted.clone()],
        stops: Vec::new(),
        attributed: Vec::new(),
        drafts: Vec::new(),
        capitals: words.are_capitals(unit.tokens.clone()),
        first_end: None,
    };
    let phrases = clauses.verb_phrases();
    let following = attribution::following(&clauses, &phrases);
    clauses.stops = following.iter().map(|f| f.stop).collect();
    clauses.attributed = following.iter().map(|f| (f.end, f.speaker.clone())).collect();
    for (at, found) in following.iter().enumerate().filter(|(_, f)| f.quoted.is_some()) {
        clauses.take_quoted(found, following.get(at + 1).map(|f| f.stop));
    }
    for phrase in &phrases {
        clauses.take_leading(phrase);
    }
    for found in following.iter().filter(|f| f.quoted.is_none()) {
        clauses.take_clause(found);
    }
    let mut drafts = clauses.drafts;
    drafts.sort_by_key(|d| d.parts.first().map_or(usize::MAX, |p| p.start));
    drafts
}

impl Clauses<'_, '_> {
    /// The quoted stretch a token stands in, as an index into the unit's.
    pub fn stretch(&self, token: usize) -> Option<usize> {
        marks::holding(self.quoted, token)
    }

    /// Where the last quoted stretch before a token ends.
    pub fn quoted_end_before(&self, token: usize) -> Option<usize> {
        let before = self.quoted.partition_point(|q| q.tokens.end <= token).checked_sub(1)?;
        Some(self.quoted[before].tokens.end)
    }

    pub fn push(&mut self, draft: Draft) {
        let end = draft.parts.last().map(|part| part.end);
        self.first_end = self.first_end.map_or(end, |first| end.map(|end| first.min(end)));
        self.drafts.push(draft);
    }

    /// The quoted stretch that begins at a token.
    pub fn stretch_from(&self, token: usize) -> Option<usize> {
        self.stretch(token).filter(|&s| self.quoted[s].tokens.start == token)
    }

    /// The quoted stretch that ends right before a token, a comma or dash between them or not.
    pub fn stretch_before(&self, token: usize) -> Option<usize> {
        let before = token.checked_sub(1).filter(|&t| t >= self.unit.tokens.start)?;
        self.stretch(before).or_else(|| {
            let joint = self.words.class(before) == Class::Comma || self.words.is_dash(before);
            before.checked_sub(1).filter(|&t| joint && t >= self.unit.tokens.start).and_then(|t| self.stretch(t))
        })
    }

    /// Whether an earlier find of this unit holds the token.
    pub fn claimed(&self, token: usize) -> bool {
        // The latest finds are the nearest: looking at a few keeps this constant.
        self.drafts.iter().rev().take(8).any(|draft| {
            draft.parts.iter().any(|part| part.contains(&token))
                || draft.cue.as_ref().is_some_and(|cue| cue.contains(&token))
        })
    }

    /// Whether the unit is a headline, by its block or by its capitals.
    pub fn is_headline(&self) -> bool {
        self.words.document.blocks[self.unit.block].kind == BlockKind::Headline || self.capitals
    }

    /// Where a clause that begins at a token ends: before the next attribution, the next verb of the same speaker, or the
    /// unit's closing punctuation.
    pub fn clause_end(&self, start: usize) -> usize {
        let words = self.words;
        let stop = self.stops.get(self.stops.partition_point(|&s| s <= start)).copied();
        let limit = stop.unwrap_or(self.unit.tokens.end).min(self.unit.tokens.end).min(start + LONGEST_CLAUSE);
        let (mut at, mut depth) = (start, 0_usize);
        while at < limit {
            if let Some(stretch) = self.stretch(at) {
                at = self.quoted[stretch].tokens.end;
                if self.breaks_after(stretch) && !self.is_fronted(start, stretch) {
                    return self.trim_end(start, at);
                }
                continue;
            }
            match words.class(at) {
                Class::Bracket if words.is_any(at, &["(", "["]) => depth += 1,
                Class::Bracket if depth == 0 => return self.trim_end(start, at),
                Class::Bracket => depth -= 1,
                Class::Stop if words.is(at, ";") => return self.trim_end(start, at),
                Class::Comma if self.ends_clause(at + 1) => return self.trim_end(start, at),
                Class::Conjunction if self.resumes(at) => return self.trim_end(start, at),
                _ => {}
            }
            at += 1;
        }
        self.trim_end(start, limit.max(start))
    }

    /// Whether punctuation inside the marks ends the clause: he said it was “too late,” the crowd left.
    fn breaks_after(&self, stretch: usize) -> bool {
        let (words, quoted) = (self.words, &self.quoted[stretch]);
        let (next, after) = (quoted.tokens.end, quoted.tokens.end + 1);
        extent::is_ended(words, quoted)
            && next < self.unit.tokens.end
            && match words.class(next) {
                Class::Mark | Class::Preposition | Class::Hyphen => false,
                Class::Conjunction => {
                    self.resumes(next) || self.ends_clause(next) || self.cue(after).is_some_and(|v| v.form == Form::Past)
                }
                Class::Stop | Class::Comma | Class::Bracket => false,
                // “a third world,” where children had no books
                _ if words.is_any(next, &["where", "which", "who", "when", "because"]) => false,
                _ => true,
            }
    }

    /// Whether what was quoted stands in a clause's opening, which its subject follows: that in using “them,” Ruiz had erred.
    fn is_fronted(&self, start: usize, stretch: usize) -> bool {
        let words = self.words;
        let first = if words.is(start, "that") { start + 1 } else { start };
        match words.class(first) {
            Class::Preposition => !words.has_finite(first..self.quoted[stretch].tokens.start),
            _ => words.is_any(first, &OPENERS),
        }
    }

    /// After a comma: ", adding", ", but she said", ", while officials", ", as though": what is no longer reported.
    fn ends_clause(&self, at: usize) -> bool {
        let words = self.words;
        match words.class(at) {
            _ if words.is(at, "as") && words.is_any(at + 1, &["though", "if"]) => true,
            // ", before adding"
            Class::Subordinator if words.is_any(at, &["after", "before"]) => {
                self.cue(at + 1).is_some_and(|verb| verb.form == Form::Ing && verb.percent() >= 60)
            }
            Class::Subordinator => words.is_contrast(at),
            Class::Conjunction => self.resumes(at) || self.new_report(at + 1),
            Class::Adverb => self.cue(at + 1).is_some_and(|verb| verb.form == Form::Ing),
            _ => {
                self.cue(at).is_some_and(|verb| verb.form == Form::Ing && (verb.takes(Frame::That) || verb.percent() >= 60))
            }
        }
    }

    /// "and said", "but also told": a conjunction and then a verb with the same subject as the report's own.
    fn resumes(&self, at: usize) -> bool {
        let next = if self.words.class(at + 1) == Class::Adverb { at + 2 } else { at + 1 };
        let verb = self.cue(next).filter(|verb| verb.form != Form::Base);
        let comma = at > 0 && self.words.class(at - 1) == Class::Comma;
        let least = if comma { 40 } else { 60 };
        // "criticising the plan and calling for talks"
        let called = |verb: Verb| {
            let after = self.words.document.word_or_empty(Some(next + 1));
            verb.form == Form::Ing && (verb.takes_preposition(after) || after == "to")
        };
        verb.is_some_and(|verb| verb.percent() >= least && self.words.class(next + 1) != Class::Preposition || called(verb))
            && self.stretch(next).is_none()
    }

    /// A subject and a strong reporting verb within a few words: "she said".
    fn new_report(&self, at: usize) -> bool {
        (at..(at + 6).min(self.unit.tokens.end)).take_while(|&t| self.stretch(t).is_none()).any(|t| {
            self.cue(t).is_some_and(|verb| verb.percent() >= 80 && verb.form != Form::Base && verb.form != Form::Ing)
                && noun_phrase::before(self.words, at, t).is_some()
        })
    }

    /// Closing punctuation and dangling conjunctions are not reported.
    fn trim_end(&self, start: usize, mut end: usize) -> usize {
        while end > start
            && self.stretch(end - 1).is_none()
            && (matches!(self.words.class(end - 1), Class::Comma | Class::Conjunction)
                || self.words.class(end - 1) == Class::Stop && !self.words.is_any(end - 1, &["%", "$"]))
        {
            end -= 1;
        }
        end
    }

    /// Where a reported noun phrase ends: as a clause, but also before when and where it was said.
    pub fn object_end(&self, start: usize) -> usize {
        let words = self.words;
        let end = self.clause_end(start);
        let mut at = start;
        while at < end {
            if let Some(stretch) = self.stretch(at) {
                at = self.quoted[stretch].tokens.end;
                continue;
            }
            let ends = match words.class(at) {
                Class::Comma => true,
                // "bridges above 40 years old"
                Class::Time => {
                    at > start
                        && words.class(at - 1) != Class::Number
                        && !words.is(at - 1, "of")
                        && !matches!(words.phrases.holding(at), Some((_, Kind::Noun)))
                }
                // "the talks this week"
                _ if words.past_time(at) > at && !self.begins_noun(words.past_time(at) - 1) => true,
                Class::Subordinator => {
                    words.is_any(at, &["when", "after", "before", "while", "because", "since", "though", "although", "if"])
                        || words.is(at, "as") && self.is_headline()
                }
                Class::Preposition => {
                    words.is_any(at, &["during"])
                        || words.is_any(at, &["in", "on", "at"])
                            && (self.is_occasion(at) || words.class(at + 1) == Class::Time)
                }
                Class::Conjunction => words.is_finite(at + 1),
                Class::Stop => words.is(at, ":") || words.is_dash(at),
                _ => false,
            };
            if ends && at > start && !self.leads_to_marks(at, end) {
                // "fraud between" before "April 2019"
                let open = at > start + 1 && words.class(at - 1) == Class::Preposition && words.class(at) == Class::Time;
                return self.trim_end(start, at - usize::from(open));
            }
            at += 1;
        }
        end
    }
}
