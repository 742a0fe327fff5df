//! Any words as dates and as the caller's names.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::options(data));

#[cfg(not(fuzzing))]
fn main() {}
