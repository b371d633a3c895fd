"""Small glossaries, and documents with « » around the expected mentions."""

import re

import pytest

from plainlint.analysis.glossary.matching import TermMatcher
from plainlint.analysis.glossary.mentions import find_first_mentions
from plainlint.analysis.glossary.model import Glossary, Term
from plainlint.document.readers import parse

MARKS = re.compile("[«»]")


def glossary_of(*terms):
    """Make a glossary; each term is its names with ` / ` between them."""
    return Glossary(tuple(Term(tuple(names.split(" / "))) for names in terms))


def marked(text, spans):
    """Return the text with « » around the (start, end) spans."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text


@pytest.fixture
def mentions():
    """`mentions(document, *terms)` returns the document with « » around all mentions."""

    def find(document, *terms):
        source = MARKS.sub("", document)
        matcher = TermMatcher(glossary_of(*terms))
        spans = [
            block.prose.get_span(match.start, match.end)
            for block in parse(source).blocks
            for match in matcher.find(block.text)
        ]
        return marked(source, [(span.start, span.end) for span in spans])

    return find


@pytest.fixture
def states():
    """`states(document, *terms)` returns (mention, state) for each term, in text order."""

    def find(document, *terms):
        return [
            (block.text[match.start : match.end], state.name.lower())
            for match, block, state, _ in find_first_mentions(parse(document), glossary_of(*terms))
        ]

    return find
