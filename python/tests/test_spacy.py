"""Annotations as a spaCy document."""

import pytest

import newsmark

spacy = pytest.importorskip("spacy")

TEXT = "🙂 Mayor Ana Ruiz said on Monday that the bridge will open. “It is late,” said Bo Lind."


def test_spans_are_those_that_were_found() -> None:
    found = newsmark.annotate(TEXT, "2024-05-17")
    doc = found.to_doc(spacy.blank("en"))
    assert doc.text == TEXT and doc._.newsmark is found
    assert [(ent.text, ent.label_, ent.id_) for ent in doc.ents] == [("Ana Ruiz", "PERSON", "0"), ("Bo Lind", "PERSON", "1")]
    assert [(span.text, span.label_, span.id_) for span in doc.spans["quotes"]] == [
        (quote.text, quote.kind.upper(), str(index)) for index, quote in enumerate(found.quotes)
    ]
    assert [span.text for span in doc.spans["speakers"]] == ["Mayor Ana Ruiz", "Bo Lind"]
    assert [(span.text, span.label_) for span in doc.spans["dates"]] == [(found.dates[0].text, "DATE")]


def test_a_span_inside_a_token_is_widened() -> None:
    found = newsmark.annotate("He met Ana Ruiz.", names=[{"name": "Ana", "type": "person"}, {"name": "Ruiz", "type": "place"}])
    doc = spacy.tokens.Doc(spacy.blank("en").vocab, words=["He", "met", "Ana Ruiz", "."], spaces=[True, True, False, False])

    class OneToken:
        """A tokenizer that keeps the two names together."""

        @staticmethod
        def make_doc(text: str) -> object:
            assert text == doc.text
            return doc

    assert [ent.text for ent in found.to_doc(OneToken()).ents] == ["Ana Ruiz"]  # type: ignore[arg-type]
