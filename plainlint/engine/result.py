"""The result of one document: its findings, and its grades against the audience's target."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import Diagnostic, SuppressedDiagnostic
from plainlint.document.language_tags import UNDETERMINED
from plainlint.document.model import Document

if TYPE_CHECKING:
    from plainlint.analysis.metrics.measures import Measures
    from plainlint.rulebook.rule import Rule


class Result(NamedTuple):
    """The result of checking one document.

    Attributes:
        document: its text and blocks.
        audience: the audience whose limits apply to it.
        language: its declared language, else the one that was recognised, else `en`.
        measures: its counts and scores.
        diagnostics: the findings to report, in text order.
        suppressed: findings that comments in the document suppress.
        baselined: findings that are in the baseline.
        earlier_grade: its lower grade before the change under review; None if unknown.
    """

    document: Document
    audience: str
    language: str
    measures: "Measures"
    diagnostics: Sequence[Diagnostic]
    suppressed: tuple[SuppressedDiagnostic, ...] = ()
    baselined: Sequence[Diagnostic] = ()
    earlier_grade: float | None = None

    @property
    def path(self) -> str:
        """The document's path as it was given."""
        return self.document.source.path

    def summarise(self) -> "Result":
        """Return the result without blocks and sentences, for reports over many documents."""
        whole = self.document
        document = Document(whole.source, whole.front_matter, (), language=whole.language)
        return self._replace(document=document, measures=self.measures.summarise())


class Verdict(StrEnum):
    """How a document's grade compares with the target of its audience."""

    ON_TARGET = "on target"
    ABOVE_TARGET = "above target"
    TOO_HARD = "too hard"
    NO_LIMIT = "no limit"
    TOO_SHORT = "too short to say"
    NOT_SCORED = "not scored"
    UNREADABLE = "can't be read"


def format_verdict(verdict: Verdict, language: str) -> str:
    """Return the verdict on a document in a language, such as `too hard` or `no grade for fr`.

    `not scored: zh` is a language whose words and sentences are not measured either.
    """
    if verdict is not Verdict.NOT_SCORED:
        return verdict.value
    if language == UNDETERMINED:
        return f"{verdict.value}: not English"
    from plainlint.languages.base import get_language
    from plainlint.languages.frequencies import has_list

    known = get_language(language)
    is_measured = known.has_spaces and has_list(known.code)
    return f"no grade for {language}" if is_measured else f"{verdict.value}: {language}"


class Grading(NamedTuple):
    """A document's lowest and highest grade, the limits for its audience, and the verdict.

    In a language that is rated by reading ease, the limits are for `ease`, and there are no grades:
    the two must not be compared or averaged.
    """

    grades: tuple[float, float] | None
    limits: Limits
    verdict: Verdict
    ease: tuple[float, float] | None = None

    @property
    def grade_text(self) -> str:
        """The grades or the ease as a range, such as `14.9 to 15.7`."""
        shown = self.grades or self.ease
        if shown is None:
            return "-"
        low, high = shown
        return f"{low:.1f}" if self.ease and low == high else f"{low:.1f} to {high:.1f}"

    @property
    def target_text(self) -> str:
        """The limits, such as `6 (at most 8)`."""
        target, most, least, _ = self.limits
        if least is not None:
            return f"at least {least:g}" if target is None else f"{target:g} (at least {least:g})"
        if target is None:
            return "-" if most is None else f"at most {most:g}"
        return f"{target:g}" if most is None else f"{target:g} (at most {most:g})"


class GradedResult(NamedTuple):
    """A result and its grading."""

    result: Result
    grading: Grading


def grade(result: Result, rule: "Rule | None") -> Grading:
    """Grade a result by the limits of the grading rule; without one there are no limits.

    There are none for a language that has no grades.
    """
    limits = rule.limits[result.audience] if rule and rule.is_for(result.language) else Limits()
    fewest = int(rule.settings.get("fewest_words", 0)) if rule else 0
    grades, ease = result.measures.grades, result.measures.ease
    # As the check of scores does, documents are judged by the kindest number.
    kindest = ease[1] if ease else grades[0] if grades else None
    return Grading(grades, limits, _decide_verdict(result, kindest, limits, fewest), ease)


def _decide_verdict(result: Result, kindest: float | None, limits: Limits, fewest: int) -> Verdict:
    from plainlint.languages.base import get_language

    if result.document.source.problem:
        return Verdict.UNREADABLE
    if get_language(result.language).grade is None:
        return Verdict.NOT_SCORED
    if kindest is None or result.measures.counts.words < fewest:
        return Verdict.TOO_SHORT
    if limits == Limits():
        return Verdict.NO_LIMIT
    # As the check of scores does: what is shown is what is compared.
    exceeded = limits.find_exceeded_limit(round(kindest, 1))
    if exceeded is None:
        return Verdict.ON_TARGET
    return Verdict.ABOVE_TARGET if exceeded.limit == limits.target else Verdict.TOO_HARD
