"""Where to start: what can be done about documents, and the lines that lead to it."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plainlint.core.text import pluralise
from plainlint.engine.result import Verdict
from plainlint.reporters.html.summary import DocumentSummary

# A document is nearly there if so many sentences are left to rewrite, and no more than this part of
# all: work for one sitting.
FEW_SENTENCES, _SMALL_PART = 5, 1 / 3
# What can be done about a document, as the filter names it.
NEARLY_THERE, WRONG_READERS, LATE = "nearly-there", "wrong-readers", "late"


def is_nearly_there(summary: DocumentSummary) -> bool:
    """Return whether few sentences are left to rewrite, and it is sure who they are for."""
    left, sentences = summary.to_rewrite or 0, summary.counts.sentences
    return 0 < left <= min(FEW_SENTENCES, _SMALL_PART * sentences) and not summary.wrong_readers


def list_tasks(summary: DocumentSummary) -> list[str]:
    """Return what can be done about a document, as the filter names it."""
    tasks = (
        (NEARLY_THERE, is_nearly_there(summary)),
        (WRONG_READERS, summary.wrong_readers),
        (LATE, summary.review.overdue),
    )
    return [name for name, is_open in tasks if is_open]


class StartLine(NamedTuple):
    """A line of "Start here".

    Attributes:
        task: what the filter of its button shows.
        pages: the number of documents.
        head: what they have in common.
        reason: why that matters, or what to do.
        first: the document to begin with; None to name none.
        rest: what is said about that document, behind its title.
    """

    task: str
    pages: int
    head: str
    reason: str
    first: DocumentSummary | None = None
    rest: str = ""


def list_start_lines(summaries: Sequence[DocumentSummary]) -> list[StartLine]:
    """Return where to start; a line that has nothing to say is not among them.

    Args:
        summaries: in the order of the index.
    """
    lines = []
    if near := [summary for summary in summaries if is_nearly_there(summary)]:
        first = min(near, key=lambda summary: summary.to_rewrite or 0)
        rest = f": {pluralise(first.to_rewrite or 0, 'sentence')}."
        few = f"needs {FEW_SENTENCES} sentences or fewer. Begin with"
        reason = f"It {few}" if len(near) == 1 else f"Each {few}"
        head = f"{_count_pages(len(near), 'is', 'are')} nearly there."
        lines.append(StartLine(NEARLY_THERE, len(near), head, reason, first, rest))
    if wrong := sum(summary.wrong_readers for summary in summaries):
        one = wrong == 1
        head = f"{pluralise(wrong, 'page')} may have the wrong readers."
        reason = (
            f"{'It reads' if one else 'They read'} like pages for doctors. "
            f"{'C' if one else 'In each, c'}heck the line that says who it is for."
        )
        lines.append(StartLine(WRONG_READERS, wrong, head, reason))
    if late := [summary for summary in summaries if summary.review.overdue]:
        first = max(late, key=lambda summary: summary.review.days_late)
        rest = f", is {pluralise(first.review.days_late, 'day')} late."
        head = f"{pluralise(len(late), 'review')} {'is' if len(late) == 1 else 'are'} late."
        lines.append(StartLine(LATE, len(late), head, "The oldest,", first, rest))
    return lines


def _count_pages(number: int, one: str, many: str) -> str:
    """Return a number of pages and the form of a verb: `1 page is`, `3 pages are`."""
    return f"{pluralise(number, 'page')} {one if number == 1 else many}"


def write_headline(summaries: Sequence[DocumentSummary]) -> str:
    """Return the result of the run in one sentence."""
    verdicts = Counter(summary.grading.verdict for summary in summaries)
    whole = pluralise(len(summaries), "page")
    for verdict, words in (
        (Verdict.TOO_HARD, "too hard for {} readers"),
        (Verdict.ABOVE_TARGET, "above {} goal"),
    ):
        if number := verdicts[verdict]:
            verb, whose = ("is", "its") if number == 1 else ("are", "their")
            return f"{number:,} of {whole} {verb} {words.format(whose)}"
    if verdicts[Verdict.ON_TARGET]:
        return f"No page of {len(summaries):,} is too hard for its readers"
    return f"{whole} checked"
