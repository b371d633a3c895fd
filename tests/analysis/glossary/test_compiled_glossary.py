"""Compiled glossaries read back unchanged; other files are rejected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.analysis.glossary.loader import (
    compile_glossary,
    parse_compiled_glossary,
    parse_glossary,
)
from plainlint.analysis.glossary.model import Glossary, LinkTemplate, Term, UsageCounts
from plainlint.core.errors import PlainlintError

WORD = st.text("abc é-'", min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
USE = st.builds(UsageCounts, st.integers(0, 9), st.integers(0, 9))
NUMBER = st.integers(0, 99)
TERM = st.builds(
    Term,
    st.lists(WORD, min_size=1, max_size=3).map(tuple),
    *[st.text(max_size=5)] * 3,
    *[NUMBER] * 2,
    *[USE] * 2,
    st.booleans(),
)
FORM = st.builds(LinkTemplate, st.text(max_size=3), st.just("/x?id={id}"))


@given(st.lists(TERM).map(tuple), st.lists(FORM).map(tuple))
def test_a_glossary_reads_back(terms, forms):
    again = parse_glossary(compile_glossary(Glossary(terms, forms)), "terms.glossary")
    assert (again.terms, again.forms) == (terms, forms)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 0}', '{"version": 1, "names": 3}'])
def test_other_files_are_not_compiled_glossaries(text):
    with pytest.raises(PlainlintError, match=r"^x\.glossary: not a glossary compiled by"):
        parse_compiled_glossary(text, "x.glossary")


def test_the_ending_makes_import_compile(plainlint, write):
    write("terms.csv", "term,plain\nzorbitis,a sore zorb\n")
    assert plainlint("glossary", "import", "terms.csv", "-o", "terms.glossary").code == 0
    shown = plainlint("glossary", "show", "zorbitis", "--glossary", "terms.glossary")
    assert "plain words:     a sore zorb" in shown.out
