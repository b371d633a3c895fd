"""azure: logging commands that Azure Pipelines turns into issues of a build."""

from plainlint.core.diagnostics import Diagnostic, Severity
from plainlint.core.files import relative
from plainlint.core.text import printable
from plainlint.reporters.style import Style
from plainlint.run.report import Report


def azure(report: Report, _style: Style) -> str:
    """One command a finding; there is no level below a warning."""
    return "".join(_command(each, report) for each in report.diagnostics)


def _command(each: Diagnostic, report: Report) -> str:
    place = {
        "type": "error" if each.severity is Severity.ERROR else "warning",
        "sourcepath": relative(each.path, report.root),
        "linenumber": each.start.line,
        "columnnumber": each.start.column,
        "code": each.rule,
    }
    properties = "".join(f"{key}={_property(str(value))};" for key, value in place.items())
    text = _data(f"{each.message} {each.help}".strip())
    return f"##vso[task.logissue {properties}]{text}\n"


def _data(text: str) -> str:
    """Text as the agent unescapes it; a bare % would be read as the start of an escape."""
    text = text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(text)


def _property(text: str) -> str:
    return _data(text).replace(";", "%3B").replace("]", "%5D")
