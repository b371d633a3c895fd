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


def end(tally: Tally) -> str:
    """The summary behind the documents."""
    summary = {
        "documents": tally.documents,
        **tally.by_severity(),
        "rules": [
            {"rule": rule, "severity": severity.value, "count": count}
            for rule, severity, count in tally.by_rule()
        ],
    }
    return f'\n],\n"summary": {json.dumps(summary)}}}\n'


def findings(report: Report, style: Style) -> str:
    """The documents with their counts, scores and diagnostics, and a summary."""
    documents = BETWEEN.join(document(result, style) for result in report.results)
    return f"{START}{documents}{end(report.tally)}"


def document(result: Result, _style: Style) -> str:
    """One of these documents, on a line of its own."""
    return _line(
        {
            **_head(result),
            "diagnostics": [_diagnostic(each) for each in result.diagnostics],
            "suppressed": len(result.suppressed),
            "known": len(result.known),
        }
    )


def lines(report: Report, style: Style) -> str:
    """One finding a line, each an object with its path."""
    return "".join(document_lines(result, style) for result in report.results)


def document_lines(result: Result, _style: Style) -> str:
    """The lines of one document."""
    rows = ({"path": result.path, **_diagnostic(each)} for each in result.diagnostics)
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def scores(rows: list[tuple[Result, Grading]]) -> str:
    """The documents with their counts, scores, verdict and sentences."""
    documents = (
        {
            **_head(result),
            "target": grading.limits.target,
            "most": grading.limits.most,
            "verdict": grading.verdict.value,
            "sentences": list(_sentences(result)),
        }
        for result, grading in rows
    )
    return f"{START}{BETWEEN.join(map(_line, documents))}\n]}}\n"


def _line(document: dict[str, Any]) -> str:
    """JSON that any program can read: bytes that are no text stay escaped."""
    return json.dumps(document, allow_nan=False)


def _head(result: Result) -> dict[str, Any]:
    measures = result.measures
    return {
        "path": result.path,
        "audience": result.audience,
        "language": result.language,
        "counts": measures.counts._asdict(),
        "scores": dict(measures.scores),
        "uncertain": list(measures.uncertain),
    }


def _diagnostic(each: Diagnostic) -> dict[str, Any]:
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
        "fix": _fix(each.fix),
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


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"start": e.span.start, "end": e.span.end, "text": e.text} for e in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _sentences(result: Result) -> Any:
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
