"""junit: XML test results, a suite per document and a failed case per finding."""

from collections.abc import Iterator

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.files import make_relative
from plainlint.core.text import XML_HEAD, escape_xml, format_xml_tag
from plainlint.engine.result import Result
from plainlint.reporters.style import Style
from plainlint.run.report import Report


def junit(report: Report, _style: Style) -> str:
    """Format the suites; a document without findings has one case that passed."""
    failures = sum(len(result.diagnostics) for result in report.results)
    tests = sum(max(len(result.diagnostics), 1) for result in report.results)
    totals = {"name": "plainlint", "tests": tests, "failures": failures, "errors": 0}
    suites = (line for result in report.results for line in _format_suite(result, report))
    return "\n".join(
        [XML_HEAD, f"<{format_xml_tag('testsuites', totals)}>", *suites, "</testsuites>", ""]
    )


def _format_suite(result: Result, report: Report) -> Iterator[str]:
    path, findings = make_relative(result.path, report.root), result.diagnostics
    counts = {"tests": max(len(findings), 1), "failures": len(findings), "errors": 0, "skipped": 0}
    yield f"  <{format_xml_tag('testsuite', {'name': path, **counts, 'time': 0})}>"
    if not findings:
        case = {"name": "plainlint", "classname": path, "time": 0}
        yield f"    <{format_xml_tag('testcase', case)}/>"
    for diagnostic in findings:
        yield from _format_case(diagnostic, path)
    yield "  </testsuite>"


def _format_case(diagnostic: Diagnostic, path: str) -> Iterator[str]:
    line, column = diagnostic.start
    name = f"{diagnostic.rule} ({line}:{column})"
    case = {"name": name, "classname": path, "file": path, "line": line, "time": 0}
    yield f"    <{format_xml_tag('testcase', case)}>"
    failure = {"message": diagnostic.message, "type": diagnostic.severity.value}
    details = f"{path}:{line}:{column}: {diagnostic.message} {diagnostic.help}"
    yield f"      <{format_xml_tag('failure', failure)}>{escape_xml(details)}</failure>"
    yield "    </testcase>"
