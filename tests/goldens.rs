//! What newsmark says of whole articles, word for word, in the form that `--format text` prints: so that a change shows, in
//! a diff that can be read, everything it changes. A golden records what is said, not what is true.
//!
//! To accept a change: `NEWSMARK_UPDATE_GOLDENS=1 cargo test --test goldens`. It writes `tests/articles/*.golden`, fails, and
//! leaves the review to `git diff`. A new article is a line below, `tests/articles/NAME.txt`, and an empty `NAME.golden`.

use newsmark::{Options, annotate, export};
use std::path::Path;
use wasm_bindgen_test::wasm_bindgen_test;

const WIDTH: usize = 100;

/// A test for each article, with the date it is annotated with.
macro_rules! goldens {
    ($($name:ident $date:expr,)*) => {
        #[cfg(not(target_arch = "wasm32"))]
        const NAMES: &[&str] = &[$(stringify!($name)),*];

        $(#[wasm_bindgen_test(unsupported = test)]
        fn $name() {
            let article = include_str!(concat!("articles/", stringify!($name), ".txt"));
            let golden = include_str!(concat!("articles/", stringify!($name), ".golden"));
            compare(stringify!($name), article, $date, golden);
        })*
    };
}

goldens! {
    business Some("2023-11-07"),
    court Some("2023-06-09"),
    disaster None,
    history None,
    interview Some("2020-09-14"),
    politics Some("2024-03-14"),
    science None,
    sport Some("2022-08-20"),
    summit None,
    tech Some("2024-10-21"),
    webpage None,
}

fn compare(name: &str, article: &str, date: Option<&str>, golden: &str) {
    let date = date.map(|date| date.parse().expect("a date"));
    let shown = export::text(article, &annotate(article, &Options { date, ..Options::default() }), WIDTH);
    if std::env::var_os("NEWSMARK_UPDATE_GOLDENS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/articles/{name}.golden"));
        std::fs::write(path, &shown).expect("the golden is written");
        panic!("{name}.golden is rewritten: review it, and run the test without NEWSMARK_UPDATE_GOLDENS");
    }
    if shown == golden {
        return;
    }
    let differs = golden.lines().zip(shown.lines()).take_while(|(golden, shown)| golden == shown).count();
    let around = |text: &str| text.lines().skip(differs.saturating_sub(3)).take(8).collect::<Vec<_>>().join("\n");
    panic!("{name}.golden differs at line {}. Golden:\n{}\nNow:\n{}", differs + 1, around(golden), around(&shown));
}

/// An article nobody compares would prove nothing.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_article_is_compared() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut files: Vec<String> = (std::fs::read_dir(folder).expect("the folder"))
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"))
        .collect();
    files.sort();
    let expected: Vec<String> = NAMES.iter().flat_map(|name| [format!("{name}.golden"), format!("{name}.txt")]).collect();
    assert_eq!(files, expected);
}
