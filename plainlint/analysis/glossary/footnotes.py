"""Footnotes: places of a text whose words a note explains, in any language."""

import re
from bisect import bisect_right
from collections.abc import Mapping

from plainlint.document.markup import FOOTNOTE_MARK
from plainlint.document.model import BlockKind, Document

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 3
# A source is named, and nothing explained.
_SOURCE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|https?:|www\.|\bet al\b|\bdoi\b", re.IGNORECASE)


def find_noted_places(document: Document) -> Mapping[int, frozenset[int]]:
    """Return where marks of notes are that explain something, by the number of the block.

    The places are offsets of the block's text, in code points. Marks and notes are paired by their
    order, which needs as many notes as marks.
    """
    notes: dict[int, str] = {}
    starts = [block.span.start for block in document.blocks]
    for block in document.blocks:
        if block.kind is BlockKind.FOOTNOTE:
            number = next((each.number for each in block.containers if each.tag == "aside"), 0)
            notes[number] = f"{notes.get(number, '')} {block.text}"
    # A fast exit: few documents have footnotes.
    if not notes:
        return {}
    marks = []
    for excluded in document.excluded_texts:
        if excluded.reason == FOOTNOTE_MARK:
            number = bisect_right(starts, excluded.span.start) - 1
            if number >= 0 and document.blocks[number].kind is not BlockKind.FOOTNOTE:
                marks.append((number, excluded))
    names = dict.fromkeys(excluded.text for _, excluded in marks)
    if len(names) != len(notes):
        return {}
    note_of = dict(zip(names, notes.values(), strict=True))
    places: dict[int, set[int]] = {}
    for number, excluded in marks:
        if _explains(note_of[excluded.text]):
            place, _ = document.blocks[number].prose.get_visible_range(excluded.span)
            places.setdefault(number, set()).add(place)
    return {number: frozenset(offsets) for number, offsets in places.items()}


def _explains(note: str) -> bool:
    """Return whether a note says something in words, and does not only name a source."""
    words = [word for word in _WORD.findall(note) if word.islower()]
    return len(words) >= _FEWEST_WORDS and not _SOURCE.search(note)
