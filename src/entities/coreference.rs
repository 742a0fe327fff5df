//! Coreference: which names name the same thing, and what roles the text gives it.

use super::{Entities, Entity, Form, Mention, Name};
use crate::text::Document;

/// Joins names into entities.
pub(super) fn join(document: &Document, names: Vec<Name>) -> Entities {
    let mut entities = Entities::default();
    for name in names {
        let span = document.span_of(name.tokens.clone());
        entities.mentions.push(Mention {
            tokens: name.tokens,
            span,
            entity: entities.entities.len(),
            form: Form::Name,
            score: name.score,
        });
        entities.entities.push(Entity {
            kind: name.kind,
            name: span.of(document.text).to_owned(),
            roles: Vec::new(),
            gender: None,
            plural: false,
        });
    }
    entities
}
