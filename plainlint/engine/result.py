"""The result of one document: its findings, and its grades against the audience's target."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import Diagnostic, SuppressedDiagnostic
from plainlint.core.levels import Level, measure_hardness
from plainlint.document.language_tags import UNDETERMINED, is_english
from plainlint.document.model import Document

if TYPE_CHECKING:
    from plainlint.analysis.metrics.measures import Measures
    from plainlint.languages.base import GradeScale
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
        earlier_level: how hard it was before the change under review; None if unknown.
    """

    document: Document
    audience: str
    language: str
    measures: "Measures"
    diagnostics: Sequence[Diagnostic]
    suppressed: tuple[SuppressedDiagnostic, ...] = ()
    baselined: Sequence[Diagnostic] = ()
    earlier_level: Level | None = None

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
    if verdict is Verdict.ABOVE_TARGET and _is_scale_of_ease(language):
        return "below target"
    if verdict is not Verdict.NOT_SCORED:
        return verdict.value
    if language == UNDETERMINED:
        return f"{verdict.value}: not English"
    from plainlint.languages.base import get_language
    from plainlint.languages.frequencies import has_list

    known = get_language(language)
    is_measured = known.has_spaces and has_list(known.code)
    return f"no grade for {language}" if is_measured else f"{verdict.value}: {language}"


def _is_scale_of_ease(language: str) -> bool:
    # English, which most documents are in, needs no look-up.
    scale = None if is_english(language) else _get_scale(language)
    return scale is not None and scale.is_ease


def _get_scale(language: str) -> "GradeScale | None":
    # A run in which nothing changed grades nothing.
    from plainlint.languages.base import get_language

    return get_language(language).grade


class Ease(NamedTuple):
    """How easy a text is, on a scale on which higher numbers are easier.

    Attributes:
        scale: the name of the scale, such as `INFLESZ`.
        low, high: the lowest and the highest number by the formulas on this scale; the lowest is
            compared with the limits.
        band: the words for the lowest, such as `normal`; empty if the scale has none.
    """

    scale: str
    low: float
    high: float
    band: str

    @property
    def text(self) -> str:
        """The range with its scale and band, such as `INFLESZ 58.3 to 62.1, normal`."""
        numbers = " to ".join(dict.fromkeys((f"{self.low:.1f}", f"{self.high:.1f}")))
        return f"{self.scale} {numbers}".strip() + (f", {self.band}" if self.band else "")


class Grading(NamedTuple):
    """How hard a document is, the limits for its audience, and the verdict.

    Attributes:
        grades: its lowest and highest school grade; None on a scale of ease, or without prose.
        limits: the limits for its audience, of grades or on the scale of ease.
        verdict: the verdict.
        ease: how easy it is, in a language with a scale of ease.
    """

    grades: tuple[float, float] | None
    limits: Limits
    verdict: Verdict
    ease: Ease | None = None

    @property
    def values(self) -> tuple[float, float] | None:
        """The lowest and highest number on its scale; the lowest is compared with the limits."""
        return (self.ease.low, self.ease.high) if self.ease else self.grades

    @property
    def scale(self) -> str:
        """The name of its scale of ease, such as `INFLESZ`; empty for school grades."""
        return self.ease.scale if self.ease else ""

    @property
    def limit(self) -> float | None:
        """The highest grade allowed, or the lowest number on a scale of ease; None without one."""
        return self.limits.least if self.ease else self.limits.most

    @property
    def hardness(self) -> float | None:
        """Where its lowest number is on the way from easy to hard; None without one."""
        return self.values and self.place(self.values[0])

    def place(self, value: float) -> float:
        """Return where a number on its scale is on the way from easy, 0, to hard, `HARDEST`."""
        return measure_hardness(value, is_ease=self.ease is not None)

    @property
    def grade_text(self) -> str:
        """The grades as a range, such as `14.9 to 15.7`; in words on a scale of ease."""
        if self.ease:
            return self.ease.text
        return f"{self.grades[0]:.1f} to {self.grades[1]:.1f}" if self.grades else "-"

    @property
    def target_text(self) -> str:
        """The limits, such as `6 (at most 8)`, or `65 (at least 55)` on a scale of ease."""
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

    There are none for a language that the rule is not for.
    """
    limits = rule.limits[result.audience] if rule and rule.is_for(result.language) else Limits()
    fewest = int(rule.settings.get("fewest_words", 0)) if rule else 0
    grades, ease = result.measures.grades, _describe_ease(result)
    verdict = _decide_verdict(result, grades or result.measures.ease, limits, fewest)
    return Grading(grades, limits, verdict, ease)


def _describe_ease(result: Result) -> Ease | None:
    found = result.measures.ease
    scale = _get_scale(result.language) if found else None
    if not (found and scale):
        return None
    return Ease(scale.name, *found, _name_band(result.language, found[0]))


def _name_band(language: str, value: float) -> str:
    from plainlint.languages.base import get_language

    name_band = get_language(language).name_band
    return name_band(value) if name_band else ""


def unpack_grading(
    grades: Sequence[float] | None,
    limits: Sequence[float | None],
    verdict: str,
    ease: Sequence[Any] | None,
) -> Grading:
    """Return a grading from its values in JSON."""
    return Grading(
        (grades[0], grades[1]) if grades else None,
        Limits(*limits),
        Verdict(verdict),
        Ease(*ease) if ease else None,
    )


def _decide_verdict(
    result: Result, values: tuple[float, float] | None, limits: Limits, fewest: int
) -> Verdict:
    if result.document.source.problem:
        return Verdict.UNREADABLE
    if _get_scale(result.language) is None:
        return Verdict.NOT_SCORED
    if values is None or result.measures.counts.words < fewest:
        return Verdict.TOO_SHORT
    if limits == Limits():
        return Verdict.NO_LIMIT
    # As the check of scores does: what is shown is what is compared.
    exceeded = limits.find_exceeded_limit(round(values[0], 1))
    if exceeded is None:
        return Verdict.ON_TARGET
    return Verdict.ABOVE_TARGET if exceeded.limit == limits.target else Verdict.TOO_HARD
