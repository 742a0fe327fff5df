"""What a type checker says of the package, and of code that uses it rightly and wrongly."""

import subprocess
import sys
from pathlib import Path

RIGHT = """
import datetime
import newsmark
from typing_extensions import assert_type

names: list[newsmark.KnownName] = [{"name": "Ana Ruiz", "type": "person", "aliases": ["Ruiz"]}]
found = newsmark.annotate("text", datetime.date(2024, 5, 17), names)
for quote in found.quotes:
    assert_type(quote, newsmark.Quote)
    assert_type(quote.start, int)
    if quote.speaker is not None:
        assert_type([found.entities[id].name for id in quote.speaker.entities], list[str])
assert_type(found.dates[0].from_, datetime.date | None)
for one in newsmark.annotate_many(["text"], dates=["2024-05-17"]):
    if isinstance(one, newsmark.Annotations):
        assert_type(one.entities, tuple[newsmark.Entity, ...])
    else:
        assert_type(one, Exception)
print(found.export("markdown"))
"""

WRONG = """
import newsmark

newsmark.annotate(5)
newsmark.annotate("text", names=[{"name": "Ana Ruiz", "type": "human"}])
newsmark.annotate("text", names=[{"name": "Ana Ruiz"}])
newsmark.annotate("text").export("pdf")
newsmark.annotate("text").quotes[0].speaker.text
newsmark.to_frames([], to="excel")
"""


# What other libraries say of themselves takes a minute to read.
SETTINGS = """
[mypy]
strict = True
warn_unused_ignores = False
[mypy-numpy.*,pandas.*,polars.*,pyarrow.*,spacy.*]
follow_imports = skip
"""


def mypy(*arguments: str, folder: Path) -> tuple[int, list[str]]:
    (folder / "mypy.ini").write_text(SETTINGS)
    done = subprocess.run([sys.executable, "-m", "mypy", *arguments], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout.splitlines()


def test_the_package_passes(tmp_path: Path) -> None:
    assert mypy("--package", "newsmark", folder=tmp_path) == (0, ["Success: no issues found in 7 source files"])


def test_use_is_checked(tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text(RIGHT)
    (tmp_path / "wrong.py").write_text(WRONG)
    status, said = mypy("right.py", "wrong.py", folder=tmp_path)
    wrong = {int(line.split(":")[1]) for line in said if line.startswith("wrong.py") and ": error:" in line}
    assert status == 1 and wrong == {4, 5, 6, 7, 8, 9}, said
    assert not [line for line in said if line.startswith("right.py")], said
