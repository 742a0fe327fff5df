"""Annotations as a spaCy document. Only this module imports spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import spacy.tokens
import spacy.util

if TYPE_CHECKING:
    from spacy.language import Language

    from .annotator import Annotations


def to_doc(found: Annotations, nlp: Language) -> spacy.tokens.Doc:
    """A document of the article, tokens by ``nlp``, spans by newsmark.

    A span that begins or ends inside one of spaCy's tokens is widened to whole tokens. Labels are newsmark's types in capitals. The
    ``span_id`` of a name is the ``id`` of its entity, that of anything else its index; ``doc._.newsmark`` has the rest.
    """
    if not spacy.tokens.Doc.has_extension("newsmark"):
        spacy.tokens.Doc.set_extension("newsmark", default=None)
    doc = nlp.make_doc(found.text)

    def spans(places: Iterable[tuple[int, int, str, int]]) -> Iterator[spacy.tokens.Span]:
        for start, end, label, id in places:
            span = doc.char_span(start, end, label=label, span_id=str(id), alignment_mode="expand")
            if span is not None:
                yield span

    entities, quotes = found.entities, list(enumerate(found.quotes))
    names = ((m.start, m.end, entities[m.entity].type.upper(), m.entity) for m in found.mentions if m.form == "name")
    # Names that were widened may overlap, which spaCy forbids: the longest stays.
    doc.set_ents(spacy.util.filter_spans(spans(names)))
    doc.spans["quotes"] = list(spans((q.start, q.end, q.kind.upper(), index) for index, q in quotes))
    doc.spans["speakers"] = list(spans((q.speaker.start, q.speaker.end, "SPEAKER", index) for index, q in quotes if q.speaker))
    doc.spans["dates"] = list(spans((d.start, d.end, d.type.upper(), index) for index, d in enumerate(found.dates)))
    doc._.newsmark = found
    return doc
