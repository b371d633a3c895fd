"""Hide findings on purpose: the comment that does it, where it changes nothing else."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from plainlint.core.diagnostics import Diagnostic, Edit
from plainlint.core.source import NOWHERE, Source, Span
from plainlint.engine.result import Result

# The writer puts the reason in its place.
REASON = "say why"
# Rules about comments themselves may report the new one.
_ABOUT_COMMENTS = "suppression/"
_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)*")

_Findings = Counter[tuple[str, str]]


class Hiding(NamedTuple):
    """What hides findings: the edits that add a comment, and how many findings it hides."""

    edits: tuple[Edit, ...]
    hidden: int


def hide_here(
    checked: Result,
    hidden: Sequence[Diagnostic],
    lint: Callable[[Source], Result],
    reason: str = REASON,
) -> Hiding | None:
    """Hide findings at one place with a comment there, and no other finding.

    Each place is tried: the end of the line, the line above, around the sentence and the words, and
    the line above the block. If none of them works, the comment may hide findings of the same rules
    that begin on the same line. None where no comment works, as in front matter.
    """
    rules = {finding.rule for finding in hidden}
    lines = {finding.start.line for finding in hidden}
    on_lines = [
        finding
        for finding in checked.diagnostics
        if finding.rule in rules and finding.start.line in lines
    ]
    tried = _iter_edits(checked.document.source, hidden, _clean_reason(reason))
    return _choose(checked, (hidden, on_lines), tried, lint)


def hide_on_page(
    checked: Result,
    rules: Collection[str],
    lint: Callable[[Source], Result],
    reason: str = REASON,
) -> Hiding | None:
    """Hide all findings of rules in a document with one comment at its top, or else at its end.

    None where no comment works, and where there is nothing to hide.
    """
    hidden = [finding for finding in checked.diagnostics if finding.rule in rules]
    if not hidden:
        return None
    comment = _write_comment("disable-file", rules, _clean_reason(reason))
    text = checked.document.source.text
    head = _BLANK_LINES.match(text, checked.document.front_matter.span.end)
    top, end = head.end() if head else 0, len(text)
    tried = (
        (Edit(Span(top, top), f"{comment}\n\n"),),
        (Edit(Span(end, end), f"\n{comment}\n"),),
    )
    return _choose(checked, (hidden,), tried, lint)


def _choose(
    checked: Result,
    wanted: Iterable[Sequence[Diagnostic]],
    tried: Iterable[tuple[Edit, ...]],
    lint: Callable[[Source], Result],
) -> Hiding | None:
    """Return the first edits that hide just what is wanted, the first wish first."""
    source, shown = checked.document.source, _count(checked.diagnostics)
    first, *others = wanted
    found: list[tuple[tuple[Edit, ...], _Findings]] = []
    for edits in tried:
        after = _count(lint(source._replace(text=_apply(source, edits))).diagnostics)
        # Mostly the first edits do it, and each check of a long text takes time.
        if after == shown - _count(first):
            return Hiding(edits, len(first))
        found.append((edits, after))
    for hidden in others:
        for edits, after in found:
            if after == shown - _count(hidden):
                return Hiding(edits, len(hidden))
    return None


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
    rules = dict.fromkeys(finding.rule for finding in hidden)
    first = hidden[0]
    line = source.get_line_span(first.start.line)
    yield (Edit(Span(line.end, line.end), f" {_write_comment('disable-line', rules, reason)}"),)
    indent = source.text[line.start : line.end]
    indent = indent[: len(indent) - len(indent.lstrip())]
    above = f"{indent}{_write_comment('disable-next-line', rules, reason)}\n"
    yield (Edit(Span(line.start, line.start), above),)
    begin, end = _write_comment("disable", rules, reason), _write_comment("enable", rules)
    sentence = first.place if first.place != NOWHERE else first.span
    words = Span(min(one.span.start for one in hidden), max(one.span.end for one in hidden))
    for place in dict.fromkeys((sentence, words)):
        after = Edit(Span(place.end, place.end), end)
        yield Edit(Span(place.start, place.start), begin), after
        yield Edit(Span(line.start, line.start), f"{indent}{begin}\n\n"), after
    yield (Edit(Span(line.start, line.start), f"{above}\n"),)


def _write_comment(action: str, rules: Iterable[str], reason: str = "") -> str:
    why = f" -- {reason}" if reason else ""
    return f"<!-- plainlint: {action}={','.join(rules)}{why} -->"
