"""Accepted words: names and house words that a team uses as they are, which no rule reports."""

import re
from collections.abc import Iterable
from pathlib import Path

from plainlint.analysis.glossary.matching import is_acronym, iter_name_forms
from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError
from plainlint.document.folding import SAME_SIGNS, fold

_POSSESSIVE = re.compile(r"'s?$")
_NAME_WORD = re.compile(r"[^\W\d_]+")
# Words that a name's initials leave out.
_SMALL = frozenset({"a", "an", "and", "at", "by", "de", "for", "in", "of", "on", "the", "to"})
_FEWEST_INITIALS = 2


class AcceptedWords:
    """A lookup of accepted words and phrases. Equality is identity.

    A word in lower case is accepted in any case, one with capitals only as it is written; plurals
    and possessives follow.
    """

    __slots__ = ("_exact", "_folded", "_phrase_words")

    def __init__(self, words: Iterable[str] = ()) -> None:
        listed = tuple(words)
        spellings = {form for word in listed for form in (word, *iter_name_forms(word))}
        self._exact = frozenset(spelling.translate(SAME_SIGNS) for spelling in spellings)
        self._folded = frozenset(fold(spelling) for spelling in spellings if spelling.islower())
        self._phrase_words = frozenset(
            form
            for words in (fold(spelling).split() for spelling in spellings)
            if len(words) > 1
            for word in words
            for form in (word, _POSSESSIVE.sub("", word))
        )

    def __bool__(self) -> bool:
        """Return whether any word is accepted."""
        return bool(self._exact)

    def covers(self, text: str) -> bool:
        """Return whether a text is an accepted word or phrase."""
        if not self._exact:
            return False
        plain = _POSSESSIVE.sub("", text.translate(SAME_SIGNS).strip())
        folded = fold(plain)
        return (
            plain in self._exact
            or folded in self._folded
            or (
                # A capital at the start of a sentence.
                plain[:1].isupper() and plain[:1].lower() + plain[1:] in self._exact
            )
        )

    def has_phrase_with(self, text: str) -> bool:
        """Return whether an accepted phrase may have the first word of a text, in any form."""
        first = fold(text).split(maxsplit=1)[:1]
        return bool(first) and _POSSESSIVE.sub("", first[0]) in self._phrase_words


NO_ACCEPTED_WORDS = AcceptedWords()


def parse_word_list(text: str) -> tuple[str, ...]:
    """Return the words of a list: one word or phrase in a line; a `#` begins a comment."""
    lines = (line.partition("#")[0].strip() for line in text.removeprefix("\ufeff").splitlines())
    return tuple(" ".join(line.split()) for line in lines if line)


def load_word_list(path: Path) -> tuple[str, ...]:
    """Read a list of words from a file.

    Raises:
        PlainlintError: the file can't be read.
    """
    try:
        return parse_word_list(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise PlainlintError(f"{path}: the list can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PlainlintError(f"{path}: the list is not UTF-8") from error


@remember(8)
def make_accepted_words(words: tuple[str, ...], publishers: tuple[str, ...]) -> AcceptedWords:
    """Return the lookup of listed words, and of the publisher's names with their initials.

    >>> make_accepted_words((), ("Harbour Health Trust",)).covers("HHT")
    True
    """
    names = [name for publisher in publishers for name in _iter_publisher_names(publisher)]
    return AcceptedWords((*words, *names))


def _iter_publisher_names(publisher: str) -> Iterable[str]:
    yield publisher
    words = _NAME_WORD.findall(publisher)
    yield from (word for word in words if is_acronym(word))
    initials = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    if len(initials) >= _FEWEST_INITIALS:
        yield initials
