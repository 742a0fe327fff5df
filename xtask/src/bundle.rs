//! Bundles what a browser requests into few files, instead of many that lead to one another: the page's scripts and style sheets, the
//! package's modules, and the wasm's glue with its imports.

use crate::commands::{command, run};
use crate::setup;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// How the names of the page's files begin; the others are the package's.
pub const PAGE: &str = "page";

/// The scripts that the page starts, and the file made of each; what they share is a file of its own, which the second takes from the
/// browser's cache.
const SCRIPTS: [(&str, &str); 3] =
    [(PAGE, "www/page/page.js"), ("page-worker", "www/core/worker-thread.js"), ("page-linked", "www/page/linked.js")];

/// What reads files for the page, in a thread; what a kind of file takes, it loads when one comes.
const FILES: (&str, &str) = ("page-files", "www/files/thread.js");

/// How the names of all that begin which a reader loads only when it is wanted.
pub const ON_DEMAND: [&str; 4] =
    ["www/pkg/page-files", "www/pkg/page-dossier", "www/pkg/later/", "www/pkg/newsmark_patterns"];

/// What reads the articles of a dossier, in threads. Its copy of the wasm's glue spares the page one.
const DOSSIER: (&str, &str) = ("page-dossier", "www/dossier/thread.js");

/// What linkedom has that is not asked for: style sheets, and pictures that are drawn.
const UNUSED: [&str; 2] = ["--alias:cssomnom/parse=./www/files/no-sheets.js", "--external:canvas"];

/// What the page asks for only when somebody wants it: each a file of its own, that shares none with the page, so that the first download
/// stays two scripts.
const LATER: [(&str, &str); 4] = [
    ("later/dossier", "www/page/later/dossier.js"),
    ("later/export", "www/page/later/export.js"),
    ("later/samples", "www/page/later/samples.js"),
    ("later/sources", "www/page/later/sources.js"),
];

/// The page's style sheets, and the file made of them.
const SHEETS: (&str, &str) = (PAGE, "www/style/index.css");

/// The package's modules, as `package.json` names them: one copy of the core for all of them.
const MODULES: [(&str, &str); 10] = [
    ("index", "www/core/newsmark.js"),
    ("node", "www/core/node.js"),
    ("worker", "www/core/worker.js"),
    ("worker-thread", "www/core/worker-thread.js"),
    ("worker-node", "www/core/worker-node.js"),
    ("worker-thread-node", "www/core/worker-thread-node.js"),
    ("element", "www/element/element.js"),
    ("define", "www/element/define.js"),
    ("mark", "www/marking/mark.js"),
    ("files", "www/files/files.js"),
];
const SHARED: &str = "shared";

/// The glue of the matcher of patterns: asked for by those who have patterns, and by nobody else.
pub const MATCHER: &str = "--external:*/newsmark_patterns.js";

/// The bytes of the wasm, for Node: one copy for all that take them.
const BYTES: &str = "--external:*/wasm-bytes.cjs";

/// The package for `require` in Node, one file beside the bytes. What the glue knows of its own address is not asked for there; and tests
/// in a document that is none (jsdom) have Node's coders of text nowhere but in Node's own module.
const REQUIRED: (&str, &str) = ("node", "www/core/node.js");
const FOR_REQUIRE: [&str; 6] = [
    "--format=cjs",
    "--platform=node",
    "--out-extension:.js=.cjs",
    "--define:import.meta.url=undefined",
    "--supported:dynamic-import=false",
    "--banner:js=const { TextDecoder, TextEncoder } = require(\"node:util\");",
];

/// What the package's modules, what reads files for the page, and what it asks for later were last made of; and what writes the licences
/// of the libraries among that.
const PARTS: [&str; 3] = ["target/bundled.json", "target/bundled-files.json", "target/bundled-later.json"];
const LICENCES: &str = "xtask/src/licences.mjs";

/// Writes the bundles into the package's folder.
pub fn write(folder: &Path) -> Result<()> {
    bundle(folder, &SCRIPTS, &["--splitting", "--chunk-names=page-core", "--minify", "--external:./later/*", MATCHER])?;
    let [package, files, later] = PARTS.map(|parts| format!("--metafile={parts}"));
    bundle(folder, &LATER, &["--minify", "--loader:.css=text", &later])?;
    bundle(folder, &[DOSSIER], &["--minify", MATCHER])?;
    bundle(folder, &[SHEETS], &["--minify"])?;
    // Their names change with what is in them.
    for file in folder.read_dir().with_context(|| format!("cannot read {}", folder.display()))? {
        let file = file?;
        if [SHARED, FILES.0].iter().any(|made| file.file_name().to_string_lossy().starts_with(made)) {
            fs::remove_file(file.path())?;
        }
    }
    let chunks = format!("--chunk-names={}-[name]-[hash]", FILES.0);
    bundle(folder, &[FILES], &["--splitting", &chunks, "--minify", &files])?;
    let chunks = format!("--chunk-names={SHARED}-[hash]");
    bundle(
        folder,
        &MODULES,
        &["--splitting", &chunks, &package, "--minify-whitespace", "--external:node:*", MATCHER, BYTES],
    )?;
    let required = [&FOR_REQUIRE[..], &["--minify-whitespace", BYTES]].concat();
    bundle(folder, &[REQUIRED], &required)?;
    run(command(&["node", LICENCES]).arg(folder.join("THIRD-PARTY.txt")).args(PARTS))
}

/// Writes the package as one file, with the wasm inside.
pub fn inline(folder: &Path) -> Result<()> {
    bundle(folder, &[("inline", "www/core/inline.js")], &["--loader:.wasm=binary", "--minify-whitespace"])
}

/// Puts the scripts that wasm-bindgen's glue imports into the glue itself.
pub fn glue(folder: &Path, name: &str) -> Result<()> {
    let glue = folder.join(name).with_extension("js");
    bundle(folder, &[(name, &glue.to_string_lossy())], &["--allow-overwrite"])?;
    Ok(fs::remove_dir_all(folder.join("snippets"))?)
}

/// Takes the comments out of glue that ships as it is.
pub fn small_glue(folder: &Path, name: &str) -> Result<()> {
    let glue = folder.join(name).with_extension("js");
    bundle(folder, &[(name, &glue.to_string_lossy())], &["--allow-overwrite", "--minify-whitespace"])
}

/// Makes a file of each entry and all that it imports.
pub fn bundle(folder: &Path, entries: &[(&str, &str)], told: &[&str]) -> Result<()> {
    let mut bundler: Command = command(&["node"]);
    bundler.arg(setup::npm_tool("esbuild/bin/esbuild")?).args(entries.iter().map(|(name, entry)| format!("{name}={entry}")));
    // Browsers of the last years, not of the last months.
    bundler.args(["--bundle", "--format=esm", "--target=es2022", "--log-level=warning"]).args(UNUSED).args(told);
    run(bundler.arg(format!("--outdir={}", folder.display())))
}
