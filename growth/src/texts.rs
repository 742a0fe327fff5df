//! Adversarial texts: each makes some stage look far ahead, again and again.

/// A name, and the text with about so many characters.
pub type Generator = (&'static str, fn(usize) -> String);

/// All of them: news first, for comparison.
pub const GENERATORS: [Generator; 30] = [
    ("news", news),
    ("one word", |n| "a".repeat(n)),
    ("one capital word", |n| format!("A{}", "b".repeat(n))),
    ("digits", |n| "7".repeat(n)),
    ("dashes", |n| "-".repeat(n)),
    ("capitals", |n| parts(n, "Ab ")),
    ("hyphens", |n| parts(n, "Ab-")),
    ("small words between hyphens", |n| format!("A{}", "-b".repeat(n / 2))),
    ("initials", |n| parts(n, "A. ")),
    ("newlines", |n| "\n".repeat(n)),
    ("short lines", |n| parts(n, "Ab\n")),
    ("of the", |n| parts(n, "of the ")),
    ("opening marks", |n| parts(n, "“")),
    ("straight marks", |n| parts(n, "\"")),
    ("single marks", |n| parts(n, "‘a ")),
    ("apostrophes", |n| parts(n, "'")),
    ("brackets", |n| parts(n, "(a ")),
    ("dates", |n| parts(n, "on 3 May 2021 ")),
    ("days behind asides", |n| parts(n, "which, filed in May, who, on 3 June, ")),
    ("slashes", |n| parts(n, "1/1/")),
    ("names", |n| parts(n, "Ana Ruiz said ")),
    ("accounts before names", |n| parts(n / 2, "@ab ") + &parts(n / 2, "Ana Ruiz said ")),
    ("storms", |n| different(n / 2, "Hurricane Xa", ". ") + &different(n / 2, "Xb", " left. ")),
    ("names told outright", |n| {
        different(n / 2, "Born Xa", " Lindo in 1990, she left. ") + &different(n / 2, "Lil Xb", " (born Ada Marsh) left. ")
    }),
    ("speakers without a name", |n| format!("A spokesman said so. {}", parts(n, "He said Rome was late. "))),
    ("capitals before quotes", |n| format!("{}. {}", parts(n / 2, "Ab "), parts(n / 2, "“He is one who went there.” "))),
    ("combining marks", |n| format!("e{}", "\u{301}".repeat(n))),
    ("emoji", |n| parts(n, "👩\u{200d}🚀")),
    // What half a surrogate pair of JavaScript becomes.
    ("lone surrogates", |n| parts(n, "\u{fffd}a ")),
    ("right to left", |n| parts(n, "שלום \u{202e}")),
];

/// The project's own articles, one after the other and again.
fn news(characters: usize) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/articles");
    let files = std::fs::read_dir(folder).expect("the articles").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|kind| kind == "txt")).collect();
    files.sort();
    let articles: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).expect("an article")).collect();
    let text = parts(characters, &format!("{}\n\n", articles.join("\n\n")));
    text.chars().take(characters).collect()
}

/// A name and what follows it as often as it takes, with other letters at the end of the name each time.
fn different(characters: usize, name: &str, rest: &str) -> String {
    let letters = |number: usize| (0..4).map(|at| char::from(b'a' + (number >> (4 * at) & 15) as u8)).collect::<String>();
    let count = characters / (name.len() + 4 + rest.len()) + 1;
    (0..count).map(|number| format!("{name}{}{rest}", letters(number))).collect()
}

/// A part as often as it takes.
fn parts(characters: usize, part: &str) -> String {
    part.repeat(characters / part.chars().count() + 1)
}
