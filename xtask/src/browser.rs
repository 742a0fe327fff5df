//! Finds the browser that tests run in, Chromium and its driver, or installs it on Debian.

use crate::commands::{command, on_path, run, say};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::path::{Path, PathBuf};

const OPTIONS: &str = "goog:chromeOptions";

/// Chromium, or a browser of its kind, and how to start it.
pub struct Browser {
    /// The browser's program.
    pub program: PathBuf,
    /// The driver's program.
    pub driver: PathBuf,
    /// `webdriver.json`: its arguments, to which the program is added.
    capabilities: Value,
}

impl Browser {
    /// Finds the browser and its driver; on Debian, root installs them first.
    pub fn ready() -> Result<Browser> {
        let find = || Some((program()?, driver()?));
        let (program, driver) = match find() {
            Some(found) => found,
            None => {
                install()?;
                find().context("Chromium is installed, but is not found on PATH")?
            }
        };
        let text = std::fs::read_to_string("webdriver.json").context("cannot read webdriver.json")?;
        let mut capabilities: Value = serde_json::from_str(&text).context("in webdriver.json")?;
        capabilities[OPTIONS]["binary"] = program.to_string_lossy().into();
        Ok(Browser { program, driver, capabilities })
    }

    /// The arguments that it is started with, as a JSON array.
    pub fn arguments(&self) -> String {
        self.capabilities[OPTIONS]["args"].to_string()
    }

    /// Writes `webdriver.json` with the program in it, for wasm-bindgen's test runner.
    pub fn write_capabilities(&self) -> Result<PathBuf> {
        let path = std::env::current_dir()?.join("target/webdriver.json");
        std::fs::write(&path, self.capabilities.to_string()).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }
}

fn program() -> Option<PathBuf> {
    let named = std::env::var_os("CHROME").map(PathBuf::from);
    let usual = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];
    named
        .filter(|path| path.is_file())
        .or_else(|| on_path(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]))
        .or_else(|| usual.iter().map(PathBuf::from).find(|path| path.is_file()))
}

fn driver() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMEDRIVER").map(PathBuf::from);
    named.filter(|path| path.is_file()).or_else(|| on_path(&["chromedriver"]))
}

fn install() -> Result<()> {
    say("Chromium or its driver is missing");
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let debian = release.lines().any(|line| line == "ID=debian") && on_path(&["apt-get"]).is_some();
    if debian && is_root() {
        let apt = |words: &[&str]| run(command(words).env("DEBIAN_FRONTEND", "noninteractive"));
        apt(&["apt-get", "update"])?;
        return apt(&["apt-get", "install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"]);
    }
    let advice = if debian {
        "run `sudo apt-get install chromium chromium-driver`"
    } else if cfg!(target_os = "macos") {
        "run `brew install --cask google-chrome chromedriver`"
    } else {
        "install Chromium or Chrome and the chromedriver of the same version (https://googlechromelabs.github.io/chrome-for-testing)"
    };
    bail!(
        "the tests in a browser need Chromium (or Chrome) and chromedriver: {advice}; \
         where they are not on PATH, name them in CHROME and CHROMEDRIVER. \
         `cargo xtask test native node` runs the tests that need no browser"
    )
}

/// Whether this user may install packages: owns what only root owns.
#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    Path::new("/proc/self").metadata().is_ok_and(|process| process.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
