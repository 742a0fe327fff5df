//! Characters that are not part of what a text says: invisible ones inside words, unusual spaces, and remains of markup in a bad copy of
//! a web page.
//!
//! Anything that is not certainly noise stays: joiners of emoji, an "&" that begins no entity.
#![expect(clippy::string_slice, reason = "text is cut where an ASCII character or a whole one was found")]

/// A piece of noise, and the text that replaces it.
pub(super) struct Noise {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) read_as: Option<char>,
}

/// Soft hyphens, zero-width characters, byte order marks and marks of direction.
pub(super) fn is_noise(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// Spaces that are read as a plain one.
fn is_other_blank(c: char) -> bool {
    matches!(c, '\t' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// The longest HTML entity, including "&" and ";".
const ENTITY: usize = 10;

/// The first noise from an offset on.
pub(super) fn next(text: &str, mut from: usize) -> Option<Noise> {
    let bytes = text.as_bytes();
    // The first bytes of noise begin little else, except dashes and quotation marks.
    let may_begin = |byte: &u8| matches!(byte, b'\t' | b'&' | 0xC2 | 0xD8 | 0xE2 | 0xE3 | 0xEF);
    loop {
        let (many, _) = bytes.get(from..)?.as_chunks::<16>();
        from += many.iter().take_while(|some| !some.iter().fold(false, |any, byte| any | may_begin(byte))).count() * 16;
        from += bytes.get(from..)?.iter().position(may_begin)?;
        let c = text[from..].chars().next()?;
        let end = from + c.len_utf8();
        // A soft hyphen between spaces stands for a real one.
        let alone = || text[..from].ends_with(char::is_whitespace) && text[end..].starts_with(char::is_whitespace);
        if is_noise(c) && !(c == '\u{AD}' && alone()) {
            return Some(Noise { start: from, end, read_as: None });
        }
        if is_other_blank(c) {
            return Some(Noise { start: from, end, read_as: Some(' ') });
        }
        if c == '&'
            && let Some((length, read_as)) = entity(&text[from..])
        {
            return Some(Noise { start: from, end: from + length, read_as: Some(read_as) });
        }
        from = end;
    }
}

/// "&amp;", "&#8217;": the length of an HTML entity at the start of a text, and the character it stands for.
fn entity(text: &str) -> Option<(usize, char)> {
    let end = text.bytes().take(ENTITY).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let number = match name.as_bytes() {
        [b'#', b'x' | b'X', ..] => u32::from_str_radix(&name[2..], 16).ok(),
        [b'#', ..] => name[1..].parse().ok(),
        _ => None,
    };
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "laquo" => '«',
        "raquo" => '»',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        "pound" => '£',
        "euro" => '€',
        "copy" => '©',
        "eacute" => 'é',
        "egrave" => 'è',
        "aacute" => 'á',
        "iacute" => 'í',
        "oacute" => 'ó',
        "uacute" => 'ú',
        "ntilde" => 'ñ',
        "ccedil" => 'ç',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        _ => char::from_u32(number?).filter(|c| !c.is_control() && !is_noise(*c))?,
    };
    Some((end + 1, if is_other_blank(c) { ' ' } else { c }))
}

#[cfg(test)]
mod tests {
    use super::next;

    fn cleaned(text: &str) -> String {
        let (mut clean, mut at) = (String::new(), 0);
        while let Some(noise) = next(text, at) {
            clean.push_str(&text[at..noise.start]);
            clean.extend(noise.read_as);
            at = noise.end;
        }
        clean + &text[at..]
    }

    #[wasm_bindgen_test::wasm_bindgen_test(unsupported = test)]
    fn what_is_noise() {
        let cases = [
            ("the har\u{AD}bour", "the harbour"),
            ("the China \u{AD} Africa talks", "the China \u{AD} Africa talks"),
            ("\u{FEFF}Ana\u{200B} Ruiz\u{200E}", "Ana Ruiz"),
            ("3\u{A0}May\t2024", "3 May 2024"),
            ("Marks &amp; Sons&#8217; &quot;pier&quot;&nbsp;", "Marks & Sons’ \"pier\" "),
            ("R&D; AT&T; &unknown; &#0; &;", "R&D; AT&T; &unknown; &#0; &;"),
            ("“so — he said”…", "“so — he said”…"),
            ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"),
        ];
        for (text, expected) in cases {
            assert_eq!(cleaned(text), expected);
        }
    }
}
