"""json and jsonl: findings for programs; every offset is a code point of the decoded text."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from plainlint.core import __version__
from plainlint.core.inert import make_inert_json
from plainlint.engine.result import Grading, Result
from plainlint.reporters import StreamedFormat
from plainlint.reporters.style import Style
from plainlint.run.report import LintedDocument
from plainlint.run.tally import Tally

_START = f'{{"version": {json.dumps(__version__)},\n"documents": [\n'
_BETWEEN = ",\n"


def format_document(document: LintedDocument, _style: Style) -> str:
    """Return a document with its counts, scores and diagnostics, on a line of its own."""
    tally = document.count_findings()
    return _dump_json(
        {
            **_build_header(document),
            "diagnostics": list(_iter_diagnostics(document)),
            "suppressed": tally.suppressed,
            "known": tally.baselined,
        }
    )


def format_end(tally: Tally, _style: Style) -> str:
    """Return the summary behind the documents."""
    summary = {
        "documents": tally.documents,
        **tally.count_by_severity(),
        "rules": [
            {"rule": rule, "severity": severity.value, "count": count}
            for rule, severity, count in tally.count_by_rule()
        ],
    }
    return f'\n],\n"summary": {json.dumps(summary)}}}\n'


def format_lines(document: LintedDocument, _style: Style) -> str:
    """Return the findings of a document, each an object with its path on a line of its own."""
    rows = ({"path": document.path, **row} for row in _iter_diagnostics(document))
    return "".join(f"{json.dumps(row)}\n" for row in rows)


JSON = StreamedFormat(format_document, format_end, _START, _BETWEEN, seal=make_inert_json)
JSONL = StreamedFormat(format_lines, lambda _tally, _style: "", seal=make_inert_json)


def format_scores(graded: Iterable[LintedDocument]) -> str:
    """Return the documents with their counts, scores, verdict and sentences, and all other text."""
    documents = (
        {
            **_build_header(document),
            "target": grading.limits.target,
            "most": grading.limits.most,
            **_build_ease(grading),
            "verdict": grading.verdict.value,
            "sentences": list(_iter_sentences(result)),
            **_build_coverage(result),
        }
        for document in graded
        for result, grading in ((document.result, document.grading),)
    )
    return make_inert_json(f"{_START}{_BETWEEN.join(map(_dump_json, documents))}\n]}}\n")


def _build_ease(grading: Grading) -> dict[str, Any]:
    """Return the lower limit and the band of a document on a scale of ease; else nothing."""
    if grading.ease is None:
        return {}
    return {"scale": grading.ease.scale, "least": grading.limits.least, "band": grading.ease.band}


def _dump_json(document: dict[str, Any]) -> str:
    """Return JSON that any program can read: bytes that are not text stay escaped."""
    return json.dumps(document, allow_nan=False)


def _build_header(document: LintedDocument) -> dict[str, Any]:
    measures = document.measures
    return {
        "path": document.path,
        "audience": document.audience,
        "language": document.language,
        "counts": measures.counts.name_shown(),
        "scores": dict(measures.scores),
        "uncertain": list(measures.uncertain),
    }


def _iter_diagnostics(document: LintedDocument) -> Iterator[dict[str, Any]]:
    """Yield the findings of a document, from rows: there may be tens of thousands of them."""
    audience, text = document.audience, document.source.text
    for row in document.iter_rows():
        line, column, severity, rule, message, group, advice, start, end, _, _, *rest = row
        end_line, end_column, related, fix, values, _scope, fingerprint = rest
        yield {
            "rule": rule,
            "severity": severity,
            "message": message,
            "start": start,
            "end": end,
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "text": text[start:end],
            "help": advice,
            "audience": audience,
            "values": dict(values),
            "fix": fix and _build_fix(*fix),
            "fingerprint": fingerprint,
            "group": group,
            "related": [_build_related(place, text) for place in related] if related else [],
        }


def _build_fix(title: str, edits: Iterable[Any], safe: bool) -> dict[str, Any]:  # noqa: FBT001
    return {
        "title": title,
        "safe": safe,
        "edits": [{"start": start, "end": end, "text": text} for (start, end), text in edits],
    }


def _build_related(place: tuple[int, int, int, int], text: str) -> dict[str, Any]:
    start, end, line, column = place
    return {"start": start, "end": end, "line": line, "column": column, "text": text[start:end]}


def _build_coverage(result: Result) -> dict[str, Any]:
    """Return the parts that are not scored, the markup, and how many characters are what."""
    from plainlint.document.coverage import PROSE, UNACCOUNTED, Treatment, find_coverage

    coverage = find_coverage(result.document)
    source = result.document.source
    counts = coverage.count_characters()
    by_reason: dict[Treatment, dict[str, int]] = {treatment: {} for treatment in Treatment}
    for fate, count in counts.items():
        by_reason[fate.treatment][fate.reason] = count
    return {
        "not_scored": [
            {
                "start": span.start,
                "end": span.end,
                "line": source.locate(span.start).line,
                "text": source.slice(span),
                "reason": reason,
            }
            for span, reason in coverage.exclusions
        ],
        "markup": [
            {"start": span.start, "end": span.end, "reason": fate.reason}
            for span, fate in coverage.stretches
            if fate.treatment is Treatment.MARKUP
        ],
        "characters": {
            "prose": counts[PROSE],
            "not_scored": by_reason[Treatment.EXCLUDED],
            "markup": by_reason[Treatment.MARKUP],
            "unaccounted": counts[UNACCOUNTED],
        },
    }


def _iter_sentences(result: Result) -> Any:
    from plainlint.analysis.difficulty.score import sentence_difficulty

    source = result.document.source
    pairs = zip(result.measures.sentences, result.measures.sentence_counts, strict=True)
    for sentence, number in pairs:
        difficulty = sentence_difficulty(sentence.text, result.language)
        yield {
            "start": sentence.span.start,
            "end": sentence.span.end,
            "line": source.locate(sentence.span.start).line,
            "text": source.slice(sentence.span),
            "words": number.words,
            "syllables": number.syllables,
            "polysyllables": number.polysyllables,
            "difficulty": difficulty.value,
            "parts": dict(difficulty.parts),
        }
