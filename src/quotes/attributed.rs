//! What attributions report: the words in marks or the clause before them, or around them.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::attribution::{Attribution, Place};
use super::clause::Finds;
use super::clause_end::Bounds;
use super::constructions::Construction;
use super::noun_phrase;
use super::words::Class;
use super::{Draft, QuoteRule};
use std::ops::Range;

/// A unit with more reports than these is no sentence that somebody tells as a whole: a bound on the work.
const MOST_NESTED: usize = 16;
/// What goes on after "according to Ruiz," without an auxiliary and for fewer tokens than this is no clause.
const SHORT: usize = 8;
/// Within how many tokens a comma ends what follows "according to" without one.
const NEAR: usize = 24;
/// The longest clause before words in marks that they are part of, in tokens.
const LONGEST: usize = 60;

impl Attribution {
    /// What it reports: these parts.
    fn draft(&self, parts: Vec<Range<usize>>) -> Draft {
        // What a court heard: nobody is named who said it.
        let speaker = Some(self.speaker.clone()).filter(|_| self.construction != Construction::Heard);
        let cue = Some(self.cue.clone());
        Draft { construction: self.construction, parts, speaker, cue, rule: self.rule, percent: self.percent }
    }
}

/// What an attribution reports.
impl Bounds<'_, '_> {
    /// Quoted words before an attribution, with what is quoted further on in the unit.
    pub fn quoted_report(&self, found: &Attribution, stretch: usize, finds: &Finds) -> Option<Draft> {
        let tokens = self.quoted[stretch].tokens.clone();
        if finds.is_taken(tokens.start) {
            return None;
        }
        let first = self.clause_start(tokens.start, finds)..tokens.end;
        let mut parts = vec![first];
        let limit = self.attributions.stop_after(found.stop).unwrap_or(self.unit.tokens.end);
        let mut end = found.end;
        for later in self.quoted[stretch + 1..].iter().take_while(|later| later.tokens.end <= limit) {
            if !self.continues_speech(end, later.tokens.start) {
                break;
            }
            parts.push(later.tokens.clone());
            end = later.tokens.end;
        }
        Some(found.draft(parts))
    }

    /// Where a clause begins that goes on up to a token: Biden “reaffirmed ...,” Psaki said.
    fn clause_start(&self, end: usize, finds: &Finds) -> usize {
        let words = self.words;
        let floor = self.unit.tokens.start.max(finds.free_from(end)).max(end.saturating_sub(LONGEST));
        let splits = |&at: &usize| words.is_any(at, &[";", ":"]) && self.stretch(at).is_none();
        let start = (floor..end).rev().find(splits).map_or(floor, |split| split + 1);
        let joins = |&at: &usize| matches!(words.class(at), Class::Conjunction | Class::Comma | Class::Stop);
        (start..end).find(|at| !joins(at)).unwrap_or(end)
    }

    /// Whether quoted words further on in the unit go on with what was said: “A,” she said, “and B.”
    fn continues_speech(&self, from: usize, to: usize) -> bool {
        let words = self.words;
        let Some(before) = to.checked_sub(1).filter(|&b| b >= from) else { return true };
        let joined = matches!(words.class(before), Class::Comma | Class::Stop | Class::Conjunction);
        let own_verb = (from..to).take(40).any(|at| self.cue(at).is_some_and(|verb| verb.percent() >= 50));
        joined && !own_verb
    }

    /// Past an apposition and its comma: "according to the treasurer, Ivo Lund, it costs more". What stands in a list is none.
    fn apposition_end(&self, at: usize) -> Option<usize> {
        let (words, end) = (self.words, self.unit.tokens.end);
        let comma = if words.class(at) == Class::Relative {
            (at..end.min(at + NEAR)).find(|&at| words.class(at) == Class::Comma)?
        } else {
            noun_phrase::after(words, at, end)?.end
        };
        let next = comma + 1;
        let is_listed = words.class(next) == Class::Conjunction
            || noun_phrase::after(words, next, end).is_some_and(|phrase| {
                matches!(words.class(phrase.end), Class::Comma | Class::Conjunction)
                    || phrase.into_iter().any(|at| words.class(at) == Class::Conjunction)
            });
        (words.class(comma) == Class::Comma && next < end && !is_listed).then_some(next)
    }

    /// Adds the clause without marks that an attribution stands after, before or amid.
    #[inline(never)]
    pub fn report_clause(&self, found: &Attribution, finds: &mut Finds) {
        let parts = match found.place {
            Place::AfterMarks(_) => return,
            Place::Leading => self.clause_led(found).into_iter().collect(),
            Place::BeforeMarks(stretch) => vec![self.quoted[stretch].tokens.clone()],
            Place::AfterClause | Place::Amid => match self.clause_with_reports(found, &finds.drafts) {
                // "Ruiz said it was late, according to the Herald": where her words were read, and no report of its own.
                Some(_) if found.rule == QuoteRule::AccordingTo => return,
                Some(clause) => return finds.add_whole(self.words, found.draft(vec![clause.clone()]), &clause),
                None => self.clause_around(found, finds),
            },
        };
        let is_free = |part: &Range<usize>| !part.is_empty() && !finds.is_taken(part.start);
        let stated = match parts.as_slice() {
            [part] => self.is_statement(part.clone()),
            parts => parts.iter().map(|part| self.words.count(part.clone())).sum::<usize>() > 2,
        };
        if stated && parts.iter().all(is_free) {
            finds.add(found.draft(parts));
        }
    }

    /// "According to Ruiz, the bridge will open." "According to police the driver had left."
    fn clause_led(&self, found: &Attribution) -> Option<Range<usize>> {
        let (words, end) = (self.words, found.end);
        let start = if words.class(end) == Class::Comma {
            self.apposition_end(end + 1).unwrap_or(end + 1)
        } else if words.is(end, ":") {
            end + 1
        } else if self.clause_from(end).is_some() {
            end
        } else {
            1 + (end..self.unit.tokens.end.min(end + NEAR)).find(|&at| words.class(at) == Class::Comma)?
        };
        Some(start..self.clause_end(start))
    }

    /// "The firm is losing money and insists it can pay, a source said": a clause that holds reports of its own, with their speakers.
    fn clause_with_reports(&self, found: &Attribution, drafts: &[Draft]) -> Option<Range<usize>> {
        let words = self.words;
        let ends = words.class(found.end) != Class::Comma;
        if !ends || drafts.len() > MOST_NESTED {
            return None;
        }
        let start = (self.unit.tokens.start..found.stop)
            .find(|&at| !matches!(words.class(at), Class::Conjunction | Class::Comma | Class::Stop | Class::Mark))
            .unwrap_or(found.stop);
        let inside = |range: &Range<usize>| start <= range.start && range.end <= found.stop;
        let nests = |draft: &Draft| {
            draft.parts.iter().all(inside)
                && draft.speaker.as_ref().is_some_and(inside)
                && self.stretch(draft.parts[0].start).is_none()
        };
        let mut nested = drafts.iter().filter(|draft| draft.parts.iter().any(|part| part.start < found.stop)).peekable();
        (nested.peek().is_some() && nested.all(nests) && self.clause_from(start).is_some()).then_some(start..found.stop)
    }

    /// The clause before an attribution, and what goes on after it.
    fn clause_around(&self, found: &Attribution, finds: &Finds) -> Vec<Range<usize>> {
        let begin = self.clause_start(found.stop, finds);
        let rest = if found.place == Place::Amid { self.rest(found) } else { None };
        // "If the plan fails, Ruiz said, the bridge will close", but "In an interview, Ruiz said, ...".
        let said = !self.is_introduction(found.stop) || rest.is_some() && self.is_said(begin);
        // "nuns who, he noted, had walked": the clause that goes on is the relative one.
        let relative = self.words.class(found.stop.saturating_sub(1)) == Class::Relative;
        let front = (said && begin < found.stop && !relative).then_some(begin..found.stop);
        front.into_iter().chain(rest).collect()
    }

    /// What goes on after an attribution amid a clause: "The bridge, Ruiz said, will open."
    fn rest(&self, found: &Attribution) -> Option<Range<usize>> {
        let next = found.end + 1;
        let class = |at: usize| self.words.class(at);
        let rest = next..self.clause_end(next);
        // "said the mayor, Ana Ruiz", "said Ana Ruiz, the mayor", "according to Ana Ruiz, a lawyer": an apposition.
        let short = found.rule == QuoteRule::AccordingTo && rest.len() < SHORT;
        let inverted = (found.rule == QuoteRule::SpeechCueSubject || short)
            && matches!(class(next), Class::Name | Class::Determiner | Class::Number | Class::Other)
            && !rest.clone().any(|at| matches!(class(at), Class::Auxiliary | Class::Negation));
        let named = rest.clone().all(|at| matches!(class(at), Class::Name | Class::Stop | Class::Number));
        (!inverted && !named).then_some(rest)
    }

    /// Whether when, where or why at the beginning of a sentence is part of what is said, and not of where it was said.
    fn is_said(&self, at: usize) -> bool {
        matches!(self.words.class(at), Class::Subordinator | Class::Preposition)
            && !self.is_occasion(at)
            && self.words.verb(at + 1).is_none()
    }
}
