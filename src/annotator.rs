//! The pipeline, on one page: it calls the stages in order and does no work of its own.

#[cfg(feature = "patterns")]
use crate::Patterns;
use crate::annotations::Annotations;
use crate::dates::Date;
use crate::entities::patterns;
use crate::entities::{KnownNames, Matched, Pattern};
use crate::text::{Document, Reading};
use crate::{dates, entities, quotes, syntax};
use std::convert::Infallible;
use std::ops::Range;

/// Options for one article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// The publication date, which "yesterday" counts from. Without it, newsmark looks for the date in the article.
    pub date: Option<Date>,
    /// Names of the caller's own: found wherever they appear, whatever the text suggests.
    pub names: KnownNames,
    /// Patterns of the caller's own: every match is an entity, whatever the text suggests.
    #[cfg(feature = "patterns")]
    pub patterns: Patterns,
    /// Whether to annotate everything: what a page adds around the article, and text that is not in English.
    pub everything: bool,
}

/// Finds the entities, quotes and dates of an article. Offsets are UTF-8 bytes; [`Annotations::convert`] changes the unit.
///
/// Works on any text, in time linear in its length, and cannot fail.
pub fn annotate(text: &str, options: &Options) -> Annotations {
    annotate_with_progress(text, options, |_| ())
}

/// The construction that found each quote of [`annotate`], in the same order: for tests and counts, not part of the interface.
#[doc(hidden)]
pub fn constructions_of(text: &str, options: &Options) -> Vec<quotes::Construction> {
    let reading = Reading::of(text);
    let document = Document::of(&reading);
    let entities = entities::find(&document, &options.names, Matched::NOTHING);
    let quotes = quotes::find(&document, &entities, &syntax::tag(&document));
    quotes.iter().map(|quote| quote.construction).collect()
}

/// Like [`annotate`], and reports after each stage what share of the work is done.
pub fn annotate_with_progress(text: &str, options: &Options, progress: impl FnMut(f64)) -> Annotations {
    #[cfg(feature = "patterns")]
    let patterns = &options.patterns;
    #[cfg(feature = "patterns")]
    let (list, find) = (patterns.list(), |text: &str, stretches: &[Range<usize>]| Ok(patterns.find(text, stretches)));
    #[cfg(not(feature = "patterns"))]
    let (list, find) = (&[][..], |_: &str, _: &[Range<usize>]| Ok(Vec::new()));
    let Ok(annotations) = annotate_by(text, options, list, find, progress) as Result<_, Infallible>;
    annotations
}

/// Like [`annotate_with_progress`], with a function that matches the patterns: `find` gets the clean text, and the stretches of it to search.
/// Its error is returned.
pub(crate) fn annotate_by<E>(
    text: &str,
    options: &Options,
    patterns: &[Pattern],
    find: impl FnOnce(&str, &[Range<usize>]) -> Result<Vec<(usize, Range<usize>)>, E>,
    mut progress: impl FnMut(f64),
) -> Result<Annotations, E> {
    // Shares of the instructions that news takes: docs/experiments.md, Speed.
    let reading = Reading::of(text);
    let document = if options.everything { Document::of_everything(&reading) } else { Document::of(&reading) };
    let matches = match patterns {
        [] => Vec::new(),
        _ => find(document.text, &patterns::stretches(&document))?,
    };
    progress(0.15);
    let tags = syntax::tag(&document);
    let entities = entities::find(&document, &options.names, Matched { patterns, matches: &matches });
    progress(0.75);
    let quotes = quotes::find(&document, &entities, &tags);
    progress(0.9);
    let (reference, dates) = dates::find(&document, &tags, &entities, options.date);
    let annotations = Annotations::assemble(&document, &reading, reference, entities, quotes, dates);
    progress(1.0);
    Ok(annotations)
}
