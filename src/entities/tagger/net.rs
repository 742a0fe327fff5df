//! A small net that reads in sequence, asked where the lattice is unsure.
//!
//! It sees each token as a sum of a few rows of numbers (`inputs`), with two beside it on each side; adds what all other places of the
//! word in the article look like; looks at the neighbours once more, and gives each label a weight (`reading`). Its weights (`weights`)
//! were learnt by `trainer/` beside those of the lattice, never with them: the mean of two that err in different ways errs less.
//!
//! All sums are of 32-bit numbers in one order, so that every machine comes to the same bits.

pub mod inputs;
pub mod reading;
pub mod weights;
