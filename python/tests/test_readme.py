"""The README's code does what the README says of it."""

import re
from pathlib import Path

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_code_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    for library in ("pandas", "spacy"):
        pytest.importorskip(library)
    names: dict[str, object] = {}
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == 5
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)
        printed = capsys.readouterr().out.splitlines()
        # Beside the call that prints it, or on lines of its own below.
        said = re.findall(r"^print\(.*\) +# (.*)$", block, re.MULTILINE) or re.findall(r"^# (.*)$", block, re.MULTILINE)
        assert [line.split(": ")[0] if line.startswith("True") else line for line in said] == printed
