"""junit: XML test results, a suite for each document and a failed case for each finding."""

from collections.abc import Iterator

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.files import make_relative
from plainlint.engine.result import Result
from plainlint.reporters.style import Style
from plainlint.reporters.xml import HEAD, escape_text, format_tag
from plainlint.run.report import Report


def junit(report: Report, _style: Style) -> str:
    """A document without findings is a suite with one case that passed."""
    failures = sum(len(result.diagnostics) for result in report.results)
    tests = sum(max(len(result.diagnostics), 1) for result in report.results)
    whole = {"name": "plainlint", "tests": tests, "failures": failures, "errors": 0}
    suites = (line for result in report.results for line in _format_suite(result, report))
    return "\n".join([HEAD, f"<{format_tag('testsuites', whole)}>", *suites, "</testsuites>", ""])


def _format_suite(result: Result, report: Report) -> Iterator[str]:
    path, found = make_relative(result.path, report.root), result.diagnostics
    numbers = {"tests": max(len(found), 1), "failures": len(found), "errors": 0, "skipped": 0}
    yield f"  <{format_tag('testsuite', {'name': path, **numbers, 'time': 0})}>"
    if not found:
        yield f"    <{format_tag('testcase', {'name': 'plainlint', 'classname': path, 'time': 0})}/>"
    for each in found:
        yield from _format_case(each, path)
    yield "  </testsuite>"


def _format_case(each: Diagnostic, path: str) -> Iterator[str]:
    line, column = each.start
    name = f"{each.rule} ({line}:{column})"
    case = {"name": name, "classname": path, "file": path, "line": line, "time": 0}
    yield f"    <{format_tag('testcase', case)}>"
    failure = {"message": each.message, "type": each.severity.value}
    told = f"{path}:{line}:{column}: {each.message} {each.help}"
    yield f"      <{format_tag('failure', failure)}>{escape_text(told)}</failure>"
    yield "    </testcase>"
