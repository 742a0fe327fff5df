//! Runs one article through the net and back: the output for each token, and the gradient of each weight.
//!
//! The layers are those of `src/entities/tagger/net/reading.rs`, computed for all runs at once, with random dropout.

use super::examples::{Elsewhere, Example};
use crate::chance::Chance;
use newsmark::training::labels::{LABELS, legal};
use newsmark::training::lattice::{self, ANY, Chain, Lattice, Transitions};
use newsmark::training::net::inputs::{INPUTS, OF};
use newsmark::training::net::weights::{
    ALIKE, FIRST, FIRST_BIAS, LABELS_BIAS, LONGER, OF_CLASSES, OF_FIRST, OF_FLAGS, OF_LABELS, OF_LONGER, OF_PLACES,
    OF_SECOND, OF_TRANSITIONS, OF_WORDS, PLACES_BIAS, Row, SECOND, SECOND_BIAS, WIDTH, rows,
};

const NOTHING: Row = [0.0; WIDTH];
/// Three numbers in four stay where some are left out.
const STAYS: f32 = 0.75;
/// Of 256, how often a token's word, its ends and shape, and its classes are left out whole.
const SILENT: [u64; 3] = [102, 61, 41];

/// Rows of weights, or of their gradients.
pub type Weights = Vec<Row>;

/// A token as the net sees it, and what was left out.
#[derive(Clone, Copy)]
struct Token {
    input: u32,
    flags: u64,
    silent: [bool; 3],
    kept: u64,
    row: Row,
    gradient: Row,
}

/// The layers of one run.
struct Layers {
    around: Vec<Option<usize>>,
    longer: Vec<Option<([Option<usize>; LONGER], u8)>>,
    /// The first layer, of one token more on each side; then with what its places add; then what is left in of that.
    first: Vec<Row>,
    joined: Vec<Row>,
    left: Vec<(u64, Row)>,
    second: Vec<Row>,
    out: Vec<(u64, Row)>,
    rows: Vec<lattice::Row>,
}

/// The places of a word.
#[derive(Clone)]
struct Places {
    most: Row,
    /// The run and the token whose number is the most.
    from: [(u32, u32); WIDTH],
    sum: Row,
    count: f32,
    /// Most and mean, what is left in of them, and what they come to.
    seen: [(u64, Row); 2],
    added: Row,
}

/// Adds the gradient of an article's loss, times its weight and a factor; the loss.
pub fn learn(example: &Example, weights: &Weights, factor: f32, chance: &mut Chance, gradient: &mut Weights) -> f64 {
    let mut pass = Pass { example, weights, chance, tokens: Vec::new() };
    let mut layers: Vec<Layers> = (0..example.runs.len()).map(|run| pass.first(run)).collect();
    let mut places = pass.places(&layers);
    for (layers, run) in layers.iter_mut().zip(&example.runs) {
        pass.second(layers, &run.words, &places);
    }
    let Pass { mut tokens, .. } = pass;

    let transitions = transitions(weights);
    let chain = Chain::sums(&transitions);
    let (mut free, mut bound) = (Lattice::default(), Lattice::default());
    let mut loss = 0.0;
    let mut of_places = vec![NOTHING; places.len()];
    let mut of_first: Vec<Vec<Row>> = Vec::with_capacity(layers.len());
    for (layers, run) in layers.iter().zip(&example.runs) {
        let own = free.sum(&layers.rows, &chain, |_| ANY) - bound.sum(&layers.rows, &chain, |at| run.allowed[at]);
        let mut joined = vec![NOTHING; layers.joined.len()];
        if own.is_finite() && own > 1e-4 {
            loss += f64::from(own);
            let scale = example.weight * factor;
            emissions(layers, [&free, &bound], scale, weights, gradient, &mut joined);
            pairs(run.allowed.len(), [&free, &bound], &chain, scale, gradient);
            for ((word, _), gradient) in run.words.iter().zip(&joined[1..]) {
                add(&mut of_places[*word as usize], gradient);
            }
        }
        of_first.push(joined);
    }
    for (places, gradients) in places.iter_mut().zip(&of_places) {
        pool(places, gradients, weights, gradient, &mut of_first);
    }
    for ((layers, run), of_first) in layers.iter().zip(&example.runs).zip(&mut of_first) {
        for (nth, &(word, _)) in (1..).zip(&run.words).filter(|(_, (_, looked_at))| *looked_at) {
            // The mean's gradient; each place has a share.
            add(&mut of_first[nth], &places[word as usize].sum);
        }
        below(layers, of_first, weights, gradient, &mut tokens);
    }
    tokens.iter().for_each(|token| embed(token, example, gradient));
    loss
}

struct Pass<'p> {
    example: &'p Example,
    weights: &'p Weights,
    chance: &'p mut Chance,
    tokens: Vec<Token>,
}

impl Pass<'_> {
    fn token(&mut self, input: u32, flags: u64) -> usize {
        let seen = &self.example.alone[input as usize];
        let flags = flags | seen.flags;
        let drawn = self.chance.next();
        let silent = [0, 1, 2].map(|part| drawn >> (40 + 8 * part) & 0xff < SILENT[part as usize]);
        let mut row = NOTHING;
        for nth in 0..INPUTS {
            if let Some(scale) = spoken(silent, nth) {
                plus(&mut row, &self.weights[seen.rows[nth] as usize], scale);
            }
        }
        for flag in bits(flags) {
            add(&mut row, &self.weights[rows(OF_FLAGS).start + flag]);
        }
        let kept = self.kept();
        leave_out(&mut row, kept);
        self.tokens.push(Token { input, flags, silent, kept, row, gradient: NOTHING });
        self.tokens.len() - 1
    }

    fn kept(&mut self) -> u64 {
        self.chance.next() | self.chance.next()
    }

    fn first(&mut self, run: usize) -> Layers {
        let run = &self.example.runs[run];
        let around: Vec<Option<usize>> =
            run.around.iter().map(|token| token.map(|(input, flags)| self.token(input, flags))).collect();
        let mut elsewhere =
            |(tokens, alike): Elsewhere| (tokens.map(|token| token.map(|input| self.token(input, 0))), alike);
        let longer: Vec<_> = run.longer.iter().map(|longer| longer.map(&mut elsewhere)).collect();
        let count = run.words.len();
        let weights = self.weights;
        let first = (0..count + 2).map(|nth| {
            let mut sum = weights[rows(FIRST_BIAS).start];
            for (token, weights) in seen_from(nth, &around, &weights[rows(OF_FIRST)]) {
                through(&self.tokens[token].row, weights, &mut sum);
            }
            if let Some((tokens, alike)) = nth.checked_sub(1).and_then(|nth| *longer.get(nth)?) {
                let (of_tokens, of_alike) = weights[rows(OF_LONGER)].split_at(LONGER * WIDTH);
                for (token, weights) in tokens.into_iter().zip(of_tokens.chunks_exact(WIDTH)) {
                    if let Some(token) = token {
                        through(&self.tokens[token].row, weights, &mut sum);
                    }
                }
                bits(u64::from(alike)).for_each(|bit| add(&mut sum, &of_alike[bit]));
            }
            positive(sum)
        });
        let first = first.collect();
        let (joined, left, second, out, rows) = Default::default();
        Layers { around, longer, first, joined, left, second, out, rows }
    }

    fn places(&mut self, layers: &[Layers]) -> Vec<Places> {
        let none = Places {
            most: NOTHING,
            from: [(0, 0); WIDTH],
            sum: NOTHING,
            count: 0.0,
            seen: [(0, NOTHING); 2],
            added: NOTHING,
        };
        let mut places = vec![none; self.example.words];
        for ((number, layers), run) in (0..).zip(layers).zip(&self.example.runs) {
            for (nth, &(word, _)) in (1..).zip(&run.words).filter(|(_, (_, looked_at))| *looked_at) {
                let places = &mut places[word as usize];
                places.count += 1.0;
                for (place, &first) in layers.first[nth as usize].iter().enumerate() {
                    places.sum[place] += first;
                    if first > places.most[place] {
                        (places.most[place], places.from[place]) = (first, (number, nth));
                    }
                }
            }
        }
        for places in &mut places {
            let mean = places.sum.map(|sum| sum / places.count);
            places.seen = [places.most, mean].map(|mut row| {
                let kept = self.kept();
                leave_out(&mut row, kept);
                (kept, row)
            });
            let mut sum = self.weights[rows(PLACES_BIAS).start];
            for ((_, row), weights) in places.seen.iter().zip(self.weights[rows(OF_PLACES)].chunks_exact(WIDTH)) {
                through(row, weights, &mut sum);
            }
            places.added = positive(sum);
        }
        places
    }

    fn second(&mut self, layers: &mut Layers, words: &[(u32, bool)], places: &[Places]) {
        layers.joined.clone_from(&layers.first);
        for (joined, &(word, _)) in layers.joined[1..].iter_mut().zip(words) {
            add(joined, &places[word as usize].added);
        }
        let mut some = |row: &Row| {
            let (kept, mut row) = (self.chance.next() | self.chance.next(), *row);
            leave_out(&mut row, kept);
            (kept, row)
        };
        layers.left = layers.joined.iter().map(&mut some).collect();
        let weights = self.weights;
        for (nth, three) in layers.left.windows(SECOND).enumerate() {
            let mut sum = weights[rows(SECOND_BIAS).start];
            for ((_, row), weights) in three.iter().zip(weights[rows(OF_SECOND)].chunks_exact(WIDTH)) {
                through(row, weights, &mut sum);
            }
            let second = positive(sum);
            layers.second.push(second);
            let mut both = layers.joined[nth + 1];
            add(&mut both, &second);
            let (kept, both) = some(&both);
            let mut out = weights[rows(LABELS_BIAS).start];
            through(&both, &weights[rows(OF_LABELS)], &mut out);
            layers.out.push((kept, both));
            let mut row = [0.0; LABELS];
            row.copy_from_slice(&out[..LABELS]);
            layers.rows.push(row);
        }
    }
}

/// One label after another, as the weights have it.
pub fn transitions(weights: &Weights) -> Transitions {
    let mut transitions = [[0.0; LABELS]; LABELS];
    for (row, weights) in transitions.iter_mut().zip(&weights[rows(OF_TRANSITIONS)]) {
        row.copy_from_slice(&weights[..LABELS]);
    }
    transitions
}

/// From the labels back to the first layer with what its places add.
fn emissions(
    layers: &Layers,
    [free, bound]: [&Lattice; 2],
    scale: f32,
    weights: &Weights,
    gradient: &mut Weights,
    joined: &mut [Row],
) {
    let mut left = vec![NOTHING; joined.len()];
    for (at, (kept, both)) in layers.out.iter().enumerate() {
        let mut of_out = NOTHING;
        for (label, gradient) in of_out[..LABELS].iter_mut().enumerate() {
            *gradient = scale * (free.marginal(at, label) - bound.marginal(at, label));
        }
        add(&mut gradient[rows(LABELS_BIAS).start], &of_out);
        let mut of_both = NOTHING;
        back(both, &weights[rows(OF_LABELS)], &of_out, &mut gradient[rows(OF_LABELS)], &mut of_both);
        leave_out(&mut of_both, *kept);
        add(&mut joined[at + 1], &of_both);
        let of_second = where_positive(&layers.second[at], &of_both);
        add(&mut gradient[rows(SECOND_BIAS).start], &of_second);
        let of_weights = gradient[rows(OF_SECOND)].chunks_exact_mut(WIDTH);
        for (nth, (weights, of_weights)) in weights[rows(OF_SECOND)].chunks_exact(WIDTH).zip(of_weights).enumerate() {
            back(&layers.left[at + nth].1, weights, &of_second, of_weights, &mut left[at + nth]);
        }
    }
    for ((joined, mut of_left), (kept, _)) in joined.iter_mut().zip(left).zip(&layers.left) {
        leave_out(&mut of_left, *kept);
        add(joined, &of_left);
    }
}

fn pairs(count: usize, [free, bound]: [&Lattice; 2], chain: &Chain, scale: f32, gradient: &mut Weights) {
    let of_transitions = &mut gradient[rows(OF_TRANSITIONS)];
    for at in 0..count.saturating_sub(1) {
        for (from, row) in of_transitions.iter_mut().enumerate() {
            for to in (0..LABELS).filter(|&to| legal(from, to)) {
                row[to] += scale * (free.pair(at, from, to, chain) - bound.pair(at, from, to, chain));
            }
        }
    }
}

/// From what a word's places add back to the first layer: to where the most stands; the share of each place is left in `sum`.
fn pool(places: &mut Places, of_added: &Row, weights: &Weights, gradient: &mut Weights, of_first: &mut [Vec<Row>]) {
    let of_sum = where_positive(&places.added, of_added);
    add(&mut gradient[rows(PLACES_BIAS).start], &of_sum);
    let mut of_seen = [NOTHING; 2];
    let of_weights = gradient[rows(OF_PLACES)].chunks_exact_mut(WIDTH);
    let all = weights[rows(OF_PLACES)].chunks_exact(WIDTH).zip(of_weights);
    for (((kept, row), (weights, of_weights)), of_seen) in places.seen.iter().zip(all).zip(&mut of_seen) {
        back(row, weights, &of_sum, of_weights, of_seen);
        leave_out(of_seen, *kept);
    }
    let [of_most, of_mean] = of_seen;
    for (place, &(run, nth)) in places.from.iter().enumerate().filter(|(_, (_, nth))| *nth > 0) {
        of_first[run as usize][nth as usize][place] += of_most[place];
    }
    places.sum = of_mean.map(|number| number / places.count);
}

/// From the first layer back to the tokens.
fn below(layers: &Layers, of_first: &[Row], weights: &Weights, gradient: &mut Weights, tokens: &mut [Token]) {
    for (nth, (first, of_first)) in layers.first.iter().zip(of_first).enumerate() {
        let of_sum = where_positive(first, of_first);
        if of_sum.iter().all(|&number| number == 0.0) {
            continue;
        }
        add(&mut gradient[rows(FIRST_BIAS).start], &of_sum);
        let of_weights = &mut gradient[rows(OF_FIRST)];
        for k in 0..FIRST {
            let token = (nth + k).checked_sub(1).and_then(|place| *layers.around.get(place)?);
            if let Some(token) = token.map(|token| &mut tokens[token]) {
                let part = k * WIDTH..(k + 1) * WIDTH;
                let weights = &weights[rows(OF_FIRST)][part.clone()];
                back(&token.row, weights, &of_sum, &mut of_weights[part], &mut token.gradient);
            }
        }
        if let Some((places, alike)) = nth.checked_sub(1).and_then(|nth| *layers.longer.get(nth)?) {
            let of_weights = &mut gradient[rows(OF_LONGER)];
            for (k, token) in places.into_iter().enumerate() {
                if let Some(token) = token.map(|token| &mut tokens[token]) {
                    let part = k * WIDTH..(k + 1) * WIDTH;
                    let weights = &weights[rows(OF_LONGER)][part.clone()];
                    back(&token.row, weights, &of_sum, &mut of_weights[part], &mut token.gradient);
                }
            }
            debug_assert!(alike < 1 << ALIKE);
            bits(u64::from(alike)).for_each(|bit| add(&mut of_weights[LONGER * WIDTH + bit], &of_sum));
        }
    }
}

/// From a token to the rows it is the sum of.
fn embed(token: &Token, example: &Example, gradient: &mut Weights) {
    let mut of_row = token.gradient;
    leave_out(&mut of_row, token.kept);
    for (nth, &row) in example.alone[token.input as usize].rows.iter().enumerate() {
        if let Some(scale) = spoken(token.silent, nth) {
            plus(&mut gradient[row as usize], &of_row, scale);
        }
    }
    for flag in bits(token.flags) {
        add(&mut gradient[rows(OF_FLAGS).start + flag], &of_row);
    }
}

/// What one of a token's rows counts for, unless it is silent.
fn spoken(silent: [bool; 3], nth: usize) -> Option<f32> {
    let part = match OF[nth] {
        OF_WORDS => 0,
        section if section < OF_CLASSES => 1,
        _ => 2,
    };
    (!silent[part]).then(|| 1.0 / (1.0 - SILENT[part] as f32 / 256.0))
}

/// The tokens that the first layer sees from one, each with its weights.
fn seen_from<'s>(
    nth: usize,
    around: &'s [Option<usize>],
    weights: &'s [Row],
) -> impl Iterator<Item = (usize, &'s [Row])> + use<'s> {
    weights.chunks_exact(WIDTH).enumerate().filter_map(move |(k, weights)| {
        let place = (nth + k).checked_sub(1)?;
        Some(((*around.get(place)?)?, weights))
    })
}

fn bits(mut flags: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (flags > 0).then(|| flags.trailing_zeros() as usize)?;
        flags &= flags - 1;
        Some(bit)
    })
}

fn add(sum: &mut Row, row: &Row) {
    sum.iter_mut().zip(row).for_each(|(sum, number)| *sum += number);
}

#[inline(always)]
fn plus(sum: &mut Row, row: &Row, times: f32) {
    for place in 0..WIDTH {
        sum[place] += times * row[place];
    }
}

fn through(row: &Row, weights: &[Row], sum: &mut Row) {
    let mut sums = *sum;
    for (&number, weights) in row.iter().zip(weights) {
        if number != 0.0 {
            plus(&mut sums, weights, number);
        }
    }
    *sum = sums;
}

/// The other way: what of a layer's gradient goes to its weights, and what to the row that went in.
fn back(row: &Row, weights: &[Row], of_sum: &Row, of_weights: &mut [Row], of_row: &mut Row) {
    let of_sum = *of_sum;
    for (nth, (&number, weights)) in row.iter().zip(weights).enumerate() {
        if number != 0.0 {
            plus(&mut of_weights[nth], &of_sum, number);
        }
        of_row[nth] += dot(weights, &of_sum);
    }
}

#[inline(always)]
fn dot(one: &Row, other: &Row) -> f32 {
    const LANES: usize = 8;
    let mut lanes = [0.0_f32; LANES];
    for from in (0..WIDTH).step_by(LANES) {
        for lane in 0..LANES {
            lanes[lane] += one[from + lane] * other[from + lane];
        }
    }
    let [a, b, c, d, e, f, g, h] = lanes;
    ((a + e) + (b + f)) + ((c + g) + (d + h))
}

fn positive(row: Row) -> Row {
    row.map(|number| if number > 0.0 { number } else { 0.0 })
}

fn where_positive(row: &Row, gradient: &Row) -> Row {
    std::array::from_fn(|place| if row[place] > 0.0 { gradient[place] } else { 0.0 })
}

/// Leaves numbers out, and makes up for it by the others.
fn leave_out(row: &mut Row, kept: u64) {
    for (place, number) in row.iter_mut().enumerate() {
        *number = if kept >> place & 1 == 1 { *number / STAYS } else { 0.0 };
    }
}
