//! Texts without labels of their own, or with worse ones, as a larger tagger (the teacher) labelled them: names, and where it was in
//! doubt. The net learns from them.
//!
//! `data/ner/teacher` describes the teacher and how it was made. It does not run here, and no part of it ships. Its names are taken as
//! true; where a second label was also probable, any label is allowed.

use crate::articles::{self, Article};
use crate::corpora::{self, Corpus};
use anyhow::{Context, Result, ensure};
use newsmark::training::Model;
use newsmark::training::labels::Class;
use newsmark::training::lattice::ANY;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Where the text of a file of labels is.
enum Source {
    /// In JSON lines, one for each of the labels.
    Lines(&'static str),
    /// In a corpus, whose own labels are left alone.
    Corpus(Corpus),
}

const FILES: [(&str, Source); 6] = [
    ("polnear_train", Source::Lines("quotes/polnear.train.jsonl")),
    ("timebank", Source::Lines("timex/timebank.jsonl")),
    ("aquaint", Source::Lines("timex/aquaint.jsonl")),
    ("gmb_train", Source::Corpus(corpus("gmb", &["train.tsv"]))),
    ("redocred_dev", Source::Corpus(corpus("redocred", &["dev.tsv"]))),
    ("redocred_test", Source::Corpus(corpus("redocred", &["test.tsv"]))),
];

const fn corpus(name: &'static str, files: &'static [&'static str]) -> Corpus {
    Corpus { name, files, weight: 1.0, groups: true, miscellaneous: true }
}

/// Whether a corpus is learnt from by the teacher's labels instead of its own.
pub fn has(corpus: &str) -> bool {
    FILES.iter().any(|(_, source)| matches!(source, Source::Corpus(own) if own.name == corpus))
}

/// Reads all that the teacher labelled. `words` is a model that knows the classes of words.
pub fn read(data: &Path, words: &Model) -> Result<Vec<Article>> {
    let mut articles = Vec::new();
    for (name, source) in FILES {
        let labels = lines(&data.join("ner/teacher").join(format!("{name}.jsonl")))?;
        let texts = source.texts(data)?;
        ensure!(texts.len() == labels.len(), "{name}: {} texts and {} labels", texts.len(), labels.len());
        for (text, labels) in texts.into_iter().zip(&labels) {
            articles.push(article(text, labels, words).with_context(|| format!("{name}, {}", labels["id"]))?);
        }
    }
    Ok(articles)
}

impl Source {
    fn texts(&self, data: &Path) -> Result<Vec<String>> {
        match self {
            Source::Lines(path) => {
                let text = |line: &Value| line["text"].as_str().map(str::to_owned).context("a line without text");
                lines(&data.join(path))?.iter().map(text).collect()
            }
            Source::Corpus(corpus) => {
                let documents = corpora::documents(data, corpus)?;
                Ok(documents.iter().map(|document| corpora::build(document, false).0).collect())
            }
        }
    }
}

fn lines(path: &Path) -> Result<Vec<Value>> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let parse = |line: &str| serde_json::from_str(line).with_context(|| format!("a line of {}", path.display()));
    text.lines().map(parse).collect()
}

fn article(text: String, labels: &Value, words: &Model) -> Result<Article> {
    // Labels count characters.
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut article = articles::unlabelled(text, 1.0, words);
    let mut masks = article.masks();
    let tokens = |span: &Value| {
        let place = |end: usize| places.get(span[end].as_u64()? as usize).copied();
        let (start, end) = (place(0)?, place(1)?);
        let tokens = articles::overlapping(article.view.document, start, end);
        let all = article.view.document.tokens.get(tokens.clone())?;
        (all.first()?.span.start() == start && all.last()?.span.end() == end).then_some(tokens)
    };
    let spans = |field: &str| labels[field].as_array().with_context(|| format!("no {field}"));
    for name in spans("names")? {
        let class = match name[2].as_str() {
            Some("PER") => Class::Person,
            Some("ORG") => Class::Organization,
            Some("LOC") => Class::Place,
            Some("NORP") => Class::Group,
            _ => Class::Miscellaneous,
        };
        // Tokens may have been cut otherwise when the labels were made.
        if let Some(tokens) = tokens(name) {
            articles::mark(&mut masks, tokens, &[class]);
        } else {
            article.lost += 1;
        }
    }
    for open in spans("open")? {
        if let Some(tokens) = tokens(open) {
            masks[tokens].fill(ANY);
        }
    }
    article.allow(&masks);
    Ok(article)
}
