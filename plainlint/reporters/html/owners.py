"""Pages of owners: the documents that one person or team looks after."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from plainlint.core.text import pluralise
from plainlint.engine.result import Verdict
from plainlint.reporters.html.scales import name_level
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.html.templating import name_page


class OwnerView(NamedTuple):
    """One owner: the name of the page, the owner's name, and the documents, first due first."""

    page: str
    name: str
    summaries: tuple[DocumentSummary, ...]

    @property
    def level_name(self) -> str:
        """What says how hard the documents are, such as `Grade`."""
        return name_level(self.summaries)

    @property
    def headline(self) -> str:
        """The documents in numbers."""
        hard = sum(summary.grading.verdict is Verdict.TOO_HARD for summary in self.summaries)
        late = sum(summary.review.overdue for summary in self.summaries)
        return (
            f"{pluralise(len(self.summaries), 'page')}: {hard:,} too hard, "
            f"{late:,} with a late review."
        )


def list_owners(
    summaries: Iterable[DocumentSummary], taken: Iterable[str]
) -> tuple[OwnerView, ...]:
    """Return the owners by name. Names that differ in case alone are one owner.

    Args:
        taken: the names of the other pages.
    """
    names: dict[str, str] = {}
    owned: dict[str, list[DocumentSummary]] = {}
    for summary in sorted(summaries, key=_get_review_order):
        for owner in summary.owners:
            names.setdefault(owner.casefold(), owner)
            owned.setdefault(owner.casefold(), []).append(summary)
    used: Collection[str] = set(taken)
    views = []
    for key in sorted(names):
        page = name_page(f"owner {names[key]}", used)
        used = {*used, page}
        views.append(OwnerView(page, names[key], tuple(owned[key])))
    return tuple(views)


def _get_review_order(summary: DocumentSummary) -> tuple[date, str]:
    """Order by the day of the next review; those without one come last."""
    return summary.review.due or date.max, summary.path
