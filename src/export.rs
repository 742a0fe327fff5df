//! Annotations in the forms that people and other programs read.

pub(crate) mod segments;
