"""Acronyms: the words by which a language joins them to what they stand for."""

import re
from typing import NamedTuple

_NEVER = re.compile(r"(?!)")


class AcronymWords(NamedTuple):
    """Patterns for the words around acronyms. By default they are of signs alone.

    Attributes:
        to_acronym: between a long form and its acronym, up to the end of a text: ", or ".
        to_long_form: between an acronym and its long form: ", short for ".
        stated_behind: says behind an acronym that what is before it is its long form, or names it.
        stated_before: says the same before an acronym, up to the end of a text.
        part_ends: between the parts that the letters of an acronym stand for.
        item_ends: between the items of a list in brackets.
        clause_ends: before what a long form does not begin earlier than: the next thing of a list.
        small: small words, which have no letter in an acronym.
        nouns: behind a word in capitals, these show that it is a name.
        studies: nouns of studies, which have names in capitals.
        not_read: stretches whose capitals are not acronyms, besides those of all languages.
        links: how many small words a long form may have for each letter, besides the two words that
            each letter may stand for.
    """

    to_acronym: re.Pattern[str] = re.compile(
        r"(?: ?[(\[]|, | ?[=:\u2013\u2014] ?)[\"\u201c\u00ab]?$"
    )
    to_long_form: re.Pattern[str] = re.compile(
        r"[\"\u201d\u00bb]?(?: ?[(\[]|, | ?[=:\u2013\u2014] ?)[\"\u201c\u00ab]?"
    )
    stated_behind: re.Pattern[str] = _NEVER
    stated_before: re.Pattern[str] = _NEVER
    part_ends: re.Pattern[str] = re.compile(r", |; ")
    item_ends: re.Pattern[str] = re.compile(r"[,;/] ?")
    clause_ends: re.Pattern[str] = re.compile(r"(?<=[?!;]) ")
    small: str = r"(?!)"
    nouns: re.Pattern[str] = re.compile(r"[ -]\d")
    studies: str = r"(?!)"
    not_read: str = r"(?!)"
    links: int = 0


SIGNS_ONLY = AcronymWords()
