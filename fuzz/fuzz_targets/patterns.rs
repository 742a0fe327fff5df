//! Any patterns of the caller's, on any text.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::patterns(data));

#[cfg(not(fuzzing))]
fn main() {}
