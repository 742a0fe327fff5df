//! Texts in which a stage must find nothing. What should be found is the business of the tables; here stands what only looks
//! like it: scare quotes, ordinals, capitals at the start of a sentence.

use newsmark::{Annotations, Options, annotate};
use wasm_bindgen_test::wasm_bindgen_test;

/// The paragraphs of a file, each one text; lines that begin with a number sign and a space are comments.
fn texts(file: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    for line in file.lines() {
        match texts.last_mut() {
            Some(text) if !line.trim().is_empty() && !line.starts_with("# ") => *text = format!("{text}{line}\n"),
            _ => texts.push(String::new()),
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// Every text of a file is silent: `found` gives what there is, and there is nothing.
fn silent(file: &str, found: impl Fn(&Annotations) -> Vec<String>) {
    let texts = texts(file);
    assert!(texts.len() >= 20, "only {} texts: the file is cut short", texts.len());
    let date = Some("2024-03-14".parse().expect("a date"));
    let loud: Vec<String> = (texts.iter())
        .map(|text| (text, found(&annotate(text, &Options { date, ..Options::default() }))))
        .filter(|(_, found)| !found.is_empty())
        .map(|(text, found)| format!("{}\n    {}", text.trim(), found.join("\n    ")))
        .collect();
    assert!(loud.is_empty(), "{} of {} texts are not silent:\n{}", loud.len(), texts.len(), loud.join("\n"));
}

fn entities(annotations: &Annotations) -> Vec<String> {
    annotations.entities.iter().map(|entity| format!("{:?} {:?}", entity.kind, entity.name)).collect()
}

fn quotes(annotations: &Annotations) -> Vec<String> {
    annotations.quotes.iter().map(|quote| format!("{:?} quote {:?}", quote.kind, quote.text)).collect()
}

fn dates(annotations: &Annotations) -> Vec<String> {
    annotations.dates.iter().map(|date| format!("{:?} {:?} = {}", date.kind, date.text, date.value)).collect()
}

#[wasm_bindgen_test(unsupported = test)]
fn nothing_whatsoever() {
    silent(include_str!("silence/all.txt"), |found| [entities(found), quotes(found), dates(found)].concat());
}

#[wasm_bindgen_test(unsupported = test)]
fn no_dates() {
    silent(include_str!("silence/dates.txt"), dates);
}

#[wasm_bindgen_test(unsupported = test)]
fn no_entities() {
    silent(include_str!("silence/entities.txt"), entities);
}

#[wasm_bindgen_test(unsupported = test)]
fn no_quotes() {
    silent(include_str!("silence/quotes.txt"), quotes);
}
