"""word-list: words and phrases to avoid."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.literals import Found


def word_list(found: Found, words: list[str]) -> Iterator[Hit]:
    """One hit for each of the words; `words` is what the engine looks for.

    They are found in any case, as whole words.
    """
    if found.literal in words:
        yield Hit(found.span, {"text": found.text, "word": found.literal})
