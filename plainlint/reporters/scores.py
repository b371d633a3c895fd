"""Score tables: the grade of every document, and every sentence of one with its counts."""

from plainlint.grading import Grading
from plainlint.linter import Result
from plainlint.metrics.counts import Counts
from plainlint.model import Document
from plainlint.reporters.style import Style, printable
from plainlint.source import Source, Span

_HEAD = ("document", "audience", "grade", "target", "verdict")
_COUNTS = ("line", "words", "syllables", "3+ syllables", "sentence")
_TEXT = 110


def table(rows: list[tuple[Result, Grading]], style: Style) -> str:
    """One line a document: path, audience, grade range, target, verdict."""
    cells = [
        (
            printable(result.path),
            result.audience,
            grading.grade_text + ("?" if result.measures.uncertain else ""),
            grading.target_text,
            grading.verdict.value,
        )
        for result, grading in rows
    ]
    lines = aligned([_HEAD, *cells])
    notes = [
        "",
        "Grades are US school grades: Flesch-Kincaid and SMOG, the lower one first.",
    ]
    if any(result.measures.uncertain for result, _ in rows):
        notes.append("? fewer than 30 sentences: the SMOG grade is uncertain.")
    return "\n".join([style.strong(lines[0]), *lines[1:], *notes]) + "\n"


def explain(result: Result, grading: Grading, style: Style) -> str:
    """All that went into one document's scores: scores, counts, sentences, what was left out."""
    measures, source = result.measures, result.document.source
    counts = measures.counts
    scores = [f"  {name:20} {value:6.1f}" for name, value in measures.scores.items()]
    numbers = [f"  {name:20} {getattr(counts, name):6,}" for name in Counts.__slots__]
    pairs = zip(measures.sentences, measures.sentence_counts, strict=True)
    sentences = [
        (
            str(source.locate(sentence.span.start).line),
            str(each.words),
            str(each.syllables),
            str(each.polysyllables),
            printable(sentence.text),
        )
        for sentence, each in pairs
    ]
    return "\n".join(
        (
            table([(result, grading)], style),
            style.strong("Scores"),
            *scores,
            "",
            style.strong("Counts"),
            *numbers,
            "",
            style.strong("Sentences"),
            *aligned([_COUNTS, *sentences]),
            "",
            style.strong("Left out"),
            *aligned([("line", "why", "text"), *_left_out(result.document)]),
            "",
        )
    )


def _left_out(document: Document) -> list[tuple[str, ...]]:
    """Everything that was not scored, in text order."""
    front_matter = document.front_matter.span
    parts = [(front_matter, "front matter")] if front_matter.end else []
    parts += [(b.span, b.left_out.value) for b in document.blocks if b.left_out is not None]
    parts += [(omission.span, omission.reason) for omission in document.omissions]
    return [
        (str(document.source.locate(span.start).line), why, _start_of(document.source, span))
        for span, why in sorted(parts)
    ]


def _start_of(source: Source, span: Span) -> str:
    text = " ".join(printable(source.slice(span).replace("\n", " ")).split())
    return text if len(text) <= _TEXT else text[: _TEXT - 1] + "…"


def aligned(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as lines, every column but the last as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    return [
        "  ".join([*(f"{c:{w}}" for c, w in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in rows
    ]
