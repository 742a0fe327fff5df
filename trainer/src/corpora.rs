//! The corpora: their names, what their labels mean, and their documents as running text.
//!
//! Documents are laid out as a reader would see them, so that everything the tagger sees at run time (tokens, sentences, the whole
//! article) is what it was trained on. A corpus is believed only about what it labels: see [`Meaning`].

use anyhow::{Context, Result};
use newsmark::training::labels::Class;
use std::fs;
use std::path::Path;

/// What a label of a corpus tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// A name of one of these classes.
    Name(&'static [Class]),
    /// No name: a date, an amount.
    Nothing,
    /// Anything may stand there.
    Unknown,
}

use Class::{Group, Miscellaneous, Organization, Person, Place};

/// A corpus.
#[derive(Clone, Copy)]
pub struct Corpus {
    /// Its folder.
    pub name: &'static str,
    /// Its files.
    pub files: &'static [&'static str],
    /// How much each of its sentences counts; 0 for development.
    pub weight: f32,
    /// Whether it names groups apart from other things.
    pub groups: bool,
    /// Whether it labels miscellaneous names at all.
    pub miscellaneous: bool,
}

/// What the trainer learns from.
pub const TRAIN: &[Corpus] = &[
    Corpus { name: "worldwide", files: &["train.tsv"], weight: 1.0, groups: true, miscellaneous: true },
    Corpus { name: "conll2003", files: &["train.tsv"], weight: 1.0, groups: false, miscellaneous: true },
    Corpus { name: "crossner_politics", files: &["train.tsv"], weight: 0.3, groups: false, miscellaneous: true },
    Corpus { name: "gum_named", files: &["train.tsv"], weight: 0.1, groups: false, miscellaneous: true },
    Corpus { name: "redocred", files: &["dev.tsv", "test.tsv"], weight: 0.05, groups: false, miscellaneous: true },
    Corpus { name: "gmb", files: &["train.tsv"], weight: 0.05, groups: true, miscellaneous: false },
];

/// What it is measured on.
pub const DEVELOPMENT: &[Corpus] = &[
    Corpus { name: "worldwide", files: &["dev.tsv"], weight: 0.0, groups: true, miscellaneous: true },
    Corpus { name: "dwie", files: &["dev.tsv"], weight: 0.0, groups: true, miscellaneous: true },
    Corpus { name: "conll2003", files: &["dev.tsv"], weight: 0.0, groups: false, miscellaneous: true },
];

/// What a label means; labels do not clash between corpora.
pub fn meaning(label: &str) -> Meaning {
    Meaning::Name(match label {
        "PER" | "PERSON" | "Person" | "per" | "politician" | "person" => &[Person],
        "ORG" | "ORGANIZATION" | "Organization" | "org" | "organisation" | "politicalparty" => &[Organization],
        "LOC" | "LOCATION" | "Location" | "GPE" | "FAC" | "Facility" | "PLACE" | "geo" | "location" | "country" => &[Place],
        "NORP" => &[Group],
        "gpe" => &[Group, Place],
        "MISC" | "Misc" | "misc" => &[Miscellaneous, Group],
        "Product" | "PRODUCT" | "EVENT" | "event" | "election" => &[Miscellaneous],
        "art" | "eve" | "nat" => return Meaning::Unknown,
        _ => return Meaning::Nothing,
    })
}

/// A labelled span of a text.
pub struct Gold {
    /// Where it is, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its label.
    pub label: String,
}

/// A sentence: its tokens with their IOB2 tags.
pub type Sentence = Vec<(String, String)>;

/// Reads the documents of a corpus.
pub fn documents(data: &Path, corpus: &Corpus) -> Result<Vec<Vec<Sentence>>> {
    let mut all = Vec::new();
    for file in corpus.files {
        let path = data.join("ner").join(corpus.name).join(file);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        all.extend(split(&text));
    }
    Ok(all)
}

fn split(text: &str) -> Vec<Vec<Sentence>> {
    let (mut documents, mut sentence) = (vec![Vec::new()], Sentence::new());
    for line in text.lines().chain([""]) {
        let boundary = line.starts_with("-DOCSTART-");
        if boundary || line.trim().is_empty() {
            let last = documents.last_mut().expect("never empty");
            if !sentence.is_empty() {
                last.push(std::mem::take(&mut sentence));
            }
            if boundary && !last.is_empty() {
                documents.push(Vec::new());
            }
        } else {
            let (token, tag) = (line.split('\t').next().unwrap_or(line), line.rsplit('\t').next().unwrap_or("O"));
            sentence.push((token.to_owned(), tag.to_owned()));
        }
    }
    documents.retain(|document: &Vec<Sentence>| !document.is_empty());
    if documents.len() == 1 && documents[0].len() > 60 {
        // No boundaries known: stretches of thirty sentences.
        return documents[0].chunks(30).map(<[Sentence]>::to_vec).collect();
    }
    documents
}

/// A document as running text, with its labelled spans. Where it is `tight`, hyphens join words as they do in print, whatever
/// the corpus made of them.
pub fn build(document: &[Sentence], tight: bool) -> (String, Vec<Gold>) {
    let (mut text, mut gold) = (String::new(), Vec::new());
    let mut quoted = false;
    for sentence in document {
        if !(text.is_empty() || quoted && text.ends_with('"')) {
            if ended(&text) && sentence.len() > 3 {
                text.push(' ');
            } else {
                text.push_str("\n\n");
                quoted = false;
            }
        }
        let mut span: Option<Gold> = None;
        for (index, (token, tag)) in sentence.iter().enumerate() {
            let surface = match token.as_str() {
                "``" | "''" => "\"",
                "-LRB-" => "(",
                "-RRB-" => ")",
                other => other,
            };
            let following = sentence.get(index + 1).map_or("", |(token, _)| token);
            let letters = |word: &str| word.chars().all(char::is_alphanumeric);
            let before = if index > 1 { &*sentence[index - 2].0 } else { "" };
            let hyphen = tight
                && (surface == "-" && index > 0 && letters(&sentence[index - 1].0) && letters(following)
                    || index > 1 && sentence[index - 1].0 == "-" && letters(before) && letters(surface));
            if index > 0 && !hyphen && !glued(&text, surface, following, quoted, token) {
                text.push(' ');
            }
            let start = text.len();
            text.push_str(surface);
            quoted ^= surface == "\"";
            let (prefix, label) = tag.split_once('-').unwrap_or((tag, ""));
            if span.as_ref().is_some_and(|span| prefix != "I" || span.label != label) {
                gold.extend(span.take());
            }
            match (&mut span, prefix) {
                (Some(span), "I") => span.end = text.len(),
                (_, "B" | "I") => span = Some(Gold { start, end: text.len(), label: label.to_owned() }),
                _ => {}
            }
        }
        gold.extend(span);
    }
    gold.iter_mut().for_each(|gold| trim(&text, gold));
    (text, gold)
}

fn ended(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', ')']).ends_with(['.', '!', '?'])
}

fn glued(text: &str, surface: &str, following: &str, quoted: bool, token: &str) -> bool {
    const BEFORE: &str = ",.;:!?)]}%'’”…";
    const CLITICS: [&str; 14] = ["'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m", "''", "’re", "’ve", "’ll", "…"];
    let last = text.chars().next_back();
    let lower = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
    match surface {
        "\"" => quoted || text.ends_with(['(', '[']),
        "-" => last.is_some_and(char::is_alphanumeric) && lower(following),
        _ => {
            let mark = token.chars().count() == 1 && BEFORE.contains(token) || CLITICS.contains(&token);
            let opened = last.is_some_and(|last| "([{$£€#“‘".contains(last)) || last == Some('"') && quoted;
            let hyphen = last == Some('-') && text.chars().rev().nth(1).is_some_and(char::is_alphanumeric) && lower(token);
            mark || opened || hyphen
        }
    }
}

/// Drops a leading article and a trailing possessive, in which alone corpora differ.
fn trim(text: &str, gold: &mut Gold) {
    let inside = &text[gold.start..gold.end];
    if inside.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("the ")) && inside.len() > 4 {
        gold.start += 4;
    }
    let inside = &text[gold.start..gold.end];
    let short = ["'s", "’s", "'", "’"].into_iter().find_map(|tail| inside.strip_suffix(tail));
    if let Some(short) = short.map(str::trim_end).filter(|short| !short.is_empty()) {
        gold.end = gold.start + short.len();
    }
}
