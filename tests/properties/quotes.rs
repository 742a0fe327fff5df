//! What is true of every quote: where its words stand, what its speaker is, and that no two cross.

use super::{apart, ordered};
use newsmark::text::{Document, Reading};
use newsmark::training::syntax::{self, Tag};
use newsmark::training::{entities_in, quote_tags};
use newsmark::{Annotations, Form, Quote, QuoteRule, Span};

/// Checks the quotes of a text, which no names are known of beforehand.
pub fn check(text: &str, found: &Annotations) {
    found.quotes.iter().for_each(|quote| one(found, quote));
    speakers(text, found);
    ordered("quotes", found.quotes.iter().map(|q| (q.start, q.end)));
    // Those that reach over where the next begins, each within the one before.
    let mut open: Vec<&Quote> = Vec::new();
    for quote in &found.quotes {
        while open.pop_if(|outer| outer.end <= quote.start).is_some() {}
        assert!(open.last().is_none_or(|outer| holds(outer, quote)), "{:?} and {quote:?} cross", open.last());
        open.push(quote);
    }
}

/// Whether a quote that begins within another lies in one of its parts, or between two.
fn holds(outer: &Quote, quote: &Quote) -> bool {
    let part = outer.parts.iter().find(|part| part.end() > quote.start);
    part.is_none_or(|part| quote.end <= if part.start() <= quote.start { part.end() } else { part.start() })
}

fn one(found: &Annotations, quote: &Quote) {
    assert!(!quote.parts.is_empty(), "{quote:?}");
    apart("parts", quote.parts.iter().map(|p| (p.start(), p.end())));
    let whole = Span::new(quote.start, quote.end);
    assert!(quote.parts.iter().all(|&part| whole.contains(part)), "{quote:?}");
    assert!(quote.parts.iter().all(|part| quote.cue.is_none_or(|cue| !cue.overlaps(*part))), "its cue is inside: {quote:?}");
    assert!((0.0..=1.0).contains(&quote.score), "{quote:?}");
    if let Some(speaker) = &quote.speaker {
        let words = Span::new(speaker.start, speaker.end);
        assert!(!quote.parts.iter().any(|part| part.overlaps(words)), "its speaker is inside: {quote:?}");
        assert!(speaker.entities.iter().all(|entity| *entity < found.entities.len()), "{quote:?}");
        let once = speaker.entities.iter().enumerate().all(|(at, entity)| !speaker.entities[..at].contains(entity));
        assert!(once && (0.0..=1.0).contains(&speaker.score), "{quote:?}");
    }
}

/// A speaker is a noun phrase: no finite verb stands in its words, but in a name, or after what begins a relative clause or words in marks. Labels of dialogues
/// stand in no sentence.
fn speakers(text: &str, found: &Annotations) {
    // As it is read: words that noise stands in are whole, and have their tags.
    let reading = Reading::of(text);
    let document = Document::of(&reading);
    let entities = entities_in(&document);
    let tags = quote_tags(&document, &entities, &syntax::tag(&document));
    let names: Vec<Span> =
        found.mentions.iter().filter(|mention| mention.form == Form::Name).map(|m| Span::new(m.start, m.end)).collect();
    for quote in found.quotes.iter().filter(|quote| quote.rule != QuoteRule::Turn) {
        let Some(speaker) = &quote.speaker else { continue };
        let first = document.tokens.partition_point(|token| reading.given(token.span).start() < speaker.start);
        let held =
            (first..document.tokens.len()).take_while(|&at| reading.given(document.tokens[at].span).end() <= speaker.end);
        for at in held {
            let token = reading.given(document.tokens[at].span);
            let name = names[..names.partition_point(|name| name.start() <= token.start())].last();
            let named = name.is_some_and(|name| name.contains(token));
            let marked = tags[at] != Tag::Clitic && ["“", "‘", "«", "„", "\"", "'"].contains(&document.word(at));
            // "the traders I met"
            let contact = ["he", "i", "she", "they", "we", "you"].contains(&&document.lower[at]);
            if marked || contact || matches!(tags[at], Tag::Relative | Tag::RelativeAdverb) {
                break;
            }
            assert!(named || !tags[at].is_finite(), "{:?} is a verb of {speaker:?} in {text:?}", document.word(at));
        }
    }
}
