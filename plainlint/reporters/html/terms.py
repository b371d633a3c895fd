"""The page of terms: what readers do not know, plain words for it, and where it is used."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from string import ascii_uppercase
from typing import Any, NamedTuple
from unicodedata import normalize

from plainlint.analysis.glossary.mentions import MentionState
from plainlint.core.text import pluralise
from plainlint.document.language_tags import get_primary_tag
from plainlint.reporters.html.choices import Choice
from plainlint.reporters.html.summary import DocumentSummary, TermUse

# An accent does not make another letter, except on n.
_ACCENTS = re.compile("(?<![nN])[\u0300-\u036f]|(?<=[nN])[\u0300-\u0302\u0304-\u036f]")
_NO_LETTER = "#"


class TermPlace(NamedTuple):
    """A document that uses a term, and its use there."""

    summary: DocumentSummary
    use: TermUse


class TermRow(NamedTuple):
    """A term, help with it, how often it is used, and its documents by state.

    Attributes:
        name: its main name.
        plain: everyday words for it, or empty.
        url: the address of its popup, or empty.
        mentions: how often all documents use it.
    """

    name: str
    plain: str
    url: str
    mentions: int
    neither: tuple[TermPlace, ...]
    explained: tuple[TermPlace, ...]
    linked: tuple[TermPlace, ...]

    @property
    def sorted_by(self) -> str:
        """What terms are sorted by: their letters without accents; others before all letters."""
        plain = _ACCENTS.sub("", normalize("NFD", self.name)).lower()
        return plain if plain[:1].isalpha() else f" {plain}"

    @property
    def letter(self) -> str:
        """The letter under which people look for it; `#` if it begins with none."""
        first = normalize("NFC", self.sorted_by)[0].upper()
        return first if first.isalpha() else _NO_LETTER

    @property
    def documents(self) -> int:
        """The number of documents that use the term."""
        return len(self.neither) + len(self.explained) + len(self.linked)

    @property
    def state(self) -> str:
        """Whether it is explained: `no`, `sometimes` or `yes`."""
        if not self.neither:
            return "yes"
        return "sometimes" if self.explained or self.linked else "no"


def build_term_rows(summaries: Iterable[DocumentSummary]) -> list[TermRow]:
    """Return the terms from A to Z.

    "Neutropenia" in English and in Spanish are two: each has the plain words of its language.
    """
    places: dict[tuple[str, str], dict[MentionState, list[TermPlace]]]
    places = defaultdict(lambda: defaultdict(list))
    for summary in summaries:
        language = get_primary_tag(summary.language)
        for use in summary.terms:
            places[use.name, language][use.state].append(TermPlace(summary, use))
    rows = [_build_row(name, by_state) for (name, _), by_state in places.items()]
    return sorted(rows, key=lambda row: (row.sorted_by, row.name))


def _build_row(name: str, by_state: Mapping[MentionState, list[TermPlace]]) -> TermRow:
    uses = [place.use for places in by_state.values() for place in places]
    explained = (MentionState.EXPLAINED, MentionState.ON_A_PAGE)
    return TermRow(
        name=name,
        plain=uses[-1].plain,
        url=uses[-1].url,
        mentions=sum(use.mentions for use in uses),
        neither=tuple(by_state.get(MentionState.NEITHER, ())),
        explained=tuple(place for state in explained for place in by_state.get(state, ())),
        linked=tuple(by_state.get(MentionState.LINKED, ())),
    )


# The questions about terms, and their answers as the filter names them.
_STATES = (("no", "Not explained"), ("sometimes", "Sometimes"), ("yes", "Explained"))
_SIGNS = {"no": "too-hard", "sometimes": "above-target", "yes": "on-target"}


def make_terms_values(summaries: Iterable[DocumentSummary]) -> Mapping[str, Any]:
    """Return the values of the template of the page of terms."""
    rows = build_term_rows(summaries)
    counts = Counter(row.state for row in rows)
    return {
        "terms": rows,
        "letters": _list_letters(rows),
        "headline": _write_headline(counts),
        "states": dict(_STATES),
        "signs": _SIGNS,
        "choices": [Choice(name, label, counts[name], _SIGNS[name]) for name, label in _STATES],
    }


class Letter(NamedTuple):
    """A letter of the alphabet, and whether a term begins with it."""

    name: str
    is_used: bool


def _list_letters(rows: Iterable[TermRow]) -> list[Letter]:
    """Return A to Z, and what else terms begin with."""
    used = {row.letter for row in rows}
    first = [_NO_LETTER] if _NO_LETTER in used else []
    every = [*first, *sorted({*ascii_uppercase, *used} - {_NO_LETTER}, key=_sort_letter)]
    return [Letter(name, name in used) for name in every]


def _sort_letter(letter: str) -> str:
    return normalize("NFD", letter)


def _write_headline(counts: Mapping[str, int]) -> str:
    """Return what the page says, in one sentence."""
    if number := counts["no"]:
        is_one = number == 1
        return (
            f"{pluralise(number, 'term')} {'is' if is_one else 'are'} not explained where readers "
            f"first meet {'it' if is_one else 'them'}"
        )
    if number := counts["sometimes"]:
        return f"{pluralise(number, 'term')} {'is' if number == 1 else 'are'} not always explained"
    return "All terms are explained" if counts["yes"] else "Terms"
