"""Familiar words: the Dale-Chall list that textstat carries, and regular inflections of it."""

import re
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path

from plainlint.metrics.stems import stems

_NOT_A_WORD = re.compile(r"[\d.,%]+")


@cache
def _listed() -> frozenset[str]:
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
    return all(_part_is_familiar(part) for part in plain.split("-") if part)


def _part_is_familiar(word: str) -> bool:
    listed = _listed()
    if word in listed or _NOT_A_WORD.fullmatch(word):
        return True
    return any(stem in listed for stem in stems(word))
