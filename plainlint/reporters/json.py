"""json and jsonl: findings for programs; every offset is a code point of the decoded text."""

import json
from collections.abc import Iterable
from typing import Any

from plainlint.core import __version__
from plainlint.core.diagnostics import Diagnostic, Fix
from plainlint.engine.result import Result
from plainlint.reporters import StreamedFormat
from plainlint.reporters.style import Style
from plainlint.run.report import LintedDocument, Tally

_START = f'{{"version": {json.dumps(__version__)},\n"documents": [\n'
_BETWEEN = ",\n"


def format_document(document: LintedDocument, _style: Style) -> str:
    """Return a document with its counts, scores and diagnostics, on a line of its own."""
    result = document.result
    return _dump_json(
        {
            **_build_header(result),
            "diagnostics": [_build_diagnostic(diagnostic) for diagnostic in result.diagnostics],
            "suppressed": len(result.suppressed),
            "known": len(result.baselined),
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
    rows = (
        {"path": document.path, **_build_diagnostic(diagnostic)}
        for diagnostic in document.result.diagnostics
    )
    return "".join(f"{json.dumps(row)}\n" for row in rows)


JSON = StreamedFormat(format_document, format_end, _START, _BETWEEN)
JSONL = StreamedFormat(format_lines, lambda _tally, _style: "")


def format_scores(graded: Iterable[LintedDocument]) -> str:
    """Return the documents with their counts, scores, verdict and sentences."""
    documents = (
        {
            **_build_header(result),
            "target": grading.limits.target,
            "most": grading.limits.most,
            "verdict": grading.verdict.value,
            "sentences": list(_iter_sentences(result)),
        }
        for document in graded
        for result, grading in ((document.result, document.grading),)
    )
    return f"{_START}{_BETWEEN.join(map(_dump_json, documents))}\n]}}\n"


def _dump_json(document: dict[str, Any]) -> str:
    """Return JSON that any program can read: bytes that are not text stay escaped."""
    return json.dumps(document, allow_nan=False)


def _build_header(result: Result) -> dict[str, Any]:
    measures = result.measures
    return {
        "path": result.path,
        "audience": result.audience,
        "language": result.language,
        "counts": measures.counts._asdict(),
        "scores": dict(measures.scores),
        "uncertain": list(measures.uncertain),
    }


def _build_diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "start": diagnostic.span.start,
        "end": diagnostic.span.end,
        "line": diagnostic.start.line,
        "column": diagnostic.start.column,
        "end_line": diagnostic.end.line,
        "end_column": diagnostic.end.column,
        "text": diagnostic.text,
        "help": diagnostic.help,
        "audience": diagnostic.audience,
        "values": dict(diagnostic.values),
        "fix": _build_fix(diagnostic.fix),
        "fingerprint": diagnostic.fingerprint,
        "related": [
            {
                "start": related.span.start,
                "end": related.span.end,
                "line": related.start.line,
                "column": related.start.column,
                "text": related.text,
            }
            for related in diagnostic.related
        ],
    }


def _build_fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"start": e.span.start, "end": e.span.end, "text": e.text} for e in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


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
