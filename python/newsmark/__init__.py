"""Who is named, who said what, and when: entities, quotes and dates of a news article, found on your own machine.

>>> import newsmark
>>> found = newsmark.annotate("Mayor Ana Ruiz said on Monday that the bridge will open.", date="2024-05-17")
>>> found.quotes[0].text
'that the bridge will open'

Offsets are those of Python: ``text[start:end]`` is the span. Nothing is sent anywhere.
"""

from .annotations import (
    Block,
    BlockKind,
    DateRule,
    Entity,
    EntityType,
    Form,
    Mention,
    MentionRule,
    Modifier,
    Quote,
    QuoteKind,
    QuoteRule,
    Reference,
    ReferenceSource,
    Span,
    Speaker,
    TimeExpr,
    TimePart,
    TimeType,
)
from .annotator import AnnotatedTexts, Annotations, Format, annotate, annotate_many
from .frames import Frames, to_frames
from .given import KnownName, Pattern

__all__ = [
    "AnnotatedTexts",
    "Annotations",
    "Block",
    "BlockKind",
    "DateRule",
    "Entity",
    "EntityType",
    "Form",
    "Format",
    "Frames",
    "KnownName",
    "Mention",
    "MentionRule",
    "Modifier",
    "Pattern",
    "Quote",
    "QuoteKind",
    "QuoteRule",
    "Reference",
    "ReferenceSource",
    "Span",
    "Speaker",
    "TimeExpr",
    "TimePart",
    "TimeType",
    "annotate",
    "annotate_many",
    "to_frames",
]
