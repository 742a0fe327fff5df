//! Any bytes as a line of a stream of JSON objects.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::lines(data));

#[cfg(not(fuzzing))]
fn main() {}
