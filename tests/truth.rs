//! What is true of some of the articles, written down by hand from reading them and not the output: names with their type, other
//! mentions of the same thing, who says what, and what dates mean.
//!
//! The goldens record what newsmark says; these tell how often it is right. The floors are near what it has reached: they go up,
//! and down only where far more text speaks against what had reached them (docs/experiments.md says where). Reaching for them
//! sentence by sentence would spoil the measure.

use newsmark::{Annotations, Options, annotate};
use wasm_bindgen_test::wasm_bindgen_test;

/// Articles, the date they are annotated with, and the truth about them: kind, words, and what is true of them, by tabs.
const ARTICLES: &[(&str, Option<&str>, &str)] = &[
    (include_str!("articles/business.txt"), Some("2023-11-07"), include_str!("truth/business.tsv")),
    (include_str!("articles/court.txt"), Some("2023-06-09"), include_str!("truth/court.tsv")),
    (include_str!("articles/politics.txt"), Some("2024-03-14"), include_str!("truth/politics.tsv")),
    (include_str!("articles/summit.txt"), None, include_str!("truth/summit.tsv")),
];

/// At least `floor` in a hundred of the truths of a kind are found.
fn reached(kind: &str, floor: usize, is_found: impl Fn(&Annotations, &str, &str) -> bool) {
    let (mut all, mut missed) = (0, Vec::new());
    for (article, date, truth) in ARTICLES {
        let found = annotate(article, &Options { date: date.and_then(|date| date.parse().ok()), ..Options::default() });
        for line in truth.lines().filter(|line| !line.starts_with('#')) {
            let [of, words, is] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("three columns: {line:?}") };
            if of != kind {
                continue;
            }
            let folded: String = article.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(folded.contains(words), "{words:?} is not in its article");
            all += 1;
            if !is_found(&found, words, is) {
                missed.push(line);
            }
        }
    }
    let percent = 100 * (all - missed.len()) / all;
    println!("{kind}: {percent}% of {all}");
    assert!(percent >= floor, "{percent}%, and the floor is {floor}%. Missed:\n{}", missed.join("\n"));
}

/// The fullest name of a quote's speaker, or the words for the speaker where no entity is known.
fn speaker_of<'a>(found: &'a Annotations, quote: &'a newsmark::Quote) -> Option<&'a str> {
    let speaker = quote.speaker.as_ref()?;
    Some(speaker.entities.first().map_or(&*speaker.text, |entity| &*found.entities[*entity].name))
}

#[wasm_bindgen_test(unsupported = test)]
fn names_and_their_types() {
    reached("entity", 90, |found, words, kind| {
        found
            .entities
            .iter()
            .any(|e| e.name.trim_end_matches('.') == words && serde_json::to_value(e.kind).is_ok_and(|k| k == kind))
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn other_names_of_the_same() {
    reached("mentions", 80, |found, name, other| {
        let entity = found.entities.iter().find(|entity| entity.name == name);
        entity.is_some_and(|entity| entity.mentions.iter().any(|&mention| found.mentions[mention].text == other))
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn who_says_what() {
    reached("quote", 70, |found, words, speaker| {
        let begins =
            |quote: &&newsmark::Quote| quote.text.trim_start_matches("that ").starts_with(words.trim_start_matches("that "));
        found.quotes.iter().filter(begins).any(|quote| speaker_of(found, quote) == Some(speaker))
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn what_dates_mean() {
    reached("date", 82, |found, words, value| {
        found.dates.iter().any(|date| date.text.contains(words) && date.value == value)
    });
}
