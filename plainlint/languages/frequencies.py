"""How frequent words are in everyday language, by the lists of wordfreq."""

import gzip
from importlib.machinery import PathFinder
from pathlib import Path

from plainlint.core.caches import remember
from plainlint.core.pieced_table import PiecedTable, split_table
from plainlint.core.stored_results import STORED
from plainlint.languages.base import get_language

# The frequency of an unlisted word: the lists end just above it.
UNLISTED = 3.0


@remember(1 << 16)
def get_zipf_frequency(word: str, language: str = "en") -> float:
    """Return the Zipf frequency of a lower-case word: log10 of its uses in a billion words.

    7 is "the", 5 "cancer", 4 "tumor", 3 a word that occurs once in a million. An unlisted form has
    the value of its stem. A word without a listed stem has `UNLISTED`, as has every word of a
    language without a list.

    Source: R. Speer, wordfreq (2022), the small lists; the scale is that of W. van Heuven and
    others, SUBTLEX-UK, Quarterly Journal of Experimental Psychology 67 (2014).
    """
    listed = _load_frequencies(language)
    if frequency := listed.get(word):
        return frequency
    iter_stems = get_language(language).iter_stems
    if iter_stems is None:
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
