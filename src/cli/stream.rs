//! Annotates a stream of articles: one line in, one line out, in order, for as long as lines come.
//!
//! One thread reads, several annotate, and the calling thread writes. Lines are dealt to the annotating threads in turn, and answers are
//! collected in the same turn, which keeps the order. The channels between them are short, so a stream of any length needs the memory of
//! only a few lines.

pub mod line;

use super::about;
use line::{Answer, Asked, Failure, FailureKind, Line};
use newsmark::export::csv_header;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Instant;

/// The number of lines that can wait before and after each annotating thread.
const WAITING: usize = 4;

/// Where lines come from.
pub type Input = Box<dyn BufRead + Send>;

/// Annotates a stream to standard output, in a number of threads; returns whether every line could be annotated. Its name is for errors.
///
/// A line longer than `limit`, in bytes, is not kept. A summary goes to standard error.
pub fn annotate((name, mut input): (String, Input), asked: Asked, threads: usize, limit: u64) -> io::Result<bool> {
    let started = Instant::now();
    let (lines, annotators): (Vec<_>, Vec<_>) = (0..threads).map(|_| annotator(asked.clone())).unzip();
    // Not joined: it may wait for a line that never comes when the output is already closed.
    thread::spawn(move || read(&mut input, limit, &lines));
    let mut output = io::stdout().lock();
    if let Some(table) = asked.table {
        output.write_all(csv_header(table).as_bytes())?;
    }
    let mut done = Done::default();
    for (answers, _) in annotators.iter().cycle() {
        // Answers are collected in turn, so the first thread without one is the one after the last line.
        let Ok(answer) = answers.recv() else { break };
        let Answer { output: bytes, failure } = answer.map_err(|error| about(&name, error))?;
        output.write_all(&bytes)?;
        output.flush()?;
        // A table has no place for it.
        if let Some(Failure { message, line, .. }) = failure.as_ref().filter(|_| asked.table.is_some()) {
            eprintln!("newsmark: line {line}: {message}");
        }
        done.add(failure.as_ref());
    }
    for (answers, thread) in annotators {
        drop(answers);
        thread.join().map_err(|_| io::Error::other("an annotating thread failed"))?;
    }
    done.tell(started, threads);
    Ok(done.failed.is_empty())
}

/// The results so far.
#[derive(Default)]
struct Done {
    annotated: u64,
    failed: BTreeMap<FailureKind, u64>,
}

impl Done {
    fn add(&mut self, failure: Option<&Failure>) {
        match failure {
            Some(failure) => *self.failed.entry(failure.kind).or_default() += 1,
            None => self.annotated += 1,
        }
    }

    /// Prints a summary on standard error, on one line.
    fn tell(&self, started: Instant, threads: usize) {
        let (seconds, articles, on) =
            (started.elapsed().as_secs_f64(), counted(self.annotated, "article"), counted(threads as u64, "thread"));
        eprint!("newsmark: {articles} annotated in {seconds:.1} s on {on}");
        if !self.failed.is_empty() {
            let kinds: Vec<_> = self.failed.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
            eprint!("; {} failed: {}", counted(self.failed.values().sum(), "line"), kinds.join(", "));
        }
        eprintln!();
    }
}

/// A count and its noun.
fn counted(count: u64, of: &str) -> String {
    format!("{count} {of}{}", if count == 1 { "" } else { "s" })
}

/// Opens a stream from a file, or from standard input if there is none or it is `-`; returns its name too.
pub fn input(file: Option<&Path>) -> io::Result<(String, Input)> {
    let Some(file) = file.filter(|file| file.as_os_str() != "-") else {
        return Ok(("standard input".to_owned(), Box::new(BufReader::new(io::stdin()))));
    };
    let name = file.display().to_string();
    match File::open(file) {
        Ok(file) => Ok((name, Box::new(BufReader::new(file)))),
        Err(error) => Err(about(&name, error)),
    }
}

/// The channel of answers, and the thread that sends them.
type Annotator = (Receiver<io::Result<Answer>>, JoinHandle<()>);

fn annotator(mut asked: Asked) -> (SyncSender<io::Result<Line>>, Annotator) {
    let (give_line, lines) = sync_channel::<io::Result<Line>>(WAITING);
    let (give_answer, answers) = sync_channel(WAITING);
    let thread = thread::spawn(move || {
        for line in lines {
            if give_answer.send(line.map(|line| line.answer(&mut asked))).is_err() {
                return;
            }
        }
    });
    (give_line, (answers, thread))
}

/// Deals the lines of a stream to the annotating threads in turn, until there are no more or a receiver has gone.
fn read(input: &mut impl BufRead, limit: u64, annotators: &[SyncSender<io::Result<Line>>]) {
    for (number, annotator) in (1..).zip(annotators.iter().cycle()) {
        let Some(line) = next_line(input, limit, number).transpose() else { return };
        let failed = line.is_err();
        if annotator.send(line).is_err() || failed {
            return;
        }
    }
}

/// The next line without its end; a line that is too long is not kept.
fn next_line(input: &mut impl BufRead, limit: u64, number: u64) -> io::Result<Option<Line>> {
    let mut bytes = Vec::new();
    input.by_ref().take(limit.saturating_add(1)).read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
    } else if bytes.len() as u64 > limit {
        input.skip_until(b'\n')?;
        return Ok(Some(Line { number, bytes: Err(limit) }));
    }
    Ok(Some(Line { number, bytes: Ok(bytes) }))
}
