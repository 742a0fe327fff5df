//! The command line as a program that tests start.

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::thread;

/// The program with its arguments, all its ends in our hands.
pub fn newsmark(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsmark"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the program on some input, written from a thread of its own: the program need not read it all.
pub fn run(arguments: &[&str], input: impl Into<Vec<u8>>) -> Output {
    let mut child = newsmark(arguments).spawn().expect("the program starts");
    let (mut stdin, input) = (child.stdin.take().expect("a pipe"), input.into());
    let writer = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    output
}

/// What it printed.
pub fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

/// What it complained of.
pub fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

/// A line of JSON.
pub fn json(line: &str) -> Value {
    serde_json::from_str(line).expect("JSON")
}
