"""Packed results: unpacking returns the same result, for any document."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainlint.config.settings import Config
from plainlint.core.source import RawFile
from plainlint.document.readers import decode_file
from plainlint.engine.linter import Linter
from plainlint.run.report import LintedDocument
from plainlint.run.serialization import UnpackedResult, pack
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


def round_trip(data):
    file = RawFile("a.md", data)
    graded = LINTER.lint_and_grade(decode_file(file))
    unpacked = UnpackedResult(pack(graded), file)
    result = graded.result.summarise()
    assert (unpacked.result, unpacked.grading) == (result, graded.grading)
    listed = LintedDocument(file, graded)
    assert unpacked.listing == listed.listing
    assert list(unpacked.iter_listed()) == list(listed.iter_listed())
    packed = LintedDocument(file, packed=pack(graded))
    assert packed.count_findings() == listed.count_findings()


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").rglob("*.md")), ids=lambda path: path.stem)
def test_results_of_the_seeds_survive_packing(path):
    round_trip(path.read_bytes())


@settings(deadline=None, max_examples=60)
@given(
    st.lists(PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=8)
)
def test_results_of_any_text_survive_packing(pieces):
    round_trip("".join(pieces).encode("utf-8", "surrogateescape"))


def test_results_of_undecodable_bytes_survive_packing():
    round_trip(b"---\ntitle: A\n---\nNa\xefve cells.\n")
