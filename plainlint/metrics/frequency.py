"""Word frequency: how often a word comes up in everyday language, on the Zipf scale."""

import gzip
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path

from plainlint.metrics.stems import stems

# What a word gets that is in no list: the lists end just above it.
UNLISTED = 3.0


@cache
def zipf(word: str, language: str = "en") -> float:
    """The frequency of a lower-case word: the logarithm of its uses in a billion words.

    7 is "the", 5 "cancer", 4 "tumor", 3 a word met once in a million. A form that is not listed has
    the value of its stem; a word without any has `UNLISTED`, and so has every word of a language
    without a list. The endings are those of English and tried for English only.

    Source: R. Speer, wordfreq (2022), its small lists; the scale is that of W. van Heuven and
    others, SUBTLEX-UK, Quarterly Journal of Experimental Psychology 67 (2014).
    """
    listed = _listed(language)
    if found := listed.get(word):
        return found
    if language != "en":
        return UNLISTED
    return max((listed.get(stem, UNLISTED) for stem in stems(word)), default=UNLISTED)


def has_list(language: str) -> bool:
    """Whether there is a list of this language, a code of two letters."""
    return bool(_listed(language))


@cache
def _listed(language: str) -> dict[str, float]:
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
