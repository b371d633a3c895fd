"""What adults know although it is rare in print: a list with a reason, in its language's folder."""

from collections.abc import Set as AbstractSet

from plainlint.core.caches import remember
from plainlint.languages.base import get_language
from plainlint.languages.files import read_sections

KNOWN_WORDS = "known_words.txt"
_WORDS, _EVERYDAY, _PHRASES = "words", "everyday", "phrases"
# A phrase is one word of the file.
_SPACE = "_"


def is_listed_word(text: str, code: str) -> bool:
    """Return whether a word or phrase is listed as known, in any case and regular form.

    A language without a list has no such words.

    >>> [is_listed_word(word, "es") for word in ("Ecografías", "cucharadas", "edemas")]
    [True, True, False]
    """
    known = _load_known(code)
    lower = text.lower()
    if not known or lower in known:
        return lower in known
    iter_stems = get_language(code).iter_stems
    if iter_stems is None:
        return False
    first, space, rest = lower.partition(" ")
    return any(f"{stem}{space}{rest}" in known for stem in iter_stems(first))


@remember(1 << 3)
def _load_known(code: str) -> AbstractSet[str]:
    sections = read_sections(code, KNOWN_WORDS)
    phrases = {phrase.replace(_SPACE, " ") for phrase in sections.get(_PHRASES, ())}
    return sections.get(_WORDS, frozenset()) | sections.get(_EVERYDAY, frozenset()) | phrases
