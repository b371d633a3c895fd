"""Judged documents: checked and graded, many of them by all cores, in the order of the files."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from plainlint.commands.spread import cores, spread
from plainlint.grading import Grading, grade
from plainlint.linter import Linter
from plainlint.packing import pack, unpack
from plainlint.result import Result
from plainlint.source import Source

# In code points: with less to read, starting a second process takes longer than it saves.
_WORTH_SPREADING = 200_000


class Judged(NamedTuple):
    """A result and its grading; `failure` says in words what plainlint itself failed of, if so."""

    result: Result
    grading: Grading
    failure: str = ""


def judge(source: Source, linter: Linter) -> Judged:
    """Check and grade one document, with all its sentences."""
    result = linter.lint(source)
    return Judged(result, grade(result, linter.grade_rule(source.path)))


def summaries(sources: Sequence[Source], linter: Linter, jobs: int | None) -> Iterator[Judged]:
    """Check and grade many documents; what each came to, without blocks and sentences.

    A document that plainlint fails of becomes one that can't be checked, and the rest goes on.

    Args:
        jobs: how many processes share the work; None for one a core, if there is enough of it.
    """
    if jobs is None:
        jobs = cores() if sum(len(each.text) for each in sources) >= _WORTH_SPREADING else 1

    def packed(source: Source) -> str | Judged:
        result, grading, _ = judge(source, linter)
        return pack(result, grading)

    def failed(source: Source, error: Exception) -> str | Judged:
        failure = f"plainlint failed of it ({type(error).__name__}: {error})"
        return judge(replace(source, problem=failure), linter)._replace(failure=failure)

    found = spread(packed, sources, jobs=jobs, rescue=failed)
    for source, each in zip(sources, found, strict=True):
        yield each if isinstance(each, Judged) else Judged(*unpack(each, source))
