//! `cargo xtask names` compiles the name lists into `model/names.fst`.
//!
//! Keys are names in lower case with single spaces; a name whose accents can be left off is also a key without them. A value is
//! the set of lists that contain the name, in the bits that `src/entities/names.rs` reads. The same sources always give the same bytes.
//! `model/README.md` lists the sources and their licences.

#[path = "../../src/entities/folding.rs"]
mod folding;

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

type Lists = BTreeMap<String, u64>;

// The bits of a value; `src/entities/names.rs` has the same ones.
const COUNTRY: u64 = 1;
const REGION: u64 = 1 << 1;
const CITY: u32 = 2; // two bits: up to 100,000 people, up to a million, more
const GROUP: u64 = 1 << 4;
const MALE: u32 = 5; // two bits: rare, known, frequent
const FEMALE: u32 = 7; // two bits
const SURNAME: u32 = 9; // two bits: rare, known, frequent
const GIVEN: u64 = 1 << 11;
const ORGANIZATION: u64 = 1 << 12;
const PERSON: u64 = 1 << 13;
const COMMON: u64 = 1 << 14;
const OTHER: u64 = 1 << 15;

/// Smaller cities cost more than they find: their names are mostly surnames and common words.
const SMALLEST_CITY: u64 = 30_000;
/// How many of the census's 88,799 surnames are kept: more change no figure of the development sets.
const SURNAMES: usize = 6_500;

/// Compiles the lists of `gazetteers` and of `model/sources`, and says what is in the result.
pub fn run(gazetteers: &Path) -> Result<()> {
    let mut lists = Lists::new();
    countries(&mut lists, &fs::read_to_string(gazetteers.join("countries_demonyms.tsv"))?);
    cities(&mut lists, &fs::read_to_string(gazetteers.join("cities15000.tsv"))?);
    nationalities(&mut lists, &fs::read_to_string(gazetteers.join("nationalities_geotext.txt"))?);
    more_nationalities(&mut lists, &fs::read_to_string(gazetteers.join("nationality_en.json"))?);
    legislators(&mut lists, &fs::read_to_string(gazetteers.join("us_legislators_current.tsv"))?);
    first_names(&mut lists, MALE, &fs::read_to_string(gazetteers.join("us_census1990_dist.male.first.txt"))?);
    first_names(&mut lists, FEMALE, &fs::read_to_string(gazetteers.join("us_census1990_dist.female.first.txt"))?);
    surnames(&mut lists, &fs::read_to_string(gazetteers.join("us_census1990_dist.all.last.txt"))?);

    let sources = Path::new("model/sources");
    for (file, bit) in [
        ("organisations.txt", ORGANIZATION),
        ("places.txt", REGION),
        ("people.txt", PERSON),
        ("human_names.txt", GIVEN),
        ("common_words.txt", COMMON),
    ] {
        lines(&fs::read_to_string(sources.join(file))?).for_each(|name| add(&mut lists, name, bit));
    }
    lines(&fs::read_to_string(sources.join("groups.txt"))?).for_each(|name| group(&mut lists, name));
    // Their types stand in the same file, which the library reads too.
    for line in lines(&fs::read_to_string("src/entities/other_names.txt")?) {
        add(&mut lists, line.split('\t').next().unwrap_or(line), OTHER);
    }
    for line in lines(&fs::read_to_string(sources.join("given_names.txt"))?) {
        let (name, gender) = line.split_once('\t').context("given_names.txt: a line without gender")?;
        for (letter, shift) in [('m', MALE), ('f', FEMALE)] {
            if gender.contains(letter) {
                add_grade(&mut lists, name, shift, 2);
            }
        }
    }
    let mut builder = fst::MapBuilder::memory();
    for (name, set) in &lists {
        builder.insert(name, *set)?;
    }
    let bytes = builder.into_inner()?;
    fs::write("model/names.fst", &bytes)?;
    println!("model/names.fst: {} names, {} bytes", lists.len(), bytes.len());
    Ok(())
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Whether a name can stand in English text: Latin letters, no codes, no notes in brackets.
fn usable(name: &str) -> bool {
    name.chars().count() > 2
        && name.chars().all(|c| c.is_ascii_alphabetic() || "'’-. ".contains(c) || ('\u{c0}'..'\u{250}').contains(&c))
        && name.chars().any(|c| c.is_lowercase())
}

fn keys(name: &str) -> Vec<String> {
    let lower = name.split_whitespace().collect::<Vec<_>>().join(" ").replace('’', "'").to_lowercase();
    let folded: String = lower.chars().flat_map(folding::fold).collect();
    if folded == lower { vec![lower] } else { vec![lower, folded] }
}

fn add(lists: &mut Lists, name: &str, bit: u64) {
    for key in keys(name) {
        *lists.entry(key).or_default() |= bit;
    }
}

/// Sets a field of two bits to a grade, unless it holds a higher one.
fn add_grade(lists: &mut Lists, name: &str, shift: u32, grade: u64) {
    for key in keys(name) {
        let set = lists.entry(key).or_default();
        let now = *set >> shift & 3;
        *set = *set & !(3 << shift) | now.max(grade) << shift;
    }
}

fn countries(lists: &mut Lists, table: &str) {
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [_, common, official, other, capital, demonyms, region, subregion] = cells[..] else { continue };
        for name in [common, official].into_iter().chain(other.split('|')).filter(|name| usable(name) && !name.contains(','))
        {
            add(lists, name, COUNTRY);
        }
        add_grade(lists, capital, CITY, 2);
        for name in [region, subregion].into_iter().filter(|name| usable(name)) {
            add(lists, name, REGION);
        }
        demonyms.split(", ").filter(|name| usable(name)).for_each(|name| group(lists, name));
    }
}

/// A demonym with its plural, where English makes one.
fn group(lists: &mut Lists, name: &str) {
    add(lists, name, GROUP);
    let lower = name.to_lowercase();
    if !["s", "sh", "ch", "ese", "men", "man", "x", "ic", "ish"].iter().any(|tail| lower.ends_with(tail)) {
        add(lists, &format!("{name}s"), GROUP);
    }
}

fn cities(lists: &mut Lists, table: &str) {
    for row in table.lines() {
        let mut cells = row.split('\t');
        let (Some(name), Some(_), Some(people)) = (cells.next(), cells.next(), cells.next()) else { continue };
        let people: u64 = people.parse().unwrap_or(0);
        if people >= SMALLEST_CITY && usable(name) {
            let grade = if people < 100_000 {
                1
            } else if people < 1_000_000 {
                2
            } else {
                3
            };
            add_grade(lists, name, CITY, grade);
        }
    }
}

fn nationalities(lists: &mut Lists, text: &str) {
    lines(text).filter_map(|line| line.split_once(':')).for_each(|(name, _)| group(lists, name));
}

fn more_nationalities(lists: &mut Lists, json: &str) {
    for line in json.lines() {
        let quoted: Vec<&str> = line.split('"').collect();
        if let [_, code, _, name, ..] = quoted[..]
            && code.len() == 2
            && usable(name)
        {
            group(lists, name);
        }
    }
}

fn legislators(lists: &mut Lists, table: &str) {
    for name in table.lines().filter_map(|row| row.split('\t').next()) {
        add(lists, name, PERSON);
    }
}

/// `NAME frequency cumulated rank` a line.
fn first_names(lists: &mut Lists, shift: u32, table: &str) {
    for row in table.lines() {
        let mut cells = row.split_whitespace();
        if let (Some(name), Some(frequency)) = (cells.next(), cells.next().and_then(|f| f.parse::<f64>().ok())) {
            add_grade(
                lists,
                name,
                shift,
                if frequency < 0.01 {
                    1
                } else if frequency < 0.1 {
                    2
                } else {
                    3
                },
            );
        }
    }
}

fn surnames(lists: &mut Lists, table: &str) {
    for (rank, row) in table.lines().take(SURNAMES).enumerate() {
        if let Some(name) = row.split_whitespace().next() {
            add_grade(
                lists,
                name,
                SURNAME,
                if rank < 1_000 {
                    3
                } else if rank < 5_000 {
                    2
                } else {
                    1
                },
            );
        }
    }
}
