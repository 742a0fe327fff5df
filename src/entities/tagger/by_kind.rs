//! Named by kind: works and products that a noun beside the name gives away: "the ferry Ellen Marie", "her album Meridian", "“Lisbon”, a song".
//!
//! The corpora have too few works and products to learn from. A noun directly before a name shows what it names; so do "her new show,
//! Saltmarsh," and "Saltmarsh, her new show,". A title in quotation marks may also follow a verb of making ("wrote “Silt”"). Once found, a title is
//! the same wherever it stands in marks or has several words. A noun before a name that begins a clause of its own ("the film Ruiz made") shows
//! nothing.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::evidence;
use super::repair::exactly;
use crate::entities::casing::{Capital, Casing, View};
use crate::entities::{EntityType, Name};
use crate::hashing::{ByHash, both};
use crate::lists;
use crate::room;
use crate::text::{Case, Class as WordClass, TokenKind};
use std::ops::Range;

/// How sure a name is that stands so.
const SCORE: f32 = 0.8;
/// How far around a title its year is compared with others, in tokens.
const DATED: usize = 24;
/// The longest title that is looked for, in tokens.
const LONGEST: usize = 10;

/// Names the works and products of an article that nouns and verbs tell.
pub(super) fn add(view: &View, names: &mut Vec<Name>) {
    let mut found: Vec<(Range<usize>, EntityType)> = Vec::new();
    let mut marked: Vec<Range<usize>> = Vec::new();
    for (index, sentence) in view.document.sentences.iter().enumerate() {
        let finder = Finder { view, sentence: &sentence.tokens, is_plain: view.casing[index] == Casing::Sentence };
        for at in sentence.tokens.clone() {
            marked.extend(is_mark(view, at).then(|| finder.quoted(at + 1)).flatten());
            if let Some(new) = finder.at(at, &found)
                && found.last().is_none_or(|(last, _)| last.end <= new.0.start)
            {
                found.push(new);
            }
        }
    }
    if found.is_empty() {
        return;
    }
    // With its article or without.
    let key = |tokens: &Range<usize>| {
        let start = tokens.start + usize::from(tokens.len() > 1 && view.lower.is(tokens.start, "the"));
        (start..tokens.end).fold(0, |key, at| both(key, view.lower.hash(at)))
    };
    let known: ByHash<EntityType> = found.iter().map(|(tokens, kind)| (key(tokens), *kind)).collect();
    // A title that is told once is one in all quotation marks.
    let told = marked.iter().filter_map(|tokens| Some((tokens.clone(), *known.get(&key(tokens))?)));
    let mut told: Vec<(Range<usize>, EntityType)> = told.collect();
    told.extend(listed_with(view, &marked, &found));
    told.sort_by_key(|(tokens, _)| tokens.start);
    told.dedup();
    room::merge(&mut found, told, |(tokens, _)| tokens.start);
    found.dedup_by(|second, first| second.0.start < first.0.end);
    let mut rest = std::mem::take(names).into_iter().peekable();
    for (tokens, kind) in found {
        names.extend(std::iter::from_fn(|| rest.next_if(|name| name.tokens.end <= tokens.start)));
        while rest.next_if(|name| name.tokens.start < tokens.end).is_some() {}
        names.push(Name { tokens, kind, score: SCORE, known: None, exact: None });
    }
    names.extend(rest);
    for name in names.iter_mut() {
        let marked =
            || is_mark(view, name.tokens.end) && name.tokens.start.checked_sub(1).is_some_and(|at| is_mark(view, at));
        if let Some(&kind) = known.get(&key(&name.tokens)).filter(|_| name.tokens.len() > 1 || marked()) {
            name.kind = kind;
        }
    }
}

/// "“Harbour”, “Silt” and a cover of “Dusk”": the titles that stand in one list before one that is told.
fn listed_with(
    view: &View,
    marked: &[Range<usize>],
    found: &[(Range<usize>, EntityType)],
) -> Vec<(Range<usize>, EntityType)> {
    let joins = |at: usize| {
        is_mark(view, at) || matches!(&view.lower[at], "," | "and" | "or" | "a" | "of" | "cover" | "version" | "then")
    };
    let (mut listed, mut next) = (Vec::new(), None::<(usize, EntityType)>);
    for tokens in marked.iter().rev() {
        let told = found.binary_search_by_key(&tokens.start, |(found, _)| found.start).ok();
        if let Some(kind) = told.and_then(|at| found.get(at)).map(|(_, kind)| *kind) {
            next = Some((tokens.start, kind));
        } else if let Some((start, kind)) = next.filter(|(start, _)| (tokens.end..*start).all(joins)) {
            listed.push((tokens.clone(), kind));
            next = Some((tokens.start.min(start), kind));
        }
    }
    listed
}

fn is_mark(view: &View, at: usize) -> bool {
    view.document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Mark)
}

/// What a noun says of the name beside it.
#[derive(Clone, Copy)]
struct Noun {
    kind: EntityType,
    /// "show", "play".
    is_verb: bool,
}

impl Noun {
    fn of(word: &str) -> Option<Noun> {
        let plural = || lists::KIND_NOUNS.get(word.strip_suffix('s')?).filter(|told| !told.ends_with('+'));
        let told = lists::KIND_NOUNS.get(word).or_else(plural)?;
        let kind = if told.starts_with('w') { EntityType::Work } else { EntityType::Product };
        Some(Noun { kind, is_verb: told.ends_with('+') })
    }
}

struct Finder<'v, 'd, 't> {
    view: &'v View<'d, 't>,
    sentence: &'v Range<usize>,
    /// Whether capitals tell names here.
    is_plain: bool,
}

impl Finder<'_, '_, '_> {
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { &self.view.lower[at] } else { "" }
    }

    fn back(&self, at: usize, count: usize) -> &str {
        at.checked_sub(count).map_or("", |at| self.word(at))
    }

    /// A name that begins at a token, and what it is of.
    fn at(&self, at: usize, found: &[(Range<usize>, EntityType)]) -> Option<(Range<usize>, EntityType)> {
        if is_mark(self.view, at) {
            let tokens = self.quoted(at + 1)?;
            let kind = self.told_before(at, found).or_else(|| self.told_after(&tokens));
            return kind.or_else(|| self.is_made(at, &tokens).then_some(EntityType::Work)).map(|kind| (tokens, kind));
        }
        // "the container ship Ever Grace": after such a noun a name may begin with any word.
        let named = self.view.document.tokens[at].case == Case::Title
            && !self.is_capital(at)
            && at + 1 < self.sentence.end
            && self.is_capital(at + 1)
            && at.checked_sub(1).and_then(|noun| self.noun(noun)).is_some_and(|noun| noun.kind == EntityType::Product);
        if !self.is_plain
            || !(self.is_capital(at) || named)
            || at
                .checked_sub(1)
                .is_some_and(|before| self.sentence.contains(&before) && self.is_capital(before) && !self.is_record(before))
        {
            return None;
        }
        let limit = self.sentence.end.min(at + LONGEST);
        let mut end = (at + 1..limit).find(|&at| !self.is_capital(at)).unwrap_or(limit);
        // "The Aborigines of Tasmania".
        while self.word(end) == "of" && end + 1 < limit && self.is_capital(end + 1) {
            end = (end + 1..limit).find(|&at| !self.is_capital(at)).unwrap_or(limit);
        }
        // "An Italian film, The Long Sea,".
        let article = at.checked_sub(1).filter(|&before| {
            before > self.sentence.start
                && self.word(before) == "the"
                && self.view.document.tokens[before].case == Case::Title
        });
        let tokens = article.unwrap_or(at)..end;
        if lists::SHIP_PREFIXES.contains(self.view.document.word(at)) && tokens.len() > 1 {
            return Some((tokens, EntityType::Product));
        }
        if self.is_dated_title(&tokens) {
            return Some((tokens, EntityType::Work));
        }
        if self.is_known_work(&tokens) {
            return Some((tokens, EntityType::Work));
        }
        if self.is_ship(&tokens) || self.is_wreck(&tokens) {
            return Some((tokens, EntityType::Product));
        }
        // "Her memoir, Lowering the Flag, is".
        let whole = self.with_small_words(&tokens);
        if whole != tokens
            && let Some(kind) = self.apposition(&whole).filter(|_| self.back(tokens.start, 1) == ",")
        {
            return Some((whole, kind));
        }
        let kind = self.noun_before(&tokens).or_else(|| self.apposition(&tokens));
        if let Some(kind) = kind {
            return (!self.is_other(&tokens, kind)).then_some((tokens, kind));
        }
        // "She starred in The Quiet Orchard."
        (self.is_played(&tokens) || self.is_joined(&tokens, found)).then_some((tokens, EntityType::Work))
    }

    /// "will perform Swan Lake and Giselle": after "and", right behind a work, and before no verb of its own.
    fn is_joined(&self, tokens: &Range<usize>, found: &[(Range<usize>, EntityType)]) -> bool {
        let first = found.last().is_some_and(|(last, kind)| *kind == EntityType::Work && last.end + 1 == tokens.start);
        let free = || {
            let listed = exactly(self.view, tokens);
            !(listed.place() || listed.organization() || listed.person() || listed.group())
        };
        first
            && self.back(tokens.start, 1) == "and"
            && evidence::closes(self.word(tokens.end))
            && (tokens.len() == 1 || !self.view.listed[tokens.start].first_name())
            && free()
    }

    /// "Her films are Cold Harbour (2009), Tin Roofs (2013) and Madeleine (2018)": one of several titles with their years.
    fn is_dated_title(&self, tokens: &Range<usize>) -> bool {
        let year = |at: usize| {
            let word = self.word(at + 1);
            self.word(at) == "("
                && word.len() == 4
                && (word.starts_with("19") || word.starts_with("20"))
                && word.bytes().all(|byte| byte.is_ascii_digit())
                && self.word(at + 2) == ")"
        };
        // "Slip and Glaze (1980)" is one title.
        let listed = match self.back(tokens.start, 1) {
            "and" => matches!(self.back(tokens.start, 2), ")" | ","),
            before => matches!(before, "," | ":" | "are" | "include" | "includes" | "including"),
        };
        if !listed || !year(tokens.end) {
            return false;
        }
        let near = tokens.start.saturating_sub(DATED).max(self.sentence.start)..self.sentence.end.min(tokens.end + DATED);
        let several = near.clone().filter(|&at| year(at)).take(2).count() > 1;
        let works = |word: &str| {
            // "records" alone may be of anything; those with titles and years are music.
            word == "records"
                || lists::KIND_NOUNS.get(word.strip_suffix('s').unwrap_or(word)).is_some_and(|told| told.starts_with('w'))
        };
        // "Her films include", "her early records, Ember (1998)", but not "albums by Ruiz (2010) and Holt (2013)".
        let lists = |at: usize| {
            matches!(self.word(at), "are" | "include" | "includes" | "including" | ":")
                || works(self.word(at)) && self.word(at + 1) == ","
        };
        let before = near.start..tokens.start;
        several && before.clone().any(lists) && before.clone().any(|at| works(self.word(at)))
    }

    /// "Breaking Bad": a work of several words that the lists know.
    fn is_known_work(&self, tokens: &Range<usize>) -> bool {
        let document = self.view.document;
        let name = || document.span_of(tokens.clone()).of(document.text).to_lowercase();
        tokens.len() > 1
            && self.view.several(tokens.start, tokens.end) == tokens.len()
            && lists::OTHER_NAMES.get(&name()) == Some(&"w")
    }

    /// A title with the small words in it: "Lowering the Flag".
    fn with_small_words(&self, tokens: &Range<usize>) -> Range<usize> {
        let (mut end, limit) = (tokens.end, self.sentence.end.min(tokens.start + LONGEST));
        loop {
            let small = (end..limit).take_while(|&at| lists::SMALL_IN_TITLES.contains(self.word(at))).count();
            if small == 0 || end + small >= limit || !self.is_capital(end + small) {
                return tokens.start..end;
            }
            end = (end + small..limit).find(|&at| !self.is_capital(at)).unwrap_or(limit);
        }
    }

    /// "The Lusitania was torpedoed": what only ships do.
    fn is_ship(&self, tokens: &Range<usize>) -> bool {
        let listed = self.view.listed[tokens.start];
        let at = tokens.end + usize::from(matches!(self.word(tokens.end), "was" | "had" | "has" | "were"));
        let sunk = || at > tokens.end && (at + 1..at + 4).any(|at| self.word(at) == "sunk") || self.word(at) == "sunk";
        let verb = sunk()
            || matches!(
                (self.word(at), self.word(at + 1)),
                ("torpedoed" | "capsized" | "scuttled" | "refloated" | "foundered" | "docked" | "sailed" | "berthed", _)
                    | ("set", "sail")
                    | ("ran", "aground")
                    | ("dropped", "anchor")
            );
        verb && self.word(tokens.start.wrapping_sub(usize::from(self.word(tokens.start) != "the"))) == "the"
            && !self.word(tokens.end - 1).ends_with('s')
            && !(listed.group() || listed.organization() || lists::HEADS.contains(self.word(tokens.end - 1)))
    }

    /// "the wreck of the Karin Holt", "over the bow of the new lifeboat": what only ships have, before a name with an article.
    fn is_wreck(&self, tokens: &Range<usize>) -> bool {
        let [the, of, part] = [1, 2, 3].map(|count| self.back(tokens.start, count));
        let body = || {
            let listed = exactly(self.view, tokens);
            listed.group() || listed.organization() || lists::HEADS.contains(self.word(tokens.end - 1))
        };
        the == "the"
            && of == "of"
            && matches!(part, "wreck" | "hull" | "bow" | "stern" | "sinking" | "wreckage" | "decks")
            && !body()
    }

    /// Whether the words before say that the name is of a work: "starred in", "an episode of", "the sequel to".
    fn is_played(&self, tokens: &Range<usize>) -> bool {
        let words = [2, 1].map(|count| self.back(tokens.start, count));
        let first = &self.view.lower[tokens.start];
        let last = &self.view.lower[tokens.end - 1];
        let listed = self.view.listed[tokens.start];
        let exactly = exactly(self.view, tokens);
        let other = exactly.place()
            || exactly.organization()
            || exactly.person()
            || exactly.group()
            || exactly.other()
            || lists::HEADS.contains(last)
            || lists::CALENDAR_WORDS.contains(last)
            || lists::CALENDAR_WORDS.contains(first);
        let whole = tokens.len() > 1 && (first == "the" || !listed.first_name()) && !other;
        match words {
            ["remake" | "reboot", "of"] | ["sequel" | "prequel", "to"] => whole || tokens.len() == 1 && !exactly.place(),
            ["cast" | "performance" | "performances", "of"] => {
                whole || tokens.len() == 1 && !exactly.named() && !listed.first_name()
            }
            // "played a butler in Gosford Park", but not "played a concert in Hyde Park".
            [role, "in"] if lists::ROLES.contains(role) => tokens.len() > 1 && self.is_part(tokens.start - 2),
            ["production" | "revival" | "staging", "of"] => {
                whole || tokens.len() == 1 && !exactly.named() && listed.first_name()
            }
            ["episode" | "episodes" | "finale" | "adaptation" | "screening", "of"] | ["follow-up", "to"] => {
                whole || tokens.len() == 1 && !other && !listed.first_name() && !listed.named()
            }
            ["starred" | "starring" | "stars" | "star", "in"] => whole,
            // "cast as the lead in Hamlet"
            ["lead" | "understudy", "in"] => whole || tokens.len() == 1 && !other && !listed.first_name(),
            // "known for her role in Peaky Blinders", but not "jailed for his role in Operation Fox".
            ["role" | "roles", "in"] => {
                let [own, by] = [3, 5].map(|count| self.back(tokens.start, count));
                whole
                    && (matches!(own, "lead" | "leading" | "starring" | "title" | "breakout" | "supporting" | "cameo")
                        || matches!(by, "known" | "famous" | "remembered"))
            }
            ["binge-watched" | "binge-watching" | "rewatched", _] => whole,
            _ => false,
        }
    }

    /// Whether a role is one that somebody plays: "played a bent detective".
    fn is_part(&self, role: usize) -> bool {
        let played = |word: &str| matches!(word, "play" | "played" | "playing" | "plays" | "portrayed" | "portrays");
        let article = (role.saturating_sub(3)..role).rev().find(|&at| matches!(self.word(at), "a" | "an" | "the"));
        article.is_some_and(|article| played(self.back(article, 1)) || self.back(article, 1) == "and")
            && (role.saturating_sub(LONGEST)..role).any(|at| played(self.word(at)))
    }

    /// "his EP Slow Ferry"
    fn is_record(&self, at: usize) -> bool {
        matches!(self.view.document.word(at), "EP" | "LP")
    }

    fn is_capital(&self, at: usize) -> bool {
        let token = self.view.document.tokens[at];
        token.kind == TokenKind::Word
            && matches!(token.case, Case::Title | Case::Upper | Case::Mixed)
            && self.view.capital[at] == Capital::Strong
    }

    /// Whether a name is a calendar's, of somebody with an office, or of an institution.
    fn is_other(&self, tokens: &Range<usize>, kind: EntityType) -> bool {
        let last = &self.view.lower[tokens.end - 1];
        lists::CALENDAR_WORDS.contains(last)
            || kind == EntityType::Work && lists::ROLES.contains(&self.view.lower[tokens.start])
            || matches!(lists::HEADS.get(last), Some(&"o"))
            || tokens.len() == 1 && (self.view.listed[tokens.start].organization() || self.view.listed[tokens.start].group())
    }

    /// "the ferry Ellen Marie": a noun in small letters directly before the name, and after it no verb of which the name is the subject, unless
    /// the name is one of several words that nobody bears.
    fn noun_before(&self, tokens: &Range<usize>) -> Option<EntityType> {
        let before = tokens.start.checked_sub(1)?;
        if self.view.document.tokens[before].case != Case::Lower && !self.is_record(before) || before == self.sentence.start
        {
            return None;
        }
        let Noun { kind, is_verb } = self.noun(before)?;
        // Not "the western media painting Ruiz", nor "not a single Kurd".
        let near = (1..3).find(|&count| self.is_determiner(before.wrapping_sub(count)));
        if is_verb && near.is_none_or(|count| matches!(self.back(before, count), "a" | "an")) {
            return None;
        }
        // "the novel Winter Wheat won", but not "the album Ana Ruiz made".
        let several = tokens.len() > 1 && !self.view.listed[tokens.start].first_name()
            || kind == EntityType::Work && self.view.listed[tokens.start].place() && near.is_some();
        let ship = kind == EntityType::Product && tokens.len() > 1;
        (evidence::closes(self.word(tokens.end)) || several || ship && near.is_some() && self.is_predicate(tokens.end))
            .then_some(kind)
    }

    /// Whether the verb at a token is the ship's own: "ran aground", but not "Ruiz bought is blue", where another verb follows.
    fn is_predicate(&self, verb: usize) -> bool {
        let next = self.word(verb + 1);
        lists::CLOSED_CLASS.get(next) != Some(&WordClass::Auxiliary) && !next.ends_with("ed")
    }

    /// "her new show, Saltmarsh," and "Saltmarsh, her new show,".
    fn apposition(&self, tokens: &Range<usize>) -> Option<EntityType> {
        let closed = |at: usize| matches!(self.word(at), "," | "." | ";" | "–" | "—" | "");
        if self.back(tokens.start, 1) == "," && closed(tokens.end) {
            let noun = tokens.start.checked_sub(2)?;
            let told = Noun::of(self.word(noun))?;
            let start = self.phrase(noun)?;
            // "In her latest film, Kidman, 55," is of a person.
            let free = start == self.sentence.start
                || !matches!(self.back(start, 1), "in" | "for" | "with" | "on" | "of" | "after" | "during" | "about");
            return free.then_some(told.kind);
        }
        if self.word(tokens.end) == "," && self.is_determiner(tokens.end + 1) {
            // "Saltmarsh, his first novel in a decade,"
            let ends = |at: usize| closed(at) || matches!(self.word(at), "in" | "since" | "for" | "about" | "with");
            let noun = (tokens.end + 2..tokens.end + 6).find(|&at| Noun::of(self.word(at)).is_some() && ends(at + 1))?;
            let own = self.phrase(noun)? == tokens.end + 1;
            // "Ruiz, the reports show."
            let clause = |noun: &Noun| noun.is_verb && self.word(tokens.end + 1) == "the";
            return Noun::of(self.word(noun)).filter(|noun| own && !clause(noun)).map(|noun| noun.kind);
        }
        None
    }

    /// What a noun says, if it is one here: "to play Aachen" has none.
    fn noun(&self, at: usize) -> Option<Noun> {
        Noun::of(self.word(at)).filter(|_| self.phrase(at).is_some())
    }

    fn is_determiner(&self, at: usize) -> bool {
        let word = self.word(at);
        matches!(word, "her" | "his" | "their" | "its" | "my" | "our" | "a" | "an" | "the" | "this" | "two" | "'s" | "'")
            && (self.view.document.tokens[at].case == Case::Lower || at == self.sentence.start)
    }

    /// Where "her new show" begins, that ends in a noun.
    fn phrase(&self, noun: usize) -> Option<usize> {
        let start = (noun.saturating_sub(4)..noun).rev().find(|&at| self.is_determiner(at))?;
        let goes_on = |at: usize| {
            self.view.document.tokens[at].kind != TokenKind::Punctuation
                && !matches!(self.word(at), "and" | "or" | "to" | "will" | "would" | "can" | "that" | "who" | "which")
        };
        (start + 1..noun).all(goes_on).then_some(start)
    }

    /// A title in quotation marks that begins with a token: its main words have capitals.
    fn quoted(&self, start: usize) -> Option<Range<usize>> {
        let end = (start..self.sentence.end.min(start + LONGEST + 1)).find(|&at| is_mark(self.view, at))?;
        let mut end = end;
        while end > start && matches!(self.word(end - 1), "," | ".") {
            end -= 1;
        }
        let is_title = |at: usize| {
            let token = self.view.document.tokens[at];
            match token.case {
                Case::Lower => at > start && lists::SMALL_IN_TITLES.contains(&self.view.lower[at]),
                _ => true,
            }
        };
        let first = self.view.document.tokens.get(start)?;
        (end > start && first.case != Case::None && first.case != Case::Lower && (start..end).all(is_title))
            .then_some(start..end)
    }

    /// What the words after a closing mark tell: "“Salt,” her third novel,".
    fn told_after(&self, tokens: &Range<usize>) -> Option<EntityType> {
        let mut at = tokens.end;
        while is_mark(self.view, at) || self.word(at) == "," {
            at += 1;
        }
        let noun = (at + 1..at + 5).find(|&at| {
            Noun::of(self.word(at)).is_some()
                && matches!(self.word(at + 1), "," | "." | ";" | "" | "from" | "of" | "in" | "by")
        })?;
        Noun::of(self.word(noun)).filter(|_| at > tokens.end + 1 && self.phrase(noun) == Some(at)).map(|noun| noun.kind)
    }

    /// What the words before an opening mark tell: "her song “X”", "“X” and “Y”".
    fn told_before(&self, mark: usize, found: &[(Range<usize>, EntityType)]) -> Option<EntityType> {
        let before = self.back(mark, 1);
        if matches!(before, "and" | "," | "or") {
            if let Some((last, kind)) = found.last()
                && mark.checked_sub(2).is_some_and(|at| is_mark(self.view, at) && last.end + 1 >= at)
            {
                return Some(*kind);
            }
            return self.noun(mark.checked_sub(2)?).filter(|_| before == ",").map(|noun| noun.kind);
        }
        if before == "of" && matches!(self.back(mark, 2), "cover" | "version" | "rendition" | "production" | "performance") {
            return Some(EntityType::Work);
        }
        self.noun(mark.checked_sub(1)?).map(|noun| noun.kind)
    }

    /// "wrote “Cold Harbour”", but not "wrote “Great” on the card".
    fn is_made(&self, mark: usize, tokens: &Range<usize>) -> bool {
        lists::WORKS.get(self.back(mark, 1)) == Some(&"v") && (tokens.len() > 1 || !self.view.listed[tokens.start].common())
    }
}
