"""Replacements: words for a range of a text, with the article before it."""

import re
from typing import NamedTuple

_ARTICLE = re.compile(r"(?<!\w)([Aa])n?\s\Z")
_VOWEL_SOUND = re.compile(r"(?!uni|us[aeiu]|eu|one\b)[aeiou]|hour|honest", re.IGNORECASE)
# What cannot follow an article, because it is one or stands for one.
_DETERMINED = re.compile(
    r"(?:an?|the|my|your|his|her|its|our|their|many|most|few|some|enough|each|every|all)\b"
    r"|(?:not enough|too (?:much|many))\b",
    re.IGNORECASE,
)


class Replacement(NamedTuple):
    """What can stand in place of a range of a text (code points).

    `words` are the new text of the range, `plain` what a message advises. `is_exact` is whether
    the text around them is right with them; else a person has to change more.
    """

    start: int
    end: int
    words: str
    plain: str
    is_exact: bool = True


def copy_capital(text: str, words: str) -> str:
    """Return `words` with a capital if `text` begins with one; letters in capitals have none."""
    is_capital = text[:1].isupper() and not (text.isupper() and len(text) > 1)
    return words[0].upper() + words[1:] if words and is_capital else words


def adjust_article(replacement: Replacement, text: str) -> Replacement:
    """Return the replacement with the "a" or "an" before it as its words need it.

    >>> adjust_article(Replacement(3, 10, "first", "first"), "an initial visit")
    Replacement(start=0, end=10, words='a first', plain='first', is_exact=True)
    """
    article = _ARTICLE.search(text[max(0, replacement.start - 4) : replacement.start])
    if article is None:
        return replacement
    if _DETERMINED.match(replacement.words):
        return replacement._replace(is_exact=False)
    fitting = "an" if _VOWEL_SOUND.match(replacement.words) else "a"
    start = replacement.start - len(article[0])
    words = f"{article[1]}{fitting[1:]} {replacement.words}"
    return replacement._replace(start=start, words=words)
