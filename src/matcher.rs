//! Compiles regular expressions that the caller brings, within limits, and finds their matches in stretches of a text.
//!
//! Time is linear in the text, whatever the pattern. A match is the number of a pattern and a range of bytes; `entities/patterns.rs`
//! decides what it means. This file needs nothing else of the library: in JavaScript it is a wasm of its own (`patterns/`), loaded only
//! for patterns.

use regex::{Regex, RegexBuilder};
use std::fmt;
use std::ops::Range;

/// The highest number of patterns.
const MOST_PATTERNS: usize = 100;

/// The largest size of a compiled pattern, in bytes: `\w{30}` is within it, `\w{300}` is not.
const LARGEST: usize = 4 << 20;

/// The highest number of matches per pattern in one text.
const MOST_MATCHES: usize = 10_000;

/// The number of characters of a pattern that an error shows.
const SHOWN: usize = 80;

/// Compiled patterns.
#[derive(Clone, Debug, Default)]
pub struct Matcher(Vec<Regex>);

/// A match: the number of its pattern, and its range in bytes.
pub type Match = (usize, Range<usize>);

/// Why patterns are invalid.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PatternError {
    /// The invalid entry, counted from 0.
    pub index: usize,
    /// Its pattern.
    pub pattern: String,
    /// The character of the pattern, counted from 0, at which the syntax error is; none for other problems.
    pub at: Option<usize>,
    problem: Problem,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Problem {
    /// There are too many.
    OneTooMany,
    /// It is not a regular expression.
    Syntax(String),
    TooLarge,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let begins = self.pattern.chars().take(SHOWN).collect::<String>();
        let more = if begins.len() < self.pattern.len() { "…" } else { "" };
        write!(f, "patterns[{}] ({begins:?}{more}): ", self.index)?;
        match &self.problem {
            Problem::OneTooMany => write!(f, "at most {MOST_PATTERNS} patterns are allowed"),
            Problem::Syntax(problem) => f.write_str(problem),
            Problem::TooLarge => f.write_str("too large when compiled"),
        }?;
        self.at.map_or(Ok(()), |at| write!(f, " (at character {at}, counted from 0)"))
    }
}

impl std::error::Error for PatternError {}

impl Matcher {
    /// Compiles patterns.
    pub fn new<'p>(patterns: impl IntoIterator<Item = &'p str>) -> Result<Self, PatternError> {
        let mut compiled = Vec::new();
        for (index, pattern) in patterns.into_iter().enumerate() {
            let made = match index < MOST_PATTERNS {
                true => RegexBuilder::new(pattern).size_limit(LARGEST).build().map_err(|_| problem_of(pattern)),
                false => Err((None, Problem::OneTooMany)),
            };
            compiled.push(made.map_err(|(at, problem)| PatternError { index, pattern: pattern.to_owned(), at, problem })?);
        }
        Ok(Matcher(compiled))
    }

    /// The matches in some stretches of a text, each searched separately, pattern by pattern. White space at the ends of a match is
    /// trimmed, and empty matches are dropped.
    pub fn find(&self, text: &str, stretches: &[Range<usize>]) -> Vec<Match> {
        let mut found = Vec::new();
        for (index, regex) in self.0.iter().enumerate() {
            let all = stretches.iter().flat_map(|stretch| {
                let within = text.get(stretch.clone()).unwrap_or_default();
                regex.find_iter(within).filter_map(|found| trimmed(stretch.start, found))
            });
            found.extend(all.take(MOST_MATCHES).map(|range| (index, range)));
        }
        found
    }
}

/// The range of a match in the text, without white space at its ends; none if nothing remains.
fn trimmed(stretch_start: usize, found: regex::Match) -> Option<Range<usize>> {
    let words = found.as_str().trim_start();
    let start = stretch_start.checked_add(found.end())?.checked_sub(words.len())?;
    let length = words.trim_end().len();
    (length > 0).then_some(start..start.checked_add(length)?)
}

/// Why a pattern cannot be compiled, and at which character if it has a syntax error.
fn problem_of(pattern: &str) -> (Option<usize>, Problem) {
    let (at, problem) = match regex_syntax::parse(pattern) {
        Ok(_) => return (None, Problem::TooLarge),
        Err(regex_syntax::Error::Parse(error)) => (error.span().start.offset, error.kind().to_string()),
        Err(regex_syntax::Error::Translate(error)) => (error.span().start.offset, error.kind().to_string()),
        Err(other) => (0, other.to_string()),
    };
    (pattern.get(..at).map(|before| before.chars().count()), Problem::Syntax(problem))
}
