//! Runs in the wasm runtime: annotates the text on standard input. The first line says how often, and how many bytes it has.

use std::io::{BufRead, Read};

fn main() {
    let (mut input, mut line) = (std::io::stdin().lock(), String::new());
    input.read_line(&mut line).expect("a line");
    let (times, bytes) = line.trim().split_once(' ').expect("two numbers");
    let mut text = String::with_capacity(bytes.parse().expect("a number of bytes"));
    input.read_to_string(&mut text).expect("a text");
    for _ in 0..times.parse().expect("a number") {
        std::hint::black_box(newsmark::annotate(&text, &newsmark::Options::default()));
    }
}
