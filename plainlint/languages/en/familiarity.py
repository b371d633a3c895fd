"""Familiar words of English: their regular forms, whether children know them, and acronyms."""

import re
from collections.abc import Iterator
from importlib.machinery import PathFinder
from pathlib import Path

from plainlint.core.caches import remember
from plainlint.core.words import simplify_signs
from plainlint.languages.frequencies import get_zipf_frequency

# Capitals of so many letters or fewer are an acronym more often than a word.
_SHORT = 3
# Few acronyms are so long, and fewer are words as frequent as "cancel" (3.8).
_LONG, _EVERYDAY = 6, 3.7
# Endings by their last letter, each with its replacement in the base word.
_SUFFIXES = {
    "s": (("ies", "y"), ("'s", ""), ("es", ""), ("s", "")),
    "'": (("s'", "s"),),
    "d": (("ied", "y"), ("ed", ""), ("ed", "e")),
    "r": (("ier", "y"), ("er", ""), ("er", "e")),
    "t": (("iest", "y"), ("est", ""), ("est", "e")),
    "y": (("ily", "y"), ("ly", "")),
    "g": (("ing", ""), ("ing", "e")),
}
_DOUBLED = re.compile(r"([bdfglmnprt])\1$")


def iter_stems(word: str) -> Iterator[str]:
    """Yield the words that a lower-case word may be a regular form of, the likely ones first.

    >>> list(iter_stems("stopped"))
    ['stopp', 'stop', 'stoppe']
    """
    for suffix, ending in _SUFFIXES.get(word[-1:], ()):
        stem = word.removesuffix(suffix)
        if 1 < len(stem) < len(word):
            yield stem + ending
            if not ending and _DOUBLED.search(stem):
                yield stem[:-1]


_NOT_A_WORD = re.compile(r"[\d.,%]+")


@remember(None)
def _load_familiar_words() -> frozenset[str]:
    """Read the 2,940 words of the list from its file: importing textstat takes too long."""
    spec = PathFinder.find_spec("textstat")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "resources" / "en" / "easy_words.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


def is_familiar(word: str) -> bool:
    """Return whether fourth-graders know a word, by Dale and Chall's list of 1948.

    By their rules plurals, possessives, verb forms, comparatives and adverbs of a listed word are
    familiar too, as are numbers, and hyphenated words with only familiar parts.

    Source: E. Dale and J. S. Chall, A formula for predicting readability, Educational Research
    Bulletin 27 (1948).
    """
    plain = simplify_signs(word.lower())
    if plain.isalpha():
        return _is_part_familiar(plain)
    return all(_is_part_familiar(part) for part in plain.split("-") if part)


# Words of three letters that writers put in capitals for stress; most others are acronyms too.
_SHORT_STRESSED = """
    add any bad big but buy day dry due eat end far few fix for get hot its low may new nor
    not now odd off old one our out own put raw red run six the too top try two use wet why
    yes yet you
"""
# Longer everyday words that are acronyms of medicine as well.
_ACRONYMS = """
    beam bear best calm camp card cart cast chip chop clam copy cramp cross dash east face
    fast fish flag flash flip gain gift glow halt harm hear heart hope lace lamp later lime
    march mark mask match meal mice mind mint moral must nice note pain past peach pick pride
    prime race raid reach rice rise safe sage scan score select shed ship sick smart snap star
    steam stamp step strong swan tail tape team top track tramp trap trial trim west
"""


@remember(1 << 12)
def is_stressed_word(capitals: str) -> bool:
    """Return whether a text in capitals is an everyday word, such as FOOD, and not an acronym."""
    word = capitals.lower()
    if len(word) <= _SHORT:
        return word in _SHORT_STRESSED.split()
    is_everyday = word in _load_familiar_words() or (
        len(word) >= _LONG and get_zipf_frequency(word) >= _EVERYDAY
    )
    return is_everyday and word not in _ACRONYMS.split()


def _is_part_familiar(word: str) -> bool:
    listed = _load_familiar_words()
    if word in listed or (not word.isalpha() and _NOT_A_WORD.fullmatch(word)):
        return True
    return not listed.isdisjoint(iter_stems(word))
