"""What a caller gives, made ready for Rust: days and lists. What cannot be used is a ``TypeError`` or a ``ValueError`` here."""

import datetime
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

from .annotations import EntityType

Day = datetime.date | str | None
"""The day an article is of: a date, a datetime, a text such as "2024-05-17" or "2024-05-17T09:30:00Z", or none."""

_WRITTEN = re.compile(r"(\d{4}-\d\d-\d\d)([T ][\d:.,+\-Z ]*)?")


class _Named(TypedDict):
    name: str
    type: EntityType


class KnownName(_Named, total=False):
    """A name that you know: what its entity is called, what it is, and how else it may be written."""

    aliases: Sequence[str]
    caseSensitive: bool


class _Matched(TypedDict):
    type: EntityType
    pattern: str


class Pattern(_Matched, total=False):
    """A regular expression whose matches are named, in the syntax of Rust's ``regex``.

    With ``name``, all matches are that one entity; without it, each text that is matched is one.
    """

    name: str


def day(given: Any) -> str | None:
    """Returns a day as ``YYYY-MM-DD``; for a time, the day as written. Returns None for empty strings, NaN and NaT."""
    # pandas uses NaN and NaT for missing values; they differ from themselves.
    if given is None or given != given:
        return None
    if isinstance(given, datetime.date):
        return given.isoformat()[:10]
    if isinstance(given, str):
        if not given.strip():
            return None
        written = _WRITTEN.fullmatch(given.strip())
        if not written:
            raise ValueError(f"date is {given!r}, not a calendar date such as '2024-05-17'")
        return written[1]
    raise TypeError(f"date is a {type(given).__name__}, not a datetime.date or a str such as '2024-05-17'")


def entries(of: str, given: Iterable[Mapping[str, Any]] | None, such_as: str) -> str | None:
    """A list of dicts as JSON."""
    if given is None:
        return None
    if isinstance(given, (str, Mapping)):
        raise TypeError(f"{of} is a {type(given).__name__}, not a list such as [{such_as}]")
    listed = list(given)
    for index, entry in enumerate(listed):
        if not isinstance(entry, Mapping):
            raise TypeError(f"{of}[{index}] is {entry!r}, not a dict such as {such_as}")
    try:
        return json.dumps([dict(entry) for entry in listed])
    except TypeError as error:
        raise TypeError(f"{of}: {error}") from None


def names(given: Iterable[KnownName] | None) -> str | None:
    """Names as JSON."""
    return entries("names", given, '{"name": "Ana Ruiz", "type": "person"}')


def patterns(given: Iterable[Pattern] | None) -> str | None:
    """Patterns as JSON."""
    return entries("patterns", given, r"""{"type": "other", "pattern": r"No\. \d+"}""")


def date_of(written: str | None) -> datetime.date | None:
    """The day that Rust wrote."""
    return None if written is None else datetime.date.fromisoformat(written)
