//! Words, names, quotation marks, dates and line breaks, as in news.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::pieces(data));

#[cfg(not(fuzzing))]
fn main() {}
