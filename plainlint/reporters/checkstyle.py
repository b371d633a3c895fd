"""checkstyle: XML in the form of the Java tool, which many CI systems read."""

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.files import make_relative
from plainlint.reporters.style import Style
from plainlint.reporters.xml import HEAD, format_tag
from plainlint.run.report import Report

# The version of the form, not of plainlint.
_VERSION = "4.3"


def checkstyle(report: Report, _style: Style) -> str:
    """A file element for each document, an error element for each finding."""
    lines = [HEAD, f"<{format_tag('checkstyle', {'version': _VERSION})}>"]
    for result in report.results:
        lines.append(f"  <{format_tag('file', {'name': make_relative(result.path, report.root)})}>")
        lines += [f"    <{_format_error(each)}/>" for each in result.diagnostics]
        lines.append("  </file>")
    return "\n".join([*lines, "</checkstyle>", ""])


def _format_error(each: Diagnostic) -> str:
    return format_tag(
        "error",
        {
            "line": each.start.line,
            "column": each.start.column,
            "severity": each.severity.value,
            "message": f"{each.message} {each.help}".strip(),
            "source": f"plainlint.{each.rule.replace('/', '.')}",
        },
    )
