//! The annotations of many articles as tables, column by column; `newsmark/frames.py` makes pandas, polars and Arrow tables of them.
//!
//! The columns of each table are those of `SCHEMA` there, in its order.

use crate::found::{Found, name, score};
use newsmark::Annotations;
use pyo3::prelude::*;
use pyo3::types::PyList;

/// Makes a struct of columns and a call that gives them to Python as lists.
macro_rules! table {
    ($table:ident { $($column:ident: $type:ty),+ $(,)? }) => {
        #[derive(Default)]
        struct $table { $($column: Vec<$type>),+ }

        impl $table {
            fn lists<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyList>>> {
                Ok(vec![$(PyList::new(py, &self.$column)?),+])
            }
        }
    };
}

table!(Entities { doc: usize, entity: usize, kind: String, name: String, roles: Vec<String>, mentions: usize, start: usize, end: usize });
table!(Mentions {
    doc: usize, start: usize, end: usize, text: String, entity: usize, kind: String, name: String, form: String,
    rule: Option<String>, score: f64,
});
table!(Quotes {
    doc: usize, start: usize, end: usize, text: String, kind: String, speaker: Option<String>, speaker_text: Option<String>,
    speaker_start: Option<usize>, speaker_end: Option<usize>, speaker_entities: Vec<usize>, speaker_score: Option<f64>,
    cue: Option<String>, cue_start: Option<usize>, cue_end: Option<usize>, rule: String, score: f64,
});
table!(Dates {
    doc: usize, start: usize, end: usize, text: String, kind: String, value: String, modifier: Option<String>,
    freq: Option<String>, quant: Option<String>, from: Option<String>, to: Option<String>, rule: String, score: f64,
});

/// Tables that grow by an article at a time.
#[pyclass(module = "newsmark._newsmark")]
#[derive(Default)]
pub struct Tables {
    entities: Entities,
    mentions: Mentions,
    quotes: Quotes,
    dates: Dates,
}

#[pymethods]
impl Tables {
    #[new]
    fn new() -> Tables {
        Tables::default()
    }

    /// Adds what was found in an article, whose number in the tables is `doc`.
    fn add(&mut self, doc: usize, found: PyRef<'_, Found>) {
        let Found { text, annotations } = &*found;
        let places = Places::of(text);
        self.add_entities(doc, annotations, &places);
        self.add_mentions(doc, annotations);
        self.add_quotes(doc, &found, &places);
        self.add_dates(doc, annotations);
    }

    /// The columns of the entities, the mentions, the quotes and the dates.
    fn lists<'py>(&self, py: Python<'py>) -> PyResult<[Vec<Bound<'py, PyList>>; 4]> {
        Ok([self.entities.lists(py)?, self.mentions.lists(py)?, self.quotes.lists(py)?, self.dates.lists(py)?])
    }
}

impl Tables {
    fn add_entities(&mut self, doc: usize, annotations: &Annotations, places: &Places) {
        let table = &mut self.entities;
        for entity in &annotations.entities {
            // Every entity has a mention.
            let Some(first) = entity.mentions.first().and_then(|first| annotations.mentions.get(*first)) else { continue };
            table.doc.push(doc);
            table.entity.push(entity.id);
            table.kind.push(name(&entity.kind));
            table.name.push(entity.name.clone());
            table.roles.push(entity.roles.iter().map(|role| places.words(role.start(), role.end())).collect());
            table.mentions.push(entity.mentions.len());
            table.start.push(first.start);
            table.end.push(first.end);
        }
    }

    fn add_mentions(&mut self, doc: usize, annotations: &Annotations) {
        let table = &mut self.mentions;
        for mention in &annotations.mentions {
            let Some(entity) = annotations.entities.get(mention.entity) else { continue };
            table.doc.push(doc);
            table.start.push(mention.start);
            table.end.push(mention.end);
            table.text.push(mention.text.clone());
            table.entity.push(entity.id);
            table.kind.push(name(&entity.kind));
            table.name.push(entity.name.clone());
            table.form.push(name(&mention.form));
            table.rule.push(mention.rule.as_ref().map(name));
            table.score.push(score(mention.score));
        }
    }

    fn add_quotes(&mut self, doc: usize, found: &Found, places: &Places) {
        let table = &mut self.quotes;
        for quote in &found.annotations.quotes {
            let (speaker, cue) = (quote.speaker.as_ref(), quote.cue);
            table.doc.push(doc);
            table.start.push(quote.start);
            table.end.push(quote.end);
            table.text.push(quote.text.clone());
            table.kind.push(name(&quote.kind));
            table.speaker.push(speaker.map(|_| found.speakers_of(quote).join("; ")));
            table.speaker_text.push(speaker.map(|speaker| speaker.text.clone()));
            table.speaker_start.push(speaker.map(|speaker| speaker.start));
            table.speaker_end.push(speaker.map(|speaker| speaker.end));
            table.speaker_entities.push(speaker.map_or_else(Vec::new, |speaker| speaker.entities.clone()));
            table.speaker_score.push(speaker.map(|speaker| score(speaker.score)));
            table.cue.push(cue.map(|cue| places.words(cue.start(), cue.end())));
            table.cue_start.push(cue.map(|cue| cue.start()));
            table.cue_end.push(cue.map(|cue| cue.end()));
            table.rule.push(name(&quote.rule));
            table.score.push(score(quote.score));
        }
    }

    fn add_dates(&mut self, doc: usize, annotations: &Annotations) {
        let table = &mut self.dates;
        for date in &annotations.dates {
            table.doc.push(doc);
            table.start.push(date.start);
            table.end.push(date.end);
            table.text.push(date.text.clone());
            table.kind.push(name(&date.kind));
            table.value.push(date.value.clone());
            table.modifier.push(date.modifier.as_ref().map(name));
            table.freq.push(date.freq.clone());
            table.quant.push(date.quant.clone());
            table.from.push(date.from.clone());
            table.to.push(date.to.clone());
            table.rule.push(name(&date.rule));
            table.score.push(score(date.score));
        }
    }
}

/// An article whose words are asked for by code points.
struct Places<'t> {
    text: &'t str,
    /// The byte at which each character begins, and the end; empty where characters are bytes.
    bytes: Vec<usize>,
}

impl<'t> Places<'t> {
    fn of(text: &'t str) -> Self {
        let mut bytes = Vec::new();
        if !text.is_ascii() {
            bytes.extend(text.char_indices().map(|(at, _)| at).chain([text.len()]));
        }
        Places { text, bytes }
    }

    fn words(&self, start: usize, end: usize) -> String {
        let byte = |at: usize| if self.bytes.is_empty() { Some(at) } else { self.bytes.get(at).copied() };
        let words = byte(start).zip(byte(end)).and_then(|(start, end)| self.text.get(start..end));
        words.unwrap_or_default().to_owned()
    }
}
