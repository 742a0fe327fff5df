//! Dates: three corpora, whole and in halves, the reference article, and cases.

use super::corpus::{Corpus, Half};
use super::{Figure, cases, print, reference};
use anyhow::Result;

const FIGURES: &[Figure] = &[("value F1", "/value/2"), ("strict span F1", "/strict/2")];
const REFERENCE: &[Figure] = &[("dates", "/dates"), ("dates strict", "/datesStrict"), ("dates interval", "/datesInterval")];

const fn corpus(name: &'static str, gold: &'static str, half: Option<Half>) -> Corpus {
    Corpus { name, gold, scorer: "score_dates.py", options: &[], figures: FIGURES, half }
}

const CORPORA: [Corpus; 9] = [
    corpus("dates, timebank", "data/timex/timebank.jsonl", None),
    corpus("dates, timebank, even documents", "data/timex/timebank.jsonl", Some(Half::Even)),
    corpus("dates, timebank, odd documents, held out", "data/timex/timebank.jsonl", Some(Half::Odd)),
    corpus("dates, aquaint", "data/timex/aquaint.jsonl", None),
    corpus("dates, aquaint, even documents", "data/timex/aquaint.jsonl", Some(Half::Even)),
    corpus("dates, aquaint, odd documents, held out", "data/timex/aquaint.jsonl", Some(Half::Odd)),
    corpus("dates, wikiwars", "data/timex/wikiwars.jsonl", None),
    corpus("dates, wikiwars, even documents", "data/timex/wikiwars.jsonl", Some(Half::Even)),
    corpus("dates, wikiwars, odd documents, held out", "data/timex/wikiwars.jsonl", Some(Half::Odd)),
];

pub(super) fn measure() -> Result<()> {
    let mut rows = CORPORA.iter().map(Corpus::row).collect::<Result<Vec<_>>>()?;
    rows.extend([reference::dated(REFERENCE)?, reference::undated(REFERENCE)?]);
    print(&rows);
    cases::measure("dates")
}
