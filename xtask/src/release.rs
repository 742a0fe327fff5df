//! `cargo xtask release --check`: everything about a release that can be tested before it is published.
//!
//! It publishes nothing. `cargo xtask check` runs the part that takes no time: versions and changelog.

use crate::commands::{cargo, command, output, run, say};
use crate::config::read_toml;
use crate::{npm, python};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Packages of the workspace that share its version.
const MEMBERS: [&str; 3] = ["Cargo.toml", "patterns/Cargo.toml", "python/Cargo.toml"];
/// Lock files that name the crate.
const LOCKS: [&str; 2] = ["Cargo.lock", "growth/Cargo.lock"];
/// Licences, and the sources of the name lists: what every artefact must carry.
const NOTICES: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE.md"];
/// The licences of the libraries that the npm package bundles.
const BUNDLED: &str = "pkg/THIRD-PARTY.txt";

/// Runs every check, from the fastest to the slowest.
pub fn run_on(arguments: &[String]) -> Result<()> {
    if arguments != ["--check"] {
        bail!("usage: cargo xtask release --check (nothing is published by xtask)");
    }
    let version = versions()?;
    ensure!(!changelog()?.contains("## [Unreleased]"), "CHANGELOG.md still has an [Unreleased] section");
    let changed = output(&mut command(&["git", "status", "--porcelain"]))?;
    ensure!(changed.is_empty(), "there are changes that are not committed:\n{changed}");
    notices_are_copies()?;
    crate_package()?;
    npm_package()?;
    wheel(&version)?;
    say(format_args!("{version} is ready to be published"));
    Ok(())
}

/// Version and changelog: all manifests and lock files have one version, and the changelog has an entry for it.
pub fn versions_agree() -> Result<()> {
    versions().map(drop)
}

fn versions() -> Result<String> {
    let manifest: toml::Table = read_toml("Cargo.toml")?;
    let version = manifest["workspace"]["package"]["version"].as_str().context("Cargo.toml has no workspace version")?;
    for path in MEMBERS {
        let member: toml::Table = read_toml(path)?;
        let shared = member["package"]["version"].get("workspace").and_then(toml::Value::as_bool);
        ensure!(shared == Some(true), "{path} must have `version.workspace = true`");
    }
    for path in LOCKS {
        let lock: toml::Table = read_toml(path)?;
        let packages = lock["package"].as_array().with_context(|| format!("{path} lists no packages"))?;
        let locked = packages.iter().find(|package| package["name"].as_str() == Some("newsmark"));
        agree(path, locked.and_then(|package| package["version"].as_str()), version)?;
    }
    // maturin takes the wheel's version from python/Cargo.toml.
    let project: toml::Table = read_toml("python/pyproject.toml")?;
    let dynamic = project["project"].get("dynamic").and_then(toml::Value::as_array);
    ensure!(
        dynamic.is_some_and(|names| names.iter().any(|name| name.as_str() == Some("version"))),
        "python/pyproject.toml must take its version from Cargo.toml: `dynamic = [\"version\"]`"
    );
    let npm: Value = serde_json::from_slice(&fs::read("www/package.json")?)?;
    agree("www/package.json", npm["version"].as_str(), version)?;
    ensure!(has_entry(&changelog()?, version), "CHANGELOG.md has no line `## [{version}] - YYYY-MM-DD`");
    say(format_args!("every artefact is version {version}"));
    Ok(version.to_owned())
}

fn agree(path: &str, found: Option<&str>, wanted: &str) -> Result<()> {
    ensure!(found == Some(wanted), "{path} has version {}, Cargo.toml has {wanted}", found.unwrap_or("none"));
    Ok(())
}

fn changelog() -> Result<String> {
    fs::read_to_string("CHANGELOG.md").context("cannot read CHANGELOG.md")
}

/// Whether a changelog has a dated heading for a version.
fn has_entry(changelog: &str, version: &str) -> bool {
    let heading = format!("## [{version}] - ");
    changelog.lines().filter_map(|line| line.strip_prefix(&heading)).any(|date| {
        let parts: Vec<&str> = date.split('-').collect();
        parts.iter().map(|part| part.len()).eq([4, 2, 2]) && date.bytes().all(|b| b == b'-' || b.is_ascii_digit())
    })
}

/// The Python package can only take files from its own folder, so it has links to them; some systems make bad copies of links.
fn notices_are_copies() -> Result<()> {
    for name in NOTICES {
        let copy = format!("python/{name}");
        ensure!(fs::read(name)? == fs::read(&copy)?, "{copy} does not say what {name} says");
    }
    Ok(())
}

/// The crate: what it contains, and whether it compiles from exactly that.
fn crate_package() -> Result<()> {
    let listed = output(&mut cargo(&["package", "--package", "newsmark", "--list"]))?;
    contains("the crate", &listed.lines().collect::<Vec<_>>(), &NOTICES.map(str::to_owned))?;
    run(&mut cargo(&["publish", "--package", "newsmark", "--dry-run", "--locked"]))
}

fn npm_package() -> Result<()> {
    npm::package()?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let printed = output(command(&[npm, "pack", "--dry-run", "--json"]).current_dir("www"))?;
    let packed: Value = serde_json::from_str(&printed).context("`npm pack` did not print JSON")?;
    let files = packed[0]["files"].as_array().context("`npm pack` listed no files")?;
    let files: Vec<&str> = files.iter().filter_map(|file| file["path"].as_str()).collect();
    let mut wanted: Vec<String> = NOTICES.iter().map(|name| format!("pkg/{name}")).collect();
    wanted.extend([BUNDLED, "README.md", "pkg/integrity.json"].map(str::to_owned));
    contains("the npm package", &files, &wanted)
}

fn wheel(version: &str) -> Result<()> {
    let (wheel, files) = python::wheel_and_files()?.map_err(|why| anyhow::anyhow!("no wheel can be built: {why}"))?;
    let name = wheel.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ensure!(name.starts_with(&format!("newsmark-{version}-")), "the wheel is {name}, not version {version}");
    let wanted = NOTICES.map(|name| format!("newsmark-{version}.dist-info/licenses/{name}"));
    contains("the wheel", &files.lines().collect::<Vec<_>>(), &wanted)
}

fn contains(artefact: &str, files: &[&str], wanted: &[String]) -> Result<()> {
    let is_there = |name: &&String| files.iter().any(|file| Path::new(file) == Path::new(name));
    let missing: Vec<&str> = wanted.iter().filter(|name| !is_there(name)).map(String::as_str).collect();
    ensure!(missing.is_empty(), "{artefact} lacks {}", missing.join(", "));
    say(format_args!("{artefact} has {} files, among them {}", files.len(), wanted.join(", ")));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{agree, contains, has_entry};

    #[test]
    fn an_entry_has_the_version_and_a_date() {
        let changelog = "# Changelog\n\n## [0.2.0] - 2026-11-30\n\n## [0.1.0] - soon\n";
        assert!(has_entry(changelog, "0.2.0"));
        assert!(!has_entry(changelog, "0.1.0"), "no date");
        assert!(!has_entry(changelog, "0.2"), "another version");
        assert!(!has_entry("## [Unreleased]\n", "0.2.0"));
    }

    #[test]
    fn another_version_and_a_missing_file_are_named() {
        let error = agree("www/package.json", Some("0.1.0"), "0.2.0").expect_err("they differ").to_string();
        assert_eq!(error, "www/package.json has version 0.1.0, Cargo.toml has 0.2.0");
        assert!(agree("www/package.json", Some("0.2.0"), "0.2.0").is_ok());
        let error = contains("the crate", &["src/lib.rs"], &["NOTICE.md".to_owned()]).expect_err("it lacks a file");
        assert_eq!(error.to_string(), "the crate lacks NOTICE.md");
    }
}
