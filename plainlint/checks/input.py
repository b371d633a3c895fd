"""front-matter-problem: front matter that can't be read, or only in part."""

from collections.abc import Iterator

from plainlint.checks import Hit, check
from plainlint.core.source import Source
from plainlint.document.model import FrontMatter


@check
def unreadable(source: Source) -> Iterator[Hit]:
    """The place where reading a file ended, with the reason.

    Message:
        problem: the reason.
    """
    if source.problem:
        yield Hit(source.problem_span, {"problem": source.problem})


@check
def front_matter_problem(front_matter: FrontMatter) -> Iterator[Hit]:
    """Each thing that is wrong with the front matter itself.

    Message:
        problem: what is wrong.
    """
    for problem in front_matter.problems:
        yield Hit(problem.span, {"problem": problem.message})
