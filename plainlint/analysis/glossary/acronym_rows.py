"""Rows and lists that spell out an acronym: its long form in a cell, or its letters one by one."""

import re
from collections.abc import Sequence
from itertools import takewhile

from plainlint.analysis.glossary.acronyms import find_long_form
from plainlint.document.model import Block, BlockKind

_ROWS = frozenset({BlockKind.TABLE_CELL, BlockKind.LIST_ITEM})
_LETTERS = re.compile(r"[A-Z]{1,4}")
_MOST_COLUMNS = 4


def is_in_row(acronym: str, blocks: Sequence[Block], number: int, language: str) -> bool:
    """Return whether another cell of the row of a table is the acronym's long form."""
    row = _find_row(blocks[number])
    near = blocks[max(0, number - _MOST_COLUMNS) : number + _MOST_COLUMNS + 1]
    cells = (block.text for block in near if row is not None and _find_row(block) == row)
    return any(find_long_form(acronym, cell, language) == cell for cell in cells if cell)


def _find_row(block: Block) -> int | None:
    return next((each.number for each in block.containers if each.tag == "tr"), None)


def find_letter_rows(name: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the letters of an acronym that the first rows or list items spell out.

    A table has cells of one to four letters ("A | cytarabine"); in a list the first letters of
    the items count ("Face drooping", "Arm weakness", ...). The result is empty if they do not
    spell the acronym.
    """
    rows = tuple(
        takewhile(lambda block: block.kind in _ROWS, blocks[: _MOST_COLUMNS * (len(name) + 1)])
    )
    cells = tuple(block.text for block in rows if _LETTERS.fullmatch(block.text))
    items = tuple(block.text[:1] for block in rows if block.kind is BlockKind.LIST_ITEM)
    spelled = (letters for letters in (cells, items[: len(name)]) if "".join(letters) == name)
    return next(spelled, ())
