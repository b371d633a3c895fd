"""full and concise: findings for people, in a terminal."""

from unicodedata import combining, east_asian_width

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import Source
from plainlint.core.text import printable, several
from plainlint.engine.result import Result
from plainlint.reporters.style import Style
from plainlint.run.report import Report, Tally


def concise_end(tally: Tally, style: Style) -> str:
    """The sum below `concise`."""
    return "" if style.quiet else f"{_total(tally)}\n"


def full_end(tally: Tally, style: Style) -> str:
    """The table of the rules and the sum below `full`."""
    return "" if style.quiet else by_rule(tally, style)


def by_rule(tally: Tally, style: Style) -> str:
    """How many findings each rule has, and the sum."""
    rows = tally.by_rule()
    width = max((len(rule) for rule, _, _ in rows), default=0)
    lines = [
        f"{count:7,}  {rule:{width}}  {style.severity(severity)}" for rule, severity, count in rows
    ]
    head = [style.strong("Findings by rule")] if rows else []
    return "\n".join([*head, *lines, "", _total(tally), ""])


def _total(tally: Tally) -> str:
    checked = several(tally.documents, "document")
    if not tally.touched:
        return f"{checked} checked: no findings.{_untold(tally)}"
    counts = tally.by_severity()
    words = ", ".join(several(number, severity) for severity, number in counts.items() if number)
    return f"{checked} checked: {words}, in {tally.touched:,} of them.{_untold(tally)}"


def _untold(tally: Tally) -> str:
    """What is known or suppressed, so that nobody takes it for mended."""
    parts = [f"{tally.known:,} in the baseline"] if tally.known else []
    parts += [f"{tally.suppressed:,} suppressed"] if tally.suppressed else []
    return f" Not told: {', '.join(parts)}." if parts else ""


# Columns of source text shown around a finding.
_WIDTH = 96
_LEAD = 24
_MOST_ABSENT = 20


def concise(report: Report, style: Style) -> str:
    """One finding a line: path:line:column, severity, rule, message."""
    lines = "".join(concise_findings(result, style) for result in report.results)
    return lines + concise_end(report.tally, style)


def full(report: Report, style: Style) -> str:
    """Findings by file, each with its line of text and what to do, then a table of the rules."""
    findings = "".join(full_findings(result, style) for result in report.results)
    return findings + full_end(report.tally, style) + ("" if style.quiet else _in_vain(report))


def statistics(report: Report, style: Style) -> str:
    """How many findings each rule has, and the sum."""
    return by_rule(report.tally, style) + _in_vain(report)


def concise_findings(result: Result, style: Style) -> str:
    """The part of `concise` that speaks of one document."""
    return "".join(
        f"{_place(each)}: {style.severity(each.severity)} {each.rule} {printable(each.message)}\n"
        for each in result.diagnostics
    )


def full_findings(result: Result, style: Style) -> str:
    """The part of `full` that speaks of one document."""
    if not result.diagnostics:
        return ""
    head = style.strong(f"{printable(result.path)} ({result.audience})") + "\n"
    found = (_finding(each, result.document.source, style) for each in result.diagnostics)
    return "".join(f"{part}\n" for part in (head, *found))


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
    if text.isascii():
        return len(text)
    wide = sum(east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(map(bool, map(combining, text)))


def _in_vain(report: Report) -> str:
    """The entries of the baseline that can go."""
    if not report.absent:
        return ""
    rows = (
        f"  {printable(each.path)}: {each.rule}: {printable(each.text)}\n"
        for each in report.absent[:_MOST_ABSENT]
    )
    head = f"The baseline has {len(report.absent):,} entries that no longer match:\n"
    return f"{head}{''.join(rows)}`plainlint baseline --update` takes them out.\n"
