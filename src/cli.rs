//! The arguments of the command line, and what its exit status says.
//!
//! Everything asked for goes to standard output, everything that went wrong to standard error, except for the lines of a
//! stream: those are answered in their place. No configuration file, no environment variable, no network.

mod article;
mod given;
mod stream;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use newsmark::{Date, Options, export};
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::LazyLock;

/// Finds who and what a news article names, who said what in it, and when.
#[derive(Parser)]
#[command(version, subcommand_required = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Annotate one article, or a stream of them
    #[command(after_help = "--help has examples, what a stream looks like, and the exit statuses.", after_long_help = HELP)]
    Annotate(Annotate),
}

#[derive(Args)]
struct Annotate {
    /// The article, plain text in UTF-8; `-` or nothing reads standard input
    file: Option<PathBuf>,

    /// The day the article is of, which "yesterday" is resolved against [default: looked for in the article]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,

    /// Names to find whatever the text suggests: a JSON array of {"name", "type", "aliases"?, "caseSensitive"?}
    #[arg(long, value_name = "FILE")]
    names: Option<PathBuf>,

    /// Regular expressions whose matches are named: a JSON array of {"type", "pattern", "name"?}
    #[arg(long, value_name = "FILE")]
    patterns: Option<PathBuf>,

    /// Read everything: menus and other furniture of web pages too, and what is not in English
    #[arg(long)]
    everything: bool,

    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// The longest article or line that is read, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = 16 << 20)]
    limit: u64,

    /// Read many articles from standard input, one JSON object a line, and answer each with one line
    #[arg(long, conflicts_with_all = ["file", "date", "format"])]
    jsonl: bool,
}

/// What one article's annotations are printed as.
#[derive(Clone, Copy)]
enum Format {
    Json,
    Text,
    File(export::Format),
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Format>> = LazyLock::new(|| {
            let files = export::Format::value_variants().iter().map(|format| Format::File(*format));
            [Format::Json, Format::Text].into_iter().chain(files).collect()
        });
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Format::Json => Some(PossibleValue::new("json").help("Entities, mentions, quotes and dates, as a JSON object")),
            Format::Text => Some(PossibleValue::new("text").help("The article with labels under its lines, for a terminal")),
            Format::File(format) => format.to_possible_value(),
        }
    }
}

const HELP: &str = "\
Examples:
  newsmark annotate article.txt
  newsmark annotate article.txt --date 2022-01-03 --format text
  newsmark annotate --format html < article.txt > article.html
  newsmark annotate --jsonl < articles.jsonl > annotations.jsonl
  newsmark annotate article.txt --names people.json --patterns cases.json

Names:
  [{\"name\": \"Harland Transit\", \"type\": \"organization\", \"aliases\": [\"HT\"], \"caseSensitive\": true}]
  Types are person, organization, place, group, event, work, product, other.

Patterns:
  [{\"type\": \"other\", \"pattern\": \"No\\\\. \\\\d{2}-\\\\d{4}\"}]
  Regular expressions as Rust's regex crate has them, at most 100, matched in each paragraph by itself. All matches of one
  with a \"name\" are that one thing; without, each text that is matched is a thing of its own.

Offsets:
  Every start and end counts Unicode code points, as Python does, and is half-open. A byte order mark at the start of a
  file counts as the one character it is.

Streams:
  A line is a JSON object: \"text\" is the article; \"id\" may be anything and is given back as it was; \"date\", which may be
  left out or null, is the day the article is of. Other members are ignored. Answer n is to line n, is one line, and comes
  as soon as it is ready: {\"id\": ..., \"offsets\": \"codepoint\", \"entities\": [...], ...}

  A line that cannot be annotated is answered in its place and the stream goes on:
  {\"id\": ..., \"error\": {\"kind\": ..., \"message\": ..., \"line\": ...}}, the id only if it could be read. Kinds:
    encoding  the line is not UTF-8
    length    the line is longer than the limit
    json      the line is not a JSON object
    text      \"text\" is missing or not a string
    date      \"date\" is not a calendar date YYYY-MM-DD
  Half a surrogate pair in a JSON string (\"\\ud83d\") is read as one U+FFFD, so that offsets stay right.

Exit status:
  0  done
  1  something could not be read or written, or a line of the stream failed
  2  wrong usage";

/// Does what the arguments ask for.
pub fn run() -> ExitCode {
    let Command::Annotate(asked) = Arguments::parse().command;
    match annotate(&asked) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads the output has seen enough: `newsmark … | head` is no failure.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("newsmark: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Annotates what is asked for; whether all of it could be.
fn annotate(asked: &Annotate) -> io::Result<bool> {
    let names = given::names(asked.names.as_deref())?;
    let patterns = given::patterns(asked.patterns.as_deref())?;
    // A stream has a date for each article.
    let options = Options { date: asked.date, names, patterns, everything: asked.everything };
    match asked.jsonl {
        true => stream::annotate(options, asked.limit),
        false => article::annotate(asked.file.as_deref(), &options, asked.format, asked.limit).map(|()| true),
    }
}

/// An error that says what it is about.
fn about(subject: &str, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{subject}: {error}"))
}
