//! Calibrates scores: maps how much the model believes in a name to how often it is right.

/// Names as the model sees them: its probability, and whether they are right.
pub type Judged = [(f32, bool)];

fn logit(probability: f32) -> f64 {
    let p = f64::from(probability).clamp(1e-4, 1.0 - 1e-4);
    libm::log(p / (1.0 - p))
}

fn curve([slope, offset]: [f64; 2], x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-(slope * x + offset)))
}

/// Slope and offset of the logistic curve that fits best.
pub fn fit(judged: &Judged) -> [f32; 2] {
    let sums: Vec<(f64, bool)> = judged.iter().map(|&(probability, right)| (logit(probability), right)).collect();
    fit_sums(&sums).map(|number| number as f32)
}

/// The same, from what a logistic curve makes the probability of.
pub fn fit_sums(judged: &[(f64, bool)]) -> [f64; 2] {
    let mut line = [0.0, 0.0];
    for _ in 0..50 {
        // One step of Newton's method.
        let (mut gradient, mut a, mut b, mut c) = ([0.0; 2], 1e-6, 0.0, 1e-6);
        for &(x, right) in judged {
            let p = curve(line, x);
            let (error, weight) = (f64::from(u8::from(right)) - p, p * (1.0 - p));
            gradient[0] += error * x;
            gradient[1] += error;
            a += weight * x * x;
            b += weight * x;
            c += weight;
        }
        let determinant = a * c - b * b;
        line[0] += (c * gradient[0] - b * gradient[1]) / determinant;
        line[1] += (a * gradient[1] - b * gradient[0]) / determinant;
    }
    line
}

/// Expected calibration error in ten equal bins, with a line's curve applied.
pub fn error(judged: &Judged, line: [f32; 2]) -> f64 {
    let mut bins = [(0.0, 0.0, 0.0); 10];
    for &(probability, right) in judged {
        let p = curve(line.map(f64::from), logit(probability));
        let bin = &mut bins[((p * 10.0) as usize).min(9)];
        *bin = (bin.0 + p, bin.1 + f64::from(u8::from(right)), bin.2 + 1.0);
    }
    bins.iter().map(|(said, right, _)| (said - right).abs()).sum::<f64>() / judged.len().max(1) as f64
}
