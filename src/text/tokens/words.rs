//! Words: how far one extends across apostrophes, full stops, slashes, ampersands and hyphens.
#![expect(clippy::string_slice, reason = "text is cut where a character was found to begin")]

use super::characters::{extends, is_alphanumeric, is_apostrophe, is_hyphen, is_letter, is_unspaced};
use super::scanner::Scanner;
use crate::lists::{ABBREVIATIONS, SENTENCE_STARTERS};

/// The longest acronym on either side of a slash, and the longest name before a number after a hyphen.
const SHORT: usize = 5;

impl Scanner<'_> {
    /// The end of a word of ASCII letters before a character with which neither word nor address goes on: most tokens are one.
    pub(super) fn plain_word(&self, start: usize) -> Option<usize> {
        let rest = self.text.as_bytes().get(start..)?;
        let length = rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
        let ends =
            matches!(rest.get(length), None | Some(b' ' | b'\t' | b'\n' | b'\r' | b',' | b';' | b')' | b'"' | b'?' | b'!'));
        (length > 0 && ends).then_some(start + length)
    }

    /// The end of a word that begins here.
    pub(super) fn word(&self, start: usize) -> usize {
        if let Some(end) = self.negation(start) {
            return end;
        }
        if let Some(end) = self.dotted(start) {
            return end;
        }
        let mut end = self.letters(start);
        loop {
            let word = self.text.get(start..end).unwrap_or_default();
            let Some(sign) = self.char_at(end) else { return end };
            let after = end + sign.len_utf8();
            let next = self.char_at(after);
            match sign {
                '\'' | '’' | '‘' => {
                    if word.len() > 1 && word.ends_with(['n', 'N']) && self.negation(end - 1).is_some() {
                        return end - 1;
                    }
                    if self.clitic(end).is_some() {
                        return end;
                    }
                    if !is_letter(next) {
                        return self.lost_end(start, end).unwrap_or(end);
                    }
                    end = self.letters(after);
                }
                '&' if is_alphanumeric(next) => end = self.letters(after),
                '.' => return if self.keeps_stop(word, after) { after } else { end },
                '/' if is_acronym(word) => {
                    let other = self.letters(after);
                    return if self.text.get(after..other).is_some_and(is_acronym) { other } else { end };
                }
                '+' if !is_alphanumeric(next) && next != Some('+') => return after,
                _ if is_hyphen(Some(sign)) => return self.hyphenated(start, end, after),
                _ => return end,
            }
        }
    }

    /// The end of a run of letters, digits and what extends them, in one script.
    fn letters(&self, start: usize) -> usize {
        let unspaced = self.char_at(start).is_some_and(is_unspaced);
        let mut end = start;
        while let Some(c) = self.char_at(end) {
            let inside = if c.is_ascii() {
                (c.is_ascii_alphanumeric() && !unspaced)
                    || (c == '_' && end > start && is_alphanumeric(self.char_at(end + 1)))
            } else {
                (c.is_alphanumeric() && is_unspaced(c) == unspaced) || (end > start && extends(c))
            };
            if !inside {
                break;
            }
            end += c.len_utf8();
        }
        end
    }

    /// Acronyms with full stops inside ("U.S.", "a.m.", "J.K."), and abbreviations listed so ("Ph.D.").
    fn dotted(&self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if let Some(first) = self.letter_end(start)
            && bytes.get(first) == Some(&b'.')
            && self.letter_end(first + 1).is_some()
        {
            let mut end = first + 1;
            while let Some(letter) = self.letter_end(end) {
                match bytes.get(letter) {
                    Some(b'.') => end = letter + 1,
                    // "U.S officials": the last full stop forgotten.
                    _ if end > first + 1 || self.char_at(start).is_some_and(char::is_uppercase) => return Some(letter),
                    _ => break,
                }
            }
            if end > first + 1 {
                return Some(end);
            }
        }
        let end = self.run(start, |c| c.is_ascii_alphabetic());
        let inner = self.rest(start).get(..end - start + 1).is_some_and(|word| word.len() < SHORT && word.ends_with('.'));
        let end = if inner { self.run(end + 1, |c| c.is_ascii_alphabetic()) } else { return None };
        let known = end > start + 2 && ABBREVIATIONS.contains(self.text.get(start..end)?);
        let inside = self.text.get(start..end)?.trim_end_matches('.').contains('.');
        (known && inside).then(|| if bytes.get(end) == Some(&b'.') { end + 1 } else { end })
    }

    /// The end of a letter that stands alone.
    fn letter_end(&self, start: usize) -> Option<usize> {
        let letter = self.char_at(start).filter(|c| c.is_alphabetic())?;
        let end = start + letter.len_utf8();
        (!is_alphanumeric(self.char_at(end))).then_some(end)
    }

    /// Whether the full stop before `after` belongs to the word before it.
    fn keeps_stop(&self, word: &str, after: usize) -> bool {
        let rest = self.rest(after);
        let gap = rest.chars().take(3).take_while(|c| c.is_whitespace()).map(char::len_utf8).sum::<usize>();
        let next = self.char_at(after + gap);
        let starter = || {
            let end = self.run(after + gap, |c| c.is_alphabetic());
            let word = self.text.get(after + gap..end).unwrap_or_default();
            word.starts_with(char::is_uppercase) && SENTENCE_STARTERS.contains(word.to_lowercase().as_str())
        };
        let class = ABBREVIATIONS.get(word).or_else(|| {
            let shouted = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
            let title = || format!("{}{}", &word[..1], word[1..].to_lowercase());
            if shouted { ABBREVIATIONS.get(title().as_str()) } else { None }
        });
        match class {
            Some(&"number") => next.is_some_and(char::is_numeric),
            Some(&"doubtful") => next.is_some_and(|c| c.is_numeric() || c.is_lowercase() || (gap == 0 && c == ',')),
            Some(_) => true,
            None => {
                let mut letters = word.chars();
                let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
                initial && next.is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | ';' | ':' | '-')) && !starter()
            }
        }
    }

    /// A letter or a short name before a hyphen: "e-mail", "T-shirt", "F-16", "COVID-19".
    fn hyphenated(&self, start: usize, end: usize, after: usize) -> usize {
        let word = self.text.get(start..end).unwrap_or_default();
        let mut letters = word.chars();
        let (first, second) = (letters.next(), letters.next());
        let lead = self.char_before(start);
        let other = self.letters(after);
        if other == after || is_hyphen(lead) || is_hyphen(self.char_at(other)) && second.is_some() {
            return end;
        }
        if second.is_none() {
            // "(D-Calif.)", "(R-Texas)": a party and its state.
            let party = matches!(first, Some('D' | 'R' | 'I')) && self.char_at(after).is_some_and(char::is_uppercase);
            let party = party && (lead == Some('(') || self.text.get(..start).is_some_and(|before| before.ends_with(", ")));
            let joins = !party && !matches!(first, Some('a' | 'o' | 'y'));
            return if joins { other } else { end };
        }
        let number =
            self.text.get(after..other).is_some_and(|n| n.len() < SHORT && n.starts_with(|c: char| c.is_ascii_digit()));
        let name = word.len() <= SHORT && first.is_some_and(char::is_uppercase);
        let prefix =
            ABBREVIATIONS.contains(word) || matches!(word, "Mid" | "Pre" | "Post" | "Late" | "Early" | "Since" | "May");
        if number && name && !prefix && !word.contains(is_apostrophe_char) { other } else { end }
    }
}

fn is_apostrophe_char(c: char) -> bool {
    is_apostrophe(Some(c))
}

fn is_acronym(word: &str) -> bool {
    (1..=SHORT).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
}
