//! Annotates many articles in threads, without the interpreter's lock, and returns them in their order.
//!
//! A few texts per thread are read ahead, so a stream of any length needs the memory of a few texts. An article that cannot be annotated
//! is returned as an error in its place. What the caller's own iterator raises is raised after all results that came before it.

use crate::found::Found;
use crate::given;
use newsmark::Date;
use pyo3::exceptions::{PyBaseException, PyRuntimeError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyIterator, PyString};
use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// How many texts are read ahead for each thread.
const AHEAD: usize = 4;

/// A text, its day, and where what was found goes.
type Job = (PyBackedStr, Option<Date>, Sender<Found>);

/// Annotations as they become ready.
#[pyclass(module = "newsmark._newsmark")]
pub struct Many {
    /// Pairs of a text and a day, or errors.
    articles: Option<Py<PyIterator>>,
    jobs: Sender<Job>,
    coming: VecDeque<Coming>,
    room: usize,
}

/// What comes in the place of a text.
enum Coming {
    /// What was found, once it is ready. (A lock that nobody waits for: Python asks for a type that threads may share.)
    Found(Mutex<Receiver<Found>>),
    /// An error as a value.
    Bad(Py<PyAny>),
    /// An error that ends it all.
    Raised(PyErr),
}

/// Annotates what an iterator gives: pairs of a text and a day, or errors, which come out as they are.
#[pyfunction]
pub fn annotate_many(
    articles: Bound<'_, PyIterator>,
    names: Option<&str>,
    patterns: Option<&str>,
    everything: bool,
    threads: Option<usize>,
) -> PyResult<Many> {
    let options = given::options(names, patterns, everything)?;
    let threads = threads.unwrap_or_else(|| thread::available_parallelism().map_or(1, |n| n.get()));
    let (jobs, queue) = channel::<Job>();
    let queue = Arc::new(Mutex::new(queue));
    for _ in 0..threads {
        let (queue, options) = (Arc::clone(&queue), options.clone());
        // They end when nobody can give them more.
        thread::spawn(move || {
            while let Some((text, date, answer)) = next(&queue) {
                // Whoever asked may have left.
                let _ = answer.send(Found::of(text, date, options.clone()));
            }
        });
    }
    Ok(Many { articles: Some(articles.unbind()), jobs, coming: VecDeque::new(), room: threads.saturating_mul(AHEAD) })
}

/// The next job, when there is one.
fn next(queue: &Mutex<Receiver<Job>>) -> Option<Job> {
    queue.lock().ok()?.recv().ok()
}

#[pymethods]
impl Many {
    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Py<PyAny>>> {
        while self.coming.len() < self.room
            && let Some(article) = self.article(py)
        {
            let coming = article.unwrap_or_else(Coming::Raised);
            if matches!(coming, Coming::Raised(_)) {
                self.articles = None;
            }
            self.coming.push_back(coming);
        }
        match self.coming.pop_front() {
            Some(Coming::Found(answer)) => {
                let found = py.detach(|| answer.into_inner().ok()?.recv().ok());
                let found = found.ok_or_else(|| PyRuntimeError::new_err("an annotating thread failed"))?;
                Ok(Some(Py::new(py, found)?.into_any()))
            }
            Some(Coming::Bad(error)) => Ok(Some(error)),
            Some(Coming::Raised(error)) => Err(error),
            None => Ok(None),
        }
    }
}

impl Many {
    /// Sends the next article to the threads; none if there are no more.
    fn article(&mut self, py: Python<'_>) -> Option<PyResult<Coming>> {
        let article = self.articles.as_ref()?.clone_ref(py).into_bound(py).next()?;
        Some(article.and_then(|article| {
            if article.is_instance_of::<PyBaseException>() {
                return Ok(Coming::Bad(article.unbind()));
            }
            let (text, date): (Bound<'_, PyString>, Option<String>) = article.extract()?;
            let (text, date) = match given::day(date.as_deref()) {
                Ok(date) => (given::text(&text)?, date),
                Err(error) => return Ok(Coming::Bad(error.into_value(py).into_any())),
            };
            let (give, answer) = channel();
            // Where the threads are gone, the answer tells.
            let _ = self.jobs.send((text, date, give));
            Ok(Coming::Found(Mutex::new(answer)))
        }))
    }
}
