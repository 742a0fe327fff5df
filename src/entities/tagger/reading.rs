//! Reading an article twice: the labels of its runs, first without and then with what the first reading decided. Where they are unsure
//! then, a net is asked.
#![expect(clippy::indexing_slicing, reason = "a run's rows and labels are as many as its tokens")]

use super::alone::Alone;
use super::article::{Article, Decided};
use super::attributes;
use super::features::Reader;
use super::labels::{self, CLASSES, Class, LABELS, Position};
use super::lattice::{ANY, Chain, Lattice, Row};
use super::net::reading::Asked;
use super::net::weights::Net;
use super::runs::{self, LONGEST, Run};
use crate::entities::casing::View;
use crate::model::tagger::{Model, Steps, WIDTH};
use crate::room;
use std::array::from_fn;
use std::ops::Range;

/// A name as the labels have it.
#[derive(Clone, PartialEq, Debug)]
pub struct Labelled {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its class.
    pub class: Class,
    /// Probability by the model, not yet calibrated.
    pub probability: f32,
    /// The same with each other class in place of its own.
    pub classes: [f32; CLASSES],
}

impl Labelled {
    /// A name that is found by other means than labels.
    pub fn certain(tokens: Range<usize>, class: Class, probability: f32) -> Self {
        let mut classes = [0.0; CLASSES];
        classes[class as usize] = probability;
        Labelled { tokens, class, probability, classes }
    }
}

/// How many tokens' sums are kept for the second reading: so many, or one for so many bytes, of which news has 20 for each. What a
/// text has beyond these is added up anew: it takes time, and the same memory for any text.
const KEPT: usize = 256;
const BYTES_FOR_ONE: usize = 16;

/// The net is asked where the best labels of a run are less probable than 0.7: the logarithm of that.
const UNSURE: f32 = -0.356_675;
/// What the sums of model and net are worth together: their mean, and a little more, for two that err in different ways are surer than
/// either.
const TOGETHER: f32 = 1.3 / 2.0;

/// Reads an article with a model, and with a net where there is one.
pub fn read(view: &View, model: &Model, net: Option<&Net>) -> Vec<Labelled> {
    read_keeping(view, model, net, KEPT.max(view.document.text.len() / BYTES_FOR_ONE))
}

/// The same, where the sums of so many tokens are kept.
fn read_keeping(view: &View, model: &Model, net: Option<&Net>, most: usize) -> Vec<Labelled> {
    let runs = runs::find(view);
    let attributes = attributes::read(view, model, &runs);
    let article = Article::read(view);
    let reader = Reader { view, attributes: &attributes, article: &article };
    let tokens: usize = runs.iter().map(|run| run.tokens.len()).sum();
    let mut kept: Vec<Steps> = Vec::with_capacity(tokens.min(most + LONGEST));
    let (mut lattice, mut rows, mut labels) = (Lattice::default(), Vec::new(), Vec::new());

    let (best, sums) = (Chain::best(&model.transitions), Chain::sums(&model.transitions));
    let (mut decided, mut adding) =
        (Decided::default(), Adding { reader: &reader, model, alone: Alone::default(), features: Vec::new() });
    let mut steps = Vec::new();
    for run in &runs {
        let steps = if kept.len() < most {
            &mut kept
        } else {
            steps.clear();
            &mut steps
        };
        let from = steps.len();
        adding.first(run, steps);
        weigh(&steps[from..], model.step, &mut rows);
        lattice.decode(&rows, &best, &mut labels);
        decide(&mut decided, view, &run.tokens, &labels);
    }

    let (mut names, mut asked) = (Vec::new(), Vec::new());
    let mut from = 0;
    for (number, run) in runs.iter().enumerate() {
        let steps = if from < kept.len() {
            &mut kept[from..from + run.tokens.len()]
        } else {
            steps.clear();
            adding.first(run, &mut steps);
            &mut steps[..]
        };
        adding.second(run, &decided, steps);
        from += run.tokens.len();
        weigh(steps, model.step, &mut rows);
        let worth = lattice.decode(&rows, &best, &mut labels);
        let all = lattice.forward(&rows, &sums, |_| ANY);
        if net.is_some() && worth - all < UNSURE {
            room::make(&mut asked, number, runs.len());
            asked.push(number as u32);
        } else {
            take(&mut names, &mut lattice, &sums, run, &labels, view);
        }
    }
    let Some(net) = net.filter(|_| !asked.is_empty()) else { return names };
    let transitions = from_fn(|from| mean(&model.transitions[from], &net.transitions[from]));
    let (best, sums) = (Chain::best(&transitions), Chain::sums(&transitions));
    let mut asking = Asked::of(&reader, net, &runs, &asked);
    // Those that the net reads, in a list of their own: it grows by how far in the text they are.
    let (mut by_net, mut late, mut asked) = (Vec::new(), Vec::new(), asked.into_iter().peekable());
    let mut from = 0;
    for (number, run) in runs.iter().enumerate() {
        let here = from..from + run.tokens.len();
        from = here.end;
        if asked.next_if_eq(&(number as u32)).is_none() {
            continue;
        }
        if let Some(kept) = kept.get(here) {
            weigh(kept, model.step, &mut rows);
        } else {
            steps.clear();
            adding.first(run, &mut steps);
            adding.second(run, &decided, &mut steps);
            weigh(&steps, model.step, &mut rows);
        }
        asking.read(run, &mut by_net);
        rows.iter_mut().zip(&by_net).for_each(|(row, by_net)| *row = mean(row, by_net));
        lattice.decode(&rows, &best, &mut labels);
        lattice.forward(&rows, &sums, |_| ANY);
        take(&mut late, &mut lattice, &sums, run, &labels, view);
    }
    drop((asking, kept));
    room::merge(&mut names, late, |name| name.tokens.start);
    names
}

/// What the lattice and the net say together.
fn mean(one: &Row, other: &Row) -> Row {
    from_fn(|label| (one[label] + other[label]) * TOGETHER)
}

/// Notes the names that labels mark in a run, each with its probability.
fn take(names: &mut Vec<Labelled>, lattice: &mut Lattice, sums: &Chain, run: &Run, labels: &[u8], view: &View) {
    if labels.iter().all(|&label| label as usize == labels::OUTSIDE) {
        return;
    }
    lattice.backward(sums);
    for (tokens, class) in names_of(labels) {
        // The label of another class at the same position.
        let classes = labels::ALL.map(|other| {
            let labels = labels[tokens.clone()].iter().map(|&label| label as usize - class as usize + other as usize);
            lattice.path(tokens.start, labels, sums)
        });
        let (start, probability) = (run.tokens.start, classes[class as usize]);
        room::make(names, start + tokens.start, view.document.tokens.len());
        names.push(Labelled { tokens: start + tokens.start..start + tokens.end, class, probability, classes });
    }
}

/// Adds up the weights of features.
struct Adding<'a, 'd, 't, 'm> {
    reader: &'a Reader<'a, 'd, 't>,
    model: &'a Model<'m>,
    alone: Alone,
    features: Vec<u64>,
}

impl Adding<'_, '_, '_, '_> {
    /// Appends the sums of a run's tokens in the first reading.
    fn first(&mut self, Run { tokens, sentence }: &Run, steps: &mut Vec<Steps>) {
        for at in tokens.clone() {
            let mut row = [0; WIDTH];
            let near = self.reader.near(at, *sentence);
            self.alone.add(self.reader, self.model, at, near, &mut row);
            self.features.clear();
            self.reader.together(at, tokens, *sentence, near, |feature| self.features.push(feature));
            self.model.add(&self.features, &mut row);
            steps.push(row);
        }
    }

    /// Adds to them what the second reading knows.
    fn second(&mut self, Run { tokens, sentence }: &Run, decided: &Decided, steps: &mut [Steps]) {
        for (at, row) in tokens.clone().zip(steps) {
            self.features.clear();
            self.reader.decided(at, *sentence, decided, |feature| self.features.push(feature));
            self.model.add(&self.features, row);
        }
    }
}

fn weigh(steps: &[Steps], step: f32, rows: &mut Vec<Row>) {
    rows.clear();
    rows.extend(steps.iter().map(|steps| {
        let mut row = [0.0; LABELS];
        row.iter_mut().zip(steps).for_each(|(weight, &steps)| *weight = f32::from(steps) * step);
        row
    }));
}

/// Notes what a run's labels say.
pub fn decide(decided: &mut Decided, view: &View, run: &Range<usize>, labels: &[u8]) {
    for (tokens, class) in names_of(labels) {
        decided.name(view, run.start + tokens.start..run.start + tokens.end, class);
    }
    for (at, _) in run.clone().zip(labels).filter(|(_, label)| **label as usize == labels::OUTSIDE) {
        decided.outside(view, at);
    }
}

/// The names that labels mark, as ranges of them.
pub fn names_of(labels: &[u8]) -> impl Iterator<Item = (Range<usize>, Class)> {
    let mut start = 0;
    labels.iter().enumerate().filter_map(move |(at, &label)| match labels::meaning(label as usize)? {
        (_, Position::Begin) => {
            start = at;
            None
        }
        (_, Position::Inside) => None,
        (class, Position::End) => Some((start..at + 1, class)),
        (class, Position::Single) => Some((at..at + 1, class)),
    })
}

#[cfg(test)]
mod tests {
    use super::super::net;
    use super::read_keeping;
    use crate::entities::casing::View;
    use crate::model::tagger::model;
    use crate::text::Document;

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn sums_that_are_not_kept_are_the_same() {
        let text = "Ana Ruiz of Lima met Jon Vale in Paris. The Harbour Company of Solvik said so. Ruiz left for Oslo, and Vale for \
                    Rome. Harbour shares fell.\n\n"
            .repeat(3);
        let document = Document::read(&text);
        let view = View::new(&document);
        let model = model().expect("the committed model");
        let net = net().expect("the committed net");
        let all = read_keeping(&view, model, Some(net), usize::MAX / 2);
        assert!(all.len() > 20, "{} names", all.len());
        for most in [0, 1, 10, 30] {
            assert_eq!(read_keeping(&view, model, Some(net), most), all, "{most} kept");
        }
    }
}
