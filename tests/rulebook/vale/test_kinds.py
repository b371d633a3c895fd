"""Vale's kinds of rules: each rule of the style House, with what it finds in a document.

Beside `Rule.yml` stand `Rule.md`, with « » around what is found, and `Rule.out`: each finding with
its line, its column, its severity and its message.
"""

from pathlib import Path

import pytest

from plainlint import Config, lint_text
from tests.helpers.spans import mark, unmark

HOUSE = Path(__file__).parent / "House"
RULES = sorted(path.stem for path in HOUSE.glob("*.yml"))


@pytest.mark.parametrize("name", RULES)
def test_a_rule_finds_what_its_document_marks(name):
    marked = (HOUSE / f"{name}.md").read_text(encoding="utf-8")
    text, _ = unmark(marked)
    config = Config(select=(f"House.{name}",), styles=(HOUSE,))
    found = lint_text(text, config=config).diagnostics
    assert mark(text, [each.span for each in found]) == marked
    told = [
        f"{each.start.line}:{each.start.column} {each.severity} {each.message}" for each in found
    ]
    assert told == (HOUSE / f"{name}.out").read_text(encoding="utf-8").splitlines()
    assert {each.rule for each in found} == {f"House.{name}"}
