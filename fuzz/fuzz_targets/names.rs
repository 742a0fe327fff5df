//! Names of the caller's that contain anything that news contains.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::names(data));

#[cfg(not(fuzzing))]
fn main() {}
