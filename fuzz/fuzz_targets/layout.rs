//! Lines, and what can stand between and before them.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::layout(data));

#[cfg(not(fuzzing))]
fn main() {}
