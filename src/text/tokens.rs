//! Tokens: words, numbers and marks, as fine as any later stage needs, so that no name, quote or date begins or ends inside one.
//!
//! What is split, and what is kept together:
//!
//! - **Hyphens** split: "20-year-old" is five tokens, each but the first `glued`; "NATO-Russia", "Moscow-based" and "al-Assad"
//!   are three ("Assad" alone names him later on). Kept together: a single letter before a hyphen ("e-mail", "T-shirt", "F-16",
//!   but not the party in "(D-Calif.)") and a short capitalised word before digits ("COVID-19", "Su-27").
//! - **Clitics** are tokens of their own: "Gaza" + "'s", "do" + "n't", "I" + "'ve", "workers" + "'". They are words, never marks.
//!   Other apostrophes stay inside: "O'Brien", "Xi'an", "'tis", "'n'", "'90s", "goin'".
//! - **Single quotation marks** are distinguished from apostrophes by their surroundings, by what is open in the block, and for
//!   plural possessives inside a quote by whether a surer closing mark follows (`marks`).
//! - **Full stops** stay with abbreviations, acronyms and initials ("Jan.", "U.S.", "J."), at the end of a sentence too; a word
//!   that is only sometimes an abbreviation ("No.", "Sun.", "B.") keeps it where what follows says so (`words`).
//! - **Numbers**: "100,000", "1.2", "10:30", "9/11", "1/2/2022", "2021-09-03", "5th", "1990s" are one token; ranges
//!   ("9-10") are three; "$1.2bn" is "$" "1.2" "bn", "5pm" is "5" "pm", "50%" is "50" "%".
//! - **Slashes** join short acronyms ("RFE/RL", "AC/DC") and split otherwise. Ampersands join ("AT&T").
//! - **Addresses**, handles, hashtags, ellipses (". . ." too), dashes ("--"), doubled marks ("``", "''") and emoji sequences are
//!   one token each.
//!
//! Every character that is not white space belongs to exactly one token, and only ". . ." reaches across white space. Looking
//! ahead or back is capped, so reading is linear in the text.

mod addresses;
mod characters;
mod marks;
mod numbers;
mod scanner;
mod words;

use crate::room;
use crate::span::Span;
use characters::is_letter;
use scanner::Scanner;

/// The kind of a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Letters, with what belongs to them ("O'Brien", "RFE/RL", "U.S.", "AT&T", "'s").
    Word,
    /// Begins with a digit ("100,000", "1.2", "5th", "1990s", "10:30"), or with an apostrophe or point before one ("'90s", ".22").
    Number,
    /// A web or e-mail address.
    Address,
    /// "@POTUS".
    Handle,
    /// "#MeToo".
    Hashtag,
    /// A quotation mark of any kind that is not an apostrophe, one character or two ("``", "''").
    Mark,
    /// Any other punctuation or symbol.
    Punctuation,
}

/// How a token is capitalised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// No letter in it.
    None,
    /// "president".
    Lower,
    /// "President", "I".
    Title,
    /// "NATO", "U.S."; two letters or more.
    Upper,
    /// "iPhone", "McDonald", "deVries".
    Mixed,
}

/// One token of the article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Its span.
    pub span: Span,
    /// Its kind.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// Whether there is no white space between it and the token before.
    pub glued: bool,
}

/// Appends the tokens of one block.
pub(super) fn split(text: &str, block: Span, tokens: &mut Vec<Token>) {
    let mut end_before = usize::MAX;
    for (start, end, kind) in Scanner::new(block.of(text)) {
        let span = Span::new(block.start() + start, block.start() + end);
        room::make(tokens, span.start(), text.len());
        tokens.push(Token { span, kind, case: case_of(span.of(text)), glued: end_before == span.start() });
        end_before = span.end();
    }
}

fn case_of(word: &str) -> Case {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Case::Lower;
    }
    if word.is_ascii() {
        return case_of_ascii(word.as_bytes());
    }
    let mut letters = word.chars().filter(|&c| is_letter(Some(c)));
    let Some(first) = letters.next() else { return Case::None };
    let (upper, lower) = letters.fold((0, 0), |(u, l), c| if c.is_uppercase() { (u + 1, l) } else { (u, l + 1) });
    case_by(first.is_uppercase(), upper, lower)
}

fn case_of_ascii(word: &[u8]) -> Case {
    let Some(first) = word.iter().find(|byte| byte.is_ascii_alphabetic()) else { return Case::None };
    let upper = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    let lower = word.iter().filter(|byte| byte.is_ascii_lowercase()).count();
    let first = first.is_ascii_uppercase();
    case_by(first, upper - usize::from(first), lower - usize::from(!first))
}

/// The case of a word by that of its first letter, and by how many of the others are of which.
fn case_by(first_is_upper: bool, upper: usize, lower: usize) -> Case {
    match (first_is_upper, upper, lower) {
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Upper,
        (false, 0, _) => Case::Lower,
        _ => Case::Mixed,
    }
}
