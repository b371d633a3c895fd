"""Comparing: what has changed in a document since an earlier run of `plainlint check`."""

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
# Grades are shown with one decimal; what is less is no change.
_GRADE_STEP = 0.1


class Trend(StrEnum):
    """How a document stands to an earlier run."""

    BETTER = "better"
    WORSE = "worse"
    MIXED = "better and worse"
    SAME = "same"
    NEW = "new"


class DocumentDelta(NamedTuple):
    """How a document has changed: findings that are gone, and findings that are new."""

    standing: Trend
    solved: int
    added: int


class PreviousResult(NamedTuple):
    """What an earlier run said of one document: its lowest grade, and its findings counted.

    A finding is known again by its rule, severity and text, wherever it stands.
    """

    grade: float | None
    findings: Mapping[tuple[str, str, str], int]

    def count_findings(self) -> tuple[int, int]:
        """The number of errors, and of all findings."""
        errors = sum(n for (_, how, _), n in self.findings.items() if how == Severity.ERROR)
        return errors, sum(self.findings.values())


def read_previous_results(text: str, name: str) -> dict[str, PreviousResult]:
    """The documents of an earlier run by path; `text` is its JSON, `name` what errors call it.

    Raises:
        PlainlintError: it is not what `plainlint check --output-format json` writes.
    """
    try:
        documents = json.loads(text)["documents"]
        return {
            each["path"]: _make_previous_result(each["scores"], each["diagnostics"])
            for each in documents
        }
    except json.JSONDecodeError as error:
        raise PlainlintError(f"{name}:{error.lineno}: this is not JSON; {_HOW}") from error
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PlainlintError(f"{name}: this is no list of findings; {_HOW}") from error


def compute_delta(earlier: PreviousResult | None, result: Result) -> DocumentDelta:
    """What has changed from an earlier state of a document to its result now.

    Better is a lower grade, fewer errors and fewer findings, or one of these with the others as
    they were.
    """
    found = [
        {"rule": each.rule, "severity": each.severity, "text": each.text}
        for each in result.diagnostics
    ]
    now = _make_previous_result(dict(result.measures.scores), found)
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
