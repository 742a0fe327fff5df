//! Word lists, as perfect-hash tables made by `build.rs` from the `.txt` files beside the code that uses them.
//!
//! A file `src/quotes/cues.txt` is `lists::CUES` here. Words are looked up as they stand in the file: lower case, unless
//! the file says otherwise.

// What the values of the lists of dates are written with.
use crate::dates::lexicon::{DayPart, Direction, Era, Holiday, Pointer, Season, Sense, Unit};
use crate::dates::{Modifier, tense::Tense};

include!(concat!(env!("OUT_DIR"), "/lists.rs"));
