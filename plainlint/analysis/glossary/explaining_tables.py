"""Tables whose rows say what a thing is or what it is for: "Medicine | Used for"."""

from collections.abc import Sequence

from plainlint.analysis.glossary.names_in_text import get_mention_words
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import Block, BlockKind, Document
from plainlint.languages.mentions import MentionWords


def find_defined_blocks(document: Document) -> frozenset[int]:
    """Return the indexes of the blocks that a definition list or a row of a table explains."""
    words = get_mention_words(get_primary_tag(document.language))
    return document.defined_terms | _find_explained_cells(document.blocks, words)


def _find_explained_cells(blocks: Sequence[Block], words: MentionWords) -> frozenset[int]:
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
            if column and words.explaining_column.fullmatch(block.text):
                columns |= {column}
        elif not column:
            first_cell = index
        elif column in columns and block.text and not words.to_reader.match(block.text):
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
