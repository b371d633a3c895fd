"""github: workflow commands that GitHub Actions shows as annotations."""

from collections import Counter

from plainlint.core.diagnostics import Diagnostic, Severity
from plainlint.core.files import make_relative
from plainlint.core.text import make_printable
from plainlint.reporters.style import Style
from plainlint.run.report import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# The runner shows this many annotations per level and step, and silently drops the rest.
MAX_ANNOTATIONS = 10


def github(report: Report, _style: Style) -> str:
    """Format the annotations that will be shown, and a line that counts the others."""
    counts = Counter[Severity]()
    lines, omitted = [], 0
    for diagnostic in report.diagnostics:
        counts[diagnostic.severity] += 1
        if counts[diagnostic.severity] <= MAX_ANNOTATIONS:
            lines.append(_format_command(diagnostic, report))
        else:
            omitted += 1
    if omitted:
        lines.append(f"{omitted:,} more findings are in the summary of this step.")
    return "".join(f"{line}\n" for line in lines)


def _format_command(diagnostic: Diagnostic, report: Report) -> str:
    start, end = diagnostic.start, diagnostic.end
    values = {
        "file": make_relative(diagnostic.path, report.root),
        "line": start.line,
        "endLine": end.line,
        "title": diagnostic.rule,
    }
    if start.line == end.line:
        values |= {"col": start.column, "endColumn": end.column}
    properties = ",".join(f"{key}={_escape_property(str(value))}" for key, value in values.items())
    text = f"{diagnostic.message} {diagnostic.help}".strip()
    return f"::{_LEVELS[diagnostic.severity]} {properties}::{_escape_data(text)}"


def _escape_data(text: str) -> str:
    """Escape text as the runner's own toolkit does, so that it can't start a command."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return make_printable(text)


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
