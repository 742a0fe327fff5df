//! A small web server for the page: files of one folder, on a loopback address, for this machine alone.
//!
//! It serves what is there and nothing else: no folder listings, no hidden files, no way out of the folder.

use crate::build;
use anyhow::{Context, Result, anyhow, bail};
use std::ffi::OsStr;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

const PORT: u16 = 8000;
/// A page asks for several files at once.
const THREADS: usize = 4;

/// Builds the package, then serves the page until it is stopped.
pub fn run(arguments: &[String]) -> Result<()> {
    let port = match arguments {
        [] => None,
        [name, port] if name == "--port" => Some(port.parse().with_context(|| format!("not a port: {port:?}"))?),
        _ => bail!("usage: cargo xtask serve [--port N]"),
    };
    let folder = build::package()?.size.shipped;
    let site = match port {
        Some(port) => Site::open(&folder, port)?,
        None => Site::open(&folder, PORT).or_else(|_| Site::open(&folder, 0))?,
    };
    println!("\nnewsmark is served at {} (Ctrl-C stops it)", site.url());
    site.wait();
    Ok(())
}

/// A folder being served.
pub struct Site {
    address: SocketAddr,
    threads: Vec<thread::JoinHandle<()>>,
}

impl Site {
    /// Begins to serve a folder; port 0 is any free port.
    pub fn open(folder: &Path, port: u16) -> Result<Site> {
        let root = Arc::new(folder.canonicalize().with_context(|| format!("cannot serve {}", folder.display()))?);
        let server = Server::http(("127.0.0.1", port)).map_err(|e| anyhow!("cannot listen on port {port}: {e}"))?;
        let address = server.server_addr().to_ip().context("a server without an address")?;
        let server = Arc::new(server);
        let serve = || {
            let (server, root) = (Arc::clone(&server), Arc::clone(&root));
            // A reader who has gone away is not our concern.
            thread::spawn(move || server.incoming_requests().for_each(|request| drop(answer(request, &root))))
        };
        Ok(Site { address, threads: (0..THREADS).map(|_| serve()).collect() })
    }

    /// Where the page is.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    fn wait(self) {
        self.threads.into_iter().for_each(|thread| drop(thread.join()));
    }
}

fn answer(request: Request, root: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::from_string("method not allowed\n").with_status_code(405));
    }
    let Some(path) = file_for(request.url(), root) else {
        return request.respond(Response::from_string("not found\n").with_status_code(404));
    };
    let mut response = Response::from_file(fs::File::open(&path)?);
    let headers = [
        ("Content-Type", content_type(&path)),
        // The page is being worked on: always the newest.
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    for header in headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok()) {
        response.add_header(header);
    }
    request.respond(response)
}

/// The file that a request asks for, if it lies in the folder and is not hidden.
fn file_for(url: &str, root: &Path) -> Option<PathBuf> {
    let path = percent_decoded(url.split(['?', '#']).next()?)?;
    let mut file = root.to_owned();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if path.ends_with('/') {
        file.push("index.html");
    }
    // A link in the folder may lead out of it.
    let file = file.canonicalize().ok()?;
    (file.starts_with(root) && file.is_file()).then_some(file)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let byte = match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                rest = after;
                let digit = |b: &u8| char::from(*b).to_digit(16).and_then(|d| u8::try_from(d).ok());
                digit(high)? * 16 + digit(low)?
            }
            (b'%', _) => return None,
            _ => *first,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).ok()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(OsStr::to_str) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{content_type, file_for, percent_decoded};
    use std::path::Path;

    #[test]
    fn requests_stay_in_the_folder() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").canonicalize().expect("a folder");
        let cases = [
            ("/serve.rs", true),
            ("/serve.rs?v=1", true),
            ("//serve.rs", true),
            ("/%73erve.rs", true),
            ("/", false),
            ("/missing.rs", false),
            ("/../Cargo.toml", false),
            ("/%2e%2e/Cargo.toml", false),
            ("/..%2fCargo.toml", false),
            ("/%2e%2e%2fCargo.toml", false),
            ("/..\\Cargo.toml", false),
            ("/serve.rs%00", false),
            ("/serve.rs%f", false),
        ];
        for (url, found) in cases {
            assert_eq!(file_for(url, &root).is_some(), found, "{url}");
        }
    }

    #[test]
    fn percent_signs() {
        assert_eq!(percent_decoded("/a%20b%C3%A9").as_deref(), Some("/a bé"));
        assert_eq!(percent_decoded("/%ff"), None, "not UTF-8");
        assert_eq!(percent_decoded("/%+1"), None, "not hexadecimal");
    }

    #[test]
    fn wasm_streams_only_as_application_wasm() {
        assert_eq!(content_type(Path::new("a/newsmark_bg.wasm")), "application/wasm");
        assert_eq!(content_type(Path::new("a/b.mjs")), "text/javascript; charset=utf-8");
    }
}
