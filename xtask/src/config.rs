//! Reads `wasm-pack.toml`: what to build, where to, with which flags, and the size budgets.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// What wasm-bindgen makes.
    pub build: Build,
    /// What wasm-opt does to it.
    pub optimise: Optimise,
    /// How much it may weigh.
    pub size: Size,
}

/// What wasm-bindgen makes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Build {
    /// wasm-bindgen's `--target`.
    pub target: String,
    /// Where its files go.
    pub out_dir: PathBuf,
    /// What their names begin with.
    pub out_name: String,
}

/// What wasm-opt does.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Optimise {
    /// Its flags.
    pub wasm_opt: Vec<String>,
}

/// Sizes in bytes after brotli.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Size {
    /// The folder that is shipped.
    pub shipped: PathBuf,
    /// What all files together should weigh.
    pub target: usize,
    /// What all files together must not exceed.
    pub limit: usize,
    /// What scripts and style sheets together must not exceed.
    pub code: usize,
    /// What all that is loaded on demand must not exceed together: no reader loads all of it.
    pub on_demand: usize,
    /// What a file must not exceed; `*` stands for those not named.
    pub file: BTreeMap<String, usize>,
}

impl Config {
    /// Reads the file.
    pub fn read() -> Result<Config> {
        read_toml("wasm-pack.toml")
    }

    /// Fails where Cargo.toml tells wasm-pack something else.
    pub fn agrees_with_cargo_toml(&self) -> Result<()> {
        let manifest: toml::Table = read_toml("Cargo.toml")?;
        let flags = ["package", "metadata", "wasm-pack", "profile", "release", "wasm-opt"]
            .iter()
            .try_fold(&toml::Value::Table(manifest), |at, key| at.get(key))
            .cloned();
        let flags = flags.context("Cargo.toml has no [package.metadata.wasm-pack.profile.release] wasm-opt")?;
        ensure!(
            flags == toml::Value::from(self.optimise.wasm_opt.clone()),
            "wasm-pack.toml and [package.metadata.wasm-pack.profile.release] in Cargo.toml name different flags for wasm-opt"
        );
        Ok(())
    }
}

/// Reads a TOML file; errors name it.
pub fn read_toml<T: DeserializeOwned>(path: &str) -> Result<T> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
    toml::from_str(&text).with_context(|| format!("in {path}"))
}
