//! What the caller knows, in the place of what the tagger found there: names of theirs, and matches of their patterns.
//!
//! Of what overlaps, that which begins first is taken; of two that begin together the longer; of two as long a name before a
//! pattern, and the first pattern of the list.

use super::casing::View;
use super::known::KnownNames;
use super::patterns::Matched;
use super::{EntityType, MentionRule, Name, spelling};
use crate::hashing::{self, ByHash};
use crate::span::Span;
use crate::text::Document;
use std::cmp::Reverse;

/// What the caller knows of an article.
pub(super) struct Given<'k> {
    names: &'k KnownNames,
    /// The entities that patterns found: what each is called, and what it is.
    matched: Vec<(String, EntityType)>,
}

impl<'k> Given<'k> {
    pub(super) fn new(names: &'k KnownNames) -> Self {
        Given { names, matched: Vec::new() }
    }

    /// What an entity of the caller's is called, and what it is.
    pub(super) fn get(&self, known: usize) -> (&str, EntityType) {
        let matched = known.checked_sub(self.names.len()).and_then(|index| self.matched.get(index));
        matched.map_or_else(|| self.names.get(known), |(name, kind)| (name, *kind))
    }

    /// Puts what the caller knows in the place of all that the tagger found where it stands.
    #[inline(never)]
    pub(super) fn prevail(&mut self, view: &View, mut names: Vec<Name>, matched: Matched) -> Vec<Name> {
        let mut found = self.names.found(view);
        found.extend(self.matched(view, matched));
        if found.is_empty() {
            return names;
        }
        // Sorting is stable: names stand before patterns, and these in their order.
        sort(view.document, &mut found);
        let mut end = 0;
        found.retain(|name| {
            let span = name.span(view.document);
            let free = span.start() >= end;
            end = if free { span.end() } else { end };
            free
        });
        let mut coming = found.iter().peekable();
        names.retain(|name| {
            while coming.next_if(|known| known.tokens.end <= name.tokens.start).is_some() {}
            coming.peek().is_none_or(|known| known.tokens.start >= name.tokens.end)
        });
        names.extend(found);
        sort(view.document, &mut names);
        names
    }

    /// The matches of patterns as names of the entities that they are of.
    fn matched(&mut self, view: &View, matched: Matched) -> Vec<Name> {
        // By type and name, as one hash.
        let mut known: ByHash<usize> = ByHash::default();
        let mut names = Vec::new();
        for (pattern, span) in matched.in_text(view.document.text) {
            let tokens = view.document.tokens_at(span);
            if tokens.is_empty() {
                continue;
            }
            let written = || spelling::in_one_line(span.of(view.document.text));
            let name = pattern.name.clone().unwrap_or_else(written);
            let key = hashing::string(&name).wrapping_add(pattern.kind as u64);
            let index = *known.entry(key).or_insert_with(|| {
                self.matched.push((name, pattern.kind));
                self.names.len() + self.matched.len() - 1
            });
            let exact = Some(span);
            names.push(Name { tokens, kind: pattern.kind, score: 1.0, known: Some(index), exact });
        }
        names
    }
}

/// Puts names in text order, the longer of two that begin together first.
#[inline(never)]
fn sort(document: &Document, names: &mut [Name]) {
    names.sort_by_key(|name| (name.span(document).start(), Reverse(name.span(document).end())));
}

impl Name {
    /// Where it stands: its tokens, or what a pattern matched of them.
    pub(super) fn span(&self, document: &Document) -> Span {
        self.exact.unwrap_or_else(|| document.span_of(self.tokens.clone()))
    }

    /// What of the caller's found it.
    pub(super) fn rule(&self) -> Option<MentionRule> {
        self.known.map(|_| if self.exact.is_some() { MentionRule::Pattern } else { MentionRule::Known })
    }
}
