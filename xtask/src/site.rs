//! `cargo xtask site`: the page, the examples and the documents as a folder of static files, for any web server.
//!
//! All addresses are relative, so the folder works under any path. Each file is the one that `cargo xtask serve` shows, except for two
//! things: the page links to the documents, and the documents become HTML. No script runs in a document.

use crate::commands::say;
use crate::npm;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

mod documents;

/// Where the site is written.
pub const SITE: &str = "target/site";

/// What the page and the examples consist of, apart from what `pkg` has for them.
const FILES: [&str; 3] = ["icon.svg", "manifest.webmanifest", "service-worker.js"];

/// Scripts of the package that only Node or a build tool can use.
const NOT_FOR_A_PAGE: [&str; 4] = ["inline.js", "node.js", "worker-node.js", "worker-thread-node.js"];

/// The place in the page's foot that the link to the documents goes before.
const FOOT: &str = "<button type=\"button\" class=\"quiet\" id=\"show-keys\">";
const LINK: &str = "<a href=\"documents/index.html\">How it works</a>\n        ";

/// Builds the package, then the site.
pub fn build() -> Result<()> {
    npm::package()?;
    write(Path::new(SITE))?;
    say(format_args!("{SITE} is a complete site: copy it to any web server"));
    Ok(())
}

/// Writes the site from the package that was built.
pub fn write(site: &Path) -> Result<()> {
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    let page = fs::read_to_string("www/index.html").context("cannot read www/index.html: build the package first")?;
    ensure!(page.contains(FOOT), "the page's foot has changed: where does the link to the documents go?");
    create(&site.join("index.html"), page.replacen(FOOT, &format!("{LINK}{FOOT}"), 1))?;
    for file in FILES {
        copy(&Path::new("www").join(file), &site.join(file))?;
    }
    copy_all(Path::new("www/examples"), &site.join("examples"), &|_| true)?;
    copy_all(Path::new("www/pkg"), &site.join("pkg"), &is_for_a_page)?;
    documents::write(&site.join("documents"))
}

/// Whether a page can ask for a file of the package, or the file is a licence.
fn is_for_a_page(name: &str) -> bool {
    let is_notice = name.starts_with("LICENSE") || name == "NOTICE.md" || name == "THIRD-PARTY.txt";
    let is_asked_for = [".js", ".css", ".wasm"].iter().any(|kind| name.ends_with(kind));
    is_notice || is_asked_for && !NOT_FOR_A_PAGE.contains(&name)
}

fn copy_all(from: &Path, to: &Path, wanted: &impl Fn(&str) -> bool) -> Result<()> {
    for entry in from.read_dir().with_context(|| format!("cannot read {}", from.display()))? {
        let (path, name) = (entry.as_ref().map(fs::DirEntry::path), entry.as_ref().map(fs::DirEntry::file_name));
        let (Ok(path), Ok(name)) = (path, name) else { return entry.map(drop).map_err(Into::into) };
        if path.is_dir() {
            copy_all(&path, &to.join(&name), wanted)?;
        } else if wanted(&name.to_string_lossy()) {
            copy(&path, &to.join(&name))?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    create(to, fs::read(from).with_context(|| format!("cannot read {}", from.display()))?)
}

/// Writes a file, and the folders that lead to it.
fn create(path: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    let folder: PathBuf = path.parent().map(Path::to_owned).unwrap_or_default();
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::write(path, contents).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::is_for_a_page;

    #[test]
    fn what_only_node_can_use_is_left_out() {
        let cases = [
            ("index.js", true),
            ("page-files-pdf-ABC.js", true),
            ("newsmark_bg.wasm", true),
            ("NOTICE.md", true),
            ("inline.js", false),
            ("node.cjs", false),
            ("worker-node.js", false),
            ("newsmark.d.ts", false),
        ];
        for (name, expected) in cases {
            assert_eq!(is_for_a_page(name), expected, "{name}");
        }
    }
}
