"""Choices: the answers to a question of a filter, with how many rows each leaves."""

from typing import NamedTuple


class Choice(NamedTuple):
    """An answer to a question of the filter.

    Attributes:
        value: as the address and the rows name it.
        label: as users read it.
        rows: how many rows it leaves.
        sign: the CSS class of its sign, or empty.
    """

    value: str
    label: str
    rows: int
    sign: str = ""


def capitalise(text: str) -> str:
    """Return a text with a capital letter at its start."""
    return text[:1].upper() + text[1:]
