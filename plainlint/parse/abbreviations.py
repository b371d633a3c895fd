"""Tell a full stop that marks an abbreviation or an initial from one that ends a sentence."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

# The sections of abbreviations.txt, which says what each is for.
Words = Mapping[str, frozenset[str]]

_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.-?)+|[a-zß-ÿ]\.")
_NUMBERED = re.compile(r"[A-Z]?\d")
_LETTERS = re.compile(r"[A-Z],?|and|or")
_SINGLE = len("A.")
# "At 5 a.m." is no sentence yet.
_BEFORE_TIME = frozenset({"At", "By", "Before", "After", "Until", "Around", "About", "From"})
_TIME_WORDS = len(("At", "5", "a.m."))


@cache
def read_words(language: str) -> Words:
    """Read the sections of abbreviations.txt, joined with their variants for ``language``."""
    text = Path(__file__).with_name("abbreviations.txt").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    sections: dict[str, frozenset[str]] = {"starters": frozenset()}
    for name, body in re.findall(r"^\[(.+)\]\n([^\[]*)", lines, re.MULTILINE):
        forms = frozenset(form for word in body.split() for form in (word, _capitalised(word)))
        section = name.removesuffix(f" {language}")
        sections[section] = sections.get(section, frozenset()) | forms
    return sections


def abbreviates(before: list[str], token: str, opening: re.Match[str], words: Words) -> bool:
    """Say whether the stop of ``token`` goes with the word and does not end the sentence.

    ``before`` holds the words up to ``token``; group 1 of ``opening`` is the word behind it.
    """
    if token in words["never"]:
        return True
    if token in words["inside"]:
        return not _is_starter(opening, words)
    if token in words["clock"]:
        opens = len(before) <= _TIME_WORDS and before[0] in _BEFORE_TIME
        return opens or opening[1] in words["clock followers"]
    if _INITIALS.fullmatch(token):
        return not _names_a_thing(before, token, words) and not _is_starter(opening, words)
    follower = opening[1]
    return (token in words["before number"] and _NUMBERED.match(follower) is not None) or (
        token in words["unit"] and follower in words["unit followers"]
    )


def _names_a_thing(before: list[str], token: str, words: Words) -> bool:
    """Tell the letters of "vitamins A and D." and "37 C." from a person's initials."""
    names = (word for word in reversed(before[:-1]) if not _LETTERS.fullmatch(word))
    name = next(names, "")
    return len(token) == _SINGLE and (name.lower() in words["lettered"] or name.isdecimal())


def _is_starter(opening: re.Match[str], words: Words) -> bool:
    """Say whether the word opens sentences and, unlike the "A" of "A. Smith", is no initial."""
    after = opening.end(1)
    return opening[1] in words["starters"] and opening.string[after : after + 1] != "."


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]
