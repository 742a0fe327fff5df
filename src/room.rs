//! Room in the lists that a text fills.
//!
//! A list that doubles when it is full takes up to three times the memory of what it holds, while it moves. These lists know better what
//! is to come: of the rest of the text, as much as of what is read.

/// How many tell little of what is to come.
const FEW: usize = 1_000;

/// Makes room for one more, where there is none, and for as many as the rest should have when `read` of `all` is read.
#[inline]
pub(crate) fn make<T>(list: &mut Vec<T>, read: usize, all: usize) {
    if list.len() == list.capacity() {
        grow(list, read, all);
    }
}

/// Puts a list into another, where both are in the order of some number.
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
    // A little more, so that a text that is as dense as it was before has room; never so little that growing takes long, nor, while there
    // are few to go by, much more than there are.
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
