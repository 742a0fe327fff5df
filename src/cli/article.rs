//! Annotates one article, from a file or standard input, and prints the result.

use super::{Format, about};
use newsmark::{Options, Unit, annotate as annotate_text, export};
use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;
use terminal_size::terminal_size_of;

/// Annotates a file, or standard input if there is none or it is `-`.
///
/// An article longer than `limit`, in bytes, is an error, and so is a file that never ends.
pub fn annotate(file: Option<&Path>, options: &Options, format: Format, limit: u64) -> io::Result<()> {
    let text = match file {
        Some(file) if file.as_os_str() != "-" => {
            decode(&file.display().to_string(), File::open(file).and_then(|file| read(file, limit)))?
        }
        _ => decode("standard input", read(io::stdin().lock(), limit))?,
    };
    let annotations = annotate_text(&text, options);
    let mut printed = match format {
        Format::Json => serde_json::to_string_pretty(&annotations.convert(&text, Unit::Codepoint))?,
        Format::Text => export::text(&text, &annotations, width()),
        Format::File(format) => format.write(&text, &annotations),
    };
    if !printed.ends_with('\n') {
        printed.push('\n');
    }
    io::stdout().lock().write_all(printed.as_bytes())
}

/// Reads the whole input, if it is within the limit.
fn read(input: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    match bytes.len() as u64 > limit {
        true => Err(io::Error::new(ErrorKind::FileTooLarge, format!("longer than the limit of {limit} bytes"))),
        false => Ok(bytes),
    }
}

/// Decodes the text of a file. The text is not changed in any way.
fn decode(name: &str, read: io::Result<Vec<u8>>) -> io::Result<String> {
    let text = read.and_then(|bytes| {
        String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            io::Error::new(ErrorKind::InvalidData, format!("invalid UTF-8 at byte {at}"))
        })
    });
    text.map_err(|error| about(name, error))
}

/// The number of columns to fill: the terminal's width, if there is one, up to a length that is easy to read.
fn width() -> usize {
    terminal_size_of(io::stdout()).map_or(100, |(width, _)| usize::from(width.0).clamp(40, 120))
}
