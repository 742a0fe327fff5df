//! The browser extension, for Chromium and for Firefox, as folders and as the zips that stores take.

use crate::browser::Browser;
use crate::bundle::{MATCHER, bundle};
use crate::commands::{command, run};
use crate::npm;
use anyhow::{Result, bail};
use std::fs;
use std::path::Path;

/// What is made of scripts and style sheets; the rest is packed as it is.
const MADE: &str = "target/extension/made";

/// The scripts of the extension's own pages and of its background.
const MODULES: [(&str, &str); 4] = [
    ("background", "extension/background.js"),
    ("panel", "extension/panel/panel.js"),
    ("options", "extension/options/options.js"),
    ("open", "extension/open.js"),
];

/// What runs in the pages of others: browsers take no modules there, and it knows of no address of its own.
const CONTENT: (&str, &str) = ("content", "extension/content/content.js");
const FOR_CONTENT: [&str; 2] = ["--format=iife", "--define:import.meta.url=undefined"];

const SHEETS: [(&str, &str); 2] = [("panel", "extension/panel/panel.css"), ("options", "extension/options/options.css")];

/// What writes the manifests and the zips, and what makes the pictures.
const PACK: &str = "xtask/src/extension.mjs";
const PICTURES: &str = "xtask/src/pictures.mjs";

/// `cargo xtask extension [--pictures]`.
pub fn run_on(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => package(),
        [pictures] if pictures == "--pictures" => self::pictures(),
        _ => bail!("usage: cargo xtask extension [--pictures]"),
    }
}

/// Builds both extensions.
pub fn package() -> Result<()> {
    npm::package()?;
    let made = Path::new(MADE);
    if made.exists() {
        fs::remove_dir_all(made)?;
    }
    bundle(made, &MODULES, &["--minify", MATCHER])?;
    bundle(made, &[CONTENT], &[&FOR_CONTENT[..], &["--minify", MATCHER]].concat())?;
    bundle(made, &SHEETS, &["--minify"])?;
    run(&mut command(&["node", PACK]))
}

/// Draws the icons, and takes the pictures that stores show: both are kept in the repository.
fn pictures() -> Result<()> {
    let browser = Browser::ready()?;
    package()?;
    run(command(&["node", PICTURES])
        .env("NEWSMARK_BROWSER", &browser.program)
        .env("NEWSMARK_BROWSER_ARGS", browser.arguments()))
}
