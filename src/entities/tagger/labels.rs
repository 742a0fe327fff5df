//! Labels: what the tagger gives each token, and which may follow which.
//!
//! One label for "no name", and four for each class of names: where it begins, goes on, ends, or stands alone.
#![expect(clippy::indexing_slicing, reason = "a remainder of four is below four")]

/// The classes that are told apart token by token. What a miscellaneous name is of comes later, from its words.
pub const CLASSES: usize = 5;
/// Outside, and four positions for each class.
pub const LABELS: usize = 1 + 4 * CLASSES;
/// The label of a token outside any name.
pub const OUTSIDE: usize = 0;

/// What a name is of, as far as the labels tell.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Class {
    Person,
    Organization,
    Place,
    Group,
    Miscellaneous,
}

/// Where a token stands in a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Position {
    Begin,
    Inside,
    End,
    Single,
}

/// All classes, in the order of their labels.
pub const ALL: [Class; CLASSES] = [Class::Person, Class::Organization, Class::Place, Class::Group, Class::Miscellaneous];

/// The label of a token at a position in a name of a class.
#[cfg(feature = "training")]
pub const fn label(class: Class, position: Position) -> usize {
    1 + 4 * class as usize + position as usize
}

/// The class and position that a label stands for; `None` outside.
pub fn meaning(label: usize) -> Option<(Class, Position)> {
    let inside = label.checked_sub(1)?;
    let position = [Position::Begin, Position::Inside, Position::End, Position::Single][inside % 4];
    Some((*ALL.get(inside / 4)?, position))
}

/// Whether a name goes on after this label.
pub const fn open(label: usize) -> bool {
    label != OUTSIDE && (label - 1) % 4 < 2
}

/// Whether a label goes on with a name that began before.
pub const fn continues(label: usize) -> bool {
    label != OUTSIDE && matches!((label - 1) % 4, 1 | 2)
}

/// Whether one label may follow another.
pub const fn legal(from: usize, to: usize) -> bool {
    if open(from) { continues(to) && (from - 1) / 4 == (to - 1) / 4 } else { !continues(to) }
}
