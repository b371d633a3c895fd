"""full and concise: findings for people, in a terminal."""

from unicodedata import combining, east_asian_width

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import Source
from plainlint.core.text import make_printable, pluralise
from plainlint.engine.result import Result
from plainlint.reporters.style import Style
from plainlint.run.report import Report, Tally


def format_concise_end(tally: Tally, style: Style) -> str:
    """The sum below `concise`."""
    return "" if style.quiet else f"{_format_total(tally)}\n"


def format_full_end(tally: Tally, style: Style) -> str:
    """The table of the rules and the sum below `full`."""
    return "" if style.quiet else format_rule_table(tally, style)


def format_rule_table(tally: Tally, style: Style) -> str:
    """How many findings each rule has, and the sum."""
    rows = tally.count_by_rule()
    width = max((len(rule) for rule, _, _ in rows), default=0)
    lines = [
        f"{count:7,}  {rule:{width}}  {style.colour_severity(severity)}"
        for rule, severity, count in rows
    ]
    head = [style.emphasise("Findings by rule")] if rows else []
    return "\n".join([*head, *lines, "", _format_total(tally), ""])


def _format_total(tally: Tally) -> str:
    checked = pluralise(tally.documents, "document")
    if not tally.touched:
        return f"{checked} checked: no findings.{_format_unreported(tally)}"
    counts = tally.count_by_severity()
    words = ", ".join(pluralise(number, severity) for severity, number in counts.items() if number)
    return f"{checked} checked: {words}, in {tally.touched:,} of them.{_format_unreported(tally)}"


def _format_unreported(tally: Tally) -> str:
    """What is known or suppressed, so that nobody takes it for mended."""
    parts = [f"{tally.known:,} in the baseline"] if tally.known else []
    parts += [f"{tally.suppressed:,} suppressed"] if tally.suppressed else []
    return f" Not told: {', '.join(parts)}." if parts else ""


# Columns of source text shown around a finding.
_WIDTH = 96
_LEAD = 24
_MAX_STALE_ENTRIES = 20


def concise(report: Report, style: Style) -> str:
    """One finding a line: path:line:column, severity, rule, message."""
    lines = "".join(format_concise_findings(result, style) for result in report.results)
    return lines + format_concise_end(report.tally, style)


def full(report: Report, style: Style) -> str:
    """Findings by file, each with its line of text and what to do, then a table of the rules."""
    findings = "".join(format_full_findings(result, style) for result in report.results)
    return (
        findings
        + format_full_end(report.tally, style)
        + ("" if style.quiet else _format_stale_entries(report))
    )


def statistics(report: Report, style: Style) -> str:
    """How many findings each rule has, and the sum."""
    return format_rule_table(report.tally, style) + _format_stale_entries(report)


def format_concise_findings(result: Result, style: Style) -> str:
    """The part of `concise` that speaks of one document."""
    return "".join(
        f"{_format_location(each)}: {style.colour_severity(each.severity)} {each.rule} {make_printable(each.message)}\n"
        for each in result.diagnostics
    )


def format_full_findings(result: Result, style: Style) -> str:
    """The part of `full` that speaks of one document."""
    if not result.diagnostics:
        return ""
    head = style.emphasise(f"{make_printable(result.path)} ({result.audience})") + "\n"
    found = (_format_finding(each, result.document.source, style) for each in result.diagnostics)
    return "".join(f"{part}\n" for part in (head, *found))


def _format_location(each: Diagnostic) -> str:
    return f"{make_printable(each.path)}:{each.start.line}:{each.start.column}"


def _format_finding(each: Diagnostic, source: Source, style: Style) -> str:
    head = f"{_format_location(each)}: {style.colour_severity(each.severity)}: {make_printable(each.message)}"
    number = str(each.start.line)
    gutter = " " * len(number)
    text, before, marked = _cut_excerpt(each, source)
    carets = " " * before + style.colour_pointer("^" * max(marked, 1), each.severity)
    return "\n".join(
        (
            head,
            style.dim(f"  {number} | ") + text,
            style.dim(f"  {gutter} | ") + carets,
            style.dim(f"  {gutter} = ") + make_printable(each.help),
            style.dim(f"  {gutter} = rule: {each.rule}"),
            "",
        )
    )


def _cut_excerpt(each: Diagnostic, source: Source) -> tuple[str, int, int]:
    """A window of the finding's first line: its text, columns before the mark, columns marked."""
    line = source.get_line_span(each.start.line)
    start = max(line.start, each.span.start - _LEAD)
    if line.end - line.start <= _WIDTH:
        start = line.start
    end = min(line.end, start + _WIDTH)
    lead = "…" if start > line.start else ""
    tail = "…" if end < line.end else ""
    before = make_printable(source.text[start : each.span.start])
    marked = make_printable(source.text[each.span.start : min(each.span.end, end)])
    after = make_printable(source.text[min(each.span.end, end) : end])
    return (
        lead + before + marked + after + tail,
        len(lead) + _count_columns(before),
        _count_columns(marked),
    )


def _count_columns(text: str) -> int:
    """Terminal columns: wide characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    wide = sum(east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(map(bool, map(combining, text)))


def _format_stale_entries(report: Report) -> str:
    """The entries of the baseline that can go."""
    if not report.stale:
        return ""
    rows = (
        f"  {make_printable(each.path)}: {each.rule}: {make_printable(each.text)}\n"
        for each in report.stale[:_MAX_STALE_ENTRIES]
    )
    head = f"The baseline has {len(report.stale):,} entries that no longer match:\n"
    return f"{head}{''.join(rows)}`plainlint baseline --update` takes them out.\n"
