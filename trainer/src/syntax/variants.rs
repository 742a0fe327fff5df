//! Adds what the treebanks lack, sentences as headlines, and merges what they distinguish in vain, words that are only ever prepositions.

use super::treebank::Sentence;
use newsmark::training::syntax::{Label, Tag};
use newsmark::training::text::Document;
use std::collections::BTreeMap;

/// A word that is a subordinator less often than this, compared with being a preposition, is a preposition.
const RARELY: f32 = 0.12;
/// How much a sentence counts again when it is written as a headline.
const HEADLINE: f32 = 0.3;
/// A headline has at most so many tokens.
const LONGEST: usize = 20;

/// Words that are nearly always prepositions are learnt as nothing else: that they govern a clause where a gerund follows needs no
/// learning, and the tagger need not ask what each "of" and "in" is.
pub fn simplify(sentences: &mut [Sentence]) {
    let (preposition, subordinator) = (Label::usual(Tag::Preposition), Label::usual(Tag::Subordinator));
    let mut counts: BTreeMap<String, [f32; 2]> = BTreeMap::new();
    for sentence in &*sentences {
        let document = Document::read(&sentence.text);
        for (at, known) in sentence.gold.iter().enumerate() {
            let which = [preposition, subordinator].iter().position(|&label| known.label == Some(label));
            if let Some(which) = which {
                counts.entry(document.lower[at].to_owned()).or_default()[which] += 1.0;
            }
        }
    }
    for sentence in sentences {
        let document = Document::read(&sentence.text);
        for (at, known) in sentence.gold.iter_mut().enumerate() {
            let rarely = |[often, rarely]: &[f32; 2]| *rarely < RARELY * often;
            if known.label == Some(subordinator) && counts.get(&document.lower[at]).is_some_and(rarely) {
                known.label = Some(preposition);
            }
        }
    }
}

/// Some sentences again, Written Like a Headline or IN CAPITALS.
pub fn headline(sentence: &Sentence, number: usize) -> Option<Sentence> {
    let capitals = match number % 12 {
        0 => true,
        3 | 7 => false,
        _ => return None,
    };
    let document = Document::read(&sentence.text);
    if document.tokens.len() > LONGEST {
        return None;
    }
    let (mut text, mut end) = (String::new(), 0);
    for (at, token) in document.tokens.iter().enumerate() {
        text.push_str(&sentence.text[end..token.span.start()]);
        let word = document.word(at);
        end = token.span.end();
        let first = word.chars().next().map_or(0, char::len_utf8);
        if capitals {
            text.push_str(&word.to_uppercase());
        } else if (at > 0 && word.len() < 4 && !sentence.gold[at].label.is_some_and(|label| label.tag().is_verb()))
            || token.glued
        {
            text.push_str(word);
        } else {
            text.push_str(&word[..first].to_uppercase());
            text.push_str(&word[first..]);
        }
    }
    text.push_str(&sentence.text[end..]);
    // Here and there a capital makes other tokens.
    let same = Document::read(&text).tokens.len() == document.tokens.len();
    let weight = sentence.weight * HEADLINE;
    same.then(|| Sentence { text, gold: sentence.gold.clone(), weight, document: sentence.document })
}
