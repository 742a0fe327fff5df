//! Reads the treebanks: their sentences as running text, with a label for each of the product's own tokens.
//!
//! Where a product token is part of a treebank token, or contains several, it gets a label only if there is no doubt.

use super::tagset::label;
use super::variants;
use anyhow::{Context, Result, ensure};
use newsmark::training::syntax::{Label, Tag};
use newsmark::training::text::{Document, TokenKind};
use std::fs;
use std::ops::Range;
use std::path::Path;

/// A sentence as a reader sees it, with what its tokens are.
pub struct Sentence {
    /// Its text.
    pub text: String,
    /// What is known of each of the product's tokens.
    pub gold: Vec<Known>,
    /// How much it counts.
    pub weight: f32,
    /// The document it is of.
    pub document: usize,
}

/// What a treebank tells of a token.
#[derive(Clone, Default)]
pub struct Known {
    /// What it is.
    pub label: Option<Label>,
    /// Its part of speech in Universal Dependencies, where the treebank has the very same token.
    pub universal: Option<String>,
}

/// A word of a treebank.
struct Word {
    form: String,
    label: Option<Label>,
    universal: String,
    space: bool,
}

/// How much silver counts.
const SILVER: f32 = 0.5;
/// How many of its documents are kept for measuring: the last.
const HELD_OUT: usize = 30;

/// All that is learnt from.
pub fn training(data: &Path) -> Result<Vec<Sentence>> {
    let mut sentences = read(data, "ewt.train", false, 1.0)?;
    sentences.extend(read(data, "gum.train", false, 1.0)?);
    sentences.extend(silver(data)?.0);
    variants::simplify(&mut sentences);
    let again: Vec<Sentence> =
        sentences.iter().enumerate().filter_map(|(number, sentence)| variants::headline(sentence, number)).collect();
    sentences.extend(again);
    Ok(sentences)
}

/// News that a program tagged: what is learnt from, and what is kept for measuring.
pub fn silver(data: &Path) -> Result<(Vec<Sentence>, Vec<Sentence>)> {
    let all = read(data, "polnear_silver.train", true, SILVER)?;
    let last = all.last().map_or(0, |sentence| sentence.document);
    Ok(all.into_iter().partition(|sentence| sentence.document + HELD_OUT <= last))
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
    let mut at = 0;
    let gold = document.tokens.iter().map(|token| {
        while at < spans.len() && spans[at].end <= token.span.start() {
            at += 1;
        }
        let Some(span) = spans.get(at) else { return Known::default() };
        let (start, end) = (token.span.start(), token.span.end());
        if *span == (start..end) {
            return Known { label: words[at].label, universal: Some(words[at].universal.clone()) };
        }
        let label = match token.kind {
            // Hyphens, where the treebank leaves words together.
            TokenKind::Punctuation => Some(Label::usual(Tag::Punctuation)).filter(|_| token.span.of(&text) == "-"),
            TokenKind::Mark => None,
            kind => part_or_whole(kind == TokenKind::Number, start..end, &spans[at..], &words[at..]),
        };
        Known { label, universal: None }
    });
    let gold = gold.collect();
    Sentence { gold, text, weight, document: number }
}

/// The label of a token that is a part of a word, or has several in it: "4" in "3-4", "cannot".
fn part_or_whole(number: bool, token: Range<usize>, spans: &[Range<usize>], words: &[Word]) -> Option<Label> {
    let last = spans.iter().take(4).position(|span| span.end == token.end)?;
    let first = words[0].label;
    if spans[0].start != token.start || last == 0 {
        return first.filter(|label| number && label.tag() == Tag::Number);
    }
    if first.is_some_and(|label| label.tag().is_verb()) { first } else { words[last].label }
}
