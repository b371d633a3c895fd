"""Rows: documents of a corpus, and their results as plain values."""

import re
from datetime import date
from statistics import fmean
from typing import Any, NamedTuple

from plainlint.analysis.difficulty.score import compute_difficulty_value
from plainlint.config.settings import Config
from plainlint.core.audiences import Audiences
from plainlint.core.caches import remember
from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import InheritedValue, RawFile, Source
from plainlint.document.readers import decode_file
from plainlint.engine.linter import Linter
from plainlint.engine.result import GradedResult, Result
from plainlint.rulebook.rule import Role
from plainlint.run.pipeline import describe_failure

_AUDIENCE_KEY = Audiences._field_defaults["key"]
_LANGUAGE_KEY = "language"
# Bytes that are not UTF-8, and halves of pairs: Arrow has neither.
_NOT_UNICODE = re.compile("[\ud800-\udfff]")


class DocumentRow(NamedTuple):
    """One document of a corpus.

    Attributes:
        source: its text; None if it has none.
        problem: why it has none; else empty.
        kept: values that go to its result as they are.
    """

    source: Source | None
    problem: str = ""
    kept: tuple[Any, ...] = ()


class ResultRow(NamedTuple):
    """The result of one document; all but `error` is None if it could not be checked.

    Attributes:
        grade_low: the lower of its two grades; None for a text without grades.
        grade_high: the higher one.
        ease_low: the lower of its numbers on a scale of ease; None for a text that has grades.
        ease_high: the higher one.
        scale: the name of the scale of ease, such as `INFLESZ`.
        words: how many words are scored.
        sentences: how many sentences are scored.
        hard_sentences: how many of them are above the limit for its audience.
        difficulty: the mean difficulty of its sentences, from 0 to 100.
        unexplained_terms: how many terms it leaves unexplained.
        language: its language.
        verdict: its grade against the target of its audience, such as `too hard`.
        findings: all findings, each as the values of `FINDING_FIELDS`.
        error: why it could not be checked; None if it was.
    """

    grade_low: float | None = None
    grade_high: float | None = None
    ease_low: float | None = None
    ease_high: float | None = None
    scale: str | None = None
    words: int | None = None
    sentences: int | None = None
    hard_sentences: int | None = None
    difficulty: float | None = None
    unexplained_terms: int | None = None
    language: str | None = None
    verdict: str | None = None
    findings: list[tuple[Any, ...]] | None = None
    error: str | None = None


FINDING_FIELDS = (
    *("rule", "severity", "message", "help", "text"),
    *("start", "end", "line", "column", "fingerprint"),
)


class _LinterKey(NamedTuple):
    """Settings and day; the settings have tables, which have no hash."""

    config: Config
    today: date

    def __hash__(self) -> int:
        return hash((self.config.origin, self.today))


def get_linter(config: Config, today: date) -> Linter:
    """Return the linter of this process for these settings, ready to check documents.

    Raises:
        PlainlintError: the configuration, a rule page or a glossary is wrong.
    """
    return _make_linter(_LinterKey(config, today))


# An engine calls with the same settings for each batch.
@remember(1)
def _make_linter(key: _LinterKey) -> Linter:
    linter = Linter(key.config, key.today)
    linter.prepare()
    return linter


def make_document(
    content: str | bytes,
    config: Config,
    *,
    name: str | None = None,
    audience: Any = None,
    language: Any = None,
) -> Source:
    """Return the source of a document whose text comes from a table.

    Its own front matter goes before the audience and the language that the table has.

    Args:
        content: the text, or the bytes of a file.
        config: the settings, which may name a format other than Markdown.
        name: the name of the document, for settings by path.
        audience: who it is for, as front matter would have it.
        language: its language, as a tag such as `en` or `pt-BR`.
    """
    declared = ((_AUDIENCE_KEY, audience), (_LANGUAGE_KEY, language))
    inherited = tuple(InheritedValue(key, value) for key, value in declared if value)
    data = content if isinstance(content, bytes) else content.encode(errors="replace")
    # A name in a table, such as the address of a page, says nothing of the format of its text.
    named = RawFile(
        "<text>" if name is None else name,
        data,
        format=config.choose_format(""),
        dialect=config.dialect,
        inherited=inherited,
    )
    return decode_file(named)


def check_row(row: DocumentRow, linter: Linter, *, with_findings: bool = True) -> ResultRow:
    """Check one document; whatever goes wrong becomes its `error`."""
    if row.source is None:
        return ResultRow(error=row.problem)
    try:
        graded = linter.lint_and_grade(row.source)
        return _describe_result(graded, linter, with_findings=with_findings)
    except Exception as error:  # noqa: BLE001 -- one document must not end a run over millions
        return ResultRow(error=clean_text(describe_failure(error)))


def _describe_result(graded: GradedResult, linter: Linter, *, with_findings: bool) -> ResultRow:
    result, grading = graded
    low, high = grading.grades or (None, None)
    ease = grading.ease
    problem = result.document.source.problem
    counts = result.measures.counts
    return ResultRow(
        grade_low=low,
        grade_high=high,
        ease_low=ease.low if ease else None,
        ease_high=ease.high if ease else None,
        scale=ease.scale if ease else None,
        words=counts.words,
        sentences=counts.sentences,
        hard_sentences=_count_role("hard sentences", result, linter),
        difficulty=_compute_difficulty(result),
        unexplained_terms=_count_role("terms", result, linter),
        language=result.language,
        verdict=grading.verdict.value,
        findings=list(map(_describe_finding, result.diagnostics)) if with_findings else None,
        error=clean_text(problem) if problem else None,
    )


def _count_role(role: Role, result: Result, linter: Linter) -> int:
    """Count the findings of the rule with a role; none if it does not run."""
    rule = linter.find_rule(role, result.path, result.language)
    return sum(finding.rule == rule.id for finding in result.diagnostics) if rule else 0


def _compute_difficulty(result: Result) -> float | None:
    values = [
        compute_difficulty_value(sentence.text, sentence.tokens, result.language)
        for sentence in result.measures.sentences
    ]
    return fmean(values) if values else None


def _describe_finding(finding: Diagnostic) -> tuple[Any, ...]:
    return (
        finding.rule,
        finding.severity.value,
        clean_text(finding.message),
        clean_text(finding.help),
        clean_text(finding.text),
        finding.span.start,
        finding.span.end,
        finding.start.line,
        finding.start.column,
        finding.fingerprint,
    )


def clean_text(text: str) -> str:
    """Return a text in which what is not Unicode is replaced, of the same length."""
    return text if text.isascii() else _NOT_UNICODE.sub("\ufffd", text)
