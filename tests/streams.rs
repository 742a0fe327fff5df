//! Streams on the command line: a line in, a line out, whatever the line is.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

mod command;

use command::{json, newsmark, run, stderr, stdout};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::process::Child;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

const ARTICLE: &str = include_str!("articles/politics.txt");

#[test]
fn each_line_of_a_stream_is_answered_in_its_place() {
    #[rustfmt::skip]
    let table: &[(&str, &[u8], &str)] = &[
        // What comes in; how the answer begins, up to what was found.
        ("a text",               br#"{"id":1,"text":"It rains."}"#,                    r#"{"id":1,"schema":2,"offsets":"codepoint","#),
        ("id last, and more",    br#" {"more":[{}],"text":"","id":"a\u00e9"} "#,       r#"{"id":"a\u00e9","schema":2,"#),
        ("no id",                br#"{"text":"It rains."}"#,                           r#"{"id":null,"schema":2,"#),
        ("id null",              br#"{"id":null,"text":""}"#,                          r#"{"id":null,"schema":2,"#),
        ("id a large number",    br#"{"id":12345678901234567890123,"text":""}"#,       r#"{"id":12345678901234567890123,"schema""#),
        ("id an object",         br#"{"id":{"b":[1, 2]},"text":""}"#,                  r#"{"id":{"b":[1, 2]},"schema""#),
        ("date",                 br#"{"id":2,"text":"","date":"2024-02-29"}"#,         r#"{"id":2,"schema":2,"offsets":"codepoint","language":null,"reference":{"date":"2024-02-29","source":"given"}"#),
        ("date with a time",     br#"{"id":2,"text":"","date":"2024-02-29T23:30:00.5+02:00"}"#, r#"{"id":2,"schema":2,"offsets":"codepoint","language":null,"reference":{"date":"2024-02-29","source":"given"}"#),
        ("date of a database",   br#"{"id":2,"text":"","date":" 2024-02-29 00:00:00"}"#, r#"{"id":2,"schema":2,"offsets":"codepoint","language":null,"reference":{"date":"2024-02-29","source":"given"}"#),
        ("date empty",           br#"{"id":2,"text":"","date":" "}"#,                  r#"{"id":2,"schema":2,"offsets":"codepoint","language":null,"reference":{"date":null,"source":"none"}"#),
        ("date null",            br#"{"id":2,"text":"","date":null}"#,                 r#"{"id":2,"schema":2,"offsets":"codepoint","language":null,"reference":{"date":null,"source":"none"}"#),
        ("line end of Windows",  b"{\"id\":3,\"text\":\"\"}\r",                        r#"{"id":3,"schema":2"#),
        ("not JSON",             b"hello",                                             r#"{"id":null,"error":{"kind":"json","message":"not a JSON object","line":13}}"#),
        ("cut off",              br#"{"id":4,"text":"#,                                r#"{"id":null,"error":{"kind":"json","message":"not a JSON object: EOF while parsing a value at column"#),
        ("two in one line",      br#"{"text":""}{"text":""}"#,                         r#"{"id":null,"error":{"kind":"json","message":"not a JSON object: trailing characters at column"#),
        ("blank",                b"",                                                  r#"{"id":null,"error":{"kind":"json","message":"not a JSON object","line":16}}"#),
        ("an array",             br#"[5,"It rains."]"#,                                r#"{"id":null,"error":{"kind":"json","#),
        ("text twice",           br#"{"id":5,"text":"","text":""}"#,                   r#"{"id":null,"error":{"kind":"json","message":"not a JSON object: duplicate field `text` at column"#),
        ("no text",              br#"{"id":6}"#,                                       r#"{"id":6,"error":{"kind":"text","message":"\"text\" is missing","line":19}}"#),
        ("text null",            br#"{"id":7,"text":null}"#,                           r#"{"id":7,"error":{"kind":"text","message":"\"text\" is not a string","line":20}}"#),
        ("text in bytes",        br#"{"id":8,"text":[72,105]}"#,                       r#"{"id":8,"error":{"kind":"text","message":"\"text\" is not a string","line":21}}"#),
        ("no such day",          br#"{"date":"2023-02-29","text":"","id":[9]}"#,       r#"{"id":[9],"error":{"kind":"date","message":"\"date\" is not a calendar date"#),
        ("date and words",       br#"{"id":9,"text":"","date":"2024-02-29 or so"}"#,   r#"{"id":9,"error":{"kind":"date","message":"\"date\" is not a calendar date of the form YYYY-MM-DD: \"2024-02-29 or so\"","line":23}}"#),
        ("date a number",        br#"{"id":10,"text":"","date":20240301}"#,            r#"{"id":10,"error":{"kind":"date","message":"\"date\" is not a string","line":24}}"#),
        ("not UTF-8",            b"{\"id\":11,\"text\":\"\xff\"}",                     r#"{"id":null,"error":{"kind":"encoding","#),
        ("last",                 br#"{"id":12,"text":"It rains."}"#,                   r#"{"id":12,"schema":2,"#),
    ];
    // Without an end of the last line.
    let input = table.iter().map(|(_, line, _)| *line).collect::<Vec<_>>().join(&b'\n');
    let output = run(&["annotate", "--jsonl"], input);
    assert_eq!(output.status.code(), Some(1));
    let told = stderr(&output);
    assert!(
        told.starts_with("newsmark: 13 articles annotated in ")
            && told.ends_with("; 13 lines failed: encoding 1, json 6, text 3, date 3\n"),
        "{told}"
    );
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
    assert_eq!(lines[0], r#"{"id":null,"error":{"kind":"length","message":"longer than 16777216 bytes","line":1}}"#);
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
fn members_may_be_called_otherwise() {
    let input = concat!(
        r#"{"url":"a.example/1","body":"It rains.","published":"2024-05-17","text":5,"id":6,"date":7}"#,
        "\n",
        r#"{"url":"a.example/2"}"#,
        "\n",
        r#"{"url":"a.example/3","body":"","published":"soon"}"#,
    );
    let names = ["--text-field=body", "--id-field=url", "--date-field=published"];
    let output = run(&[&["annotate", "--jsonl"], &names[..]].concat(), input);
    let lines: Vec<_> = stdout(&output).lines().map(json).collect();
    assert_eq!((&lines[0]["id"], &lines[0]["reference"]["date"]), (&Value::from("a.example/1"), &Value::from("2024-05-17")));
    assert_eq!(lines[1]["error"]["message"], r#""body" is missing"#);
    assert_eq!((&lines[2]["id"], &lines[2]["error"]["kind"]), (&Value::from("a.example/3"), &Value::from("date")));
    // One member may be both.
    let both = run(&["annotate", "--jsonl", "--id-field=text"], "{\"text\":\"It rains.\"}\n");
    assert_eq!(json(stdout(&both))["id"], "It rains.");
}

#[test]
fn a_day_is_for_the_articles_that_bring_none() {
    let input = "{\"text\":\"\"}\n{\"text\":\"\",\"date\":\"2024-02-29\"}\n{\"text\":\"\",\"date\":null}\n{\"text\":\"\",\"date\":\"\"}\n";
    let output = run(&["annotate", "--jsonl", "--jobs=1", "--date=2024-01-01"], input);
    let days: Vec<_> = stdout(&output).lines().map(|line| json(line)["reference"]["date"].clone()).collect();
    assert_eq!(days, ["2024-01-01", "2024-02-29", "2024-01-01", "2024-01-01"]);
}

#[test]
fn a_file_gives_what_standard_input_gives_with_any_number_of_threads() {
    let lines: String = (0..40).map(|id| serde_json::json!({ "id": id, "text": ARTICLE }).to_string() + "\n").collect();
    let file = std::env::temp_dir().join(format!("newsmark-stream-{}.jsonl", std::process::id()));
    std::fs::write(&file, &lines).expect("a file");
    let named = file.to_str().expect("a plain name");
    let expected = run(&["annotate", "--jsonl"], lines.clone());
    for (arguments, input, threads) in [
        (vec!["annotate", "--jsonl", named, "--jobs=1"], "", "on 1 thread\n"),
        (vec!["annotate", "--jsonl", "-", "--jobs=3"], &*lines, "on 3 threads\n"),
        (vec!["annotate", named, "--jsonl", "--jobs=64"], "", "on 64 threads\n"),
    ] {
        let output = run(&arguments, input);
        assert!(output.stdout == expected.stdout, "{arguments:?}");
        assert!(stderr(&output).starts_with("newsmark: 40 articles annotated in "), "{}", stderr(&output));
        assert!(stderr(&output).ends_with(threads), "{}", stderr(&output));
    }
    std::fs::remove_file(file).expect("the file was there");
}

#[test]
fn tables_of_a_stream_say_which_article_a_row_is_of() {
    let input = concat!(
        "{\"id\":\"a, b\",\"text\":\"“It is late,” said Ana Ruiz.\"}\n",
        "{\"id\":2,\"text\":5}\n",
        "{\"text\":\"It rains.\"}\n",
        "{\"text\":\"Bo Lind said on 17 May 2024 that it rains.\"}\n",
        "{\"id\":{\"x\":1},\"text\":\"Ana Ruiz left.\"}\n",
    );
    let table = |format: &str| {
        let output = run(&["annotate", "--jsonl", "--format", format], input);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            stderr(&output).starts_with("newsmark: line 2: \"text\" is not a string\nnewsmark: 4 articles annotated in ")
        );
        let mut rows = csv::Reader::from_reader(&*output.stdout);
        let names = rows.headers().expect("a header").clone();
        assert_eq!(&names[0], "doc");
        let at = |name: &str| names.iter().position(|n| n == name).expect("a column");
        let wanted = [0, if format == "csv-entities" { at("name") } else { at("text") }];
        rows.records().map(|row| wanted.map(|at| row.as_ref().expect("a row")[at].to_owned())).collect::<Vec<_>>()
    };
    let rows = |expected: &[[&str; 2]]| expected.iter().map(|row| row.map(str::to_owned)).collect::<Vec<_>>();
    assert_eq!(table("csv-entities"), rows(&[["a, b", "Ana Ruiz"], ["4", "Bo Lind"], [r#"{"x":1}"#, "Ana Ruiz"]]));
    assert_eq!(table("csv-quotes"), rows(&[["a, b", "“It is late,”"], ["4", "that it rains"]]));
    assert_eq!(table("csv-dates"), rows(&[["4", "17 May 2024"]]));
}
