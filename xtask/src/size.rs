//! Measures what a reader downloads: each shipped file after Brotli, against the budgets of `wasm-pack.toml`.

use crate::bundle::{ON_DEMAND, PAGE};
use crate::commands::{command, output};
use crate::config::Size;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder with what is made of all others.
const MADE: &str = "pkg";
/// The folder in it with what the page shows only when asked.
const LATER: &str = "later";

/// One shipped file.
struct File {
    name: String,
    raw: usize,
    brotli: usize,
    limit: usize,
}

/// Prints what each file weighs; fails where a budget is exceeded.
pub fn report(size: &Size) -> Result<()> {
    let files = files(size)?;
    println!("{:40} {:>9} {:>9} {:>9}", "bytes", "raw", "brotli", "at most");
    for file in &files {
        println!("{:40} {:>9} {:>9} {:>9}", file.name, file.raw, file.brotli, file.limit);
    }
    let (later, files): (Vec<File>, Vec<File>) = files.into_iter().partition(|file| is_on_demand(&file.name));
    let (raw, demanded) = sums(later.iter());
    println!("{:40} {:>9} {:>9} {:>9}", "of it loaded on demand", raw, demanded, size.on_demand);
    let is_code = |file: &&File| file.name.ends_with(".js") || file.name.ends_with(".css");
    let (raw, code) = sums(files.iter().filter(is_code));
    println!("{:40} {:>9} {:>9} {:>9}", "scripts and style sheets", raw, code, size.code);
    let (raw, brotli) = sums(files.iter());
    println!("{:40} {:>9} {:>9} {:>9}", "all that is loaded at once", raw, brotli, size.limit);
    if brotli > size.target {
        println!("that is over the target of {} bytes", size.target);
    }
    let mut over: Vec<&str> = files.iter().filter(|f| f.brotli > f.limit).map(|f| f.name.as_str()).collect();
    if code > size.code {
        over.push("scripts and style sheets together");
    }
    if demanded > size.on_demand {
        over.push("what is loaded on demand");
    }
    if brotli > size.limit {
        over.push("all files together");
    }
    if !over.is_empty() {
        bail!("over the size budget: {}", over.join(", "));
    }
    Ok(())
}

fn is_on_demand(name: &str) -> bool {
    ON_DEMAND.iter().any(|begin| name.starts_with(begin))
}

fn sums<'f>(files: impl Iterator<Item = &'f File>) -> (usize, usize) {
    files.fold((0, 0), |(raw, brotli), file| (raw + file.raw, brotli + file.brotli))
}

fn files(size: &Size) -> Result<Vec<File>> {
    let mut paths = Vec::new();
    walk(&size.shipped, &mut paths)?;
    paths.sort();
    let rest = *size.file.get("*").context("wasm-pack.toml: [size.file] names no \"*\"")?;
    if let Some(gone) = size.file.keys().find(|name| *name != "*" && !paths.iter().any(|p| p == Path::new(name))) {
        bail!("wasm-pack.toml: [size.file] names {gone}, which is not shipped");
    }
    let weigh = |(path, brotli): (&PathBuf, usize)| -> Result<File> {
        let name = path.to_string_lossy().replace('\\', "/");
        let raw = fs::metadata(path).with_context(|| format!("cannot read {name}"))?.len();
        // What is loaded on demand is held to a limit of its own, together.
        let others = if is_on_demand(&name) { size.on_demand } else { rest };
        let limit = *size.file.get(&name).unwrap_or(&others);
        Ok(File { raw: usize::try_from(raw)?, brotli, limit, name })
    };
    paths.iter().zip(brotli(&paths)?).map(weigh).collect()
}

/// The files that a reader's browser may ask for.
fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in folder.read_dir().with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let manifest = matches!(name.as_str(), "package.json" | "prepack.mjs" | "custom-elements.json");
        // Of what is made, the page asks for the wasm and for the files that bear its name; the others are the package's.
        let other = folder.ends_with(MADE) && name != LATER && !(name.starts_with(PAGE) || name.ends_with(".wasm"));
        let silent = name.starts_with('.') || name.ends_with(".ts") || name.ends_with(".md");
        if path.is_dir() && (name == MADE || folder.ends_with(MADE) && name == LATER) {
            walk(&path, found)?;
        } else if !(path.is_dir() || silent || manifest || other) {
            found.push(path);
        }
    }
    Ok(())
}

/// What files weigh after Brotli, each.
pub fn brotli(files: &[impl AsRef<Path>]) -> Result<Vec<usize>> {
    let mut node = command(&["node", "xtask/src/brotli.mjs"]);
    let printed = output(node.args(files.iter().map(|file| file.as_ref())))?;
    let sizes: Vec<usize> = printed.lines().map(str::parse).collect::<Result<_, _>>()?;
    ensure!(sizes.len() == files.len(), "not every file was weighed");
    Ok(sizes)
}
