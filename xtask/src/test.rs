//! Runs every test with seven runners: native, wasm in Node, wasm in Chromium, the page in Chromium, the browser extension in Chromium, the npm package, and the Python package.
//!
//! A runner that fails without a failing test, or that runs no test at all, counts as one failure. One that reports that it was left out does not.

use crate::browser::Browser;
use crate::commands::{cargo, command, run as run_command, say, watch};
use crate::serve::Site;
use crate::{build, extension, npm, python, setup, site as static_site};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A runner's name on the command line, its title, and what it does.
type Runner = (&'static str, &'static str, fn() -> Result<Report>);

const RUNNERS: [Runner; 7] = [
    ("native", "Rust, native", native),
    ("node", "wasm in Node", wasm_in_node),
    ("chromium", "wasm in Chromium", wasm_in_chromium),
    ("page", "the page in Chromium", page),
    ("extension", "the browser extension in Chromium", browser_extension),
    ("package", "the npm package", package),
    ("python", "the Python package", in_python),
];

/// What one runner said.
#[derive(Default, Debug, PartialEq)]
struct Report {
    passed: usize,
    failed: usize,
    /// Its own closing lines.
    closing: Vec<String>,
}

/// Runs the runners that are named, or all.
pub fn run(names: &[String]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| RUNNERS.iter().all(|(known, ..)| known != name)) {
        bail!("unknown runner {unknown:?}; the runners are {}", RUNNERS.map(|(name, ..)| name).join(", "));
    }
    let wanted = |name: &str| names.is_empty() || names.iter().any(|n| n == name);
    let mut reports = Vec::new();
    for (_, title, run) in RUNNERS.into_iter().filter(|(name, ..)| wanted(name)) {
        println!("\n----- {title} -----");
        let report =
            run().unwrap_or_else(|error| Report { failed: 1, closing: vec![format!("error: {error:#}")], passed: 0 });
        report.closing.iter().filter(|line| line.starts_with("error")).for_each(|line| println!("{line}"));
        reports.push((title, report));
    }
    println!();
    for (title, report) in &reports {
        println!("----- {title}: {} passed, {} failed -----", report.passed, report.failed);
        report.closing.iter().for_each(|line| println!("{line}"));
    }
    let passed: usize = reports.iter().map(|(_, report)| report.passed).sum();
    let failed: usize = reports.iter().map(|(_, report)| report.failed).sum();
    println!("\n{passed} passed, {failed} failed");
    if failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

/// Runs one wasm test binary: wasm-bindgen's own runner, which Cargo calls through `.cargo/config.toml`.
pub fn run_wasm_binary(arguments: &[String]) -> Result<()> {
    let name = "wasm-bindgen-test-runner".to_owned();
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::iter::once(name).chain(arguments.iter().cloned()))
}

fn native() -> Result<Report> {
    cargo_test(&mut cargo(&["test", "--no-fail-fast", "--workspace", "--features", "newsmark/cli"]))
}

fn wasm_in_node() -> Result<Report> {
    setup::node()?;
    cargo_test(&mut wasm_tests()?)
}

fn wasm_in_chromium() -> Result<Report> {
    cargo_test(wasm_tests()?.env("WASM_BINDGEN_USE_BROWSER", "1"))
}

/// The same binaries for Node and Chromium. Both need the browser: a binary of tests that render asks for it by itself.
fn wasm_tests() -> Result<Command> {
    setup::rust_target(setup::WASM)?;
    let browser = Browser::ready()?;
    let mut tests = cargo(&[
        "test",
        "--no-fail-fast",
        "--package",
        "newsmark",
        "--lib",
        "--tests",
        "--features",
        "web",
        "--target",
        setup::WASM,
    ]);
    // wasm-bindgen's runner would prefer other drivers if these variables were set.
    for driver in ["GECKODRIVER", "SAFARIDRIVER", "MSEDGEDRIVER"] {
        tests.env_remove(driver).env_remove(format!("{driver}_REMOTE"));
    }
    tests
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.write_capabilities()?)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    Ok(tests)
}

/// The page's tests: `tests/e2e/*.test.mjs`, against a server of their own.
fn page() -> Result<Report> {
    setup::npm_tools()?;
    let browser = Browser::ready()?;
    npm::package()?;
    static_site::write(Path::new(static_site::SITE))?;
    let site = Site::open(&build::package()?.size.shipped, 0)?;
    // One test holds the page to what the command line finds.
    run_command(&mut cargo(&["build", "--package", "newsmark", "--features", "cli"]))?;
    let mut node = command(&["node", "--test", "--test-reporter=spec"]);
    node.args(scripts(Path::new("tests/e2e"))?)
        .env("NEWSMARK_URL", site.url())
        .env("NEWSMARK_CLI", std::env::current_dir()?.join("target/debug/newsmark"));
    in_browser(node, &browser)
}

/// The browser extension's tests: `tests/extension/*.test.mjs`, on what stores get.
fn browser_extension() -> Result<Report> {
    extension::package()?;
    let mut node = command(&["node", "--test", "--test-reporter=spec"]);
    node.args(scripts(Path::new("tests/extension"))?);
    in_browser(node, &Browser::ready()?)
}

/// Runs tests in Node that drive a browser.
fn in_browser(mut node: Command, browser: &Browser) -> Result<Report> {
    node.env("NEWSMARK_BROWSER", &browser.program).env("NEWSMARK_BROWSER_ARGS", browser.arguments());
    let mut report = Report::default();
    let status = watch(&mut node, |line| report.read_node(line))?;
    Ok(report.ended(status.success()))
}

/// The npm package's tests: `tests/package/*.test.mjs`, on what `npm pack` makes.
fn package() -> Result<Report> {
    npm::package()?;
    let mut node = command(&["node", "--test", "--test-reporter=spec"]);
    node.args(scripts(Path::new("tests/package"))?);
    in_browser(node, &Browser::ready()?)
}

/// The Python package's tests: `python/tests`, on the wheel.
fn in_python() -> Result<Report> {
    let mut tests = match python::tests()? {
        Ok(tests) => tests,
        Err(why) => {
            say(format_args!("left out: {why}"));
            return Ok(Report { closing: vec![format!("left out: {why}")], ..Report::default() });
        }
    };
    let mut report = Report::default();
    let status = watch(&mut tests, |line| report.read_pytest(line))?;
    Ok(report.ended(status.success()))
}

fn scripts(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if folder.is_dir() {
        for entry in folder.read_dir()? {
            files.push(entry?.path());
        }
    }
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    if files.is_empty() {
        bail!("no tests found: {}/*.test.mjs", folder.display());
    }
    Ok(files)
}

fn cargo_test(command: &mut Command) -> Result<Report> {
    let mut report = Report::default();
    let status = watch(command, |line| report.read_cargo(line))?;
    Ok(report.ended(status.success()))
}

impl Report {
    /// `test result: ok. 3 passed; 0 failed; …`, a line for each test binary.
    fn read_cargo(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else { return };
        let count = |of: &str| {
            let (before, _) = counts.split_once(of)?;
            before.split_whitespace().next_back()?.parse::<usize>().ok()
        };
        let (passed, failed) = (count(" passed").unwrap_or(0), count(" failed").unwrap_or(1));
        self.passed += passed;
        self.failed += failed;
        if passed + failed > 0 {
            self.closing.push(line.to_owned());
        }
    }

    /// `ℹ pass 3`, `ℹ fail 0`, `ℹ cancelled 0`.
    fn read_node(&mut self, line: &str) {
        let Some((name, count)) = line.strip_prefix("ℹ ").and_then(|counts| counts.split_once(' ')) else { return };
        let Ok(count) = count.parse::<usize>() else { return };
        match name {
            "pass" => self.passed += count,
            "fail" | "cancelled" => self.failed += count,
            "tests" | "skipped" => {}
            _ => return,
        }
        self.closing.push(line.to_owned());
    }

    /// `2 failed, 61 passed, 1 skipped in 3.21s`, the last line.
    fn read_pytest(&mut self, line: &str) {
        let Some((counts, _)) = line.trim_matches(['=', ' ']).split_once(" in ") else { return };
        let counts: Option<Vec<_>> = counts.split(", ").map(|count| count.split_once(' ')).collect();
        let Some(counts) = counts else { return };
        let of = |name: &str| {
            counts
                .iter()
                .filter(|(_, of)| of.trim_end_matches('s') == name)
                .filter_map(|(count, _)| count.parse::<usize>().ok())
                .sum::<usize>()
        };
        let (passed, failed) = (of("passed"), of("failed") + of("error"));
        if passed + failed > 0 {
            self.passed += passed;
            self.failed += failed;
            self.closing.push(line.to_owned());
        }
    }

    /// The report of a runner that has ended.
    fn ended(mut self, success: bool) -> Report {
        if self.failed == 0 && !success {
            self.failed = 1;
            self.closing.push("error: the runner failed outside its tests; see above".to_owned());
        } else if self.failed + self.passed == 0 {
            self.failed = 1;
            self.closing.push("error: no test was run".to_owned());
        }
        say(format_args!("{} passed, {} failed", self.passed, self.failed));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Report;

    #[test]
    fn cargo_lines_are_added_up() {
        let mut report = Report::default();
        report.read_cargo("test tokens::possessive ... ok");
        report.read_cargo("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s");
        report.read_cargo("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out");
        report.read_cargo("test result: ok. 0 passed; 0 failed; 0 ignored");
        assert_eq!((report.passed, report.failed, report.closing.len()), (15, 2, 2));
    }

    #[test]
    fn node_lines_are_added_up() {
        let mut report = Report::default();
        for line in ["ℹ tests 7", "ℹ pass 4", "ℹ fail 2", "ℹ cancelled 1", "ℹ skipped 0", "ℹ duration_ms 81.5", "✔ pass 9"]
        {
            report.read_node(line);
        }
        assert_eq!((report.passed, report.failed), (4, 3));
    }

    #[test]
    fn pytest_lines_are_added_up() {
        let read = |line: &str| {
            let mut report = Report::default();
            report.read_pytest(line);
            (report.passed, report.failed)
        };
        assert_eq!(read("63 passed in 4.21s"), (63, 0));
        assert_eq!(read("== 2 failed, 61 passed, 1 skipped, 2 errors in 75.10s (0:01:15) =="), (61, 4));
        assert_eq!(read("1 error in 0.10s"), (0, 1));
        assert_eq!(read("FAILED tests/test_many.py::order - 3 passed in it"), (0, 0));
        assert_eq!(read("no tests ran in 0.01s"), (0, 0));
    }

    #[test]
    fn silence_and_crashes_are_failures() {
        let ended = |passed, failed, success| Report { passed, failed, closing: vec![] }.ended(success).failed;
        assert_eq!(ended(3, 0, true), 0);
        assert_eq!(ended(0, 0, true), 1, "nothing ran");
        assert_eq!(ended(3, 0, false), 1, "crashed after three tests");
        assert_eq!(ended(3, 2, false), 2);
    }
}
