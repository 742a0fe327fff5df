//! Any offsets, in three units.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::offsets(data));

#[cfg(not(fuzzing))]
fn main() {}
