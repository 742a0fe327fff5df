//! The tags: the parts of speech that later stages ask for.
//!
//! They are those of the Penn treebank, merged where no stage needs the difference (comparatives, plural names), and split where one
//! does: prepositions and subordinators, the infinitive's "to", negations. The model has [`Label`]s, which also distinguish auxiliaries
//! from other verbs.

/// The part of speech of a word.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum Tag {
    /// None of the below: foreign words, addresses, letters of a list; whatever lies beyond the text.
    Other,
    /// "bridge".
    Noun,
    /// "bridges".
    NounPlural,
    /// "Ruiz", "Lima", and words inside a name: "Supreme Court".
    Name,
    /// "she", "nobody", "each other's"; "this" and "that" on their own.
    Pronoun,
    /// "her" before a noun, "their".
    Possessive,
    /// "the", "some"; "this" and "that" before a noun.
    Determiner,
    /// "new", "newer".
    Adjective,
    /// "soon", "sooner".
    Adverb,
    /// "not", "n't".
    Negation,
    /// "up" in "set up".
    Particle,
    /// "of", "to" before a noun.
    Preposition,
    /// "because", "if", "that" before a clause.
    Subordinator,
    /// "and", "but".
    Conjunction,
    /// "12", "twelve".
    Number,
    /// "will", "'d" for "would".
    Modal,
    /// "open" after "to" or "will", and as a command.
    Base,
    /// "they open".
    Present,
    /// "it opens".
    Third,
    /// "it opened".
    Past,
    /// "it has opened", "it was opened", "opened by the mayor".
    PastParticiple,
    /// "it is opening", "opening it".
    Gerund,
    /// "to" before a verb.
    To,
    /// "who", "which", "what", "whose"; "that" if it refers to a noun before it.
    Relative,
    /// "when", "where", "why", "how".
    RelativeAdverb,
    /// "there" in "there is".
    Existential,
    /// "'s" of possession.
    Clitic,
    /// "yes", "please".
    Interjection,
    /// "$", "%".
    Symbol,
    /// Punctuation.
    Punctuation,
}

/// The number of tags.
pub const TAGS: usize = 30;

const ALL: [Tag; TAGS] = [
    Tag::Other,
    Tag::Noun,
    Tag::NounPlural,
    Tag::Name,
    Tag::Pronoun,
    Tag::Possessive,
    Tag::Determiner,
    Tag::Adjective,
    Tag::Adverb,
    Tag::Negation,
    Tag::Particle,
    Tag::Preposition,
    Tag::Subordinator,
    Tag::Conjunction,
    Tag::Number,
    Tag::Modal,
    Tag::Base,
    Tag::Present,
    Tag::Third,
    Tag::Past,
    Tag::PastParticiple,
    Tag::Gerund,
    Tag::To,
    Tag::Relative,
    Tag::RelativeAdverb,
    Tag::Existential,
    Tag::Clitic,
    Tag::Interjection,
    Tag::Symbol,
    Tag::Punctuation,
];

impl Tag {
    /// A verb that can carry a clause by itself, or a modal.
    pub fn is_finite(self) -> bool {
        matches!(self, Tag::Present | Tag::Third | Tag::Past | Tag::Modal)
    }

    /// A verb in any form, and modals.
    pub fn is_verb(self) -> bool {
        (Tag::Modal..=Tag::Gerund).contains(&self)
    }

    /// Whether it can be the head of a noun phrase.
    pub fn is_nominal(self) -> bool {
        (Tag::Noun..=Tag::Pronoun).contains(&self)
    }
}

/// A tag with its kind: the usual one, or another. Of a verb that is an auxiliary or a copula ("has" in "has opened", "is"); of a name, an
/// adjective in it ("Supreme"); of a relative, one that stands before a noun ("which bridge").
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct Label(u8);

/// The tags that have another kind.
const TWO_KINDS: [Tag; 8] =
    [Tag::Name, Tag::Relative, Tag::Base, Tag::Present, Tag::Third, Tag::Past, Tag::PastParticiple, Tag::Gerund];

/// The number of labels: the tags, then those of another kind.
pub const LABELS: usize = TAGS + TWO_KINDS.len();

impl Label {
    /// A tag's usual kind.
    pub const fn usual(tag: Tag) -> Label {
        Label(tag as u8)
    }

    /// A tag's other kind, or the usual one if it has no other.
    pub const fn other(tag: Tag) -> Label {
        Label(match tag {
            Tag::Name => TAGS as u8,
            Tag::Relative => TAGS as u8 + 1,
            Tag::Base => TAGS as u8 + 2,
            Tag::Present => TAGS as u8 + 3,
            Tag::Third => TAGS as u8 + 4,
            Tag::Past => TAGS as u8 + 5,
            Tag::PastParticiple => TAGS as u8 + 6,
            Tag::Gerund => TAGS as u8 + 7,
            tag => tag as u8,
        })
    }

    /// By its number.
    pub const fn of(number: u8) -> Label {
        Label(number)
    }

    /// Its number.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Its tag; [`Tag::Other`] if no label has the number.
    pub fn tag(self) -> Tag {
        let number = usize::from(self.0);
        let other = || TWO_KINDS.get(number.saturating_sub(TAGS));
        ALL.get(number).or_else(other).copied().unwrap_or(Tag::Other)
    }

    /// Whether it is its tag's other kind.
    pub const fn is_other(self) -> bool {
        self.0 as usize >= TAGS
    }

    /// Whether it is an auxiliary or a copula.
    pub fn is_auxiliary(self) -> bool {
        self.tag() == Tag::Modal || self.is_other() && self.tag().is_verb()
    }
}

/// The labels that a word can have, one bit each.
pub type Mask = u64;

/// A mask of one label.
pub const fn only(label: Label) -> Mask {
    1 << label.number()
}
