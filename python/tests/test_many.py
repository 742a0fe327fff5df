"""Many articles: in order, with errors in their places, and no more read ahead than is needed."""

import datetime
import itertools
from collections.abc import Iterator

import pytest

import newsmark

TEXT = "Mayor Ana Ruiz said on Monday that the bridge will open."


def texts(count: int) -> list[str]:
    """Long and short in turn, so that threads overtake one another where they can."""
    return [f"Number {n} is here. " + TEXT * (40 if n % 7 == 0 else 1) for n in range(count)]


@pytest.mark.parametrize("threads", [None, 1, 3])
def test_answers_come_in_the_order_of_the_texts(threads: int | None) -> None:
    given = texts(100)
    found = list(newsmark.annotate_many(given, threads=threads))
    assert [one.text for one in found if isinstance(one, newsmark.Annotations)] == given
    assert found == [newsmark.annotate(text) for text in given]


def test_a_bad_text_or_day_is_an_error_in_its_place() -> None:
    given = [TEXT, None, TEXT, 7, TEXT, TEXT]
    days = ["2024-05-17", None, datetime.date(2024, 5, 17), None, "soon", "2023-02-29"]
    found = list(newsmark.annotate_many(given, days))  # type: ignore[arg-type]
    good = newsmark.annotate(TEXT, "2024-05-17")
    assert found[0] == found[2] == good
    assert [(type(one), str(one)) for one in found if isinstance(one, Exception)] == [
        (TypeError, "texts[1] is a NoneType, not a str"),
        (TypeError, "texts[3] is a int, not a str"),
        (ValueError, "dates[4]: date is 'soon', not a calendar date such as '2024-05-17'"),
        (ValueError, 'date is not a calendar date of the form YYYY-MM-DD: "2023-02-29"'),
    ]


def test_a_stream_without_end_is_read_as_far_as_needed() -> None:
    taken = itertools.count()
    read = 0

    def stream() -> Iterator[str]:
        nonlocal read
        for number in taken:
            read = number + 1
            yield f"Number {number}. {TEXT}"

    found = newsmark.annotate_many(stream(), threads=2)
    first = [next(found) for _ in range(20)]
    assert [str(one.text)[:9] for one in first if isinstance(one, newsmark.Annotations)] == [f"Number {n}."[:9] for n in range(20)]
    assert 20 <= read <= 30
    with pytest.raises(TypeError, match="has no length"):
        len(found)


def test_what_the_stream_raises_comes_after_what_came_before_it() -> None:
    def stream() -> Iterator[str]:
        yield TEXT
        yield TEXT
        raise OSError("the disk is gone")

    found = newsmark.annotate_many(stream())
    assert next(found) == next(found) == newsmark.annotate(TEXT)
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)
    assert list(found) == []


def test_the_length_is_what_is_still_to_come() -> None:
    found = newsmark.annotate_many([TEXT, TEXT, TEXT])
    assert len(found) == 3
    next(found)
    assert len(found) == 2
    assert len(list(found)) == 2
    assert len(found) == 0


def test_names_and_patterns_hold_for_all() -> None:
    found = list(newsmark.annotate_many(["Nobody at tdl knew."] * 3, names=[{"name": "Tdl", "type": "organization"}]))
    assert [one.entities[0].name for one in found if isinstance(one, newsmark.Annotations)] == ["Tdl"] * 3


@pytest.mark.parametrize(
    ("given", "options", "kind", "message"),
    [
        (TEXT, {}, TypeError, "texts is a single str; use annotate() for one text"),
        (5, {}, TypeError, "not iterable"),
        ([TEXT], {"dates": []}, ValueError, "there are 1 texts and 0 dates"),
        ([TEXT], {"threads": 0}, ValueError, "threads is 0; it must be at least 1"),
        ([TEXT], {"names": ["Ana"]}, TypeError, "names[0] is 'Ana'"),
        (iter([TEXT, TEXT]), {"dates": iter(["2024-05-17"])}, ValueError, "there are more texts than dates: 1"),
        (iter([TEXT]), {"dates": iter(["2024-05-17", None])}, ValueError, "there are more dates than texts: 1"),
    ],
)
def test_what_cannot_be_used_says_what_is_wrong(given: object, options: dict, kind: type[Exception], message: str) -> None:  # type: ignore[type-arg]
    with pytest.raises(kind) as raised:
        list(newsmark.annotate_many(given, **options))  # type: ignore[arg-type]
    assert message in str(raised.value)
