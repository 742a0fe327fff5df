//! Tokens: words, numbers and marks, as fine as any later stage needs.
//!
//! Words are split at hyphens ("20-year-old" is five tokens, each but the first `glued`), clitics are tokens of their own
//! ("Gaza" + "'s", "do" + "n't"), abbreviations and initials keep their full stop ("U.S.", "Jan.", "J."), and currency signs
//! and units stand alone ("$" "1.2" "bn"). So no name, quote or date ever begins or ends inside a token.

use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Letters, with what belongs to them ("O'Brien", "RFE/RL", "U.S.", "AT&T", "'s").
    Word,
    /// Begins with a digit ("100,000", "1.2", "5th", "1990s", "10:30").
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
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// No white space between it and the token before it.
    pub glued: bool,
}

/// Appends the tokens of one block.
pub(super) fn split(text: &str, block: Span, tokens: &mut Vec<Token>) {
    let class = |c: char| match c {
        c if c.is_whitespace() => 0,
        c if c.is_alphanumeric() || c == '@' || c == '#' => 1,
        _ => 2,
    };
    let mut chars = block.of(text).char_indices().peekable();
    let mut end_before = usize::MAX;
    while let Some((start, first)) = chars.next() {
        if class(first) == 0 {
            continue;
        }
        let mut end = start + first.len_utf8();
        while class(first) == 1
            && let Some(&(at, next)) = chars.peek()
            && class(next) == 1
        {
            end = at + next.len_utf8();
            chars.next();
        }
        let word = &block.of(text)[start..end];
        let kind = match first {
            '@' => TokenKind::Handle,
            '#' => TokenKind::Hashtag,
            c if c.is_numeric() => TokenKind::Number,
            c if c.is_alphabetic() => TokenKind::Word,
            '"' | '“' | '”' | '‘' | '’' | '«' | '»' | '„' => TokenKind::Mark,
            _ => TokenKind::Punctuation,
        };
        let span = Span::new(block.start() + start, block.start() + end);
        tokens.push(Token { span, kind, case: case_of(word), glued: end_before == span.start() });
        end_before = span.end();
    }
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    let (upper, lower) = letters.fold((0, 0), |(u, l), c| if c.is_uppercase() { (u + 1, l) } else { (u, l + 1) });
    match (first.is_uppercase(), upper, lower) {
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Upper,
        (false, 0, _) => Case::Lower,
        _ => Case::Mixed,
    }
}
