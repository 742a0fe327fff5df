//! The caller's own patterns: what their regular expressions match is a mention of an entity, whatever the tagger makes of the words.
//!
//! A pattern is matched in each paragraph by itself, in what is read of it: a line that was wrapped is whole again. Where the
//! expressions are run, and that they are no better than linear, is `matcher.rs`.

use super::EntityType;
use crate::span::Span;
use crate::text::Document;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// One pattern of the caller's.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// What it matches is of this type.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// A regular expression, in the syntax of the `regex` crate.
    pub pattern: String,
    /// What the one entity is called that all its matches are mentions of. Without it, each text that it matches is an entity.
    #[serde(default)]
    pub name: Option<String>,
}

/// What some patterns matched in an article.
#[derive(Clone, Copy)]
pub struct Matched<'p> {
    /// The patterns.
    pub patterns: &'p [Pattern],
    /// The number of a pattern, and where it matched, in bytes of what is read.
    pub matches: &'p [(usize, Range<usize>)],
}

impl<'p> Matched<'p> {
    /// Of no pattern.
    pub const NOTHING: Matched<'static> = Matched { patterns: &[], matches: &[] };

    /// The matches that lie in the text.
    pub(super) fn in_text(&self, text: &str) -> impl Iterator<Item = (&'p Pattern, Span)> {
        let found = |(pattern, range): &(usize, Range<usize>)| {
            let words = text.get(range.clone()).filter(|words| !words.is_empty());
            words.and(self.patterns.get(*pattern)).map(|pattern| (pattern, Span::new(range.start, range.end)))
        };
        self.matches.iter().filter_map(found)
    }
}

/// The stretches of a document that patterns are looked for in: its paragraphs, as far as they are read.
pub fn stretches(document: &Document) -> Vec<Range<usize>> {
    let read = document.blocks.iter().filter(|block| !block.sentences.is_empty());
    read.map(|block| block.span.start()..block.span.end()).collect()
}

#[cfg(feature = "patterns")]
mod compiled {
    use super::Pattern;
    use crate::matcher::{Match, Matcher, PatternError};
    use std::ops::Range;

    /// A list of patterns that were checked and compiled. Empty by default.
    #[derive(Clone, Debug, Default)]
    pub struct Patterns {
        list: Vec<Pattern>,
        matcher: Matcher,
    }

    impl Patterns {
        /// Compiles a list: there are at most 100 patterns, each is a regular expression, and none is too large.
        pub fn new(list: impl IntoIterator<Item = Pattern>) -> Result<Self, PatternError> {
            let list: Vec<Pattern> = list.into_iter().collect();
            let matcher = Matcher::new(list.iter().map(|pattern| &*pattern.pattern))?;
            Ok(Patterns { list, matcher })
        }

        pub(crate) fn list(&self) -> &[Pattern] {
            &self.list
        }

        pub(crate) fn find(&self, text: &str, stretches: &[Range<usize>]) -> Vec<Match> {
            self.matcher.find(text, stretches)
        }
    }

    impl PartialEq for Patterns {
        fn eq(&self, other: &Self) -> bool {
            self.list == other.list
        }
    }

    impl Eq for Patterns {}
}

#[cfg(feature = "patterns")]
pub use compiled::Patterns;
