"""rdjson: Reviewdog's diagnostic format; its columns count bytes of UTF-8."""

import json
from typing import Any

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.files import make_relative
from plainlint.core.source import Source, Span
from plainlint.core.text import make_printable
from plainlint.reporters.positions import locate_in_bytes
from plainlint.reporters.style import Style
from plainlint.run.report import Report


def rdjson(report: Report, _style: Style) -> str:
    """One object; a fix that is one edit is a suggestion that a reviewer can accept."""
    diagnostics = [
        json.dumps(_build_diagnostic(each, result.document.source, report))
        for result in report.results
        for each in result.diagnostics
    ]
    inside = ",\n".join(diagnostics)
    return f'{{"source": {{"name": "plainlint"}}, "diagnostics": [\n{inside}\n]}}\n'


def _build_diagnostic(each: Diagnostic, source: Source, report: Report) -> dict[str, Any]:
    found: dict[str, Any] = {
        "message": make_printable(f"{each.message} {each.help}".strip()),
        "location": {
            "path": make_relative(each.path, report.root),
            "range": _build_range(source, each.span),
        },
        "severity": each.severity.value.upper(),
        "code": {"value": each.rule},
    }
    if url := report.make_rule_url(each.rule):
        found["code"]["url"] = url
    if each.fix:
        edits = [{"range": _build_range(source, e.span), "text": e.text} for e in each.fix.edits]
        found["suggestions"] = edits
    return found


def _build_range(source: Source, span: Span) -> dict[str, Any]:
    start, end = locate_in_bytes(source, span.start), locate_in_bytes(source, span.end)
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }
