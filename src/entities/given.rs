//! What the caller knows, in the place of what the tagger found there: names of theirs, and matches of their patterns.
//!
//! Of what overlaps, that which begins first is taken; of two that begin together the longer; of two as long a name before a
//! pattern, and the first pattern of the list.

use super::casing::View;
use super::known::KnownNames;
use super::patterns::Matched;
use super::{EntityType, MentionRule, Name, spelling};
use crate::span::Span;
use std::cmp::Reverse;
use std::collections::HashMap;

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
        let span = |name: &Name| name.span(view.document);
        // Sorting is stable: names stand before patterns, and these in their order.
        found.sort_by_key(|name| (span(name).start(), Reverse(span(name).end())));
        let mut end = 0;
        found.retain(|name| {
            let free = span(name).start() >= end;
            end = if free { span(name).end() } else { end };
            free
        });
        let mut coming = found.iter().peekable();
        names.retain(|name| {
            while coming.next_if(|known| known.tokens.end <= name.tokens.start).is_some() {}
            coming.peek().is_none_or(|known| known.tokens.start >= name.tokens.end)
        });
        names.extend(found);
        names.sort_by_key(|name| span(name).start());
        names
    }

    /// The matches of patterns as names of the entities that they are of.
    fn matched(&mut self, view: &View, matched: Matched) -> Vec<Name> {
        let mut known: HashMap<(EntityType, String), usize> = HashMap::new();
        let mut names = Vec::new();
        for (pattern, span) in matched.in_text(view.document.text) {
            let tokens = view.document.tokens_at(span);
            if tokens.is_empty() {
                continue;
            }
            let written = || spelling::in_one_line(span.of(view.document.text));
            let key = (pattern.kind, pattern.name.clone().unwrap_or_else(written));
            let index = *known.entry(key).or_insert_with_key(|(kind, name)| {
                self.matched.push((name.clone(), *kind));
                self.names.len() + self.matched.len() - 1
            });
            let exact = Some(span);
            names.push(Name { tokens, kind: pattern.kind, score: 1.0, known: Some(index), exact });
        }
        names
    }
}

impl Name {
    /// Where it stands: its tokens, or what a pattern matched of them.
    pub(super) fn span(&self, document: &crate::text::Document) -> Span {
        self.exact.unwrap_or_else(|| document.span_of(self.tokens.clone()))
    }

    /// What of the caller's found it.
    pub(super) fn rule(&self) -> Option<MentionRule> {
        self.known.map(|_| if self.exact.is_some() { MentionRule::Pattern } else { MentionRule::Known })
    }
}
