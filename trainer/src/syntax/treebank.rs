//! The treebanks: their sentences as running text, with a label for each of the product's own tokens.
//!
//! Where a token of the product is a part of one of the treebank, or has several in it, its label is told only if there is no doubt.

use anyhow::{Context, Result, ensure};
use newsmark::training::syntax::{Label, Tag};
use newsmark::training::text::{Document, TokenKind};
use std::fs;
use std::path::Path;

/// A sentence as a reader sees it, with what its tokens are.
pub struct Sentence {
    /// Its text.
    pub text: String,
    /// The label of each of the product's tokens, where it is known, and whether the treebank has the very same token.
    pub gold: Vec<(Option<Label>, bool)>,
    /// The part of speech in Universal Dependencies of each token that the treebank has too.
    pub universal: Vec<String>,
    /// How much it counts.
    pub weight: f32,
    /// The document it is of.
    pub document: usize,
}

/// A word of a treebank.
struct Word {
    form: String,
    label: Option<Label>,
    universal: String,
    space: bool,
}

/// Reads a treebank; a silver one has older tags and no parts of speech of Universal Dependencies.
pub fn read(data: &Path, name: &str, silver: bool, weight: f32) -> Result<Vec<Sentence>> {
    let path = data.join("syntax").join(format!("{name}.conllu"));
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let (mut sentences, mut words, mut written, mut document) = (Vec::new(), Vec::new(), None, 0);
    let mut joined = (0, false);
    for line in text.lines().chain([""]) {
        if line.starts_with("# newdoc") {
            document += 1;
        } else if let Some(rest) = line.strip_prefix("# text = ") {
            written = Some(rest.to_owned());
        } else if line.is_empty() {
            if !words.is_empty() {
                let text = written.take().unwrap_or_else(|| running(&words));
                sentences.push(aligned(text, &words, weight, document));
                words.clear();
            }
        } else if !line.starts_with('#') {
            let fields: Vec<&str> = line.split('\t').collect();
            ensure!(fields.len() > 9, "{name}: a line of {} fields", fields.len());
            let space = !fields[9].contains("SpaceAfter=No");
            if let Some((_, last)) = fields[0].split_once('-') {
                joined = (last.parse().unwrap_or(0), space);
            } else if !fields[0].contains('.') {
                let number: usize = fields[0].parse()?;
                let space = if number < joined.0 {
                    false
                } else if number == joined.0 {
                    joined.1
                } else {
                    space
                };
                let label = label(fields[1], fields[3], fields[4], fields[7], silver);
                words.push(Word { form: form(fields[1]), label, universal: fields[3].to_owned(), space });
            }
        }
    }
    Ok(sentences)
}

/// A form as it is written in print.
fn form(form: &str) -> String {
    match form {
        "-LRB-" | "-LCB-" | "-LSB-" => "(",
        "-RRB-" | "-RCB-" | "-RSB-" => ")",
        "``" | "''" => "\"",
        form => form,
    }
    .to_owned()
}

fn running(words: &[Word]) -> String {
    let mut text = String::new();
    for word in words {
        text.push_str(&word.form);
        if word.space {
            text.push(' ');
        }
    }
    text.trim_end().to_owned()
}

/// Gives each of the product's tokens the label of the word of the treebank it is.
fn aligned(text: String, words: &[Word], weight: f32, number: usize) -> Sentence {
    let mut spans = Vec::with_capacity(words.len());
    let mut from = 0;
    for word in words {
        // Where the text does not have a form, nothing is known until the next that it has.
        match text[from..].find(&word.form).filter(|&skipped| skipped < 20) {
            Some(skipped) => {
                let start = from + skipped;
                from = start + word.form.len();
                spans.push(start..from);
            }
            None => spans.push(from..from),
        }
    }
    let document = Document::read(&text);
    let mut universal = Vec::with_capacity(document.tokens.len());
    let mut at = 0;
    let gold = document.tokens.iter().map(|token| {
        while at < spans.len() && spans[at].end <= token.span.start() {
            at += 1;
        }
        universal.push(String::new());
        let Some(span) = spans.get(at) else { return (None, false) };
        let (start, end) = (token.span.start(), token.span.end());
        if *span == (start..end) {
            *universal.last_mut().expect("just pushed") = words[at].universal.clone();
            return (words[at].label, true);
        }
        if token.kind == TokenKind::Punctuation || token.kind == TokenKind::Mark {
            return (Some(Label::usual(Tag::Punctuation)).filter(|_| token.span.of(&text) == "-"), false);
        }
        let Some(within) = spans[at..].iter().take(4).position(|span| span.end == end) else { return (None, false) };
        let first = words[at].label;
        let label = if span.start != start || within == 0 {
            first.filter(|label| label.tag() == Tag::Number && token.kind == TokenKind::Number)
        } else if first.is_some_and(|label| label.tag().is_verb()) {
            first
        } else {
            words[at + within].label
        };
        (label, false)
    });
    let gold = gold.collect();
    Sentence { gold, universal, text, weight, document: number }
}

/// What a word is, by its tags and its relation.
fn label(form: &str, universal: &str, penn: &str, relation: &str, silver: bool) -> Option<Label> {
    let lower = form.to_lowercase();
    let relation = relation.split(':').next().unwrap_or(relation);
    let helps = if silver { matches!(relation, "aux" | "auxpass" | "cop") } else { universal == "AUX" };
    let verb = |tag| if helps { Label::other(tag) } else { Label::usual(tag) };
    let usual = Label::usual;
    Some(match penn {
        "NN" if indefinite(&lower) => usual(Tag::Pronoun),
        "NN" => usual(Tag::Noun),
        "NNS" => usual(Tag::NounPlural),
        "NNP" | "NNPS" if matches!(universal, "ADJ" | "VERB") => Label::other(Tag::Name),
        "NNP" | "NNPS" => usual(Tag::Name),
        // The treebanks differ: an address is a name there, something else here.
        "ADD" => usual(Tag::Other),
        "PRP" => usual(Tag::Pronoun),
        "PRP$" => usual(Tag::Possessive),
        "DT" if silver && matches!(relation, "det" | "neg" | "predet") => usual(Tag::Determiner),
        "DT" if silver && matches!(lower.as_str(), "the" | "a" | "an" | "no" | "every") => usual(Tag::Determiner),
        "DT" if silver => usual(Tag::Pronoun),
        "DT" if universal == "PRON" => usual(Tag::Pronoun),
        "DT" | "PDT" => usual(Tag::Determiner),
        "JJ" | "JJR" | "JJS" => usual(Tag::Adjective),
        "RB" if lower == "not" || lower == "n't" || lower == "n’t" || universal == "PART" => usual(Tag::Negation),
        "RB" | "RBR" | "RBS" => usual(Tag::Adverb),
        "RP" => usual(Tag::Particle),
        "IN" if if silver { relation == "mark" } else { universal == "SCONJ" } => usual(Tag::Subordinator),
        "IN" if silver && relation != "case" => return None,
        "IN" => usual(Tag::Preposition),
        "CC" => usual(Tag::Conjunction),
        "CD" => usual(Tag::Number),
        "MD" => usual(Tag::Modal),
        "VB" => verb(Tag::Base),
        "VBP" => verb(Tag::Present),
        "VBZ" => verb(Tag::Third),
        "VBD" => verb(Tag::Past),
        "VBN" => verb(Tag::PastParticiple),
        "VBG" => verb(Tag::Gerund),
        "TO" if silver && relation == "case" => usual(Tag::Preposition),
        "TO" => usual(Tag::To),
        "WDT" if if silver { relation == "det" } else { universal == "DET" } => Label::other(Tag::Relative),
        "WDT" | "WP" | "WP$" => usual(Tag::Relative),
        "WRB" => usual(Tag::RelativeAdverb),
        "EX" => usual(Tag::Existential),
        "POS" => usual(Tag::Clitic),
        "UH" => usual(Tag::Interjection),
        "SYM" | "$" | "#" | "NFP" => usual(Tag::Symbol),
        "HYPH" | "." | "," | ":" | "``" | "''" | "-LRB-" | "-RRB-" => usual(Tag::Punctuation),
        "FW" | "LS" | "AFX" | "GW" | "XX" => usual(Tag::Other),
        _ => return None,
    })
}

fn indefinite(lower: &str) -> bool {
    let begins = ["some", "any", "every", "no"].iter().find_map(|begin| lower.strip_prefix(begin));
    begins.is_some_and(|rest| matches!(rest, "one" | "body" | "thing")) || lower == "none"
}

/// The part of speech of Universal Dependencies that a label stands for.
pub fn universal(label: Label) -> &'static str {
    match label.tag() {
        Tag::Other => "X",
        Tag::Noun | Tag::NounPlural => "NOUN",
        Tag::Name if label == Label::other(Tag::Name) => "ADJ",
        Tag::Name => "PROPN",
        Tag::Relative if label == Label::other(Tag::Relative) => "DET",
        Tag::Pronoun | Tag::Possessive | Tag::Relative | Tag::Existential => "PRON",
        Tag::Determiner => "DET",
        Tag::Adjective => "ADJ",
        Tag::Adverb | Tag::RelativeAdverb => "ADV",
        Tag::Negation | Tag::To | Tag::Clitic => "PART",
        Tag::Particle | Tag::Preposition => "ADP",
        Tag::Subordinator => "SCONJ",
        Tag::Conjunction => "CCONJ",
        Tag::Number => "NUM",
        tag if tag.is_verb() => {
            if label.is_auxiliary() {
                "AUX"
            } else {
                "VERB"
            }
        }
        Tag::Interjection => "INTJ",
        Tag::Symbol => "SYM",
        _ => "PUNCT",
    }
}

/// How much a sentence counts again when it is written as a headline.
const HEADLINE: f32 = 0.3;
/// A headline has at most so many tokens.
const LONGEST: usize = 20;

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
        } else if (at > 0 && word.len() < 4 && !sentence.gold[at].0.is_some_and(|label| label.tag().is_verb())) || token.glued {
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
    same.then(|| Sentence { text, gold: sentence.gold.clone(), universal: sentence.universal.clone(), weight, document: sentence.document })
}
