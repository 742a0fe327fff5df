//! Scores of quotes: probabilities, in the order that a reader would give them; and what is too improbable to be shown.

use newsmark::{Options, Quote, annotate};
use wasm_bindgen_test::wasm_bindgen_test;

fn quotes(text: &str) -> Vec<Quote> {
    annotate(text, &Options::default()).quotes
}

/// The least of what is found in a text by some score; 0 where nothing is.
fn least(text: &str, score: fn(&Quote) -> f32) -> f32 {
    quotes(text).iter().map(score).reduce(f32::min).unwrap_or(0.0)
}

fn in_order(table: &str, score: fn(&Quote) -> f32) {
    let mut wrong = Vec::new();
    let pairs = table.lines().map(str::trim).filter(|line| !line.is_empty());
    for pair in pairs {
        let (sure, doubtful) = pair.split_once(" > ").expect("two texts");
        let [high, low] = [sure, doubtful].map(|text| least(&text.replace(" ¶ ", "\n\n"), score));
        if high <= low {
            wrong.push(format!("{high:.2} {sure}\n{low:.2} {doubtful}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[wasm_bindgen_test(unsupported = test)]
fn surer_words_score_higher() {
    in_order(include_str!("quotes/scores/words.txt"), |quote| quote.score);
}

#[wasm_bindgen_test(unsupported = test)]
fn surer_credits_score_higher() {
    in_order(include_str!("quotes/scores/credits.txt"), |quote| quote.speaker.as_ref().map_or(0.0, |speaker| speaker.score));
}

#[wasm_bindgen_test(unsupported = test)]
fn absurd_objects_are_not_shown() {
    for text in include_str!("quotes/scores/not_shown.txt").lines() {
        let found = quotes(text);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn whole_utterances_in_marks_are_shown_however_doubtful() {
    let found = quotes("The hall was dark and cold.\n\n“Nobody has paid for the lamps since the spring.”\n\nRain fell.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].score < 0.9, "{found:?}");
}

#[wasm_bindgen_test(unsupported = test)]
fn scores_are_probabilities() {
    let tables = [include_str!("quotes/scores/words.txt"), include_str!("quotes/scores/credits.txt")];
    for text in tables.iter().flat_map(|table| {
        table.split([' ', '\n']).collect::<Vec<_>>().chunks(40).map(|words| words.join(" ")).collect::<Vec<_>>()
    }) {
        for quote in quotes(&text) {
            let credit = quote.speaker.as_ref().map_or(0.0, |speaker| speaker.score);
            assert!((0.0..=1.0).contains(&quote.score) && (0.0..=1.0).contains(&credit), "{quote:?}");
        }
    }
}
