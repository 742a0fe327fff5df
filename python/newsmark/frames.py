"""Tables of the annotations of many articles, for pandas, polars and Arrow.

Every table has a column ``doc``, which says which article a row is of. Whichever library is asked for is imported then, and not before.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from . import _newsmark, given
from .annotator import Annotations

SCHEMA: dict[str, dict[str, str]] = {
    "entities": {
        "doc": "doc",
        "entity": "int",
        "type": "str",
        "name": "str",
        "roles": "strs",
        "mentions": "int",
        "start": "int",
        "end": "int",
    },
    "mentions": {
        "doc": "doc",
        "start": "int",
        "end": "int",
        "text": "str",
        "entity": "int",
        "type": "str",
        "name": "str",
        "form": "str",
        "rule": "str",
        "score": "float",
    },
    "quotes": {
        "doc": "doc",
        "start": "int",
        "end": "int",
        "text": "str",
        "kind": "str",
        "speaker": "str",
        "speaker_text": "str",
        "speaker_start": "int?",
        "speaker_end": "int?",
        "speaker_entities": "ints",
        "speaker_score": "float",
        "cue": "str",
        "cue_start": "int?",
        "cue_end": "int?",
        "rule": "str",
        "score": "float",
    },
    "dates": {
        "doc": "doc",
        "start": "int",
        "end": "int",
        "text": "str",
        "type": "str",
        "value": "str",
        "mod": "str",
        "freq": "str",
        "quant": "str",
        "from": "day",
        "to": "day",
        "rule": "str",
        "score": "float",
    },
    "errors": {"doc": "doc", "error": "str"},
}
"""The columns of each table, and what is in them; ``?`` may be missing, as may any ``str``, ``float`` or ``day``."""


class Frames(NamedTuple):
    """One table each. ``errors`` are the articles that could not be annotated."""

    entities: Any
    mentions: Any
    quotes: Any
    dates: Any
    errors: Any


def to_frames(
    found: Annotations | Iterable[Annotations | Exception],
    docs: Iterable[Any] | None = None,
    to: Literal["pandas", "polars", "arrow"] = "pandas",
) -> Frames:
    """Makes tables from the results of ``annotate`` or ``annotate_many``.

    ``docs`` are what the articles are called in the column ``doc``, one for each; without them, they are counted from 0.
    """
    if to not in _MAKERS:
        raise ValueError(f"to is {to!r}; it can be {', '.join(_MAKERS)}")
    names = None if docs is None else list(docs)
    tables = _newsmark.Tables()
    errors: list[list[Any]] = [[], []]
    count = 0
    for one in [found] if isinstance(found, Annotations) else found:
        if isinstance(one, Annotations):
            tables.add(count, one._found)
        elif isinstance(one, Exception):
            errors[0].append(count)
            errors[1].append(f"{type(one).__name__}: {one}")
        else:
            raise TypeError(f"found[{count}] is a {type(one).__name__}, not what annotate() or annotate_many() gives")
        count += 1
    if names is not None and len(names) != count:
        raise ValueError(f"there are {count} articles and {len(names)} docs")
    try:
        make = _MAKERS[to]()
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(f'{error.name} is not installed: pip install "newsmark[{to}]"', name=error.name) from None
    made = []
    for (name, schema), lists in zip(SCHEMA.items(), [*tables.lists(), errors], strict=True):
        columns = dict(zip(schema, lists, strict=True))
        if names is not None:
            columns["doc"] = [names[doc] for doc in columns["doc"]]
        made.append(make(columns, SCHEMA[name] if names is None else {**schema, "doc": "any"}))
    return Frames(*made)


def _pandas() -> Any:
    import numpy
    import pandas  # type: ignore[import-untyped]

    kinds = {"doc": "int64", "int": "int64", "int?": "Int64", "float": "float64", "str": "str" if pandas.__version__ >= "3" else "object"}

    def column(values: Sequence[Any], kind: str) -> Any:
        if kind == "day":
            return pandas.Series(numpy.array([value or "NaT" for value in values], dtype="datetime64[s]"))
        if kind == "any":
            return pandas.Series(values) if values else pandas.Series(values, dtype="object")
        return pandas.Series(values, dtype=kinds.get(kind, "object"))

    def frame(columns: dict[str, Sequence[Any]], schema: dict[str, str]) -> Any:
        return pandas.DataFrame({name: column(values, schema[name]) for name, values in columns.items()})

    return frame


def _polars() -> Any:
    import polars

    kinds: dict[str, Any] = {
        "doc": polars.Int64,
        "int": polars.Int64,
        "int?": polars.Int64,
        "float": polars.Float64,
        "str": polars.String,
        "strs": polars.List(polars.String),
        "ints": polars.List(polars.Int64),
        "day": polars.Date,
    }

    def frame(columns: dict[str, Sequence[Any]], schema: dict[str, str]) -> Any:
        series = [polars.Series(name, _days(values, schema[name]), kinds.get(schema[name])) for name, values in columns.items()]
        return polars.DataFrame(series)

    return frame


def _arrow() -> Any:
    import pyarrow  # type: ignore[import-untyped]

    kinds: dict[str, Any] = {
        "doc": pyarrow.int64(),
        "int": pyarrow.int64(),
        "int?": pyarrow.int64(),
        "float": pyarrow.float64(),
        "str": pyarrow.string(),
        "strs": pyarrow.list_(pyarrow.string()),
        "ints": pyarrow.list_(pyarrow.int64()),
        "day": pyarrow.date32(),
    }

    def frame(columns: dict[str, Sequence[Any]], schema: dict[str, str]) -> Any:
        return pyarrow.table(
            {name: pyarrow.array(_days(values, schema[name]), kinds.get(schema[name])) for name, values in columns.items()}
        )

    return frame


def _days(values: Sequence[Any], kind: str) -> Sequence[Any]:
    return [given.date_of(value) for value in values] if kind == "day" else values


_MAKERS = {"pandas": _pandas, "polars": _polars, "arrow": _arrow}
