//! Sets up cargo-fuzz and fuzzes one target of `fuzz/` for some seconds.
//!
//! It uses the compiler that builds everything else, because there is no unsafe code for a sanitizer to check. Failing inputs go to
//! `fuzz/artifacts`, and inputs that reach new code to `target/fuzz`; people pick the small corpus in `fuzz/corpus` from these.

use crate::commands::{command, output, run, say};
use anyhow::{Context, Result, bail};
use std::fs;

/// The version that is installed if there is none.
const CARGO_FUZZ: &str = "0.13.2";

const SECONDS: u32 = 60;

/// Runs `fuzz TARGET [SECONDS]`.
pub fn run_target(rest: &[String]) -> Result<()> {
    let (target, seconds) = match rest {
        [target] => (target, SECONDS),
        [target, seconds] => (target, seconds.parse().with_context(|| format!("{seconds:?} is no number of seconds"))?),
        _ => bail!("fuzz takes a target and a number of seconds"),
    };
    if output(&mut command(&["cargo", "fuzz", "--version"])).is_err() {
        say(format_args!("cargo-fuzz is missing"));
        run(&mut command(&["cargo", "install", "cargo-fuzz", "--version", CARGO_FUZZ, "--locked"]))?;
    }
    let found = format!("target/fuzz/{target}");
    fs::create_dir_all(&found)?;
    let saved = format!("fuzz/corpus/{target}");
    let limit = format!("-max_total_time={seconds}");
    // Fat link-time optimisation leaves libFuzzer's counters undefined.
    run(command(&["cargo", "fuzz", "run", "--sanitizer", "none", target, &found, &saved, "--", &limit, "-max_len=400"])
        .env("CARGO_PROFILE_RELEASE_LTO", "off"))
}
