"""Hide a finding on purpose: the comment that does it, where it changes nothing else."""

from collections.abc import Callable, Iterator, Sequence

from plainlint.core.diagnostics import Diagnostic, Edit
from plainlint.core.source import Source, Span
from plainlint.engine.result import Result

# The writer puts the reason in its place.
REASON = "say why"
# Rules about comments themselves may report the new one.
_ABOUT_COMMENTS = "suppression/"


def find_hiding_edit(
    checked: Result, diagnostic: Diagnostic, lint: Callable[[Source], Result]
) -> Edit | None:
    """Return the edit that adds a comment which hides a finding, and changes no other finding.

    Each place is tried: the end of the line, the line above, and the line above the block. None is
    returned where no comment works, as in front matter.
    """
    source = checked.document.source
    wanted = _list_findings(checked.diagnostics, diagnostic)
    for edit in _iter_edits(source, diagnostic):
        text = source.text[: edit.span.start] + edit.text + source.text[edit.span.end :]
        if _list_findings(lint(source._replace(text=text)).diagnostics) == wanted:
            return edit
    return None


def _list_findings(
    diagnostics: Sequence[Diagnostic], hidden: Diagnostic | None = None
) -> list[tuple[str, str]]:
    """Return the findings by rule and words, without those that the comment is to hide."""
    return [
        (found.rule, found.text)
        for found in diagnostics
        if not found.rule.startswith(_ABOUT_COMMENTS)
        and not (hidden and found.rule == hidden.rule and found.start.line == hidden.start.line)
    ]


def _iter_edits(source: Source, diagnostic: Diagnostic) -> Iterator[Edit]:
    comment = f"<!-- plainlint: {{}}={diagnostic.rule} -- {REASON} -->"
    line = source.get_line_span(diagnostic.start.line)
    yield Edit(Span(line.end, line.end), f" {comment.format('disable-line')}")
    indent = source.text[line.start : line.end]
    indent = indent[: len(indent) - len(indent.lstrip())]
    above = f"{indent}{comment.format('disable-next-line')}\n"
    yield Edit(Span(line.start, line.start), above)
    yield Edit(Span(line.start, line.start), f"{above}\n")
