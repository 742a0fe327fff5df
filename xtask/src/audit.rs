//! Audits what newsmark is built from: licences and sources of all crates, a bill of materials, and a reproducibility check.

use crate::commands::{cargo, command, output, run, say};
use crate::config::Config;
use crate::{build, setup};
use anyhow::{Result, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Tools, at the versions that are installed if there is none.
const DENY: (&str, &str) = ("deny", "0.20.2");
const CYCLONEDX: (&str, &str) = ("cyclonedx", "0.5.9");
const WORK: &str = "target/audit";
/// The bill of materials of what ships, in CycloneDX.
const BILL: &str = "newsmark.cdx.json";

/// Runs everything.
pub fn everything() -> Result<()> {
    licences()?;
    materials()?;
    reproducible()
}

/// `deny.toml`: licences, banned crates, sources. Advisories need a database from the network, and are asked for apart.
fn licences() -> Result<()> {
    installed(DENY)?;
    run(&mut cargo(&["deny", "--workspace", "check", "licenses", "bans", "sources"]))
}

fn materials() -> Result<()> {
    installed(CYCLONEDX)?;
    fs::create_dir_all(WORK)?;
    let name = BILL.strip_suffix(".json").unwrap_or(BILL);
    run(&mut cargo(&[
        "cyclonedx",
        "--format",
        "json",
        "--target",
        setup::WASM,
        "--features",
        "web",
        "--override-filename",
        name,
    ]))?;
    // It is written beside each manifest.
    for folder in [".", "fuzz", "patterns", "python", "trainer", "xtask"] {
        let file = Path::new(folder).join(BILL);
        if folder == "." {
            fs::copy(&file, Path::new(WORK).join(BILL))?;
        }
        fs::remove_file(file)?;
    }
    say(format_args!("{WORK}/{BILL}"));
    Ok(())
}

/// Builds what is committed twice, in two folders; the hashes must be equal.
fn reproducible() -> Result<()> {
    let (root, config) = (std::env::current_dir()?, Config::read()?);
    let mut hashes = Vec::new();
    for place in ["one", "another/place"] {
        let copy = root.join(WORK).join(place);
        if copy.exists() {
            fs::remove_dir_all(&copy)?;
        }
        run(command(&["git", "clone", "--quiet", "--local"]).arg(&root).arg(&copy))?;
        run(build::library()?.current_dir(&copy))?;
        // The library tells wasm-bindgen where it was built; that does not ship.
        let folder = copy.join(&config.build.out_dir);
        let library = copy.join("target").join(setup::WASM).join("release/newsmark.wasm");
        build::bindings(&library, &folder, &config.build.out_name, &config)?;
        let wasm = fs::read(folder.join(format!("{}_bg.wasm", config.build.out_name)))?;
        let paths = [&root, &build::cargo_home()?];
        let shows = |path: &std::path::PathBuf| {
            let path = path.to_string_lossy();
            wasm.windows(path.len()).any(|bytes| bytes == path.as_bytes())
        };
        ensure!(!paths.into_iter().any(shows), "the wasm holds a path of this machine");
        let hash: String = Sha256::digest(&wasm).iter().map(|byte| format!("{byte:02x}")).collect();
        say(format_args!("{hash} {place}"));
        hashes.push(hash);
    }
    ensure!(hashes[0] == hashes[1], "two builds differ");
    Ok(())
}

/// Makes sure that Cargo has a subcommand.
fn installed((tool, version): (&str, &str)) -> Result<()> {
    if output(&mut cargo(&[tool, "--version"])).is_err() {
        let package = format!("cargo-{tool}");
        say(format_args!("{package} is missing"));
        run(&mut cargo(&["install", &package, "--version", version, "--locked"]))?;
    }
    Ok(())
}
