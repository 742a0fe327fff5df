//! The name lists: which lists hold a name.
//!
//! One automaton (`model/names.fst`, made by `cargo xtask names`) read in place from the program's own bytes. A list is
//! evidence, never a verdict: "Victoria" stands in four of them.

use fst::raw::{Fst, Node, Output};
use std::sync::OnceLock;

static BYTES: &[u8] = include_bytes!("../../model/names.fst");

/// The lists that hold a name, as `xtask/src/names.rs` sets their bits.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Listed(u16);

impl Listed {
    fn has(self, bit: u16) -> bool {
        self.0 >> bit & 1 == 1
    }

    fn grade(self, bit: u16) -> u8 {
        (self.0 >> bit & 3) as u8
    }

    /// All of it, as one number.
    pub fn bits(self) -> u16 {
        self.0
    }

    pub fn country(self) -> bool {
        self.has(0)
    }

    /// A state, province, continent, sea, or a place the press names often.
    pub fn region(self) -> bool {
        self.has(1)
    }

    /// 0: no city; 1: up to 100,000 people, 2: up to a million, 3: more.
    pub fn city(self) -> u8 {
        self.grade(2)
    }

    /// A nationality, or a religious, ethnic or political group, as adjective or noun.
    pub fn group(self) -> bool {
        self.has(4)
    }

    /// A man's first name: 0 never, 1 rarely, 2, 3 frequently.
    pub fn male(self) -> u8 {
        self.grade(5)
    }

    /// A woman's first name: 0 never, 1 rarely, 2, 3 frequently.
    pub fn female(self) -> u8 {
        self.grade(7)
    }

    /// A surname: 0 never, 1 rarely, 2, 3 frequently.
    pub fn surname(self) -> u8 {
        self.grade(9)
    }

    /// A first name of either gender.
    pub fn first_name(self) -> bool {
        self.has(11) || self.male() > 0 || self.female() > 0
    }

    pub fn organization(self) -> bool {
        self.has(12)
    }

    /// A person known by this very name.
    pub fn person(self) -> bool {
        self.has(13)
    }

    /// A frequent English word.
    pub fn common(self) -> bool {
        self.has(14)
    }

    /// A happening, a work, a product, or another thing of `other_names.txt`.
    pub fn other(self) -> bool {
        self.has(15)
    }

    /// A country, region or city of some size.
    pub fn place(self) -> bool {
        self.country() || self.region() || self.city() > 1
    }

    /// Whether any list of names, not of words, holds it.
    pub fn named(self) -> bool {
        self.place() || self.group() || self.organization() || self.person() || self.other()
    }
}

fn automaton() -> Option<&'static Fst<&'static [u8]>> {
    static FST: OnceLock<Option<Fst<&'static [u8]>>> = OnceLock::new();
    // The committed bytes always load: a test proves it.
    FST.get_or_init(|| Fst::new(BYTES).ok()).as_ref()
}

/// A place in the automaton, and what was gathered on the way to it.
type Place<'f> = (Node<'f>, Output);

/// Where some bytes lead from a place.
fn walk<'f>(fst: &'f Fst<&'static [u8]>, (mut node, mut value): Place<'f>, bytes: &[u8]) -> Option<Place<'f>> {
    for &byte in bytes {
        let step = node.transition(node.find_input(byte)?);
        value = value.cat(step.out);
        node = fst.node(step.addr);
    }
    Some((node, value))
}

/// The lists that hold the name that ends at a place, if one does.
fn listed((node, value): &Place) -> Option<Listed> {
    node.is_final().then(|| Listed(value.cat(node.final_output()).value() as u16))
}

/// The lists that hold a name, given in lower case.
pub fn look_up(name: &str) -> Listed {
    look_up_before(name, None).0
}

/// The lists that hold a word, given in lower case, and whether names of several words begin with it and this byte.
pub fn look_up_before(word: &str, next: Option<u8>) -> (Listed, bool) {
    let place = automaton().and_then(|fst| walk(fst, (fst.root(), Output::zero()), word.as_bytes()));
    let goes_on = |(node, _): &Place| next.is_some_and(|next| node.find_input(next).is_some());
    place.map_or_else(Default::default, |place| (listed(&place).unwrap_or_default(), goes_on(&place)))
}

/// Of the names made of the first one, two, three … of these words, the longest listed: how many words and its lists. A word
/// comes with whether white space stands before it.
pub fn longest<'w>(words: impl Iterator<Item = (bool, &'w str)>) -> Option<(usize, Listed)> {
    let fst = automaton()?;
    let (mut place, mut found) = ((fst.root(), Output::zero()), None);
    for (count, (spaced, word)) in words.enumerate() {
        let space: &[u8] = if spaced && count > 0 { b" " } else { b"" };
        let there = walk(fst, place, space).and_then(|place| walk(fst, place, word.as_bytes()));
        let Some(there) = there else { return found };
        place = there;
        found = listed(&place).map(|listed| (count + 1, listed)).or(found);
    }
    found
}

#[cfg(test)]
mod tests {
    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn the_lists_load_and_answer() {
        let cases: [(&str, fn(super::Listed) -> bool); 8] = [
            ("ukraine", |l| l.country() && !l.group()),
            ("new south wales", |l| l.region()),
            ("geneva", |l| l.city() >= 2),
            ("ukrainians", |l| l.group() && !l.place()),
            ("jennifer", |l| l.female() > l.male()),
            ("john", |l| l.first_name() && l.male() == 3),
            ("white house", |l| l.organization()),
            ("whitehouseholder", |l| l == super::Listed::default()),
        ];
        for (name, holds) in cases {
            assert!(holds(super::look_up(name)), "{name}");
        }
        let words = ["united", "nations", "security", "talks"].map(|word| (true, word));
        assert_eq!(super::longest(words.into_iter()).map(|(count, _)| count), Some(2));
    }
}
