//! Quote marks at the start of lines of mail: ">", ">>", "> > ".
//!
//! They show who wrote a line first, and are not part of its text. A greater-than sign inside a line is left alone.

/// Whether lines of a text are quoted.
pub(super) fn is_used(text: &str) -> bool {
    if !text.contains('>') {
        return false;
    }
    let mut quoted = text.lines().filter(|line| marks(line).1 > 0);
    let first = quoted.next();
    let compares = |line: &str| {
        line.trim_start_matches(['>', ' ', '\t']).starts_with(|c: char| c.is_numeric() || matches!(c, '=' | '$'))
    };
    first.is_some_and(|line| !compares(line) || quoted.next().is_some())
}

/// How many bytes of a line are marks, with the blanks before and between them, and how many marks there are.
pub(super) fn marks(line: &str) -> (usize, usize) {
    let (mut end, mut depth) = (0, 0);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'>' => {
                end = at + 1;
                depth += 1;
            }
            b' ' | b'\t' => {}
            _ => break,
        }
    }
    (end, depth)
}

#[cfg(test)]
mod tests {
    use super::{is_used, marks};

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn marks_stand_before_a_line() {
        assert_eq!(marks("> > The pier"), (3, 2));
        assert_eq!(marks(">>> The pier"), (3, 3));
        assert_eq!(marks("The pier > the bridge"), (0, 0));
        assert!(is_used("> The pier\n> is shut."));
        assert!(!is_used("> 40 people came."));
        assert!(!is_used("Up > 40 per cent"));
    }
}
