"""Comparison: how a document has changed since an earlier run of `plainlint check`."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from plainlint.core.diagnostics import Diagnostic, Scope, Severity
from plainlint.core.errors import PlainlintError
from plainlint.core.levels import Level

_HOW = "write it with: plainlint check --output-format json"
# Grades are shown with one decimal; a smaller difference is not a change.
_GRADE_STEP = 0.1
# In code points: a finding on a paragraph is about all of its text.
_LONGEST_TEXT = 300


class Trend(StrEnum):
    """How a document compares with an earlier run."""

    BETTER = "better"
    WORSE = "worse"
    MIXED = "better and worse"
    SAME = "same"
    NEW = "new"


class DocumentDelta(NamedTuple):
    """How a document has changed: its trend, and how many findings were solved and added."""

    standing: Trend
    solved: int
    added: int


class FindingNote(NamedTuple):
    """A finding as a run remembers it.

    Attributes:
        fingerprint: equal findings in equal sentences share it.
        rule: the id of its rule.
        severity: how severe it was.
        line: its line in the document, from 1.
        message: what was wrong; empty if the run kept no texts.
        column: its column in the line, from 1.
        text: the words that it is about, perhaps shortened.
        help: what to do.
    """

    fingerprint: str
    rule: str
    severity: Severity
    line: int
    message: str = ""
    column: int = 1
    text: str = ""
    help: str = ""


class FindingChanges(NamedTuple):
    """The findings that only the earlier run has, those that only the later one has, and the rest.

    Attributes:
        gone: as the earlier run remembers them.
        new: as the later run remembers them.
        kept: how many both runs have.
    """

    gone: tuple[FindingNote, ...]
    new: tuple[FindingNote, ...]
    kept: int


class PreviousResult(NamedTuple):
    """The result of one document in a run: how hard it was, and its findings."""

    level: Level | None
    findings: tuple[FindingNote, ...]

    def count_findings(self) -> tuple[int, int]:
        """Return the number of errors, and of all findings."""
        errors = sum(finding.severity is Severity.ERROR for finding in self.findings)
        return errors, len(self.findings)


def read_previous_results(text: str, name: str) -> dict[str, PreviousResult]:
    """Read the documents of an earlier run, by path.

    Args:
        text: the JSON of the run.
        name: the name of the file, for errors.

    Raises:
        PlainlintError: the text is not what `plainlint check --output-format json` writes.
    """
    try:
        documents = json.loads(text)["documents"]
        return {str(document["path"]): _read_document(document) for document in documents}
    except json.JSONDecodeError as error:
        raise PlainlintError(f"{name}:{error.lineno}: it is not JSON; {_HOW}") from error
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise PlainlintError(f"{name}: it is not a list of findings; {_HOW}") from error


def note_findings(diagnostics: Iterable[Diagnostic]) -> tuple[FindingNote, ...]:
    """Return what a run remembers of findings, in their order."""
    return tuple(
        FindingNote(
            fingerprint=diagnostic.fingerprint,
            rule=diagnostic.rule,
            severity=diagnostic.severity,
            line=diagnostic.start.line,
            message=diagnostic.message,
            column=diagnostic.start.column,
            # A score has no text of its own: it is only shown at a key of the front matter.
            text="" if diagnostic.scope is Scope.SCORE else shorten_text(diagnostic.text),
            help=diagnostic.help,
        )
        for diagnostic in diagnostics
    )


def shorten_text(text: str, longest: int = _LONGEST_TEXT) -> str:
    """Return a text on one line, cut if it has more code points than `longest`."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def compare_findings(
    earlier: Sequence[FindingNote], later: Sequence[FindingNote]
) -> FindingChanges:
    """Return which findings of a document are gone and which are new, by their fingerprints.

    Of several findings with one fingerprint, the last ones are gone or new.
    """
    before, after = (
        Counter(finding.fingerprint for finding in findings) for findings in (earlier, later)
    )
    kept = (before & after).total()
    return FindingChanges(_skip_known(earlier, after), _skip_known(later, before), kept)


def _skip_known(findings: Sequence[FindingNote], known: Counter[str]) -> tuple[FindingNote, ...]:
    left = known.copy()
    rest = []
    for finding in findings:
        left[finding.fingerprint] -= 1
        if left[finding.fingerprint] < 0:
            rest.append(finding)
    return tuple(rest)


def compute_delta(earlier: PreviousResult | None, now: PreviousResult) -> DocumentDelta:
    """Return how a document has changed since an earlier run.

    Better means an easier text, fewer errors or fewer findings, while none of these got worse.
    """
    if earlier is None:
        return DocumentDelta(Trend.NEW, 0, len(now.findings))
    changes = compare_findings(earlier.findings, now.findings)
    return DocumentDelta(_judge_trend(earlier, now), len(changes.gone), len(changes.new))


def compare_levels(earlier: Level | None, now: Level | None) -> int:
    """Return 1 if a document is harder than before, -1 if easier, 0 if neither or not known."""
    step = now.measure_rise(earlier) if now and earlier else None
    if step is None or abs(step) < _GRADE_STEP:
        return 0
    return 1 if step > 0 else -1


def _read_document(document: dict[str, Any]) -> PreviousResult:
    from plainlint.languages.base import get_language

    scores, scale = document["scores"], get_language(str(document.get("language", "en"))).grade
    values = [float(scores[name]) for name in (scale.formulas if scale else ()) if name in scores]
    formula = scale.formulas[0] if scale and scale.is_ease else ""
    findings = (
        FindingNote(
            fingerprint=str(finding["fingerprint"]),
            rule=str(finding["rule"]),
            severity=Severity(finding["severity"]),
            line=int(finding["line"]),
            message=str(finding["message"]),
        )
        for finding in document["diagnostics"]
    )
    return PreviousResult(Level(min(values), formula) if values else None, tuple(findings))


def _judge_trend(earlier: PreviousResult, now: PreviousResult) -> Trend:
    steps = [b - a for a, b in zip(earlier.count_findings(), now.count_findings(), strict=True)]
    steps.append(compare_levels(earlier.level, now.level))
    up, down = any(step > 0 for step in steps), any(step < 0 for step in steps)
    if up and down:
        return Trend.MIXED
    return Trend.WORSE if up else Trend.BETTER if down else Trend.SAME
