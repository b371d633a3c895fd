"""Long forms: what an acronym stands for, and whether a text says so beside it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from plainlint.document.model import Block, BlockKind
from plainlint.glossary.acronyms import singular

# What stands between a long form and its acronym: "lung cancer (NSCLC)", "lung cancer, or NSCLC".
_TO_ACRONYM = re.compile(
    r"(?: ?[(\[]|, | (?=or |called |known as )| ?[=:\u2013\u2014] ?)"
    r"(?:(?:or|(?:also )?(?:called|known as)|abbreviated(?: as)?) )?(?:an? |the )?[\"\u201c]?$"
)
_IN_BRACKET = re.compile(r" [(\[][^()\[\]]*$")
_TO_LONG_FORM = re.compile(
    r"(?:'s|\u2019s)?[\"\u201d]?(?: ?[(\[]|, | ?[=:\u2013\u2014] ?"
    r"| (?=or |stands |is short |means ))"
    r"(?:(?:or|also called|(?:which )?(?:stands|is short) for|short for|means|meaning) )?"
    r"(?:an? |the )?[\"\u201c]?"
)
_ROWS = frozenset({BlockKind.TABLE_CELL, BlockKind.LIST_ITEM})
_LETTERS = re.compile(r"[A-Z]{1,4}")
_KEY = re.compile(r" ?= ?[A-Za-z]{2}")
_GREEK = str.maketrans("αβγδκ", "abgdk")
# In characters: more than the words of any long form take up.
_FARTHEST = 200
_SENTENCE_END = re.compile(r"(?<=[?!;]) ")
_CLAUSE_END = re.compile(r"[;:()\[\]\u2014\"\u201d]|[.?!](?: |$)")


def long_form(acronym: str, text: str) -> str:
    """The shortest end of the text that the acronym can stand for, or nothing.

    The algorithm of Schwartz and Hearst, "A simple algorithm for identifying abbreviation
    definitions in biomedical text" (Pacific Symposium on Biocomputing, 2003): each letter and
    digit is looked for from right to left, and the first one must begin a word.
    """
    signs = [sign for sign in acronym.lower().translate(_GREEK) if sign.isalnum()]
    lower, place = text.lower(), len(text)
    if not signs or len(lower) != len(text):
        return ""
    for sign in reversed(signs[1:]):
        place = lower.rfind(sign, 0, max(place, 0))
    begins = re.finditer(rf"(?<![^\W_]){re.escape(signs[0])}", lower[: max(place, 0)])
    place = max((begin.start() for begin in begins), default=-1)
    found = text[text.rfind(" ", 0, place) + 1 :] if place >= 0 else ""
    fits = len(found) > len(acronym) and len(found.split()) <= _most_words(acronym)
    return found if fits and acronym not in re.split(r"[\s()]+", found) else ""


@lru_cache(maxsize=1 << 12)
def is_spelled_out(text: str, start: int, end: int) -> bool:
    """Whether the long form of the acronym at `start` to `end` stands beside it."""
    acronym = singular(text[start:end])
    before = text[max(0, start - _FARTHEST) : start]
    return (
        any(_ends_with(acronym, before, opening) for opening in (_TO_ACRONYM, _IN_BRACKET))
        or (text[end : end + 1] == ")" and _is_introduced(acronym, before))
        or _KEY.match(text, end) is not None
        or _begins_with(acronym, text, end)
    )


def _ends_with(acronym: str, before: str, opening: re.Pattern[str]) -> bool:
    """Whether the text before the acronym ends with its long form and an opening bracket."""
    found = opening.search(before)
    words = _SENTENCE_END.split(before[: found.start()])[-1].split() if found else []
    return bool(long_form(acronym, " ".join(words[-_most_words(acronym) :])))


def _is_introduced(acronym: str, before: str) -> bool:
    """Whether an acronym alone in brackets begins as one of the words before it does.

    Many drugs and scales have letters that their long forms lack, as in "fluorouracil (5-FU)".
    """
    if not before.endswith(" ("):
        return False
    words = " ".join(before.removesuffix(" (").split()[-_most_words(acronym) :])
    first = next((sign for sign in acronym if sign.isalpha()), "(")
    return bool(re.search(rf"(?<![^\W_]){re.escape(first)}", words, re.IGNORECASE))


def _begins_with(acronym: str, text: str, end: int) -> bool:
    """Whether the text behind the acronym begins with its long form."""
    closing = _TO_LONG_FORM.match(text, end)
    after = _CLAUSE_END.split(text[closing.end() :][:_FARTHEST])[0].split() if closing else []
    counts = range(1, min(len(after), _most_words(acronym)) + 1)
    prefixes = (" ".join(after[:count]).rstrip(",") for count in counts)
    return any(long_form(acronym, prefix) == prefix for prefix in prefixes)


def _most_words(acronym: str) -> int:
    """The limit of Schwartz and Hearst for the words of a long form."""
    return min(len(acronym) + 5, len(acronym) * 2)


def letter_rows(name: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The letters of an acronym that the rows or items at the head of the blocks go through.

    A table does so with a cell for each letter or two ("A | cytarabine"), a list with the first
    letters of its items ("Face drooping", "Arm weakness", ...). Empty if it is not spelled out so.
    """
    rows = tuple(takewhile(lambda block: block.kind in _ROWS, blocks[: 2 * len(name) + 2]))
    cells = tuple(each.text for each in rows if _LETTERS.fullmatch(each.text))
    items = tuple(each.text[:1] for each in rows if each.kind is BlockKind.LIST_ITEM)
    found = (letters for letters in (cells, items[: len(name)]) if "".join(letters) == name)
    return next(found, ())
