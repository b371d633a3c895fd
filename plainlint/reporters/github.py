"""github: workflow commands that GitHub Actions shows as annotations."""

from collections import Counter

from plainlint.core.diagnostics import Severity
from plainlint.core.files import make_relative
from plainlint.core.inert import make_line
from plainlint.core.source import Source
from plainlint.reporters.entries import Entry, gather_result_entries
from plainlint.reporters.style import Style
from plainlint.run.report import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# The runner shows this many annotations per level and step, and silently drops the rest.
MAX_ANNOTATIONS = 10


def github(report: Report, style: Style) -> str:
    """Format the annotations that will be shown, and a line that counts the others."""
    counts = Counter[Severity]()
    lines, omitted = [], 0
    for result in report.results:
        for entry in gather_result_entries(result):
            counts[entry.severity] += 1
            if counts[entry.severity] <= MAX_ANNOTATIONS:
                said = style.choose_language(result.language)
                lines.append(_format_command(entry, result.document.source, report, said))
            else:
                omitted += 1
    if omitted:
        lines.append(style.say(f"{omitted:,} more entries are in the summary of this step."))
    return "".join(f"{line}\n" for line in lines)


def _format_command(entry: Entry, source: Source, report: Report, style: Style) -> str:
    start, end = source.locate(entry.span.start), source.locate(entry.span.end)
    values = {
        "file": make_relative(source.path, report.root),
        "line": start.line,
        "endLine": end.line,
        "title": entry.rules[0],
    }
    if start.line == end.line:
        values |= {"col": start.column, "endColumn": end.column}
    properties = ",".join(f"{key}={_escape_property(str(value))}" for key, value in values.items())
    text = " ".join(filter(None, (entry.messages[0], entry.advice, entry.describe_others(style))))
    return f"::{_LEVELS[entry.severity]} {properties}::{_escape_data(text)}"


def _escape_data(text: str) -> str:
    """Escape text as the runner's own toolkit does, so that it can't start a command."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return make_line(text)


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
