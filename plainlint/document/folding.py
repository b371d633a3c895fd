"""Folding: make texts equal that differ only in case, quotes, hyphens or spaces."""

from unicodedata import combining, normalize

from plainlint.core.caches import remember

# Characters that count as the same in a name; each maps to a single one, so that offsets hold.
SAME_SIGNS = str.maketrans("\u2019\u2018\u00a0\u2009\u202f\u2010\u2011\u2013\n\t", "''   ---  ")


def fold(text: str) -> str:
    """Fold a text for matching, without changing its length: lower case, hyphens as spaces."""
    return _lower(text.translate(SAME_SIGNS))


@remember(1 << 12)
def prepare_text(text: str) -> tuple[str, str]:
    """Return a text with plain marks, and folded; cached, because several matchers read a block."""
    has_signs = not text.isascii() or "\n" in text or "\t" in text
    plain = text.translate(SAME_SIGNS) if has_signs else text
    return plain, _lower(plain)


def _lower(plain: str) -> str:
    lower = plain.lower()
    if len(lower) != len(plain):
        # Some letters have a longer lower-case form, such as "İ".
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    return lower.replace("\u03c2", "\u03c3").replace("-", " ")


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Check that no letter, digit or accent continues the word before or after.

    A hyphenated part may follow, as in "HPV-related"; one before makes it another word, as in
    "non-metastatic".
    """
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    joined = before.isalnum() or after.isalnum() or before in "-_" or after == "_"
    return not (joined or combining(before) or combining(after))


@remember(1 << 12)
def strip_accents(word: str) -> str:
    """Return a word without accents and other marks.

    >>> strip_accents("metastásico")
    'metastasico'
    """
    if word.isascii():
        return word
    return "".join(sign for sign in normalize("NFD", word) if not combining(sign))
