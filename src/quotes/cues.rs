//! Reporting verbs, in all their forms, with the frames of what they report.
//!
//! The verbs stand in `cues.txt` by lemma; regular forms are undone by rule, irregular ones stand in `cue_forms.txt`. Whether
//! a word that looks like a reporting verb is one here is for the clause around it to say.
#![expect(clippy::string_slice, reason = "text is cut where a character was found to begin")]

use crate::lists;

/// How a verb is inflected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said": past, or past participle
    Past,
    /// "saying"
    Ing,
}

/// What a verb reports, as in `cues.txt`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Frame {
    /// Words in marks.
    Quoted,
    /// A clause without "that".
    Bare,
    /// A clause with "that".
    That,
    /// A clause with "whether", "how", "what".
    Question,
    /// An addressee comes before what is said.
    Addressee,
    /// A noun phrase.
    Object,
    /// A noun phrase with words in marks in it.
    Marked,
    /// An infinitive.
    Infinitive,
    /// An addressee and an infinitive.
    Order,
    /// What a court hears.
    Heard,
    /// Only what stands before it.
    After,
}

/// A word that may be a reporting verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Verb {
    /// Its lemma and what stands with it in `cues.txt`: kept unread, for every word of an article may be a verb and few are asked more.
    entry: (&'static str, &'static &'static str),
    pub form: Form,
}

impl Verb {
    fn frames(self) -> &'static str {
        self.field(0)
    }

    /// How often the verb, so used, reports speech, in percent.
    pub fn percent(self) -> u8 {
        self.field(1).parse().unwrap_or_default()
    }

    /// Whether it reports only beside what makes a thing known (frame l): "made it clear that", "let slip that".
    pub fn makes_known(self) -> bool {
        self.entry.1.starts_with('l')
    }

    /// Its base form.
    pub fn lemma(self) -> &'static str {
        self.entry.0
    }

    fn field(self, field: usize) -> &'static str {
        self.entry.1.split(' ').nth(field).unwrap_or_default()
    }

    /// Whether the same form is also a noun: "claims", "the report".
    pub fn is_noun(self) -> bool {
        matches!(self.form, Form::Base | Form::Third) && self.frames().contains('n')
    }

    /// Whether this preposition brings what is said: "called for talks".
    pub fn takes_preposition(self, lower: &str) -> bool {
        self.field(2).split(',').any(|preposition| preposition == lower)
    }

    /// Whether a noun phrase of this kind is what the verb reports: "denied a claim", and not "denied entry".
    pub fn reports(self, sort: char) -> bool {
        self.field(3).contains(sort)
    }

    /// Whether only some kinds of noun phrases are what the verb reports.
    pub fn reports_some(self) -> bool {
        !self.field(3).is_empty()
    }

    /// Whether the verb can report in this way.
    pub fn takes(self, frame: Frame) -> bool {
        self.frames().contains(match frame {
            Frame::Quoted => 'q',
            Frame::Bare => 'z',
            Frame::That => 't',
            Frame::Question => 'w',
            Frame::Addressee => 'a',
            Frame::Object => 'o',
            Frame::Marked => 'm',
            Frame::Infinitive => 'i',
            Frame::Order => 'c',
            Frame::Heard => 'h',
            Frame::After => 'e',
        })
    }
}

fn entry(lemma: &str, form: Form) -> Option<Verb> {
    lists::CUES.entry(lemma).map(|entry| Verb { entry, form })
}

/// The reporting verb that a lower-case word may be a form of.
pub(super) fn verb(lower: &str) -> Option<Verb> {
    inflected_form(lower).or_else(|| respelled(lower))
}

fn inflected_form(lower: &str) -> Option<Verb> {
    if let Some(lemma) = lists::CUE_FORMS.get(lower) {
        return entry(lemma, Form::Past);
    }
    if let Some(verb) = entry(lower, Form::Base) {
        return Some(verb);
    }
    if let Some(stem) = lower.strip_suffix("ing") {
        return inflected(stem, Form::Ing);
    }
    if let Some(stem) = lower.strip_suffix("ied") {
        return with_ending(stem, "y", Form::Past);
    }
    if let Some(stem) = lower.strip_suffix("ed") {
        return inflected(stem, Form::Past);
    }
    if let Some(stem) = lower.strip_suffix("ies") {
        return with_ending(stem, "y", Form::Third);
    }
    let stem = lower.strip_suffix('s')?;
    entry(stem, Form::Third).or_else(|| entry(stem.strip_suffix('e')?, Form::Third))
}

/// "criticised": in the spelling of `cues.txt`.
fn respelled(lower: &str) -> Option<Verb> {
    let at = ["ise", "ised", "ises", "ising"].iter().find_map(|ending| lower.strip_suffix(ending))?.len();
    let mut spelled = String::with_capacity(lower.len());
    spelled.push_str(&lower[..at]);
    spelled.push_str("iz");
    spelled.push_str(&lower[at + 2..]);
    inflected_form(&spelled)
}

/// "argu" + "ing", "add" + "ing", "admitt" + "ing".
fn inflected(stem: &str, form: Form) -> Option<Verb> {
    let undoubled = || {
        let mut letters = stem.chars().rev();
        let (last, before) = (letters.next()?, letters.next()?);
        if last == before { entry(&stem[..stem.len() - last.len_utf8()], form) } else { None }
    };
    entry(stem, form).or_else(|| with_ending(stem, "e", form)).or_else(undoubled)
}

fn with_ending(stem: &str, ending: &str, form: Form) -> Option<Verb> {
    let mut lemma = String::with_capacity(stem.len() + ending.len());
    lemma.push_str(stem);
    lemma.push_str(ending);
    entry(&lemma, form)
}

#[cfg(test)]
mod tests {
    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn every_cue_has_frames_and_a_percentage() {
        let lines = || include_str!("cues.txt").lines().filter(|line| !line.starts_with('#'));
        for (lemma, _) in lines().filter_map(|line| line.split_once('\t')) {
            let verb = super::verb(lemma).expect(lemma);
            assert!((1..=100).contains(&verb.percent()), "{lemma}");
            assert!(!verb.takes(super::Frame::Object) || verb.reports_some(), "{lemma}");
            assert!(verb.field(3).chars().all(|sort| "scfgdepok".contains(sort)), "{lemma}");
            assert!(verb.frames().chars().all(|frame| "-qzvtwaomicehln".contains(frame)), "{lemma}");
        }
        assert!(lines().count() > 100);
    }
}
