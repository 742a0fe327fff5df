//! The lexicon: which labels a word can have, and which an unknown word can have by its ending.

use super::treebank::Sentence;
use newsmark::training::syntax::words::{ending, ends, key, open};
use newsmark::training::syntax::{LABELS, Label, Mask, Tag, only};
use newsmark::training::text::{Case, Document, TokenKind};
use std::collections::BTreeMap;

/// A word met less often is not in the lexicon.
const MET: f32 = 3.0;
/// A word that rare tells what unknown words with its ending may be.
const RARE: f32 = 8.0;
/// A word met less often may be what its ending may be, too.
const SURE: f32 = 12.0;
/// A word met that often in lower case is what it is there; with a capital it may be a name besides.
const SMALL: f32 = 4.0;
/// A label in fewer of a word's places is a mistake.
const SHARE: f32 = 0.004;
/// The same of an ending.
const ENDING_SHARE: f32 = 0.01;
/// An ending met less often tells nothing.
const ENDING_MET: f32 = 15.0;
/// Most sets of labels.
const SETS: usize = 250;

/// The sets, and the set of each word and ending.
pub struct Lexicon {
    pub sets: Vec<Mask>,
    pub entries: Vec<(u64, u8)>,
}

type Counts = [f32; LABELS];

/// Makes the lexicon of some sentences.
pub fn of(sentences: &[Sentence]) -> Lexicon {
    // Of words in lower case, and of all.
    let mut small: BTreeMap<u64, Counts> = BTreeMap::new();
    let mut words: BTreeMap<u64, (Counts, String)> = BTreeMap::new();
    for sentence in sentences {
        let document = Document::read(&sentence.text);
        for (at, known) in sentence.gold.iter().enumerate() {
            let Some(label) = known.label else { continue };
            if document.tokens[at].kind == TokenKind::Word && document.tokens[at].case == Case::Lower {
                let counts = small.entry(key(&document, at)).or_insert([0.0; LABELS]);
                counts[usize::from(label.number())] += sentence.weight;
            }
            let letters = if document.tokens[at].kind == TokenKind::Word { &document.lower[at] } else { "" };
            let entry = words.entry(key(&document, at)).or_insert_with(|| ([0.0; LABELS], letters.to_owned()));
            entry.0[usize::from(label.number())] += sentence.weight;
        }
    }
    let mut endings: BTreeMap<&str, Counts> = BTreeMap::new();
    for (counts, letters) in words.values() {
        let all: f32 = counts.iter().sum();
        if all < RARE && !letters.is_empty() {
            for end in ends(letters) {
                let sums = endings.entry(end).or_insert([0.0; LABELS]);
                sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            }
        }
    }
    let met = endings.iter().filter(|(end, counts)| end.is_empty() || counts.iter().sum::<f32>() >= ENDING_MET);
    let endings: BTreeMap<&str, Mask> = met.map(|(&end, counts)| (end, mask(counts, ENDING_SHARE))).collect();
    let ending_of = |letters: &str| ends(letters).find_map(|end| endings.get(end)).copied().unwrap_or(1);

    let mut masks: Vec<(u64, Mask, f32)> = Vec::new();
    for (&hash, (counts, letters)) in &words {
        let all: f32 = counts.iter().sum();
        if all >= MET || letters.is_empty() && all >= 1.0 {
            let common = small.get(&hash).filter(|small| small.iter().sum::<f32>() >= SMALL);
            let mut labels = mask(common.unwrap_or(counts), SHARE);
            if !open(labels) {
                labels |= mask(counts, SHARE);
            }
            if all < SURE && !letters.is_empty() {
                labels |= related(labels | ending_of(letters));
            }
            masks.push((hash, labels, all));
        }
    }
    // What an ending says that a shorter one says already need not be kept.
    for (&end, &mask) in &endings {
        let shorter = ends(end).skip(1).find_map(|shorter| endings.get(shorter).filter(|_| shorter.len() < end.len()));
        if end.is_empty() || shorter != Some(&mask) {
            masks.push((ending(end), related(mask), 100.0));
        }
    }
    limited(&masks)
}

fn mask(counts: &Counts, share: f32) -> Mask {
    let all: f32 = counts.iter().sum();
    let labels = counts.iter().enumerate().filter(|(_, count)| **count > 0.0 && **count >= all * share);
    labels.fold(0, |mask, (label, _)| mask | 1 << label)
}

/// Forms that are written alike go together.
fn related(mut mask: Mask) -> Mask {
    let (base, present) = (only(Label::usual(Tag::Base)), only(Label::usual(Tag::Present)));
    for (one, other) in [(base, present), (present, base)] {
        if mask & one != 0 {
            mask |= other;
        }
    }
    mask
}

/// The commonest sets; a word with another has the smallest common one that holds it.
fn limited(masks: &[(u64, Mask, f32)]) -> Lexicon {
    let mut counts: BTreeMap<Mask, f32> = BTreeMap::new();
    masks.iter().for_each(|&(_, mask, all)| *counts.entry(mask).or_default() += libm::powf(all, 0.8));
    let everything = masks.iter().fold(0, |all, &(_, mask, _)| all | mask);
    let mut common: Vec<(Mask, f32)> = counts.into_iter().collect();
    common.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    common.truncate(SETS);
    let mut sets: Vec<Mask> = common.into_iter().map(|(mask, _)| mask).collect();
    if !sets.contains(&everything) {
        sets.push(everything);
    }
    sets.sort_unstable();
    let set = |mask: Mask| {
        let holding = sets.iter().enumerate().filter(|(_, set)| *set & mask == mask);
        holding.min_by_key(|(_, set)| set.count_ones()).map_or(0, |(index, _)| index as u8)
    };
    let entries = masks.iter().map(|&(hash, mask, _)| (hash, set(mask))).collect();
    println!("  lexicon: {} entries, {} sets", masks.len(), sets.len());
    Lexicon { sets, entries }
}
