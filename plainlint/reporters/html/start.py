"""Where to start: what can be done about documents, and the lines that lead to it."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plainlint.core.text import pluralise
from plainlint.engine.result import Verdict
from plainlint.reporters.html.scales import name_verdict
from plainlint.reporters.html.summary import DocumentSummary

# A document is nearly there if so many sentences are left to rewrite, and no more than this part of
# all: work for one sitting.
FEW_SENTENCES, _SMALL_PART = 5, 1 / 3
# What can be done about a document, as the filter names the question and its answers.
TASK = "task"
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
        filter: the question that its button answers, and the answer.
        pages: the number of documents.
        head: what they have in common.
        reason: why that matters, or what to do.
        first: the document to begin with; None to name none.
        rest: what is said about that document, behind its title.
    """

    filter: tuple[str, str]
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
    lines = (
        _list_nearly_there(summaries) or _list_too_hard(summaries),
        _list_wrong_readers(summaries),
        _list_late(summaries),
    )
    return [line for line in lines if line]


def _list_nearly_there(summaries: Sequence[DocumentSummary]) -> StartLine | None:
    group = [summary for summary in summaries if is_nearly_there(summary)]
    reason = f"{'It' if len(group) == 1 else 'Each'} needs {FEW_SENTENCES} sentences or fewer. "
    return _begin_with_least_work((TASK, NEARLY_THERE), group, "nearly there", reason)


def _list_too_hard(summaries: Sequence[DocumentSummary]) -> StartLine | None:
    verdict = Verdict.TOO_HARD
    group = [summary for summary in summaries if summary.grading.verdict is verdict]
    return _begin_with_least_work(("verdict", verdict.value), group, "too hard")


def _begin_with_least_work(
    filter_: tuple[str, str], group: Sequence[DocumentSummary], what: str, reason: str = ""
) -> StartLine | None:
    """Return a line on a group; None if it is not sure that any of it is to be rewritten."""
    sure = [summary for summary in group if summary.to_rewrite and not summary.wrong_readers]
    if not sure:
        return None
    first = min(sure, key=lambda summary: summary.to_rewrite or 0)
    return StartLine(
        filter=filter_,
        pages=len(group),
        head=f"{pluralise(len(group), 'page')} {'is' if len(group) == 1 else 'are'} {what}.",
        reason=f"{reason}Begin with",
        first=first,
        rest=f": {pluralise(first.to_rewrite or 0, 'sentence')}.",
    )


def _list_wrong_readers(summaries: Sequence[DocumentSummary]) -> StartLine | None:
    number = sum(summary.wrong_readers for summary in summaries)
    if not number:
        return None
    they, check = ("It reads", "Check") if number == 1 else ("They read", "In each, check")
    head = f"{pluralise(number, 'page')} may have the wrong readers."
    reason = f"{they} like pages for doctors. {check} the line that says who it is for."
    return StartLine((TASK, WRONG_READERS), number, head, reason)


def _list_late(summaries: Sequence[DocumentSummary]) -> StartLine | None:
    late = [summary for summary in summaries if summary.review.overdue]
    if not late:
        return None
    first = max(late, key=lambda summary: summary.review.days_late)
    rest = f", is {pluralise(first.review.days_late, 'day')} late."
    head = f"{pluralise(len(late), 'review')} {'is' if len(late) == 1 else 'are'} late."
    return StartLine((TASK, LATE), len(late), head, "The oldest,", first, rest)


def write_headline(summaries: Sequence[DocumentSummary]) -> str:
    """Return the result of the run in one sentence."""
    verdicts = Counter(summary.grading.verdict for summary in summaries)
    whole = pluralise(len(summaries), "page")
    for verdict, words in (
        (Verdict.TOO_HARD, "too hard for {} readers"),
        (Verdict.ABOVE_TARGET, _name_missed(summaries)),
    ):
        if number := verdicts[verdict]:
            verb, whose = ("is", "its") if number == 1 else ("are", "their")
            return f"{number:,} of {whole} {verb} {words.format(whose)}"
    if verdicts[Verdict.ON_TARGET]:
        return f"No page of {len(summaries):,} is too hard for its readers"
    return f"{whole} checked"


def _name_missed(summaries: Sequence[DocumentSummary]) -> str:
    """Return where pages are that miss their goal: above it, or below it on a scale of ease."""
    where = name_verdict(Verdict.ABOVE_TARGET, summaries).partition(" ")[0]
    return f"{where} {{}} goal"
