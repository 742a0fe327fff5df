//! Parts: a name that is short for a longer one, as its first or its last words. Persons are no business of this module.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

use super::{Cluster, Joiner};
use crate::entities::tagger::storms;
use crate::entities::{EntityType, names};
use crate::hashing::{self, ByHash};
use crate::lists;

/// The longest name whose ends are looked at for what is short for it, in words.
const PARTS: usize = 8;

impl Joiner<'_, '_, '_> {
    /// "Amnesty" for "Amnesty International", "the Assembly" for "the General Assembly", "the Yankees" for "the New York
    /// Yankees", "Milton" for "Hurricane Milton": the first word, or the last words, of the one organization or event that begins
    /// or ends so.
    #[inline(never)]
    pub(super) fn parts(&mut self) {
        for kind in [EntityType::Organization, EntityType::Event, EntityType::Other] {
            self.parts_of(kind);
        }
    }

    fn parts_of(&mut self, kind: EntityType) {
        let key = |is_end: bool, part: &str| hashing::both(hashing::string(part), u64::from(is_end));
        let mut whole: ByHash<Option<usize>> = ByHash::default();
        let mut named = vec![false; self.clusters.len()];
        let names = self.names.iter().zip(&self.of_name);
        names.for_each(|(name, &cluster)| named[cluster] |= name.kind == kind);
        let clusters: Vec<usize> = (0..named.len()).filter(|&cluster| named[cluster]).collect();
        for &cluster in &clusters {
            let words = &self.clusters[cluster].words;
            let one = |known: &mut Option<usize>| *known = known.filter(|&known| self.root(known) == self.root(cluster));
            let ends = (1..words.len().min(PARTS)).map(|from| key(true, &words[from..].join(" ")));
            let begins = words.len() > 1 || self.is_incorporated(cluster);
            // "Grey Harbour" for "Grey Harbour Oslo".
            let starts = (2..words.len().min(PARTS)).map(|to| key(false, &words[..to].join(" ")));
            for part in ends.chain(begins.then(|| key(false, &words[0]))).chain(starts) {
                whole.entry(part).and_modify(one).or_insert(Some(cluster));
            }
        }
        self.shortened_inside(&clusters);
        let lone = if kind == EntityType::Organization { self.lone_words() } else { Vec::new() };
        for (cluster, end) in clusters.into_iter().chain(lone).flat_map(|cluster| [(cluster, false), (cluster, true)]) {
            let words = self.clusters[cluster].words.join(" ");
            if let Some(&Some(full)) = whole.get(&key(end, &words))
                && self.is_part(&words, full, end)
                && (named[cluster] || end || self.is_incorporated(full))
            {
                self.unite(cluster, full);
            }
        }
    }

    /// "The Solvik Festival" for "the Solvik Jazz Festival": the first and the last word of the one name that has others between.
    fn shortened_inside(&mut self, clusters: &[usize]) {
        let mut longer: ByHash<Option<usize>> = ByHash::default();
        for &cluster in clusters.iter().filter(|&&cluster| self.clusters[cluster].words.len() > 2) {
            let words = &self.clusters[cluster].words;
            let ends = format!("{} {}", words[0], words[words.len() - 1]);
            longer.entry(hashing::string(&ends)).and_modify(|known| *known = None).or_insert(Some(cluster));
        }
        for &cluster in clusters {
            let words = &self.clusters[cluster].words;
            if words.len() == 2
                && let Some(&Some(full)) = longer.get(&hashing::string(&words.join(" ")))
            {
                self.unite(cluster, full);
            }
        }
    }

    /// Persons called by one word that nobody's full name has: "Wanderers" beside "Dunmore Wanderers", "Sayers" beside "Sayers Ltd".
    fn lone_words(&self) -> Vec<usize> {
        let people = self.names.iter().zip(&self.of_name).filter(|(name, _)| name.kind == EntityType::Person);
        let is_lone = |&cluster: &usize| {
            let Cluster { words, gender, known, same_as, .. } = &self.clusters[cluster];
            words.len() == 1 && gender.is_none() && known.or(*same_as).is_none()
        };
        people.map(|(_, &cluster)| cluster).filter(is_lone).collect()
    }

    /// Whether some words can be short for the organization that begins or ends with them. What lists know by itself stays
    /// itself ("Ford" beside the "Ford Foundation"), but for a party, a club ("Leeds United"), and a company whose legal form is told
    /// ("Samsung Electronics Co."), or where just a place or a people is left out ("U.S. Air Force").
    fn is_part(&self, words: &str, full: usize, end: bool) -> bool {
        let name = &self.names[self.clusters[full].latest];
        let all = &self.clusters[full].words;
        let listed = names::look_up(words).named();
        if end {
            let left_out = &all[..all.len().saturating_sub(words.split(' ').count())];
            if left_out.last().is_some_and(|last| storms::is_kind(last)) {
                return true;
            }
            let left_out = names::look_up(&left_out.join(" "));
            // "The House" is one of parliament, not the White House.
            left_out.place() || left_out.group() || !listed && words != "house"
        } else {
            let last = &self.view.lower[name.tokens.end - 1];
            !listed || last == "party" || lists::CLUB_WORDS.contains(last) || self.is_incorporated(full)
        }
    }

    /// Whether a name ends in a company's legal form.
    fn is_incorporated(&self, cluster: usize) -> bool {
        let name = &self.names[self.clusters[cluster].latest];
        lists::LEGAL_FORMS.contains(self.view.lower[name.tokens.end - 1].trim_end_matches('.'))
    }
}
