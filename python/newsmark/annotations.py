"""The annotations of an article, as immutable plain values. Nothing is computed here.

The fields are those of the JSON that all newsmark packages write. Every range from ``start`` to ``end`` is half-open and counts code points.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

EntityType = Literal["person", "organization", "place", "group", "event", "work", "product", "other"]
Form = Literal["name", "nominal", "pronoun"]
MentionRule = Literal["known", "pattern"]
BlockKind = Literal["headline", "byline", "dateline", "paragraph", "caption", "credit", "boilerplate"]
QuoteKind = Literal["direct", "indirect", "mixed"]
QuoteRule = Literal[
    "speech-subject-cue",
    "speech-cue-subject",
    "subject-cue-speech",
    "according-to",
    "passive-cue",
    "shared-subject",
    "introduced",
    "turn",
    "sentence-before",
    "same-speaker",
    "unattributed",
    "by-hand",
]
TimeType = Literal["date", "time", "duration", "set"]
Modifier = Literal[
    "BEFORE",
    "AFTER",
    "ON_OR_AFTER",
    "ON_OR_BEFORE",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "START",
    "MID",
    "END",
    "APPROX",
]
DateRule = Literal[
    "iso",
    "numeric",
    "day",
    "day-range",
    "month",
    "year",
    "decade",
    "century",
    "quarter",
    "season",
    "holiday",
    "today",
    "weekday",
    "pointed",
    "away",
    "span",
    "duration",
    "set",
    "clock",
    "era",
    "range",
    "by-hand",
]
ReferenceSource = Literal["given", "text", "inferred", "none"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that relative dates count from, and its source."""

    date: date | None
    source: ReferenceSource


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or other block."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or other thing.

    ``id`` is its index in ``entities``, ``name`` its fullest name in the text, ``roles`` the titles and functions that the text gives
    it, ``mentions`` its mentions as indices into ``mentions``.
    """

    id: int
    type: EntityType
    name: str
    roles: tuple[Span, ...]
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an entity, whose ``id`` is ``entity``.

    ``rule`` is set where a name or a pattern of yours found it. ``score`` is the probability that span, type and entity are right.
    """

    start: int
    end: int
    text: str
    entity: int
    form: Form
    rule: MentionRule | None
    score: float


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is credited with a quote: the words that name them, and the ``id`` of each entity that speaks, if it is named.

    ``score`` is the probability that the credit is right.
    """

    start: int
    end: int
    text: str
    entities: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Quote:
    """One quote.

    ``parts`` are its stretches of speech, without speaker and cue in between; ``cue`` the words that mark it as speech; ``rule`` the
    evidence that chose the speaker, who is None where nobody is credited. ``score`` is the probability that exactly these words are a
    quote.
    """

    start: int
    end: int
    text: str
    parts: tuple[Span, ...]
    kind: QuoteKind
    speaker: Speaker | None
    cue: Span | None
    rule: QuoteRule
    score: float


@dataclass(frozen=True, slots=True)
class TimePart:
    """One end of a range of time, with a TIMEX3 value of its own."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class TimeExpr:
    """One time expression.

    ``value``, ``mod``, ``freq`` and ``quant`` are those of TIMEX3. ``from_`` is the first day of its interval and ``to`` the day after
    its last; None where open or unknown. ``score`` is the probability that span and value are right.
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    mod: Modifier | None
    freq: str | None
    quant: str | None
    from_: date | None
    to: date | None
    parts: tuple[TimePart, ...]
    rule: DateRule
    score: float
