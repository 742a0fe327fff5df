//! Any bytes, read as UTF-8.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::text(data));

#[cfg(not(fuzzing))]
fn main() {}
