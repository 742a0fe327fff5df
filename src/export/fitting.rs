//! Checks whether annotations belong to a text, so that writers can rely on their offsets and indices.

use crate::annotations::{Annotations, Unit};
use std::borrow::Cow;

/// The annotations with offsets in bytes; empty lists if they belong to another text.
pub(super) fn fitting<'a>(text: &str, annotations: &'a Annotations) -> Cow<'a, Annotations> {
    let mut annotations = match annotations.offsets {
        Unit::Byte => Cow::Borrowed(annotations),
        _ => Cow::Owned(annotations.clone().convert(text, Unit::Byte)),
    };
    if first_wrong(&annotations, |offset| text.is_char_boundary(offset)).is_some() {
        let Annotations { blocks, entities, mentions, quotes, dates, .. } = annotations.to_mut();
        (*blocks, *entities, *mentions, *quotes, *dates) = Default::default();
    }
    annotations
}

/// The first annotation with an offset or an index that is out of range.
pub(crate) fn first_wrong(annotations: &Annotations, is_offset: impl Fn(usize) -> bool) -> Option<String> {
    let Annotations { blocks, entities, mentions, quotes, dates, .. } = annotations;
    let is_span = |start: usize, end: usize| start <= end && is_offset(start) && is_offset(end);
    let is_entity = |id: usize| id < entities.len();
    let wrong = |list: &str, index: Option<usize>| index.map(|index| format!("{list}[{index}]"));
    wrong("blocks", blocks.iter().position(|b| !is_span(b.start, b.end)))
        .or_else(|| {
            let mut entities = entities.iter().enumerate();
            let index = entities.position(|(index, entity)| {
                entity.id != index
                    || entity.roles.iter().any(|role| !is_span(role.start(), role.end()))
                    || entity.mentions.iter().any(|&mention| mention >= mentions.len())
            });
            wrong("entities", index)
        })
        .or_else(|| wrong("mentions", mentions.iter().position(|m| !is_span(m.start, m.end) || !is_entity(m.entity))))
        .or_else(|| {
            let index = quotes.iter().position(|quote| {
                !is_span(quote.start, quote.end)
                    || quote.parts.iter().chain(&quote.cue).any(|span| !is_span(span.start(), span.end()))
                    || quote.speaker.iter().any(|s| !is_span(s.start, s.end) || !s.entities.iter().all(|id| is_entity(*id)))
            });
            wrong("quotes", index)
        })
        .or_else(|| {
            let index = dates.iter().position(|date| {
                !is_span(date.start, date.end) || date.parts.iter().any(|part| !is_span(part.start, part.end))
            });
            wrong("dates", index)
        })
}
