//! Builds the wasm package: the library, the pattern matcher (a separate file), their bindings, and wasm-opt.

use crate::commands::{cargo, command, run, say};
use crate::config::Config;
use crate::{bundle, setup, styles};
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Further arguments for wasm-bindgen: the glue can start a fresh instance after a trap.
const BINDGEN: [&str; 1] = ["--experimental-reset-state-function"];

/// The matcher of patterns, and how its files begin.
const MATCHER: (&str, &str) = ("newsmark-patterns", "newsmark_patterns");

/// Its build profile: it is loaded while somebody waits.
const SMALL: &str = "small";

/// The script that writes the page, with its first article marked.
const PAGE: &str = "xtask/src/page.mjs";

/// The script that writes the wasm into a module for Node.
const BYTES: &str = "xtask/src/bytes.mjs";

/// A hash of what the package was last built from.
const STAMP: &str = "target/wasm-package.stamp";

/// Builds the package, unless it is up to date.
pub fn package() -> Result<Config> {
    let config = Config::read()?;
    setup::rust_target(setup::WASM)?;
    let optimiser = setup::npm_tool("binaryen/bin/wasm-opt")?;
    run(&mut library()?)?;
    run(&mut to_wasm(&["build", "--profile", SMALL, "--package", MATCHER.0])?)?;

    let made = Path::new("target").join(setup::WASM);
    let libraries = [made.join("release/newsmark.wasm"), made.join(SMALL).join(MATCHER.1).with_extension("wasm")];
    let (build, flags) = (&config.build, &config.optimise.wasm_opt);
    let names = [&*build.out_name, MATCHER.1];
    let wasm = names.map(|name| build.out_dir.join(format!("{name}_bg.wasm")));
    let stamp = stamp(&libraries, &config)?;
    if wasm.iter().all(|wasm| wasm.is_file()) && fs::read_to_string(STAMP).is_ok_and(|made_of| made_of == stamp) {
        say(format_args!("{} is up to date", build.out_dir.display()));
        page(&build.out_dir)?;
        return Ok(config);
    }

    if build.out_dir.exists() {
        fs::remove_dir_all(&build.out_dir)?;
    }
    for ((library, name), wasm) in libraries.iter().zip(names).zip(&wasm) {
        bindings(library, &build.out_dir, name, &config)?;
        let optimised: PathBuf = wasm.with_extension("optimised");
        run(command(&["node"]).arg(&optimiser).arg(wasm).args(flags).arg("--output").arg(&optimised))?;
        fs::rename(&optimised, wasm)?;
    }
    bundle::glue(&build.out_dir, &build.out_name)?;
    bundle::small_glue(&build.out_dir, MATCHER.1)?;
    run(command(&["node", BYTES]).arg(&build.out_dir))?;
    page(&build.out_dir)?;
    fs::write(STAMP, stamp)?;
    Ok(config)
}

/// Writes the wasm of a library and its JavaScript glue into a folder.
pub fn bindings(library: &Path, folder: &Path, name: &str, Config { build, .. }: &Config) -> Result<()> {
    say(format_args!("wasm-bindgen --target {} --out-dir {}", build.target, folder.display()));
    let told: [OsString; 8] = [
        "wasm-bindgen".into(),
        library.as_os_str().into(),
        "--target".into(),
        build.target.as_str().into(),
        "--out-dir".into(),
        folder.as_os_str().into(),
        "--out-name".into(),
        name.into(),
    ];
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(told.into_iter().chain(BINDGEN.map(Into::into)))
}

/// Writes what every build makes again, because it takes no time: style sheets, bundles, the page.
fn page(folder: &Path) -> Result<()> {
    styles::write(folder)?;
    bundle::write(folder)?;
    run(&mut command(&["node", PAGE]))
}

/// Builds the library as wasm, without what matches patterns.
pub fn library() -> Result<Command> {
    to_wasm(&["build", "--release", "--package", "newsmark", "--lib", "--no-default-features", "--features", "web"])
}

/// Builds something as wasm. Source paths in it name no folder of this machine, so that two machines build the same bytes.
fn to_wasm(words: &[&str]) -> Result<Command> {
    let remap = format!("--remap-path-prefix={}=cargo", cargo_home()?.display());
    let mut build = cargo(words);
    build.args(["--target", setup::WASM]);
    // Added to the flags of `.cargo/config.toml`.
    build.arg("--config").arg(format!("target.{}.rustflags=[{remap:?}]", setup::WASM));
    Ok(build)
}

/// The folder where Cargo keeps the sources of crates.
pub fn cargo_home() -> Result<PathBuf> {
    let given = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    given.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).context("no home folder found")
}

/// Changes with the libraries, the flags and the tools.
fn stamp(libraries: &[PathBuf], config: &Config) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    let read = |path: &Path| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    for library in libraries {
        read(library)?.hash(&mut hasher);
    }
    read(Path::new("package-lock.json"))?.hash(&mut hasher);
    BINDGEN.hash(&mut hasher);
    config.optimise.wasm_opt.hash(&mut hasher);
    (&config.build.target, &config.build.out_dir, &config.build.out_name).hash(&mut hasher);
    Ok(format!("{:016x}\n", hasher.finish()))
}
