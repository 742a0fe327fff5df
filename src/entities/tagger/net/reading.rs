//! The net at work: the runs it is asked for, in the light of all places of their words.
#![expect(
    clippy::indexing_slicing,
    reason = "indices are those of the document; lists beside it have an entry for each token"
)]

use super::inputs::{self, Longest, OF, PLACES};
use super::weights::{
    FIRST, FIRST_BIAS, LABELS_BIAS, LONGER, Net, OF_FIRST, OF_FLAGS, OF_LABELS, OF_LONGER, OF_PLACES, OF_SECOND,
    PLACES_BIAS, Row, SECOND, SECOND_BIAS, WIDTH,
};
use crate::entities::tagger::features::Reader;
use crate::entities::tagger::labels::LABELS;
use crate::entities::tagger::lattice;
use crate::entities::tagger::runs::Run;

/// How far around a run its tokens are seen.
const AROUND: usize = FIRST / 2;
/// How many tokens as they are by themselves are remembered at most: a newer one takes the place of an older.
const REMEMBERED: usize = 1 << 10;
/// Of so many words all places are looked at, or of one for so many bytes of the text; the others stand for themselves.
const POOLED: usize = 1024;
const BYTES_FOR_ONE: usize = 512;
const NOTHING: Row = [0.0; WIDTH];

/// A word that is looked at in more places than one: the most and the sum of each number, and how many places; once all are known, in
/// `most` what that adds to each of them.
struct Places {
    most: Row,
    sum: Row,
    count: usize,
    /// Where the longest name with it begins, and what that says elsewhere.
    longest: Option<(usize, Row)>,
}

/// The net with what it needs of an article.
pub struct Asked<'a, 'd, 't, 'n> {
    reader: &'a Reader<'a, 'd, 't>,
    net: &'a Net<'n>,
    /// Which token, by its number for all that are alike, and what it is by itself.
    alone: Vec<(u32, Row)>,
    /// By the number of a word, from 1, its places; 0 where they are not looked at.
    of_word: Vec<u32>,
    places: Vec<Places>,
    /// The tokens of a run and around it.
    around: Vec<Row>,
    /// The first layer of a run and of one token on each side.
    first: Vec<Row>,
    /// The same of all runs that are asked for, of some at least, and where the next of them begins.
    kept: Vec<Row>,
    next: usize,
}

impl<'a, 'd, 't, 'n> Asked<'a, 'd, 't, 'n> {
    /// Looks at all places of the words of some runs.
    #[inline(never)]
    pub fn of(reader: &'a Reader<'a, 'd, 't>, net: &'a Net<'n>, runs: &[Run], asked: &[u32]) -> Self {
        let lower = reader.view.lower;
        let mut all = Asked {
            reader,
            net,
            // Few words need little room.
            alone: vec![(0, NOTHING); lower.words().len().next_power_of_two().min(REMEMBERED)],
            of_word: vec![0; lower.words().len()],
            places: Vec::new(),
            around: Vec::new(),
            first: Vec::new(),
            kept: Vec::new(),
            next: 0,
        };
        let most = POOLED.max(reader.view.document.text.len() / BYTES_FOR_ONE);
        for at in asked.iter().flat_map(|&run| runs[run as usize].tokens.clone()) {
            if all.of_word[lower.number(at)] == 0 && all.places.len() < most {
                let longest = Longest::of(reader, at).map(|longest| (longest.start, all.said(&longest)));
                all.places.push(Places { most: NOTHING, sum: NOTHING, count: 0, longest });
                all.of_word[lower.number(at)] = all.places.len() as u32;
            }
        }
        let mut asked = asked.iter().peekable();
        for (number, run) in runs.iter().enumerate() {
            let asked = asked.next_if(|&&next| next as usize == number).is_some();
            let looked_at = |&at: &usize| {
                let places = all.of_word[lower.number(at)].checked_sub(1);
                places.is_some_and(|places| all.places[places as usize].count < PLACES)
            };
            let keep = asked && all.kept.len() < most;
            if keep || run.tokens.clone().any(|at| looked_at(&at)) {
                all.pool(run, keep);
            }
        }
        for places in &mut all.places {
            let count = places.count.max(1) as f32;
            let mean = places.sum.map(|sum| sum / count);
            places.most = added(net, &places.most, &mean);
        }
        all
    }

    /// What each label is worth for each token of a run.
    #[inline(never)]
    pub fn read(&mut self, run: &Run, rows: &mut Vec<lattice::Row>) {
        let count = run.tokens.len();
        self.first.clear();
        if let Some(kept) = self.kept.get(self.next..self.next + count + 2) {
            self.first.extend_from_slice(kept);
            self.next += count + 2;
        } else {
            self.surround(run);
            for nth in 0..count + 2 {
                let first = self.layer(run, nth);
                self.first.push(first);
            }
        }
        for nth in 0..count {
            let first = self.first[nth + 1];
            let added = match self.places_of(run.tokens.start + nth) {
                Some(places) => self.places[places].most,
                None => added(self.net, &first, &first),
            };
            self.first[nth + 1].iter_mut().zip(added).for_each(|(first, added)| *first += added);
        }
        let net = self.net;
        let (second, bias) = (net.section(OF_SECOND), net.section(SECOND_BIAS)[0]);
        let (labels, of_label) = (net.section(OF_LABELS), net.section(LABELS_BIAS)[0]);
        rows.clear();
        for three in self.first.windows(SECOND) {
            let mut sum = bias;
            three.iter().zip(second.chunks_exact(WIDTH)).for_each(|(row, weights)| through(row, weights, &mut sum));
            positive(&mut sum);
            sum.iter_mut().zip(&three[SECOND / 2]).for_each(|(sum, first)| *sum += first);
            let mut out = of_label;
            through(&sum, labels, &mut out);
            let mut row = [0.0; LABELS];
            row.copy_from_slice(&out[..LABELS]);
            rows.push(row);
        }
    }

    /// Takes in the places in a run, and keeps its first layer where that is wanted.
    fn pool(&mut self, run: &Run, keep: bool) {
        self.surround(run);
        for nth in 0..run.tokens.len() + 2 {
            let token = nth.checked_sub(1).map(|nth| run.tokens.start + nth).filter(|at| *at < run.tokens.end);
            let places = token.and_then(|at| self.places_of(at)).filter(|&places| self.places[places].count < PLACES);
            if !keep && places.is_none() {
                continue;
            }
            let first = self.layer(run, nth);
            if keep {
                self.kept.push(first);
            }
            let Some(places) = places else { continue };
            let places = &mut self.places[places];
            places.count += 1;
            for ((most, sum), first) in places.most.iter_mut().zip(&mut places.sum).zip(first) {
                *most = if first > *most { first } else { *most };
                *sum += first;
            }
        }
    }

    /// Which places are those of a token's word, if they are looked at.
    fn places_of(&self, at: usize) -> Option<usize> {
        Some(self.of_word[self.reader.view.lower.number(at)].checked_sub(1)? as usize)
    }

    /// The first layer at a token, counted from the one before the run.
    fn layer(&mut self, run: &Run, nth: usize) -> Row {
        let net = self.net;
        let mut sum = net.section(FIRST_BIAS)[0];
        let weights = net.section(OF_FIRST).chunks_exact(WIDTH);
        // The first and the last see one token less.
        let from = nth as isize - 1;
        for (place, weights) in (from..).zip(weights) {
            if let Some(row) = usize::try_from(place).ok().and_then(|place| self.around.get(place)) {
                through(row, weights, &mut sum);
            }
        }
        if let Some(at) = nth.checked_sub(1).map(|nth| run.tokens.start + nth).filter(|at| *at < run.tokens.end) {
            let longest = match self.places_of(at) {
                Some(places) => self.places[places].longest,
                None => Longest::of(self.reader, at).map(|longest| (longest.start, self.said(&longest))),
            };
            if let Some((_, said)) = longest.filter(|(start, _)| !run.tokens.contains(start)) {
                sum.iter_mut().zip(said).for_each(|(sum, said)| *sum += said);
            }
        }
        positive(&mut sum);
        sum
    }

    /// What the longest name with a word says of it elsewhere.
    fn said(&mut self, longest: &Longest) -> Row {
        let (net, mut sum) = (self.net, NOTHING);
        let (weights, of_alike) = net.section(OF_LONGER).split_at(LONGER * WIDTH);
        for (token, weights) in longest.tokens.into_iter().zip(weights.chunks_exact(WIDTH)) {
            if let Some(token) = token {
                through(&self.alone(token), weights, &mut sum);
            }
        }
        for (bit, row) in of_alike.iter().enumerate() {
            if longest.alike >> bit & 1 == 1 {
                sum.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
            }
        }
        sum
    }

    /// Looks at the tokens of a run and around it.
    fn surround(&mut self, run: &Run) {
        let sentence = &self.reader.view.document.sentences[run.sentence].tokens;
        self.around.clear();
        for place in run.tokens.start..run.tokens.end + 2 * AROUND {
            let at = place.checked_sub(AROUND).filter(|at| sentence.contains(at));
            let row = at.map_or(NOTHING, |at| {
                let mut row = self.alone(at);
                self.flag(inputs::here(self.reader, at, run.sentence), &mut row);
                row
            });
            self.around.push(row);
        }
    }

    /// A token by itself.
    fn alone(&mut self, at: usize) -> Row {
        let place = self.reader.attributes.place(at);
        let slot = place as usize % self.alone.len();
        if self.alone[slot].0 != place {
            let input = inputs::alone(self.reader, at);
            let mut row = NOTHING;
            for (&section, &nth) in OF.iter().zip(&input.rows) {
                self.net.add(section, nth as usize, &mut row);
            }
            self.flag(input.flags, &mut row);
            self.alone[slot] = (place, row);
        }
        self.alone[slot].1
    }

    fn flag(&self, flags: u64, row: &mut Row) {
        let (weights, mut left) = (self.net.section(OF_FLAGS), flags);
        while left > 0 {
            let weights = &weights[left.trailing_zeros() as usize];
            row.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
            left &= left - 1;
        }
    }
}

/// What all places of a word add to each.
fn added(net: &Net, most: &Row, mean: &Row) -> Row {
    let mut sum = net.section(PLACES_BIAS)[0];
    let weights = net.section(OF_PLACES).chunks_exact(WIDTH);
    [most, mean].into_iter().zip(weights).for_each(|(row, weights)| through(row, weights, &mut sum));
    positive(&mut sum);
    sum
}

/// Adds what a row comes to by the weights of a layer. So written, the sums stay in registers: nearly twice as fast as wasm.
fn through(row: &Row, weights: &[Row], sum: &mut Row) {
    let mut sums = *sum;
    for (value, weights) in row.iter().zip(weights) {
        for place in 0..WIDTH {
            sums[place] += value * weights[place];
        }
    }
    *sum = sums;
}

fn positive(row: &mut Row) {
    *row = row.map(|number| if number > 0.0 { number } else { 0.0 });
}

#[cfg(test)]
mod tests {
    use super::super::super::{article::Article, attributes, features::Reader, model, net, runs};
    use super::Asked;
    use crate::entities::casing::View;
    use crate::text::Document;

    /// What the net says of each run, where it is asked for some of them at once.
    fn said(text: &str, at_once: usize) -> Vec<Vec<[f32; 21]>> {
        let document = Document::read(text);
        let view = View::new(&document);
        let runs = runs::find(&view);
        let attributes = attributes::read(&view, model().expect("the committed model"), &runs);
        let article = Article::read(&view);
        let reader = Reader { view: &view, attributes: &attributes, article: &article };
        let all: Vec<u32> = (0..runs.len() as u32).collect();
        let mut said = Vec::new();
        for some in all.chunks(at_once) {
            let mut asked = Asked::of(&reader, net().expect("the committed net"), &runs, some);
            for &run in some {
                let mut rows = Vec::new();
                asked.read(&runs[run as usize], &mut rows);
                said.push(rows);
            }
        }
        said
    }

    const TEXT: &str = "Ana Ruiz of Lima met Jon Vale in 1995.\n\nThe Harbour Company of Solvik told Vale so, Ruiz said. Vale left \
                        for Oslo. HARBOUR SHARES FALL\n\nRuiz, 41, is of the U.S.";

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn a_run_is_read_the_same_whichever_others_are_asked_for() {
        let all = said(TEXT, usize::MAX);
        assert!(all.len() > 4, "{} runs", all.len());
        for at_once in 1..4 {
            assert_eq!(said(TEXT, at_once), all, "{at_once} at once");
        }
    }

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn all_places_of_a_word_are_looked_at() {
        let other = TEXT.replace("Vale left for Oslo.", "It left for Vale.");
        let (one, other) = (said(TEXT, usize::MAX), said(&other, usize::MAX));
        assert_ne!(one[0], other[0]);
    }
}
