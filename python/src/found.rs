//! The annotations of one article as Python reads them: rows of plain values, in the order of the fields in `newsmark/annotations.py`.

use crate::given;
use newsmark::{Annotations, Date, Options, Quote, Span, TimeExpr, Unit, export};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyString, PyTuple};
use serde::Serialize;
use serde_json::Value;
use std::fmt;

/// Makes a row: a tuple of any length, of values of any type.
macro_rules! row {
    ($py:expr, $($value:expr),+ $(,)?) => { PyTuple::new($py, [$($value.into_pyobject($py)?.into_any().unbind()),+]) };
}

/// An article and what was found in it.
#[pyclass(frozen, module = "newsmark._newsmark")]
pub struct Found {
    /// The article.
    pub text: PyBackedStr,
    /// Offsets are code points.
    pub annotations: Annotations,
}

/// Annotates one text.
#[pyfunction]
pub fn annotate(
    py: Python<'_>,
    text: &Bound<'_, PyString>,
    date: Option<&str>,
    names: Option<&str>,
    patterns: Option<&str>,
    everything: bool,
) -> PyResult<Found> {
    let (text, date, options) = (given::text(text)?, given::day(date)?, given::options(names, patterns, everything)?);
    Ok(py.detach(|| Found::of(text, date, options)))
}

impl Found {
    /// What is found in a text of a day.
    pub fn of(text: PyBackedStr, date: Option<Date>, options: Options) -> Found {
        let annotations = newsmark::annotate(&text, &Options { date, ..options }).convert(&text, Unit::Codepoint);
        Found { text, annotations }
    }

    /// The fullest name of each who is credited with a quote; the words for them where they are not named.
    pub fn speakers_of<'a>(&'a self, quote: &'a Quote) -> Vec<&'a str> {
        let Some(speaker) = &quote.speaker else { return Vec::new() };
        match &*speaker.entities {
            [] => vec![&speaker.text],
            ids => ids.iter().filter_map(|id| self.annotations.entities.get(*id)).map(|entity| &*entity.name).collect(),
        }
    }
}

#[pymethods]
impl Found {
    /// What `json` wrote, with its text.
    #[new]
    fn new(text: &Bound<'_, PyString>, json: &str) -> PyResult<Found> {
        let annotations: Annotations =
            serde_json::from_str(json).map_err(|error| given::invalid("not annotations: ", error))?;
        let text = given::text(text)?;
        let annotations = annotations.convert(&text, Unit::Codepoint);
        Ok(Found { text, annotations })
    }

    fn json(&self) -> PyResult<String> {
        serde_json::to_string(&self.annotations).map_err(|error| given::invalid("", error))
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn language(&self) -> Option<&str> {
        self.annotations.language.as_deref()
    }

    fn reference(&self) -> (Option<&str>, String) {
        (self.annotations.reference.date.as_deref(), name(&self.annotations.reference.source))
    }

    /// How many entities, mentions, quotes and dates there are.
    fn counts(&self) -> (usize, usize, usize, usize) {
        let Annotations { entities, mentions, quotes, dates, .. } = &self.annotations;
        (entities.len(), mentions.len(), quotes.len(), dates.len())
    }

    fn blocks(&self) -> Vec<(usize, usize, String)> {
        self.annotations.blocks.iter().map(|block| (block.start, block.end, name(&block.kind))).collect()
    }

    fn entities(&self) -> Vec<(usize, String, &str, Vec<(usize, usize)>, &[usize])> {
        let entities = self.annotations.entities.iter();
        entities.map(|e| (e.id, name(&e.kind), &*e.name, ends(&e.roles), &*e.mentions)).collect()
    }

    fn mentions(&self) -> Vec<(usize, usize, &str, usize, String, Option<String>, f64)> {
        let mentions = self.annotations.mentions.iter();
        mentions
            .map(|m| (m.start, m.end, &*m.text, m.entity, name(&m.form), m.rule.as_ref().map(name), score(m.score)))
            .collect()
    }

    fn quotes<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyTuple>>> {
        let quote = |q: &Quote| {
            let speaker = q.speaker.as_ref();
            let speaker = speaker.map(|s| (s.start, s.end, &*s.text, &*s.entities, score(s.score)));
            let cue = q.cue.map(|cue| (cue.start(), cue.end()));
            row!(py, q.start, q.end, &*q.text, ends(&q.parts), name(&q.kind), speaker, cue, name(&q.rule), score(q.score))
        };
        self.annotations.quotes.iter().map(quote).collect()
    }

    fn dates<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyTuple>>> {
        let date = |d: &TimeExpr| {
            let parts: Vec<_> = d.parts.iter().map(|part| (part.start, part.end, &*part.value)).collect();
            let modifier = d.modifier.as_ref().map(name);
            row!(
                py,
                d.start,
                d.end,
                &*d.text,
                name(&d.kind),
                &*d.value,
                modifier,
                d.freq.as_deref(),
                d.quant.as_deref(),
                d.from.as_deref(),
                d.to.as_deref(),
                parts,
                name(&d.rule),
                score(d.score),
            )
        };
        self.annotations.dates.iter().map(date).collect()
    }

    /// The article as a file of a format.
    fn export(&self, py: Python<'_>, format: String) -> PyResult<String> {
        if format == "text" {
            return Ok(export::text(&self.text, &self.annotations, 100));
        }
        let format: export::Format =
            serde_json::from_value(Value::String(format)).map_err(|error| given::invalid("format: ", error))?;
        Ok(py.detach(|| format.write(&self.text, &self.annotations)))
    }
}

fn ends(spans: &[Span]) -> Vec<(usize, usize)> {
    spans.iter().map(|span| (span.start(), span.end())).collect()
}

/// The name that JSON has for a kind or a rule.
pub fn name<T: Serialize>(of: &T) -> String {
    struct Name<'t, T>(&'t T);
    impl<T: Serialize> fmt::Display for Name<'_, T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.serialize(f)
        }
    }
    Name(of).to_string()
}

/// A score with the digits that JSON shows of it.
pub fn score(score: f32) -> f64 {
    score.to_string().parse().unwrap_or(f64::from(score))
}
