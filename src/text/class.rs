//! Word classes: the function of a closed-class word in a clause, and of any other token.
//!
//! `closed_class.txt` lists the words. What a token does in a particular sentence is for each stage to decide.

/// The function of a token in a clause.
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
