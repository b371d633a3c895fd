"""Matching: where a text mentions the terms of a glossary."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from plainlint.analysis.glossary.model import Glossary, Term
from plainlint.core.caches import remember
from plainlint.core.stored_results import STORED
from plainlint.document.folding import SAME_SIGNS, fold, is_whole_word, prepare_text

_SHORTEST_PLURAL = 5
_BRACKET = re.compile(r" \(([^()]+)\)")
# The salt of a medicine does not matter to its effect, so texts often omit it.
_SALT = re.compile(
    r"[ -](?:(?:di|hemi|mono|tri)?(?:hydrochloride|sodium|potassium|acetate|calcium|chloride"
    r"|citrate|esylate|fumarate|hydrobromide|lactate|maleate|mesylate|phosphate|succinate|sulfate|tartrate"
    r"|tosylate)|s-malate)"
)


def is_acronym(name: str) -> bool:
    """Return whether the case of a name matters: ALL is a leukaemia, "all" is not."""
    return not name.islower() and " " not in name and sum(map(str.isupper, name)) > 1


def iter_name_forms(name: str) -> Iterator[str]:
    """Yield the plural or singular of a name, and the name without brackets or salt."""
    yield from _inflect_number(name)
    # A fast exit: most names are one word.
    if (" " not in name and "-" not in name) or is_acronym(name):
        return
    if bracket := _BRACKET.search(name):
        without = name[: bracket.start()] + name[bracket.end() :]
        yield from (without, *_inflect_number(without))
        if bracket[1][0].lower() == name[0].lower() and is_acronym(bracket[1]):
            yield bracket[1] + name[bracket.end() :]
    if salt := _SALT.search(name):
        yield name[: salt.start()]


def _inflect_number(name: str) -> Iterator[str]:
    """Yield the plural of a name, or the singular of a plural name."""
    if is_acronym(name):
        yield name + "s"
    elif name.endswith("sis"):
        yield name[:-2] + "es"
    elif name.endswith(("ss", "us", "is")):
        yield name + "es"
    elif name.endswith("ies"):
        yield name[:-3] + "y"
    elif name.endswith("s") and len(name) >= _SHORTEST_PLURAL:
        yield name[:-1]
    elif name.endswith(("x", "ch", "sh")):
        yield name + "es"
    elif name.endswith("y") and name[-2:-1] not in "aeiou":
        yield name[:-1] + "ies"
    elif name.endswith("oma"):
        yield from (name + "s", name + "ta")
    elif not name.endswith("s"):
        yield name + "s"


class TermMatch(NamedTuple):
    """A term and the place of its name in a text (code points)."""

    term: Term
    start: int
    end: int


class TermMatcher:
    """An automaton of all names of a glossary: longest match, whole words, any case.

    Acronyms match in their own case only.
    """

    def __init__(self, glossary: Glossary) -> None:
        # Listed names come before plurals of other names: the first of equal spellings wins.
        listed = [(name, term, is_acronym(name)) for term in glossary.terms for name in term.names]
        names = tuple(name for name, _, _ in listed)
        inflected = [
            (form, listed[index][1], is_acronym(form))
            for index, form in STORED.get(_list_name_forms, names)
        ]
        entries = [*listed, *inflected]
        self._entries = entries
        # Folding one long text is faster than thousands of short calls.
        patterns = fold("\0".join(spelling for spelling, _, _ in entries)).split("\0")
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard) if entries else None

    def find(self, text: str) -> tuple[TermMatch, ...]:
        """Return the mentions in a text; of overlapping ones the leftmost, then longest wins."""
        return _find_matches(self, text) if self._entries else ()

    def iter_matches(self, text: str) -> Iterator[TermMatch]:
        """Yield the mentions in a text, which `find` caches."""
        assert self._automaton is not None
        plain, folded = prepare_text(text)
        candidates = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        # Most candidates end inside a word: the first two tests are the fast ones.
        whole = sorted(
            (start, -end, index)
            for index, start, end in candidates
            if not plain[start - 1 : start].isalnum()
            and not plain[end : end + 1].isalnum()
            and is_whole_word(plain, start, end)
        )
        done = 0
        for start, negative_end, index in whole:
            spelling, term, acronym = self._entries[index]
            if start < done or (
                acronym and plain[start:-negative_end] != spelling.translate(SAME_SIGNS)
            ):
                continue
            done = -negative_end
            yield TermMatch(term, start, done)


def _list_name_forms(names: tuple[str, ...]) -> list[tuple[int, str]]:
    """Return the other forms of names, each with the index of its name."""
    return [(index, form) for index, name in enumerate(names) for form in iter_name_forms(name)]


@remember(8)
def get_matcher(glossary: Glossary) -> TermMatcher:
    """Return the matcher for a glossary."""
    return TermMatcher(glossary)


@remember(1 << 10)
def _find_matches(matcher: TermMatcher, text: str) -> tuple[TermMatch, ...]:
    """Return the mentions in a text; cached because several rules need those of each block."""
    return tuple(matcher.iter_matches(text))


def list_spellings(term: Term) -> tuple[str, ...]:
    """Return the spellings that match a term: its names and their other forms."""
    forms = [form for name in term.names for form in iter_name_forms(name)]
    return tuple(dict.fromkeys((*term.names, *forms)))
