//! Gradient descent: AdamW, with the mean of all weights over the later steps.

use super::layers::Weights;
use newsmark::training::net::weights::{ROWS, WIDTH};

/// The largest step.
const RATE: f32 = 2e-3;
/// What each step takes off a weight, times its rate.
const DECAY: f32 = 0.01;
/// How much of what was is kept of the gradients and of their squares.
const KEPT: [f32; 2] = [0.9, 0.999];
/// A longer gradient is made as short.
const LONGEST: f64 = 2.0;
/// Steps until the rate is whole.
const WARMING: usize = 100;
/// What each step counts in the mean.
const SHARE: f32 = 0.003;

/// The weights on their way.
pub struct Descent {
    /// As they are now.
    pub weights: Weights,
    /// Their mean over the later steps.
    pub mean: Weights,
    gradients: Weights,
    squares: Weights,
    /// What [`KEPT`] comes to over all steps.
    left: [f32; 2],
    step: usize,
    steps: usize,
}

impl Descent {
    /// From some weights, in so many steps.
    pub fn new(weights: Weights, steps: usize) -> Self {
        let nothing = vec![[0.0; WIDTH]; ROWS];
        let (gradients, squares, mean) = (nothing.clone(), nothing, weights.clone());
        Descent { weights, mean, gradients, squares, left: [1.0; 2], step: 0, steps }
    }

    /// Goes down a gradient.
    pub fn step(&mut self, gradient: &Weights) {
        let left = (self.steps - self.step.min(self.steps)) as f32 / self.steps as f32;
        self.step += 1;
        let rate = RATE * (self.step as f32 / WARMING as f32).min(left.max(0.02));
        let length: f64 = gradient.as_flattened().iter().map(|&number| f64::from(number * number)).sum();
        let scale = (LONGEST / (length.sqrt() + 1e-6)).min(1.0) as f32;
        self.left.iter_mut().zip(KEPT).for_each(|(left, kept)| *left *= kept);
        let [first, second] = self.left.map(|left| 1.0 - left);
        let all = self.weights.as_flattened_mut().iter_mut().zip(gradient.as_flattened());
        let moments = self.gradients.as_flattened_mut().iter_mut().zip(self.squares.as_flattened_mut());
        for ((weight, gradient), (mean, square)) in all.zip(moments) {
            let gradient = gradient * scale;
            *mean = *mean * KEPT[0] + gradient * (1.0 - KEPT[0]);
            *square = *square * KEPT[1] + gradient * gradient * (1.0 - KEPT[1]);
            *weight -= rate * DECAY * *weight;
            *weight -= rate * (*mean / first) / ((*square / second).sqrt() + 1e-8);
        }
        if self.step == self.steps / 3 {
            self.mean.clone_from(&self.weights);
        } else if self.step > self.steps / 3 {
            for (mean, weight) in self.mean.as_flattened_mut().iter_mut().zip(self.weights.as_flattened()) {
                *mean += SHARE * (weight - *mean);
            }
        }
    }
}
