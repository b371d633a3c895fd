"""Packed results: what comes out is what went in, for any document."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainlint.config.settings import Config
from plainlint.core.source import Source, decode
from plainlint.engine.linter import Linter
from plainlint.engine.result import grade
from plainlint.run.serialization import pack, unpack
from tests.conftest import ROOT

LINTER = Linter(Config(), date(2026, 11, 22))
# Pieces of documents: heads of all kinds, words that rules look for, directives, odd bytes.
PIECES = st.sampled_from(
    [
        "---\ntitle: A\ntags: [a, [b], {c: no}]\naudienceLevel: patient\nlastReviewed: 2019-01-01\n---\n",
        "---\nbroken: [\n---\n",
        "\ufeff",
        "# Heading\n\n",
        "The metastatic NSCLC was treated with crizotinib prior to surgery. ",
        "[crizotinib](/Common/PopUps/popDefinition.aspx?id=CDR0000045833&version=professional) ",
        "<!-- plainlint: disable=jargon -- for now -->\n\n",
        "<!-- plainlint: disable=nothing -->\n\n",
        "and then you wash them once more " * 9,
        "> " * 120,
        "\r\n\r\n",
        "naïve “é” \U0001f600 ",
        "\0",
    ]
)


def round_trip(source):
    result = LINTER.lint(source)
    grading = grade(result, LINTER.find_grade_rule(source.path))
    assert unpack(pack(result, grading), source) == (result.summarise(), grading)


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").rglob("*.md")), ids=lambda path: path.stem)
def test_the_seeds_come_out_as_they_went_in(path):
    round_trip(decode(path.read_bytes(), str(path)))


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES | st.text(max_size=20), max_size=8))
def test_any_text_comes_out_as_it_went_in(pieces):
    round_trip(Source("".join(pieces), "a.md"))


def test_bytes_that_are_no_text_survive():
    round_trip(decode(b"---\ntitle: A\n---\nNa\xefve cells.\n", "a.md"))
