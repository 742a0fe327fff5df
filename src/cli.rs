//! The arguments of the command line, and what its exit status says.
//!
//! Everything asked for goes to standard output, everything that went wrong to standard error, except for the lines of a
//! stream: those are answered in their place. No configuration file, no environment variable, no network.

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
    /// Print the JSON Schema of what `annotate` prints as JSON
    Schema,
}

#[derive(Args)]
struct Annotate {
    /// The article, plain text in UTF-8, or with --jsonl the articles; `-` or nothing reads standard input
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

    /// What to print; with --jsonl json or a csv
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// The longest article or line that is read, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = 16 << 20)]
    limit: u64,

    /// Read many articles, one JSON object a line, and answer each in its place
    #[arg(long)]
    jsonl: bool,

    #[command(flatten)]
    stream: Stream,
}

/// What only a stream has.
#[derive(Args)]
#[command(next_help_heading = "With --jsonl")]
struct Stream {
    /// How many threads annotate [default: one for each processor]
    #[arg(long, value_name = "N", requires = "jsonl", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,

    /// The member of a line that is the article
    #[arg(long, value_name = "NAME", requires = "jsonl", default_value = "text")]
    text_field: String,

    /// The member that is given back with the answer
    #[arg(long, value_name = "NAME", requires = "jsonl", default_value = "id")]
    id_field: String,

    /// The member that is the day the article is of; --date is for those that bring none
    #[arg(long, value_name = "NAME", requires = "jsonl", default_value = "date")]
    date_field: String,

    /// End with status 0 even if a line could not be annotated
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
  Regular expressions as Rust's regex crate has them, at most 100, matched in each paragraph by itself. All matches of one
  with a \"name\" are that one thing; without, each text that is matched is a thing of its own.

Offsets:
  Every start and end counts Unicode code points, as Python does, and is half-open. A byte order mark at the start of a
  file counts as the one character it is.

Streams:
  A line is a JSON object: \"text\" is the article; \"id\" may be anything and is given back as it was; \"date\", which may be
  left out, null or empty, is the day the article is of, alone or with a time (\"2024-05-17T09:30:00Z\", of which the day
  counts that is written there). Other members are ignored. Answer n is to line n, is one line, and comes as soon as it
  is ready: {\"id\": ..., \"offsets\": \"codepoint\", \"entities\": [...], ...}

  All processors work at once, unless --jobs says otherwise, in the memory of a few lines. At the end, standard error
  says how many articles were annotated.

  A line that cannot be annotated is answered in its place and the stream goes on:
  {\"id\": ..., \"error\": {\"kind\": ..., \"message\": ..., \"line\": ...}}, the id null if it could not be read. Kinds:
    encoding  the line is not UTF-8
    length    the line is longer than the limit
    json      the line is not a JSON object
    text      \"text\" is missing or not a string
    date      \"date\" is not a calendar date YYYY-MM-DD
  Half a surrogate pair in a JSON string (\"\\ud83d\") is read as one U+FFFD, so that offsets stay right.

  A table (--format csv-entities, csv-quotes, csv-dates) has one header and a first column \"doc\", which is the id, or
  the number of the line where there is none. Lines that cannot be annotated are told on standard error.

  To go on after a stop, leave out as many lines as have been answered:
    tail -n +$(($(wc -l < annotations.jsonl) + 1)) articles.jsonl | newsmark annotate --jsonl >> annotations.jsonl

Exit status:
  0  done
  1  something could not be read or written, or a line of the stream failed (unless --keep-going)
  2  wrong usage";

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

/// The table that is asked for. A stream cannot be anything else but JSON: other formats are a file for each article.
fn table(asked: &Annotate) -> Option<Table> {
    match asked.format {
        Format::File(export::Format::CsvEntities) => Some(Table::Entities),
        Format::File(export::Format::CsvQuotes) => Some(Table::Quotes),
        Format::File(export::Format::CsvDates) => Some(Table::Dates),
        Format::Json => None,
        _ if asked.jsonl => {
            let problem = "with --jsonl, --format can be json, csv-entities, csv-quotes or csv-dates: the others make one file of one article";
            Annotate::augment_args(Words::new("newsmark annotate")).error(UsageKind::ArgumentConflict, problem).exit()
        }
        _ => None,
    }
}

/// An error that says what it is about.
fn about(subject: &str, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{subject}: {error}"))
}
