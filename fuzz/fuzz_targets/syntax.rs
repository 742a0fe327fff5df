//! Words of any kind, and their tags.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::syntax(data));

#[cfg(not(fuzzing))]
fn main() {}
