//! Coreference: which names name the same thing.
//!
//! Full names first, then what is short for them: surnames, acronyms, aliases, other spellings. Where two full names fit a
//! short one, honorifics decide, then who was called by it before there were two, then who was named last. A nationality is
//! never joined to its country, and nothing is joined on likeness alone.
#![expect(clippy::indexing_slicing, reason = "indices are those that the lists of names and entities gave out")]

mod parts;

use super::called;
use super::casing::View;
use super::given::Given;
use super::roles::{self, Beside};
use super::{Entities, Entity, EntityType, Form, Gender, Mention, Name, gender, spelling};
use crate::hashing::{self, ByHash};
use crate::lists;
use crate::room;
use crate::text::Case;
use std::collections::HashMap;
use std::ops::Range;

/// How many full names with one surname are told apart; a text with more is a register, not an article.
const NAMESAKES: usize = 12;

/// How sure a name must be to be of another type than the others like it.
const SURELY: f32 = 0.8;

/// How many types there are.
const TYPES: usize = EntityType::Other as usize + 1;

/// Names of one thing.
struct Cluster {
    /// The words of its fullest name, as they are compared.
    words: Vec<String>,
    gender: Option<Gender>,
    /// The caller's name for it.
    known: Option<usize>,
    /// The cluster it turned out to be the same as.
    same_as: Option<usize>,
    /// How many clusters are the same as it, itself among them.
    size: usize,
    /// The last name, in text order, that was joined to it.
    latest: usize,
    /// Whether a person was called by the surname alone while nobody else of it had been named.
    called: bool,
}

/// Joins names into entities, and finds their roles.
pub(super) fn join(view: &View, names: Vec<Name>, known: &Given) -> Entities {
    let beside: Vec<Option<Beside>> = names
        .iter()
        .map(|name| (name.kind == EntityType::Person).then(|| roles::beside(view, &names, &name.tokens)))
        .collect();
    let mut joiner = Joiner::new(view, &names, &beside);
    joiner.full_names();
    joiner.short_names();
    joiner.forget();
    joiner.acronyms();
    joiner.parts();
    joiner.handles();
    joiner.called();
    joiner.entities(known)
}

struct Joiner<'a, 'd, 't> {
    view: &'a View<'d, 't>,
    names: &'a [Name],
    beside: &'a [Option<Beside>],
    clusters: Vec<Cluster>,
    /// The cluster of each name.
    of_name: Vec<usize>,
    /// The cluster of each key: of what is no person, and of persons.
    by_key: [ByHash<usize>; 2],
    by_known: HashMap<usize, usize>,
    by_surname: ByHash<Vec<usize>>,
    by_given_name: ByHash<Vec<usize>>,
    /// Names, in text order, that the persons do not go by.
    former: Vec<usize>,
}

impl<'a, 'd, 't> Joiner<'a, 'd, 't> {
    fn new(view: &'a View<'d, 't>, names: &'a [Name], beside: &'a [Option<Beside>]) -> Self {
        Joiner {
            view,
            names,
            beside,
            clusters: Vec::new(),
            of_name: vec![usize::MAX; names.len()],
            by_key: [ByHash::default(), ByHash::default()],
            by_known: HashMap::new(),
            by_surname: ByHash::default(),
            by_given_name: ByHash::default(),
            former: Vec::new(),
        }
    }

    fn words(&self, name: usize) -> Vec<String> {
        spelling::words(self.view, &self.names[name].tokens, self.names[name].kind)
    }

    /// The gender that a mention's own title tells.
    fn told(&self, name: usize) -> Option<Gender> {
        self.beside[name].as_ref().and_then(|beside| beside.gender)
    }

    fn open(&mut self, name: usize, key: u64, words: Vec<String>) -> usize {
        let cluster = self.clusters.len();
        let person = self.names[name].kind == EntityType::Person;
        let gender = self
            .told(name)
            .or_else(|| if person { gender::of_first_name(self.view, &self.names[name].tokens) } else { None });
        self.by_key[usize::from(person)].insert(key, cluster);
        if person && words.len() > 1 {
            self.by_surname.entry(hashing::string(&words[words.len() - 1])).or_default().push(cluster);
            // "Lula" for "Luiz Inácio Lula da Silva": middle names are called by too, particles and initials are not.
            for (at, given) in words[..words.len() - 1].iter().enumerate() {
                if at == 0 || given.len() > 3 {
                    self.by_given_name.entry(hashing::string(given)).or_default().push(cluster);
                }
            }
        }
        let known = self.names[name].known;
        self.by_known.extend(known.map(|known| (known, cluster)));
        room::make(&mut self.clusters, name, self.names.len());
        self.clusters.push(Cluster { words, gender, known, same_as: None, size: 1, latest: name, called: false });
        cluster
    }

    fn put(&mut self, name: usize, cluster: usize) {
        self.of_name[name] = cluster;
        self.clusters[cluster].latest = name;
        if let Some(told) = self.told(name) {
            self.clusters[cluster].gender = Some(told);
        }
    }

    /// Everything but persons' single names: what the caller knows, by their list alone; the others by key, and persons by
    /// surname and first name.
    #[inline(never)]
    fn full_names(&mut self) {
        for name in 0..self.names.len() {
            let words = self.words(name);
            let person = self.names[name].kind == EntityType::Person;
            let key = hashing::string(&spelling::canonical(words.join(" ")));
            if let Some(known) = self.names[name].known {
                let cluster = self.by_known.get(&known).copied().unwrap_or_else(|| self.open(name, key, words));
                self.put(name, cluster);
                continue;
            }
            if person && words.len() < 2 {
                continue;
            }
            let known = self.by_key[usize::from(person)].get(&key).copied();
            let cluster = known.unwrap_or_else(|| match self.same_person(name, &words) {
                Some(cluster) => {
                    self.by_key[usize::from(person)].insert(key, cluster);
                    cluster
                }
                None => self.open(name, key, words),
            });
            self.put(name, cluster);
        }
    }

    /// Of a person's name: the person already named with this surname and a first name that agrees.
    fn same_person(&self, name: usize, words: &[String]) -> Option<usize> {
        if self.names[name].kind != EntityType::Person {
            return None;
        }
        let namesakes = self.by_surname.get(&hashing::string(words.last()?))?;
        let told = self.told(name);
        namesakes.iter().copied().take(NAMESAKES).find(|&cluster| {
            let other = &self.clusters[cluster];
            let genders = told.is_none() || other.gender.is_none() || told == other.gender;
            genders
                && (spelling::first_names_agree(&other.words[0], &words[0])
                    && spelling::middle_names_agree(&other.words, words)
                    || other.words.ends_with(words)
                    || words.ends_with(&other.words))
        })
    }

    /// Persons named by one word: by surname, else by a given name where only one person bears it.
    #[inline(never)]
    fn short_names(&mut self) {
        for name in 0..self.names.len() {
            if self.of_name[name] != usize::MAX {
                let cluster = self.of_name[name];
                self.clusters[cluster].latest = name;
                continue;
            }
            let words = self.words(name);
            let key = hashing::string(&words.join(" "));
            let told = self.told(name);
            let known = words.first().and_then(|word| self.bearer(name, word)).or_else(|| {
                let alone = self.by_key[usize::from(true)].get(&key).copied();
                alone.filter(|&cluster| {
                    told.is_none() || self.clusters[cluster].gender.is_none_or(|other| Some(other) == told)
                })
            });
            let cluster = known.unwrap_or_else(|| self.open(name, key, words));
            self.put(name, cluster);
        }
    }

    /// Forgets what full and short names were found by: entities take the room.
    fn forget(&mut self) {
        self.by_key = Default::default();
        self.by_known = HashMap::new();
        (self.by_surname, self.by_given_name) = Default::default();
    }

    /// Who bears a surname, or alone bears a given name: of several, those whose gender fits, and of these who was called by it
    /// first ("Daley" in an article about Ifeoma Daley that names her mother, Grace Daley), else the last named.
    fn bearer(&mut self, name: usize, word: &str) -> Option<usize> {
        let told = self.told(name);
        let fits = |&cluster: &usize| {
            told.is_none() || self.clusters[cluster].gender.is_none() || told == self.clusters[cluster].gender
        };
        let key = hashing::string(word);
        if let Some(family) = self.by_surname.get(&key) {
            let fitting = family.iter().copied().take(NAMESAKES).filter(fits);
            let before = fitting.clone().filter(|&cluster| self.clusters[cluster].latest < name);
            let named = before.max_by_key(|&cluster| (self.clusters[cluster].called, self.clusters[cluster].latest));
            let alone = family.iter().take(NAMESAKES).filter(|&&cluster| self.clusters[cluster].latest < name).count() == 1;
            let bearer = named.or_else(|| fitting.min());
            if let Some(named) = named {
                self.clusters[named].called |= alone;
            }
            return bearer;
        }
        // "Pope Leo" is Leo XIV, and "Sir Alan" Alan Peers; "Mr. Leo" is another.
        let titled = roles::goes_with_given_name(self.view, self.names[name].tokens.start);
        let given = |only| titled || self.is_numbered(only);
        match self.by_given_name.get(&key).map(Vec::as_slice) {
            Some([only]) if fits(only) && (told.is_none() || given(*only)) => Some(*only),
            _ => None,
        }
    }

    /// Whether a person bears a number: "Leo XIV".
    fn is_numbered(&self, cluster: usize) -> bool {
        let last = self.clusters[cluster].words.last();
        last.is_some_and(|last| last.len() > 1 && last.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')))
    }

    fn root(&self, mut cluster: usize) -> usize {
        while let Some(other) = self.clusters[cluster].same_as {
            cluster = other;
        }
        cluster
    }

    /// Makes two clusters one. The smaller is put below the larger, so that no way to a root is long.
    fn unite(&mut self, short: usize, full: usize) {
        let (short, full) = (self.root(short), self.root(full));
        let known = (self.clusters[short].known, self.clusters[full].known);
        // Two things of the caller's stay two, and what is joined to one of them becomes it.
        if short == full || matches!(known, (Some(_), Some(_))) {
            return;
        }
        let gender = self.clusters[if known.0.is_some() { short } else { full }].gender;
        let size = self.clusters[short].size + self.clusters[full].size;
        let (below, root) = if self.clusters[short].size > self.clusters[full].size { (full, short) } else { (short, full) };
        self.clusters[below].same_as = Some(root);
        let root = &mut self.clusters[root];
        (root.known, root.gender, root.size) = (known.0.or(known.1), gender, size);
    }

    /// "OSCE" is the one name of several words with these initials, or the one it stands beside in brackets.
    #[inline(never)]
    fn acronyms(&mut self) {
        let mut made: ByHash<Option<usize>> = ByHash::default();
        for (name, &cluster) in self.names.iter().zip(&self.of_name) {
            if name.kind == EntityType::Person || name.tokens.len() < 2 {
                continue;
            }
            for acronym in spelling::acronyms(self.view, &name.tokens) {
                made.entry(hashing::string(&acronym))
                    .and_modify(|known| *known = known.filter(|&known| known == cluster))
                    .or_insert(Some(cluster));
            }
        }
        for index in 0..self.names.len() {
            let name = &self.names[index];
            let token = self.view.document.tokens[name.tokens.start];
            if let Some(full) = self.bracketed(index).filter(|&full| self.shortened(index, full)) {
                self.unite(self.of_name[index], self.of_name[full]);
                continue;
            }
            if name.tokens.len() != 1 || token.case != Case::Upper || token.span.len() < 2 || name.kind == EntityType::Person
            {
                continue;
            }
            let acronym = hashing::string(&self.view.lower[name.tokens.start].replace('.', ""));
            let beside = self.bracketed(index).filter(|&full| self.names[full].kind == name.kind);
            let full = beside.map(|full| self.of_name[full]).or_else(|| made.get(&acronym).copied().flatten());
            if let Some(full) = full
                && (self.names[self.clusters[full].latest].kind == name.kind || beside.is_some())
            {
                self.unite(self.of_name[index], full);
            }
        }
    }

    /// The name of several words that a name in brackets follows: "Kurdistan Workers' Party (PKK)".
    fn bracketed(&self, name: usize) -> Option<usize> {
        let start = self.names[name].tokens.start;
        let full = name.checked_sub(1)?;
        let tokens = &self.names[full].tokens;
        let bracket = start.checked_sub(1).is_some_and(|before| self.view.lower.is(before, "("));
        let first = |t: usize| self.view.lower[t].chars().next();
        let initial = first(tokens.start) == first(start) || tokens.len() > 2;
        // "(NASDAQ: HACX)" says where shares are traded.
        let ticker = self.view.document.word_or_empty(Some(self.names[name].tokens.end)) == ":";
        (bracket && !ticker && tokens.end + 1 == start && tokens.len() > 1 && initial).then_some(full)
    }

    /// Whether a word is an acronym, or its letters are among those of a longer name of its kind, in order: "Tepco" for "Tokyo
    /// Electric Power Co."
    fn shortened(&self, short: usize, full: usize) -> bool {
        let (short, full) = (&self.names[short], &self.names[full]);
        let letters = |tokens: &Range<usize>| tokens.clone().flat_map(|t| self.view.lower[t].chars());
        let mut rest = letters(&full.tokens);
        let institution = lists::HEADS.get(&self.view.lower[full.tokens.end - 1]) == Some(&"o");
        // "Alternative for Germany (AfD)": capitals are those of another language.
        let capitals = self.view.document.word(short.tokens.start).chars().filter(|c| c.is_uppercase()).count();
        short.kind == full.kind
            && short.kind == EntityType::Organization
            && short.tokens.len() == 1
            && (capitals > 1 || institution || letters(&short.tokens).all(|letter| rest.any(|other| other == letter)))
    }

    /// "@JaneDoe" is Jane Doe, and "@POTUS" the one person whom the text calls president of the United States.
    #[inline(never)]
    fn handles(&mut self) {
        let mut written: ByHash<usize> = ByHash::default();
        for (index, cluster) in self.clusters.iter().enumerate() {
            written.entry(hashing::string(&cluster.words.concat())).or_insert(index);
        }
        for index in 0..self.names.len() {
            let word = &self.view.lower[self.names[index].tokens.start];
            if let Some(account) = word.strip_prefix('@') {
                let plain: String = account.chars().filter(|c| c.is_alphabetic()).collect();
                let full = written
                    .get(&hashing::string(&plain))
                    .copied()
                    .or_else(|| self.holder(lists::OFFICE_ACCOUNTS.get(&plain)?));
                if let Some(full) = full {
                    self.unite(self.of_name[index], full);
                }
            }
        }
    }

    /// "Born Ada Marsh in 1990, Lil Kestrel": what the text says outright to be one person's name.
    #[inline(never)]
    fn called(&mut self) {
        for pair in called::pairs(self.view, self.names) {
            self.unite(self.of_name[pair.told], self.of_name[pair.other]);
            self.former.extend(pair.is_former.then_some(pair.told));
        }
    }

    /// The one person who holds an office, given as words of which a role must have one of each group.
    fn holder(&self, office: &str) -> Option<usize> {
        let has = |role: &Range<usize>| {
            office.split(' ').all(|words| role.clone().any(|t| words.split('|').any(|word| self.view.lower.is(t, word))))
        };
        let mut holders = (self.beside.iter().zip(&self.of_name))
            .filter(|(beside, _)| beside.as_ref().is_some_and(|beside| beside.roles.iter().any(has)))
            .map(|(_, &cluster)| self.root(cluster));
        let first = holders.next()?;
        holders.all(|cluster| cluster == first).then_some(first)
    }

    /// The type of each name: the caller's, else that of most of its cluster, unless it is surely another. "Arsenal" the club and "Arsenal" the
    /// place are two things under one name.
    #[inline(never)]
    fn kinds(&self, known: &Given) -> Vec<EntityType> {
        let mut votes = vec![[0.0_f32; TYPES]; self.clusters.len()];
        for (name, &cluster) in self.names.iter().zip(&self.of_name) {
            votes[self.root(cluster)][name.kind as usize] += name.score;
        }
        // Of two with as many votes, the one named first.
        let mut best: Vec<Option<EntityType>> = vec![None; self.clusters.len()];
        for (name, &cluster) in self.names.iter().zip(&self.of_name) {
            let (votes, best) = (&votes[self.root(cluster)], &mut best[self.root(cluster)]);
            if best.is_none_or(|best| votes[name.kind as usize] > votes[best as usize]) {
                *best = Some(name.kind);
            }
        }
        let kind = |(name, &cluster): (&Name, &usize)| {
            if let Some(given) = self.clusters[self.root(cluster)].known {
                return known.get(given).1;
            }
            let best = best[self.root(cluster)].unwrap_or(name.kind);
            let two_things = matches!(
                (best, name.kind),
                (EntityType::Place, EntityType::Organization) | (EntityType::Organization, EntityType::Place)
            );
            if two_things && name.score >= SURELY { name.kind } else { best }
        };
        self.names.iter().zip(&self.of_name).map(kind).collect()
    }

    /// The entities in order of first mention.
    #[inline(never)]
    fn entities(&self, known: &Given) -> Entities {
        let (entities, mentions) = (Vec::with_capacity(self.clusters.len()), Vec::with_capacity(self.names.len()));
        let mut result = Entities { entities, mentions };
        // Two, where its names are of two kinds.
        let mut of_cluster: Vec<[Option<usize>; 2]> = vec![[None; 2]; self.clusters.len()];
        // Which are still called by a name that the person does not go by.
        let mut named_formerly: Vec<bool> = Vec::with_capacity(self.clusters.len());
        let document = self.view.document;
        for (index, (name, kind)) in self.names.iter().zip(self.kinds(known)).enumerate() {
            let cluster = self.root(self.of_name[index]);
            let is_former = self.former.binary_search(&index).is_ok();
            let span = name.span(document);
            let written = spelling::in_one_line(span.of(document.text));
            let met = of_cluster[cluster].into_iter().flatten().find(|&entity| result.entities[entity].kind == kind);
            let entity = met.unwrap_or(result.entities.len());
            if met.is_none() {
                let [first, second] = &mut of_cluster[cluster];
                (if first.is_none() { first } else { second }).replace(entity);
                let gender = self.clusters[cluster].gender.filter(|_| kind == EntityType::Person);
                let given = self.clusters[cluster].known.map(|given| known.get(given).0.to_owned());
                let name = given.unwrap_or_else(|| written.clone());
                named_formerly.push(is_former);
                result.entities.push(Entity { kind, name, roles: Vec::new(), gender, plural: false });
            }
            let found = &mut result.entities[entity];
            let fuller = named_formerly[entity] || spelling::fuller(&written, &found.name);
            if self.clusters[cluster].known.is_none() && written != found.name && !is_former && fuller {
                found.name = written;
                named_formerly[entity] = false;
            }
            found.plural |= gender::plural(self.view, &name.tokens, name.kind);
            if let Some(beside) = &self.beside[index] {
                found.roles.extend(beside.roles.iter().cloned());
            }
            let (tokens, rule) = (name.tokens.clone(), name.rule());
            result.mentions.push(Mention { tokens, span, entity, form: Form::Name, rule, score: name.score });
        }
        result.entities.shrink_to_fit();
        result
    }
}
