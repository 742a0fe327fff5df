//! Words about time.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::dates(data));

#[cfg(not(fuzzing))]
fn main() {}
