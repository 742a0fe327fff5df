//! Where what is reported ends: at which comma, conjunction, dash or other joint the narrator speaks again.
//!
//! Each joint is asked, from left to right, and the first at which the sum of its features' weights is above 0 is the end. The
//! weights (`clause_end_weights.txt`) are learnt by `trainer/` from PolNeAR's training part. The features tell what stands at the joint
//! and after it, how its tense goes with what is said, and how far the clause has come. No joint is sought in marks or brackets.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::clause::Clauses;
use super::cues::{Form, Frame};
use super::extent;
use super::noun_phrase::LONGEST_ASIDE;
use super::phrases::Kind;
use super::words::Class;
use crate::lists;
use crate::syntax::Tag;

/// The longest reported clause, in tokens outside marks: a bound on the work, beyond any real one.
const LONGEST: usize = 240;
/// Verbs that report speech so often, in percent, tell of a report of their own after "before".
const ADDS: u8 = 60;
/// The most joints asked: another such bound.
const MOST: usize = 32;
/// How far before a clause the verb that reports it is looked for, in tokens.
const CUE: usize = 12;
/// How far after a joint a verb is looked for, in tokens.
const NEAR: usize = 16;

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
struct Said {
    start: usize,
    frame: &'static str,
    cue: &'static str,
    tense: &'static str,
    /// Whether it is told in the past because the verb that reports it is.
    shifted: &'static str,
    /// Its own verb, or where it begins.
    verb: usize,
}

/// A joint: what it is, and the first word after its comma.
struct Joint {
    kind: &'static str,
    at: usize,
    opener: usize,
}

impl Clauses<'_, '_> {
    /// Where a clause that begins at a token ends.
    pub fn clause_end(&self, start: usize) -> usize {
        self.end_of(start, false)
    }

    /// Where a reported noun phrase ends.
    pub fn object_end(&self, start: usize) -> usize {
        self.end_of(start, true)
    }

    fn end_of(&self, start: usize, object: bool) -> usize {
        let words = self.words;
        let stop = self.stops.get(self.stops.partition_point(|&s| s <= start)).copied();
        let limit = stop.unwrap_or(self.unit.tokens.end).min(self.unit.tokens.end).min(start + LONGEST);
        let said = self.said(start, object);
        let (mut at, mut depth, mut asked) = (start, 0_usize, 0);
        // Where quoted words ended last, and the word that a comma was asked with.
        let (mut marks, mut opener) = (start, start);
        while at < limit && asked < MOST {
            if let Some(stretch) = self.stretch(at) {
                at = self.quoted[stretch].tokens.end;
                marks = at;
                continue;
            }
            // No clause ends before its own verb: "Brandt, her deputy, had served".
            if depth == 0
                && at > opener.max(said.verb)
                && let Some(joint) = self.joint(at, marks == at)
            {
                let sure = self.is_sure_end(&said, &joint, object, limit);
                if sure || (self.ends)(start, at, &self.features(&said, &joint, asked, limit)) {
                    return self.trim_end(start, at);
                }
                (asked, opener) = (asked + 1, joint.opener);
            }
            match words.class(at) {
                Class::Bracket if words.is_any(at, &["(", "["]) => depth += 1,
                Class::Bracket if depth == 0 => return self.trim_end(start, at),
                Class::Bracket => depth -= 1,
                _ => {}
            }
            at += 1;
        }
        self.trim_end(start, limit.max(start))
    }

    /// Whether nothing said can follow a joint, whatever the weights say: they have seen too few of these.
    fn is_sure_end(&self, said: &Said, joint: &Joint, object: bool, limit: usize) -> bool {
        let words = self.words;
        let next = joint.opener + 1;
        match joint.kind {
            // "denounced the sale last week", "called it “late” on Monday"
            "time" | "preposition-time" | "marks" | "occasion" if object && self.tells_when(joint.at) => {
                !self.leads_to_marks(joint.at)
            }
            // ", as though it had been stolen", ", before adding"
            "comma" if words.is(joint.opener, "as") => words.is_any(next, &["though", "if"]),
            "comma" if words.is_any(joint.opener, &["before", "after"]) => {
                self.cue(next).is_some_and(|verb| verb.form == Form::Ing && verb.percent() >= ADDS)
            }
            "colon" => words.is(joint.at, ";"),
            // he said it was “too late,” the crowd left
            "marks" => {
                let ended = self.stretch(joint.at - 1).is_some_and(|stretch| extent::is_ended(words, &self.quoted[stretch]));
                let next = self.quoted.partition_point(|quoted| quoted.tokens.start <= joint.at);
                let later = self.quoted.get(next).is_some_and(|quoted| quoted.tokens.start < limit);
                ended && !later && self.clause_from(joint.at).is_some()
            }
            "conjunction" | "comma-conjunction" => {
                let verb = words.phrases.from(joint.opener + 1, Kind::Verb).map(|verb| verb.start);
                let verb = verb.filter(|&verb| verb < limit && words.is_finite(verb));
                // "vowed to leave and accused him": no verb for it to go on from.
                let other = said.frame == "infinitive" && !words.has_finite(said.start..joint.at);
                // "insisted the ship was sound and say the crew was warned"
                verb.is_some_and(|verb| other || self.reports_at(joint.opener, Some(verb), limit) == Some("surely-governs"))
            }
            _ => false,
        }
    }

    /// "called the claim Friday a “lie”", "described it in a tweet as “late”": whether words in marks follow when and where.
    fn leads_to_marks(&self, at: usize) -> bool {
        let words = self.words;
        let plain = |&at: &usize| !matches!(words.class(at), Class::Comma | Class::Stop) && !words.is_finite(at);
        let marks = (at..self.unit.tokens.end.min(at + NEAR)).take_while(plain).find(|&at| self.stretch_from(at).is_some());
        marks.is_some_and(|marks| words.class(marks - 1) == Class::Determiner || words.is(marks - 1, "as"))
    }

    /// Whether a token begins when or on what occasion something was said: "last week", "on Monday", "in an interview".
    fn tells_when(&self, at: usize) -> bool {
        let words = self.words;
        let time = |at: usize| words.phrases.from(at, Kind::Time).is_some();
        let preposition = words.is_any(at, &["on", "in", "at", "during", "since"]);
        let counted = at > 0 && words.class(at - 1) == Class::Number;
        time(at) && !counted && !words.is(at.wrapping_sub(1), "of") || preposition && (time(at + 1) || self.is_occasion(at))
    }

    /// What joins a clause to the next, at a token; `marks`: quoted words end right before it.
    fn joint(&self, at: usize, marks: bool) -> Option<Joint> {
        let words = self.words;
        let outside = words.phrases.holding(at).is_none_or(|(phrase, _)| phrase.start == at);
        let kind = match words.class(at) {
            // "May 3, 2019"
            Class::Comma
                if words.class(at + 1) == Class::Number && matches!(words.class(at - 1), Class::Number | Class::Time) =>
            {
                return None;
            }
            Class::Comma => {
                let opener = at + 1;
                let kind = match words.class(opener) {
                    Class::Conjunction => "comma-conjunction",
                    _ if words.is_relative(opener) => "comma-relative",
                    _ => "comma",
                };
                return Some(Joint { kind, at, opener });
            }
            _ if !outside => return None,
            Class::Conjunction => "conjunction",
            Class::Bracket if words.is_any(at, &["(", "["]) => "bracket",
            Class::Stop if words.is_dash(at) => return Some(Joint { kind: "dash", at, opener: at + 1 }),
            Class::Stop if words.is_any(at, &[";", ":"]) => return Some(Joint { kind: "colon", at, opener: at + 1 }),
            _ if marks => "marks",
            _ if words.is_relative(at) => "relative",
            Class::Subordinator => "subordinator",
            Class::Time => "time",
            _ if matches!(words.phrases.from(at, Kind::Time), Some(_)) => "time",
            Class::Preposition if self.is_occasion(at) => "occasion",
            Class::Preposition if words.tag(at) != Tag::To && matches!(words.phrases.from(at + 1, Kind::Time), Some(_)) => {
                "preposition-time"
            }
            Class::Preposition
                if words.is_any(at, &["after", "before", "during", "following", "amid", "despite", "since"]) =>
            {
                "preposition"
            }
            _ if words.tag(at) == Tag::Gerund && words.phrases.before(at, Kind::Noun).is_some() => "gerund",
            _ => return None,
        };
        Some(Joint { kind, at, opener: at })
    }

    /// What is known of the clause itself.
    fn said(&self, start: usize, object: bool) -> Said {
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

    fn features(&self, said: &Said, joint: &Joint, earlier: usize, limit: usize) -> Vec<Feature> {
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
        let marks_after = self.quoted.iter().any(|q| q.tokens.start > joint.at && q.tokens.start < limit);
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
    fn reports_at(&self, from: usize, verb: Option<usize>, limit: usize) -> Option<&'static str> {
        let words = self.words;
        let group = words.phrases.holding(verb?).filter(|(_, kind)| *kind == Kind::Verb)?.0;
        let main = group.end.checked_sub(1).filter(|&at| at >= from && at < limit)?;
        let verb = words.verb(main).filter(|verb| self.is_verb(main, *verb))?;
        let next = group.end;
        let governs = verb.takes(Frame::That) && self.find_that(next).is_some()
            || verb.takes(Frame::Bare) && self.begins_clause(next)
            || verb.takes(Frame::Quoted) && self.stretch_from(next).is_some()
            || verb.takes(Frame::Infinitive) && self.begins_infinitive(next)
            || verb.takes_preposition(&words.document.lower[next]);
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
