//! The command line, as a shell sees it: what goes in, what comes out, and the exit status.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use newsmark::export::Table;
use newsmark::{Annotations, Options, Unit, annotate, export};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

const ARTICLE: &str = include_str!("articles/politics.txt");

fn newsmark(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsmark"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program on some input, written from a thread of its own: the program need not read it all.
fn run(arguments: &[&str], input: impl Into<Vec<u8>>) -> Output {
    let mut child = newsmark(arguments).spawn().expect("the program starts");
    let (mut stdin, input) = (child.stdin.take().expect("a pipe"), input.into());
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

fn json(line: &str) -> Value {
    serde_json::from_str(line).expect("JSON")
}

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
        ("a file as a stream", &["annotate", "--jsonl", "a"], b"", 2, "--jsonl"),
        ("a format of a stream", &["annotate", "--jsonl", "--format=text"], b"", 2, "--jsonl"),
        ("a date of a stream", &["annotate", "--jsonl", "--date=2024-01-01"], b"", 2, "--jsonl"),
        ("no such file", &["annotate", "tests/none.txt"], b"", 1, "tests/none.txt"),
        ("a folder", &["annotate", "tests"], b"", 1, "tests"),
        ("input not UTF-8", &["annotate"], b"ab\xffcd", 1, "byte 2"),
        ("a text that is too long", &["annotate", "--limit", "4"], b"Five!", 1, "longer than 4 bytes"),
        ("a text at the limit", &["annotate", "--limit", "5"], b"Five!", 0, ""),
        ("a failed line", &["annotate", "--jsonl"], b"{}\n", 1, ""),
        ("an empty text", &["annotate"], b"", 0, ""),
        ("an empty stream", &["annotate", "--jsonl"], b"", 0, ""),
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
fn each_line_of_a_stream_is_answered_in_its_place() {
    #[rustfmt::skip]
    let table: &[(&str, &[u8], &str)] = &[
        // What comes in; how the answer begins, up to what was found.
        ("a text",               br#"{"id":1,"text":"It rains."}"#,                    r#"{"id":1,"schema":2,"offsets":"codepoint","#),
        ("id last, and more",    br#" {"more":[{}],"text":"","id":"a\u00e9"} "#,       r#"{"id":"a\u00e9","schema":2,"#),
        ("no id",                br#"{"text":"It rains."}"#,                           r#"{"schema":2,"#),
        ("id null",              br#"{"id":null,"text":""}"#,                          r#"{"id":null,"schema":2,"#),
        ("id a large number",    br#"{"id":12345678901234567890123,"text":""}"#,       r#"{"id":12345678901234567890123,"schema""#),
        ("id an object",         br#"{"id":{"b":[1, 2]},"text":""}"#,                  r#"{"id":{"b":[1, 2]},"schema""#),
        ("date",                 br#"{"id":2,"text":"","date":"2024-02-29"}"#,         r#"{"id":2,"schema":2,"offsets":"codepoint","reference":{"date":"2024-02-29","source":"given"}"#),
        ("date null",            br#"{"id":2,"text":"","date":null}"#,                 r#"{"id":2,"schema":2,"offsets":"codepoint","reference":{"date":null,"source":"none"}"#),
        ("line end of Windows",  b"{\"id\":3,\"text\":\"\"}\r",                        r#"{"id":3,"schema":2"#),
        ("not JSON",             b"hello",                                             r#"{"error":{"kind":"json","message":"not a JSON object","line":10}}"#),
        ("cut off",              br#"{"id":4,"text":"#,                                r#"{"error":{"kind":"json","message":"not a JSON object: EOF while parsing a value at column"#),
        ("two in one line",      br#"{"text":""}{"text":""}"#,                         r#"{"error":{"kind":"json","message":"not a JSON object: trailing characters at column"#),
        ("blank",                b"",                                                  r#"{"error":{"kind":"json","message":"not a JSON object","line":13}}"#),
        ("an array",             br#"[5,"It rains."]"#,                                r#"{"error":{"kind":"json","#),
        ("text twice",           br#"{"id":5,"text":"","text":""}"#,                   r#"{"error":{"kind":"json","message":"not a JSON object: duplicate field `text` at column"#),
        ("no text",              br#"{"id":6}"#,                                       r#"{"id":6,"error":{"kind":"text","message":"there is no \"text\"","line":16}}"#),
        ("text null",            br#"{"id":7,"text":null}"#,                           r#"{"id":7,"error":{"kind":"text","message":"\"text\" is not a string","line":17}}"#),
        ("text in bytes",        br#"{"id":8,"text":[72,105]}"#,                       r#"{"id":8,"error":{"kind":"text","message":"\"text\" is not a string","line":18}}"#),
        ("no such day",          br#"{"date":"2023-02-29","text":"","id":[9]}"#,       r#"{"id":[9],"error":{"kind":"date","message":"\"date\" is not a calendar date"#),
        ("date a number",        br#"{"id":10,"text":"","date":20240301}"#,            r#"{"id":10,"error":{"kind":"date","message":"\"date\" is not a string","line":20}}"#),
        ("not UTF-8",            b"{\"id\":11,\"text\":\"\xff\"}",                     r#"{"error":{"kind":"encoding","#),
        ("last",                 br#"{"id":12,"text":"It rains."}"#,                   r#"{"id":12,"schema":2,"#),
    ];
    // Without an end of the last line.
    let input = table.iter().map(|(_, line, _)| *line).collect::<Vec<_>>().join(&b'\n');
    let output = run(&["annotate", "--jsonl"], input);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stderr(&output), "");
    assert_eq!(stdout(&output).lines().count(), table.len());
    for ((name, _, expected), line) in table.iter().zip(stdout(&output).lines()) {
        assert!(line.starts_with(expected), "{name}: {line}");
        json(line);
    }
}

#[test]
fn half_a_surrogate_pair_keeps_its_place() {
    let input = r#"{"text":"\ud83d \ude42 \ud83d\ude42 \ud83d\ud83d\ude42é\n\nIt rains."}"#;
    // As Python counts them: half, blank, half, blank, whole, blank, half, whole, é, two line ends.
    let output = json(stdout(&run(&["annotate", "--jsonl"], input)));
    assert_eq!(output["blocks"][1]["start"], 11);
    assert_eq!(output["blocks"][1]["end"], 20);
}

#[test]
fn a_byte_order_mark_before_a_stream_is_no_part_of_it() {
    let output = run(&["annotate", "--jsonl"], "\u{feff}{\"id\":1,\"text\":\"\"}\n");
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let mut input = b"{\"id\":1,\"text\":\"".to_vec();
    input.resize((16 << 20) + 1, b'x');
    input.extend(b"\"}\n{\"id\":2,\"text\":\"It rains.\"}\n");
    let output = run(&["annotate", "--jsonl"], input);
    let lines: Vec<_> = stdout(&output).lines().collect();
    assert_eq!(lines[0], r#"{"error":{"kind":"length","message":"longer than 16777216 bytes","line":1}}"#);
    assert!(lines[1].starts_with(r#"{"id":2,"schema""#) && lines.len() == 2);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn answers_keep_the_order_of_the_lines() {
    // Long and short in turn, so that threads overtake one another where they can.
    let input: String = (0..400)
        .map(|id| {
            let text = if id % 7 == 0 { ARTICLE } else { "It rains." };
            serde_json::json!({ "id": id, "text": text }).to_string() + "\n"
        })
        .collect();
    let output = run(&["annotate", "--jsonl"], input);
    let ids: Vec<_> = stdout(&output).lines().map(|line| json(line)["id"].as_u64()).collect();
    assert_eq!(ids, (0..400).map(Some).collect::<Vec<_>>());
}

/// A stream that stays open, and its answers as they come.
fn conversation() -> (Child, impl FnMut(&str) -> String) {
    let mut child = newsmark(&["annotate", "--jsonl"]).spawn().expect("the program starts");
    let (mut stdin, stdout) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let (send, answers) = mpsc::channel();
    thread::spawn(move || BufReader::new(stdout).lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
    (child, move |line| {
        writeln!(stdin, "{line}").expect("the program listens");
        answers.recv_timeout(Duration::from_secs(30)).expect("an answer before the next line")
    })
}

#[test]
fn an_answer_comes_before_the_next_line_is_there() {
    let (mut child, mut ask) = conversation();
    for id in 0..20 {
        let answer = ask(&format!(r#"{{"id":{id},"text":"It rains."}}"#));
        assert_eq!(json(&answer)["id"], id);
    }
    drop(ask);
    assert_eq!(child.wait().expect("the program ends").code(), Some(0));
}

#[test]
fn a_closed_output_ends_the_program_quietly() {
    let mut child = newsmark(&["annotate", "--jsonl"]).spawn().expect("the program starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    let line = "{\"text\":\"It rains.\"}\n".repeat(1000);
    // The pipe stays open, and the program ends all the same.
    drop(stdin.write_all(line.as_bytes()));
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stderr(&output), "");
    drop(stdin);
    let mut child = newsmark(&["annotate", "tests/articles/politics.txt"]).spawn().expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
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
