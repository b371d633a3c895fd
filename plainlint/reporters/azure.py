"""azure: logging commands that Azure Pipelines turns into issues of a build."""

from plainlint.core.diagnostics import Diagnostic, Severity
from plainlint.core.files import make_relative
from plainlint.core.text import make_printable
from plainlint.reporters.style import Style
from plainlint.run.report import Report


def azure(report: Report, _style: Style) -> str:
    """One command a finding; there is no level below a warning."""
    return "".join(_format_command(each, report) for each in report.diagnostics)


def _format_command(each: Diagnostic, report: Report) -> str:
    place = {
        "type": "error" if each.severity is Severity.ERROR else "warning",
        "sourcepath": make_relative(each.path, report.root),
        "linenumber": each.start.line,
        "columnnumber": each.start.column,
        "code": each.rule,
    }
    properties = "".join(f"{key}={_escape_property(str(value))};" for key, value in place.items())
    text = _escape_data(f"{each.message} {each.help}".strip())
    return f"##vso[task.logissue {properties}]{text}\n"


def _escape_data(text: str) -> str:
    """Text as the agent unescapes it; a bare % would be read as the start of an escape."""
    text = text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")
    return make_printable(text)


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(";", "%3B").replace("]", "%5D")
