//! Prepares articles as the net sees them, for many epochs.

use crate::articles::Article;
use newsmark::training::hashing::ByHash;
use newsmark::training::lattice::Allowed;
use newsmark::training::net::inputs::{self, Input, Longest, PLACES};
use newsmark::training::net::weights::{FIRST, LONGER};
use newsmark::training::runs::Run;

/// The tokens of the longer name with a word, as places of the article's inputs, and what is alike in it.
pub type Elsewhere = ([Option<u32>; LONGER], u8);

/// A run.
pub struct Sight {
    /// Its tokens and those around it: the place of its input, and the flags of where it stands; none beyond the sentence.
    pub around: Vec<Option<(u32, u64)>>,
    /// The words of its tokens, numbered within the article, and whether this is one of the places that are looked at.
    pub words: Vec<(u32, bool)>,
    /// The longer names with them.
    pub longer: Vec<Option<Elsewhere>>,
    /// The labels that each may have.
    pub allowed: Vec<Allowed>,
}

/// An article.
pub struct Example {
    /// How much it counts.
    pub weight: f32,
    /// Tokens by themselves, each kind once.
    pub alone: Vec<Input>,
    /// Its runs.
    pub runs: Vec<Sight>,
    /// How many words its runs have.
    pub words: usize,
    /// How many tokens.
    pub tokens: usize,
}

impl Example {
    /// What the net sees of an article.
    pub fn of(article: &Article, weight: f32) -> Self {
        let reader = article.reader();
        let (mut places, mut words) = (ByHash::default(), ByHash::default());
        let mut example = Example { weight, alone: Vec::new(), runs: Vec::new(), words: 0, tokens: article.allowed.len() };
        let mut from = 0;
        for Run { tokens: run, sentence } in &article.runs {
            let mut place = |at: usize| {
                *places.entry(u64::from(article.attributes.place(at))).or_insert_with(|| {
                    example.alone.push(inputs::alone(&reader, at));
                    example.alone.len() as u32 - 1
                })
            };
            let inside = &article.view.document.sentences[*sentence].tokens;
            let reach = FIRST / 2;
            let around = (run.start..run.end + 2 * reach).map(|at| {
                let at = at.checked_sub(reach).filter(|at| inside.contains(at))?;
                Some((place(at), inputs::here(&reader, at, *sentence)))
            });
            let around = around.collect();
            let longer = run.clone().map(|at| {
                let longest = Longest::of(&reader, at).filter(|longest| !run.contains(&longest.start))?;
                Some((longest.tokens.map(|token| token.map(&mut place)), longest.alike))
            });
            let longer = longer.collect();
            let numbers = run.clone().map(|at| {
                let next = (words.len() as u32, 0);
                let (word, places) = words.entry(article.view.lower.number(at) as u64).or_insert(next);
                *places += 1;
                (*word, *places <= PLACES)
            });
            let numbers = numbers.collect();
            let allowed = article.allowed[from..from + run.len()].to_vec();
            from += run.len();
            example.runs.push(Sight { around, words: numbers, longer, allowed });
        }
        example.words = words.len();
        example
    }
}
