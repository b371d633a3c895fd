"""Terms: how all documents together use and explain each term of the glossary."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from plainlint.analysis.glossary.mentions import MentionState
from plainlint.reporters.html.summary import DocumentSummary


class TermRow(NamedTuple):
    """A term, its popup address, how often it is used, and its documents by state."""

    name: str
    url: str
    mentions: int
    neither: tuple[DocumentSummary, ...]
    explained: tuple[DocumentSummary, ...]
    linked: tuple[DocumentSummary, ...]

    @property
    def documents(self) -> int:
        """The number of documents that use the term."""
        return len(self.neither) + len(self.explained) + len(self.linked)


def build_term_rows(summaries: Iterable[DocumentSummary]) -> list[TermRow]:
    """Return the terms, those that most documents leave unexplained first."""
    states: dict[str, dict[MentionState, list[DocumentSummary]]] = defaultdict(
        lambda: defaultdict(list)
    )
    mentions: dict[str, int] = defaultdict(int)
    urls: dict[str, str] = {}
    for summary in summaries:
        for term in summary.terms:
            states[term.name][term.state].append(summary)
            mentions[term.name] += term.mentions
            urls[term.name] = term.url
    rows = [
        TermRow(
            name=name,
            url=urls[name],
            mentions=mentions[name],
            neither=tuple(documents[MentionState.NEITHER]),
            explained=(*documents[MentionState.EXPLAINED], *documents[MentionState.ON_A_PAGE]),
            linked=tuple(documents[MentionState.LINKED]),
        )
        for name, documents in states.items()
    ]
    return sorted(rows, key=lambda row: (-len(row.neither), -row.mentions, row.name))
