//! Word lists, as perfect-hash tables made by `build.rs` from the `.txt` files beside the code that uses them.
//!
//! A file `src/quotes/cues.txt` is `lists::CUES` here. Words are looked up as they stand in the file: lower case, unless
//! the file says otherwise.

include!(concat!(env!("OUT_DIR"), "/lists.rs"));
