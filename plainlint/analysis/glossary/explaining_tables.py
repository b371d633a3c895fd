"""Tables whose rows say what a thing is or what it is for: "Medicine | Used for"."""

import re
from collections.abc import Sequence

from plainlint.document.model import Block, BlockKind, Document

# The heading of a column that explains the first cell of each row.
_EXPLAINING = re.compile(
    r"(?:(?:mainly |usually )?(?:used|taken|given|prescribed) (?:for|to treat)|uses?|purpose"
    r"|what (?:it|this|they|that) (?:is|are|does|do"
    r"|(?:mean|treat|involve|check|measure|show|tell)s?(?: (?:us|you))?"
    r"|looks? (?:for|at|like))(?: (?:used )?for)?"
    r"|what(?:['\u2019]s| is) (?:it|this|involved)(?: (?:used )?for)?"
    r"|what happens|how (?:it|they) works?|description|(?:treat|check|measure)s|looks for|meaning"
    r"|in (?:plain|simple|other|everyday) (?:words|terms|english|language)|also (?:called|known as)"
    r"|(?:plain |simple )?explanation|definition|(?:common|everyday|plain) (?:name|word)s?)\W*",
    re.IGNORECASE,
)
# What the reader does or gets is no meaning: "You may need another scan".
_TO_READER = re.compile(r"(?:you|your|call|ask|tell|we)\b", re.IGNORECASE)


def find_defined_blocks(document: Document) -> frozenset[int]:
    """Return the indexes of the blocks that a definition list or a row of a table explains."""
    return document.defined_terms | _find_explained_cells(document.blocks)


def _find_explained_cells(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the indexes of the first cells of rows that another cell of the row explains.

    The first row of the table has a column such as "Used for" or "Meaning".
    """
    explained: set[int] = set()
    table, columns, first_row, first_cell = -1, frozenset[int](), -1, -1
    for index, block in enumerate(blocks):
        place = _find_cell(block)
        if place is None:
            continue
        current, row, column = place
        if current != table:
            table, columns, first_row = current, frozenset(), row
        if row == first_row:
            if column and _EXPLAINING.fullmatch(block.text):
                columns |= {column}
        elif not column:
            first_cell = index
        elif column in columns and block.text and not _TO_READER.match(block.text):
            explained.add(first_cell)
    return frozenset(explained)


def _find_cell(block: Block) -> tuple[int, int, int] | None:
    """Return the numbers of a cell's table and row, and its column; None for another block."""
    if block.kind is not BlockKind.TABLE_CELL:
        return None
    numbers = {container.tag: container.number for container in block.containers}
    cell = numbers.get("td", numbers.get("th"))
    row, table = numbers.get("tr"), numbers.get("table")
    return None if cell is None or row is None or table is None else (table, row, cell)
