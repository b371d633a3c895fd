"""Checks of input: files and front matter that can't be read, or only in part."""

from collections.abc import Iterator

from plainlint.checks import Hit, check
from plainlint.core.source import Source
from plainlint.document.model import FrontMatter


@check
def unreadable(source: Source) -> Iterator[Hit]:
    """Report the place where reading a file stopped, with the reason.

    Message:
        problem: the reason.
    """
    if source.problem and not source.advice:
        yield Hit(source.problem_span, {"problem": source.problem})


@check
def unsupported_format(source: Source) -> Iterator[Hit]:
    """Report a file whose format can't be read.

    Message:
        kind: what the file is, such as `a Word 97 file`.
        advice: what to do, such as `save it as .docx`.
    """
    if source.advice:
        yield Hit(source.problem_span, {"kind": source.problem, "advice": source.advice})


@check
def front_matter_problem(front_matter: FrontMatter) -> Iterator[Hit]:
    """Report each problem with the syntax of the front matter.

    Message:
        problem: what is wrong.
    """
    for problem in front_matter.problems:
        yield Hit(problem.span, {"problem": problem.message})
