//! Reads, annotates and answers one line of a stream.

use newsmark::export::{Table, csv_rows};
use newsmark::{Annotations, Date, Options, Unit, annotate};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fmt;

/// Options for every line.
#[derive(Clone)]
pub struct Asked {
    /// Its date is overwritten for each line: by the line's own, or by the default below.
    pub options: Options,
    /// The default date, for articles without one.
    pub date: Option<Date>,
    /// The names of a line's members.
    pub members: Members,
    /// The table to write instead of JSON.
    pub table: Option<Table>,
}

/// The names of a line's members.
#[derive(Clone)]
pub struct Members {
    /// The member that is copied unchanged.
    pub id: String,
    /// The article.
    pub text: String,
    /// The publication date.
    pub date: String,
}

/// One line of input.
pub struct Line {
    /// Its number in the stream, from 1.
    pub number: u64,
    /// Its bytes, without the line end, or the limit that they exceed.
    pub bytes: Result<Vec<u8>, u64>,
}

/// One line of output.
pub struct Answer {
    /// A line of JSON or rows of a table, with line ends.
    pub output: Vec<u8>,
    /// Why it could not be annotated; in JSON, the output says it too.
    pub failure: Option<Failure>,
}

/// The members of a line that are used. They are kept as raw JSON, so that an invalid one leaves the others readable.
#[derive(Default)]
pub struct Request<'l> {
    id: Option<&'l RawValue>,
    text: Option<&'l RawValue>,
    date: Option<&'l RawValue>,
}

#[derive(Serialize)]
struct Reply<'l> {
    id: Option<&'l RawValue>,
    /// Present only if something is wrong, so that readers can check for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'l Failure>,
    #[serde(flatten)]
    annotations: Option<&'l Annotations>,
}

/// Why a line could not be annotated.
#[derive(Serialize)]
pub struct Failure {
    /// The kind of problem.
    pub kind: FailureKind,
    /// A description of the problem.
    pub message: String,
    /// The number of the line in the stream, from 1.
    pub line: u64,
}

/// The kinds of problems with a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FailureKind {
    /// It is not UTF-8.
    Encoding,
    /// It is longer than the limit.
    Length,
    /// It is not a JSON object.
    Json,
    /// Its "text" is missing or not a string.
    Text,
    /// Its "date" is not a calendar date.
    Date,
}

impl fmt::Display for FailureKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// The kind of a problem, and its description.
type Wrong = (FailureKind, String);

impl Default for Members {
    fn default() -> Self {
        let [id, text, date] = ["id", "text", "date"].map(str::to_owned);
        Members { id, text, date }
    }
}

impl Line {
    /// Annotates the article, or reports what is wrong with the line.
    pub fn answer(&self, asked: &mut Asked) -> Answer {
        let (id, found) = match self.request(&asked.members) {
            Ok(request) => (request.id, request.annotations(asked)),
            Err(wrong) => (None, Err(wrong)),
        };
        let (found, failure) = match found {
            Ok(found) => (Some(found), None),
            Err((kind, message)) => (None, Some(Failure { kind, message, line: self.number })),
        };
        let output = match asked.table {
            Some(table) => {
                found.map_or_else(String::new, |(text, found)| csv_rows(&self.called(id), &text, &found, table)).into_bytes()
            }
            None => {
                let reply = Reply { id, error: failure.as_ref(), annotations: found.as_ref().map(|(_, found)| found) };
                let mut json = serde_json::to_vec(&reply).expect("plain data in memory always serialises");
                json.push(b'\n');
                json
            }
        };
        Answer { output, failure }
    }

    /// The article's name in a table: its id, without quotes if it is a string, or the line number.
    fn called(&self, id: Option<&RawValue>) -> String {
        let id = id.filter(|id| id.get() != "null");
        id.map_or_else(
            || self.number.to_string(),
            |id| serde_json::from_str(id.get()).unwrap_or_else(|_| id.get().to_owned()),
        )
    }

    fn request(&self, members: &Members) -> Result<Request<'_>, Wrong> {
        let too_long = |limit: &u64| (FailureKind::Length, format!("longer than {limit} bytes"));
        let line = std::str::from_utf8(self.bytes.as_deref().map_err(too_long)?)
            .map_err(|error| (FailureKind::Encoding, format!("invalid UTF-8: {error}")))?;
        // Some programs write a byte order mark at the start of every file.
        let line = if self.number == 1 { line.strip_prefix('\u{feff}').unwrap_or(line) } else { line };
        if !line.trim_start().starts_with('{') {
            return Err((FailureKind::Json, "not a JSON object".to_owned()));
        }
        let mut json = serde_json::Deserializer::from_str(line);
        members.deserialize(&mut json).and_then(|request| json.end().map(|()| request)).map_err(|error| {
            let (cause, column) = (error.to_string(), error.column());
            let cause = cause.strip_suffix(&format!(" at line 1 column {column}")).unwrap_or(&cause);
            (FailureKind::Json, format!("not a JSON object: {cause} at column {column}"))
        })
    }
}

impl<'l> DeserializeSeed<'l> for &Members {
    type Value = Request<'l>;

    fn deserialize<D: Deserializer<'l>>(self, deserializer: D) -> Result<Request<'l>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'l> Visitor<'l> for &Members {
    type Value = Request<'l>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'l>>(self, mut map: M) -> Result<Request<'l>, M::Error> {
        let mut request = Request::default();
        while let Some(Utf8(name)) = map.next_key()? {
            let mut places = [(&self.id, &mut request.id), (&self.text, &mut request.text), (&self.date, &mut request.date)];
            let mut wanted = places.iter_mut().filter(|(member, _)| **member == name).peekable();
            if wanted.peek().is_none() {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value = map.next_value()?;
            for (_, place) in wanted {
                if place.replace(value).is_some() {
                    return Err(M::Error::custom(format_args!("duplicate field `{name}`")));
                }
            }
        }
        Ok(request)
    }
}

impl Request<'_> {
    /// The article and its annotations.
    fn annotations(&self, Asked { options, date: usual, members, .. }: &mut Asked) -> Result<(String, Annotations), Wrong> {
        let Members { text: member, date, .. } = members;
        let text = self.text.ok_or((FailureKind::Text, format!("{member:?} is missing")))?;
        let Utf8(text) =
            serde_json::from_str(text.get()).map_err(|_| (FailureKind::Text, format!("{member:?} is not a string")))?;
        let given = self.date.filter(|date| date.get() != "null");
        let given = given.map(|given| {
            serde_json::from_str(given.get()).map_err(|_| (FailureKind::Date, format!("{date:?} is not a string")))
        });
        let given = match given.transpose()? {
            Some(Utf8(given)) => day(&given).map_err(|wrong| (FailureKind::Date, format!("{date:?} is {wrong}")))?,
            None => None,
        };
        options.date = given.or(*usual);
        let found = annotate(&text, options).convert(&text, Unit::Codepoint);
        Ok((text, found))
    }
}

/// The day of a date, or of a time such as `2024-05-17T09:30:00Z`, as written; none if the string is empty.
fn day(written: &str) -> Result<Option<Date>, impl fmt::Display> {
    let written = written.trim();
    let time = |rest: &str| {
        let of_a_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ',' | '+' | '-' | 'Z' | ' ');
        rest.strip_prefix(['T', ' ']).is_some_and(|time| time.chars().all(of_a_time))
    };
    let day = written.split_at_checked(10).filter(|(_, rest)| time(rest)).map_or(written, |(day, _)| day);
    if day.is_empty() { Ok(None) } else { day.parse().map(Some) }
}

/// A JSON string in which half a surrogate pair becomes one U+FFFD, as in JavaScript's encoder.
struct Utf8(String);

impl<'l> Deserialize<'l> for Utf8 {
    fn deserialize<D: Deserializer<'l>>(deserializer: D) -> Result<Self, D::Error> {
        // As bytes, serde_json returns half a pair as it would be in UTF-8: ED, then A0 to BF, then one more.
        deserializer.deserialize_bytes(Wtf8).map(Utf8)
    }
}

struct Wtf8;

impl Visitor<'_> for Wtf8 {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<String, E> {
        let mut bytes = bytes.to_vec();
        for at in 0..bytes.len().saturating_sub(2) {
            if bytes[at] == 0xED && bytes[at + 1] >= 0xA0 {
                bytes[at..at + 3].copy_from_slice("\u{fffd}".as_bytes());
            }
        }
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}
