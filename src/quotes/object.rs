//! Noun phrases as what is reported: "denied the charges", and not "denied him entry", "offers loans".
//!
//! What a verb reports depends on what it is said of. Each verb tells in `cues.txt` which kinds of things it reports, and
//! `object_nouns.txt` tells what the noun at the head of a phrase is. A pronoun, a mere number and a title report nothing. Whether
//! the verb reports at all, and who speaks, is not for this file to say.
#![expect(clippy::indexing_slicing, reason = "indices are those of the list of stretches")]

use super::clause_end::Bounds;
use super::complement::{Step, found};
use super::constructions::Construction;
use super::cues::{Form, Frame, Verb};
use super::phrases::Kind;
use super::verb_phrase::VerbPhrase;
use super::words::Class;
use super::{extent, noun_phrase};
use crate::lists;
use crate::syntax::Tag;
use std::ops::ControlFlow::Break;
use std::ops::Range;

/// What a noun phrase is: a letter of `cues.txt`.
type Sort = char;
const NAME: Sort = 'p';
const OTHER: Sort = 'o';
const NAMED: Sort = 'k';

/// Whether a verb reports the noun phrase after it.
impl Bounds<'_, '_> {
    /// "denied the accusations", "called that a lie"
    pub fn object(&self, phrase: &VerbPhrase, at: usize, cue_end: usize) -> Step {
        let (words, verb) = (self.words, phrase.verb);
        // "quoting her mother", "citing a report": whom or what somebody leans on.
        let leans = verb.form == Form::Ing && words.is_any(phrase.at, &["quoting", "citing"]);
        let takes = verb.takes(Frame::Object) && !leans || verb.takes(Frame::Marked);
        if !takes || !self.begins_phrase(at) && !words.is(at, "that") {
            return Break(None);
        }
        let end = self.object_end(at);
        let called = verb.reports(NAMED);
        if (at..end)
            .any(|at| self.stretch_from(at).is_some_and(|s| called || !extent::is_title(words, self.quoted[s].inside())))
        {
            return found(Construction::ObjectWithMarks, at..end, cue_end);
        }
        if !verb.takes(Frame::Object) {
            return Break(None);
        }
        // "recalled sitting in the hall"
        if words.tag(at) == Tag::Gerund && words.phrases.from(at, Kind::Verb).is_some() {
            return if verb.takes(Frame::That) {
                found(Construction::Gerund, at..self.clause_end(at), cue_end)
            } else {
                Break(None)
            };
        }
        if called && self.is_called(phrase, at) {
            return found(Construction::Called, at..end, cue_end);
        }
        // "reveals what happened"
        let asks = words.is_any(at, &["what", "how", "whether", "why"]);
        if verb.takes(Frame::That) && asks {
            return found(Construction::ObjectQuestion, at..self.clause_end(at), cue_end);
        }
        let begin = at + usize::from(words.is(at, "that") && words.phrases.from(at, Kind::Noun).is_none());
        // "urged calm": a noun that is as often an adjective.
        let alone = || sort_of(words.document.lower.get(begin)?).map(|_| begin..begin + 1);
        let Some(base) =
            words.phrases.from(begin, Kind::Noun).or_else(|| words.phrases.from(begin, Kind::Time)).or_else(alone)
        else {
            // "criticised what the firm calls progress"
            return if asks && verb.reports(OTHER) {
                found(Construction::ObjectQuestion, at..end, cue_end)
            } else {
                Break(None)
            };
        };
        // "denied him entry": two objects. "offered the family an apology": the second may be what is said.
        if let Some(second) = words.phrases.from(base.end, Kind::Noun) {
            let said = verb.takes(Frame::Addressee) && self.sort(&second).is_some_and(|sort| verb.reports(sort));
            return if said {
                found(Construction::SecondObject, second.start..self.object_end(second.start), cue_end)
            } else {
                Break(None)
            };
        }
        if self.sort(&base).is_some_and(|sort| verb.reports(sort)) {
            found(Construction::Object, at..end, cue_end)
        } else {
            Break(None)
        }
    }

    /// Whether a noun phrase after a preposition is what a verb reports: "spoke about the plan", and not "spoke about it", "referred to
    /// Ruiz".
    pub fn is_spoken_of(&self, verb: Verb, at: usize) -> bool {
        let words = self.words;
        let Some(base) = words.phrases.from(at, Kind::Noun) else { return true };
        let end = self.object_end(at);
        let marked = (at..end).any(|at| self.stretch_from(at).is_some());
        let sorts = verb.takes(Frame::Object) || !verb.reports_some();
        // "called for him to resign", "referred to it as late"
        marked || end > base.end && base.len() == 1 || self.sort(&base).is_some_and(|sort| sorts || verb.reports(sort))
    }

    /// What a base phrase is; nothing where it is a pronoun, or only counts: "denied it", "admitted 300 members".
    fn sort(&self, base: &Range<usize>) -> Option<Sort> {
        let words = self.words;
        let head = base.end - 1;
        // "a number of claims", "several of his remarks"
        let some = base.len() == 1 && matches!(words.tag(head), Tag::Determiner | Tag::Adjective | Tag::Number);
        if words.is(base.end, "of")
            && (some || words.is_any(head, &QUANTITIES))
            && let Some(inner) = words.phrases.from(base.end + 1, Kind::Noun)
        {
            return self.sort(&inner);
        }
        if base.len() == 1 && matches!(words.tag(head), Tag::Pronoun | Tag::Determiner | Tag::Relative) {
            return words.is_any(head, &["those"]).then_some(OTHER);
        }
        let counted = words.tag(base.start) == Tag::Number;
        match words.tag(head) {
            Tag::Name => Some(NAME),
            Tag::Number => None,
            _ => match sort_of(words.document.lower.get(head)?) {
                Some('s') => Some('s'),
                sort => (!counted).then(|| sort.unwrap_or(OTHER)),
            },
        }
    }

    /// "called the plan a disaster", "described her as late": an object, and what it is called.
    fn is_called(&self, phrase: &VerbPhrase, at: usize) -> bool {
        let words = self.words;
        let Some(object) = noun_phrase::after(words, at, self.unit.tokens.end) else { return false };
        let as_what = phrase.verb.takes_preposition("as");
        // "criticised him for it", "praised her as able": a pronoun, and what is said of it.
        if as_what {
            let why = object.len() == 1 && words.is_any(object.end, &["for", "over", "against"]);
            return why || words.is(object.end, "as");
        }
        // "called Ruiz Bob", "called him Monday": a name, or when.
        let named = |at: usize| words.tag(at) == Tag::Name || words.class(at) == Class::Name;
        let name = words.phrases.from(object.end, Kind::Noun).map(|name| !named(name.end - 1));
        let adverbs = (object.end..self.unit.tokens.end).take_while(|&at| words.class(at) == Class::Adverb).count();
        let adjective = || matches!(words.tag(object.end + adverbs), Tag::Adjective | Tag::PastParticiple);
        self.stretch(object.end).is_none() && name.unwrap_or_else(adjective)
    }

    pub fn begins_phrase(&self, at: usize) -> bool {
        at < self.unit.tokens.end
            && (matches!(
                self.words.class(at),
                Class::Determiner | Class::Pronoun | Class::Name | Class::Number | Class::Other
            ) || self.stretch_from(at).is_some()
                || self.begins_noun(at)
                || self.words.phrases.from(at, Kind::Noun).is_some()
                || self.words.tag(at) == Tag::Gerund
                || self.words.is_any(at, &["what", "how", "whether"]))
    }
}

/// Nouns that only tell how much of what follows "of".
const QUANTITIES: [&str; 16] = [
    "array", "bit", "dozens", "handful", "hundreds", "kind", "list", "litany", "lot", "number", "range", "series", "set",
    "sort", "string", "variety",
];

/// What a noun in lower case is.
fn sort_of(noun: &str) -> Option<Sort> {
    let known = |noun: &str| lists::OBJECT_NOUNS.get(noun).and_then(|sort| sort.chars().next());
    let stem = noun.strip_suffix('s');
    known(noun)
        .or_else(|| known(stem?))
        .or_else(|| known(stem?.strip_suffix('e')?))
        .or_else(|| known(&format!("{}y", noun.strip_suffix("ies")?)))
}
