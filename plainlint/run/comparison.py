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


class Standing(StrEnum):
    """How a document stands to an earlier run."""

    BETTER = "better"
    WORSE = "worse"
    MIXED = "better and worse"
    SAME = "same"
    NEW = "new"


class Change(NamedTuple):
    """How a document has changed: findings that are gone, and findings that are new."""

    standing: Standing
    solved: int
    added: int


class Earlier(NamedTuple):
    """What an earlier run said of one document: its lowest grade, and its findings counted.

    A finding is known again by its rule, severity and text, wherever it stands.
    """

    grade: float | None
    findings: Mapping[tuple[str, str, str], int]

    def counts(self) -> tuple[int, int]:
        """The number of errors, and of all findings."""
        errors = sum(n for (_, how, _), n in self.findings.items() if how == Severity.ERROR)
        return errors, sum(self.findings.values())


def read_earlier(text: str, name: str) -> dict[str, Earlier]:
    """The documents of an earlier run by path; `text` is its JSON, `name` what errors call it.

    Raises:
        PlainlintError: it is not what `plainlint check --output-format json` writes.
    """
    try:
        documents = json.loads(text)["documents"]
        return {each["path"]: _earlier(each["scores"], each["diagnostics"]) for each in documents}
    except json.JSONDecodeError as error:
        raise PlainlintError(f"{name}:{error.lineno}: this is not JSON; {_HOW}") from error
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PlainlintError(f"{name}: this is no list of findings; {_HOW}") from error


def change(earlier: Earlier | None, result: Result) -> Change:
    """What has changed from an earlier state of a document to its result now.

    Better is a lower grade, fewer errors and fewer findings, or one of these with the others as
    they were.
    """
    found = [
        {"rule": each.rule, "severity": each.severity, "text": each.text}
        for each in result.diagnostics
    ]
    now = _earlier(dict(result.measures.scores), found)
    if earlier is None:
        return Change(Standing.NEW, 0, sum(now.findings.values()))
    before, after = Counter(earlier.findings), Counter(now.findings)
    solved, added = (before - after).total(), (after - before).total()
    return Change(_standing(earlier, now), solved, added)


def _earlier(scores: dict[str, float], diagnostics: list[dict[str, str]]) -> Earlier:
    grades = [float(scores[name]) for name in GRADE_METRICS if name in scores]
    counted = Counter((str(d["rule"]), str(d["severity"]), str(d["text"])) for d in diagnostics)
    return Earlier(min(grades, default=None), counted)


def _standing(earlier: Earlier, now: Earlier) -> Standing:
    steps = [b - a for a, b in zip(earlier.counts(), now.counts(), strict=True)]
    if earlier.grade is not None and now.grade is not None:
        step = now.grade - earlier.grade
        steps.append(0 if abs(step) < _GRADE_STEP else 1 if step > 0 else -1)
    up, down = any(step > 0 for step in steps), any(step < 0 for step in steps)
    if up and down:
        return Standing.MIXED
    return Standing.WORSE if up else Standing.BETTER if down else Standing.SAME
