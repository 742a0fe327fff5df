//! The output of every export, parsed again.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::exports(data));

#[cfg(not(fuzzing))]
fn main() {}
