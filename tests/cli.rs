//! The command line, as a shell sees it: what goes in, what comes out, and the exit status. Streams have tests of their own.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

mod command;

use command::{json, run, stderr, stdout};
use newsmark::export::Table;
use newsmark::{Annotations, Options, Unit, annotate, export};
use serde_json::Value;

const ARTICLE: &str = include_str!("articles/politics.txt");

#[test]
fn formats_are_those_of_the_library() {
    let found = annotate(ARTICLE, &Options::default());
    for (format, expected) in [
        ("markdown", export::markdown(ARTICLE, &found)),
        ("tei", export::tei(ARTICLE, &found)),
        ("web-annotations", export::web_annotations(ARTICLE, &found)),
        ("brat", export::brat(ARTICLE, &found)),
        ("conll", export::conll(ARTICLE, &found)),
        ("csv-entities", export::csv(ARTICLE, &found, Table::Entities)),
        ("csv-quotes", export::csv(ARTICLE, &found, Table::Quotes)),
        ("csv-dates", export::csv(ARTICLE, &found, Table::Dates)),
    ] {
        assert_eq!(stdout(&run(&["annotate", "--format", format], ARTICLE)), expected, "{format}");
    }
}

#[test]
fn one_article_comes_out_as_the_library_finds_it() {
    let date = "2024-03-14";
    let bytes = annotate(ARTICLE, &Options { date: date.parse().ok(), ..Options::default() });
    let expected = bytes.clone().convert(ARTICLE, Unit::Codepoint);
    let file = "tests/articles/politics.txt";
    for (arguments, input) in [
        (vec!["annotate", file, "--date", date], ""),
        (vec!["annotate", "--date", date, "--format", "json", "-"], ARTICLE),
        (vec!["annotate", "--date", date], ARTICLE),
    ] {
        let output = run(&arguments, input);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", stderr(&output));
        let found: Annotations = serde_json::from_slice(&output.stdout).expect("the shapes");
        assert_eq!(found, expected, "{arguments:?}");
        assert!(stdout(&output).starts_with("{\n") && stdout(&output).ends_with("}\n"));
    }
    let html = run(&["annotate", file, "--date", date, "--format", "html"], "");
    assert_eq!(stdout(&html), export::html(ARTICLE, &bytes));
    let text = run(&["annotate", file, "--date", date, "--format", "text"], "");
    assert_eq!(stdout(&text), export::text(ARTICLE, &bytes, 100), "100 columns where there is no terminal");
}

#[test]
fn offsets_are_code_points_and_say_so() {
    let output = json(stdout(&run(&["annotate"], "🙂 é\n\nOne more.")));
    assert_eq!(output["offsets"], "codepoint");
    assert_eq!((&output["blocks"][1]["start"], &output["blocks"][1]["end"]), (&Value::from(5), &Value::from(14)));
}

#[test]
fn a_byte_order_mark_is_a_character_of_the_file() {
    let [plain, marked] = ["Dull rain.", "\u{feff}Dull rain."].map(|text| json(stdout(&run(&["annotate"], text))));
    assert_eq!(plain["blocks"][0]["end"], 10);
    assert_eq!(marked["blocks"][0]["end"], 11);
}

#[test]
fn the_exit_status_tells_usage_from_failure() {
    #[rustfmt::skip]
    // What is asked, with what input; the exit status, and a part of the error.
    type Case = (&'static str, &'static [&'static str], &'static [u8], i32, &'static str);
    let table: &[Case] = &[
        ("no command", &[], b"", 2, "Usage"),
        ("no such command", &["translate"], b"", 2, "translate"),
        ("no such option", &["annotate", "--fast"], b"", 2, "--fast"),
        ("no such format", &["annotate", "--format", "xml"], b"", 2, "xml"),
        ("no such day", &["annotate", "--date", "2023-02-29"], b"", 2, "2023-02-29"),
        ("no date", &["annotate", "--date", "yesterday"], b"", 2, "YYYY-MM-DD"),
        ("two files", &["annotate", "a", "b"], b"", 2, "'b'"),
        (
            "a format of a stream",
            &["annotate", "--jsonl", "--format=text"],
            b"",
            2,
            "with --jsonl, --format must be json, csv-",
        ),
        ("threads of an article", &["annotate", "--jobs=2"], b"", 2, "--jsonl"),
        ("members of an article", &["annotate", "--text-field=body"], b"", 2, "--jsonl"),
        ("no threads", &["annotate", "--jsonl", "--jobs=0"], b"", 2, "'0' for '--jobs <N>'"),
        ("no such stream", &["annotate", "--jsonl", "tests/none.jsonl"], b"", 1, "tests/none.jsonl"),
        ("a folder as a stream", &["annotate", "--jsonl", "tests"], b"", 1, "tests"),
        ("no such file", &["annotate", "tests/none.txt"], b"", 1, "tests/none.txt"),
        ("a folder", &["annotate", "tests"], b"", 1, "tests"),
        ("input not UTF-8", &["annotate"], b"ab\xffcd", 1, "byte 2"),
        ("a text that is too long", &["annotate", "--limit", "4"], b"Five!", 1, "longer than the limit of 4 bytes"),
        ("a text at the limit", &["annotate", "--limit", "5"], b"Five!", 0, ""),
        ("a failed line", &["annotate", "--jsonl"], b"{}\n", 1, "1 line failed: text 1"),
        ("a failed line, kept going", &["annotate", "--jsonl", "--keep-going"], b"{}\n", 0, "1 line failed: text 1"),
        ("an empty text", &["annotate"], b"", 0, ""),
        ("an empty stream", &["annotate", "--jsonl"], b"", 0, "0 articles annotated"),
        ("help", &["annotate", "--help"], b"", 0, ""),
        ("version", &["--version"], b"", 0, ""),
    ];
    for (name, arguments, input, status, message) in table {
        let output = run(arguments, *input);
        assert_eq!(output.status.code(), Some(*status), "{name}: {}", stderr(&output));
        assert!(stderr(&output).contains(message), "{name}: {}", stderr(&output));
        assert_eq!(stderr(&output).is_empty(), message.is_empty(), "{name}: {}", stderr(&output));
    }
}

#[test]
fn help_shows_what_one_needs() {
    let help = run(&["annotate", "--help"], "");
    for needed in
        ["--date <YYYY-MM-DD>", "--format <FORMAT>", "--jsonl", "Examples:", "code points", "Exit status:", "  2  "]
    {
        assert!(stdout(&help).contains(needed), "{needed}");
    }
    let widest = stdout(&help).lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(125), "{widest:?} columns");
}

#[test]
fn patterns_come_from_a_file() {
    let list = |name: &str, content: &str| {
        let file = std::env::temp_dir().join(format!("newsmark-patterns-{}-{name}.json", std::process::id()));
        std::fs::write(&file, content).expect("a file");
        file
    };
    let good = list(
        "good",
        r#"[{"type": "other", "pattern": "No\\. \\d+", "name": "the case"}, {"type": "work", "pattern": "é+"}]"#,
    );
    let patterns = good.to_str().expect("a plain name");
    let one = json(stdout(&run(&["annotate", "--patterns", patterns], "🙂 They heard No. 7.")));
    assert_eq!(one["entities"][0]["name"], "the case");
    assert_eq!((&one["mentions"][0]["start"], &one["mentions"][0]["rule"]), (&Value::from(13), &Value::from("pattern")));
    let stream = run(&["annotate", "--jsonl", "--patterns", patterns], "{\"text\":\"They heard No. 7.\"}\n");
    assert_eq!(json(stdout(&stream))["entities"][0]["name"], "the case");
    for (content, message) in [
        ("{}", "not a JSON array of patterns"),
        (r#"[{"type": "other"}]"#, r#"patterns[0] ({"type":"other"}): missing field `pattern`"#),
        (r#"[{"type": "other", "pattern": "a", "flags": "i"}]"#, "patterns[0]"),
        (
            r#"[{"type": "other", "pattern": "a"}, {"type": "other", "pattern": "b)"}]"#,
            r#"patterns[1] ("b)"): unopened group (at character 1"#,
        ),
    ] {
        let bad = list("bad", content);
        let failed = run(&["annotate", "--patterns", bad.to_str().expect("a plain name")], "Words.");
        assert_eq!(failed.status.code(), Some(1), "{content}");
        assert!(stderr(&failed).contains(message), "{content}: {}", stderr(&failed));
        std::fs::remove_file(bad).expect("a file");
    }
    std::fs::remove_file(good).expect("a file");
}

#[test]
fn names_come_from_a_file() {
    let list = |name: &str, content: &str| {
        let file = std::env::temp_dir().join(format!("newsmark-names-{}-{name}.json", std::process::id()));
        std::fs::write(&file, content).expect("a file");
        file
    };
    let good = list("good", r#"[{"name": "Tideline", "type": "organization", "aliases": ["TDL"]}]"#);
    let names = good.to_str().expect("a plain name");
    let one = run(&["annotate", "--names", names], "Nobody at tdl knew.");
    assert_eq!(json(stdout(&one))["entities"][0]["name"], "Tideline");
    let stream = run(&["annotate", "--jsonl", "--names", names], "{\"text\":\"Nobody at tdl knew.\"}\n");
    assert_eq!(json(stdout(&stream))["entities"][0]["name"], "Tideline");
    for (content, message) in [
        ("{}", "not a JSON array"),
        (r#"[{"name": "Ana"}]"#, r#"names[0] ({"name":"Ana"}): missing field `type`"#),
        (r#"[{"name": "Ana", "type": "person", "alias": []}]"#, "names[0]"),
        (r#"[{"name": "!", "type": "person"}]"#, r#"names[0] ("!")"#),
    ] {
        let bad = list("bad", content);
        let failed = run(&["annotate", "--names", bad.to_str().expect("a plain name")], "Words.");
        assert_eq!(failed.status.code(), Some(1), "{content}");
        assert!(stderr(&failed).contains(message), "{content}: {}", stderr(&failed));
        std::fs::remove_file(bad).expect("the file was there");
    }
    std::fs::remove_file(good).expect("the file was there");
}
