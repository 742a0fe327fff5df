//! Tables of dates, one a phenomenon, in `tests/dates/*.txt`.
//!
//! A line is `reference date | text | what is found`, "-" for no reference date. What is found is written
//! `words = value`, with the type before the value unless it is a date, the modifier, frequency and quantifier after it, and the ends of a range in
//! brackets; expressions are divided by semicolons. " // " in the text is an empty line.
#![allow(clippy::needless_update, reason = "options may grow")]

use newsmark::{Annotations, Options, TimeExpr, TimeType, annotate};
use wasm_bindgen_test::wasm_bindgen_test;

/// One line of a table, read.
struct Case<'t> {
    date: Option<&'t str>,
    text: &'t str,
    found: &'t str,
}

fn cases(table: &str) -> impl Iterator<Item = Case<'_>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut fields = line.splitn(3, " | ");
        let mut field = || fields.next().unwrap_or_else(|| panic!("three fields: {line}"));
        let (date, text, found) = (field(), field(), field());
        Case { date: (date != "-").then_some(date), text, found }
    })
}

fn run(case: &Case) -> Annotations {
    let date = case.date.map(|date| date.parse().unwrap_or_else(|error| panic!("{error}")));
    annotate(case.text, &Options { date, ..Options::default() })
}

/// What JSON has for an enum.
fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_else(|| panic!("a string"))
}

/// An expression as the tables write it.
fn shown(text: &str, date: &TimeExpr) -> String {
    let kind = match date.kind {
        TimeType::Date => "",
        TimeType::Time => "time ",
        TimeType::Duration => "duration ",
        TimeType::Set => "set ",
        _ => "of a type that the tables do not know ",
    };
    let modifier = date.modifier.map(|m| format!(" {}", word(m)));
    let parts: Vec<String> = date.parts.iter().map(|p| format!("{} = {}", &text[p.start..p.end], p.value)).collect();
    let parts = if parts.is_empty() { String::new() } else { format!(" [{}]", parts.join(", ")) };
    let often: String = [&date.freq, &date.quant].into_iter().flatten().map(|word| format!(" {word}")).collect();
    format!("{} = {kind}{}{}{often}{parts}", date.text, date.value, modifier.unwrap_or_default())
}

fn check(table: &str) {
    let mut wrong = Vec::new();
    for case in cases(table) {
        let text = case.text.replace(" // ", "\n\n");
        let annotations = run(&Case { text: &text, ..case });
        let found: Vec<String> = annotations.dates.iter().map(|d| shown(&text, d)).collect();
        let found = found.join("; ");
        if found != case.found {
            wrong.push(format!("{}\n  expected {}\n  found    {found}", case.text, case.found));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// A test for each table.
macro_rules! tables {
    ($($name:ident)*) => {$(
        #[wasm_bindgen_test(unsupported = test)]
        fn $name() {
            check(include_str!(concat!("dates/", stringify!($name), ".txt")));
        }
    )*};
}

tables! {
    calendar
    years
    relative
    anaphora
    durations
    sets
    ranges
    clock
    seasons
    tense
    told
    stretches
    holidays
    none
}

#[wasm_bindgen_test(unsupported = test)]
fn reference() {
    for case in cases(include_str!("dates/reference.txt")) {
        let text = case.text.replace(" // ", "\n\n");
        let reference = run(&Case { text: &text, ..case }).reference;
        let shown = [reference.date, Some(word(reference.source))].into_iter().flatten().collect::<Vec<_>>().join(" ");
        assert_eq!(shown, case.found, "{text}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn intervals() {
    for case in cases(include_str!("dates/intervals.txt")) {
        let annotations = run(&case);
        let ends = |end: &Option<String>| end.clone().unwrap_or_else(|| "null".into());
        let found: Vec<String> =
            annotations.dates.iter().map(|d| format!("{} = {}..{}", d.text, ends(&d.from), ends(&d.to))).collect();
        assert_eq!(found.join("; "), case.found, "{}", case.text);
    }
}
