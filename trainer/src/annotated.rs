//! Reads annotated quotes, and decides which quotes found are right, by the rules of `score_quotes.py --speech`.

use newsmark::Span;
use serde_json::Value;
use std::collections::HashSet;
use std::ops::Range;

/// Two quotes that share so much of their words are the same one.
const SAME: f64 = 0.5;

/// What surrounds a quote without being said.
const AROUND: &[char] = &[' ', '\t', '\r', '\n', '"', '“', '”', '«', '»', '‘', '’', '\'', '`', ',', '.', ';', ':'];

/// An annotated quote, in bytes.
pub struct Annotated {
    parts: Vec<Range<usize>>,
    pub speaker: Option<Range<usize>>,
    /// The speaker's name, as a program gave it.
    pub name: Option<String>,
    /// Reported without marks by a verb that is none of speech: neither right nor wrong.
    ignored: bool,
    words: HashSet<usize>,
}

/// An annotated article.
pub struct Article<'t> {
    text: &'t str,
    words: Vec<Range<usize>>,
    pub quotes: Vec<Annotated>,
}

/// How a quote that was found compares.
pub struct Judged {
    /// Whether the span is right.
    pub exact: bool,
    /// The annotated quote that it is.
    pub gold: Option<usize>,
}

impl<'t> Article<'t> {
    pub fn read(text: &'t str, annotated: &Value) -> Self {
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let range = |value: &Value| {
            Some(*bytes.get(value.get(0)?.as_u64()? as usize)?..*bytes.get(value.get(1)?.as_u64()? as usize)?)
        };
        let whole = |value: &Value| {
            Some(*bytes.get(value["start"].as_u64()? as usize)?..*bytes.get(value["end"].as_u64()? as usize)?)
        };
        let words = words(text);
        let quotes = annotated.as_array().into_iter().flatten().map(|quote| {
            let parts: Vec<Range<usize>> = match quote["parts"].as_array() {
                Some(parts) => parts.iter().filter_map(range).collect(),
                None => whole(quote).into_iter().collect(),
            };
            Annotated {
                words: words_of(&words, &parts),
                parts,
                speaker: whole(&quote["speaker"]),
                name: quote["speaker_canonical"].as_str().map(str::to_owned),
                ignored: quote["speech"] == false && quote["kind"] == "indirect",
            }
        });
        let quotes = quotes.filter(|quote| !quote.words.is_empty()).collect();
        Article { text, quotes, words }
    }

    /// Judges all quotes found in it; none if it is of no account.
    pub fn judge(&self, found: &[Vec<Span>]) -> Vec<Option<Judged>> {
        let ranges = |parts: &[Span]| parts.iter().map(|part| part.start()..part.end()).collect::<Vec<_>>();
        let found: Vec<(Range<usize>, HashSet<usize>)> =
            found.iter().map(|parts| (self.trimmed(&ranges(parts)), words_of(&self.words, &ranges(parts)))).collect();
        let speech = || self.quotes.iter().enumerate().filter(|(_, gold)| !gold.ignored);
        let mut pairs = Vec::new();
        for (index, (_, words)) in found.iter().enumerate() {
            pairs.extend(
                speech().map(|(gold, quote)| (shared(words, &quote.words), gold, index)).filter(|pair| pair.0 > 0.0),
            );
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(b.2.cmp(&a.2)));
        let (mut taken, mut match_of) = (HashSet::new(), vec![None; found.len()]);
        let mut seen = HashSet::new();
        for (jaccard, gold, index) in pairs {
            if taken.contains(&gold) || seen.contains(&index) {
                continue;
            }
            taken.insert(gold);
            seen.insert(index);
            match_of[index] = Some(gold).filter(|_| jaccard >= SAME);
        }
        let mut left: Vec<Range<usize>> = speech().map(|(_, quote)| self.trimmed(&quote.parts)).collect();
        let judge = |((span, words), gold): (&(Range<usize>, HashSet<usize>), Option<usize>)| {
            let inside = |quote: &&Annotated| 2 * words.intersection(&quote.words).count() >= words.len();
            let is_other = self.quotes.iter().filter(|quote| quote.ignored).any(|quote| inside(&quote));
            if words.is_empty() || is_other && !speech().any(|(_, quote)| shared(words, &quote.words) >= 0.3) {
                return None;
            }
            let same = left.iter().position(|other| other == span);
            if let Some(at) = same {
                left.swap_remove(at);
            }
            Some(Judged { exact: same.is_some(), gold })
        };
        found.iter().zip(match_of).map(judge).collect()
    }

    /// From its first letter to its last.
    fn trimmed(&self, parts: &[Range<usize>]) -> Range<usize> {
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return 0..0 };
        let text = &self.text[first.start..last.end];
        let start = first.start + text.len() - text.trim_start_matches(AROUND).len();
        start..start + text.trim_matches(AROUND).len()
    }

    /// Whether two ranges hold the same words, articles aside.
    pub fn same_words(&self, one: &Range<usize>, other: &Range<usize>) -> bool {
        let of = |range: &Range<usize>| {
            let mut all: Vec<usize> = words_of(&self.words, std::slice::from_ref(range)).into_iter().collect();
            all.retain(|&word| !matches!(self.text[self.words[word].clone()].to_lowercase().as_str(), "the" | "a" | "an"));
            all.sort_unstable();
            all
        };
        of(one) == of(other)
    }
}

/// The share of the words of two quotes that both have.
fn shared(one: &HashSet<usize>, other: &HashSet<usize>) -> f64 {
    let both = one.intersection(other).count();
    both as f64 / (one.len() + other.len() - both).max(1) as f64
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| letter.is_alphanumeric() || *letter == '_') {
        let end = at + letter.len_utf8();
        match words.last_mut() {
            Some(word) if word.end == at => word.end = end,
            _ => words.push(at..end),
        }
    }
    words.retain(|word| !text[word.clone()].starts_with('_'));
    words
}

fn words_of(words: &[Range<usize>], parts: &[Range<usize>]) -> HashSet<usize> {
    let of = |part: &Range<usize>| {
        let (start, end) =
            (words.partition_point(|word| word.end <= part.start), words.partition_point(|word| word.start < part.end));
        start..end.max(start)
    };
    parts.iter().flat_map(of).collect()
}
