"""Documents with « » around what must be found, and small glossaries."""

import re

import pytest

from plainlint.analysis.glossary.matching import TermMatcher
from plainlint.analysis.glossary.mentions import find_first_mentions
from plainlint.analysis.glossary.model import Glossary, Term
from plainlint.document.readers import parse

MARKS = re.compile("[«»]")


def glossary_of(*terms):
    """A glossary; each term is its names with ` / ` between them."""
    return Glossary(tuple(Term(tuple(names.split(" / "))) for names in terms))


def marked(text, spans):
    """The text with « » around the (start, end) spans."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text


@pytest.fixture
def mentions():
    """Ask for `mentions(document, *terms)`: the document with « » around all mentions."""

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
    """Ask for `states(document, *terms)`: (mention, state's name) for each term, in text order."""

    def find(document, *terms):
        found = find_first_mentions(parse(document), glossary_of(*terms))
        return [
            (each.block.text[each.match.start : each.match.end], each.state.name.lower())
            for each in found
        ]

    return find
