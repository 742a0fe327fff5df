//! Tokens: what is one, of what kind, and what is glued to what.

use newsmark::text::{Case, Document, TokenKind};

/// The tokens with a space between them; white space inside a token (". . .") is shown as "_".
fn tokens(text: &str) -> String {
    let document = Document::read(text);
    let words: Vec<String> = (0..document.tokens.len()).map(|t| document.word(t).replace(' ', "_")).collect();
    words.join(" ")
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(tokens(text), *expected, "of {text:?}");
    }
}

/// The quotation marks of a text, in order.
fn marks(text: &str) -> String {
    let document = Document::read(text);
    let marks = (0..document.tokens.len()).filter(|&t| document.tokens[t].kind == TokenKind::Mark);
    marks.map(|t| document.word(t)).collect::<Vec<_>>().join(" ")
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn hyphens() {
    check(&[
        ("a 20-year-old man", "a 20 - year - old man"),
        ("the NATO-Russia Council", "the NATO - Russia Council"),
        ("a Moscow-based firm", "a Moscow - based firm"),
        ("Bashar al-Assad's men", "Bashar al - Assad 's men"),
        ("Jean-Luc", "Jean - Luc"),
        ("an e-mail, a T-shirt", "an e-mail , a T-shirt"),
        ("an F-16 and a Su-27", "an F-16 and a Su-27"),
        ("COVID-19 and post-2014", "COVID-19 and post - 2014"),
        ("Mid-2020", "Mid - 2020"),
        ("Sen. Ana Ruiz (D-Calif.) left", "Sen. Ana Ruiz ( D - Calif. ) left"),
        ("Jan Novak, R-Texas, left", "Jan Novak , R - Texas , left"),
        ("a U.S.-led force", "a U.S. - led force"),
        ("non\u{2011}breaking", "non \u{2011} breaking"),
        ("yes--no — maybe – so", "yes -- no — maybe – so"),
        ("January 9-10", "January 9 - 10"),
        ("mid-1990s", "mid - 1990s"),
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn clitics() {
    check(&[
        ("Gaza's north", "Gaza 's north"),
        ("Gaza’s north", "Gaza ’s north"),
        ("THE BANK'S", "THE BANK 'S"),
        ("I don't, won’t, can't", "I do n't , wo n’t , ca n't"),
        ("I've, you're, he'll, she'd, I'm", "I 've , you 're , he 'll , she 'd , I 'm"),
        ("the workers' rights", "the workers ' rights"),
        ("the United States’ commitment", "the United States ’ commitment"),
        ("the U.S.'s role", "the U.S. 's role"),
        ("a “Hamlet”’s end", "a “ Hamlet ” ’s end"),
        ("Gaza 's north", "Gaza 's north"),
        ("I shouldn't've", "I should n't 've"),
        ("Sana'a's port", "Sana'a 's port"),
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn apostrophes_inside_words() {
    check(&[
        ("O'Brien and D’Angelo", "O'Brien and D’Angelo"),
        ("Xi'an, Côte d'Ivoire", "Xi'an , Côte d'Ivoire"),
        ("rock 'n' roll, Guns N' Roses", "rock 'n' roll , Guns N' Roses"),
        ("'tis late, get ’em", "'tis late , get ’em"),
        ("the '90s and ’80s", "the '90s and ’80s"),
        ("the class of ’98 and of '99", "the class of ’98 and of '99"),
        ("goin' home, ol' friend", "goin' home , ol' friend"),
        ("at 10 o'clock, ma'am", "at 10 o'clock , ma'am"),
        ("Hawai‘i", "Hawai‘i"),
        ("6' 2 and 5'10\" tall", "6 ' 2 and 5 ' 10 \" tall"),
    ]);
    assert_eq!(marks("O'Brien's '90s, 'tis the workers' rock 'n' roll, 5'10\" tall"), "");
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn single_marks_told_from_apostrophes() {
    let cases = [
        ("‘Respond Decisively’ If", "‘ ’"),
        ("it was 'rock' again", "' '"),
        ("‘the workers’ union’ said", "‘ ’"),
        ("'I don't know,' she said, 'but the students' union does.'", "' ' ' '"),
        ("‘no comments’ and left", "‘ ’"),
        ("“He said ‘no’,” she said", "“ ‘ ’ ”"),
        ("He called it ‘John’s finest hours’.", "‘ ’"),
        ("'90s music is 'in'", "' '"),
        ("the students’ vote", ""),
        ("('yes')", "' '"),
        ("\"He said 'no,'\" she said", "\" ' ' \""),
        ("'Cause for alarm' is what it was", "' '"),
        ("I did it 'cause I could", ""),
        ("‘Tis the season", ""),
        ("he said 'Yes!'", "' '"),
        ("—‘never’—", "‘ ’"),
    ];
    for (text, expected) in cases {
        assert_eq!(marks(text), expected, "of {text:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn other_marks() {
    let cases = [
        ("\"Yes,\" she said", "\" \""),
        ("“Yes,” she said", "“ ”"),
        ("``Yes,'' she said", "`` ''"),
        ("«Oui», dit-elle", "« »"),
        ("„Ja“, sagte sie", "„ “"),
        ("‹so›", "‹ ›"),
        ("「はい」と", "「 」"),
        ("‘‘Yes,’’ she said", "‘‘ ’’"),
    ];
    for (text, expected) in cases {
        assert_eq!(marks(text), expected, "of {text:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn abbreviations_and_initials() {
    check(&[
        ("U.S. President", "U.S. President"),
        ("in the U.S.", "in the U.S."),
        ("the U.S officials", "the U.S officials"),
        ("on Jan. 5", "on Jan. 5"),
        ("J. K. Rowling, J.R.R. Tolkien", "J. K. Rowling , J.R.R. Tolkien"),
        ("Mr. Doe, Ph.D.", "Mr. Doe , Ph.D."),
        ("MR. DOE", "MR. DOE"),
        ("No. 10", "No. 10"),
        ("No. He did not.", "No . He did not ."),
        ("apples, pears, etc.", "apples , pears , etc."),
        ("at 10 a.m. on Monday", "at 10 a.m. on Monday"),
        ("Doe Inc. said", "Doe Inc. said"),
        ("it was Plan B. The end", "it was Plan B . The end"),
        ("this is Plan B.", "this is Plan B ."),
        ("in The Sun. He read", "in The Sun . He read"),
        ("on Sun. 5 May", "on Sun. 5 May"),
        ("St.Petersburg", "St. Petersburg"),
        ("he left.", "he left ."),
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn slashes_and_ampersands() {
    check(&[
        ("RFE/RL’s service", "RFE/RL ’s service"),
        ("AC/DC and AT&T", "AC/DC and AT&T"),
        ("S&P and Q&A", "S&P and Q&A"),
        ("and/or", "and / or"),
        ("Moscow/Kyiv", "Moscow / Kyiv"),
        ("Marks & Spencer", "Marks & Spencer"),
        ("Disney+ and C++", "Disney+ and C ++"),
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn numbers() {
    check(&[
        ("$1.2bn, €3m and US$5", "$ 1.2 bn , € 3 m and US $ 5"),
        ("$3M but 3M and 5G", "$ 3 M but 3M and 5G"),
        ("100,000 or 1,2", "100,000 or 1 , 2"),
        ("at 10:30, at 5pm, at 5 p.m., at 5a.m.", "at 10:30 , at 5 pm , at 5 p.m. , at 5 a.m."),
        ("the 1990s, the 5th, 50%", "the 1990s , the 5th , 50 %"),
        ("9/11, 24/7, 1/2/2022", "9/11 , 24/7 , 1/2/2022"),
        ("2021-09-03 and 2021-09-03T10:30:00Z", "2021-09-03 and 2021-09-03T10:30:00Z"),
        ("2014-15", "2014 - 15"),
        ("up .22 points", "up .22 points"),
        ("3½ years, 10km", "3½ years , 10 km"),
        ("the 49ers won 3-2.", "the 49ers won 3 - 2 ."),
        ("in 2010.", "in 2010 ."),
        ("30°C", "30 ° C"),
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn addresses_handles_hashtags() {
    let cases = [
        ("https://example.org/a_(b)?c=d#e.", "https://example.org/a_(b)?c=d#e", TokenKind::Address),
        ("www.example.org, then", "www.example.org", TokenKind::Address),
        ("jane.doe@example.co.uk.", "jane.doe@example.co.uk", TokenKind::Address),
        ("nytimes.com's", "nytimes.com", TokenKind::Address),
        ("bbc.co.uk/news)", "bbc.co.uk/news", TokenKind::Address),
        ("Amazon.com Inc.", "Amazon.com", TokenKind::Word),
        ("@POTUS.", "@POTUS", TokenKind::Handle),
        ("@desk@news.example,", "@desk@news.example", TokenKind::Handle),
        ("#MeToo!", "#MeToo", TokenKind::Hashtag),
        ("@ noon", "@", TokenKind::Punctuation),
        ("#1 hit", "#", TokenKind::Punctuation),
        ("said.In fact", "said", TokenKind::Word),
    ];
    for (text, word, kind) in cases {
        let document = Document::read(text);
        assert_eq!((document.word(0), document.tokens[0].kind), (word, kind), "of {text:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn scripts_symbols_and_oddities() {
    check(&[
        ("wait... what", "wait ... what"),
        ("wait . . . what", "wait ._._. what"),
        ("wait… what?!", "wait … what ? !"),
        ("café cafe\u{301}s", "café cafe\u{301}s"),
        ("👩‍👩‍👧 and 👍🏽 and 🇺🇦🇵🇱", "👩‍👩‍👧 and 👍🏽 and 🇺🇦 🇵🇱"),
        ("新华社Xinhua报道。", "新华社 Xinhua 报道 。"),
        ("قال الرئيس، نعم", "قال الرئيس ، نعم"),
        ("Zelen\u{AD}skiy", "Zelen\u{AD}skiy"),
        ("five\u{A0}years", "five years"),
        ("NATO\u{200B} said", "NATO \u{200B} said"),
        ("* * ***", "* * ***"),
        ("(AP) _", "( AP ) _"),
        ("[sic]", "[ sic ]"),
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn cases_of_letters() {
    let cases = [
        ("president", Case::Lower),
        ("President", Case::Title),
        ("I", Case::Title),
        ("NATO", Case::Upper),
        ("U.S.", Case::Upper),
        ("iPhone", Case::Mixed),
        ("McDonald", Case::Mixed),
        ("1990", Case::None),
        ("Ґанок", Case::Title),
    ];
    for (text, case) in cases {
        assert_eq!(Document::read(text).tokens[0].case, case, "of {text:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn glued_says_where_white_space_was() {
    let glued = |text: &str| Document::read(text).tokens.iter().map(|t| t.glued).collect::<Vec<_>>();
    assert_eq!(glued("20-year-old man"), [false, true, true, true, true, false]);
    assert_eq!(glued("“Yes,” he"), [false, true, true, true, false]);
    assert_eq!(glued("one\n\ntwo."), [false, false, true]);
}

/// Every character that is not white space is in exactly one token, tokens are in order, and only an ellipsis has space inside.
#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn tokens_cover_everything_once() {
    let pieces = [
        "word",
        "O'Brien",
        "n't",
        "'s",
        "’",
        "‘",
        "'",
        "\"",
        "“",
        "``",
        "''",
        " ",
        "\n",
        "\r\n",
        "\t",
        ". . .",
        "...",
        "…",
        ".",
        "U.S.",
        "5pm",
        "1,000",
        "2021-09-03",
        "@",
        "#x",
        "http://",
        "a@b.co",
        "-",
        "--",
        "é",
        "e\u{301}",
        "\u{301}",
        "\u{200D}",
        "👩‍👧",
        "🇺",
        "新",
        "(",
        ")",
        "\u{FEFF}",
        "\u{2028}",
        "\u{0}",
        "½",
        "$",
        "%",
        "&",
        "/",
        "!",
        "?",
        "Ph.D",
        "rock 'n' roll",
        "5'10\"",
    ];
    let mut state = 7_u32;
    for _ in 0..400 {
        let mut text = String::new();
        for _ in 0..24 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text += pieces[(state >> 8) as usize % pieces.len()];
        }
        let document = Document::read(&text);
        let mut covered = 0;
        for token in &document.tokens {
            let between = text.get(covered..token.span.start());
            assert!(
                between.is_some_and(|between| between.trim().is_empty()),
                "a gap or overlap before {token:?} of {text:?}"
            );
            let word = token.span.of(&text);
            assert!(
                !word.is_empty() && (!word.contains(char::is_whitespace) || word.starts_with('.')),
                "{word:?} of {text:?}"
            );
            covered = token.span.end();
        }
        assert!(text[covered..].trim().is_empty(), "an uncovered end of {text:?}");
        let ends = document.sentences.iter().map(|s| s.tokens.len()).sum::<usize>();
        assert_eq!(ends, document.tokens.len(), "sentences hold all tokens of {text:?}");
    }
}
