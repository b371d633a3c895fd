"""Score tables: the grade of every document, and every sentence of one with its counts."""

from collections.abc import Iterator

from plainlint.analysis.difficulty.factors import PARTS
from plainlint.analysis.difficulty.score import sentence_difficulty
from plainlint.core.source import Source, Span
from plainlint.core.text import printable
from plainlint.document.model import Document
from plainlint.engine.result import Grading, Result
from plainlint.reporters.style import Style

_TEXT = 110


def left_out(document: Document) -> Iterator[tuple[int, str, str]]:
    """(line, why, the text's beginning on one line) of all that was not scored, in text order."""
    front_matter = document.front_matter.span
    parts = [(front_matter, "front matter")] if front_matter.end else []
    parts += [(b.span, b.left_out.value) for b in document.blocks if b.left_out is not None]
    parts += [(omission.span, omission.reason) for omission in document.omissions]
    for span, why in sorted(parts):
        yield document.source.locate(span.start).line, why, _start_of(document.source, span)


def _start_of(source: Source, span: Span) -> str:
    # Enough to be cut, however much white space there is.
    start = source.text[span.start : min(span.end, span.start + 20 * _TEXT)]
    text = " ".join(printable(start.replace("\n", " ")).split())
    return text if len(text) <= _TEXT else text[: _TEXT - 1] + "…"


def sentences(result: Result, style: Style) -> str:
    """One line a sentence: line, difficulty, its parts, the text; equals in text order."""
    found = [
        (sentence, sentence_difficulty(sentence.text, result.language))
        for sentence in result.measures.sentences
    ]
    found.sort(key=lambda pair: -pair[1].value)
    rows = [
        (
            str(result.document.source.locate(sentence.span.start).line),
            f"{difficulty.value:.0f}",
            *(f"{part:.0f}" for part in difficulty.parts.values()),
            printable(sentence.text),
        )
        for sentence, difficulty in found
    ]
    head, *lines = aligned([("line", "difficulty", *PARTS, "sentence"), *rows])
    note = "Difficulty goes from 0 to 100 and is the sum of the parts beside it."
    return "\n".join([style.strong(head), *lines, "", note]) + "\n"


_HEAD = ("document", "audience", "grade", "target", "verdict")
_COUNTS = ("line", "words", "syllables", "3+ syllables", "sentence")


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
    numbers = [f"  {name:20} {number:6,}" for name, number in counts._asdict().items()]
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
    not_scored = [(str(line), why, text) for line, why, text in left_out(result.document)]
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
            *aligned([("line", "why", "text"), *not_scored]),
            "",
        )
    )


def aligned(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as lines, every column but the last as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    return [
        "  ".join([*(f"{c:{w}}" for c, w in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in rows
    ]
