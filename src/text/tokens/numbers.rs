//! Numbers.

use super::characters::is_currency;
use super::scanner::Scanner;
use crate::lists::NUMBER_UNITS;

impl Scanner<'_> {
    /// The end of a number that begins here.
    pub(super) fn number(&self, start: usize) -> usize {
        if let Some(end) = self.iso_date(start) {
            return end;
        }
        let mut end = self.run(start, char::is_numeric);
        while let Some(separator @ ('.' | ',' | ':' | '/' | '\'' | '’')) = self.char_at(end) {
            let group = end + separator.len_utf8();
            let group_end = self.run(group, char::is_numeric);
            let digits = group_end - group;
            let joins = match separator {
                // Thousands; lakhs too ("1,00,000"). "1,2" is two numbers of a list.
                ',' => digits == 3 || (digits == 2 && self.char_at(group_end) == Some(',')),
                '\'' | '’' => digits == 3,
                _ => digits > 0,
            };
            if !joins {
                break;
            }
            end = group_end;
        }
        self.suffix(start, end)
    }

    /// Takes in what belongs to the number ("5th", "1990s", "3D", "49ers") and leaves units alone ("5pm", "1.2bn").
    fn suffix(&self, start: usize, end: usize) -> usize {
        let letters_end = self.run(end, char::is_alphabetic);
        let letters = self.text.get(end..letters_end).unwrap_or_default();
        if letters.is_empty() {
            return end;
        }
        let whole = self.run(letters_end, char::is_alphanumeric);
        let hour = letters.len() == 1 && self.rest(letters_end).get(..2).is_some_and(|rest| rest.eq_ignore_ascii_case(".m"));
        // "3M" and "5K" are names more often than sums, unless money is meant: "$3M".
        let name = letters.len() == 1 && letters.contains(char::is_uppercase) && !is_currency(self.char_before(start));
        let unit = whole == letters_end && !name && NUMBER_UNITS.contains(letters.to_lowercase().as_str());
        if hour || unit { end } else { whole }
    }

    /// "2021-09-03", with or without a time after it.
    fn iso_date(&self, start: usize) -> Option<usize> {
        let day = self.shape(start, "0000-00-00")?;
        if let Some(mut end) = self.shape(day, "T00:00").or_else(|| self.shape(day, "t00:00")) {
            end = self.shape(end, ":00").unwrap_or(end);
            if let Some(part) = self.shape(end, ".0") {
                end = self.run(part, |c| c.is_ascii_digit());
            }
            let zone = ["Z", "z", "+00:00", "-00:00", "+0000", "-0000"].iter().find_map(|zone| self.shape(end, zone));
            return Some(zone.unwrap_or(end));
        }
        let more = self.char_at(day).is_some_and(|c| c.is_alphanumeric())
            || (self.char_at(day) == Some('-') && self.char_at(day + 1).is_some_and(char::is_numeric));
        (!more).then_some(day)
    }

    /// The end of a stretch of this shape, where "0" stands for any digit.
    pub(super) fn shape(&self, start: usize, shape: &str) -> Option<usize> {
        let bytes = self.text.as_bytes().get(start..start + shape.len())?;
        let fits = bytes.iter().zip(shape.bytes()).all(|(b, s)| if s == b'0' { b.is_ascii_digit() } else { *b == s });
        fits.then_some(start + shape.len())
    }
}
