"""Tables of many articles, by each of the libraries that make them."""

import datetime
import sys
from typing import Any

import pytest

import newsmark
from newsmark.frames import SCHEMA

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")
pyarrow = pytest.importorskip("pyarrow")

TEXTS = [
    "🙂 Mayor Ana Ruiz said on Monday that the bridge will open.",
    None,
    "It rains.",
    "“It is late,” said Ana Ruiz and Bo Lind. The war ended in 1215.",
]
DATES = ["2024-05-17", None, None, None]


def frames(**options: Any) -> newsmark.Frames:
    return newsmark.to_frames(newsmark.annotate_many(TEXTS, DATES), **options)  # type: ignore[arg-type]


def rows(table: Any) -> list[dict[str, Any]]:
    """A table's rows as plain values, whatever made it."""
    if isinstance(table, pandas.DataFrame):
        plain = table.astype(object).where(table.notna(), None) if len(table) else table
        made = plain.to_dict("records")
        return [{k: v.date() if isinstance(v, pandas.Timestamp) else v for k, v in row.items()} for row in made]
    return list(table.to_pylist() if isinstance(table, pyarrow.Table) else table.to_dicts())


@pytest.mark.parametrize("to", ["pandas", "polars", "arrow"])
def test_tables_hold_what_was_found(to: str) -> None:
    found = frames(to=to)
    entities, mentions, quotes, dates, errors = map(rows, found)
    assert [(e["doc"], e["entity"], e["type"], e["name"], list(e["roles"]), e["mentions"]) for e in entities] == [
        (0, 0, "person", "Ana Ruiz", ["Mayor"], 1),
        (3, 0, "person", "Ana Ruiz", [], 1),
        (3, 1, "person", "Bo Lind", [], 1),
    ]
    assert [(m["doc"], m["text"], m["type"], m["name"], m["rule"]) for m in mentions] == [
        (0, "Ana Ruiz", "person", "Ana Ruiz", None),
        (3, "Ana Ruiz", "person", "Ana Ruiz", None),
        (3, "Bo Lind", "person", "Bo Lind", None),
    ]
    assert [(q["doc"], q["text"], q["speaker"], q["cue"], list(q["speaker_entities"])) for q in quotes] == [
        (0, "that the bridge will open", "Ana Ruiz", "said", [0]),
        (3, "“It is late,”", "Ana Ruiz; Bo Lind", "said", [0, 1]),
    ]
    assert [(d["doc"], d["value"], d["from"], d["to"]) for d in dates] == [
        (0, "2024-05-13", datetime.date(2024, 5, 13), datetime.date(2024, 5, 14)),
        (3, "1215", datetime.date(1215, 1, 1), datetime.date(1216, 1, 1)),
    ]
    assert errors == [{"doc": 1, "error": "TypeError: texts[1] is a NoneType, not a str"}]
    for row in [*mentions, *quotes, *dates]:
        assert TEXTS[row["doc"]][row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize("to", ["pandas", "polars", "arrow"])
def test_columns_have_the_same_names_and_types_whatever_is_found(to: str) -> None:
    def types(frames: newsmark.Frames) -> list[Any]:
        shapes = [list(map(str, t.dtypes)) if to == "pandas" else str(t.schema) for t in frames]
        names = [t.column_names if to == "arrow" else list(t.columns) for t in frames]
        assert names == [list(columns) for columns in SCHEMA.values()]
        return shapes

    assert types(frames(to=to)) == types(newsmark.to_frames([], to=to)) == types(newsmark.to_frames(newsmark.annotate(""), to=to))  # type: ignore[arg-type]


@pytest.mark.parametrize("to", ["pandas", "polars", "arrow"])
def test_docs_are_what_the_caller_calls_them(to: str) -> None:
    found = frames(to=to, docs=["a", "b", "c", "d"])
    assert [e["doc"] for e in rows(found.entities)] == ["a", "d", "d"]
    assert [e["doc"] for e in rows(found.errors)] == ["b"]


def test_a_frame_of_pandas_goes_through() -> None:
    frame = pandas.DataFrame({"id": ["x", "y"], "text": [TEXTS[0], float("nan")], "date": pandas.to_datetime(["2024-05-17", None])})
    found = newsmark.to_frames(newsmark.annotate_many(frame["text"], frame["date"]), docs=frame["id"])
    assert rows(found.dates)[0]["value"] == "2024-05-13"
    assert rows(found.errors) == [{"doc": "y", "error": "TypeError: texts[1] is a float, not a str"}]
    joined = found.quotes.merge(frame, left_on="doc", right_on="id")
    assert list(joined["id"]) == ["x"]


def test_what_cannot_be_used_says_what_is_wrong() -> None:
    for options, kind, message in [
        ({"to": "excel"}, ValueError, "to is 'excel'; it can be pandas, polars, arrow"),
        ({"docs": ["a"]}, ValueError, "there are 4 articles and 1 docs"),
    ]:
        with pytest.raises(kind) as raised:
            frames(**options)  # type: ignore[arg-type]
        assert message in str(raised.value)
    with pytest.raises(TypeError, match=r"found\[0\] is a str, not what annotate"):
        newsmark.to_frames(["text"])  # type: ignore[list-item]


def test_a_library_that_is_not_there_is_named_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ModuleNotFoundError, match=r'polars is not installed: pip install "newsmark\[polars\]"'):
        frames(to="polars")
