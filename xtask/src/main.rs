//! `cargo xtask …`: sets up, builds, tests, serves and measures newsmark.

fn main() {
    println!("check build test serve eval bench");
}
