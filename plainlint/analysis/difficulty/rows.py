"""Rows: things that a sentence names one after the other, "fever, chills, cough, and pain"."""

import re
from typing import NamedTuple

from plainlint.analysis.difficulty.clauses import AUXILIARY, OPENER, PRONOUN, TOGETHER

# An item of a row: a few words without a clause.
_ITEM = (
    rf"(?! ?(?:{OPENER}|{PRONOUN}|{AUXILIARY}|but|yet|then)\b)"
    rf"(?:(?! (?:and|or|{AUXILIARY}|{OPENER})\b)[^,;:.!?\u2014\u201c\u201d\"]){{2,45}}"
)
_ROW = re.compile(
    rf"[a-z][\w'\u2019-]*(?:, (?!and|or){_ITEM}){{2,}}(,?) (?:and|or) [a-z][\w'\u2019-]*"
)
_FEWEST_ITEMS = 4


class Row(NamedTuple):
    """A row of things in a sentence, from the last word of the first (code points)."""

    start: int
    end: int
    items: int


def find_rows(text: str) -> list[Row]:
    """Return the rows of four or more things, most of which are no names or numbers."""
    plain = TOGETHER.sub(lambda match: "x" * len(match[0]), text)
    rows = []
    for match in _ROW.finditer(plain):
        items = re.split(r",? (?:and|or) |, ", match[0])
        # Without a comma before "and", two commas may be round an aside.
        fewest = _FEWEST_ITEMS if match[1] else _FEWEST_ITEMS + 1
        if len(items) >= fewest and sum(item[0].islower() for item in items) > len(items) / 2:
            rows.append(Row(*match.span(), len(items)))
    return rows
