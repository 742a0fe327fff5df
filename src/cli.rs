//! The command line: its arguments and exit statuses.
//!
//! Results go to standard output and problems to standard error. The exception is a stream, where each line gets its answer or its
//! error in its place. There is no configuration file, no environment variable and no network.

mod article;
mod given;
mod stream;

use clap::builder::PossibleValue;
use clap::error::ErrorKind as UsageKind;
use clap::{Args, Command as Words, Parser, Subcommand, ValueEnum};
use newsmark::export::{self, Table};
use newsmark::{Date, Options};
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::LazyLock;
use std::thread::available_parallelism;
use stream::line::{Asked, Members};

/// Find who and what a news article names, who said what, and when
#[derive(Parser)]
#[command(version, subcommand_required = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Annotate one article, or a stream of them
    #[command(after_help = "Run with --help for examples, the stream format and exit statuses.", after_long_help = HELP)]
    Annotate(Annotate),
    /// Print the JSON Schema of what `annotate` prints as JSON
    Schema,
}

#[derive(Args)]
struct Annotate {
    /// Plain text in UTF-8, or JSON lines with --jsonl; `-` or no file reads standard input
    file: Option<PathBuf>,

    /// Publication date, which "yesterday" counts from [default: found in the article]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,

    /// Names that are always found: a JSON array of {"name", "type", "aliases"?, "caseSensitive"?}
    #[arg(long, value_name = "FILE")]
    names: Option<PathBuf>,

    /// Regular expressions whose matches become entities: a JSON array of {"type", "pattern", "name"?}
    #[arg(long, value_name = "FILE")]
    patterns: Option<PathBuf>,

    /// Also annotate menus and other boilerplate, and text that is not in English
    #[arg(long)]
    everything: bool,

    /// Output format; with --jsonl, json or one of the csv formats
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// Longest article or line to read, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = 16 << 20)]
    limit: u64,

    /// Read many articles, one JSON object per line, and write one line for each
    #[arg(long)]
    jsonl: bool,

    #[command(flatten)]
    stream: Stream,
}

/// What only a stream has.
#[derive(Args)]
#[command(next_help_heading = "With --jsonl")]
struct Stream {
    /// Number of annotating threads [default: one per processor]
    #[arg(long, value_name = "N", requires = "jsonl", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,

    /// Member that holds the article
    #[arg(long, value_name = "NAME", requires = "jsonl", default_value = "text")]
    text_field: String,

    /// Member that is copied to the output
    #[arg(long, value_name = "NAME", requires = "jsonl", default_value = "id")]
    id_field: String,

    /// Member that holds the publication date; --date applies to lines without one
    #[arg(long, value_name = "NAME", requires = "jsonl", default_value = "date")]
    date_field: String,

    /// Exit with status 0 even if some lines failed
    #[arg(long, requires = "jsonl")]
    keep_going: bool,
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
  newsmark annotate --jsonl articles.jsonl > annotations.jsonl
  newsmark annotate --jsonl articles.jsonl --format csv-quotes > quotes.csv
  newsmark annotate --jsonl articles.jsonl --text-field body --id-field url --date-field published
  newsmark annotate article.txt --names people.json --patterns cases.json

Names:
  [{\"name\": \"Harland Transit\", \"type\": \"organization\", \"aliases\": [\"HT\"], \"caseSensitive\": true}]
  Types are person, organization, place, group, event, work, product, other.

Patterns:
  [{\"type\": \"other\", \"pattern\": \"No\\\\. \\\\d{2}-\\\\d{4}\"}]
  Regular expressions in the syntax of Rust's regex crate, 100 at most, matched in each paragraph separately. With a
  \"name\", all matches are one entity; without it, each different text is an entity of its own.

Offsets:
  start and end count Unicode code points, as Python does; the range is half-open. A byte order mark at the start of a
  file counts as one character.

Streams:
  Each line is a JSON object: \"text\" is the article; \"id\" can be anything and is copied unchanged; \"date\" is the
  publication date, alone or with a time (\"2024-05-17T09:30:00Z\"; the day is used as written), and can be missing, null
  or empty. Other members are ignored. Each line of output answers the same line of input, as soon as it is ready:
  {\"id\": ..., \"offsets\": \"codepoint\", \"entities\": [...], ...}

  newsmark uses all processors, unless --jobs says otherwise, and the memory of a few lines. At the end, it prints the
  number of annotated articles on standard error.

  A line that cannot be annotated gets an error in its place, and the stream continues:
  {\"id\": ..., \"error\": {\"kind\": ..., \"message\": ..., \"line\": ...}}. The id is null if it could not be read. Kinds:
    encoding  the line is not UTF-8
    length    the line is longer than the limit
    json      the line is not a JSON object
    text      \"text\" is missing or not a string
    date      \"date\" is not a calendar date YYYY-MM-DD
  Half a surrogate pair in a JSON string (\"\\ud83d\") is read as one U+FFFD, so that offsets stay right.

  A table (--format csv-entities, csv-quotes, csv-dates) has one header and a first column \"doc\" with the id, or the
  line number if there is no id. Lines that cannot be annotated are reported on standard error.

  To resume after a stop, skip as many lines as were answered:
    tail -n +$(($(wc -l < annotations.jsonl) + 1)) articles.jsonl | newsmark annotate --jsonl >> annotations.jsonl

Exit status:
  0  success
  1  a file could not be read or written, or a line of the stream failed (unless --keep-going)
  2  invalid arguments";

/// What `newsmark schema` prints.
const SCHEMA: &str = include_str!("cli/schema.json");

/// Does what the arguments ask for.
pub fn run() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Annotate(asked) => annotate(&asked),
        Command::Schema => io::stdout().lock().write_all(SCHEMA.as_bytes()).map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader of the output closed the pipe, as in `newsmark … | head`: not a failure.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("newsmark: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Annotates the input; returns whether all of it could be annotated.
fn annotate(asked: &Annotate) -> io::Result<bool> {
    let table = table(asked);
    let names = given::names(asked.names.as_deref())?;
    let patterns = given::patterns(asked.patterns.as_deref())?;
    let options = Options { date: asked.date, names, patterns, everything: asked.everything };
    let file = asked.file.as_deref();
    if !asked.jsonl {
        return article::annotate(file, &options, asked.format, asked.limit).map(|()| true);
    }
    let Stream { jobs, text_field, id_field, date_field, keep_going } = &asked.stream;
    let threads = jobs.map_or_else(|| available_parallelism().map_or(1, |n| n.get()), usize::from);
    let members = Members { id: id_field.clone(), text: text_field.clone(), date: date_field.clone() };
    let lines = Asked { date: options.date, options, members, table };
    let all_well = stream::annotate(stream::input(file)?, lines, threads, asked.limit)?;
    Ok(all_well || *keep_going)
}

/// The requested table. A stream writes JSON or a table; all other formats are one file per article.
fn table(asked: &Annotate) -> Option<Table> {
    match asked.format {
        Format::File(export::Format::CsvEntities) => Some(Table::Entities),
        Format::File(export::Format::CsvQuotes) => Some(Table::Quotes),
        Format::File(export::Format::CsvDates) => Some(Table::Dates),
        Format::Json => None,
        _ if asked.jsonl => {
            let problem = "with --jsonl, --format must be json, csv-entities, csv-quotes or csv-dates";
            Annotate::augment_args(Words::new("newsmark annotate")).error(UsageKind::ArgumentConflict, problem).exit()
        }
        _ => None,
    }
}

/// An error that says what it is about.
fn about(subject: &str, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{subject}: {error}"))
}
