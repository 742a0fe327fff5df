//! **newsmark** finds who and what a news article names, who said what, and when.
//!
//! ```
//! use newsmark::{Options, annotate};
//!
//! let annotations = annotate("Mayor Ana Ruiz said on Monday that the bridge will open.", &Options::default());
//! assert_eq!(annotations.schema, 2);
//! ```
//!
//! [`annotate`] takes time linear in the length of the text, never changes it, and cannot fail. It uses no clock, no network and no files.
//! All types are `Send` and `Sync`.
//!
//! # Your own names
//!
//! Names that you know are found wherever they appear.
//!
//! ```
//! use newsmark::{EntityType, KnownName, KnownNames, Options, annotate};
//!
//! let transit = KnownName {
//!     name: "Harland Transit".to_owned(),
//!     kind: EntityType::Organization,
//!     aliases: vec!["HT".to_owned()],
//!     case_sensitive: true,
//! };
//! let options = Options { names: KnownNames::new([transit])?, ..Options::default() };
//! let annotations = annotate("Nobody at HT knew.", &options);
//! assert_eq!(annotations.entities[0].name, "Harland Transit");
//! # Ok::<(), newsmark::KnownNameError>(())
//! ```
//!
//! # Offsets
//!
//! Offsets are bytes, so `&text[start..end]` is the span. [`Annotations::convert`] changes them to the units of JavaScript or Python.
//!
//! ```
//! use newsmark::{Options, Unit, annotate};
//!
//! let text = "🙂 “It is late,” said Ana Ruiz.";
//! let annotations = annotate(text, &Options::default());
//! let quote = &annotations.quotes[0];
//! assert_eq!(&text[quote.start..quote.end], "“It is late,”");
//! assert_eq!(quote.start, 5);
//! assert_eq!(annotations.convert(text, Unit::Codepoint).quotes[0].start, 2);
//! ```
//!
//! # Exports
//!
//! [`export`] writes formats for people and other programs.
//!
//! ```
//! use newsmark::export::Format;
//! use newsmark::{Options, annotate};
//!
//! let text = "“It is late,” said Ana Ruiz.";
//! let markdown = Format::Markdown.write(text, &annotate(text, &Options::default()));
//! assert!(markdown.contains("## Ana Ruiz"));
//! ```
//!
//! # JSON, and back
//!
//! ```
//! use newsmark::{Annotations, Options, annotate};
//!
//! let annotations = annotate("“It is late,” said Ana Ruiz.", &Options::default());
//! let json = serde_json::to_string(&annotations)?;
//! assert_eq!(serde_json::from_str::<Annotations>(&json)?, annotations);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Many articles
//!
//! ```
//! use newsmark::{Options, annotate};
//! use rayon::prelude::*;
//!
//! let articles = ["“It is late,” said Ana Ruiz.", "It rains."];
//! let options = Options::default();
//! let found: Vec<_> = articles.par_iter().map(|text| annotate(text, &options)).collect();
//! assert_eq!(found[0].quotes.len(), 1);
//! ```
//!
//! # Features
//!
//! - `patterns`, on by default: regular expressions of your own ([`Options::patterns`]).
//! - `web`: the JavaScript bindings of the npm package. Leave it off to use newsmark inside a wasm of your own, without `wasm-bindgen`.
//! - `cli`: the command line.
//!
//! newsmark needs Rust 1.95 or newer. A minor version can add variants to an enum, so a `match` needs a wildcard arm.

// No input may crash the program. Wherever indexing or arithmetic is allowed, the lint's `reason` explains why it cannot fail. Tests and
// fuzzing run with overflow checks.
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable, clippy::todo)]
#![deny(clippy::indexing_slicing, clippy::string_slice, clippy::arithmetic_side_effects)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::arithmetic_side_effects
    )
)]

mod annotations;
mod annotator;
#[expect(clippy::arithmetic_side_effects, reason = "days of a calendar of four-digit years, and counts within one text")]
mod dates;
#[expect(
    clippy::arithmetic_side_effects,
    reason = "counts within one text, which memory bounds; what may be before the first is checked"
)]
mod entities;
#[expect(
    clippy::arithmetic_side_effects,
    reason = "counts within one text, which memory bounds; what may be before the first is checked"
)]
pub mod export;
#[expect(clippy::arithmetic_side_effects, reason = "fewer than eight bytes are told by their number")]
mod hashing;
#[expect(clippy::arithmetic_side_effects, reason = "a slot is below the number of slots")]
mod lists;
#[cfg(feature = "patterns")]
mod matcher;
#[expect(clippy::arithmetic_side_effects, reason = "lengths are checked before; sums within a table are below its length")]
mod model;
#[expect(
    clippy::arithmetic_side_effects,
    reason = "counts within one text, which memory bounds; what may be before the first is checked"
)]
mod offsets;
mod patterns;
#[expect(
    clippy::arithmetic_side_effects,
    reason = "counts within one text, which memory bounds; what may be before the first is checked"
)]
mod quotes;
#[expect(clippy::arithmetic_side_effects, reason = "counts within one text, which memory bounds")]
mod room;
#[expect(clippy::arithmetic_side_effects, reason = "a span never ends before it starts")]
mod span;
#[expect(
    clippy::arithmetic_side_effects,
    reason = "counts within one text, which memory bounds; what may be before the first is checked"
)]
mod syntax;
#[expect(
    clippy::arithmetic_side_effects,
    reason = "counts within one text, which memory bounds; what may be before the first is checked"
)]
pub mod text;
#[cfg(all(feature = "web", target_arch = "wasm32"))]
#[expect(clippy::arithmetic_side_effects, reason = "counts within one page")]
pub mod web;

/// What the trainer and the benchmark share with the tagger. No part of the interface: it may change with any version.
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training {
    pub use crate::dates::find as dates_in;
    pub use crate::entities::casing::View;
    /// The entities of an article of which nothing is known beforehand.
    pub fn entities_in(document: &crate::text::Document) -> crate::entities::Entities {
        crate::entities::find(document, &crate::KnownNames::default(), crate::entities::Matched::NOTHING)
    }
    pub use crate::entities::tagger::LEAST;
    pub use crate::entities::tagger::names_in;
    pub use crate::entities::tagger::{article, attributes, features, labels, lattice, net, reading, runs};
    pub use crate::model::tagger as model;
    pub use crate::model::tagger::Model;
    pub mod hashing {
        pub use crate::hashing::{ByHash, Hashes, string};
    }
    pub mod syntax {
        pub use crate::syntax::{LABELS, Label, Mask, Tag, decoder, features, model, only, tag, tag_by, word_class, words};
    }
    pub mod text {
        pub use crate::text::{Case, Document, TokenKind};
    }
    pub use crate::quotes::antecedent::{Candidate, Choice, best_by};
    pub use crate::quotes::clause_end::{Feature, ends, joined};
    pub use crate::quotes::described as described_quotes;
    pub use crate::quotes::find as quotes_in;
    pub use crate::quotes::find_by as quotes_by;
    pub use crate::quotes::score::span_feature;
    pub use crate::quotes::tags as quote_tags;
}

pub use annotations::{Annotations, Block, Entity, Mention, Quote, Reference, Speaker, TimeExpr, TimePart, Unit};
#[doc(hidden)]
pub use annotator::constructions_of;
pub use annotator::{Options, annotate, annotate_with_progress};
pub use dates::{Date, DateError, DateRule, Modifier, ReferenceSource, TimeType};
#[cfg(feature = "patterns")]
pub use entities::patterns::Patterns;
pub use entities::{EntityType, Form, KnownName, KnownNameError, KnownNames, MentionRule, Pattern};
#[cfg(feature = "patterns")]
pub use matcher::PatternError;
#[doc(hidden)]
pub use quotes::Construction;
pub use quotes::{QuoteKind, QuoteRule};
pub use span::Span;
pub use text::BlockKind;
