"""Page words: what a language says in the parts of a page that are not its text."""

import re
from typing import NamedTuple

_NEVER = re.compile(r"(?!)")


class PageWords(NamedTuple):
    """Patterns for the parts of a page around its text. By default there are none.

    Attributes:
        references: the whole heading of a list of references or sources.
        citation: what only the citation of a paper or a book has.
        citation_signs: a cheap test: every citation has one of these; empty for no test.
        credit: the start of a line that says who made a picture or the page, or who may copy it.
        navigation: the whole text of a button or a link to another place, of at most
            `MOST_NAVIGATION` code points.
    """

    references: re.Pattern[str] = _NEVER
    citation: re.Pattern[str] = _NEVER
    citation_signs: tuple[str, ...] = ()
    credit: re.Pattern[str] = _NEVER
    navigation: re.Pattern[str] = _NEVER


MOST_NAVIGATION = 80
NO_PAGE_WORDS = PageWords()
