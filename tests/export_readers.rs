//! What the writers write of whole articles and of hostile ones, read again by readers that are not ours.
#![cfg(not(target_arch = "wasm32"))]

mod readers;

use newsmark::{Annotations, Options, annotate};
use std::fs;

/// Texts that would like to be something else in a file of some format.
const HOSTILE: [&str; 6] = [
    "“<script>alert(1)</script> & ]]> <!-- x -->,” Ana Ruiz said on Monday.\n\n“&lt;b&gt; </said></p> \u{1},” she said.",
    "=HYPERLINK(\"x\") “=cmd|' /C calc'!A0,” Ana \"Nan\" Ruiz said, in \"May, 2022\".",
    "Ana Ruiz said: “# not a heading\n1. nor a list\n- nor this `code` [link](javascript:x) <img src=x> ![i](y) ***”",
    "“\u{2028}\u{feff}\u{fffe}\u{202e}👩‍🚀 e\u{301} ,” 東京 Ana Ruiz said.\r\n\r\n“A\rB,” she said.",
    "\u{0}\u{1b}[31m Ana Ruiz \u{7f} said “\u{9f} it is late,” on May 3.",
    "",
];

/// All texts with what is found in them.
fn articles() -> Vec<(String, Annotations)> {
    let folder = fs::read_dir("tests/articles").expect("the articles").map(|entry| entry.expect("an entry").path());
    let files = folder.filter(|path| path.extension().is_some_and(|kind| kind == "txt"));
    let texts = files.map(|path| fs::read_to_string(path).expect("a text")).chain(HOSTILE.map(str::to_owned));
    let read: Vec<_> = texts.map(|text| (annotate(&text, &Options::default()), text)).map(|(a, t)| (t, a)).collect();
    assert!(read.len() > HOSTILE.len() && read.iter().any(|(_, found)| found.quotes.iter().any(|q| q.parts.len() > 1)));
    read
}

#[test]
fn tei_is_well_formed_holds_the_article_and_points_to_what_is_there() {
    articles().iter().for_each(|(text, found)| readers::tei(text, found));
}

#[test]
fn web_annotations_are_json_whose_selectors_find_their_words() {
    articles().iter().for_each(|(text, found)| readers::web_annotations(text, found));
}

#[test]
fn columns_are_every_word_and_every_name() {
    articles().iter().for_each(|(text, found)| readers::columns(text, found));
}

#[test]
fn brat_spans_are_the_words_they_say() {
    articles().iter().for_each(|(text, found)| readers::brat(text, found));
}

#[test]
fn tables_have_their_rows_and_no_formula() {
    articles().iter().for_each(|(text, found)| readers::tables(text, found));
}

#[test]
fn markdown_has_headings_and_items_and_nothing_else() {
    articles().iter().for_each(|(text, found)| readers::markdown(text, found));
}
