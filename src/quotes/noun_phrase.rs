//! Noun phrases: the words a speaker is named by, beside a reporting verb.
//!
//! There is no parser here. A phrase is what lies between the verb and the nearest word or mark that cannot belong to it;
//! an apposition or relative clause set off by commas belongs to the phrase before it ("Ana Ruiz, the mayor, said").
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::cues::Form;
use super::verb_phrase::SURE;
use super::words::{Class, Words};
use std::ops::Range;

/// The longest phrase, in tokens: a bound on the work, beyond any real one.
const LONGEST: usize = 40;
/// The longest aside, in tokens.
pub(super) const LONGEST_ASIDE: usize = 24;

/// The noun phrase that ends right before the token `end`, at or after `floor`.
pub(super) fn before(words: &Words, floor: usize, end: usize) -> Option<Range<usize>> {
    let floor = floor.max(end.saturating_sub(LONGEST));
    if end <= floor {
        return None;
    }
    let last = end - 1;
    match words.class(last) {
        Class::Comma => set_off(words, floor, last),
        Class::Bracket => {
            let open = (floor..last).rev().take(14).find(|&at| words.is_any(at, &["(", "["]))?;
            let core = before(words, floor, open)?;
            Some(core.start..end)
        }
        Class::Pronoun | Class::Relative => Some(last..end),
        Class::Stop if words.is_dash(last) => {
            let open = (floor..last).rev().take(LONGEST_ASIDE).find(|&at| words.is_dash(at))?;
            let aside =
                matches!(words.class(open + 1), Class::Relative | Class::Determiner | Class::Conjunction | Class::Name);
            if !aside && !words.is_any(open + 1, &["including", "like"]) {
                return None;
            }
            let core = before(words, floor, open)?;
            Some(core.start..last)
        }
        _ => core(words, floor, end).map(|last| listed(words, floor, &last).unwrap_or(last)),
    }
}

/// "Ruiz, Haddad and Lind", "an aide of the Ministry of Roads, Bridges and Ports": what a list has before its last two, where
/// it begins the clause.
fn listed(words: &Words, floor: usize, last: &Range<usize>) -> Option<Range<usize>> {
    let joined = last.clone().any(|at| words.class(at) == Class::Conjunction && words.class(at + 1) == Class::Name);
    if !joined || words.class(last.start) != Class::Name {
        return None;
    }
    let clause = (floor..last.start).rev().find(|&at| is_clause_edge(words, at)).map_or(floor, |at| at + 1);
    let start = skip_leading(words, clause);
    let named = |element: Range<usize>| {
        let of = element.clone().find(|&at| words.class(at) == Class::Preposition);
        let nouns = of.map_or(element.start, |of| of.min(element.start + 4));
        let kept = |at: usize| match words.class(at) {
            Class::Name => true,
            Class::Other => at < nouns,
            Class::Determiner | Class::Preposition | Class::Hyphen => of.is_some(),
            _ => false,
        };
        !element.is_empty() && words.class(element.start) != Class::Preposition && element.into_iter().all(kept)
    };
    let mut from = start;
    for comma in (start..last.start).filter(|&at| words.class(at) == Class::Comma) {
        if !named(from..comma) {
            return None;
        }
        from = comma + 1;
    }
    (from == last.start && start < last.start).then_some(start..last.end)
}

/// "Ana Ruiz, the mayor," : the phrase before the commas, with what they set off.
fn set_off(words: &Words, floor: usize, closing: usize) -> Option<Range<usize>> {
    let mut segment = floor;
    // From the clause's first comma-free stretch on: leading adverbials are passed over.
    let clause = (floor..closing).rev().find(|&at| is_clause_edge(words, at)).map_or(floor, |at| at + 1);
    segment = segment.max(clause);
    if is_attribution(words, segment, closing) {
        return None;
    }
    if let Some(phrase) = after_subordinator(words, segment, closing) {
        return Some(phrase);
    }
    while segment < closing {
        let end = (segment..closing).find(|&at| words.class(at) == Class::Comma).unwrap_or(closing);
        if end < closing
            && !begins_adverbial(words, segment)
            && let Some(phrase) = before(words, segment, end)
            && phrase.start == skip_leading(words, segment)
            && !phrase.clone().any(|at| opens_object(words, phrase.start, at))
        {
            return Some(phrase.start..closing);
        }
        segment = end + 1;
    }
    None
}

/// "The bridge, she said," : what the commas set off says who reports the clause, and belongs to no subject in it.
fn is_attribution(words: &Words, floor: usize, closing: usize) -> bool {
    let Some(opening) = (floor..closing).rev().find(|&at| words.class(at) == Class::Comma) else { return false };
    let verb = closing - 1;
    let reports = words.verb(verb).is_some_and(|v| v.form != Form::Ing && v.form != Form::Base && v.percent() >= SURE);
    // "leading a coalition of 13 states"
    reports
        && opening + 1 < verb
        && !begins_adverbial(words, opening + 1)
        && before(words, opening + 1, verb).is_some_and(|subject| subject.start == opening + 1)
}

/// ", while the mayor, Ana Ruiz," : a clause of its own, whose subject has an apposition.
fn after_subordinator(words: &Words, floor: usize, closing: usize) -> Option<Range<usize>> {
    let begins = |&at: &usize| words.class(at - 1) == Class::Comma && words.class(at) == Class::Subordinator;
    let start = (floor + 1..closing).rev().find(begins)? + 1;
    let phrase = after(words, start, closing)?;
    (words.class(phrase.end) == Class::Comma && phrase.end < closing).then_some(start..closing)
}

/// Past "But", "And", "Still": words that begin a clause and belong to no phrase in it.
fn skip_leading(words: &Words, start: usize) -> usize {
    let mut at = start;
    while matches!(words.class(at), Class::Conjunction | Class::Adverb | Class::Subordinator | Class::Mark) {
        at += 1;
    }
    at
}

/// Whether a comma-free stretch is an adverbial ("In an interview", "After the vote", "Speaking in Kyiv").
fn begins_adverbial(words: &Words, at: usize) -> bool {
    match words.class(at) {
        Class::Preposition | Class::Subordinator | Class::Relative | Class::Time => true,
        Class::Adverb => !matches!(words.class(at + 1), Class::Name | Class::Pronoun | Class::Determiner),
        _ => {
            let word = words.document.word_or_empty(Some(at));
            let reports = words.verb(at).is_some_and(|verb| verb.form == Form::Past);
            reports || word.len() > 5 && (word.ends_with("ing") || word.ends_with("ed"))
        }
    }
}

/// Punctuation that no noun phrase crosses.
fn is_clause_edge(words: &Words, at: usize) -> bool {
    match words.class(at) {
        Class::Mark => true,
        Class::Stop => !matches!(words.document.word(at), "." | "’" | "'"),
        _ => false,
    }
}

/// A phrase without commas, ending at `end`.
fn core(words: &Words, floor: usize, end: usize) -> Option<Range<usize>> {
    let (mut start, mut joint, mut relative) = (end, None, false);
    while start > floor {
        let at = start - 1;
        let inside = match words.class(at) {
            Class::Comma | Class::Mark | Class::Stop | Class::Subordinator => false,
            Class::Pronoun => words.is(at, "others") || words.is(at, "everyone") || relative,
            Class::Bracket => words.is_any(at, &[")", "]"]) || start < end,
            // "who asked not to be named": the clause belongs to the noun before it.
            Class::Relative => {
                relative = true;
                joint = None;
                true
            }
            Class::Auxiliary | Class::Negation => has_relative_before(words, floor, at),
            // "Facebook created the tool": a verb with an object, not a participle.
            Class::Other if at + 1 < end && words.document.word(at).ends_with("ed") => {
                !matches!(words.class(at + 1), Class::Determiner | Class::Pronoun) || has_relative_before(words, floor, at)
            }
            Class::Conjunction => {
                if words.is_any(at, &["but", "yet"]) {
                    false
                } else {
                    joint = joint.or(Some(at));
                    true
                }
            }
            _ => true,
        };
        if !inside {
            // What was joined by "and" may be the end of another clause: "he waved and Ruiz said".
            if matches!(words.class(at), Class::Pronoun | Class::Auxiliary | Class::Negation)
                && let Some(joint) = joint
            {
                start = joint + 1;
            }
            break;
        }
        start = at;
    }
    trim(words, start, end)
}

/// Whether a determiner right after a word shows that it is a verb: "the evidence makes a case", and not "half the voters", "officials this
/// week", "the next two", "members backing the bill" or "the man who runs the port".
fn opens_object(words: &Words, floor: usize, at: usize) -> bool {
    at > floor
        && words.class(at) == Class::Determiner
        && words.class(at - 1) == Class::Other
        && words.class(at + 1) != Class::Time
        && !words.is_count(at - 1)
        && !words.is_any(at - 1, &["next", "last"])
        && !words.document.word(at - 1).ends_with("ing")
        && !has_relative_before(words, floor, at)
}

/// Whether "who", "which" or "that" stands a few words before: an auxiliary then belongs to a relative clause.
fn has_relative_before(words: &Words, floor: usize, at: usize) -> bool {
    (floor.max(at.saturating_sub(4))..at).any(|b| words.class(b) == Class::Relative)
}

/// Takes from a phrase's edges what cannot begin or end it.
fn trim(words: &Words, mut start: usize, mut end: usize) -> Option<Range<usize>> {
    while start < end
        && matches!(words.class(start), Class::Conjunction | Class::Adverb | Class::Clitic | Class::Hyphen | Class::Bracket)
    {
        start += 1;
    }
    // "On Tuesday the mayor said", "In Kyiv officials said": a leading prepositional phrase is not the speaker.
    if words.class(start) == Class::Preposition && start < end && !is_about_so_many(words, start) {
        let later = (start + 1..end).rev().find(|&at| {
            words.class(at) == Class::Determiner && !matches!(words.class(at - 1), Class::Preposition | Class::Determiner)
                || words.class(at - 1) == Class::Time && words.class(at) != Class::Time
        });
        start = later?;
    }
    while start < end
        && (matches!(words.class(end - 1), Class::Adverb | Class::Time | Class::Conjunction)
            || words.is(end - 1, "on") && words.class(end) == Class::Time)
    {
        end -= 1;
    }
    (start < end && (start..end).any(|at| is_head(words, at))).then_some(start..end)
}

/// "About half of the voters", "over 200 teachers": a quantity, not a place or a topic.
fn is_about_so_many(words: &Words, at: usize) -> bool {
    words.is_any(at, &["about", "around", "over", "under"])
        && (words.is_count(at + 1)
            || words.is(at + 1, "a") && words.is_any(at + 2, &["third", "quarter", "fifth", "dozen", "hundred", "thousand"]))
}

fn is_head(words: &Words, at: usize) -> bool {
    matches!(
        words.class(at),
        Class::Name | Class::Other | Class::Pronoun | Class::Number | Class::Relative | Class::Determiner | Class::Time
    )
}

/// The noun phrase that begins at `start`, before `limit`.
pub(super) fn after(words: &Words, start: usize, limit: usize) -> Option<Range<usize>> {
    let limit = limit.min(start + LONGEST);
    if start >= limit {
        return None;
    }
    match words.class(start) {
        Class::Pronoun => return Some(start..start + 1),
        // "told him Ruiz was late"
        _ if matches!(words.document.word(start), "him" | "me" | "us" | "them") => return Some(start..start + 1),
        Class::Determiner | Class::Name | Class::Number | Class::Other => {}
        _ => return None,
    }
    let mut end = start;
    while end < limit {
        let inside = match words.class(end) {
            Class::Determiner => {
                end == start || matches!(words.class(end - 1), Class::Preposition | Class::Conjunction | Class::Determiner)
            }
            Class::Preposition => {
                words.is_any(end, &["of", "for", "at", "from", "with"]) && words.class(end + 1) != Class::Time
            }
            Class::Conjunction => words.is(end, "and") && matches!(words.class(end + 1), Class::Name | Class::Determiner),
            Class::Stop => words.document.word(end) == "." && end + 1 < limit && words.document.tokens[end].glued,
            Class::Name | Class::Other | Class::Number | Class::Clitic | Class::Hyphen => true,
            // "a Wednesday editorial", "a 12-year-old boy"
            Class::Time => {
                words.class(end - 1) == Class::Determiner && words.class(end + 1) == Class::Other
                    || words.class(end - 1) == Class::Hyphen
            }
            Class::Bracket => words.is(end, "(") || end > start,
            _ => false,
        };
        if !inside {
            break;
        }
        end += 1;
    }
    let dangles = |end: usize| match words.class(end - 1) {
        Class::Determiner => end - start > 1,
        class => matches!(class, Class::Preposition | Class::Conjunction | Class::Stop | Class::Hyphen),
    };
    while end > start && dangles(end) {
        end -= 1;
    }
    (end > start).then_some(start..end)
}

/// The first noun phrase of a clause: what its later verbs without a subject of their own belong to.
pub(super) fn first(words: &Words, clause: Range<usize>) -> Option<Range<usize>> {
    let limit = clause.end.min(clause.start + LONGEST);
    let mut segment = skip_leading(words, clause.start);
    // "However, Ruiz left"
    if segment > clause.start && words.class(segment) == Class::Comma {
        segment += 1;
    }
    let mut passed = false;
    while segment < limit {
        let comma = (segment..limit).find(|&at| words.class(at) == Class::Comma);
        let adverbial = begins_adverbial(words, segment);
        match comma {
            // "In Aspen, Colo., the mayor": what follows a place belongs to it.
            Some(comma) if adverbial || is_time(words, segment..comma) || passed && comma - segment == 1 => {
                segment = skip_leading(words, comma + 1);
                passed = true;
            }
            None if adverbial => return None,
            _ => break,
        }
    }
    let phrase = after(words, segment, limit)?;
    // Only names, pronouns and phrases with an article are clear without a parser; the verb ends the phrase.
    let ends = |&at: &usize| {
        let named = words.class(at - 1) == Class::Name;
        let bare = named && words.class(phrase.start) != Class::Determiner;
        // "the Harbour Party blamed the government", "an aide disputed that figure"
        let object = named && opens_object(words, phrase.start, at + 1)
            || words.document.word(at).ends_with("ed") && words.is(at + 1, "that");
        words.class(at) == Class::Other && (bare || object)
    };
    let end = (phrase.start + 1..phrase.end).find(ends).unwrap_or(phrase.end);
    let end = named_after(words, end, limit).unwrap_or(end);
    (words.class(phrase.start) != Class::Other).then_some(phrase.start..end)
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

/// "A couple of years later", "Last week".
fn is_time(words: &Words, tokens: Range<usize>) -> bool {
    let Some(last) = tokens.clone().last() else { return false };
    let begins = matches!(words.class(tokens.start), Class::Determiner | Class::Number | Class::Other);
    begins && tokens.len() <= 5 && (words.class(last) == Class::Time || words.is_any(last, &["later", "ago", "earlier"]))
}
