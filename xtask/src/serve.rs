//! A small web server for the page: it serves the files of one folder on a loopback address.
//!
//! It serves no folder listings and nothing outside the folder, and tells the browser to cache nothing.

use crate::build;
use anyhow::{Context, Result, bail};
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, HeaderName, X_CONTENT_TYPE_OPTIONS};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::thread;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

const PORT: u16 = 8000;

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
    site.wait()
}

/// A folder being served.
pub struct Site {
    address: SocketAddr,
    server: thread::JoinHandle<std::io::Result<()>>,
}

impl Site {
    /// Begins to serve a folder; port 0 is any free port.
    pub fn open(folder: &Path, port: u16) -> Result<Site> {
        let folder = folder.canonicalize().with_context(|| format!("cannot serve {}", folder.display()))?;
        let listen = || -> std::io::Result<TcpListener> {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
            listener.set_nonblocking(true)?;
            Ok(listener)
        };
        let listener = listen().with_context(|| format!("cannot listen on port {port}"))?;
        let address = listener.local_addr()?;
        let header = |name: HeaderName, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
        let site = Router::new()
            .fallback_service(ServeDir::new(folder))
            // The page is being worked on: always the newest.
            .layer(header(CACHE_CONTROL, "no-cache"))
            .layer(header(X_CONTENT_TYPE_OPTIONS, "nosniff"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
        let server = thread::spawn(move || {
            runtime.block_on(async { axum::serve(tokio::net::TcpListener::from_std(listener)?, site).await })
        });
        Ok(Site { address, server })
    }

    /// Where the page is.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    fn wait(self) -> Result<()> {
        match self.server.join() {
            Ok(ended) => ended.context("the server stopped"),
            Err(_) => bail!("the server crashed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Site;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::path::Path;
    use std::time::Duration;

    /// A connection that has asked for a path, and stays open.
    fn ask(site: &Site, path: &str) -> TcpStream {
        let mut connection = TcpStream::connect(site.address).expect("a connection");
        connection.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout");
        write!(connection, "GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a request");
        connection
    }

    /// The head of the answer.
    fn answer(mut connection: TcpStream) -> String {
        let mut head = Vec::new();
        let mut byte = [0];
        while !head.ends_with(b"\r\n\r\n") {
            connection.read_exact(&mut byte).expect("an answer");
            head.push(byte[0]);
        }
        String::from_utf8(head).expect("a head in ASCII").to_ascii_lowercase()
    }

    fn page() -> Site {
        Site::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../www"), 0).expect("a site")
    }

    #[test]
    fn requests_stay_in_the_folder() {
        let site = page();
        let cases = [
            ("/page/page.js", "200"),
            ("/page/page.js?v=1", "200"),
            ("/%70age/page.js", "200"),
            ("/page/", "200"),
            ("/missing.js", "404"),
            ("/../Cargo.toml", "404"),
            ("/%2e%2e/Cargo.toml", "404"),
            ("/..%2fCargo.toml", "404"),
            ("/%2e%2e%2fCargo.toml", "404"),
            ("/..\\Cargo.toml", "404"),
            ("/page/page.js%00", "404"),
        ];
        for (path, status) in cases {
            let head = answer(ask(&site, path));
            assert!(head.starts_with(&format!("http/1.1 {status} ")), "{path}: {head}");
        }
    }

    #[test]
    fn a_browser_is_told_what_it_gets_and_keeps_nothing() {
        let site = page();
        for (path, kind) in [("/page/", "text/html"), ("/page/page.js", "text/javascript"), ("/style/page.css", "text/css")]
        {
            let head = answer(ask(&site, path));
            assert!(head.contains(&format!("content-type: {kind}")), "{path}: {head}");
            assert!(head.contains("cache-control: no-cache") && head.contains("nosniff"), "{path}: {head}");
        }
    }

    /// A browser opens several connections at the same moment and keeps them.
    #[test]
    fn every_open_connection_is_answered() {
        let site = page();
        let open: Vec<TcpStream> = (0..64).map(|_| ask(&site, "/page/page.js")).collect();
        for connection in open {
            assert!(answer(connection).starts_with("http/1.1 200 "));
        }
    }
}
