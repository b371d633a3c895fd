"""Mentions: the words of a language between names, and around terms that are part of a name."""

import re
from typing import NamedTuple

_NEVER = re.compile(r"(?!)")


class MentionWords(NamedTuple):
    """Patterns for the words around a term. By default they are of signs alone.

    Attributes:
        another_name: all that is between two names for the same thing: ", also called ".
        joined_capitals: "and" and such words before a part of a name in capitals.
        name_before: the first part of a name in capitals, up to the end of a text: "Society for ".
        service_before: words that make what follows the name of a service, up to the end of a text.
        illness_behind: behind the adjective of an organ, what makes both the name of its illness.
        organ_ends: the ends of such adjectives.
        capital_is_name: whether a capital inside a sentence makes any word a name.
        defines_title: the start of a first paragraph that says what the title names.
        explaining_column: the whole heading of a column that explains the first cell of each row.
        to_reader: the start of a cell that says what the reader does or gets, which is no meaning.
    """

    another_name: re.Pattern[str] = re.compile(r",? ?[(\[]?[\"\u201c\u00ab]?")
    joined_capitals: str = r"(?!)"
    name_before: str = r"(?!)"
    service_before: re.Pattern[str] = _NEVER
    illness_behind: re.Pattern[str] = _NEVER
    organ_ends: tuple[str, ...] = ()
    capital_is_name: bool = False
    defines_title: re.Pattern[str] = _NEVER
    explaining_column: re.Pattern[str] = _NEVER
    to_reader: re.Pattern[str] = _NEVER


SIGNS_ONLY = MentionWords()
