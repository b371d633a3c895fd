"""Score tables: the grade of every document, and every sentence of one with its counts."""

from plainlint.core.text import printable
from plainlint.engine.result import Grading, Result
from plainlint.reporters.left_out import left_out
from plainlint.reporters.style import Style

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
