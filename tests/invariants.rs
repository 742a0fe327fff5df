//! What is true of the annotations of any text whatsoever.
#![cfg(not(target_arch = "wasm32"))]

#[path = "markup/mod.rs"]
mod markup;
mod project_articles;
mod properties;

use newsmark::{Annotations, Block, BlockKind, Options, Unit, annotate};
use project_articles::ARTICLES;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

/// The same texts on every run, so that a failure is of the change at hand; what fails is added to [`NASTY`] by hand.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 400, failure_persistence: None, rng_seed: RngSeed::Fixed(1_605), ..ProptestConfig::default() }
}

const WORDS: &[&str] = &[
    "Joe Biden",
    "Biden",
    "Mr.",
    "Dr. Ana Ruiz",
    "President",
    "U.S.",
    "U.S. President",
    "NATO",
    "the",
    "of",
    "and",
    "in",
    "IBM",
    "Jean-Luc O’Neil",
    "Mary O'Brien's",
    "the United States’",
    "Kyiv",
    "Volodymyr",
    "RFE/RL",
    "(OSCE)",
    "Ukrainian",
    "Republicans",
    "@POTUS",
    "#News",
    "www.example.org",
    "spokeswoman",
    "who",
    "that",
    "said",
    "says",
    "told",
    "added,",
    "according to",
    "asked",
    "he",
    "she",
    "they",
    "I",
    "don't",
    "isn’t",
    "'90s",
    "’20s",
    "January 2",
    "Jan. 5,",
    "on Monday",
    "May",
    "March",
    "2022",
    "in 2022",
    "9/11",
    "January 9-10",
    "2022-01-02",
    "31/12/1999",
    "February 30",
    "next week",
    "three weeks ago",
    "10:30 p.m.",
    "twice a month",
    "the 1990s",
    "last",
    "tomorrow",
    "between 2014 and 2017",
    "99999999999999999999",
    "20-year-old",
    "$1.2bn",
    "5th",
    "50%",
    "No. 10",
    "WASHINGTON (AP) —",
    "By Jane Doe",
    "Photo:",
    "Leave A Reply",
    "Q:",
    "A:",
    "etc.",
    "i.e.",
    "J. K. Rowling",
    "a.m.",
    "🙂",
    "👩‍🚀",
    "🇺🇦",
    "e\u{301}",
    "Å\u{327}\u{301}",
    "東京",
    "مرحبا",
    "שלום",
    "ǅ",
    "ß",
    "İ",
    "ﬁ",
    "Ⅷ",
    "٣",
    "\u{feff}",
    "\u{200b}",
];

const MARKS: &[&str] = &[
    "“", "”", "‘", "’", "\"", "'", "«", "»", "‹", "›", "„", "‚", "``", "''", "”,", ".”", ",'", ".", ",", "!", "?", "…",
    "...", "--", "—", "–", "-", ":", ";", "(", ")", "[", "]", "/", "’s", "'s", "\n", "\n\n", "\r\n\r\n", "\t", "\u{a0}",
    "\u{2028}", "\0",
];

/// Something like an article: words and marks in any order, with and without blanks between.
fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![5 => select(WORDS), 2 => select(MARKS)];
    let blank = prop_oneof![8 => Just(" "), 2 => Just(""), 1 => Just("\n\n")];
    vec((piece, blank), 0..80).prop_map(|pieces| pieces.into_iter().flat_map(|(piece, blank)| [piece, blank]).collect())
}

/// The words of some paragraphs of news, with their marks, in any order.
fn shuffled() -> impl Strategy<Value = String> {
    let paragraphs: Vec<&str> =
        ARTICLES.iter().flat_map(|article| article.split_inclusive('\n')).filter(|line| !line.trim().is_empty()).collect();
    let words = |lines: Vec<&'static str>| lines.iter().flat_map(|line| line.split_inclusive(' ')).collect::<Vec<_>>();
    vec(select(paragraphs), 1..4)
        .prop_flat_map(move |lines| Just(words(lines)).prop_shuffle())
        .prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn of_shuffled_news(text in shuffled()) {
        properties::check(&text);
    }

    #[test]
    fn of_any_text(text in "(?s).{0,300}") {
        properties::check(&text);
    }

    #[test]
    fn of_any_letters_and_marks(text in "[ \n\"'“”‘’«».,!?A-Za-z0-9é🙂-]{0,300}") {
        properties::check(&text);
    }

    #[test]
    fn of_anything_like_an_article(text in news()) {
        properties::check(&text);
    }

    #[test]
    fn offsets_are_those_of_naive_counting(text in prop_oneof!["(?s).{0,300}", "[a-e]{0,200}", "[aé東🙂]{0,300}"]) {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let blocks = |ends: &[usize]| -> Vec<Block> {
            ends.windows(2).map(|w| Block { start: w[0], end: w[1], kind: BlockKind::Paragraph }).collect()
        };
        let bytes = Annotations { blocks: blocks(&ends), ..annotate("", &Options::default()) };
        let utf16: Vec<usize> = ends.iter().map(|&end| text[..end].encode_utf16().count()).collect();
        let codepoints: Vec<usize> = ends.iter().map(|&end| text[..end].chars().count()).collect();
        for (unit, expected) in [(Unit::Byte, &ends), (Unit::Utf16, &utf16), (Unit::Codepoint, &codepoints)] {
            let converted = bytes.clone().convert(&text, unit);
            prop_assert_eq!(&converted.blocks, &blocks(expected));
            prop_assert_eq!(converted.offsets, unit);
            prop_assert_eq!(&converted.clone().convert(&text, Unit::Byte), &bytes, "and back");
            for other in [Unit::Utf16, Unit::Codepoint] {
                let other_way = converted.clone().convert(&text, other);
                prop_assert_eq!(other_way, bytes.clone().convert(&text, other), "from any unit to any");
            }
        }
    }
}

/// Texts made to be difficult: each is repeated as often as it says.
#[rustfmt::skip]
const NASTY: &[(&str, &str, usize)] = &[
    ("nothing",                         "",                                     1),
    ("a blank",                         " ",                                    1),
    ("a NUL",                           "\0",                                   1),
    ("byte order marks",                "\u{feff}",                             3),
    ("many blanks",                     " ",                                    50_000),
    ("many line ends",                  "\r\n",                                 20_000),
    ("one long word",                   "a",                                    200_000),
    ("one long number",                 "9",                                    50_000),
    ("one long capital word",           "A",                                    50_000),
    ("many accents on one letter",      "\u{301}",                              20_000),
    ("many capitalised words",          "Aa ",                                  20_000),
    ("many initials",                   "J. ",                                  10_000),
    ("many abbreviations",              "U.S. ",                                10_000),
    ("many names and no full stop",     "Ana Ruiz and ",                        5_000),
    ("one name with no end",            "Ruiz of the ",                         5_000),
    ("many marks that open",            "“",                                    10_000),
    ("many marks that open, spaced",    " “a",                                  10_000),
    ("many marks that close",           "”",                                    10_000),
    ("many straight marks",             "\"",                                   10_001),
    ("many single marks",               "'",                                    10_001),
    ("apostrophes",                     "’s ’tis don’t O’Neil’s ",              3_000),
    ("marks of all kinds",              "“‘«„\"'``",                            3_000),
    ("many cues",                       "said ",                                10_000),
    ("many speakers and no speech",     "he said that ",                        5_000),
    ("unclosed, by paragraph",          "“It rains, she said.\n\n",             3_000),
    ("many months",                     "January ",                             10_000),
    ("many days and months",            "May 5 to ",                            5_000),
    ("many dates in one",               "1/2/",                                 10_000),
    ("years that end calendars",        "9999 and year 0000, 31 December 9999, 100,000 years ago, next millennium. ", 50),
    ("lengths beyond all numbers",      "99999999999999999999999 years ago. ",  500),
    ("deep brackets",                   "([{",                                  5_000),
    ("hyphens",                         "a-",                                   20_000),
    ("one letter a line",               "A\n",                                  10_000),
    ("one letter a paragraph",          "A\n\n",                                10_000),
    ("flags",                           "🇺🇦",                                   5_000),
    ("a family",                        "👨‍👩‍👧‍👦 ",                                   2_000),
    ("both directions",                 "“שלום”, said Ana. ‏مرحبا ",             1_000),
    ("turning around",                  "\u{202e}“a”\u{2066} said ",            2_000),
    ("signatures",                      "By Ana Ruiz\n",                        5_000),
    ("datelines",                       "GENEVA (AP) — ",                       3_000),
    ("web addresses",                   "https://a.b/c?d=e#f@g ",               3_000),
    ("handles",                         "@a#b@",                                10_000),
];

#[test]
fn of_nasty_texts() {
    for (name, piece, times) in NASTY {
        // Shown only where the test fails.
        println!("{name}");
        properties::check(&piece.repeat(*times));
    }
}

#[test]
fn of_whole_articles() {
    for article in [
        include_str!("articles/business.txt"),
        include_str!("articles/history.txt"),
        include_str!("articles/summit.txt"),
        include_str!("articles/webpage.txt"),
    ] {
        properties::check(article);
        // Cut off anywhere, with any letter in the place of another.
        for at in (0..article.len()).step_by(97).filter(|&at| article.is_char_boundary(at)) {
            properties::check(&article[..at]);
            properties::check(&article[at..]);
        }
    }
}

#[test]
fn of_paragraphs_cut_after_any_word() {
    for article in
        [include_str!("articles/court.txt"), include_str!("articles/politics.txt"), include_str!("articles/sport.txt")]
    {
        for paragraph in article.lines() {
            for (at, _) in paragraph.match_indices(' ') {
                let cut = &paragraph[..at];
                let found = annotate(cut, &Options::default());
                assert!(found.mentions.iter().all(|mention| cut[mention.start..mention.end] == mention.text), "{cut}");
            }
        }
    }
}
