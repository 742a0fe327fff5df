//! Counts how often each construction of `src/quotes/constructions.rs` is found in an annotated corpus, and how often it is right.

use crate::annotated::Article;
use crate::antecedents::last_word;
use anyhow::{Context, Result};
use newsmark::Construction;
use newsmark::training::text::Document;
use newsmark::training::{entities_in, quotes_in, syntax};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// What was found by one construction.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// Quotes, those of no account aside.
    found: usize,
    /// An annotated quote has half of their words.
    quotes: usize,
    /// An annotated quote has the same ends.
    exact: usize,
    /// And the speaker is right, by the words and by the name.
    clean: usize,
}

/// Prints a table of all constructions, those first that are found most often.
pub fn measure(gold: &Path) -> Result<()> {
    let text = std::fs::read_to_string(gold).with_context(|| format!("cannot read {}", gold.display()))?;
    let mut tallies: HashMap<Construction, Tally> = HashMap::new();
    for (number, line) in text.lines().enumerate() {
        let gold: Value = serde_json::from_str(line).with_context(|| format!("line {}", number + 1))?;
        count(gold["text"].as_str().context("an article without text")?, &gold["quotes"], &mut tallies);
    }
    let mut rows: Vec<(Construction, Tally)> =
        Construction::all().map(|row| (row, tallies.get(&row).copied().unwrap_or_default())).collect();
    rows.sort_by_key(|(_, tally)| std::cmp::Reverse(tally.found));
    println!("| construction | found | a quote, % | same ends, % | clean, % |\n|---|---|---|---|---|");
    for (row, Tally { found, quotes, exact, clean }) in rows {
        let [quotes, exact, clean] = [quotes, exact, clean].map(|right| 100.0 * right as f64 / found.max(1) as f64);
        println!("| {row:?} | {found} | {quotes:.0} | {exact:.0} | {clean:.0} |");
    }
    Ok(())
}

fn count(text: &str, annotated: &Value, tallies: &mut HashMap<Construction, Tally>) {
    let annotated = Article::read(text, annotated);
    let document = Document::read(text);
    let entities = entities_in(&document);
    let found = quotes_in(&document, &entities, &syntax::tag(&document));
    let parts: Vec<_> = found.iter().map(|quote| quote.parts.clone()).collect();
    for (quote, judged) in found.iter().zip(annotated.judge(&parts)) {
        let Some(judged) = judged else { continue };
        let tally = tallies.entry(quote.construction).or_default();
        let gold = judged.gold.map(|gold| &annotated.quotes[gold]);
        let credited = match (&quote.speaker, gold.and_then(|gold| gold.speaker.as_ref())) {
            (Some(speaker), Some(other)) => {
                let words = speaker.span.start()..speaker.span.end();
                let name = speaker.entities.first().map_or(&text[words.clone()], |&entity| &entities.entities[entity].name);
                let named = gold.and_then(|gold| gold.name.as_deref());
                annotated.same_words(other, &words) && named.is_none_or(|gold| last_word(name) == last_word(gold))
            }
            (speaker, other) => speaker.is_none() && other.is_none(),
        };
        tally.found += 1;
        tally.quotes += usize::from(gold.is_some());
        tally.exact += usize::from(judged.exact);
        tally.clean += usize::from(judged.exact && gold.is_some() && credited);
    }
}
