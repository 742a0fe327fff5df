//! Classes of words: what a word of a closed class is to a clause, and what any other token may be to one.
//!
//! `closed_class.txt` has the words; what a token is in its sentence, each stage sees for itself.

/// What a token is to a clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Class {
    /// "the", "his", "two".
    Determiner,
    /// "she", "everyone": a noun phrase by itself.
    Pronoun,
    /// "who", "which".
    Relative,
    /// "of", "at".
    Preposition,
    /// "has", "would".
    Auxiliary,
    /// "not", "never".
    Negation,
    /// "and", "but".
    Conjunction,
    /// "that", "because".
    Subordinator,
    /// "also", "repeatedly".
    Adverb,
    /// "Tuesday", "week".
    Time,
    /// A capitalised word that is none of these.
    Name,
    /// A number.
    Number,
    /// "'s" or a bare apostrophe.
    Clitic,
    /// A comma.
    Comma,
    /// A quotation mark.
    Mark,
    /// An opening or closing bracket.
    Bracket,
    /// A hyphen that joins two words.
    Hyphen,
    /// Any other punctuation.
    Stop,
    /// Any other word.
    Other,
}
