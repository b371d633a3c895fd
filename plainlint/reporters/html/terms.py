"""Terms: what all documents together do for each term of the glossary."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from plainlint.analysis.glossary.mentions import MentionState
from plainlint.reporters.html.summary import DocumentSummary


class TermRow(NamedTuple):
    """A term, its popup address, how often it is used, and the documents by its state there."""

    name: str
    url: str
    mentions: int
    neither: tuple[DocumentSummary, ...]
    explained: tuple[DocumentSummary, ...]
    linked: tuple[DocumentSummary, ...]

    @property
    def documents(self) -> int:
        """The number of documents that use it."""
        return len(self.neither) + len(self.explained) + len(self.linked)


def build_term_rows(entries: Iterable[DocumentSummary]) -> list[TermRow]:
    """The terms, those first that most documents leave unexplained."""
    states: dict[str, dict[MentionState, list[DocumentSummary]]] = defaultdict(
        lambda: defaultdict(list)
    )
    mentions: dict[str, int] = defaultdict(int)
    urls: dict[str, str] = {}
    for entry in entries:
        for term in entry.terms:
            states[term.name][term.state].append(entry)
            mentions[term.name] += term.mentions
            urls[term.name] = term.url
    rows = [
        TermRow(
            name,
            urls[name],
            mentions[name],
            tuple(found[MentionState.NEITHER]),
            (*found[MentionState.EXPLAINED], *found[MentionState.ON_A_PAGE]),
            tuple(found[MentionState.LINKED]),
        )
        for name, found in states.items()
    ]
    return sorted(rows, key=lambda row: (-len(row.neither), -row.mentions, row.name))
