"""Familiarity: how frequent a word is in everyday language, and whether children know it."""

import gzip
import re
from collections.abc import Iterator
from importlib.machinery import PathFinder
from pathlib import Path

from plainlint.core.caches import remember
from plainlint.core.pieced_table import PiecedTable, split_table
from plainlint.core.stored_results import STORED
from plainlint.document.folding import simplify_signs

# Capitals of so many letters or fewer are an acronym more often than a word.
_SHORT = 3
# Few acronyms are so long, and fewer are words as frequent as "cancel" (3.8).
_LONG, _EVERYDAY = 6, 3.7
# The frequency of an unlisted word: the lists end just above it.
UNLISTED = 3.0


@remember(1 << 16)
def get_zipf_frequency(word: str, language: str = "en") -> float:
    """Return the Zipf frequency of a lower-case word: log10 of its uses in a billion words.

    7 is "the", 5 "cancer", 4 "tumor", 3 a word that occurs once in a million. An unlisted form has
    the value of its stem. A word without a listed stem has `UNLISTED`, as has every word of a
    language without a list. Stems are tried for English only.

    Source: R. Speer, wordfreq (2022), the small lists; the scale is that of W. van Heuven and
    others, SUBTLEX-UK, Quarterly Journal of Experimental Psychology 67 (2014).
    """
    listed = _load_frequencies(language)
    if frequency := listed.get(word):
        return frequency
    if language != "en":
        return UNLISTED
    return max((listed.get(stem, UNLISTED) for stem in iter_stems(word)), default=UNLISTED)


@remember(None)
def has_list(language: str) -> bool:
    """Return whether there is a frequency list for a language, given its two-letter code."""
    return _find_list(language, "small")[1] > 0


# The frequency of a word that is in neither list.
RAREST = 2.5


@remember(1 << 16)
def get_rare_frequency(word: str) -> float:
    """Return the Zipf frequency of an English word as written, from `RAREST` on.

    The longer list of wordfreq, cut at a word in three million, tells "gauze" from "photopsia";
    the small list has neither. Stems are not tried.
    """
    return _load_frequencies("en").get(word) or _load_frequencies("en", "large").get(word, RAREST)


@remember(None)
def _load_frequencies(language: str, size: str = "small") -> PiecedTable:
    """Load a list of a language from its file: importing wordfreq takes ten times as long."""
    path, state = _find_list(language, size)
    return PiecedTable(STORED.get(_read_frequencies, path, state)[0])


@remember(None)
def get_longest_length() -> int:
    """Return the length of the longest word that either English list has."""
    lists = (_find_list("en", size) for size in ("small", "large"))
    return max(STORED.get(_read_frequencies, path, state)[1] for path, state in lists)


def _find_list(language: str, size: str) -> tuple[str, int]:
    """Return the path of a list and a number that changes with it; 0 if there is no list."""
    spec = PathFinder.find_spec("wordfreq")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "data" / f"{size}_{language}.msgpack.gz"
    return str(path), path.stat().st_mtime_ns if path.is_file() else 0


def _read_frequencies(path: str, state: int) -> tuple[tuple[bytes, ...], int]:
    """Return the pieces of a list, and the length of its longest word; without one, neither."""
    if not state:
        return (), 0
    import msgpack

    # A header, then one list of words for each 1/100 below log10(frequency) = 0.
    listed: dict[str, float] = {}
    # The long list is read only as far as it is needed: five sixths of it are rarer words.
    with gzip.open(path) as file:
        unpacker = msgpack.Unpacker(file)
        steps = unpacker.read_array_header() - 1
        unpacker.skip()
        for number in range(min(steps, round(100 * (9 - RAREST)))):
            listed.update(dict.fromkeys(unpacker.unpack(), 9 - number / 100))
    return split_table(listed), max(map(len, listed), default=0)


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
