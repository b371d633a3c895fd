"""sarif: the Static Analysis Results Interchange Format, version 2.1.0 (OASIS)."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from plainlint.core import __version__
from plainlint.core.diagnostics import Diagnostic, Fix, Severity
from plainlint.core.source import Source, Span
from plainlint.core.text import make_printable
from plainlint.engine.fingerprints import number_fingerprints
from plainlint.engine.result import Result
from plainlint.reporters.positions import locate_without_bom, make_uri, slice_safely
from plainlint.reporters.style import Style
from plainlint.rulebook.page import Page
from plainlint.run.report import Report

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# Changes with the way in which fingerprints are made, so that old ones are never compared.
_FINGERPRINT = "plainlint/v1"

_Json = dict[str, Any]


def sarif(report: Report, _style: Style) -> str:
    """One run: the rules with their pages, and all findings, those that are not told too."""
    rules = sorted({each.rule for each in _iter_diagnostics(report)} & report.pages.keys())
    indexes = {rule: index for index, rule in enumerate(rules)}
    driver = {
        "name": "plainlint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_build_rule(report.pages[rule], report) for rule in rules],
    }
    found = chain.from_iterable(_iter_results(result, report, indexes) for result in report.results)
    lines = ",\n".join(map(json.dumps, chain(found, _iter_stale_entries(report))))
    head = json.dumps({"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"})[:-1]
    return (
        f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [\n'
        f'{head},\n"results": [\n{lines}\n]}}]}}\n'
    )


def _iter_diagnostics(report: Report) -> Iterator[Diagnostic]:
    for result in report.results:
        yield from result.diagnostics
        yield from result.baselined
        yield from (each.diagnostic for each in result.suppressed)


def _build_rule(page: Page, report: Report) -> _Json:
    level = _LEVELS[Severity(page.policy.get("severity", Severity.WARNING))]
    rule = {
        "id": page.id,
        "name": page.id.replace("/", "-").title().replace("-", ""),
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.title},
        "help": {"text": page.body.strip(), "markdown": page.body.strip()},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": [page.id.partition("/")[0]]},
    }
    return rule | {"helpUri": report.make_rule_url(page.id)}


def _iter_results(result: Result, report: Report, indexes: dict[str, int]) -> Iterator[_Json]:
    """A document's findings: new ones, those of the baseline, and suppressed ones."""
    state = {} if report.stale is None else {"baselineState": "new"}
    rows: list[tuple[Diagnostic, _Json]] = [
        *((each, state) for each in result.diagnostics),
        *((each, {"baselineState": "unchanged"}) for each in result.baselined),
        *((each.diagnostic, _build_suppression(each.reason)) for each in result.suppressed),
    ]
    fingerprints = number_fingerprints(each for each, _ in rows)
    for (each, extra), (_, fingerprint) in zip(rows, fingerprints, strict=True):
        found = _build_result(each, result.document.source, report, fingerprint) | extra
        if each.rule in indexes:
            found["ruleIndex"] = indexes[each.rule]
        yield found


def _build_result(each: Diagnostic, source: Source, report: Report, fingerprint: str) -> _Json:
    found: _Json = {
        "ruleId": each.rule,
        "level": _LEVELS[each.severity],
        "message": {"text": make_printable(f"{each.message} {each.help}".strip())},
        "locations": [_build_location(source, each.span, report)],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if each.related:
        found["relatedLocations"] = [
            {"id": number, **_build_location(source, related.span, report)}
            for number, related in enumerate(each.related, 1)
        ]
    if each.fix:
        found["fixes"] = [_build_fix(each.fix, source, report)]
    return found


def _build_suppression(reason: str) -> _Json:
    why = {"justification": reason} if reason else {}
    return {"suppressions": [{"kind": "inSource", **why}]}


def _build_location(source: Source, span: Span, report: Report) -> _Json:
    region = _build_region(source, span) | {"snippet": {"text": slice_safely(source, span)}}
    return {
        "physicalLocation": {
            "artifactLocation": _build_artifact(source.path, report),
            "region": region,
        }
    }


def _build_artifact(path: str, report: Report) -> _Json:
    return {"uri": make_uri(path, report.root)}


def _build_region(source: Source, span: Span) -> _Json:
    offset, start = locate_without_bom(source, span.start)
    _, end = locate_without_bom(source, span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": offset,
        "charLength": span.end - span.start,
    }


def _build_fix(fix: Fix, source: Source, report: Report) -> _Json:
    replacements = [
        {"deletedRegion": _build_region(source, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    change = {
        "artifactLocation": _build_artifact(source.path, report),
        "replacements": replacements,
    }
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _iter_stale_entries(report: Report) -> Iterator[_Json]:
    """What the baseline has and the documents no longer have."""
    for entry in report.stale or ():
        place = {"artifactLocation": _build_artifact(entry.path, report)}
        yield {
            "ruleId": entry.rule,
            "level": "none",
            "kind": "pass",
            "message": {"text": f"No longer found: {entry.text}"},
            "locations": [{"physicalLocation": place}],
            "partialFingerprints": {_FINGERPRINT: entry.fingerprint},
            "baselineState": "absent",
        }
