//! The same article however it was copied: wrapped, quoted, with words broken at the ends of lines and with invisible characters.

mod project_articles;

use newsmark::text::{Document, Reading};
use newsmark::{Annotations, Options, Span, annotate};
use project_articles::ARTICLES;
use wasm_bindgen_test::wasm_bindgen_test;

/// A text made of another: of each of its bytes, where it stands in that.
struct Made {
    text: String,
    from: Vec<usize>,
}

impl Made {
    /// Makes a text of paragraphs, `make` one of each.
    fn of(article: &str, make: impl Fn(&mut Made, &str, usize)) -> Made {
        let mut made = Made { text: String::new(), from: Vec::new() };
        for paragraph in article.split("\n\n") {
            let at = paragraph.as_ptr() as usize - article.as_ptr() as usize;
            if at > 0 {
                made.put("\n\n", at);
            }
            make(&mut made, paragraph, at);
        }
        made
    }

    fn put(&mut self, text: &str, from: usize) {
        self.text.push_str(text);
        self.from.resize(self.text.len(), from);
    }

    fn copy(&mut self, text: &str, from: usize) {
        self.text.push_str(text);
        self.from.extend(from..from + text.len());
    }

    /// Where a span of the text stands in what it was made of.
    fn back(&self, span: Span) -> Span {
        Span::new(self.from[span.start()], self.from[span.end() - 1] + 1)
    }
}

/// The paragraphs of an article with a blank line between.
fn spaced(article: &str) -> String {
    article.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Wrapped at a width, with something before each line.
fn wrapped(article: &str, width: usize, before: &str, end: &str) -> Made {
    Made::of(article, |made, paragraph, at| {
        made.put(before, at);
        let mut column = 0;
        for word in paragraph.split(' ') {
            let from = at + (word.as_ptr() as usize - paragraph.as_ptr() as usize);
            let length = word.chars().count();
            if column > 0 && column + 1 + length > width {
                made.put(&format!("{end}{before}"), from - 1);
                column = 0;
            } else if column > 0 {
                made.copy(" ", from - 1);
                column += 1;
            }
            made.copy(word, from);
            column += length;
        }
    })
}

/// With something in the middle of every word of more than six letters.
fn strewn(article: &str, what: &str) -> Made {
    Made::of(article, |made, paragraph, at| {
        for (from, c) in paragraph.char_indices() {
            let letters = |text: &str| text.chars().take(3).filter(|c| c.is_alphabetic()).count() == 3;
            let (before, after) = paragraph.split_at(from);
            let before: String = before.chars().rev().take(4).collect();
            let middle = letters(&before) && before.chars().nth(3).is_none_or(|c| !c.is_alphabetic()) && letters(after);
            if middle {
                made.put(what, at + from);
            }
            made.copy(c.encode_utf8(&mut [0; 4]), at + from);
        }
    })
}

/// The annotations of a made text as those of what it was made of.
fn back(made: &Made, article: &str) -> Annotations {
    let mut found = annotate(&made.text, &Options::default());
    let place = |start: &mut usize, end: &mut usize| {
        let span = made.back(Span::new(*start, *end));
        (*start, *end) = (span.start(), span.end());
        article.get(span.start()..span.end()).unwrap_or("cut inside a character").to_owned()
    };
    let span = |span: &mut Span| *span = made.back(*span);
    found.blocks.iter_mut().for_each(|b| drop(place(&mut b.start, &mut b.end)));
    found.entities.iter_mut().flat_map(|e| &mut e.roles).for_each(span);
    found.mentions.iter_mut().for_each(|m| m.text = place(&mut m.start, &mut m.end));
    for quote in &mut found.quotes {
        quote.text = place(&mut quote.start, &mut quote.end);
        quote.parts.iter_mut().chain(&mut quote.cue).for_each(span);
        quote.speaker.iter_mut().for_each(|s| s.text = place(&mut s.start, &mut s.end));
    }
    for date in &mut found.dates {
        date.text = place(&mut date.start, &mut date.end);
        date.parts.iter_mut().for_each(|p| drop(place(&mut p.start, &mut p.end)));
    }
    found
}

fn same(make: impl Fn(&str) -> Made, name: &str) {
    for article in ARTICLES {
        let article = spaced(article);
        let made = make(&article);
        let (expected, found) = (annotate(&article, &Options::default()), back(&made, &article));
        let title = &article[..40];
        let blocks =
            |found: &Annotations| found.blocks.iter().map(|b| article[b.start..b.end].to_owned()).collect::<Vec<_>>();
        assert_eq!(blocks(&found), blocks(&expected), "{name}: blocks of {title}");
        assert_eq!(found, expected, "{name}: {title}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn of_wrapped_lines() {
    for width in [30, 34, 40, 53, 66, 80, 110] {
        same(|article| wrapped(article, width, "", "\n"), &format!("wrapped at {width}"));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn of_quoted_lines() {
    same(|article| wrapped(article, 72, "> ", "\n"), "quoted");
    same(|article| wrapped(article, 60, "> > >", "\r\n"), "quoted three times");
}

#[wasm_bindgen_test(unsupported = test)]
fn of_characters_that_are_not_seen() {
    for what in ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200E}"] {
        same(|article| strewn(article, what), &format!("{what:?} in words"));
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn of_other_blanks() {
    for blank in ["\u{A0}", "\t", "&nbsp;", "\u{2009}"] {
        let make = |article: &str| {
            Made::of(article, |made, paragraph, at| {
                for (index, (from, c)) in paragraph.char_indices().enumerate() {
                    match c {
                        ' ' if index % 2 == 0 => made.put(blank, at + from),
                        c => made.copy(c.encode_utf8(&mut [0; 4]), at + from),
                    }
                }
            })
        };
        same(make, &format!("{blank:?} between words"));
    }
}

/// What is read of a text, paragraphs apart by "¶".
fn read(text: &str) -> String {
    let reading = Reading::of(text);
    let document = Document::of_everything(&reading);
    document.blocks.iter().map(|block| block.span.of(document.text)).collect::<Vec<_>>().join(" ¶ ")
}

#[wasm_bindgen_test(unsupported = test)]
fn lines_that_go_on() {
    let cases = [
        // Words broken at the end of a line, and words with a hyphen of their own.
        ("The harbour depart-\nment has closed the pier.", "The harbour department has closed the pier."),
        ("It was signed by Ana Brek-\nke on Wednes-\nday.", "It was signed by Ana Brekke on Wednesday."),
        ("Jean-\nLuc Moreau runs a Franco-\nItalian firm.", "Jean-Luc Moreau runs a Franco-Italian firm."),
        ("A forty-\nyear-old ferry is the long-\nterm answer.", "A forty-year-old ferry is the long-term answer."),
        ("Fares rose in mid-\n2019, by 20-\n30 per cent.", "Fares rose in mid-2019, by 20-30 per cent."),
        ("The by-laws are old. These by-\nlaws stay.", "The by-laws are old. These by-laws stay."),
        ("“We are exhaus-\nted,” she said.", "“We are exhausted,” she said."),
        (
            "The pier \u{AD} an old one \u{AD} is shut, and the sail\u{AD}\ning club too.",
            "The pier \u{AD} an old one \u{AD} is shut, and the sailing club too.",
        ),
        // A dash is no hyphen.
        (
            "The mayor -\nwho is new - has left the town council today.",
            "The mayor - ¶ who is new - has left the town council today.",
        ),
        // Pages.
        (
            "The owners of the pier have promised to mend it and\n\n- 4 -\n\nto open it in May.",
            "The owners of the pier have promised to mend it and to open it in May.",
        ),
        ("The har-\n\nPage 2 of 3\n\nbour is shut.", "The harbour is shut."),
        // Quoting.
        (
            ">> The pier has been shut since May\n>> and nobody on the island has yet\n>> said why.\n> Who told you?",
            "The pier has been shut since May and nobody on the island has yet said why. ¶ Who told you?",
        ),
        ("Fares > 5 euros are rare.", "Fares > 5 euros are rare."),
        // What a bad copy leaves.
        ("Brekke &amp; Sons&#8217; pier", "Brekke & Sons’ pier"),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text), expected, "of {text:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn lines_that_stay_apart() {
    for text in [
        "The pier is shut.\nThe ferry is late.\nThe harbour is full of mud.",
        "Bread and butter for the guests\nSoup of the day with leeks\nCheese from the island\nApples",
        "When the ferry left the pier at dawn,\nAnd the gulls were loud above the mast,\nNobody on land was awake,\nNobody saw it go.",
        "Ana Ruiz\n12 Harbour Street\nOrlund",
        "Page 3 is where the story was.\nPage Turner has a new book.",
    ] {
        assert_eq!(read(text).matches('¶').count(), text.matches('\n').count(), "of {text:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn bad_input_is_read_as_far_as_it_goes() {
    for text in [
        "",
        "\u{FEFF}",
        "\u{AD}\u{AD}",
        ">",
        "> ",
        ">\n>\n>",
        "&nbsp;",
        "&nbsp;&nbsp;\n&nbsp;",
        "-\n-\n-",
        "a-\n",
        "-\na",
        "\u{C}3\u{C}",
        "3",
        "\0\u{1}\u{2}",
        "\u{FFFD}\u{FFFD}",
    ] {
        let reading = Reading::of(text);
        let all = reading.given(Span::new(0, reading.text().len()));
        assert!(all.end() <= text.len(), "of {text:?}");
        annotate(text, &Options::default());
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_line_may_begin_with_a_soft_hyphen() {
    for text in [
        "\u{ad}Ana Ruiz left.",
        "\u{ad}“Yes,” she said.",
        "Bo left.\n\u{ad}\u{ad}Ana Ruiz left.",
        "> \u{ad}東京\n> left.",
        "\u{ad}",
    ] {
        let found = annotate(text, &Options::default());
        assert!(
            found.mentions.iter().all(|mention| text.get(mention.start..mention.end) == Some(&*mention.text)),
            "{text:?}"
        );
        assert_eq!(found.mentions.iter().any(|mention| mention.text == "Ana Ruiz"), text.contains("Ana"), "{text:?}");
    }
}
