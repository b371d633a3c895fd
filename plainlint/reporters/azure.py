"""azure: logging commands that Azure Pipelines shows as build issues."""

from plainlint.core.diagnostics import Diagnostic, Severity
from plainlint.core.files import make_relative
from plainlint.core.inert import make_line
from plainlint.reporters.style import Style
from plainlint.run.report import Report


def azure(report: Report, _style: Style) -> str:
    """Format one command per finding; Azure has no level below a warning."""
    return "".join(_format_command(diagnostic, report) for diagnostic in report.diagnostics)


def _format_command(diagnostic: Diagnostic, report: Report) -> str:
    values = {
        "type": "error" if diagnostic.severity is Severity.ERROR else "warning",
        "sourcepath": make_relative(diagnostic.path, report.root),
        "linenumber": diagnostic.start.line,
        "columnnumber": diagnostic.start.column,
        "code": diagnostic.rule,
    }
    properties = "".join(f"{key}={_escape_property(str(value))};" for key, value in values.items())
    text = _escape_data(f"{diagnostic.message} {diagnostic.help}".strip())
    return f"##vso[task.logissue {properties}]{text}\n"


def _escape_data(text: str) -> str:
    """Escape text for the agent, which reads a bare % as the start of an escape."""
    text = text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")
    return make_line(text)


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(";", "%3B").replace("]", "%5D")
