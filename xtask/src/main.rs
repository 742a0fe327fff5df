//! `cargo xtask …`: sets up, builds, tests, serves and measures newsmark.

mod names;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("names") => {
            let gazetteers = arguments.get(1).map_or("../shared/data/gazetteers", String::as_str);
            names::run(std::path::Path::new(gazetteers))?;
        }
        _ => println!("check build test serve eval bench names"),
    }
    Ok(())
}
