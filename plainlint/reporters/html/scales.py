"""What pages are called that are on scales of ease, and not all of them in school grades."""

from collections.abc import Iterable

from plainlint.engine.result import Verdict
from plainlint.reporters.html.summary import DocumentSummary


def name_level(summaries: Iterable[DocumentSummary]) -> str:
    """Return what says how hard pages are: a grade, a number on a scale of ease, or both."""
    kinds = {bool(summary.grading.ease) for summary in summaries if summary.grading.values}
    return ("Grade or ease" if len(kinds) > 1 else "Ease") if True in kinds else "Grade"


def name_verdict(verdict: Verdict, summaries: Iterable[DocumentSummary]) -> str:
    """Return a verdict in words that are right for all pages that have it.

    On a scale of ease, what misses its target is below it.
    """
    if verdict is not Verdict.ABOVE_TARGET:
        return verdict.value
    texts = {summary.verdict_text for summary in summaries if summary.grading.verdict is verdict}
    return "off target" if len(texts) > 1 else next(iter(texts), verdict.value)
