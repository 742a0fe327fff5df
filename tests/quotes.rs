//! Quotes, as tables: a text, then a line for each of its quotes.
//!
//! ```text
//! “It is late,” she said. “Go home.”
//!   > she: “It is late,” … “Go home.”
//! ```
//!
//! A quote is its speaker, a colon and its parts. `she=Ana Ruiz` also says which entity the words stand for, and
//! `they=Ana Ruiz + Bo Lind` which; `-` is nobody.
//! `¶` in a text begins a paragraph. A text without such lines has no quote.

use newsmark::{Options, Quote, QuoteKind, annotate, constructions_of};
use wasm_bindgen_test::wasm_bindgen_test;

/// A text and the quotes it should have.
fn cases(table: &str) -> Vec<(String, Vec<&str>)> {
    let mut cases: Vec<(String, Vec<&str>)> = Vec::new();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (line.strip_prefix("> "), cases.last_mut()) {
            (Some(quote), Some((_, quotes))) => quotes.push(quote),
            _ => cases.push((line.replace(" ¶ ", "\n\n"), Vec::new())),
        }
    }
    cases
}

fn shown(text: &str, quote: &Quote, entity: Option<&str>) -> String {
    let speaker = quote.speaker.as_ref().map_or("-", |speaker| &speaker.text);
    let parts: Vec<&str> = quote.parts.iter().map(|part| part.of(text)).collect();
    let entity = entity.map(|name| format!("={name}")).unwrap_or_default();
    format!("{speaker}{entity}: {}", parts.join(" … ")).replace("\n\n", " ¶ ")
}

fn check(table: &str) {
    let cases = cases(table);
    assert!(!cases.is_empty());
    let mut wrong = Vec::new();
    for (text, expected) in &cases {
        let found = annotate(text, &Options::default());
        let names_of = |quote: &Quote| {
            let entities = quote.speaker.iter().flat_map(|speaker| &speaker.entities);
            entities.map(|entity| &*found.entities[*entity].name).collect::<Vec<_>>().join(" + ")
        };
        let asks =
            |at: usize| expected.get(at).is_some_and(|line| line.split(": ").next().is_some_and(|who| who.contains('=')));
        let quotes: Vec<String> = (found.quotes.iter().enumerate())
            .map(|(at, quote)| shown(text, quote, asks(at).then(|| names_of(quote)).as_deref()))
            .collect();
        if &quotes != expected {
            let why = found.quotes.iter().zip(constructions_of(text, &Options::default()));
            let why: Vec<String> = why
                .map(|(quote, construction)| {
                    let credit = quote.speaker.as_ref().map_or(0.0, |speaker| speaker.score);
                    format!("{construction:?}, {:?}, score {:.2}, credit {credit:.2}", quote.rule, quote.score)
                })
                .collect();
            wrong.push(format!("{text}\n  expected {expected:#?}\n  found    {quotes:#?}\n  by       {why:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} texts:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[wasm_bindgen_test(unsupported = test)]
fn every_style_of_marks() {
    check(include_str!("quotes/every_style_of_marks.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn apostrophes_close_nothing() {
    check(include_str!("quotes/apostrophes_close_nothing.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn unclosed_and_reopened_marks() {
    check(include_str!("quotes/unclosed_and_reopened_marks.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn parts_of_one_quote() {
    check(include_str!("quotes/parts_of_one_quote.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn asked_and_told() {
    check(include_str!("quotes/asked_and_told.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn subjects_with_clauses_and_asides() {
    check(include_str!("quotes/subjects_with_clauses_and_asides.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn sentences_that_open_with_a_circumstance() {
    check(include_str!("quotes/sentences_that_open_with_a_circumstance.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn where_the_speaker_stands() {
    check(include_str!("quotes/where_the_speaker_stands.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn a_dateline_is_no_speech() {
    check(include_str!("quotes/a_dateline_is_no_speech.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn indirect_speech() {
    check(include_str!("quotes/indirect_speech.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn several_reports_in_a_sentence() {
    check(include_str!("quotes/several_reports_in_a_sentence.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn according_to_somebody() {
    check(include_str!("quotes/according_to_somebody.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn mixed_speech_is_one_quote() {
    check(include_str!("quotes/mixed_speech_is_one_quote.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn pronouns_and_descriptions() {
    check(include_str!("quotes/pronouns_and_descriptions.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn several_speakers_and_other_sources() {
    check(include_str!("quotes/several_speakers_and_other_sources.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn nested_quotes_belong_to_the_outer_one() {
    check(include_str!("quotes/nested_quotes_belong_to_the_outer_one.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn words_in_marks_that_nobody_says() {
    check(include_str!("quotes/words_in_marks_that_nobody_says.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn headlines() {
    check(include_str!("quotes/headlines.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn nobody_is_credited() {
    check(include_str!("quotes/nobody_is_credited.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn kinds() {
    let kind = |text: &str| annotate(text, &Options::default()).quotes.first().map(|quote| quote.kind);
    assert_eq!(kind("“The bridge is closed,” Ana Ruiz said."), Some(QuoteKind::Direct));
    assert_eq!(kind("Ana Ruiz said the bridge was “a disgrace” and had to go."), Some(QuoteKind::Mixed));
    assert_eq!(kind("Ana Ruiz said the bridge is closed."), Some(QuoteKind::Indirect));
}

/// Marks and reporting verbs in masses neither take long nor leave the text.
#[wasm_bindgen_test(unsupported = test)]
fn masses_of_marks() {
    for unit in [
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "``",
        "''",
        "“a” ",
        "he said, ",
        "said “a” ",
        "as he said, ",
        "the craft called fishing ban ",
    ] {
        let text = unit.repeat(100_000 / unit.chars().count());
        let found = annotate(&text, &Options::default());
        for quote in &found.quotes {
            assert!(quote.parts.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{unit}: parts overlap");
            assert!(quote.parts.iter().all(|part| quote.start <= part.start() && part.end() <= quote.end), "{unit}");
            assert!(text.get(quote.start..quote.end).is_some(), "{unit}: not on a boundary");
        }
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn turns_of_a_dialogue() {
    check(include_str!("quotes/turns_of_a_dialogue.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn names_below_a_quote_and_before_a_colon() {
    check(include_str!("quotes/names_below_a_quote_and_before_a_colon.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn appositions_and_reflexives_lead_to_the_name() {
    check(include_str!("quotes/appositions_and_reflexives_lead_to_the_name.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn no_speech_act() {
    check(include_str!("quotes/no_speech_act.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn names_in_marks_are_no_speech() {
    check(include_str!("quotes/names_in_marks_are_no_speech.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn side_by_side() {
    check(include_str!("quotes/side_by_side.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_sentence_before() {
    check(include_str!("quotes/the_sentence_before.txt"));
}

/// “…,” ⏎ said Ruiz. : a line may end between quoted words and who said them.
#[wasm_bindgen_test(unsupported = test)]
fn lines_that_break_before_the_speaker() {
    for text in [
        "“The cup is ours,”\nsaid Mira Holt.",
        "“The cup is ours,”\nMira Holt said.",
        "“The cup is ours,”\n\nsaid Mira Holt.",
    ] {
        let found = annotate(text, &Options::default());
        let speakers: Vec<_> = found.quotes.iter().map(|quote| quote.speaker.as_ref().map(|s| s.text.as_str())).collect();
        assert_eq!(speakers, [Some("Mira Holt")], "{text}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn what_a_verb_is_said_of() {
    check(include_str!("quotes/what_a_verb_is_said_of.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn where_a_clause_ends() {
    check(include_str!("quotes/where_a_clause_ends.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn whom_a_pronoun_stands_for() {
    check(include_str!("quotes/whom_a_pronoun_stands_for.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn who_and_which() {
    check(include_str!("quotes/who_and_which.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn roles_and_kinds() {
    check(include_str!("quotes/roles_and_kinds.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn the_person_in_the_phrase() {
    check(include_str!("quotes/the_person_in_the_phrase.txt"));
}

#[wasm_bindgen_test(unsupported = test)]
fn several_speak() {
    check(include_str!("quotes/several_speak.txt"));
}
