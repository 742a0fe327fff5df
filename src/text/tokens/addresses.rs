//! Web and e-mail addresses, handles and hashtags.

use super::TokenKind;
use super::characters::{extends, is_alphanumeric};
use super::scanner::Scanner;
use crate::lists::TOP_LEVEL_DOMAINS;

const SCHEMES: [&str; 5] = ["http://", "https://", "ftp://", "mailto:", "www."];

impl Scanner<'_> {
    /// The end and kind of an address that begins here.
    pub(super) fn address(&mut self, start: usize) -> Option<(usize, TokenKind)> {
        if start < self.no_address_before || !is_alphanumeric(self.char_at(start)) {
            return None;
        }
        let schemed = matches!(self.text.as_bytes().get(start), Some(b'h' | b'H' | b'f' | b'F' | b'm' | b'M' | b'w' | b'W'));
        if schemed && start >= self.no_page_before && SCHEMES.iter().any(|scheme| starts_with(self.rest(start), scheme)) {
            let end = self.page_end(start);
            if self.rest(start).get(..end - start).is_some_and(|address| address.contains('.') || address.contains('@')) {
                return Some((end, TokenKind::Address));
            }
            self.no_page_before = end;
        }
        let run = self.run(start, |c| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '@'));
        self.no_address_before = run;
        let text = self.text.get(start..run)?;
        if !text.contains('.') {
            return None;
        }
        if let Some((user, host)) = text.split_once('@') {
            let host = host.split('@').next().unwrap_or_default().trim_end_matches(['.', '-', '_', '%', '+']);
            let domain = host.rsplit_once('.')?.1;
            let valid = !user.is_empty() && domain.len() >= 2 && domain.chars().all(char::is_alphabetic);
            return valid.then_some((start + user.len() + 1 + host.len(), TokenKind::Address));
        }
        self.site(start, text.trim_end_matches(['.', '-', '_', '%', '+']))
    }

    /// A site's bare name ("nytimes.com", "bbc.co.uk/news"); a name with capitals is a word ("Amazon.com").
    fn site(&self, start: usize, run: &str) -> Option<(usize, TokenKind)> {
        let (before, last) = run.rsplit_once('.')?;
        let domain = last.split('-').next().unwrap_or_default();
        let host = run.get(..before.len() + 1 + domain.len())?;
        let end = start + host.len();
        if host.split('.').any(str::is_empty) || host.contains(['_', '%', '+']) {
            return None;
        }
        let shouted = !host.contains(char::is_lowercase);
        let lower = domain.to_lowercase();
        let page = matches!(self.char_at(end), Some('/')) && self.char_at(end + 1).is_some_and(char::is_alphanumeric);
        if page && (2..=6).contains(&domain.len()) && domain.bytes().all(|b| b.is_ascii_lowercase()) {
            return Some((self.page_end(start), TokenKind::Address));
        }
        if (domain == lower || shouted) && TOP_LEVEL_DOMAINS.contains(lower.as_str()) {
            let kind = if host.contains(char::is_uppercase) { TokenKind::Word } else { TokenKind::Address };
            return Some((end, kind));
        }
        None
    }

    /// Where a web address ends: before white space, quotation marks and angle brackets, without the punctuation of the sentence.
    fn page_end(&self, start: usize) -> usize {
        let end = self.run(start, |c| {
            !c.is_whitespace()
                && !matches!(
                    c,
                    '<' | '>' | '"' | '“' | '”' | '‘' | '’' | '«' | '»' | '`' | '{' | '}' | '|' | '\\' | '^' | '…' | '—'
                )
        });
        let mut address = self.text.get(start..end).unwrap_or_default();
        loop {
            let trimmed = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '~', '[', ']', '(', '@']);
            let open = address.contains('(');
            let trimmed = if open { trimmed } else { trimmed.trim_end_matches(')') };
            if trimmed.len() == address.len() {
                return start + address.len();
            }
            address = trimmed;
        }
    }

    /// "@POTUS", "@desk@news.example", "#MeToo"; "@" and "#" alone where no name follows.
    pub(super) fn handle_or_hashtag(&self, start: usize, sign: char) -> (usize, TokenKind) {
        let name = start + 1;
        let alone = (name, TokenKind::Punctuation);
        if is_alphanumeric(self.char_before(start)) {
            return alone;
        }
        if sign == '#' {
            let end = self.run(name, |c| c.is_alphanumeric() || c == '_' || extends(c));
            let named = self.text.get(name..end).is_some_and(|name| name.contains(char::is_alphabetic));
            return if named { (end, TokenKind::Hashtag) } else { alone };
        }
        let end = self.run(name, |c| c.is_ascii_alphanumeric() || c == '_');
        if end == name {
            return alone;
        }
        let server = self.run(end + 1, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
        match self.text.get(end..server).map(|server| server.trim_end_matches(['.', '-'])) {
            Some(server) if server.starts_with('@') && server.contains('.') => (end + server.len(), TokenKind::Handle),
            _ => (end, TokenKind::Handle),
        }
    }
}

fn starts_with(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)) && text.len() > prefix.len()
}
