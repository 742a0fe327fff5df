//! Classes of characters.

/// Belongs to the character before it: combining marks, variation selectors, joiners, skin tones, tags, keycaps.
pub(super) fn extends(c: char) -> bool {
    if c.is_ascii() || is_dash_or_mark(c) || c.is_whitespace() || is_invisible(c) {
        return false;
    }
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}') || (!c.is_alphanumeric() && is_escaped(c))
}

/// Dashes, quotation marks and dots of running text: most characters beyond ASCII are these, and tables are not needed for them.
fn is_dash_or_mark(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}')
}

/// The standard library keeps its table of extending characters to itself, but escapes exactly those and the unprintable.
fn is_escaped(c: char) -> bool {
    c.escape_debug().len() > 1
}

/// Formatting characters with no place in a word: byte order mark, zero-width space, direction marks. Each is its own token.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
}

/// A letter, digit or number sign of any script.
pub(super) fn is_alphanumeric(c: Option<char>) -> bool {
    c.is_some_and(|c| !is_dash_or_mark(c) && c.is_alphanumeric())
}

/// A letter of any script.
pub(super) fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| !is_dash_or_mark(c) && c.is_alphabetic())
}

/// A script written without spaces, where a run of letters ends at a letter of another script.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The apostrophes of running text.
pub(super) fn is_apostrophe(c: Option<char>) -> bool {
    matches!(c, Some('\'' | '’'))
}

/// Hyphens; dashes are not.
pub(super) fn is_hyphen(c: Option<char>) -> bool {
    matches!(c, Some('-' | '‐' | '‑'))
}

/// Quotation marks that cannot be apostrophes.
pub(super) fn is_plain_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‚'
            | '‛'
            | '`'
            | '＂'
            | '「'
            | '」'
            | '『'
            | '』'
            | '〝'
            | '〞'
            | '〟'
    )
}

/// Signs of money before a number.
pub(super) fn is_currency(c: Option<char>) -> bool {
    matches!(c, Some('$' | '£' | '¥' | '¢' | '\u{20A0}'..='\u{20CF}'))
}

#[cfg(test)]
mod tests {
    use super::{extends, is_dash_or_mark, is_escaped};

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn no_dash_or_mark_belongs_to_the_character_before_it() {
        let marks: Vec<char> = ('\u{2000}'..'\u{2100}').filter(|&c| is_dash_or_mark(c)).collect();
        assert!(marks.contains(&'—') && marks.contains(&'’') && marks.contains(&'…'));
        assert!(marks.into_iter().all(|c| !is_escaped(c) && !c.is_alphanumeric()));
        assert!(extends('\u{301}') && extends('\u{FE0F}') && extends('\u{200D}'));
    }
}
