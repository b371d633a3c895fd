"""sarif: the Static Analysis Results Interchange Format, version 2.1.0 (OASIS)."""

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from plainlint.core import __version__
from plainlint.core.diagnostics import Diagnostic, Fix, Severity
from plainlint.core.source import Source, Span
from plainlint.core.text import make_printable
from plainlint.engine.fingerprints import number_fingerprints
from plainlint.reporters.limits import describe_excess, keep_worst
from plainlint.reporters.positions import locate_without_bom, make_uri, slice_safely
from plainlint.reporters.style import Style
from plainlint.rulebook import wcag
from plainlint.rulebook.page import Page
from plainlint.rulebook.wcag import Criterion, list_criteria, sort_criteria
from plainlint.run.report import Report

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# Must change when fingerprints are computed differently, so that old ones never match.
_FINGERPRINT = "plainlint/v1"

# The only taxonomy of a run, as other parts refer to it.
_TAXONOMY = {"name": wcag.NAME, "index": 0}

_Json = dict[str, Any]


def sarif(report: Report, _style: Style) -> str:
    """Format one run: its findings and their rules.

    What a comment suppresses, and what a baseline holds, is no result: some services open an alert
    for it. It is listed only if the report says so.
    """
    rows = keep_worst(list(_iter_rows(report)), lambda row: row.diagnostic)
    rule_ids = {row.diagnostic.rule for row in rows}
    rules = sorted(rule_ids & report.pages.keys())
    indexes = {rule: index for index, rule in enumerate(rules)}
    criteria = sort_criteria(
        criterion.number for rule in rules for criterion in list_criteria(report.pages[rule].policy)
    )
    driver = {
        "name": "plainlint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_build_rule(report.pages[rule], criteria, report) for rule in rules],
        **({"supportedTaxonomies": [_TAXONOMY]} if criteria else {}),
    }
    findings = (_build_result(row, report, indexes) for row in rows)
    stale = _iter_stale_entries(report) if report.lists_hidden else ()
    lines = ",\n".join(map(json.dumps, chain(findings, stale)))
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        **({"taxonomies": [_build_taxonomy(criteria)]} if criteria else {}),
        **_build_invocations(describe_excess(report)),
    }
    head = json.dumps(run)[:-1]
    return (
        f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [\n'
        f'{head},\n"results": [\n{lines}\n]}}]}}\n'
    )


class _Row(NamedTuple):
    """A finding with its document, its fingerprint, and what SARIF says of its state."""

    diagnostic: Diagnostic
    source: Source
    fingerprint: str
    state: _Json


def _iter_rows(report: Report) -> Iterator[_Row]:
    """Yield the findings of each document: new, then baselined, then suppressed ones."""
    is_new = {} if report.stale is None else {"baselineState": "new"}
    for result in report.results:
        states: list[tuple[Diagnostic, _Json]] = [
            *((diagnostic, is_new) for diagnostic in result.diagnostics),
            *((diagnostic, {"baselineState": "unchanged"}) for diagnostic in result.baselined),
            *((diagnostic, _build_suppression(reason)) for diagnostic, reason in result.suppressed),
        ]
        # Numbered together, so that a finding keeps its number when another one is hidden.
        fingerprints = number_fingerprints(diagnostic for diagnostic, _ in states)
        count = len(states) if report.lists_hidden else len(result.diagnostics)
        for (diagnostic, state), (_, fingerprint) in list(zip(states, fingerprints, strict=True))[
            :count
        ]:
            yield _Row(diagnostic, result.document.source, fingerprint, state)


def _build_invocations(note: str) -> _Json:
    if not note:
        return {}
    notification = {"level": "warning", "message": {"text": note}}
    invocation = {"executionSuccessful": True, "toolExecutionNotifications": [notification]}
    return {"invocations": [invocation]}


def _build_taxonomy(criteria: Sequence[Criterion]) -> _Json:
    """Return the success criteria that the rules of a run name."""
    return {
        "name": wcag.NAME,
        "version": wcag.VERSION,
        "organization": wcag.PUBLISHER,
        "informationUri": wcag.ADDRESS,
        "shortDescription": {"text": "Web Content Accessibility Guidelines"},
        "taxa": [
            {
                "id": criterion.number,
                "name": criterion.name,
                "shortDescription": {"text": criterion.title},
                "helpUri": criterion.url,
            }
            for criterion in criteria
        ],
    }


def _build_rule(page: Page, criteria: Sequence[Criterion], report: Report) -> _Json:
    own = list_criteria(page.policy)
    level = _LEVELS[Severity(page.policy.get("severity", Severity.WARNING))]
    rule: _Json = {
        "id": page.id,
        "name": page.id.replace("/", "-").title().replace("-", ""),
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.title},
        "help": {"text": page.body.strip(), "markdown": page.body.strip()},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": [page.id.partition("/")[0], *(criterion.tag for criterion in own)]},
    }
    if own:
        rule["relationships"] = [
            {
                "target": {
                    "id": criterion.number,
                    "index": criteria.index(criterion),
                    "toolComponent": _TAXONOMY,
                },
                "kinds": ["relevant"],
            }
            for criterion in own
        ]
    url = report.make_rule_url(page.id)
    return rule | ({"helpUri": url} if url else {})


def _build_result(row: _Row, report: Report, indexes: dict[str, int]) -> _Json:
    diagnostic, source = row.diagnostic, row.source
    entry: _Json = {
        "ruleId": diagnostic.rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": make_printable(f"{diagnostic.message} {diagnostic.help}".strip())},
        "locations": [_build_location(source, diagnostic.span, report)],
        "partialFingerprints": {_FINGERPRINT: row.fingerprint},
        **row.state,
    }
    if diagnostic.rule in indexes:
        entry["ruleIndex"] = indexes[diagnostic.rule]
    if diagnostic.related:
        entry["relatedLocations"] = [
            {"id": number, **_build_location(source, related.span, report)}
            for number, related in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.fix:
        entry["fixes"] = [_build_fix(diagnostic.fix, source, report)]
    return entry


def _build_suppression(reason: str) -> _Json:
    justification = {"justification": reason} if reason else {}
    return {"suppressions": [{"kind": "inSource", **justification}]}


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
    """Yield the baseline entries that no longer match a finding."""
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
