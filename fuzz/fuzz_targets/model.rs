//! Bytes read as a trained model.
#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|data: &[u8]| newsmark_fuzz::model(data));

#[cfg(not(fuzzing))]
fn main() {}
