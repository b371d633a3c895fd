"""github: workflow commands that the runner of GitHub Actions turns into annotations."""

from collections import Counter

from plainlint.core.diagnostics import Diagnostic, Severity
from plainlint.core.files import make_relative
from plainlint.core.text import make_printable
from plainlint.reporters.style import Style
from plainlint.run.report import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# The runner shows so many annotations of each level for a step, and drops the rest in silence.
MAX_ANNOTATIONS = 10


def github(report: Report, _style: Style) -> str:
    """As many annotations as are shown, and a line that counts those that are not."""
    shown = Counter[Severity]()
    lines, left = [], 0
    for each in report.diagnostics:
        shown[each.severity] += 1
        if shown[each.severity] <= MAX_ANNOTATIONS:
            lines.append(_format_command(each, report))
        else:
            left += 1
    if left:
        lines.append(f"{left:,} more findings are in the summary of this step.")
    return "".join(f"{line}\n" for line in lines)


def _format_command(each: Diagnostic, report: Report) -> str:
    start, end = each.start, each.end
    place = {
        "file": make_relative(each.path, report.root),
        "line": start.line,
        "endLine": end.line,
        "title": each.rule,
    }
    if start.line == end.line:
        place |= {"col": start.column, "endColumn": end.column}
    properties = ",".join(f"{key}={_escape_property(str(value))}" for key, value in place.items())
    text = f"{each.message} {each.help}".strip()
    return f"::{_LEVELS[each.severity]} {properties}::{_escape_data(text)}"


def _escape_data(text: str) -> str:
    """Text as the runner's own toolkit escapes it, so that it can't start a command."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return make_printable(text)


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
