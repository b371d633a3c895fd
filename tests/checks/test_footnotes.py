"""Footnotes that explain acronyms and terms: « » surround what nothing explains."""

import re

import pytest

from plainlint import Config
from plainlint.core.source import Source
from plainlint.engine.linter import Linter

RULES = ("jargon/unexplained-term", "jargon/unexpanded-acronym")
LINTER = Linter(Config(select=RULES, default_audience="patient"), None)
SPANISH = "---\nlanguage: es\n---\n\n"


@pytest.mark.parametrize(
    "marked",
    [
        f"{SPANISH}Usted tiene neutropenia[^1] hoy.\n\n[^1]: Son pocas defensas en la sangre.\n",
        f"{SPANISH}Usted tiene «neutropenia»[^1] hoy.\n\n[^1]: García 2019, Madrid, libro de texto.\n",
        f"{SPANISH}Pida una RMN[^a] y una «TC».\n\n[^a]: Una prueba con imanes.\n",
        "You have sepsis[^1] now.\n\n[^1]: The body harms its own parts.\n",
        "You have «sepsis»[^1] now.\n\n[^1]: Jones et al., a book of that name.\n",
        "You have «sepsis» now, and a cold[^1].\n\n[^1]: The nose runs for some days.\n",
        # Which note belongs to which mark is not known.
        "You have «sepsis»[^1] now.\n\n[^1]: A harm of its own.\n\n[^2]: It runs for some days.\n",
    ],
)
def test_notes(marked):
    text = re.sub("[«»]", "", marked)
    found = [hit.text for hit in LINTER.lint(Source(text)).diagnostics]
    assert found == re.findall("«(.*?)»", marked)


def test_notes_of_a_page():
    page = (
        '<p>You have sepsis<sup><a href="#n1" role="doc-noteref">1</a></sup> now.</p>'
        '<ol><li id="n1" role="doc-footnote">The body harms its own parts.'
        '<a href="#r1" role="doc-backlink">↩</a></li></ol>'
    )
    assert LINTER.lint(Source(page, format="html")).diagnostics == ()
