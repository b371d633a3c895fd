"""rdjson: Reviewdog's diagnostic format; its columns count bytes of UTF-8."""

import json
from typing import Any

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.files import make_relative
from plainlint.core.source import Source, Span
from plainlint.core.text import make_printable
from plainlint.reporters.limits import keep_worst
from plainlint.reporters.positions import locate_in_bytes
from plainlint.reporters.style import Style
from plainlint.run.report import Report


def rdjson(report: Report, _style: Style) -> str:
    """Format one object; a fix with one edit becomes a suggestion a reviewer can accept."""
    rows = [
        (diagnostic, result.document.source)
        for result in report.results
        for diagnostic in result.diagnostics
    ]
    diagnostics = [
        json.dumps(_build_diagnostic(diagnostic, source, report))
        for diagnostic, source in keep_worst(rows, lambda row: row[0])
    ]
    inside = ",\n".join(diagnostics)
    return f'{{"source": {{"name": "plainlint"}}, "diagnostics": [\n{inside}\n]}}\n'


def _build_diagnostic(diagnostic: Diagnostic, source: Source, report: Report) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "message": make_printable(f"{diagnostic.message} {diagnostic.help}".strip()),
        "location": {
            "path": make_relative(diagnostic.path, report.root),
            "range": _build_range(source, diagnostic.span),
        },
        "severity": diagnostic.severity.value.upper(),
        "code": {"value": diagnostic.rule},
    }
    if url := report.make_rule_url(diagnostic.rule):
        entry["code"]["url"] = url
    if diagnostic.fix:
        entry["suggestions"] = [
            {"range": _build_range(source, edit.span), "text": edit.text}
            for edit in diagnostic.fix.edits
        ]
    return entry


def _build_range(source: Source, span: Span) -> dict[str, Any]:
    start, end = locate_in_bytes(source, span.start), locate_in_bytes(source, span.end)
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }
