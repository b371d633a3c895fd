"""Word frequency: how often a word comes up in everyday language, on the Zipf scale."""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path

# What a word gets that is in no list: the lists end just above it.
UNLISTED = 3.0


@cache
def get_zipf_frequency(word: str, language: str = "en") -> float:
    """The frequency of a lower-case word: the logarithm of its uses in a billion words.

    7 is "the", 5 "cancer", 4 "tumor", 3 a word met once in a million. A form that is not listed has
    the value of its stem; a word without any has `UNLISTED`, and so has every word of a language
    without a list. The endings are those of English and tried for English only.

    Source: R. Speer, wordfreq (2022), its small lists; the scale is that of W. van Heuven and
    others, SUBTLEX-UK, Quarterly Journal of Experimental Psychology 67 (2014).
    """
    listed = _load_frequencies(language)
    if found := listed.get(word):
        return found
    if language != "en":
        return UNLISTED
    return max((listed.get(stem, UNLISTED) for stem in iter_stems(word)), default=UNLISTED)


def has_list(language: str) -> bool:
    """Whether there is a list of this language, a code of two letters."""
    return bool(_load_frequencies(language))


@cache
def _load_frequencies(language: str) -> dict[str, float]:
    """The list of a language, read from its file: importing wordfreq takes ten times as long."""
    import msgpack

    spec = PathFinder.find_spec("wordfreq")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "data" / f"small_{language}.msgpack.gz"
    if not path.is_file():
        return {}
    # A header, then the words of each step of 1/100 down from a frequency of 1.
    _, *steps = msgpack.unpackb(gzip.decompress(path.read_bytes()))
    listed: dict[str, float] = {}
    for number, words in enumerate(steps):
        listed.update(dict.fromkeys(words, 9 - number / 100))
    return listed


# By its last letter an ending, and what stands in its place in the base word.
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
    """Words that a lower-case word may be a regular form of, the likely ones first.

    >>> list(stems("stopped"))
    ['stopp', 'stop', 'stoppe']
    """
    for suffix, ending in _SUFFIXES.get(word[-1:], ()):
        stem = word.removesuffix(suffix)
        if 1 < len(stem) < len(word):
            yield stem + ending
            if not ending and _DOUBLED.search(stem):
                yield stem[:-1]


_NOT_A_WORD = re.compile(r"[\d.,%]+")


@cache
def _load_familiar_words() -> frozenset[str]:
    """The 2,940 words of the list, read from the file so that textstat need not be imported."""
    spec = PathFinder.find_spec("textstat")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "resources" / "en" / "easy_words.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


def is_familiar(word: str) -> bool:
    """Whether a fourth-grader knows the word, by Dale and Chall's list of 1948.

    As their rules ask, plurals, possessives, verb forms, comparisons and adverbs of a listed
    word count as familiar, as do numbers, and a hyphenated word whose parts are familiar.

    Source: E. Dale and J. S. Chall, A formula for predicting readability, Educational Research
    Bulletin 27 (1948).
    """
    plain = word.lower().replace("\u2019", "'").replace("\u2011", "-").replace("\u2010", "-")
    if _NOT_A_WORD.fullmatch(plain):
        return True
    return all(_is_part_familiar(part) for part in plain.split("-") if part)


def _is_part_familiar(word: str) -> bool:
    listed = _load_familiar_words()
    if word in listed or _NOT_A_WORD.fullmatch(word):
        return True
    return any(stem in listed for stem in iter_stems(word))
