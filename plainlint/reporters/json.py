"""json: one object for programs, every offset a code point of the file's decoded text."""

import json
from typing import Any

from plainlint.core import __version__
from plainlint.core.diagnostics import Diagnostic, Fix
from plainlint.engine.result import Grading, Result
from plainlint.reporters.style import Style
from plainlint.run.report import Report, Tally

START = f'{{"version": {json.dumps(__version__)},\n"documents": [\n'
BETWEEN = ",\n"


def format_end(tally: Tally) -> str:
    """The summary behind the documents."""
    summary = {
        "documents": tally.documents,
        **tally.count_by_severity(),
        "rules": [
            {"rule": rule, "severity": severity.value, "count": count}
            for rule, severity, count in tally.count_by_rule()
        ],
    }
    return f'\n],\n"summary": {json.dumps(summary)}}}\n'


def findings(report: Report, style: Style) -> str:
    """The documents with their counts, scores and diagnostics, and a summary."""
    documents = BETWEEN.join(format_document(result, style) for result in report.results)
    return f"{START}{documents}{format_end(report.tally)}"


def format_document(result: Result, _style: Style) -> str:
    """One of these documents, on a line of its own."""
    return _dump_json(
        {
            **_build_header(result),
            "diagnostics": [_build_diagnostic(each) for each in result.diagnostics],
            "suppressed": len(result.suppressed),
            "known": len(result.baselined),
        }
    )


def lines(report: Report, style: Style) -> str:
    """One finding a line, each an object with its path."""
    return "".join(format_document_lines(result, style) for result in report.results)


def format_document_lines(result: Result, _style: Style) -> str:
    """The lines of one document."""
    rows = ({"path": result.path, **_build_diagnostic(each)} for each in result.diagnostics)
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def format_scores(rows: list[tuple[Result, Grading]]) -> str:
    """The documents with their counts, scores, verdict and sentences."""
    documents = (
        {
            **_build_header(result),
            "target": grading.limits.target,
            "most": grading.limits.most,
            "verdict": grading.verdict.value,
            "sentences": list(_iter_sentences(result)),
        }
        for result, grading in rows
    )
    return f"{START}{BETWEEN.join(map(_dump_json, documents))}\n]}}\n"


def _dump_json(document: dict[str, Any]) -> str:
    """JSON that any program can read: bytes that are no text stay escaped."""
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


def _build_diagnostic(each: Diagnostic) -> dict[str, Any]:
    return {
        "rule": each.rule,
        "severity": each.severity.value,
        "message": each.message,
        "start": each.span.start,
        "end": each.span.end,
        "line": each.start.line,
        "column": each.start.column,
        "end_line": each.end.line,
        "end_column": each.end.column,
        "text": each.text,
        "help": each.help,
        "audience": each.audience,
        "values": dict(each.values),
        "fix": _build_fix(each.fix),
        "fingerprint": each.fingerprint,
        "related": [
            {
                "start": related.span.start,
                "end": related.span.end,
                "line": related.start.line,
                "column": related.start.column,
                "text": related.text,
            }
            for related in each.related
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
