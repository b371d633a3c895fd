"""Abbreviations: decide whether a full stop belongs to a word, by its class and by what follows.

The classes and their words are in the folders of languages.
"""

import re

from plainlint.core.caches import remember
from plainlint.document.visible_text import OBJECT
from plainlint.languages.files import ABBREVIATIONS, ENGLISH, Sections, read_sections

# Sections that not every language has, and those that hold for their language only.
_IN_SOME_LANGUAGES = ("starters", "ordinals", "ordinal followers")
_OF_ONE_LANGUAGE = frozenset({"starters"})
# The sections of en/abbreviations.txt, which explains each of them.
Words = Sections

_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.-?)+|[a-zß-ÿ]\.")
_NUMBERED = re.compile(r"[A-Z]?\d")
_LABEL = re.compile(r"[A-Z]?\d|[A-Z]\Z|[IVX]+\Z")
_LETTERS = re.compile(r"[A-Z],?|and|or")
_SINGLE = len("A.")
# "At 5 a.m." is not yet a sentence.
_BEFORE_TIME = frozenset({"At", "By", "Before", "After", "Until", "Around", "About", "From"})
_TIME_WORDS = len(("At", "5", "a.m."))
# A verb and its object open a sentence: "Ring the bell." Names rarely come before such words.
_VERB_OBJECT = re.compile(r"\s(?:the|an?|your|my|his|her|its|our|their|it|them|us|me)\b(?!-)")
# "A" and "I" are letters, not words, before these: "Fig. A shows", "Sec. I is".
_AFTER_LETTER = {
    "A": re.compile(
        r"[.,;:)\]]|\s(?:is|are|was|were|has|shows?|lists?|gives|for|on|in|at|of|to|and|or|with|from"
        r"|below|above|by|if|when|as)\b"
    ),
    "I": re.compile(r"[.,;:)\]]|\s(?:is|has|shows|lists|gives|of|on|for)\b"),
}
_AFTER_STREET = re.compile(r"(?:[’']s\b|,|\s[A-Z]|\s(?:is|are|was|were|has|and|or|of)\b)")
_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]+|\d+(?:st|nd|rd|th)")
_SAINT = "St."
_ORDINAL = re.compile(r"[0-3]?\d\.")
_AMOUNT = re.compile(r"[(~<>]?\d[\d.,/-]*")
_MEASURED = re.compile(r"[\d./]*\s([^\W\d_]+)")


@remember(1 << 8)
def read_words(language: str) -> Words:
    """Read the sections of English, which hold for all languages, with those of `language`."""
    shared, own = read_sections(ENGLISH, ABBREVIATIONS), read_sections(language, ABBREVIATIONS)
    return {
        name: frozenset(
            form
            for words in (
                () if name in _OF_ONE_LANGUAGE else shared.get(name, ()),
                own.get(name, ()),
            )
            for word in words
            for form in (word, _capitalise_first(word))
        )
        for name in (*shared, *own, *_IN_SOME_LANGUAGES)
    }


def is_abbreviation(before: list[str], token: str, opening: re.Match[str], words: Words) -> bool:
    """Check whether the stop of `token` belongs to the word and does not end the sentence.

    `before` holds the words up to and including `token`; group 1 of `opening` is the next word.
    """
    follower = opening[1]
    if token in words["never"]:
        return True
    if _is_street(before, token, words):
        return not _ends_street(opening, words)
    if token in words["inside"]:
        return not _is_starter(opening, words)
    if token in words["clock"]:
        is_at_start = len(before) <= _TIME_WORDS and before[0] in _BEFORE_TIME
        return is_at_start or follower in words["clock followers"]
    if token in words["before label"]:
        return _is_label(opening)
    if _INITIALS.fullmatch(token):
        return _is_letter_with_stop(opening) or not (
            _is_lettered_name(before, token, words) or _is_starter(opening, words)
        )
    return (
        (token in words["before number"] and _is_number(opening))
        or (token in words["weekday"] and _is_date(follower, words))
        or (token in words["unit"] and follower in words["unit followers"])
        or _is_first_measure(before, token, opening, words)
        or _is_ordinal(before, token, opening, words)
    )


def _is_lettered_name(before: list[str], token: str, words: Words) -> bool:
    """Distinguish the letters of "vitamins A and D." and "37 C." from a person's initials."""
    names = (word for word in reversed(before[:-1]) if not _LETTERS.fullmatch(word))
    name = next(names, "").lstrip("(\"“‘'")
    return len(token) == _SINGLE and bool(
        name.lower() in words["lettered"]
        or name in words["before label"]
        or _AMOUNT.fullmatch(name)
    )


def _is_letter_with_stop(opening: re.Match[str]) -> bool:
    """Check whether another letter with a stop follows: "44 a. C.", "J. R. Smith"."""
    return len(opening[1]) == 1 and opening.string.startswith(".", opening.end(1))


def _is_number(opening: re.Match[str]) -> bool:
    return OBJECT in opening[0] or _NUMBERED.match(opening[1]) is not None


def _is_label(opening: re.Match[str]) -> bool:
    """Check whether the next word is a number or a letter that names: "Fig. 2", "vit. D"."""
    follower = opening[1]
    if OBJECT in opening[0]:
        return True
    if not _LABEL.match(follower):
        return False
    after = _AFTER_LETTER.get(follower)
    return after is None or after.match(opening.string, opening.end(1)) is not None


def _is_street(before: list[str], token: str, words: Words) -> bool:
    """Check whether a word names a street: "Oak Ave.", "Main St." but not "in St. Louis"."""
    if token not in words["street"]:
        return False
    if token != _SAINT:
        return True
    name = before[-2] if len(before) > 1 else ""
    return (
        len(before) > len(("Visit", _SAINT))
        and _NAME.fullmatch(name) is not None
        and name not in words["starters"]
        and name not in words["before saint"]
    )


def _ends_street(opening: re.Match[str], words: Words) -> bool:
    """Check whether the word after a street opens a sentence; it may be part of the address."""
    if opening[1] in words["street followers"]:
        return False
    if _is_starter(opening, words):
        return True
    return not opening[1][0].isdigit() and not _AFTER_STREET.match(opening.string, opening.end(1))


def _is_date(follower: str, words: Words) -> bool:
    return follower[0].isdigit() or f"{follower}." in words["month"] or follower in words["month"]


def _is_first_measure(before: list[str], token: str, opening: re.Match[str], words: Words) -> bool:
    """Check whether another measure follows: "5 ft. 2 in.", "6 lb. 3 oz."."""
    if token not in words["measure"] or len(before) == 1 or not _AMOUNT.fullmatch(before[-2]):
        return False
    measured = _MEASURED.match(opening.string, opening.start(1))
    return measured is not None and f"{measured[1]}." in words["measure"]


def _is_ordinal(before: list[str], token: str, opening: re.Match[str], words: Words) -> bool:
    """Check whether a number with a stop is an ordinal: "Am 1. Tag" in German."""
    if len(before) == 1 or not _ORDINAL.fullmatch(token):
        return False
    if opening[1] in words["ordinal followers"]:
        return True
    return before[-2] in words["ordinals"] and not _is_starter(opening, words)


def _is_starter(opening: re.Match[str], words: Words) -> bool:
    """Check whether a word opens sentences and, unlike the "A" of "A. Smith", is not an initial."""
    text, after = opening.string, opening.end(1)
    if opening[1] in words["starters"]:
        return text[after : after + 1] != "."
    return opening[1][0].isupper() and _VERB_OBJECT.match(text, after) is not None


def _capitalise_first(word: str) -> str:
    return word[:1].upper() + word[1:]
