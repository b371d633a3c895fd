"""A table by word of which a process needs few entries: only pieces with such words are read."""

import marshal
from collections.abc import Mapping
from zlib import crc32

# Of a hundred thousand words, some twenty-five are in one piece.
_PIECES = 1 << 12


def split_table(table: Mapping[str, float]) -> tuple[bytes, ...]:
    """Return a table in pieces, for `PiecedTable`."""
    pieces: list[dict[str, float]] = [{} for _ in range(_PIECES)]
    for word, number in table.items():
        pieces[_find_piece(word)][word] = number
    return tuple(map(marshal.dumps, pieces))


def _find_piece(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) % _PIECES


class PiecedTable:
    """Numbers by word.

    Args:
        pieces: the table, as `split_table` returned it; none for an empty table.
    """

    def __init__(self, pieces: tuple[bytes, ...]) -> None:
        self._pieces: list[bytes | dict[str, float]] = list(pieces)

    def get(self, word: str, default: float = 0.0) -> float:
        """Return the number of a word, or the default for a word that is not in the table."""
        if not self._pieces:
            return default
        index = _find_piece(word)
        piece = self._pieces[index]
        if isinstance(piece, bytes):
            piece = self._pieces[index] = marshal.loads(piece)  # noqa: S302 -- of `split_table`
        return piece.get(word, default)
