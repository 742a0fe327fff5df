//! Features of a joint: what stands at it and after it, how its tense goes with what is said, and how far the clause has come.
//!
//! The trainer and the library call the same functions. What a feature is worth stands in `clause_end_weights.txt`; where a clause ends is for
//! [`super`] to say.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::super::cues::{Form, Frame};
use super::super::extent;
use super::super::noun_phrase::LONGEST_ASIDE;
use super::super::phrases::Kind;
use super::super::reading::Reading;
use super::super::words::Class;
use super::{Joint, NEAR};
use crate::lists;
use crate::syntax::Tag;

/// How far before a clause the verb that reports it is looked for, in tokens.
const CUE: usize = 12;

/// Up to three values that hold together, the rest empty.
pub type Feature = [&'static str; 3];

/// Whether a clause from a token ends before another, by the features of the joint between.
pub type Ends<'e> = dyn Fn(usize, usize, &[Feature]) -> bool + 'e;

/// By the weights of the library.
pub fn ends(_: usize, _: usize, features: &[Feature]) -> bool {
    sum(features, |feature| lists::CLAUSE_END_WEIGHTS.get(feature).copied().unwrap_or(0.0)) > 0.0
}

/// The sum of weights; a feature is looked up as its values joined by spaces.
pub fn sum(features: &[Feature], weight: impl Fn(&str) -> f32) -> f32 {
    let mut name = String::with_capacity(64);
    features.iter().map(|feature| weight(joined(feature, &mut name))).sum()
}

/// Its name in the list of weights.
pub fn joined<'n>(feature: &Feature, name: &'n mut String) -> &'n str {
    name.clear();
    for value in feature.iter().filter(|value| !value.is_empty()) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(value);
    }
    name
}

/// Words at a joint that are told apart; others count by their part of speech.
const WORDS: [&str; 62] = [
    "a",
    "according",
    "adding",
    "after",
    "although",
    "amid",
    "an",
    "and",
    "as",
    "at",
    "because",
    "before",
    "but",
    "by",
    "citing",
    "despite",
    "during",
    "even",
    "following",
    "for",
    "from",
    "he",
    "her",
    "his",
    "how",
    "if",
    "in",
    "including",
    "it",
    "its",
    "just",
    "not",
    "noting",
    "on",
    "one",
    "or",
    "rather",
    "saying",
    "she",
    "since",
    "so",
    "such",
    "than",
    "that",
    "the",
    "their",
    "then",
    "they",
    "though",
    "to",
    "unless",
    "until",
    "we",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "with",
    "yet",
];

/// What a clause is when it is asked for its end.
pub(super) struct Said {
    pub start: usize,
    pub frame: &'static str,
    cue: &'static str,
    tense: &'static str,
    /// Whether it is told in the past because the verb that reports it is.
    shifted: &'static str,
    /// Its own verb, or where it begins.
    pub verb: usize,
}

/// What tells whether a clause ends.
impl Reading<'_, '_> {
    /// What is known of the clause itself.
    pub(super) fn said(&self, start: usize, object: bool) -> Said {
        let words = self.words;
        let begin = if words.is(start, "that") { start + 1 } else { start };
        let opened = || {
            let opens = matches!(words.class(begin), Class::Preposition | Class::Subordinator | Class::Adverb | Class::Time);
            self.opening_end(begin).filter(|_| opens).and_then(|comma| self.clause_from(comma + 1))
        };
        let verb = if object { None } else { self.clause_from(begin).or_else(opened) };
        let frame = match words.tag(start) {
            _ if object => "object",
            _ if self.stretch_from(start).is_some() => "quoted",
            _ if words.is(start, "that") => "that",
            Tag::To => "infinitive",
            _ if words.is_question_word(start) => "question",
            _ if verb.is_none() => "verbless",
            _ => "bare",
        };
        let floor = self.unit.tokens.start.max(start.saturating_sub(CUE));
        let cue = (floor..start).rev().filter(|&at| self.stretch(at).is_none()).find_map(|at| words.verb(at));
        let cue = match cue.map(|verb| verb.form) {
            Some(Form::Past) => "said",
            Some(Form::Third | Form::Base) => "says",
            Some(Form::Ing) => "saying",
            None => "unsaid",
        };
        let tense = verb.map_or("none", |verb| self.tense(verb));
        let shifted = match (cue, tense) {
            (_, "none") => "verbless",
            ("said", "past" | "would") => "shifted",
            ("said", _) => "unshifted",
            _ => "now",
        };
        Said { start, frame, cue, tense, shifted, verb: verb.unwrap_or(start) }
    }

    /// The tense of a finite verb.
    fn tense(&self, verb: usize) -> &'static str {
        let words = self.words;
        match words.tag(verb) {
            Tag::Past => "past",
            Tag::Modal if words.is_any(verb, &["would", "could", "might", "should", "'d", "’d"]) => "would",
            Tag::Modal => "will",
            Tag::Present | Tag::Third if words.is_any(verb, &["has", "have", "'ve", "’ve"]) => "perfect",
            Tag::Present | Tag::Third => "present",
            _ => "none",
        }
    }

    pub(super) fn features(&self, said: &Said, joint: &Joint, earlier: usize, limit: usize) -> Vec<Feature> {
        let words = self.words;
        let (kind, opener) = (joint.kind, joint.opener);
        let word = self.word_at(opener);
        // Past "and" or "while" to what it joins.
        let joins = matches!(words.class(opener), Class::Conjunction | Class::Subordinator) || words.is_relative(opener);
        let next = if joins { opener + 1 } else { opener };
        let clause = self.clause_from(next).filter(|&verb| verb < limit);
        let bare =
            words.phrases.from(next + usize::from(words.class(next) == Class::Adverb), Kind::Verb).map(|verb| verb.start);
        let finite = bare.filter(|&at| words.is_finite(at));
        let near =
            || (next..limit.min(next + NEAR)).take_while(|&at| self.stretch(at).is_none()).find(|&at| words.is_finite(at));
        let verb = clause.or(finite).or_else(|| if joins { near() } else { None });
        let tense = verb.map_or("none", |verb| self.tense(verb));
        let form = match (clause, finite, bare) {
            (Some(_), _, _) => "clause",
            (_, Some(_), _) => "verb",
            (_, _, Some(at)) => tag_name(words.tag(at)),
            _ => "phrase",
        };
        let verbs = words.has_finite(said.start..joint.at);
        let mut features = vec![
            ["always", "", ""],
            [kind, "", ""],
            [kind, said.frame, ""],
            [kind, word, ""],
            [word, said.frame, ""],
            [kind, form, tense],
            [word, form, ""],
            [word, tense, said.tense],
            [form, said.tense, tense],
            [kind, said.cue, tense],
            [word, said.shifted, tense],
            [form, said.shifted, tense],
            [kind, "then", self.word_at(next)],
            [word, "then", tag_name(words.tag(opener + 1))],
            [kind, "after", tag_name(words.tag(joint.at - 1))],
            [tag_name(words.tag(joint.at - 1)), kind, tag_name(words.tag(opener))],
            [kind, if verbs { "told" } else { "untold" }, said.frame],
            [
                kind,
                "so-far",
                bucket(words.count(said.start..joint.at), &[(4, "few"), (8, "some"), (14, "many"), (22, "long")], "longer"),
            ],
            [
                kind,
                "rest",
                bucket(limit - joint.at.min(limit), &[(4, "few"), (8, "some"), (14, "many"), (22, "long")], "longer"),
            ],
            [kind, "earlier", bucket(earlier, &[(1, "none"), (2, "one"), (4, "few")], "many")],
        ];
        let last = (said.verb..joint.at).rev().take(NEAR).find(|&at| words.is_finite(at) && self.stretch(at).is_none());
        features.push([form, last.map_or("none", |last| self.tense(last)), tense]);
        if said.frame == "object" {
            features.push(["object", kind, word]);
            features.push(["object", tag_name(words.tag(joint.at - 1)), tag_name(words.tag(opener))]);
            features.push(["object", kind, form]);
        }
        if clause.is_some() {
            let subject = match words.class(next) {
                Class::Pronoun => self.word_at(next),
                Class::Name => "name",
                Class::Determiner => "determiner",
                _ => "other",
            };
            features.push([kind, "subject", subject]);
            features.push([subject, said.shifted, tense]);
        }
        if let Some(reports) = self.reports_at(next, verb.or(bare), limit) {
            features.push([kind, "reports", reports]);
            features.push([form, "reports", reports]);
            features.push([kind, form, reports]);
            features.push([reports, said.cue, tense]);
            features.push(["reports", reports, said.frame]);
        }
        if self.is_listed(joint, limit) {
            features.push([kind, "listed", ""]);
            features.push([kind, "listed", said.frame]);
        }
        if let Some(closing) = self.closed_aside(joint, limit) {
            features.push([kind, "closed-before", closing]);
            features.push([word, "closed-before", closing]);
        }
        if words.class(joint.at - 1) == Class::Mark || self.stretch(joint.at - 1).is_some() {
            let stretch = self
                .stretch(joint.at - 1)
                .map_or("open", |stretch| if extent::is_ended(words, &self.quoted[stretch]) { "ended" } else { "unended" });
            features.push([kind, "marks", stretch]);
            features.push([word, "marks", stretch]);
        }
        let next_marks = self.quoted.partition_point(|quoted| quoted.tokens.start <= joint.at);
        let marks_after = self.quoted.get(next_marks).is_some_and(|quoted| quoted.tokens.start < limit);
        features.push([kind, if marks_after { "marks-after" } else { "no-marks-after" }, ""]);
        if marks_after && self.stretch_from(next).is_some() {
            features.push([kind, "marks-next", ""]);
        }
        if self.is_headline() {
            features.push([kind, "headline", ""]);
        }
        features
    }

    fn word_at(&self, at: usize) -> &'static str {
        let word = &self.words.document.lower[at];
        match WORDS.iter().find(|known| **known == word) {
            Some(known) => known,
            None => tag_name(self.words.tag(at)),
        }
    }

    /// How surely a verb after a joint reports speech.
    pub(super) fn reports_at(&self, from: usize, verb: Option<usize>, limit: usize) -> Option<&'static str> {
        let words = self.words;
        let group = words.phrases.holding(verb?).filter(|(_, kind)| *kind == Kind::Verb)?.0;
        let main = group.end.checked_sub(1).filter(|&at| at >= from && at < limit)?;
        let verb = self.cue(main)?;
        let next = group.end;
        let governs = verb.takes(Frame::That) && self.find_that(next).is_some()
            || verb.takes(Frame::Bare) && self.begins_clause(next)
            || verb.takes(Frame::Quoted) && self.stretch_from(next).is_some()
            || verb.takes(Frame::Infinitive) && self.begins_infinitive(next)
            || verb.takes_preposition(&words.document.lower[next]);
        // "recorded decades of service": no speech without "that".
        if !governs
            && !verb.takes(Frame::Bare)
            && !verb.takes(Frame::Quoted)
            && !verb.takes(Frame::Object)
            && verb.takes(Frame::That)
        {
            return None;
        }
        Some(match (verb.percent(), governs) {
            (60.., true) => "surely-governs",
            (_, true) => "maybe-governs",
            (80.., _) => "surely",
            (60.., _) => "likely",
            (40.., _) => "maybe",
            _ => "hardly",
        })
    }

    /// "red, white and blue": whether a comma or conjunction stands between noun phrases of a list.
    fn is_listed(&self, joint: &Joint, limit: usize) -> bool {
        let words = self.words;
        let next = if words.class(joint.opener) == Class::Conjunction { joint.opener + 1 } else { joint.opener };
        let item = words.phrases.from(next, Kind::Noun).filter(|item| item.end <= limit);
        words.phrases.before(joint.at, Kind::Noun).is_some()
            && item.is_some_and(|item| {
                next > joint.opener
                    || words.class(item.end) == Class::Conjunction
                    || words.class(item.end) == Class::Comma && words.class(item.end + 1) == Class::Conjunction
            })
    }

    /// What follows the comma that closes what a comma opens.
    fn closed_aside(&self, joint: &Joint, limit: usize) -> Option<&'static str> {
        let words = self.words;
        let dash = joint.kind == "dash";
        if words.class(joint.at) != Class::Comma && !dash {
            return None;
        }
        let closes = |&at: &usize| {
            self.stretch(at).is_none() && if dash { words.is_dash(at) } else { words.class(at) == Class::Comma }
        };
        let closing = (joint.opener + 1..limit.min(joint.opener + LONGEST_ASIDE)).find(closes)?;
        Some(if words.is_finite(closing + 1) {
            "verb"
        } else if self.clause_from(closing + 1).is_some() {
            "clause"
        } else {
            tag_name(words.tag(closing + 1))
        })
    }
}

/// The first name whose bound a number is below.
fn bucket(number: usize, names: &[(usize, &'static str)], last: &'static str) -> &'static str {
    names.iter().find(|(below, _)| number < *below).map_or(last, |(_, name)| name)
}

fn tag_name(tag: Tag) -> &'static str {
    match tag {
        Tag::Noun | Tag::NounPlural => "Noun",
        Tag::Name => "Name",
        Tag::Pronoun => "Pronoun",
        Tag::Possessive | Tag::Determiner => "Determiner",
        Tag::Adjective => "Adjective",
        Tag::Adverb => "Adverb",
        Tag::Negation => "Negation",
        Tag::Preposition | Tag::Particle => "Preposition",
        Tag::Subordinator => "Subordinator",
        Tag::Conjunction => "Conjunction",
        Tag::Number => "Number",
        Tag::Modal | Tag::Past | Tag::Third | Tag::Present => "Finite",
        Tag::Base => "Base",
        Tag::PastParticiple => "Participle",
        Tag::Gerund => "Gerund",
        Tag::To => "To",
        Tag::Relative | Tag::RelativeAdverb => "Relative",
        _ => "Other",
    }
}
