"""What lay readers know: the words, terms and acronyms that need no explanation in a country."""

import re
from pathlib import Path

from plainlint.analysis.glossary.accepted_words import AcceptedWords
from plainlint.analysis.glossary.matching import is_acronym
from plainlint.analysis.glossary.word_families import iter_inflected
from plainlint.core.caches import remember
from plainlint.languages.frequencies import get_rare_frequency, get_zipf_frequency

_EVERYWHERE = "everywhere"
_IN_TEXT, _IN_GLOSSARY = "in any text", "in a glossary"

# The Zipf frequency, three uses in a million words, of a word that a glossary explains and that
# most adults know all the same. Of the single words of the glossary that comes with plainlint, few
# from there on are hard ("median", "protocol"), and technical_words.en.txt lists them; below it
# most are hard ("infusion"). It is higher than for other words, because an editor thought that
# these have to be explained.
KNOWN_FREQUENCY = 3.5
# What is done to the body, and what befalls it: with a known word before it, its meaning is clear.
_CLEAR_HEADS = frozenset(
    (
        "attack", "cancer", "infection", "injury", "operation", "pain", "removal", "surgery",
        "transfusion", "transplant",
    )
)  # fmt: skip
_CLEAR_TERM_WORDS = 2
# Up to two words next to a word, with the nearest one in a group; terms are this short.
_WORDS_BEFORE = re.compile(r"(?:\b[\w-]+ )?\b([\w-]+ )\Z")
_WORDS_AFTER = re.compile(r"( [\w-]+)(?: [\w-]+)?")
# In code points.
_NEAR = 60
# In letters: "febrile" of "afebrile", "systolic" of "holosystolic".
_SHORTEST_TAIL = 6


def is_known_term(text: str, country: str = "") -> bool:
    """Return whether most adult readers know a term of a glossary, as written.

    A listed term is known. A single word is also known if it is frequent in print, unless
    technical_words.en.txt has it. The frequency of the words of a longer term says little: those of
    "ejection fraction" are common. It is known if it is a known word with a plain noun behind it,
    such as "kidney infection".

    Args:
        text: the term.
        country: the readers' country, such as GB; empty for readers anywhere.
    """
    if is_listed(text, country):
        return True
    if is_acronym(text):
        return False
    *first, last = text.lower().split() or [""]
    if not first:
        return _is_known_word(last, country)
    is_clear = len(first) < _CLEAR_TERM_WORDS and last.removesuffix("s") in _CLEAR_HEADS
    return is_clear and _is_known_word(first[0], country)


def is_in_listed_term(text: str, start: int, end: int, country: str = "") -> bool:
    """Return whether a range of a text belongs to a longer listed term.

    >>> is_in_listed_term("after a cardiac arrest", 8, 15)
    True
    """
    # A fast exit: few words belong to a listed phrase.
    if not _load_lookup(country).has_phrase_with(text[start:end]):
        return False
    before = _WORDS_BEFORE.search(text, max(0, start - _NEAR), start)
    after = _WORDS_AFTER.match(text, end, end + _NEAR)
    firsts = {start, *((before.start(1), before.start()) if before else ())}
    lasts = {end, *((after.end(1), after.end()) if after else ())}
    return any(
        is_listed(text[first:last], country)
        for first in firsts
        for last in lasts
        if last - first > end - start
    )


@remember(1 << 14)
def is_listed(text: str, country: str = "") -> bool:
    """Return whether a word, term or acronym is listed as known in a country.

    Without a country, or for one without a list, what is known anywhere is known: a finding on a
    word that everybody knows does more harm than a missing one.
    """
    return _load_lookup(country).covers(text)


def is_technical(word: str) -> bool:
    """Return whether a lower-case word is a form of a listed word of medicine, or ends with one.

    >>> is_technical("lesions"), is_technical("afebrile"), is_technical("itchy")
    (True, True, False)
    """
    listed = load_technical_words()
    return any(
        form in listed or not listed.isdisjoint(_list_tails(form)) for form in iter_inflected(word)
    )


def _list_tails(word: str) -> list[str]:
    """Return the ends of a word that may be listed: none is longer than the longest listed word."""
    first = max(1, len(word) - _get_longest_technical())
    return [word[start:] for start in range(first, len(word) - _SHORTEST_TAIL + 1)]


@remember(None)
def _get_longest_technical() -> int:
    return max(map(len, load_technical_words()))


@remember(None)
def list_known(country: str = "") -> frozenset[str]:
    """Return the listed words, terms and acronyms of a country and those of all countries."""
    sections = read_sections("known_words.en.txt", ", ")
    countries = {name for names in sections for name in names.split()} - {_EVERYWHERE}
    chosen = {_EVERYWHERE, country} if country in countries else {_EVERYWHERE, *countries}
    return frozenset(
        entry
        for names, entries in sections.items()
        if chosen.intersection(names.split())
        for entry in entries
    )


@remember(None)
def load_everyday_words(country: str = "") -> frozenset[str]:
    """Return the known words in lower case of a country and those of all."""
    return frozenset(entry for entry in list_known(country) if entry.islower())


@remember(None)
def load_technical_words() -> frozenset[str]:
    """Read the words of medicine and science that are frequent enough to look familiar."""
    return frozenset(read_sections("technical_words.en.txt")[_IN_TEXT])


@remember(None)
def read_sections(name: str, separator: str = " ") -> dict[str, tuple[str, ...]]:
    """Return the entries of a file by section; `[GB]` opens one, and a `#` begins a comment."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    sections: dict[str, tuple[str, ...]] = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            entries = (entry.strip(" ,") for entry in line.split(separator))
            sections[section] = (*sections.get(section, ()), *filter(None, entries))
    return sections


@remember(None)
def _load_lookup(country: str) -> AcceptedWords:
    return AcceptedWords(list_known(country))


@remember(1 << 14)
def _is_known_word(word: str, country: str) -> bool:
    everyday = load_everyday_words(country)
    in_glossary = read_sections("technical_words.en.txt")[_IN_GLOSSARY]
    technical = load_technical_words().union(in_glossary)
    inflected = tuple(iter_inflected(word))
    if not everyday.isdisjoint(inflected):
        return True
    if not technical.isdisjoint(inflected):
        return False
    return any(get_rare_frequency(form) >= KNOWN_FREQUENCY for form in inflected)


def is_frequent(word: str, language: str) -> bool:
    """Return whether most adults meet a word of a language often enough to know it."""
    return get_zipf_frequency(word.lower(), language) >= KNOWN_FREQUENCY
