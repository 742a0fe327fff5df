//! One line of a stream: read, annotated, and answered with one line.

use newsmark::{Annotations, Options, Unit, annotate};
use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::fmt;

/// One line as it came.
pub struct Line {
    /// Its place in the stream, the first being 1.
    pub number: u64,
    /// What it holds, without its end, or the limit that it is longer than.
    pub bytes: Result<Vec<u8>, u64>,
}

/// One line as it goes.
pub struct Answer {
    /// The line, with its end.
    pub json: Vec<u8>,
    /// Whether it holds annotations, not an error.
    pub well: bool,
}

/// What a line should be. Members are taken as they stand, so that one that is wrong leaves the others readable.
#[derive(Deserialize)]
struct Request<'l> {
    #[serde(borrow, default, deserialize_with = "some")]
    id: Option<&'l RawValue>,
    #[serde(borrow, default, deserialize_with = "some")]
    text: Option<&'l RawValue>,
    #[serde(borrow, default)]
    date: Option<&'l RawValue>,
}

/// Tells `null` from a member that is not there.
fn some<'l, D: Deserializer<'l>>(deserializer: D) -> Result<Option<&'l RawValue>, D::Error> {
    <&RawValue>::deserialize(deserializer).map(Some)
}

#[derive(Serialize)]
struct Reply<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'l RawValue>,
    #[serde(flatten)]
    outcome: Outcome,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Outcome {
    Annotated(Annotations),
    Failed { error: Failure },
}

#[derive(Serialize)]
struct Failure {
    kind: FailureKind,
    message: String,
    line: u64,
}

/// Why a line could not be annotated.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
enum FailureKind {
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

/// What is wrong with a line, and in words.
type Wrong = (FailureKind, String);

impl Line {
    /// Annotates the article with these options and its own date, or says what is wrong with the line.
    pub fn answer(&self, options: &mut Options) -> Answer {
        let (id, outcome) = match self.request() {
            Ok(request) => (request.id, request.annotations(options)),
            Err(failure) => (None, Err(failure)),
        };
        let well = outcome.is_ok();
        let outcome = match outcome {
            Ok(annotations) => Outcome::Annotated(annotations),
            Err((kind, message)) => Outcome::Failed { error: Failure { kind, message, line: self.number } },
        };
        let mut json = serde_json::to_vec(&Reply { id, outcome }).expect("plain data in memory always serialises");
        json.push(b'\n');
        Answer { json, well }
    }

    fn request(&self) -> Result<Request<'_>, Wrong> {
        let too_long = |limit: &u64| (FailureKind::Length, format!("longer than {limit} bytes"));
        let line = std::str::from_utf8(self.bytes.as_deref().map_err(too_long)?)
            .map_err(|error| (FailureKind::Encoding, format!("not UTF-8: {error}")))?;
        // Some programs write a byte order mark at the start of whatever they write.
        let line = if self.number == 1 { line.strip_prefix('\u{feff}').unwrap_or(line) } else { line };
        // Serde would take an array for the members in order.
        if !line.trim_start().starts_with('{') {
            return Err((FailureKind::Json, "not a JSON object".to_owned()));
        }
        serde_json::from_str(line).map_err(|error| {
            let (cause, column) = (error.to_string(), error.column());
            let cause = cause.strip_suffix(&format!(" at line 1 column {column}")).unwrap_or(&cause);
            (FailureKind::Json, format!("not a JSON object: {cause} at column {column}"))
        })
    }
}

impl Request<'_> {
    fn annotations(&self, options: &mut Options) -> Result<Annotations, Wrong> {
        let text = self.text.ok_or((FailureKind::Text, "there is no \"text\"".to_owned()))?;
        let Utf8(text) =
            serde_json::from_str(text.get()).map_err(|_| (FailureKind::Text, "\"text\" is not a string".to_owned()))?;
        options.date = match self.date {
            Some(date) => {
                let given: Utf8 = serde_json::from_str(date.get())
                    .map_err(|_| (FailureKind::Date, "\"date\" is not a string".to_owned()))?;
                Some(given.0.parse().map_err(|error| (FailureKind::Date, format!("\"date\" is {error}")))?)
            }
            None => None,
        };
        Ok(annotate(&text, options).convert(&text, Unit::Codepoint))
    }
}

/// A JSON string in which half a surrogate pair becomes one U+FFFD, as in JavaScript's encoder.
struct Utf8(String);

impl<'l> Deserialize<'l> for Utf8 {
    fn deserialize<D: Deserializer<'l>>(deserializer: D) -> Result<Self, D::Error> {
        // Asked for bytes, serde_json gives half a pair as it would be in UTF-8: ED, then A0 to BF, then one more.
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
