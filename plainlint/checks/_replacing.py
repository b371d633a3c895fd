"""Other words in the place of some: a fix that a person has to look at."""

import re

from plainlint.core.diagnostics import Edit, Fix
from plainlint.document.visible_text import Prose

# Several words, or words about them: a person has to choose.
_CHOICE = re.compile(r"\bor\b|[,;()]")
_VOWEL_SOUND = re.compile(r"(?!uni|us[aeiu]|eu|one\b)[aeiou]|hour|honest", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)([Aa])n? $")


def in_the_case_of(text: str, words: str) -> str:
    """`words` with a capital if `text` begins with one."""
    return words[0].upper() + words[1:] if words and text[0].isupper() else words


def replacement(prose: Prose, start: int, end: int, words: str) -> Fix | None:
    """`words` in the place of a visible range, with the article they need.

    None where there is a choice, or markup inside the range.
    """
    if not words or _CHOICE.search(words):
        return None
    text = prose.text[start:end]
    if article := _ARTICLE.search(prose.text[max(0, start - 4) : start]):
        fitting = "an" if _VOWEL_SOUND.match(words) else "a"
        start -= len(article[0])
        words = f"{article[1][0]}{fitting[1:]} {words}"
    span = prose.span(start, end)
    if span.end - span.start != end - start:
        return None
    return Fix(f"say '{words}' for '{text}'", (Edit(span, words),), safe=False)
