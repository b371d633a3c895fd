"""Hide findings on purpose: the comment that does it, where it changes nothing else."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from plainlint.core.diagnostics import Diagnostic, Edit
from plainlint.core.source import NOWHERE, Source, Span
from plainlint.engine.result import Result

# The writer puts the reason in its place.
REASON = "say why"
# Rules about comments themselves may report the new one.
_ABOUT_COMMENTS = "suppression/"

_Findings = Counter[tuple[str, str]]


def find_hiding_edits(
    checked: Result,
    hidden: Sequence[Diagnostic],
    lint: Callable[[Source], Result],
    reason: str = REASON,
) -> tuple[Edit, ...]:
    """Return the edits that add a comment which hides findings at one place, and no other finding.

    Each place is tried: the end of the line, the line above, around the sentence, and the line
    above the block. If none of them works, the comment may hide findings of the same rules that
    begin on the same line. Empty where no comment works, as in front matter.
    """
    source = checked.document.source
    shown = _count(checked.diagnostics)
    exact = shown - _count(hidden)
    rules = {finding.rule for finding in hidden}
    lines = {finding.start.line for finding in hidden}
    on_lines = [
        finding
        for finding in checked.diagnostics
        if finding.rule in rules and finding.start.line in lines
    ]
    tried = [
        (edits, _count(lint(source._replace(text=_apply(source, edits))).diagnostics))
        for edits in _iter_edits(source, hidden, _clean_reason(reason))
    ]
    for wanted in (exact, shown - _count(on_lines)):
        for edits, found in tried:
            if found == wanted:
                return edits
    return ()


def _count(diagnostics: Sequence[Diagnostic]) -> _Findings:
    return Counter(
        (found.rule, found.text)
        for found in diagnostics
        if not found.rule.startswith(_ABOUT_COMMENTS)
    )


def _clean_reason(reason: str) -> str:
    """Return a reason on one line, without what would end the comment."""
    return " ".join(reason.replace("--", "–").replace("<", "‹").replace(">", "›").split())


def _apply(source: Source, edits: Sequence[Edit]) -> str:
    text = source.text
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _iter_edits(
    source: Source, hidden: Sequence[Diagnostic], reason: str
) -> Iterator[tuple[Edit, ...]]:
    rules = ",".join(dict.fromkeys(finding.rule for finding in hidden))
    comment = f"<!-- plainlint: {{}}={rules} -- {reason} -->"
    first = hidden[0]
    line = source.get_line_span(first.start.line)
    yield (Edit(Span(line.end, line.end), f" {comment.format('disable-line')}"),)
    indent = source.text[line.start : line.end]
    indent = indent[: len(indent) - len(indent.lstrip())]
    above = f"{indent}{comment.format('disable-next-line')}\n"
    yield (Edit(Span(line.start, line.start), above),)
    place = first.place if first.place != NOWHERE else first.span
    end = Edit(Span(place.end, place.end), f"<!-- plainlint: enable={rules} -->")
    begin = comment.format("disable")
    yield Edit(Span(place.start, place.start), begin), end
    yield Edit(Span(line.start, line.start), f"{indent}{begin}\n\n"), end
    yield (Edit(Span(line.start, line.start), f"{above}\n"),)
