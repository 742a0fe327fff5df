//! Noun phrases: the words a speaker is named by, beside a reporting verb.
//!
//! A phrase is a base phrase ([`super::phrases`]) with what belongs to it: phrases after prepositions, what "and" joins to it, a title, an
//! apposition between commas, an aside in brackets or between dashes, a relative clause. No other finite verb is part of a speaker, and
//! no relative clause with a report of its own. Where nothing but a time or a phrase after a preposition stands before a verb, there is no phrase.

use super::cues::Form;
use super::phrases::Kind;
use super::verb_phrase::SURE;
use super::words::{Class, Words};
use crate::lists;
use crate::syntax::Tag;
use std::ops::Range;

/// The longest phrase, in tokens: a bound on the work, beyond any real one.
const LONGEST: usize = 60;
/// The longest aside, in tokens.
pub(super) const LONGEST_ASIDE: usize = 24;

/// The noun phrase that is the subject of a verb at `end`, at or after `floor`.
pub(super) fn before(words: &Words, floor: usize, end: usize) -> Option<Range<usize>> {
    let floor = floor.max(end.saturating_sub(LONGEST));
    let mut last = past_circumstance_before(words, floor, end);
    // The mark that closes “Sea Witch,” is a comma too.
    while last > floor + 1 && words.class(last - 1) == Class::Comma && words.class(last - 2) == Class::Comma {
        last -= 1;
    }
    let at = last.checked_sub(1).filter(|&at| at >= floor)?;
    match words.class(at) {
        Class::Relative => Some(at..last),
        // "a sign that read"
        _ if words.is_relative(at) && words.is_any(last, &["read", "reads", "said", "says"]) => Some(at..last),
        Class::Comma => set_off(words, floor, at),
        Class::Bracket => {
            let open = (floor..at).rev().take(LONGEST_ASIDE).find(|&at| words.opens_bracket(at))?;
            let core = chain(words, floor, open)?;
            Some(core.start..if core.end == open { last } else { core.end })
        }
        Class::Stop if words.is_dash(at) => {
            let open = (floor..at).rev().take(LONGEST_ASIDE).find(|&at| words.is_dash(at))?;
            let core = chain(words, floor, open)?;
            Some(core.start..at)
        }
        _ => {
            let phrase = chain(words, floor, last)?;
            Some(named_before(words, floor, &phrase).unwrap_or(phrase.start)..phrase.end)
        }
    }
}

/// "Ana Ruiz, head of the union said": where the name begins that a role without an article belongs to, whose second comma is missing.
fn named_before(words: &Words, floor: usize, role: &Range<usize>) -> Option<usize> {
    let comma = role.start.checked_sub(1).filter(|&at| at > floor && words.class(at) == Class::Comma)?;
    let name = noun_before(words, floor, comma)?;
    let bare = lists::ROLES.contains(&words.document.lower[role.start]) && !words.is_capital(role.start);
    (bare && name.start == floor && name.clone().all(|at| words.is_capital(at))).then_some(name.start)
}

/// Where what stands between a subject and its verb begins: adverbs, and when it was: "Ruiz on Monday also said".
fn past_circumstance_before(words: &Words, floor: usize, end: usize) -> usize {
    let mut last = end;
    while last > floor {
        let at = last - 1;
        let adverb = words.phrases.holding(at).is_none()
            && matches!(words.class(at), Class::Adverb | Class::Negation)
            && !words.is(at, "there");
        last = if adverb {
            at
        } else if let Some(time) = words.phrases.before(last, Kind::Time) {
            let preposition = time.start.checked_sub(1).filter(|&p| p >= floor && words.class(p) == Class::Preposition);
            preposition.unwrap_or(time.start)
        } else {
            break;
        };
    }
    last
}

/// A phrase without commas around it, ending right before `end`.
fn chain(words: &Words, floor: usize, end: usize) -> Option<Range<usize>> {
    // "the results published this week"
    let timed = || postmodifier(words, floor, end).filter(|_| words.phrases.before(end, Kind::Time).is_some());
    let noun = noun_before(words, floor, end).or_else(timed).or_else(|| before_relative(words, floor, end))?;
    let (mut start, mut joint) = (noun.start, false);
    while start > floor {
        let at = start - 1;
        match words.class(at) {
            Class::Preposition if words.tag(at) != Tag::To => {
                if let Some(noun) = noun_before(words, floor, at)
                    .or_else(|| postmodifier(words, floor, at))
                    .or_else(|| before_relative(words, floor, at))
                {
                    start = noun.start;
                } else {
                    return fronted(words, start..end);
                }
            }
            Class::Conjunction if words.is_any(at, &["and", "or", "&"]) => match joined(words, floor, at) {
                Some(first) => (start, joint) = (first, true),
                None => break,
            },
            // "the Party (KMT) caucus"
            Class::Bracket if words.closes_bracket(at) => {
                let open = (floor..at).rev().take(LONGEST_ASIDE).find(|&at| words.opens_bracket(at));
                match open.and_then(|open| noun_before(words, floor, open)) {
                    Some(noun) => start = noun.start,
                    None => break,
                }
            }
            // "Ruiz herself"
            _ if words.is_reflexive(start) && noun_before(words, floor, start).is_some() => {
                start = noun_before(words, floor, start).map_or(start, |noun| noun.start);
            }
            // "politicians and even some voters"
            Class::Adverb if at > floor && words.class(at - 1) == Class::Conjunction => match joined(words, floor, at - 1) {
                Some(first) => (start, joint) = (first, true),
                None => break,
            },
            // "Ruiz, Haddad and Lind"
            Class::Comma if joint => match noun_before(words, floor, at).filter(|noun| is_listed(words, floor, noun)) {
                Some(noun) => start = noun.start,
                None => break,
            },
            _ => match postmodifier(words, floor, start) {
                Some(noun) => start = noun.start,
                None => match before_relative(words, floor, start) {
                    Some(noun) => start = noun.start,
                    None => break,
                },
            },
        }
    }
    // "Retired surgeon Ana Ruiz"
    if start > floor
        && words.tag(start - 1) == Tag::PastParticiple
        && words.verb(start - 1).is_none()
        && (start - 1 == floor || words.class(start - 2) == Class::Comma)
    {
        start -= 1;
    }
    Some(start..end)
}

/// "of", "at": also "as", "before" and the like where no clause follows.
fn is_preposition(words: &Words, at: usize) -> bool {
    words.class(at) == Class::Preposition && words.tag(at) != Tag::To || words.tag(at) == Tag::Preposition
}

/// The base noun phrase that ends right before a token, brackets after it passed over.
fn noun_before(words: &Words, floor: usize, end: usize) -> Option<Range<usize>> {
    let mut last = end;
    if words.class(last.checked_sub(1)?) == Class::Bracket {
        let open = (floor..last - 1).rev().take(LONGEST_ASIDE).find(|&at| words.opens_bracket(at))?;
        last = open;
    }
    words.phrases.before(last, Kind::Noun).filter(|noun| noun.start >= floor)
}

/// "a group representing", "the results just published", "the man to mount", "a source familiar": the noun before what tells more of it
/// and ends right before a token.
fn postmodifier(words: &Words, floor: usize, end: usize) -> Option<Range<usize>> {
    let mut last = end;
    if let Some(time) = words.phrases.before(last, Kind::Time) {
        // "released on Tuesday"
        last = time.start - usize::from(time.start > floor && words.class(time.start - 1) == Class::Preposition);
    }
    // "a survey carried out"
    if last > floor + 1 && words.tag(last - 1) == Tag::Particle {
        last -= 1;
    }
    let before = last.checked_sub(1).filter(|&at| at > floor)?;
    // "a person close to the family"
    let close = words.is(before, "close") && words.is(before + 1, "to");
    if (words.tag(before) == Tag::Adjective || close) && words.phrases.holding(before).is_none() {
        return noun_before(words, floor, before);
    }
    let verb = words.phrases.before(last, Kind::Verb).filter(|verb| verb.start > floor)?;
    let participle = verb.len() == 1 && matches!(words.tag(verb.start), Tag::Gerund | Tag::PastParticiple);
    let adverb = words.class(verb.start - 1) == Class::Adverb && words.phrases.holding(verb.start - 1).is_none();
    let noun = noun_before(words, floor, verb.start - usize::from(adverb))?;
    (participle || words.tag(verb.start) == Tag::To).then_some(noun)
}

/// "the man who runs", "the man who asked not to be named": the noun before a relative clause whose verb ends right before a token.
fn before_relative(words: &Words, floor: usize, end: usize) -> Option<Range<usize>> {
    let verbal = |at: &usize| {
        let outside = words.phrases.holding(*at).is_none() && matches!(words.class(*at), Class::Adverb | Class::Negation);
        outside || matches!(words.phrases.holding(*at), Some((_, Kind::Verb)))
    };
    // "who asked not to be named"
    let first = (floor..end).rev().take_while(verbal).last()?;
    let relative = first.checked_sub(1).filter(|&at| at > floor)?;
    noun_before(words, floor, relative).filter(|_| words.is_relative(relative) || words.is_contact_clause(relative))
}

/// "In Kyiv officials said": a phrase after a preposition that nothing stands before is no subject, but what follows a place in it may be.
fn fronted(words: &Words, phrase: Range<usize>) -> Option<Range<usize>> {
    let name = words.phrases.holding(phrase.start)?.0;
    let split = name.clone().rev().take_while(|&at| !words.is_capital(at)).last()?;
    let plural = matches!(words.tag(name.end - 1), Tag::NounPlural);
    (split > name.start && plural && words.is_capital(split - 1)).then_some(split..phrase.end)
}

/// What stands before "and", where it and what follows are one subject: not "he thanked Lind and Ruiz said".
fn joined(words: &Words, floor: usize, conjunction: usize) -> Option<usize> {
    let first = chain(words, floor, conjunction)?;
    let before = first.start.checked_sub(1).filter(|&at| at >= floor);
    let object = before.is_some_and(|at| words.phrases.holding(at).is_some());
    (first.end == conjunction && !object).then_some(first.start)
}

/// Whether a noun phrase before a comma stands in a list, and does not end a clause: "Ruiz, Haddad and Lind".
fn is_listed(words: &Words, floor: usize, noun: &Range<usize>) -> bool {
    let Some(before) = noun.start.checked_sub(1).filter(|&at| at >= floor) else { return true };
    match words.class(before) {
        Class::Comma | Class::Mark | Class::Conjunction | Class::Subordinator => true,
        Class::Preposition => noun_before(words, floor, before).is_some(),
        _ => is_clause_edge(words, before),
    }
}

/// "Ana Ruiz, the mayor," : the phrase before the commas, with what they set off.
fn set_off(words: &Words, floor: usize, closing: usize) -> Option<Range<usize>> {
    let clause = words.outside_brackets(floor..closing).find(|&at| is_clause_edge(words, at)).map_or(floor, |at| at + 1);
    let host = host(words, clause, closing, 0)?;
    // No part of the speaker: "too", an age alone, what somebody did meanwhile, a clause in which somebody says something else.
    let ends = |&at: &usize| {
        let next = at + 1;
        words.class(at) == Class::Comma
            && (words.class(next) == Class::Adverb && (next + 1 == closing || words.class(next + 1) == Class::Comma)
                || words.tag(next) == Tag::Gerund
                || words.class(next) == Class::Number && next + 1 == closing
                || words.class(next) == Class::Preposition
                    && !words.is_any(next, &["of", "from", "like", "including", "at", "with"])
                || words.is_relative(next) && reports(words, next..closing))
    };
    Some(host.start..(host.end..closing).find(ends).unwrap_or(closing))
}

/// How many asides may follow each other: "Ana Ruiz, 63, of Cromer, who chairs the board,".
const ASIDES: usize = 5;

/// The phrase that the asides before a comma belong to, or that stands before it alone.
fn host(words: &Words, clause: usize, closing: usize, asides: usize) -> Option<Range<usize>> {
    let comma = words.outside_brackets(clause..closing).find(|&at| words.class(at) == Class::Comma);
    let start = comma.map_or(clause, |comma| comma + 1);
    let own = skip_leading(words, start, closing);
    // "A group that runs a school and helps refugees, said"
    let relative = || {
        let noun = past_postmodifiers(words, after(words, own, closing)?.end, closing);
        words.is_relative(noun).then_some(own..closing)
    };
    let phrase = chain(words, own, closing).filter(|phrase| phrase.start == own).or_else(relative);
    if let Some(comma) = comma
        && asides < ASIDES
        && (words.class(start) != Class::Subordinator || words.tag(start) == Tag::RelativeAdverb)
        && (phrase.is_some() || is_aside(words, start, closing))
        && let Some(host) = host(words, clause, comma, asides + 1)
    {
        return Some(host);
    }
    phrase.filter(|phrase| asides == 0 || phrase.end == closing).or_else(|| {
        // "The vote was over and Ruiz, the mayor,": a clause of its own in the stretch.
        let later = chain(words, start, closing)?;
        let before = later.start.checked_sub(1).filter(|&at| at >= start)?;
        let opens = matches!(words.class(before), Class::Conjunction | Class::Subordinator | Class::Adverb | Class::Comma);
        (opens && later.end == closing).then_some(later)
    })
}

/// Whether what stands between two commas tells more of the phrase before them: "who owns it", "of Cromer", "63", "led by Lind".
fn is_aside(words: &Words, start: usize, end: usize) -> bool {
    let whole_number = (start..end).all(|at| words.class(at) == Class::Number || words.class(at) == Class::Time);
    let says =
        |at: usize| words.verb(at).is_some_and(|v| v.form != Form::Ing && v.form != Form::Base && v.percent() >= SURE);
    // "Ruiz said", "said Ruiz"
    let attribution = end > start + 1
        && !words.is_relative(start)
        && (says(end - 1) || says(start) && matches!(words.tag(start), Tag::Past | Tag::Third));
    !attribution
        && start < end
        && (whole_number
            || words.is_relative(start)
            || words.tag(start) == Tag::RelativeAdverb
            || is_preposition(words, start)
            || matches!(words.tag(start), Tag::Gerund | Tag::PastParticiple | Tag::Past)
            || words.phrases.from(start, Kind::Noun).is_some() && !words.has_finite(start..end)
            || words.class(start) == Class::Adverb && !words.has_finite(start..end)
            || words.is(start, "both"))
}

/// Past "But", "And", "Still": words that begin a clause and belong to no phrase in it.
fn skip_leading(words: &Words, start: usize, end: usize) -> usize {
    (start..end)
        .find(|&at| {
            words.phrases.holding(at).is_some()
                || !matches!(words.class(at), Class::Conjunction | Class::Adverb | Class::Subordinator | Class::Mark)
        })
        .unwrap_or(end)
}

/// Punctuation that no noun phrase crosses.
fn is_clause_edge(words: &Words, at: usize) -> bool {
    match words.class(at) {
        Class::Mark => words.phrases.holding(at).is_none(),
        Class::Stop => !matches!(words.document.word(at), "." | "’" | "'") && words.phrases.holding(at).is_none(),
        _ => false,
    }
}

/// Prepositions that bring what belongs to a noun before them.
const OF_NOUNS: [&str; 6] = ["of", "for", "at", "from", "with", "on"];

/// The noun phrase that begins at `start`, before `limit`.
pub(super) fn after(words: &Words, start: usize, limit: usize) -> Option<Range<usize>> {
    let limit = limit.min(start + LONGEST);
    let first = words.phrases.from(start, Kind::Noun).filter(|noun| noun.end <= limit)?;
    if words.tag(start) == Tag::Pronoun && first.len() == 1 && !words.is_any(start, &["those", "some", "many", "most"]) {
        return Some(first);
    }
    let mut end = first.end;
    while end < limit {
        let next = match words.class(end) {
            Class::Preposition if words.is_any(end, &OF_NOUNS) || words.is(end, "to") && words.tag(end) != Tag::To => {
                // "told Ruiz to", but "the Ambassador to Qatar"
                let to_a_role = words.is_any(end, &["to", "on"])
                    && words.is_capital(first.end - 1)
                    && !lists::ROLES.contains(&words.document.lower[first.end - 1]);
                words.phrases.from(end + 1, Kind::Noun).filter(|_| !to_a_role)
            }
            Class::Conjunction if words.is_any(end, &["and", "or", "&"]) => words
                .phrases
                .from(end + 1, Kind::Noun)
                .filter(|noun| !is_verb_after(words, noun.end) && words.tag(end + 1) != Tag::Pronoun),
            Class::Bracket if words.opens_bracket(end) => (end + 1..limit.min(end + LONGEST_ASIDE))
                .find(|&at| words.closes_bracket(at))
                // "Executive Officer (CEO) Ana Ruiz"
                .map(|close| match words.phrases.from(close + 1, Kind::Noun) {
                    Some(name) if words.is_capital(first.end - 1) && words.is_capital(close + 1) => end..name.end,
                    _ => end..close + 1,
                }),
            _ => None,
        };
        match next {
            Some(next) if next.end <= limit => end = next.end,
            _ => break,
        }
    }
    Some(start..end)
}

/// Past what commas tell more of a phrase before them, at the end of its clause: "said Ana Ruiz of Cromer, the mayor, who". Not past an age
/// and what follows it, nor into a clause that goes on: "said Ruiz, the bridge will open".
pub(super) fn past_appositions(words: &Words, phrase_end: usize, limit: usize) -> usize {
    let (mut end, limit) = (phrase_end, limit.min(phrase_end + LONGEST));
    while end < limit && words.class(end) == Class::Comma {
        let start = end + 1;
        let noun = match words.class(start) {
            Class::Preposition if words.is_any(start, &["of", "from"]) => after(words, start + 1, limit),
            Class::Pronoun | Class::Number => None,
            _ if words.phrases.from(start, Kind::Time).is_some() => None,
            _ => after(words, start, limit),
        };
        let Some(noun) = noun else { break };
        let modified = past_postmodifiers(words, noun.end, limit);
        // "and a farmer herself"
        let past = modified + usize::from(modified < limit && words.is_reflexive(modified));
        let ends = past >= limit || words.is_relative(past) || matches!(words.class(past), Class::Comma | Class::Stop);
        if !ends || words.class(past) == Class::Stop && !words.is_terminal(past) && !words.is_dash(past) {
            break;
        }
        // "according to Lund, the mayor, the council and the unions were wrong": a list, and its clause.
        let listed = words.class(past) == Class::Comma
            && words.phrases.from(past + 1, Kind::Noun).is_some_and(|next| {
                words.class(next.end) == Class::Conjunction
                    && words.phrases.from(next.end + 1, Kind::Noun).is_some_and(|last| is_verb_after(words, last.end))
            });
        if listed {
            break;
        }
        end = past;
        if words.is_relative(past) {
            break;
        }
    }
    past_relative(words, end, limit)
}

/// Past a relative clause that ends with the clause it stands in: "who ran the port in 2008." Not past one that reports.
fn past_relative(words: &Words, phrase_end: usize, limit: usize) -> usize {
    let relative = phrase_end + usize::from(words.class(phrase_end) == Class::Comma);
    if !words.is_relative(relative) || relative >= limit {
        return phrase_end;
    }
    let edge = |&at: &usize| {
        matches!(words.class(at), Class::Comma | Class::Mark)
            || words.is_terminal(at)
            || words.is_dash(at)
            || words.is_any(at, &[";", ":"])
    };
    let end = (relative..limit).find(edge).unwrap_or(limit);
    if words.has_finite(relative..end) && !reports(words, relative..end) { end } else { phrase_end }
}

/// Whether somebody says something in a range.
fn reports(words: &Words, range: Range<usize>) -> bool {
    range.into_iter().any(|at| {
        words.verb(at).is_some_and(|verb| verb.percent() >= SURE) && words.tag(at).is_verb() && words.tag(at) != Tag::Base
    })
}

/// Past what still belongs to a noun behind it: "a professor of law at Lund in Sweden", "a poll released this week by the Post", "a man
/// calling himself Paul".
pub(super) fn past_postmodifiers(words: &Words, noun_end: usize, limit: usize) -> usize {
    let mut end = noun_end;
    while end < limit {
        let participle = words.phrases.from(end, Kind::Verb).is_some_and(|verb| verb.len() == 1)
            && matches!(words.tag(end), Tag::PastParticiple | Tag::Gerund);
        let time = words.phrases.from(end, Kind::Time);
        let preposition = words.class(end) == Class::Preposition && words.tag(end) != Tag::To;
        // "sources familiar with the talks"
        let adjective = words.tag(end) == Tag::Adjective && words.class(end + 1) == Class::Preposition;
        let next = end + if adjective { 2 } else { usize::from(preposition || participle) };
        end = match words.phrases.from(next, Kind::Noun) {
            Some(noun) if next > end && noun.end <= limit => {
                after(words, noun.start, limit).map_or(noun.end, |noun| noun.end)
            }
            _ if participle || adjective => next,
            _ if preposition => match words.phrases.from(next, Kind::Time) {
                Some(time) if time.end <= limit => time.end,
                _ => break,
            },
            _ => match time {
                Some(time) if end > noun_end && time.end <= limit => time.end,
                _ => break,
            },
        };
    }
    end
}

/// Whether a finite verb stands at a token, adverbs before it passed over.
fn is_verb_after(words: &Words, from: usize) -> bool {
    let verb = (from..from + 3).find(|&at| words.class(at) != Class::Adverb).unwrap_or(from);
    words.is_finite(verb)
}

/// The subject of a clause's main verb: what its later verbs without a subject of their own belong to.
pub(super) fn first(words: &Words, clause: Range<usize>) -> Option<Range<usize>> {
    let limit = clause.end.min(clause.start + LONGEST);
    let mut at = clause.start;
    while at < limit {
        at = match words.phrases.holding(at) {
            Some((verb, Kind::Verb)) => {
                let subject = before(words, clause.start, verb.start).filter(|_| words.is_finite(verb.start));
                if let Some(subject) = subject.filter(|subject| is_main(words, clause.start, subject.start)) {
                    return Some(subject);
                }
                verb.end
            }
            Some((phrase, _)) => phrase.end,
            None => at + 1,
        }
        .max(at + 1);
    }
    // No verb: "Ruiz, Tuesday: “...”"
    after(words, skip_leading(words, clause.start, limit), limit)
}

/// Whether a subject is a main clause's: no word before it makes its clause part of another.
fn is_main(words: &Words, floor: usize, subject: usize) -> bool {
    let opener = (floor..subject).rev().find(|&at| words.class(at) != Class::Adverb || words.phrases.holding(at).is_some());
    let subordinate = opener.is_some_and(|at| {
        words.class(at) == Class::Subordinator
            || words.is_relative(at)
            || matches!(words.phrases.holding(at), Some((_, Kind::Verb | Kind::Noun)))
    });
    !subordinate && !words.is_relative(subject)
}

/// "The commander of the corps in the state, Samuel Lund, confirmed": where the name ends that commas set off after a phrase.
pub(super) fn named_after(words: &Words, phrase_end: usize, limit: usize) -> Option<usize> {
    let comma = match words.class(phrase_end) {
        Class::Preposition => after(words, phrase_end + 1, limit)?.end,
        _ => phrase_end,
    };
    let end = (comma + 1..limit).find(|&at| words.class(at) != Class::Name)?;
    (words.class(comma) == Class::Comma && end > comma + 1 && words.class(end) == Class::Comma).then_some(end)
}
