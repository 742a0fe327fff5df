//! Words, names, marks, dates and breaks of news.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::pieces(data));

#[cfg(not(fuzzing))]
fn main() {}
