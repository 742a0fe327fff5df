//! Word classes: clusters the vectors of the most frequent words into a thousand classes, and those into coarser ones.

use anyhow::{Context, Result, ensure};
use newsmark::training::hashing;
use newsmark::training::labels::LABELS;
use newsmark::training::model::{Parts, WIDTH};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// Numbers in a vector.
const DIMENSIONS: usize = 100;
/// How many words get a class.
const WORDS: usize = 60_000;
/// How many classes there are: fine, coarse, coarsest.
const FINE: usize = 1000;
const COARSE: usize = 250;
const COARSEST: usize = 60;
const ROUNDS: usize = 12;

type Vector = [f32; DIMENSIONS];

/// The classes of all words.
pub struct Words {
    /// Hash and fine class, from 1, of each word, the most frequent first.
    pub words: Vec<(u64, u16)>,
    /// Coarse and coarsest class of each fine one.
    pub coarser: Vec<[u8; 2]>,
}

impl Words {
    /// A model that knows the classes alone. It has one feature, worth nothing, for there is no model without.
    pub fn model(&self) -> Vec<u8> {
        let parts = Parts {
            step: 1.0,
            transitions: &[[0.0; LABELS]; LABELS],
            coarser: &self.coarser,
            words: &self.words,
            features: &[(0, [0; WIDTH])],
        };
        parts.write()
    }
}

/// Reads the vectors and clusters them.
pub fn classes(path: &Path) -> Result<Words> {
    let (names, vectors) = read(path)?;
    println!("{} words of {}, in {FINE} classes", names.len(), path.display());
    let weights = vec![1.0; vectors.len()];
    let (fine, centres) = cluster(&vectors, &weights, FINE);
    let mut sizes = vec![0.0; FINE];
    fine.iter().for_each(|&class| sizes[class] += 1.0);
    let (coarse, _) = cluster(&centres, &sizes, COARSE);
    let (coarsest, _) = cluster(&centres, &sizes, COARSEST);
    let coarser = coarse.iter().zip(&coarsest).map(|(&a, &b)| [a as u8 + 1, b as u8 + 1]).collect();
    let words = names.iter().zip(&fine).map(|(name, &class)| (hashing::string(name), class as u16 + 1)).collect();
    Ok(Words { words, coarser })
}

/// The first words of the file, most frequent first, with their vectors made unit long. The file is one JSON object whose
/// `"vectors"` come in order of frequency.
fn read(path: &Path) -> Result<(Vec<String>, Vec<Vector>)> {
    let shown = path.display();
    let mut file = BufReader::with_capacity(1 << 16, File::open(path).with_context(|| format!("cannot read {shown}"))?);
    let mut skipped = Vec::new();
    while !skipped.ends_with(b"\"vectors\":{") {
        skipped.clear();
        ensure!(file.read_until(b'{', &mut skipped)? > 0, "{shown} has no vectors");
    }
    let (mut names, mut vectors) = (Vec::new(), Vec::new());
    while names.len() < WORDS {
        let mut entry = Vec::new();
        // "]" is itself a word.
        while !entry.ends_with(b"]") || !entry.windows(3).any(|three| three == b"\":[") {
            ensure!(file.read_until(b']', &mut entry)? > 0, "{shown} ends early");
        }
        let entry = String::from_utf8(entry)?;
        let (name, numbers) = entry.rsplit_once("\":[").with_context(|| format!("{shown}: no vector in {entry:.40}"))?;
        let name = name.trim_start_matches(',').trim_start_matches('"');
        let mut vector = [0.0; DIMENSIONS];
        for (place, number) in vector.iter_mut().zip(numbers.split(',')) {
            *place = number.trim_end_matches(']').parse().with_context(|| format!("{shown}: a number of {name:?}"))?;
        }
        normalise(&mut vector);
        if name.chars().any(char::is_alphabetic) && !name.contains('\\') {
            names.push(name.to_owned());
            vectors.push(vector);
        }
        let mut next = [0];
        if file.read(&mut next)? == 0 || next[0] != b',' {
            break;
        }
    }
    Ok((names, vectors))
}

fn normalise(vector: &mut Vector) {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-9);
    vector.iter_mut().for_each(|x| *x /= length);
}

/// Spherical k-means: the class of each vector, and the centres. It begins with vectors spread evenly over the list, so
/// that it always ends in the same place.
fn cluster(vectors: &[Vector], weights: &[f32], classes: usize) -> (Vec<usize>, Vec<Vector>) {
    // The most frequent words are of grammar: beginning in the first third gives names room.
    let reach = vectors.len().min(classes * 20);
    let mut centres: Vec<Vector> = (0..classes).map(|class| vectors[class * reach / classes]).collect();
    let mut assigned = vec![0; vectors.len()];
    for _ in 0..ROUNDS {
        for (vector, class) in vectors.iter().zip(&mut assigned) {
            let mut best = (f32::MIN, 0);
            for (index, centre) in centres.iter().enumerate() {
                let likeness = dot(vector, centre);
                if likeness > best.0 {
                    best = (likeness, index);
                }
            }
            *class = best.1;
        }
        let mut sums = vec![[0.0; DIMENSIONS]; classes];
        for ((vector, &class), &weight) in vectors.iter().zip(&assigned).zip(weights) {
            sums[class].iter_mut().zip(vector).for_each(|(sum, x)| *sum += x * weight);
        }
        for (centre, mut sum) in centres.iter_mut().zip(sums) {
            if sum.iter().any(|&x| x != 0.0) {
                normalise(&mut sum);
                *centre = sum;
            }
        }
    }
    (assigned, centres)
}

fn dot(one: &Vector, other: &Vector) -> f32 {
    let mut sums = [0.0; 20];
    for (a, b) in one.chunks_exact(20).zip(other.chunks_exact(20)) {
        for (sum, (x, y)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += x * y;
        }
    }
    sums.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::{Words, hashing};
    use newsmark::training::Model;

    #[test]
    fn the_classes_alone_are_a_model() {
        let (coarser, words) = (vec![[3, 2], [5, 4]], vec![(hashing::string("ruiz"), 1), (hashing::string("bridge"), 2)]);
        let bytes = Words { coarser, words }.model();
        let model = Model::read(&bytes).expect("a model");
        assert_eq!(model.class(hashing::string("bridge")).coarse, 5);
        assert_eq!(model.class(hashing::string("river")).fine, 0);
    }
}
