"""Judged documents: checked and graded, for all that needs more of them than a text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plainlint.cache import Cache
from plainlint.commands.rendered import Rendering, Setup, rendered
from plainlint.core.source import Raw, Source
from plainlint.engine.linter import Linter
from plainlint.engine.result import Grading, Result, grade
from plainlint.packing import pack, unpack


class Judged(NamedTuple):
    """A result and its grading; `failure` says in words what plainlint itself failed on, if so."""

    result: Result
    grading: Grading
    failure: str = ""

    @property
    def path(self) -> str:
        """The path by which the document was named."""
        return self.result.path


def judge(linter: Linter, source: Source) -> Judged:
    """Check and grade one document, with all its sentences."""
    result = linter.lint(source)
    return Judged(result, grade(result, linter.grade_rule(source.path)))


def _packed(linter: Linter, source: Source) -> str:
    result, grading, _ = judge(linter, source)
    return pack(result, grading)


_PACKED = Rendering("packed", _packed)


def summaries(
    files: Sequence[Raw], setup: Setup, jobs: int | None = None, cache: Cache | None = None
) -> Iterator[Judged]:
    """Check and grade many documents; what each came to, without blocks and sentences.

    The arguments are those of `rendered`.
    """
    for each in rendered(files, setup, _PACKED, jobs, cache):
        yield Judged(*unpack(each.text, each.file.source()), each.failure)
