//! Annotates a corpus with gold labels, and prints what the scorer says.

use super::{Figure, Row, WORK, newsmark, parsed, scorer, shared, shown_or_missing};
use crate::commands::{command, output, say};
use anyhow::Result;
use serde_json::Value;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// A corpus, the scorer for it, and the figures to show.
pub(super) struct Corpus {
    pub name: &'static str,
    pub gold: &'static str,
    pub scorer: &'static str,
    pub options: &'static [&'static str],
    pub figures: &'static [Figure],
    /// Which of the documents, in the order of their names: rules are found on the even ones, the odd ones are held out.
    pub half: Option<Half>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Even,
    Odd,
}

impl Corpus {
    pub fn row(&self) -> Result<Row> {
        Ok((self.name, shown_or_missing(self.gold, self.figures, 1.0, || self.score())?))
    }

    pub fn present(&self) -> bool {
        shared(self.gold).is_file()
    }

    /// A file of the work on this corpus.
    pub fn file(&self, suffix: &str) -> PathBuf {
        Path::new(WORK).join(format!("{}.{suffix}", self.name.replace([',', ' '], "-")))
    }

    /// Annotates the documents of a gold file: where they and what was found in them are.
    pub fn annotate(&self, gold: &Path) -> Result<(PathBuf, PathBuf)> {
        say(self.name);
        let (documents, predicted) = (self.file("documents.jsonl"), self.file("predicted.jsonl"));
        fs::write(&documents, output(scorer(self.scorer).arg("docs").arg(gold))?)?;
        let mut newsmark = command(&[newsmark()]);
        fs::write(&predicted, output(newsmark.args(["annotate", "--jsonl"]).stdin(File::open(&documents)?))?)?;
        Ok((documents, predicted))
    }

    fn score(&self) -> Result<Value> {
        let mut gold = shared(self.gold);
        if let Some(half) = self.half {
            let part = half.of(&fs::read_to_string(&gold)?)?;
            gold = self.file("gold.jsonl");
            fs::write(&gold, part)?;
        }
        let (_, predicted) = self.annotate(&gold)?;
        // A word is a mode and comes first, an option may come last.
        let (modes, options): (Vec<&str>, Vec<&str>) = self.options.iter().partition(|option| !option.starts_with("--"));
        let scored = parsed(scorer(self.scorer).args(modes).arg(&gold).arg(&predicted).args(options).arg("--json"))?;
        fs::write(self.file("scored.json"), scored.to_string())?;
        Ok(scored)
    }
}

impl Half {
    /// The lines of a gold file whose documents are of this half.
    fn of(self, gold: &str) -> Result<String> {
        let mut lines = gold
            .lines()
            .map(|line| Ok((serde_json::from_str::<Value>(line)?["doc_id"].to_string(), line)))
            .collect::<Result<Vec<(String, &str)>>>()?;
        lines.sort();
        let skipped = usize::from(self == Half::Odd);
        Ok(lines.into_iter().skip(skipped).step_by(2).map(|(_, line)| format!("{line}\n")).collect())
    }
}
