"""word-list: words and phrases to avoid."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.document.word_index import Found


def word_list(found: Found, words: list[str]) -> Iterator[Hit]:
    """Words and phrases to avoid.

    They are found in any case, as whole words.

    Args:
        words: words and phrases.

    Message:
        text: the word as it stands there.
        word: the word as it is listed.

    Example:
        words: [non-compliant, failed]
        ---
        The treatment «failed».
    """
    if found.literal in words:
        yield Hit(found.span, {"text": found.text, "word": found.literal})
