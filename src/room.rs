//! Reserves capacity in vectors that grow with the text.
//!
//! A vector that doubles when it is full needs up to three times the memory of its contents while it moves. These vectors extrapolate
//! instead: the rest of the text will need as much as the part that has been read.

/// Below this many items, extrapolation is unreliable.
const FEW: usize = 1_000;

/// Reserves space for at least one more item, and for as many as the rest of the text should need when `read` of `all` has been read.
#[inline]
pub(crate) fn make<T>(list: &mut Vec<T>, read: usize, all: usize) {
    if list.len() == list.capacity() {
        grow(list, read, all);
    }
}

/// Merges one sorted list into another.
pub(crate) fn merge<T>(list: &mut Vec<T>, other: Vec<T>, order: impl Fn(&T) -> usize) {
    if other.is_empty() {
        return;
    }
    let mut first = std::mem::replace(list, Vec::with_capacity(list.len() + other.len())).into_iter().peekable();
    for item in other {
        while let Some(before) = first.next_if(|before| order(before) <= order(&item)) {
            list.push(before);
        }
        list.push(item);
    }
    list.extend(first);
}

#[cold]
fn grow<T>(list: &mut Vec<T>, read: usize, all: usize) {
    let likely = list.len() as u64 * all.saturating_sub(read) as u64 / read.max(1) as u64;
    // A little more than extrapolated, so that an equally dense rest fits; never so little that growing becomes slow, nor, while there are
    // few items to extrapolate from, much more than there are.
    let likely = usize::try_from(likely + likely / 32).unwrap_or_default();
    let most = if list.len() < FEW { list.len() * 8 } else { usize::MAX };
    list.reserve_exact(likely.clamp(list.len() / 8, most).max(8));
}

#[cfg(test)]
mod tests {
    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn a_list_grows_to_what_is_to_come() {
        let mut list = Vec::new();
        for at in 0..10_000 {
            super::make(&mut list, at * 3, 30_000);
            list.push(at);
        }
        assert!(list.capacity() < 11_000, "room for {}", list.capacity());
    }

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn a_text_that_grows_dense_late_makes_a_list_grow_seldom() {
        let (mut list, mut moved) = (Vec::new(), 0);
        for at in 0..100_000 {
            let before = list.capacity();
            super::make(&mut list, 1_000_000 + at, 1_100_000);
            moved += usize::from(list.capacity() > before);
            list.push(at);
        }
        assert!(moved < 100, "moved {moved} times");
    }
}
