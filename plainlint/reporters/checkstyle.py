"""checkstyle: XML in the format of the Java tool, which many CI systems read."""

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.files import make_relative
from plainlint.core.text import XML_HEAD, format_xml_tag
from plainlint.reporters.style import Style
from plainlint.run.report import Report

# The version of the format, not of plainlint.
_VERSION = "4.3"


def checkstyle(report: Report, _style: Style) -> str:
    """Format a file element per document and an error element per finding."""
    lines = [XML_HEAD, f"<{format_xml_tag('checkstyle', {'version': _VERSION})}>"]
    for result in report.results:
        lines.append(
            f"  <{format_xml_tag('file', {'name': make_relative(result.path, report.root)})}>"
        )
        lines += [f"    <{_format_error(diagnostic)}/>" for diagnostic in result.diagnostics]
        lines.append("  </file>")
    return "\n".join([*lines, "</checkstyle>", ""])


def _format_error(diagnostic: Diagnostic) -> str:
    return format_xml_tag(
        "error",
        {
            "line": diagnostic.start.line,
            "column": diagnostic.start.column,
            "severity": diagnostic.severity.value,
            "message": f"{diagnostic.message} {diagnostic.help}".strip(),
            "source": f"plainlint.{diagnostic.rule.replace('/', '.')}",
        },
    )
