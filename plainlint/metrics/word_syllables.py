"""Syllables of one lower-case word: a table of exceptions first, then its base word, then the rule.

`syllables.txt` holds the words of CMUdict for which everything after the table is wrong. It is
written by `benchmarks/build_syllables.py`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from plainlint.metrics.syllable_rule import syllables_by_rule

_VOWELS = frozenset("aeiouy")
_SIBILANTS = ("s", "x", "z", "ce", "ge", "se", "ze", "ch", "sh")
# By its last letter an ending, and what replaces it in the base word: "studied" from "study",
# "baking" from "bake".
_ENDINGS: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "s": (("s", ("",)), ("es", ("",)), ("ies", ("y",)), ("ness", ("",)), ("less", ("",))),
    "d": (("ed", ("", "e")), ("ied", ("y",))),
    "g": (("ing", ("", "e")),),
    "y": (("ly", ("",)),),
    "t": (("ment", ("",)),),
}


@cache
def exceptions() -> Mapping[str, int]:
    """Return the syllables of the words that the rule gets wrong, read once, on first use."""
    lines = Path(__file__).with_name("syllables.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {word: int(count) for count, *words in rows for word in words}


def word_syllables(word: str, table: Mapping[str, int]) -> int:
    """Return the syllables of a lower-case word, at least one; it may hold apostrophes."""
    if word in table:
        return table[word]
    if "'" in word:
        return _with_apostrophe(word, table)
    inflected = _of_base_word(word, table)
    if inflected is not None:
        return inflected
    if _VOWELS.isdisjoint(word):
        return len(word) + 2 * word.count("w")
    return syllables_by_rule(word)


def _of_base_word(word: str, table: Mapping[str, int]) -> int | None:
    for ending, replacements in _ENDINGS.get(word[-1:], ()):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            for base in (stem + replacement for replacement in replacements):
                if base in table:
                    return table[base] + _adds_syllable(ending, base)
    return None


def _adds_syllable(ending: str, base: str) -> bool:
    if ending in {"s", "es", "ies"}:
        return base.endswith(_SIBILANTS)
    if ending in {"ed", "ied"}:
        return base.endswith(("t", "d", "te", "de"))
    return True


def _with_apostrophe(word: str, table: Mapping[str, int]) -> int:
    """Count a possessive ("nurse's"), a contraction ("didn't") or a name ("o'brien")."""
    stem, _, tail = word.rpartition("'")
    if tail == "s":
        return word_syllables(stem, table) + stem.endswith(_SIBILANTS)
    if tail == "t" and stem.endswith("n") and len(stem) > len("n"):
        return word_syllables(stem[:-1], table) + (stem[-2] not in _VOWELS)
    if tail in {"ll", "ve", "re", "d", "m"}:
        return word_syllables(stem, table) + (stem[-1] not in _VOWELS | {"w"})
    parts = (part for part in word.split("'") if not _VOWELS.isdisjoint(part))
    return max(sum(word_syllables(part, table) for part in parts), 1)
