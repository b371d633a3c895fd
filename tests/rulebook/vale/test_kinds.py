"""Vale's kinds of rules: every rule of the style House, run on a document.

Next to `Rule.yml` are `Rule.md`, with « » around what is reported, and `Rule.out`, with the line,
column, severity and message of each finding.
"""

from pathlib import Path

import pytest

from plainlint import Config, lint_text
from tests.helpers.spans import mark, unmark

HOUSE = Path(__file__).parent / "House"
RULES = sorted(path.stem for path in HOUSE.glob("*.yml"))


@pytest.mark.parametrize("name", RULES)
def test_a_rule_reports_what_its_document_marks(name):
    marked = (HOUSE / f"{name}.md").read_text(encoding="utf-8")
    text, _ = unmark(marked)
    config = Config(select=(f"House.{name}",), vale_styles=(HOUSE,))
    diagnostics = lint_text(text, config=config).diagnostics
    assert mark(text, [diagnostic.span for diagnostic in diagnostics]) == marked
    lines = [f"{d.start.line}:{d.start.column} {d.severity} {d.message}" for d in diagnostics]
    assert lines == (HOUSE / f"{name}.out").read_text(encoding="utf-8").splitlines()
    assert {diagnostic.rule for diagnostic in diagnostics} == {f"House.{name}"}
