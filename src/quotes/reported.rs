//! Verbs that lead what they report: Ruiz said that ..., told reporters “...”, denied the accusations.
#![expect(clippy::indexing_slicing, reason = "indices are those of the lists of stretches and of the document")]

use super::clause::{Clauses, VerbPhrase};
use super::cues::{Form, Frame};
use super::words::Class;
use super::{Draft, QuoteRule};
use super::{extent, noun_phrase};
use std::ops::Range;

/// What a verb reports, found behind it.
struct Report {
    tokens: Range<usize>,
    /// The last token of the cue: "called for" is longer than its verb.
    cue_end: usize,
}

/// How far back the subordinate clause begins whose second verb reports, in tokens.
const SUBORDINATE: usize = 30;
/// Verbs that report speech in fewer cases, in percent, take a title beside them for one.
const TITLED: u8 = 60;

impl Clauses<'_, '_> {
    /// Makes a draft of what follows a verb, where the verb and its subject say that it is speech.
    #[inline(never)]
    pub fn take_leading(&mut self, phrase: &VerbPhrase) {
        if self.is_told(phrase) {
            return self.take_told(phrase);
        }
        if phrase.passive || phrase.negated || self.claimed(phrase.at) {
            return;
        }
        let Some(mut report) = self.report(phrase) else { return };
        let Some((mut speaker, rule)) = self.subject(phrase, self.stretch_from(report.tokens.start).is_some()) else {
            return;
        };
        if self.words.class(speaker.start) == Class::Relative {
            match self.inside_relative(&speaker, phrase.verb.form) {
                Some(own) => speaker = own,
                None => {
                    speaker.end = speaker.start + 1;
                    report.tokens.end = self.relative_end(&report.tokens);
                }
            }
        }
        if self.opens_subordinate(speaker.start) {
            report.tokens.end = self.opening_end(report.tokens.start).unwrap_or(report.tokens.end).min(report.tokens.end);
        }
        if report.tokens.is_empty() || self.claimed(report.tokens.start) {
            return;
        }
        self.push(Draft {
            parts: vec![report.tokens],
            speaker: Some(speaker),
            cue: Some(phrase.start..report.cue_end),
            rule,
            percent: phrase.verb.percent(),
        });
    }

    /// The subject that a relative clause has besides its pronoun: "which officials said", and not "who wrote a book saying".
    fn inside_relative(&self, phrase: &Range<usize>, form: Form) -> Option<Range<usize>> {
        let words = self.words;
        let own = phrase.start + 1..phrase.end;
        let last = own.clone().last()?;
        let named = matches!(words.class(last), Class::Name | Class::Other | Class::Pronoun);
        // "which mirrors a claim": a verb, where one of several is said to do it.
        let acts = own.clone().any(|at| words.may_be_finite(at))
            || form == Form::Base && own.len() == 1 && !words.document.word(last).ends_with('s');
        (named && !acts).then_some(own)
    }

    /// "Ruiz, who said the bridge was safe, resigned": a relative clause ends where the main clause goes on.
    fn relative_end(&self, report: &Range<usize>) -> usize {
        let words = self.words;
        let goes_on = |at: usize| words.may_be_finite(at) || words.verb(at).is_some_and(|verb| verb.form == Form::Past);
        let ends = |&at: &usize| words.class(at) == Class::Comma && self.stretch(at).is_none() && goes_on(at + 1);
        report.clone().find(ends).unwrap_or(report.end)
    }

    /// Whose verb it is.
    fn subject(&self, phrase: &VerbPhrase, quoted: bool) -> Option<(Range<usize>, QuoteRule)> {
        let words = self.words;
        let unit = &self.unit.tokens;
        let own = |end: usize| {
            let floor = self.floor(end);
            // "with the teachers saying"
            let opens = |at: usize| at == unit.start || matches!(words.class(at - 1), Class::Comma | Class::Mark);
            let with = (floor..end).rev().take(SUBORDINATE).find(|&at| words.is(at, "with") && opens(at));
            let floor = with.filter(|_| phrase.verb.form == Form::Ing).map_or(floor, |with| with + 1);
            let subject = noun_phrase::before(words, floor, end);
            subject.or_else(|| self.before_relative(end)).map(|s| (s, QuoteRule::SubjectCueSpeech))
        };
        let shared = || {
            // "Asked by a reporter who would sing, she laughed and said": not whoever asked.
            let spoke = |draft: &Draft| {
                draft.speaker.clone().filter(|s| draft.rule != QuoteRule::PassiveCue && s.end <= phrase.start)
            };
            let earlier = self.drafts.iter().rev().take(32).find_map(spoke);
            earlier
                .or_else(|| self.subject_of_subordinate(phrase.start))
                .or_else(|| noun_phrase::first(words, unit.clone()).filter(|s| s.end <= phrase.start))
                .map(|s| (s, QuoteRule::SharedSubject))
        };
        if phrase.infinitive {
            let carrier = phrase.start.checked_sub(1).filter(|&at| at >= unit.start)?;
            let carries = quoted || words.is_any(carrier, &["on", "continuing"]);
            return if carries { shared() } else { None };
        }
        if phrase.start == unit.start {
            return None;
        }
        let before = phrase.start - 1;
        let aux =
            (phrase.start..phrase.at).any(|at| words.class(at) == Class::Auxiliary || words.class(at) == Class::Clitic);
        match phrase.verb.form {
            Form::Ing if !aux => match self.phase_start(before) {
                Some(start) if start > unit.start && !self.joins(start - 1) => own(start),
                Some(_) => shared(),
                None => self.participle(before, || own(phrase.start), shared),
            },
            _ if words.class(before) == Class::Conjunction => shared(),
            _ => own(phrase.start),
        }
    }

    /// "Ruiz has never stopped saying", "they came out saying": where the verb begins that ends at a token and that a participle
    /// follows, with its auxiliaries and adverbs.
    fn phase_start(&self, last: usize) -> Option<usize> {
        let words = self.words;
        let particle = words.is_any(last, &["up", "out", "on", "off", "by", "forward"]);
        let verb = if particle { last.checked_sub(1)? } else { last };
        let floor = self.unit.tokens.start;
        if verb < floor || !crate::lists::PHASE_VERBS.contains(words.document.word(verb)) {
            return None;
        }
        let joined = |at: &usize| matches!(words.class(*at), Class::Auxiliary | Class::Negation | Class::Adverb);
        Some((floor..verb).rev().take_while(joined).last().unwrap_or(verb))
    }

    /// Whether a participle after a token has the subject of the clause: "..., adding", "by saying", "to keep saying".
    fn joins(&self, at: usize) -> bool {
        let class = self.words.class(at);
        matches!(class, Class::Comma | Class::Conjunction | Class::Preposition | Class::Subordinator | Class::Mark)
    }

    /// "Shares fell after the company cut its outlook and said": whose clause it is, where a subordinate one goes on.
    fn subject_of_subordinate(&self, verb: usize) -> Option<Range<usize>> {
        let words = self.words;
        let clause = (self.unit.tokens.start..verb).rev().take(SUBORDINATE).take_while(|&at| {
            words.class(at) != Class::Comma && words.class(at) != Class::Stop && self.stretch(at).is_none()
        });
        // "as the most qualified candidate", "as of Monday": more than a conjunction.
        let begins = |&at: &usize| {
            words.is_any(at, &["after", "because", "before", "until", "when", "while"])
                || words.is(at, "as") && words.class(at + 1) == Class::Name
        };
        let start = clause.into_iter().find(begins)? + 1;
        // "he" is as likely whom the main clause is about.
        let phrase = noun_phrase::after(words, start, verb).filter(|_| words.class(start) != Class::Pronoun)?;
        let finite = (phrase.start + 1..phrase.end + 1).find(|&at| words.may_be_finite(at) || words.verb(at).is_some())?;
        Some(phrase.start..finite)
    }

    /// "Ruiz, who said the bridge was safe, said ...": who stands before a relative clause with a report of its own.
    fn before_relative(&self, end: usize) -> Option<Range<usize>> {
        let words = self.words;
        let inner = self.drafts.iter().rev().take(8).find(|draft| draft.parts.last().is_some_and(|p| p.end + 1 == end))?;
        let relative = inner.speaker.as_ref().filter(|s| s.len() == 1 && words.class(s.start) == Class::Relative)?.start;
        let comma = relative.checked_sub(1).filter(|&at| at > self.unit.tokens.start && words.class(at) == Class::Comma)?;
        noun_phrase::before(words, self.unit.tokens.start, comma)
    }

    /// Whose a participle is: "..., adding", "by saying", "officials saying", "a statement saying".
    fn participle<S>(&self, before: usize, own: impl Fn() -> S, shared: impl Fn() -> S) -> S
    where
        S: Default,
    {
        let words = self.words;
        // ", at one point calling"
        let circumstance = (before.saturating_sub(4).max(self.unit.tokens.start)..before).any(|at| {
            words.class(at) == Class::Comma && words.class(at + 1) == Class::Preposition && !words.is(at + 1, "with")
        });
        match words.class(before) {
            _ if self.joins(before) => shared(),
            Class::Name | Class::Number => own(),
            Class::Other if circumstance => shared(),
            Class::Other if crate::lists::OCCASIONS.contains(words.document.word(before)) => shared(),
            Class::Other => own(),
            _ => S::default(),
        }
    }

    /// The first token that a subject before `end` may hold: nothing quoted, nothing already reported.
    fn floor(&self, end: usize) -> usize {
        let quoted = self.quoted_end_before(end);
        let drafted =
            self.drafts.iter().rev().take(8).flat_map(|d| d.parts.last()).map(|p| p.end).filter(|&e| e <= end).max();
        self.unit.tokens.start.max(quoted.unwrap_or(0)).max(drafted.unwrap_or(0))
    }

    #[inline(never)]
    fn report(&self, phrase: &VerbPhrase) -> Option<Report> {
        let (words, unit, verb) = (self.words, &self.unit.tokens, phrase.verb);
        let mut cue_end = phrase.at + 1;
        if words.is_any(cue_end, &["out", "back"]) {
            cue_end += 1;
        }
        // "called off"
        if words.is(cue_end, "off") {
            return None;
        }
        let mut at = cue_end;
        // "said, according to ...", "said Tuesday, in a statement, that": when and where may stand between.
        let that = self.find_that(at);
        if verb.takes(Frame::That)
            && let Some(that) = that
        {
            return Some(Report { tokens: that..self.clause_end(that), cue_end });
        }
        if let Some(stretch) = self.find_quoted(at, verb.takes(Frame::Addressee)) {
            let start = self.quoted[stretch].tokens.start;
            let near = start <= at + 1 && !words.is(at, "to");
            // She read “War and Peace” on the train.
            if verb.percent() < TITLED && start == at && extent::is_title(words, self.quoted[stretch].inside()) {
                return None;
            }
            if verb.takes(Frame::Quoted) || near {
                return Some(Report { tokens: start..self.quoted_end(stretch), cue_end });
            }
        }
        if verb.takes(Frame::Order) && !words.is(at, "to") {
            let whom = if words.is_any(at, &["on", "upon"]) { at + 1 } else { at };
            let order = noun_phrase::after(words, whom, unit.end).filter(|o| self.begins_infinitive(o.end));
            if let Some(order) = order {
                return Some(Report { tokens: order.start..self.clause_end(order.start), cue_end });
            }
        }
        if verb.takes(Frame::Addressee)
            && let Some(addressee) = noun_phrase::after(words, at, unit.end)
        {
            // "The firm had, Ruiz told the jury, no staff": an attribution amid what it reports.
            let amid = self.stops.partition_point(|&stop| stop < phrase.start);
            if words.class(addressee.end) == Class::Comma
                && amid.checked_sub(1).is_some_and(|amid| phrase.start - self.stops[amid] < 8)
            {
                return None;
            }
            if self.begins_clause(addressee.end) {
                at = addressee.end;
            } else if verb.takes(Frame::Bare) && self.says_nothing(at, addressee.end) {
                return None;
            }
        }
        at = self.past_circumstance(at);
        if at >= unit.end || self.stops.binary_search(&at).is_ok() {
            return None;
        }
        if verb.takes(Frame::Question) && words.is_question_word(at) {
            return Some(Report { tokens: at..self.clause_end(at), cue_end });
        }
        if verb.takes(Frame::Infinitive) && self.begins_infinitive(at) {
            return Some(Report { tokens: at..self.clause_end(at), cue_end });
        }
        if matches!(words.class(at), Class::Preposition | Class::Subordinator)
            && verb.takes_preposition(words.document.word(at))
        {
            let object = at + 1;
            return self.begins_phrase(object).then(|| Report { tokens: object..self.object_end(object), cue_end: object });
        }
        if verb.takes(Frame::Bare)
            && self.begins_clause(at)
            && (phrase.verb.form != Form::Ing
                || words.class(at) != Class::Name
                || self.states(at)
                || self.is_quoted_soon(at))
        {
            let end = self.clause_end(at);
            // "She said she would."
            let short = words.class(at) == Class::Pronoun && words.class(at + 1) == Class::Auxiliary;
            let stated =
                !verb.needs_clause() || (at..end).any(|at| words.may_be_finite(at) || words.class(at) == Class::Clitic);
            return (stated && (short || words.count(at..end) >= 3)).then_some(Report { tokens: at..end, cue_end });
        }
        // "a rule which critics said would fail": what is said lacks its subject.
        if verb.takes(Frame::Bare) && words.may_be_finite(at) && words.verb(at).is_none() && self.is_in_relative(phrase) {
            let clause = at..self.clause_end(at);
            let end = self.relative_end(&clause);
            return (words.count(at..end) >= 3).then_some(Report { tokens: at..end, cue_end });
        }
        // "quoting her mother", "citing a report": whom or what somebody leans on.
        let leans = phrase.verb.form == Form::Ing && words.is_any(phrase.at, &["quoting", "citing"]);
        if verb.takes(Frame::Marked) && self.begins_phrase(at) {
            let tokens = at..self.object_end(at);
            let marked = tokens.clone().any(|at| self.stretch_from(at).is_some());
            return marked.then_some(Report { tokens, cue_end });
        }
        // "called that a lie"
        let that = words.is(at, "that") && !verb.takes(Frame::That);
        if verb.takes(Frame::Object) && (that || self.begins_phrase(at)) && !leans {
            let end = self.object_end(at);
            // "rejected that: the council had asked": what came before.
            if that && end == at + 1 {
                return None;
            }
            // "asked Ruiz": whom, not what.
            let whom =
                verb.takes(Frame::Addressee) && (at..end).all(|t| matches!(words.class(t), Class::Name | Class::Pronoun));
            return (!whom).then_some(Report { tokens: at..end, cue_end });
        }
        None
    }

    /// "to leave", and not "to Ruiz", "to the mayor".
    fn begins_infinitive(&self, at: usize) -> bool {
        let noun = match self.words.class(at + 1) {
            Class::Name => !self.is_headline(),
            Class::Determiner | Class::Pronoun | Class::Number => true,
            _ => false,
        };
        self.words.is(at, "to") && !noun
    }

    /// "saying Ruiz “keeps us safe”": whether words in marks follow a name at once.
    fn is_quoted_soon(&self, at: usize) -> bool {
        let next = (at..at + 6).find(|&at| self.words.class(at) != Class::Name).unwrap_or(at);
        self.stretch_from(next).is_some()
    }

    /// Whether a verb and its subject stand right after a relative pronoun: "which critics said".
    fn is_in_relative(&self, phrase: &VerbPhrase) -> bool {
        let words = self.words;
        let subject = noun_phrase::before(words, self.floor(phrase.start), phrase.start);
        let relative = |at: usize| words.class(at) == Class::Relative || words.is_any(at, &["that", "what", "who", "which"]);
        subject.is_some_and(|subject| {
            relative(subject.start) || subject.start > self.unit.tokens.start && relative(subject.start - 1)
        })
    }

    /// "that" after a verb: at once, or past an addressee and a few words of when and where.
    pub fn find_that(&self, from: usize) -> Option<usize> {
        let words = self.words;
        // Nouns may stand after a preposition, or as the addressee; elsewhere they begin a clause of their own.
        let mut nouns = words.verb(from.saturating_sub(1)).is_some_and(|verb| verb.takes(Frame::Addressee));
        // "vowed to repeal a law that": an infinitive, and not to whom it was said.
        if words.is(from, "to") && words.verb(from.saturating_sub(1)).is_some_and(|verb| verb.takes(Frame::Infinitive)) {
            return None;
        }
        let mut at = from;
        while at < self.unit.tokens.end && at < from + 24 {
            if let Some(stretch) = self.stretch(at) {
                // “State of the Union”: a title among the circumstances.
                if !nouns || words.count(self.quoted[stretch].inside()) > 6 {
                    return None;
                }
                at = self.quoted[stretch].tokens.end;
                continue;
            }
            match words.class(at) {
                Class::Subordinator if words.is(at, "that") => return self.begins_that_clause(at, from).then_some(at),
                Class::Preposition => nouns = true,
                // "said on CNN, where he works, that", "said — on Twitter, as it happens — that"
                Class::Comma | Class::Stop if let Some(close) = self.aside_end(at) => at = close,
                Class::Time | Class::Adverb | Class::Comma | Class::Hyphen | Class::Clitic => {}
                _ if words.past_time(at) > at => at = words.past_time(at) - 1,
                Class::Pronoun if nouns && at == from => {}
                Class::Determiner | Class::Name | Class::Number | Class::Other | Class::Bracket if nouns => {}
                Class::Conjunction if nouns && at > from => {}
                _ => return None,
            }
            if words.verb(at).is_some_and(|verb| verb.percent() >= 80 && verb.form != Form::Base) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// The comma or dash that closes an aside which one opens, where "that" follows it.
    fn aside_end(&self, open: usize) -> Option<usize> {
        let words = self.words;
        let dash = words.is_dash(open);
        let clause = matches!(words.class(open + 1), Class::Relative | Class::Subordinator) && !words.is(open + 1, "that");
        if !dash && !clause {
            return None;
        }
        let mut inside = open + 1..self.unit.tokens.end.min(open + noun_phrase::LONGEST_ASIDE);
        let close = inside.find(|&at| if dash { words.is_dash(at) } else { words.class(at) == Class::Comma })?;
        (words.is(close + 1, "that") && (open..close).all(|at| self.stretch(at).is_none())).then_some(close)
    }

    /// Tells "said that the film ended" from "said in a film that ended", from "said that evening" and from "replied to that".
    fn begins_that_clause(&self, that: usize, from: usize) -> bool {
        let words = self.words;
        let verb = words.may_be_finite(that + 1);
        words.class(that + 1) != Class::Time
            && words.class(that - 1) != Class::Preposition
            && (that == from || !verb || words.class(that - 1) == Class::Comma)
    }

    /// Quoted words that a verb introduces: at once, after a comma or colon, or past an addressee and circumstances.
    fn find_quoted(&self, from: usize, addressee: bool) -> Option<usize> {
        let words = self.words;
        if let Some(stretch) = self.stretch_from(from) {
            return Some(stretch);
        }
        let (mut at, mut plain) = (from, !addressee);
        while at < self.unit.tokens.end && at < from + 30 {
            if let Some(stretch) = self.stretch_from(at) {
                let introduced = at > from && (words.class(at - 1) == Class::Comma || words.is(at - 1, ":"));
                if introduced || addressee && self.stretch_from(at).is_some() && !plain {
                    return Some(stretch);
                }
                return None;
            }
            match words.class(at) {
                Class::Subordinator | Class::Relative if at == from => return None,
                Class::Auxiliary | Class::Negation => return None,
                Class::Stop if words.is(at, ":") => return self.stretch_from(at + 1),
                Class::Stop => return None,
                Class::Preposition => plain = true,
                _ => {}
            }
            if words.verb(at).is_some_and(|verb| verb.percent() >= 70 && verb.form == Form::Past) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Where speech ends that begins with quoted words: with them, or with the clause they stand in.
    fn quoted_end(&self, stretch: usize) -> usize {
        let words = self.words;
        let quoted = &self.quoted[stretch];
        let end = quoted.tokens.end;
        let ended = quoted.inside().last().is_some_and(|last| words.is_terminal(last) || words.class(last) == Class::Comma);
        let next = words.class(end);
        if end >= self.unit.tokens.end
            || ended && words.count(quoted.inside()) > 3
            || matches!(next, Class::Stop | Class::Subordinator)
        {
            return end;
        }
        match next {
            Class::Comma if !words.is_any(end + 1, &["and", "or"]) || self.stretch(end + 2).is_none() => end,
            Class::Conjunction if self.stretch(end + 1).is_none() => end,
            _ => self.clause_end(end).max(end),
        }
    }

    pub fn begins_clause(&self, at: usize) -> bool {
        at < self.unit.tokens.end
            && match self.words.class(at) {
                _ if self.begins_noun(at) => true,
                Class::Negation => self.words.is(at, "neither") || self.words.class(at + 1) == Class::Determiner,
                Class::Determiner | Class::Pronoun | Class::Name | Class::Number | Class::Other => true,
                Class::Adverb => self.words.is_any(at, &["there", "even", "only", "just", "once", "now", "today", "all"]),
                Class::Subordinator => {
                    self.words.is_any(at, &["if", "when", "while", "what", "because", "how", "whether", "that"])
                }
                Class::Mark => self.stretch_from(at).is_some(),
                _ => false,
            }
    }

    /// Whether a verb stands near the beginning of a clause: "saying Cruz was late", not "adding Ruiz to the list".
    pub fn states(&self, at: usize) -> bool {
        (at + 1..self.clause_end(at).min(at + 12)).any(|at| self.words.may_be_finite(at))
    }

    fn begins_phrase(&self, at: usize) -> bool {
        at < self.unit.tokens.end
            && (matches!(
                self.words.class(at),
                Class::Determiner | Class::Pronoun | Class::Name | Class::Number | Class::Other
            ) || self.stretch_from(at).is_some()
                || self.begins_noun(at)
                || self.words.is_any(at, &["what", "how", "whether"]))
    }
}
