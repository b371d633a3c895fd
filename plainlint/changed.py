"""Changed lines: the findings that a change brought, and no older ones."""

from plainlint.baseline import lower_grade
from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.engine.result import Result
from plainlint.git import Changed


def on_changed_lines(result: Result, changed: Changed, before: float | None) -> Result:
    """The result with the findings on changed lines alone.

    What is said of a whole document is told when its grade got worse, or when it is new. What
    is said of front matter is told when that was changed.

    Args:
        before: the lower grade of the document before the change; None if it had none.
    """
    now = lower_grade(result)
    is_harder = not changed.before or (now is not None and (before is None or now > before))
    head = result.document.front_matter
    last = result.document.source.locate(max(head.span.end, head.anchor.end)).line

    def brought(each: Diagnostic) -> bool:
        if each.scope is Scope.SCORE:
            return is_harder
        if each.scope is Scope.DOCUMENT:
            return is_harder or changed.reaches(last)
        if each.scope is Scope.FRONT_MATTER:
            return changed.reaches(last)
        return changed.touches(each.start.line, each.end.line)

    told = tuple(each for each in result.diagnostics if brought(each))
    return result._replace(diagnostics=told, earlier=before)
