//! What tells whether a quote's words are a quote, and end where they should.
#![expect(clippy::indexing_slicing, reason = "parts are those of a draft, which are never empty")]

use super::Seen;
use super::features::{Features, bucket, is_marked, tag, token};
use crate::quotes::cues::Verb;
use crate::quotes::phrases::Kind;
use crate::quotes::words::Class;
use crate::quotes::{Draft, QuoteKind, QuoteRule};
use crate::syntax::{Tag, word_class};
use crate::text::BlockKind;
use std::ops::Range;

/// How far into what is said it is looked, in tokens: a bound on the work.
const FAR: usize = 120;

/// What the words are, as the verb governs them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    That,
    Marks,
    Question,
    Infinitive,
    Order,
    Preposition,
    Gerund,
    Clause,
    Object,
    /// The cue comes after its words, or there is none.
    Behind,
}

impl Frame {
    pub fn name(self) -> &'static str {
        match self {
            Frame::That => "that",
            Frame::Marks => "marks",
            Frame::Question => "question",
            Frame::Infinitive => "infinitive",
            Frame::Order => "order",
            Frame::Preposition => "preposition",
            Frame::Gerund => "gerund",
            Frame::Clause => "clause",
            Frame::Object => "object",
            Frame::Behind => "behind",
        }
    }
}

pub(super) fn rule(rule: QuoteRule) -> &'static str {
    match rule {
        QuoteRule::SpeechSubjectCue => "subject-cue",
        QuoteRule::SpeechCueSubject => "cue-subject",
        QuoteRule::SubjectCueSpeech => "leading",
        QuoteRule::AccordingTo => "according",
        QuoteRule::PassiveCue => "passive",
        QuoteRule::SharedSubject => "shared",
        QuoteRule::Introduced => "introduced",
        QuoteRule::Turn => "turn",
        QuoteRule::SentenceBefore => "sentence-before",
        QuoteRule::SameSpeaker => "same",
        QuoteRule::Unattributed => "unattributed",
        QuoteRule::ByHand => "by-hand",
    }
}

pub(super) fn kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Mixed => "mixed",
    }
}

/// The quote's verb and where it stands, if its cue has one of the listed verbs.
pub(super) fn verb(seen: &Seen) -> Option<(usize, Verb)> {
    seen.draft.cue.clone()?.rev().find_map(|at| Some((at, seen.words.verb(at)?)))
}

/// Tells all of it.
#[inline(never)]
pub(super) fn tell(seen: &Seen, features: &mut Features) {
    let draft = seen.draft;
    let (Some(first), Some(last)) = (draft.parts.first(), draft.parts.last()) else { return };
    let (rule, kind) = (rule(draft.rule), kind(seen.kind));
    features.tell("rule", &[kind, rule]);
    features.tell("", &["bias"]);
    let frame = frame(seen);
    features.tell("frame", &[kind, frame.name()]);
    features.tell("form", &[rule, frame.name()]);
    cue(seen, frame, features);
    start(seen, first, frame, features);
    end(seen, last, frame, features);
    inside(seen, features);
    around(seen, first, last, features);
    if frame == Frame::Object || frame == Frame::Preposition {
        object(seen, first, features);
    }
    speaker(seen, features);
}

/// How the words begin, where they follow their verb.
pub(super) fn frame(seen: &Seen) -> Frame {
    let (words, parts) = (seen.words, &seen.draft.parts);
    let (Some(cue), Some(first)) = (&seen.draft.cue, parts.first()) else { return Frame::Behind };
    let at = first.start;
    if at < cue.start {
        return Frame::Behind;
    }
    if is_marked(seen.quoted, at) {
        return Frame::Marks;
    }
    let (limit, word_tag) = (first.end.min(at + FAR), words.tag(at));
    let finite = words.has_finite(at..limit);
    if words.is(at, "that") && words.class(at) == Class::Subordinator {
        Frame::That
    } else if words.is_question_word(at) {
        Frame::Question
    } else if word_tag == Tag::To || words.is(at, "not") {
        Frame::Infinitive
    } else if cue.clone().last().is_some_and(|last| words.class(last) == Class::Preposition) {
        Frame::Preposition
    } else if word_tag == Tag::Gerund {
        Frame::Gerund
    } else if seen.kind == QuoteKind::Indirect && !finite {
        let orders = (at..limit).any(|at| words.tag(at) == Tag::To);
        if orders && verb(seen).is_some_and(|(_, verb)| verb.takes(crate::quotes::cues::Frame::Order)) {
            Frame::Order
        } else {
            Frame::Object
        }
    } else if finite && clause_begins(seen, at, limit) {
        Frame::Clause
    } else {
        Frame::Object
    }
}

/// Whether the first verb after the first noun phrase is one of a main clause, and not of a relative one.
fn clause_begins(seen: &Seen, at: usize, limit: usize) -> bool {
    let words = seen.words;
    let finite = (at..limit).find(|&at| words.is_finite(at));
    let relative = (at..limit).find(|&at| words.is_relative(at));
    finite.is_some_and(|finite| relative.is_none_or(|relative| finite < relative))
}

/// The verb with its auxiliaries.
fn cue(seen: &Seen, frame: Frame, features: &mut Features) {
    let (words, draft) = (seen.words, seen.draft);
    let Some(cue) = &draft.cue else { return features.tell("cue", &["none"]) };
    features.tell("percent", &[kind(seen.kind), bucket(usize::from(draft.percent) / 10, &[4, 5, 6, 7, 8, 9])]);
    if let Some((at, verb)) = verb(seen) {
        features.tell("verb", &[verb.lemma()]);
        features.tell(frame.name(), &[verb.lemma()]);
        features.tell("cue-tag", &[frame.name(), tag(words.tag(at))]);
        let nothing = matches!(draft.rule, QuoteRule::SharedSubject | QuoteRule::PassiveCue);
        if nothing {
            features.tell("own", &[rule(draft.rule), verb.lemma()]);
        }
    } else {
        features.tell("verb", &["unlisted"]);
    }
    let group = cue.clone();
    features.flag("cue-modal", group.clone().any(|at| words.tag(at) == Tag::Modal));
    features.flag("cue-negated", group.clone().any(|at| words.class(at) == Class::Negation));
    features.flag("cue-to", group.clone().any(|at| words.tag(at) == Tag::To));
    features.flag("auxiliary-cue", group.len() > 1 && words.class(cue.start) == Class::Auxiliary);
    features.tell("before-cue", &[token(words, seen.unit, cue.start.checked_sub(1))]);
    features.tell("after-cue", &[token(words, seen.unit, Some(cue.end))]);
}

/// The first word, and what stands before it.
fn start(seen: &Seen, first: &Range<usize>, frame: Frame, features: &mut Features) {
    let words = seen.words;
    let marked = is_marked(seen.quoted, first.start);
    features.tell("starts", &[frame.name(), token(words, seen.unit, Some(first.start))]);
    features.tell("precedes", &[kind(seen.kind), token(words, seen.unit, first.start.checked_sub(1))]);
    features.flag("opens-with-mark", marked);
    features.flag("opens-unit", first.start == seen.unit.start);
    features.flag("capital-first", words.is_capital(first.start));
    if let Some(cue) = seen.draft.cue.as_ref().filter(|cue| cue.end <= first.start) {
        features.tell("gap", &[frame.name(), bucket(first.start - cue.end, &[1, 2, 4, 7, 12])]);
    }
    if frame == Frame::Clause || frame == Frame::That {
        let at = first.start + usize::from(frame == Frame::That);
        features.tell("subject", &[tag(words.tag(at)), tag(words.tag(at + 1))]);
    }
}

/// The last word, and what stands after it.
fn end(seen: &Seen, last: &Range<usize>, frame: Frame, features: &mut Features) {
    let words = seen.words;
    let after = token(words, seen.unit, Some(last.end));
    let next = token(words, seen.unit, Some(last.end + 1));
    features.tell("ends", &[tag(words.tag(last.end - 1))]);
    features.tell("follows", &[kind(seen.kind), after]);
    features.tell("follow", &[frame.name(), after]);
    features.tell("next", &[after, next]);
    let class = if words.verb(last.end + 1).is_some() { "cue" } else { tag(words.tag(last.end + 1)) };
    features.tell("then", &[after, class]);
    features.flag("closes-with-mark", is_marked(seen.quoted, last.end - 1));
    features.flag("ends-block", last.end >= seen.unit.end);
    let rest = seen.unit.end.saturating_sub(last.end);
    features.tell("rest", &[kind(seen.kind), bucket(rest, &[1, 2, 4, 8, 16])]);
}

/// What stands in the words.
fn inside(seen: &Seen, features: &mut Features) {
    let (words, kind) = (seen.words, kind(seen.kind));
    let all = || seen.draft.parts.iter().cloned().flatten().take(FAR);
    let count = seen.draft.parts.iter().map(|part| words.count(part.clone())).sum::<usize>();
    features.tell("length", &[kind, bucket(count, &[2, 3, 5, 8, 12, 18, 26, 36, 50])]);
    let outside = |at: &usize| !is_marked(seen.quoted, *at);
    let commas = all().filter(|&at| words.class(at) == Class::Comma && outside(&at)).count();
    features.tell("commas", &[kind, bucket(commas, &[1, 2, 3, 4, 6])]);
    let finite = all().filter(|&at| words.is_finite(at)).count();
    features.tell("finite", &[kind, bucket(finite, &[1, 2, 3, 5])]);
    for at in all().filter(|&at| words.class(at) == Class::Comma && outside(&at)) {
        let next = token(words, seen.unit, Some(at + 1));
        features.tell("comma-then", &[next]);
    }
    for at in all().filter(outside) {
        match words.class(at) {
            Class::Stop if !words.is_terminal(at) => features.tell("stop-inside", &[token(words, seen.unit, Some(at))]),
            Class::Bracket => features.tell("bracket-inside", &[kind]),
            Class::Subordinator | Class::Conjunction | Class::Relative
                if !matches!(words.class(at - usize::from(at > 0)), Class::Comma) =>
            {
                features.tell("joined-by", &[&words.document.lower[at]]);
            }
            _ => {}
        }
        if words.verb(at).is_some_and(|verb| verb.percent() >= 70) && words.is_finite(at) {
            features.tell("verb-inside", &[kind]);
        }
    }
    // What stands after the last comma: a clause of its own, or the narrator's apposition.
    if let Some(comma) = all().filter(|&at| words.class(at) == Class::Comma && outside(&at)).last() {
        let tail = comma + 1..seen.draft.parts.last().map_or(comma + 1, |part| part.end);
        let finite = if words.has_finite(tail.clone()) { "finite" } else { "bare" };
        features.tell("tail", &[finite, token(words, seen.unit, Some(tail.start))]);
        features.tell("tail-length", &[kind, finite, bucket(tail.len(), &[3, 6, 12, 20])]);
    }
    let stops = all().filter(|&at| words.is_terminal(at)).count();
    features.tell("sentences", &[kind, bucket(stops, &[1, 2, 3, 5])]);
    features.tell("parts", &[kind, bucket(seen.draft.parts.len(), &[1, 2, 3])]);
    let stretches = seen.draft.parts.iter().flat_map(|part| part.clone()).take(FAR);
    let marks = stretches.filter(|&at| words.class(at) == Class::Mark).count();
    features.tell("marks", &[kind, bucket(marks, &[1, 2, 3, 4])]);
}

/// Where it stands, and what other quotes stand beside it.
fn around(seen: &Seen, first: &Range<usize>, last: &Range<usize>, features: &mut Features) {
    let words = seen.words;
    let block = words.document.sentences[words.document.sentence_of(first.start)].block;
    features.flag("headline", words.document.blocks[block].kind == BlockKind::Headline);
    features.flag("capitals", words.are_capitals(seen.unit.clone()));
    let draft = seen.draft;
    if let Some(cue) = &draft.cue {
        let place = if draft.parts.len() > 1 && cue.start > first.start && cue.end <= last.start {
            "amid"
        } else if cue.start > first.start {
            "trailing"
        } else {
            "leading"
        };
        features.tell("place", &[place, kind(seen.kind)]);
    }
    let holds = |other: &Draft, at: usize| other.parts.iter().any(|part| part.contains(&at));
    if let Some(before) = seen.before {
        let end = before.parts.last().map_or(0, |part| part.end);
        if end > first.start {
            features.tell("nested", &[kind(seen.kind)]);
        } else if end >= seen.unit.start {
            features.tell("after-quote", &[bucket(first.start - end, &[1, 3, 6, 12])]);
        }
        features.flag("cue-in-another", draft.cue.as_ref().is_some_and(|cue| holds(before, cue.start)));
    }
    if let Some(after) = seen.after.filter(|after| after.parts[0].start < seen.unit.end) {
        let start = after.parts[0].start;
        if start < last.end {
            features.tell("holds-another", &[kind(seen.kind)]);
        } else {
            features.tell("before-quote", &[bucket(start - last.end, &[1, 3, 6, 12])]);
        }
        features.flag("holds-cue", after.cue.as_ref().is_some_and(|cue| holds(draft, cue.start)));
    }
}

/// The noun phrase that a verb is said to report.
fn object(seen: &Seen, first: &Range<usize>, features: &mut Features) {
    let words = seen.words;
    let phrase = words.phrases.from(first.start, Kind::Noun).filter(|phrase| phrase.end <= first.end);
    let Some(phrase) = phrase else { return features.tell("object", &["none"]) };
    let head = phrase.end - 1;
    let class = word_class(words.document.lower.hash(head));
    let opener = match words.tag(phrase.start) {
        Tag::Determiner | Tag::Possessive => &words.document.lower[phrase.start],
        other => tag(other),
    };
    features.tell("object", &[tag(words.tag(head))]);
    features.tell("opener", &[opener]);
    features.number("class", "head", class.coarsest);
    features.number("coarse", "head", class.coarse);
    features.tell("past-object", &[token(words, seen.unit, Some(phrase.end))]);
    if let Some((_, verb)) = verb(seen) {
        features.tell(opener, &[verb.lemma()]);
        features.number("object", verb.lemma(), class.coarsest);
    }
    features.tell("whole", &[if phrase.end == first.end { "whole" } else { "more" }]);
}

/// Whoever is said to say it.
fn speaker(seen: &Seen, features: &mut Features) {
    let words = seen.words;
    let Some((speaker, credit)) = seen.speaker else { return features.tell("speaker", &["none"]) };
    features.tell("speaker", &[tag(words.tag(speaker.end - 1)), tag(words.tag(speaker.start))]);
    let kind = credit.entities.first().map(|&entity| seen.entities.entities[entity].kind);
    features.tell("speaker-kind", &[super::credit::kind(kind)]);
    let class = word_class(words.document.lower.hash(speaker.end - 1));
    if kind.is_none() {
        features.number("class", "speaker", class.coarsest);
    }
}
