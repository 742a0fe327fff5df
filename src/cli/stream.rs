//! A stream of articles: a line in, a line out, in order, for as long as lines come.
//!
//! One thread reads, one for each processor annotates, and the calling thread writes. Lines are dealt to the annotating
//! threads in turn and their answers taken in the same turn, so order keeps itself; the channels between are short, so a
//! stream of any length needs the memory of a few lines.

mod line;

use super::about;
use line::{Answer, Line};
use newsmark::Options;
use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle, available_parallelism};

/// How many lines may wait before and after each annotating thread.
const WAITING: usize = 4;

/// Annotates standard input to standard output; whether every line could be annotated.
///
/// A line that is longer than `limit`, in bytes, is not kept.
pub fn annotate(options: Options, limit: u64) -> io::Result<bool> {
    let threads = available_parallelism().map_or(1, |n| n.get());
    let (lines, annotators): (Vec<_>, Vec<_>) = (0..threads).map(|_| annotator(options.clone())).unzip();
    // Left to itself: it may wait for a line that never comes when the output is already closed.
    thread::spawn(move || read(&mut io::stdin().lock(), limit, &lines));
    let mut output = io::stdout().lock();
    let mut all_well = true;
    for (answers, _) in annotators.iter().cycle() {
        // Answers are taken in turn, so the first thread that has no more is the one whose turn came after the last line.
        let Ok(answer) = answers.recv() else { break };
        let answer = answer.map_err(|error| about("standard input", error))?;
        all_well &= answer.well;
        output.write_all(&answer.json)?;
        output.flush()?;
    }
    for (answers, thread) in annotators {
        drop(answers);
        thread.join().map_err(|_| io::Error::other("an annotating thread failed"))?;
    }
    Ok(all_well)
}

/// Where lines go in; where answers come out, and the thread between.
type Annotator = (Receiver<io::Result<Answer>>, JoinHandle<()>);

fn annotator(mut options: Options) -> (SyncSender<io::Result<Line>>, Annotator) {
    let (give_line, lines) = sync_channel::<io::Result<Line>>(WAITING);
    let (give_answer, answers) = sync_channel(WAITING);
    let thread = thread::spawn(move || {
        for line in lines {
            if give_answer.send(line.map(|line| line.answer(&mut options))).is_err() {
                return;
            }
        }
    });
    (give_line, (answers, thread))
}

/// Deals the lines of a stream to the annotating threads in turn, until there are no more, or nobody wants them.
fn read(input: &mut impl BufRead, limit: u64, annotators: &[SyncSender<io::Result<Line>>]) {
    for (number, annotator) in (1..).zip(annotators.iter().cycle()) {
        let Some(line) = next_line(input, limit, number).transpose() else { return };
        let failed = line.is_err();
        if annotator.send(line).is_err() || failed {
            return;
        }
    }
}

/// The next line without its end; of a line that is too long, nothing is kept.
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
