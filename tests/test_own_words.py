"""plainlint checks its own words: its pages, messages and good seed documents."""

from datetime import date

import pytest

from plainlint import Config, lint_text
from plainlint.linter import Linter
from plainlint.metrics.measures import measure
from plainlint.parse import parse
from plainlint.rulebook import read_pages, shipped_folder
from tests.conftest import ROOT, TODAY

PAGES = sorted(
    [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *shipped_folder().rglob("*.md")]
)
CLEAN = [
    "mouth-care-during-chemotherapy.md",
    "helping-someone-after-surgery.md",
    "dose-adjustment-in-renal-impairment.md",
    "awkward-markdown.md",
]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_are_written_at_grade_eight_or_easier(path):
    low, _high = lint_text(path.read_text(encoding="utf-8")).measures.grades
    assert low <= 8


def test_messages_are_written_at_grade_eight_or_easier():
    pages = list(read_pages(shipped_folder()))
    words = " ".join(f"{p.policy['message']} {p.policy['help']}".rstrip() for p in pages)
    low, _high = measure(parse(words)).grades
    assert low <= 8


@pytest.mark.parametrize("name", CLEAN)
def test_the_good_seed_documents_pass_every_rule(name):
    text = (ROOT / "seeds" / name).read_bytes().decode()
    assert lint_text(text, today=date.fromisoformat(TODAY)).diagnostics == ()


def test_the_seed_document_is_far_above_its_readers_and_overdue():
    text = (ROOT / "seeds" / "types-lung-research-crizotinib.md").read_bytes().decode()
    result = Linter(Config(), date.fromisoformat(TODAY)).lint(parse(text).source)
    assert result.measures.counts.sentences == 44
    assert result.measures.grades > (15, 15)
    rules = {(each.rule, each.severity.value) for each in result.diagnostics}
    assert ("readability/grade-level", "error") in rules
    assert ("metadata/review-overdue", "warning") in rules
