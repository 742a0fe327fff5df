//! Reads a corpus's documents as the library does, with the labels that each token can have.

use crate::corpora::{self, Corpus, Meaning, Sentence};
use anyhow::Result;
use newsmark::text::Document;
use newsmark::training::article::Article as Whole;
use newsmark::training::attributes::{self, Looked};
use newsmark::training::features::Reader;
use newsmark::training::labels::{self, CLASSES, Class, OUTSIDE, Position, label};
use newsmark::training::lattice::{ANY, Allowed};
use newsmark::training::runs::{self, Run};
use newsmark::training::{Model, View};
use std::ops::Range;
use std::path::Path;

/// One article of a corpus.
pub struct Article {
    /// How much it counts.
    pub weight: f32,
    /// The article as the library sees it.
    pub view: View<'static, 'static>,
    /// The tokens of its runs and around them, looked up.
    pub attributes: Looked,
    /// What the whole tells.
    pub whole: Whole,
    /// Where names may stand.
    pub runs: Vec<Run>,
    /// For the tokens of all runs, in order: the labels each may have.
    pub allowed: Vec<Allowed>,
    /// What is labelled: tokens and classes.
    pub gold: Vec<(Range<usize>, &'static [Class])>,
    /// Tokens of labels that are neither asked for nor counted against a guess.
    pub ignored: Vec<Range<usize>>,
    /// How many labelled spans no run holds.
    pub lost: usize,
}

impl Article {
    /// What all tokens may be before anything is known: no name.
    pub fn masks(&self) -> Vec<Allowed> {
        vec![1 << OUTSIDE; self.view.document.tokens.len()]
    }

    /// Takes over what the tokens of the article may be.
    pub fn allow(&mut self, masks: &[Allowed]) {
        self.allowed = self.runs.iter().flat_map(|run| masks[run.tokens.clone()].to_vec()).collect();
    }

    /// What features are read from.
    pub fn reader(&self) -> Reader<'_, 'static, 'static> {
        Reader { view: &self.view, attributes: &self.attributes, article: &self.whole }
    }
}

/// Reads a corpus. `words` is a model that knows the classes of words.
pub fn read(data: &Path, corpus: &Corpus, words: &Model) -> Result<Vec<Article>> {
    let mut documents = corpora::documents(data, corpus)?;
    if corpus.weight > 0.0 {
        for (number, document) in documents.iter_mut().enumerate() {
            headline(document, number);
        }
    }
    let tight = |number: usize| corpus.weight > 0.0 && number % 2 == 1;
    Ok(documents.iter().enumerate().map(|(number, document)| article(document, corpus, words, tight(number))).collect())
}

/// Puts one of the document's own sentences before it as a headline, in Title Case or in capitals.
fn headline(document: &mut Vec<Sentence>, number: usize) {
    let Some(sentence) = document.iter().find(|sentence| (6..30).contains(&sentence.len())) else { return };
    let small = ["of", "the", "in", "on", "and", "to", "a", "for", "at", "by", "with", "as", "from", "an", "or"];
    let title = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        if small.contains(&word) { word.to_owned() } else { first.chain(letters).collect() }
    };
    let change = |word: &str| match number % 8 {
        0 => word.to_uppercase(),
        1..=3 => title(word),
        _ => word.to_owned(),
    };
    if number % 8 > 3 {
        return;
    }
    let stop = usize::from(sentence.last().is_some_and(|(token, _)| token == "."));
    let words = sentence[..sentence.len() - stop].iter().map(|(token, tag)| (change(token), tag.clone()));
    let words: Sentence = words.collect();
    document.insert(0, words);
}

/// A text of which nothing is said.
pub fn unlabelled(text: String, weight: f32, words: &Model) -> Article {
    let document: &'static Document<'static> = Box::leak(Box::new(Document::read(text.leak())));
    let view = View::new(document);
    let runs = runs::find(&view);
    let attributes = attributes::read(&view, words, &runs);
    let whole = Whole::read(&view);
    let (allowed, gold, ignored) = (Vec::new(), Vec::new(), Vec::new());
    Article { weight, view, attributes, whole, runs, allowed, gold, ignored, lost: 0 }
}

fn article(document: &[Sentence], corpus: &Corpus, words: &Model, tight: bool) -> Article {
    let (text, spans) = corpora::build(document, tight);
    let mut article = unlabelled(text, corpus.weight, words);
    let Article { view, attributes, runs, .. } = &article;
    let document = view.document;
    let mut masks = article.masks();
    if !corpus.miscellaneous {
        masks.iter_mut().for_each(|mask| *mask |= positions(Class::Miscellaneous));
    }
    let (mut gold, mut ignored, mut lost) = (Vec::new(), Vec::new(), 0);
    for span in &spans {
        let mut tokens = overlapping(document, span.start, span.end);
        let classes = match corpora::meaning(&span.label) {
            Meaning::Name(classes) => classes,
            Meaning::Nothing => {
                masks[tokens.clone()].fill(1 << OUTSIDE);
                ignored.push(tokens);
                continue;
            }
            Meaning::Unknown => {
                masks[tokens].fill(ANY);
                continue;
            }
        };
        let classes = refine(view, attributes, corpus, tokens.clone(), classes);
        if classes == [Class::Person] {
            tokens.start = untitled(view, attributes, tokens.clone(), span.label == "per");
        }
        let mut classes = classes;
        // "Geneva-based" is labelled as one thing by some; the name in it is Geneva.
        let derived =
            |step: usize, what: &dyn Fn(usize) -> bool| tokens.end > tokens.start + step && what(tokens.end - step);
        if corpus.weight > 0.0
            && derived(1, &|at| !attributes::capital(view, at) && document.tokens[at].glued)
            && derived(2, &|at| view.lower.is(at, "-") && document.tokens[at].glued)
            && classes.contains(&Class::Miscellaneous)
        {
            tokens.end -= 2;
            classes = &[Class::Place, Class::Organization, Class::Group, Class::Person];
        }
        if runs.iter().any(|run| run.tokens.start <= tokens.start && tokens.end <= run.tokens.end) {
            mark(&mut masks, tokens.clone(), classes);
        } else {
            lost += 1;
            masks[tokens.clone()].fill(ANY);
        }
        gold.push((tokens, classes));
    }
    article.allow(&masks);
    Article { gold, ignored, lost, ..article }
}

/// The tokens that a stretch of bytes has a part of.
pub fn overlapping(document: &Document, from: usize, to: usize) -> Range<usize> {
    let start = document.tokens.partition_point(|token| token.span.end() <= from);
    let end = document.tokens.partition_point(|token| token.span.start() < to);
    start..end.max(start)
}

/// Where lists tell groups from other things, and countries from their people.
fn refine(
    view: &View,
    attributes: &Looked,
    corpus: &Corpus,
    tokens: Range<usize>,
    classes: &'static [Class],
) -> &'static [Class] {
    let lists = |bits: u16| attributes[tokens.start].lists & bits != 0;
    let single = tokens.len() == 1;
    match (classes, corpus.name) {
        ([Class::Group, Class::Place], _) => {
            if lists(1 | 2) && !lists(16) {
                &[Class::Place]
            } else {
                &[Class::Group]
            }
        }
        ([Class::Place], "redocred") if single && lists(16) && !lists(1 | 2) => &[Class::Group],
        ([Class::Miscellaneous, Class::Group], _) if corpus.weight > 0.0 => {
            if corpus.groups {
                &[Class::Miscellaneous]
            } else if single && lists(16) {
                &[Class::Group]
            } else if tokens.len() > 2 || view.document.tokens[tokens.start].case == newsmark::text::Case::Upper {
                &[Class::Miscellaneous]
            } else {
                classes
            }
        }
        _ => classes,
    }
}

/// Where a person's name begins after the titles before it.
fn untitled(view: &View, attributes: &Looked, tokens: Range<usize>, any: bool) -> usize {
    let mut start = tokens.start;
    while start + 1 < tokens.end {
        let honorific = matches!(view.lower[start].trim_end_matches('.'), "mr" | "mrs" | "ms" | "dr" | "prof" | "messrs");
        if honorific || any && attributes[start].trade & (1 | 32) != 0 {
            start += 1;
        } else if any && start > tokens.start && view.lower.is(start, "of") && start + 2 < tokens.end {
            start += 2;
        } else {
            break;
        }
    }
    start
}

/// Says that a name of one of some classes stands at some tokens.
pub fn mark(masks: &mut [Allowed], tokens: Range<usize>, classes: &[Class]) {
    let (start, end) = (tokens.start, tokens.end);
    for at in tokens {
        let position = match (at == start, at + 1 == end) {
            (true, true) => Position::Single,
            (true, false) => Position::Begin,
            (false, false) => Position::Inside,
            (false, true) => Position::End,
        };
        masks[at] = classes.iter().fold(0, |mask, &class| mask | 1 << label(class, position));
    }
}

fn positions(class: Class) -> Allowed {
    let all = [Position::Begin, Position::Inside, Position::End, Position::Single];
    all.into_iter().fold(0, |mask, position| mask | 1 << label(class, position))
}

/// Right, found and labelled names, by class.
#[derive(Clone, Copy, Default)]
pub struct Counts([[u32; 3]; CLASSES]);

impl Counts {
    /// Compares what was found in an article with its labels; tells of each name found whether it is right, where that is
    /// asked for.
    pub fn add(&mut self, article: &Article, coarse: bool, found: &[(Range<usize>, Class)]) -> Vec<Option<bool>> {
        let kind = |class: Class| if coarse && class == Class::Group { Class::Miscellaneous } else { class } as usize;
        article.gold.iter().for_each(|(_, classes)| self.0[kind(classes[0])][2] += 1);
        let judge = |(tokens, class): &(Range<usize>, Class)| {
            if article.ignored.iter().any(|other| other.start < tokens.end && tokens.start < other.end) {
                return None;
            }
            let right = article.gold.iter().any(|(gold, classes)| gold == tokens && kind(classes[0]) == kind(*class));
            self.0[kind(*class)][1] += 1;
            self.0[kind(*class)][0] += u32::from(right);
            Some(right)
        };
        found.iter().map(judge).collect()
    }

    /// F1 of the first so many classes together, in per cent.
    pub fn f1(&self, classes: &[Class]) -> f64 {
        let sum = |column: usize| classes.iter().map(|&class| f64::from(self.0[class as usize][column])).sum::<f64>();
        200.0 * sum(0) / (sum(1) + sum(2)).max(1.0)
    }

    /// The three classes that all corpora have, all of them, and each.
    pub fn shown(&self) -> String {
        let each: Vec<String> = labels::ALL.iter().map(|&class| format!("{:.1}", self.f1(&[class]))).collect();
        format!("{:.2}/{:.2} ({})", self.f1(&labels::ALL[..3]), self.f1(&labels::ALL), each.join(" "))
    }
}
