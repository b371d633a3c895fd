"""The most findings that services take from one file."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.text import pluralise
from plainlint.run.report import Report

# GitHub refuses a file with more results. The others get slow long before.
MOST_RESULTS = 25_000
LIMITED_FORMATS = frozenset({"sarif", "gitlab", "rdjson"})

_Row = TypeVar("_Row")


def keep_worst(
    rows: Sequence[_Row], get_diagnostic: Callable[[_Row], Diagnostic], most: int = MOST_RESULTS
) -> Sequence[_Row]:
    """Return all rows; if there are too many, those of the worst findings, the worst first."""
    if len(rows) <= most:
        return rows
    return sorted(rows, key=lambda row: get_diagnostic(row).severity.rank)[:most]


def describe_excess(report: Report, most: int = MOST_RESULTS) -> str:
    """Return a note that some findings are not in the file; empty if all are."""
    count = sum(len(result.diagnostics) for result in report.results)
    if count <= most:
        return ""
    return (
        f"{pluralise(count, 'finding')} are more than a file may hold: it has the worst {most:,}."
        " Check fewer documents or rules at a time"
    )
