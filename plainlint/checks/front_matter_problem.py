"""front-matter-problem: front matter that can't be read, or only in part."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.document.model import FrontMatter


def front_matter_problem(front_matter: FrontMatter) -> Iterator[Hit]:
    """Each thing that is wrong with the front matter itself.

    Message:
        problem: what is wrong.
    """
    for problem in front_matter.problems:
        yield Hit(problem.span, {"problem": problem.message})
