"""Grammar: where a long sentence of a language can be divided, and which deeds have no doer."""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """A row of things in a sentence, from the last word of the first (code points)."""

    start: int
    end: int
    items: int


class SentenceGrammar(NamedTuple):
    """What is known of the sentences of a language.

    Attributes:
        find_split_point: where the second of two sentences would begin (a code point), or None.
        find_rows: the rows of things that would be easier to read as a list.
        find_hidden_doers: the (start, end) of each verb that hides who does something to the
            reader: "is injected".
        long: sentences of fewer words are not worth splitting.
        very_long: in sentences of so many words no other advice helps as much.
    """

    find_split_point: Callable[[str], int | None]
    find_rows: Callable[[str], Iterable[Row]]
    find_hidden_doers: Callable[[str], Iterable[tuple[int, int]]]
    long: int
    very_long: int
