//! The Python package: a virtual environment under `target/`, the wheel, and its tests.
//!
//! If Python or its packages are missing, it says so and tests nothing. A wheel that cannot be built is a failure.

use crate::commands::{command, output, run, say, shown};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "python";
const WORK: &str = "target/python";
/// The packages that build and test the wheel, each at its version.
const REQUIREMENTS: &str = "python/tests/requirements.txt";
/// The oldest Python that they support.
const AT_LEAST: (u32, u32) = (3, 11);
/// What a wheel may weigh, in bytes.
const LARGEST: u64 = 3_000_000;

/// What runs the tests, or why nothing can.
pub fn tests() -> Result<Result<Command, String>> {
    let (tools, wheel) = match built()? {
        Ok(built) => built,
        Err(why) => return Ok(Err(why)),
    };
    run(command(&[tools.join("pip")]).args(PIP).args(["--no-deps", "--force-reinstall"]).arg(wheel))?;
    let mut tests = command(&[tools.join("python")]);
    // Not from the folder of the sources: what was installed is tested.
    tests.args(["-P", "-m", "pytest", "-p", "no:cacheprovider", "--import-mode=importlib", "-q"]);
    tests.arg(Path::new(FOLDER).join("tests")).env("PYTHONDONTWRITEBYTECODE", "1");
    Ok(Ok(tests))
}

/// The wheel, and the files in it, one a line; or why none can be built.
pub fn wheel_and_files() -> Result<Result<(PathBuf, String), String>> {
    let (tools, wheel) = match built()? {
        Ok(built) => built,
        Err(why) => return Ok(Err(why)),
    };
    let list = "import sys, zipfile; print(*zipfile.ZipFile(sys.argv[1]).namelist(), sep='\\n')";
    let files = output(command(&[tools.join("python")]).args(["-c", list]).arg(&wheel))?;
    Ok(Ok((wheel, files)))
}

/// The folder of the tools, and the wheel; or why none can be built.
fn built() -> Result<Result<(PathBuf, PathBuf), String>> {
    let Some(python) = interpreter() else {
        return Ok(Err(format!("Python {}.{} or newer is needed", AT_LEAST.0, AT_LEAST.1)));
    };
    let work = std::env::current_dir()?.join(WORK);
    let tools = match environment(python, &work.join("environment")) {
        Ok(tools) => tools,
        Err(error) => return Ok(Err(format!("{error:#}"))),
    };
    let wheel = wheel(&tools, &work.join("wheels"))?;
    Ok(Ok((tools, wheel)))
}

const PIP: [&str; 3] = ["install", "--quiet", "--disable-pip-version-check"];

/// A Python that is new enough.
fn interpreter() -> Option<&'static str> {
    let version = |python: &&str| {
        let printed = output(&mut command(&[python, "-c", "import sys; print(*sys.version_info[:2])"])).ok()?;
        let (major, minor) = printed.trim().split_once(' ')?;
        Some((major.parse::<u32>().ok()?, minor.parse::<u32>().ok()?))
    };
    ["python3", "python"].into_iter().find(|python| version(python).is_some_and(|version| version >= AT_LEAST))
}

/// Makes the virtual environment, unless it is there with what is asked for; gives the folder of its programs.
fn environment(python: &str, folder: &Path) -> Result<PathBuf> {
    let tools = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let (wanted, stamp) =
        (fs::read(REQUIREMENTS).with_context(|| format!("cannot read {REQUIREMENTS}"))?, folder.join("installed.txt"));
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(tools);
    }
    run(command(&[python, "-m", "venv", "--clear"]).arg(folder)).context("no virtual environment can be made")?;
    run(command(&[tools.join("pip")]).args(PIP).args(["--requirement", REQUIREMENTS]))
        .context("its packages cannot be had")?;
    fs::write(stamp, wanted)?;
    Ok(tools)
}

/// Builds the wheel.
fn wheel(tools: &Path, folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let mut build = command(&[tools.join("maturin")]);
    build
        .args(["build", "--quiet", "--locked", "--manifest-path", "python/Cargo.toml", "--interpreter"])
        .arg(tools.join("python"));
    // Builds two minutes faster than the published wheel, which is a little smaller.
    build.envs([("CARGO_PROFILE_PYTHON_LTO", "off"), ("CARGO_PROFILE_PYTHON_CODEGEN_UNITS", "16")]);
    run(build.arg("--out").arg(folder))?;
    let mut wheels = folder.read_dir()?;
    let wheel = wheels.next().with_context(|| format!("`{}` made nothing", shown(&build)))??;
    let size = wheel.metadata()?.len();
    say(format_args!("{}: {size} bytes", wheel.file_name().display()));
    ensure!(size <= LARGEST, "the wheel is larger than {LARGEST} bytes");
    Ok(wheel.path())
}
