//! **newsmark** finds in a news article who and what is named, who said what, and when.
//!
//! ```
//! use newsmark::{Options, annotate};
//!
//! let annotations = annotate("Mayor Ana Ruiz said on Monday that the bridge will open.", &Options::default());
//! assert_eq!(annotations.schema, 1);
//! ```
//!
//! One pass over the text, in time linear in its length; no clock, no network, no files. Text is only ever read, never changed.

mod annotations;
mod annotator;
mod dates;
mod entities;
pub mod export;
mod lists;
mod offsets;
mod patterns;
mod quotes;
mod span;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod web;

/// What the trainer and the benchmark share with the tagger. No part of the interface: it may change with any version.
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training {
    pub use crate::dates::find as dates_in;
    pub use crate::entities::casing::View;
    pub use crate::entities::find as entities_in;
    pub use crate::entities::tagger::LEAST;
    pub use crate::entities::tagger::model::Model;
    pub use crate::entities::tagger::names_in;
    pub use crate::entities::tagger::{article, attributes, features, hashing, labels, lattice, model, reading, runs};
    pub use crate::quotes::antecedent::{Candidate, best_by};
    pub use crate::quotes::find_by as quotes_by;
}

pub use annotations::{Annotations, Block, Entity, Mention, Quote, Reference, Speaker, TimeExpr, TimePart, Unit};
pub use annotator::{Options, annotate, annotate_with_progress};
pub use dates::{Date, DateError, DateRule, Modifier, ReferenceSource, TimeType};
pub use entities::{EntityType, Form, KnownName, KnownNameError, KnownNames};
pub use quotes::{QuoteKind, QuoteRule};
pub use span::Span;
pub use text::BlockKind;
