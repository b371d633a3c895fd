"""A heading that asks what something is: the text below it answers."""

import pytest

from plainlint import Config
from plainlint.analysis.glossary.reader_context import find_asked_names
from plainlint.core.source import Source
from plainlint.document.readers import parse_source
from plainlint.engine.linter import Linter


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("What is a stoma?", ("stoma",)),
        ("What's pneumonitis", ("pneumonitis",)),
        ("What exactly are statins?", ("statins",)),
        ("What does FIT stand for?", ("FIT",)),
        ("What is atrial fibrillation (AF)?", ("atrial fibrillation", "AF")),
        ("What is the treatment for sepsis?", ()),
        ("What are your rights?", ()),
        ("What to bring", ()),
        ("When is a stoma closed?", ()),
    ],
)
def test_names_that_headings_ask_about(heading, names):
    document = parse_source(Source(f"# Your visit\n\n## {heading}\n\nRest.\n"))
    assert find_asked_names(document.headings) == names


@pytest.mark.parametrize(
    ("rule", "term", "asked"),
    [
        ("jargon/unexplained-term", "neutropenia", "neutropenia"),
        ("jargon/unknown-word", "photopsia", "photopsia"),
        ("jargon/unexpanded-acronym", "TVUS", "a TVUS"),
    ],
)
def test_a_term_that_a_heading_asks_about_needs_no_meaning_above_it(rule, term, asked):
    linter = Linter(Config(select=(rule,), default_audience="patient"), None)
    page = f"# Your visit\n\nWe look for {term} first.\n\n## {{}}\n\nIt is a thing to know.\n"

    def count(heading):
        return len(linter.lint(Source(page.format(heading))).diagnostics)

    assert count("Your day") == 1
    assert count(f"What is {asked}?") == 0
