"""Rows: things that a sentence names one after the other, "fever, chills, cough, and pain"."""

import re
from collections.abc import Iterator

from plainlint.languages.en.clauses import AUXILIARY, OPENER, PRONOUN, TOGETHER
from plainlint.languages.grammar import Row

# An item of a row: a few words without a clause.
_ITEM = (
    rf"(?! ?(?:{OPENER}|{PRONOUN}|{AUXILIARY}|but|yet|then)\b)"
    rf"(?:(?! (?:and|or|{AUXILIARY}|{OPENER})\b)[^,;:.!?\u2014\u201c\u201d\"]){{2,45}}"
)
_WORD = r"[a-z][\w'\u2019-]*+"
# The last word of the first thing, and the things behind it up to the "and".
_OPENING = re.compile(
    rf"(?<![\w'\u2019-])(?:(?![a-z])[\w'\u2019-])*+{_WORD}"
    rf"(?P<items>(?:, (?!and|or){_ITEM})*+)"
)
_END = re.compile(rf"(?P<comma>,?) (?:and|or) {_WORD}")
_LEAD = re.compile(r".*, (?:including|such as|like|for example,?|especially) ")
_BETWEEN = re.compile(r",? (?:and|or) |, ")
_FEWEST_COMMAS = 2
_FEWEST_ITEMS = 4


def find_rows(text: str) -> list[Row]:
    """Return the rows of four or more things, most of which are no names or numbers."""
    # A fast exit: most long sentences name no things one after the other.
    if text.count(", ") < _FEWEST_COMMAS:
        return []
    plain = TOGETHER.sub(lambda match: "x" * len(match[0]), text)
    rows = []
    for first, end, has_comma in _find_candidates(plain):
        # "many things, including fever, chills, ...": the row begins behind "including".
        lead = _LEAD.match(plain, first, end)
        start = lead.end() if lead else first
        items = _BETWEEN.split(plain[start:end])
        # Without a comma before "and", two commas may be round an aside.
        fewest = _FEWEST_ITEMS if has_comma else _FEWEST_ITEMS + 1
        if len(items) >= fewest and sum(item[0].islower() for item in items) > len(items) / 2:
            rows.append(Row(start, end, len(items)))
    return rows


def _find_candidates(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the start and end of each row, and whether a comma is before its "and"."""
    position = 0
    while opening := _OPENING.search(text, position):
        items = opening["items"]
        end = _END.match(text, opening.end()) if items.count(",") >= _FEWEST_COMMAS else None
        # A pair inside a row: "codeine or morphine, aspirin, ...".
        if end and text.startswith(", ", end.end()):
            position = end.end()
        elif end:
            yield opening.start(), end.end(), bool(end["comma"])
            position = end.end()
        else:
            # A row without an end has none either from its second thing on.
            position = opening.start("items") + max(items.rfind(","), 0)
