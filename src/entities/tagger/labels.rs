//! Labels: what the tagger gives each token, and which may follow which.
//!
//! One label for "no name", and four for each class of names: where it stands alone, begins, goes on, or ends. Their order is the
//! lattice's: those that may follow one another stand side by side.

pub use crate::model::tagger::LABELS;

/// The classes that are told apart token by token. What a miscellaneous name is of comes later, from its words.
pub const CLASSES: usize = 5;
/// Outside, and four positions for each class.
const _: () = assert!(LABELS == 1 + 4 * CLASSES);
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
    Single,
    Begin,
    Inside,
    End,
}

/// All classes, in the order of their labels.
pub const ALL: [Class; CLASSES] = [Class::Person, Class::Organization, Class::Place, Class::Group, Class::Miscellaneous];

/// The first label of a position; those of the other classes follow it.
pub const fn first(position: Position) -> usize {
    1 + CLASSES * position as usize
}

/// The label of a token at a position in a name of a class.
#[cfg(feature = "training")]
pub const fn label(class: Class, position: Position) -> usize {
    first(position) + class as usize
}

/// The class and position that a label stands for; `None` outside.
pub fn meaning(label: usize) -> Option<(Class, Position)> {
    let inside = label.checked_sub(1)?;
    let position = [Position::Single, Position::Begin, Position::Inside, Position::End].get(inside / CLASSES)?;
    Some((*ALL.get(inside % CLASSES)?, *position))
}

/// Whether a name goes on after this label.
pub const fn open(label: usize) -> bool {
    first(Position::Begin) <= label && label < first(Position::End)
}

/// Whether a label goes on with a name that began before.
#[cfg(feature = "training")]
pub const fn continues(label: usize) -> bool {
    first(Position::Inside) <= label
}

/// Whether one label may follow another.
#[cfg(feature = "training")]
pub const fn legal(from: usize, to: usize) -> bool {
    if open(from) { continues(to) && (from - 1) % CLASSES == (to - 1) % CLASSES } else { !continues(to) }
}
