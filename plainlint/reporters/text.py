"""full and concise: findings for people, in a terminal."""

from unicodedata import combining, east_asian_width

from plainlint.diagnostics import Diagnostic
from plainlint.report import Report
from plainlint.reporters.style import Style, printable, several
from plainlint.source import Source

# Columns of source text shown around a finding.
_WIDTH = 96
_LEAD = 24


def concise(report: Report, style: Style) -> str:
    """One finding a line: path:line:column, severity, rule, message."""
    lines = [
        f"{_place(each)}: {style.severity(each.severity)} {each.rule} {printable(each.message)}"
        for each in report.diagnostics
    ]
    return "\n".join([*lines, _total(report)]) + "\n"


def full(report: Report, style: Style) -> str:
    """Findings by file, each with its line of text and what to do, then a table of the rules."""
    parts = []
    for result in report.results:
        if not result.diagnostics:
            continue
        head = f"{printable(result.path)} ({result.audience})"
        parts.append(style.strong(head) + "\n")
        parts += [_finding(each, result.document.source, style) for each in result.diagnostics]
    return "\n".join([*parts, _summary(report, style)])


def _place(each: Diagnostic) -> str:
    return f"{printable(each.path)}:{each.start.line}:{each.start.column}"


def _finding(each: Diagnostic, source: Source, style: Style) -> str:
    head = f"{_place(each)}: {style.severity(each.severity)}: {printable(each.message)}"
    number = str(each.start.line)
    gutter = " " * len(number)
    text, before, marked = _excerpt(each, source)
    carets = " " * before + style.pointer("^" * max(marked, 1), each.severity)
    return "\n".join(
        (
            head,
            style.faint(f"  {number} | ") + text,
            style.faint(f"  {gutter} | ") + carets,
            style.faint(f"  {gutter} = ") + printable(each.help),
            style.faint(f"  {gutter} = rule: {each.rule}"),
            "",
        )
    )


def _excerpt(each: Diagnostic, source: Source) -> tuple[str, int, int]:
    """A window of the finding's first line: its text, columns before the mark, columns marked."""
    line = source.line_span(each.start.line)
    start = max(line.start, each.span.start - _LEAD)
    if line.end - line.start <= _WIDTH:
        start = line.start
    end = min(line.end, start + _WIDTH)
    lead = "…" if start > line.start else ""
    tail = "…" if end < line.end else ""
    before = printable(source.text[start : each.span.start])
    marked = printable(source.text[each.span.start : min(each.span.end, end)])
    after = printable(source.text[min(each.span.end, end) : end])
    return lead + before + marked + after + tail, len(lead) + _columns(before), _columns(marked)


def _columns(text: str) -> int:
    """Terminal columns: wide characters take two, combining marks none."""
    wide = sum(east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(map(bool, map(combining, text)))


def _summary(report: Report, style: Style) -> str:
    rows = report.by_rule()
    width = max((len(rule) for rule, _, _ in rows), default=0)
    lines = [
        f"{count:7,}  {rule:{width}}  {style.severity(severity)}" for rule, severity, count in rows
    ]
    head = [style.strong("Findings by rule")] if rows else []
    return "\n".join([*head, *lines, "", _total(report), ""])


def _total(report: Report) -> str:
    documents = len(report.results)
    touched = sum(bool(result.diagnostics) for result in report.results)
    noun = "document" if documents == 1 else "documents"
    if not touched:
        return f"{documents:,} {noun} checked: no findings."
    counts = report.by_severity()
    words = ", ".join(several(number, severity) for severity, number in counts.items() if number)
    return f"{documents:,} {noun} checked: {words}, in {touched:,} of them."
