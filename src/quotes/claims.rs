//! Which tokens are taken: by a report, by the words that mark it as one, or by whoever says it.
//!
//! Disjoint ranges in order, so that a token is looked up among any number of them by bisection, and nothing is forgotten.

use std::ops::Range;

/// The tokens taken so far.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(super) struct Claims {
    /// What earlier passes over the text took.
    settled: Vec<Range<usize>>,
    /// What this pass took. It goes through the text in order, so that a new range belongs at the end or close to it.
    latest: Vec<Range<usize>>,
}

impl Claims {
    /// These ranges, in any order.
    pub fn of<'a>(ranges: impl IntoIterator<Item = &'a Range<usize>>) -> Self {
        let mut claims = Claims { settled: Vec::new(), latest: ranges.into_iter().cloned().collect() };
        claims.settle();
        claims
    }

    /// Takes one more range.
    pub fn add(&mut self, range: &Range<usize>) {
        let first = self.latest.partition_point(|claim| claim.end < range.start);
        let last = self.latest.partition_point(|claim| claim.start <= range.end);
        let joined = self.latest.splice(first..last, []).fold(range.clone(), join);
        if !joined.is_empty() {
            self.latest.insert(first, joined);
        }
    }

    /// Begins another pass over the text.
    pub fn settle(&mut self) {
        self.settled.append(&mut self.latest);
        self.settled.sort_unstable_by_key(|range| range.start);
        // `dedup_by` gives the later of two first.
        self.settled.dedup_by(|later, earlier| {
            let touches = later.start <= earlier.end;
            if touches {
                *earlier = join(earlier.clone(), later.clone());
            }
            touches
        });
    }

    /// Whether a token is taken.
    pub fn holds(&self, token: usize) -> bool {
        self.overlaps(&(token..token + 1))
    }

    /// Whether any token of a range is taken.
    pub fn overlaps(&self, range: &Range<usize>) -> bool {
        [&self.settled, &self.latest].into_iter().any(|claims| {
            let next = claims.partition_point(|claim| claim.end <= range.start);
            claims.get(next).is_some_and(|claim| claim.start < range.end)
        })
    }

    /// Where free tokens begin that reach up to a token; at the token itself, if the one before it is taken.
    pub fn free_from(&self, token: usize) -> usize {
        let end = |claims: &Vec<Range<usize>>| {
            let before = claims.partition_point(|claim| claim.start < token).checked_sub(1)?;
            claims.get(before).map(|claim| claim.end.min(token))
        };
        end(&self.settled).max(end(&self.latest)).unwrap_or(0)
    }
}

fn join(one: Range<usize>, other: Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}

#[cfg(test)]
mod tests {
    use super::Claims;
    use wasm_bindgen_test::wasm_bindgen_test;

    /// Ranges in an order that no text gives, with what they hold asked of each token.
    #[wasm_bindgen_test(unsupported = test)]
    fn every_token_of_every_range_is_held_and_no_other() {
        let mut state = 7_u32;
        let mut next = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) as usize % below as usize
        };
        for _ in 0..200 {
            let (mut claims, mut taken) = (Claims::default(), [false; 40]);
            for _ in 0..next(8) {
                let start = next(36);
                let range = start..start + next(4);
                taken[range.clone()].fill(true);
                claims.add(&range);
                if next(3) == 0 {
                    claims.settle();
                }
            }
            for token in 0..40 {
                assert_eq!(claims.holds(token), taken[token], "{token} of {claims:?}");
                let free = (0..token).rev().take_while(|&at| !taken[at]).last().unwrap_or(token);
                assert_eq!(claims.free_from(token), free, "{token} of {claims:?}");
                let range = token..(token + 3).min(40);
                assert_eq!(claims.overlaps(&range), taken[range.clone()].contains(&true), "{range:?} of {claims:?}");
            }
        }
    }
}
