"""gitlab: a Code Quality report, which GitLab shows in merge requests."""

import json

from plainlint.core.diagnostics import Severity
from plainlint.core.files import make_relative
from plainlint.core.text import make_printable
from plainlint.engine.fingerprints import digest, number_fingerprints
from plainlint.reporters.style import Style
from plainlint.run.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(report: Report, _style: Style) -> str:
    """A list of issues; a fingerprint says which of them the target branch has as well."""
    issues = []
    for each, fingerprint in number_fingerprints(report.diagnostics):
        path = make_relative(each.path, report.root)
        issue = {
            "description": make_printable(f"{each.message} {each.help}".strip()),
            "check_name": each.rule,
            "fingerprint": digest(path, fingerprint),
            "severity": _SEVERITIES[each.severity],
            "location": {
                "path": path,
                "lines": {"begin": each.start.line, "end": each.end.line},
            },
        }
        issues.append(json.dumps(issue))
    return "[\n" + ",\n".join(issues) + "\n]\n"
