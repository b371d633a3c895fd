"""The grammar of English sentences, as advice on them needs it."""

from collections.abc import Iterator

from plainlint.languages.en.passive import find_passives, hides_helper
from plainlint.languages.en.rows import find_rows
from plainlint.languages.en.splitting import find_split_point
from plainlint.languages.grammar import SentenceGrammar


def find_hidden_doers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the passives that hide who does something to the reader: "is injected", "are asked"."""
    return ((start, end) for start, end in find_passives(text) if hides_helper(text, start, end))


GRAMMAR = SentenceGrammar(
    find_split_point=find_split_point,
    find_rows=find_rows,
    find_hidden_doers=find_hidden_doers,
    long=20,
    very_long=30,
)
