//! Sentences: where one ends and the next begins.

use newsmark::text::Document;

fn sentences(text: &str) -> Vec<&str> {
    let document = Document::read(text);
    document.sentences.iter().map(|s| document.span_of(s.tokens.clone()).of(text)).collect()
}

/// Each case is a text with "|" where, in place of the space there, a sentence ends.
fn check(cases: &[&str]) {
    for case in cases {
        let text = case.replace('|', " ");
        assert_eq!(sentences(&text), case.split('|').collect::<Vec<_>>(), "of {text:?}");
    }
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn titles_and_initials() {
    check(&[
        "The U.S. President spoke.|He left.",
        "Mr. Doe met Dr. Roe and Gen. Smith.|They talked.",
        "J. K. Rowling wrote it.|So did J.R.R. Tolkien.",
        "Sen. John R. Smith (D-Calif.) said no.|He meant it.",
        "Lt. Col. Ana Ruiz of the Army arrived.",
        "St. Petersburg is large.|So is Mt. Elbrus.",
        "Harry S. Truman was president.|He said so.",
        "Robert Downey Jr. was there.|He left.",
        "The Rev. Jane Doe prayed.",
        "Brown v. Board of Education was decided.|It mattered.",
        "Czechs vs. Slovaks was the final.",
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn abbreviations_that_may_end_a_sentence() {
    check(&[
        "He lives in the U.S.|He said so on Monday.",
        "She moved to Washington, D.C.|She was not alone.",
        "They left at 10 a.m. on Monday.",
        "They left at 10 a.m.|The others stayed.",
        "Doe Inc. said it lost money.|In May it won.",
        "It was bought by Doe Inc.|The price was not given.",
        "On Jan. 5 it rained.",
        "He sells apples, pears, etc.|They are good ones.",
        "He sells apples, etc. on Mondays.",
        "No. 10 is open.|No.|He did not say so.",
        "See Art. 5 and p. 7.|They are short.",
        "It was Plan B.|The end was near.",
        "U.S. Will ‘Respond Decisively’ If Invaded",
        "U.K. And EU Agree",
        "A meeting with U.N. Secretary-General Doe ended.",
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn quotations() {
    check(&[
        "\"Stop!\" he said.|He meant it.",
        "\"Really?\" Smith asked.|Nobody answered.",
        "“Is it over?” Prime Minister Ana Ruiz asked.|It was.",
        "“We will win.”|The crowd cheered.",
        "“Who knows?”|The crowd was silent.",
        "He said, “Go home.”|Smith left.",
        "\"We won,\" she said.|\"It was hard.\"|They left.",
        "‘It is over.’|He left.",
        "``It was a bomb,'' he said.|``You can see it.''|He left.",
        "«C'est fini.»|Il est parti.",
        "He asked “why?” and left.",
        "“No,” he said. “and never” is what I heard.|He left.",
        "He called it the “end.”|“Never,” she said.",
        "“He said ‘no.’”|She left.",
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn brackets() {
    check(&[
        "He left (and how!) at noon.|She stayed.",
        "He left.|(She stayed.)|They wept.",
        "It was built in 1999.[6]|It fell in 2001.",
        "The paper (founded in 1901 by J. Doe & Co.) has closed.",
        "He left (at last).|She stayed.",
        "The law [sic] passed.|It was bad.",
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn ellipses_and_loud_stops() {
    check(&[
        "Well... no.|Yes.",
        "He waited…|Nobody came.",
        "He waited . . . and left.",
        "What?!|Nobody knew.",
        "Stop!!!|He stopped.",
        "Yahoo! said it lost money.|It did.",
        "Yahoo! News reported it.",
        "Why not?|Because.",
        "Is it 5 p.m.?|It is.",
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn beginnings() {
    check(&[
        "It grew.|1,000 people came.",
        "It grew.|$5 is little.",
        "It is new.|iPhone sales rose.",
        "They fled.|al-Assad stayed.",
        "They fled.|@POTUS stayed.",
        "He left.|— Nobody knows why.",
        "He left.|• Nobody knows why.",
        "Она ушла.|Он остался.",
        "1. The first point is short.|It matters.",
        "approx. five men",
        "The headline has no stop",
        "He left.|#MeToo began.",
    ]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn without_white_space() {
    assert_eq!(sentences("It ended.The next day it began."), ["It ended.", "The next day it began."]);
    assert_eq!(sentences("会议结束。他离开了。"), ["会议结束。", "他离开了。"]);
    assert_eq!(sentences("Node.js is old."), ["Node.js is old."]);
    assert_eq!(sentences("See example.org. It is old."), ["See example.org.", "It is old."]);
    assert_eq!(sentences("He left.\"She stayed.\""), ["He left.", "\"She stayed.\""]);
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn sentences_stay_inside_blocks() {
    let text = "A Headline Without Stop\n\nIt rained. It\npoured.\n\n“It was wet,\n\nhe said.";
    let document = Document::read(text);
    for (index, block) in document.blocks.iter().enumerate() {
        for sentence in &document.sentences[block.sentences.clone()] {
            assert_eq!(sentence.block, index);
            assert!(block.span.contains(document.span_of(sentence.tokens.clone())));
        }
    }
    assert_eq!(document.span_of(document.sentences[0].tokens.clone()).of(text), "A Headline Without Stop");
    assert_eq!((0..document.tokens.len()).map(|t| document.sentence_of(t)).max(), Some(document.sentences.len() - 1));
}

#[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
fn addresses_that_end_a_sentence() {
    check(&[
        "She flew to Austin, Tex.|Pell stayed at home.",
        "They moved to Durham, N.C.|Ana Ruiz did not.",
        "He was shot on Oak Ave.|Moyle was not hurt.",
        "The Durham, N.C. Police Department said so.",
        "Shares of Delta Mills, Inc. Chairman Ruiz said fell.",
        "They live near Mount St. Helens and East St. Louis in May.",
        "The Main St. Bridge was closed.",
    ]);
}
