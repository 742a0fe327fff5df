//! Features: what speaks for or against a label of a token, each a hash of its template and of what it saw.
//!
//! The trainer and the tagger call the same functions, in which the order of templates does not matter. A feature says
//! nothing by itself; the model gives it weights. Features of the article's first reading are apart (`decided`), so that the
//! second reading only adds to the first.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::article::{Article, Decided, Longer};
use super::attributes::{self, Attributes, Looked};
use crate::entities::casing::View;
use crate::hashing::{both, feature};
use crate::text::BlockKind;
use std::ops::Range;

/// The places near a token that its features look at, from the second before it to the second after.
pub const PLACES: [usize; 5] = [0, 1, THIS, 3, 4];
/// The token's own.
const THIS: usize = 2;

/// The tokens at the places near one, looked up.
pub type Near<'r> = [&'r Attributes; PLACES.len()];

/// Stand for what is before a sentence and after it.
const BEFORE: Attributes = edge(11);
const AFTER: Attributes = edge(13);

const fn edge(word: u64) -> Attributes {
    Attributes {
        word,
        shape: word,
        class: crate::model::tagger::WordClass { fine: 0, coarse: 0, coarsest: 0 },
        lists: 0,
        several: (0, 0),
        trade: 0,
        capital: false,
        like: word as u32,
    }
}

/// The lists that hold a word, as it is written.
fn listed(one: &Attributes) -> u64 {
    both(u64::from(one.lists), u64::from(one.capital))
}

/// What the features of an article's tokens are read from.
pub struct Reader<'r, 'd, 't> {
    /// The article.
    pub view: &'r View<'d, 't>,
    /// The tokens of its runs and around them, looked up.
    pub attributes: &'r Looked,
    /// What the whole article tells.
    pub article: &'r Article,
}

impl Reader<'_, '_, '_> {
    /// The features of a token of a run, for the first reading.
    #[cfg(feature = "training")]
    pub fn features(&self, at: usize, run: &Range<usize>, sentence: usize, mut sink: impl FnMut(u64)) {
        let near = self.near(at, sentence);
        for place in PLACES {
            self.alone(at, place, near[place], &mut sink);
        }
        self.together(at, run, sentence, near, sink);
    }

    /// The tokens at the places near one; what stands for them beyond the sentence.
    pub fn near(&self, at: usize, sentence: usize) -> Near<'_> {
        let tokens = &self.view.document.sentences[sentence].tokens;
        PLACES.map(|place| match (at + place).checked_sub(THIS) {
            Some(t) if t >= tokens.end => &AFTER,
            Some(t) if t >= tokens.start => &self.attributes[t],
            _ => &BEFORE,
        })
    }

    /// What one token near another says by itself: the same wherever one like it stands there.
    pub fn alone(&self, at: usize, place: usize, one: &Attributes, mut sink: impl FnMut(u64)) {
        let mut say = |template: u64, seen: u64| sink(feature(template, seen));
        let nth = place as u64;
        say(1 + nth, one.word);
        if one.class.fine > 0 {
            say(6 + nth, u64::from(one.class.fine));
            say(11 + nth, u64::from(one.class.coarse));
            say(16 + nth, u64::from(one.class.coarsest));
        }
        say(21 + nth, one.shape);
        if one.trade > 0 {
            say(66 + nth, both(u64::from(one.trade), u64::from(one.capital)));
        }
        if place == THIS {
            say(29, both(one.word, one.shape));
            say(37, both(u64::from(one.class.fine), one.shape));
            for bit in (0..16).filter(|bit| one.lists >> bit & 1 == 1) {
                say(60, bit);
            }
            say(61, listed(one));
            self.affixes(at, &mut say);
        }
    }

    /// What a token and those near it say together, and in their article.
    #[inline(never)]
    pub fn together(&self, at: usize, run: &Range<usize>, sentence: usize, near: Near, mut sink: impl FnMut(u64)) {
        let tokens = &self.view.document.sentences[sentence].tokens;
        let [far_before, before, this, after, far_after] = near;
        let casing = self.view.casing[sentence] as u64;
        let begins = u64::from(self.view.begins(at, tokens));
        let mut say = |template: u64, seen: u64| sink(feature(template, seen));

        say(0, casing);
        say(26, both(before.word, this.word));
        say(27, both(this.word, after.word));
        say(28, both(before.word, after.word));
        say(30, both(both(this.shape, begins), casing));
        say(31, both(before.shape, this.shape));
        say(32, both(this.shape, after.shape));
        say(33, both(both(before.shape, this.shape), after.shape));
        let classes = |one: &Attributes| both(u64::from(one.class.coarse), u64::from(one.capital));
        say(34, both(classes(before), classes(this)));
        say(35, both(classes(this), classes(after)));
        say(36, both(classes(before), classes(after)));
        say(42, both(both(classes(before), classes(this)), classes(after)));
        say(43, both(both(classes(far_before), classes(before)), this.shape));
        say(44, both(both(classes(far_after), classes(after)), this.shape));
        say(38, both(this.word, classes(after)));
        say(39, both(classes(before), this.word));
        say(40, both(far_before.word, before.word));
        say(41, both(after.word, far_after.word));

        self.lists([before, this, after], &mut say);
        self.run(at, run, tokens, &mut say);
        let weighed = both(self.view.capital[at] as u64, begins);
        let seen = self.article.seen(self.view.lower.number(at));
        say(90, both(weighed, casing));
        say(91, both(both(seen, begins), casing));
        say(92, both(seen, this.shape));
        let block = &self.view.document.blocks[self.view.document.sentences[sentence].block];
        if block.kind != BlockKind::Paragraph {
            say(93, both(block.kind as u64, this.shape));
        }
        if let Some(longer) = self.article.longer(this.word) {
            self.longer(at, run, longer, &mut say);
        }
    }

    fn affixes(&self, at: usize, say: &mut impl FnMut(u64, u64)) {
        let (word, capital) = (&self.view.lower[at], u64::from(self.attributes[at].capital));
        let mut hash = capital;
        for (length, letter) in word.chars().enumerate().take(4) {
            hash = both(hash, u64::from(letter));
            say(50 + length as u64, hash);
        }
        let mut hash = capital;
        for (length, letter) in word.chars().rev().enumerate().take(4) {
            hash = both(hash, u64::from(letter));
            say(54 + length as u64, hash);
        }
    }

    fn lists(&self, [before, this, after]: [&Attributes; 3], say: &mut impl FnMut(u64, u64)) {
        say(62, both(listed(before), listed(this)));
        say(63, both(listed(this), listed(after)));
        for (place, other) in [(0, before), (1, this), (2, after)] {
            if other.several.1 > 0 {
                let position = both(u64::from(other.several.1), place);
                say(64, both(position, u64::from(other.several.0)));
                (0..16).filter(|bit| other.several.0 >> bit & 1 == 1).for_each(|bit| say(65, both(position, bit)));
            }
        }
        say(71, both(both(u64::from(before.trade), u64::from(this.trade)), u64::from(after.trade)));
    }

    /// The capitalised sequence a token stands in: its ends, and what stands around it.
    fn run(&self, at: usize, run: &Range<usize>, sentence: &Range<usize>, say: &mut impl FnMut(u64, u64)) {
        let capital = |t: &usize| attributes::capital(self.view, *t);
        let low = run.start.max(at.saturating_sub(8));
        let high = run.end.min(at + 9);
        let first = (low..at).rev().take_while(capital).last().unwrap_or(at);
        let last = (at + 1..high).take_while(capital).last().unwrap_or(at);
        let place = both((at - first).min(3) as u64, (last - at).min(3) as u64);
        say(72, place);
        say(73, both(place, self.attributes[at].shape));
        let side = |t: usize| both(u64::from(t == at), u64::from(self.attributes[at].capital));
        let (head, tail) = (&self.attributes[first], &self.attributes[last]);
        say(74, both(side(last), tail.word));
        say(75, both(side(last), u64::from(tail.class.coarse)));
        say(76, both(side(last), u64::from(tail.trade)));
        say(77, both(side(first), head.word));
        say(78, both(side(first), u64::from(head.class.coarse)));
        say(79, both(side(first), u64::from(head.lists)));
        let before = if first > sentence.start { &self.attributes[first - 1] } else { &BEFORE };
        let after = if last + 1 < sentence.end { &self.attributes[last + 1] } else { &AFTER };
        say(80, both(side(first), before.word));
        say(81, both(side(last), after.word));
        say(82, both(side(first), u64::from(before.class.coarse)));
        say(83, both(side(last), u64::from(after.class.coarse)));
        say(84, both(both(before.word, after.word), place));
    }

    /// The longer capitalised sequence of the article that has this word.
    fn longer(&self, at: usize, run: &Range<usize>, longer: &Longer, say: &mut impl FnMut(u64, u64)) {
        if run.contains(&(longer.tokens.start as usize)) {
            return;
        }
        let position = both(u64::from(longer.first), u64::from(longer.last));
        let (start, end) = (longer.tokens.start as usize, longer.tokens.end as usize);
        let there = |at: usize| self.attributes.or_by_word(self.view, at);
        let (head, tail) = (there(start), there(end - 1));
        say(95, both(position, (end - start).min(4) as u64));
        say(96, both(position, u64::from(head.class.coarse)));
        say(97, both(position, u64::from(head.lists)));
        say(98, both(position, u64::from(tail.class.coarse)));
        say(99, both(position, tail.word));
        say(100, both(position, head.word));
        let before = start.checked_sub(1).map_or(BEFORE.word, |t| attributes::word(self.view, t));
        say(101, both(position, before));
        say(102, both(position, self.attributes[at].shape));
    }

    /// The features of a token that come from the first reading of the article.
    #[inline(never)]
    pub fn decided(&self, at: usize, sentence: usize, decided: &Decided, mut sink: impl FnMut(u64)) {
        let tokens = &self.view.document.sentences[sentence].tokens;
        let near =
            |t: Option<usize>| t.filter(|t| tokens.contains(t)).map_or(0, |t| decided.of(attributes::word(self.view, t)));
        let (before, this, after) = (near(at.checked_sub(1)), near(Some(at)), near(Some(at + 1)));
        let capital = u64::from(self.attributes[at].capital);
        let mut say = |template: u64, seen: u64| sink(feature(template, both(seen, capital)));
        say(110, this);
        say(111, both(before, this));
        say(112, both(this, after));
        say(113, both(both(before, this), after));
        let longest = decided.longest(self.attributes[at].word);
        say(114, longest);
        say(115, both(longest, this));
        say(116, both(this, self.view.casing[sentence] as u64));
        let low = tokens.start.max(at.saturating_sub(8));
        let high = tokens.end.min(at + 9);
        let capital = |t: &usize| attributes::capital(self.view, *t);
        let first = (low..at).rev().take_while(capital).last().unwrap_or(at);
        let last = (at + 1..high).take_while(capital).last().unwrap_or(at);
        let known = |t: usize| match t {
            t if t == at => this,
            t if t + 1 == at => before,
            t if t == at + 1 => after,
            t => decided.of(attributes::word(self.view, t)),
        };
        say(117, both(known(first), u64::from(first == at)));
        say(118, both(known(last), u64::from(last == at)));
        say(119, both(longest, after));
    }
}
