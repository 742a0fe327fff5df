//! Tables of entities, one a phenomenon, in `tests/entities/*.txt`.
//!
//! A line is `text | what is found`, with "\n" for a line break in the text and "-" for nothing. What is found is written
//! `type name = mentions [roles]`, in order of first mention; the mentions are left out where the name is the only one.
//! Entities are divided by semicolons, mentions and roles by commas.

use newsmark::{Annotations, Entity, Options, annotate};
use wasm_bindgen_test::wasm_bindgen_test;

/// An entity as the tables write it.
fn shown(text: &str, entity: &Entity, annotations: &Annotations) -> String {
    let serde_json::Value::String(kind) = serde_json::to_value(entity.kind).expect("a type") else {
        panic!("a type is a word");
    };
    let mentions: Vec<&str> = entity.mentions.iter().map(|&m| annotations.mentions[m].text.as_str()).collect();
    let mentions = if mentions == [&*entity.name] { String::new() } else { format!(" = {}", mentions.join(", ")) };
    let roles: Vec<&str> = entity.roles.iter().map(|role| role.of(text)).collect();
    let roles = if roles.is_empty() { String::new() } else { format!(" [{}]", roles.join(", ")) };
    format!("{kind} {}{mentions}{roles}", entity.name)
}

fn check(table: &str) {
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (text, expected) = line.rsplit_once(" | ").unwrap_or_else(|| panic!("two fields: {line}"));
        let text = text.replace("\\n", "\n");
        let annotations = annotate(&text, &Options::default());
        let found: Vec<String> = annotations.entities.iter().map(|e| shown(&text, e, &annotations)).collect();
        let found = if found.is_empty() { "-".to_owned() } else { found.join("; ") };
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// A test for each table.
macro_rules! tables {
    ($($name:ident)*) => {$(
        #[wasm_bindgen_test(unsupported = test)]
        fn $name() {
            check(include_str!(concat!("entities/", stringify!($name), ".txt")));
        }
    )*};
}

tables! {
    addresses
    apart
    called
    decided_once
    described
    families
    groups
    headlines
    joined
    not_names
    offices
    organizations
    other
    parties
    people
    places
    possessives
    repeated
    roles
    sentence_starts
    wholes
    works
}
