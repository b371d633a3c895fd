"""Comparison: how a document has changed since an earlier run of `plainlint check`."""

import json
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from plainlint.analysis.metrics.measures import GRADE_METRICS
from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError
from plainlint.engine.result import Result

_HOW = "write it with: plainlint check --output-format json"
# Grades are shown with one decimal; a smaller difference is not a change.
_GRADE_STEP = 0.1


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


class PreviousResult(NamedTuple):
    """The result of one document in an earlier run: its lowest grade, and its findings counted.

    A finding is recognised by its rule, severity and text, wherever it is.
    """

    grade: float | None
    findings: Mapping[tuple[str, str, str], int]

    def count_findings(self) -> tuple[int, int]:
        """Return the number of errors, and of all findings."""
        errors = sum(
            count for (_, severity, _), count in self.findings.items() if severity == Severity.ERROR
        )
        return errors, sum(self.findings.values())


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
        return {
            document["path"]: _make_previous_result(document["scores"], document["diagnostics"])
            for document in documents
        }
    except json.JSONDecodeError as error:
        raise PlainlintError(f"{name}:{error.lineno}: it is not JSON; {_HOW}") from error
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PlainlintError(f"{name}: it is not a list of findings; {_HOW}") from error


def compute_delta(earlier: PreviousResult | None, result: Result) -> DocumentDelta:
    """Return how a document has changed since an earlier run.

    Better means a lower grade, fewer errors or fewer findings, while none of these got worse.
    """
    findings = [
        {"rule": diagnostic.rule, "severity": diagnostic.severity, "text": diagnostic.text}
        for diagnostic in result.diagnostics
    ]
    now = _make_previous_result(dict(result.measures.scores), findings)
    if earlier is None:
        return DocumentDelta(Trend.NEW, 0, sum(now.findings.values()))
    before, after = Counter(earlier.findings), Counter(now.findings)
    solved, added = (before - after).total(), (after - before).total()
    return DocumentDelta(_judge_trend(earlier, now), solved, added)


def _make_previous_result(
    scores: dict[str, float], diagnostics: list[dict[str, str]]
) -> PreviousResult:
    grades = [float(scores[name]) for name in GRADE_METRICS if name in scores]
    counted = Counter((str(d["rule"]), str(d["severity"]), str(d["text"])) for d in diagnostics)
    return PreviousResult(min(grades, default=None), counted)


def _judge_trend(earlier: PreviousResult, now: PreviousResult) -> Trend:
    steps = [b - a for a, b in zip(earlier.count_findings(), now.count_findings(), strict=True)]
    if earlier.grade is not None and now.grade is not None:
        step = now.grade - earlier.grade
        steps.append(0 if abs(step) < _GRADE_STEP else 1 if step > 0 else -1)
    up, down = any(step > 0 for step in steps), any(step < 0 for step in steps)
    if up and down:
        return Trend.MIXED
    return Trend.WORSE if up else Trend.BETTER if down else Trend.SAME
