"""gitlab: a Code Quality report, which GitLab shows in merge requests."""

import json

from plainlint.core.diagnostics import Severity
from plainlint.core.files import make_relative
from plainlint.core.text import make_printable
from plainlint.engine.fingerprints import digest, number_fingerprints
from plainlint.reporters.limits import keep_worst
from plainlint.reporters.style import Style
from plainlint.run.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(report: Report, _style: Style) -> str:
    """Format a list of issues; GitLab matches them to the target branch by fingerprint."""
    issues = []
    rows = list(number_fingerprints(report.diagnostics))
    for diagnostic, fingerprint in keep_worst(rows, lambda row: row[0]):
        path = make_relative(diagnostic.path, report.root)
        issue = {
            "description": make_printable(f"{diagnostic.message} {diagnostic.help}".strip()),
            "check_name": diagnostic.rule,
            "fingerprint": digest(path, fingerprint),
            "severity": _SEVERITIES[diagnostic.severity],
            "location": {
                "path": path,
                "lines": {"begin": diagnostic.start.line, "end": diagnostic.end.line},
            },
        }
        issues.append(json.dumps(issue))
    return "[\n" + ",\n".join(issues) + "\n]\n"
