"""unused-directive: directives that suppress nothing, and how to take them out."""

from collections.abc import Iterator, Mapping

from plainlint.checks import Hit
from plainlint.core.diagnostics import Edit, Fix
from plainlint.core.source import Source, Span
from plainlint.document.model import Directive, Name


def unused_directive(
    directive: Directive, source: Source, unused: Mapping[Span, tuple[Name, ...]]
) -> Iterator[Hit]:
    """The comment, if all or some of what it names did nothing.

    Message:
        action: what the comment asks for.
        names: the names that did nothing.
    """
    idle = unused.get(directive.span)
    if idle is None:
        return
    names = ", ".join(name.text for name in idle) or "all rules"
    yield Hit(
        directive.span,
        {"action": directive.action, "names": names},
        fix=_fix(directive, idle, source),
    )


def _fix(directive: Directive, idle: tuple[Name, ...], source: Source) -> Fix | None:
    """The comment taken out, or its idle names; front matter is left to a person."""
    if directive.in_front_matter:
        return None
    kept = [name.text for name in directive.names if name not in idle]
    if kept:
        span = Span(directive.names[0].span.start, directive.names[-1].span.end)
        return Fix("take out what is not needed", (Edit(span, ",".join(kept)),), safe=True)
    return Fix("take out the comment", (Edit(_whole(directive.span, source), ""),), safe=True)


def _whole(comment: Span, source: Source) -> Span:
    """The comment; with its line if it stands alone there and the text around stays apart."""
    line = source.locate(comment.start).line
    lines = len(source.line_starts)
    around = source.line_span(line)
    alone = source.slice(around).strip() == source.slice(comment)
    neighbours = [n for n in (line - 1, line + 1) if 1 <= n <= lines]
    apart = any(not source.slice(source.line_span(n)).strip() for n in neighbours)
    if not alone or not apart:
        return comment
    end = source.line_starts[line] if line < lines else around.end
    return Span(around.start, end)
