"""Checks of the comments that suppress findings."""

import re
from collections.abc import Iterator, Mapping

from plainlint.checks import Hit, check
from plainlint.core.diagnostics import Edit, Fix
from plainlint.core.errors import find_nearest
from plainlint.core.source import Source, Span
from plainlint.document.model import Directive, DirectiveKind, RuleReference


@check
def missing_reason(directive: Directive) -> Iterator[Hit]:
    """Report comments that give no reason; a comment that ends another needs none.

    Message:
        names: the rules that the comment names.
    """
    needs_reason = directive.kind is not DirectiveKind.ENABLE and not directive.problem
    if needs_reason and not directive.reason:
        names = ", ".join(name.text for name in directive.names)
        yield Hit(directive.span, {"names": names})


@check
def unknown_name(directive: Directive, rule_names: frozenset[str]) -> Iterator[Hit]:
    """Report comments that are malformed, and names that are neither a rule nor a category.

    Message:
        problem: what is wrong.
    """
    if directive.problem:
        yield Hit(directive.span, {"problem": directive.problem})
    for name in directive.names:
        if name.text not in rule_names:
            near = find_nearest(name.text, rule_names)
            hint = f"; did you mean '{near}'?" if near else ""
            yield Hit(name.span, {"problem": f"there is no rule '{name.text}'{hint}"})


@check
def unused_directive(
    directive: Directive, source: Source, unused: Mapping[Span, tuple[RuleReference, ...]]
) -> Iterator[Hit]:
    """Report comments that suppress nothing, or that name rules which found nothing.

    Message:
        action: what the comment is meant to do.
        names: the names that had no effect.
    """
    idle = unused.get(directive.span)
    if idle is None:
        return
    names = ", ".join(name.text for name in idle) or "all rules"
    yield Hit(
        directive.span,
        {"action": directive.kind, "names": names},
        fix=_make_fix(directive, idle, source),
    )


def _make_fix(directive: Directive, idle: tuple[RuleReference, ...], source: Source) -> Fix | None:
    """Remove the comment or its idle names; in front matter that is left to a person."""
    if directive.in_front_matter:
        return None
    dropped = set(idle)
    kept = [name.text for name in directive.names if name not in dropped]
    if kept:
        span = Span(directive.names[0].span.start, directive.names[-1].span.end)
        return Fix("take out what is not needed", (Edit(span, ",".join(kept)),), safe=True)
    return Fix(
        "take out the comment", (Edit(_extend_to_line(directive.span, source), ""),), safe=True
    )


_BLANKS = re.compile(r"[^\S\r\n]*")


def _extend_to_line(comment: Span, source: Source) -> Span:
    """Extend the comment to its line, if nothing else is on it and no blocks would be joined.

    At the end of a line it is extended over the spaces before it, which may mean a break.
    """
    line = source.locate(comment.start).line
    lines = len(source.line_starts)
    line_span = source.get_line_span(line)
    # Only what is around the comment is read, because a line can be as long as the text.
    behind = _BLANKS.match(source.text, comment.end, max(comment.end, line_span.end))
    if behind is None or behind.end() < line_span.end:
        return comment
    spaces = comment.start
    while spaces > line_span.start and source.text[spaces - 1] in " \t":
        spaces -= 1
    blanks = spaces
    while blanks > line_span.start and source.text[blanks - 1].isspace():
        blanks -= 1
    if blanks > line_span.start:
        return Span(spaces, comment.end)
    neighbours = [n for n in (line - 1, line + 1) if 1 <= n <= lines]
    has_blank = any(not source.slice(source.get_line_span(n)).strip() for n in neighbours)
    if not has_blank:
        return comment
    end = source.line_starts[line] if line < lines else line_span.end
    return Span(line_span.start, end)
