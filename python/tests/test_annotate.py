"""One article: what is found, as Python values, and what cannot be used."""

import datetime
import json
import pickle
import sys
import threading
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import get_args

import pytest

import newsmark

TEXT = "Mayor Ana Ruiz said on Monday that the bridge will open."
ARTICLE = (Path(__file__).parents[2] / "tests/articles/politics.txt").read_text(encoding="utf-8")


def test_what_is_found_are_plain_values_that_join() -> None:
    found = newsmark.annotate(TEXT, datetime.date(2024, 5, 17))
    (entity,), (mention,), (quote,), (date,) = found.entities, found.mentions, found.quotes, found.dates
    assert (entity.name, entity.type, entity.mentions) == ("Ana Ruiz", "person", (0,))
    assert [TEXT[role.start : role.end] for role in entity.roles] == ["Mayor"]
    assert (mention.text, mention.entity, mention.form, mention.rule) == ("Ana Ruiz", 0, "name", None)
    assert (quote.text, quote.kind, quote.rule) == ("that the bridge will open", "indirect", "subject-cue-speech")
    assert quote.speaker is not None and quote.speaker.entities == (0,) and found.speakers(quote) == ["Ana Ruiz"]
    assert quote.cue is not None and TEXT[quote.cue.start : quote.cue.end] == "said"
    assert (date.text, date.type, date.value, date.parts) == ("Monday", "date", "2024-05-13", ())
    assert (date.from_, date.to) == (datetime.date(2024, 5, 13), datetime.date(2024, 5, 14))
    assert found.reference == newsmark.Reference(datetime.date(2024, 5, 17), "given")
    assert (found.text, found.language) == (TEXT, "en")
    assert repr(found) == "<newsmark.Annotations: 1 entities, 1 mentions, 1 quotes, 1 dates>"
    with pytest.raises(FrozenInstanceError):
        quote.text = "that it will not"  # type: ignore[misc]


def test_every_offset_is_one_of_python() -> None:
    text = "🙂 é\u0301\n\n" + ARTICLE.replace("Whitcombe", "Whitcömbe 𝒲")
    found = newsmark.annotate(text)
    assert len(found.mentions) > 20 and len(found.quotes) > 5 and found.dates
    for stretch in (*found.mentions, *found.quotes, *found.dates):
        assert text[stretch.start : stretch.end] == stretch.text
    for quote in found.quotes:
        if quote.speaker:
            assert text[quote.speaker.start : quote.speaker.end] == quote.speaker.text
    assert all(text[block.start : block.end].strip() for block in found.blocks)


def test_every_value_is_one_that_the_types_promise() -> None:
    found = newsmark.annotate(ARTICLE)
    assert {e.type for e in found.entities} <= set(get_args(newsmark.EntityType))
    assert {m.form for m in found.mentions} <= set(get_args(newsmark.Form))
    assert {b.kind for b in found.blocks} <= set(get_args(newsmark.BlockKind))
    assert {q.kind for q in found.quotes} <= set(get_args(newsmark.QuoteKind))
    assert {q.rule for q in found.quotes} <= set(get_args(newsmark.QuoteRule))
    assert {d.type for d in found.dates} <= set(get_args(newsmark.TimeType))
    assert {d.rule for d in found.dates} <= set(get_args(newsmark.DateRule))
    assert {d.mod for d in found.dates} - {None} <= set(get_args(newsmark.Modifier))
    assert found.reference.source in get_args(newsmark.ReferenceSource)
    # A set has a frequency, a range has ends of its own.
    found = newsmark.annotate("The board meets twice a month. The fair runs from 3 May to 9 May 2024.")
    assert [(d.type, d.freq) for d in found.dates][0] == ("set", "2X")
    assert [part.value for part in found.dates[1].parts] == ["2024-05-03", "2024-05-09"]


def test_values_are_those_of_the_json() -> None:
    found = newsmark.annotate(ARTICLE, "2024-03-14")
    shown = found.to_dict()
    assert shown["offsets"] == "codepoint" and json.loads(found.export("json")) == shown
    assert [(q["text"], q["score"], q["rule"]) for q in shown["quotes"]] == [(q.text, q.score, q.rule) for q in found.quotes]
    assert [(m["start"], m["score"]) for m in shown["mentions"]] == [(m.start, m.score) for m in found.mentions]
    assert [(d["value"], d["from"]) for d in shown["dates"]] == [(d.value, d.from_ and str(d.from_)) for d in found.dates]


@pytest.mark.parametrize(
    "date",
    [
        datetime.date(2024, 5, 17),
        datetime.datetime(2024, 5, 17, 23, 59, tzinfo=datetime.timezone.utc),
        "2024-05-17",
        " 2024-05-17T10:00:00Z",
        "2024-05-17 00:00:00.000",
        "2024-05-17T10:00:00+02:00",
    ],
)
def test_a_day_may_be_given_in_several_ways(date: object) -> None:
    assert newsmark.annotate(TEXT, date).reference.date == datetime.date(2024, 5, 17)  # type: ignore[arg-type]


@pytest.mark.parametrize("date", [None, "", "  ", float("nan")])
def test_no_day_is_none(date: object) -> None:
    assert newsmark.annotate(TEXT, date).reference == newsmark.Reference(None, "none")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "kind", "message"),
    [
        (dict(text=None), TypeError, "text is a NoneType, not a str"),
        (dict(text=b"bytes"), TypeError, "text is a bytes, not a str"),
        (dict(date=20240517), TypeError, "date is a int, not a datetime.date or a str such as '2024-05-17'"),
        (dict(date="17 May"), ValueError, "date is '17 May', not a calendar date such as '2024-05-17'"),
        (dict(date="2024-05-17 or later"), ValueError, "date is '2024-05-17 or later', not"),
        (dict(date="2023-02-29"), ValueError, "date is not a calendar date of the form YYYY-MM-DD: \"2023-02-29\""),
        (dict(names="Ana"), TypeError, 'names is a str, not a list such as [{"name": "Ana Ruiz", "type": "person"}]'),
        (dict(names=["Ana"]), TypeError, "names[0] is 'Ana', not a dict such as {"),
        (dict(names=[{"name": "Ana"}]), ValueError, 'names[0] ({"name":"Ana"}): missing field `type`'),
        (dict(names=[{"name": "!", "type": "person"}]), ValueError, 'names[0] ("!"): there is no letter or digit'),
        (dict(names=[{"name": "Ana", "type": "human"}]), ValueError, "unknown variant `human`, expected one of `person`"),
        (dict(names=[{"name": {1}, "type": "person"}]), TypeError, "names: Object of type set is not JSON serializable"),
        (dict(patterns=[{"type": "other", "pattern": "b)"}]), ValueError, 'patterns[0] ("b)"): unopened group'),
        (dict(patterns=[r"\d+"]), TypeError, "patterns[0] is '"),
        (dict(pattern=[]), TypeError, "unexpected keyword argument 'pattern'"),
    ],
)
def test_what_cannot_be_used_says_what_is_wrong(arguments: dict, kind: type[Exception], message: str) -> None:  # type: ignore[type-arg]
    with pytest.raises(kind) as raised:
        newsmark.annotate(**{"text": TEXT, **arguments})
    assert message in str(raised.value)


def test_names_and_patterns_of_the_caller_are_found() -> None:
    found = newsmark.annotate(
        "Nobody at tdl knew of No. 7.",
        names=[{"name": "Tideline", "type": "organization", "aliases": ["TDL"]}],
        patterns=[{"type": "other", "pattern": r"No\. \d+", "name": "the case"}],
    )
    assert [(e.name, found.mentions[e.mentions[0]].rule) for e in found.entities] == [("Tideline", "known"), ("the case", "pattern")]


def test_another_language_is_left_alone_unless_everything_is_asked_for() -> None:
    german = "Der Stadtrat von Solvik hat am Montag beschlossen, dass die Brücke nicht geöffnet wird."
    assert (newsmark.annotate(german).language, newsmark.annotate(german).mentions) == ("de", ())
    assert newsmark.annotate(german, everything=True).mentions


def test_half_a_surrogate_pair_keeps_its_place() -> None:
    text = "\ud83d \ude42 🙂\n\n" + TEXT
    (mention,) = newsmark.annotate(text).mentions
    assert text[mention.start : mention.end] == "Ana Ruiz"


def test_nothing_is_found_in_nothing() -> None:
    found = newsmark.annotate("")
    assert (found.entities, found.mentions, found.quotes, found.dates, found.blocks) == ((), (), (), (), ())


def test_annotations_are_pickled_and_compared() -> None:
    found = newsmark.annotate("🙂 " + TEXT, "2024-05-17")
    again = pickle.loads(pickle.dumps(found))
    assert again == found and hash(again) == hash(found)
    assert again.quotes == found.quotes and again.export("html") == found.export("html")
    assert found != newsmark.annotate("🙂 " + TEXT) and found != "text"
    assert pickle.loads(pickle.dumps(found.quotes)) == found.quotes


def test_files_are_those_of_every_edition() -> None:
    found = newsmark.annotate("🙂 " + TEXT, "2024-05-17")
    begins = {
        "json": '{"schema":2',
        "text": "Labels under the text",
        "html": "<!doctype html>",
        "markdown": "#",
        "tei": "<?xml",
        "web-annotations": "{",
        "brat": "T1\t",
        "conll": "-DOCSTART-",
        "csv-entities": "id,type,name",
        "csv-quotes": "text,kind,speaker",
        "csv-dates": "text,type,value",
    }
    assert set(begins) == set(get_args(newsmark.Format))
    for format, start in begins.items():
        assert found.export(format).startswith(start), format  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="format is 'pdf'; it can be json, text, html"):
        found.export("pdf")  # type: ignore[arg-type]


def test_a_notebook_shows_the_article_in_a_frame_that_runs_nothing() -> None:
    shown = newsmark.annotate('<script>alert("x")</script> ' + TEXT)._repr_html_()
    assert shown.startswith('<iframe sandbox title="Annotated article" srcdoc="&lt;!doctype html&gt;')
    assert shown.count("<") == 2 and shown.count(">") == 2, "nothing of the article is markup of the notebook"


def test_other_threads_run_while_an_article_is_annotated() -> None:
    # A thread gives way only where it lets go of the interpreter's lock.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    go, gone = threading.Event(), threading.Event()
    other = threading.Thread(target=lambda: go.wait() and gone.set())
    try:
        other.start()
        go.set()
        newsmark.annotate(f"{ARTICLE}\n\n" * 200)
        assert gone.is_set()
    finally:
        sys.setswitchinterval(interval)
        other.join()
