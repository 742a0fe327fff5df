//! Compiles what the library looks words up in, so that nothing is parsed or compiled when it starts:
//!
//! - word lists, `src/<stage>/<name>.txt`, to tables: `crate::lists::NAME`;
//! - regular expressions, `src/<stage>/<name>.re`, to one DFA a file: `crate::patterns::name`.
//!
//! Each list and pattern file is in the folder of the stage that uses it, and says at its top what it contains.

#[path = "src/lists/place.rs"]
mod place;

use regex_automata::MatchKind;
use regex_automata::dfa::{StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::syntax;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let (mut lists, mut patterns) = (String::new(), String::new());
    for room in sorted(Path::new("src")).filter(|path| path.is_dir()) {
        println!("cargo::rerun-if-changed={}", room.display());
        for path in sorted(&room) {
            match path.extension().and_then(|e| e.to_str()) {
                Some("txt") => lists += &list(&path),
                Some("re") => patterns += &dfa(&path, &out),
                _ => {}
            }
        }
    }
    fs::write(out.join("lists.rs"), lists).expect("lists are written");
    fs::write(out.join("patterns.rs"), patterns).expect("patterns are written");
}

fn sorted(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.into_iter()
}

/// The lines that are neither empty nor comments.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn stem(path: &Path) -> String {
    path.file_stem().and_then(|s| s.to_str()).expect("a plain file name").to_owned()
}

/// A word a line, alone or as `word<TAB>value`; values are `&str` unless a line `#: type` names another type.
fn list(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a list is UTF-8 text");
    let (name, shown) = (stem(path).to_uppercase(), path.display());
    let value_type = text.lines().find_map(|line| line.strip_prefix("#: "));
    let mut keys: Vec<&str> = lines(&text).map(|line| line.split('\t').next().unwrap_or(line)).collect();
    keys.sort_unstable();
    if let Some(twice) = keys.windows(2).find(|pair| pair[0] == pair[1]) {
        panic!("{shown}: {:?} stands in it twice", twice[0]);
    }
    let bare = lines(&text).all(|line| !line.contains('\t'));
    // Of the slots, in whole numbers of 64 bits, five in six at least are free.
    let mut slots: Vec<Option<(&str, String)>> = vec![None; (keys.len() * 6).next_power_of_two().max(64)];
    for line in lines(&text) {
        let (word, value) = match line.split_once('\t') {
            _ if bare => (line, "()".to_owned()),
            Some((word, value)) if value_type.is_some() => (word, value.to_owned()),
            Some((word, value)) => (word, format!("{value:?}")),
            None => panic!("{shown}: no tab in {line:?}"),
        };
        let first = place::first_slot(word.as_bytes(), slots.len());
        let free = (first..slots.len()).chain(0..first).find(|&slot| slots[slot].is_none()).expect("most slots are free");
        slots[free] = Some((word, value));
    }
    let bits = |slots: &[Option<_>]| (slots.iter().rev()).fold(0_u64, |bits, slot| bits << 1 | u64::from(slot.is_some()));
    let taken: Vec<u64> = slots.chunks(64).map(bits).collect();
    let short = |number: usize| u16::try_from(number).expect("a list has fewer than 65,536 words and letters");
    let before: Vec<u16> = (0..taken.len()).map(|at| short(slots[..at * 64].iter().flatten().count())).collect();
    let (mut words, mut ends, mut values) = (String::new(), vec![0], String::new());
    for (word, value) in slots.iter().flatten() {
        words += word;
        ends.push(short(words.len()));
        values += &format!("{value},");
    }
    let value_type = if bare { "()" } else { value_type.unwrap_or("&'static str") };
    let list =
        format!("List {{ taken: &{taken:?}, before: &{before:?}, words: {words:?}, ends: &{ends:?}, values: &[{values}] }}");
    format!("/// `{shown}`\npub(crate) static {name}: List<{value_type}> = {list};\n")
}

/// `NAME<TAB>regex` a line; lines of one name, one after another, are alternatives of one pattern. No Unicode word
/// boundaries, so that the DFA never gives up.
fn dfa(path: &Path, out: &Path) -> String {
    let text = fs::read_to_string(path).expect("patterns are UTF-8 text");
    let (name, shown) = (stem(path), path.display());
    let (mut names, mut regexes): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
    for line in lines(&text) {
        let (pattern, regex) = line.split_once('\t').unwrap_or_else(|| panic!("{shown}: no tab in {line:?}"));
        match (names.last(), regexes.last_mut()) {
            (Some(last), Some(so_far)) if *last == pattern => *so_far += &format!("|(?:{})", regex.trim()),
            _ => {
                names.push(pattern);
                regexes.push(format!("(?:{})", regex.trim()));
            }
        }
    }
    let compiled = dense::Builder::new()
        .configure(dense::Config::new().match_kind(MatchKind::All).start_kind(StartKind::Anchored).minimize(true))
        .syntax(syntax::Config::new().unicode(true).utf8(true))
        .thompson(thompson::Config::new().utf8(true))
        .build_many(&regexes)
        .unwrap_or_else(|error| panic!("{shown}: {error}"));
    let compiled = compiled.to_sparse().unwrap_or_else(|error| panic!("{shown}: {error}"));
    let bytes = match env::var("CARGO_CFG_TARGET_ENDIAN").as_deref() {
        Ok("big") => compiled.to_bytes_big_endian(),
        _ => compiled.to_bytes_little_endian(),
    };
    fs::write(out.join(format!("{name}.dfa")), bytes).expect("a DFA is written");
    let mut module =
        format!("/// `{shown}`\npub(crate) mod {name} {{\n    use super::Patterns;\n    pub(crate) static DFA: Patterns = ");
    writeln!(module, "Patterns::new(include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.dfa\")));").expect("a string");
    for (id, pattern) in names.iter().enumerate() {
        writeln!(module, "    pub(crate) const {pattern}: usize = {id};").expect("a string");
    }
    module + "}\n"
}
