"""Annotates one article, or many. Rust does the slow part without holding Python's lock."""

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from html import escape
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

from . import _newsmark, given
from .annotations import (
    Block,
    Entity,
    Mention,
    Quote,
    Reference,
    Span,
    Speaker,
    TimeExpr,
    TimePart,
)
from .given import Day, KnownName, Pattern, date_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Format = Literal[
    "json",
    "text",
    "html",
    "markdown",
    "tei",
    "web-annotations",
    "brat",
    "conll",
    "csv-entities",
    "csv-quotes",
    "csv-dates",
]


class Annotations:
    """Everything found in one article. It can be compared and pickled, and shows itself in a notebook."""

    def __init__(self, found: _newsmark.Found) -> None:
        self._found = found

    @property
    def text(self) -> str:
        """The article."""
        return self._found.text()

    @property
    def language(self) -> str | None:
        """The language of the text, as far as its words tell. Only what is in English has entities, quotes and dates."""
        return self._found.language()

    @cached_property
    def reference(self) -> Reference:
        """What relative dates were resolved against."""
        day, source = self._found.reference()
        return Reference(date_of(day), cast(Any, source))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The article's paragraphs and other blocks, in text order."""
        return tuple(Block(*row) for row in self._found.blocks())

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """One for each thing in the world that is named, in order of first mention."""
        return tuple(_entity(row) for row in self._found.entities())

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention of an entity, in text order."""
        return tuple(Mention(*row) for row in self._found.mentions())

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """What is said, and by whom, in text order."""
        return tuple(_quote(row) for row in self._found.quotes())

    @cached_property
    def dates(self) -> tuple[TimeExpr, ...]:
        """Time expressions, in text order."""
        return tuple(_expression(row) for row in self._found.dates())

    def speakers(self, quote: Quote) -> list[str]:
        """The fullest name of everyone credited with a quote, or the words for the speaker if nobody is named."""
        if quote.speaker is None:
            return []
        return [self.entities[id].name for id in quote.speaker.entities] or [quote.speaker.text]

    def export(self, format: Format) -> str:
        """Returns the article with its annotations, in a file format."""
        if format not in get_args(Format):
            raise ValueError(f"format is {format!r}; it can be {', '.join(get_args(Format))}")
        return self.to_json() if format == "json" else self._found.export(format)

    def to_json(self) -> str:
        """Returns the annotations as JSON, as all newsmark packages write them. Offsets count code points."""
        return self._found.json()

    def to_dict(self) -> dict[str, Any]:
        """Returns the same as ``to_json``, as plain dicts and lists."""
        return cast("dict[str, Any]", json.loads(self.to_json()))

    def to_doc(self, nlp: "Language") -> "Doc":
        """Returns a spaCy document, with names as ``ents``, and ``spans["quotes"]``, ``spans["speakers"]`` and ``spans["dates"]``.

        Runs only the tokenizer of the pipeline.
        """
        from .spacy import to_doc

        return to_doc(self, nlp)

    def _repr_html_(self) -> str:
        # A sandboxed frame keeps styles and link targets apart from those of the notebook, and runs no scripts.
        height = min(40, 8 + len(self.text) // 45)
        return (
            f'<iframe sandbox title="Annotated article" srcdoc="{escape(self.export("html"))}" '
            f'style="width: 100%; height: {height}em; border: 0; resize: vertical"></iframe>'
        )

    def __repr__(self) -> str:
        counts = zip(self._found.counts(), ("entities", "mentions", "quotes", "dates"), strict=True)
        return f"<newsmark.Annotations: {', '.join(f'{count} {name}' for count, name in counts)}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Annotations):
            return NotImplemented
        return self.text == other.text and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.text)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.text, self.to_json())


class AnnotatedTexts(Iterator["Annotations | Exception"]):
    """The results of ``annotate_many``. ``len()`` is the number of results still to come, if that is known."""

    def __init__(self, found: _newsmark.Many, count: int | None) -> None:
        self._found = found
        self._left = count

    def __next__(self) -> Annotations | Exception:
        found = next(self._found)
        if self._left is not None:
            self._left -= 1
        return found if isinstance(found, Exception) else Annotations(found)

    def __len__(self) -> int:
        if self._left is None:
            raise TypeError("the number of texts is not known: the iterable has no length")
        return self._left


def annotate(
    text: str,
    date: Day = None,
    names: Iterable[KnownName] | None = None,
    *,
    patterns: Iterable[Pattern] | None = None,
    everything: bool = False,
) -> Annotations:
    """Finds the entities, quotes and dates of an article.

    ``date`` is the publication date, which "yesterday" counts from. Without it, newsmark looks for the date in the article. ``names``
    and ``patterns`` are found wherever they appear, whatever the text suggests. ``everything`` also reads what a web page adds around
    the article, and text that is not in English.
    """
    if not isinstance(text, str):
        raise TypeError(f"text is a {type(text).__name__}, not a str")
    return Annotations(_newsmark.annotate(text, given.day(date), given.names(names), given.patterns(patterns), bool(everything)))


def annotate_many(
    texts: Iterable[str],
    dates: Iterable[Day] | None = None,
    names: Iterable[KnownName] | None = None,
    *,
    patterns: Iterable[Pattern] | None = None,
    everything: bool = False,
    threads: int | None = None,
) -> AnnotatedTexts:
    """Annotates many articles, in one thread for each processor unless ``threads`` says otherwise.

    Yields one result for each text, in order, as soon as it is ready. It reads only a few texts ahead. If a text or a date is invalid, its
    result is an exception: check ``isinstance(found, Exception)``. ``dates`` are the publication dates, one for each text.
    """
    if isinstance(texts, str):
        raise TypeError("texts is a single str; use annotate() for one text")
    if threads is not None and threads < 1:
        raise ValueError(f"threads is {threads}; it must be at least 1")
    count = _length(texts)
    if dates is not None and None not in (count, _length(dates)) and count != _length(dates):
        raise ValueError(f"there are {count} texts and {_length(dates)} dates")
    articles = _articles(texts, dates)
    found = _newsmark.annotate_many(articles, given.names(names), given.patterns(patterns), bool(everything), threads)
    return AnnotatedTexts(found, count)


def _articles(texts: Iterable[Any], dates: Iterable[Any] | None) -> Iterator[tuple[str, str | None] | Exception]:
    """Texts with their days, or what is wrong with them."""
    ended = object()
    pairs = ((text, None) for text in texts) if dates is None else zip_longest(texts, dates, fillvalue=ended)
    for index, (text, day) in enumerate(pairs):
        if text is ended or day is ended:
            more, fewer = ("dates", "texts") if text is ended else ("texts", "dates")
            raise ValueError(f"there are more {more} than {fewer}: {index}")
        if not isinstance(text, str):
            yield TypeError(f"texts[{index}] is a {type(text).__name__}, not a str")
            continue
        try:
            yield text, given.day(day)
        except (TypeError, ValueError) as error:
            yield type(error)(f"dates[{index}]: {error}")


def _length(given: object) -> int | None:
    try:
        return len(given)  # type: ignore[arg-type]
    except TypeError:
        return None


def _restored(text: str, annotations: str) -> Annotations:
    return Annotations(_newsmark.Found(text, annotations))


def _spans(ends: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in ends)


def _entity(row: Any) -> Entity:
    id, type, name, roles, mentions = row
    return Entity(id, type, name, _spans(roles), tuple(mentions))


def _quote(row: Any) -> Quote:
    start, end, text, parts, kind, speaker, cue, rule, score = row
    return Quote(start, end, text, _spans(parts), kind, speaker and _speaker(speaker), cue and Span(*cue), rule, score)


def _speaker(row: Any) -> Speaker:
    start, end, text, entities, score = row
    return Speaker(start, end, text, tuple(entities), score)


def _expression(row: Any) -> TimeExpr:
    start, end, text, type, value, mod, freq, quant, first, last, parts, rule, score = row
    days, ends = (date_of(first), date_of(last)), tuple(TimePart(*part) for part in parts)
    return TimeExpr(start, end, text, type, value, mod, freq, quant, *days, ends, rule, score)
