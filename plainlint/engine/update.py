"""Update: check a document again after an edit, in a process that lives on."""

from typing import NamedTuple

from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.engine.recall import Kept
from plainlint.engine.result import GradedResult


class Checked(NamedTuple):
    """A checked text of a document.

    Attributes:
        linter: what checked it.
        graded: its result.
        kept: what makes the check of the next text faster.
    """

    linter: Linter
    graded: GradedResult
    kept: Kept


def update(linter: Linter, source: Source, earlier: Checked | None = None) -> Checked:
    """Check the newest text of a document.

    Args:
        linter: the rules, glossary and audiences.
        source: the text.
        earlier: an earlier text of the document. Only what differs from it is checked, if the same
            linter checked it. The result is the same as without.

    Raises:
        PlainlintError: a rule page or the configuration is wrong.
    """
    kept = earlier.kept if earlier and earlier.linter is linter else None
    result, kept = linter.lint_again(source, kept)
    return Checked(linter, linter.grade(result), kept)
