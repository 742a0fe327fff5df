//! What runs in the wasm runtime: annotates the text on standard input as often as its first line says.

use std::io::Read;

fn main() {
    let mut given = String::new();
    std::io::stdin().read_to_string(&mut given).expect("a text");
    let (times, text) = given.split_once('\n').expect("a number, then a text");
    for _ in 0..times.parse().expect("a number") {
        std::hint::black_box(newsmark::annotate(text, &newsmark::Options::default()));
    }
}
